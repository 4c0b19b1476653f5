//! One line of what changed: who did what, and when; a tap shows what it said before.

use std::sync::Arc;

use leptos::prelude::*;

use super::act_words::{act_moment, act_words};
use super::earlier_values::{EarlierValues, to_look_at};
use crate::domain::{Act, ActKind, Command, Kind, RecordKey};
use crate::ui::components::{Button, Glyph, Icon};
use crate::ui::words::{say, use_store};

/// One change.
#[component]
pub fn ActRow(
    /// The change.
    act: Arc<Act>,
) -> impl IntoView {
    let key = act.key;
    let is_deletion = act.kind == ActKind::Deleted;
    let content = if to_look_at(&act).is_empty() {
        view! { <div class="act-row__words"><Sentence act /></div> }.into_any()
    } else {
        view! { <Opening act /> }.into_any()
    };
    view! {
        <li class="act-row">
            {content} {is_deletion.then(|| view! { <BringRecordBack key /> })}
        </li>
    }
}

/// A line that opens what is below it.
#[component]
fn Opening(act: Arc<Act>) -> impl IntoView {
    // What a long list holds is drawn when somebody looks at it.
    let is_open = RwSignal::new(false);
    let inside = act.clone();
    view! {
        <details on:toggle=move |_| is_open.set(true)>
            <summary class="act-row__summary">
                <div class="act-row__words">
                    <Sentence act />
                </div>
                <Icon glyph=Glyph::ChevronRight />
            </summary>
            {move || is_open.get().then(|| view! { <EarlierValues act=Act::clone(&inside) /> })}
        </details>
    }
}

/// What happened, and at what time of the day.
#[component]
fn Sentence(act: Arc<Act>) -> impl IntoView {
    let store = use_store();
    let told = act.clone();
    let words = move || {
        let kinds = [told.key.kind, Kind::Person, Kind::Device];
        store.plan(&kinds, |_, plan| act_words(store, plan, &told)).unwrap_or_default()
    };
    let time = move || store.locale().time(act_moment(store, &act).time());
    view! {
        <span>{words}</span>
        <span class="act-row__time">{time}</span>
    }
}

/// Brings a record back that is deleted still.
#[component]
fn BringRecordBack(key: RecordKey) -> impl IntoView {
    let store = use_store();
    let is_gone = Memo::new(move |_| {
        let found = store.plan(&[key.kind], |_, plan| plan.find(key.kind, key.id).is_none());
        found.unwrap_or_default()
    });
    let bring_back = Callback::new(move |()| {
        // A refusal is said in the notice.
        let _said = store.apply(Command::Restore(key));
    });
    view! {
        <Show when=move || is_gone.get()>
            <div class="act-row__back">
                <Button label=say(store, |m| m.activity.bring_back) on_click=bring_back />
            </div>
        </Show>
    }
}

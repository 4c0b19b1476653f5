//! Everything in the plan that somebody has to decide about, record by record.

use leptos::prelude::*;

use crate::domain::{Kind, RecordKey};
use crate::route::Route;
use crate::ui::components::{EmptyState, Glyph, PageHead, WindowedList};
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::features::settling::record_words::{record_page, record_title};
use crate::ui::words::{say, use_store};

/// Fields to settle.
#[component]
pub fn DisputesPage() -> impl IntoView {
    let store = use_store();
    let rows = Memo::new(move |_| {
        store.plan(&Kind::KNOWN, |id, plan| plan.records_to_settle(id)).unwrap_or_default()
    });
    view! {
        <PageHead
            title=say(store, |m| m.share.settle)
            back_href=Route::Today.to_string()
            back_label=say(store, |m| m.shell.today)
        />
        <Show
            when=move || rows.with(|rows| !rows.is_empty())
            fallback=move || {
                view! {
                    <EmptyState
                        icon=Glyph::Check
                        title=say(store, |m| m.share.nothing_to_settle)
                        text=say(store, |m| m.share.nothing_to_settle_text)
                    >
                        ""
                    </EmptyState>
                }
            }
        >
            <p class="prose">{move || store.messages().share.settle_text}</p>
            <div class="disputes">
                <WindowedList
                    rows
                    key=|key: &RecordKey| *key
                    more_label=say(store, |m| m.shell.show_more)
                    let:key
                >
                    <Subject key />
                </WindowedList>
            </div>
        </Show>
    }
}

/// One record, with what is to be decided about it.
#[component]
fn Subject(key: RecordKey) -> impl IntoView {
    let store = use_store();
    // A task's page is its goal's, a comment's that of what it is about.
    let shown = Memo::new(move |_| {
        store.plan(&Kind::KNOWN, |_, plan| {
            let share = &store.messages().share;
            let kind = (share.records.kind)(key.kind);
            let title = format!("{kind}: {}", record_title(share, plan, key));
            (title, record_page(plan, key.kind, key.id).map(|page| page.to_string()))
        })
    });
    let title = move || shown.get().map(|(title, _)| title).unwrap_or_default();
    let href = move || shown.get().and_then(|(_, page)| page).unwrap_or_default();
    view! {
        <li class="disputes__subject">
            <h2 class="disputes__title">
                {move || match href() {
                    page if page.is_empty() => title().into_any(),
                    page => view! { <a href=page>{title()}</a> }.into_any(),
                }}
            </h2>
            <DisputePanel key />
        </li>
    }
}

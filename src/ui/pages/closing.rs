//! A guided ending, step by step on one page. Every part is kept as it is written, and can be left and come back to.

use leptos::prelude::*;

use crate::domain::{ClosingWords, Kind, PlanId, RecordKey, field};
use crate::route::Route;
use crate::ui::components::{Disclosure, PageHead, Section};
use crate::ui::features::audience::audience_chip::AudienceChip;
use crate::ui::features::closing::closing_end::{ClosingEnd, closed_on};
use crate::ui::features::closing::closing_left::ClosingLeft;
use crate::ui::features::closing::closing_ratings::ClosingRatings;
use crate::ui::features::closing::closing_words::ClosingStep;
use crate::ui::features::closing::next_plan::NextPlan;
use crate::ui::features::plans::begin::Begin;
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::words::{say, use_store};

/// The ending of the open plan.
#[component]
pub fn ClosingPage() -> impl IntoView {
    let store = use_store();
    let plan = Memo::new(move |_| store.open_plan_id());
    move || match plan.get() {
        Some(plan) => view! { <Steps plan /> }.into_any(),
        None => view! { <Begin /> }.into_any(),
    }
}

/// The six steps, and the plan that comes next.
#[component]
fn Steps(plan: PlanId) -> impl IntoView {
    let store = use_store();
    let step = move |number: usize, title: fn(&crate::i18n::ClosingMessages) -> &'static str| {
        Signal::derive(move || {
            let words = store.messages().closing;
            (words.step)(number, title(&words))
        })
    };
    let is_closed = untrack(|| closed_on(store).get().is_some());
    view! {
        <div class="closing">
            <PageHead
                title=say(store, |m| m.closing.title)
                line=say(store, |m| m.closing.intro)
                back_href=Route::More.to_string()
                back_label=say(store, |m| m.settings.more)
            />
            <MyDisputes plan />
            <Section title=step(1, |words| words.rate)>
                <ClosingRatings />
            </Section>
            <ClosingStep number=2 prompt=field::REACHED plan />
            <ClosingStep number=3 prompt=field::THANKS plan />
            <ClosingStep number=4 prompt=field::FOLLOWS plan />
            <MyAudience plan />
            <Section title=step(5, |words| words.left)>
                <ClosingLeft />
            </Section>
            <Section title=step(6, |words| words.end)>
                <ClosingEnd />
            </Section>
            <Disclosure summary=say(store, |m| m.closing.next) is_open=is_closed>
                <NextPlan plan />
            </Disclosure>
        </div>
    }
}

/// Who sees the reader's own closing words, once there are any.
#[component]
fn MyAudience(plan: PlanId) -> impl IntoView {
    let store = use_store();
    let me = Memo::new(move |_| store.me());
    move || {
        me.get().map(|me| {
            let key = RecordKey { plan, kind: Kind::Closing, id: ClosingWords::id(me) };
            view! { <AudienceChip key /> }
        })
    }
}

/// Two answers that stand in the reader's own closing words, or on whether the plan is closed.
#[component]
fn MyDisputes(plan: PlanId) -> impl IntoView {
    let store = use_store();
    let keys = Memo::new(move |_| {
        let me = store.me();
        let own = me.and_then(|me| store.key_of(Kind::Closing, ClosingWords::id(me)));
        [Some(RecordKey::of_plan(plan)), own]
    });
    move || {
        let panel = |key| view! { <DisputePanel key /> };
        keys.get().into_iter().flatten().map(panel).collect_view()
    }
}

//! What the other side waits for, above everything else: requests for feedback, then check-ins.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::feedback_row::FeedbackRow;
use super::feedback_words::Waiting;
use crate::domain::{Kind, RecordId};
use crate::ui::components::{List, Section};
use crate::ui::features::check_ins::check_in_row::{CheckInRow, waiting_check_ins};
use crate::ui::words::{say, use_store};

/// What the other side waits for, each kind oldest first.
#[component]
pub fn AskedOfYou(
    /// What waits for the reader.
    #[prop(into)]
    waiting: Signal<BTreeMap<RecordId, Waiting>>,
) -> impl IntoView {
    let store = use_store();
    let check_ins = waiting_check_ins(store);
    let requests = Memo::new(move |_| {
        let is_request =
            |id: &RecordId| waiting.with(|waiting| waiting.get(id) == Some(&Waiting::Answer));
        let found = store.plan(&[Kind::Feedback], |_, plan| plan.feedback_by_age());
        found.unwrap_or_default().into_iter().rev().filter(is_request).collect::<Vec<_>>()
    });
    let is_asked = Memo::new(move |_| {
        requests.with(|requests| !requests.is_empty())
            || check_ins.with(|waiting| !waiting.is_empty())
    });
    let label = say(store, |m| m.feedback.asked_of_you);
    view! {
        <Show when=move || is_asked.get()>
            <Section title=label>
                <List label>
                    <For each=move || requests.get() key=|id| *id let:id>
                        <FeedbackRow id waiting />
                    </For>
                    <For each=move || check_ins.get() key=|id| *id let:id>
                        <CheckInRow id waiting=check_ins />
                    </For>
                </List>
            </Section>
        </Show>
    }
}

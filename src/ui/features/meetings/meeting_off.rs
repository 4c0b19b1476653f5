//! A meeting that does not take place: leaving it out or calling it off with a reason, and putting it back on.

use leptos::prelude::*;

use super::meeting_record::revise_meeting;
use crate::domain::{Meeting, MeetingChange, MeetingStatus, Problem, RecordId};
use crate::ui::components::{
    Banner, Button, Disclosure, FieldNote, Form, Glyph, News, TextField, Tone,
};
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{problem_in, say, use_store};

/// That the meeting does not take place, why, and the way back.
#[component]
pub fn OffBanner(
    /// The meeting's id.
    id: RecordId,
    /// The meeting.
    meeting: Memo<Option<Meeting>>,
) -> impl IntoView {
    let store = use_store();
    let off = Memo::new(move |_| {
        meeting.with(|found| {
            let found = found.as_ref()?;
            let is_off = matches!(found.status, MeetingStatus::Skipped | MeetingStatus::Cancelled);
            is_off.then(|| (found.status, found.reason.clone()))
        })
    });
    let put_on = move |()| {
        let changes = vec![
            MeetingChange::Status(MeetingStatus::Planned),
            MeetingChange::Reason(String::new()),
        ];
        // What stands in the way is said by the store's notice.
        let _outcome = revise_meeting(store, id, changes);
    };
    move || {
        off.get().map(|(status, reason)| {
            let text = Signal::derive(move || (store.messages().agenda.is_off)(status, &reason));
            view! {
                <Banner news=News::Warn text>
                    <Button label=say(store, |m| m.agenda.on_again) on_click=put_on />
                </Banner>
            }
        })
    }
}

/// The form for leaving a planned meeting out or calling it off.
#[component]
pub fn MeetingOff(
    /// The meeting's id.
    id: RecordId,
    /// The meeting.
    meeting: Memo<Option<Meeting>>,
) -> impl IntoView {
    let store = use_store();
    let is_planned = Memo::new(move |_| {
        meeting.with(|found| found.as_ref().is_some_and(|m| m.status == MeetingStatus::Planned))
    });
    let is_in_series = Memo::new(move |_| {
        meeting.with(|found| found.as_ref().is_some_and(|m| m.series.is_some()))
    });
    let reason = Draft::new(store, format!("meeting/{id}/off"), "");
    let has_begun = !untrack(|| reason.get()).is_empty();
    let was_tried = RwSignal::new(false);
    let note = Signal::derive(move || {
        let problem = problem_of(&reason.get(), was_tried.get());
        FieldNote::hint(store.messages().agenda.reason_hint)
            .or_error(problem.map(|problem| (store.messages().errors.problem)(problem)))
    });
    let take_off = move |status: MeetingStatus| {
        let text = untrack(|| reason.get());
        was_tried.set(true);
        if problem_of(&text, true).is_some() {
            return;
        }
        let why = MeetingChange::Reason(text);
        // What stands in the way is said by the store's notice.
        if revise_meeting(store, id, vec![MeetingChange::Status(status), why]).is_ok() {
            reason.clear();
            was_tried.set(false);
        }
    };
    // Enter does the milder of the two.
    let usual = move || match is_in_series.get_untracked() {
        true => MeetingStatus::Skipped,
        false => MeetingStatus::Cancelled,
    };
    view! {
        <Show when=move || is_planned.get()>
            <Disclosure summary=say(store, |m| m.agenda.off) is_open=has_begun>
                <Form on_submit=move || take_off(usual())>
                    <TextField
                        label=say(store, |m| m.agenda.reason)
                        value=reason.value()
                        on_input=reason.on_input()
                        note
                    />
                    <div class="cluster">
                        <Show when=move || is_in_series.get()>
                            <Button
                                label=say(store, |m| m.agenda.skip)
                                on_click=move || take_off(MeetingStatus::Skipped)
                            />
                        </Show>
                        <Button
                            label=say(store, |m| m.agenda.cancel)
                            on_click=move || take_off(MeetingStatus::Cancelled)
                            tone=Tone::Danger
                            icon=Glyph::Close
                        />
                    </div>
                </Form>
            </Disclosure>
        </Show>
    }
}

/// What is wrong with a reason. The other side wants to know it, so one has to be given.
fn problem_of(text: &str, was_tried: bool) -> Option<Problem> {
    let is_missing = was_tried && text.trim().is_empty();
    let missing = is_missing.then_some(Problem::Missing);
    missing.or_else(|| problem_in(&MeetingChange::Reason(text.to_owned()).check()))
}

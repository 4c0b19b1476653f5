//! A meeting as a row of a list.

use leptos::prelude::*;

use crate::domain::{Kind, MeetingStatus, RecordId, RecordKey};
use crate::route::Route;
use crate::ui::components::{Chip, ListRow, News, RowState};
use crate::ui::features::meetings::meeting_record::{meeting_line, short_line, start_words};
use crate::ui::features::news::new_mark::NewMark;
use crate::ui::side_by_side::chosen_or;
use crate::ui::words::{say, use_store};

/// A meeting as a row: its title, when, how long and how, and whether it wants settling.
#[component]
pub fn MeetingRow(
    /// The meeting.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| {
        let read = store.plan(&[Kind::Meeting], |plan_id, plan| {
            let key = RecordKey { plan: plan_id, kind: Kind::Meeting, id };
            Some((plan.meeting(id)?, !plan.disputes_of(key).is_empty()))
        });
        read.flatten()
    });
    move || {
        found.get().map(|(meeting, is_disputed)| {
            let title = meeting.title.clone();
            let status = meeting.status;
            let state = chosen_or(Route::Meeting(id), move || match status {
                _ if is_disputed => RowState::Attention,
                MeetingStatus::Planned => RowState::Plain,
                MeetingStatus::Held | MeetingStatus::Skipped | MeetingStatus::Cancelled => {
                    RowState::Done
                }
            });
            // A badge leaves no room for how people meet.
            let has_badge = is_disputed || status != MeetingStatus::Planned;
            let is_off = matches!(status, MeetingStatus::Skipped | MeetingStatus::Cancelled);
            let is_moved = !is_off && meeting.is_moved();
            let line = Signal::derive(move || match has_badge || is_moved {
                // Why it does not take place says more than how long it would have been.
                true if is_off && !meeting.reason.is_empty() => {
                    format!("{} · {}", start_words(store, &meeting), meeting.reason)
                }
                true => short_line(store, &meeting),
                false => meeting_line(store, &meeting),
            });
            view! {
                <ListRow href=Route::Meeting(id).to_string() title line state>
                    <Badges id status is_disputed is_moved />
                </ListRow>
            }
        })
    }
}

/// What is out of the ordinary about a meeting.
#[component]
fn Badges(id: RecordId, status: MeetingStatus, is_disputed: bool, is_moved: bool) -> impl IntoView {
    let store = use_store();
    let status = (status != MeetingStatus::Planned).then(|| {
        let label =
            Signal::derive(move || (store.messages().meetings.status_of)(status).to_owned());
        view! { <Chip label /> }
    });
    let dispute = is_disputed
        .then(|| view! { <Chip label=say(store, |m| m.common.to_settle) news=News::Warn /> });
    let moved = is_moved.then(|| view! { <Chip label=say(store, |m| m.series.moved) /> });
    view! { <span class="meeting-row__badges"><NewMark page=Route::Meeting(id) /> {dispute} {status} {moved}</span> }
}

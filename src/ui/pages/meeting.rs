//! One meeting: what stands in it, what was agreed, what was said about it.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::{
    About, Command, Kind, Meeting, MeetingChange, MeetingStatus, RecordId, RecordKey,
};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{Below, Disclosure, Glyph, List, ListRow, Menu, MenuItem, PageHead};
use crate::ui::features::audience::audience_chip::AudienceChip;
use crate::ui::features::feedback::comments::Comments;
use crate::ui::features::feedback::feedback_about::FeedbackAbout;
use crate::ui::features::history::history_link::HistoryLink;
use crate::ui::features::meetings::action_items::{ActionItems, CarriedItems};
use crate::ui::features::meetings::agenda_list::AgendaList;
use crate::ui::features::meetings::decisions::Decisions;
use crate::ui::features::meetings::meeting_length::MeetingLength;
use crate::ui::features::meetings::meeting_off::{MeetingOff, OffBanner};
use crate::ui::features::meetings::meeting_record::{
    meeting_of, own_time, revise_meeting, series_line, status_line,
};
use crate::ui::features::meetings::meeting_what::MeetingWhat;
use crate::ui::features::meetings::meeting_when::MeetingWhen;
use crate::ui::features::meetings::next_step::NextStep;
use crate::ui::features::notes::private_notes::PrivateNotes;
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::features::shell::no_record::NoRecord;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// One meeting.
#[component]
pub fn MeetingPage(
    /// What to show.
    id: RecordId,
    /// Whether what is to be spoken of comes first, though the day has not come.
    #[prop(optional)]
    has_agenda_first: bool,
) -> impl IntoView {
    let store = use_store();
    let meeting = meeting_of(store, id);
    let is_there = Memo::new(move |_| meeting.with(Option::is_some));
    let plan = Memo::new(move |_| store.open_plan_id());
    let about = About { kind: Kind::Meeting, id };
    let disputes = move || {
        let key = plan.get().map(|plan| RecordKey { plan, kind: Kind::Meeting, id });
        key.map(|key| view! { <AudienceChip key /><DisputePanel key /> })
    };
    let is_spoken_of_first = Memo::new(move |_| {
        let today = store.now().date_naive();
        let has_begun = |found: &Meeting| has_begun(found, today);
        has_agenda_first || meeting.with(|found| found.as_ref().is_some_and(has_begun))
    });
    view! {
        <Show when=move || is_there.get() fallback=|| view! { <NotThere /> }>
            <MeetingHead id meeting />
            {disputes}
            <OffBanner id meeting />
            <Show when=move || !is_spoken_of_first.get()>
                <MeetingWhen id />
                <MeetingWhat id />
            </Show>
            <Below is_in_sight=is_spoken_of_first.get_untracked()>
                <CarriedItems meeting=id />
                <AgendaList
                    meeting=id
                    is_open=Signal::derive(move || {
                        meeting
                            .with(|m| m.as_ref().is_some_and(|m| m.status != MeetingStatus::Held))
                    })
                />
            </Below>
            <Below>
                <Comments about />
                <Decisions meeting=id />
                <ActionItems meeting=id />
                <MeetingLength id meeting />
                <Show when=move || is_spoken_of_first.get()>
                    <Disclosure summary=say(store, |m| m.agenda.details)>
                        <MeetingWhen id />
                        <MeetingWhat id />
                    </Disclosure>
                </Show>
                <FeedbackAbout about />
                <MeetingOff id meeting />
                <Around id meeting />
                <PrivateNotes about />
                <HistoryLink kind=Kind::Meeting id />
            </Below>
            <NextStep id meeting />
        </Show>
    }
}

/// Whether the day of a meeting has come, so that what is spoken of comes before where it is.
fn has_begun(meeting: &Meeting, today: NaiveDate) -> bool {
    let is_off = matches!(meeting.status, MeetingStatus::Skipped | MeetingStatus::Cancelled);
    let has_come = meeting.starts.is_some_and(|starts| starts.date() <= today);
    meeting.status == MeetingStatus::Held || (has_come && !is_off)
}

/// When, how long, how and whether; and when that is by the reader's clock, where it keeps another.
fn head_line(store: Store, meeting: &Meeting) -> String {
    let line = status_line(store, meeting);
    match own_time(store, meeting) {
        Some(own) => format!("{line} · {own}"),
        None => line,
    }
}

/// The ways from a meeting to its series and to other calendars.
#[component]
fn Around(id: RecordId, meeting: Memo<Option<Meeting>>) -> impl IntoView {
    let store = use_store();
    let line = Memo::new(move |_| {
        meeting.with(|found| {
            let found = found.as_ref()?;
            Some((found.series?, series_line(store, found)?))
        })
    });
    let series = move || {
        line.get().map(|(series, line)| {
            view! {
                <ListRow
                    href=Route::Series(series).to_string()
                    title=say(store, |m| m.series.title)
                    line=Signal::stored(line)
                />
            }
        })
    };
    // Of one that is still to come this is the next step, at the end of the page.
    let is_to_come = Memo::new(move |_| {
        let today = store.now().date_naive();
        meeting.with(|found| {
            let is_planned = |m: &Meeting| m.status == MeetingStatus::Planned;
            found.as_ref().is_some_and(|m| is_planned(m) && !has_begun(m, today))
        })
    });
    let label = say(store, |m| m.meetings.around);
    view! {
        <List label>
            {series}
            <Show when=move || !is_to_come.get()>
                <ListRow
                    href=Route::Calendar(Some(id)).to_string()
                    title=say(store, |m| m.calendar.add)
                    line=say(store, |m| m.calendar.title)
                />
            </Show>
        </List>
    }
}

/// The title, the line below it, and the menu.
#[component]
fn MeetingHead(id: RecordId, meeting: Memo<Option<Meeting>>) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let title =
        move || meeting.with(|found| found.as_ref().map(|m| m.title.clone()).unwrap_or_default());
    let line = move || {
        meeting.with(|found| found.as_ref().map(|m| head_line(store, m)).unwrap_or_default())
    };
    let is_held = Memo::new(move |_| {
        meeting.with(|found| found.as_ref().is_some_and(|m| m.status == MeetingStatus::Held))
    });
    let unhold = move |()| {
        // What stands in the way is said by the store's notice.
        let _outcome =
            revise_meeting(store, id, vec![MeetingChange::Status(MeetingStatus::Planned)]);
    };
    let delete = move |()| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        if store.apply(Command::Delete(RecordKey { plan, kind: Kind::Meeting, id })).is_ok() {
            navigation.replace.run(Route::Meetings);
        }
    };
    view! {
        <PageHead
            title=Signal::derive(title)
            name=say(store, |m| (m.share.records.kind)(Kind::Meeting))
            line=Signal::derive(line)
            back_href=Route::Meetings.to_string()
            back_label=say(store, |m| m.meetings.title)
        >
            <Menu label=say(store, |m| m.meetings.menu)>
                <Show when=move || is_held.get()>
                    <MenuItem
                        label=say(store, |m| m.agenda.not_held)
                        icon=Glyph::Undo
                        on_click=unhold
                    />
                </Show>
                <MenuItem
                    label=say(store, |m| m.meetings.delete)
                    icon=Glyph::Trash
                    on_click=delete
                    is_danger=true
                />
            </Menu>
        </PageHead>
    }
}

/// What stands here once the meeting is gone.
#[component]
fn NotThere() -> impl IntoView {
    let store = use_store();
    view! {
        <NoRecord
            title=say(store, |m| m.meetings.title)
            list=Route::Meetings
            list_title=say(store, |m| m.meetings.title)
            to_list=say(store, |m| m.meetings.list)
            glyph=Glyph::Meetings
        />
    }
}

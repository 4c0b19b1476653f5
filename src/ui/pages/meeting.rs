//! One meeting: what stands in it, what was agreed, what was said about it.

use leptos::prelude::*;

use crate::domain::{
    About, Command, Kind, Meeting, MeetingChange, MeetingStatus, RecordId, RecordKey,
};
use crate::route::Route;
use crate::ui::components::{
    ActionBar, Button, ButtonLink, EmptyState, Glyph, Menu, MenuItem, PageHead, Tone,
};
use crate::ui::features::audience::audience_chip::AudienceChip;
use crate::ui::features::feedback::comments::Comments;
use crate::ui::features::feedback::feedback_about::FeedbackAbout;
use crate::ui::features::history::history_link::HistoryLink;
use crate::ui::features::meetings::action_items::ActionItems;
use crate::ui::features::meetings::meeting_record::{meeting_of, revise_meeting, status_line};
use crate::ui::features::meetings::meeting_what::MeetingWhat;
use crate::ui::features::meetings::meeting_when::MeetingWhen;
use crate::ui::features::notes::private_notes::PrivateNotes;
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// One meeting.
#[component]
pub fn MeetingPage(
    /// What to show.
    id: RecordId,
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
    view! {
        <Show when=move || is_there.get() fallback=|| view! { <NotThere /> }>
            <MeetingHead id meeting />
            {disputes}
            <MeetingWhen id />
            <MeetingWhat id />
            <ActionItems meeting=id />
            <FeedbackAbout about />
            <Comments about />
            <PrivateNotes about />
            <HistoryLink kind=Kind::Meeting id />
            <MarkHeld id meeting />
        </Show>
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
        meeting.with(|found| found.as_ref().map(|m| status_line(store, m)).unwrap_or_default())
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

/// The next step once a planned meeting is over.
#[component]
fn MarkHeld(id: RecordId, meeting: Memo<Option<Meeting>>) -> impl IntoView {
    let store = use_store();
    let is_over = Memo::new(move |_| {
        let now = store.now().naive_local();
        meeting.with(|found| {
            found.as_ref().is_some_and(|meeting| {
                meeting.status == MeetingStatus::Planned
                    && meeting.ends().is_some_and(|ends| ends <= now)
            })
        })
    });
    let mark = move |()| {
        // What stands in the way is said by the store's notice.
        let _outcome = revise_meeting(store, id, vec![MeetingChange::Status(MeetingStatus::Held)]);
    };
    view! {
        <Show when=move || is_over.get()>
            <ActionBar>
                <Button
                    label=say(store, |m| m.meetings.mark_held)
                    on_click=mark
                    tone=Tone::Primary
                    icon=Glyph::Check
                />
            </ActionBar>
        </Show>
    }
}

/// What stands here once the meeting is gone.
#[component]
fn NotThere() -> impl IntoView {
    let store = use_store();
    view! {
        <PageHead
            title=say(store, |m| m.meetings.title)
            back_href=Route::Meetings.to_string()
            back_label=say(store, |m| m.meetings.title)
        />
        <EmptyState
            icon=Glyph::Meetings
            title=say(store, |m| m.errors.no_record)
            text=Signal::stored(String::new())
        >
            <ButtonLink
                label=say(store, |m| m.meetings.list)
                href=Route::Meetings.to_string()
                tone=Tone::Primary
            />
        </EmptyState>
    }
}

//! The meetings, as a list: what comes up, and what is over.

use leptos::prelude::*;

use crate::domain::{Agenda, Kind, RecordId, Series};
use crate::route::Route;
use crate::ui::components::{
    ActionBar, Below, ButtonLink, Disclosure, EmptyState, Glyph, List, ListHead, ListRow, RowState,
    Section, Tone, WindowedList,
};
use crate::ui::features::meetings::meeting_row::MeetingRow;
use crate::ui::features::meetings::meeting_views::MeetingViews;
use crate::ui::features::meetings::series_record::rule_line;
use crate::ui::features::plans::begin::Begin;
use crate::ui::side_by_side::chosen_or;
use crate::ui::words::{say, use_store};

/// The meetings, as a list.
#[component]
pub fn MeetingsPage() -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    let agenda = Memo::new(move |_| {
        let now = store.now().naive_local();
        store.plan(&[Kind::Meeting], |_, plan| plan.agenda(now)).unwrap_or_default()
    });
    let is_empty = Memo::new(move |_| agenda.with(|agenda| *agenda == Agenda::default()));
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <ListHead title=say(store, |m| m.meetings.title) />
            <Show when=move || !is_empty.get() fallback=|| view! { <NoMeetings /> }>
                <MeetingViews is_month=false />
                <Coming agenda />
                <Below>
                    <AllSeries />
                    <Past agenda />
                    <AroundMeetings />
                </Below>
                <ActionBar>
                    <ScheduleLink />
                </ActionBar>
            </Show>
        </Show>
    }
}

/// The meetings that are still to come.
#[component]
fn Coming(agenda: Memo<Agenda>) -> impl IntoView {
    let store = use_store();
    let ids = Memo::new(move |_| agenda.with(|agenda| agenda.coming.clone()));
    let label = say(store, |m| m.meetings.coming);
    view! {
        <Section title=label>
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="muted">{move || store.messages().meetings.none_coming}</p>
            </Show>
            <Rows ids label />
        </Section>
    }
}

/// The series, each with its rule.
#[component]
fn AllSeries() -> impl IntoView {
    let store = use_store();
    let all = Memo::new(move |_| {
        store.plan(&[Kind::Series], |_, plan| plan.all_series()).unwrap_or_default()
    });
    let rows = move || {
        let row = |series: Series| {
            let id = series.id;
            let title = series.title.clone();
            let line = Signal::derive(move || rule_line(store, &series));
            let state = chosen_or(Route::Series(id), || RowState::Plain);
            view! { <ListRow href=Route::Series(id).to_string() title line state /> }
        };
        all.get().into_iter().map(row).collect_view()
    };
    let label = say(store, |m| m.series.all);
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <Section title=label>
                <List label>{rows}</List>
            </Section>
        </Show>
    }
}

/// The ways to shifts, to times that suit, and to other calendars.
#[component]
fn AroundMeetings() -> impl IntoView {
    let store = use_store();
    let label = say(store, |m| m.meetings.around);
    view! {
        <Section title=label>
            <List label>
                <ListRow
                    href=Route::FindTime.to_string()
                    title=say(store, |m| m.meetings.find_time)
                    line=say(store, |m| m.meetings.find_time_line)
                />
                <ListRow
                    href=Route::Shifts.to_string()
                    title=say(store, |m| m.meetings.shifts)
                    line=say(store, |m| m.meetings.shifts_line)
                />
                <ListRow
                    href=Route::Calendar(None).to_string()
                    title=say(store, |m| m.calendar.title)
                    line=say(store, |m| m.calendar.link_line)
                />
            </List>
        </Section>
    }
}

/// The meetings that are over, out of the way until they are wanted.
#[component]
fn Past(agenda: Memo<Agenda>) -> impl IntoView {
    let store = use_store();
    let ids = Memo::new(move |_| agenda.with(|agenda| agenda.past.clone()));
    let has_past = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    let summary = Signal::derive(move || (store.messages().meetings.past)(ids.with(Vec::len)));
    view! {
        <Show when=move || has_past.get()>
            <Disclosure summary>
                <Rows ids label=summary />
            </Disclosure>
        </Show>
    }
}

#[component]
fn Rows(ids: Memo<Vec<RecordId>>, label: Signal<String>) -> impl IntoView {
    let store = use_store();
    view! {
        <WindowedList
            rows=ids
            key=|id: &RecordId| *id
            more_label=say(store, |m| m.shell.show_more)
            label
            let:id
        >
            <MeetingRow id />
        </WindowedList>
    }
}

/// What meetings are for, while there are none.
#[component]
fn NoMeetings() -> impl IntoView {
    let store = use_store();
    view! {
        <EmptyState
            icon=Glyph::Meetings
            title=say(store, |m| m.meetings.empty)
            text=say(store, |m| m.meetings.empty_why)
        >
            <ScheduleLink />
            <ButtonLink
                label=say(store, |m| m.meetings.find_time)
                href=Route::FindTime.to_string()
                tone=Tone::Quiet
                icon=Glyph::Clock
            />
        </EmptyState>
    }
}

#[component]
fn ScheduleLink() -> impl IntoView {
    let store = use_store();
    view! {
        <ButtonLink
            label=say(store, |m| m.meetings.schedule)
            href=Route::NewMeeting.to_string()
            tone=Tone::Primary
            icon=Glyph::Plus
        />
    }
}

//! One series of meetings: its rule, its meetings, and how it goes on or ends.

use leptos::prelude::*;

use crate::domain::{Ending, Kind, Meeting, Problem, RecordId, Repeat, Run, Series, Timetable};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{
    ActionBar, Button, ButtonLink, Disclosure, Form, Glyph, PageHead, Section, SelectField, Tone,
    WindowedList,
};
use crate::ui::features::audience::audience_chip::AudienceChip;
use crate::ui::features::history::history_link::HistoryLink;
use crate::ui::features::meetings::meeting_row::MeetingRow;
use crate::ui::features::meetings::repeat_draft::EndingDraft;
use crate::ui::features::meetings::repeat_fields::{EndingFields, preview};
use crate::ui::features::meetings::series_record::{
    meeting_choices, planned, rule_line, series_of,
};
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::features::shell::no_record::NoRecord;
use crate::ui::words::{say, use_store};

/// How many meetings are suggested for lengthening a series.
const USUAL_MORE: i64 = 4;

/// One series of meetings.
#[component]
pub fn SeriesPage(
    /// The series.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let series = series_of(store, id);
    let is_there = Memo::new(move |_| series.with(Option::is_some));
    let coming = Memo::new(move |_| {
        let now = store.now().naive_local();
        let read = store.plan(&[Kind::Meeting], |_, plan| planned(plan, id, now));
        read.unwrap_or_default()
    });
    let has_coming = Memo::new(move |_| coming.with(|coming| !coming.is_empty()));
    let is_known =
        Memo::new(move |_| series.with(|s| s.as_ref().is_some_and(|s| s.repeat.is_some())));
    let disputes = move || {
        store.key_of(Kind::Series, id).map(|key| view! { <AudienceChip key /><DisputePanel key /> })
    };
    view! {
        <Show when=move || is_there.get() fallback=|| view! { <NotThere /> }>
            <SeriesHead series />
            {disputes}
            <Occurrences id />
            <Show when=move || !has_coming.get()>
                <p class="muted prose">{move || store.messages().series.over}</p>
            </Show>
            <Show
                when=move || is_known.get()
                fallback=move || {
                    view! { <p class="prose">{move || store.messages().series.unknown}</p> }
                }
            >
                <Lengthen id series is_open=!has_coming.get_untracked() />
            </Show>
            <Show when=move || has_coming.get()>
                <End id coming />
            </Show>
            <HistoryLink kind=Kind::Series id />
            <Show when=move || has_coming.get() && is_known.get()>
                <ActionBar>
                    <ButtonLink
                        label=say(store, |m| m.series.change)
                        href=Route::ChangeSeries(id).to_string()
                        tone=Tone::Primary
                        icon=Glyph::Edit
                    />
                </ActionBar>
            </Show>
        </Show>
    }
}

#[component]
fn SeriesHead(series: Memo<Option<Series>>) -> impl IntoView {
    let store = use_store();
    let title =
        move || series.with(|found| found.as_ref().map(|s| s.title.clone()).unwrap_or_default());
    let line = move || {
        series.with(|found| found.as_ref().map(|s| rule_line(store, s)).unwrap_or_default())
    };
    view! {
        <PageHead
            title=Signal::derive(title)
            name=say(store, |m| m.series.title)
            line=Signal::derive(line)
            back_href=Route::Meetings.to_string()
            back_label=say(store, |m| m.meetings.title)
        />
    }
}

/// Every meeting of the series, in the order of its rule.
#[component]
fn Occurrences(id: RecordId) -> impl IntoView {
    let store = use_store();
    let rows = Memo::new(move |_| {
        let read = store.plan(&[Kind::Meeting], |_, plan| {
            let all = plan.meetings_in_series(id).into_iter();
            all.map(|(_, meeting)| meeting).collect::<Vec<_>>()
        });
        read.unwrap_or_default()
    });
    let aside = Signal::derive(move || {
        let count = rows.with(Vec::len);
        (store.messages().share.records.count)(Kind::Meeting, count)
    });
    let label = say(store, |m| m.series.meetings);
    view! {
        <Section title=label aside>
            <WindowedList
                rows
                key=|id: &RecordId| *id
                more_label=say(store, |m| m.shell.show_more)
                label
                let:id
            >
                <MeetingRow id />
            </WindowedList>
        </Section>
    }
}

/// More meetings after the last one.
#[component]
fn Lengthen(id: RecordId, series: Memo<Option<Series>>, is_open: bool) -> impl IntoView {
    let store = use_store();
    let prefix = format!("series/{id}/more/");
    let draft = EndingDraft::new(store, &prefix, USUAL_MORE, None);
    let next = Memo::new(move |_| {
        let read = store.plan(&[Kind::Meeting], |_, plan| plan.meetings_in_series(id).pop());
        read.flatten().map_or(0, |(number, _)| number + 1)
    });
    let run = move || -> Result<Option<(Repeat, Run)>, Problem> {
        let ending = draft.read()?;
        let rule = series.with(|found| found.as_ref().and_then(|s| Some((s.repeat?, s.starts?))));
        let Some((repeat, first)) = rule else { return Ok(None) };
        Run::of(repeat, first, next.get(), ending).map(|run| Some((repeat, run)))
    };
    let run = Memo::new(move |_| run());
    let add = move |()| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let Ok(ending) = untrack(|| draft.read()) else { return };
        // What stands in the way is said at the field, or by the store's notice.
        if store.apply(extend(id, ending).within(plan)).is_ok() {
            store.clear_drafts(&prefix);
        }
    };
    let count = move || run.get().ok().flatten().map_or(0, |(_, run)| run.count);
    view! {
        <Disclosure summary=say(store, |m| m.series.lengthen) is_open>
            <Form on_submit=add>
                <EndingFields draft problem=Signal::derive(move || run.get().err()) />
                <p class="repeat-fields__preview" role="status">
                    {move || run_words(store, run.get().ok().flatten())}
                </p>
                <div class="cluster">
                    <Button
                        label=Signal::derive(move || (store.messages().series.add)(count()))
                        icon=Glyph::Plus
                        is_disabled=Signal::derive(move || count() == 0)
                    />
                </div>
            </Form>
        </Disclosure>
    }
}

fn extend(series: RecordId, ending: Ending) -> Timetable {
    Timetable::ExtendSeries { series, ending }
}

fn run_words(store: Store, run: Option<(Repeat, Run)>) -> String {
    match run {
        Some((repeat, run)) => preview(store, Some(repeat), Some(run)),
        None => String::new(),
    }
}

/// Deleting the planned meetings from one on.
#[component]
fn End(id: RecordId, coming: Memo<Vec<Meeting>>) -> impl IntoView {
    let store = use_store();
    let chosen = RwSignal::new(None::<String>);
    let choices = Signal::derive(move || coming.with(|coming| meeting_choices(store, coming)));
    let value = Signal::derive(move || {
        let first = || choices.with(|choices| choices.first().map(|it| it.value.clone()));
        let kept =
            chosen.get().filter(|kept| choices.with(|all| all.iter().any(|it| it.value == *kept)));
        kept.or_else(first).unwrap_or_default()
    });
    // The chosen one and all that start with it or later.
    let from = Memo::new(move |_| {
        let value = value.get();
        coming.with(|coming| {
            let found = coming.iter().find(|meeting| meeting.id.to_string() == value)?;
            found.starts
        })
    });
    let count = move || {
        coming.with(|coming| coming.iter().filter(|meeting| meeting.starts >= from.get()).count())
    };
    let end = move |()| {
        let (plan, from) = untrack(|| (store.open_plan_id(), from.get()));
        let (Some(plan), Some(from)) = (plan, from) else { return };
        // What stands in the way is said by the store's notice.
        let _outcome = store.apply(Timetable::EndSeries { series: id, from }.within(plan));
    };
    view! {
        <Disclosure summary=say(store, |m| m.series.end)>
            <div class="stack">
                <SelectField
                    label=say(store, |m| m.series.end_from)
                    choices
                    value
                    on_change=move |id| chosen.set(Some(id))
                />
                <div class="cluster">
                    <Button
                        label=Signal::derive(move || (store.messages().series.end_count)(count()))
                        on_click=end
                        tone=Tone::Danger
                        icon=Glyph::Trash
                    />
                </div>
            </div>
        </Disclosure>
    }
}

/// What stands here where there is no such series.
#[component]
pub fn NotThere() -> impl IntoView {
    let store = use_store();
    view! {
        <NoRecord
            title=say(store, |m| m.series.title)
            list=Route::Meetings
            list_title=say(store, |m| m.meetings.title)
            to_list=say(store, |m| m.meetings.list)
            glyph=Glyph::Meetings
        />
    }
}

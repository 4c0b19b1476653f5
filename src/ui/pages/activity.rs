//! What changed in the plan, or in one record: by day, the newest first, with what it said before.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::{Act, Kind, RecordId, RecordKey};
use crate::route::Route;
use crate::store::{Remembered, SaveState, Store};
use crate::ui::components::{ButtonLink, EmptyState, Glyph, PageHead, WindowedList};
use crate::ui::features::history::act_row::ActRow;
use crate::ui::features::history::act_words::act_moment;
use crate::ui::features::settling::record_words::{record_page, record_title};
use crate::ui::words::{say, use_store};

/// What changed.
#[component]
pub fn ActivityPage(
    /// Only what was done to this record and to those that belong to it.
    of: Option<(Kind, RecordId)>,
) -> impl IntoView {
    let store = use_store();
    let memory = memory(store);
    let rows = Memo::new(move |_| {
        // The past comes a moment later than the page. Until then it would tell but half.
        let Some(memory) = memory.get() else { return Vec::new() };
        let past = &memory.remembered.past;
        let acts = store.plan(&Kind::KNOWN, |id, plan| plan.activity(id, past, of));
        by_day(store, acts.unwrap_or_default())
    });
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    view! {
        <Head of />
        <Show
            when=move || !is_empty.get()
            fallback=move || {
                view! {
                    <Show when=move || memory.with(Option::is_some)>
                        <Nothing />
                    </Show>
                }
            }
        >
            <div class="activity">
                <KeptLine memory />
                <WindowedList
                    rows
                    key=Line::clone
                    more_label=say(store, |m| m.shell.show_more)
                    label=say(store, |m| m.activity.title)
                    let:line
                >
                    {match line {
                        Line::Day(day) => view! { <Day day /> }.into_any(),
                        Line::Act(act) => view! { <ActRow act /> }.into_any(),
                    }}
                </WindowedList>
            </div>
        </Show>
    }
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Line {
    Day(NaiveDate),
    Act(Arc<Act>),
}

/// What the device remembers, and whether it could be read.
#[derive(Clone, Debug, Default, PartialEq)]
struct Memory {
    remembered: Remembered,
    is_unread: bool,
}

/// What the device remembers of the open plan; nothing until it has been read. It is read again
/// whenever something has been stored.
fn memory(store: Store) -> RwSignal<Option<Arc<Memory>>> {
    let found = RwSignal::new(None::<Arc<Memory>>);
    let is_saving = Memo::new(move |_| store.save_state().get() == SaveState::Saving);
    let round = StoredValue::new(0_u32);
    Effect::new(move |_| {
        store.workspace(|_| ());
        let Some(plan) = store.open_plan_id() else { return };
        if is_saving.get() && found.with_untracked(Option::is_some) {
            return;
        }
        round.update_value(|round| *round += 1);
        let this_round = round.get_value();
        spawn_local(async move {
            let memory = match store.remembered(plan).await {
                Ok(remembered) => Memory { remembered, is_unread: false },
                Err(_) => Memory { is_unread: true, ..Memory::default() },
            };
            // A page that has gone, or asked again, waits for this answer no more.
            if round.try_get_value() == Some(this_round) {
                found.try_set(Some(Arc::new(memory)));
            }
        });
    });
    found
}

/// The changes, each day under its own heading.
fn by_day(store: Store, acts: Vec<Act>) -> Vec<Line> {
    let mut lines = Vec::with_capacity(acts.len());
    let mut last = None;
    for act in acts {
        let day = act_moment(store, &act).date();
        if last.replace(day) != Some(day) {
            lines.push(Line::Day(day));
        }
        lines.push(Line::Act(Arc::new(act)));
    }
    lines
}

/// The heading of a day.
#[component]
fn Day(day: NaiveDate) -> impl IntoView {
    let store = use_store();
    let words = move || {
        let (locale, today) = (store.locale(), store.now().date_naive());
        if day.year() == today.year() { locale.long_day(day) } else { locale.full_date(day) }
    };
    view! {
        <li class="activity__day">
            <h2 class="activity__date">{words}</h2>
        </li>
    }
}

/// The title, and the way back.
#[component]
fn Head(of: Option<(Kind, RecordId)>) -> impl IntoView {
    let store = use_store();
    let subject = Memo::new(move |_| {
        let (kind, id) = of?;
        store.plan(&[kind], |plan_id, plan| {
            let key = RecordKey { plan: plan_id, kind, id };
            let page = plan.find(kind, id).and_then(|_| record_page(plan, kind, id));
            (record_title(&store.messages().share, plan, key), page)
        })
    });
    let back = move || subject.get().and_then(|(_, page)| page).unwrap_or(Route::More).to_string();
    let back_label = move || match subject.get() {
        Some((title, Some(_))) => title,
        _ => store.messages().settings.more.to_owned(),
    };
    view! {
        <PageHead
            title=say(
                store,
                if of.is_some() { |m| m.activity.history } else { |m| m.activity.title },
            )
            line=Signal::derive(move || subject.get().map(|(title, _)| title).unwrap_or_default())
            back_href=Signal::derive(back)
            back_label=Signal::derive(back_label)
        />
    }
}

/// Where earlier words are kept, and whether all of them could be read.
#[component]
fn KeptLine(memory: RwSignal<Option<Arc<Memory>>>) -> impl IntoView {
    let store = use_store();
    let words = move || {
        let messages = store.messages().activity;
        let memory = memory.get()?;
        Some(match memory.remembered.unreadable {
            _ if memory.is_unread => messages.unread.to_owned(),
            _ if store.is_journal_only() => messages.none_kept.to_owned(),
            0 => messages.kept_here.to_owned(),
            count => (messages.unreadable)(count),
        })
    };
    view! { <p class="muted small">{move || words()}</p> }
}

/// Nothing is known to have changed.
#[component]
fn Nothing() -> impl IntoView {
    let store = use_store();
    view! {
        <EmptyState
            icon=Glyph::Clock
            title=say(store, |m| m.activity.empty)
            text=say(store, |m| m.activity.empty_text)
        >
            <ButtonLink label=say(store, |m| m.shell.today) href=Route::Today.to_string() />
        </EmptyState>
    }
}

//! Goals to begin from, as the program's pack has them for the present phase: one fills the form, or several are
//! taken as they are.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::goal_draft::GoalDraft;
use super::goal_words::today;
use crate::domain::{Bond, GoalTemplate, Kind};
use crate::store::Store;
use crate::ui::components::{
    AnswerList, AnswerRow, Button, CheckRow, Disclosure, Glyph, List, Section, Tone,
};
use crate::ui::words::{say, use_store};

/// By when a goal of the pack is due in the plan that is open.
pub fn due_of(store: Store, idea: &GoalTemplate) -> Option<NaiveDate> {
    let today = store.now().date_naive();
    store.plan(&[Kind::Plan], |id, plan| idea.due(&plan.card(id)?, today)).flatten()
}

/// The goals of the pack that the plan has not taken: those of the present phase, and all others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Ideas {
    now: Vec<GoalTemplate>,
    more: Vec<GoalTemplate>,
}

fn ideas(store: Store) -> Memo<Ideas> {
    let today = today(store);
    Memo::new(move |_| {
        let (day, _) = today.get();
        let pack = store.pack();
        let found = store.plan(&[Kind::Plan, Kind::Goal], |id, plan| {
            let phase = plan.card(id).and_then(|card| card.phase(day)).map(|span| span.phase);
            let all = plan.suggested_goals(pack, None).into_iter().cloned();
            let is_now = |idea: &GoalTemplate| phase.is_some_and(|one| one.name() == idea.phase);
            let (now, more) = all.partition(is_now);
            Ideas { now, more }
        });
        found.unwrap_or_default()
    })
}

/// Ideas above an empty form, of which one fills it; or which idea it was filled with.
#[component]
pub fn Suggestions(
    /// The form.
    form: GoalDraft,
) -> impl IntoView {
    let store = use_store();
    let ideas = ideas(store);
    let is_empty = Memo::new(move |_| form.is_empty());
    let has_ideas = Memo::new(move |_| ideas.with(|ideas| !ideas.now.is_empty()));
    let now = Signal::derive(move || ideas.with(|ideas| ideas.now.clone()));
    let more = Signal::derive(move || ideas.with(|ideas| ideas.more.clone()));
    let has_more = Memo::new(move |_| ideas.with(|ideas| !ideas.more.is_empty()));
    view! {
        <Show when=move || is_empty.get() fallback=move || view! { <Taken form /> }>
            <div class="suggestions">
                <Show when=move || has_ideas.get()>
                    <Disclosure summary=say(store, |m| m.goals.ideas) is_open=true>
                        <Rows form ideas=now />
                    </Disclosure>
                </Show>
                <Show when=move || has_more.get()>
                    <Disclosure summary=say(store, |m| m.goals.more_ideas)>
                        <Rows form ideas=more />
                    </Disclosure>
                </Show>
            </div>
        </Show>
    }
}

#[component]
fn Rows(form: GoalDraft, ideas: Signal<Vec<GoalTemplate>>) -> impl IntoView {
    let store = use_store();
    let row = move |idea: GoalTemplate| {
        let (title, why) = (idea.title.clone(), idea.why.clone());
        view! {
            <AnswerRow
                title=Signal::derive(move || title.clone())
                line=Signal::derive(move || why.clone())
                on_answer=move || form.take(&idea)
            />
        }
    };
    view! {
        <AnswerList label=say(store, |m| m.goals.ideas_hint)>
            <For each=move || ideas.get() key=|idea| (idea.key.clone(), idea.title.clone()) children=row />
        </AnswerList>
    }
}

/// Which idea the form was filled with, and the way back to the others while nothing of it was changed.
#[component]
fn Taken(form: GoalDraft) -> impl IntoView {
    let store = use_store();
    let is_taken = Memo::new(move |_| form.idea().is_some());
    let is_untouched = Memo::new(move |_| form.idea().is_some_and(|idea| form.is_untouched(idea)));
    view! {
        <div class="suggestions" role="status">
            <Show when=move || is_taken.get()>
                <p class="muted small">{say(store, |m| m.goals.idea_taken)}</p>
            </Show>
        </div>
        <Show when=move || is_untouched.get()>
            <div class="cluster">
                <Button
                    label=say(store, |m| m.goals.other_idea)
                    on_click=move || form.clear()
                    tone=Tone::Quiet
                    icon=Glyph::Undo
                />
            </div>
        </Show>
    }
}

/// The goals of the present phase, to be taken together into a plan that has none; nothing where the pack has none.
#[component]
pub fn FirstGoals() -> impl IntoView {
    let store = use_store();
    let ideas = ideas(store);
    let left_out = RwSignal::new(BTreeSet::<String>::new());
    let chosen = move || {
        let is_in = |idea: &&GoalTemplate| !left_out.with(|out| out.contains(&idea.key));
        ideas.with(|ideas| ideas.now.iter().filter(is_in).cloned().collect::<Vec<_>>())
    };
    let count = Memo::new(move |_| chosen().len());
    let has_ideas = Memo::new(move |_| ideas.with(|ideas| !ideas.now.is_empty()));
    let take = move || {
        let (plan, templates) = untrack(|| (store.open_plan_id(), chosen()));
        // A refusal is said in the notice.
        let _outcome = plan.map(|plan| store.apply(Bond::TakeGoals { templates }.within(plan)));
    };
    let now = move || ideas.with(|ideas| ideas.now.clone());
    view! {
        <Show when=move || has_ideas.get()>
            <Section title=say(store, |m| m.goals.ideas)>
                <p class="muted small">{say(store, |m| m.goals.first_goals_hint)}</p>
                <List label=say(store, |m| m.goals.ideas)>
                    <For each=now key=|idea| (idea.key.clone(), idea.title.clone()) let:idea>
                        <FirstGoal idea left_out />
                    </For>
                </List>
                <Button
                    label=Signal::derive(move || (store.messages().goals.take)(count.get()))
                    on_click=take
                    tone=Tone::Primary
                    icon=Glyph::Plus
                    is_disabled=Signal::derive(move || count.get() == 0)
                />
            </Section>
        </Show>
    }
}

/// One of them, which can be left out.
#[component]
fn FirstGoal(idea: GoalTemplate, left_out: RwSignal<BTreeSet<String>>) -> impl IntoView {
    let store = use_store();
    let category = idea.category();
    let (key, title, why) = (idea.key, idea.title, idea.why);
    let line = move || format!("{} · {why}", (store.messages().common.category)(category));
    let shown = key.clone();
    let choose = move |is_in: bool| {
        left_out.update(|out| {
            if is_in {
                out.remove(&key);
            } else {
                out.insert(key.clone());
            }
        });
    };
    view! {
        <li>
            <CheckRow
                label=Signal::derive(move || title.clone())
                is_checked=Signal::derive(move || left_out.with(|out| !out.contains(&shown)))
                on_change=choose
                line=Signal::derive(line)
            />
        </li>
    }
}

//! How it stands with a goal and why, and what a person may say of it: that it is met, set aside with a reason, or
//! taken up again.

use leptos::{html, prelude::*};

use super::goal_words::{news_of, standing_of, status_words};
use crate::domain::{Because, Bond, Command, GoalChange, GoalState, GoalStatus, Problem, RecordId};
use crate::store::Store;
use crate::ui::components::{Button, Chip, Form, TextArea, Tone, hand_keyboard_to};
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{problem_in, problem_note, say, use_store};

/// The status, its reason, and what can be said of it.
#[component]
pub fn GoalStanding(
    /// The goal.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let standing = standing_of(store, id);
    let status = move || standing.get().map(|(status, _)| status).unwrap_or(GoalStatus::OnTrack);
    let chip = move || (store.messages().paper.status)(status()).to_owned();
    let why = move || standing.get().map(|(_, why)| status_words(store, &why)).unwrap_or_default();
    // A reason that was begun is there again when the page is.
    let is_asking = RwSignal::new(store.draft(&draft_name(id)).is_some());
    let can_be_set_aside = Memo::new(move |_| status() != GoalStatus::SetAside);
    let block = Block { of: NodeRef::new(), is_asking };
    view! {
        <div class="goal-standing" node_ref=block.of>
            // The status changes while the page is open, and is said then.
            <p class="goal-standing__words" role="status">
                <Chip label=Signal::derive(chip) news=Signal::derive(move || news_of(status())) />
                <span>{why}</span>
            </p>
            <Show
                when=move || is_asking.get() && can_be_set_aside.get()
                fallback=move || view! { <Deeds id block /> }
            >
                <Reason id block />
            </Show>
        </div>
    }
}

/// The block and whether it asks for a reason.
#[derive(Clone, Copy)]
struct Block {
    of: NodeRef<html::Div>,
    is_asking: RwSignal<bool>,
}

impl Block {
    fn ask(self, is_asking: bool) {
        self.is_asking.set(is_asking);
        self.keep_keyboard();
    }

    /// What was pressed is gone, and what stands in its place takes the keyboard.
    fn keep_keyboard(self) {
        hand_keyboard_to(self.of);
    }
}

fn draft_name(goal: RecordId) -> String {
    format!("goal/{goal}/aside")
}

/// What can be said of it now.
#[component]
fn Deeds(id: RecordId, block: Block) -> impl IntoView {
    let store = use_store();
    let standing = standing_of(store, id);
    let say_state = move |state: GoalState| {
        // A refusal is said in the notice.
        let changes = vec![GoalChange::State(state), GoalChange::Reason(String::new())];
        let plan = untrack(|| store.open_plan_id());
        let _outcome =
            plan.map(|plan| store.apply(Command::ReviseGoal { plan, goal: id, changes }));
        block.keep_keyboard();
    };
    let deeds = move || match standing.get() {
        Some((GoalStatus::SetAside, _)) => {
            let resume = move || say_state(GoalState::Unsaid);
            view! { <Button label=say(store, |m| m.goals.take_up) on_click=resume /> }.into_any()
        }
        Some((GoalStatus::Met, because)) => {
            // Tasks that are all done would make it met again.
            let open = match because {
                Because::AllDone => GoalState::Open,
                _ => GoalState::Unsaid,
            };
            let reopen = move || say_state(open);
            view! { <Button label=say(store, |m| m.goals.reopen) on_click=reopen tone=Tone::Quiet /> }
                .into_any()
        }
        _ => view! {
            <Button
                label=say(store, |m| m.goals.mark_met)
                on_click=move || say_state(GoalState::Met)
            />
            <Button
                label=say(store, |m| m.goals.set_aside)
                on_click=move || block.ask(true)
                tone=Tone::Quiet
            />
        }
        .into_any(),
    };
    view! { <div class="cluster">{deeds}</div> }
}

/// The field for the reason.
#[component]
fn Reason(id: RecordId, block: Block) -> impl IntoView {
    let store = use_store();
    let draft = Draft::new(store, draft_name(id), "");
    let was_tried = RwSignal::new(false);
    let problem = move || {
        let written = draft.get();
        match written.trim().is_empty() {
            true => was_tried.get().then_some(Problem::Missing),
            false => problem_in(&GoalChange::Reason(written).check()),
        }
    };
    let set_aside = move || {
        was_tried.set(true);
        let reason = untrack(|| draft.get());
        if apply(store, id, reason) {
            draft.clear();
            block.ask(false);
        }
    };
    view! {
        <Form on_submit=set_aside>
            <TextArea
                label=say(store, |m| m.goals.reason)
                value=draft.value()
                on_input=draft.on_input()
                note=Signal::derive(move || problem_note(store, problem()))
            />
            <div class="cluster">
                <Button label=say(store, |m| m.goals.set_aside) />
                <Button
                    label=say(store, |m| m.goals.keep_going)
                    on_click=move || block.ask(false)
                    tone=Tone::Quiet
                />
            </div>
        </Form>
    }
}

fn apply(store: Store, goal: RecordId, reason: String) -> bool {
    let plan = untrack(|| store.open_plan_id());
    plan.is_some_and(|plan| store.apply(Bond::SetAside { goal, reason }.within(plan)).is_ok())
}

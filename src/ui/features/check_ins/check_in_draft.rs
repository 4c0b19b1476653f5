//! A check-in that is being written. Every keystroke and choice is kept.

use crate::domain::{Bond, Command, NewCheckIn, PlanId, Problem, field};
use crate::store::Store;
use crate::ui::features::writing::draft::Draft;

/// A check-in that is being written.
#[derive(Clone, Copy)]
pub struct CheckInDraft {
    store: Store,
    plan: PlanId,
    went: Draft,
    win: Draft,
    difficulty: Draft,
    need: Draft,
    feeling: Draft,
}

impl CheckInDraft {
    /// The draft of a check-in in this plan, as it was left.
    pub fn new(store: Store, plan: PlanId) -> Self {
        let draft = |name: &str| Draft::new(store, format!("{}{name}", prefix(plan)), "");
        Self {
            store,
            plan,
            went: draft(field::WENT),
            win: draft(field::WIN),
            difficulty: draft(field::DIFFICULTY),
            need: draft(field::NEED),
            feeling: draft(field::FEELING),
        }
    }

    /// The field that a prompt in words asks for; none where it asks for something else.
    pub fn text(&self, prompt: &str) -> Option<Draft> {
        match prompt {
            field::WENT => Some(self.went),
            field::WIN => Some(self.win),
            field::DIFFICULTY => Some(self.difficulty),
            field::NEED => Some(self.need),
            _ => None,
        }
    }

    /// The chosen mood.
    pub fn mood(&self) -> Option<i64> {
        self.feeling.get().parse().ok()
    }

    /// Chooses a mood, or none.
    pub fn choose_mood(&self, step: Option<i64>) {
        self.feeling.set(step.map(|step| step.to_string()).unwrap_or_default());
    }

    fn written(&self) -> NewCheckIn {
        NewCheckIn {
            went: self.went.get(),
            win: self.win.get(),
            difficulty: self.difficulty.get(),
            need: self.need.get(),
            mood: self.mood(),
        }
    }

    /// Whether nothing is written or chosen.
    pub fn is_empty(&self) -> bool {
        let written = self.written();
        let texts = [&written.went, &written.win, &written.difficulty, &written.need];
        written.mood.is_none() && texts.iter().all(|text| text.trim().is_empty())
    }

    /// What is wrong with the words of one field. That there are none is not.
    pub fn problem(&self, text: Draft) -> Option<Problem> {
        let alone = NewCheckIn { went: text.get(), ..NewCheckIn::default() };
        let problem = alone.check().err().map(|complaint| complaint.problem);
        problem.filter(|problem| *problem != Problem::Missing)
    }

    /// The command that writes it down.
    pub fn command(&self) -> Command {
        Bond::CheckIn(self.written()).within(self.plan)
    }

    /// Empties everything, once it has been written down.
    pub fn clear(&self) {
        self.store.clear_drafts(&prefix(self.plan));
        for draft in [self.went, self.win, self.difficulty, self.need, self.feeling] {
            draft.clear();
        }
    }
}

/// Under which name everything typed for a check-in in this plan is kept.
fn prefix(plan: PlanId) -> String {
    format!("check-in/{plan}/new/")
}

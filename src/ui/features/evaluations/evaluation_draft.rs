//! Answers about the mentorship that are being written. Every keystroke and choice is kept.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::{Answer, Bond, Command, EvaluationItem, Moment, PlanId};
use crate::store::Store;
use crate::ui::features::writing::draft::Draft;

/// One item with what is being answered to it.
#[derive(Clone)]
pub struct ItemDraft {
    /// The key of the item.
    pub key: String,
    /// Whether it is answered on the scale.
    pub is_scale: bool,
    /// The step, in digits.
    pub scale: Draft,
    /// The words.
    pub words: Draft,
}

impl ItemDraft {
    /// The chosen step.
    pub fn step(&self) -> Option<i64> {
        self.scale.get().parse().ok()
    }
}

/// Answers that are being written.
#[derive(Clone, Copy)]
pub struct EvaluationDraft {
    store: Store,
    plan: PlanId,
    /// When in the course.
    pub moment: Moment,
    items: StoredValue<Vec<ItemDraft>>,
}

impl EvaluationDraft {
    /// The draft as it was left, over what was given before.
    pub fn new(
        store: Store,
        plan: PlanId,
        moment: Moment,
        given: &BTreeMap<String, Answer>,
    ) -> Self {
        let prefix = prefix(plan, moment);
        let item = |item: &EvaluationItem| {
            let before = given.get(&item.key).cloned().unwrap_or_default();
            let scale = before.scale.map(|step| step.to_string()).unwrap_or_default();
            let draft =
                |part, before| Draft::new(store, format!("{prefix}{}/{part}", item.key), before);
            ItemDraft {
                key: item.key.clone(),
                is_scale: item.is_scale,
                scale: draft("scale", scale),
                words: draft("words", before.words),
            }
        };
        let items = untrack(|| store.pack()).evaluation.iter().map(item).collect();
        Self { store, plan, moment, items: StoredValue::new(items) }
    }

    /// The items, in the order of the program.
    pub fn items(&self) -> Vec<ItemDraft> {
        self.items.get_value()
    }

    fn answers(&self) -> BTreeMap<String, Answer> {
        let answer = |item: ItemDraft| {
            (item.key.clone(), Answer { scale: item.step(), words: item.words.get() })
        };
        self.items().into_iter().map(answer).collect()
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        let is_empty = |answer: &Answer| answer.scale.is_none() && answer.words.trim().is_empty();
        self.answers().values().all(is_empty)
    }

    /// The command that gives the answers.
    pub fn command(&self) -> Command {
        Bond::Evaluate { moment: self.moment, answers: self.answers() }.within(self.plan)
    }

    /// Forgets the drafts, once they have been given. The fields keep what they show.
    pub fn forget(&self) {
        self.store.clear_drafts(&prefix(self.plan, self.moment));
    }
}

/// The words that were typed for items of a moment and not given.
pub fn words_not_given(store: Store, plan: PlanId, moment: Moment) -> Vec<String> {
    let prefix = prefix(plan, moment);
    let items = untrack(|| store.pack()).evaluation.iter();
    items.filter_map(|item| store.draft(&format!("{prefix}{}/words", item.key))).collect()
}

/// Under which name everything typed for this moment of a plan is kept.
fn prefix(plan: PlanId, moment: Moment) -> String {
    format!("evaluation/{plan}/{}/", moment.name())
}

//! The next plan of the same two: it begins with what this one leaves open.

use chrono::NaiveDate;

use super::audience::ForWhom;
use super::command::CommandError;
use super::context::Context;
use super::edits;
use super::event::Happening;
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::meeting::ActionItem;
use super::plan::Plan;
use super::record::field;
use super::rules::{self, LIMITS};
use super::template::{GoalsTaken, PlanTemplate};

/// Something agreed on that goes along into the next plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedItem {
    /// What.
    pub title: String,
    /// Who does it.
    pub owner: CarriedOwner,
}

/// Who does what goes along. A next plan has one person at first: whoever begins it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CarriedOwner {
    /// Nobody has taken it on.
    Nobody,
    /// Whoever begins the next plan.
    Me,
    /// Somebody who is not in the next plan yet, by name.
    Other(String),
}

impl CarriedItem {
    fn of(item: ActionItem, plan: &Plan, me: Option<RecordId>) -> Self {
        let named = |id| plan.person(id).map(|person| person.name);
        let owner = match item.owner {
            Some(owner) if Some(owner) == me => CarriedOwner::Me,
            owner => owner.and_then(named).map_or(CarriedOwner::Nobody, CarriedOwner::Other),
        };
        Self { title: item.title, owner }
    }

    /// What it is called in the next plan: with the name of an owner who is not there, as far as there is room.
    fn title_there(&self) -> String {
        let title = self.title.trim();
        match &self.owner {
            CarriedOwner::Other(name) if !name.trim().is_empty() => {
                let named = format!("{title} ({})", name.trim());
                if named.chars().count() <= LIMITS.title { named } else { title.to_owned() }
            }
            _ => title.to_owned(),
        }
    }
}

impl Plan {
    /// What the next plan of the same two begins with, if `me` begins it and it starts on `starts`: the agreement, the
    /// goals and action items that are left, and, where `keeps_times`, each series of meetings anew, on its weekday.
    pub fn next_plan(
        &self,
        id: PlanId,
        title: &str,
        starts: NaiveDate,
        me: Option<RecordId>,
        keeps_times: bool,
    ) -> Option<PlanTemplate> {
        let begun = self.card(id)?.starts.unwrap_or(starts);
        let mut next = self.counted_from(id, title, GoalsTaken::Left, begun)?;
        let shift = (starts - begun).num_days();
        next.meetings.retain(|meeting| keeps_times && !meeting.repeats.is_empty());
        for meeting in &mut next.meetings {
            meeting.day = (meeting.day - shift).rem_euclid(7);
        }
        let mut items = self.outgoing(id, ForWhom::Pair).plan.action_items();
        items.retain(|item| !item.is_done);
        next.items = items.into_iter().map(|item| CarriedItem::of(item, self, me)).collect();
        Some(next)
    }
}

/// The edits that put what goes along into the plan that `me` begins.
pub(super) fn item_edits(
    plan: PlanId,
    me: RecordId,
    items: &[CarriedItem],
    ctx: &mut Context<'_>,
) -> Result<Vec<edits::Edit>, CommandError> {
    let mut list = Vec::new();
    for item in items {
        let mut fields = vec![rules::title(field::TITLE, &item.title_there())?];
        if item.owner == CarriedOwner::Me {
            fields.push(edits::reference(field::OWNER, me));
        }
        let happening = Happening::ActionItemAdded;
        list.extend(edits::add(plan, Kind::ActionItem, fields, happening, ctx).list);
    }
    edits::keep_order(&mut list);
    Ok(list)
}

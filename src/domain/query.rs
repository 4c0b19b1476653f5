//! What can be asked of a plan: its things, typed, and in the order in which people want them.

use crate::crdt::{InOrder, SortedMap};
use chrono::{NaiveDate, NaiveDateTime};

use super::feedback::{Comment, Feedback};
use super::goal::{Goal, Task};
use super::id::{DeviceId, PlanId, RecordId};
use super::kind::Kind;
use super::meeting::{self, ActionItem, Meeting};
use super::person::{Person, PlanCard};
use super::plan::{Plan, Workspace};
use super::record::{Fields, Record, field};

/// How much of something is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many are done.
    pub done: usize,
    /// How many there are.
    pub of: usize,
}

impl Progress {
    /// Whether there is something, and all of it is done.
    pub fn is_complete(&self) -> bool {
        self.of > 0 && self.done == self.of
    }
}

impl Workspace {
    /// The plans that are not deleted, oldest first.
    pub fn plan_cards(&self) -> Vec<PlanCard> {
        let mut cards: Vec<_> = self
            .plans()
            .filter_map(|(id, plan)| Some((plan.card(id)?, plan)))
            .map(|(card, plan)| (created(plan, Kind::Plan, card.id.into()), card))
            .collect();
        cards.order_by(|a, b| (&a.0, a.1.id).cmp(&(&b.0, b.1.id)));
        cards.into_iter().map(|(_, card)| card).collect()
    }
}

impl Plan {
    /// What the plan, whose id is `id`, says of itself; `None` where it is deleted.
    pub fn card(&self, id: PlanId) -> Option<PlanCard> {
        Some(PlanCard::read(id, self.find(Kind::Plan, id.into())?))
    }

    /// The people, by name.
    pub fn people(&self) -> Vec<Person> {
        let mut people: Vec<_> =
            self.live(Kind::Person).map(|(id, record)| Person::read(id, record)).collect();
        people.order_by(|a, b| (a.role, &a.name, a.id).cmp(&(b.role, &b.name, b.id)));
        people
    }

    /// One person.
    pub fn person(&self, id: RecordId) -> Option<Person> {
        Some(Person::read(id, self.find(Kind::Person, id)?))
    }

    /// Who wrote a record, where it says so.
    pub fn author(&self, kind: Kind, id: RecordId) -> Option<RecordId> {
        self.find(kind, id)?.text(field::AUTHOR).parse().ok()
    }

    /// The person who writes with `device`, deleted or not, for saying who wrote something.
    pub fn writer(&self, device: DeviceId) -> Option<Person> {
        let id = self.get(Kind::Device, device.into())?.text(field::PERSON).parse().ok()?;
        Some(Person::read(id, self.get(Kind::Person, id)?))
    }

    /// The ids of the goals: those with something left to do first, by due date, those without
    /// one last, then by age.
    pub fn goals_by_due(&self) -> Vec<RecordId> {
        let progress = self.progress();
        let is_done = |id: RecordId| progress.get(&id).is_some_and(Progress::is_complete);
        self.sorted(Kind::Goal, |id, record| {
            let due = record.text(field::DUE);
            (is_done(id), due.is_empty(), due, record.text(field::CREATED))
        })
    }

    /// One goal.
    pub fn goal(&self, id: RecordId) -> Option<Goal> {
        Some(Goal::read(id, self.find(Kind::Goal, id)?))
    }

    /// The records of one goal's tasks. There may be thousands of other tasks, so its id is written down once.
    pub(super) fn tasks_in(&self, goal: RecordId) -> impl Iterator<Item = (RecordId, &Record)> {
        let wanted = goal.to_string();
        self.live(Kind::Task).filter(move |(_, task)| task.text(field::GOAL) == wanted)
    }

    /// The tasks of one goal, oldest first.
    pub fn tasks_of(&self, goal: RecordId) -> Vec<Task> {
        let mut tasks: Vec<_> =
            self.tasks_in(goal).map(|(id, record)| Task::read(id, record)).collect();
        tasks.order_by(|a, b| (&a.created, a.id).cmp(&(&b.created, b.id)));
        tasks
    }

    /// One task.
    pub fn task(&self, id: RecordId) -> Option<Task> {
        Some(Task::read(id, self.find(Kind::Task, id)?))
    }

    /// How many of every goal's tasks are done, for all goals at once.
    pub fn progress(&self) -> SortedMap<RecordId, Progress> {
        let mut all = SortedMap::<RecordId, Progress>::new();
        for (_, record) in self.live(Kind::Task) {
            if let Ok(goal) = record.text(field::GOAL).parse() {
                let progress = all.slot(goal, Progress::default);
                progress.of += 1;
                progress.done += usize::from(record.is_set(field::DONE));
            }
        }
        all
    }

    /// The ids of the meetings, by their start; those without a readable one last.
    pub fn meetings_by_start(&self) -> Vec<RecordId> {
        self.sorted(Kind::Meeting, |_, record| {
            let starts = meeting::starts(record);
            (starts.is_none(), starts, record.text(field::CREATED))
        })
    }

    /// The day and id of every meeting, by start, for a calendar.
    pub fn meetings_between(
        &self,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Vec<(NaiveDateTime, RecordId)> {
        let mut found: Vec<_> = self
            .live(Kind::Meeting)
            .filter_map(|(id, record)| Some((meeting::starts(record)?, id)))
            .filter(|(starts, _)| (from..=until).contains(&starts.date()))
            .collect();
        found.order();
        found
    }

    /// One meeting.
    pub fn meeting(&self, id: RecordId) -> Option<Meeting> {
        Some(Meeting::read(id, self.find(Kind::Meeting, id)?))
    }

    /// The action items of one meeting, oldest first.
    pub fn action_items_of(&self, meeting: RecordId) -> Vec<ActionItem> {
        let mut items = self.action_items();
        items.retain(|item| item.meeting == Some(meeting));
        items
    }

    /// One action item.
    pub fn action_item(&self, id: RecordId) -> Option<ActionItem> {
        Some(ActionItem::read(id, self.find(Kind::ActionItem, id)?))
    }

    /// Every action item, oldest first.
    pub fn action_items(&self) -> Vec<ActionItem> {
        let mut items: Vec<_> =
            self.live(Kind::ActionItem).map(|(id, record)| ActionItem::read(id, record)).collect();
        items.order_by(|a, b| (&a.created, a.id).cmp(&(&b.created, b.id)));
        items
    }

    /// The ids of all feedback, newest first.
    pub fn feedback_by_age(&self) -> Vec<RecordId> {
        let mut ids = self.sorted(Kind::Feedback, |_, record| record.text(field::CREATED));
        ids.reverse();
        ids
    }

    /// One piece of feedback.
    pub fn feedback(&self, id: RecordId) -> Option<Feedback> {
        Some(Feedback::read(id, self.find(Kind::Feedback, id)?))
    }

    /// The feedback about one record, oldest first.
    pub fn feedback_about(&self, about: RecordId) -> Vec<Feedback> {
        let wanted = about.to_string();
        let mut found: Vec<_> = self
            .live(Kind::Feedback)
            .filter(|(_, record)| record.text(field::ABOUT) == wanted)
            .map(|(id, record)| Feedback::read(id, record))
            .collect();
        found.order_by(|a, b| (&a.created, a.id).cmp(&(&b.created, b.id)));
        found
    }

    /// The goals and action items that were made of one piece of feedback, oldest first.
    pub fn made_of(&self, feedback: RecordId) -> Vec<(Kind, RecordId)> {
        let wanted = feedback.to_string();
        let mut made: Vec<_> = [Kind::Goal, Kind::ActionItem]
            .into_iter()
            .flat_map(|kind| self.live(kind).map(move |(id, record)| (kind, id, record)))
            .filter(|(_, _, record)| record.text(field::ABOUT) == wanted)
            .map(|(kind, id, record)| (record.text(field::CREATED), kind, id))
            .collect();
        made.order();
        made.into_iter().map(|(_, kind, id)| (kind, id)).collect()
    }

    /// The comments on one record, oldest first.
    pub fn comments_on(&self, about: RecordId) -> Vec<Comment> {
        let wanted = about.to_string();
        let mut found: Vec<_> = self
            .live(Kind::Comment)
            .filter(|(_, record)| record.text(field::ABOUT) == wanted)
            .map(|(id, record)| Comment::read(id, record))
            .collect();
        found.order_by(|a, b| (&a.created, a.id).cmp(&(&b.created, b.id)));
        found
    }

    /// One comment.
    pub fn comment(&self, id: RecordId) -> Option<Comment> {
        Some(Comment::read(id, self.find(Kind::Comment, id)?))
    }

    fn sorted<'a, K: Ord>(
        &'a self,
        kind: Kind,
        key: impl Fn(RecordId, &'a super::record::Record) -> K,
    ) -> Vec<RecordId> {
        let mut rows: Vec<_> = self.live(kind).map(|(id, record)| (key(id, record), id)).collect();
        rows.order();
        rows.into_iter().map(|(_, id)| id).collect()
    }
}

fn created(plan: &Plan, kind: Kind, id: RecordId) -> String {
    plan.get(kind, id).map(|record| record.text(field::CREATED).to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::command::Command;
    use super::super::context::Context;
    use super::super::feedback::About;
    use super::super::id::DeviceId;
    use super::super::person::Role;
    use super::*;

    #[test]
    fn a_comment_is_found_until_it_is_deleted() {
        let mut bits = 0;
        let mut random = || {
            bits += 1;
            bits
        };
        let now = "2026-11-26T15:30:00-06:00".parse().unwrap();
        let mut ctx = Context { device: DeviceId::from_random(9), now, random: &mut random };
        let mut workspace = Workspace::new();
        let start = Command::StartPlan {
            title: "A course".to_owned(),
            starts: now.date_naive(),
            weeks: 16,
            name: "Ana".to_owned(),
            role: Role::Student,
        };
        let plan = workspace.apply(start, &mut ctx).unwrap().subject.unwrap().plan;
        let about = About { kind: Kind::Plan, id: plan.into() };
        let add = Command::AddComment { plan, about, text: "Well begun.".to_owned() };
        let key = workspace.apply(add, &mut ctx).unwrap().subject.unwrap();
        let found = |workspace: &Workspace| workspace.plan(plan).unwrap().comment(key.id);
        assert_eq!(found(&workspace).unwrap().text, "Well begun.");
        workspace.apply(Command::Delete(key), &mut ctx).unwrap();
        assert_eq!(found(&workspace), None);
    }
}

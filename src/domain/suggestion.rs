//! Goals of a program's pack, taken into a plan: by when each is due in this course, and what taking some of them
//! comes to.

use chrono::{Days, NaiveDate};

use super::context::Context;
use super::edits::{self, Edits, Outcome};
use super::event::Happening;
use super::goal::GoalChange;
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::pack::GoalTemplate;
use super::person::PlanCard;
use super::plan::{RecordKey, Workspace};
use super::record::field;
use super::rules::{Complaint, LIMITS, Problem};

/// So many days a goal has at least that is taken from a pack, as far as the course still lasts so long.
const AT_LEAST: u64 = 14;

impl GoalTemplate {
    /// By when the goal is due in a course: that part of its days after the first; where that is too soon, two weeks from
    /// today, and never after the course's last day. `None` where the course has no days, or is over.
    pub fn due(&self, card: &PlanCard, today: NaiveDate) -> Option<NaiveDate> {
        let days = u64::try_from(card.weeks?.saturating_mul(7)).ok()?;
        let later = |from: NaiveDate, days: u64| from.checked_add_days(Days::new(days));
        let last = later(card.starts?, days.saturating_sub(1))?;
        let wanted = later(card.starts?, days.saturating_mul(self.due_percent.into()) / 100)?;
        (today <= last).then_some(wanted.max(later(today, AT_LEAST)?).min(last))
    }

    /// What a goal made of it says.
    pub fn changes(&self, due: Option<NaiveDate>) -> Vec<GoalChange> {
        vec![
            GoalChange::Title(self.title.clone()),
            GoalChange::Why(self.why.clone()),
            GoalChange::Measure(self.measure.clone()),
            GoalChange::Category(self.category()),
            GoalChange::Due(due),
            GoalChange::Template(self.key.clone()),
        ]
    }
}

impl Workspace {
    /// What taking goals of a pack comes to.
    pub(super) fn take_goals(
        &self,
        plan: PlanId,
        templates: &[GoalTemplate],
        ctx: &mut Context<'_>,
    ) -> Outcome {
        let card = self.need(RecordKey::of_plan(plan))?.card(plan);
        if templates.is_empty() {
            let field = field::TITLE.into();
            return Err(Complaint { field, problem: Problem::Missing }.into());
        }
        let today = ctx.now.date_naive();
        let ids = templates.iter().map(|_| RecordId::from_random((ctx.random)())).collect();
        let (mut goals, mut tasks) = (Vec::new(), Vec::new());
        for (template, id) in templates.iter().zip(in_order(ids)) {
            let due = card.as_ref().and_then(|card| template.due(card, today));
            let changes = template.changes(due);
            let mut fields = edits::collect(changes.iter().map(|change| change.check()))?;
            edits::require(&fields, field::TITLE)?;
            fields.retain(|(_, value)| value.is_some());
            goals.push(edits::made(RecordKey { plan, kind: Kind::Goal, id }, fields, ctx));
            let mut own = Vec::new();
            for title in template.tasks.iter().take(LIMITS.tasks) {
                own.push(edits::task(plan, id, title, ctx)?);
            }
            edits::keep_order(&mut own);
            tasks.extend(own);
        }
        let happening = match goals.len() {
            1 => Happening::GoalAdded,
            count => Happening::GoalsAdded { count },
        };
        goals.extend(tasks);
        Ok(Edits { happening, list: goals })
    }
}

/// Ids that rise, as things of one moment stand in the order of theirs.
fn in_order(mut ids: Vec<RecordId>) -> Vec<RecordId> {
    use crate::crdt::InOrder;
    ids.order();
    ids
}

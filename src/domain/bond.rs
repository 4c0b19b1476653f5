//! Commands about what belongs to a mentorship besides goals, meetings and the agreement: ratings, evidence,
//! check-ins, private notes, evaluations, feedback by the templates of a program, closing words, audiences.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::audience::Audience;
use super::check_in::{NewCheckIn, scale};
use super::closing::ClosingWords;
use super::command::{Command, CommandError};
use super::context::Context;
use super::edits::{self, Deed, Edit, Edits, Outcome, Written};
use super::evaluation::{self, Answer, Evaluation};
use super::event::Happening;
use super::feedback::{About, Form, STEP_FIELDS, Step};
use super::goal::{Category, GoalChange, GoalState};
use super::id::{PlanId, RecordId};
use super::kind::{Kind, ShortName};
use super::pack::GoalTemplate;
use super::plan::{RecordKey, Workspace};
use super::rank;
use super::ratings::{Moment, Rating};
use super::record::{FieldName, Fields, Record, field};
use super::rules::{self, Complaint, Problem};
use super::value::Value;

/// One thing a person does for the mentorship. The plan is named beside it: see [`Command::Bond`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bond {
    /// Takes goals of a pack, each with its tasks and by when it is due in this course.
    TakeGoals {
        /// The goals.
        templates: Vec<GoalTemplate>,
    },
    /// Says how confident one is of a goal. At the start, the middle and the end there is one rating of each
    /// person, which this changes.
    Rate {
        /// The goal.
        goal: RecordId,
        /// When in the course.
        moment: Moment,
        /// From 1 to 5.
        rating: i64,
    },
    /// Writes down what shows that a goal comes closer.
    AddEvidence {
        /// The goal.
        goal: RecordId,
        /// What.
        text: String,
    },
    /// Sets a goal aside, with the reason.
    SetAside {
        /// The goal.
        goal: RecordId,
        /// Why.
        reason: String,
    },
    /// Puts a goal after another in the list, or first.
    MoveGoal {
        /// The goal.
        goal: RecordId,
        /// What it is to come after; `None` for the beginning.
        after: Option<RecordId>,
    },
    /// Writes a check-in.
    CheckIn(NewCheckIn),
    /// Writes something for oneself.
    WriteNote {
        /// The words.
        text: String,
        /// What it is beside.
        about: Option<About>,
    },
    /// Changes what one wrote for oneself.
    RewriteNote {
        /// The note.
        note: RecordId,
        /// The words.
        text: String,
    },
    /// Gives one's answers about the mentorship. They can be changed until both sides have given theirs.
    Evaluate {
        /// When in the course.
        moment: Moment,
        /// The answers, by the keys of the items.
        answers: BTreeMap<String, Answer>,
    },
    /// Writes feedback by a template of the pack.
    FollowTemplate {
        /// The name of the form.
        form: ShortName,
        /// The steps; at least one must say something.
        steps: Vec<Step>,
        /// To whom.
        to: Option<RecordId>,
        /// About what.
        about: Option<About>,
        /// About which skill.
        skill: Option<Category>,
    },
    /// Makes a goal of feedback, about the same skill.
    MakeGoal {
        /// The feedback.
        feedback: RecordId,
        /// What.
        title: String,
    },
    /// Makes an action item of feedback.
    MakeActionItem {
        /// The feedback.
        feedback: RecordId,
        /// What is to be done.
        title: String,
        /// Who is to do it.
        owner: Option<RecordId>,
        /// By when.
        due: Option<NaiveDate>,
    },
    /// Writes what one has to say at the end, in place of what one wrote before.
    WriteClosing {
        /// What was reached.
        reached: String,
        /// Thanks.
        thanks: String,
        /// What follows.
        follows: String,
    },
}

impl Bond {
    /// The command that does this in a plan.
    pub fn within(self, plan: PlanId) -> Command {
        Command::Bond { plan, deed: self }
    }
}

impl Workspace {
    pub(super) fn bond_edits(&self, plan: PlanId, deed: Bond, ctx: &mut Context<'_>) -> Outcome {
        let me = self.me(plan, ctx)?;
        let key = |kind, id| RecordKey { plan, kind, id };
        let author = edits::reference(field::AUTHOR, me);
        match deed {
            Bond::TakeGoals { templates } => self.take_goals(plan, &templates, ctx),
            Bond::Rate { goal, moment, rating } => {
                self.need(key(Kind::Goal, goal))?;
                let fields = vec![
                    scale(field::RATING, rating)?,
                    edits::reference(field::GOAL, goal),
                    author,
                    (field::MOMENT.into(), Some(Value::text(moment.name()))),
                ];
                let id = Rating::id(goal, me, moment, (ctx.random)());
                Ok(self.put_down(key(Kind::Rating, id), fields, Happening::Rated, ctx))
            }
            Bond::AddEvidence { goal, text } => {
                self.need(key(Kind::Goal, goal))?;
                let fields = vec![
                    rules::words(field::TEXT, &text)?,
                    edits::reference(field::GOAL, goal),
                    author,
                ];
                Ok(edits::add(plan, Kind::Evidence, fields, Happening::EvidenceAdded, ctx))
            }
            Bond::SetAside { goal, reason } => {
                let changes = [
                    GoalChange::State(GoalState::SetAside).check(),
                    rules::words(field::REASON, &reason),
                ];
                self.revise(key(Kind::Goal, goal), changes.into_iter(), Happening::GoalRevised)
            }
            Bond::MoveGoal { goal, after } => self.move_goal(plan, goal, after, ctx),
            Bond::CheckIn(new) => {
                let mut fields = new.check()?;
                fields.push(author);
                Ok(edits::add(plan, Kind::CheckIn, fields, Happening::CheckedIn, ctx))
            }
            Bond::WriteNote { text, about } => {
                let mut fields = vec![rules::words(field::TEXT, &text)?, author];
                if let Some(about) = about {
                    self.need(key(about.kind, about.id))?;
                    fields.extend(about.write());
                }
                // Written down, so that a version that does not know the kind keeps it back, too.
                fields.push((field::AUDIENCE.into(), Some(Value::text(Audience::OnlyMe.name()))));
                Ok(edits::add(plan, Kind::Note, fields, Happening::NoteWritten, ctx))
            }
            Bond::RewriteNote { note, text } => {
                self.may_change(key(Kind::Note, note), ctx)?;
                let text = rules::words(field::TEXT, &text);
                self.revise(key(Kind::Note, note), [text].into_iter(), Happening::NoteWritten)
            }
            Bond::Evaluate { moment, answers } => {
                let key = key(Kind::Evaluation, Evaluation::id(me, moment));
                let before = self.get(key);
                let is_over = self.need(RecordKey::of_plan(plan))?.is_evaluation_over(moment);
                if before.is_some_and(|mine| !mine.is_deleted()) && is_over {
                    return Err(CommandError::Fixed);
                }
                let mut fields = evaluation::fields(&answers, before)?;
                fields.push(author);
                fields.push((field::MOMENT.into(), Some(Value::text(moment.name()))));
                Ok(self.put_down(key, fields, Happening::Evaluated, ctx))
            }
            Bond::FollowTemplate { form, steps, to, about, skill } => {
                let mut fields = template_steps(&steps)?;
                fields.push((field::FORM.into(), Some(Value::text(form.as_str()))));
                fields.push(author);
                fields.extend(to.map(|to| edits::reference(field::TO, to)));
                fields.extend(about.into_iter().flat_map(|about| about.write()));
                fields.extend(skill.map(of_category));
                let happening = Form::happening(Form::from_name(form.as_str()));
                Ok(edits::add(plan, Kind::Feedback, fields, happening, ctx))
            }
            Bond::MakeGoal { feedback, title } => {
                let found = self.need(key(Kind::Feedback, feedback))?;
                let mut fields = vec![rules::title(field::TITLE, &title)?];
                let skill = found.feedback(feedback).and_then(|feedback| feedback.skill);
                fields.extend(skill.map(of_category));
                fields.extend(About { kind: Kind::Feedback, id: feedback }.write());
                Ok(edits::add(plan, Kind::Goal, fields, Happening::GoalAdded, ctx))
            }
            Bond::MakeActionItem { feedback, title, owner, due } => {
                self.need(key(Kind::Feedback, feedback))?;
                let mut fields =
                    vec![rules::title(field::TITLE, &title)?, rules::date(field::DUE, due)?];
                fields.retain(|(_, value)| value.is_some());
                fields.extend(owner.map(|id| edits::reference(field::OWNER, id)));
                fields.extend(About { kind: Kind::Feedback, id: feedback }.write());
                Ok(edits::add(plan, Kind::ActionItem, fields, Happening::ActionItemAdded, ctx))
            }
            Bond::WriteClosing { reached, thanks, follows } => {
                let mut fields = vec![
                    rules::text(field::REACHED, &reached)?,
                    rules::text(field::THANKS, &thanks)?,
                    rules::text(field::FOLLOWS, &follows)?,
                ];
                if fields.iter().all(|(_, words)| words.is_none()) {
                    let field = field::REACHED.into();
                    return Err(Complaint { field, problem: Problem::Missing }.into());
                }
                fields.push(author);
                let key = key(Kind::Closing, ClosingWords::id(me));
                Ok(self.put_down(key, fields, Happening::ClosingWritten, ctx))
            }
        }
    }

    /// Writes to a record whose id follows from what it is: makes it, changes it, or brings it back.
    fn put_down(
        &self,
        key: RecordKey,
        fields: Written,
        happening: Happening,
        ctx: &Context<'_>,
    ) -> Edits {
        let list = match self.get(key) {
            None => {
                let fields = fields.into_iter().filter(|(_, value)| value.is_some()).collect();
                vec![edits::made(key, fields, ctx)]
            }
            Some(record) => {
                let restored = record.is_deleted().then_some(Edit { key, deed: Deed::Restore });
                restored.into_iter().chain([Edit { key, deed: Deed::Set(fields) }]).collect()
            }
        };
        Edits { happening, list }
    }

    fn move_goal(
        &self,
        plan: PlanId,
        goal: RecordId,
        after: Option<RecordId>,
        ctx: &mut Context<'_>,
    ) -> Outcome {
        let key = |id| RecordKey { plan, kind: Kind::Goal, id };
        let found = self.need(key(goal))?;
        let rank_of = |id| {
            let record = found.find(Kind::Goal, id);
            record.map(|record: &Record| record.text(field::RANK).to_owned()).unwrap_or_default()
        };
        let order: Vec<_> =
            found.goals_in_order().into_iter().map(|id| (id, rank_of(id))).collect();
        let moved = rank::moved(&order, goal, after, ctx.random);
        let list = moved.into_iter().map(|(id, place)| edits::ranked(key(id), place)).collect();
        Ok(Edits { happening: Happening::GoalsMoved, list })
    }

    /// What choosing an audience comes to. What somebody said is for its author to show to more people.
    pub(super) fn audience_edits(
        &self,
        key: RecordKey,
        audience: Audience,
        ctx: &Context<'_>,
    ) -> Outcome {
        let found = self.need(key)?;
        if !found.audience_choices(key.kind, key.id).contains(&audience) {
            return Err(CommandError::Fixed);
        }
        self.may_change(key, ctx)?;
        let set = (field::AUDIENCE.into(), Some(Value::text(audience.name())));
        let happening = Happening::AudienceSet { audience };
        Ok(Edits { happening, list: vec![Edit { key, deed: Deed::Set(vec![set]) }] })
    }
}

fn of_category(category: Category) -> (FieldName, Option<Value>) {
    (field::CATEGORY.into(), Some(Value::text(category.name())))
}

/// The fields of feedback by a template of the pack.
fn template_steps(steps: &[Step]) -> Result<Written, Complaint> {
    let mut fields = edits::collect(steps.iter().map(|step| step.check()))?;
    let complain =
        |field: &'static str| Complaint { field: field.into(), problem: Problem::Missing };
    if let Some(step) = steps.iter().find(|step| !STEP_FIELDS.contains(&step.field)) {
        return Err(complain(step.field));
    }
    fields.retain(|(_, words)| words.is_some());
    if fields.is_empty() {
        return Err(complain(steps.first().map_or(field::TEXT, |step| step.field)));
    }
    Ok(fields)
}

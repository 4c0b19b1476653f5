//! Everything a person can do to a plan, as data.

use chrono::NaiveDate;

use super::agreement::AgreementDeed;
use super::audience::Audience;
use super::bond::Bond;
use super::feedback::{About, Form, Step};
use super::goal::GoalChange;
use super::id::{PlanId, RecordId};
use super::meeting::MeetingChange;
use super::person::{PersonChange, PlanChange, Role};
use super::plan::RecordKey;
use super::record::FieldName;
use super::rules::Complaint;
use super::template::PlanTemplate;
use super::timetable::Timetable;
use super::undo::Undo;
use super::value::Value;

/// One thing a person does. Commands that revise something name only what changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Begins a plan with oneself in it, and the other side where it is known.
    StartPlan {
        /// What the plan is called.
        title: String,
        /// Its first day.
        starts: NaiveDate,
        /// How many weeks it lasts.
        weeks: i64,
        /// One's own name.
        name: String,
        /// One's own part.
        role: Role,
    },
    /// Changes what a plan says of itself.
    RevisePlan {
        /// The plan.
        plan: PlanId,
        /// What changes.
        changes: Vec<PlanChange>,
    },
    /// Says that this device is used by a person who is already in the plan.
    JoinAs {
        /// The plan.
        plan: PlanId,
        /// The person.
        person: RecordId,
    },
    /// Adds oneself to a plan that came from somebody else.
    Join {
        /// The plan.
        plan: PlanId,
        /// One's own name.
        name: String,
        /// One's own part.
        role: Role,
    },
    /// Adds another person to the plan.
    AddPerson {
        /// The plan.
        plan: PlanId,
        /// The name.
        name: String,
        /// The part in the mentorship.
        role: Role,
    },
    /// Changes a person's name or role.
    RevisePerson {
        /// The plan.
        plan: PlanId,
        /// The person.
        person: RecordId,
        /// What changes.
        changes: Vec<PersonChange>,
    },
    /// Writes down a goal, with its first tasks.
    AddGoal {
        /// The plan.
        plan: PlanId,
        /// What the goal says; a title must be among it.
        changes: Vec<GoalChange>,
        /// The titles of its first tasks.
        tasks: Vec<String>,
    },
    /// Changes a goal.
    ReviseGoal {
        /// The plan.
        plan: PlanId,
        /// The goal.
        goal: RecordId,
        /// What changes.
        changes: Vec<GoalChange>,
    },
    /// Adds a task under a goal.
    AddTask {
        /// The plan.
        plan: PlanId,
        /// The goal.
        goal: RecordId,
        /// What is to be done.
        title: String,
    },
    /// Changes what a task says.
    RenameTask {
        /// The plan.
        plan: PlanId,
        /// The task.
        task: RecordId,
        /// What is to be done.
        title: String,
    },
    /// Marks a task as done, or not.
    TickTask {
        /// The plan.
        plan: PlanId,
        /// The task.
        task: RecordId,
        /// Whether it is done.
        done: bool,
    },
    /// Schedules one meeting, or the same one every week.
    ScheduleMeetings {
        /// The plan.
        plan: PlanId,
        /// What the meeting says; a title and a start must be among it.
        changes: Vec<MeetingChange>,
        /// How many meetings, a week apart; 1 for a single one.
        times: u32,
    },
    /// Changes one meeting.
    ReviseMeeting {
        /// The plan.
        plan: PlanId,
        /// The meeting.
        meeting: RecordId,
        /// What changes.
        changes: Vec<MeetingChange>,
    },
    /// Writes down what somebody agreed to do.
    AddActionItem {
        /// The plan.
        plan: PlanId,
        /// What is to be done.
        title: String,
        /// The meeting it came from.
        meeting: Option<RecordId>,
        /// Who is to do it.
        owner: Option<RecordId>,
        /// By when.
        due: Option<NaiveDate>,
    },
    /// Marks an action item as done, or not.
    TickActionItem {
        /// The plan.
        plan: PlanId,
        /// The action item.
        item: RecordId,
        /// Whether it is done.
        done: bool,
    },
    /// Writes feedback, a reflection or a request.
    GiveFeedback {
        /// The plan.
        plan: PlanId,
        /// The template it follows.
        form: Form,
        /// The steps; at least one must say something.
        steps: Vec<Step>,
        /// To whom.
        to: Option<RecordId>,
        /// About what.
        about: Option<About>,
    },
    /// Takes note of feedback that one was given.
    Acknowledge {
        /// The plan.
        plan: PlanId,
        /// The feedback.
        feedback: RecordId,
    },
    /// Adds a remark to another record.
    AddComment {
        /// The plan.
        plan: PlanId,
        /// On what.
        about: About,
        /// The words.
        text: String,
    },
    /// Does something about the mentorship agreement.
    Agreement {
        /// The plan.
        plan: PlanId,
        /// What.
        deed: AgreementDeed,
    },
    /// Does something else that belongs to the mentorship: ratings, check-ins, notes, evaluations, the end.
    Bond {
        /// The plan.
        plan: PlanId,
        /// What.
        deed: Bond,
    },
    /// Chooses who may see a record.
    SetAudience {
        /// The record.
        key: RecordKey,
        /// Who: one of [`super::plan::Plan::audience_choices`].
        audience: Audience,
    },
    /// Begins a plan from a template, with oneself in it.
    StartFrom {
        /// The template.
        template: Box<PlanTemplate>,
        /// What the plan is called.
        title: String,
        /// Its first day.
        starts: NaiveDate,
        /// One's own name.
        name: String,
        /// One's own part.
        role: Role,
    },
    /// Does something about time, or about what is spoken of at a meeting.
    Timetable {
        /// The plan.
        plan: PlanId,
        /// What.
        deed: Timetable,
    },
    /// Deletes a record. What others wrote in it without having seen this stays.
    Delete(RecordKey),
    /// Brings a deleted record back.
    Restore(RecordKey),
    /// Settles a field in which several values stand.
    Settle {
        /// The record.
        key: RecordKey,
        /// The field.
        field: FieldName,
        /// The value that is to stand: one of them, or one made from them.
        value: Value,
    },
    /// Puts an earlier value of a field back, in place of whatever stands there.
    PutBack {
        /// The record.
        key: RecordKey,
        /// The field.
        field: FieldName,
        /// The value that is to stand again.
        value: Value,
    },
    /// Takes back what an earlier command did, as far as nobody changed it since.
    Undo(Undo),
}

/// Why a command was not carried out. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// What was written breaks a rule.
    #[error("{0}")]
    Invalid(#[from] Complaint),
    /// What the command names is not there, or is deleted.
    #[error("{0:?} is not there")]
    NotThere(RecordKey),
    /// This device's owner has not said who they are in this plan.
    #[error("nobody in the plan uses this device")]
    NotInPlan,
    /// Only its author may change this.
    #[error("somebody else wrote it")]
    NotYours,
    /// Nothing may be changed at the moment: what is stored belongs to a newer version.
    #[error("nothing may be changed at the moment")]
    ReadOnly,
    /// What was shown is not what stands: it has changed meanwhile.
    #[error("it has changed meanwhile")]
    Stale,
    /// The field says what the record is, or serves the program alone.
    #[error("this field keeps its value")]
    Fixed,
}

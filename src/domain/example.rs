//! Building the example plan: a course in its seventh week, seen from both sides.
//!
//! The words come from the caller, in the reader's language; the shape is here.

use chrono::{Days, NaiveTime, Weekday};

use super::command::{Command, CommandError};
use super::context::Context;
use super::event::{Event, Happening};
use super::feedback::{About, Form, Step};
use super::goal::{Category, GoalChange};
use super::id::DeviceId;
use super::kind::Kind;
use super::meeting::{MeetingChange, MeetingMode, MeetingStatus};
use super::person::Role;
use super::plan::{RecordKey, Workspace};
use super::undo::Undo;

/// The words of the example plan. The people are invented.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The plan's title.
    pub title: &'static str,
    /// The student's name, used where the reader has not given one.
    pub student: &'static str,
    /// The mentor's name.
    pub mentor: &'static str,
    /// The goals, in the order in which they are due.
    pub goals: [ExampleGoal; 8],
    /// The meetings' titles, one for each of the sixteen weeks.
    pub meetings: [&'static str; 16],
    /// What every meeting covers.
    pub agenda: &'static str,
    /// Where the meetings are.
    pub place: &'static str,
    /// Feedback from both sides, oldest first.
    pub feedback: [ExampleFeedback; 6],
    /// An action item for the student.
    pub action_item: &'static str,
    /// The mentor's comment on the first goal.
    pub comment: &'static str,
}

/// One goal of the example.
#[derive(Clone, Copy, Debug)]
pub struct ExampleGoal {
    /// What.
    pub title: &'static str,
    /// How the student will know.
    pub measure: &'static str,
    /// What it is about.
    pub category: Category,
    /// In which week of the course it is due.
    pub week: u64,
    /// Its tasks.
    pub tasks: &'static [&'static str],
    /// How many of them are done.
    pub done: usize,
}

/// One piece of feedback of the example.
#[derive(Clone, Copy, Debug)]
pub struct ExampleFeedback {
    /// The template.
    pub form: Form,
    /// Whether the mentor wrote it; otherwise the student.
    pub by_mentor: bool,
    /// The words of the steps, in the form's order.
    pub steps: &'static [&'static str],
    /// Which goal it is about, counted from 0.
    pub goal: usize,
    /// How many days ago it was written.
    pub days_ago: u64,
}

/// In which week of the course the example is.
const WEEK: u64 = 7;
/// How many weeks the course has.
const WEEKS: u32 = 16;

impl Workspace {
    /// Adds the example plan, in which the reader is the person `name` with the part `role`.
    ///
    /// # Errors
    /// Only if the words break a rule, which a test rules out.
    pub fn add_example(
        &mut self,
        words: &Example,
        name: &str,
        role: Role,
        ctx: &mut Context<'_>,
    ) -> Result<Event, CommandError> {
        let mut draft = Self::new();
        let plan = draft.build_example(words, name, role, ctx)?;
        let touched: Vec<RecordKey> = draft
            .plan(plan.plan)
            .into_iter()
            .flat_map(|content| content.records())
            .map(|(kind, id, _)| RecordKey { plan: plan.plan, kind, id })
            .collect();
        let mut undo = Undo::default();
        for key in &touched {
            if let Some(record) = draft.get(*key) {
                self.merge_record(*key, record.clone());
                let counter = record.seen().count(ctx.device).max(1);
                undo.remember(*key, None, crate::crdt::Dot { device: ctx.device, counter });
            }
        }
        let (happening, subject) = (Happening::PlanStarted, Some(plan));
        Ok(Event { happening, subject, touched, undo, replaced: Vec::new() })
    }

    fn build_example(
        &mut self,
        words: &Example,
        name: &str,
        role: Role,
        ctx: &mut Context<'_>,
    ) -> Result<RecordKey, CommandError> {
        let reader_is_mentor = role == Role::Mentor;
        let (mine, theirs) = if reader_is_mentor {
            (Role::Mentor, Role::Student)
        } else {
            (Role::Student, Role::Mentor)
        };
        let usual = if reader_is_mentor { words.mentor } else { words.student };
        let other = if reader_is_mentor { words.student } else { words.mentor };
        let name = if name.trim().is_empty() { usual } else { name };

        let monday = ctx.today().week(Weekday::Mon).first_day();
        let starts = monday - Days::new((WEEK - 1) * 7);
        let start = Command::StartPlan {
            title: words.title.to_owned(),
            starts,
            weeks: i64::from(WEEKS),
            name: name.to_owned(),
            role: mine,
        };
        let started = self.apply(start, ctx)?;
        let Some(key) = started.subject else { return Err(CommandError::NotInPlan) };
        let plan = key.plan;
        let me = self.plan(plan).and_then(|content| content.person_of(ctx.device));

        let device = DeviceId::from_random((ctx.random)());
        let mut elsewhere = Context { device, now: ctx.now, random: &mut *ctx.random };
        let join = Command::Join { plan, name: other.to_owned(), role: theirs };
        self.apply(join, &mut elsewhere)?;
        let partner = self.plan(plan).and_then(|content| content.person_of(device));

        let mut goals = Vec::new();
        for goal in &words.goals {
            let due = starts + Days::new(goal.week * 7 - 3);
            let add = Command::AddGoal {
                plan,
                changes: vec![
                    GoalChange::Title(goal.title.to_owned()),
                    GoalChange::Measure(goal.measure.to_owned()),
                    GoalChange::Category(goal.category),
                    GoalChange::Due(Some(due)),
                ],
                tasks: goal.tasks.iter().map(|&title| title.to_owned()).collect(),
            };
            let added = self.apply(add, ctx)?;
            let tasks = added.touched.iter().filter(|key| key.kind == Kind::Task);
            for task in tasks.take(goal.done) {
                self.apply(Command::TickTask { plan, task: task.id, done: true }, ctx)?;
            }
            goals.extend(added.subject.map(|key| key.id));
        }

        for (week, title) in (0u64..).zip(words.meetings) {
            let day = starts + Days::new(week * 7 + 3);
            let time = NaiveTime::from_hms_opt(15, 30, 0).unwrap_or_default();
            let mut changes = vec![
                MeetingChange::Title(title.to_owned()),
                MeetingChange::Starts(day.and_time(time)),
                MeetingChange::Minutes(30),
                MeetingChange::Mode(MeetingMode::InPerson),
                MeetingChange::Place(words.place.to_owned()),
                MeetingChange::Agenda(words.agenda.to_owned()),
            ];
            if day < ctx.today() {
                changes.push(MeetingChange::Status(MeetingStatus::Held));
            }
            self.apply(Command::ScheduleMeetings { plan, changes, times: 1 }, ctx)?;
        }

        let (student, mentor) = if reader_is_mentor { (partner, me) } else { (me, partner) };
        for feedback in &words.feedback {
            let steps = feedback.form.steps().iter().zip(feedback.steps);
            let give = Command::GiveFeedback {
                plan,
                form: feedback.form,
                steps: steps
                    .map(|(&field, &words)| Step { field, words: words.to_owned() })
                    .collect(),
                to: if feedback.by_mentor { student } else { mentor },
                about: goals.get(feedback.goal).map(|id| About { kind: Kind::Goal, id: *id }),
            };
            let by_reader = feedback.by_mentor == reader_is_mentor;
            let author = if by_reader { ctx.device } else { device };
            let now = ctx.now - Days::new(feedback.days_ago);
            self.apply(give, &mut Context { device: author, now, random: &mut *ctx.random })?;
        }
        let item = Command::AddActionItem {
            plan,
            title: words.action_item.to_owned(),
            meeting: None,
            owner: student,
            due: None,
        };
        self.apply(item, ctx)?;
        if let Some(&goal) = goals.first() {
            let about = About { kind: Kind::Goal, id: goal };
            let comment = Command::AddComment { plan, about, text: words.comment.to_owned() };
            let author = if reader_is_mentor { ctx.device } else { device };
            let now = ctx.now - Days::new(2);
            self.apply(comment, &mut Context { device: author, now, random: &mut *ctx.random })?;
        }
        Ok(key)
    }
}

//! The example plan: a course in its seventh week, seen from both sides, with everything in it that a plan can hold.
//!
//! The words come from the caller, in the reader's language; the shape is in [`build`].

mod build;

use super::command::CommandError;
use super::context::Context;
use super::event::{Event, Happening};
use super::feedback::Form;
use super::goal::Category;
use super::pack::Pack;
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
    /// The goals, in the order in which they are due. The third is met, the last is set aside.
    pub goals: [ExampleGoal; 8],
    /// Why the last goal was set aside.
    pub set_aside: &'static str,
    /// What shows that the first goals come closer.
    pub evidence: [&'static str; 3],
    /// The meetings' titles, one for each of the sixteen weeks.
    pub meetings: [&'static str; 16],
    /// What every meeting covers.
    pub agenda: &'static str,
    /// Where the meetings are.
    pub place: &'static str,
    /// Why the third meeting was moved.
    pub moved: &'static str,
    /// Why the fifth meeting was left out.
    pub skipped: &'static str,
    /// What was decided at the first, fourth and sixth meeting.
    pub decisions: [&'static str; 3],
    /// A remark on the sixth meeting.
    pub remark: &'static str,
    /// What the student wants to speak of at the next meeting.
    pub topic: &'static str,
    /// Action items.
    pub action_items: [ExampleItem; 4],
    /// Feedback from both sides, oldest first.
    pub feedback: [ExampleFeedback; 9],
    /// What the reader tells the program, by the form's steps.
    pub to_program: &'static [&'static str],
    /// The mentor's comment on the first goal.
    pub comment: &'static str,
    /// The student's check-in of the week without a meeting: how it went, a win, what was hard, what they need.
    pub check_in: [&'static str; 4],
    /// The mentor's answer to it.
    pub check_in_answer: &'static str,
    /// What the mentor answers where the evaluation asks for words.
    pub evaluation: [&'static str; 2],
    /// What the mentor proposes for the section about how often one meets.
    pub proposal: &'static str,
    /// The reader's private note.
    pub note: &'static str,
    /// What the reader's shifts are called.
    pub shift: &'static str,
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

/// One action item of the example.
#[derive(Clone, Copy, Debug)]
pub struct ExampleItem {
    /// What is to be done.
    pub title: &'static str,
    /// Whether it is the mentor's; otherwise the student's.
    pub by_mentor: bool,
    /// In how many days it is due; before today where that is less than 0.
    pub in_days: Option<i64>,
    /// Whether it is done.
    pub is_done: bool,
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
    /// What it is about.
    pub about: ExampleAbout,
    /// How many days ago it was written.
    pub days_ago: u64,
}

/// What feedback of the example is about.
#[derive(Clone, Copy, Debug)]
pub enum ExampleAbout {
    /// Nothing in particular.
    Nothing,
    /// A goal, counted from 0.
    Goal(usize),
    /// Earlier feedback, counted from 0: it answers that.
    Feedback(usize),
}

/// In which week of the course the example is.
const WEEK: u64 = 7;
/// How many weeks the course has.
const WEEKS: u32 = 16;

impl Workspace {
    /// Adds the example plan, in which the reader is the person `name` with the part `role`. The agreement and the
    /// evaluation are those of the pack.
    ///
    /// # Errors
    /// Only if the words break a rule, which a test rules out.
    pub fn add_example(
        &mut self,
        words: &Example,
        pack: &Pack,
        name: &str,
        role: Role,
        ctx: &mut Context<'_>,
    ) -> Result<Event, CommandError> {
        let mut draft = Self::new();
        let plan = build::build(&mut draft, words, pack, (name, role), ctx)?;
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
}

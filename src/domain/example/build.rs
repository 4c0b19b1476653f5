//! The shape of the example plan, carried out as both sides would have: command by command, each on its day.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};

use super::{Example, ExampleAbout, ExampleFeedback, ExampleGoal, WEEK, WEEKS};
use crate::domain::agreement::AgreementDeed;
use crate::domain::bond::Bond;
use crate::domain::check_in::NewCheckIn;
use crate::domain::command::{Command, CommandError};
use crate::domain::context::Context;
use crate::domain::evaluation::Answer;
use crate::domain::feedback::{About, Form, Step};
use crate::domain::goal::{GoalChange, GoalState};
use crate::domain::id::{DeviceId, PlanId, RecordId};
use crate::domain::kind::Kind;
use crate::domain::meeting::{MeetingChange, MeetingMode, MeetingStatus};
use crate::domain::pack::Pack;
use crate::domain::person::Role;
use crate::domain::plan::{Plan, RecordKey, Workspace};
use crate::domain::ratings::Moment;
use crate::domain::series::{Ending, Repeat};
use crate::domain::shift_pattern::{Rhythm, ShiftPattern};
use crate::domain::span::Span;
use crate::domain::timetable::Timetable;

type Done = Result<(), CommandError>;

/// Builds the plan in an empty workspace, in which the reader is the person `name` with the part `role`.
pub(super) fn build(
    workspace: &mut Workspace,
    words: &Example,
    pack: &Pack,
    (name, role): (&str, Role),
    ctx: &mut Context<'_>,
) -> Result<RecordKey, CommandError> {
    let monday = ctx.today().week(Weekday::Mon).first_day();
    let starts = monday - Days::new((WEEK - 1) * 7);
    let is_mentor = role == Role::Mentor;
    let usual = if is_mentor { words.mentor } else { words.student };
    let name = if name.trim().is_empty() { usual } else { name };
    let start = Command::StartPlan {
        title: words.title.to_owned(),
        starts,
        weeks: i64::from(WEEKS),
        name: name.to_owned(),
        role: if is_mentor { Role::Mentor } else { Role::Student },
    };
    let begun = ctx.now - TimeDelta::days((ctx.today() - starts).num_days());
    let mut then = Context { device: ctx.device, now: begun, random: &mut *ctx.random };
    let started = workspace.apply(start, &mut then)?;
    let Some(key) = started.subject else { return Err(CommandError::NotInPlan) };
    let other = DeviceId::from_random((ctx.random)());
    let join = Command::Join {
        plan: key.plan,
        name: (if is_mentor { words.student } else { words.mentor }).to_owned(),
        role: if is_mentor { Role::Student } else { Role::Mentor },
    };
    let mut there = Context { device: other, now: begun, random: &mut *ctx.random };
    workspace.apply(join, &mut there)?;
    let person = |device| workspace.plan(key.plan)?.person_of(device);
    let (Some(me), Some(partner)) = (person(ctx.device), person(other)) else {
        return Err(CommandError::NotInPlan);
    };
    let both = [(ctx.device, me), (other, partner)];
    let [student, mentor] = if is_mentor { [both[1], both[0]] } else { both };
    let mut building = Building {
        workspace,
        plan: key.plan,
        starts,
        student,
        mentor,
        me: both[0],
        goals: Vec::new(),
        ctx,
    };
    building.agreement(words, pack)?;
    building.goals(words)?;
    building.meetings(words)?;
    building.feedback(words)?;
    building.between_meetings(words, pack)?;
    building.time(words)?;
    Ok(key)
}

/// A device and the person who uses it.
type Writer = (DeviceId, RecordId);

/// The plan, while it is built.
struct Building<'a, 'b> {
    workspace: &'a mut Workspace,
    plan: PlanId,
    /// The first day of the course.
    starts: NaiveDate,
    student: Writer,
    mentor: Writer,
    me: Writer,
    goals: Vec<RecordId>,
    ctx: &'a mut Context<'b>,
}

impl Building<'_, '_> {
    /// Carries out a command as somebody would have, so many days ago.
    fn by(
        &mut self,
        (device, _): Writer,
        days_ago: i64,
        command: Command,
    ) -> Result<RecordKey, CommandError> {
        let now = self.ctx.now - TimeDelta::days(days_ago);
        let mut then = Context { device, now, random: &mut *self.ctx.random };
        let event = self.workspace.apply(command, &mut then)?;
        Ok(event.subject.unwrap_or(RecordKey::of_plan(self.plan)))
    }

    /// How many days ago a day of the course was: `day` from 0; 0 where it is still to come.
    fn ago(&self, day: u64) -> i64 {
        (self.ctx.today() - (self.starts + Days::new(day))).num_days().max(0)
    }

    fn writer(&self, is_mentor: bool) -> Writer {
        if is_mentor { self.mentor } else { self.student }
    }

    /// Both agreed in the first week; yesterday the mentor proposed a change.
    fn agreement(&mut self, words: &Example, pack: &Pack) -> Done {
        let (plan, first) = (self.plan, self.ago(3));
        let begin = AgreementDeed::Begin { sections: pack.agreement.clone() };
        self.by(self.mentor, first, begin.within(plan))?;
        self.agree(self.mentor, first)?;
        self.agree(self.student, first)?;
        let section = Plan::section_id(plan, "cadence");
        let reword = AgreementDeed::Reword { section, text: words.proposal.to_owned() };
        self.by(self.mentor, 1, reword.within(plan))?;
        self.agree(self.mentor, 1)
    }

    fn agree(&mut self, who: Writer, days_ago: i64) -> Done {
        let text = self.workspace.plan(self.plan).map(|plan| plan.agreement().text());
        let agree = AgreementDeed::Agree { text: text.unwrap_or_default() };
        self.by(who, days_ago, agree.within(self.plan)).map(drop)
    }

    /// Goals with ratings by both and evidence; one is met, one at risk, one set aside.
    fn goals(&mut self, words: &Example) -> Done {
        for (number, goal) in (0i64..).zip(&words.goals) {
            self.goal(number, goal)?;
        }
        let (plan, goals) = (self.plan, self.goals.clone());
        for (&goal, text) in goals.iter().zip(words.evidence) {
            let add = Bond::AddEvidence { goal, text: text.to_owned() };
            self.by(self.student, 4, add.within(plan))?;
        }
        if let [first, _, met, ..] = goals.as_slice() {
            let changes = vec![GoalChange::State(GoalState::Met)];
            self.by(self.student, 20, Command::ReviseGoal { plan, goal: *met, changes })?;
            let about = About { kind: Kind::Goal, id: *first };
            let comment = Command::AddComment { plan, about, text: words.comment.to_owned() };
            self.by(self.mentor, 2, comment)?;
        }
        if let Some(&goal) = goals.last() {
            let aside = Bond::SetAside { goal, reason: words.set_aside.to_owned() };
            self.by(self.student, 9, aside.within(plan))?;
        }
        Ok(())
    }

    fn goal(&mut self, number: i64, words: &ExampleGoal) -> Done {
        let (plan, first) = (self.plan, self.ago(4));
        let add = Command::AddGoal {
            plan,
            changes: vec![
                GoalChange::Title(words.title.to_owned()),
                GoalChange::Measure(words.measure.to_owned()),
                GoalChange::Category(words.category),
                GoalChange::Due(Some(self.starts + Days::new(words.week * 7 - 3))),
            ],
            tasks: words.tasks.iter().map(|&title| title.to_owned()).collect(),
        };
        let goal = self.by(self.student, first, add)?.id;
        self.goals.push(goal);
        let tasks = self.workspace.plan(plan).map(|plan| plan.tasks_of(goal)).unwrap_or_default();
        for task in tasks.iter().take(words.done) {
            let tick = Command::TickTask { plan, task: task.id, done: true };
            self.by(self.student, 6, tick)?;
        }
        let rate = |this: &mut Self, who, days, moment, rating| {
            this.by(who, days, Bond::Rate { goal, moment, rating }.within(plan)).map(drop)
        };
        rate(self, self.student, first, Moment::Start, 1 + number % 3)?;
        rate(self, self.mentor, first, Moment::Start, 2)?;
        rate(self, self.student, 15, Moment::Between, 2 + number % 2)?;
        rate(self, self.student, 3, Moment::Between, 3 + number % 2)
    }

    /// A weekly series: one meeting was moved, one left out, the others were held.
    fn meetings(&mut self, words: &Example) -> Done {
        let (plan, first) = (self.plan, self.ago(1));
        let day = self.starts + Days::new(3);
        let time = NaiveTime::from_hms_opt(15, 30, 0).unwrap_or_default();
        let series = Timetable::StartSeries {
            changes: vec![
                MeetingChange::Title(words.meetings[0].to_owned()),
                MeetingChange::Starts(day.and_time(time)),
                MeetingChange::Minutes(30),
                MeetingChange::Mode(MeetingMode::InPerson),
                MeetingChange::Place(words.place.to_owned()),
                MeetingChange::Agenda(words.agenda.to_owned()),
            ],
            repeat: Repeat::Weekly,
            ending: Ending::Times(WEEKS),
        };
        self.by(self.student, first, series.within(plan))?;
        let meetings = self.workspace.plan(plan).map(Plan::meetings_by_start).unwrap_or_default();
        let mut decisions = words.decisions.iter();
        for ((week, title), &meeting) in (0u64..).zip(words.meetings).zip(&meetings) {
            let mut changes = vec![MeetingChange::Title(title.to_owned())];
            let day = day + Days::new(week * 7);
            let is_past = day < self.ctx.today();
            let ago = self.ago(3 + week * 7);
            match week {
                2 => {
                    let moved = (day + Days::new(1)).and_time(time + TimeDelta::minutes(30));
                    changes.push(MeetingChange::Starts(moved));
                    changes.push(MeetingChange::Reason(words.moved.to_owned()));
                    changes.push(MeetingChange::Status(MeetingStatus::Held));
                }
                4 => {
                    changes.push(MeetingChange::Reason(words.skipped.to_owned()));
                    changes.push(MeetingChange::Status(MeetingStatus::Skipped));
                }
                _ if is_past => {
                    changes.push(MeetingChange::Lasted(Some(25 + 5 * week as i64)));
                    changes.push(MeetingChange::Status(MeetingStatus::Held));
                }
                _ => {}
            }
            self.by(self.student, ago, Command::ReviseMeeting { plan, meeting, changes })?;
            if matches!(week, 0 | 3 | 5)
                && let Some(title) = decisions.next()
            {
                let decide = Timetable::AddDecision { meeting, title: (*title).to_owned() };
                self.by(self.mentor, ago, decide.within(plan))?;
            }
        }
        self.what_was_agreed(words, &meetings)
    }

    /// Action items, a remark on the sixth meeting, and something to speak of at the next.
    fn what_was_agreed(&mut self, words: &Example, meetings: &[RecordId]) -> Done {
        let plan = self.plan;
        let last = meetings.get(5).copied();
        for item in &words.action_items {
            let (_, owner) = self.writer(item.by_mentor);
            let due = item.in_days.map(|days| self.ctx.today() + TimeDelta::days(days));
            let title = item.title.to_owned();
            let add =
                Command::AddActionItem { plan, title, meeting: last, owner: Some(owner), due };
            let id = self.by(self.student, self.ago(38), add)?.id;
            if item.is_done {
                let tick = Command::TickActionItem { plan, item: id, done: true };
                self.by(self.student, 2, tick)?;
            }
        }
        if let Some(id) = last {
            let about = About { kind: Kind::Meeting, id };
            let remark = Command::AddComment { plan, about, text: words.remark.to_owned() };
            self.by(self.mentor, self.ago(38), remark)?;
        }
        let topic = Timetable::AddAgendaItem { meeting: None, title: words.topic.to_owned() };
        self.by(self.student, 1, topic.within(plan)).map(drop)
    }

    /// Feedback both ways in several forms. What is older than some days has been read.
    fn feedback(&mut self, words: &Example) -> Done {
        let plan = self.plan;
        let mut given = Vec::new();
        for feedback in &words.feedback {
            let about = match feedback.about {
                ExampleAbout::Nothing => None,
                ExampleAbout::Goal(at) => self.goals.get(at).map(|id| (Kind::Goal, *id)),
                ExampleAbout::Feedback(at) => given.get(at).map(|id| (Kind::Feedback, *id)),
            };
            let (author, (_, to)) =
                (self.writer(feedback.by_mentor), self.writer(!feedback.by_mentor));
            let ExampleFeedback { form, steps, days_ago, .. } = *feedback;
            let is_asked = !matches!(form, Form::Reflection | Form::Request);
            let give = Command::GiveFeedback {
                plan,
                form,
                steps: said(form, steps),
                to: (form != Form::Reflection).then_some(to),
                about: about.map(|(kind, id)| About { kind, id }),
            };
            let id = self.by(author, days_ago as i64, give)?.id;
            given.push(id);
            if is_asked && days_ago > 3 {
                let read = Command::Acknowledge { plan, feedback: id };
                self.by(self.writer(!feedback.by_mentor), days_ago as i64 - 1, read)?;
            }
        }
        let form = Form::ToProgram;
        let steps = said(form, words.to_program);
        let tell = Command::GiveFeedback { plan, form, steps, to: None, about: None };
        self.by(self.me, 5, tell).map(drop)
    }

    /// A check-in with its answer, the mentor's evaluation, and the reader's note.
    fn between_meetings(&mut self, words: &Example, pack: &Pack) -> Done {
        let plan = self.plan;
        let [went, win, difficulty, need] = words.check_in.map(str::to_owned);
        let check_in = NewCheckIn { went, win, difficulty, need, mood: Some(3) };
        let day = self.ago(32);
        let id = self.by(self.student, day, Bond::CheckIn(check_in).within(plan))?.id;
        let about = About { kind: Kind::CheckIn, id };
        let text = words.check_in_answer.to_owned();
        self.by(self.mentor, day - 1, Command::AddComment { plan, about, text })?;

        let mut spoken = words.evaluation.iter();
        let mut answers = BTreeMap::new();
        for (place, item) in (0..).zip(&pack.evaluation) {
            let words = if item.is_scale { None } else { spoken.next() };
            let scale = item.is_scale.then_some(3 + i64::from(place % 3 != 0));
            let answer =
                Answer { scale, words: words.map(|&one| one.to_owned()).unwrap_or_default() };
            if answer != Answer::default() {
                answers.insert(item.key.clone(), answer);
            }
        }
        let evaluate = Bond::Evaluate { moment: Moment::Mid, answers };
        self.by(self.mentor, 1, evaluate.within(plan))?;
        let about = self.goals.first().map(|&id| About { kind: Kind::Goal, id });
        let note = Bond::WriteNote { text: words.note.to_owned(), about };
        self.by(self.me, 2, note.within(plan)).map(drop)
    }

    /// The reader's early shifts, and what both let each other know of their time.
    fn time(&mut self, words: &Example) -> Done {
        let (plan, today) = (self.plan, self.ctx.today());
        let monday = today.week(Weekday::Mon).first_day();
        let (four, six) = (NaiveTime::from_hms_opt(4, 0, 0), NaiveTime::from_hms_opt(6, 0, 0));
        let pattern = ShiftPattern {
            rhythm: Rhythm::Weekdays(vec![Weekday::Mon, Weekday::Tue, Weekday::Wed]),
            first: monday,
            last: monday + Days::new(27),
            starts: four.unwrap_or_default(),
            minutes: 510,
        };
        let person = self.me.1;
        let title = words.shift.to_owned();
        let add = Timetable::AddShifts { person, pattern, title, zone: String::new() };
        self.by(self.me, 6, add.within(plan))?;
        let partner = if self.me == self.student { self.mentor } else { self.student };
        for (who, begins, days) in [(self.me, four, 0..3), (partner, six, 0..5)] {
            let moment = |day: NaiveDate, time: NaiveTime| -> DateTime<Utc> {
                (day.and_time(time)
                    - TimeDelta::seconds(self.ctx.now.offset().local_minus_utc().into()))
                .and_utc()
            };
            let hours = |at: u64| {
                let from = moment(monday + Days::new(at), begins.unwrap_or_default());
                Span { from, until: from + TimeDelta::minutes(510) }
            };
            let busy = (0u64..28).filter(|day| days.contains(&(day % 7))).map(hours).collect();
            let now = self.ctx.now.to_utc();
            let span = Span { from: now, until: now + TimeDelta::days(21) };
            let share = Timetable::ShareFreeBusy { person: who.1, span, busy, now };
            self.by(who, 1, share.within(plan))?;
        }
        Ok(())
    }
}

/// The words of the steps of a form.
fn said(form: Form, words: &[&str]) -> Vec<Step> {
    let steps = form.steps().iter().zip(words);
    steps.map(|(&field, &words)| Step { field, words: words.to_owned() }).collect()
}

//! An outlook tells on each of its days what one that is made on that day tells.

use super::phone::{Phone, exchange_everything};
use super::{live_through, share};
use chrono::{Days, NaiveDate, TimeDelta};
use fastrand::Rng;
use std::ops::AddAssign;
use steadyhand::codec::outlook;
use steadyhand::domain::{
    AT_ONCE, About, Answer, Bond, Command, Form, GoalChange, GoalState, Kind, MeetingChange,
    MeetingStatus, Moment, NewCheckIn, Plan, PlanId, RecordId, RecordKey, Step, Today, Value,
    field,
};

const PLANS: u64 = 1_500;

/// What was compared.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    plans: u64,
    moments: u64,
    /// Moments at which more matters than is shown at once.
    full: u64,
    /// Plans with something to settle.
    disputed: u64,
    /// Outlooks for fewer days than there could be, because of so many meetings.
    short: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.plans += other.plans;
        self.moments += other.moments;
        self.full += other.full;
        self.disputed += other.disputed;
        self.short += other.short;
    }
}

#[test]
fn an_outlook_tells_on_each_of_its_days_what_is_to_be_told_then() {
    let plans = share(PLANS);
    let tally = live_through(
        |seed| World::new(seed).run(),
        |t: &Tally, threads| t.plans * threads as u64 >= plans,
    );
    println!("{tally:?}");
    let is_rich = [tally.full, tally.disputed, tally.short].iter().all(|count| *count > 0);
    assert!(tally.plans < plans / 2 || is_rich, "the plans have become too tame: {tally:?}");
}

struct World {
    rng: Rng,
    phones: Vec<Phone>,
    plan: PlanId,
    today: NaiveDate,
    tally: Tally,
}

impl World {
    fn new(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let (phones, plan) = Phone::several(&mut rng);
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        Self { rng, phones, plan, today, tally: Tally { plans: 1, ..Tally::default() } }
    }

    fn run(mut self) -> Tally {
        // One sort of thing is more frequent than the others, in some plans by far.
        let (favourite, often) = (self.rng.u8(..9), self.rng.u8(..100));
        for _ in 0..self.rng.usize(50..300) {
            let at = self.rng.usize(..self.phones.len());
            let sort = if self.rng.u8(..100) < often { favourite } else { self.rng.u8(..9) };
            if let Some(command) = self.any_command(at, sort) {
                // What may not be done is no part of this law.
                let _refused = self.phones[at].carry_out(command);
            }
            if self.rng.u8(..40) == 0 {
                exchange_everything(&mut self.phones, &mut self.rng);
            }
        }
        exchange_everything(&mut self.phones, &mut self.rng);
        let plan = self.phones[0].plan(self.plan).clone();
        let devices = self.phones.iter().map(|phone| plan.person_of(phone.device()));
        for me in devices.chain([None]).collect::<Vec<_>>() {
            self.check(&plan, me);
        }
        self.tally.disputed += u64::from(plan.dispute_count() > 0);
        self.tally
    }

    fn check(&mut self, plan: &Plan, me: Option<RecordId>) {
        let found = plan.outlook(self.plan, me, self.today).unwrap();
        self.tally.short += u64::from(found.until < self.today + Days::new(14));
        assert!(found.from < self.today && found.until >= self.today);
        let text = outlook::write(&found);
        let days = (found.until - found.from).num_days();
        let some = [0, 1, days].into_iter().chain((0..4).map(|_| self.rng.i64(0..=days)));
        for after in some.collect::<Vec<_>>() {
            let hour = self.rng.u32(..24);
            let now = (found.from + TimeDelta::days(after)).and_hms_opt(hour, 59, 0).unwrap();
            let read = outlook::read(&text, now.date()).unwrap();
            assert_eq!(read, found, "an outlook is read as it was written");
            let (told, is_more) = at_once(read.at(now));
            let then = at_once(plan.outlook(self.plan, me, now.date()).unwrap().at(now));
            assert_eq!((told, is_more), then, "at {now}, for {me:?}");
            self.tally.moments += 1;
            self.tally.full += u64::from(is_more);
        }
        for day in [found.from - Days::new(1), found.until + Days::new(1)] {
            assert_eq!(outlook::read(&text, day), None);
        }
    }

    fn any(&mut self, at: usize, kind: Kind) -> Option<RecordId> {
        let ids: Vec<_> = self.phones[at].plan(self.plan).live(kind).map(|(id, _)| id).collect();
        self.rng.choice(ids)
    }

    fn day(&mut self) -> NaiveDate {
        self.today + TimeDelta::days(self.rng.i64(-20..40))
    }

    fn any_command(&mut self, at: usize, sort: u8) -> Option<Command> {
        let plan = self.plan;
        let words = format!("Words {}", self.rng.u16(..));
        Some(match sort {
            0 => {
                let due = self.rng.bool().then(|| self.day());
                let changes = vec![GoalChange::Title(words), GoalChange::Due(due)];
                let tasks = (0..self.rng.u8(..4)).map(|task| format!("Task {task}")).collect();
                Command::AddGoal { plan, changes, tasks }
            }
            1 => match self.rng.u8(..4) {
                0 => {
                    let goal = self.any(at, Kind::Goal)?;
                    let state = *self.rng.choice(&[GoalState::Met, GoalState::SetAside])?;
                    let changes = vec![GoalChange::State(state)];
                    Command::ReviseGoal { plan, goal, changes }
                }
                _ => Command::TickTask { plan, task: self.any(at, Kind::Task)?, done: true },
            },
            2 => {
                let starts = self.day().and_hms_opt(self.rng.u32(..24), 30, 0)?;
                let minutes = *self.rng.choice(&[30, 720])?;
                let changes = vec![
                    MeetingChange::Title(words),
                    MeetingChange::Starts(starts),
                    MeetingChange::Minutes(minutes),
                ];
                Command::ScheduleMeetings { plan, changes, times: self.rng.u32(1..9) }
            }
            3 => {
                let meeting = self.any(at, Kind::Meeting)?;
                let change = match self.rng.u8(..4) {
                    0 => MeetingChange::Status(MeetingStatus::Held),
                    1 => MeetingChange::Status(MeetingStatus::Skipped),
                    2 => MeetingChange::Place(words),
                    _ => MeetingChange::Starts(self.day().and_hms_opt(9, 0, 0)?),
                };
                Command::ReviseMeeting { plan, meeting, changes: vec![change] }
            }
            4 => {
                let owner = if self.rng.bool() { self.any(at, Kind::Person) } else { None };
                let due = self.rng.bool().then(|| self.day());
                let meeting = self.any(at, Kind::Meeting);
                Command::AddActionItem { plan, title: words, meeting, owner, due }
            }
            5 => {
                let item = self.any(at, Kind::ActionItem)?;
                Command::TickActionItem { plan, item, done: true }
            }
            6 => return self.feedback(at, words),
            7 => return self.asked(at, words),
            _ => {
                let kinds = [Kind::Meeting, Kind::Task, Kind::Feedback, Kind::Comment, Kind::Goal];
                let kind = *self.rng.choice(&kinds)?;
                Command::Delete(RecordKey { plan, kind, id: self.any(at, kind)? })
            }
        })
    }

    /// Feedback, requests, answers, and taking note.
    fn feedback(&mut self, at: usize, words: String) -> Option<Command> {
        let plan = self.plan;
        let given = self.any(at, Kind::Feedback);
        let form = *self.rng.choice(&[Form::Free, Form::Request, Form::Reflection])?;
        let to = if self.rng.bool() { self.any(at, Kind::Person) } else { None };
        Some(match self.rng.u8(..6) {
            0 => Command::Acknowledge { plan, feedback: given? },
            1 => {
                // Words that another phone puts elsewhere have to be settled.
                let kind = *self.rng.choice(&[Kind::Feedback, Kind::CheckIn, Kind::Task])?;
                let field = match kind {
                    Kind::Feedback => form.steps()[0],
                    Kind::CheckIn => field::WENT,
                    _ => field::TITLE,
                };
                let key = RecordKey { plan, kind, id: self.any(at, kind)? };
                Command::PutBack { key, field: field.into(), value: Value::text(words) }
            }
            sort => {
                let about = (sort == 2).then_some(()).and(given);
                let about = about.map(|id| About { kind: Kind::Feedback, id });
                let steps = vec![Step { field: form.steps()[0], words }];
                Command::GiveFeedback { plan, form, steps, to, about }
            }
        })
    }

    /// Check-ins with their answers, and evaluations.
    fn asked(&mut self, at: usize, words: String) -> Option<Command> {
        let plan = self.plan;
        Some(match self.rng.u8(..4) {
            0 => {
                let about = About { kind: Kind::CheckIn, id: self.any(at, Kind::CheckIn)? };
                Command::AddComment { plan, about, text: words }
            }
            1 => {
                let moment = *self.rng.choice(&Moment::ALL)?;
                let answer = Answer { scale: Some(self.rng.i64(1..=5)), words };
                let answers = [("listening".to_owned(), answer)].into();
                Bond::Evaluate { moment, answers }.within(plan)
            }
            _ => Bond::CheckIn(NewCheckIn { went: words, ..NewCheckIn::default() }).within(plan),
        })
    }
}

/// What is shown of Today at once, and whether there is more.
fn at_once(mut today: Today) -> (Today, bool) {
    let is_more = today.first.len() > AT_ONCE;
    today.first.truncate(AT_ONCE);
    (today, is_more)
}

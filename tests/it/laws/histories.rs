//! After any history of commands and files, everybody ends with the same plan, to the byte.

use super::phone::{Phone, exchange_everything, file_of, file_of_plan};
use super::{live_through, share};
use chrono::NaiveDate;
use fastrand::Rng;
use std::ops::AddAssign;
use steadyhand::codec::{bundle, pack};
use steadyhand::domain::{
    About, AgreementDeed, Answer, Audience, Bond, Command, DeviceId, Ending, Form, GoalChange,
    Kind, MeetingChange, Moment, NewCheckIn, NewShift, Plan, PlanId, RecordId, RecordKey, Repeat,
    Step, Timetable, Undo, Value, Workspace,
};

const MERGES: u64 = 100_000;

/// What the histories had in them.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    histories: u64,
    commands: u64,
    refused: u64,
    merges: u64,
    stale: u64,
    taken_back: u64,
    /// Open disputes after imports that brought something new.
    disputes: u64,
    deleted: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.histories += other.histories;
        self.commands += other.commands;
        self.refused += other.refused;
        self.merges += other.merges;
        self.stale += other.stale;
        self.taken_back += other.taken_back;
        self.disputes += other.disputes;
        self.deleted += other.deleted;
    }
}

#[test]
fn a_hundred_thousand_merges_end_byte_identical_everywhere() {
    let merges = share(MERGES);
    let tally = live_through(
        |seed| World::new(seed).run(),
        |t: &Tally, threads| t.merges * threads as u64 >= merges,
    );
    println!("{tally:?}");
    let histories = tally.histories;
    let rare = [tally.taken_back, tally.disputes, tally.deleted];
    let is_rich = tally.commands > 10 * histories
        && tally.stale > histories
        && rare.iter().all(|count| *count > histories / 10);
    assert!(histories == 1 || is_rich, "the histories have become too tame: {tally:?}");
}

struct World {
    rng: Rng,
    phones: Vec<Phone>,
    plan: PlanId,
    /// Every file ever sent.
    mail: Vec<String>,
    undos: Vec<(usize, Undo)>,
    tally: Tally,
    words: u32,
}

impl World {
    fn new(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let (phones, plan) = Phone::several(&mut rng);
        let mail = vec![phones[0].file()];
        let tally = Tally { histories: 1, ..Tally::default() };
        Self { rng, phones, plan, mail, undos: Vec::new(), tally, words: 0 }
    }

    fn run(mut self) -> Tally {
        for _ in 0..self.rng.usize(30..70) {
            let at = self.rng.usize(..self.phones.len());
            match self.rng.u8(..100) {
                0..60 => self.command(at),
                60..75 => self.send(at),
                _ => self.receive(at),
            }
        }
        self.tally.merges += exchange_everything(&mut self.phones, &mut self.rng);
        let first = self.phones[0].file();
        for phone in &self.phones[1..] {
            assert_eq!(phone.file(), first);
        }
        let plan = self.phones[0].plan(self.plan);
        self.tally.deleted +=
            plan.records().filter(|(_, _, record)| record.is_deleted()).count() as u64;
        self.check_laws();
        self.tally
    }

    /// Any three files: in whatever order, and put together in whatever way, they come to the same.
    fn check_laws(&mut self) {
        let [a, b, c] = [(); 3].map(|()| self.rng.choice(&self.mail).unwrap().as_str());
        let both =
            |one: &str, other: &str| file_of(&merged(&merged(&Workspace::new(), one), other));
        let all = both(&both(a, b), c);
        assert_eq!(both(a, b), both(b, a));
        assert_eq!(all, both(a, &both(b, c)));
        assert_eq!(all, both(c, &both(a, b)));
        assert_eq!(both(a, a), both(a, &both(a, a)));
        self.tally.merges += 6;
    }

    fn send(&mut self, at: usize) {
        let phone = &self.phones[at];
        if self.rng.bool() {
            self.mail.push(phone.file());
            return;
        }
        let mut part = Plan::default();
        for (kind, id, record) in phone.plan(self.plan).records() {
            if self.rng.bool() {
                part.merge_record(kind, id, record.clone());
            }
        }
        self.mail.push(file_of_plan(self.plan, &part));
    }

    /// Takes in any file ever sent: late, twice, out of order, even one's own.
    fn receive(&mut self, at: usize) {
        let text = self.rng.choice(&self.mail).unwrap();
        self.tally.merges += 1;
        let before = self.phones[at].workspace.clone();
        let Some(undo) = self.phones[at].take_in(text) else {
            self.tally.stale += 1;
            return;
        };
        let disputes = self.phones[at].plan(self.plan).disputes(self.plan);
        self.tally.disputes += disputes.len() as u64;
        if self.rng.u8(..8) == 0 {
            self.phones[at].take_back(undo);
            assert_eq!(self.phones[at].workspace, before);
            self.tally.taken_back += 1;
        }
    }

    fn words(&mut self) -> String {
        self.words += 1;
        format!(
            "{} {}",
            self.rng.choice(["Veins", "Vena", "採血", "a\"b\\c\n"]).unwrap(),
            self.words
        )
    }

    fn command(&mut self, at: usize) {
        let Some(command) = self.any_command(at) else { return };
        match self.phones[at].carry_out(command) {
            Ok(event) => {
                self.tally.commands += 1;
                self.undos.push((at, event.undo));
            }
            Err(_) => self.tally.refused += 1,
        }
    }

    fn any(&mut self, at: usize, kind: Kind) -> Option<RecordId> {
        let ids: Vec<_> = self.phones[at].plan(self.plan).live(kind).map(|(id, _)| id).collect();
        self.rng.choice(ids)
    }

    fn any_command(&mut self, at: usize) -> Option<Command> {
        let plan = self.plan;
        let words = self.words();
        let one_line = words.replace('\n', " ");
        Some(match self.rng.u8(..26) {
            0 => Command::AddGoal {
                plan,
                changes: vec![GoalChange::Title(one_line)],
                tasks: vec!["Watch three".to_owned(), "Two without help".to_owned()],
            },
            1..=4 | 17 => {
                let goal = self.any(at, Kind::Goal)?;
                let change = match self.rng.u8(..3) {
                    0 => GoalChange::Title(one_line),
                    1 => GoalChange::Measure(words),
                    _ => GoalChange::Due(NaiveDate::from_ymd_opt(2026, 12, self.rng.u32(1..31))),
                };
                Command::ReviseGoal { plan, goal, changes: vec![change] }
            }
            5 => Command::TickTask { plan, task: self.any(at, Kind::Task)?, done: self.rng.bool() },
            6 => Command::RenameTask { plan, task: self.any(at, Kind::Task)?, title: one_line },
            7 => Command::ScheduleMeetings {
                plan,
                changes: vec![MeetingChange::Title(one_line), self.starts()],
                times: self.rng.u32(1..3),
            },
            8 | 9 => {
                let meeting = self.any(at, Kind::Meeting)?;
                let change =
                    if self.rng.bool() { self.starts() } else { MeetingChange::Place(one_line) };
                Command::ReviseMeeting { plan, meeting, changes: vec![change] }
            }
            10 => {
                let form = Form::Reflection;
                let steps = vec![Step { field: form.steps()[0], words }];
                Command::GiveFeedback { plan, form, steps, to: None, about: None }
            }
            11 => {
                let about = About { kind: Kind::Goal, id: self.any(at, Kind::Goal)? };
                Command::AddComment { plan, about, text: words }
            }
            12 | 13 => self.delete_or_restore(at)?,
            14 => self.settle(at)?,
            18..=21 => return self.timetable(at),
            22..=25 => return self.bond(at),
            15 => {
                let mine: Vec<_> = self.undos.iter().filter(|(by, _)| *by == at).collect();
                Command::Undo(self.rng.choice(mine)?.1.clone())
            }
            _ => Command::AddActionItem {
                plan,
                title: one_line,
                meeting: self.any(at, Kind::Meeting),
                owner: self.any(at, Kind::Person),
                due: None,
            },
        })
    }

    /// The agreement, places in a list, ratings, check-ins, notes, evaluations, audiences.
    fn bond(&mut self, at: usize) -> Option<Command> {
        let plan = self.plan;
        let words = self.words();
        let (goal, section) = (self.any(at, Kind::Goal), self.any(at, Kind::Section));
        let moment = *self.rng.choice(&Moment::ALL)?;
        Some(match self.rng.u8(..11) {
            0 => {
                let sections = pack::built_in("es").agreement.clone();
                AgreementDeed::Begin { sections }.within(plan)
            }
            1 | 2 => AgreementDeed::Reword { section: section?, text: words }.within(plan),
            3 => {
                let after = self.any(at, Kind::Section);
                AgreementDeed::Move { section: section?, after }.within(plan)
            }
            4 => {
                let text = self.phones[at].plan(plan).agreement().text();
                AgreementDeed::Agree { text }.within(plan)
            }
            5 => Bond::Rate { goal: goal?, moment, rating: self.rng.i64(1..=5) }.within(plan),
            6 => {
                let after = self.any(at, Kind::Goal);
                Bond::MoveGoal { goal: goal?, after }.within(plan)
            }
            7 => Bond::CheckIn(NewCheckIn { went: words, ..NewCheckIn::default() }).within(plan),
            8 => Bond::WriteNote { text: words, about: None }.within(plan),
            9 => {
                let answer = Answer { scale: Some(self.rng.i64(1..=5)), words };
                let answers = [("listening".to_owned(), answer)].into();
                Bond::Evaluate { moment, answers }.within(plan)
            }
            _ => Command::SetAudience {
                key: RecordKey { plan, kind: Kind::Goal, id: goal? },
                audience: *self.rng.choice(&Audience::ALL)?,
            },
        })
    }

    /// Series that several phones lengthen and end, shifts that several take over, agendas.
    fn timetable(&mut self, at: usize) -> Option<Command> {
        let (series, person) = (self.any(at, Kind::Series), self.any(at, Kind::Person)?);
        let starts = self.starts();
        let MeetingChange::Starts(from) = starts else { return None };
        let deed = match self.rng.u8(..7) {
            0 => Timetable::StartSeries {
                changes: vec![MeetingChange::Title("Talk".to_owned()), starts],
                repeat: *self.rng.choice(&Repeat::from_day(from.date()))?,
                ending: Ending::Times(self.rng.u32(1..4)),
            },
            1 | 2 => Timetable::ExtendSeries {
                series: series?,
                ending: Ending::Times(self.rng.u32(1..3)),
            },
            3 => Timetable::ReviseSeries {
                series: series?,
                from,
                changes: vec![MeetingChange::Place(self.words())],
            },
            4 => Timetable::EndSeries { series: series?, from },
            5 => Timetable::AddAgendaItem {
                meeting: self.any(at, Kind::Meeting),
                title: self.words(),
            },
            _ => {
                let shift = NewShift {
                    source: self.rng.u8(..4).to_string(),
                    starts: from,
                    minutes: 720,
                    title: "Nights".to_owned(),
                    zone: String::new(),
                };
                Timetable::ImportShifts { person, shifts: vec![shift] }
            }
        };
        Some(deed.within(self.plan))
    }

    fn starts(&mut self) -> MeetingChange {
        let day = NaiveDate::from_ymd_opt(2026, 12, self.rng.u32(1..29)).unwrap();
        MeetingChange::Starts(day.and_hms_opt(self.rng.u32(4..20), 30, 0).unwrap())
    }

    fn delete_or_restore(&mut self, at: usize) -> Option<Command> {
        let plan = self.phones[at].plan(self.plan);
        let keys: Vec<(RecordKey, bool)> = plan
            .records()
            .filter(|(kind, _, _)| !matches!(kind, Kind::Plan | Kind::Person | Kind::Device))
            .map(|(kind, id, record)| {
                (RecordKey { plan: self.plan, kind, id }, record.is_deleted())
            })
            .collect();
        let (key, is_deleted) = self.rng.choice(keys)?;
        Some(if is_deleted { Command::Restore(key) } else { Command::Delete(key) })
    }

    fn settle(&mut self, at: usize) -> Option<Command> {
        let disputes = self.phones[at].plan(self.plan).disputes(self.plan);
        let dispute = self.rng.choice(disputes)?;
        let texts: Option<Vec<_>> = dispute.rivals.iter().map(|r| r.value.as_text()).collect();
        let value = match texts {
            Some(texts) if self.rng.bool() => Value::text(texts.join(" / ")),
            _ => self.rng.choice(&dispute.rivals)?.value.clone(),
        };
        Some(Command::Settle { key: dispute.key, field: dispute.field, value })
    }
}

/// The workspace with a file taken in.
fn merged(workspace: &Workspace, text: &str) -> Workspace {
    let mut workspace = workspace.clone();
    let [nobody, fresh] = [u128::MAX, u128::MAX - 1].map(DeviceId::from_random);
    let arrival = workspace.look_at(bundle::read(text.as_bytes()).unwrap().plans, nobody, fresh);
    workspace.import(arrival);
    workspace
}

//! Times at which two people, or more, could meet, and why a time is good or bad.
//!
//! A time is refused for a [`Bar`]. Among the others those with the fewest points come first; the points are what
//! the [`Ground`]s for and against a time weigh:
//!
//! | ground | points |
//! |---|---|
//! | outside somebody's preferred hours | 60 for each |
//! | away from the wished day | 10 for each day |
//! | on a day between two nights of somebody | 40 for each |
//! | within two hours before or after somebody's shift: they are up and about | −15 for each |
//! | nobody works that day | −10 |
//! | the weekday and hour of the meeting before | −20 |
//!
//! Of times with equal points the earlier comes first.

use chrono::{DateTime, Datelike, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};

use super::busy::{Busy, BusySort};
use super::id::RecordId;
use super::rest::RestSort;
use super::span::Span;
use super::zone::Zone;
use crate::crdt::InOrder;

/// Nobody is asked to meet before this hour of their clock …
const MORNING: u32 = 6;
/// … nor to be still meeting at this one.
const NIGHT: u32 = 22;
/// How near a shift is near, in minutes.
const NEAR_SHIFT: i64 = 120;
/// How far apart, in minutes, the times begin that are looked at.
const EVERY: i64 = 30;
/// How far apart, in minutes, two proposals are at least.
const APART: i64 = 180;
/// How far from a bad time another is looked for.
const SOON: TimeDelta = TimeDelta::days(7);
/// The most time that is looked through.
const FARTHEST: TimeDelta = TimeDelta::days(62);

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// How many minutes the meeting is to last.
    pub minutes: i64,
    /// Within what: not before now, and as far as the cadence allows. Two months at most are looked through.
    pub within: Span,
    /// When it should be by the cadence, or by the series.
    pub best: Option<DateTime<Utc>>,
    /// When the last one was, whose weekday and hour are the usual ones.
    pub usual: Option<DateTime<Utc>>,
    /// How many proposals there are to be at most.
    pub most: usize,
}

/// One of the people who are to meet.
#[derive(Clone, Copy, Debug)]
pub struct Attendee<'a> {
    /// Who.
    pub person: RecordId,
    /// The clock they live by.
    pub zone: &'a Zone,
    /// When they have no time.
    pub busy: &'a [Busy],
    /// The hours of the clock in which they like to meet: from, until.
    pub hours: (NaiveTime, NaiveTime),
}

impl Attendee<'_> {
    /// The hours in which somebody likes to meet who has not said so.
    pub const USUAL_HOURS: (NaiveTime, NaiveTime) = (hour(8), hour(20));
}

const fn hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// Why a time cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bar {
    /// It has begun, or lies outside what was asked for.
    Outside,
    /// Somebody works.
    OnShift {
        /// Who.
        person: RecordId,
        /// When the shift ends.
        until: DateTime<Utc>,
    },
    /// Somebody sleeps or rests because of a shift.
    AtRest {
        /// Who.
        person: RecordId,
        /// Why.
        sort: RestSort,
        /// When that ends.
        until: DateTime<Utc>,
    },
    /// There is another meeting.
    Meeting {
        /// Which.
        meeting: RecordId,
    },
    /// Somebody has let it be known that they have no time.
    Told {
        /// Who.
        person: RecordId,
        /// Until when.
        until: DateTime<Utc>,
    },
    /// It is night where somebody is: before six, or ten and later.
    AtNight {
        /// Who.
        person: RecordId,
    },
}

/// What speaks for or against a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// It is outside the hours that somebody prefers.
    OutsideHours {
        /// Who.
        person: RecordId,
    },
    /// It is some days away from the day that was wished for.
    DaysAway(i64),
    /// Somebody has a night behind and a night before them.
    BetweenNights {
        /// Who.
        person: RecordId,
    },
    /// Somebody's shift begins soon after it.
    BeforeShift {
        /// Who.
        person: RecordId,
    },
    /// Somebody's shift has ended shortly before it.
    AfterShift {
        /// Who.
        person: RecordId,
    },
    /// Nobody works that day.
    DayOff,
    /// The weekday and the hour are the usual ones.
    Usual,
}

impl Ground {
    /// What it weighs; below zero it speaks for the time.
    pub fn points(self) -> i64 {
        match self {
            Self::OutsideHours { .. } => 60,
            Self::DaysAway(days) => 10 * days.abs(),
            Self::BetweenNights { .. } => 40,
            Self::BeforeShift { .. } | Self::AfterShift { .. } => -15,
            Self::DayOff => -10,
            Self::Usual => -20,
        }
    }
}

/// What there is to say of one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// From when until when.
    pub span: Span,
    /// Why it cannot be; empty for a time that can.
    pub bars: Vec<Bar>,
    /// What speaks for and against it.
    pub grounds: Vec<Ground>,
}

impl Verdict {
    /// Whether the time can be.
    pub fn suits(&self) -> bool {
        self.bars.is_empty()
    }

    /// The points of its grounds: the fewer, the better.
    pub fn points(&self) -> i64 {
        self.grounds.iter().map(|ground| ground.points()).sum()
    }
}

/// What there is to say of meeting at `from`.
pub fn judge(wish: &Wish, people: &[Attendee<'_>], from: DateTime<Utc>) -> Verdict {
    let span = Span { from, until: from + TimeDelta::minutes(wish.minutes.clamp(1, 24 * 60)) };
    let mut bars = Vec::new();
    if span.from < wish.within.from || span.until > wish.within.until {
        bars.push(Bar::Outside);
    }
    let mut grounds = Vec::new();
    for one in people {
        bars.extend(bars_of(one, span));
        grounds.extend(grounds_of(one, span));
    }
    bars.order();
    bars.dedup();
    let local = |at: DateTime<Utc>| people.first().map(|one| one.zone.local(at));
    if let (Some(best), Some(day)) = (wish.best.and_then(local), local(from)) {
        let days = (day.date() - best.date()).num_days();
        if days != 0 {
            grounds.push(Ground::DaysAway(days));
        }
    }
    if people.iter().all(|one| is_day_off(one, from)) {
        grounds.push(Ground::DayOff);
    }
    let of_week = |at: NaiveDateTime| (at.weekday(), at.hour(), at.minute());
    if wish
        .usual
        .and_then(local)
        .map(of_week)
        .is_some_and(|usual| local(from).map(of_week) == Some(usual))
    {
        grounds.push(Ground::Usual);
    }
    Verdict { span, bars, grounds }
}

/// The best times to meet, the best first: at most two a day, and at least three hours apart.
pub fn propose(wish: &Wish, people: &[Attendee<'_>]) -> Vec<Verdict> {
    let until = wish.within.until.min(wish.within.from + FARTHEST);
    let step = TimeDelta::minutes(EVERY);
    let first = next_step(wish.within.from);
    let times = std::iter::successors(Some(first), |at| Some(*at + step));
    let mut found: Vec<Verdict> = times
        .take_while(|at| *at < until)
        .map(|at| judge(wish, people, at))
        .filter(Verdict::suits)
        .collect();
    found.order_by(|a, b| (a.points(), a.span).cmp(&(b.points(), b.span)));
    let mut chosen: Vec<Verdict> = Vec::new();
    for one in found {
        let apart = |other: &Verdict| (other.span.from - one.span.from).num_minutes().abs();
        let is_near = |other: &&Verdict| apart(other) < 24 * 60;
        let same_day =
            chosen.iter().filter(is_near).filter(|other| on_same_day(people, other, &one));
        if chosen.len() < wish.most
            && chosen.iter().all(|other| apart(other) >= APART)
            && same_day.count() < 2
        {
            chosen.push(one);
        }
    }
    chosen
}

/// The first time from some moment on that can be, if one comes soon.
pub fn first_from(wish: &Wish, people: &[Attendee<'_>], from: DateTime<Utc>) -> Option<Verdict> {
    let from = next_step(from.max(wish.within.from));
    let until = wish.within.until.min(from + SOON);
    let step = TimeDelta::minutes(EVERY);
    let mut times = std::iter::successors(Some(from), |at| Some(*at + step))
        .take_while(|at| *at < until)
        .map(|at| judge(wish, people, at));
    times.find(Verdict::suits)
}

fn on_same_day(people: &[Attendee<'_>], one: &Verdict, other: &Verdict) -> bool {
    let day = |at: DateTime<Utc>| people.first().map(|one| one.zone.local(at).date());
    day(one.span.from) == day(other.span.from)
}

/// The next full or half hour of UTC, which is one of nearly every clock.
fn next_step(at: DateTime<Utc>) -> DateTime<Utc> {
    let past = at.timestamp().rem_euclid(EVERY * 60);
    if past == 0 { at } else { at + TimeDelta::seconds(EVERY * 60 - past) }
}

fn bars_of(one: &Attendee<'_>, span: Span) -> Vec<Bar> {
    let person = one.person;
    let mut bars: Vec<Bar> = one
        .busy
        .iter()
        .filter(|busy| busy.span.meets(&span))
        .map(|busy| {
            let until = busy.span.until;
            match busy.sort {
                BusySort::Shift => Bar::OnShift { person, until },
                BusySort::Rest(sort) => Bar::AtRest { person, sort, until },
                BusySort::Meeting(meeting) => Bar::Meeting { meeting },
                BusySort::Told => Bar::Told { person, until },
            }
        })
        .collect();
    let (from, until) = (one.zone.local(span.from), one.zone.local(span.until));
    let ends_late = until.time() > hour(NIGHT) || until.date() != from.date();
    if from.hour() < MORNING || from.hour() >= NIGHT || ends_late {
        bars.push(Bar::AtNight { person });
    }
    bars
}

fn grounds_of(one: &Attendee<'_>, span: Span) -> Vec<Ground> {
    let person = one.person;
    let mut grounds = Vec::new();
    let (from, until) = (one.zone.local(span.from), one.zone.local(span.until));
    if from.time() < one.hours.0 || until.time() > one.hours.1 || until.date() != from.date() {
        grounds.push(Ground::OutsideHours { person });
    }
    let near = |minutes: i64| (0..=NEAR_SHIFT).contains(&minutes);
    let mut shifts = one.busy.iter().filter(|busy| busy.sort == BusySort::Shift);
    if shifts.clone().any(|shift| near((shift.span.from - span.until).num_minutes())) {
        grounds.push(Ground::BeforeShift { person });
    }
    if shifts.any(|shift| near((span.from - shift.span.until).num_minutes())) {
        grounds.push(Ground::AfterShift { person });
    }
    let rests = |wanted| one.busy.iter().filter(move |busy| busy.sort == BusySort::Rest(wanted));
    let day = TimeDelta::days(1);
    let after = rests(RestSort::AfterNight)
        .any(|rest| rest.span.from <= span.from && span.from - rest.span.from < day);
    let before = rests(RestSort::BeforeNight)
        .any(|rest| rest.span.until >= span.until && rest.span.until - span.until < day);
    if after && before {
        grounds.push(Ground::BetweenNights { person });
    }
    grounds
}

/// Whether somebody works on no part of the day on which a moment lies.
fn is_day_off(one: &Attendee<'_>, at: DateTime<Utc>) -> bool {
    let day = one.zone.local(at).date();
    let works = |busy: &&Busy| matches!(busy.sort, BusySort::Shift | BusySort::Told);
    one.busy.iter().filter(works).all(|busy| {
        let last = one.zone.local(busy.span.until - TimeDelta::seconds(1)).date();
        day < one.zone.local(busy.span.from).date() || day > last
    })
}

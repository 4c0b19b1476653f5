//! Shifts out of somebody's calendar.
//!
//! A calendar comes from anywhere, so it is read with limits, what is odd is passed over, and what is not taken
//! over is told: see [`Told`]. Events may be in UTC, in a zone, or by whatever clock their reader goes by; they may
//! repeat by days or weeks, with exceptions and with single ones moved.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::lines::{Line, lines};
use super::recurrence::Rule;
use super::time::{Clock, When, length};
use super::zone_name;
use crate::domain::{LIMITS, NewShift, Span, Zones};

/// How much a calendar may ask of the device that reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarLimits {
    /// The most bytes.
    pub bytes: usize,
    /// The most events.
    pub events: usize,
    /// The most properties of one event that are looked at.
    pub properties: usize,
    /// How many days are looked through for all rules of repetition together.
    pub steps: u32,
}

impl CalendarLimits {
    /// What is in force.
    pub const USUAL: Self =
        Self { bytes: 4 * 1024 * 1024, events: 5000, properties: 200, steps: 1_000_000 };
}

/// Why nothing could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The file is larger than the limit.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The most bytes allowed.
        limit: usize,
    },
    /// It is no calendar.
    #[error("not a calendar")]
    NotACalendar,
}

/// What of a calendar was not taken over, or not as it stands there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// An event takes whole days, as no shift does.
    WholeDay {
        /// What it is called.
        title: String,
    },
    /// An event is called off, or its owner counts as free meanwhile.
    Off {
        /// What it is called.
        title: String,
    },
    /// An event has no time that could be read, or does not end after it starts.
    Unreadable {
        /// What it is called.
        title: String,
    },
    /// An event lasts longer than a shift may.
    TooLong {
        /// What it is called.
        title: String,
    },
    /// An event repeats in a way that is not followed: only its first time was taken over.
    Repetition {
        /// What it is called.
        title: String,
        /// Its rule.
        rule: String,
    },
    /// A zone is not known: its times were taken for times of one's own clock.
    UnknownZone {
        /// What it is called.
        name: String,
    },
    /// There are more than can be taken over at once: the later ones were left out.
    TooMany {
        /// How many are taken over.
        limit: usize,
    },
    /// The file ends in the middle of an event, which was left out.
    CutShort {
        /// Which event, counted from 1.
        event: usize,
    },
}

/// What a calendar came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The shifts, by their start.
    pub shifts: Vec<NewShift>,
    /// What was not taken over, or not as it stands there.
    pub told: BTreeSet<Told>,
    /// How many events lie outside the time that was asked for.
    pub outside: usize,
}

/// One event as it stands in the file.
#[derive(Debug, Default)]
struct Event {
    lines: Vec<Line>,
}

impl Event {
    fn line(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }

    fn text(&self, name: &str) -> String {
        self.line(name).map(|line| line.text().trim().to_owned()).unwrap_or_default()
    }

    fn when(&self, name: &str) -> Option<When> {
        When::read(self.line(name)?)
    }

    /// What it is called, short enough for a title.
    fn title(&self) -> String {
        let text = self.text("SUMMARY");
        text.lines().next().unwrap_or_default().chars().take(LIMITS.title).collect()
    }

    fn is_off(&self) -> bool {
        let says = |name: &str, word| self.text(name).eq_ignore_ascii_case(word);
        says("STATUS", "CANCELLED") || says("TRANSP", "TRANSPARENT")
    }
}

/// The IANA names of the zones that a calendar may speak of, so that their clocks can be asked for before it is
/// read: some are guesses, of which no browser knows anything.
///
/// # Errors
/// As [`read_shifts`].
pub fn zones_in(bytes: &[u8]) -> Result<Vec<String>, CalendarError> {
    let text = text(bytes)?;
    let mut names = BTreeSet::new();
    for line in lines(&text).filter(|line| ["DTSTART", "DTEND"].contains(&line.name.as_str())) {
        let guesses = line.param("TZID").map(zone_name::guesses).unwrap_or_default();
        names.extend(guesses.into_iter().map(str::to_owned));
        if names.len() > 100 {
            break;
        }
    }
    Ok(names.into_iter().collect())
}

/// The shifts of a calendar that start within `span`.
///
/// # Errors
/// The file is too large, or no calendar. Anything less is told in the answer.
pub fn read_shifts(bytes: &[u8], zones: &Zones, span: Span) -> Result<Reading, CalendarError> {
    let text = text(bytes)?;
    let mut reader =
        Reader { zones, span, reading: Reading::default(), steps: CalendarLimits::USUAL.steps };
    let events = reader.events(&text);
    let moved = reader.moved(&events);
    let mut named = BTreeSet::new();
    for event in &events {
        reader.event(event, &moved, &mut named);
    }
    let mut reading = reader.reading;
    reading.shifts.sort_by(|a, b| (a.starts, &a.source).cmp(&(b.starts, &b.source)));
    if reading.shifts.len() > LIMITS.shifts_at_once {
        reading.shifts.truncate(LIMITS.shifts_at_once);
        reading.told.insert(Told::TooMany { limit: LIMITS.shifts_at_once });
    }
    Ok(reading)
}

/// The file as text, if it is a calendar at all.
fn text(bytes: &[u8]) -> Result<String, CalendarError> {
    let limit = CalendarLimits::USUAL.bytes;
    if bytes.len() > limit {
        return Err(CalendarError::TooLarge { limit });
    }
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let begins = text.get(..15).is_some_and(|head| head.eq_ignore_ascii_case("BEGIN:VCALENDAR"));
    if begins { Ok(text.to_owned()) } else { Err(CalendarError::NotACalendar) }
}

struct Reader<'a> {
    zones: &'a Zones,
    span: Span,
    reading: Reading,
    steps: u32,
}

/// The times of repeating events that stand elsewhere: by name and by the moment that the rule gives.
type Moved = BTreeSet<(String, DateTime<Utc>)>;

impl Reader<'_> {
    fn tell(&mut self, told: Told) {
        // Enough for anybody to see what is wrong.
        if self.reading.told.len() < 50 {
            self.reading.told.insert(told);
        }
    }

    fn events(&mut self, text: &str) -> Vec<Event> {
        let limits = CalendarLimits::USUAL;
        let (mut events, mut open, mut within) = (Vec::new(), None::<Event>, Vec::new());
        for line in lines(text) {
            match (line.name.as_str(), &mut open) {
                ("BEGIN", None) if line.value.trim().eq_ignore_ascii_case("VEVENT") => {
                    open = Some(Event::default());
                }
                // Alarms and the like.
                ("BEGIN", Some(_)) => within.push(line.value),
                ("END", Some(_)) if within.pop().is_some() => {}
                ("END", Some(_)) => events.extend(open.take()),
                (_, Some(event)) if within.is_empty() && event.lines.len() < limits.properties => {
                    event.lines.push(line);
                }
                _ => {}
            }
            if events.len() >= limits.events {
                self.tell(Told::TooMany { limit: limits.events });
                return events;
            }
        }
        if open.is_some() {
            self.tell(Told::CutShort { event: events.len() + 1 });
        }
        events
    }

    /// Which times of repeating events have an event of their own.
    fn moved(&self, events: &[Event]) -> Moved {
        let moved = |event: &Event| match event.when("RECURRENCE-ID")? {
            When::Time(time, clock) => Some((event.text("UID"), clock.moment(time, self.zones))),
            When::Day(_) => None,
        };
        events.iter().filter_map(moved).collect()
    }

    fn event(&mut self, event: &Event, moved: &Moved, named: &mut BTreeSet<String>) {
        let title = event.title();
        if event.is_off() {
            return self.tell(Told::Off { title });
        }
        let (starts, clock) = match event.when("DTSTART") {
            Some(When::Time(starts, clock)) => (starts, clock),
            Some(When::Day(_)) => return self.tell(Told::WholeDay { title }),
            None => return self.tell(Told::Unreadable { title }),
        };
        if let Clock::Zone(name) = &clock
            && zone_name::find(name, self.zones).is_none()
        {
            self.tell(Told::UnknownZone { name: name.clone() });
        }
        let long = self.length(event, starts, &clock).filter(|long| *long > TimeDelta::zero());
        let Some(long) = long else { return self.tell(Told::Unreadable { title }) };
        if long.num_minutes() > LIMITS.shift_minutes {
            return self.tell(Told::TooLong { title });
        }
        let one = One { uid: event.text("UID"), title, long, clock };
        let times = self.times(event, starts, &one);
        let repeats = times.len() != 1 || event.line("RRULE").is_some();
        let replaces = event.when("RECURRENCE-ID");
        for time in times {
            let moment = one.clock.moment(time, self.zones);
            if repeats && moved.contains(&(one.uid.clone(), moment)) {
                continue;
            }
            // Of a repeating event each time has a name of its own, also where it was moved.
            let slot = match &replaces {
                Some(When::Time(slot, clock)) => Some(clock.moment(*slot, self.zones)),
                _ => repeats.then_some(moment),
            };
            self.shift(&one, time, slot, named);
        }
    }

    /// How long an event is, by its clock.
    fn length(&self, event: &Event, starts: NaiveDateTime, clock: &Clock) -> Option<TimeDelta> {
        match event.when("DTEND") {
            Some(When::Time(ends, of)) if of == *clock => Some(ends - starts),
            Some(When::Time(ends, of)) => {
                Some(of.moment(ends, self.zones) - clock.moment(starts, self.zones))
            }
            Some(When::Day(_)) => None,
            None => length(&event.line("DURATION")?.value),
        }
    }

    /// When an event is, by its clock, up to the end of the time that was asked for.
    fn times(&mut self, event: &Event, starts: NaiveDateTime, one: &One) -> Vec<NaiveDateTime> {
        let Some(line) = event.line("RRULE") else { return vec![starts] };
        let rule = Rule::parse(&line.value).filter(|_| event.line("RDATE").is_none());
        let Some(rule) = rule else {
            let rule = line.value.chars().take(LIMITS.title).collect();
            self.tell(Told::Repetition { title: one.title.clone(), rule });
            return vec![starts];
        };
        let without = event.lines.iter().filter(|line| line.name == "EXDATE");
        let without: Vec<When> = without.flat_map(When::read_list).collect();
        let is_without = |time: NaiveDateTime| {
            without.iter().any(|when| match when {
                When::Day(day) => *day == time.date(),
                When::Time(at, clock) => {
                    clock.moment(*at, self.zones) == one.clock.moment(time, self.zones)
                }
            })
        };
        let is_over = |time: NaiveDateTime| {
            let moment = one.clock.moment(time, self.zones);
            moment >= self.span.until
                || match &rule.until {
                    None => false,
                    Some(When::Day(last)) => time.date() > *last,
                    Some(When::Time(last, Clock::Floating)) => time > *last,
                    Some(When::Time(last, clock)) => moment > clock.moment(*last, self.zones),
                }
        };
        let count = rule.count.map_or(usize::MAX, |count| count as usize);
        let mut steps = self.steps;
        let times: Vec<NaiveDateTime> = rule
            .times(starts, &mut steps)
            .take(count)
            .take_while(|time| !is_over(*time))
            .filter(|time| !is_without(*time))
            .filter(|time| one.clock.moment(*time, self.zones) >= self.span.from)
            .collect();
        self.steps = steps;
        if steps == 0 {
            self.tell(Told::TooMany { limit: LIMITS.shifts_at_once });
        }
        times
    }

    /// Takes over one shift.
    fn shift(
        &mut self,
        one: &One,
        time: NaiveDateTime,
        slot: Option<DateTime<Utc>>,
        named: &mut BTreeSet<String>,
    ) {
        let moment = one.clock.moment(time, self.zones);
        if moment < self.span.from || moment >= self.span.until {
            self.reading.outside += 1;
            return;
        }
        let zone = one.clock.zone(self.zones);
        let (starts, ends) = match zone {
            Some(_) => (time, time + one.long),
            // By the clock of whoever reads it, the end may be an hour off where the clock is changed.
            None => {
                let home = self.zones.home();
                (home.local(moment), home.local(moment + one.long))
            }
        };
        let written = |at: DateTime<Utc>| at.format("%Y%m%dT%H%MZ").to_string();
        let mut source = match slot {
            Some(slot) => format!("{}/{}", one.uid, written(slot)),
            None if one.uid.is_empty() => format!("{} {}", one.title, written(moment)),
            None => one.uid.clone(),
        };
        // Some programs give several events one name.
        if named.contains(&source) {
            source = format!("{source}/{}", written(moment));
        }
        if !named.insert(source.clone()) {
            return;
        }
        let minutes = (ends - starts).num_minutes();
        if minutes <= 0 || minutes > LIMITS.shift_minutes {
            return self.tell(Told::TooLong { title: one.title.clone() });
        }
        let zone = zone.unwrap_or(self.zones.home()).name().to_owned();
        self.reading.shifts.push(NewShift {
            source,
            starts,
            minutes,
            title: one.title.clone(),
            zone,
        });
    }
}

/// What all times of one event have in common.
struct One {
    uid: String,
    title: String,
    long: TimeDelta,
    clock: Clock,
}

//! Looking for a time: who is to meet, what is asked for, and making a time a meeting.

use chrono::{DateTime, Datelike, Days, NaiveTime, TimeDelta, Utc};
use leptos::prelude::*;

use crate::domain::{
    Attendee, Command, Kind, MeetingChange, RecordId, Seeker, Span, Verdict, Wish, Zones,
};
use crate::store::Store;

/// How far ahead a time may be.
const FARTHEST: TimeDelta = TimeDelta::days(62);

/// The names under which it is kept when the meeting should be.
pub const WINDOWS: [&str; 3] = ["this-week", "next-week", "two-weeks"];
/// How long meetings may last, in minutes.
pub const LENGTHS: [i64; 5] = [15, 20, 30, 45, 60];

/// Everything that times are judged by.
#[derive(Clone, Debug, PartialEq)]
pub struct Seeking {
    /// The reader, and the others.
    pub seekers: Vec<Seeker>,
    /// The clocks.
    pub zones: Zones,
    /// Now.
    pub now: DateTime<Utc>,
    /// When the last meeting was.
    usual: Option<DateTime<Utc>>,
}

impl Seeking {
    /// What there is to know now. `None` where the reader has not said who they are.
    pub fn of(store: Store) -> Option<Self> {
        let (here, me) = (store.open_plan_id()?, store.me()?);
        let (zones, now) = (store.zones(), store.now());
        let (at, local) = (now.to_utc(), now.naive_local());
        let whole =
            Span { from: at - TimeDelta::days(2), until: at + FARTHEST + TimeDelta::days(2) };
        let kinds = [Kind::Shift, Kind::FreeBusy, Kind::Meeting, Kind::Person];
        let read = |_, plan: &crate::domain::Plan| {
            (plan.seekers(me, &zones, whole, at), plan.usual_time(local))
        };
        let (mut seekers, usual) = store.plan(&kinds, read)?;
        let usual = usual.map(|usual| zones.home().moment(usual));
        // Who is in several plans has the time of all of them to give.
        let (known, elsewhere) = store.busy_elsewhere(here, &zones, whole);
        if let Some(mine) = seekers.first_mut() {
            mine.busy.extend(elsewhere);
            mine.known = known.unwrap_or(mine.known);
        }
        Some(Self { seekers, zones, now: at, usual })
    }

    /// All that is asked for: so many minutes, within some time.
    pub fn wish(&self, minutes: i64, within: Span) -> Wish {
        Wish { minutes, within, best: None, usual: self.usual, most: 6 }
    }

    /// From now on as far as times are looked at.
    pub fn ever(&self) -> Span {
        Span { from: self.now, until: self.now + FARTHEST }
    }

    /// The time that a window means.
    pub fn window(&self, name: &str, week_begins: u32) -> Span {
        let home = self.zones.home();
        let today = home.local(self.now).date();
        let past = (today.weekday().num_days_from_monday() + 7 - week_begins) % 7;
        let midnight = |days: u64| {
            let day = today.checked_add_days(Days::new(days)).unwrap_or(today);
            home.moment(day.and_time(NaiveTime::MIN))
        };
        let week_ends = u64::from(7 - past);
        match name {
            "this-week" => Span { from: self.now, until: midnight(week_ends) },
            "next-week" => Span { from: midnight(week_ends), until: midnight(week_ends + 7) },
            _ => Span { from: self.now, until: midnight(14) },
        }
    }

    /// The people, as times are judged by.
    pub fn attendees(&self) -> Vec<Attendee<'_>> {
        self.seekers.iter().map(|one| one.attendee(self.zones.home())).collect()
    }

    /// The reader.
    pub fn me(&self) -> Option<RecordId> {
        self.seekers.first().map(|one| one.person)
    }

    /// When a time is, by the reader's clock: `Thu 26 Nov 15:30–16:00`.
    pub fn time(&self, store: Store, span: Span) -> String {
        let [from, until] = [span.from, span.until].map(|at| self.zones.home().local(at));
        format!("{}–{}", store.locale().moment(from), store.locale().time(until.time()))
    }

    /// Until when something lasts, beside a time: the hour, with the day where it is another.
    pub fn until(&self, store: Store, beside: DateTime<Utc>, at: DateTime<Utc>) -> String {
        let [beside, at] = [beside, at].map(|at| self.zones.home().local(at));
        match beside.date() == at.date() {
            true => store.locale().time(at.time()),
            false => store.locale().moment(at),
        }
    }
}

/// Makes a time a meeting, and answers which.
pub fn schedule(store: Store, seeking: &Seeking, verdict: &Verdict) -> Option<RecordId> {
    let plan = untrack(|| store.open_plan_id())?;
    let title = untrack(|| store.messages().find_time.meeting_title);
    let mut changes = vec![
        MeetingChange::Title(title.to_owned()),
        MeetingChange::Starts(seeking.zones.home().local(verdict.span.from)),
        MeetingChange::Minutes(verdict.span.minutes()),
    ];
    changes.extend(store.zone_name().map(MeetingChange::Zone));
    // What stands in the way is said by the notice.
    let event = store.apply(Command::ScheduleMeetings { plan, changes, times: 1 }).ok()?;
    event.subject.map(|key| key.id)
}

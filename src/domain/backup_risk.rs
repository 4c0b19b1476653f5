//! How much would be lost if this device were lost now, and whether the reader should hear of it.
//!
//! What counts is what no copy holds: how many changes, and how long the first of them has waited.
//! A backup of everything settles all of them; an exported plan settles that plan's alone, because
//! nothing of the others is in it.

use std::collections::BTreeMap;

use super::id::PlanId;

/// A day, in seconds.
const DAY: i64 = 86_400;
/// Nothing is said in the first minutes of writing: half an hour, in seconds.
const FIRST: i64 = 30 * 60;

/// What has been written since the last copies left this device. Times are in seconds since 1970.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyLog {
    /// When everything was last backed up.
    pub backed_up: Option<i64>,
    /// The plans that have changes which no copy holds.
    pub waiting: BTreeMap<PlanId, Waiting>,
    /// What the reader has asked not to be reminded of.
    pub quiet: Option<Quiet>,
}

/// The changes of one plan that no copy holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// When the first of them was made.
    pub since: i64,
    /// How many there are.
    pub changes: u32,
}

/// A reminder that was put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// Until when.
    pub until: i64,
    /// How strong it was. A stronger one is shown nevertheless.
    pub risk: Risk,
}

/// How likely it is that the browser throws away what is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// It has promised to keep it.
    Promised,
    /// It keeps it as long as there is room.
    #[default]
    WhileRoom,
    /// Safari's rule for sites that are not on the home screen: everything goes after seven days
    /// of use without a visit. WebKit, *Full Third-Party Cookie Blocking and More* (2020).
    SevenDays,
}

/// How urgent a backup is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// There is nothing to say.
    #[default]
    Calm,
    /// A backup would be good.
    Remind,
    /// Much would be lost.
    Urge,
}

/// From when on a risk is said: after so many days with a change that no copy holds, or at so many
/// such changes.
struct Bounds {
    days: i64,
    changes: u32,
}

impl Keeping {
    fn remind(self) -> Bounds {
        match self {
            Self::Promised => Bounds { days: 14, changes: 60 },
            Self::WhileRoom => Bounds { days: 7, changes: 30 },
            Self::SevenDays => Bounds { days: 2, changes: 15 },
        }
    }

    fn urge(self) -> Bounds {
        match self {
            Self::Promised => Bounds { days: 45, changes: 240 },
            Self::WhileRoom => Bounds { days: 21, changes: 120 },
            Self::SevenDays => Bounds { days: 5, changes: 60 },
        }
    }

    /// For how long a reminder can be put off, in seconds. It is less than what is left of the
    /// seven days once somebody is urged.
    fn quiet(self) -> i64 {
        match self {
            Self::Promised | Self::WhileRoom => 3 * DAY,
            Self::SevenDays => DAY,
        }
    }
}

/// At how many changes somebody who never made a backup hears of it, however they are kept.
const FIRST_BACKUP: u32 = 10;

impl CopyLog {
    /// Notes that a plan was changed, so many times.
    pub fn note_changes(&mut self, plan: PlanId, changes: u32, now: i64) {
        if changes > 0 {
            let waiting = self.waiting.entry(plan).or_insert(Waiting { since: now, changes: 0 });
            waiting.changes = waiting.changes.saturating_add(changes);
        }
    }

    /// Notes that a copy of one plan, as it was when `then` was taken, has left this device.
    pub fn note_export(&mut self, plan: PlanId, then: &Self, now: i64) {
        let had = then.waiting.get(&plan).map_or(0, |waiting| waiting.changes);
        if let Some(waiting) = self.waiting.get_mut(&plan) {
            waiting.changes = waiting.changes.saturating_sub(had);
            waiting.since = now;
            if waiting.changes == 0 {
                self.waiting.remove(&plan);
            }
        }
    }

    /// Notes that a copy of everything, as it was when `then` was taken, has left this device.
    pub fn note_backup(&mut self, then: &Self, now: i64) {
        for plan in then.waiting.keys() {
            self.note_export(*plan, then, now);
        }
        self.backed_up = Some(now);
        self.quiet = None;
    }

    /// How many changes no copy holds.
    pub fn changes(&self) -> u32 {
        self.waiting.values().fold(0, |sum, waiting| sum.saturating_add(waiting.changes))
    }

    /// How urgent a backup is.
    pub fn risk(&self, keeping: Keeping, now: i64) -> Risk {
        let changes = self.changes();
        let Some(since) = self.waiting.values().map(|waiting| waiting.since).min() else {
            return Risk::Calm;
        };
        // A clock that was set back makes nothing older than it is, and nothing newer than now.
        let age = (now - since).max(0);
        if age < FIRST {
            return Risk::Calm;
        }
        let is_past = |bounds: Bounds| age >= bounds.days * DAY || changes >= bounds.changes;
        if is_past(keeping.urge()) {
            Risk::Urge
        } else if is_past(keeping.remind()) || (self.backed_up.is_none() && changes >= FIRST_BACKUP)
        {
            Risk::Remind
        } else {
            Risk::Calm
        }
    }

    /// What the reader should hear: the risk, unless a reminder of it was put off.
    pub fn reminder(&self, keeping: Keeping, now: i64) -> Risk {
        let risk = self.risk(keeping, now);
        match self.quiet {
            Some(quiet) if now < quiet.until && risk <= quiet.risk => Risk::Calm,
            _ => risk,
        }
    }

    /// Puts the reminder off for some days.
    pub fn put_off(&mut self, keeping: Keeping, now: i64) {
        let risk = self.risk(keeping, now);
        self.quiet = Some(Quiet { until: now + keeping.quiet(), risk });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_795_000_000;

    fn plan(number: u128) -> PlanId {
        PlanId::from_random(number)
    }

    /// Backed up long ago, with so many changes, the first of them so many seconds ago.
    fn log(changes: u32, age: i64) -> CopyLog {
        let mut log = CopyLog { backed_up: Some(NOW - 400 * DAY), ..CopyLog::default() };
        log.note_changes(plan(1), changes, NOW - age);
        log
    }

    #[test]
    fn the_risk_turns_at_its_bounds() {
        use {Keeping::*, Risk::*};
        for (keeping, remind, urge) in [
            (Promised, (14, 60), (45, 240)),
            (WhileRoom, (7, 30), (21, 120)),
            (SevenDays, (2, 15), (5, 60)),
        ] {
            let by_age = |age| log(1, age).risk(keeping, NOW);
            let by_count = |count| log(count, FIRST).risk(keeping, NOW);
            assert_eq!(by_age(remind.0 * DAY - 1), Calm, "{keeping:?}");
            assert_eq!(by_age(remind.0 * DAY), Remind, "{keeping:?}");
            assert_eq!(by_age(urge.0 * DAY - 1), Remind, "{keeping:?}");
            assert_eq!(by_age(urge.0 * DAY), Urge, "{keeping:?}");
            assert_eq!(by_count(remind.1 - 1), Calm, "{keeping:?}");
            assert_eq!(by_count(remind.1), Remind, "{keeping:?}");
            assert_eq!(by_count(urge.1 - 1), Remind, "{keeping:?}");
            assert_eq!(by_count(urge.1), Urge, "{keeping:?}");
        }
    }

    #[test]
    fn who_never_made_a_backup_hears_of_it_sooner() {
        for keeping in [Keeping::Promised, Keeping::WhileRoom, Keeping::SevenDays] {
            let never =
                |changes, age| CopyLog { backed_up: None, ..log(changes, age) }.risk(keeping, NOW);
            assert_eq!(never(FIRST_BACKUP - 1, FIRST), Risk::Calm);
            assert_eq!(never(FIRST_BACKUP, FIRST), Risk::Remind);
            assert_eq!(log(FIRST_BACKUP, FIRST).risk(keeping, NOW), Risk::Calm);
        }
    }

    #[test]
    fn nothing_is_said_in_the_first_minutes_nor_when_nothing_waits() {
        let keeping = Keeping::SevenDays;
        assert_eq!(log(1_000, FIRST - 1).risk(keeping, NOW), Risk::Calm);
        assert_eq!(log(1_000, FIRST).risk(keeping, NOW), Risk::Urge);
        assert_eq!(log(0, 300 * DAY).risk(keeping, NOW), Risk::Calm);
        assert_eq!(CopyLog::default().risk(keeping, NOW), Risk::Calm);
        assert_eq!(log(1_000, -DAY).risk(keeping, NOW), Risk::Calm, "written in the future");
    }

    #[test]
    fn an_exported_plan_settles_itself_alone_and_a_backup_all() {
        let mut log = log(5, 9 * DAY);
        log.note_changes(plan(2), 7, NOW - 8 * DAY);
        let then = log.clone();
        log.note_changes(plan(1), 1, NOW);
        assert_eq!(log.changes(), 13);

        let mut exported = log.clone();
        exported.note_export(plan(1), &then, NOW);
        let left = Waiting { since: NOW, changes: 1 };
        assert_eq!(exported.waiting.get(&plan(1)), Some(&left), "written after the file was made");
        assert_eq!(exported.changes(), 8);
        assert_eq!(exported.risk(Keeping::WhileRoom, NOW), Risk::Remind, "the other plan waits");
        assert_eq!(exported.backed_up, then.backed_up);

        log.note_backup(&then, NOW);
        assert_eq!(log.waiting, BTreeMap::from([(plan(1), left)]));
        assert_eq!((log.backed_up, log.risk(Keeping::SevenDays, NOW)), (Some(NOW), Risk::Calm));
    }

    #[test]
    fn a_reminder_that_was_put_off_comes_again_or_when_it_grows() {
        let keeping = Keeping::WhileRoom;
        let mut log = log(30, FIRST);
        assert_eq!(log.reminder(keeping, NOW), Risk::Remind);
        log.put_off(keeping, NOW);
        assert_eq!(log.reminder(keeping, NOW + 3 * DAY - 1), Risk::Calm);
        assert_eq!(log.reminder(keeping, NOW + 3 * DAY), Risk::Remind);
        log.note_changes(plan(1), 90, NOW);
        assert_eq!(log.reminder(keeping, NOW), Risk::Urge);
        log.put_off(keeping, NOW);
        assert_eq!(log.reminder(keeping, NOW), Risk::Calm);
        log.note_backup(&log.clone(), NOW);
        assert_eq!(log.quiet, None);
    }
}

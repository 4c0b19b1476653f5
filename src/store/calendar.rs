//! Meetings out: as a file that other calendars take in.

use chrono::TimeDelta;
use leptos::prelude::*;

use super::sent::Going;
use super::zone::zones_of;
use super::{DownloadError, ShareError, Shared, Store, now};
use crate::codec::bundle;
use crate::codec::ics::{self, CALENDAR_TYPE, Calendar};
use crate::domain::{CalendarCount, ForWhom, Kind, Plan, PlanId, RecordId, Span};
use crate::platform::{files, share};

/// The end of the name of such a file.
const EXTENSION: &str = "ics";

/// What is to be in a calendar file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarWish {
    /// Which meeting; all of them where none is named.
    pub meeting: Option<RecordId>,
    /// How many minutes before a meeting its reminder comes.
    pub alarm: Option<u32>,
    /// Whether to tell what a meeting is about.
    pub with_agenda: bool,
}

/// A calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// A name for it.
    pub file_name: String,
    /// The file.
    pub text: String,
    /// The meetings that go in it to somebody.
    going: Going,
}

impl Store {
    /// How many meetings a calendar file would hold, and how many stay here. Follows them.
    pub fn calendar_count(&self, wish: CalendarWish) -> CalendarCount {
        let count = |id, plan: &Plan| plan.calendar_count(id, |id| wish.holds(id));
        self.plan(&[Kind::Meeting, Kind::Series], count).unwrap_or_default()
    }

    /// The meetings of the open plan as a calendar file, once everything in it is stored: a later change has to
    /// have a higher number than this. `None` if no plan is open.
    pub async fn calendar(&self, wish: CalendarWish) -> Option<CalendarFile> {
        self.settled().await;
        let id = untrack(|| self.open_plan_id())?;
        let plan = self.core.try_with_value(|core| core.workspace.plan(id).cloned()).flatten()?;
        Some(written(&plan, id, wish))
    }

    /// Offers a calendar file as a download.
    ///
    /// # Errors
    /// Why the browser refused.
    pub fn download_calendar(&self, file: &CalendarFile) -> Result<(), DownloadError> {
        files::download(&file.file_name, CALENDAR_TYPE, &file.text)?;
        self.note_sent(&file.going);
        Ok(())
    }

    /// Whether the browser can hand a calendar file to other apps.
    pub fn can_share_calendar(&self) -> bool {
        share::can_share("meetings.ics", CALENDAR_TYPE)
    }

    /// Hands a calendar file to another app. To be called straight from a tap.
    ///
    /// # Errors
    /// Why that failed. Being cancelled is not a failure.
    pub async fn share_calendar(&self, file: &CalendarFile) -> Result<Shared, ShareError> {
        let shared = share::share(&file.file_name, &file.file_name, CALENDAR_TYPE, &file.text);
        let shared = shared.await?;
        if shared == Shared::Handed {
            self.note_sent(&file.going);
        }
        Ok(shared)
    }
}

impl CalendarWish {
    /// Whether a meeting is to be in it.
    fn holds(&self, meeting: RecordId) -> bool {
        self.meeting.is_none_or(|wanted| wanted == meeting)
    }
}

/// The file, made of what the student and the mentors see. A calendar is read by others, too: whoever shares it, and
/// the company that keeps it. So what only the reader sees is in none.
fn written(plan: &Plan, id: PlanId, wish: CalendarWish) -> CalendarFile {
    let outgoing = plan.outgoing(id, ForWhom::Pair);
    let outgoing = outgoing.only(|kind, id| kind == Kind::Meeting && wish.holds(id));
    let meetings = outgoing.plan.appointments(|id| wish.holds(id));
    let mut names: Vec<String> = meetings.iter().map(|one| one.meeting.zone.clone()).collect();
    names.sort_unstable();
    names.dedup();
    names.retain(|name| !name.is_empty());
    let made = now();
    // The clocks are asked for the days of the meetings, however far off these are.
    let starts = || meetings.iter().filter_map(|one| Some(one.meeting.starts?.and_utc()));
    let around = TimeDelta::days(2);
    let span = Span {
        from: starts().min().unwrap_or(made.to_utc()) - around,
        until: starts().max().unwrap_or(made.to_utc()) + around,
    };
    let calendar = Calendar {
        plan: id,
        made: made.to_utc(),
        zones: &zones_of(&names, span),
        alarm: wish.alarm,
        with_agenda: wish.with_agenda,
    };
    let one = meetings.first().filter(|_| wish.meeting.is_some());
    let title = match one {
        Some(one) => one.meeting.title.clone(),
        None => plan.card(id).map(|card| card.title).unwrap_or_default(),
    };
    let name = bundle::file_name(&title, made.date_naive());
    let stem = name.split('.').next().unwrap_or_default();
    CalendarFile {
        file_name: format!("{stem}.{EXTENSION}"),
        text: ics::write(&calendar, &meetings),
        going: Going { plan: id, outgoing, for_whom: ForWhom::Pair },
    }
}

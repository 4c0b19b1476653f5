//! Shifts out of a calendar file that the reader has picked. Nothing is changed by looking.

use chrono::TimeDelta;
use leptos::ev::Event;

use super::zone::{usual_span, zones_of};
use super::{FileError, PickedFile, Store, now};
use crate::codec::ics::{CalendarError, CalendarLimits, Reading, read_shifts, zones_in};
use crate::domain::Span;

/// From how many days ago on shifts are taken over.
const BACK: i64 = 7;
/// Up to how many days ahead.
const AHEAD: i64 = 400;

/// Why nothing could be read of a calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RosterFailure {
    /// The browser could not read the file.
    File(FileError),
    /// It is no calendar.
    Calendar(CalendarError),
}

impl Store {
    /// The file of an input's `change` event, if one was picked.
    pub fn picked(&self, change: &Event) -> Option<PickedFile> {
        PickedFile::from_change(change).into_iter().next()
    }

    /// The shifts in a calendar file, from last week until a little more than a year from now.
    ///
    /// # Errors
    /// Why there are none to be read.
    pub async fn read_roster(&self, file: &PickedFile) -> Result<Reading, RosterFailure> {
        let failed = RosterFailure::File;
        file.check_size(CalendarLimits::USUAL.bytes as u64).map_err(failed)?;
        let bytes = file.part(0, file.bytes()).await.map_err(failed)?;
        let zones = zones_of(&zones_in(&bytes).map_err(RosterFailure::Calendar)?, usual_span());
        let now = now().to_utc();
        let from = now - TimeDelta::days(BACK);
        let span = Span { from, until: now + TimeDelta::days(AHEAD) };
        read_shifts(&bytes, &zones, span).map_err(RosterFailure::Calendar)
    }
}

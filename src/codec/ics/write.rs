//! Meetings as a calendar.
//!
//! Each meeting is one event, also where it belongs to a series, for each may have been moved alone. Times are
//! written in UTC: without a rule of repetition that loses nothing but the zone's name, every calendar shows
//! them by its owner's clock, and none has to trust, or may mistake, a zone's rules brought along. Should
//! the law about a zone change, the next file corrects what calendars hold.
//!
//! `UID` is the plan's id and the meeting's, so it is the same on every device. `SEQUENCE` is how many
//! writes the record has seen ([`Appointment::edition`]): it rises with each change. `METHOD` is
//! `PUBLISH`: nobody is asked to answer.

use chrono::{DateTime, Utc};

use crate::domain::{Appointment, PlanId, Zones};

/// The media type of what [`write`] gives.
pub const CALENDAR_TYPE: &str = "text/calendar;charset=utf-8";

/// The most octets of a line, without its end (RFC 5545, section 3.1).
const LINE: usize = 75;

/// The highest number of an edition: readers may keep it in 32 bits.
const MOST_EDITIONS: u64 = i32::MAX as u64;

/// What a calendar is made of, besides the meetings.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
    /// The plan the meetings are of.
    pub plan: PlanId,
    /// When it is made.
    pub made: DateTime<Utc>,
    /// The clocks that the meetings keep.
    pub zones: &'a Zones,
    /// How many minutes before a meeting its alarm comes.
    pub alarm: Option<u32>,
    /// Whether to tell what a meeting is to cover. Other calendars may be kept by strangers.
    pub with_agenda: bool,
}

/// The meetings as a calendar. One without a readable start is left out. One that was deleted says
/// no more than that it does not take place.
pub fn write(calendar: &Calendar<'_>, meetings: &[Appointment]) -> String {
    let mut out = Lines::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Steadyhand//Mentorship planner 1//EN");
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    for meeting in meetings {
        write_event(&mut out, calendar, meeting);
    }
    out.line("END:VCALENDAR");
    out.0
}

fn write_event(out: &mut Lines, calendar: &Calendar<'_>, one: &Appointment) {
    let meeting = &one.meeting;
    let Some(span) = meeting.span(calendar.zones) else { return };
    out.line("BEGIN:VEVENT");
    out.line(&format!("UID:{}-{}@steadyhand", calendar.plan, meeting.id));
    out.line(&format!("SEQUENCE:{}", one.edition.min(MOST_EDITIONS)));
    out.line(&format!("DTSTAMP:{}", moment(calendar.made)));
    out.line(&format!("DTSTART:{}", moment(span.from)));
    out.line(&format!("DTEND:{}", moment(span.until)));
    out.line(if one.stands { "STATUS:CONFIRMED" } else { "STATUS:CANCELLED" });
    if !one.is_deleted {
        out.text("SUMMARY", &meeting.title);
        out.text("LOCATION", &meeting.place);
        if calendar.with_agenda {
            out.text("DESCRIPTION", &meeting.agenda);
        }
    }
    if let Some(minutes) = calendar.alarm.filter(|_| one.stands) {
        out.line("BEGIN:VALARM");
        out.line("ACTION:DISPLAY");
        out.line(&format!("TRIGGER:-PT{minutes}M"));
        out.text("DESCRIPTION", if meeting.title.is_empty() { "." } else { &meeting.title });
        out.line("END:VALARM");
    }
    out.line("END:VEVENT");
}

fn moment(moment: DateTime<Utc>) -> String {
    moment.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Lines as RFC 5545 has them: of at most 75 octets, longer ones folded, each ended by CR and LF.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// One line of which every character is known to be plain, or has been made so.
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for letter in line.chars() {
            if octets + letter.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(letter);
            octets += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is text, if it says something.
    fn text(&mut self, name: &str, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let mut line = format!("{name}:");
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                '\r' if letters.peek() == Some(&'\n') => {}
                '\n' | '\r' => line.push_str("\\n"),
                // Other control characters are not allowed anywhere.
                letter if letter.is_control() && letter != '\t' => {}
                letter => line.push(letter),
            }
        }
        self.line(&line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters_and_text_is_escaped() {
        let mut out = Lines::default();
        out.text("SUMMARY", &"ñ".repeat(60));
        for line in out.0.split_terminator("\r\n") {
            assert!(line.len() <= LINE, "{}", line.len());
        }
        assert_eq!(out.0.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "ñ".repeat(60)));
        let mut out = Lines::default();
        out.text("SUMMARY", "a;b,c\\d\r\ne\nf\u{7}\tg");
        assert_eq!(out.0, "SUMMARY:a\\;b\\,c\\\\d\\ne\\nf\tg\r\n");
        let mut out = Lines::default();
        out.text("LOCATION", " \n");
        out.line(&"x".repeat(75));
        assert_eq!(out.0, format!("{}\r\n", "x".repeat(75)));
    }
}

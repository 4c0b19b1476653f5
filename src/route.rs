//! Where in the app one is: the part of the address after `#`.
//!
//! Hash routes need nothing of the host, so the app runs under any path of any static server.

mod plain;
mod query;
mod tab;
#[cfg(test)]
mod tests;

use std::fmt;

use chrono::NaiveDate;

use crate::domain::{Kind, Moment, RecordId, Role, Situation, written_day};

pub use tab::Tab;

use plain::{PLAIN, Plain};
use query::{parse_about, value_of};

/// A page of the app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// What matters today.
    #[default]
    Today,
    /// Every goal.
    Goals,
    /// Writing down a new goal.
    NewGoal,
    /// One goal.
    Goal(RecordId),
    /// The meetings, as a list.
    Meetings,
    /// The meetings of a month; the month that holds the day, or else this month.
    Month(Option<NaiveDate>),
    /// Scheduling a meeting.
    NewMeeting,
    /// The meeting that comes next, or all of them where none does.
    NextMeeting,
    /// One meeting.
    Meeting(RecordId),
    /// One meeting, with what is to be spoken of before where and when it is.
    Agenda(RecordId),
    /// Scheduling the meeting after one.
    MeetingAfter(RecordId),
    /// One meeting, or all, as a file for other calendars.
    Calendar(Option<RecordId>),
    /// One series of meetings.
    Series(RecordId),
    /// Changing a series from one of its meetings on.
    ChangeSeries(RecordId),
    /// When the people of the plan work.
    Shifts,
    /// Writing down shifts.
    NewShifts,
    /// One shift.
    Shift(RecordId),
    /// Times that suit both sides.
    FindTime,
    /// All feedback.
    Feedback,
    /// What was said to the program.
    ProgramFeedback,
    /// The ways to write feedback in one situation.
    FeedbackFor {
        /// The situation.
        situation: Situation,
        /// The record it is about.
        about: Option<(Kind, RecordId)>,
    },
    /// Writing feedback: in which form, and about what.
    NewFeedback {
        /// The form's name as files write it, or none to choose.
        form: Option<String>,
        /// The record it is about.
        about: Option<(Kind, RecordId)>,
    },
    /// One piece of feedback.
    OneFeedback(RecordId),
    /// Writing a check-in.
    NewCheckIn,
    /// One check-in.
    CheckIn(RecordId),
    /// How both sides see the mentorship, at its middle or its end.
    Evaluation(Moment),
    /// The mentorship agreement.
    Agreement,
    /// The phases of the course, and what each asks for.
    Course,
    /// Bringing the plan to a good end.
    Closing,
    /// Finding something by its words.
    Search,
    /// What came in and was not looked at yet.
    News,
    /// What the reader has written for themselves.
    Notes,
    /// Everything else.
    More,
    /// Exporting, importing, and what is kept where.
    Share,
    /// The plan as it is printed.
    PaperPlan,
    /// The report of how it goes, as it is printed.
    PaperReport,
    /// The agreement with lines to sign on, as it is printed.
    PaperAgreement,
    /// What was reached by the end, as it is printed.
    PaperSummary,
    /// A plan without people, for somebody else to begin from.
    Template,
    /// Backing up everything, restoring, and how well the browser keeps things.
    Backup,
    /// Looking at a file before taking it in.
    Import,
    /// The fields in which two values stand.
    Disputes,
    /// What is kept apart because it contradicts, or could not be read.
    Apart,
    /// The people of the plan.
    People,
    /// Who changed what in the plan, or in one record and what belongs to it.
    Activity(Option<(Kind, RecordId)>),
    /// Choosing or beginning a plan.
    Plans,
    /// The second page of a first visit, for who is here: a name, and the ways to begin.
    Begin(Role),
    /// The program on this device: without a network, as an app, in a newer version.
    Install,
    /// Name, language, appearance.
    Settings,
}

impl Route {
    /// The route that the part of an address after `#` names; `None` if it names none.
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        if path.is_empty() {
            return Some(Self::Today);
        }
        if let Some((_, route, _)) = PLAIN.iter().find(|(address, ..)| *address == path) {
            return Some(route.clone());
        }
        let parts: Vec<&str> = path.split('/').collect();
        Some(match parts.as_slice() {
            ["meetings", "month", day] => Self::Month(Some(written_day(day)?)),
            ["meetings", "series", id] => Self::Series(id.parse().ok()?),
            ["meetings", "shifts", id] => Self::Shift(id.parse().ok()?),
            ["meetings", "series", id, "change"] => Self::ChangeSeries(id.parse().ok()?),
            ["meetings", id, "agenda"] => Self::Agenda(id.parse().ok()?),
            ["meetings", id, "next"] => Self::MeetingAfter(id.parse().ok()?),
            ["meetings", id, "calendar"] => Self::Calendar(Some(id.parse().ok()?)),
            ["feedback", "new"] => {
                let form = value_of(query, "form").map(str::to_owned);
                Self::NewFeedback { form, about: parse_about(query) }
            }
            ["feedback", "for", situation] => {
                let situation = Situation::from_name(situation)?;
                Self::FeedbackFor { situation, about: parse_about(query) }
            }
            ["begin", role] => Self::Begin(Role::from_name(role)?),
            ["evaluation", moment] => Self::Evaluation(Moment::from_name(moment)?),
            ["activity", kind, id] => {
                Self::Activity(Some((Kind::from_name(kind)?, id.parse().ok()?)))
            }
            [kind, id] => {
                let id = id.parse().ok()?;
                match *kind {
                    "goals" => Self::Goal(id),
                    "meetings" => Self::Meeting(id),
                    "feedback" => Self::OneFeedback(id),
                    "check-ins" => Self::CheckIn(id),
                    _ => return None,
                }
            }
            _ => return None,
        })
    }

    /// Its address after `#/`, its own route and its tab, if its address is always the same.
    fn plain(&self) -> Option<&'static Plain> {
        PLAIN.iter().find(|(_, route, _)| route == self)
    }

    /// Which of the five tabs the page is under.
    pub fn tab(&self) -> Tab {
        if let Some((.., tab)) = self.plain() {
            return *tab;
        }
        match self {
            Self::Goal(_) | Self::Activity(Some((Kind::Goal, _))) => Tab::Goals,
            Self::Month(_)
            | Self::Meeting(_)
            | Self::Agenda(_)
            | Self::MeetingAfter(_)
            | Self::Calendar(_)
            | Self::Series(_)
            | Self::ChangeSeries(_)
            | Self::Shift(_)
            | Self::Activity(Some((Kind::Meeting | Kind::Series | Kind::Shift, _))) => {
                Tab::Meetings
            }
            Self::FeedbackFor { .. }
            | Self::NewFeedback { .. }
            | Self::OneFeedback(_)
            | Self::CheckIn(_)
            | Self::Evaluation(_)
            | Self::Activity(Some((Kind::Feedback, _))) => Tab::Feedback,
            _ => Tab::More,
        }
    }
}

impl fmt::Display for Route {
    /// Writes the route as a link, `#` included.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#/")?;
        let mut one = |before: &str, id: &dyn fmt::Display, after: &str| {
            f.write_str(before)?;
            id.fmt(f)?;
            f.write_str(after)
        };
        let about = |about: &Option<(Kind, RecordId)>, mark: &str| match about {
            Some((kind, id)) => [mark, "about=", kind.name(), ".", &id.to_string()].concat(),
            None => String::new(),
        };
        match self {
            Self::Goal(id) => one("goals/", id, ""),
            Self::Month(Some(day)) => one("meetings/month/", day, ""),
            Self::Meeting(id) => one("meetings/", id, ""),
            Self::Agenda(id) => one("meetings/", id, "/agenda"),
            Self::MeetingAfter(id) => one("meetings/", id, "/next"),
            Self::Calendar(Some(id)) => one("meetings/", id, "/calendar"),
            Self::Series(id) => one("meetings/series/", id, ""),
            Self::ChangeSeries(id) => one("meetings/series/", id, "/change"),
            Self::Shift(id) => one("meetings/shifts/", id, ""),
            Self::FeedbackFor { situation, about: of } => {
                one("feedback/for/", &situation.name(), &about(of, "?"))
            }
            Self::NewFeedback { form: None, about: of } => {
                one("feedback/new", &"", &about(of, "?"))
            }
            Self::NewFeedback { form: Some(form), about: of } => {
                one("feedback/new?form=", form, &about(of, "&"))
            }
            Self::OneFeedback(id) => one("feedback/", id, ""),
            Self::CheckIn(id) => one("check-ins/", id, ""),
            Self::Begin(role) => one("begin/", &role.name(), ""),
            Self::Evaluation(moment) => one("evaluation/", &moment.name(), ""),
            Self::Activity(Some((kind, id))) => {
                one(&["activity/", kind.name(), "/"].concat(), id, "")
            }
            plain => one(plain.plain().map_or("today", |(address, ..)| *address), &"", ""),
        }
    }
}

//! Where in the app one is: the part of the address after `#`.
//!
//! Hash routes need nothing of the host, so the app runs under any path of any static server.

mod query;
mod tab;
#[cfg(test)]
mod tests;

use std::fmt;

use chrono::NaiveDate;

use crate::domain::{Kind, Moment, RecordId, Situation, written_day};

pub use tab::Tab;

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
        let parts: Vec<&str> = path.split('/').collect();
        Some(match parts.as_slice() {
            ["" | "today"] => Self::Today,
            ["goals"] => Self::Goals,
            ["goals", "new"] => Self::NewGoal,
            ["goals", id] => Self::Goal(id.parse().ok()?),
            ["meetings"] => Self::Meetings,
            ["meetings", "month"] => Self::Month(None),
            ["meetings", "month", day] => Self::Month(Some(written_day(day)?)),
            ["meetings", "new"] => Self::NewMeeting,
            ["meetings", "next"] => Self::NextMeeting,
            ["meetings", "shifts"] => Self::Shifts,
            ["meetings", "shifts", "new"] => Self::NewShifts,
            ["meetings", "find-time"] => Self::FindTime,
            ["meetings", "calendar"] => Self::Calendar(None),
            ["meetings", "series", id] => Self::Series(id.parse().ok()?),
            ["meetings", "series", id, "change"] => Self::ChangeSeries(id.parse().ok()?),
            ["meetings", id] => Self::Meeting(id.parse().ok()?),
            ["meetings", id, "next"] => Self::MeetingAfter(id.parse().ok()?),
            ["meetings", id, "calendar"] => Self::Calendar(Some(id.parse().ok()?)),
            ["feedback"] => Self::Feedback,
            ["feedback", "new"] => {
                let form = value_of(query, "form").map(str::to_owned);
                Self::NewFeedback { form, about: parse_about(query) }
            }
            ["feedback", "program"] => Self::ProgramFeedback,
            ["feedback", "for", situation] => {
                let situation = Situation::from_name(situation)?;
                Self::FeedbackFor { situation, about: parse_about(query) }
            }
            ["feedback", id] => Self::OneFeedback(id.parse().ok()?),
            ["check-ins", "new"] => Self::NewCheckIn,
            ["check-ins", id] => Self::CheckIn(id.parse().ok()?),
            ["evaluation", moment] => Self::Evaluation(Moment::from_name(moment)?),
            ["agreement"] => Self::Agreement,
            ["course"] => Self::Course,
            ["closing"] => Self::Closing,
            ["search"] => Self::Search,
            ["new"] => Self::News,
            ["notes"] => Self::Notes,
            ["more"] => Self::More,
            ["more", "share"] => Self::Share,
            ["more", "share", "print-plan"] => Self::PaperPlan,
            ["more", "share", "print-progress"] => Self::PaperReport,
            ["more", "share", "print-agreement"] => Self::PaperAgreement,
            ["more", "share", "print-summary"] => Self::PaperSummary,
            ["more", "share", "template"] => Self::Template,
            ["more", "import"] => Self::Import,
            ["backup"] => Self::Backup,
            ["more", "settle"] => Self::Disputes,
            ["apart"] => Self::Apart,
            ["more", "people"] => Self::People,
            ["activity"] => Self::Activity(None),
            ["activity", kind, id] => {
                Self::Activity(Some((Kind::from_name(kind)?, id.parse().ok()?)))
            }
            ["more", "plans"] => Self::Plans,
            ["more", "install"] => Self::Install,
            ["more", "settings"] => Self::Settings,
            _ => return None,
        })
    }

    /// Which of the five tabs the page is under.
    pub fn tab(&self) -> Tab {
        match self {
            Self::Today | Self::Search | Self::News => Tab::Today,
            Self::Goals | Self::NewGoal | Self::Goal(_) => Tab::Goals,
            Self::Meetings
            | Self::Month(_)
            | Self::NewMeeting
            | Self::NextMeeting
            | Self::Meeting(_)
            | Self::MeetingAfter(_)
            | Self::Calendar(_)
            | Self::Series(_)
            | Self::ChangeSeries(_)
            | Self::Shifts
            | Self::NewShifts
            | Self::FindTime => Tab::Meetings,
            Self::Feedback
            | Self::ProgramFeedback
            | Self::FeedbackFor { .. }
            | Self::NewFeedback { .. }
            | Self::OneFeedback(_)
            | Self::NewCheckIn
            | Self::CheckIn(_)
            | Self::Evaluation(_) => Tab::Feedback,
            Self::Activity(Some((Kind::Goal, _))) => Tab::Goals,
            Self::Activity(Some((Kind::Meeting | Kind::Series, _))) => Tab::Meetings,
            Self::Activity(Some((Kind::Feedback, _))) => Tab::Feedback,
            Self::More
            | Self::Activity(_)
            | Self::Share
            | Self::PaperPlan
            | Self::PaperReport
            | Self::PaperAgreement
            | Self::PaperSummary
            | Self::Template
            | Self::Agreement
            | Self::Course
            | Self::Closing
            | Self::Notes
            | Self::Backup
            | Self::Import
            | Self::Disputes
            | Self::Apart
            | Self::People
            | Self::Plans
            | Self::Install
            | Self::Settings => Tab::More,
        }
    }
}

impl fmt::Display for Route {
    /// Writes the route as a link, `#` included.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("#/today"),
            Self::Goals => f.write_str("#/goals"),
            Self::NewGoal => f.write_str("#/goals/new"),
            Self::Goal(id) => write!(f, "#/goals/{id}"),
            Self::Meetings => f.write_str("#/meetings"),
            Self::Month(None) => f.write_str("#/meetings/month"),
            Self::Month(Some(day)) => write!(f, "#/meetings/month/{day}"),
            Self::NewMeeting => f.write_str("#/meetings/new"),
            Self::NextMeeting => f.write_str("#/meetings/next"),
            Self::Meeting(id) => write!(f, "#/meetings/{id}"),
            Self::MeetingAfter(id) => write!(f, "#/meetings/{id}/next"),
            Self::Calendar(None) => f.write_str("#/meetings/calendar"),
            Self::Calendar(Some(id)) => write!(f, "#/meetings/{id}/calendar"),
            Self::Series(id) => write!(f, "#/meetings/series/{id}"),
            Self::ChangeSeries(id) => write!(f, "#/meetings/series/{id}/change"),
            Self::Shifts => f.write_str("#/meetings/shifts"),
            Self::NewShifts => f.write_str("#/meetings/shifts/new"),
            Self::FindTime => f.write_str("#/meetings/find-time"),
            Self::Feedback => f.write_str("#/feedback"),
            Self::ProgramFeedback => f.write_str("#/feedback/program"),
            Self::FeedbackFor { situation, about } => {
                write!(f, "#/feedback/for/{}", situation.name())?;
                match about {
                    Some((kind, id)) => write!(f, "?about={}.{id}", kind.name()),
                    None => Ok(()),
                }
            }
            Self::NewFeedback { form, about } => {
                f.write_str("#/feedback/new")?;
                let mut mark = '?';
                if let Some(form) = form {
                    write!(f, "{mark}form={form}")?;
                    mark = '&';
                }
                if let Some((kind, id)) = about {
                    write!(f, "{mark}about={}.{id}", kind.name())?;
                }
                Ok(())
            }
            Self::OneFeedback(id) => write!(f, "#/feedback/{id}"),
            Self::NewCheckIn => f.write_str("#/check-ins/new"),
            Self::CheckIn(id) => write!(f, "#/check-ins/{id}"),
            Self::Evaluation(moment) => write!(f, "#/evaluation/{}", moment.name()),
            Self::Agreement => f.write_str("#/agreement"),
            Self::Course => f.write_str("#/course"),
            Self::Closing => f.write_str("#/closing"),
            Self::Search => f.write_str("#/search"),
            Self::News => f.write_str("#/new"),
            Self::Notes => f.write_str("#/notes"),
            Self::More => f.write_str("#/more"),
            Self::Share => f.write_str("#/more/share"),
            Self::PaperPlan => f.write_str("#/more/share/print-plan"),
            Self::PaperReport => f.write_str("#/more/share/print-progress"),
            Self::PaperAgreement => f.write_str("#/more/share/print-agreement"),
            Self::PaperSummary => f.write_str("#/more/share/print-summary"),
            Self::Template => f.write_str("#/more/share/template"),
            Self::Backup => f.write_str("#/backup"),
            Self::Import => f.write_str("#/more/import"),
            Self::Disputes => f.write_str("#/more/settle"),
            Self::Apart => f.write_str("#/apart"),
            Self::People => f.write_str("#/more/people"),
            Self::Activity(None) => f.write_str("#/activity"),
            Self::Activity(Some((kind, id))) => write!(f, "#/activity/{}/{id}", kind.name()),
            Self::Plans => f.write_str("#/more/plans"),
            Self::Install => f.write_str("#/more/install"),
            Self::Settings => f.write_str("#/more/settings"),
        }
    }
}

//! The pages whose addresses are always the same.

use super::{Route, Tab};

/// One of them: its address after `#/`, the route, and the tab that the page is under.
pub(super) type Plain = (&'static str, Route, Tab);

/// All of them. A table costs the first page less than as many branches.
pub(super) static PLAIN: [Plain; 36] = [
    ("today", Route::Today, Tab::Today),
    ("goals", Route::Goals, Tab::Goals),
    ("goals/new", Route::NewGoal, Tab::Goals),
    ("meetings", Route::Meetings, Tab::Meetings),
    ("meetings/month", Route::Month(None), Tab::Meetings),
    ("meetings/new", Route::NewMeeting, Tab::Meetings),
    ("meetings/next", Route::NextMeeting, Tab::Meetings),
    ("meetings/calendar", Route::Calendar(None), Tab::Meetings),
    ("meetings/shifts", Route::Shifts, Tab::Meetings),
    ("meetings/shifts/new", Route::NewShifts, Tab::Meetings),
    ("meetings/find-time", Route::FindTime, Tab::Meetings),
    ("feedback", Route::Feedback, Tab::Feedback),
    ("feedback/program", Route::ProgramFeedback, Tab::Feedback),
    ("check-ins/new", Route::NewCheckIn, Tab::Feedback),
    ("agreement", Route::Agreement, Tab::More),
    ("course", Route::Course, Tab::More),
    ("closing", Route::Closing, Tab::More),
    ("search", Route::Search, Tab::Today),
    ("new", Route::News, Tab::Today),
    ("notes", Route::Notes, Tab::More),
    ("more", Route::More, Tab::More),
    ("more/share", Route::Share, Tab::More),
    ("more/share/print-plan", Route::PaperPlan, Tab::More),
    ("more/share/print-progress", Route::PaperReport, Tab::More),
    ("more/share/print-agreement", Route::PaperAgreement, Tab::More),
    ("more/share/print-summary", Route::PaperSummary, Tab::More),
    ("more/share/template", Route::Template, Tab::More),
    ("backup", Route::Backup, Tab::More),
    ("more/import", Route::Import, Tab::More),
    ("more/settle", Route::Disputes, Tab::More),
    ("apart", Route::Apart, Tab::More),
    ("more/people", Route::People, Tab::More),
    ("activity", Route::Activity(None), Tab::More),
    ("more/plans", Route::Plans, Tab::More),
    ("more/install", Route::Install, Tab::More),
    ("more/settings", Route::Settings, Tab::More),
];

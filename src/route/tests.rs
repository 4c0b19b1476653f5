//! Routes and their addresses.

use super::*;

#[test]
fn every_route_reads_back_from_its_link() {
    let id = RecordId::from_random(7);
    let day = NaiveDate::from_ymd_opt(2026, 11, 1);
    let routes = [
        Route::Today,
        Route::Goals,
        Route::NewGoal,
        Route::Goal(id),
        Route::Meetings,
        Route::Month(None),
        Route::Month(day),
        Route::NewMeeting,
        Route::NextMeeting,
        Route::Meeting(id),
        Route::Agenda(id),
        Route::MeetingAfter(id),
        Route::Calendar(None),
        Route::Calendar(Some(id)),
        Route::Series(id),
        Route::ChangeSeries(id),
        Route::Shifts,
        Route::NewShifts,
        Route::Shift(id),
        Route::FindTime,
        Route::Feedback,
        Route::ProgramFeedback,
        Route::FeedbackFor { situation: Situation::WatchedDraw, about: None },
        Route::FeedbackFor { situation: Situation::WeeklyReview, about: Some((Kind::Meeting, id)) },
        Route::NewFeedback { form: None, about: None },
        Route::NewFeedback { form: Some("request".to_owned()), about: None },
        Route::NewFeedback { form: None, about: Some((Kind::Goal, id)) },
        Route::NewFeedback {
            form: Some("reflection".to_owned()),
            about: Some((Kind::Meeting, id)),
        },
        Route::OneFeedback(id),
        Route::NewCheckIn,
        Route::CheckIn(id),
        Route::Evaluation(Moment::Mid),
        Route::Evaluation(Moment::End),
        Route::Agreement,
        Route::Course,
        Route::Closing,
        Route::Search,
        Route::News,
        Route::Notes,
        Route::More,
        Route::Share,
        Route::PaperPlan,
        Route::PaperReport,
        Route::PaperAgreement,
        Route::PaperSummary,
        Route::Template,
        Route::Backup,
        Route::Import,
        Route::Disputes,
        Route::Apart,
        Route::People,
        Route::Activity(None),
        Route::Activity(Some((Kind::Goal, id))),
        Route::Plans,
        Route::Begin(Role::Mentor),
        Route::Install,
        Route::Settings,
    ];
    for route in routes {
        assert_eq!(Route::parse(&route.to_string()), Some(route));
    }
}

#[test]
fn what_names_no_page_is_said_to_name_none() {
    assert_eq!(Route::parse(""), Some(Route::Today));
    assert_eq!(Route::parse("#/goals/not-an-id"), None);
    assert_eq!(Route::parse("#/elsewhere"), None);
    assert_eq!(Route::parse("#/begin/nobody"), None);
    assert_eq!(Route::parse("#/feedback/for/nothing"), None);
    assert_eq!(Route::parse("#/activity/goals/not-an-id"), None);
    assert_eq!(Route::parse("#/meetings/month/2026-13-01"), None);
}

//! Check-ins, and plans that have gone quiet.

use super::*;
use steadyhand::domain::{
    About, Form, Happening, MeetingChange, MeetingStatus, NewCheckIn, Remark, SmallestStep,
    Stalled, Step,
};

pub(super) fn check_in(side: &mut Side, plan: PlanId, went: &str) -> RecordId {
    let new = NewCheckIn { went: went.to_owned(), mood: Some(4), ..NewCheckIn::default() };
    side.bond(plan, Bond::CheckIn(new)).id
}

fn comment(side: &mut Side, plan: PlanId, kind: Kind, id: RecordId) {
    let about = About { kind, id };
    side.carry_out(Command::AddComment { plan, about, text: "Well done.".to_owned() });
}

pub(super) fn meeting(side: &mut Side, plan: PlanId, starts: &str) -> RecordId {
    let changes = vec![
        MeetingChange::Title("Weekly".to_owned()),
        MeetingChange::Starts(format!("{starts}T15:00:00").parse().unwrap()),
    ];
    side.carry_out(Command::ScheduleMeetings { plan, changes, times: 1 }).id
}

fn become_of(side: &mut Side, plan: PlanId, meeting: RecordId, status: MeetingStatus) {
    let changes = vec![MeetingChange::Status(status)];
    side.carry_out(Command::ReviseMeeting { plan, meeting, changes });
}

#[test]
fn a_check_in_waits_until_the_other_side_answers() {
    let (mut ana, mut dana, plan) = pair();
    let nothing = Bond::CheckIn(NewCheckIn::default()).within(plan);
    assert!(matches!(ana.try_do(nothing), Err(CommandError::Invalid(_))));
    let much = NewCheckIn { mood: Some(6), ..NewCheckIn::default() };
    assert!(ana.try_do(Bond::CheckIn(much).within(plan)).is_err());
    let id = check_in(&mut ana, plan, "A slow week.");
    meet(&mut ana, &mut dana);
    let waits = |side: &Side| side.plan(plan).check_ins_to_answer(side.me(plan));
    assert_eq!((waits(&ana), waits(&dana)), (vec![], vec![id]));
    comment(&mut ana, plan, Kind::CheckIn, id);
    dana.import_from(&ana);
    assert_eq!(waits(&dana), [id], "her own words are no answer");
    comment(&mut dana, plan, Kind::CheckIn, id);
    assert_eq!(waits(&dana), []);
    let found = dana.plan(plan).check_in(id).unwrap();
    assert_eq!((found.went.as_str(), found.mood), ("A slow week.", Some(4)));
    assert_eq!(found.words(), [("went", "A slow week.")]);
    assert_eq!(found.first_words(6), "A…");
    assert_eq!(dana.plan(plan).answers_to(&found).len(), 1);
}

#[test]
fn a_comment_is_called_what_it_is_by_what_it_is_on() {
    let (mut ana, mut dana, plan) = pair();
    let goal = ana.add_goal(plan, "Hand veins");
    let meeting = meeting(&mut ana, plan, "2026-10-08");
    let check_in = check_in(&mut ana, plan, "A slow week.");
    let mut give = |form: Form| {
        let steps = vec![Step { field: form.steps()[0], words: "Words.".to_owned() }];
        let about = None;
        ana.carry_out(Command::GiveFeedback { plan, form, steps, to: None, about }).id
    };
    let (request, reflection) = (give(Form::Request), give(Form::Reflection));
    dana.import_from(&ana);
    for (kind, id, remark) in [
        (Kind::Goal, goal, Remark::Comment),
        (Kind::Feedback, request, Remark::Comment),
        (Kind::Feedback, reflection, Remark::Reply),
        (Kind::Meeting, meeting, Remark::Note),
        (Kind::CheckIn, check_in, Remark::Answer),
    ] {
        let about = About { kind, id };
        let add = Command::AddComment { plan, about, text: "Well done.".to_owned() };
        let happening = dana.try_do(add).unwrap().happening;
        assert_eq!(happening, Happening::CommentAdded { remark }, "{kind:?}");
    }
}

fn stalled(side: &Side, plan: PlanId, on: &str) -> Option<Stalled> {
    let now = format!("{on}T09:00:00").parse().unwrap();
    side.plan(plan).stalled(plan, side.me(plan), &built_in().cadence, now, offset())
}

#[test]
fn a_plan_goes_quiet_after_the_limit_of_its_cadence() {
    let cadence = built_in().cadence;
    for (days, limit) in [(7, 14), (10, 20), (14, 21), (18, 21), (21, 24), (30, 33)] {
        assert_eq!(cadence.limit(days), limit, "every {days} days");
    }
    let (mut ana, mut dana, plan) = pair();
    // The course began on 5 October.
    assert_eq!(stalled(&ana, plan, "2026-10-18"), None);
    let quiet = stalled(&ana, plan, "2026-10-19").unwrap();
    assert_eq!((quiet.since, quiet.days, quiet.limit), (day("2026-10-05"), 14, 14));
    assert_eq!(quiet.step, SmallestStep::CheckIn);
    assert_eq!(stalled(&ana, plan, "2026-10-04"), None, "before the course");
    assert_eq!(stalled(&ana, plan, "2027-01-25"), None, "after the course");
    // A note to oneself is no sign; a check-in is.
    ana.on("2026-10-18");
    ana.bond(plan, Bond::WriteNote { text: "Hm.".to_owned(), about: None });
    assert!(stalled(&ana, plan, "2026-10-19").is_some());
    let id = check_in(&mut ana, plan, "Where are we?");
    assert_eq!(stalled(&ana, plan, "2026-10-31"), None);
    dana.import_from(&ana);
    let step = |side: &Side| stalled(side, plan, "2026-11-01").unwrap().step;
    assert_eq!(
        (step(&ana), step(&dana)),
        (SmallestStep::SetMeeting, SmallestStep::AnswerCheckIn(id))
    );
    // A meeting within a week is worth waiting for; one that was held is a sign.
    let next = meeting(&mut ana, plan, "2026-11-08");
    assert_eq!(stalled(&ana, plan, "2026-11-01"), None);
    let missed = stalled(&ana, plan, "2026-11-09").unwrap();
    assert_eq!(missed.step, SmallestStep::CloseMeeting(next));
    become_of(&mut ana, plan, next, MeetingStatus::Held);
    assert_eq!(stalled(&ana, plan, "2026-11-21"), None);
    assert_eq!(stalled(&ana, plan, "2026-11-22").unwrap().since, day("2026-11-08"));
    let closed = steadyhand::domain::PlanChange::Closed(Some(day("2026-11-20")));
    ana.carry_out(Command::RevisePlan { plan, changes: vec![closed] });
    assert_eq!(stalled(&ana, plan, "2026-11-22"), None);
}

//! The example plan, in every language and from both sides.

use super::*;
use steadyhand::codec::pack;
use steadyhand::domain::{
    Audience, FreeBusy, GoalStatus, Matter, MeetingStatus, Moment, RecordId, Turn,
};
use steadyhand::i18n::Locale;

#[test]
fn the_example_shows_a_course_in_its_seventh_week() {
    for locale in Locale::ALL {
        for role in [Role::Student, Role::Mentor] {
            let mut side = Side::new(1);
            let draws = &mut side.draws;
            let mut random = move || {
                *draws += 1;
                *draws
            };
            let mut ctx = Context { device: side.device, now: side.now, random: &mut random };
            let words = &locale.messages().example;
            let pack = pack::built_in(locale.tag());
            let added =
                side.workspace.add_example(words, pack, "Ana Morales", role, &mut ctx).unwrap();
            let id = added.subject.unwrap().plan;
            let plan = side.plan(id);
            assert_eq!(plan.card(id).unwrap().week(side.now.date_naive()), Some((7, 16)));
            let me = plan.person_of(side.device).unwrap();
            assert_eq!(plan.person(me).unwrap().role, role);
            assert_eq!(plan.people().len(), 2);
            let count = |kind| plan.live(kind).count();
            assert_eq!(count(Kind::Goal), 8);
            assert_eq!(count(Kind::Meeting), 16);
            let authors: std::collections::BTreeSet<_> = plan
                .feedback_by_age()
                .into_iter()
                .filter_map(|id| plan.feedback(id)?.author)
                .collect();
            assert_eq!(authors.len(), 2, "feedback from both sides");
            assert!(plan.disputes(id).is_empty());
            shows_everything(plan, id, me, role, &side);
            let undo = Command::Undo(added.undo);
            side.carry_out(undo);
            assert!(side.workspace.plan_cards().is_empty());
        }
    }
}

/// What week 7 of a mentorship has to show.
fn shows_everything(plan: &Plan, id: PlanId, me: RecordId, role: Role, side: &Side) {
    let (today, is_mentor) = (side.now.date_naive(), role == Role::Mentor);
    for kind in Kind::KNOWN.into_iter().filter(|kind| *kind != Kind::Closing) {
        assert!(plan.live(kind).next().is_some(), "there is nothing of {kind:?}");
    }
    let agreement = plan.agreement();
    assert!(agreement.agreed.is_some() && agreement.changes().len() == 1);
    let turn = if is_mentor { Turn::Wait } else { Turn::Answer };
    assert_eq!(agreement.turn(me, role), turn);
    let goals: Vec<_> = plan.goals_by_due();
    for status in [GoalStatus::AtRisk, GoalStatus::OnTrack, GoalStatus::Met, GoalStatus::SetAside] {
        let is_so = |goal: &&RecordId| {
            plan.goal_status(**goal, today, *side.now.offset()).unwrap().0 == status
        };
        assert!(goals.iter().any(|goal| is_so(&goal)), "no goal is {status:?}");
    }
    let start = plan.confidence(goals[0], Moment::Start);
    assert!(start.student.is_some() && start.mentor.is_some());
    let meetings: Vec<_> =
        plan.meetings_by_start().into_iter().filter_map(|id| plan.meeting(id)).collect();
    for status in [MeetingStatus::Held, MeetingStatus::Skipped, MeetingStatus::Planned] {
        assert!(meetings.iter().any(|meeting| meeting.status == status), "{status:?}");
    }
    let check_ins = plan.check_ins();
    assert_eq!(plan.answers_to(&check_ins[0]).len(), 1);
    let free_busy = plan.people().into_iter().filter_map(|person| plan.free_busy_of(person.id));
    assert!(free_busy.map(|told: FreeBusy| told.busy.len()).all(|count| count > 5));
    let note = plan.notes(None)[0].id;
    assert_eq!(plan.audience(Kind::Note, note), Some(Audience::OnlyMe));
    let now = side.now.naive_local();
    let today = plan.outlook(id, Some(me), now.date()).unwrap().at(now);
    let first: Vec<Matter> = today.first.into_iter().map(|row| row.matter).collect();
    assert!(matches!(first[0], Matter::Due { .. }), "{first:?}");
    assert!(first.iter().any(|one| matches!(one, Matter::Answer { .. })), "{first:?}");
    let asked = Matter::Evaluation { moment: Moment::Mid };
    assert_eq!(first.contains(&asked), !is_mentor);
    let since = (side.now - chrono::TimeDelta::days(3)).timestamp();
    let new = plan.said_since(id, Some(me), since);
    assert!(new.len() >= 3 && new.iter().any(|key| key.kind == Kind::Feedback), "{new:?}");
}

//! What Today shows, and in which order.

use super::*;
use chrono::FixedOffset;
use steadyhand::codec::pack;
use steadyhand::domain::{About, Matter, RecordKey, Risk, Surroundings, Turn};

/// All that matters: what the first look shows, and what comes after.
fn matters(side: &Side, plan: PlanId) -> Vec<Matter> {
    let me = side.plan(plan).person_of(side.device);
    let (now, offset) = (side.now.naive_local(), FixedOffset::west_opt(6 * 3600).unwrap());
    let cadence = &pack::built_in("en").cadence;
    let around = Surroundings { now, offset, cadence, unseen: 0, risk: Risk::Calm };
    let plan_of = side.plan(plan);
    let today = plan_of.outlook(plan, me, now.date()).unwrap().at(now);
    let first = today.first.into_iter().map(|row| row.matter);
    first.chain(plan_of.later_matters(plan, me, around)).collect()
}

#[test]
fn an_empty_plan_says_what_to_begin_with() {
    let mut ana = Side::new(1);
    let plan = ana.start("Ana", Role::Student);
    assert_eq!(
        matters(&ana, plan),
        [Matter::FirstGoal, Matter::NextMeeting, Matter::Invite, Matter::Agreement(Turn::Begin)]
    );
}

#[test]
fn a_request_waits_until_it_is_answered_and_feedback_until_it_is_read() {
    let (mut ana, mut dana, plan) = pair();
    let asked = ana.feedback(plan, Form::Request, "How do I hold the needle?");
    dana.import_from(&ana);
    assert!(matters(&dana, plan).contains(&Matter::Answer { feedback: asked }));
    assert!(!matters(&ana, plan).contains(&Matter::Answer { feedback: asked }));

    let answer = dana.carry_out(Command::GiveFeedback {
        plan,
        form: Form::SituationBehaviorImpact,
        steps: vec![Step { field: field::SITUATION, words: "This morning.".to_owned() }],
        to: ana.plan(plan).person_of(ana.device),
        about: Some(About { kind: Kind::Feedback, id: asked }),
    });
    let feedback = answer.subject.unwrap().id;
    assert!(!matters(&dana, plan).contains(&Matter::Answer { feedback: asked }));
    ana.import_from(&dana);
    assert!(matters(&ana, plan).contains(&Matter::Read { feedback }));
    ana.carry_out(Command::Acknowledge { plan, feedback });
    assert!(!matters(&ana, plan).contains(&Matter::Read { feedback }));
}

#[test]
fn requests_come_first_then_disputes_and_tasks_of_the_goal_due_first_before_others() {
    let (mut ana, mut dana, plan) = pair();
    let later = ana.add_goal(plan, "Later", &["later task"]);
    let sooner = ana.add_goal(plan, "Sooner", &["sooner task"]);
    let due = vec![GoalChange::Due(Some(day(2026, 12, 1)))];
    ana.carry_out(Command::ReviseGoal { plan, goal: sooner, changes: due });
    let meeting = ana.schedule(plan, "Weekly", "2026-11-26T15:00:00", 1)[0];
    dana.import_from(&ana);
    ana.move_meeting(plan, meeting, "2026-11-26T15:30:00");
    dana.move_meeting(plan, meeting, "2026-11-26T16:00:00");
    ana.import_from(&dana);
    let found = matters(&ana, plan);
    assert_eq!(found[0], Matter::Settle { count: 1 });
    // Only what the other side asked comes before; what they gave to read comes after.
    let given = dana.feedback(plan, Form::Free, "Well done.");
    let asked = dana.feedback(plan, Form::Request, "How was I?");
    ana.import_from(&dana);
    let first = [
        Matter::Answer { feedback: asked },
        Matter::Settle { count: 1 },
        Matter::Read { feedback: given },
    ];
    assert_eq!(matters(&ana, plan)[..3], first);
    let among = |side: &Side, me| {
        let keys = [asked, given].map(|id| RecordKey { plan, kind: Kind::Feedback, id });
        let found = side.plan(plan).requests_among(&keys, me);
        found.iter().map(|feedback| feedback.id).collect::<Vec<_>>()
    };
    let me = |side: &Side| side.plan(plan).person_of(side.device);
    assert_eq!((among(&ana, me(&ana)), among(&ana, None)), (vec![asked], vec![asked]));
    assert_eq!(among(&dana, me(&dana)), []);
    let goals: Vec<_> = found
        .iter()
        .filter_map(|matter| match matter {
            Matter::Task { goal, .. } => Some(*goal),
            _ => None,
        })
        .collect();
    assert_eq!(goals, [sooner, later]);
}

/// However many goals have nothing left to do, the tasks are those of the goals that are due next.
#[test]
fn open_tasks_are_found_behind_any_number_of_goals_without() {
    let mut ana = Side::new(1);
    let plan = ana.start("Ana", Role::Student);
    let first = day(2026, 12, 1);
    let mut wanted = Vec::new();
    for number in 0..300_u64 {
        // The days come in another order than the goals, and every hundredth goal by its day has two open tasks.
        let place = number * 7 % 300;
        let goal = ana.add_goal(plan, &format!("Goal {place}"), &["one", "two"]);
        let due = first + chrono::Days::new(place);
        ana.carry_out(Command::ReviseGoal {
            plan,
            goal,
            changes: vec![GoalChange::Due(Some(due))],
        });
        let tasks: Vec<_> = ana.plan(plan).tasks_of(goal).iter().map(|task| task.id).collect();
        match place % 100 == 99 {
            true => wanted.extend(tasks.iter().map(|task| (place, *task, goal))),
            false => tasks.into_iter().for_each(|task| {
                ana.carry_out(Command::TickTask { plan, task, done: true });
            }),
        }
    }
    wanted.sort_by_key(|(place, ..)| *place);
    let tasks = |found: Vec<Matter>| {
        let tasks = found.into_iter().filter_map(|matter| match matter {
            Matter::Task { task, goal } => Some((task, goal)),
            _ => None,
        });
        tasks.collect::<Vec<_>>()
    };
    let found = tasks(matters(&ana, plan));
    let wanted: Vec<_> = wanted.into_iter().map(|(_, task, goal)| (task, goal)).collect();
    assert_eq!(found, wanted[..5]);
}

#[test]
fn the_next_meeting_is_the_one_that_runs_or_comes_and_is_still_planned() {
    let mut ana = Side::new(1);
    let plan = ana.start("Ana", Role::Student);
    let running = ana.schedule(plan, "Running", "2026-11-24T06:00:00", 1)[0];
    let coming = ana.schedule(plan, "Coming", "2026-11-26T15:00:00", 1)[0];
    let next = |side: &Side| side.plan(plan).next_meeting(side.now.naive_local()).map(|m| m.id);
    assert_eq!(next(&ana), Some(running));
    let held = steadyhand::domain::MeetingStatus::Held;
    let changes = vec![MeetingChange::Status(held)];
    ana.carry_out(Command::ReviseMeeting { plan, meeting: running, changes });
    assert_eq!(next(&ana), Some(coming));
    ana.now += chrono::TimeDelta::days(10);
    assert_eq!(next(&ana), None);
    assert!(matters(&ana, plan).contains(&Matter::CloseMeeting { meeting: coming }));
}

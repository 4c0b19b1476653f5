//! Goals: their order under moves of both sides, confidence, evidence, how they came along.

use super::*;
use steadyhand::domain::{
    Because, Confidence, CoursePoint, GoalState, GoalStatus, Moment, Phase, Progress, RatingPoint,
};

fn order(side: &Side, plan: PlanId) -> Vec<String> {
    let plan = side.plan(plan);
    plan.goals_in_order().into_iter().map(|id| plan.goal(id).unwrap().title).collect()
}

fn five(side: &mut Side, plan: PlanId) -> Vec<RecordId> {
    ["a", "b", "c", "d", "e"].map(|title| side.add_goal(plan, title)).to_vec()
}

fn move_goal(side: &mut Side, plan: PlanId, goal: RecordId, after: Option<RecordId>) {
    side.bond(plan, Bond::MoveGoal { goal, after });
}

#[test]
fn a_goal_that_is_moved_stands_where_it_was_put() {
    let (mut ana, _, plan) = pair();
    let [a, b, c, d, e] = five(&mut ana, plan)[..] else { panic!() };
    assert_eq!(order(&ana, plan), ["a", "b", "c", "d", "e"]);
    for (goal, after, expected) in [
        (e, Some(a), ["a", "e", "b", "c", "d"]),
        (d, None, ["d", "a", "e", "b", "c"]),
        (a, Some(c), ["d", "e", "b", "c", "a"]),
        (d, Some(a), ["e", "b", "c", "a", "d"]),
        (b, None, ["b", "e", "c", "a", "d"]),
    ] {
        move_goal(&mut ana, plan, goal, after);
        assert_eq!(order(&ana, plan), expected);
    }
    // A new goal comes last, and moving where places are set writes to one record.
    ana.add_goal(plan, "f");
    assert_eq!(order(&ana, plan), ["b", "e", "c", "a", "d", "f"]);
    let moved = ana.try_do(Bond::MoveGoal { goal: d, after: Some(b) }.within(plan)).unwrap();
    assert_eq!(moved.touched, [key(plan, Kind::Goal, d)]);
    ana.try_do(Command::Undo(moved.undo)).unwrap();
    assert_eq!(order(&ana, plan), ["b", "e", "c", "a", "d", "f"]);
}

#[test]
fn both_sides_move_different_goals_and_both_have_their_way() {
    let (mut ana, mut dana, plan) = pair();
    let [a, b, c, d, e] = five(&mut ana, plan)[..] else { panic!() };
    move_goal(&mut ana, plan, e, Some(d));
    dana.import_from(&ana);
    move_goal(&mut ana, plan, a, Some(e));
    move_goal(&mut dana, plan, d, None);
    meet(&mut ana, &mut dana);
    assert_eq!(order(&ana, plan), ["d", "b", "c", "e", "a"]);
    // Into the same gap: both stand there, in one order for everybody.
    move_goal(&mut ana, plan, a, Some(b));
    move_goal(&mut dana, plan, e, Some(b));
    meet(&mut ana, &mut dana);
    let found = order(&ana, plan);
    assert_eq!([&found[0], &found[1], &found[4]], ["d", "b", "c"]);
    // The same goal: it stands at one of the two places, and nobody is asked.
    move_goal(&mut ana, plan, c, None);
    move_goal(&mut dana, plan, c, Some(b));
    meet(&mut ana, &mut dana);
    assert_eq!(order(&ana, plan), order(&dana, plan));
    assert_eq!(ana.plan(plan).disputes(plan), []);
}

#[test]
fn random_moves_by_three_devices_come_to_one_order_and_unseen_moves_hold() {
    let mut rng = fastrand::Rng::with_seed(7);
    for round in 0..60 {
        let (mut ana, _, plan) = pair();
        let goals: Vec<RecordId> = (0..8).map(|n| ana.add_goal(plan, &n.to_string())).collect();
        let mut sides = vec![ana, Side::new(3), Side::new(4)];
        for _ in 0..12 {
            for from in 0..3 {
                let arrived = sides[from]
                    .workspace
                    .plans()
                    .map(|(id, p)| (id, p.clone()))
                    .collect::<Vec<_>>();
                sides[(from + 1) % 3].import(arrived);
            }
            let ana = sides[0].workspace.clone();
            for side in &mut sides[1..] {
                side.workspace = ana.clone();
                if side.plan(plan).person_of(side.device).is_none() {
                    let person = side.plan(plan).people()[0].id;
                    side.carry_out(Command::JoinAs { plan, person });
                }
            }
            for side in &mut sides {
                for _ in 0..rng.usize(..3) {
                    let goal = *rng.choice(&goals).unwrap();
                    let others: Vec<_> =
                        goals.iter().filter(|one| **one != goal).copied().collect();
                    let after = rng.bool().then(|| *rng.choice(&others).unwrap());
                    move_goal(side, plan, goal, after);
                    let now = side.plan(plan).goals_in_order();
                    let at = now.iter().position(|one| *one == goal).unwrap();
                    assert_eq!(at.checked_sub(1).map(|at| now[at]), after, "round {round}");
                }
            }
        }
        for _ in 0..2 {
            for from in 0..3 {
                let arrived = sides[from]
                    .workspace
                    .plans()
                    .map(|(id, p)| (id, p.clone()))
                    .collect::<Vec<_>>();
                for to in (0..3).filter(|to| *to != from) {
                    sides[to].import(arrived.clone());
                }
            }
        }
        assert_eq!(order(&sides[0], plan), order(&sides[1], plan));
        assert_eq!(order(&sides[0], plan), order(&sides[2], plan));
        assert_eq!(sides[0].plan(plan).disputes(plan), []);
    }
}

#[test]
fn both_rate_a_goal_beside_each_other() {
    let (mut ana, mut dana, plan) = pair();
    let goal = ana.add_goal(plan, "Hand veins");
    dana.import_from(&ana);
    let rate =
        |side: &mut Side, moment, rating| side.bond(plan, Bond::Rate { goal, moment, rating });
    rate(&mut ana, Moment::Start, 2);
    rate(&mut dana, Moment::Start, 3);
    meet(&mut ana, &mut dana);
    let at = |side: &Side, moment| side.plan(plan).confidence(goal, moment);
    assert_eq!(at(&ana, Moment::Start), Confidence { student: Some(2), mentor: Some(3) });
    // She changes her mind; it is the same rating.
    let again = rate(&mut ana, Moment::Start, 1);
    assert_eq!(at(&ana, Moment::Start).student, Some(1));
    assert_eq!(ana.plan(plan).ratings_of(goal).len(), 2);
    ana.carry_out(Command::Delete(again));
    assert_eq!(at(&ana, Moment::Start).student, None);
    rate(&mut ana, Moment::Start, 4);
    assert_eq!(at(&ana, Moment::Start).student, Some(4));
    ana.on("2026-11-02");
    rate(&mut ana, Moment::Between, 3);
    rate(&mut ana, Moment::Between, 5);
    assert_eq!(
        (ana.plan(plan).ratings_of(goal).len(), ana.plan(plan).latest_confidence(goal)),
        (4, Some(5))
    );
    for rating in [0, 6] {
        let refused = ana.try_do(Bond::Rate { goal, moment: Moment::End, rating }.within(plan));
        assert!(matches!(refused, Err(CommandError::Invalid(_))));
    }
}

#[test]
fn a_goal_is_set_aside_with_a_reason_and_taken_up_again() {
    let (mut ana, _, plan) = pair();
    let goal = ana.add_goal(plan, "Hand veins");
    let nothing = Bond::SetAside { goal, reason: " ".to_owned() }.within(plan);
    assert!(matches!(ana.try_do(nothing), Err(CommandError::Invalid(_))));
    ana.bond(plan, Bond::SetAside { goal, reason: "The site has no such patients.".to_owned() });
    let status =
        |side: &Side| side.plan(plan).goal_status(goal, day("2026-11-01"), offset()).unwrap();
    let reason = Because::Reason("The site has no such patients.".to_owned());
    assert_eq!(status(&ana), (GoalStatus::SetAside, reason));
    let changes = vec![GoalChange::State(GoalState::Unsaid)];
    ana.carry_out(Command::ReviseGoal { plan, goal, changes });
    assert_eq!(status(&ana), (GoalStatus::OnTrack, Because::NoDay));
}

#[test]
fn the_course_of_a_goal_is_told_by_its_tasks_and_ratings() {
    let (mut ana, mut dana, plan) = pair();
    let changes = vec![GoalChange::Title("Hand veins".to_owned())];
    let tasks = vec!["Watch".to_owned(), "Try".to_owned()];
    let goal = ana.carry_out(Command::AddGoal { plan, changes, tasks }).id;
    let task = ana.plan(plan).tasks_of(goal)[0].id;
    ana.bond(plan, Bond::Rate { goal, moment: Moment::Start, rating: 2 });
    ana.on("2026-10-12");
    ana.carry_out(Command::TickTask { plan, task, done: true });
    ana.on("2026-10-19");
    ana.carry_out(Command::AddTask { plan, goal, title: "Ten alone".to_owned() });
    dana.import_from(&ana);
    dana.on("2026-10-20");
    dana.bond(plan, Bond::Rate { goal, moment: Moment::Mid, rating: 4 });
    ana.import_from(&dana);
    let course = ana.plan(plan).course_of(goal, offset());
    let point =
        |day_of: &str, done, of| CoursePoint { day: day(day_of), tasks: Progress { done, of } };
    let expected =
        [point("2026-10-05", 0, 2), point("2026-10-12", 1, 2), point("2026-10-19", 1, 3)];
    assert_eq!(course.points, expected);
    let rating = |day_of: &str, role, rating| RatingPoint { day: day(day_of), role, rating };
    let expected = [rating("2026-10-05", Role::Student, 2), rating("2026-10-20", Role::Mentor, 4)];
    assert_eq!(course.ratings, expected);
    let other = ana.add_goal(plan, "Another");
    ana.carry_out(Command::AddTask { plan, goal: other, title: "Begin".to_owned() });
    assert_eq!(ana.plan(plan).course(offset()).points[2], point("2026-10-19", 1, 4));
    ana.bond(plan, Bond::SetAside { goal: other, reason: "Later.".to_owned() });
    assert_eq!(ana.plan(plan).course(offset()).points, course.points);
}

#[test]
fn a_goal_can_come_from_feedback_and_from_a_template() {
    let (mut ana, mut dana, plan) = pair();
    let form = steadyhand::domain::Form::Free;
    let step = steadyhand::domain::Step { field: form.steps()[0], words: "Slower.".to_owned() };
    let give = Command::GiveFeedback { plan, form, steps: vec![step], to: None, about: None };
    let feedback = dana.carry_out(give).id;
    ana.import_from(&dana);
    let made = ana.bond(plan, Bond::MakeGoal { feedback, title: "A slow release".to_owned() });
    assert_eq!(ana.plan(plan).goal(made.id).unwrap().about.unwrap().id, feedback);
    let (title, owner) = ("Watch my release".to_owned(), Some(ana.me(plan)));
    let due = Some(day("2026-10-09"));
    let item = ana.bond(plan, Bond::MakeActionItem { feedback, title, owner, due });
    let found = ana.plan(plan).action_item(item.id).unwrap();
    assert_eq!((found.owner, found.about.map(|about| about.id)), (owner, Some(feedback)));
    let both = [(Kind::Goal, made.id), (Kind::ActionItem, item.id)];
    assert_eq!(ana.plan(plan).made_of(feedback), both);
    ana.carry_out(Command::Delete(made));
    assert_eq!(ana.plan(plan).made_of(feedback), both[1..]);

    let pack = built_in();
    let wanted = &pack.goals[3];
    let changes = vec![
        GoalChange::Title(wanted.title.clone()),
        GoalChange::Why(wanted.why.clone()),
        GoalChange::Template(wanted.key.clone()),
    ];
    let left = |side: &Side| side.plan(plan).suggested_goals(&pack, None).len();
    assert_eq!(left(&ana), pack.goals.len());
    let taken = ana.carry_out(Command::AddGoal { plan, changes, tasks: wanted.tasks.clone() });
    assert_eq!(ana.plan(plan).goal(taken.id).unwrap().why, wanted.why);
    assert_eq!(left(&ana), pack.goals.len() - 1);
    let begin = steadyhand::domain::Phase::Beginning;
    assert_eq!(ana.plan(plan).suggested_goals(&pack, Some(begin)).len(), 3);
}

#[test]
fn goals_of_a_pack_are_taken_together_and_taken_back_together() {
    let (mut ana, _, plan) = pair();
    let pack = built_in();
    let first = |side: &Side| -> Vec<_> {
        let found = side.plan(plan).suggested_goals(&pack, Some(Phase::Beginning)).into_iter();
        found.cloned().collect()
    };
    let templates = first(&ana);
    let titles: Vec<String> = templates.iter().map(|one| one.title.clone()).collect();
    let taken = ana.try_do(Bond::TakeGoals { templates: templates.clone() }.within(plan)).unwrap();
    assert_eq!(order_by_age(&ana, plan), titles, "as the pack has them");
    let goal = ana.plan(plan).goal(taken.subject.unwrap().id).unwrap();
    assert_eq!((goal.template.as_str(), goal.why.is_empty()), ("order_of_draw", false));
    let tasks = ana.plan(plan).tasks_of(goal.id).into_iter().map(|task| task.title);
    assert_eq!(tasks.collect::<Vec<_>>(), templates[0].tasks);
    assert!(first(&ana).is_empty(), "what is taken is offered no more");
    ana.try_do(Command::Undo(taken.undo)).unwrap();
    assert!(order(&ana, plan).is_empty());
    assert_eq!(first(&ana).len(), 3);
    let none = Bond::TakeGoals { templates: Vec::new() }.within(plan);
    assert!(matches!(ana.try_do(none), Err(CommandError::Invalid(_))));
}

fn order_by_age(side: &Side, plan: PlanId) -> Vec<String> {
    let plan = side.plan(plan);
    let mut goals: Vec<_> =
        plan.goals_in_order().into_iter().filter_map(|id| plan.goal(id)).collect();
    goals.sort_by(|a, b| (&a.created, a.id).cmp(&(&b.created, b.id)));
    goals.into_iter().map(|goal| goal.title).collect()
}

#[test]
fn a_suggested_goal_is_due_in_the_course_that_there_is() {
    let (ana, _, plan) = pair();
    let card = ana.plan(plan).card(plan).unwrap();
    let template = built_in().goals.into_iter().find(|goal| goal.due_percent == 60).unwrap();
    let due = |today: &str| template.due(&card, day(today));
    // Of 112 days, the 67th after the first.
    assert_eq!(due("2026-10-05"), Some(day("2026-12-11")));
    assert_eq!(due("2026-12-05"), Some(day("2026-12-19")), "two weeks at least");
    assert_eq!(due("2027-01-20"), Some(day("2027-01-24")), "not after the course");
    assert_eq!(due("2027-01-25"), None);
    let short = steadyhand::domain::PlanCard { weeks: Some(8), ..card.clone() };
    assert_eq!(template.due(&short, day("2026-10-05")), Some(day("2026-11-07")));
    let open = steadyhand::domain::PlanCard { starts: None, ..card };
    assert_eq!(template.due(&open, day("2026-10-05")), None);
}

#[test]
fn all_goals_stand_as_each_of_them_does() {
    let (mut ana, mut dana, plan) = pair();
    for template in built_in().goals {
        ana.carry_out(Bond::TakeGoals { templates: vec![template] }.within(plan));
    }
    let goals = ana.plan(plan).goals_in_order();
    for (at, goal) in goals.iter().enumerate() {
        for task in ana.plan(plan).tasks_of(*goal).into_iter().take(at % 4) {
            ana.carry_out(Command::TickTask { plan, task: task.id, done: true });
        }
        ana.bond(plan, Bond::Rate { goal: *goal, moment: Moment::Start, rating: 4 });
    }
    ana.on("2026-11-20");
    dana.import_from(&ana);
    let low = |goal| Bond::Rate { goal, moment: Moment::Mid, rating: 1 };
    ana.bond(plan, low(goals[7]));
    dana.bond(plan, low(goals[6]));
    ana.import_from(&dana);
    ana.bond(plan, Bond::SetAside { goal: goals[8], reason: "Later.".to_owned() });
    let mut seen = std::collections::BTreeSet::new();
    for today in ["2026-10-05", "2026-11-20", "2026-12-20", "2027-02-01"] {
        let all = ana.plan(plan).goal_standings(day(today), offset());
        assert_eq!(all.iter().count(), goals.len());
        for goal in &goals {
            let one = ana.plan(plan).goal_status(*goal, day(today), offset()).unwrap();
            assert_eq!(all.get(goal), Some(&one), "{today}");
            seen.insert(one.0);
        }
    }
    assert_eq!(seen.len(), 5, "every status came up: {seen:?}");
}

#[test]
fn what_is_to_be_rated_follows_the_course_and_the_age_of_the_goal() {
    let (mut ana, _, plan) = pair();
    let early = ana.add_goal(plan, "From the beginning");
    ana.on("2026-12-01");
    let late = ana.add_goal(plan, "From the middle");
    let card = ana.plan(plan).card(plan).unwrap();
    let due = |side: &Side, goal, today: &str| {
        side.plan(plan).moment_due(&card, goal, day(today), offset())
    };
    for (today, of_early, of_late) in [
        ("2026-11-22", Moment::Start, Moment::Start),
        ("2026-11-23", Moment::Mid, Moment::Start),
        ("2027-01-10", Moment::Mid, Moment::Start),
        ("2027-01-11", Moment::End, Moment::End),
        ("2027-06-01", Moment::End, Moment::End),
    ] {
        let found = (due(&ana, early, today), due(&ana, late, today));
        assert_eq!(found, (of_early, of_late), "{today}");
    }
    let open = steadyhand::domain::PlanCard { starts: None, ..card.clone() };
    let found = ana.plan(plan).moment_due(&open, early, day("2027-06-01"), offset());
    assert_eq!(found, Moment::Start);
}

#[test]
fn a_picture_of_the_course_holds_all_its_days() {
    let (mut ana, _, plan) = pair();
    let card = ana.plan(plan).card(plan).unwrap();
    let course = |side: &Side| side.plan(plan).course(offset());
    let span = course(&ana).span(&card, day("2026-10-12"));
    assert_eq!((span.from, span.until), (day("2026-10-05"), day("2027-01-24")));
    let shares = ["2026-10-05", "2027-01-24", "2020-01-01", "2030-01-01"];
    assert_eq!(shares.map(|at| span.share(day(at))), [0.0, 1.0, 0.0, 1.0]);
    let goal = ana.add_goal(plan, "Hand veins");
    ana.on("2027-03-01");
    ana.carry_out(Command::AddTask { plan, goal, title: "Later".to_owned() });
    let span = course(&ana).span(&card, day("2027-02-01"));
    assert_eq!(span.until, day("2027-03-01"));
    assert_eq!(course(&ana).tasks(), Progress { done: 0, of: 1 });
    let none = steadyhand::domain::PlanCard { starts: None, weeks: None, ..card };
    let empty = steadyhand::domain::Course::default();
    let one_day = empty.span(&none, day("2026-10-05"));
    assert_eq!((one_day.from, one_day.until), (day("2026-10-05"), day("2026-10-05")));
    assert_eq!((one_day.share(day("2026-10-05")), empty.tasks()), (0.0, Progress::default()));
}

//! What commands do, refuse and take back.

use super::*;
use steadyhand::domain::{About, ActKind, Happening, Problem, RecordKey, Value};

#[test]
fn a_refused_command_changes_nothing() {
    let mut ana = Side::new(1);
    let plan = ana.start("Ana", Role::Student);
    let before = ana.workspace.clone();
    let untitled = Command::AddGoal { plan, changes: Vec::new(), tasks: Vec::new() };
    let Err(CommandError::Invalid(complaint)) = ana.try_do(untitled) else { panic!("not refused") };
    assert_eq!((complaint.field.as_str(), complaint.problem), ("title", Problem::Missing));
    let backwards = Command::ScheduleMeetings {
        plan,
        changes: vec![
            MeetingChange::Title("Talk".to_owned()),
            MeetingChange::Starts("2026-11-26T15:30:00".parse().unwrap()),
            MeetingChange::Minutes(-15),
        ],
        times: 1,
    };
    let Err(CommandError::Invalid(complaint)) = ana.try_do(backwards) else { panic!("taken") };
    assert_eq!(complaint.problem, Problem::EndsBeforeStart);
    let silent = Command::GiveFeedback {
        plan,
        form: Form::Reflection,
        steps: vec![Step { field: field::HAPPENED, words: " \n".to_owned() }],
        to: None,
        about: None,
    };
    assert!(matches!(ana.try_do(silent), Err(CommandError::Invalid(_))));
    assert_eq!(ana.workspace, before);
}

#[test]
fn the_first_tasks_of_a_goal_stay_in_the_order_in_which_they_were_written() {
    let mut ana = Side::new(1);
    let plan = ana.start("Ana", Role::Student);
    // Fresh ids come in any order; these fall.
    let mut draws = u128::MAX;
    let mut random = move || {
        draws -= 1 << 64;
        draws
    };
    let mut ctx = Context { device: ana.device, now: ana.now, random: &mut random };
    let written = ["watch", "anchor", "draw"];
    let add = Command::AddGoal {
        plan,
        changes: vec![GoalChange::Title("Small veins".to_owned())],
        tasks: written.map(str::to_owned).to_vec(),
    };
    let goal = ana.workspace.apply(add, &mut ctx).unwrap().subject.unwrap().id;
    let shown: Vec<_> = ana.plan(plan).tasks_of(goal).into_iter().map(|task| task.title).collect();
    assert_eq!(shown, written);
}

#[test]
fn a_goal_has_six_tasks_at_most_but_an_import_may_bring_more() {
    let (mut ana, mut dana, plan) = pair();
    let goal = ana.add_goal(plan, "Small veins", &["1", "2", "3", "4", "5"]);
    dana.import_from(&ana);
    for side in [&mut ana, &mut dana] {
        side.carry_out(Command::AddTask { plan, goal, title: "one more".to_owned() });
    }
    ana.import_from(&dana);
    assert_eq!(ana.plan(plan).tasks_of(goal).len(), 7);
    let eighth = Command::AddTask { plan, goal, title: "8".to_owned() };
    assert!(matches!(ana.try_do(eighth), Err(CommandError::Invalid(_))));
}

#[test]
fn weekly_meetings_keep_their_time_on_the_clock_over_a_change_of_the_clock() {
    let mut ana = Side::new(1);
    let plan = ana.start("Ana", Role::Student);
    // Clocks in the United States went back on 1 November 2026.
    let meetings = ana.schedule(plan, "Weekly", "2026-10-22T15:30:00", 4);
    let starts: Vec<String> = ana
        .plan(plan)
        .meetings_by_start()
        .iter()
        .map(|id| ana.plan(plan).meeting(*id).unwrap().starts.unwrap().to_string())
        .collect();
    assert_eq!(meetings.len(), 4);
    let days = ["2026-10-22", "2026-10-29", "2026-11-05", "2026-11-12"];
    assert_eq!(starts, days.map(|day| format!("{day} 15:30:00")));
}

#[test]
fn undo_takes_back_what_still_stands_and_keeps_later_changes() {
    let mut ana = Side::new(1);
    let plan = ana.start("Ana", Role::Student);
    let goal = ana.add_goal(plan, "Veins", &[]);
    let changes = vec![
        GoalChange::Title("Small veins".to_owned()),
        GoalChange::Measure("Ten draws".to_owned()),
    ];
    let revised = ana.carry_out(Command::ReviseGoal { plan, goal, changes });
    let later = vec![GoalChange::Title("Hand veins".to_owned())];
    ana.carry_out(Command::ReviseGoal { plan, goal, changes: later });
    ana.carry_out(Command::Undo(revised.undo));
    let now = ana.plan(plan).goal(goal).unwrap();
    assert_eq!((now.title.as_str(), now.measure.as_str()), ("Hand veins", ""));
}

#[test]
fn undoing_a_deletion_brings_the_whole_back_and_can_itself_be_undone() {
    let mut ana = Side::new(1);
    let plan = ana.start("Ana", Role::Student);
    let goal = ana.add_goal(plan, "Veins", &[]);
    let key = RecordKey { plan, kind: Kind::Goal, id: goal };
    let deleted = ana.carry_out(Command::Delete(key));
    assert_eq!(ana.plan(plan).goal(goal), None);
    let undone = ana.carry_out(Command::Undo(deleted.undo));
    assert_eq!(ana.plan(plan).goal(goal).unwrap().title, "Veins");
    ana.carry_out(Command::Undo(undone.undo));
    assert_eq!(ana.plan(plan).goal(goal), None);
}

#[test]
fn undoing_an_addition_deletes_it_and_its_tasks() {
    let mut ana = Side::new(1);
    let plan = ana.start("Ana", Role::Student);
    let add = Command::AddGoal {
        plan,
        changes: vec![GoalChange::Title("Veins".to_owned())],
        tasks: vec!["Watch".to_owned()],
    };
    let added = ana.carry_out(add);
    ana.carry_out(Command::Undo(added.undo));
    assert!(titles(ana.plan(plan), Kind::Goal).is_empty());
    assert!(titles(ana.plan(plan), Kind::Task).is_empty());
}

#[test]
fn what_already_stands_is_not_written_again() {
    let mut ana = Side::new(1);
    let plan = ana.start("Ana", Role::Student);
    let goal = ana.add_goal(plan, "Veins", &[]);
    let same = vec![GoalChange::Title("Veins".to_owned())];
    let event = ana.carry_out(Command::ReviseGoal { plan, goal, changes: same });
    assert!(event.touched.is_empty());
    assert_eq!(event.happening, Happening::GoalRevised);
}

#[test]
fn only_its_author_deletes_what_was_said() {
    let (mut ana, mut dana, plan) = pair();
    let said = dana.feedback(plan, Form::SituationBehaviorImpact, "Tuesday, the morning round.");
    ana.import_from(&dana);
    let key = RecordKey { plan, kind: Kind::Feedback, id: said };
    assert_eq!(ana.try_do(Command::Delete(key)).unwrap_err(), CommandError::NotYours);
    dana.carry_out(Command::Delete(key));
}

#[test]
fn somebody_who_has_not_joined_may_look_but_not_write() {
    let ana = {
        let mut ana = Side::new(1);
        ana.start("Ana", Role::Student);
        ana
    };
    let mut stranger = Side::new(9);
    stranger.import_from(&ana);
    let plan = ana.workspace.plans().next().unwrap().0;
    let about = About { kind: Kind::Plan, id: plan.into() };
    let comment = Command::AddComment { plan, about, text: "Hello".to_owned() };
    assert_eq!(stranger.try_do(comment).unwrap_err(), CommandError::NotInPlan);
}

#[test]
fn earlier_words_come_back_but_nobody_edits_the_words_of_another() {
    let (mut student, mut mentor, plan) = pair();
    let goal = student.add_goal(plan, "First words", &[]);
    let key = RecordKey { plan, kind: Kind::Goal, id: goal };
    let changes = vec![GoalChange::Title("Second words".to_owned())];
    let revised = student.carry_out(Command::ReviseGoal { plan, goal, changes });
    let earlier = revised.replaced[0].written.value.clone();
    let back =
        |key, field: &'static str, value| Command::PutBack { key, field: field.into(), value };
    let done = student.carry_out(back(key, field::TITLE, earlier));
    assert_eq!(student.plan(plan).goal(goal).unwrap().title, "First words");
    student.carry_out(Command::Undo(done.undo));
    assert_eq!(student.plan(plan).goal(goal).unwrap().title, "Second words");

    let id = student.feedback(plan, Form::Reflection, "How it went");
    mentor.import_from(&student);
    let said = RecordKey { plan, kind: Kind::Feedback, id };
    let words = || Value::text("How it went, said otherwise");
    let refused = mentor.try_do(back(said, field::HAPPENED, words())).unwrap_err();
    assert_eq!(refused, CommandError::NotYours);
    student.carry_out(back(said, field::HAPPENED, words()));
    let refused = student.try_do(back(said, field::AUTHOR, words())).unwrap_err();
    assert_eq!(refused, CommandError::Fixed);
    student.carry_out(Command::Delete(key));
    let refused = student.try_do(back(key, field::TITLE, words())).unwrap_err();
    assert_eq!(refused, CommandError::NotThere(key));
}

#[test]
fn a_deletion_and_its_undoing_say_when_they_were() {
    let (mut student, _, plan) = pair();
    let goal = student.add_goal(plan, "Small veins", &[]);
    let key = RecordKey { plan, kind: Kind::Goal, id: goal };
    let newest = |side: &Side| {
        let act = side.plan(plan).activity(plan, &[], Some((Kind::Goal, goal))).remove(0);
        (act.kind, act.at)
    };
    student.now += chrono::Duration::hours(1);
    let deleted = student.carry_out(Command::Delete(key));
    assert_eq!(newest(&student), (ActKind::Deleted, student.now.timestamp()));
    student.now += chrono::Duration::hours(1);
    student.carry_out(Command::Undo(deleted.undo));
    assert_eq!(newest(&student), (ActKind::BroughtBack, student.now.timestamp()));
    assert_eq!(student.plan(plan).goal(goal).unwrap().title, "Small veins");
}

#[test]
fn a_tick_that_is_rehearsed_is_a_whole_one() {
    let (student, ..) = pair();
    let mut draws = 0;
    let mut random = || {
        draws += 1;
        draws
    };
    let mut ctx = Context { device: student.device, now: student.now, random: &mut random };
    let (key, record) = steadyhand::domain::rehearse_a_tick(&mut ctx).unwrap();
    assert_eq!(key.kind, Kind::Task);
    assert!(record.field(field::DONE).is_some(), "{record:?}");
}

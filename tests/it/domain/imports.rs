//! Two sides that work apart and come together.

use super::*;
use proptest::prelude::*;
use steadyhand::crdt::Dot;
use steadyhand::domain::{Change, RecordKey, Value};

#[test]
fn a_moved_meeting_shows_both_times_and_one_choice_settles_it_everywhere() {
    let (mut ana, mut dana, plan) = pair();
    let meeting = ana.schedule(plan, "Weekly", "2026-11-26T15:00:00", 1)[0];
    let goal = ana.add_goal(plan, "Veins", &["Watch", "Practise"]);
    dana.import_from(&ana);

    dana.move_meeting(plan, meeting, "2026-11-26T16:00:00");
    dana.feedback(plan, Form::SituationBehaviorImpact, "Tuesday.");
    ana.move_meeting(plan, meeting, "2026-11-26T15:30:00");
    for task in ana.plan(plan).tasks_of(goal) {
        ana.carry_out(Command::TickTask { plan, task: task.id, done: true });
    }
    ana.import_from(&dana);

    let key = RecordKey { plan, kind: Kind::Meeting, id: meeting };
    let disputes = ana.plan(plan).disputes(plan);
    assert_eq!(disputes.len(), 1);
    let values: Vec<_> = disputes[0].rivals.iter().map(|rival| rival.value.clone()).collect();
    assert_eq!(values, [Value::text("2026-11-26T15:30"), Value::text("2026-11-26T16:00")]);
    let who: Vec<_> = disputes[0]
        .rivals
        .iter()
        .map(|rival| ana.plan(plan).writer(rival.device).unwrap().name)
        .collect();
    assert_eq!(who, ["Ana", "Dana"]);

    let value = values[1].clone();
    ana.carry_out(Command::Settle { key, field: disputes[0].field.clone(), value });
    assert!(ana.plan(plan).disputes(plan).is_empty());
    dana.import_from(&ana);
    assert_eq!(dana.workspace, ana.workspace);
    assert!(dana.plan(plan).tasks_of(goal).iter().all(|task| task.is_done));
}

#[test]
fn the_same_file_twice_brings_nothing_new() {
    let (mut ana, mut dana, plan) = pair();
    dana.add_goal(plan, "From Dana", &[]);
    ana.import_from(&dana);
    let before = ana.workspace.clone();
    let again = vec![(plan, dana.plan(plan).clone())];
    let arrival = ana.workspace.look_at(again, ana.device, FRESH);
    assert!(arrival.is_nothing_new());
    ana.workspace.import(arrival);
    assert_eq!(ana.workspace, before);
}

#[test]
fn the_preview_says_what_is_new_changed_deleted_and_disputed() {
    let (mut ana, mut dana, plan) = pair();
    let (old, kept) = (ana.add_goal(plan, "Old", &[]), ana.add_goal(plan, "Kept", &[]));
    dana.import_from(&ana);
    dana.carry_out(Command::Delete(RecordKey { plan, kind: Kind::Goal, id: old }));
    dana.add_goal(plan, "New", &[]);
    let rename = |title: &str| vec![GoalChange::Title(title.to_owned())];
    dana.carry_out(Command::ReviseGoal { plan, goal: kept, changes: rename("Dana's") });
    ana.carry_out(Command::ReviseGoal { plan, goal: kept, changes: rename("Ana's") });

    let arrived = vec![(plan, dana.plan(plan).clone())];
    let arrival = ana.workspace.look_at(arrived, ana.device, FRESH);
    let changes = &arrival.plans[0];
    let counts = [Change::New, Change::Changed, Change::Deleted, Change::Revived];
    assert_eq!(counts.map(|change| changes.count(change)), [1, 1, 1, 0]);
    assert_eq!(changes.disputes.len(), 1);
    assert!(!changes.is_new);
    assert_eq!(titles(ana.plan(plan), Kind::Goal), ["Ana's", "Old"], "looking changes nothing");
}

#[test]
fn an_edit_outlives_a_deletion_and_the_person_can_be_told() {
    let (mut ana, mut dana, plan) = pair();
    let goal = ana.add_goal(plan, "Veins", &[]);
    dana.import_from(&ana);
    let key = RecordKey { plan, kind: Kind::Goal, id: goal };
    dana.carry_out(Command::Delete(key));
    let changes = vec![GoalChange::Measure("Ten draws".to_owned())];
    ana.carry_out(Command::ReviseGoal { plan, goal, changes });
    ana.import_from(&dana);
    assert!(ana.workspace.get(key).unwrap().outlived_deletion());
    assert_eq!(ana.plan(plan).goal(goal).unwrap().title, "Veins");
    dana.import_from(&ana);
    assert_eq!(dana.workspace, ana.workspace);
}

#[test]
fn undoing_an_import_is_as_if_it_had_never_come_but_keeps_what_was_written_since() {
    let (mut ana, mut dana, plan) = pair();
    let goal = ana.add_goal(plan, "Veins", &[]);
    dana.import_from(&ana);
    dana.add_goal(plan, "From Dana", &[]);
    let rename = vec![GoalChange::Title("Dana's veins".to_owned())];
    dana.carry_out(Command::ReviseGoal { plan, goal, changes: rename });

    let before = ana.workspace.clone();
    let undo = ana.import_from(&dana);
    ana.workspace.undo_import(&undo);
    assert_eq!(ana.workspace, before);

    let undo = ana.import_from(&dana);
    let changes = vec![GoalChange::Measure("Ten draws".to_owned())];
    ana.carry_out(Command::ReviseGoal { plan, goal, changes });
    ana.workspace.undo_import(&undo);
    let now = ana.plan(plan).goal(goal).unwrap();
    assert_eq!((now.title.as_str(), now.measure.as_str()), ("Veins", "Ten draws"));
    assert_eq!(titles(ana.plan(plan), Kind::Goal), ["Veins"]);

    ana.import_from(&dana);
    dana.import_from(&ana);
    assert_eq!(ana.workspace, dana.workspace);
    let now = ana.plan(plan).goal(goal).unwrap();
    assert_eq!((now.title.as_str(), now.measure.as_str()), ("Dana's veins", "Ten draws"));
}

#[test]
fn a_file_that_knows_this_device_better_is_noticed() {
    let (mut ana, dana, plan) = pair();
    let older = ana.workspace.clone();
    ana.add_goal(plan, "Written, sent, and then lost here", &[]);
    let sent = vec![(plan, ana.plan(plan).clone())];
    let restored = Side { workspace: older, ..Side::new(1) };
    let arrival = restored.workspace.look_at(sent.clone(), restored.device, FRESH);
    assert_eq!(arrival.new_device, Some(FRESH));
    let arrival = dana.workspace.look_at(sent, dana.device, FRESH);
    assert_eq!(arrival.new_device, None);
}

/// One thing that happens in a random history.
#[derive(Clone, Debug)]
enum Deed {
    Goal(u8),
    Rename(u8, u8),
    Delete(u8),
    Move(u8, u8),
    Say(u8),
    Send,
}

fn deed() -> impl Strategy<Value = (bool, Deed)> {
    let what = prop_oneof![
        any::<u8>().prop_map(Deed::Goal),
        (any::<u8>(), any::<u8>()).prop_map(|(which, to)| Deed::Rename(which, to)),
        any::<u8>().prop_map(Deed::Delete),
        (any::<u8>(), any::<u8>()).prop_map(|(which, to)| Deed::Move(which, to)),
        any::<u8>().prop_map(Deed::Say),
        Just(Deed::Send),
    ];
    (any::<bool>(), what)
}

fn nth(ids: &[RecordId], n: u8) -> Option<RecordId> {
    ids.get(usize::from(n) % ids.len().max(1)).copied()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn two_sides_agree_after_any_history(deeds in prop::collection::vec(deed(), 0..60)) {
        let (mut ana, mut dana, plan) = pair();
        ana.schedule(plan, "Weekly", "2026-11-26T15:00:00", 3);
        for (by_dana, deed) in deeds {
            let (side, other) = if by_dana { (&mut dana, &mut ana) } else { (&mut ana, &mut dana) };
            let goals = side.plan(plan).goals_by_due();
            let meetings = side.plan(plan).meetings_by_start();
            match deed {
                Deed::Goal(n) => {
                    side.add_goal(plan, &format!("Goal {n}"), &["a task"]);
                }
                Deed::Rename(which, to) => {
                    if let Some(goal) = nth(&goals, which) {
                        let changes = vec![GoalChange::Title(format!("Renamed {to}"))];
                        side.carry_out(Command::ReviseGoal { plan, goal, changes });
                    }
                }
                Deed::Delete(which) => {
                    if let Some(id) = nth(&goals, which) {
                        side.carry_out(Command::Delete(RecordKey { plan, kind: Kind::Goal, id }));
                    }
                }
                Deed::Move(which, to) => {
                    if let Some(meeting) = nth(&meetings, which) {
                        let starts = format!("2026-12-01T{:02}:00:00", to % 24);
                        side.move_meeting(plan, meeting, &starts);
                    }
                }
                Deed::Say(n) => {
                    side.feedback(plan, Form::Reflection, &format!("Shift {n}"));
                }
                Deed::Send => {
                    other.import_from(side);
                }
            }
        }
        ana.import_from(&dana);
        dana.import_from(&ana);
        prop_assert_eq!(ana.workspace, dana.workspace);
    }
}

#[test]
fn undoing_an_import_keeps_what_others_wrote_here_since_then() {
    let (mut ana, mut dana, plan) = pair();
    let goal = ana.add_goal(plan, "Veins", &[]);
    dana.import_from(&ana);
    let new = dana.add_goal(plan, "From Dana", &[]);
    let rename = |goal, title: &str| {
        let changes = vec![GoalChange::Title(title.to_owned())];
        Command::ReviseGoal { plan, goal, changes }
    };
    dana.carry_out(rename(goal, "Dana's veins"));
    // A second tab of Ana's browser, which is a device of its own.
    let mut tab = Side::new(7);
    tab.import_from(&ana);
    tab.carry_out(rename(goal, "Written without having seen Dana's"));

    let undo = ana.import_from(&dana);
    ana.import_from(&tab);
    let titles_of = |side: &Side, goal| {
        let key = RecordKey { plan, kind: Kind::Goal, id: goal };
        let record = side.workspace.get(key);
        let title = record.and_then(|record| record.field("title"));
        title.map_or(0, |title| title.entries().len())
    };
    assert_eq!(titles_of(&ana, goal), 2);
    ana.workspace.undo_import(&undo);
    assert_eq!(titles_of(&ana, goal), 2, "what the tab had not replaced is back, too");
    assert_eq!(titles_of(&ana, new), 0);

    // The other tab has seen the import and writes on it before it is taken back.
    let undo = ana.import_from(&dana);
    tab.import_from(&ana);
    tab.carry_out(rename(new, "Dana's, renamed by the tab"));
    ana.import_from(&tab);
    ana.workspace.undo_import(&undo);
    assert_eq!(ana.plan(plan).goal(new).unwrap().title, "Dana's, renamed by the tab");
    let once_more = ana.workspace.clone();
    ana.workspace.undo_import(&undo);
    assert_eq!(ana.workspace, once_more, "taking back twice is taking back once");

    // The mentor writes on and sends again: the first import cannot be told from the second.
    let undo = ana.import_from(&dana);
    dana.carry_out(rename(goal, "Dana's second thought"));
    ana.import_from(&dana);
    ana.workspace.undo_import(&undo);
    ana.import_from(&dana);
    dana.import_from(&ana);
    assert_eq!(ana.workspace, dana.workspace);
    assert!(ana.plan(plan).goal(goal).is_some());
}

#[test]
fn an_open_editor_replaces_only_what_it_showed() {
    let (mut ana, mut dana, plan) = pair();
    let goal = ana.add_goal(plan, "Veins", &[]);
    let key = RecordKey { plan, kind: Kind::Goal, id: goal };
    dana.import_from(&ana);
    let rename = |title: &str| {
        let changes = vec![GoalChange::Title(title.to_owned())];
        Command::ReviseGoal { plan, goal, changes }
    };
    let known = ana.workspace.knowledge(key);
    ana.carry_out(rename("Ana's first"));
    dana.carry_out(rename("Dana's"));
    ana.import_from(&dana);
    ana.carry_out_knowing(known, rename("Ana's second"));
    let standing = |side: &Side| {
        let record = side.workspace.get(key).unwrap();
        let entries = record.field("title").unwrap().entries().iter();
        let mut titles: Vec<_> =
            entries.map(|entry| entry.value.value.as_text().unwrap().to_owned()).collect();
        titles.sort();
        titles
    };
    assert_eq!(standing(&ana), ["Ana's second", "Dana's"]);
    dana.import_from(&ana);
    assert_eq!(dana.workspace, ana.workspace);
}

#[test]
fn taking_an_import_out_of_an_older_copy_keeps_what_was_written_before_it() {
    let (mut ana, mut dana, plan) = pair();
    let goal = ana.add_goal(plan, "Veins", &[]);
    dana.import_from(&ana);
    let mut tab = Side::new(7);
    tab.import_from(&ana);
    let rename = |title: &str| {
        let changes = vec![GoalChange::Title(title.to_owned())];
        Command::ReviseGoal { plan, goal, changes }
    };
    dana.carry_out(rename("Dana's"));
    ana.carry_out(rename("Ana's, not stored yet"));
    tab.carry_out(rename("The other tab's, which is stored"));
    let undo = ana.import_from(&dana);

    let key = RecordKey { plan, kind: Kind::Goal, id: goal };
    let stored = tab.workspace.get(key).unwrap().clone();
    let undone = undo.undone(key, stored).unwrap();
    assert_eq!(undone.field("title").unwrap().entries().len(), 2);
    assert!(!undone.seen().contains(Dot { device: dana.device, counter: 1 }));
}

#[test]
fn taking_an_import_back_leaves_there_what_was_brought_back_since() {
    let (mut ana, mut dana, plan) = pair();
    let goal = ana.add_goal(plan, "Veins", &[]);
    let key = RecordKey { plan, kind: Kind::Goal, id: goal };
    let rename = |title: &str| {
        let changes = vec![GoalChange::Title(title.to_owned())];
        Command::ReviseGoal { plan, goal, changes }
    };
    dana.import_from(&ana);
    let mut tab = Side::new(7);
    tab.import_from(&ana);
    tab.carry_out(Command::Delete(key));
    ana.carry_out(rename("Not having seen that it is deleted"));
    ana.import_from(&tab);
    let is_disputed = |side: &Side| side.workspace.get(key).unwrap().outlived_deletion();
    assert!(is_disputed(&ana));

    let changes = vec![GoalChange::Measure("As Dana sees it".to_owned())];
    dana.carry_out(Command::ReviseGoal { plan, goal, changes });
    let undo = ana.import_from(&dana);
    ana.carry_out(rename("Having seen it"));
    assert!(!is_disputed(&ana));
    ana.workspace.undo_import(&undo);
    assert!(!is_disputed(&ana), "what a write has settled stays settled");
    assert_eq!(ana.plan(plan).goal(goal).unwrap().measure, "");
}

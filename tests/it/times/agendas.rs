//! What the meetings of a series pass on: action items until they are done, an agenda until it is spoken of, and decisions.

use steadyhand::domain::{
    ActionItemChange, Command, CommandError, Happening, Kind, MeetingChange, MeetingStatus, Role,
    Timetable,
};

use super::series::{begin, weekly};
use super::{Side, day, student};

#[test]
fn what_is_not_done_is_carried_over_until_it_is() {
    let (mut ana, plan, me) = student();
    let series = begin(&mut ana, plan, weekly("2026-10-29 15:30", 3));
    let ids: Vec<_> =
        ana.plan(plan).meetings_in_series(series).into_iter().map(|(_, id)| id).collect();
    let mut item = |title: &str, meeting, due| {
        let title = title.to_owned();
        let add = Command::AddActionItem { plan, title, meeting, owner: Some(me), due };
        ana.carry_out(add).unwrap().subject.unwrap().id
    };
    let undated = item("Ask for gloves", Some(ids[0]), None);
    let dated = item("Send the log", Some(ids[0]), Some(day("2026-11-10")));
    item("Later", Some(ids[2]), None);
    let loose = item("Loose", None, Some(day("2026-11-03")));
    let carried = |side: &Side, id| {
        let items = side.plan(plan).carried_over_to(id);
        items.into_iter().map(|item| item.id).collect::<Vec<_>>()
    };
    assert_eq!(carried(&ana, ids[1]), [loose, dated, undated]);
    ana.carry_out(Command::TickActionItem { plan, item: dated, done: true }).unwrap();
    let changes =
        vec![ActionItemChange::Due(Some(day("2026-11-01"))), ActionItemChange::Owner(None)];
    ana.does(plan, Timetable::ReviseActionItem { item: undated, changes });
    assert_eq!(carried(&ana, ids[1]), [undated, loose]);
    assert_eq!(ana.plan(plan).action_item(undated).unwrap().owner, None);
    assert_eq!(carried(&ana, ids[0]), [loose]);
    // What was to be done after a meeting that did not take place comes back as well.
    let changes = vec![MeetingChange::Status(MeetingStatus::Cancelled)];
    ana.carry_out(Command::ReviseMeeting { plan, meeting: ids[2], changes }).unwrap();
    assert_eq!(carried(&ana, ids[1]).len(), 3);
}

#[test]
fn a_template_fills_an_agenda_in_its_order_and_at_once() {
    let (mut ana, plan, _) = student();
    let series = begin(&mut ana, plan, weekly("2026-10-29 15:30", 1));
    let meeting = ana.plan(plan).meetings_in_series(series)[0].1;
    let titles = ["What went well", "What was hard", "What is next"].map(str::to_owned);
    let fill = Timetable::FillAgenda { meeting, titles: titles.to_vec() };
    let event = ana.does(plan, fill);
    let on = |side: &Side| {
        let items = side.plan(plan).agenda_items_of(meeting);
        items.into_iter().map(|item| item.title).collect::<Vec<_>>()
    };
    assert_eq!(on(&ana), titles);
    ana.carry_out(Command::Undo(event.undo)).unwrap();
    assert!(on(&ana).is_empty());
    let empty = Timetable::FillAgenda { meeting, titles: vec!["A".to_owned(), " ".to_owned()] };
    assert!(ana.carry_out(empty.within(plan)).is_err());
    assert!(on(&ana).is_empty());
}

#[test]
fn agenda_items_wait_until_they_are_spoken_of() {
    let (mut ana, plan, _) = student();
    let series = begin(&mut ana, plan, weekly("2026-10-29 15:30", 2));
    let ids: Vec<_> =
        ana.plan(plan).meetings_in_series(series).into_iter().map(|(_, id)| id).collect();
    let mut add = |meeting, title: &str| {
        let title = title.to_owned();
        ana.does(plan, Timetable::AddAgendaItem { meeting, title }).subject.unwrap().id
    };
    let first = add(Some(ids[0]), "Veins");
    let loose = add(None, "Parking");
    let later = add(Some(ids[1]), "Exam");
    ana.does(plan, Timetable::AddDecision { meeting: ids[0], title: "Two draws a day".to_owned() });
    let left = |side: &Side, id| {
        let items = side.plan(plan).agenda_left_for(id);
        items.into_iter().map(|item| item.id).collect::<Vec<_>>()
    };
    assert_eq!(left(&ana, ids[0]), [loose]);
    assert_eq!(left(&ana, ids[1]).len(), 2);
    assert_eq!(ana.plan(plan).agenda_items_of(ids[1])[0].id, later);
    ana.does(plan, Timetable::TickAgendaItem { item: first, done: true });
    assert_eq!(left(&ana, ids[1]), [loose]);
    let reword =
        |kind, id| Timetable::Reword { kind, id, title: "Parking for students".to_owned() };
    ana.does(plan, reword(Kind::AgendaItem, loose));
    assert_eq!(ana.plan(plan).label(Kind::AgendaItem, loose), "Parking for students");
    let wrong = reword(Kind::Goal, loose).within(plan);
    assert_eq!(ana.carry_out(wrong).unwrap_err(), CommandError::Fixed);
    let decisions = ana.plan(plan).decisions_of(ids[0]);
    assert_eq!(decisions.len(), 1);
    // What was decided is worded anew, taken back, and worded by both at once: then both stand.
    let decision = decisions[0].id;
    let said = |side: &Side| side.plan(plan).label(Kind::Decision, decision);
    let reworded = ana.does(plan, reword(Kind::Decision, decision));
    assert_eq!(reworded.happening, Happening::DecisionRevised);
    assert_eq!(said(&ana), "Parking for students");
    ana.carry_out(Command::Undo(reworded.undo)).unwrap();
    assert_eq!(said(&ana), "Two draws a day");
    let nothing = Timetable::Reword { kind: Kind::Decision, id: decision, title: " ".to_owned() };
    assert!(ana.carry_out(nothing.within(plan)).is_err());
    let mut dana = Side::new(2);
    dana.import_from(&ana);
    let name = "Dana Ruiz".to_owned();
    dana.carry_out(Command::Join { plan, name, role: Role::Mentor }).unwrap();
    for (side, title) in [(&mut ana, "Two draws"), (&mut dana, "Three draws")] {
        let title = title.to_owned();
        side.does(plan, Timetable::Reword { kind: Kind::Decision, id: decision, title });
    }
    ana.import_from(&dana);
    let disputes = ana.plan(plan).disputes(plan);
    assert!(disputes.iter().any(|one| one.key.id == decision), "{disputes:?}");
    assert_eq!(ana.plan(plan).meeting_of(Kind::Decision, decisions[0].id), Some(ids[0]));
}

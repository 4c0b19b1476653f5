//! Who sees a record, what goes to whom, and what was sent.

use super::*;
use steadyhand::domain::{
    About, Audience, ForWhom, Form, MeetingChange, MeetingStatus, SentLog, Step, Why, field,
};

fn set(side: &mut Side, key: RecordKey, audience: Audience) -> Result<Event, CommandError> {
    side.try_do(Command::SetAudience { key, audience })
}

fn give(side: &mut Side, plan: PlanId, form: Form, about: Option<About>) -> RecordKey {
    let steps = vec![Step { field: form.steps()[0], words: "Words.".to_owned() }];
    side.carry_out(Command::GiveFeedback { plan, form, steps, to: None, about })
}

fn goes(side: &Side, key: RecordKey, for_whom: ForWhom) -> bool {
    let outgoing = side.plan(key.plan).outgoing(key.plan, for_whom);
    let goes = outgoing.plan.get(key.kind, key.id).is_some();
    assert_eq!(goes, outgoing.goes.contains(&key), "{key:?}");
    assert_eq!(!goes, outgoing.stays.iter().any(|staying| staying.key == key), "{key:?}");
    goes
}

/// To the pair, and to the program.
fn goes_to(side: &Side, key: RecordKey) -> (bool, bool) {
    (goes(side, key, ForWhom::Pair), goes(side, key, ForWhom::Program))
}

#[test]
fn each_kind_goes_where_it_usually_does() {
    let (mut ana, _, plan) = pair();
    let goal = ana.add_goal(plan, "Hand veins");
    let task = ana.carry_out(Command::AddTask { plan, goal, title: "Watch".to_owned() });
    let goal = key(plan, Kind::Goal, goal);
    let note = ana.bond(plan, Bond::WriteNote { text: "Mine.".to_owned(), about: None });
    let reflection = give(&mut ana, plan, Form::Reflection, None);
    let told = give(&mut ana, plan, Form::ToProgram, None);
    let person = key(plan, Kind::Person, ana.me(plan));
    for (key, expected) in [
        (goal, (true, false)),
        (task, (true, false)),
        (note, (false, false)),
        (reflection, (true, false)),
        (told, (false, true)),
        (RecordKey::of_plan(plan), (true, true)),
        (person, (true, true)),
    ] {
        assert_eq!(goes_to(&ana, key), expected, "{key:?}");
    }
    // A task goes with its goal, and the program sees what the pair sees of it.
    set(&mut ana, goal, Audience::Program).unwrap();
    let is_usual =
        |side: &Side, key: RecordKey| side.plan(plan).has_usual_audience(key.kind, key.id);
    assert!(!is_usual(&ana, goal) && is_usual(&ana, task) && is_usual(&ana, note));
    assert!(is_usual(&ana, told) && is_usual(&ana, person));
    set(&mut ana, task, Audience::Pair).unwrap();
    assert!(!is_usual(&ana, task), "the goal is the program's, too");
    set(&mut ana, task, Audience::Program).unwrap();
    assert!(is_usual(&ana, task));
    assert_eq!((goes_to(&ana, goal), goes_to(&ana, task)), ((true, true), (true, true)));
    set(&mut ana, goal, Audience::OnlyMe).unwrap();
    assert_eq!((goes_to(&ana, goal), goes_to(&ana, task)), ((false, false), (false, false)));
}

#[test]
fn what_cannot_be_chosen_is_refused() {
    let (mut ana, mut dana, plan) = pair();
    let section = ana.agree(plan, AgreementDeed::Begin { sections: built_in().agreement });
    ana.say_yes(plan);
    let yes = key(plan, Kind::Consent, ana.plan(plan).agreement().yeses[0].id);
    let told = give(&mut ana, plan, Form::ToProgram, None);
    let person = key(plan, Kind::Person, ana.me(plan));
    for key in [RecordKey::of_plan(plan), person, section, yes] {
        assert_eq!(ana.plan(plan).audience_choices(key.kind, key.id), []);
        assert_eq!(set(&mut ana, key, Audience::OnlyMe).unwrap_err(), CommandError::Fixed);
    }
    assert_eq!(set(&mut ana, told, Audience::Pair).unwrap_err(), CommandError::Fixed);
    set(&mut ana, told, Audience::OnlyMe).unwrap();
    assert_eq!(goes_to(&ana, told), (false, false));
    // Nobody shows another's words to more people.
    let said = give(&mut dana, plan, Form::SituationBehaviorImpact, None);
    ana.import_from(&dana);
    assert_eq!(set(&mut ana, said, Audience::Program).unwrap_err(), CommandError::NotYours);
    let title = steadyhand::domain::MeetingChange::Title("Weekly".to_owned());
    let starts = steadyhand::domain::MeetingChange::Starts("2026-10-08T15:00:00".parse().unwrap());
    let weekly = Command::ScheduleMeetings { plan, changes: vec![title, starts], times: 3 };
    let touched = ana.try_do(weekly).unwrap().touched;
    let meeting = *touched.iter().find(|key| key.kind == Kind::Meeting).unwrap();
    let series = *touched.iter().find(|key| key.kind == Kind::Series).unwrap();
    assert_eq!(set(&mut ana, meeting, Audience::OnlyMe).unwrap_err(), CommandError::Fixed);
    set(&mut ana, series, Audience::OnlyMe).unwrap();
    assert_eq!(goes_to(&ana, meeting), (false, false), "all of a series go, or none");
}

#[test]
fn the_narrower_of_two_audiences_counts_and_an_unknown_one_is_the_narrowest() {
    let (mut ana, mut dana, plan) = pair();
    let goal = key(plan, Kind::Goal, ana.add_goal(plan, "Hand veins"));
    // Two devices of hers, one restored from a backup of the other.
    dana.import_from(&ana);
    set(&mut ana, goal, Audience::Program).unwrap();
    set(&mut dana, goal, Audience::OnlyMe).unwrap();
    meet(&mut ana, &mut dana);
    assert_eq!(goes_to(&ana, goal), (false, false));
    assert_eq!(ana.plan(plan).disputes(plan), [], "nobody is asked to choose");
    set(&mut ana, goal, Audience::Pair).unwrap();
    meet(&mut ana, &mut dana);
    assert_eq!(goes_to(&dana, goal), (true, false));
    // What a later version may know can be narrower than anything this one does.
    let mut record = ana.workspace.get(goal).unwrap().clone();
    let value = steadyhand::domain::Value::text("family");
    let stamped = steadyhand::domain::Stamped { value, at: 0 };
    record.write(DeviceId::from_random(9)).set(field::AUDIENCE.into(), stamped);
    ana.workspace.merge_record(goal, record);
    assert_eq!(goes_to(&ana, goal), (false, false));
}

#[test]
fn what_names_a_hidden_record_stays_behind_however_far_it_is() {
    let (mut ana, _, plan) = pair();
    let goal = ana.add_goal(plan, "Hand veins");
    let about = |kind, id| About { kind, id };
    let task = ana.carry_out(Command::AddTask { plan, goal, title: "Watch".to_owned() });
    let rate = Bond::Rate { goal, moment: steadyhand::domain::Moment::Start, rating: 3 };
    let rating = ana.bond(plan, rate);
    let evidence = ana.bond(plan, Bond::AddEvidence { goal, text: "Seen.".to_owned() });
    let comment = |side: &mut Side, about| {
        side.carry_out(Command::AddComment { plan, about, text: "Yes.".to_owned() })
    };
    let first = comment(&mut ana, about(Kind::Goal, goal));
    let second = comment(&mut ana, about(Kind::Comment, first.id));
    let feedback = give(&mut ana, plan, Form::Request, Some(about(Kind::Goal, goal)));
    let made = ana.bond(plan, Bond::MakeGoal { feedback: feedback.id, title: "More".to_owned() });
    let other = key(plan, Kind::Goal, ana.add_goal(plan, "Another"));
    let hidden = key(plan, Kind::Goal, goal);
    set(&mut ana, hidden, Audience::OnlyMe).unwrap();
    let all = [hidden, task, rating, evidence, first, second, feedback, made];
    for key in all {
        assert_eq!(goes_to(&ana, key), (false, false), "{key:?}");
    }
    assert_eq!(goes_to(&ana, other), (true, false));
    let outgoing = ana.plan(plan).outgoing(plan, ForWhom::Pair);
    let why = |key: RecordKey| outgoing.stays.iter().find(|one| one.key == key).unwrap().why;
    assert_eq!((why(hidden), why(second)), (Why::OnlyMe, Why::Names(first)));
    assert_eq!(why(made), Why::Names(feedback));
    assert_eq!((outgoing.count(Kind::Goal), outgoing.count_staying(Kind::Goal)), (1, 2));
    set(&mut ana, hidden, Audience::Pair).unwrap();
    for key in all {
        assert!(goes_to(&ana, key).0, "{key:?}");
    }
}

#[test]
fn a_device_that_wrote_nothing_that_goes_is_not_named() {
    let (mut ana, _, plan) = pair();
    let note = |side: &mut Side| {
        side.bond(plan, Bond::WriteNote { text: "Mine.".to_owned(), about: None });
    };
    note(&mut ana);
    // A second tab of hers, in which she only writes a note.
    let mut tab = Side::new(7);
    tab.import_from(&ana);
    let person = ana.me(plan);
    tab.carry_out(Command::JoinAs { plan, person });
    note(&mut tab);
    ana.import_from(&tab);
    let outgoing = ana.plan(plan).outgoing(plan, ForWhom::Pair).plan;
    let devices = |plan: &Plan| plan.all(Kind::Device).count();
    assert_eq!((devices(ana.plan(plan)), devices(&outgoing)), (3, 2));
}

#[test]
fn a_calendar_has_no_meeting_that_only_its_reader_sees_and_says_how_many_these_are() {
    let (mut ana, _, plan) = pair();
    let ids = ["2026-11-05T15:30:00", "2026-11-12T15:30:00", "2026-11-19T15:30:00"].map(|starts| {
        let title = MeetingChange::Title("Talk".to_owned());
        let changes = vec![title, MeetingChange::Starts(starts.parse().unwrap())];
        ana.carry_out(Command::ScheduleMeetings { plan, changes, times: 1 }).id
    });
    let meeting = |id| key(plan, Kind::Meeting, id);
    set(&mut ana, meeting(ids[0]), Audience::OnlyMe).unwrap();
    set(&mut ana, meeting(ids[1]), Audience::Program).unwrap();
    let count = |side: &Side, of: &dyn Fn(RecordId) -> bool| {
        let count = side.plan(plan).calendar_count(plan, of);
        (count.stand, count.off, count.stay)
    };
    assert_eq!(count(&ana, &|_| true), (2, 0, 1));
    assert_eq!(count(&ana, &|id| id == ids[0]), (0, 0, 1));
    assert_eq!(count(&ana, &|id| id == ids[1]), (1, 0, 0));
    ana.carry_out(Command::Delete(meeting(ids[2])));
    assert_eq!(count(&ana, &|_| true), (1, 1, 1));
    set(&mut ana, meeting(ids[0]), Audience::Pair).unwrap();
    assert_eq!(count(&ana, &|_| true), (2, 1, 0));
    // One that is off is missed by nobody.
    let off = vec![MeetingChange::Status(MeetingStatus::Cancelled)];
    ana.carry_out(Command::ReviseMeeting { plan, meeting: ids[0], changes: off });
    set(&mut ana, meeting(ids[0]), Audience::OnlyMe).unwrap();
    assert_eq!(count(&ana, &|_| true), (1, 1, 0));
}

#[test]
fn what_stays_behind_is_not_lost_and_later_edits_do_not_travel() {
    let (mut ana, mut dana, plan) = pair();
    let id = ana.add_goal(plan, "Hand veins");
    let goal = key(plan, Kind::Goal, id);
    dana.import_from(&ana);
    let mut log = SentLog::default();
    let outgoing = ana.plan(plan).outgoing(plan, ForWhom::Pair);
    log.note(plan, &outgoing, ForWhom::Pair, 1_000);
    set(&mut ana, goal, Audience::OnlyMe).unwrap();
    let retitle = |side: &mut Side, title: &str| {
        let changes = vec![GoalChange::Title(title.to_owned())];
        side.carry_out(Command::ReviseGoal { plan, goal: id, changes });
    };
    retitle(&mut ana, "My secret");
    // The file leaves it out; the other side keeps what it has, and goes on with it.
    dana.import(vec![(plan, ana.plan(plan).outgoing(plan, ForWhom::Pair).plan)]);
    assert_eq!(dana.plan(plan).goal(id).unwrap().title, "Hand veins");
    retitle(&mut dana, "Small hand veins");
    // We can tell honestly that they have it, and since when.
    assert_eq!(log.of(goal).last(), Some(1_000));
    let record = ana.workspace.get(goal).unwrap();
    assert!(!ana.plan(plan).others_have(record, Some(ana.me(plan)), ana.device));
    ana.import(vec![(plan, dana.plan(plan).outgoing(plan, ForWhom::Pair).plan)]);
    let record = ana.workspace.get(goal).unwrap();
    assert!(ana.plan(plan).others_have(record, Some(ana.me(plan)), ana.device));
    assert_eq!(goes_to(&ana, goal), (false, false), "what came in did not widen it");
    assert_eq!(ana.plan(plan).disputes(plan).len(), 1, "both titles stand");
    set(&mut ana, goal, Audience::Pair).unwrap();
    dana.import(vec![(plan, ana.plan(plan).outgoing(plan, ForWhom::Pair).plan)]);
    assert_eq!(dana.workspace.get(goal), ana.workspace.get(goal));
}

#[test]
fn the_log_of_what_was_sent_comes_back_from_its_text() {
    let (mut ana, _, plan) = pair();
    let mut log = SentLog::default();
    let note = |side: &Side, log: &mut SentLog, for_whom, at| {
        log.note(plan, &side.plan(plan).outgoing(plan, for_whom), for_whom, at);
    };
    let first = key(plan, Kind::Goal, ana.add_goal(plan, "First"));
    note(&ana, &mut log, ForWhom::Pair, 100);
    note(&ana, &mut log, ForWhom::Program, 150);
    let second = key(plan, Kind::Goal, ana.add_goal(plan, "Second"));
    assert_eq!(log.of(second).last(), None, "it came after both files");
    note(&ana, &mut log, ForWhom::Pair, 200);
    let text = log.print(plan);
    let mut again = SentLog::default();
    again.read(plan, &text);
    assert_eq!(again, log);
    assert_eq!((log.of(first).pair, log.of(first).program), (Some(200), None));
    assert_eq!(log.of(RecordKey::of_plan(plan)).program, Some(150));
    again.read(plan, "nonsense\n5 - goals nonsense\n\u{0}");
    assert_eq!(again, log);
    again.forget(plan);
    assert_eq!(again, SentLog::default());
}

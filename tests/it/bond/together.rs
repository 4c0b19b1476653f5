//! Check-ins, quiet plans, phases, evaluations, feedback to the program, and what matters now.

use std::collections::BTreeMap;

use super::*;
use steadyhand::domain::{
    About, Answer, Category, ForWhom, Form, Happening, Matter, MeetingChange, MeetingStatus,
    Moment, NewCheckIn, Phase, PlanChange, Remark, Risk, ShortName, SmallestStep, Stalled, Step,
    Surroundings, Turn, Unseen,
};

fn check_in(side: &mut Side, plan: PlanId, went: &str) -> RecordId {
    let new = NewCheckIn { went: went.to_owned(), mood: Some(4), ..NewCheckIn::default() };
    side.bond(plan, Bond::CheckIn(new)).id
}

fn comment(side: &mut Side, plan: PlanId, kind: Kind, id: RecordId) {
    let about = About { kind, id };
    side.carry_out(Command::AddComment { plan, about, text: "Well done.".to_owned() });
}

fn meeting(side: &mut Side, plan: PlanId, starts: &str) -> RecordId {
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

#[test]
fn the_phases_are_parts_of_the_course() {
    let (mut ana, _, plan) = pair();
    let card = |side: &Side| side.plan(plan).card(plan).unwrap();
    let at = |side: &Side, on: &str| card(side).phase(day(on)).unwrap().phase;
    use Phase::*;
    for (on, phase) in [
        ("2026-09-01", Beginning),
        ("2026-10-05", Beginning),
        ("2026-10-18", Beginning),
        ("2026-10-19", Working),
        ("2026-11-22", Working),
        ("2026-11-23", MidPoint),
        ("2026-12-06", MidPoint),
        ("2026-12-07", Working),
        ("2027-01-10", Working),
        ("2027-01-11", Closing),
        ("2027-01-24", Closing),
        ("2027-01-25", Afterwards),
    ] {
        assert_eq!(at(&ana, on), phase, "{on}");
    }
    for weeks in 1..=260 {
        let changes = vec![steadyhand::domain::PlanChange::Weeks(weeks)];
        ana.carry_out(Command::RevisePlan { plan, changes });
        let phases = card(&ana).phases();
        assert_eq!(phases[0].from, day("2026-10-05"), "{weeks}");
        assert!(phases.windows(2).all(|pair| pair[0].until == Some(pair[1].from)), "{weeks}");
        assert_eq!(phases.len(), if weeks == 1 { 5 } else { 6 }, "{weeks}: {phases:?}");
    }
    let closed = steadyhand::domain::PlanChange::Closed(Some(day("2026-10-10")));
    ana.carry_out(Command::RevisePlan { plan, changes: vec![closed] });
    assert_eq!((at(&ana, "2026-10-09"), at(&ana, "2026-10-10")), (Beginning, Afterwards));
}

#[test]
fn what_a_phase_asks_for_is_ticked_by_the_plan_itself() {
    let (mut ana, mut dana, plan) = pair();
    let pack = built_in();
    let asked = |side: &Side, on: &str| -> BTreeMap<String, Option<bool>> {
        let span = side.plan(plan).card(plan).unwrap().phase(day(on)).unwrap();
        let asked = side.plan(plan).asked_in(&pack, span).into_iter();
        asked.map(|one| (one.prompt.key, one.is_done)).collect()
    };
    let is = |key: &str, done: Option<bool>| (key.to_owned(), done);
    let first = asked(&ana, "2026-10-05");
    assert_eq!(first.len(), 4);
    assert!(first.values().all(|done| *done == Some(false)));
    let goal = ana.add_goal(plan, "Hand veins");
    ana.agree(plan, AgreementDeed::Begin { sections: pack.agreement.clone() });
    ana.say_yes(plan);
    ana.bond(plan, Bond::Rate { goal, moment: Moment::Start, rating: 2 });
    meet(&mut ana, &mut dana);
    dana.say_yes(plan);
    let now = asked(&dana, "2026-10-05");
    let expected = [
        is("agree", Some(true)),
        is("first_goals", Some(true)),
        is("first_meeting", Some(false)),
        is("rate_start", Some(false)),
    ];
    assert_eq!(now, expected.into());
    assert_eq!(asked(&dana, "2026-11-24")["agree_again"], Some(false));
    dana.on("2026-11-24");
    dana.say_yes(plan);
    assert_eq!(asked(&dana, "2026-11-24")["agree_again"], Some(true));
    assert_eq!(asked(&dana, "2026-11-24")["drop_one"], None);
}

fn evaluate(
    side: &mut Side,
    plan: PlanId,
    moment: Moment,
    scale: i64,
    words: &str,
) -> Result<Event, CommandError> {
    let answers = BTreeMap::from([
        ("listening".to_owned(), Answer { scale: Some(scale), words: String::new() }),
        ("change_one".to_owned(), Answer { scale: None, words: words.to_owned() }),
    ]);
    side.try_do(Bond::Evaluate { moment, answers }.within(plan))
}

#[test]
fn answers_are_shown_side_by_side_once_both_have_given_theirs() {
    let (mut ana, mut dana, plan) = pair();
    let seen = |side: &Side, moment| side.plan(plan).evaluations(moment, side.me(plan));
    evaluate(&mut dana, plan, Moment::Mid, 4, "More draws together.").unwrap();
    meet(&mut ana, &mut dana);
    let hers = seen(&ana, Moment::Mid);
    assert!(!hers.is_over);
    assert_eq!((hers.mine, hers.others.len(), hers.others_answered), (None, 0, 1));
    assert_eq!(seen(&ana, Moment::End).others_answered, 0);
    assert!(seen(&dana, Moment::Mid).mine.is_some());
    // As long as she has not answered, he may change his answers.
    evaluate(&mut dana, plan, Moment::Mid, 5, "").unwrap();
    meet(&mut ana, &mut dana);
    evaluate(&mut ana, plan, Moment::Mid, 3, "Start on time.").unwrap();
    let hers = seen(&ana, Moment::Mid);
    assert!(hers.is_over);
    assert_eq!(hers.others[0].answers["listening"].scale, Some(5));
    assert!(!hers.others[0].answers.contains_key("change_one"));
    assert_eq!(hers.mine.unwrap().answers["change_one"].words, "Start on time.");
    // Now nobody changes theirs any more, having seen the other's.
    assert_eq!(evaluate(&mut ana, plan, Moment::Mid, 1, "").unwrap_err(), CommandError::Fixed);
    evaluate(&mut ana, plan, Moment::End, 5, "").unwrap();
    let nothing = Bond::Evaluate { moment: Moment::End, answers: BTreeMap::new() };
    assert!(matches!(dana.try_do(nothing.within(plan)), Err(CommandError::Invalid(_))));
    assert!(matches!(evaluate(&mut dana, plan, Moment::End, 9, ""), Err(CommandError::Invalid(_))));
    meet(&mut ana, &mut dana);
    assert_eq!(seen(&dana, Moment::Mid).others.len(), 1);
    // What is not shown yet is not told elsewhere.
    let told = ana.plan(plan).activity(plan, &[], None);
    assert!(told.iter().all(|act| act.key.kind != Kind::Evaluation));
}

#[test]
fn words_to_the_program_ask_nothing_of_the_pair() {
    let (mut ana, mut dana, plan) = pair();
    let form = Form::ToProgram;
    let steps = vec![Step { field: form.steps()[1], words: "Shorter days.".to_owned() }];
    let told = ana.carry_out(Command::GiveFeedback { plan, form, steps, to: None, about: None });
    assert!(!ana.plan(plan).feedback(told.id).unwrap().is_feedback());
    let send = |ana: &Side, other: &mut Side, for_whom| {
        other.import(vec![(plan, ana.plan(plan).outgoing(plan, for_whom).plan)]);
        other.plan(plan).feedback(told.id).is_some()
    };
    assert!(!send(&ana, &mut dana, ForWhom::Pair), "the other side never has it");
    let mut cole = Side::new(3);
    assert!(send(&ana, &mut cole, ForWhom::Program));
    cole.carry_out(Command::Join { plan, name: "Cole".to_owned(), role: Role::Coordinator });
    let waits = cole.plan(plan).waiting_feedback(Some(cole.me(plan)));
    assert_eq!(waits, [Matter::Read { feedback: told.id }]);
}

#[test]
fn a_program_has_forms_of_its_own() {
    let (mut ana, _, plan) = pair();
    let form = ShortName::new("two_stars_and_a_wish").unwrap();
    let step = |field, words: &str| Step { field, words: words.to_owned() };
    use steadyhand::domain::field;
    let follow = |steps| {
        let (to, about, skill) = (None, None, Some(Category::Safety));
        Bond::FollowTemplate { form, steps, to, about, skill }.within(plan)
    };
    let steps =
        vec![step(field::PRAISE, "Calm."), step(field::NEXT_TIME, ""), step(field::TEXT, "More.")];
    let id = ana.carry_out(follow(steps)).id;
    let found = ana.plan(plan).feedback(id).unwrap();
    assert_eq!((found.form, found.steps.len()), (None, 2));
    assert_eq!((found.form_name.as_str(), found.skill), (form.as_str(), Some(Category::Safety)));
    let made = ana.bond(plan, Bond::MakeGoal { feedback: id, title: found.aim(80) }).id;
    let goal = ana.plan(plan).goal(made).unwrap();
    assert_eq!((goal.title.as_str(), goal.category), ("Calm.", Category::Safety));
    assert!(ana.try_do(follow(vec![step(field::PRAISE, " ")])).is_err());
    assert!(ana.try_do(follow(vec![step(field::OWNER, "x")])).is_err());
}

fn matters(side: &Side, plan: PlanId, on: &str, unseen: usize, risk: Risk) -> Vec<Matter> {
    let cadence = built_in().cadence;
    let now = format!("{on}T09:00:00").parse().unwrap();
    let around = Surroundings { now, offset: offset(), cadence: &cadence, unseen, risk };
    side.plan(plan).matters(plan, Some(side.me(plan)), around)
}

#[test]
fn what_matters_comes_in_the_order_of_the_rule() {
    let (mut ana, mut dana, plan) = pair();
    let begin = [Matter::FirstGoal, Matter::NextMeeting, Matter::Agreement(Turn::Begin)];
    assert_eq!(matters(&ana, plan, "2026-10-06", 0, Risk::Calm), begin);
    dana.agree(plan, AgreementDeed::Begin { sections: built_in().agreement });
    let form = Form::Request;
    let steps = vec![Step { field: form.steps()[0], words: "How was I?".to_owned() }];
    let ask = Command::GiveFeedback { plan, form, steps, to: None, about: None };
    let asked = dana.carry_out(ask).id;
    let waits = check_in(&mut dana, plan, "Busy.");
    evaluate(&mut dana, plan, Moment::Mid, 4, "").unwrap();
    ana.import_from(&dana);
    let item = |side: &mut Side, title: &str, due: &str| {
        let due = Some(day(due));
        let owner = Some(side.me(plan));
        side.carry_out(Command::AddActionItem {
            plan,
            title: title.to_owned(),
            meeting: None,
            owner,
            due,
        })
        .id
    };
    let today = item(&mut ana, "today", "2026-10-20");
    let late = item(&mut ana, "late", "2026-10-10");
    let later = item(&mut ana, "later", "2026-10-21");
    let goal = ana.add_goal(plan, "Hand veins");
    let add = Command::AddTask { plan, goal, title: "Watch three".to_owned() };
    let task = ana.carry_out(add).id;
    let of_his = Command::AddActionItem {
        plan,
        title: "his".to_owned(),
        meeting: None,
        owner: Some(dana.me(plan)),
        due: Some(day("2026-10-01")),
    };
    ana.carry_out(of_his);
    let found = matters(&ana, plan, "2026-10-20", 3, Risk::Urge);
    let Matter::Stalled(quiet) = &found[9] else { panic!("{found:?}") };
    assert_eq!((quiet.days, quiet.step), (15, SmallestStep::AnswerRequest(asked)));
    let expected = [
        Matter::Due { item: late, days_late: 10 },
        Matter::Due { item: today, days_late: 0 },
        Matter::Answer { feedback: asked },
        Matter::CheckIn { check_in: waits },
        Matter::Evaluation { moment: Moment::Mid },
        Matter::ActionItem { item: later },
        Matter::Task { task, goal },
        Matter::Agreement(Turn::Answer),
        Matter::New { count: 3 },
        Matter::Stalled(*quiet),
        Matter::Backup(Risk::Urge),
        Matter::NextMeeting,
    ];
    assert_eq!(found, expected);
    // With a meeting within a week nothing is quiet.
    meeting(&mut ana, plan, "2026-10-22");
    let found = matters(&ana, plan, "2026-10-21", 0, Risk::Calm);
    assert!(found.iter().all(|one| !matches!(one, Matter::Stalled(_) | Matter::NextMeeting)));
    // Whoever has said yes waits, and that stands last.
    ana.say_yes(plan);
    let found = matters(&ana, plan, "2026-10-21", 0, Risk::Calm);
    assert_eq!(found.last(), Some(&Matter::Agreement(Turn::Wait)));
    // In the last two weeks the end is prepared, and after them nothing more is begun.
    let found = matters(&ana, plan, "2027-01-20", 0, Risk::Calm);
    assert!(found.contains(&Matter::Close) && found.contains(&Matter::NextMeeting));
    let found = matters(&ana, plan, "2027-02-20", 0, Risk::Calm);
    assert!(found.contains(&Matter::Close) && !found.contains(&Matter::NextMeeting));
    let closed = PlanChange::Closed(Some(day("2027-02-01")));
    ana.carry_out(Command::RevisePlan { plan, changes: vec![closed] });
    assert!(!matters(&ana, plan, "2027-02-20", 0, Risk::Calm).contains(&Matter::Close));
}

#[test]
fn what_came_in_is_new_until_it_is_looked_at() {
    let (ana, mut dana, plan) = pair();
    let mut ana = ana;
    let goal = ana.add_goal(plan, "Hand veins");
    ana.bond(plan, Bond::Rate { goal, moment: Moment::Start, rating: 2 });
    let arrived = vec![(plan, ana.plan(plan).outgoing(plan, ForWhom::Pair).plan)];
    let arrival = dana.workspace.look_at(arrived.clone(), dana.device, DeviceId::from_random(9));
    let mut unseen = Unseen::default();
    dana.import(arrived);
    unseen.note(&arrival.plans, &dana.workspace, |plan| Some(ana.me(plan)));
    assert_eq!(unseen, Unseen::default(), "one's own words are not new to oneself");
    unseen.note(&arrival.plans, &dana.workspace, |plan| Some(dana.me(plan)));
    let found = unseen.of(plan, &dana.workspace);
    assert_eq!(found.iter().map(|key| key.kind).collect::<Vec<_>>(), [Kind::Goal, Kind::Rating]);
    let mut again = Unseen::default();
    again.read(plan, &(unseen.print(plan) + "nonsense\ngoals nonsense\n"));
    assert_eq!(again, unseen);
    let goal = key(plan, Kind::Goal, goal);
    assert!(unseen.see(goal) && !unseen.see(goal) && !unseen.has(goal));
    assert_eq!(unseen.of(plan, &dana.workspace).len(), 1);
    let rating = found[1];
    ana.carry_out(Command::Delete(rating));
    dana.import_from(&ana);
    assert_eq!(unseen.of(plan, &dana.workspace), [], "what was taken back is no news");
    unseen.see_all(plan);
    assert_eq!(unseen, Unseen::default());
    let whole: Vec<_> = ana.workspace.plans().map(|(id, plan)| (id, plan.clone())).collect();
    let mut eva = Side::new(5);
    let arrival = eva.workspace.look_at(whole.clone(), eva.device, DeviceId::from_random(8));
    eva.import(whole);
    unseen.note(&arrival.plans, &eva.workspace, |_| None);
    assert_eq!(unseen, Unseen::default(), "a plan that was not here is new as a whole");
}

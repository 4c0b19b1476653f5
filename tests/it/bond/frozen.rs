//! A frozen file with every kind of record that belongs to the mentorship: what is written today is read for ever.

use std::collections::BTreeMap;

use super::*;
use steadyhand::codec::bundle;
use steadyhand::domain::{
    About, Answer, Audience, ForWhom, Form, GoalStatus, Moment, NewCheckIn, Standing, Step,
};

pub const FROZEN: &str = include_str!("../../fixtures/v1/bond.steadyhand.json");

/// What the frozen file was made of.
fn written() -> String {
    let (mut ana, mut dana, plan) = pair();
    let sections = built_in().agreement[..2].to_vec();
    let section = ana.agree(plan, AgreementDeed::Begin { sections }).id;
    let text = "We meet as friends.".to_owned();
    ana.agree(plan, AgreementDeed::Reword { section, text });
    ana.say_yes(plan);
    let changes = vec![
        GoalChange::Title("Hand veins".to_owned()),
        GoalChange::Why("Many patients have no other.".to_owned()),
        GoalChange::Template("hand_veins".to_owned()),
        GoalChange::Due(Some(day("2026-12-18"))),
    ];
    let goal = ana.carry_out(Command::AddGoal { plan, changes, tasks: Vec::new() }).id;
    let other = ana.add_goal(plan, "Order of draw");
    ana.bond(plan, Bond::MoveGoal { goal: other, after: None });
    ana.bond(plan, Bond::SetAside { goal: other, reason: "I know it.".to_owned() });
    ana.bond(plan, Bond::Rate { goal, moment: Moment::Start, rating: 2 });
    ana.bond(plan, Bond::AddEvidence { goal, text: "Eight of ten.".to_owned() });
    let shared =
        Command::SetAudience { key: key(plan, Kind::Goal, goal), audience: Audience::Program };
    ana.carry_out(shared);
    let new = NewCheckIn {
        went: "A slow week.".to_owned(),
        win: "One steady draw.".to_owned(),
        difficulty: "Nights.".to_owned(),
        need: "Ten minutes.".to_owned(),
        mood: Some(3),
    };
    ana.bond(plan, Bond::CheckIn(new));
    ana.bond(plan, Bond::WriteNote { text: "Only mine.".to_owned(), about: None });
    dana.import_from(&ana);
    dana.say_yes(plan);
    dana.bond(plan, Bond::Rate { goal, moment: Moment::Start, rating: 3 });
    let answers = BTreeMap::from([
        ("listening".to_owned(), Answer { scale: Some(4), words: "Mostly.".to_owned() }),
        ("change_one".to_owned(), Answer { scale: None, words: "Start on time.".to_owned() }),
    ]);
    dana.bond(plan, Bond::Evaluate { moment: Moment::Mid, answers });
    let form = Form::AskTellAsk;
    let steps = form.steps().iter().map(|field| Step { field, words: format!("Of {field}.") });
    let about = Some(About { kind: Kind::Goal, id: goal });
    let (steps, to) = (steps.collect(), None);
    dana.carry_out(Command::GiveFeedback { plan, form, steps, to, about });
    dana.bond(
        plan,
        Bond::WriteClosing {
            reached: "A steady hand.".to_owned(),
            thanks: "For the patience.".to_owned(),
            follows: "Coffee in May.".to_owned(),
        },
    );
    ana.import_from(&dana);
    let made = "2026-11-22T14:20:05-06:00".parse().unwrap();
    let header = bundle::Header { audience: bundle::Audience::Pair, made, from: None };
    let outgoing = ana.plan(plan).outgoing(plan, ForWhom::Pair).plan;
    bundle::write(&header, [(plan, &outgoing)].into_iter())
}

#[test]
fn a_file_of_today_is_read_for_ever() {
    let read = bundle::read(FROZEN.as_bytes()).unwrap();
    let again = bundle::write(&read.header, read.plans.iter().map(|(id, plan)| (*id, plan)));
    assert_eq!(again, FROZEN);
    let (id, plan) = &read.plans[0];
    assert!(!FROZEN.contains("Only mine."));
    let kinds: Vec<&str> = Kind::KNOWN[14..]
        .iter()
        .filter(|kind| plan.all(**kind).next().is_some())
        .map(Kind::name)
        .collect();
    let expected = [
        "agreement_sections",
        "agreement_consents",
        "ratings",
        "evidence_notes",
        "check_ins",
        "evaluations",
        "closings",
    ];
    assert_eq!(kinds, expected);

    let agreement = plan.agreement();
    assert_eq!((agreement.standing, agreement.yeses.len()), (Standing::InForce, 2));
    assert_eq!(agreement.sections[0].text, "We meet as friends.");
    let goals = plan.goals_in_order();
    assert_eq!(plan.goal(goals[0]).unwrap().reason, "I know it.");
    assert_eq!(
        plan.goal_status(goals[0], day("2026-10-06"), offset()).unwrap().0,
        GoalStatus::SetAside
    );
    assert_eq!(plan.audience(Kind::Goal, goals[1]), Some(Audience::Program));
    let confidence = plan.confidence(goals[1], Moment::Start);
    assert_eq!((confidence.student, confidence.mentor), (Some(2), Some(3)));
    assert_eq!(plan.evidence_of(goals[1])[0].text, "Eight of ten.");
    assert_eq!(plan.check_ins()[0].mood, Some(3));
    let people = plan.people();
    let mentor = people.iter().find(|person| person.role == Role::Mentor).unwrap().id;
    let evaluation = plan.evaluations(Moment::Mid, mentor).mine.unwrap();
    assert_eq!(evaluation.answers["listening"].scale, Some(4));
    assert_eq!(plan.closing_words()[0].thanks, "For the patience.");
    let feedback = plan.feedback(plan.feedback_by_age()[0]).unwrap();
    assert_eq!((feedback.form, feedback.steps.len()), (Some(Form::AskTellAsk), 3));
    assert!(plan.card(*id).is_some());
}

#[test]
fn what_is_written_now_has_the_form_of_the_frozen_file() {
    // To freeze another version: STEADYHAND_FREEZE=path.
    let written = written();
    if let Some(path) = std::env::var_os("STEADYHAND_FREEZE") {
        std::fs::write(path, &written).unwrap();
    }
    let names = |file: &str| -> std::collections::BTreeSet<String> {
        let quoted = file.split('"').skip(1).step_by(2).map(str::to_owned);
        let is_name = |name: &String| name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        quoted.filter(is_name).collect()
    };
    assert_eq!(names(&written), names(FROZEN));
}

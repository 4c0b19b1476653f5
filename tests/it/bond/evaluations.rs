//! How both see the mentorship, and words to the program.

use std::collections::BTreeMap;

use super::*;
use steadyhand::domain::{Answer, Category, ForWhom, Form, Matter, Moment, ShortName, Step};

pub(super) fn evaluate(
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

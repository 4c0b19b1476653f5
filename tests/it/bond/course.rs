//! The phases of the course, and what each asks for.

use std::collections::BTreeMap;

use super::*;
use steadyhand::domain::{Moment, Phase};

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

//! The agreement under edits and yeses of both sides.

use super::*;
use steadyhand::domain::{AgreementText, Piece, Problem, SectionChange, Since, Standing, Turn};

/// Both have the agreement of the built-in pack, and nobody has said yes.
fn proposed() -> (Side, Side, PlanId, RecordId) {
    let (mut ana, mut dana, plan) = pair();
    let sections = built_in().agreement;
    let section = ana.agree(plan, AgreementDeed::Begin { sections }).id;
    meet(&mut ana, &mut dana);
    (ana, dana, plan, section)
}

fn reword(side: &mut Side, plan: PlanId, section: RecordId, text: &str) {
    side.agree(plan, AgreementDeed::Reword { section, text: text.to_owned() });
}

fn standing(side: &Side, plan: PlanId) -> Standing {
    side.plan(plan).agreement().standing
}

fn turns(ana: &Side, dana: &Side, plan: PlanId) -> (Turn, Turn) {
    let turn = |side: &Side, role| side.plan(plan).agreement().turn(side.me(plan), role);
    (turn(ana, Role::Student), turn(dana, Role::Mentor))
}

#[test]
fn it_starts_when_both_have_said_yes_and_a_change_asks_both_again() {
    let (mut ana, mut dana, plan) = pair();
    assert_eq!(standing(&ana, plan), Standing::Empty);
    assert_eq!(turns(&ana, &dana, plan), (Turn::Begin, Turn::Begin));
    let sections = built_in().agreement;
    let section = ana.agree(plan, AgreementDeed::Begin { sections }).id;
    meet(&mut ana, &mut dana);
    assert_eq!(standing(&dana, plan), Standing::Proposed);
    assert_eq!(turns(&ana, &dana, plan), (Turn::Answer, Turn::Answer));
    ana.say_yes(plan);
    meet(&mut ana, &mut dana);
    assert_eq!(standing(&dana, plan), Standing::HalfAgreed);
    assert_eq!(turns(&ana, &dana, plan), (Turn::Wait, Turn::Answer));
    dana.say_yes(plan);
    meet(&mut ana, &mut dana);
    assert_eq!(standing(&ana, plan), Standing::InForce);
    assert_eq!(turns(&ana, &dana, plan), (Turn::Nothing, Turn::Nothing));

    let agreed = ana.plan(plan).agreement().text();
    let before = agreed.0[0].text.clone();
    reword(&mut dana, plan, section, &format!("{before} We are kind."));
    meet(&mut ana, &mut dana);
    let now = ana.plan(plan).agreement();
    assert_eq!(now.standing, Standing::Proposed);
    assert_eq!(now.agreed.as_ref().unwrap().text, agreed, "what both agreed to is kept");
    let [SectionChange::Changed { pieces, .. }] = &now.changes()[..] else {
        panic!("{:?}", now.changes())
    };
    assert!(pieces.contains(&Piece::New(" We are kind.".to_owned())), "{pieces:?}");
    // Who proposed has not said yes by proposing.
    assert_eq!(turns(&ana, &dana, plan), (Turn::Answer, Turn::Answer));
    dana.say_yes(plan);
    meet(&mut ana, &mut dana);
    assert_eq!(turns(&ana, &dana, plan), (Turn::Answer, Turn::Wait));
    ana.say_yes(plan);
    meet(&mut ana, &mut dana);
    assert_eq!(standing(&dana, plan), Standing::InForce);
    assert_eq!(dana.plan(plan).agreement().changes(), []);
}

#[test]
fn each_side_is_told_what_changed_since_they_said_yes() {
    let (mut ana, mut dana, plan, section) = proposed();
    let told = |side: &Side| side.plan(plan).agreement().changes_for(side.me(plan));
    assert_eq!((told(&ana), told(&dana)), (None, None), "nobody has said yes to anything");
    let first = ana.plan(plan).agreement().text().0[0].text.clone();
    ana.say_yes(plan);
    meet(&mut ana, &mut dana);
    assert_eq!(told(&ana), None);
    reword(&mut dana, plan, section, &format!("{first} We are kind."));
    dana.say_yes(plan);
    meet(&mut ana, &mut dana);
    // Nothing was ever agreed, and yet she has to be told what is not as she left it.
    let (since, changes) = told(&ana).unwrap();
    assert_eq!(since, Since::OwnYes);
    let [SectionChange::Changed { pieces, .. }] = &changes[..] else { panic!("{changes:?}") };
    assert_eq!(pieces[1], Piece::New(" We are kind.".to_owned()));
    assert_eq!(told(&dana), None);
    ana.say_yes(plan);
    meet(&mut ana, &mut dana);
    assert_eq!((told(&ana), told(&dana)), (None, None));

    // She proposes something else and says yes to it: to both it is told what is not as they agreed.
    reword(&mut ana, plan, section, "Short.");
    ana.say_yes(plan);
    meet(&mut ana, &mut dana);
    for side in [&ana, &dana] {
        let (since, changes) = told(side).unwrap();
        assert_eq!((since, changes), (Since::Agreed, side.plan(plan).agreement().changes()));
    }
}

#[test]
fn it_is_agreed_since_the_second_yes_was_said() {
    let (mut ana, mut dana, plan, _) = proposed();
    ana.say_yes(plan);
    meet(&mut ana, &mut dana);
    dana.now += chrono::TimeDelta::days(2);
    dana.say_yes(plan);
    let agreed = dana.plan(plan).agreement().agreed.unwrap();
    assert_eq!(agreed.since(), "2026-10-07T12:10:00Z");
}

#[test]
fn words_that_a_section_cannot_hold_are_found_before_they_are_written() {
    let (_, _, _, section) = proposed();
    let problem = |deed: AgreementDeed| deed.check().err().map(|complaint| complaint.problem);
    let retitle = |title: &str| AgreementDeed::Retitle { section, title: title.to_owned() };
    let reword = |text: String| AgreementDeed::Reword { section, text };
    assert_eq!(problem(retitle(" ")), Some(Problem::Missing));
    assert_eq!(problem(retitle("Pets")), None);
    assert_eq!(problem(reword(String::new())), None);
    assert_eq!(problem(reword("ñ".repeat(4_000))), None);
    assert_eq!(problem(reword("ñ".repeat(4_001))), Some(Problem::TooLong { limit: 4_000 }));
    let add = AgreementDeed::AddSection { title: String::new(), text: String::new() };
    assert_eq!(problem(add), Some(Problem::Missing));
}

#[test]
fn a_yes_counts_for_the_words_it_was_said_to_and_no_others() {
    let (mut ana, mut dana, plan, section) = proposed();
    // She says yes while he, unseen, changes a word: her yes is not to his words.
    ana.say_yes(plan);
    reword(&mut dana, plan, section, "Something else.");
    dana.say_yes(plan);
    meet(&mut ana, &mut dana);
    let now = ana.plan(plan).agreement();
    assert_eq!((now.standing, now.yeses.len()), (Standing::HalfAgreed, 1));
    assert_eq!(now.agreed, None);
    assert_eq!(turns(&ana, &dana, plan), (Turn::Answer, Turn::Wait));
}

#[test]
fn both_may_say_yes_to_the_same_words_without_having_seen_each_other() {
    let (mut ana, mut dana, plan, _) = proposed();
    ana.say_yes(plan);
    dana.say_yes(plan);
    meet(&mut ana, &mut dana);
    assert_eq!(standing(&ana, plan), Standing::InForce);
}

#[test]
fn both_may_begin_it_without_having_seen_each_other() {
    let (mut ana, mut dana, plan) = pair();
    for side in [&mut ana, &mut dana] {
        side.agree(plan, AgreementDeed::Begin { sections: built_in().agreement });
    }
    meet(&mut ana, &mut dana);
    let agreement = ana.plan(plan).agreement();
    assert_eq!((agreement.sections.len(), agreement.standing), (8, Standing::Proposed));
    let keys: Vec<_> = agreement.sections.iter().map(|one| one.template.as_str()).collect();
    let of_pack = built_in().agreement;
    assert_eq!(keys, of_pack.iter().map(|one| one.key.as_str()).collect::<Vec<_>>());
}

#[test]
fn two_texts_have_to_be_settled_before_anybody_can_agree() {
    let (mut ana, mut dana, plan, section) = proposed();
    reword(&mut ana, plan, section, "Hers.");
    ana.say_yes(plan);
    reword(&mut dana, plan, section, "His.");
    dana.say_yes(plan);
    meet(&mut ana, &mut dana);
    assert_eq!(turns(&ana, &dana, plan), (Turn::Settle, Turn::Settle));
    let text = ana.plan(plan).agreement().text();
    let refused = ana.try_do(AgreementDeed::Agree { text }.within(plan));
    assert_eq!(refused.unwrap_err(), CommandError::Stale);
    // The text that is chosen is the one she said yes to, so only he is asked.
    let settle = Command::Settle {
        key: key(plan, Kind::Section, section),
        field: steadyhand::domain::field::TEXT.into(),
        value: steadyhand::domain::Value::text("Hers."),
    };
    dana.carry_out(settle);
    meet(&mut ana, &mut dana);
    assert_eq!(turns(&ana, &dana, plan), (Turn::Wait, Turn::Answer));
    dana.say_yes(plan);
    assert_eq!(standing(&dana, plan), Standing::InForce);
}

#[test]
fn words_that_were_not_shown_cannot_be_agreed_to() {
    let (mut ana, _, plan, section) = proposed();
    let shown = ana.plan(plan).agreement().text();
    reword(&mut ana, plan, section, "Changed while it was on the screen.");
    let refused = ana.try_do(AgreementDeed::Agree { text: shown }.within(plan));
    assert_eq!(refused.unwrap_err(), CommandError::Stale);
    let nothing = AgreementDeed::Agree { text: AgreementText::default() }.within(plan);
    assert_eq!(ana.try_do(nothing).unwrap_err(), CommandError::Stale);
}

#[test]
fn an_old_text_that_comes_back_is_asked_about_again() {
    let (mut ana, mut dana, plan, section) = proposed();
    let first = ana.plan(plan).agreement().text().0[0].text.clone();
    let both_say_yes = |ana: &mut Side, dana: &mut Side| {
        ana.say_yes(plan);
        meet(ana, dana);
        dana.say_yes(plan);
        meet(ana, dana);
        assert_eq!(standing(ana, plan), Standing::InForce);
    };
    both_say_yes(&mut ana, &mut dana);
    reword(&mut ana, plan, section, "Second.");
    meet(&mut ana, &mut dana);
    both_say_yes(&mut ana, &mut dana);
    // He alone puts the first text back and says yes. Her yes to it is older than her yes to the second.
    reword(&mut dana, plan, section, &first);
    dana.say_yes(plan);
    meet(&mut ana, &mut dana);
    assert_eq!(standing(&ana, plan), Standing::HalfAgreed);
    assert_eq!(ana.plan(plan).agreement().agreed.unwrap().text.0[0].text, "Second.");
    assert_eq!(turns(&ana, &dana, plan), (Turn::Answer, Turn::Wait));
    ana.say_yes(plan);
    assert_eq!(standing(&ana, plan), Standing::InForce);
}

#[test]
fn a_yes_that_was_never_joined_does_not_come_to_life_later() {
    let (mut ana, mut dana, plan, section) = proposed();
    reword(&mut ana, plan, section, "Never agreed.");
    ana.say_yes(plan);
    reword(&mut ana, plan, section, "Agreed.");
    ana.say_yes(plan);
    meet(&mut ana, &mut dana);
    dana.say_yes(plan);
    reword(&mut dana, plan, section, "Never agreed.");
    dana.say_yes(plan);
    meet(&mut ana, &mut dana);
    let now = ana.plan(plan).agreement();
    assert_eq!(now.standing, Standing::HalfAgreed);
    assert_eq!(now.agreed.unwrap().text.0[0].text, "Agreed.");
}

#[test]
fn a_change_that_is_taken_back_asks_nobody() {
    let (mut ana, mut dana, plan, section) = proposed();
    ana.say_yes(plan);
    meet(&mut ana, &mut dana);
    dana.say_yes(plan);
    meet(&mut ana, &mut dana);
    let text = "A thought.".to_owned();
    let changed = ana.try_do(AgreementDeed::Reword { section, text }.within(plan)).unwrap();
    assert_eq!(standing(&ana, plan), Standing::Proposed);
    ana.try_do(Command::Undo(changed.undo)).unwrap();
    assert_eq!(standing(&ana, plan), Standing::InForce);
}

#[test]
fn what_was_agreed_stays_agreed_when_a_change_had_not_seen_the_second_yes() {
    let (mut ana, mut dana, plan, section) = proposed();
    let first = ana.plan(plan).agreement().text();
    ana.say_yes(plan);
    dana.import_from(&ana);
    // On his phone it is in force now, while she, unseen, proposes other words and says yes to them.
    dana.say_yes(plan);
    assert_eq!(standing(&dana, plan), Standing::InForce);
    reword(&mut ana, plan, section, "Other words.");
    ana.say_yes(plan);
    meet(&mut ana, &mut dana);
    let now = dana.plan(plan).agreement();
    assert_eq!(now.standing, Standing::HalfAgreed);
    assert_eq!(now.agreed.unwrap().text, first);
    assert_eq!(turns(&ana, &dana, plan), (Turn::Wait, Turn::Answer));
    dana.say_yes(plan);
    assert_eq!(standing(&dana, plan), Standing::InForce);
}

#[test]
fn adding_moving_and_taking_out_sections_are_changes_too() {
    let (mut ana, mut dana, plan, _) = proposed();
    ana.say_yes(plan);
    dana.import_from(&ana);
    dana.say_yes(plan);
    meet(&mut ana, &mut dana);
    let ids: Vec<_> = ana.plan(plan).agreement().sections.iter().map(|one| one.id).collect();
    let (title, text) = ("Pets".to_owned(), "The dog may come.".to_owned());
    let own = ana.agree(plan, AgreementDeed::AddSection { title, text }).id;
    ana.agree(plan, AgreementDeed::Move { section: own, after: Some(ids[0]) });
    dana.carry_out(Command::Delete(key(plan, Kind::Section, ids[3])));
    dana.agree(plan, AgreementDeed::Move { section: ids[7], after: None });
    meet(&mut ana, &mut dana);
    let now = ana.plan(plan).agreement();
    let order: Vec<_> = now.sections.iter().map(|one| one.id).collect();
    assert_eq!(order, [ids[7], ids[0], own, ids[1], ids[2], ids[4], ids[5], ids[6]]);
    let changes = now.changes();
    assert!(matches!(&changes[0], SectionChange::Added(clause) if clause.section == own));
    assert!(matches!(&changes[1], SectionChange::Removed(clause) if clause.section == ids[3]));
    assert_eq!(changes[2], SectionChange::Reordered);
    assert_eq!(changes.len(), 3);
}

#[test]
fn a_second_mentor_or_a_coordinator_is_no_second_side() {
    let (mut ana, mut dana, plan, _) = proposed();
    let mut cole = Side::new(3);
    cole.import_from(&ana);
    cole.carry_out(Command::Join { plan, name: "Cole".to_owned(), role: Role::Coordinator });
    let text = cole.plan(plan).agreement().text();
    let refused = cole.try_do(AgreementDeed::Agree { text }.within(plan));
    assert_eq!(refused.unwrap_err(), CommandError::NotYours);
    let mut mara = Side::new(4);
    mara.import_from(&ana);
    mara.carry_out(Command::Join { plan, name: "Mara".to_owned(), role: Role::Mentor });
    mara.say_yes(plan);
    dana.say_yes(plan);
    for other in [&mara, &dana] {
        ana.import_from(other);
    }
    assert_eq!(standing(&ana, plan), Standing::HalfAgreed);
    ana.say_yes(plan);
    assert_eq!(standing(&ana, plan), Standing::InForce);
}

#[test]
fn nobody_takes_back_or_rewrites_anothers_yes() {
    let (mut ana, mut dana, plan, _) = proposed();
    ana.say_yes(plan);
    dana.import_from(&ana);
    let yes = dana.plan(plan).agreement().yeses[0].id;
    let delete = Command::Delete(key(plan, Kind::Consent, yes));
    assert_eq!(dana.try_do(delete.clone()).unwrap_err(), CommandError::NotYours);
    ana.carry_out(delete);
    assert_eq!(standing(&ana, plan), Standing::Proposed);
}

/// What was in force on somebody's phone at some time.
#[derive(Default)]
struct Witness(Vec<AgreementText>);

impl Witness {
    fn look(&mut self, side: &Side, plan: PlanId) {
        let now = side.plan(plan).agreement();
        let text = now.text();
        if let Some(agreed) = &now.agreed {
            let people = agreed.yeses.iter().filter_map(|yes| side.plan(plan).person(yes.person));
            let roles: Vec<Role> = people.map(|person| person.role).collect();
            assert!(roles.contains(&Role::Student) && roles.contains(&Role::Mentor));
            assert!(agreed.text != text || now.standing != Standing::HalfAgreed);
        }
        if now.standing == Standing::InForce {
            assert_eq!(now.agreed.as_ref().unwrap().text, text, "to every word that stands");
            assert_eq!(now.changes(), []);
            self.0.push(text);
        }
    }
}

#[test]
fn whatever_both_do_it_is_in_force_only_with_both_yeses_to_every_word() {
    let mut rng = fastrand::Rng::with_seed(11);
    let (mut in_force, mut disputed) = (0, 0);
    for round in 0..300 {
        let (mut ana, mut dana, plan, _) = proposed();
        let sections: Vec<_> =
            ana.plan(plan).agreement().sections.iter().take(2).map(|one| one.id).collect();
        let mut witness = Witness::default();
        for _ in 0..rng.usize(4..30) {
            let is_ana = rng.bool();
            let (one, other) = if is_ana { (&mut ana, &mut dana) } else { (&mut dana, &mut ana) };
            match rng.u8(..8) {
                0 | 1 => {
                    let section = *rng.choice(&sections).unwrap();
                    let text = format!("Words {}.", rng.u8(..3));
                    one.try_do(AgreementDeed::Reword { section, text }.within(plan)).unwrap();
                }
                2..=4 => {
                    let text = one.plan(plan).agreement().text();
                    let agreed = one.try_do(AgreementDeed::Agree { text }.within(plan));
                    let is_open = !one.plan(plan).disputes(plan).is_empty();
                    assert_eq!(agreed.is_err(), is_open, "nobody agrees to two texts at once");
                }
                5 => {
                    let found = one.plan(plan).disputes(plan);
                    if let Some(open) = rng.choice(&found) {
                        let (key, field) = (open.key, open.field.clone());
                        let value = open.rivals[0].value.clone();
                        one.carry_out(Command::Settle { key, field, value });
                    }
                }
                _ => one.import_from(other),
            }
            witness.look(one, plan);
        }
        meet(&mut ana, &mut dana);
        witness.look(&ana, plan);
        let now = ana.plan(plan).agreement();
        assert_eq!(now, dana.plan(plan).agreement(), "round {round}");
        disputed += usize::from(now.standing == Standing::Disputed);
        in_force += witness.0.len();
        let is_kept = witness.0.is_empty() || now.agreed.is_some();
        assert!(is_kept, "round {round}: what was in force on somebody's phone is forgotten");
    }
    assert!(in_force > 300 && disputed > 10, "too tame: {in_force} {disputed}");
}

#[test]
fn a_round_that_nobody_can_have_reached_is_not_believed() {
    let (mut ana, mut dana, plan, _) = proposed();
    ana.say_yes(plan);
    let yes = key(plan, Kind::Consent, ana.plan(plan).agreement().yeses[0].id);
    let mut record = ana.workspace.get(yes).unwrap().clone();
    let value = steadyhand::domain::Value::number(i64::MAX);
    let stamped = steadyhand::domain::Stamped { value, at: 0 };
    record.write(DeviceId::from_random(9)).set(steadyhand::domain::field::ROUND.into(), stamped);
    ana.workspace.merge_record(yes, record);
    meet(&mut ana, &mut dana);
    dana.say_yes(plan);
    meet(&mut ana, &mut dana);
    assert_eq!(standing(&ana, plan), Standing::HalfAgreed);
    ana.say_yes(plan);
    assert_eq!(standing(&ana, plan), Standing::InForce);
}

//! Searching everything.

use std::time::Instant;

use super::*;
use steadyhand::domain::{About, Answer, Moment, SearchIndex, folded, found_in};

fn found(side: &Side, plan: PlanId, query: &str) -> Vec<String> {
    let index = SearchIndex::of(side.plan(plan), plan, Some(side.me(plan)));
    let hit = |key| side.plan(plan).hit(key, query).unwrap();
    let show = |hit: steadyhand::domain::Hit| match hit.around.as_str() {
        "" => hit.title,
        around => format!("{} ({around})", hit.title),
    };
    index.find(query, 20).into_iter().map(hit).map(show).collect()
}

#[test]
fn neither_case_nor_accents_count() {
    let (mut ana, _, plan) = pair();
    let goal = ana.add_goal(plan, "Explicación al paciente niño");
    ana.add_goal(plan, "Über uns, ŁÓDŹ");
    for query in
        ["explicacion", "EXPLICACIÓN", "expli\u{301}cacion", "nino", "niño", "paciente explica"]
    {
        assert_eq!(found(&ana, plan, query), ["Explicación al paciente niño"], "{query}");
    }
    assert_eq!(found(&ana, plan, "uber lodz").len(), 1);
    for query in ["", "  ", "xyz", "explicacion xyz"] {
        assert_eq!(found(&ana, plan, query), Vec::<String>::new(), "{query}");
    }
    ana.carry_out(Command::Delete(key(plan, Kind::Goal, goal)));
    assert_eq!(found(&ana, plan, "explicacion"), Vec::<String>::new());
    assert_eq!(folded("ÀÉÎÕÜ Ñandú ß"), "aeiou nandu ß");
}

#[test]
fn what_was_looked_for_is_marked_in_the_text_as_it_stands() {
    let marked = |text: &str, query: &str| -> String {
        let pieces = found_in(text, query).into_iter();
        pieces
            .map(|piece| if piece.is_found { format!("[{}]", piece.words) } else { piece.words })
            .collect()
    };
    assert_eq!(marked("Explicación al niño", "NINO explica"), "[Explica]ción al [niño]");
    assert_eq!(marked("nin\u{303}o", "ino"), "n[in\u{303}o]");
    assert_eq!(marked("aaa", "aa"), "[aaa]");
    assert_eq!(marked("one two", "three"), "one two");
    assert_eq!(marked("one", " "), "one");
    assert_eq!(marked("", "one"), "");
}

#[test]
fn what_is_written_is_found_at_once_and_what_is_deleted_no_more() {
    let (mut ana, _, plan) = pair();
    let mut index = SearchIndex::of(ana.plan(plan), plan, Some(ana.me(plan)));
    let goal = key(plan, Kind::Goal, ana.add_goal(plan, "Hand veins"));
    index.put(ana.plan(plan), goal, Some(ana.me(plan)));
    assert_eq!(index.find("hand", 9), [goal]);
    let changes = vec![GoalChange::Title("Arm veins".to_owned())];
    ana.carry_out(Command::ReviseGoal { plan, goal: goal.id, changes });
    index.put(ana.plan(plan), goal, Some(ana.me(plan)));
    assert_eq!((index.find("hand", 9), index.find("veins", 9)), (vec![], vec![goal]));
    ana.carry_out(Command::Delete(goal));
    index.put(ana.plan(plan), goal, Some(ana.me(plan)));
    assert_eq!(index.find("veins", 9), []);
}

#[test]
fn titles_and_beginnings_of_words_come_first() {
    let (mut ana, _, plan) = pair();
    let with_measure = |side: &mut Side, title: &str, measure: &str| {
        let changes =
            vec![GoalChange::Title(title.to_owned()), GoalChange::Measure(measure.to_owned())];
        side.carry_out(Command::AddGoal { plan, changes, tasks: Vec::new() })
    };
    with_measure(&mut ana, "Another", "I know the veins of both hands.");
    with_measure(&mut ana, "Subvein thing", "");
    with_measure(&mut ana, "Hand veins", "");
    with_measure(&mut ana, "Veins", "");
    let expected = ["Veins", "Hand veins", "Another (I know the veins of both hands.)"];
    assert_eq!(found(&ana, plan, "veins"), expected);
    assert_eq!(found(&ana, plan, "vein")[2], "Subvein thing");
    let about = About { kind: Kind::Goal, id: ana.plan(plan).goals_in_order()[0] };
    let text = "A long remark that goes on for quite a while before it speaks of tourniquets, and after it as well, on and on.";
    ana.carry_out(Command::AddComment { plan, about, text: text.to_owned() });
    let shown = found(&ana, plan, "tourniquet");
    assert_eq!(shown, [text], "a remark is known by its first line, in which it is");
}

#[test]
fn everything_that_may_be_shown_is_found_and_nothing_else() {
    let (mut ana, mut dana, plan) = pair();
    ana.agree(plan, AgreementDeed::Begin { sections: built_in().agreement });
    ana.say_yes(plan);
    ana.bond(plan, Bond::WriteNote { text: "Quagga.".to_owned(), about: None });
    let answers = [("keep_doing".to_owned(), Answer { scale: None, words: "Okapi.".to_owned() })];
    let evaluate = |side: &mut Side| {
        let answers = answers.clone().into_iter().collect();
        side.bond(plan, Bond::Evaluate { moment: Moment::Mid, answers });
    };
    evaluate(&mut dana);
    ana.import_from(&dana);
    assert_eq!(found(&ana, plan, "quagga").len(), 1, "one's own notes are there for oneself");
    assert_eq!(found(&ana, plan, "okapi").len(), 0, "answers that are not shown yet are not found");
    evaluate(&mut ana);
    assert_eq!(found(&ana, plan, "okapi").len(), 2);
    assert_eq!(found(&ana, plan, "confidential").len(), 0, "a word in no section");
    assert_eq!(found(&ana, plan, "stays between us").len(), 1, "a yes does not say it once more");
    assert_eq!(found(&ana, plan, "morales").len(), 1);
    let me = ana.me(plan).to_string();
    assert_eq!(found(&ana, plan, &me).len(), 0, "ids are no words");
    assert_eq!(found(&ana, plan, "only_me").len(), 0, "nor are choices");
}

#[test]
fn ten_thousand_records_are_searched_at_once() {
    let mut ana = Side::new(1);
    let plan = ana.carry_out(start("Course")).plan;
    let mut rng = fastrand::Rng::with_seed(3);
    let words: Vec<String> = (0..3_000).map(|n| format!("wörd{n} ")).collect();
    for number in 0..10_000 {
        let text: String = (0..40).map(|_| rng.choice(&words).unwrap().as_str()).collect();
        let about = Some(About { kind: Kind::Plan, id: plan.into() });
        let text = format!("{number} {text}");
        ana.bond(plan, Bond::WriteNote { text, about });
    }
    let begun = Instant::now();
    let index = SearchIndex::of(ana.plan(plan), plan, Some(ana.me(plan)));
    let folding = begun.elapsed();
    let mut slowest = std::time::Duration::ZERO;
    for query in ["w", "word", "word77", "word1 word2", "9999", "nothing at all", "wörd2999"] {
        let begun = Instant::now();
        let hits = index.find(query, 50);
        slowest = slowest.max(begun.elapsed());
        assert!(hits.len() <= 50 && (query.starts_with("noth") || !hits.is_empty()), "{query}");
        let all = index.find(query, usize::MAX);
        assert_eq!(hits, all[..hits.len()], "{query}: the first of all are the best");
        assert_eq!(hits.len(), all.len().min(50), "{query}");
    }
    println!("10,000 records: folded in {folding:?}, the slowest of 7 searches took {slowest:?}");
    assert_eq!(
        index.find("9999", 1)[0],
        key(
            plan,
            Kind::Note,
            ana.plan(plan)
                .notes(None)
                .iter()
                .find(|note| note.text.starts_with("9999 "))
                .unwrap()
                .id
        )
    );
}

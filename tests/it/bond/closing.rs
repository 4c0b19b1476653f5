//! The end: the same confidences once more, a page about the whole, and what comes after.

use super::*;
use steadyhand::domain::{
    About, Audience, Category, Confidence, ForWhom, Form, GoalStatus, Happening, MeetingChange,
    MeetingStatus, Moment, PlanChange, Step,
};

#[test]
fn a_mentorship_ends_on_one_page() {
    let (mut ana, mut dana, plan) = pair();
    let changes = |title: &str, category| {
        vec![GoalChange::Title(title.to_owned()), GoalChange::Category(category)]
    };
    let add = |side: &mut Side, title: &str, category, tasks: &[&str]| {
        let tasks = tasks.iter().map(|task| (*task).to_owned()).collect();
        side.carry_out(Command::AddGoal { plan, changes: changes(title, category), tasks }).id
    };
    let veins = add(&mut ana, "Hand veins", Category::Technique, &["Watch"]);
    let calm = add(&mut ana, "Calm patients", Category::Communication, &[]);
    let secret = add(&mut ana, "Leave this site", Category::Career, &[]);
    ana.carry_out(Command::SetAudience {
        key: key(plan, Kind::Goal, secret),
        audience: Audience::OnlyMe,
    });
    let task = ana.plan(plan).tasks_of(veins)[0].id;
    ana.carry_out(Command::TickTask { plan, task, done: true });
    for (day, minutes) in [("2026-10-08", 30), ("2026-11-12", 45)] {
        let starts = format!("{day}T15:00:00").parse().unwrap();
        let title = MeetingChange::Title("Weekly".to_owned());
        let changes = vec![title, MeetingChange::Starts(starts), MeetingChange::Minutes(minutes)];
        let meeting = ana.carry_out(Command::ScheduleMeetings { plan, changes, times: 1 }).id;
        let changes = vec![MeetingChange::Status(MeetingStatus::Held)];
        ana.carry_out(Command::ReviseMeeting { plan, meeting, changes });
    }
    let left = Command::AddActionItem {
        plan,
        title: "Send the form".to_owned(),
        meeting: None,
        owner: None,
        due: None,
    };
    ana.carry_out(left);
    let rate = |side: &mut Side, goal, moment, rating| {
        side.bond(plan, Bond::Rate { goal, moment, rating });
    };
    rate(&mut ana, veins, Moment::Start, 2);
    rate(&mut ana, veins, Moment::End, 5);
    dana.import_from(&ana);
    rate(&mut dana, veins, Moment::End, 4);
    for (form, about, words) in [
        (Form::SituationBehaviorImpact, Some(veins), "The second draw."),
        (Form::Free, Some(veins), "Steady now."),
        (Form::Free, None, "Thanks for coming."),
        (Form::Reflection, None, "My own day."),
    ] {
        let about = about.map(|id| About { kind: Kind::Goal, id });
        let steps = vec![Step { field: form.steps()[0], words: words.to_owned() }];
        dana.carry_out(Command::GiveFeedback { plan, form, steps, to: None, about });
    }
    dana.bond(
        plan,
        Bond::WriteClosing {
            reached: "A steady hand.".to_owned(),
            thanks: String::new(),
            follows: "Coffee in May.".to_owned(),
        },
    );
    ana.import_from(&dana);
    let close = |day| Command::RevisePlan { plan, changes: vec![PlanChange::Closed(day)] };
    let on = Some(day("2027-01-24"));
    assert_eq!(ana.try_do(close(on)).unwrap().happening, Happening::PlanClosed);
    assert_eq!(ana.try_do(close(None)).unwrap().happening, Happening::PlanReopened);
    ana.carry_out(close(on));
    let page = ana.plan(plan).summary(plan, ForWhom::Pair, day("2027-01-24"), offset()).unwrap();
    let goals: Vec<_> = page.goals.iter().map(|goal| (goal.id, goal.status)).collect();
    assert_eq!(goals, [(calm, GoalStatus::OnTrack), (veins, GoalStatus::Met)]);
    let of_veins = &page.goals[1];
    assert_eq!(of_veins.start, Confidence { student: Some(2), mentor: None });
    assert_eq!(of_veins.end, Confidence { student: Some(5), mentor: Some(4) });
    assert_eq!((page.meetings_held, page.minutes_met), (2, 75));
    assert_eq!(page.met_between, Some((day("2026-10-08"), day("2026-11-12"))));
    let themes: Vec<_> = page.themes.iter().map(|one| (one.category, one.pieces)).collect();
    assert_eq!(themes, [(Some(Category::Technique), 2), (None, 1)]);
    assert_eq!(page.items_left.len(), 1);
    assert_eq!((page.words.len(), page.words[0].follows.as_str()), (1, "Coffee in May."));
    assert_eq!(page.people.len(), 2);
    let told = page.tells_of();
    assert!([calm, veins].iter().all(|goal| told.contains(&(Kind::Goal, *goal))));
    let count = |kind| told.iter().filter(|(told, _)| *told == kind).count();
    assert_eq!((count(Kind::Goal), count(Kind::Feedback), count(Kind::Closing)), (2, 3, 1));
    assert!(page.card.closed.is_some());
    // The plan stays readable, and the goal that only she sees is in it alone.
    assert_eq!(ana.plan(plan).goals_in_order().len(), 3);
    let again = Bond::WriteClosing {
        reached: "More.".to_owned(),
        thanks: String::new(),
        follows: String::new(),
    };
    dana.bond(plan, again);
    assert_eq!(dana.plan(plan).closing_words()[0].follows, "");
    let nothing = Bond::WriteClosing {
        reached: String::new(),
        thanks: " ".to_owned(),
        follows: String::new(),
    };
    assert!(dana.try_do(nothing.within(plan)).is_err());
}

#[test]
fn a_note_to_oneself_is_rewritten_by_oneself_alone() {
    let (mut ana, mut dana, plan) = pair();
    let goal = ana.add_goal(plan, "Hand veins");
    let about = Some(About { kind: Kind::Goal, id: goal });
    let note = ana.bond(plan, Bond::WriteNote { text: "Ask about gloves.".to_owned(), about }).id;
    ana.bond(plan, Bond::RewriteNote { note, text: "Ask about thin gloves.".to_owned() });
    assert_eq!(ana.plan(plan).notes(Some(goal))[0].text, "Ask about thin gloves.");
    assert_eq!(ana.plan(plan).notes(None).len(), 1);
    // A device of his that has it all the same, as after a backup went the wrong way.
    dana.import_from(&ana);
    let rewrite = Bond::RewriteNote { note, text: "His.".to_owned() }.within(plan);
    assert_eq!(dana.try_do(rewrite).unwrap_err(), CommandError::NotYours);
    let widen = Command::SetAudience { key: key(plan, Kind::Note, note), audience: Audience::Pair };
    assert_eq!(dana.try_do(widen).unwrap_err(), CommandError::NotYours);
}

#[test]
fn the_summary_is_one_file_for_any_browser() {
    let (mut ana, mut dana, plan) = pair();
    let goal = ana.add_goal(plan, "Hand veins <b>");
    let secret = ana.add_goal(plan, "Leave this site");
    ana.carry_out(Command::SetAudience {
        key: key(plan, Kind::Goal, secret),
        audience: Audience::OnlyMe,
    });
    ana.bond(plan, Bond::Rate { goal, moment: Moment::Start, rating: 2 });
    ana.bond(plan, Bond::Rate { goal, moment: Moment::End, rating: 5 });
    ana.bond(plan, Bond::WriteNote { text: "My own thoughts".to_owned(), about: None });
    dana.import_from(&ana);
    dana.bond(
        plan,
        Bond::WriteClosing {
            reached: "A steady hand.".to_owned(),
            thanks: String::new(),
            follows: "Coffee & cake in May.".to_owned(),
        },
    );
    ana.import_from(&dana);
    let file = super::leaving::summary_file(ana.plan(plan), plan, ForWhom::Pair).unwrap();
    for part in [
        "<html lang=\"es\">",
        "default-src 'none'",
        "Ana Morales (estudiante), Dana Ruiz (mentor o mentora)",
        "<h3>Hand veins &lt;b&gt;</h3>",
        "confianza de estudiante 2, al final 5 de 5",
        "<b>1:</b> A steady hand.",
        "<b>3:</b> Coffee &amp; cake in May.",
    ] {
        assert!(file.contains(part), "{part} is not in {file}");
    }
    for part in ["Leave this site", "My own thoughts", "<b>2:</b>", "<script", "src=", "href="] {
        assert!(!file.contains(part), "{part} is in {file}");
    }
}

//! A plan without its people, as a file, and a plan that begins from one.

use super::*;
use steadyhand::codec::template;
use steadyhand::domain::{
    Audience, Category, GoalsTaken, MeetingChange, PlanTemplate, TemplateGoal, TemplateMeeting,
};

/// A plan with goals, an agreement, a series and one single meeting.
fn rich() -> (Side, PlanId) {
    let (mut ana, mut dana, plan) = pair();
    ana.agree(plan, AgreementDeed::Begin { sections: built_in().agreement });
    let (title, text) = ("Dana's rule".to_owned(), "No phones.".to_owned());
    ana.agree(plan, AgreementDeed::AddSection { title, text });
    let changes = vec![
        GoalChange::Title("Hand veins".to_owned()),
        GoalChange::Why("Many patients".to_owned()),
        GoalChange::Category(Category::Safety),
        GoalChange::Due(Some(day("2026-11-02"))),
    ];
    let tasks = vec!["Watch".to_owned(), "Try".to_owned()];
    let goal = ana.carry_out(Command::AddGoal { plan, changes, tasks }).id;
    let task = ana.plan(plan).tasks_of(goal)[0].id;
    ana.carry_out(Command::TickTask { plan, task, done: true });
    let secret = ana.add_goal(plan, "Leave this site");
    ana.carry_out(Command::SetAudience {
        key: key(plan, Kind::Goal, secret),
        audience: Audience::OnlyMe,
    });
    let done = ana.add_goal(plan, "Order of draw");
    let met = vec![GoalChange::State(steadyhand::domain::GoalState::Met)];
    ana.carry_out(Command::ReviseGoal { plan, goal: done, changes: met });
    let meeting = |title: &str, starts: &str| {
        vec![
            MeetingChange::Title(title.to_owned()),
            MeetingChange::Starts(starts.parse().unwrap()),
            MeetingChange::Place("Room of Dana".to_owned()),
        ]
    };
    let weekly = meeting("Weekly", "2026-10-08T15:30:00");
    ana.carry_out(Command::ScheduleMeetings { plan, changes: weekly, times: 16 });
    let once = meeting("Kick-off", "2026-10-05T08:00:00");
    ana.carry_out(Command::ScheduleMeetings { plan, changes: once, times: 1 });
    dana.import_from(&ana);
    (dana, plan)
}

#[test]
fn a_template_holds_the_plan_and_nobody_in_it() {
    let (dana, plan) = rich();
    let made = dana.plan(plan).template(plan, "Hospital course", GoalsTaken::All).unwrap();
    assert_eq!((made.weeks, made.agreement.len(), made.goals.len()), (16, 9, 2));
    let goal = &made.goals.iter().find(|goal| goal.title == "Hand veins").unwrap();
    let expected = TemplateGoal {
        title: "Hand veins".to_owned(),
        why: "Many patients".to_owned(),
        measure: String::new(),
        category: "safety".to_owned(),
        due_day: Some(28),
        tasks: vec!["Watch".to_owned(), "Try".to_owned()],
    };
    assert_eq!(**goal, expected);
    let meetings: Vec<_> = made
        .meetings
        .iter()
        .map(|one| (one.title.as_str(), one.day, one.starts, one.times, one.repeats.as_str()))
        .collect();
    assert_eq!(meetings, [("Kick-off", 0, 480, 1, ""), ("Weekly", 3, 930, 16, "weekly")]);
    let file = template::write(&made);
    let of_people = [
        "Ana",
        "Morales",
        "Ruiz",
        "Room of",
        "Leave this site",
        "2026",
        "merge",
        "created",
        "\"id\"",
    ];
    for word in of_people {
        assert!(!file.contains(word), "{word}: {file}");
    }
    // A name that stands in what was written for the plan itself is pointed out.
    let names: Vec<String> =
        dana.plan(plan).people().into_iter().map(|person| person.name).collect();
    assert_eq!(made.places_with(&names), ["agreement[8].title"]);
    assert_eq!(template::read(file.as_bytes()).unwrap(), made);
    assert!(template::is_template(file.as_bytes()));
    assert_eq!(
        template::file_name("Hospital: course 7"),
        "Hospital-course-7.steadyhand-template.json"
    );
    assert_eq!(template::file_name("  "), "plan.steadyhand-template.json");
}

fn begin(template: &PlanTemplate) -> (Side, PlanId) {
    let mut eva = Side::new(5);
    let start = Command::StartFrom {
        template: Box::new(template.clone()),
        title: "Eva".to_owned(),
        starts: day("2027-02-01"),
        name: "Eva Soto".to_owned(),
        role: Role::Student,
    };
    let plan = eva.carry_out(start).plan;
    (eva, plan)
}

#[test]
fn another_student_begins_from_it() {
    let (dana, plan) = rich();
    let made = dana.plan(plan).template(plan, "Hospital course", GoalsTaken::All).unwrap();
    let (mut eva, begun) = begin(&made);
    let found = eva.plan(begun);
    assert_eq!(found.card(begun).unwrap().title, "Eva");
    assert_eq!(found.people().len(), 1);
    let goals: Vec<_> = found.goals_in_order().iter().map(|id| found.goal(*id).unwrap()).collect();
    let titles: Vec<_> = goals.iter().map(|goal| goal.title.as_str()).collect();
    assert_eq!(titles, made.goals.iter().map(|goal| goal.title.as_str()).collect::<Vec<_>>());
    let veins = goals.iter().find(|goal| goal.title == "Hand veins").unwrap();
    assert_eq!((veins.due, veins.category), (Some(day("2027-03-01")), Category::Safety));
    assert_eq!(
        found.tasks_of(veins.id).iter().map(|task| task.title.as_str()).collect::<Vec<_>>(),
        ["Watch", "Try"]
    );
    assert!(found.tasks_of(veins.id).iter().all(|task| !task.is_done));
    let starts: Vec<_> =
        found.meetings_by_start().iter().filter_map(|id| found.meeting(*id)?.starts).collect();
    assert_eq!(starts.len(), 17);
    assert_eq!(starts[1], "2027-02-04T15:30:00".parse().unwrap());
    assert_eq!(found.agreement().sections.len(), 9);
    // What she begins from makes the same template again, and a text of hers.
    let again = found.template(begun, "Hospital course", GoalsTaken::All).unwrap();
    assert_eq!(again.goals, made.goals);
    assert_eq!(again.meetings, made.meetings);
    assert_eq!(again.agreement[..8], made.agreement[..8]);
    eva.say_yes(begun);
}

#[test]
fn a_next_plan_takes_along_what_is_left() {
    let (dana, plan) = rich();
    let left = dana.plan(plan).template(plan, "Part two", GoalsTaken::Left).unwrap();
    assert_eq!(left.goals.len(), 1);
    assert_eq!((left.goals[0].title.as_str(), left.goals[0].tasks.len()), ("Hand veins", 1));
}

#[test]
fn the_next_plan_of_the_same_two_has_what_is_open_and_their_weekday() {
    let (mut dana, plan) = rich();
    let item = |title: &str| item_of(plan, title, None);
    let me = dana.me(plan);
    dana.carry_out(item("Send the form"));
    let done = dana.carry_out(item("Read the chapter")).id;
    dana.carry_out(Command::TickActionItem { plan, item: done, done: true });
    let hidden = dana.carry_out(item("Only mine"));
    dana.carry_out(Command::SetAudience { key: hidden, audience: Audience::OnlyMe });
    // It begins on a Wednesday; the course began on a Monday, and the series is on Thursdays.
    let starts = super::day("2027-03-03");
    let next = dana.plan(plan).next_plan(plan, "Part two", starts, Some(me), true).unwrap();
    let titles: Vec<_> = next.items.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["Send the form"]);
    assert_eq!(next.goals.len(), 1);
    assert!(!template::write(&next).contains("Send the form"), "no file holds it");
    let alone = dana.plan(plan).next_plan(plan, "Part two", starts, Some(me), false).unwrap();
    assert_eq!(alone.meetings, []);
    let start = Command::StartFrom {
        template: Box::new(next),
        title: "Part two".to_owned(),
        starts,
        name: "Dana".to_owned(),
        role: Role::Mentor,
    };
    let begun = dana.carry_out(start).plan;
    let found = dana.plan(begun);
    let items: Vec<_> = found.action_items().into_iter().map(|item| item.title).collect();
    assert_eq!(items, ["Send the form"]);
    let first = found.meeting(found.meetings_by_start()[0]).unwrap();
    assert_eq!(first.starts, Some("2027-03-04T15:30:00".parse().unwrap()));
    assert!(found.meetings_by_start().len() > 1);
}

#[test]
fn what_goes_along_keeps_who_does_it() {
    let (mut dana, plan) = rich();
    let me = dana.me(plan);
    let ana = dana.plan(plan).people().into_iter().find(|person| person.id != me).unwrap();
    let ana_too = format!("Send the form ({})", ana.name);
    let ana = ana.id;
    dana.carry_out(item_of(plan, "Call the lab", Some(me)));
    dana.carry_out(item_of(plan, "Send the form", Some(ana)));
    dana.carry_out(item_of(plan, "Find a room", None));
    let long = "x".repeat(198);
    dana.carry_out(item_of(plan, &long, Some(ana)));
    let starts = super::day("2027-03-01");
    let begin = |dana: &mut Side, plan, title: &str| {
        let me = Some(dana.me(plan));
        let next = dana.plan(plan).next_plan(plan, title, starts, me, false).unwrap();
        let start = Command::StartFrom {
            template: Box::new(next),
            title: title.to_owned(),
            starts,
            name: "Dana".to_owned(),
            role: Role::Mentor,
        };
        dana.carry_out(start).plan
    };
    let items = |dana: &Side, plan| -> Vec<_> {
        let items = dana.plan(plan).action_items().into_iter();
        items.map(|item| (item.title, item.owner)).collect()
    };
    let second = begin(&mut dana, plan, "Part two");
    let me_there = dana.me(second);
    assert_ne!(me_there, me);
    let expected = [
        ("Call the lab".to_owned(), Some(me_there)),
        // She is not in the plan yet.
        (ana_too, None),
        ("Find a room".to_owned(), None),
        (long, None),
    ];
    assert_eq!(items(&dana, second), expected);
    // And once more, when that plan ends.
    let third = begin(&mut dana, second, "Part three");
    let titles = |plan| items(&dana, plan).into_iter().map(|(title, _)| title).collect::<Vec<_>>();
    assert_eq!(titles(third), titles(second));
    assert_eq!(items(&dana, third)[0].1, Some(dana.me(third)));
}

fn item_of(plan: PlanId, title: &str, owner: Option<RecordId>) -> Command {
    Command::AddActionItem { plan, title: title.to_owned(), meeting: None, owner, due: None }
}

#[test]
fn a_template_that_is_none_or_too_much_is_refused() {
    let (dana, plan) = rich();
    let made = dana.plan(plan).template(plan, "Course", GoalsTaken::All).unwrap();
    let file = template::write(&made);
    use template::TemplateError::*;
    let read = |text: &str| template::read(text.as_bytes()).unwrap_err();
    assert!(matches!(read("{}"), NotATemplate { .. }));
    assert!(matches!(read(""), NotATemplate { .. }));
    assert!(matches!(read(&file[..200]), NotATemplate { .. }));
    let other = file.replacen("steadyhand-template", "steadyhand", 1);
    assert!(matches!(read(&other), NotATemplate { .. }));
    let newer = file.replacen("\"version\": 1", "\"version\": 2", 1);
    assert_eq!(read(&newer), NewerVersion { found: 2 });
    let long = TemplateGoal { title: "x".repeat(201), ..TemplateGoal::default() };
    let too_long = PlanTemplate { goals: vec![TemplateGoal::default(), long], ..made.clone() };
    assert_eq!(read(&template::write(&too_long)), TooMuch("goals[1]".to_owned()));
    let often = TemplateMeeting { times: 1_000_000, ..TemplateMeeting::default() };
    let too_often = PlanTemplate { meetings: vec![often], ..made.clone() };
    assert_eq!(read(&template::write(&too_often)), TooMuch("meetings[0]".to_owned()));
    assert!(matches!(template::read(&vec![b' '; 2 << 20]), Err(TooLarge { .. })));
    let later = file.replacen('{', "{\"of_later\":[1],", 1);
    assert_eq!(template::read(later.as_bytes()).unwrap(), made);
}

#[test]
fn any_template_that_can_be_read_can_be_begun_or_is_refused_whole() {
    // What a hand or a later version may write: days far away, times of day that are none, no words.
    for (day, starts, times, title) in [
        (i64::MAX, 600, 1, "T"),
        (i64::MIN, 600, 3, "T"),
        (3, 1_439, 60, "T"),
        (3, 600, 0, "T"),
        (3, 600, 2, ""),
    ] {
        for repeats in ["", "weekly", "monthly_1", "hourly"] {
            let meeting = TemplateMeeting {
                title: title.to_owned(),
                day,
                starts,
                minutes: 30,
                repeats: repeats.to_owned(),
                times,
                ..TemplateMeeting::default()
            };
            let meetings = vec![meeting];
            let template = Box::new(PlanTemplate { weeks: 8, meetings, ..PlanTemplate::default() });
            let mut eva = Side::new(5);
            let (title, name) = ("Eva".to_owned(), "Eva".to_owned());
            let starts = super::day("2027-02-01");
            let start = Command::StartFrom { template, title, starts, name, role: Role::Student };
            match eva.try_do(start) {
                Ok(event) => {
                    let plan = eva.plan(event.subject.unwrap().plan);
                    assert!(plan.live(Kind::Meeting).next().is_some());
                }
                Err(error) => {
                    assert!(matches!(error, CommandError::Invalid(_)), "{error:?}");
                    assert!(eva.workspace.is_empty());
                }
            }
        }
    }
}

//! Today: what matters, in its order; each row leads where it says; a quiet plan, and whose turn it is.

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde_json::json;
use steadyhand::codec::bundle::{self, Audience, Header, Sender};
use steadyhand::domain::{Command, Context, DeviceId, Role, Workspace};

use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;
use crate::wait::eventually;
use crate::welcome::{ESTUDIANTE, STUDENT};

/// What Today tells of the example, from top to bottom; tasks stand between.
const ORDER: [&str; 8] = [
    "Send Dana the dates of the next lab days",
    "Dana Ruiz asks for your feedback",
    "Dana Ruiz has looked at how it goes so far. Now you",
    "Read Dana Ruiz's feedback",
    "Bring the exam dates to the next meeting",
    "Watch how Dana talks a patient through",
    "Your turn in the agreement",
    "new things since the last import",
];

/// Where the rows that lead on lead.
const LEADS: [(&str, &str); 5] = [
    ("Dana Ruiz asks for your feedback", "#/feedback/"),
    ("Dana Ruiz has looked at how it goes so far. Now you", "#/evaluation/mid"),
    ("Read Dana Ruiz's feedback", "#/feedback/"),
    ("Your turn in the agreement", "#/agreement"),
    ("Week 7 of 16 · Working", "#/course"),
];

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    ana.begins_with_example(STUDENT);
    ana.see("Week 7 of 16 · Working");
    is_in_order(&ana);
    look(&ana, "today");
    for (row, page) in LEADS {
        ana.go("#/today");
        ana.click(row);
        leads_to(&ana, row, page);
    }
    the_next_meeting(&ana);
    ana.go("#/today");
    ana.tick(ORDER[0]);
    ana.see("Undo");
    ana.see_no(ORDER[0]);
    logs(&ana);
    what_is_new(&ana);
    goes_quiet(stage);

    let bea = stage.browser("bea", Setup::PHONE.dark().speaking("es-US"));
    bea.begins_with_example(ESTUDIANTE);
    bea.see("Semana 7 de 16 · Trabajo");
    bea.see("Te toca en el acuerdo");
    look(&bea, "hoy");
    bea.click("desde la última vez que trajiste algo");
    bea.see("Marcar todo como visto");
    look(&bea, "nuevo");
    for app in [&ana, &bea] {
        assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    }
}

/// The rows of Today, by their first words.
fn rows(app: &App<'_>) -> Vec<String> {
    let script = "return [...document.querySelectorAll('main .list > li')].map((row) =>
        row.querySelector('.list-row__title, .check-row__label, .stalled-row__title')?.textContent ?? row.textContent)";
    app.try_run(script, json!([])).unwrap_or_default()
}

fn is_in_order(app: &App<'_>) {
    let mut found = Vec::new();
    let come = || {
        found = rows(app);
        let place = |words: &str| found.iter().position(|row| row.contains(words));
        let places: Option<Vec<usize>> = ORDER.iter().map(|words| place(words)).collect();
        places.filter(|places| places.is_sorted())
    };
    assert!(eventually(come).is_some(), "Today tells {found:#?}");
}

#[track_caller]
fn leads_to(app: &App<'_>, row: &str, page: &str) {
    let is_there = || app.route().starts_with(page).then_some(());
    assert!(eventually(is_there).is_some(), "{row:?} leads to {}", app.route());
}

/// The next meeting is one tap away from one's calendar, and from what is to be spoken of there.
fn the_next_meeting(ana: &App<'_>) {
    ana.go("#/today");
    ana.click("Add to calendar");
    ana.see("1 meeting goes into the file.");
    assert!(ana.route().ends_with("/calendar"), "{}", ana.route());
    ana.go("#/today");
    ana.click("Agenda");
    ana.see("Day, time and place");
    assert!(ana.route().ends_with("/agenda"), "{}", ana.route());
    let mut heads = Vec::new();
    let comes_first = || {
        let script =
            "return [...document.querySelectorAll('main h2')].map((head) => head.textContent)";
        heads = ana.run::<Vec<String>>(script, json!([]));
        let place = |words: &str| heads.iter().position(|head| head == words);
        (place("Agenda")? < place("When")?).then_some(())
    };
    // Where and when is folded away, and drawn a frame after the page.
    assert!(eventually(comes_first).is_some(), "{heads:?}");
    look(ana, "agenda");
}

/// Writing something down is one tap, or two, away.
fn logs(ana: &App<'_>) {
    ana.go("#/today");
    ana.click("Log");
    ana.click("Check-in");
    leads_to(ana, "Check-in", "#/check-ins/new");
    ana.go("#/today");
    ana.click("Check-in");
    leads_to(ana, "the kind used last", "#/check-ins/new");
}

/// Each thing is new until it is looked at, or until all is marked as seen.
fn what_is_new(ana: &App<'_>) {
    ana.go("#/goals");
    ana.see("New");
    ana.go("#/today");
    ana.click("new things since the last import");
    ana.see("What the other side added or changed.");
    look(ana, "news");
    let before = rows(ana).len();
    ana.click("Good goal. Hand veins slide");
    leads_to(ana, "what is new", "#/goals/");
    ana.go("#/new");
    let is_fewer = || (rows(ana).len() + 1 == before).then_some(());
    assert!(eventually(is_fewer).is_some(), "{before} before, {} now", rows(ana).len());
    ana.reload();
    assert!(eventually(is_fewer).is_some(), "what was looked at is new again");
    // Another tab counts the same, and follows without being loaded anew.
    let first = ana.tab();
    let second = ana.new_tab();
    ana.visit("#/today");
    ana.see("since the last import");
    ana.turn_to(&first);
    ana.click("Mark all as seen");
    ana.see("Nothing new");
    look(ana, "no-news");
    ana.turn_to(&second);
    ana.see("Your turn in the agreement");
    ana.see_no("since the last import");
    ana.close_tab(&first);
    ana.go("#/today");
    ana.see("Your turn in the agreement");
    ana.see_no("since the last import");
    ana.go("#/goals");
    ana.see("Steady hand");
    assert!(!ana.text().contains("New "), "nothing is marked as new any more");
}

/// A plan of which nobody has said a word for twenty days.
fn goes_quiet(stage: &Stage) {
    let ben = stage.browser("ben", Setup::PHONE);
    ben.is_introduced(STUDENT, "Ben Okafor");
    ben.click("Open a file I was sent");
    ben.upload("Open a file", &stage.file("quiet.json", &quiet_plan(&ben)));
    ben.see("Plan from Dana Ruiz");
    ben.click("Bring in");
    ben.see("It has been quiet for 20 days");
    ben.see("This takes less than five minutes");
    look(&ben, "quiet");
    ben.click("Write a short check-in");
    leads_to(&ben, "the smallest step", "#/check-ins/new");
    assert_eq!(ben.console_errors(), Vec::<String>::new(), "on the console");
}

/// A mentor's plan that began twenty days ago, by the clock and in the zone of the page that reads it.
fn quiet_plan(reader: &App<'_>) -> String {
    let (now, west): (i64, i32) =
        reader.run("return [Date.now(), new Date().getTimezoneOffset()]", json!([]));
    let zone = FixedOffset::west_opt(west * 60).expect("a zone");
    let now = DateTime::from_timestamp_millis(now).expect("a moment").with_timezone(&zone);
    let then = now - TimeDelta::days(20);
    let mut drawn = 1u128 << 90;
    let mut random = || {
        drawn = drawn.wrapping_mul(0x2360_ED05_1FC6_5DA4_4385_DF64_9FCC_F645).wrapping_add(1);
        drawn >> 40
    };
    let device = DeviceId::from_random(99);
    let mut ctx = Context { device, now: then, random: &mut random };
    let mut workspace = Workspace::new();
    let start = Command::StartPlan {
        title: "Autumn course".to_owned(),
        starts: then.date_naive(),
        weeks: 16,
        name: "Dana Ruiz".to_owned(),
        role: Role::Mentor,
    };
    workspace.apply(start, &mut ctx).expect("a plan");
    let from = Sender { name: "Dana Ruiz".into(), role: Role::Mentor.name().into() };
    let header = Header { audience: Audience::Pair, made: then, from: Some(from) };
    bundle::write(&header, workspace.plans())
}

/// Looks at a page as it stands.
#[track_caller]
pub fn look(app: &App<'_>, name: &str) {
    let (width, reach) = app.widths();
    assert!(reach <= width, "{name} reaches {reach} on a screen of {width}");
    app.screenshot(name);
    app.has_no_faults(name);
    app.is_accessible();
}

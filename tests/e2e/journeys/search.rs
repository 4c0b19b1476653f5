//! Finding anything by its words, and what the other side wrote until it is looked at.

use std::path::PathBuf;

use serde_json::{Value, json};
use steadyhand::codec::bundle::{self, Audience, Header};
use steadyhand::domain::{Command, Context, DeviceId, GoalChange, Role, Workspace};

use super::both_sides::{begin_a_plan, bring_in, export, open_as_mentor, write_a_goal};
use super::today::look;
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::wait::eventually;
use crate::welcome::{ESTUDIANTE, STUDENT};

/// Words of the example, what of it they are found in, and the page that it stands on.
const KINDS: [(&str, &str, &str); 14] = [
    ("small veins steady", "Steady hand with small veins", "#/goals/"),
    ("butterfly draws", "Two butterfly draws", "#/goals/"),
    ("back hand first try", "Three draws on the back of the hand today", "#/goals/"),
    ("practice anchoring thursday", "Good goal. Hand veins slide", "#/goals/"),
    ("speed calm", "Speed and calm", "#/meetings/"),
    ("hard vein a week", "One hard vein a week, with Dana watching.", "#/meetings/"),
    ("lab days", "Send Dana the dates of the next lab days", "#/meetings/"),
    ("pulls the arm", "What do I do when a patient pulls the arm away?", "#/meetings"),
    ("garden", "A patient told me that she faints.", "#/feedback/"),
    ("out sick no time", "A long week: two people were out sick", "#/check-ins/"),
    ("calm first year", "Ask Dana how she stayed calm in her first year.", "#/notes"),
    ("in danger", "What stays between us", "#/agreement"),
    ("ruiz", "Dana Ruiz", "#/more/people"),
    ("early shift", "Early shift, main lab", "#/meetings/shifts"),
];

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    ana.see("Steadyhand");
    ana.begins_with_example(STUDENT);
    ana.click("Search");
    ana.see("Looks through everything in this plan");
    has_keyboard(&ana);
    look(&ana, "empty");
    ana.type_into("Words to look for", "VEIN");
    ana.see("Steady hand with small veins");
    let marks = "return [...document.querySelectorAll('mark')].map((mark) => mark.textContent.toLowerCase())";
    let marks: Vec<String> = ana.run(marks, json!([]));
    assert!(!marks.is_empty() && marks.iter().all(|mark| mark == "vein"), "{marks:?}");
    look(&ana, "found");
    for (words, found, page) in KINDS {
        ana.go("#/search");
        ana.clear_and_type("Words to look for", words);
        ana.see(found);
        ana.click(found);
        let is_there = || ana.route().starts_with(page).then_some(());
        assert!(eventually(is_there).is_some(), "{found:?} leads to {}", ana.route());
    }
    ana.go("#/search");
    ana.clear_and_type("Words to look for", "xyzzy");
    ana.see("Nothing found.");
    look(&ana, "nothing");

    let bea = stage.browser("bea", Setup::PHONE.dark().speaking("es-US"));
    bea.begins_with_example(ESTUDIANTE);
    bea.go("#/search");
    bea.type_into("Palabras que buscas", "decirselo clase");
    bea.see("Decírselo a alguien de la clase");
    look(&bea, "encontrado");

    new_until_seen(stage);
    if stage.engine == Engine::Chromium {
        ten_thousand(stage);
    }
    for app in [&ana, &bea] {
        assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    }
}

fn has_keyboard(app: &App<'_>) {
    let script = "return document.activeElement?.type === 'search'";
    let has = || app.try_run::<bool>(script, json!([])).filter(|has| *has);
    assert!(eventually(has).is_some(), "the field has not the keyboard");
}

/// What the mentor adds is new to the student until she opens it.
fn new_until_seen(stage: &Stage) {
    let ana = stage.browser("eva", Setup::PHONE);
    begin_a_plan(&ana);
    write_a_goal(&ana);
    let (_, text) = export(&ana);
    let dana = stage.browser("dana", Setup::PHONE);
    open_as_mentor(&dana, &stage.file("from-ana.json", &text));
    dana.see("brought in");
    dana.go("#/today");
    dana.see("with Ana Morales");
    assert!(!dana.text().contains("since the last import"), "a plan is not new piece by piece");
    dana.go("#/goals/new");
    dana.type_into("What", "Calm words for anxious patients");
    dana.click("Add goal");
    dana.see("About this goal");
    let (_, text) = export(&dana);
    bring_in(&ana, &stage.file("from-dana.json", &text));
    ana.click("Bring in");
    ana.see("brought in");
    ana.go("#/today");
    ana.see("2 new things since the last import");
    ana.see("1 person, 1 goal");
    ana.go("#/goals");
    ana.see("New");
    look(&ana, "marked");
    ana.click("Calm words for anxious patients");
    ana.see("About this goal");
    ana.go("#/goals");
    ana.see("Calm words for anxious patients");
    assert!(!ana.text().contains("New "), "it is new no more");
    ana.go("#/today");
    ana.see("1 new thing since the last import");
    // What is found follows what is written.
    ana.go("#/search");
    ana.type_into("Words to look for", "anxious");
    ana.see("1 found");
    ana.go("#/goals");
    ana.click("Calm words for anxious patients");
    ana.click("More for this goal");
    ana.click("Delete goal");
    ana.see("Deleted.");
    ana.go("#/search");
    ana.see("Nothing found.");
    ana.click("Undo");
    ana.see("1 found");
    for app in [&ana, &dana] {
        assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    }
}

/// Ten thousand records answer as one types.
fn ten_thousand(stage: &Stage) {
    let ida = stage.browser("ida", Setup::PHONE);
    ida.is_introduced(STUDENT, "Ida Berg");
    ida.click("Open a file I was sent");
    ida.upload("Open a file", &large_file(stage, 10_000));
    let patiently = |text: &str| {
        let come = || eventually(|| ida.text().contains(text).then_some(()));
        assert!((0..8).any(|_| come().is_some()), "never sees {text:?}");
    };
    patiently("Bring in");
    ida.click("Bring in");
    patiently("brought in");
    ida.go("#/today");
    ida.see("For you");
    std::thread::sleep(std::time::Duration::from_secs(2));
    let watch = "window.longest = 0; let last = performance.now(); \
                 const look = () => { const now = performance.now(); \
                 window.longest = Math.max(window.longest, now - last); last = now; \
                 setTimeout(look, 0) }; look()";
    ida.run::<Value>(watch, json!([]));
    let took = |app: &App<'_>| -> u32 {
        let took = app.run("return Math.round(window.longest)", json!([]));
        app.run::<Value>("window.longest = 0", json!([]));
        took
    };
    ida.go("#/search");
    ida.type_into("Words to look for", "w");
    patiently("The best 50.");
    let first = took(&ida);
    for word in ["ord12", " ", "word3"] {
        ida.type_into("Words to look for", word);
        std::thread::sleep(std::time::Duration::from_millis(400));
    }
    println!(
        "     10,000 records: the page was busy for {first} ms at most until the first results, then for {} ms",
        took(&ida)
    );
    assert_eq!(ida.console_errors(), Vec::<String>::new(), "on the console");
}

/// A plan of somebody else, with so many tasks of forty words.
fn large_file(stage: &Stage, records: usize) -> PathBuf {
    let mut draws = fastrand::Rng::with_seed(7);
    let mut ids = fastrand::Rng::with_seed(8);
    let mut random = move || ids.u128(..);
    let now = "2026-11-23T06:10:00-06:00".parse().expect("a moment");
    let mut ctx = Context { device: DeviceId::from_random(99), now, random: &mut random };
    let mut workspace = Workspace::new();
    let start = Command::StartPlan {
        title: "Large".to_owned(),
        starts: now.date_naive(),
        weeks: 16,
        name: "Dana Ruiz".to_owned(),
        role: Role::Mentor,
    };
    let plan = workspace.apply(start, &mut ctx).expect("a plan").subject.expect("a plan").plan;
    for number in 0..records {
        let words: String = (0..40).map(|_| format!("wörd{} ", draws.u32(0..3_000))).collect();
        let changes = vec![GoalChange::Title(format!("Goal {number}")), GoalChange::Measure(words)];
        let add = Command::AddGoal { plan, changes, tasks: Vec::new() };
        workspace.apply(add, &mut ctx).expect("a goal");
    }
    let header = Header { audience: Audience::Pair, made: now, from: None };
    stage.file("large.json", &bundle::write(&header, workspace.plans()))
}

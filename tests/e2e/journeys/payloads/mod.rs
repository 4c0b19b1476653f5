//! Fifty pieces of markup and script, through every text field, every field of a file and every address: they
//! stay the text they are.

use serde_json::json;

use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::wait::eventually;
use crate::welcome::STUDENT;

mod bundle;

/// Pages whose fields are written in.
const FORMS: [&str; 13] = [
    "goals/new",
    "meetings/new",
    "meetings/shifts/new",
    "feedback/new?form=request",
    "feedback/new?form=reflection",
    "feedback/new?form=situation_behavior_impact",
    "feedback/new?form=one_minute",
    "feedback/new?form=pendleton",
    "feedback/new?form=ask_tell_ask",
    "feedback/new?form=to_program",
    "more/people",
    "more/plans",
    "more/settings",
];
/// Pages that show what the file brought.
const PAGES: [&str; 15] = [
    "today",
    "goals",
    "meetings",
    "meetings/month/2027-01-01",
    "feedback",
    "feedback/program",
    "more",
    "more/share",
    "activity",
    "activity/goals/ga00000000000000",
    "more/settle",
    "apart",
    "more/people",
    "more/plans",
    "backup",
];

pub fn play(stage: &Stage) {
    let payloads: Vec<String> = include_str!("payloads.txt").lines().map(str::to_owned).collect();
    assert!(payloads.len() >= 50, "{} payloads", payloads.len());
    let app = stage.blank("ana", Setup::PHONE);
    let (dead, harmless): (Vec<String>, u32) =
        app.run(&with_strangers(include_str!("control.js")), json!([payloads]));
    assert_eq!((dead, harmless), (Vec::new(), 0), "payloads that would do nothing anyway");

    app.open();
    app.says_who(STUDENT);
    let mut fields = write(&app, &payloads, 0);
    app.click(STUDENT.example);
    app.see("Dana Ruiz");
    for page in FORMS {
        app.go(&format!("#/{page}"));
        fields += write(&app, &payloads, fields);
    }
    for list in ["goals", "meetings", "feedback"] {
        app.go(&format!("#/{list}"));
        let row = "return document.querySelector('main li a')?.hash ?? null";
        let first = || app.try_run::<Option<String>>(row, json!([])).flatten();
        app.go(&eventually(first).unwrap_or_else(|| panic!("{list} has no row")));
        fields += write(&app, &payloads, fields);
    }
    let file = bundle::hostile(&payloads);
    let answer = ("Bring in", "brought in");
    bring_in(stage, &app, ("hostile", &file), &payloads, answer);
    // The same writes with other values contradict what is here, and are kept apart.
    let turned = [&payloads[1..], &payloads[..1]].concat();
    let file = bundle::contradicting(&turned);
    let answer = ("Keep it apart", "Kept apart");
    bring_in(stage, &app, ("contradicting", &file), &payloads, answer);

    app.go("#/more/settle");
    fields += write(&app, &payloads, fields);
    let mut routes: Vec<String> = PAGES.iter().map(|page| format!("#/{page}")).collect();
    let kinds = [("goals", "ga"), ("meetings", "me"), ("feedback", "fe")];
    // A list shows all of its records; in the normal run some are opened, too.
    let step = if is_long() { 1 } else { 12 };
    for (list, letters) in kinds {
        let all = (0..payloads.len() * 2).step_by(step);
        routes.extend(all.map(|at| format!("#/{list}/{letters}{at:014}")));
    }
    let (mut pages, shown) = walk(&app, &payloads, &routes);
    assert_eq!(shown, payloads.len(), "payloads that were shown as text");
    let starts = ["", "goals/", "feedback/new?form=", "feedback/new?about=goals.", "activity/"];
    let odd = payloads.iter().enumerate().flat_map(|(at, payload)| {
        let own = move |(nth, _): &(usize, _)| is_long() || *nth == at % starts.len();
        let starts = starts.into_iter().enumerate().filter(own);
        starts.map(move |(_, start)| format!("#/{start}{payload}"))
    });
    let odd: Vec<String> = odd.collect();
    pages += walk(&app, &payloads, &odd).0;
    app.go("#/more");
    app.see("Saved on this device");
    app.reload();
    app.see("Share and data");
    pages += walk(&app, &payloads, &routes[..4]).0;
    assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    println!("      {} payloads in {fields} fields and on {pages} pages", payloads.len());
}

/// Opens a file, looks at its preview and goes on.
fn bring_in(
    stage: &Stage,
    app: &App<'_>,
    (name, text): (&str, &str),
    payloads: &[String],
    (button, outcome): (&str, &str),
) {
    app.go("#/more/import");
    app.upload("Open a file", &stage.file(&format!("{name}.json"), text));
    app.see("Plan from");
    walk(app, payloads, &[app.route()]);
    app.screenshot(name);
    app.click(button);
    app.see(outcome);
}

/// Looks at pages; answers how many there were and how many payloads they showed as text.
#[track_caller]
fn walk(app: &App<'_>, payloads: &[String], routes: &[String]) -> (usize, usize) {
    let script = with_strangers(include_str!("walk.js"));
    let (pages, shown, found): (usize, Vec<usize>, Vec<String>) =
        app.run_async(&script, json!([payloads, routes, app.url()]));
    assert_eq!(found, Vec::<String>::new(), "came of payloads");
    (pages, shown.len())
}

/// Writes payloads into each text field of the page, or in the quick run a share of them; answers how many fields there were.
#[track_caller]
fn write(app: &App<'_>, payloads: &[String], before: usize) -> usize {
    // WebKit takes ten times as long for a letter as Chromium.
    let all = is_long() || app.engine() == Engine::Chromium;
    let share = if all { payloads.len() } else { 10 };
    let script = with_strangers(include_str!("write.js"));
    let (fields, found): (usize, Vec<String>) =
        app.run_async(&script, json!([payloads, share, before, app.url()]));
    assert_eq!(found, Vec::<String>::new(), "came of payloads on {}", app.route());
    assert!(fields > 0, "{} has no text field", app.route());
    fields
}

fn is_long() -> bool {
    std::env::var("STEADYHAND_LONG").is_ok_and(|long| long == "1")
}

fn with_strangers(script: &str) -> String {
    format!("{}{script}", include_str!("strangers.js"))
}

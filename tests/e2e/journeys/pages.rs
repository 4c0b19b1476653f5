//! Every page with the example plan in it: accessible, no wider than the phone, in both languages and
//! both themes.

use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;

/// Every page that has an address of its own.
pub const PAGES: [&str; 20] = [
    "today",
    "goals",
    "goals/new",
    "meetings",
    "meetings/month",
    "meetings/new",
    "feedback",
    "feedback/new",
    "more",
    "more/share",
    "more/share/print-plan",
    "more/share/print-progress",
    "activity",
    "more/import",
    "more/settle",
    "apart",
    "more/people",
    "more/plans",
    "more/install",
    "backup",
];

pub fn play(stage: &Stage) {
    walk(stage, "english", Setup::PHONE, "Your name", "Look at an example");
    let spanish = Setup::PHONE.dark().speaking("es-US");
    walk(stage, "spanish", spanish, "Tu nombre", "Ver un ejemplo");
    if stage.engine == Engine::Chromium {
        walk(stage, "desktop", Setup::DESKTOP, "Your name", "Look at an example");
    }
}

fn walk(stage: &Stage, person: &str, setup: Setup, name: &str, example: &str) {
    let app = stage.browser(person, setup);
    app.see("Steadyhand");
    // WebKit's browser here speaks English whatever it is told.
    if stage.engine == Engine::WebKit && name == "Tu nombre" {
        app.click("Español");
    }
    app.see(name);
    check(&app, "welcome");
    app.type_into(name, "Ana Morales");
    app.click(example);
    app.see("Dana Ruiz");
    for page in PAGES {
        app.go(&format!("#/{page}"));
        check(&app, page);
    }
    for (list, page) in [("goals", "goal"), ("meetings", "meeting"), ("feedback", "one-feedback")] {
        app.go(&format!("#/{list}"));
        // The rows are links into the list's own pages.
        let script = "const row = document.querySelector('main li a'); row?.click(); return !!row";
        assert!(app.run::<bool>(script, serde_json::json!([])), "{list} has no row");
        check(&app, page);
    }
    app.go("#/feedback/new?form=situation_behavior_impact");
    check(&app, "feedback/form");
    app.go("#/nowhere");
    check(&app, "nowhere");
    app.go("#/more/settings");
    check(&app, "settings");
    assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
}

/// What must hold on every page.
fn check(app: &App<'_>, page: &str) {
    let heading = "return document.querySelector('h1')?.textContent.trim().length > 0";
    let is_drawn =
        || app.try_run::<bool>(heading, serde_json::json!([])).filter(|drawn| *drawn).map(drop);
    assert!(crate::wait::eventually(is_drawn).is_some(), "{page} has no heading");
    let (width, reach) = app.widths();
    assert!(reach <= width, "{page} reaches {reach} on a screen of {width}");
    app.screenshot(&page.replace('/', "-"));
    app.is_accessible();
}

//! Every page with the example plan in it: accessible, no wider than the phone, in both languages and
//! both themes.

use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::welcome::{ESTUDIANTE, STUDENT, Who};

/// Every page that has an address of its own.
pub const PAGES: [&str; 38] = [
    "today",
    "search",
    "new",
    "goals",
    "goals/new",
    "meetings",
    "meetings/month",
    "meetings/new",
    "meetings/shifts",
    "meetings/shifts/new",
    "meetings/find-time",
    "meetings/calendar",
    "feedback",
    "feedback/new",
    "feedback/for/watched_draw",
    "feedback/program",
    "check-ins/new",
    "evaluation/mid",
    "evaluation/end",
    "closing",
    "more",
    "more/share",
    "more/share/template",
    "more/share/print-plan",
    "more/share/print-progress",
    "more/share/print-summary",
    "activity",
    "more/import",
    "more/settle",
    "apart",
    "more/people",
    "notes",
    "more/plans",
    "more/install",
    "backup",
    "agreement",
    "more/share/print-agreement",
    "course",
];

pub fn play(stage: &Stage) {
    walk(stage, "english", Setup::PHONE, STUDENT, &check);
    walk(stage, "spanish", Setup::PHONE.dark().speaking("es-US"), ESTUDIANTE, &check);
    if stage.engine == Engine::Chromium {
        walk(stage, "desktop", Setup::DESKTOP, STUDENT, &check);
    }
}

/// Shows every page to a check, with its name.
pub fn walk(stage: &Stage, person: &str, setup: Setup, who: Who, check: &dyn Fn(&App<'_>, &str)) {
    let app = stage.browser(person, setup);
    app.is_greeted(who);
    is_drawn(&app, "welcome");
    check(&app, "welcome");
    app.says_who(who);
    check(&app, "beginning");
    app.begins_with_example(who);
    let show = |page: &str| {
        is_drawn(&app, page);
        check(&app, page);
    };
    for page in PAGES {
        app.go(&format!("#/{page}"));
        show(page);
    }
    for (list, page) in [("goals", "goal"), ("meetings", "meeting"), ("feedback", "one-feedback")] {
        app.go(&format!("#/{list}"));
        // The rows are links into the list's own pages.
        let script = "const row = document.querySelector('main li a'); row?.click(); return !!row";
        assert!(app.run::<bool>(script, serde_json::json!([])), "{list} has no row");
        show(page);
    }
    app.go("#/feedback/new?form=situation_behavior_impact");
    show("feedback/form");
    app.go("#/feedback/new?form=to_program");
    show("feedback/to-program");
    app.go("#/nowhere");
    show("nowhere");
    app.go("#/more/settings");
    show("settings");
    assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
}

/// Waits until a page has its heading.
fn is_drawn(app: &App<'_>, page: &str) {
    let heading = "return document.querySelector('h1')?.textContent.trim().length > 0";
    let is_drawn =
        || app.try_run::<bool>(heading, serde_json::json!([])).filter(|drawn| *drawn).map(drop);
    assert!(crate::wait::eventually(is_drawn).is_some(), "{page} has no heading");
}

/// What must hold on every page.
fn check(app: &App<'_>, page: &str) {
    app.screenshot(&page.replace('/', "-"));
    app.has_no_faults(page);
    app.is_accessible();
}

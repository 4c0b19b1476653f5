//! On a wide screen a list and one of its things stand side by side, and the route alone says which one.

use serde_json::{Value, json};

use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::wait::eventually;
use crate::welcome::STUDENT;

pub fn play(stage: &Stage) {
    if stage.engine == Engine::WebKit {
        // Its window has one size.
        return;
    }
    let app = stage.browser("ana", Setup::DESKTOP);
    app.begins_with_example(STUDENT);
    app.click("Goals");
    app.see("Choose a goal to see it here.");
    stands(&app, "Goals", None);

    // The list keeps its place while one thing after the other is opened.
    size(&app, 1200, 500);
    app.run::<Value>("document.querySelector('.panes__list').scrollTop = 120", json!([]));
    app.click("Calm an anxious patient");
    app.see("About this goal");
    stands(&app, "Calm an anxious patient", Some("Calm an anxious patient"));
    app.click("Sleep before early shifts");
    app.see("Bag packed the evening before");
    stands(&app, "Sleep before early shifts", Some("Sleep before early shifts"));
    let place: f64 = app.run("return document.querySelector('.panes__list').scrollTop", json!([]));
    assert!(place > 0.0, "the list has gone back to its top");

    // Back is back, and the history of a thing is part of it.
    app.back();
    app.see("About this goal");
    stands(&app, "Calm an anxious patient", Some("Calm an anxious patient"));
    app.click("History");
    app.see("What it said before is kept on this device only.");
    stands(&app, "History", Some("Calm an anxious patient"));
    app.click("Meetings");
    app.see("Choose a meeting to see it here.");
    stands(&app, "Meetings", None);

    // A narrow window shows the one or the other.
    size(&app, 700, 800);
    app.see_no("Choose a meeting to see it here.");
    app.click("Capillary puncture");
    app.see("What and where");
    app.see_no("Coming up");
    size(&app, 1200, 800);
    app.see("Coming up");
    assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
}

/// The page has one title, which has the keyboard, and at most one row is marked.
#[track_caller]
fn stands(app: &App<'_>, title: &str, chosen: Option<&str>) {
    let script = "const words = (all) => [...document.querySelectorAll(all)].map((one) => one.textContent);
        return [words('h1').join(), document.activeElement.textContent, words('main [aria-current]:not(nav *)').join()]";
    let wanted = [title, title, chosen.unwrap_or_default()].map(str::to_owned);
    let stands = || app.try_run::<[String; 3]>(script, json!([])).filter(|found| *found == wanted);
    let found = app.try_run::<[String; 3]>(script, json!([]));
    assert!(eventually(stands).is_some(), "{found:?} and not {wanted:?}");
}

fn size(app: &App<'_>, width: u32, height: u32) {
    app.ask(app.driver().set_window_rect(0, 0, width, height));
}

//! The first page of a first visit is there before the program, and what is said there counts whenever that comes.

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use serde_json::json;

use super::rescue::{copied, programs, tamper};
use crate::app::App;
use crate::engine::Setup;
use crate::server::Held;
use crate::stage::Stage;
use crate::welcome::{ESTUDIANTE, MENTORA};

pub fn play(stage: &Stage) {
    let copy = copied(stage, "greeting-dist");
    let [program] = &programs(&copy, "-main-")[..] else { panic!("the release has one program") };
    stage.serve(&copy);
    fails_behind_it(stage, program);
    let held = Held::back(program);

    let ana = stage.browser("ana", Setup::PHONE);
    ana.see("Welcome to Steadyhand");
    ana.is_accessible();
    ana.screenshot("before-the-program");
    ana.click("En español");
    ana.see("Te damos la bienvenida a Steadyhand");
    assert_eq!(title(&ana), "Bienvenida · Steadyhand");
    ana.is_accessible();
    // Somebody is faster than the program, changes their mind, and is faster again.
    ana.click("Soy estudiante");
    ana.see("Abriendo…");
    assert!(!ana.text().contains("Soy estudiante"), "both are there: {}", ana.text());
    ana.screenshot("faster");
    ana.back();
    ana.see("Soy estudiante");
    has_keyboard(&ana);
    ana.click(MENTORA.role);
    ana.see("Abriendo…");
    drop(held);
    ana.see("Aquí como mentor o mentora");
    assert_eq!(title(&ana), "¿Cómo quieres empezar? · Steadyhand");

    // The same with the program there.
    ana.back();
    ana.see("Te damos la bienvenida a Steadyhand");
    has_keyboard(&ana);
    assert_eq!(title(&ana), "Bienvenida · Steadyhand");
    ana.click("In English");
    ana.click("I coordinate a program");
    ana.see("Here as a coordinator");
    // Firefox complains there of the icon that it was fetching when a page is loaded anew.
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");
    ana.reload();
    ana.see("Here as a coordinator");
    ana.back();
    ana.click("En español");
    // What was said here is not asked again, in whichever language one was before.
    ana.begins_with_example(ESTUDIANTE);
    let left: u32 = ana.run("return document.querySelectorAll('.greeting').length", json!([]));
    assert_eq!(left, 0, "the first page is still there");
}

/// A program that does not start says so, whatever one does with the first page by then.
fn fails_behind_it(stage: &Stage, program: &Path) {
    let held = Held::back(program);
    let eva = stage.browser("eva", Setup::PHONE);
    eva.click("I am a student");
    tamper(program);
    drop(held);
    eva.see("Steadyhand could not start");
    eva.back();
    sleep(Duration::from_millis(200));
    let text = eva.text();
    assert!(text.contains("could not start") && !text.contains("I am a student"), "{text}");
    tamper(program);
}

fn title(app: &App<'_>) -> String {
    app.run("return document.title", json!([]))
}

#[track_caller]
fn has_keyboard(app: &App<'_>) {
    let name: String = app.run("return document.activeElement.tagName", json!([]));
    assert_eq!(name, "H1", "the keyboard is not at the top of the page");
}

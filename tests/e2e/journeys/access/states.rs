//! Pages in a state that a walk past them does not see: every form in error, every menu open, and the
//! screens that stand in for a program that did not start. All of them are accessible.

use std::fs;

use serde_json::{Value, json};
use thirtyfour::Key;

use super::super::pages::walk;
use super::super::rescue::{copied, programs, tamper};
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::wait::eventually;
use crate::welcome::{ESTUDIANTE, STUDENT, Who};

pub fn play(stage: &Stage) {
    let telefono = Setup::PHONE.dark().speaking("es-US");
    if stage.engine == Engine::Chromium {
        in_every_state(stage, "english", Setup::PHONE, STUDENT);
        in_every_state(stage, "spanish", telefono, ESTUDIANTE);
    }
    without_the_program(stage, telefono);
    without_a_script(stage);
}

fn in_every_state(stage: &Stage, person: &str, setup: Setup, who: Who) {
    let seen = std::cell::Cell::new((0, 0));
    walk(stage, person, setup, who, &|app, page| {
        let (forms, menus) = seen.get();
        seen.set((forms + in_error(app, page), menus + with_menus_open(app, page)));
    });
    let (forms, menus) = seen.get();
    println!("      {person}: {forms} pages with forms in error, {menus} open menus");
    assert!(forms >= 5 && menus >= 5, "{person}: {forms} forms in error, {menus} menus");
}

/// Submits every form as it is. Says whether any of them found fault with that.
fn in_error(app: &App<'_>, page: &str) -> usize {
    let script = "const [done] = arguments;
        const place = location.hash;
        const forms = [...document.querySelectorAll('main form')];
        // What is filled in already is emptied, or it would be taken.
        for (const field of forms.flatMap((form) => [...form.querySelectorAll('input[type=text], textarea')])) {
          field.value = '';
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }
        forms.forEach((form) => form.requestSubmit());
        setTimeout(() => done(location.hash === place && document.querySelectorAll('[aria-invalid=true]').length), 200)";
    let wrong = app.run_async::<Value>(script, json!([])).as_u64().unwrap_or_default();
    if wrong == 0 {
        return 0;
    }
    app.screenshot(&format!("{}-in-error", page.replace('/', "-")));
    app.has_no_faults(page);
    app.is_accessible();
    let script = "return [...document.querySelectorAll('[aria-invalid=true]')].every((field) =>
        (field.getAttribute('aria-describedby') ?? '').split(' ').some((id) =>
            document.getElementById(id)?.matches('.field__error:not(:empty)')))";
    assert!(app.run::<bool>(script, json!([])), "{page}: a field does not say what is wrong");
    1
}

/// Opens each menu of the page, one after the other.
fn with_menus_open(app: &App<'_>, page: &str) -> usize {
    let count: usize =
        app.run("return document.querySelectorAll('main .menu > button').length", json!([]));
    // One of many that are alike will do.
    for at in 0..count.min(2) {
        let script = "document.querySelectorAll('main .menu > button')[arguments[0]].focus()";
        app.run::<Value>(script, json!([at]));
        app.press(Key::Enter);
        let open = "return document.querySelector(':popover-open') !== null";
        let is_open = || app.try_run::<bool>(open, json!([])).filter(|is_open| *is_open);
        assert!(eventually(is_open).is_some(), "{page}: a menu does not open");
        if at == 0 {
            app.screenshot(&format!("{}-menu", page.replace('/', "-")));
        }
        app.is_accessible();
        app.press(Key::Escape);
    }
    count.min(2)
}

/// The program is not what the page says.
fn without_the_program(stage: &Stage, setup: Setup) {
    let copy = copied(stage, "no-program");
    programs(&copy, "").iter().for_each(|program| tamper(program));
    stage.serve(&copy);
    let ana = stage.browser("ana", setup);
    let is_spanish = stage.engine != Engine::WebKit;
    ana.see(if is_spanish { "Steadyhand no pudo abrirse" } else { "Steadyhand could not start" });
    ana.screenshot("no-program");
    ana.has_no_faults("no program");
    ana.is_accessible();
}

/// Not even the first script comes, as on a host to which half of the folder has been copied: the page says
/// so by itself, and offers to be loaded again.
fn without_a_script(stage: &Stage) {
    let copy = copied(stage, "no-script");
    for file in fs::read_dir(&copy).expect("the copy can be read").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name == "sw.js" || name.starts_with("boot-") {
            fs::remove_file(file.path()).expect("the copy can be written");
        }
    }
    stage.serve(&copy);
    let bea = stage.browser("bea", Setup::PHONE);
    bea.see("Opening");
    assert!(!bea.text().contains("taking long"), "it says so before it is so");
    bea.see("This is taking long.");
    bea.see("Esto está tardando.");
    bea.screenshot("no-script");
    bea.has_no_faults("no script");
    bea.is_accessible();
    bea.click("Load again");
    bea.see("Opening");
}

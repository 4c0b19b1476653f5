//! The harness's own verbs, on a small page made for them: a journey can only be trusted if these can.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::wait::eventually;

pub fn play(stage: &Stage) {
    stage.serve(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/verbs"));
    let app = stage.browser("ana", Setup::PHONE);
    app.see("Nothing yet");
    let (width, content) = app.widths();
    // MiniBrowser's own bar has a least width.
    assert!(width == 360 || stage.engine != Engine::Chromium, "the window is {width} wide");
    assert!(content <= width, "{content} on a window of {width}");

    app.type_into("Name", "An");
    app.press("a");
    app.type_into("By when", "2026-12-18");
    app.tick("Ready");
    assert!(app.is_ticked("Ready"));
    assert!(app.can_click("Save") && !app.can_click("Delete"));
    app.click("Save");
    app.see("Ana by 2026-12-18 ready");
    app.clear_and_type("Name", "Bea");
    app.see_field("Name", "Bea");
    app.choose("Kind", "Meeting");
    app.see("Kind is m");
    app.click_in("Thursday", "Choose");
    app.see("Chose Thursday");
    app.see_no("Chose Monday");

    app.upload("Bring in a file", &stage.file("in.txt", "¡hola!"));
    app.see("File says ¡hola!");
    let (name, text) = app.download("Export");
    assert_eq!((name.as_str(), text.as_str()), ("plan.steadyhand.json", "{\"grüße\":1}"));

    app.click("Goals");
    app.see("At #/goals");
    assert_eq!(app.route(), "#/goals");
    app.back();
    assert_eq!(app.route(), "");
    app.press(Key::Tab);
    app.is_accessible();
    app.run::<Value>("document.querySelector('h1').lang = 'xx-nonsense'; document.querySelector('nav a').textContent = ''", json!([]));
    let rules: Vec<String> = app.axe().into_iter().map(|violation| violation.rule).collect();
    assert!(rules.iter().any(|rule| rule == "link-name"), "axe only saw {rules:?}");
    assert_eq!(app.console_errors(), Vec::<String>::new());
    app.click("Fail");
    assert!(
        eventually(|| (app.console_errors().len() >= 2).then_some(())).is_some(),
        "errors go unnoticed"
    );

    app.reload();
    app.see_field("Name", "Bea");
    if stage.engine.keeps_profiles() {
        app.close();
        stage.go_offline();
        stage.go_online();
        let app = stage.browser("ana", Setup::DESKTOP.dark().speaking("es-US"));
        app.see_field("Name", "Bea");
        assert_eq!(app.run::<String>("return navigator.language", json!([])), "es-US");
        app.screenshot("dark");
        app.kill();
        let app = stage.blank("ana", Setup::DESKTOP);
        app.open();
        app.see("Nothing yet");
    }
    let other = stage.browser("dana", Setup::DESKTOP);
    other.see_field("Name", "");
}

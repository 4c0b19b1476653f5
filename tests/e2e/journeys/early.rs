//! What a person has chosen to see is there before the program: its theme, its language, and what the
//! browser draws around the page.

use std::fs;

use serde_json::{Value, json};

use super::both_sides::begin_a_plan;
use super::rescue::{copied, programs, tamper};
use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;

/// The page as it stands: theme, language, ground, colour around it, manifest.
const LOOK: &str = "const root = document.documentElement;
    const around = [...document.querySelectorAll('meta[name=theme-color]')];
    return [
      root.dataset.theme ?? 'none',
      root.lang,
      getComputedStyle(document.body).backgroundColor,
      around.filter(({ media }) => matchMedia(media).matches).map(({ content }) => content).join(),
      document.querySelector('link[rel=manifest]').dataset.href,
    ]";
const LIGHT: [&str; 5] = ["none", "en", "rgb(247, 247, 243)", "#f7f7f3", "manifest.webmanifest"];
const DARK: [&str; 5] = ["dark", "es", "rgb(15, 22, 24)", "#0f1618", "manifest.es.webmanifest"];

pub fn play(stage: &Stage) {
    let copy = copied(stage, "early-dist");
    // The service worker would bring the program.
    fs::remove_file(copy.join("sw.js")).expect("the release has a service worker");
    stage.serve(&copy);
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    assert_eq!(look(&ana), LIGHT, "nothing is chosen");
    ana.go("#/more/settings");
    ana.click("Dark");
    ana.click("Español");
    ana.see("Apariencia");
    let [theme, language, ground, around, _] = look(&ana);
    assert_eq!([theme, language, ground, around], DARK[..4], "at once");

    // A program that is not the right one never runs.
    programs(&copy, "").iter().for_each(|program| tamper(program));
    ana.reload();
    ana.see("Steadyhand no pudo abrirse");
    assert_eq!(look(&ana), DARK, "without the program");
    ana.screenshot("dark-without-program");

    // What is stored may be anything.
    let key = "Object.keys(localStorage).find((key) => key.endsWith('#text/preferences'))";
    for stored in
        ["", "1", "1 {\"theme\": 3}", "1 {\"theme\": \"pink\", \"language\": null}", "1 null"]
    {
        ana.run::<Value>(&format!("localStorage.setItem({key}, arguments[0])"), json!([stored]));
        ana.reload();
        ana.see("Steadyhand could not start");
        assert_eq!(look(&ana), LIGHT, "with {stored:?} stored");
    }
}

fn look(app: &App<'_>) -> [String; 5] {
    app.run(LOOK, json!([]))
}

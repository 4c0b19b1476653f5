//! A tab that is killed while it takes in a large file: afterwards all of it is there, or nothing.

use std::path::Path;

use serde_json::json;
use steadyhand::codec::bundle;
use steadyhand::domain::Plan;
use thirtyfour::WindowHandle;

use super::dana::{Dana, version_of};
use super::{Luck, kills, typist};
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::journeys::both_sides::begin_a_plan;
use crate::stage::Stage;
use crate::wait::eventually;
use crate::welcome::MENTOR;

/// The longest time from the press to the kill, in milliseconds.
const LIFE: u64 = 2_000;

/// What came of it all.
#[derive(Default, Debug)]
struct Tally {
    kills: u32,
    crashes: u32,
    /// Imports that were there afterwards.
    whole: u32,
    /// Imports of which nothing was there afterwards.
    nothing: u32,
}

pub fn play(stage: &Stage) {
    let mut luck = Luck::new();
    let mut tally = Tally::default();
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    typist::settle(&ana);
    let mut dana = Dana::with_plan(&exported(&ana).0, luck.seed);
    ana.visit("nothing-here");
    let watch = ana.tab();
    let mut stands = None;
    for version in 1..=kills(5, 100) {
        let file = stage.file("from-dana.json", &dana.revise(version));
        ana.new_tab();
        ana.visit("#/more/import");
        ana.upload("Open a file", &file);
        ana.see("Plan from Dana Ruiz");
        press_soon(&ana, "Bring in ");
        luck.wait(LIFE);
        if stage.engine == Engine::Chromium && version % 2 == 0 {
            ana.crash_tab(&watch);
            tally.crashes += 1;
        } else {
            ana.close_tab(&watch);
        }
        tally.kills += 1;
        stands = look(&ana, &watch, stands, version, &mut tally);
    }
    let file = stage.file("to-eva.json", &dana.revise(0));
    for _ in 0..kills(1, 20) {
        arrive(stage, &mut luck, &file, &mut tally);
    }
    println!("     {} imports: {tally:?}, seed {}", stage.engine.name(), luck.seed);
}

/// The first file of somebody who is new here: it comes with the answer to who they are. Killed in the
/// middle, it either has come in or can be brought in again, and she is in the plan once.
fn arrive(stage: &Stage, luck: &mut Luck, file: &Path, tally: &mut Tally) {
    let eva = stage.browser(&format!("eva-{}", tally.kills), Setup::PHONE);
    let app = eva.tab();
    let watch = eva.new_tab();
    eva.visit("nothing-here");
    eva.turn_to(&app);
    eva.is_introduced(MENTOR, "Eva Luna");
    pick(&eva, file);
    press_soon(&eva, "Bring in ");
    luck.wait(LIFE);
    eva.close_tab(&watch);
    tally.kills += 1;

    eva.visit("#/today");
    // Her name may have been kept before the plan was.
    const NEW: &str = "Welcome to Steadyhand";
    const NAMED: &str = "No plan yet";
    let signs = [NEW, NAMED, "mentorship"];
    let opened = || signs.into_iter().find(|sign| eva.text().contains(sign));
    let found = eventually(opened).expect("the app opens");
    if [NEW, NAMED].contains(&found) {
        tally.nothing += 1;
        if found == NEW {
            eva.says_who(MENTOR);
        }
        pick(&eva, file);
        eva.click("Bring in ");
        eva.see("brought in");
    } else {
        tally.whole += 1;
    }
    typist::settle(&eva);
    eva.reload();
    typist::settle(&eva);
    let plan = exported(&eva).1;
    assert_eq!(version_of(&plan), Some(0));
    let people: Vec<String> = plan.people().into_iter().map(|person| person.name).collect();
    let named = people.iter().filter(|name| *name == "Eva Luna").count();
    assert_eq!((named, people.len()), (1, 3), "{people:?}");
}

fn pick(eva: &App<'_>, file: &Path) {
    eva.click("Open a file I was sent");
    eva.upload("Open a file", file);
    eva.see("Plan from Dana Ruiz");
}

/// Opens the app again, and sees that the plan stands as it did or as the file had it.
fn look(
    ana: &App<'_>,
    watch: &WindowHandle,
    stood: Option<u32>,
    sent: u32,
    tally: &mut Tally,
) -> Option<u32> {
    ana.new_tab();
    ana.visit("#/today");
    typist::settle(ana);
    let stands = version_of(&exported(ana).1);
    if stands == Some(sent) {
        tally.whole += 1;
    } else {
        assert_eq!(stands, stood, "neither as it was nor as the file has it");
        tally.nothing += 1;
    }
    assert!(!ana.text().contains("set aside"), "something had to be set aside");
    ana.close_tab(watch);
    stands
}

/// The open plan as the app exports it: the file's text, and the plan as another device reads it.
#[track_caller]
fn exported(app: &App<'_>) -> (String, Plan) {
    app.go("#/more/share");
    let (_, text) = app.download("Export plan");
    let bundle = bundle::read(text.as_bytes()).expect("the app's own files can be read");
    let [(_, plan)] = bundle.plans.as_slice() else { panic!("there is one plan") };
    (text, plan.clone())
}

/// Has a button pressed when this has returned, so that a kill can come before or in the middle of
/// what the press begins.
#[track_caller]
fn press_soon(app: &App<'_>, name: &str) {
    let script = "const button = [...document.querySelectorAll('button')]
            .find((one) => one.textContent.trim().startsWith(arguments[0]));
        if (button) setTimeout(() => button.click(), 0);
        return !!button";
    let press = || app.try_run(script, json!([name])).filter(|pressed| *pressed);
    assert!(eventually(press).is_some(), "there is no button {name:?}");
}

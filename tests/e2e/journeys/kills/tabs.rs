//! A tab that is killed while it writes: nothing that its page had accepted is lost.

use serde_json::json;
use thirtyfour::WindowHandle;

use super::typist::{self, Report, Told};
use super::{Luck, kills};
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;

/// Kills on one profile, before a list grows too long to be read each time.
const ROUND: u32 = 25;
/// How long the typist may write before its tab is killed, in milliseconds.
const LIFE: u64 = 400;

/// What came of it all.
#[derive(Default, Debug)]
struct Tally {
    kills: u32,
    crashes: u32,
    accepted: usize,
    saved: usize,
    found: usize,
}

pub fn play(stage: &Stage) {
    let mut luck = Luck::new();
    let mut tally = Tally::default();
    let wanted = kills(15, 1000);
    while tally.kills < wanted {
        let lives = ROUND.min(wanted - tally.kills);
        round(stage, &mut luck, &mut tally, lives);
    }
    println!("     {} tabs: {tally:?}, seed {}", stage.engine.name(), luck.seed);
    assert!(tally.accepted > tally.kills as usize, "the typist wrote too little: {tally:?}");
    assert!(tally.found >= tally.accepted, "{tally:?}");
}

/// So many kills on a profile of its own, each looked at by the next life, and all at the end.
fn round(stage: &Stage, luck: &mut Luck, tally: &mut Tally, lives: u32) {
    let ana = stage.browser(&format!("ana-{}", tally.kills), Setup::PHONE);
    let goal = typist::begin(&ana);
    let watch = watch(&ana);
    let mut report = Report::default();
    for life in 0..lives {
        ana.new_tab();
        ana.visit(&goal);
        typist::check(&ana, &report.accepted);
        typist::begin_typing(&ana, life);
        luck.wait(LIFE);
        if stage.engine == Engine::Chromium && life % 2 == 1 {
            ana.crash_tab(&watch);
            tally.crashes += 1;
        } else {
            ana.close_tab(&watch);
        }
        report.note(heard(&ana));
        tally.kills += 1;
    }
    report.note(heard(&ana));
    ana.visit(&goal);
    tally.found += typist::check(&ana, &report.accepted).comments.len();
    typist::check_export(&ana, &report.accepted);
    tally.accepted += report.accepted.comments.len();
    tally.saved += report.saved.comments.len();
}

/// Makes this tab a bare page of the app's origin, which hears what typists are told.
fn watch(app: &App<'_>) -> WindowHandle {
    app.visit("nothing-here");
    let listen = "window.heard = []; window.line = new BroadcastChannel('typist'); \
                  window.line.onmessage = (event) => window.heard.push(JSON.parse(event.data))";
    app.run::<()>(listen, json!([]));
    app.tab()
}

/// What typists were told since this was last asked.
fn heard(app: &App<'_>) -> Vec<Told> {
    app.run("return window.heard.splice(0)", json!([]))
}

//! A browser that is killed: nothing that was shown as saved is lost, and what was still on its way is
//! there whole or not at all.

use super::typist::{self, Report};
use super::{Luck, kills};
use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;
use crate::wait::eventually;

/// Kills on one profile, before a list grows too long to be read each time.
const ROUND: u32 = 10;
/// How long the typist may write, in milliseconds.
const LIFE: u64 = 600;
/// The longest time from *Saved* to the kill, in milliseconds.
const AFTER: f64 = 10_000.0;

/// What came of it all. Texts are counted in the life that wrote them.
#[derive(Default, Debug)]
struct Tally {
    kills: u32,
    /// Kills while *Saving* was shown.
    while_saving: u32,
    accepted: usize,
    saved: usize,
    found: usize,
}

pub fn play(stage: &Stage) {
    if !stage.engine.keeps_profiles() {
        return;
    }
    let mut luck = Luck::new();
    let mut tally = Tally::default();
    let wanted = kills(3, 100) + kills(1, 34);
    while tally.kills < wanted {
        let lives = ROUND.min(wanted - tally.kills);
        round(stage, &mut luck, &mut tally, lives);
    }
    println!("     {} browsers: {tally:?}, seed {}", stage.engine.name(), luck.seed);
    assert!(tally.saved > tally.kills as usize, "the typist wrote too little: {tally:?}");
}

/// So many kills on a profile of its own.
fn round(stage: &Stage, luck: &mut Luck, tally: &mut Tally, lives: u32) {
    let person = format!("ana-{}", tally.kills);
    let mut ana = stage.browser(&person, Setup::PHONE);
    let goal = typist::begin(&ana);
    let mut report = Report::default();
    for life in 0..lives {
        let before = report.saved.comments.len();
        typist::begin_typing(&ana, life);
        if life % 4 == 3 {
            luck.wait(LIFE);
            catch_saving(&ana, &mut report);
            tally.while_saving += 1;
        } else {
            luck.wait(LIFE);
            typist::end_typing(&ana);
            report.note(typist::told(&ana).0);
            report.saved = report.accepted.clone();
            luck.wait_mostly_shortly(AFTER);
        }
        ana.kill();
        tally.kills += 1;
        ana = stage.blank(&person, Setup::PHONE);
        ana.visit(&goal);
        let found = typist::check(&ana, &report.saved);
        tally.accepted += report.accepted.comments.len() - before;
        tally.saved += report.saved.comments.len() - before;
        tally.found += found.comments.len() - before;
        // What was lost before it was saved stays lost.
        report = Report { accepted: found.clone(), saved: found };
    }
    typist::check_export(&ana, &report.saved);
    // After all this, the second copy alone holds everything, too.
    ana.go("#/backup");
    ana.see("Everything is kept twice on this device");
    ana.kill();
    stage.lose_database(&person);
    let ana = stage.blank(&person, Setup::PHONE);
    ana.visit(&goal);
    typist::check(&ana, &report.saved);
    ana.see("This browser lost its database");
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");
}

/// Waits for a moment at which the page shows that something is on its way.
fn catch_saving(app: &App<'_>, report: &mut Report) {
    let caught = eventually(|| {
        let (told, state) = typist::told(app);
        report.note(told);
        (state == "saving").then_some(())
    });
    assert!(caught.is_some(), "the page never says that it is saving");
}

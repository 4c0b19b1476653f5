//! A large file on a slow phone: it is given up while it is read and while it is taken in, which changes
//! nothing, and then taken in whole, while the page goes on answering.
//!
//! The normal run takes 6,000 records on a processor 20 times slower than this one; `STEADYHAND_LONG=1`
//! makes it 20,000.

use std::env;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};
use steadyhand::codec::bundle::{self, Audience, Header};
use steadyhand::domain::{Command, Context, DeviceId, GoalChange, Role, Workspace};

use super::both_sides::begin_a_plan;
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::wait::eventually;

const TASKS: usize = 6;
/// How many times slower than this one a processor is.
const SLOWER: u32 = 20;

pub fn play(stage: &Stage) {
    let is_long = env::var_os("STEADYHAND_LONG").is_some();
    let records = if is_long { 20_000 } else { 6_000 };
    let file = large_file(stage, records);
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    ana.go("#/more/share");
    ana.see("Saved on this device");
    let before = digest(&ana);
    if stage.engine == Engine::Chromium {
        give_up(&ana, &file, &before);
    }
    watch(&ana);
    ana.upload("Open a file", &file);
    patiently(&ana, "Bring in");
    answer_who(&ana);
    ana.click("Bring in");
    patiently(&ana, "brought in");
    ana.go("#/more");
    patiently(&ana, "Saved on this device");
    let longest = longest(&ana);
    println!("     {}: {records} records, longest task {longest} ms", stage.engine.name());
    assert_ne!(digest(&ana), before);

    // The offer stays for as long as the page is not left, however long saving has taken.
    ana.click("Undo");
    patiently(&ana, "Import undone");
    patiently(&ana, "Saved on this device");
    assert_eq!(stored(&ana), 0, "records of the large plan are left");
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");
}

/// Gives the file up while it is read and while it is taken in. A slower processor makes this take long
/// enough to be shown.
fn give_up(ana: &App<'_>, file: &Path, before: &str) {
    let slow =
        |rate: u32| ana.command_chromium("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
    slow(SLOWER);
    cancel_at_sight(ana);
    ana.upload("Open a file", file);
    let seen = cancelled(ana);
    println!("     given up: {seen:?}");
    assert!(
        ["Reading the file…", "Comparing it with what you have…"].contains(&seen.words.as_str())
    );
    ana.see("Open a file");
    assert_eq!(digest(ana), before, "what was given up has changed something");

    ana.upload("Open a file", file);
    patiently(ana, "Bring in");
    answer_who(ana);
    // Less is to be done now, and what is done at once is never shown.
    slow(4 * SLOWER);
    cancel_at_sight(ana);
    ana.click("Bring in");
    let seen = cancelled(ana);
    println!("     given up: {seen:?}");
    assert_eq!(seen.words, "Bringing it in…");
    slow(1);
    assert!(eventually(|| ana.can_click("Bring in").then_some(())).is_some(), "the file is gone");
    ana.see_no("Cancel");
    assert_eq!(digest(ana), before, "what was given up has changed something");
    ana.click("Not now");
    ana.see("Saved on this device");
}

/// What stood there when work was given up.
#[derive(Debug, Deserialize)]
struct Seen {
    words: String,
    percent: u8,
}

/// Gives long work up as soon as it is shown and has come a little way: a person would be slower than
/// this processor.
fn cancel_at_sight(app: &App<'_>) {
    let script = "window.seen = null; const watch = new MutationObserver(() => { \
        const bar = document.querySelector('.working progress'); \
        if (window.seen || !bar || bar.value < 1) return; \
        const line = bar.closest('.working'); watch.disconnect(); \
        window.seen = { words: line.querySelector('[role=status]').textContent, percent: bar.value }; \
        line.querySelector('button').click(); }); \
        watch.observe(document.body, { subtree: true, childList: true, attributes: true });";
    app.run::<Value>(script, json!([]));
}

#[track_caller]
fn cancelled(app: &App<'_>) -> Seen {
    let look = || app.try_run::<Option<Seen>>("return window.seen", json!([])).flatten();
    let seen =
        (0..8).find_map(|_| eventually(look)).expect("long work is shown, and can be given up");
    assert!((1..=100).contains(&seen.percent), "{seen:?}");
    seen
}

fn answer_who(ana: &App<'_>) {
    ana.click("Somebody new");
    ana.clear_and_type("Your name", "Ana Morales");
}

/// A plan that somebody else has made, with so many records.
fn large_file(stage: &Stage, records: usize) -> PathBuf {
    let mut workspace = Workspace::new();
    let mut drawn = 1u128 << 90;
    let mut random = || {
        drawn = drawn.wrapping_mul(0x2360_ED05_1FC6_5DA4_4385_DF64_9FCC_F645).wrapping_add(1);
        drawn >> 40
    };
    let now = "2026-11-23T06:10:00-06:00".parse().expect("a moment");
    let mut ctx = Context { device: DeviceId::from_random(99), now, random: &mut random };
    let start = Command::StartPlan {
        title: "Large".to_owned(),
        starts: now.date_naive(),
        weeks: 16,
        name: "Dana Ruiz".to_owned(),
        role: Role::Mentor,
    };
    let plan = workspace.apply(start, &mut ctx).expect("a plan").subject.expect("a plan").plan;
    for goal in 0..records / (TASKS + 1) {
        let changes = vec![GoalChange::Title(format!("Goal {goal}"))];
        let tasks = (0..TASKS).map(|task| format!("Draw {goal}.{task}")).collect();
        workspace.apply(Command::AddGoal { plan, changes, tasks }, &mut ctx).expect("a goal");
    }
    let header = Header { audience: Audience::Pair, made: now, from: None };
    stage.file("large.json", &bundle::write(&header, workspace.plans()))
}

/// A hash of everything the database holds.
fn digest(app: &App<'_>) -> String {
    app.run_async(include_str!("../digest.js"), json!(["digest"]))
}

/// How many records of the large plan the database holds.
fn stored(app: &App<'_>) -> usize {
    app.run_async(include_str!("../digest.js"), json!(["Draw "]))
}

/// Notes from now on how long the page did not answer.
fn watch(app: &App<'_>) {
    let script = "window.longest = 0; let last = performance.now(); \
                  const look = () => { const now = performance.now(); \
                  window.longest = Math.max(window.longest, now - last); last = now; \
                  setTimeout(look, 0) }; look()";
    app.run::<Value>(script, json!([]));
}

/// For how long, in milliseconds, the page did not answer at most.
fn longest(app: &App<'_>) -> u32 {
    app.run("return Math.round(window.longest)", json!([]))
}

/// Waits for a text as long as it takes.
#[track_caller]
fn patiently(app: &App<'_>, text: &str) {
    let come = || eventually(|| app.text().contains(text).then_some(()));
    assert!((0..8).any(|_| come().is_some()), "never sees {text:?}");
}

//! Upgrades back and forth between two builds, with several tabs open: no page is ever made of two
//! builds, nothing changes before the person agrees or the last tab is closed, and a host on which
//! something is missing or cut off changes nothing at all.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::WindowHandle;

use super::offline::visit_once;
use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;
use crate::wait::eventually;

/// The names of the two builds.
const BUILDS: [&str; 2] = ["first", "second"];
/// What a new version is offered with.
const READY: &str = "New version ready";
/// What is said where the host could not be asked.
const NO_ANSWER: &str = "There is no answer";

pub fn play(stage: &Stage) {
    let host = Host::new(stage);
    let app = stage.browser("ana", Setup::PHONE);
    visit_once(&app);
    assert_eq!(build(&app), BUILDS[0]);
    let front = app.tab();
    let back = app.new_tab();
    app.open();
    is_whole(&app);

    torn_hosts(&app, &host, &front);
    half_typed(&app, &host, &front);
    let rounds = if std::env::var_os("STEADYHAND_LONG").is_some() { 50 } else { 5 };
    let mut mixed = 0;
    for round in 0..rounds {
        // The tab at the back stays behind for two upgrades, then it is loaded anew.
        let now = BUILDS[round % 2];
        host.deploy(now);
        app.turn_to(&front);
        upgrade(&app, now);
        app.turn_to(&back);
        let was = build(&app);
        is_whole(&app);
        if was != now {
            app.see(READY);
            mixed += 1;
        }
        if round % 3 == 2 {
            app.reload();
            assert_eq!(build(&app), now, "a page loaded anew is of the newest build");
            is_whole(&app);
        }
    }
    println!("      {rounds} upgrades, {mixed} times with tabs of both builds open");
    last_tab_closes(&app, &host, BUILDS[rounds % 2], &front, &back);
    assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    cannot_start(&app, &host, BUILDS[(rounds + 1) % 2]);
}

/// A host whose folder can be replaced as a whole, at one address.
struct Host {
    folder: PathBuf,
    now: PathBuf,
}

impl Host {
    fn new(stage: &Stage) -> Self {
        let now = stage.file("now", "");
        fs::remove_file(&now).expect("the temporary folder can be written");
        let host = Self { folder: now.with_file_name("builds"), now };
        for mark in BUILDS {
            host.build(mark);
        }
        host.deploy(BUILDS[0]);
        stage.serve(&host.now);
        host
    }

    /// Makes a build of its own out of the release.
    fn build(&self, mark: &str) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        fs::create_dir_all(&self.folder).expect("the temporary folder can be written");
        let out = self.folder.join(mark);
        run(Command::new("node")
            .arg(root.join("tests/e2e/builds.mjs"))
            .args([&root.join("dist"), &out])
            .arg(mark));
        list(&out);
    }

    /// Puts a build in the place of what is there, all at once.
    fn deploy(&self, mark: &str) {
        let next = self.now.with_file_name("next");
        symlink(self.folder.join(mark), &next).expect("a link can be made");
        fs::rename(&next, &self.now).expect("a link can be replaced");
    }

    /// A copy of a build in which one file is not as it should be.
    fn tear(&self, mark: &str, torn: &str, tear: impl Fn(&Path)) {
        let out = self.folder.join(torn);
        fs::create_dir_all(&out).expect("the temporary folder can be written");
        run(Command::new("cp").arg("-r").arg(self.folder.join(mark).join(".")).arg(&out));
        tear(&out);
        self.deploy(torn);
    }
}

/// Makes the service worker for what stands in a folder.
fn list(folder: &Path) {
    let step = Path::new(env!("CARGO_MANIFEST_DIR")).join("install/precache.mjs");
    run(Command::new("node").arg(step).arg(folder));
}

fn run(command: &mut Command) {
    let outcome = command.output().expect("the command can be started");
    assert!(outcome.status.success(), "{command:?}: {}", String::from_utf8_lossy(&outcome.stderr));
}

/// What a build begins with.
fn program_in(build: &Path) -> PathBuf {
    let files = fs::read_dir(build).expect("the build can be read").flatten();
    let mut found = files.map(|file| file.path());
    let is_program = |path: &PathBuf| {
        let path = path.to_string_lossy();
        path.contains("-main-") && path.ends_with(".wasm")
    };
    found.find(is_program).expect("the build has a program")
}

/// Asks the host and waits for its answer. Firefox now and then drops a question for another of its own; the page then says
/// that there was no answer, and one asks again.
fn looks(app: &App<'_>) {
    press_look(app);
    let has_looked = || {
        let text = app.text();
        if text.contains("There is no answer") {
            press_look(app);
        }
        text.contains("Looked just now.").then_some(())
    };
    assert!(eventually(has_looked).is_some(), "the host is not asked: {}", app.text());
}

/// A file is missing, one is cut off, one is of another build: the old version goes on.
fn torn_hosts(app: &App<'_>, host: &Host, front: &WindowHandle) {
    app.turn_to(front);
    let next = BUILDS[1];
    let stays = |torn: &str| {
        app.go("#/more/install");
        app.see("No newer version is waiting.");
        looks(app);
        sleep(Duration::from_millis(700));
        assert!(!app.text().contains(READY), "{torn}: half a version is offered");
        app.reload();
        app.see("Without a network");
        assert_eq!(build(app), BUILDS[0], "{torn}");
        is_whole(app);
    };
    // The same file each time: a version whose every file has been had at some time is whole.
    host.tear(next, "missing", |out| {
        fs::remove_file(program_in(out)).expect("a file can be removed");
    });
    stays("missing");
    host.tear(next, "cut-off", |out| {
        let program = program_in(out);
        let bytes = fs::read(&program).expect("the build can be read");
        fs::write(&program, &bytes[..bytes.len() / 2]).expect("a file can be written");
    });
    stays("cut off");
    host.tear(next, "mingled", |out| {
        let other = program_in(&host.folder.join(BUILDS[0]));
        fs::copy(other, program_in(out)).expect("a file can be written");
    });
    stays("mingled");
}

/// A new version waits for as long as somebody writes, and what is half typed comes through it.
fn half_typed(app: &App<'_>, host: &Host, front: &WindowHandle) {
    host.deploy(BUILDS[1]);
    app.turn_to(front);
    app.go("#/more/install");
    find_next(app);
    app.screenshot("ready");
    app.is_accessible();
    app.go("#/goals/new");
    app.type_into("How I will know", "Three days in a ro");
    // WebKit's second window takes the focus of the first, in which nobody writes any more then.
    if app.run("return document.hasFocus()", json!([])) {
        assert!(!app.text().contains(READY), "it disturbs somebody who writes");
    }
    assert_eq!(build(app), BUILDS[0]);
    is_whole(app);
    app.reload();
    assert_eq!(build(app), BUILDS[0], "nobody has agreed yet");
    app.see_field("How I will know", "Three days in a ro");
    app.see(READY);
    app.screenshot("offer");
    app.click("Update");
    comes_to(app, BUILDS[1]);
    app.see_field("How I will know", "Three days in a ro");
    app.go("#/more/install");
}

/// The person looks for a new version, finds it and takes it.
fn upgrade(app: &App<'_>, mark: &str) {
    find_next(app);
    assert_ne!(build(app), mark, "nobody has agreed yet");
    is_whole(app);
    press(app, "Update");
    comes_to(app, mark);
    is_whole(app);
}

/// The person looks for a new version, unless the browser has just found it by itself.
fn find_next(app: &App<'_>) {
    app.see("Without a network");
    press_look(app);
    let offered = || {
        let text = app.text();
        if text.contains(NO_ANSWER) {
            // A torn host was still being asked, and this question was answered with that one. So one asks again.
            press_look(app);
        }
        text.contains(READY).then_some(())
    };
    let is_offered = eventually(offered);
    assert!(is_offered.is_some(), "nothing is offered, with {}: {}", workers(app), app.text());
}

/// Which workers the browser has for the page, for a journey that fails.
fn workers(app: &App<'_>) -> String {
    let script = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then((found) => done(
          ['installing', 'waiting', 'active'].map((which) => `${which}: ${found?.[which]?.state}`).join(', ')));";
    app.run_async(script, json!([]))
}

/// Has the host asked, where there is still something to ask.
fn press_look(app: &App<'_>) {
    press(app, "Look for a new version");
}

/// Presses a button of the page, if it is there. By script: the browser says when it likes that it would install the page,
/// and the button for that moves this one under the driver's pointer.
fn press(app: &App<'_>, name: &str) {
    let script = "[...document.querySelectorAll('button')]
        .find((button) => button.textContent === arguments[0])?.click()";
    app.run::<Value>(script, json!([name]));
}

/// Nobody agrees, and all tabs are closed: the next one is of the new version.
fn last_tab_closes(
    app: &App<'_>,
    host: &Host,
    mark: &str,
    front: &WindowHandle,
    back: &WindowHandle,
) {
    host.deploy(mark);
    app.turn_to(front);
    app.go("#/more/install");
    find_next(app);
    let empty = app.new_tab();
    app.turn_to(front);
    app.close_tab(back);
    app.close_tab(&empty);
    // The browser sees to it when the pages are quite gone.
    sleep(Duration::from_secs(1));
    app.open();
    comes_to(app, mark);
    is_whole(app);
}

/// A whole version with a fault: it does not start. The next one takes over with one tap.
fn cannot_start(app: &App<'_>, host: &Host, mended: &str) {
    host.tear(mended, "faulty", |out| {
        fs::write(program_in(out), "no program").expect("a file can be written");
        list(out);
    });
    app.go("#/more/install");
    find_next(app);
    press(app, "Update");
    app.see("Steadyhand could not start");
    host.deploy(mended);
    app.click("Try again");
    app.see("Without a network");
    assert_eq!(build(app), mended);
    is_whole(app);
}

/// Of which build the page is.
#[track_caller]
fn build(app: &App<'_>) -> String {
    app.run("return document.documentElement.dataset.page", json!([]))
}

#[track_caller]
fn comes_to(app: &App<'_>, mark: &str) {
    let script = "return document.documentElement.dataset.page";
    let is_so = || app.try_run::<String>(script, json!([])).filter(|found| found == mark);
    let comes = eventually(is_so).is_some();
    assert!(comes, "the page does not come to be of {mark:?}, with {}", workers(app));
    app.listen_for_errors();
}

/// Every part of the page is of one build, what it asks for now included.
#[track_caller]
fn is_whole(app: &App<'_>) {
    let script = "const done = arguments[arguments.length - 1];
        const { page, boot, glue } = document.documentElement.dataset;
        const sheet = getComputedStyle(document.documentElement).getPropertyValue('--build');
        fetch('mark.txt').then((answer) => answer.text()).then(
          (mark) => done([page, boot, glue, sheet.replace(/[\" ]/g, ''), mark]),
          (error) => done([String(error)]));";
    let parts = || {
        let parts: Vec<Option<String>> = app.run_async(script, json!([]));
        // The program's own script says so as soon as it has been read.
        parts.iter().all(Option::is_some).then_some(parts)
    };
    let parts = eventually(parts).expect("the page is not there");
    assert!(parts.iter().all(|part| *part == parts[0]), "a page of two builds: {parts:?}");
}

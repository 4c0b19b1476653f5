//! What makes an app of the page: the manifest as the browser reads it, where its shortcuts lead, the
//! number on its icon, and a reminder of a meeting that begins soon.

use serde_json::{Value, json};

use super::both_sides::begin_a_plan;
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::server::SECOND;
use crate::stage::Stage;
use crate::wait::eventually;

pub fn play(stage: &Stage) {
    let app = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&app);
    app.go("#/meetings/next");
    app.see("Meetings");
    assert_eq!(app.route(), "#/meetings", "there is no next meeting");
    if stage.engine == Engine::Chromium {
        let origin = json!({ "permissions": ["notifications"], "origin": app.url() });
        app.command_chromium("Browser.grantPermissions", origin);
        app.go("#/more/settings");
        app.tick("Remind me of meetings");
        assert!(eventually(|| app.is_ticked("Remind me of meetings").then_some(())).is_some());
        app.run::<Value>(
            "navigator.setAppBadge = async (count) => { window.badge = count }",
            json!([]),
        );
    }
    let is_today = in_ten_minutes(&app);
    app.go("#/meetings/next");
    app.see("Talk about small veins");
    let is_there = || (app.route() != "#/meetings/next").then_some(());
    assert!(eventually(is_there).is_some(), "the shortcut leads nowhere");
    let id = app.route().replace("#/meetings/", "");
    assert!(id.len() == 16, "{} is no meeting", app.route());
    if stage.engine == Engine::Chromium {
        reminds(&app);
        if is_today {
            let badge = "return window.badge ?? null";
            let badge = || app.try_run::<Option<u32>>(badge, json!([])).flatten();
            assert_eq!(eventually(badge), Some(1), "the meeting is due today");
        }
        is_an_app(&app, &app.url());
        app.visit(SECOND);
        app.see("Welcome to Steadyhand");
        is_an_app(&app, &format!("{}{SECOND}", app.url()));
    }
    assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
}

/// Schedules a meeting that begins in ten minutes, by the clock of the page, and says whether that is
/// still today.
fn in_ten_minutes(app: &App<'_>) -> bool {
    let script = "const at = new Date(Date.now() + 10 * 60_000);
        const two = (number) => String(number).padStart(2, '0');
        return [`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
          `${two(at.getHours())}:${two(at.getMinutes())}`,
          String(at.getDate() === new Date().getDate())];";
    let [day, time, is_today]: [String; 3] = app.run(script, json!([]));
    app.go("#/meetings/new");
    app.clear_and_type("Title", "Talk about small veins");
    app.type_into("Date", &day);
    app.type_into("Starts", &time);
    app.click("Schedule");
    app.see("Talk about small veins");
    is_today == "true"
}

/// The reminder has come, once.
fn reminds(app: &App<'_>) {
    let script = "const [done] = arguments;
        navigator.serviceWorker.ready.then((worker) => worker.getNotifications()).then((all) =>
          done(all.map(({ title, body, data }) => [title, body, data])))";
    let mut shown: Vec<[String; 3]> = Vec::new();
    let came = eventually(|| {
        shown = app.run_async(script, json!([]));
        (!shown.is_empty()).then_some(())
    });
    assert!(came.is_some(), "no reminder");
    assert_eq!(shown.len(), 1, "{shown:?}");
    assert_eq!(shown[0][0], "Talk about small veins");
    assert_eq!(shown[0][2], app.route(), "a tap leads to the meeting");
}

/// The browser finds nothing wrong with the manifest, and takes the folder for the app's identity.
fn is_an_app(app: &App<'_>, url: &str) {
    // The page names it once the program runs.
    let named = || {
        let manifest = app.command_chromium("Page.getAppManifest", json!({}));
        let is_ours = manifest["value"]["url"].as_str().is_some_and(|found| found.starts_with(url));
        is_ours.then_some(manifest)
    };
    let manifest = eventually(named).expect("the page names no manifest");
    assert_eq!(manifest["value"]["errors"], json!([]), "{manifest}");
    let id = app.command_chromium("Page.getAppId", json!({}));
    assert_eq!(id["value"]["appId"], url);
    let faults = app.command_chromium("Page.getInstallabilityErrors", json!({}));
    // A window of a driver counts as one that keeps nothing.
    let faults = faults["value"]["installabilityErrors"].as_array().cloned().unwrap_or_default();
    let faults: Vec<_> = faults.iter().filter(|fault| fault["errorId"] != "in-incognito").collect();
    assert!(faults.is_empty(), "{faults:?}");
}

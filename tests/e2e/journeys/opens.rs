//! The app opens from a folder of an ordinary host, quietly, and asks for nothing from anywhere else.

use serde_json::json;

use crate::engine::Setup;
use crate::server::FOLDER;
use crate::stage::Stage;
use crate::wait::eventually;
use crate::welcome::STUDENT;

pub fn play(stage: &Stage) {
    let app = stage.browser("visitor", Setup::PHONE);
    app.is_greeted(STUDENT);
    app.screenshot("start");
    // The program runs behind the first page, and has the next one.
    let has_started = || app.run::<bool>("return !document.getElementById('start')", json!([]));
    let started = eventually(|| has_started().then_some(()));
    assert!(started.is_some(), "the program does not start");
    app.says_who(STUDENT);
    assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    let loaded: Vec<String> = app.run(
        "return performance.getEntriesByType('resource').map((entry) => entry.name)",
        json!([]),
    );
    assert!(!loaded.is_empty(), "nothing was loaded, so nothing was checked");
    let strays: Vec<_> = loaded.iter().filter(|url| !url.starts_with(&stage.url())).collect();
    assert!(strays.is_empty(), "from outside the app's folder: {strays:?}");
    let requests = stage.requests();
    let bad = |line: &&String| !line.starts_with(&format!("200 {FOLDER}"));
    let bad: Vec<_> = requests.iter().filter(bad).collect();
    assert!(bad.is_empty(), "the host was asked for {bad:?}");
}

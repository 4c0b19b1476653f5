//! The app opens from a folder of an ordinary host, quietly, and asks for nothing from anywhere else.

use serde_json::json;

use crate::engine::Setup;
use crate::server::FOLDER;
use crate::stage::Stage;
use crate::wait::eventually;

pub fn play(stage: &Stage) {
    let app = stage.browser("visitor", Setup::PHONE);
    let is_drawn =
        || app.run::<u32>("return document.querySelector('#app').children.length", json!([]));
    let drawn = eventually(|| (is_drawn() > 0).then_some(()));
    app.screenshot("start");

    assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    assert!(drawn.is_some(), "the app draws nothing");
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

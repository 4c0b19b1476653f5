//! Everything a page must not ask for is noticed. Without this, the quiet of the other journeys would say
//! nothing.

use serde_json::{Value, json};

use crate::engine::Setup;
use crate::stage::Stage;
use crate::wait::eventually;

pub fn play(stage: &Stage) {
    stage.means_to_stray();
    let app = stage.browser("stray", Setup::PHONE);
    app.see("Welcome to Steadyhand");
    assert_eq!(stage.strays(), Vec::<String>::new(), "before anything strays");

    // Refused by the policy: a connection, a picture, a script in the page.
    let outside = "http://elsewhere.example/asked";
    app.run::<Value>("fetch(arguments[0]).catch(() => {})", json!([outside]));
    noticed(stage, "refused", "connect-src");
    app.run::<Value>("new Image().src = arguments[0]", json!(["http://elsewhere.example/seen"]));
    noticed(stage, "refused", "img-src");
    let inline = "const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.head.append(script);
        return window.ran === undefined";
    assert!(app.run::<bool>(inline, json!([])), "a script of the page's own ran");
    noticed(stage, "refused", "script-src");

    // Allowed by the policy, or beyond it: the same host beside the folder, and leaving the page.
    app.run::<Value>("fetch('/beside').catch(() => {})", json!([]));
    noticed(stage, "404", "/beside");
    app.run::<Value>(
        "const [to] = arguments; setTimeout(() => location.assign(to), 0)",
        json!([outside]),
    );
    noticed(stage, "GET", outside);
    app.open();
    app.see("Welcome to Steadyhand");
    let secret = "https://elsewhere.example/secret";
    app.run::<Value>(
        "const [to] = arguments; setTimeout(() => location.assign(to), 0)",
        json!([secret]),
    );
    noticed(stage, "CONNECT", "elsewhere.example:443");
}

#[track_caller]
fn noticed(stage: &Stage, start: &str, what: &str) {
    let is_it = |line: &String| line.starts_with(start) && line.contains(what);
    let found = eventually(|| stage.strays().iter().any(is_it).then_some(()));
    assert!(found.is_some(), "{start} {what} is not noticed, only {:#?}", stage.strays());
}

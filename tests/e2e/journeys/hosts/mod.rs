//! The folder on real hosts, set up as `docs/hosting.md` shows: at the root of a site and under a path.
//!
//! A host that is not on this machine is left out, and the journey says so.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::wait::eventually;
use servers::{Host, Server, start};

mod answers;
mod servers;

pub fn play(stage: &Stage) {
    let app = stage.blank("visitor", Setup::PHONE);
    // What a host answers is the same for every engine.
    let sites: &[(Server, &str)] = if stage.engine == Engine::Chromium {
        &[
            (Server::Nginx, "/phlebotomy/"),
            (Server::Nginx, "/"),
            (Server::Apache, "/phlebotomy/"),
            (Server::Apache, "/"),
            (Server::Python, "/phlebotomy/"),
        ]
    } else {
        &[(Server::Nginx, "/phlebotomy/")]
    };
    for (server, path) in sites {
        let name = format!("{}-{}", server.name(), path.trim_matches('/'));
        let folder = stage.file(&name, "").with_file_name(format!("{name}-site"));
        let dist = folder.join("www").join(path.trim_matches('/'));
        copy(&dist_folder(), &dist);
        match start(*server, &folder, path) {
            Ok(host) => {
                if stage.engine == Engine::Chromium {
                    let told = answers::check(&host, &dist);
                    println!("      {} at {path}: {told}", server.name());
                }
                opens(&app, &host);
            }
            Err(why) => println!("      Not tested: {} at {path}: {why}", server.name()),
        }
    }
    answers::headers_file_fits(&dist_folder());
    answers::bill_fits(&dist_folder());
}

/// The app opens there and is kept, from there alone, and without an error.
fn opens(app: &App<'_>, host: &Host) {
    app.open_at(&host.url);
    app.see("Welcome to Steadyhand");
    // The host is stopped after this. What the page still asked of it would fail.
    let script = "return navigator.serviceWorker.getRegistration() \
                      .then((one) => one?.active?.state === 'activated')";
    let is_kept = || app.try_run::<bool>(script, json!([])).filter(|kept| *kept);
    assert!(eventually(is_kept).is_some(), "{} does not keep the program", host.url);
    app.screenshot(host.server.name());
    assert_eq!(app.console_errors(), Vec::<String>::new(), "on {}", host.url);
    let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
    let loaded: Vec<String> = app.run(script, json!([]));
    assert!(loaded.iter().any(|url| url.ends_with(".wasm")), "{loaded:?}");
    assert!(loaded.iter().all(|url| url.starts_with(&host.url)), "{loaded:?}");
}

fn dist_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the temporary folder can be written");
    for entry in fs::read_dir(from).expect("the release is built") {
        let entry = entry.expect("the release can be read");
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("the temporary folder can be written");
        }
    }
}

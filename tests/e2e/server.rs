//! A plain static host for `dist/`, in a process of its own so that taking it away is the real thing.
//!
//! It serves one folder under a sub-path, as a program's own host would, and writes down every request.
//! It knows nothing of the app: no fallback page, and no headers but one that asks for reports ([`reporting`]).

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;

use tiny_http::{Header, Request, Response};

use crate::process::{Process, free_port};
use crate::refusals::{HEADER, REPORTS, reporting};

/// Where the app lies under its host: no program's folder is the root.
pub const FOLDER: &str = "/programs/north-bay/";
/// Where a second copy lies, below the first and so at the same origin.
pub const SECOND: &str = "evening/";

/// The host, as its owner sees it.
pub struct Server {
    port: u16,
    dist: PathBuf,
    log: PathBuf,
    running: Option<Process>,
}

impl Server {
    /// Serves a folder on a port, and so an origin, of its own.
    pub fn start(dist: &Path, log: &Path) -> Self {
        assert!(dist.join("index.html").exists(), "{dist:?} has no index.html: run ./dev build");
        let mut server =
            Self { port: free_port(), dist: dist.into(), log: log.into(), running: None };
        server.go_on();
        server
    }

    /// The address of the app, which ends in a slash.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{FOLDER}", self.port)
    }

    /// Takes the host away, which for a page is the same as having no signal.
    pub fn stop(&mut self) {
        self.running = None;
    }

    /// Brings the host back at the same address.
    pub fn go_on(&mut self) {
        let program = std::env::current_exe().expect("a running program has a path");
        let mut process = Process::start(
            Command::new(program)
                .arg("--serve")
                .args([&self.dist, &self.log])
                .arg(self.port.to_string())
                .stdin(Stdio::piped()),
        );
        assert!(process.answers_on(self.port), "the static host did not start");
        self.running = Some(process);
    }

    /// The requests so far, each as its status and path, or as `refused` and what a browser reported.
    pub fn requests(&self) -> Vec<String> {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        log.lines().map(str::to_owned).collect()
    }
}

/// What the process does that [`Server`] starts: `--serve DIST LOG PORT`. It ends with its parent.
pub fn serve(arguments: &[String]) {
    let [dist, log, port] = arguments else { panic!("--serve takes DIST LOG PORT") };
    thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    let http = tiny_http::Server::http(format!("127.0.0.1:{port}")).expect("the port is free");
    let http = Arc::new(http);
    let log = OpenOptions::new().create(true).append(true).open(log).expect("the log opens");
    let log = Arc::new(Mutex::new(log));
    let workers: Vec<_> = (0..4)
        .map(|_| {
            let (http, log, dist) = (Arc::clone(&http), Arc::clone(&log), PathBuf::from(dist));
            thread::spawn(move || {
                while let Ok(request) = http.recv() {
                    answer(request, &dist, &log);
                }
            })
        })
        .collect();
    for worker in workers {
        let _ = worker.join();
    }
}

fn answer(mut request: Request, dist: &Path, log: &Mutex<File>) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    if path == REPORTS {
        let mut report = String::new();
        let _ = request.as_reader().read_to_string(&mut report);
        let report = report.replace('\n', " ");
        let _ = writeln!(log.lock().expect("no worker panics here"), "refused {report}");
        drop(request.respond(Response::empty(204)));
        return;
    }
    let found = file_for(&path, dist).and_then(|file| Some((fs::read(&file).ok()?, kind(&file))));
    let status = if found.is_some() { 200 } else { 404 };
    let _ = writeln!(log.lock().expect("no worker panics here"), "{status} {path}");
    let sent = match found {
        Some((bytes, kind)) => {
            let header = |name, value| Header::from_bytes(name, value).expect("a plain header");
            let reporting = reporting(&bytes);
            let mut response = Response::from_data(bytes).with_header(header("Content-Type", kind));
            if let Some(policy) = &reporting {
                response.add_header(header(HEADER, policy));
            }
            request.respond(response)
        }
        None => request.respond(Response::from_string("Not found").with_status_code(404)),
    };
    // A browser that is closed or killed hangs up in the middle, which is its right.
    drop(sent);
}

fn file_for(path: &str, dist: &Path) -> Option<PathBuf> {
    let inner = path.strip_prefix(FOLDER)?;
    let inner = inner.strip_prefix(SECOND).unwrap_or(inner);
    let inner = if inner.is_empty() { "index.html" } else { inner };
    inner.split('/').all(|part| part != "..").then(|| dist.join(inner))
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "webmanifest") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

//! A plain static host for `dist/`, in a process of its own so that taking it away is the real thing.
//!
//! It serves one folder under a path, as a program's own host would, and writes down every request.
//! It knows nothing of the app: no fallback page, and no headers but one that asks for reports
//! ([`reporting`]). It answers one request a connection, because what is simple here cannot be at fault
//! when a page waits. What a journey wants to be late it holds back ([`Held`]).

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::process::{Process, free_port};
use crate::refusals::{HEADER, REPORTS, reporting};

/// Where the app lies under its host: no program's folder is the root.
pub const FOLDER: &str = "/programs/north-bay/";
/// Where a second copy lies, below the first and so at the same origin.
pub const SECOND: &str = "evening/";

/// A connection on which nothing is asked is closed after this time.
const SILENCE: Duration = Duration::from_secs(10);
/// How often it is looked whether a file is still held back.
const GLANCE: Duration = Duration::from_millis(20);
/// What browsers write in another way in a path, besides letters that are not ASCII.
const NOT_IN_PATHS: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'<').add(b'>').add(b'?');

/// A file that does not go out, for as long as this lives.
pub struct Held(PathBuf);

impl Held {
    /// Holds a file of the folder back.
    pub fn back(file: &Path) -> Self {
        let mark = mark_of(file);
        fs::write(&mark, "").expect("the folder can be written");
        Self(mark)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        fs::remove_file(&self.0).expect("the folder can be written");
    }
}

/// What stands beside a file that is held back.
fn mark_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".held");
    name.into()
}

/// The host, as its owner sees it.
pub struct Server {
    port: u16,
    dist: PathBuf,
    paths: Vec<String>,
    log: PathBuf,
    running: Option<Process>,
}

impl Server {
    /// Serves a folder, on a port and so an origin of its own, under one or more paths. A path is as a
    /// person would write it, and begins and ends with a slash.
    pub fn start(dist: &Path, paths: &[&str], log: &Path) -> Self {
        assert!(dist.join("index.html").exists(), "{dist:?} has no index.html: run ./dev build");
        let (dist, log) = (dist.into(), log.into());
        let paths = paths.iter().map(|path| (*path).to_owned()).collect();
        let mut server = Self { port: free_port(), dist, paths, log, running: None };
        server.go_on();
        server
    }

    /// The address of the app under the first path, which ends in a slash.
    pub fn url(&self) -> String {
        format!(
            "http://127.0.0.1:{}{}",
            self.port,
            utf8_percent_encode(&self.paths[0], NOT_IN_PATHS)
        )
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
                .args(&self.paths)
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

/// What the process does that [`Server`] starts: `--serve DIST LOG PORT PATH...`. It ends with its
/// parent.
pub fn serve(arguments: &[String]) {
    let [dist, log, port, paths @ ..] = arguments else {
        panic!("--serve takes DIST LOG PORT PATH...")
    };
    thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).expect("the port is free");
    let log = OpenOptions::new().create(true).append(true).open(log).expect("the log opens");
    let host = Arc::new((PathBuf::from(dist), paths.to_vec(), Mutex::new(log)));
    for stream in listener.incoming().flatten() {
        let host = Arc::clone(&host);
        thread::spawn(move || {
            let (dist, paths, log) = &*host;
            // A browser that is closed or killed hangs up in the middle, which is its right.
            drop(answer(stream, dist, paths, log));
        });
    }
}

/// Answers the one request of a connection.
fn answer(
    mut stream: TcpStream,
    dist: &Path,
    paths: &[String],
    log: &Mutex<File>,
) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    let mut reader = BufReader::new(&stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    // The rest says what the browser would like and how much it sends, and ends with an empty line.
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim_end().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(told) = line.strip_prefix("content-length:") {
            length = told.trim().parse().unwrap_or_default();
        }
    }
    let address = |method| first.strip_prefix(method).and_then(|rest| rest.split(' ').next());
    let note = |line: &str| drop(writeln!(log.lock().expect("no thread panics here"), "{line}"));
    if address("POST ") == Some(REPORTS) {
        let mut report = String::new();
        reader.take(length).read_to_string(&mut report)?;
        note(&format!("refused {}", report.replace('\n', " ")));
        return write!(stream, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    }
    let Some(address) = address("GET ") else { return Ok(()) };
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let found = file_for(path, dist, paths).and_then(|file| {
        while mark_of(&file).exists() {
            thread::sleep(GLANCE);
        }
        Some((fs::read(&file).ok()?, kind(&file)))
    });
    let (status, bytes, kind) = match found {
        Some((bytes, kind)) => ("200 OK", bytes, kind),
        None => ("404 Not Found", b"Not found".to_vec(), "text/plain; charset=utf-8"),
    };
    note(&format!("{} {path}", &status[..3]));
    let policy = reporting(&bytes).map(|policy| format!("{HEADER}: {policy}\r\n"));
    let (policy, length) = (policy.unwrap_or_default(), bytes.len());
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{policy}\
         Connection: close\r\n\r\n"
    )?;
    stream.write_all(&bytes)
}

fn file_for(path: &str, dist: &Path, paths: &[String]) -> Option<PathBuf> {
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let inner = paths.iter().filter_map(|under| path.strip_prefix(under.as_str()));
    // Of the paths that lie within each other, the innermost.
    let inner = inner.min_by_key(|inner| inner.len())?;
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

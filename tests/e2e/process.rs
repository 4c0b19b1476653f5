//! Programs a journey starts: drivers, browsers, the display, the server. Each dies with its owner.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::ops::Range;
use std::path::Path;
use std::process::{Child, Command};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Where hosts and drivers listen: above 10,080, the last that browsers refuse to ask.
const PORTS: Range<u16> = 11_000..32_000;

/// A running program, killed with all it started when this goes out of scope.
pub struct Process(Child);

impl Process {
    /// Starts the program, or says in a panic why it cannot be started.
    #[track_caller]
    pub fn start(command: &mut Command) -> Self {
        match command.spawn() {
            Ok(child) => Self(child),
            Err(error) => panic!("cannot start {:?}: {error}", command.get_program()),
        }
    }

    /// Waits until the program answers on a port of the loopback, and says whether it came to that.
    pub fn answers_on(&mut self, port: u16) -> bool {
        let until = Instant::now() + Duration::from_secs(20);
        while Instant::now() < until {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return true;
            }
            if matches!(self.0.try_wait(), Ok(Some(_)) | Err(_)) {
                return false;
            }
            sleep(Duration::from_millis(20));
        }
        false
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let mut doomed = vec![self.0.id()];
        doomed.extend(descendants(self.0.id()));
        kill(&doomed);
        let _ = self.0.wait();
    }
}

/// Kills the programs whose command line names a path, at once and without a word, as a phone does.
pub fn kill_users_of(path: &Path) {
    let named = path.to_string_lossy();
    let users: Vec<u32> = processes()
        .filter(|pid| {
            let line = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            *pid != std::process::id() && String::from_utf8_lossy(&line).contains(named.as_ref())
        })
        .collect();
    kill(&users);
}

/// A port that nobody listens on. It is given out once only, and lies below those that the system gives to
/// connections (32,768 and up, by Linux's default), so that nobody takes it before whoever it is meant for does, or
/// while a host is away.
pub fn free_port() -> u16 {
    static GIVEN: AtomicU32 = AtomicU32::new(0);
    // Runs side by side begin at different places.
    let first = std::process::id().wrapping_mul(97);
    for _ in PORTS {
        let next = first.wrapping_add(GIVEN.fetch_add(1, Relaxed));
        let port = PORTS.start + (next % u32::from(PORTS.end - PORTS.start)) as u16;
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return port;
        }
    }
    panic!("the loopback has no free ports");
}

fn kill(pids: &[u32]) {
    if !pids.is_empty() {
        let pids = pids.iter().map(u32::to_string);
        // A process may have ended by itself meanwhile, which `kill` reports and which is as good.
        let _ = Command::new("kill").arg("-KILL").args(pids).output();
    }
}

fn descendants(parent: u32) -> Vec<u32> {
    let children: Vec<u32> = processes().filter(|pid| parent_of(*pid) == Some(parent)).collect();
    let deeper: Vec<u32> = children.iter().flat_map(|child| descendants(*child)).collect();
    [children, deeper].concat()
}

fn parent_of(pid: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The second field is the name in parentheses, which may itself hold anything.
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn processes() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

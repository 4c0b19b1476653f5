//! Timing several ways to do one thing in turns, so that what else the machine does hits them all.
//!
//! Every sample is taken by a process of its own, as an app that has just been opened: the memory that
//! one way has left in pieces would slow the next one.

use std::process::Command;
use std::str::FromStr;
use std::time::Duration;

use super::samples;

/// How the data is kept and merged.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    Ours,
    Maps,
    Structs,
}

impl Way {
    pub const ALL: [Self; 3] = [Self::Ours, Self::Maps, Self::Structs];
}

impl FromStr for Way {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|way| format!("{way:?}") == name).ok_or(())
    }
}

/// Goes each way so many times, in an order that turns from round to round, and answers with the
/// median of each. The files are told to each process by name.
pub fn medians(rounds: usize, task: &str, folder: &str) -> [Duration; 3] {
    let mut taken = [(); 3].map(|()| Vec::with_capacity(rounds));
    for round in 0..rounds {
        for turn in 0..Way::ALL.len() {
            let at = if round % 2 == 0 { turn } else { Way::ALL.len() - 1 - turn };
            taken[at].push(sample(task, Way::ALL[at], folder));
        }
    }
    taken.map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2]
    })
}

fn sample(task: &str, way: Way, folder: &str) -> Duration {
    let program = std::env::current_exe().expect("a program knows where it is");
    let sample = Command::new(program)
        .args([SAMPLE, task, &format!("{way:?}"), folder])
        .output()
        .expect("a program can be run");
    let nanoseconds = String::from_utf8(sample.stdout).ok().and_then(|text| text.parse().ok());
    Duration::from_nanos(
        nanoseconds.unwrap_or_else(|| {
            panic!("{task} {way:?}: {}", String::from_utf8_lossy(&sample.stderr))
        }),
    )
}

/// The argument that makes this program take one sample.
const SAMPLE: &str = "--sample";

/// Takes one sample and answers with its nanoseconds, if this process was started for that.
pub fn asked_sample() -> Option<u128> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    match given.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [SAMPLE, task, way, folder] => {
            let way = way.parse().expect("the way is one of three");
            Some(samples::take(task, way, folder.as_ref()).as_nanos())
        }
        _ => None,
    }
}

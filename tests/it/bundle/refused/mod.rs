//! Several hundred files that are wrong in one way each, and what is to be said about each. The browser
//! tests take them in by the same path as a person's file: this module needs no file system.

mod broken;
mod cut;
mod foreign;
mod greedy;
mod wrong;

use steadyhand::codec::{BundleError, Expected, Place, Step};

/// A file that version 1 wrote.
const FROZEN: &str = include_str!("../../../fixtures/v1/example.steadyhand.json");

/// A whole and right file, from which the wrong ones are made.
pub const RIGHT: &str = r#"{"format":"steadyhand","version":1,"audience":"pair","made":"2026-11-22T14:20:05-06:00","from":{"name":"Dana Ruiz","role":"mentor"},
"writers":["00000000000000d1","00000000000000d2"],
"plans":[
{"id":"00000000000000p1","title":"Ana","merge":"a1@5",
"goals":[
{"id":"00000000000000g1","created":"2026-10-05T14:00:00Z","title":"Draw","also":{"title":["Draw well"]},"merge":"a1 a1:title b1@9:title"},
{"id":"00000000000000g2","created":"2026-10-05T14:00:00Z","title":"Calm","merge":"a1"}]}]}
"#;

/// A file that is to be refused.
pub struct Refused {
    /// What is wrong with it, for whoever reads a failed test.
    pub name: String,
    pub bytes: Vec<u8>,
    pub expected: BundleError,
}

impl Refused {
    fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>, expected: BundleError) -> Self {
        Self { name: name.into(), bytes: bytes.into(), expected }
    }

    /// [`RIGHT`] after the first `from` in it has become `to`.
    fn edited(from: &str, to: &str, expected: BundleError) -> Self {
        assert!(RIGHT.contains(from), "{from}");
        let shown: String = to.chars().take(60).collect();
        Self::new(format!("{from} -> {shown}"), RIGHT.replacen(from, to, 1), expected)
    }
}

/// Every file, those of which one alone is some megabytes left out.
pub fn files() -> Vec<Refused> {
    [foreign::files(), broken::files(), wrong::files(), cut::files(), greedy::small_files()]
        .into_iter()
        .flatten()
        .collect()
}

/// The large ones.
pub use greedy::large_files;

/// A place written as `plans[0].goals[1].title`.
pub fn place(text: &str) -> Place {
    let mut steps = Vec::new();
    for part in text.split('.').filter(|_| !text.is_empty()) {
        let mut pieces = part.split('[');
        steps.extend(pieces.next().map(Step::name));
        steps.extend(pieces.map(|index| Step::Index(index.trim_end_matches(']').parse().unwrap())));
    }
    Place::new(steps)
}

pub fn missing(at: &str) -> BundleError {
    BundleError::Missing { place: place(at) }
}

pub fn wrong(at: &str, expected: Expected) -> BundleError {
    BundleError::Wrong { place: place(at), expected }
}

pub fn duplicate(at: &str) -> BundleError {
    BundleError::Duplicate { place: place(at) }
}

pub fn bad_id(at: &str) -> BundleError {
    BundleError::BadId { place: place(at) }
}

pub fn bad_merge(at: &str) -> BundleError {
    BundleError::BadMerge { place: place(at) }
}

pub fn not_json(at: &str, line: usize, column: usize) -> BundleError {
    BundleError::NotJson { place: place(at), line, column }
}

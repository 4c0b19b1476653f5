//! Reading what storage holds: any text, of any version of the format, is either refused with words or
//! read and written again as the same record. Nothing is lost between the two.

use steadyhand::codec::stored::{self, Sorted};
use twox_hash::XxHash32;

/// Where the sum stands in the head of a stored text, and where begins what it covers.
const HEAD: (usize, usize, usize) = (10, 18, 20);

pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    one(text);
    // The journal holds one record a line.
    let lines: Vec<String> = text.split('\n').map(with_its_sum).collect();
    lines.iter().for_each(|line| one(line));
    let entry = lines.join("\n");
    let sorted = Sorted::entry("journal/x/1", &entry);
    let found = sorted.records.len() + sorted.newer.len() + sorted.unreadable.len();
    assert_eq!(found, if entry.is_empty() { 0 } else { lines.len() }, "a line was lost");
    assert!(sorted.unreadable.iter().all(|(_, text)| lines.contains(text)), "a line was changed");
}

/// A text with the sum that it should have, if it has the head that has one: nobody guesses a sum.
fn with_its_sum(text: &str) -> String {
    let (from, to, covered) = HEAD;
    match (text.get(..from), text.get(to..covered), text.get(covered..)) {
        (Some(head @ "{\"check\":\""), Some(after), Some(rest)) => {
            format!("{head}{:08x}{after}{rest}", XxHash32::oneshot(0, rest.as_bytes()))
        }
        _ => text.to_owned(),
    }
}

fn one(text: &str) {
    let (key, record) = match stored::read(text) {
        Ok(read) => read,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    let written = stored::write(&key, &record);
    assert!(!written.contains('\n'), "a record is one line");
    let (key_again, again) = stored::read(&written).expect("what is written can be read");
    assert_eq!((key_again, &again), (key, &record), "what is written reads as the same record");
    assert_eq!(stored::write(&key, &again), written, "writing again writes the same text");
}

//! Bits that flip and texts that are cut off in storage: every good record still loads, no damaged one
//! does, and nothing is left out. What is tested is the sorting that a start runs.

use std::collections::BTreeMap;
use std::env;

use steadyhand::codec::stored::{self, Sorted, keys};
use steadyhand::domain::{Record, RecordKey};

use super::records;

/// How many bits are flipped in a normal run.
const SOME: usize = 10_000;
/// And in a long one.
const MANY: usize = 300_000;

type Values = Vec<(String, String)>;

fn originals() -> BTreeMap<RecordKey, Record> {
    records::all().into_iter().map(|(_, key, record)| (key, record)).collect()
}

/// All records as storage holds them: names and texts.
fn values(records: &BTreeMap<RecordKey, Record>) -> Values {
    records.iter().map(|(key, record)| (keys::print(key), stored::write(key, record))).collect()
}

/// The text with one bit of its bytes flipped; nothing if that is no text any more, which the
/// database hands out as a foreign value.
fn flipped(text: &str, bit: usize) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    bytes[bit / 8] ^= 1 << (bit % 8);
    String::from_utf8(bytes).ok()
}

/// The same with one bit of the 16-bit units that browsers hold.
fn flipped_unit(text: &str, bit: usize) -> Option<String> {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let at = bit / 16 % units.len();
    units[at] ^= 1 << (bit % 16);
    String::from_utf16(&units).ok()
}

/// One value with a bit flipped in its text or, seldom, in its name.
fn damaged(value: &(String, String), random: &mut fastrand::Rng) -> Option<(String, String)> {
    let (name, text) = value;
    let bit = random.usize(..text.len() * 16);
    match random.u8(..10) {
        0 => Some((flipped(name, bit % (name.len() * 8))?, text.clone())),
        1..4 => Some((name.clone(), flipped_unit(text, bit)?)),
        _ => Some((name.clone(), flipped(text, bit % (text.len() * 8))?)),
    }
}

#[test]
fn no_flipped_bit_loads_and_every_good_record_does() {
    let originals = originals();
    let all = values(&originals);
    let count = if env::var_os("STEADYHAND_LONG").is_some() { MANY } else { SOME };
    let seed = env::var("STEADYHAND_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or(20_261_005);
    println!("STEADYHAND_SEED={seed} repeats this");
    let mut random = fastrand::Rng::with_seed(seed);
    let (mut starts, mut no_text, mut refused) = (0, 0, 0);
    while refused < count {
        let (mut found, mut bad, mut good) = (Vec::new(), Vec::new(), BTreeMap::new());
        for value in &all {
            if random.bool() {
                let (key, record) = stored::read(&value.1).unwrap();
                good.insert(key, record);
                found.push(value.clone());
            } else if let Some(damaged) = damaged(value, &mut random) {
                bad.push(damaged.clone());
                found.push(damaged);
            } else {
                no_text += 1;
            }
        }
        let sorted = Sorted::values(found);
        assert_eq!(sorted.unreadable, bad);
        assert!(sorted.newer.is_empty() && sorted.older.is_empty(), "{sorted:?}");
        assert!(good.iter().all(|(key, record)| originals[key] == *record));
        assert_eq!(sorted.records.into_iter().collect::<BTreeMap<_, _>>(), good);
        refused += bad.len();
        starts += 1;
    }
    println!("{refused} flipped bits refused in {starts} starts, {no_text} more were no text");
}

#[test]
fn no_cut_off_text_loads() {
    let originals = originals();
    let mut count = 0;
    for (name, text) in values(&originals) {
        for length in (0..text.len()).filter(|length| text.is_char_boundary(*length)) {
            let cut = vec![(name.clone(), text[..length].to_owned())];
            let sorted = Sorted::values(cut.clone());
            assert_eq!(sorted.unreadable, cut);
            assert!(sorted.records.is_empty() && sorted.newer.is_empty());
            count += 1;
        }
    }
    println!("{count} lengths refused");
}

#[test]
fn a_damaged_line_of_the_journal_takes_no_other_along() {
    let originals = originals();
    let lines: Vec<String> = values(&originals).into_iter().map(|(_, text)| text).collect();
    let mut random = fastrand::Rng::with_seed(7);
    for _ in 0..2_000 {
        let at = random.usize(..lines.len());
        let Some(damaged) = flipped(&lines[at], random.usize(..lines[at].len() * 8)) else {
            continue;
        };
        let mut lines = lines.clone();
        lines[at] = damaged.clone();
        let sorted = Sorted::entry("journal/tab/7", &lines.join("\n"));
        assert_eq!(sorted.records.len(), lines.len() - 1);
        assert!(sorted.records.iter().all(|(key, record)| originals[key] == *record));
        // A bit that makes an end of line makes two pieces of one line.
        let pieces: Vec<&str> = sorted.unreadable.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(pieces.join("\n"), damaged);
        assert_eq!(sorted.unreadable[0].0, format!("journal/tab/7/{}", at + 1));
    }
    assert_eq!(Sorted::entry("journal/tab/8", ""), Sorted::default());
}

#[test]
fn what_a_newer_version_wrote_is_told_from_what_is_damaged() {
    let (_, key, record) = records::all().remove(1);
    let name = keys::print(&key);
    let text = stored::write(&key, &record);
    // As version 3 will write it: the same head, with a sum of its own.
    let covered = text.split_once(",").unwrap().1.replace("\"version\":2,", "\"version\":3,");
    let sum = twox_hash::XxHash32::oneshot(0, covered.as_bytes());
    let newer = format!("{{\"check\":\"{sum:08x}\",{covered}");
    let sorted = Sorted::values([(name.clone(), newer.clone())]);
    assert_eq!(sorted, Sorted { newer: vec![name.clone()], ..Sorted::default() });
    let damaged = newer.replace("hands", "hand5");
    let sorted = Sorted::values([(name.clone(), damaged.clone())]);
    assert_eq!(sorted, Sorted { unreadable: vec![(name, damaged)], ..Sorted::default() });
}

#[test]
fn a_value_of_version_1_is_to_be_written_anew() {
    let text = include_str!("../../fixtures/stored/v1/goal_rewritten.json").trim_end();
    let (_, key, record) = records::all().remove(1);
    let sorted = Sorted::values([(keys::print(&key), text.to_owned())]);
    let expected = Sorted { records: vec![(key, record)], older: vec![key], ..Sorted::default() };
    assert_eq!(sorted, expected);
}

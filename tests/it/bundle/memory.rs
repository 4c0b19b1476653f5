//! What reading a file takes of the device's memory at most, whatever is in it: so many times the
//! file's own size.

use std::time::{Duration, Instant};

use allocation_counter::measure;
use steadyhand::codec::{BundleError, Gathered, Limits, bundle, raw};
use steadyhand::crdt::{Pace, at_once};

use super::refused::{self, RIGHT};

/// The most bytes that reading may take for each byte of a file.
const TIMES: usize = 24;
/// The same for what the rescue screen gave out, where each unreadable line is kept apart under a key of
/// its own. There may be two million of them in all.
const TIMES_RESCUED: usize = 48;
/// What it may take besides, for a very small file.
const BESIDES: usize = 16 * 1024;

/// How large the hostile files are made, or a little larger.
fn size() -> usize {
    match std::env::var_os("STEADYHAND_LONG") {
        Some(_) => 8 * 1024 * 1024,
        None => 512 * 1024,
    }
}

/// Reads a file and says how many bytes that took at most beside the file itself, and the outcome.
fn read(bytes: &[u8]) -> (usize, Result<(), BundleError>) {
    let mut outcome = Ok(());
    let file = Gathered::of(bytes);
    let pace = Pace::default();
    let taken = measure(|| outcome = at_once(raw::open_in_steps(&file, &pace)).map(drop));
    (taken.bytes_max as usize, outcome)
}

/// Many times the same or nearly the same, up to the size.
fn many(one: impl Fn(usize) -> String) -> String {
    let mut text = one(0);
    text.reserve(size());
    let mut number = 1;
    while text.len() < size() {
        text.push(',');
        text.push_str(&one(number));
        number += 1;
    }
    text
}

/// [`RIGHT`] with the first `from` replaced.
fn edited(from: &str, to: &str) -> String {
    assert!(RIGHT.contains(from), "{from}");
    RIGHT.replacen(from, to, 1)
}

fn as_title(value: &str) -> String {
    edited(r#""Calm""#, value)
}

fn as_member(members: &str) -> String {
    edited("\"version\":1", &format!("\"version\":1,{members}"))
}

fn as_goals(records: &str) -> String {
    edited("\"goals\":[", &format!("\"goals\":[{records},"))
}

/// The letters of a writer: a to z, then aa and so on.
fn letters(number: usize) -> String {
    let last = char::from(b'a' + (number % 26) as u8);
    if number < 26 { last.to_string() } else { format!("{}{last}", letters(number / 26 - 1)) }
}

/// What the rescue screen would give out, with these values in local storage and these records.
fn rescued(local: &str, records: &str) -> String {
    format!(
        r#"{{"format":"steadyhand-raw","made":"2026-11-22T20:23:20.123Z","local":{{{local}}},"database":{{"records":{{{records}}}}}}}"#
    )
}

/// Files that are all of one sort of thing, each as large as may be.
fn hostile() -> Vec<(&'static str, String)> {
    let id = |n: usize| format!("{n:016}");
    let fields = |n: usize| (0..n).map(|n| format!("\"f{n}\":{n}")).collect::<Vec<_>>().join(",");
    let full = fields(Limits::BUNDLE.fields);
    let values = vec!["1"; Limits::BUNDLE.values_of_field - 1].join(",");
    let makers: Vec<String> =
        (1..=Limits::BUNDLE.values_of_field).map(|n| format!("a{n}:x")).collect();
    let makers = makers.join(" ");
    let table: Vec<String> = (0..700).map(|n| format!("\"{}\"", id(n))).collect();
    let writers = |text: String| {
        text.replacen(r#""00000000000000d1","00000000000000d2""#, &table.join(","), 1)
    };
    let crowd: String = (0..700).map(|n| letters(n) + "1").collect();
    vec![
        ("tiny lists in a value", as_title(&format!("[{}]", many(|_| "[]".into())))),
        ("tiny lists in the file", as_member(&format!("\"x\":[{}]", many(|_| "[]".into())))),
        ("tiny objects", as_member(&format!("\"x\":[{}]", many(|_| "{}".into())))),
        ("lists in lists", as_member(&format!("\"x\":[{}]", many(|_| "[[[[[[]]]]]]".into())))),
        ("one object of many names", as_member(&format!("\"x\":{{{}}}", many(|n| format!("\"{n}\":0"))))),
        ("many names in a value", as_title(&format!("{{{}}}", many(|n| format!("\"{n:x}\":0"))))),
        ("members of the file", as_member(&many(|n| format!("\"{n:x}\":0")))),
        ("one name again and again", as_member(&format!("\"x\":{{{}}}", many(|_| "\"\":0".into())))),
        ("small objects of few names", as_member(&format!("\"x\":[{}]", many(|_| "{\"a\":0}".into())))),
        (
            "one name again and again, after many",
            as_member(&format!("\"x\":{{{}}}", many(|n| match n {
                0..100 => format!("\"{n}\":0"),
                _ => "\"\":0".into(),
            }))),
        ),
        ("escapes", as_title(&format!("\"{}\"", "\\n".repeat(size() / 2)))),
        ("a long name", as_member(&format!("\"{}\":1", "\\n".repeat(size() / 2)))),
        ("empty records", as_goals(&many(|_| "{}".into()))),
        ("records of nothing", as_goals(&many(|n| format!("{{\"id\":\"{}\",\"merge\":\"\"}}", id(n))))),
        ("records of one field", as_goals(&many(|n| format!("{{\"id\":\"{}\",\"a\":0,\"merge\":\"a1@0\"}}", id(n))))),
        (
            "kinds of one record each",
            edited("\"goals\":[", &format!("{},\"goals\":[", many(|n| format!("\"k{n}\":[{{\"id\":\"{}\",\"merge\":\"\"}}]", id(n))))),
        ),
        ("full records", as_goals(&many(|n| format!("{{\"id\":\"{}\",{full},\"merge\":\"a1@0\"}}", id(n))))),
        (
            "rivals",
            as_goals(&many(|n| format!("{{\"id\":\"{}\",\"x\":1,\"also\":{{\"x\":[{values}]}},\"merge\":\"{makers}\"}}", id(n)))
                .replace(":x", "@0:x")),
        ),
        ("plans", edited("\"plans\":[", &format!("\"plans\":[{},", many(|n| format!("{{\"id\":\"{}\"}}", id(n)))))),
        ("writers", edited("\"00000000000000d1\"", &many(|n| format!("\"{}\"", id(n))))),
        ("what was seen", writers(as_goals(&many(|n| format!("{{\"id\":\"{}\",\"merge\":\"+{crowd}\"}}", id(n)))))),
        (
            "deletions that saw a crowd",
            writers(as_goals(&many(|n| format!("{{\"id\":\"{}\",\"merge\":\"-a1({crowd}) -b1({crowd})\"}}", id(n))))),
        ),
        ("one deletion again and again", as_goals(&format!("{{\"id\":\"0000000000000001\",\"merge\":\"{}\"}}", many(|_| "-a1()".into()).replace(',', " ")))),
        ("one write again and again", as_goals(&format!("{{\"id\":\"0000000000000001\",\"x\":1,\"merge\":\"a1@0:{}\"}}", many(|_| "x".into())))),
        ("seen again and again", as_goals(&format!("{{\"id\":\"0000000000000001\",\"merge\":\"+{}\"}}", many(|_| "a1".into()).replace(',', "b2")))),
        ("rescued: nothing that is known", rescued(&many(|_| "\"\":0".into()), "")),
        ("rescued: journals of nothing", rescued(&many(|n| format!("\"journal/{n}\":\"\"")), "")),
        (
            "rescued: lines of nothing",
            rescued(&format!("\"journal/1\":\"{}\"", "x\\n".repeat(size() / 3)), ""),
        ),
        ("rescued: unreadable", rescued("", &many(|_| "\"\":0".into()))),
        ("rescued: unreadable, each by itself", rescued("", &many(|n| format!("\"{n:x}\":\"\"")))),
        (
            "seen, one by one",
            as_goals(&format!(
                "{{\"id\":\"0000000000000001\",\"merge\":\"{}\"}}",
                many(|_| "+a1".into()).replace(',', " ")
            )),
        ),
        ("a long place", as_title(&"[{\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\":".repeat(size() / 70))),
    ]
}

#[test]
fn reading_takes_no_more_than_so_many_times_the_size_of_a_file() {
    let (mut worst, mut excess) = (0.0_f64, Vec::new());
    for (name, text) in hostile() {
        let (taken, outcome) = read(text.as_bytes());
        let times = taken as f64 / text.len() as f64;
        println!(
            "{name}: {} bytes, {times:.2} times; {:?}",
            text.len(),
            outcome.map_err(|e| e.to_string().chars().take(90).collect::<String>())
        );
        worst = worst.max(times);
        let most = if name.starts_with("rescued") { TIMES_RESCUED } else { TIMES };
        if taken > most * text.len() + BESIDES {
            excess.push(format!("{name}: {times:.1} times"));
        }
    }
    for refused in refused::files().into_iter().chain(refused::large_files()) {
        let (taken, _) = read(&refused.bytes);
        if taken > TIMES * refused.bytes.len() + BESIDES {
            excess.push(format!("{}: {taken} of {}", refused.name, refused.bytes.len()));
        }
    }
    println!("{worst:.1} times at most");
    assert!(excess.is_empty(), "{excess:#?}");
}

/// A goal that a crowd has seen, its devices in the order of their ids or in the opposite one, all at
/// once or one by one.
fn crowd(devices: usize, is_backwards: bool, between: &str) -> String {
    let mut table: Vec<String> = (0..devices).map(|n| format!("\"{n:016}\"")).collect();
    if is_backwards {
        table.reverse();
    }
    let seen: Vec<String> = (0..devices).map(|n| letters(n) + "1").collect();
    let (apart, together) = (seen.join(between), seen.concat());
    as_goals(&format!("{{\"id\":\"0000000000000001\",\"merge\":\"+{apart} -a2({together})\"}}"))
        .replacen(r#""00000000000000d1","00000000000000d2""#, &table.join(","), 1)
}

/// No hostile order may make reading a crowd take the square of its number.
#[test]
fn the_order_of_a_crowd_does_not_matter_to_the_time_it_takes() {
    let devices = Limits::BUNDLE.writers.min(100_000);
    let time = |is_backwards, between| {
        let text = crowd(devices, is_backwards, between);
        let begun = Instant::now();
        assert!(bundle::read(text.as_bytes()).is_ok());
        begun.elapsed()
    };
    let best = time(false, "");
    for (is_backwards, between) in [(true, ""), (false, " +"), (true, " +")] {
        let taken = time(is_backwards, between);
        println!("{devices} devices: {best:?}, backwards {is_backwards}, {between:?}: {taken:?}");
        assert!(taken < best * 8 + Duration::from_secs(2));
    }
}

#[test]
fn sixty_four_megabytes_of_tiny_lists_take_next_to_nothing() {
    let lists = "[],".repeat((Limits::BUNDLE.bytes - RIGHT.len() - 100) / 3);
    let text = as_member(&format!("\"x\":[{lists}[]]"));
    assert!(text.len() > 64_000_000);
    let (taken, outcome) = read(text.as_bytes());
    assert_eq!(outcome, Ok(()));
    assert!(taken < BESIDES, "{taken}");
}

#[test]
fn a_hundred_megabytes_are_refused_unread() {
    let bytes = vec![b'['; 100 * 1024 * 1024];
    let mut outcome = Ok(());
    let taken = measure(|| outcome = raw::open(&bytes).map(drop)).bytes_max;
    assert_eq!(outcome, Err(BundleError::TooLarge { limit: Limits::BUNDLE.bytes }));
    assert_eq!(taken, 0, "nothing is taken to refuse what is too large");
}

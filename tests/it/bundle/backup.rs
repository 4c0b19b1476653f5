//! Backups: what a device keeps besides records travels with every plan, and comes back as it was.

use proptest::prelude::*;
use steadyhand::codec::bundle::{self, Audience, DeviceStores};
use steadyhand::codec::{BundleError, Counted, Expected, Limits};

use super::random;
use super::refused::{RIGHT, duplicate, place};

/// A device with something in every store.
pub fn device() -> DeviceStores {
    let texts = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    };
    DeviceStores {
        past: texts(&[("p/goals/g d 1", "{\"title\":\"Calm\"}")]),
        aside: texts(&[("", ""), ("p/goals/g 17", "{\"version\":1,\"pl")]),
        quarantine: texts(&[("q", "\u{0}\u{1f}\"\\\u{2028}é😀")]),
        texts: texts(&[("preferences", "17 {\"name\":\"Ana\"}")]),
    }
}

fn any_device() -> impl Strategy<Value = DeviceStores> {
    let texts = || proptest::collection::btree_map(any::<String>(), any::<String>(), 0..6);
    (texts(), texts(), texts(), texts()).prop_map(|(past, aside, quarantine, texts)| DeviceStores {
        past,
        aside,
        quarantine,
        texts,
    })
}

proptest! {
    #[test]
    fn a_backup_reads_back(
        header in random::header(),
        plans in random::plans(),
        device in any_device(),
    ) {
        let listed = || plans.iter().map(|(id, plan)| (*id, plan));
        let text = bundle::write_backup(&header, listed(), &device);
        let read = bundle::read(text.as_bytes()).unwrap();
        prop_assert_eq!(read.header.audience, Audience::Backup);
        prop_assert_eq!((read.header.made, &read.header.from), (header.made, &header.from));
        prop_assert_eq!(&read.plans, &plans);
        prop_assert_eq!(read.device.as_ref(), Some(&device));

        // The same as the member of a file for others: never read.
        let to_others = text.replacen("\"audience\":\"backup\"", "\"audience\":\"pair\"", 1);
        let read = bundle::read(to_others.as_bytes()).unwrap();
        prop_assert_eq!((read.plans, read.device), (plans, None));
    }
}

/// A right backup, made of [`RIGHT`], whose `device` is this JSON.
fn with_device(device: &str) -> String {
    let backup = RIGHT.replacen("\"pair\"", "\"backup\"", 1);
    let end = backup.rfind('}').unwrap();
    format!("{},\"device\":{device}}}", &backup[..end])
}

#[test]
fn a_backup_without_what_the_device_keeps_is_read_too() {
    let backup = RIGHT.replacen("\"pair\"", "\"backup\"", 1);
    assert_eq!(bundle::read(backup.as_bytes()).unwrap().device, None);
    let read = bundle::read(with_device("{}").as_bytes()).unwrap();
    assert_eq!(read.device, Some(DeviceStores::default()));
    let later = r#"{"texts":{"a":"b"},"dreams":[{"later":1}]}"#;
    let read = bundle::read(with_device(later).as_bytes()).unwrap().device.unwrap();
    assert_eq!((read.len(), read.texts.get("a").map(String::as_str)), (1, Some("b")));
}

#[test]
fn the_device_may_stand_before_the_plans() {
    let text = with_device(r#"{"past":{"k":"v"}}"#);
    let moved = text.replacen("\"writers\"", "\"device\":{\"past\":{\"k\":\"v\"}},\"writers\"", 1);
    let end = moved.rfind(",\"device\"").unwrap();
    let moved = format!("{}}}", &moved[..end]);
    assert_eq!(bundle::read(moved.as_bytes()), bundle::read(text.as_bytes()));
}

#[test]
fn what_is_wrong_with_the_device_is_said_with_its_place() {
    let wrong = |at: &str, expected| BundleError::Wrong { place: place(at), expected };
    let deep = format!("{{\"x\":{}1{}}}", "[".repeat(40), "]".repeat(40));
    for (device, expected) in [
        ("[]", wrong("device", Expected::Object)),
        ("\"all\"", wrong("device", Expected::Object)),
        (r#"{"past":[]}"#, wrong("device.past", Expected::Object)),
        (r#"{"texts":{"a":"b","name":5}}"#, wrong("device.texts.name", Expected::Text)),
        (r#"{"aside":{"k":{}}}"#, wrong("device.aside.k", Expected::Text)),
        (r#"{"past":{"k":"v","k":"w"}}"#, duplicate("device.past.k")),
        (r#"{"past":{},"past":{}}"#, duplicate("device.past")),
    ] {
        let said = bundle::read(with_device(device).as_bytes());
        assert_eq!(said, Err(expected), "{device}");
    }
    let said = bundle::read(with_device(&deep).as_bytes());
    assert!(matches!(said, Err(BundleError::TooDeep { .. })), "{said:?}");
    let whole = with_device(r#"{"past":{"k":"v"}}"#);
    for end in whole.find("\"device\"").unwrap()..whole.len() {
        let said = bundle::read(&whole.as_bytes()[..end]);
        assert!(matches!(said, Err(BundleError::CutOff { .. })), "{said:?}");
    }
}

#[test]
fn more_texts_than_a_device_keeps_are_refused() {
    let limit = Limits::BUNDLE.values;
    let texts: String = (0..=limit).map(|n| format!("\"{n}\":\"\",")).collect();
    let device = format!("{{\"aside\":{{{}}}}}", texts.trim_end_matches(','));
    let at = format!("device.aside.{limit}");
    let expected = BundleError::TooMany { place: place(&at), what: Counted::Values, limit };
    assert_eq!(bundle::read(with_device(&device).as_bytes()), Err(expected));
}

//! What the rescue screen gives out when the program has broken down: everything as it is stored.
//!
//! `src/rescue.js` writes it without understanding it, so it is read with more patience than a bundle:
//! a record that cannot be read is kept as the text it is, beside the others, and counted. It reads
//! as a backup does.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

use chrono::{DateTime, FixedOffset};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::bundle::{self, Audience, Bundle, DeviceStores, Header};
use super::error::{BundleError, Counted, Expected};
use super::gathered::{Broken, Gathered};
use super::limits::Limits;
use super::piece::{self, Line};
use super::place::{Place, Step};
use super::stored::{self, keys};
use crate::crdt::{Pace, at_once};
use crate::domain::{Plan, PlanId};

/// The value of `format` by which such a file is known.
const FORMAT: &str = "steadyhand-raw";

/// A file that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it holds.
    pub bundle: Bundle,
    /// How many stored values nobody could read. They are kept in [`DeviceStores::aside`].
    pub unreadable: usize,
}

/// Reads any file that this program writes and can take in again: a bundle, or what the rescue
/// screen gave out.
///
/// # Errors
/// What is wrong with it and where.
pub fn open(bytes: &[u8]) -> Result<Opened, BundleError> {
    at_once(open_in_steps(&Gathered::of(bytes), &Pace::default()))
}

/// As [`open`], in steps. A byte counts for one.
///
/// # Errors
/// As [`open`].
pub async fn open_in_steps(file: &Gathered, pace: &Pace) -> Result<Opened, BundleError> {
    let (text, _) = file.text()?;
    if names_itself_first(text) {
        return read_in_steps(file, pace).await;
    }
    match bundle::read_in_steps(file, pace).await {
        Ok(bundle) => Ok(Opened { bundle, unreadable: 0 }),
        // Some tools sort the members. What is neither is no bundle, whatever else is wrong with it.
        Err(BundleError::NotABundle) => {
            read_in_steps(file, pace).await.map_err(|error| match error {
                BundleError::NotText { .. }
                | BundleError::NotJson { .. }
                | BundleError::CutOff { .. } => BundleError::NotABundle,
                error => error,
            })
        }
        Err(error) => Err(error),
    }
}

/// Whether the file begins with the member that names the format, as the rescue screen writes it.
fn names_itself_first(text: &str) -> bool {
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    ["{", "\"format\"", ":", "\"steadyhand-raw\""].iter().all(|part| {
        rest = rest.trim_ascii_start();
        rest.strip_prefix(part).map(|after| rest = after).is_some()
    })
}

/// Reads what the rescue screen gave out.
///
/// # Errors
/// What is wrong with the file as a whole. A single value never is the reason.
pub fn read(bytes: &[u8]) -> Result<Opened, BundleError> {
    at_once(read_in_steps(&Gathered::of(bytes), &Pace::default()))
}

/// As [`read`], in steps. Only finding where each value stands is done in one go.
///
/// # Errors
/// As [`read`].
pub async fn read_in_steps(file: &Gathered, pace: &Pace) -> Result<Opened, BundleError> {
    let (text, broken) = file.text()?;
    if let Some(Broken { byte, .. }) = broken {
        return Err(BundleError::NotText { byte });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().is_empty() {
        return Err(BundleError::Empty);
    }
    let members: Members<'_> = serde_json::from_str(text).map_err(whole_file_error)?;
    if !members.named("format").any(|raw| text_of(raw).is_some_and(|format| format == FORMAT)) {
        return Err(BundleError::NotABundle);
    }
    let made = members.named("made").next().ok_or(BundleError::Missing { place: at("made") })?;
    let made = text_of(made).and_then(|made| DateTime::parse_from_rfc3339(&made).ok());
    let made = made.ok_or(BundleError::Wrong { place: at("made"), expected: Expected::Moment })?;
    let mut rescue = Rescue::new(made);
    for raw in members.named("database") {
        for (name, raw) in members_of(raw, "database")?.0 {
            rescue.store(&name, raw, pace).await?;
        }
    }
    for raw in members.named("copy") {
        let members = members_of(raw, "copy")?.0;
        rescue.count(members.len(), "copy")?;
        for (name, raw) in members {
            rescue.piece(&name, raw, pace).await?;
        }
    }
    for raw in members.named("local") {
        let members = members_of(raw, "local")?.0;
        rescue.count(members.len(), "local")?;
        for (name, raw) in members {
            rescue.local(&name, raw)?;
            pace.did(raw.get().len()).await;
        }
    }
    Ok(rescue.finish())
}

/// What has been found so far.
struct Rescue {
    made: DateTime<FixedOffset>,
    plans: BTreeMap<PlanId, Plan>,
    device: DeviceStores,
    unreadable: usize,
    /// How many values were set aside under each key.
    numbers: HashMap<String, usize>,
    /// How many values were looked at, of any sort.
    values: usize,
}

impl Rescue {
    fn new(made: DateTime<FixedOffset>) -> Self {
        let (plans, device) = (BTreeMap::new(), DeviceStores::default());
        Self { made, plans, device, unreadable: 0, numbers: HashMap::new(), values: 0 }
    }

    /// Takes over one store of the database.
    async fn store(&mut self, name: &str, raw: &RawValue, pace: &Pace) -> Result<(), BundleError> {
        // A database that did not open stands here as the reason why, in place of its stores.
        let Ok(members) = members_of(raw, name) else { return Ok(()) };
        self.count(members.0.len(), name)?;
        for (key, raw) in members.0 {
            pace.did(raw.get().len()).await;
            match (name, text_of(raw)) {
                ("records", Some(text)) => self.record(&key, Some(&key), &text)?,
                ("texts", Some(text)) => self.text(key, text),
                ("aside", text) => {
                    let text = text.unwrap_or_else(|| raw.get().to_owned());
                    self.keep("aside", key, text);
                }
                ("past" | "quarantine", Some(text)) => self.keep(name, key, text),
                ("records" | "past" | "quarantine" | "texts", None) => {
                    self.set_aside(&format!("{name}/{key}"), raw.get());
                }
                // A store that only a later version knows has no place here.
                _ => {}
            }
        }
        Ok(())
    }

    /// Takes over a piece of the second copy.
    async fn piece(&mut self, name: &str, raw: &RawValue, pace: &Pace) -> Result<(), BundleError> {
        let Some(text) = text_of(raw) else {
            self.set_aside(&format!("copy/{name}"), raw.get());
            return Ok(());
        };
        self.count(text.lines().count(), "copy")?;
        let (lines, unreadable) = piece::read(&text);
        for Line(store, key, text) in lines {
            pace.did(text.len()).await;
            match store.as_str() {
                "records" => self.record(&key, Some(&key), &text)?,
                "texts" => self.text(key, text),
                _ => self.keep(&store, key, text),
            }
        }
        unreadable.iter().for_each(|line| self.set_aside(&format!("copy/{name}"), line));
        Ok(())
    }

    /// Takes over one value of local storage. The ids of devices are left: they never travel.
    fn local(&mut self, key: &str, raw: &RawValue) -> Result<(), BundleError> {
        let is_records = key.starts_with("journal/") || key.starts_with("record/");
        let Some(text) = text_of(raw) else {
            if is_records {
                self.set_aside(key, raw.get());
            }
            return Ok(());
        };
        if is_records {
            self.count(text.lines().count(), "local")?;
            for line in text.lines() {
                self.record(key, None, line)?;
            }
        } else if let Some(key) = key.strip_prefix("aside/") {
            self.keep("aside", key.to_owned(), text);
        } else if let Some(key) = key.strip_prefix("text/") {
            self.text(key.to_owned(), text);
        }
        Ok(())
    }

    /// Merges one stored record. One that cannot be read, or is not the record that its key names,
    /// is kept as it is.
    fn record(&mut self, at: &str, key: Option<&str>, text: &str) -> Result<(), BundleError> {
        match stored::read(text) {
            Ok((found, record)) if key.is_none_or(|key| keys::parse(key) == Some(found)) => {
                let limit = Limits::BUNDLE.plans;
                if self.plans.len() >= limit && !self.plans.contains_key(&found.plan) {
                    return Err(too_many("records", Counted::Plans, limit));
                }
                let plan = self.plans.entry(found.plan).or_default();
                plan.merge_record(found.kind, found.id, record);
            }
            Ok(_) | Err(_) => self.set_aside(at, text),
        }
        Ok(())
    }

    /// Takes over a small text. Both of its copies begin with the time of writing, and the newer
    /// one counts.
    fn text(&mut self, key: String, text: String) {
        let written = |text: &str| {
            text.split_once(' ').and_then(|(at, _)| at.parse().ok()).unwrap_or(i64::MIN)
        };
        let known = self.device.texts.get(&key);
        if known.is_none_or(|known| written(known) < written(&text)) {
            self.device.texts.insert(key, text);
        }
    }

    /// Keeps a text under its own key. A different one under the same key is set aside.
    fn keep(&mut self, store: &str, key: String, text: String) {
        let Some(texts) = self.device.store_mut(store) else { return };
        match texts.get(&key) {
            Some(known) if *known != text => self.set_aside(&format!("{store}/{key}"), &text),
            Some(_) => {}
            None => {
                texts.insert(key, text);
            }
        }
    }

    /// Keeps what cannot be read. The key is the same whenever the same file is read, so that taking
    /// it in twice adds nothing.
    fn set_aside(&mut self, at: &str, text: &str) {
        self.unreadable += 1;
        let key = format!("{at} {}", self.made.timestamp_millis());
        let number = self.numbers.entry(key.clone()).or_default();
        loop {
            *number += 1;
            let key = if *number == 1 { key.clone() } else { format!("{key}.{number}") };
            if let Entry::Vacant(free) = self.device.aside.entry(key) {
                free.insert(text.to_owned());
                return;
            }
        }
    }

    fn count(&mut self, more: usize, place: &str) -> Result<(), BundleError> {
        self.values += more;
        let limit = Limits::BUNDLE.values;
        if self.values > limit {
            return Err(too_many(place, Counted::Values, limit));
        }
        Ok(())
    }

    fn finish(self) -> Opened {
        let header = Header { audience: Audience::Backup, made: self.made, from: None };
        let plans = self.plans.into_iter().collect();
        let bundle = Bundle { header, plans, device: Some(self.device) };
        Opened { bundle, unreadable: self.unreadable }
    }
}

fn at(name: &str) -> Place {
    std::iter::once(Step::name(name)).collect()
}

fn too_many(place: &str, what: Counted, limit: usize) -> BundleError {
    BundleError::TooMany { place: at(place), what, limit }
}

fn whole_file_error(error: serde_json::Error) -> BundleError {
    match error.classify() {
        serde_json::error::Category::Eof => BundleError::CutOff { after: Place::default() },
        serde_json::error::Category::Data => BundleError::NotABundle,
        serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
            let (line, column) = (error.line(), error.column());
            BundleError::NotJson { place: Place::default(), line, column }
        }
    }
}

/// The members of an object in their order, also those whose name is there twice, each with the
/// exact text of its value.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Members<'a> {
    fn named(&self, wanted: &'static str) -> impl Iterator<Item = &'a RawValue> {
        self.0.iter().filter(move |(name, _)| name == wanted).map(|(_, raw)| *raw)
    }
}

fn members_of<'a>(raw: &'a RawValue, name: &str) -> Result<Members<'a>, BundleError> {
    serde_json::from_str(raw.get())
        .map_err(|_| BundleError::Wrong { place: at(name), expected: Expected::Object })
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                // One more than there may be is enough to refuse the whole.
                while members.len() <= Limits::BUNDLE.values {
                    let Some((name, raw)) = map.next_entry::<Loose, &'de RawValue>()? else {
                        return Ok(Members(members));
                    };
                    members.push((String::from_utf8_lossy(&name.0).into_owned(), raw));
                }
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// A JSON text as its bytes. Browsers keep half surrogate pairs, which are no text here and must not
/// make all the rest unreadable.
struct Loose(Vec<u8>);

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl Visitor<'_> for Bytes {
            type Value = Loose;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Loose, E> {
                Ok(Loose(bytes.to_owned()))
            }

            fn visit_str<E>(self, text: &str) -> Result<Loose, E> {
                Ok(Loose(text.as_bytes().to_owned()))
            }
        }
        deserializer.deserialize_bytes(Bytes)
    }
}

/// The text, if the value is one.
fn text_of(raw: &RawValue) -> Option<String> {
    let Loose(bytes) = serde_json::from_str(raw.get()).ok()?;
    String::from_utf8(bytes).ok()
}

//! Why a file could not be read, in the reader's language: what is wrong and where, that nothing was
//! changed, and what to do.

use crate::codec::template::TemplateError;
use crate::codec::{BundleError, Counted, Expected, Limits, Place};
use crate::i18n::{Reading, ShareMessages};
use crate::store::{FileError, ReadFailure};

/// Why a file could not be read.
pub fn failure_words(share: &ShareMessages, failure: &ReadFailure) -> String {
    let reading = &share.reading;
    let (what, advice) = match failure {
        ReadFailure::File(error) => file_words(reading, error),
        ReadFailure::Bundle(error) => bundle_words(share, error),
        ReadFailure::Template(error) => template_words(share, error),
    };
    format!("{what} {} {advice}", reading.unchanged)
}

fn file_words(reading: &Reading, error: &FileError) -> (String, &'static str) {
    match error {
        FileError::TooLarge { bytes: _ } => too_large(reading, Limits::BUNDLE.bytes),
        FileError::Unreadable(_) => (reading.unreadable.to_owned(), reading.try_again),
    }
}

fn bundle_words(share: &ShareMessages, error: &BundleError) -> (String, &'static str) {
    let reading = &share.reading;
    let said = |place: &Place| place_words(share, place);
    match error {
        BundleError::Empty => (reading.empty.to_owned(), reading.send_again),
        BundleError::NotText { byte: _ } => (reading.not_text.to_owned(), reading.pick_other),
        // What is not JSON from its first characters on is some other file.
        BundleError::NotJson { line: 1, column: 1 | 2, .. } | BundleError::NotABundle => {
            (reading.not_ours.to_owned(), reading.pick_other)
        }
        BundleError::NotJson { place, line, column } => {
            ((reading.damaged)(*line, *column, &said(place)), reading.send_again)
        }
        BundleError::CutOff { after } => {
            let after = (!after.is_whole_file()).then(|| said(after));
            ((reading.cut_off)(after.as_deref()), reading.send_again)
        }
        BundleError::NewerVersion { found: _ } => (reading.newer.to_owned(), reading.update),
        BundleError::TooLarge { limit } => too_large(reading, *limit),
        BundleError::TooDeep { place } => ((reading.too_deep)(&said(place)), reading.export_again),
        BundleError::TooMany { place, what, limit } => {
            let what = counted_words(reading, *what);
            ((reading.too_many)(&said(place), *limit, what), reading.export_again)
        }
        BundleError::Wrong { place, expected } => {
            let expected = expected_words(reading, *expected);
            ((reading.wrong)(&said(place), expected), reading.export_again)
        }
        BundleError::Missing { place } => ((reading.missing)(&said(place)), reading.export_again),
        BundleError::Duplicate { place } => ((reading.twice)(&said(place)), reading.export_again),
        BundleError::BadId { place } => ((reading.bad_id)(&said(place)), reading.export_again),
        BundleError::BadMerge { place } => {
            ((reading.bad_merge)(&said(place)), reading.export_again)
        }
        BundleError::TextTooLong { place, limit } => {
            ((reading.too_long)(&said(place), *limit), reading.export_again)
        }
    }
}

fn template_words(share: &ShareMessages, error: &TemplateError) -> (String, &'static str) {
    let reading = &share.reading;
    match error {
        TemplateError::TooLarge { limit } => too_large(reading, *limit),
        TemplateError::NotATemplate { line, column } => {
            ((reading.damaged)(*line, *column, reading.whole_file), reading.send_again)
        }
        TemplateError::NewerVersion { found: _ } => (reading.newer.to_owned(), reading.update),
        TemplateError::TooMuch(place) => ((reading.too_much)(place), reading.export_again),
    }
}

fn too_large(reading: &Reading, limit: usize) -> (String, &'static str) {
    ((reading.too_large)(limit / (1024 * 1024)), reading.pick_other)
}

/// A place in words: `meeting 12`, `“starts” in meeting 12`, or the path where it is in no record.
fn place_words(share: &ShareMessages, place: &Place) -> String {
    let reading = &share.reading;
    if place.is_whole_file() {
        return reading.whole_file.to_owned();
    }
    let Some((kind, number)) = place.record() else { return format!("“{}”", path(place)) };
    let record = (share.records.numbered)(kind, number);
    match place.steps().get(RECORD_STEPS..) {
        None | Some([]) => record,
        Some(inner) => {
            let inner: Place = inner.iter().cloned().collect();
            (reading.part)(&path(&inner), &record)
        }
    }
}

/// A place as a path. Of a very long one, the beginning is enough to find it.
fn path(place: &Place) -> String {
    let path = place.to_string();
    match path.char_indices().nth(LONGEST_PATH) {
        Some((end, _)) => format!("{}…", path.get(..end).unwrap_or_default()),
        None => path,
    }
}

/// How many characters of a path are shown.
const LONGEST_PATH: usize = 40;
/// How many steps lead to a record: `plans`, its number, the list, the record's number.
const RECORD_STEPS: usize = 4;

fn counted_words(reading: &Reading, what: Counted) -> &'static str {
    match what {
        Counted::Plans => reading.plans,
        Counted::Records => reading.records,
        Counted::Fields => reading.fields,
        Counted::ValuesOfField | Counted::Values => reading.values,
        Counted::Deletions => reading.deletions,
        Counted::Writers => reading.writers,
        Counted::Seen => reading.seen,
    }
}

fn expected_words(reading: &Reading, expected: Expected) -> &'static str {
    match expected {
        Expected::Object => reading.object,
        Expected::List => reading.list,
        Expected::Text => reading.text,
        Expected::Version => reading.version,
        Expected::Moment => reading.moment,
        Expected::Audience => reading.audience,
        Expected::Kind => reading.kind,
    }
}

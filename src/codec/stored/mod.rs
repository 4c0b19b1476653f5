//! One record as the text that storage keeps: complete in itself, with its own table of writers and
//! a sum over everything in it. `docs/storage.md` describes it.

pub mod keys;
mod migrate;
mod seal;
mod sorting;

use std::fmt::Write as _;

pub use sorting::Sorted;

use super::error::{BundleError, Expected};
use super::fault::{Fault, What};
use super::json::Reader;
use super::limits::Limits;
use super::place::Place;
use super::record::{Context, kind_named, push_members, read_id, read_record};
use super::writers::{Writers, push_table, read_table};
use crate::domain::{Record, RecordKey};

/// The version of the format written here.
const VERSION: u64 = 2;

/// Why a stored text could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoredError {
    /// It does not begin as any version begins: it is cut off, damaged there, or not ours.
    #[error("not a stored record")]
    Foreign,
    /// It is not as it was written: its sum is another.
    #[error("the sum is not that of the text")]
    Damaged,
    /// It is whole, and was written by a newer version.
    #[error("written in version {found}, newer than this program reads")]
    Newer {
        /// The version it names.
        found: u64,
    },
    /// It is as it was written, or of version 1, which had no sum; but it holds no record.
    #[error(transparent)]
    Content(#[from] BundleError),
}

/// Writes one record.
pub fn write(key: &RecordKey, record: &Record) -> String {
    let mut writers = Writers::default();
    let mut members = String::with_capacity(512);
    push_members(&mut members, record, |_, _| false, &mut writers);
    let RecordKey { plan, kind, id } = key;
    let mut out = seal::begin(VERSION, members.len() + 128);
    // Writing to a String cannot fail.
    let _ = write!(out, r#""plan":"{plan}","kind":"{}","writers":"#, kind.name());
    push_table(&mut out, &writers);
    let _ = write!(out, r#","record":{{"id":"{id}"{members}}}}}"#);
    seal::seal(&mut out);
    out
}

/// Reads one record back, as this or any earlier version wrote it.
///
/// # Errors
/// Says why it cannot be read. A text of version 2 or later that is not as it was written is always
/// refused.
pub fn read(text: &str) -> Result<(RecordKey, Record), StoredError> {
    let (key, record, _) = read_any(text)?;
    Ok((key, record))
}

/// Reads one record under the name it is stored by, as this very version writes it. `None` where
/// anything is otherwise, which [`Sorted`] then tells apart.
pub fn read_as_written(name: &str, text: &str) -> Option<(RecordKey, Record)> {
    let limits = &Limits::STORED;
    if text.len() > limits.bytes || seal::version(text) != Ok(VERSION) {
        return None;
    }
    let found = read_whole(&mut Reader::new(text), &mut Context::new(limits)).ok()?;
    (keys::parse(name) == Some(found.0)).then_some(found)
}

/// Reads one record, and says in which version it stood.
fn read_any(text: &str) -> Result<(RecordKey, Record, u64), StoredError> {
    let limits = &Limits::STORED;
    if text.len() > limits.bytes {
        return Err(BundleError::TooLarge { limit: limits.bytes }.into());
    }
    let (current, version) = migrate::to_current(text)?;
    let (key, record) = read_whole(&mut Reader::new(&current), &mut Context::new(limits))
        .map_err(|fault| fault.into_error(&current, Place::default()))?;
    Ok((key, record, version))
}

fn read_whole(
    reader: &mut Reader<'_>,
    context: &mut Context,
) -> Result<(RecordKey, Record), Fault> {
    let (mut plan, mut kind, mut has_table, mut record) = (None, None, false, None);
    reader.object(|reader, name| {
        match &**name {
            "plan" => plan = Some(read_id(reader)?),
            "kind" => {
                let name = reader.text(usize::MAX)?;
                kind = Some(
                    kind_named(&name).ok_or_else(|| reader.fault(What::Wrong(Expected::Kind)))?,
                );
            }
            "writers" => {
                context.writers = read_table(reader, context.limits)?;
                has_table = true;
            }
            "record" if !has_table => {
                return Err(reader.fault(What::Missing).settled_at("writers"));
            }
            "record" => record = Some(read_record(reader, context)?),
            _ => reader.skip(context.limits.depth)?,
        }
        Ok(())
    })?;
    reader.finish()?;
    let missing = |name: &str| reader.fault(What::Missing).under(name);
    let plan = plan.ok_or_else(|| missing("plan"))?;
    let kind = kind.ok_or_else(|| missing("kind"))?;
    let (id, record) = record.ok_or_else(|| missing("record"))?;
    Ok((RecordKey { plan, kind, id }, record))
}

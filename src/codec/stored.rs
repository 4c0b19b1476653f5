//! One record as the text that storage keeps: complete in itself, with its own table of writers.

use std::fmt::Write as _;

use super::error::{BundleError, Expected};
use super::fault::{Fault, What};
use super::json::Reader;
use super::limits::Limits;
use super::place::Place;
use super::record::{Context, push_members, read_id, read_record};
use super::writers::{Writers, push_table, read_table};
use crate::domain::{Kind, Record, RecordKey};

/// The version of the format written here.
const VERSION: u64 = 1;

/// Writes one record.
pub fn write(key: &RecordKey, record: &Record) -> String {
    let mut writers = Writers::default();
    let mut members = String::with_capacity(512);
    push_members(&mut members, record, |_, _| false, &mut writers);
    let RecordKey { plan, kind, id } = key;
    let mut out = String::with_capacity(members.len() + 128);
    // Writing to a String cannot fail.
    let _ =
        write!(out, r#"{{"version":{VERSION},"plan":"{plan}","kind":"{}","writers":"#, kind.name());
    push_table(&mut out, &writers);
    let _ = write!(out, r#","record":{{"id":"{id}"{members}}}}}"#);
    out
}

/// Reads one record back.
pub fn read(text: &str) -> Result<(RecordKey, Record), BundleError> {
    let limits = &Limits::STORED;
    if text.len() > limits.bytes {
        return Err(BundleError::TooLarge { limit: limits.bytes });
    }
    if text.trim().is_empty() {
        return Err(BundleError::Empty);
    }
    read_whole(&mut Reader::new(text), &mut Context::new(limits))
        .map_err(|fault| fault.into_error(text, Place::default()))
}

fn read_whole(
    reader: &mut Reader<'_>,
    context: &mut Context,
) -> Result<(RecordKey, Record), Fault> {
    let (mut version, mut plan, mut kind, mut has_table, mut record) =
        (false, None, None, false, None);
    reader.object(|reader, name| {
        match &**name {
            "version" => {
                check_version(reader, VERSION)?;
                version = true;
            }
            "plan" => plan = Some(read_id(reader)?),
            "kind" => {
                let name = reader.text(usize::MAX)?;
                kind = Some(
                    Kind::from_name(&name)
                        .ok_or_else(|| reader.fault(What::Wrong(Expected::Kind)))?,
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
    if !version {
        return Err(missing("version"));
    }
    let plan = plan.ok_or_else(|| missing("plan"))?;
    let kind = kind.ok_or_else(|| missing("kind"))?;
    let (id, record) = record.ok_or_else(|| missing("record"))?;
    Ok((RecordKey { plan, kind, id }, record))
}

/// Reads a format version and makes sure that it is not newer than `newest`.
pub(super) fn check_version(reader: &mut Reader<'_>, newest: u64) -> Result<(), Fault> {
    let digits = reader.raw(0)?;
    match digits.parse::<u64>() {
        Ok(0) | Err(_) => Err(reader.fault(What::Wrong(Expected::Version))),
        Ok(found) if found > newest => Err(reader.fault(What::NewerVersion(found))),
        Ok(_) => Ok(()),
    }
}

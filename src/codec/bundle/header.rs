//! Who made a bundle, when and for whom.

use std::fmt::Write as _;

use chrono::{DateTime, FixedOffset, SecondsFormat};

use super::super::error::Expected;
use super::super::fault::{Fault, What};
use super::super::json::{Reader, Shape};
use super::super::limits::Limits;
use super::super::text::push_text;
use super::super::writers::read_table;
use super::{FORMAT, VERSION};
use crate::domain::DeviceId;

/// Whom a bundle is for, which decides what it leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// The student and the mentors.
    Pair,
    /// The program.
    Program,
    /// Only the device's own owner: nothing is left out.
    Backup,
}

impl Audience {
    const ALL: [Self; 3] = [Self::Pair, Self::Program, Self::Backup];

    /// The name under which files mention the audience.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pair => "pair",
            Self::Program => "program",
            Self::Backup => "backup",
        }
    }
}

/// Who sent a bundle, as they call themselves. Nothing proves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The sender's name.
    pub name: String,
    /// The sender's role: student, mentor or coordinator.
    pub role: String,
}

/// What a bundle says about itself. It is about this one file, so it is not merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Whom it is for.
    pub audience: Audience,
    /// When it was made, by the sender's clock and in the sender's offset, to the second.
    pub made: DateTime<FixedOffset>,
    /// Who made it, if they said.
    pub from: Option<Sender>,
}

/// Writes the members of a header, after the opening brace.
pub(super) fn push_header(out: &mut String, header: &Header) {
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        r#""format":"{FORMAT}","version":{VERSION},"audience":"{}","made":"{}""#,
        header.audience.name(),
        header.made.to_rfc3339_opts(SecondsFormat::Secs, false),
    );
    if let Some(Sender { name, role }) = &header.from {
        out.push_str(r#","from":{"name":"#);
        push_text(out, name);
        out.push_str(r#","role":"#);
        push_text(out, role);
        out.push('}');
    }
}

/// Where in the file each member stands that comes before the plans.
#[derive(Debug, Default)]
pub(super) struct Members {
    format: Option<usize>,
    version: Option<usize>,
    audience: Option<usize>,
    made: Option<usize>,
    from: Option<usize>,
    writers: Option<usize>,
}

impl Members {
    /// Remembers where the value of `name` begins. Names that mean nothing are left out: a header
    /// is not passed on.
    pub(super) fn note(&mut self, name: &str, at: usize) {
        let slot = match name {
            "format" => &mut self.format,
            "version" => &mut self.version,
            "audience" => &mut self.audience,
            "made" => &mut self.made,
            "from" => &mut self.from,
            "writers" => &mut self.writers,
            _ => return,
        };
        *slot = Some(at);
    }

    /// Makes sure, as soon as both are known, that this is a bundle of a version that can be read,
    /// before anything else about it is judged. `reader` is any reader of the same text.
    pub(super) fn check_format(&self, reader: &Reader<'_>) -> Result<(), Fault> {
        let (Some(format), Some(version)) = (self.format, self.version) else { return Ok(()) };
        if !is_ours(&mut reader.standing_at(format)) {
            return Err(reader.fault(What::NotABundle).settled());
        }
        check_version(&mut reader.standing_at(version), VERSION)
            .map_err(|fault| fault.settled_at("version"))
    }

    /// Reads the header, if every member of it has been found. The faults are settled.
    pub(super) fn read(&self, reader: &Reader<'_>) -> Result<Header, Fault> {
        let found = |name: &str, at: Option<usize>| {
            at.map(|at| reader.standing_at(at))
                .ok_or_else(|| reader.fault(What::Missing).settled_at(name))
        };
        let format = self.format.map(|at| reader.standing_at(at));
        if !format.is_some_and(|mut reader| is_ours(&mut reader)) {
            return Err(reader.fault(What::NotABundle).settled());
        }
        found("version", self.version)?;
        self.check_format(reader)?;
        let audience = read_audience(&mut found("audience", self.audience)?)
            .map_err(|fault| fault.settled_at("audience"))?;
        let made =
            read_made(&mut found("made", self.made)?).map_err(|fault| fault.settled_at("made"))?;
        let from = self
            .from
            .map(|at| read_sender(&mut reader.standing_at(at)))
            .transpose()
            .map_err(|fault| fault.settled_at("from"))?;
        Ok(Header { audience, made, from })
    }

    /// Reads the table of writers. The faults are settled.
    pub(super) fn read_writers(&self, reader: &Reader<'_>) -> Result<Vec<DeviceId>, Fault> {
        let missing = || reader.fault(What::Missing).settled_at("writers");
        let at = self.writers.ok_or_else(missing)?;
        read_table(&mut reader.standing_at(at), &Limits::BUNDLE)
            .map_err(|fault| fault.settled_at("writers"))
    }

    /// Whether every member that the plans depend on has been found.
    pub(super) fn are_complete(&self) -> bool {
        let needed = [self.format, self.version, self.audience, self.made, self.writers];
        needed.iter().all(Option::is_some)
    }
}

/// Reads a format version and makes sure that it is not newer than `newest`.
fn check_version(reader: &mut Reader<'_>, newest: u64) -> Result<(), Fault> {
    if reader.shape()? != Shape::Number {
        return Err(reader.fault(What::Wrong(Expected::Version)));
    }
    let digits = reader.raw(0)?;
    match digits.parse::<u64>() {
        Ok(0) | Err(_) => Err(reader.fault(What::Wrong(Expected::Version))),
        Ok(found) if found > newest => Err(reader.fault(What::NewerVersion(found))),
        Ok(_) => Ok(()),
    }
}

fn is_ours(reader: &mut Reader<'_>) -> bool {
    reader.text(usize::MAX).is_ok_and(|format| format == FORMAT)
}

fn read_audience(reader: &mut Reader<'_>) -> Result<Audience, Fault> {
    let name = reader.text(usize::MAX)?;
    let known = Audience::ALL.into_iter().find(|audience| audience.name() == name);
    known.ok_or_else(|| reader.fault(What::Wrong(Expected::Audience)))
}

fn read_made(reader: &mut Reader<'_>) -> Result<DateTime<FixedOffset>, Fault> {
    let text = reader.text(usize::MAX)?;
    DateTime::parse_from_rfc3339(&text).map_err(|_| reader.fault(What::Wrong(Expected::Moment)))
}

fn read_sender(reader: &mut Reader<'_>) -> Result<Sender, Fault> {
    let (mut sender_name, mut sender_role) = (None, None);
    reader.object(|reader, name| {
        let slot = match &**name {
            "name" => &mut sender_name,
            "role" => &mut sender_role,
            _ => return reader.skip(Limits::BUNDLE.value_depth),
        };
        *slot = Some(reader.text(Limits::BUNDLE.text)?.into_owned());
        Ok(())
    })?;
    let missing = |name: &str| reader.fault(What::Missing).under(name);
    let name = sender_name.ok_or_else(|| missing("name"))?;
    let role = sender_role.ok_or_else(|| missing("role"))?;
    Ok(Sender { name, role })
}

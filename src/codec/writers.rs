//! The table of devices that `merge` texts refer to by letters, and the writing of dots.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::error::Counted;
use super::fault::{Fault, What};
use super::json::Reader;
use super::limits::Limits;
use super::record::read_id;
use crate::crdt::Dot;
use crate::domain::DeviceId;

/// The largest counter a dot may have: the largest whole number that every JSON reader keeps.
const MOST: u64 = (1 << 53) - 1;

/// The devices met so far, in order of their first use.
#[derive(Debug, Default)]
pub(super) struct Writers {
    table: Vec<DeviceId>,
    /// The places of the devices beyond the first few.
    places: BTreeMap<DeviceId, usize>,
}

impl Writers {
    /// So many devices are compared one by one, which is quickest and needs no memory.
    const FEW: usize = 16;

    /// Writes a dot as its device's letters and its counter, such as `a1`.
    pub(super) fn push_dot(&mut self, out: &mut String, dot: Dot<DeviceId>) {
        let place = self.place(dot.device).unwrap_or_else(|| self.add(dot.device));
        push_letters(out, place);
        push_number(out, dot.counter);
    }

    fn place(&self, device: DeviceId) -> Option<usize> {
        let first = self.table.iter().take(Self::FEW).position(|known| *known == device);
        first.or_else(|| self.places.get(&device).copied())
    }

    fn add(&mut self, device: DeviceId) -> usize {
        let place = self.table.len();
        self.table.push(device);
        if place >= Self::FEW {
            self.places.insert(device, place);
        }
        place
    }
}

/// Writes a whole number.
fn push_number(out: &mut String, number: u64) {
    if number >= 10 {
        push_number(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// Writes a place in the table as letters: a to z, then aa, ab and so on, like the columns of a
/// spreadsheet.
fn push_letters(out: &mut String, index: usize) {
    if index >= 26 {
        push_letters(out, index / 26 - 1);
    }
    out.push(char::from(b'a' + (index % 26) as u8));
}

/// Reads one dot off the front of `text`.
pub(super) fn take_dot(text: &mut &str, table: &[DeviceId]) -> Option<Dot<DeviceId>> {
    let letters = text.bytes().take_while(u8::is_ascii_lowercase).count();
    let mut place: usize = 0;
    for letter in text.bytes().take(letters) {
        place = place.checked_mul(26)?.checked_add(usize::from(letter - b'a') + 1)?;
    }
    let device = *table.get(place.checked_sub(1)?)?;
    let rest = text.get(letters..)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let counter: u64 = rest.get(..digits)?.parse().ok()?;
    if rest.starts_with('0') || counter > MOST {
        return None;
    }
    *text = rest.get(digits..)?;
    Some(Dot { device, counter })
}

/// Writes the table itself.
pub(super) fn push_table(out: &mut String, writers: &Writers) {
    for (position, device) in writers.table.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = write!(out, "{}\"{device}\"", if position == 0 { '[' } else { ',' });
    }
    out.push_str(if writers.table.is_empty() { "[]" } else { "]" });
}

/// Reads a table of writers.
pub(super) fn read_table(reader: &mut Reader<'_>, limits: &Limits) -> Result<Vec<DeviceId>, Fault> {
    let mut writers = Writers::default();
    reader.list(|reader, _| {
        if writers.table.len() >= limits.writers {
            return Err(reader.fault(What::TooMany(Counted::Writers, limits.writers)));
        }
        let device = read_id(reader)?;
        if writers.place(device).is_some() {
            return Err(reader.fault(What::Duplicate));
        }
        writers.add(device);
        Ok(())
    })?;
    Ok(writers.table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let table: Vec<_> = (0..2000).map(DeviceId::from_random).collect();
        let mut writers = Writers::default();
        let mut written = Vec::new();
        for device in &table {
            let dot = Dot { device: *device, counter: 7 };
            let mut text = String::new();
            writers.push_dot(&mut text, dot);
            assert_eq!(take_dot(&mut text.as_str(), &table), Some(dot));
            written.push(text);
        }
        let of = |at: usize| written.get(at).map(String::as_str);
        assert_eq!(
            [of(0), of(25), of(26), of(701), of(702)],
            [Some("a7"), Some("z7"), Some("aa7"), Some("zz7"), Some("aaa7")]
        );
    }

    #[test]
    fn what_is_not_a_dot_is_refused() {
        let table = [DeviceId::from_random(1)];
        for text in
            ["", "a", "1", "a0", "a01", "b1", "A1", "a9007199254740992", "aaaaaaaaaaaaaaaa1"]
        {
            assert_eq!(take_dot(&mut { text }, &table), None, "{text}");
        }
        assert!(take_dot(&mut "a9007199254740991", &table).is_some());
    }
}

//! What a device keeps besides records, as a backup carries it: texts under text keys, as stored.

use std::collections::BTreeMap;

use super::super::error::Counted;
use super::super::fault::{Fault, What};
use super::super::json::Reader;
use super::super::limits::Limits;
use super::super::text::push_text;
use crate::crdt::Pace;

/// What a device keeps besides records. Each map holds one store: its keys, and the texts under
/// them as they are stored. What they mean is for the store to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceStores {
    /// Values of records that have been replaced.
    pub past: BTreeMap<String, String>,
    /// Stored values that nobody could read.
    pub aside: BTreeMap<String, String>,
    /// Records that contradict others, and so were not merged.
    pub quarantine: BTreeMap<String, String>,
    /// Preferences and drafts.
    pub texts: BTreeMap<String, String>,
}

impl DeviceStores {
    /// Whether there is nothing in any of the stores.
    pub fn is_empty(&self) -> bool {
        self.stores().iter().all(|(_, store)| store.is_empty())
    }

    /// How many texts all stores have together.
    pub fn len(&self) -> usize {
        self.stores().iter().map(|(_, store)| store.len()).sum()
    }

    fn stores(&self) -> [(&'static str, &BTreeMap<String, String>); 4] {
        [
            ("past", &self.past),
            ("aside", &self.aside),
            ("quarantine", &self.quarantine),
            ("texts", &self.texts),
        ]
    }

    /// The store of a name; `None` for one this version does not know.
    pub fn store_mut(&mut self, name: &str) -> Option<&mut BTreeMap<String, String>> {
        Some(match name {
            "past" => &mut self.past,
            "aside" => &mut self.aside,
            "quarantine" => &mut self.quarantine,
            "texts" => &mut self.texts,
            _ => return None,
        })
    }
}

/// Writes the stores as one object, each text on a line of its own.
pub(super) async fn push_stores(out: &mut String, device: &DeviceStores, pace: &Pace) {
    out.push('{');
    for (position, (name, store)) in device.stores().into_iter().enumerate() {
        out.push_str(if position == 0 { "\n" } else { ",\n" });
        push_text(out, name);
        out.push_str(":{");
        for (position, (key, text)) in store.iter().enumerate() {
            out.push_str(if position == 0 { "\n" } else { ",\n" });
            push_text(out, key);
            out.push(':');
            push_text(out, text);
            pace.did(key.len() + text.len()).await;
        }
        out.push('}');
    }
    out.push('}');
}

/// Reads the stores. Stores that only a later version knows are left out: there is no place for
/// them here, and the file still has them.
pub(super) async fn read_stores(
    reader: &mut Reader<'_>,
    limits: &Limits,
    pace: &Pace,
) -> Result<DeviceStores, Fault> {
    let mut device = DeviceStores::default();
    let mut count = 0;
    reader
        .object_in_steps(pace, async |reader, name| {
            let Some(store) = device.store_mut(name) else {
                return reader.skip(limits.value_depth);
            };
            reader
                .object_in_steps(pace, async |reader, key| {
                    if count >= limits.values {
                        return Err(reader.fault(What::TooMany(Counted::Values, limits.values)));
                    }
                    count += 1;
                    // A text is no longer than the file, whose size was looked at first; a record
                    // with everything in it that a record may have is a long one.
                    let text = reader.text(usize::MAX)?;
                    store.insert(key.as_ref().to_owned(), text.into_owned());
                    Ok(())
                })
                .await
        })
        .await?;
    Ok(device)
}

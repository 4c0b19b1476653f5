//! Which device this is.
//!
//! No write identity is ever used for two different writes, also not by two tabs: each tab holds
//! the lock of a slot, and each slot has a device id of its own. Where the browser has no locks, or
//! no database to remember every write in, the tab gets a fresh id that is never stored.

use leptos::prelude::*;

use super::{Core, SaveState, Store};
use crate::domain::{Command, DeviceId, PlanId};
use crate::platform::{
    base,
    local::{Local, LocalError},
    locks::{self, Claim},
    random,
};

/// How many tabs may be open before further ones get ids that are not kept.
const SLOTS: usize = 8;

/// The slot this tab holds.
pub(super) struct Slot {
    key: String,
    _claim: Claim,
}

/// Takes a free slot and reads or makes its device id.
pub(super) async fn claim(local: Option<&Local>) -> (DeviceId, Option<Slot>) {
    let fresh = || DeviceId::from_random(random::bits().unwrap_or_default());
    let Some(local) = local else { return (fresh(), None) };
    let keys: Vec<String> = (0..SLOTS).map(|slot| format!("device/{slot}")).collect();
    let names: Vec<String> = keys.iter().map(|key| base::own_name(key)).collect();
    let Ok(claim) = locks::claim_first(&names).await else { return (fresh(), None) };
    let slot = std::iter::zip(names, keys).find(|(name, _)| name == claim.name());
    let Some((_, key)) = slot else { return (fresh(), None) };
    let known = match local.get(&key) {
        Ok(known) => known.and_then(|text| text.parse().ok()),
        Err(LocalError::NotText) => None,
        // An id that only cannot be read now is not replaced.
        Err(_) => return (fresh(), None),
    };
    let device = known.unwrap_or_else(fresh);
    if known.is_none() && local.set(&key, &device.to_string()).is_err() {
        return (fresh(), None);
    }
    (device, Some(Slot { key, _claim: claim }))
}

impl Core {
    /// Stores another device id for this tab's slot.
    fn rename_slot(&self, device: DeviceId) {
        if let (Some(slot), Some(local)) = (&self.slot, &self.local)
            && local.set(&slot.key, &device.to_string()).is_err()
        {
            // An id that cannot be kept must not be found again under the old name. Where the
            // browser refuses even that, it refuses what would be written under the id, too.
            let _gone = local.remove(&slot.key);
        }
    }
}

impl Core {
    /// An id that no device has had yet.
    pub(super) fn fresh_device(&self) -> DeviceId {
        DeviceId::from_random(random::bits().unwrap_or(self.spare))
    }
}

impl Store {
    /// Goes on under the new id `device`: a file has shown writes in this device's name that it does
    /// not know, as after a restored backup of the whole browser.
    pub(super) fn renew_device(&self, device: DeviceId) {
        self.core.update_value(|core| {
            core.device = device;
            core.rename_slot(device);
        });
        self.tell_all();
    }

    /// Goes on under an id that no device has had: this tab no longer knows what it wrote under the
    /// old one.
    pub(super) fn forget_device(&self) {
        if let Some(device) = self.core.try_with_value(Core::fresh_device) {
            self.renew_device(device);
        }
    }

    /// Before something leaves this device that is not stored: the writes in it must not be met
    /// again, other than they are, after a start that does not know them.
    pub(super) fn leave_slot_if_unsaved(&self) {
        if self.saving.get_untracked() == SaveState::Saved {
            return;
        }
        self.core.update_value(|core| {
            let next = core.fresh_device();
            core.rename_slot(next);
            // Until then this tab goes on as it is, and nobody else takes the slot.
        });
    }

    /// Before a command is carried out: where the reader is known in the plan but this device is
    /// not, says that the device is the reader's.
    pub(super) fn join_again(&self, command: &Command) {
        if matches!(
            command,
            Command::StartPlan { .. } | Command::Join { .. } | Command::JoinAs { .. }
        ) {
            return;
        }
        let plans = self.preferences.with_untracked(|preferences| preferences.people.clone());
        let missing: Vec<(PlanId, _)> = self.core.with_value(|core| {
            let unknown = |plan: &PlanId| {
                core.workspace
                    .plan(*plan)
                    .is_some_and(|content| content.person_of(core.device).is_none())
            };
            plans.into_iter().filter(|(plan, _)| unknown(plan)).collect()
        });
        for (plan, person) in missing {
            // A person who has been deleted cannot be joined; the command then says so itself.
            let _outcome =
                self.write(|workspace, ctx| workspace.apply(Command::JoinAs { plan, person }, ctx));
        }
    }
}

//! Only showing: what a newer version has stored is never changed by this one.

use leptos::prelude::*;

use super::{Notice, Store};
use crate::domain::CommandError;
use crate::platform::page;

/// Why the plan is only shown. What is stored is safe in every case, and the newer version has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// The database was made by a newer version. What can be read of it is shown.
    NewerDatabase,
    /// Some of what is stored was written by a newer version. The rest is shown.
    NewerValues,
    /// A newer version has taken over in another tab.
    NewerTab {
        /// Whether everything written here is stored, if only in the journal. Otherwise some of it is
        /// in this page alone.
        is_kept: bool,
    },
}

impl Store {
    /// Why the plan is only shown, if it is. Then every change is refused.
    pub fn read_only(&self) -> Signal<Option<ReadOnly>> {
        self.read_only.into()
    }

    /// Whether the plan is only shown. Follows it.
    pub fn is_held(&self) -> bool {
        self.read_only.with(Option::is_some)
    }

    /// Whether a newer version keeps what is stored, and nothing of it can be shown.
    pub fn is_out_of_sight(&self) -> bool {
        self.read_only.with(Option::is_some) && self.open_plan_id().is_none()
    }

    /// Loads the page again, and with it the newest version of the program.
    pub fn reload(&self) {
        page::reload();
    }

    /// Whether every change is refused.
    pub(super) fn is_read_only(&self) -> bool {
        self.read_only.try_with_untracked(Option::is_some) == Some(true)
    }

    /// Says in the notice that nothing may be changed, if that is so.
    pub(super) fn refuses(&self) -> bool {
        let refuses = self.is_read_only();
        if refuses {
            self.notice.set(Some(Notice::Refused(CommandError::ReadOnly)));
        }
        refuses
    }

    /// From now on the plan is only shown. The first reason stays.
    pub(super) fn hold(&self, why: ReadOnly) {
        if self.read_only.try_with_untracked(Option::is_none) != Some(true) {
            return;
        }
        self.only_show(why);
        self.leave_to_newer();
        self.show();
        self.wake();
    }

    /// The plan is only shown, for this reason.
    pub(super) fn only_show(&self, why: ReadOnly) {
        self.read_only.set(Some(why));
        self.core.try_update_value(|core| {
            core.database = None;
            // There is a database, though not for this version.
            core.is_waiting = true;
        });
    }

    /// Where the plan is only shown: what waits to be saved goes to the journal, for the newer version
    /// to find at its next start.
    pub(super) fn leave_to_newer(&self) {
        let Some(Some(ReadOnly::NewerTab { .. })) = self.read_only.try_get_untracked() else {
            return;
        };
        self.journal_again();
        let is_kept = self.core.try_update_value(|core| {
            core.queue.stop();
            core.queue.is_journaled()
        }) == Some(true);
        self.read_only.set(Some(ReadOnly::NewerTab { is_kept }));
    }
}

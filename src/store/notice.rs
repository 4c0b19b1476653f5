//! What has just happened, as every page says it, and taking it back.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Apart, LongWork, Store};
use crate::domain::{Command, CommandError, Happening, Past, Record, RecordKey, Undo, UndoImport};

/// Something that has just happened and can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A command was carried out.
    Happened(Happening, Undo),
    /// A command was refused.
    Refused(CommandError),
    /// An import brought in so many changes.
    Imported(usize, UndoImport),
    /// An import was taken back.
    ImportUndone,
    /// An import is being taken back.
    TakingBack(LongWork),
    /// A plan was taken off this device, with these records and this past.
    Removed(Vec<(RecordKey, Record)>, Vec<Past>),
    /// A record that was kept apart was taken in.
    TakenIn(UndoImport, Arc<Apart>),
    /// A record that was kept apart was removed.
    ApartRemoved(Arc<Apart>),
}

impl Store {
    /// Takes back what the notice speaks of.
    pub fn undo_notice(&self) {
        match self.notice.get_untracked() {
            Some(Notice::Happened(_, undo)) => {
                self.notice.set(None);
                // Undoing an undo is offered again by its own notice.
                let _outcome = self.apply(Command::Undo(undo));
            }
            Some(Notice::Imported(_, undo)) => self.undo_import(undo),
            Some(Notice::Removed(records, past)) => self.bring_back(records, past),
            Some(Notice::TakenIn(undo, apart)) => {
                self.put_apart(apart);
                self.undo_import(undo);
            }
            Some(Notice::ApartRemoved(apart)) => {
                self.put_apart(apart);
                self.notice.set(None);
            }
            Some(Notice::TakingBack(work)) => work.cancel(),
            Some(Notice::Refused(_) | Notice::ImportUndone) | None => {}
        }
    }

    /// Puts the notice away.
    pub fn dismiss_notice(&self) {
        self.notice.set(None);
    }

    /// What has just happened.
    pub fn notice(&self) -> Signal<Option<Notice>> {
        self.notice.into()
    }
}

//! Plans in and out: looking at a file, taking it in as a whole, taking that back, and exporting.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::ev::Event;
use leptos::prelude::*;

use super::part;
use super::saving::Job;
use super::{Notice, Restore, Store, now};
use crate::codec::bundle::{self, Audience, Header, Sender};
use crate::codec::{BundleError, Limits, raw};
use crate::domain::{Arrival, Command, CopyLog, ForWhom, Past, PlanId, UndoImport, Workspace};
use crate::platform::{files, share};

pub use crate::platform::files::{DownloadError, FileError, PickedFile};
pub use crate::platform::share::{ShareError, Shared};

/// What bundles are, for the browser.
const MIME: &str = "application/json";

/// How it stands with a file that the reader has picked.
#[derive(Clone, Debug, Default)]
pub enum Incoming {
    /// None was picked.
    #[default]
    Nothing,
    /// It is being read.
    Reading,
    /// It could not be read. Nothing was changed.
    Failed(ReadFailure),
    /// It has been looked at and waits for a decision.
    Staged(Arc<Staged>),
}

/// A file that has been read and looked at, but not taken in.
#[derive(Clone, Debug)]
pub struct Staged {
    /// What the file says of itself.
    pub header: Header,
    /// What importing it would do.
    pub arrival: Arrival,
    /// The plans it changes, whole, as importing would leave them.
    pub preview: Workspace,
    /// What it brings besides plans, if it is for its owner alone.
    pub restore: Option<Restore>,
}

/// Why a file was not read. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFailure {
    /// The browser could not read it.
    File(FileError),
    /// It is not a bundle that can be read.
    Bundle(BundleError),
}

/// A plan or everything, written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// A name for the file.
    pub file_name: String,
    /// The file.
    pub text: String,
    /// What is in it.
    pub(super) holds: Holds,
}

/// What a file that leaves this device holds, and what had been copied when it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// One plan, whole.
    Plan(PlanId, CopyLog),
    /// A plan without what only its writer may see. It is no copy of that, so it settles nothing.
    Part,
    /// Everything.
    Everything(CopyLog),
}

impl Store {
    /// How it stands with the file that the reader has picked.
    pub fn incoming(&self) -> Signal<Incoming> {
        self.incoming.into()
    }

    /// Reads the file that was picked in an input, and looks at it: see [`Store::incoming`].
    /// Says whether there was a file.
    pub fn read_picked(&self, change: &Event) -> bool {
        let Some(file) = PickedFile::from_change(change).into_iter().next() else { return false };
        let store = *self;
        store.in_rest(stage(store, file));
        true
    }

    /// Reads a file and looks at it. Changes no record.
    pub async fn stage(&self, file: PickedFile) {
        self.incoming.set(Incoming::Reading);
        let outcome = match self.look_into(file).await {
            Ok(staged) => {
                if staged.arrival.is_nothing_new() {
                    // There is nothing to decide about. An old file can still hold words that came
                    // here after those which replaced them.
                    self.keep_past(staged.arrival.past.iter().cloned().collect());
                }
                Incoming::Staged(Arc::new(staged))
            }
            Err(failure) => Incoming::Failed(failure),
        };
        self.incoming.set(outcome);
    }

    async fn look_into(&self, file: PickedFile) -> Result<Staged, ReadFailure> {
        let limit = Limits::BUNDLE.bytes as u64;
        let bytes = file.read(limit).await.map_err(ReadFailure::File)?;
        let mut opened = raw::open(&bytes).map_err(ReadFailure::Bundle)?;
        let restore = self.look_at_restore(&mut opened).await;
        let bundle = opened.bundle;
        Ok(self.core.with_value(|core| {
            let fresh = core.fresh_device();
            let arrival = core.workspace.look_at(bundle.plans, core.device, fresh);
            let preview = core.workspace.preview(&arrival);
            Staged { header: bundle.header, arrival, preview, restore }
        }))
    }

    /// Puts the file away without taking it in.
    pub fn drop_staged(&self) {
        self.incoming.set(Incoming::Nothing);
    }

    /// Takes in the file that has been looked at, as a whole, and opens its first plan. Then carries
    /// out `joins`, which say who the reader is in plans that are new here.
    pub fn import_staged(&self, joins: Vec<Command>) {
        if self.refuses() {
            return;
        }
        let incoming = self.incoming.try_update(std::mem::take);
        let Some(Incoming::Staged(staged)) = incoming else { return };
        let Staged { header, mut arrival, .. } = Arc::unwrap_or_clone(staged);
        let from = header.from.map(|from| from.name);
        self.keep_apart(std::mem::take(&mut arrival.quarantined), from);
        let count = arrival.plans.iter().map(|plan| plan.changes.len()).sum();
        let first = arrival.plans.first().map(|changes| changes.plan);
        self.revise_copies(|copies| {
            for plan in &arrival.plans {
                let changes = u32::try_from(plan.changes.len()).unwrap_or(u32::MAX);
                copies.note_changes(plan.plan, changes, now().timestamp());
            }
        });
        let undo = self.take_arrival(arrival);
        if let Some(plan) = first {
            self.open_plan(plan);
        }
        // A file of which everything is kept apart has brought nothing in.
        let undo = undo.filter(|_| first.is_some());
        self.notice.set(undo.map(|undo| Notice::Imported(count, undo)));
        // Joining gives no notice of its own, so that the import can be undone from the one above.
        for join in joins {
            if let Err(error) = self.write(|workspace, ctx| workspace.apply(join, ctx)) {
                self.notice.set(Some(Notice::Refused(error)));
            }
        }
    }

    /// Takes in, as a whole, what has been looked at. Nothing is told of it.
    pub(super) fn take_arrival(&self, arrival: Arrival) -> Option<UndoImport> {
        if let Some(device) = arrival.new_device {
            self.renew_device(device);
        }
        let records = arrival.keys().collect();
        let mut past: BTreeSet<Past> = arrival.past.iter().cloned().collect();
        let undo = self.core.try_update_value(|core| {
            let undo = core.workspace.import(arrival);
            past.extend(core.workspace.replaced_by(&undo));
            undo
        });
        self.enqueue(Job::Merge { records, entries: Vec::new(), past });
        self.tell_all();
        undo
    }

    /// Whether the reader has said who they are in a plan.
    pub fn has_joined(&self, plan: PlanId) -> bool {
        self.me_in(plan).is_some()
    }

    /// Takes an import back. What was written here since then stays.
    pub(super) fn undo_import(&self, undo: UndoImport) {
        if self.refuses() {
            return;
        }
        self.core.update_value(|core| {
            core.workspace.undo_import(&undo);
        });
        self.enqueue(Job::TakeBack { undo, past: BTreeSet::new() });
        self.tell_all();
        self.notice.set(Some(Notice::ImportUndone));
    }

    /// Writes down the plan that is open, once everything in it is stored, or something stands in the
    /// way of that. `None` if none is open.
    pub async fn export(&self) -> Option<Exported> {
        self.settled().await;
        self.leave_slot_if_unsaved();
        let id = untrack(|| self.open_plan_id())?;
        let me = untrack(|| self.me());
        let made = now();
        let exported = self.core.try_with_value(|core| {
            let plan = core.workspace.plan(id)?;
            let from = me
                .and_then(|me| plan.person(me))
                .map(|person| Sender { name: person.name, role: person.role.name().to_owned() });
            let header = Header { audience: Audience::Pair, made, from };
            let title = plan.card(id).map(|card| card.title).unwrap_or_default();
            let outgoing = plan.outgoing(id, ForWhom::Pair);
            Some(Exported {
                file_name: bundle::file_name(&title, made.date_naive()),
                text: bundle::write(&header, std::iter::once((id, &outgoing.plan))),
                holds: match outgoing.stays.is_empty() {
                    true => Holds::Plan(id, self.copies.get_untracked()),
                    false => Holds::Part,
                },
            })
        })??;
        Some(exported)
    }

    /// Whether the browser can hand a file to other apps.
    pub fn can_share(&self) -> bool {
        share::can_share("plan.steadyhand.json", MIME) || share::can_share("plan.txt", "text/plain")
    }

    /// Offers what was written down as a download.
    ///
    /// # Errors
    /// Why the browser refused.
    pub fn download(&self, exported: &Exported) -> Result<(), DownloadError> {
        files::download(&exported.file_name, MIME, &exported.text)?;
        self.note_copy(exported);
        Ok(())
    }

    /// Hands what was written down to another app, as text where the browser shares no JSON. To be
    /// called straight from a tap.
    ///
    /// # Errors
    /// Why that failed. Being cancelled is not a failure.
    pub async fn share(&self, title: &str, exported: &Exported) -> Result<Shared, ShareError> {
        let Exported { file_name, text, holds: _ } = exported;
        let shared = if share::can_share(file_name, MIME) {
            share::share(title, file_name, MIME, text).await?
        } else {
            share::share(title, &format!("{file_name}.txt"), "text/plain", text).await?
        };
        if shared == Shared::Handed {
            self.note_copy(exported);
        }
        Ok(shared)
    }

    /// Offers what storage held and nobody could read as a download.
    ///
    /// # Errors
    /// Why the browser refused.
    pub fn download_set_aside(&self) -> Result<(), DownloadError> {
        let lines: Vec<String> = self.set_aside.with_untracked(|list| {
            list.iter().map(|found| format!("{}\n{}\n", found.key, found.text)).collect()
        });
        files::download("steadyhand-set-aside.txt", "text/plain", &lines.join("\n"))
    }
}

part! { rest:
    async fn stage(store: Store, file: PickedFile) {
        store.stage(file).await;
    }
}

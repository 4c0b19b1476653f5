//! Plans in: looking at a file, taking it in as a whole, and taking that back.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::ev::Event;
use leptos::prelude::*;

use super::part;
use super::saving::Job;
use super::{Cancelled, Doing, LongWork, Notice, Restore, Store, long_work, now};
use crate::codec::bundle::{Bundle, Header};
use crate::codec::template::{self, TemplateError};
use crate::codec::{BundleError, Gathered, Limits, raw};
use crate::crdt::{Pace, RECORD, at_once};
use crate::domain::{
    Arrival, Command, CommandError, PlanId, PlanTemplate, Prepared, UndoImport, Workspace,
};
use crate::platform::files;

pub use crate::platform::files::{DownloadError, FileError, PickedFile};

/// How much of a file is read at once, in bytes.
const PIECE: u64 = 256 * 1024;

/// How it stands with a file that the reader has picked.
#[derive(Clone, Debug, Default)]
pub enum Incoming {
    /// None was picked.
    #[default]
    Nothing,
    /// It is being read and looked at.
    Reading(LongWork),
    /// It could not be read. Nothing was changed.
    Failed(ReadFailure),
    /// It has been looked at and waits for a decision.
    Staged(Arc<Staged>),
    /// It is a plan without people, to begin one from.
    Template(Arc<PlanTemplate>),
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
    /// It is a template that cannot be read.
    Template(TemplateError),
}

/// A file that has been looked at, and what taking it in comes to.
#[derive(Debug)]
pub struct Intake {
    staged: Arc<Staged>,
    prepared: Prepared,
}

/// What a file turned out to be.
enum Found {
    Plans(Box<Staged>),
    Template(PlanTemplate),
}

/// Why there is nothing to look at.
enum Unread {
    Failed(ReadFailure),
    Cancelled,
}

impl From<ReadFailure> for Unread {
    fn from(failure: ReadFailure) -> Self {
        Self::Failed(failure)
    }
}

impl From<Cancelled> for Unread {
    fn from(Cancelled: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// Reads a file piece by piece.
async fn gather(file: &PickedFile, work: &LongWork) -> Result<Gathered, Unread> {
    file.check_size(Limits::BUNDLE.bytes as u64).map_err(ReadFailure::File)?;
    let (bytes, mut gathered, mut from) = (file.bytes(), Gathered::default(), 0);
    loop {
        let to = bytes.min(from + PIECE);
        gathered.add(&file.part(from, to).await.map_err(ReadFailure::File)?);
        if to == bytes {
            return Ok(gathered);
        }
        from = to;
        work.tell(Doing::Reading, 0, 1)?;
    }
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
        let work = LongWork::begin();
        if let Incoming::Reading(before) = self.incoming.get_untracked() {
            before.cancel();
        }
        self.incoming.set(Incoming::Reading(work.clone()));
        let outcome = match self.look_into(file, &work).await {
            Ok(Found::Template(template)) => Incoming::Template(Arc::new(template)),
            Ok(Found::Plans(staged)) => {
                if staged.arrival.is_nothing_new() {
                    // There is nothing to decide about. An old file can still hold words that came
                    // here after those which replaced them.
                    self.keep_past(staged.arrival.past.iter().cloned().collect());
                }
                Incoming::Staged(staged.into())
            }
            Err(Unread::Failed(failure)) => Incoming::Failed(failure),
            Err(Unread::Cancelled) => Incoming::Nothing,
        };
        let is_awaited = self.incoming.with_untracked(
            |incoming| matches!(incoming, Incoming::Reading(awaited) if *awaited == work),
        );
        if is_awaited {
            self.incoming.set(outcome);
        }
    }

    async fn look_into(&self, file: PickedFile, work: &LongWork) -> Result<Found, Unread> {
        let bytes = usize::try_from(file.bytes()).unwrap_or(usize::MAX);
        let gathered = gather(&file, work).await?;
        if let Some(read) = template::read_gathered(&gathered) {
            return Ok(Found::Template(read.map_err(ReadFailure::Template)?));
        }
        let pace = Pace::default();
        let opening = raw::open_in_steps(&gathered, &pace);
        let opened = work.carry((Doing::Reading, bytes), &pace, opening).await?;
        let mut opened = opened.map_err(ReadFailure::Bundle)?;
        drop(gathered);
        let restore = self.look_at_restore(&mut opened).await;
        let Bundle { header, plans, .. } = opened.bundle;
        // Copies share what they hold. What is changed here meanwhile is seen to when it is taken in.
        let (here, device, fresh) =
            self.core.with_value(|core| (core.workspace.clone(), core.device, core.fresh_device()));
        let count: usize = plans.iter().map(|(_, plan)| plan.len()).sum();
        let pace = Pace::default();
        let comparing = async {
            let arrival = here.look_at_in_steps(plans, device, fresh, &pace).await;
            let preview = here.preview_in_steps(&arrival, &pace).await;
            (arrival, preview)
        };
        let of = count.saturating_mul(2 * RECORD);
        let (arrival, preview) = work.carry((Doing::Comparing, of), &pace, comparing).await?;
        Ok(Found::Plans(Box::new(Staged { header, arrival, preview, restore })))
    }

    /// Puts the file away without taking it in.
    pub fn drop_staged(&self) {
        self.incoming.set(Incoming::Nothing);
    }

    /// Works out what taking in the file that has been looked at comes to; nothing where there is none
    /// or nothing may be changed.
    ///
    /// # Errors
    /// When `work` was given up. The file is still there.
    pub async fn prepare_staged(&self, work: &LongWork) -> Result<Option<Intake>, Cancelled> {
        if self.refuses() {
            return Ok(None);
        }
        let Incoming::Staged(staged) = self.incoming.get_untracked() else { return Ok(None) };
        let here = self.core.with_value(|core| core.workspace.clone());
        let pace = Pace::default();
        let preparing = here.prepare_import(&staged.arrival, &pace);
        let of = staged.arrival.keys().count().saturating_mul(RECORD);
        let prepared = work.carry((Doing::TakingIn, of), &pace, preparing).await?;
        Ok(Some(Intake { staged, prepared }))
    }

    /// Takes in the file that has been looked at, as a whole, and opens its first plan. Then carries
    /// out `joins`, which say who the reader is in plans that are new here and where a backup does not
    /// tell.
    pub fn import(&self, intake: Intake, joins: Vec<Command>) {
        let Intake { staged, prepared } = intake;
        self.incoming.set(Incoming::Nothing);
        let restore = staged.restore.as_ref().map(|restore| self.begin_restore(restore, &staged));
        self.import_prepared(&staged, prepared, joins);
        if let Some(restore) = restore {
            self.finish_restore(restore, &staged);
        }
    }

    fn import_prepared(&self, staged: &Staged, prepared: Prepared, joins: Vec<Command>) {
        let Staged { header, arrival, .. } = staged;
        let from = header.from.as_ref().map(|from| from.name.clone());
        self.keep_apart(arrival.quarantined.clone(), from);
        let count = arrival.plans.iter().map(|plan| plan.changes.len()).sum();
        let first = arrival.plans.first().map(|changes| changes.plan);
        self.revise_copies(|copies| {
            for plan in &arrival.plans {
                let changes = u32::try_from(plan.changes.len()).unwrap_or(u32::MAX);
                copies.note_changes(plan.plan, changes, now().timestamp());
            }
        });
        let undo = self.take_arrival(arrival, prepared);
        self.note_news(staged);
        if let Some(plan) = first {
            self.open_plan(plan);
        }
        // A file of which everything is kept apart has brought nothing in.
        self.notice.set(first.map(|_| Notice::Imported(count, undo)));
        // Joining gives no notice of its own, so that the import can be undone from the one above.
        for join in joins {
            if let Err(error) = self.write(|workspace, ctx| workspace.apply(join, ctx)) {
                self.notice.set(Some(Notice::Refused(error)));
            }
        }
    }

    /// Takes in, as a whole, what has been looked at and worked out. Nothing is told of it.
    pub(super) fn take_arrival(&self, arrival: &Arrival, mut prepared: Prepared) -> UndoImport {
        if let Some(device) = arrival.new_device {
            self.renew_device(device);
        }
        let records = arrival.keys().collect();
        self.core.update_value(|core| {
            if !core.workspace.carry_out(&prepared) {
                // Something was written meanwhile.
                prepared = at_once(core.workspace.prepare_import(arrival, &Pace::default()));
                core.workspace.carry_out(&prepared);
            }
        });
        let undo = prepared.undo;
        let past = arrival.past.iter().cloned().chain(prepared.past).collect();
        self.enqueue(Job::Merge { records, entries: Vec::new(), past });
        self.tell_all();
        undo
    }

    /// Begins a plan from the template that has been looked at, with the reader in it, and opens it.
    ///
    /// # Errors
    /// As [`Store::apply`]: a name is needed. The template is still there.
    pub fn begin_from(&self, start: Command) -> Result<(), CommandError> {
        let event = self.apply(start)?;
        self.incoming.set(Incoming::Nothing);
        if let Some(key) = event.subject {
            self.open_plan(key.plan);
        }
        Ok(())
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
        let (store, work) = (*self, LongWork::begin());
        let notice = self.notice.get_untracked();
        self.notice.set(Some(Notice::TakingBack(work.clone())));
        long_work::begin(async move {
            let taken = store.take_back(undo, &work).await;
            let notice = taken.map_or(notice, |()| Some(Notice::ImportUndone));
            // Something else may have been told meanwhile.
            let own = Some(Some(Notice::TakingBack(work.clone())));
            if store.notice.try_get_untracked() == own {
                store.notice.set(notice);
            }
        });
    }

    async fn take_back(&self, undo: UndoImport, work: &LongWork) -> Result<(), Cancelled> {
        let here = self.core.try_with_value(|core| core.workspace.clone()).ok_or(Cancelled)?;
        let pace = Pace::default();
        let of = undo.keys().count().saturating_mul(RECORD);
        let preparing = here.prepare_undo(&undo, &pace);
        let prepared = work.carry((Doing::TakingBack, of), &pace, preparing).await?;
        drop(here);
        self.core.try_update_value(|core| {
            if !core.workspace.carry_out(&prepared) {
                core.workspace.undo_import(&undo);
            }
        });
        self.forget_news(&undo);
        self.enqueue(Job::TakeBack { undo, past: BTreeSet::new() });
        self.tell_all();
        Ok(())
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

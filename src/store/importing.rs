//! Plans in and out: looking at a file, taking it in as a whole, taking that back, and exporting.

use leptos::prelude::*;

use super::saving::Job;
use super::{Notice, Store, now};
use crate::codec::bundle::{self, Audience, Header, Sender};
use crate::codec::{BundleError, Limits};
use crate::domain::{Arrival, PlanId, Record, RecordKey, UndoImport};
use crate::platform::files::{self, FileError, PickedFile};
use crate::platform::share;

/// What bundles are, for the browser.
const MIME: &str = "application/json";

/// A file that has been read and looked at, but not taken in.
#[derive(Clone, Debug)]
pub struct Staged {
    /// What the file says of itself.
    pub header: Header,
    /// What importing it would do.
    pub arrival: Arrival,
    /// The plans it holds.
    pub plans: Vec<PlanId>,
}

/// Why a file was not read. Nothing was changed.
#[derive(Clone, Debug)]
pub enum ReadFailure {
    /// The browser could not read it.
    File(FileError),
    /// It is not a bundle that can be read.
    Bundle(BundleError),
}

/// A plan, written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// A name for the file.
    pub file_name: String,
    /// The file.
    pub text: String,
}

impl Store {
    /// The file that has been looked at and waits for a decision.
    pub fn staged(&self) -> Signal<Option<Staged>, LocalStorage> {
        self.staged.into()
    }

    /// Reads a file and looks at it. Changes nothing else.
    ///
    /// # Errors
    /// Why it could not be read.
    pub async fn stage(&self, file: PickedFile) -> Result<(), ReadFailure> {
        let limit = Limits::BUNDLE.bytes as u64;
        let bytes = file.read(limit).await.map_err(ReadFailure::File)?;
        let bundle = bundle::read(&bytes).map_err(ReadFailure::Bundle)?;
        let plans = bundle.plans.iter().map(|(id, _)| *id).collect();
        let arrival =
            self.core.with_value(|core| core.workspace.look_at(bundle.plans, core.device));
        self.staged.set(Some(Staged { header: bundle.header, arrival, plans }));
        Ok(())
    }

    /// Puts the file away without taking it in.
    pub fn drop_staged(&self) {
        self.staged.set(None);
    }

    /// Takes in the file that has been looked at, as a whole.
    pub fn import_staged(&self) {
        let Some(Some(staged)) = self.staged.try_update(Option::take) else { return };
        if staged.arrival.knows_us_better {
            self.renew_device();
        }
        let count = staged.arrival.plans.iter().map(|plan| plan.changes.len()).sum();
        let records: Vec<RecordKey> = staged.arrival.keys().collect();
        let undo = self.core.try_update_value(|core| core.workspace.import(staged.arrival));
        self.enqueue(Job::Merge { records: records.into_iter().collect(), entries: Vec::new() });
        self.tell_all();
        if let Some(plan) = staged.plans.first() {
            self.open_plan(*plan);
        }
        self.notice.set(undo.map(|undo| Notice::Imported(count, undo)));
    }

    /// Takes an import back. What was written here since then stays.
    pub(super) fn undo_import(&self, undo: UndoImport) {
        let records = self
            .core
            .try_update_value(|core| core.workspace.undo_import(undo, core.device))
            .unwrap_or_default();
        self.enqueue(Job::Replace { records });
        self.tell_all();
        self.notice.set(Some(Notice::ImportUndone));
    }

    /// Follows another tab that has put records back.
    pub(super) fn put_back(&self, records: Vec<(RecordKey, Option<Record>)>) {
        self.core.update_value(|core| {
            let undo = UndoImport::from_records(records);
            core.workspace.undo_import(undo, core.device);
        });
        self.tell_all();
    }

    /// Writes down the plan that is open, once everything in it is stored. `None` if none is open.
    pub async fn export(&self) -> Option<Exported> {
        self.settled().await;
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
            Some(Exported {
                file_name: bundle::file_name(&title, made.date_naive()),
                text: bundle::write(&header, std::iter::once((id, plan))),
            })
        })??;
        self.revise_preferences(|preferences| preferences.last_export = Some(made.timestamp()));
        Some(exported)
    }

    /// Whether the browser can hand a file to other apps.
    pub fn can_share(&self) -> bool {
        share::can_share("plan.steadyhand.json", MIME) || share::can_share("plan.txt", "text/plain")
    }

    /// Offers an exported plan as a download.
    ///
    /// # Errors
    /// Why the browser refused.
    pub fn download(&self, exported: &Exported) -> Result<(), files::DownloadError> {
        files::download(&exported.file_name, MIME, &exported.text)
    }

    /// Hands an exported plan to another app, as text where the browser shares no JSON.
    ///
    /// # Errors
    /// Why that failed. Being cancelled is not a failure.
    pub async fn share(&self, title: &str, exported: &Exported) -> Result<(), share::ShareError> {
        let Exported { file_name, text } = exported;
        if share::can_share(file_name, MIME) {
            share::share(title, file_name, MIME, text).await?;
        } else {
            share::share(title, &format!("{file_name}.txt"), "text/plain", text).await?;
        }
        Ok(())
    }

    /// Offers what storage held and nobody could read as a download.
    ///
    /// # Errors
    /// Why the browser refused.
    pub fn download_set_aside(&self) -> Result<(), files::DownloadError> {
        let lines: Vec<String> = self.set_aside.with_untracked(|list| {
            list.iter().map(|found| format!("{}\n{}\n", found.key, found.text)).collect()
        });
        files::download("steadyhand-set-aside.txt", "text/plain", &lines.join("\n"))
    }
}

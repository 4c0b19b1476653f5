//! The line of what is to be saved: one job after the other, each a transaction of its own, and each
//! tried until it is done.

use crate::crdt::Gather;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use futures_channel::oneshot;
use leptos::prelude::*;

use super::part;
use super::room::Look;
use super::saving::{Job, SaveState, Trouble};
use super::{Store, tabs};
use crate::domain::{Past, Record, RecordKey};
use crate::platform::clock;
use crate::platform::part::Task;

/// How long to wait before the first new try, in milliseconds; each further wait is twice as long.
/// A change, or the page coming into sight, ends a wait early.
pub(super) const FIRST_WAIT: u32 = 250;
/// The longest wait between two tries, in milliseconds.
const LAST_WAIT: u32 = 5_000;
/// How many journal entries may wait for one job before they are written anew as one.
const ENTRIES: usize = 32;
/// How long after a frame saving begins, in milliseconds: two frames, in which the next tap is answered first.
const SHOWN: u32 = 30;

/// What waits to be saved, and what stands in its way.
#[derive(Default)]
pub(super) struct Queue {
    jobs: VecDeque<Job>,
    /// The job that is being carried out.
    current: Option<Rc<Job>>,
    is_working: bool,
    /// Journal entries that are settled and have not gone yet.
    settled: Vec<String>,
    /// Whether something waits that the journal does not hold as it is now.
    is_unjournaled: bool,
    /// Whether the journal had no room for something that waits.
    is_refused: bool,
    /// Counts the changes made in this tab, and the jobs that the database has done for it.
    changes: u64,
    waiting: Vec<oneshot::Sender<()>>,
    troubles: Troubles,
}

/// What stands in the way, by who has met it.
#[derive(Clone, Copy, Default)]
pub(super) struct Troubles {
    /// Opening the database.
    pub(super) opening: Option<Trouble>,
    /// Saving records.
    pub(super) records: Option<Trouble>,
    /// Saving small texts.
    pub(super) texts: Option<Trouble>,
}

impl Queue {
    fn next(&mut self) -> Option<Rc<Job>> {
        self.current = self.jobs.pop_front().map(Rc::new);
        self.is_working = self.current.is_some();
        self.current.clone()
    }

    /// Notes that the database has done the current job. What is read from now on holds it, whoever
    /// has written there since; what was read before may not, and is to be read again.
    fn note_done(&mut self) {
        self.current = None;
        self.changes += 1;
    }

    /// The job that is no longer being carried out.
    fn take(&mut self, job: Rc<Job>) -> Job {
        self.current = None;
        Rc::unwrap_or_clone(job)
    }

    fn push(&mut self, job: Job) {
        self.changes += 1;
        match (self.jobs.back_mut(), job) {
            (
                Some(Job::Merge { records, entries, past }),
                Job::Merge { records: mut more, entries: later, past: gone },
            ) => {
                if more.len() > records.len() {
                    std::mem::swap(records, &mut more);
                }
                records.extend(more);
                entries.extend(later);
                past.extend(gone);
            }
            (_, job) => self.jobs.push_back(job),
        }
    }

    /// Nothing is carried out any more.
    pub(super) fn stop(&mut self) {
        self.is_working = false;
    }

    /// Whether the journal holds everything that is not stored yet, once it has been written again.
    pub(super) fn is_journaled(&self) -> bool {
        let is_held = |job: &Job| match job {
            Job::Merge { records, entries, .. } => records.is_empty() || !entries.is_empty(),
            Job::TakeBack { .. } => true,
        };
        !self.is_refused && self.all().all(is_held)
    }

    /// A number that is another one when anything was changed in this tab, or stored from it.
    pub(super) fn changes(&self) -> u64 {
        self.changes
    }

    /// A record as it was found in storage, without what this tab is about to take out of there.
    pub(super) fn without_taken_back(&self, key: RecordKey, found: Record) -> Option<Record> {
        let mut undos = self.all().filter_map(|job| match job {
            Job::TakeBack { undo, .. } => Some(undo),
            Job::Merge { .. } => None,
        });
        undos.try_fold(found, |found, undo| undo.undone(key, found))
    }

    /// Why the database is not open.
    pub(super) fn opening_trouble(&self) -> Option<Trouble> {
        self.troubles.opening
    }

    /// Whether a record may not be stored as this tab has it.
    pub(super) fn is_unsaved(&self, key: RecordKey) -> bool {
        self.all().any(|job| job.holds(key))
    }

    /// Whether any record may not be stored as this tab has it.
    pub(super) fn has_unsaved(&self) -> bool {
        self.all().any(|job| !job.is_empty())
    }

    /// What is being carried out, and what waits.
    fn all(&self) -> impl Iterator<Item = &Job> {
        self.current.as_deref().into_iter().chain(&self.jobs)
    }
}

impl Store {
    /// Writes changed records to the journal now, and to the database soon; there also `past`, which
    /// is what the change replaced.
    pub(super) fn keep(&self, records: Vec<RecordKey>, past: BTreeSet<Past>) {
        let written = self.core.try_update_value(|core| {
            let local = core.local.as_ref()?;
            core.journal.write(local, &core.workspace, &records, &BTreeSet::new()).ok()
        });
        let entries: Vec<String> = written.flatten().into_iter().collect();
        self.enqueue(Job::Merge { records: records.into_iter().gather(), entries, past });
    }

    /// Puts a job at the end of the line, and begins working if nobody does.
    pub(super) fn enqueue(&self, job: Job) {
        self.core.update_value(|core| {
            core.queue.is_unjournaled |= match &job {
                Job::Merge { records, entries, .. } => !records.is_empty() && entries.is_empty(),
                Job::TakeBack { .. } => true,
            };
        });
        self.enqueue_again(job);
    }

    /// As [`Store::enqueue`], for what is safe elsewhere already.
    pub(super) fn enqueue_again(&self, job: Job) {
        let start = self.core.try_update_value(|core| {
            core.queue.push(job);
            !std::mem::replace(&mut core.queue.is_working, true)
        });
        if start == Some(true) {
            self.in_rest(work(*self));
        }
        self.show();
        self.wake();
    }

    /// Waits until everything is stored, or something stands in the way.
    pub(super) async fn settled(&self) {
        while self.core.try_with_value(|core| core.queue.is_working) == Some(true) {
            if matches!(self.saving.get_untracked(), SaveState::Trouble(_)) {
                return;
            }
            clock::after(10).await;
        }
    }

    async fn work(self) {
        let mut wait = FIRST_WAIT;
        while !self.is_read_only()
            && let Some(Some(job)) = self.core.try_update_value(|core| core.queue.next())
        {
            match self.carry_out(&job).await {
                Ok(()) => {
                    wait = FIRST_WAIT;
                    self.core.try_update_value(|core| core.queue.note_done());
                    self.copied().await;
                    self.finish(job);
                }
                Err(trouble) => {
                    self.put_off(job, trouble);
                    self.pause(&mut wait).await;
                }
            }
        }
        self.leave_to_newer();
        self.show();
    }

    /// What is stored now needs no journal entry, and other tabs may read it.
    fn finish(&self, job: Rc<Job>) {
        self.core.try_update_value(|core| {
            let job = core.queue.take(job);
            core.queue.troubles.records = None;
            if let Some(channel) = &core.channel {
                tabs::post(channel, &job);
            }
            if let Job::Merge { entries, .. } = job {
                core.queue.settled.extend(entries);
            }
            core.queue.is_unjournaled &= !core.queue.jobs.is_empty();
            core.queue.is_refused &= !core.queue.jobs.is_empty();
        });
        self.sweep();
        self.note_plans();
        self.show();
        self.look_at_room(Look::Seldom);
    }

    /// Keeps a job that failed for the next try, and meanwhile in the journal as well as it can.
    fn put_off(&self, job: Rc<Job>, trouble: Trouble) {
        self.core.try_update_value(|core| {
            let job = core.queue.take(job);
            core.queue.troubles.records = Some(trouble);
            // What was changed meanwhile goes with it.
            let later = std::mem::take(&mut core.queue.jobs);
            // What makes room goes first. A job writes what stands when it is carried out, so the
            // order of the jobs is not the order of what they say.
            let (first, last): (Vec<Job>, Vec<Job>) = std::iter::once(job)
                .chain(later)
                .partition(|job| matches!(job, Job::TakeBack { .. }));
            first.into_iter().chain(last).for_each(|job| core.queue.push(job));
        });
        self.journal_again();
        self.sweep();
        self.show();
        if trouble == Trouble::Full {
            self.look_at_room(Look::Now);
        }
    }

    /// Writes what waits to the journal as one entry, where the journal does not hold it as it is
    /// now, or holds it in too many pieces.
    pub(super) fn journal_again(&self) {
        self.core.try_update_value(|core| {
            let Some(local) = &core.local else { return };
            let queue = &mut *core.queue;
            queue.is_refused &= !queue.is_unjournaled;
            for job in &mut queue.jobs {
                let Job::Merge { records, entries, past } = job else { continue };
                let is_due = queue.is_unjournaled || entries.len() > ENTRIES;
                if records.is_empty() || !is_due {
                    continue;
                }
                let list: Vec<RecordKey> = records.iter().copied().collect();
                // The entries that go held what was replaced from one to the next.
                match core.journal.write(local, &core.workspace, &list, past) {
                    Ok(entry) => {
                        queue.settled.append(entries);
                        entries.push(entry);
                    }
                    Err(_) => queue.is_refused |= queue.is_unjournaled,
                }
            }
            // What found no room is not tried again before something has changed.
            queue.is_unjournaled = false;
        });
    }

    /// Removes journal entries that are settled. What cannot be removed now is removed later; until
    /// then the next start merges it once more, which changes nothing.
    fn sweep(&self) {
        self.core.try_update_value(|core| {
            if let Some(local) = &core.local {
                core.queue.settled.retain(|entry| local.remove(entry).is_err());
            }
        });
    }

    /// Waits before another try. Each wait is longer than the one before.
    pub(super) async fn pause(&self, wait: &mut u32) {
        let (sender, woken) = oneshot::channel();
        self.core.try_update_value(|core| core.queue.waiting.push(sender));
        let _is_woken = clock::within(*wait, woken).await;
        *wait = wait.saturating_mul(2).min(LAST_WAIT);
    }

    /// Ends all waiting for another try.
    pub(super) fn wake(&self) {
        let waiting = self.core.try_update_value(|core| std::mem::take(&mut core.queue.waiting));
        for waiting in waiting.into_iter().flatten() {
            // Who has gone on by itself need not be told.
            let _gone = waiting.send(());
        }
    }

    /// Notes what stands in the way, or no longer does, and shows how saving stands.
    pub(super) fn note(&self, note: impl FnOnce(&mut Troubles)) {
        self.core.try_update_value(|core| note(&mut core.queue.troubles));
        self.show();
    }

    /// Shows how saving stands.
    pub(super) fn show(&self) {
        let is_read_only = self.is_read_only();
        let state = self.core.try_with_value(|core| {
            let Troubles { opening, records, texts } = core.queue.troubles;
            match opening.or(records).or(texts) {
                _ if is_read_only => SaveState::Trouble(Trouble::Newer),
                Some(trouble) => SaveState::Trouble(trouble),
                None if core.queue.is_working => SaveState::Saving,
                None => SaveState::Saved,
            }
        });
        if let Some(state) = state
            && self.saving.try_get_untracked().is_some_and(|shown| shown != state)
        {
            self.saving.set(state);
        }
    }
}

part! { rest:
    async fn work(store: Store) {
        // What is to be stored is in the journal by now. The page shows it first, and answers what was done meanwhile; only
        // then is the work itself begun, and so compiled.
        clock::next_frame().await;
        clock::after(SHOWN).await;
        let working: Task = Box::pin(store.work());
        working.await;
    }
}

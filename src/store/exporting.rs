//! Plans out: what of the open plan goes to whom, as a file, as a table, as a template, and handing that over.

use leptos::prelude::*;

use super::sent::Going;
use super::{Cancelled, Doing, LongWork, Store, now};
use crate::codec::bundle::{self, Audience, Header, Sender};
use crate::codec::csv::{self, Table, TableDay, TableWords};
use crate::codec::template;
use crate::crdt::Pace;
use crate::domain::{CopyLog, ForWhom, GoalsTaken, Kind, Outgoing, PlanId, PlanTemplate};
use crate::platform::{files, share};

pub use crate::platform::share::{ShareError, Shared};

use super::importing::DownloadError;

/// About how many bytes a record has in a file.
pub(super) const WRITTEN: usize = 200;
/// What bundles are, for the browser.
pub(super) const MIME: &str = "application/json";

/// The kinds of record whose words stand in a template.
const IN_TEMPLATE: [Kind; 5] = [Kind::Goal, Kind::Task, Kind::Section, Kind::Series, Kind::Meeting];

/// A plan or everything, written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// A name for the file.
    pub file_name: String,
    /// The file.
    pub text: String,
    /// What it is, for the browser.
    pub(super) mime: &'static str,
    /// What is in it.
    pub(super) holds: Holds,
    /// The records that go in it to somebody.
    pub(super) going: Option<Going>,
}

/// What a file that leaves this device holds, and what had been copied when it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// One plan, whole.
    Plan(PlanId, CopyLog),
    /// A plan without what only its writer may see. It is no copy of that, so it settles nothing.
    Part,
    /// Nothing that a plan could be brought back from.
    Words,
    /// Everything.
    Everything(CopyLog),
}

impl Store {
    /// What of the open plan goes to somebody, and what stays behind. Follows every change.
    pub fn outgoing(&self, for_whom: ForWhom) -> Option<Outgoing> {
        let id = self.open_plan_id()?;
        self.workspace(|workspace| Some(workspace.plan(id)?.outgoing(id, for_whom)))
    }

    /// Writes down what of the open plan goes to somebody, once everything in it is stored, or something stands
    /// in the way of that. `None` if none is open.
    ///
    /// # Errors
    /// When `work` was given up.
    pub async fn export(
        &self,
        for_whom: ForWhom,
        work: &LongWork,
    ) -> Result<Option<Exported>, Cancelled> {
        self.settled().await;
        self.leave_slot_if_unsaved();
        let Some(id) = untrack(|| self.open_plan_id()) else { return Ok(None) };
        let plan = self.core.try_with_value(|core| core.workspace.plan(id).cloned()).flatten();
        let Some(plan) = plan else { return Ok(None) };
        let me = untrack(|| self.me());
        let from = me
            .and_then(|me| plan.person(me))
            .map(|person| Sender { name: person.name, role: person.role.name().to_owned() });
        let audience = match for_whom {
            ForWhom::Program => Audience::Program,
            ForWhom::Pair => Audience::Pair,
        };
        let header = Header { audience, made: now(), from };
        let mut title = plan.card(id).map(|card| card.title).unwrap_or_default();
        if for_whom == ForWhom::Program {
            // Two files of one day that hold different things have different names.
            title.insert_str(0, "program ");
        }
        let outgoing = plan.outgoing(id, for_whom);
        let holds = match outgoing.stays.is_empty() {
            true => Holds::Plan(id, self.copies.get_untracked()),
            false => Holds::Part,
        };
        let pace = Pace::default();
        let plans = std::iter::once((id, &outgoing.plan));
        let writing = bundle::write_in_steps(&header, plans, None, &pace);
        let of = outgoing.plan.len().saturating_mul(WRITTEN);
        let text = work.carry((Doing::Writing, of), &pace, writing).await?;
        let file_name = bundle::file_name(&title, header.made.date_naive());
        let going = Some(Going { plan: id, outgoing, for_whom });
        Ok(Some(Exported { file_name, text, mime: MIME, holds, going }))
    }

    /// A table of what goes to somebody. `None` if no plan is open.
    pub fn table(&self, table: Table, for_whom: ForWhom, words: &TableWords) -> Option<Exported> {
        let id = untrack(|| self.open_plan_id())?;
        let outgoing = untrack(|| self.outgoing(for_whom))?;
        let made = now();
        let day = TableDay { today: made.date_naive(), offset: *made.offset() };
        let text = csv::write(&outgoing.plan, table, words, day);
        let title = format!("{} {}", table.kind().name(), for_whom_name(for_whom));
        let name = bundle::file_name(&title, day.today);
        let file_name = name.replace(".steadyhand.json", ".csv");
        let outgoing = outgoing.only(|kind, _| table.kinds().contains(&kind));
        let going = Some(Going { plan: id, outgoing, for_whom });
        Some(Exported { file_name, text, mime: csv::TABLE_TYPE, holds: Holds::Words, going })
    }

    /// The open plan without its people, for somebody else to begin from. `None` where none is open or it has no
    /// first day to count from. Follows every change.
    pub fn template(&self, title: &str) -> Option<PlanTemplate> {
        let id = self.open_plan_id()?;
        self.workspace(|workspace| workspace.plan(id)?.template(id, title, GoalsTaken::All))
    }

    /// Writes a template of the open plan down.
    pub fn export_template(&self, template: &PlanTemplate) -> Option<Exported> {
        let id = untrack(|| self.open_plan_id())?;
        let outgoing = untrack(|| self.outgoing(ForWhom::Pair))?;
        let outgoing = outgoing.only(|kind, _| IN_TEMPLATE.contains(&kind));
        Some(Exported {
            file_name: template::file_name(&template.title),
            text: template::write(template),
            mime: MIME,
            holds: Holds::Words,
            going: Some(Going { plan: id, outgoing, for_whom: ForWhom::Pair }),
        })
    }

    /// Whether the browser can hand a file to other apps.
    pub fn can_share(&self) -> bool {
        share::can_share("plan.steadyhand.json", MIME) || share::can_share("plan.txt", "text/plain")
    }

    /// Offers what was written down as a download.
    ///
    /// # Errors
    /// Why the browser refused.
    pub async fn download(&self, exported: &Exported) -> Result<(), DownloadError> {
        files::download_in_pieces(&exported.file_name, exported.mime, &exported.text).await?;
        self.note_copy(exported);
        Ok(())
    }

    /// Hands what was written down to another app, as text where the browser does not share its kind. To be
    /// called straight from a tap.
    ///
    /// # Errors
    /// Why that failed. Being cancelled is not a failure.
    pub async fn share(&self, title: &str, exported: &Exported) -> Result<Shared, ShareError> {
        let Exported { file_name, text, mime, .. } = exported;
        let shared = if share::can_share(file_name, mime) {
            share::share(title, file_name, mime, text).await?
        } else {
            share::share(title, &format!("{file_name}.txt"), "text/plain", text).await?
        };
        if shared == Shared::Handed {
            self.note_copy(exported);
        }
        Ok(shared)
    }
}

/// For whom something is, in the name of a file.
fn for_whom_name(for_whom: ForWhom) -> &'static str {
    match for_whom {
        ForWhom::Pair => "pair",
        ForWhom::Program => "program",
    }
}

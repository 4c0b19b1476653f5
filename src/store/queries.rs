//! What can be asked of a store. Each answer follows only what it was read from.

use leptos::prelude::*;

use super::{SetAside, Store};
use crate::domain::{DeviceId, Kind, Plan, PlanId, RecordId, Workspace};

impl Store {
    /// What storage held that could not be read.
    pub fn set_aside(&self) -> Signal<Vec<SetAside>> {
        self.set_aside.into()
    }

    /// Whether what is stored could not be read when the store was opened. It is still there,
    /// unchanged, and what is written now is merged into it.
    pub fn is_unread(&self) -> Signal<bool> {
        self.is_unread.into()
    }

    /// Whether the browser has no database here, so that the smaller local storage keeps everything.
    pub fn is_journal_only(&self) -> bool {
        self.core.with_value(|core| core.is_local_only() && core.local.is_some())
    }

    /// Reads everything, and follows every change.
    pub fn workspace<T>(&self, read: impl FnOnce(&Workspace) -> T) -> T {
        for trigger in &self.changed {
            trigger.track();
        }
        self.core.with_value(|core| read(&core.workspace))
    }

    /// Reads the plan that is open, and follows changes of the named kinds. `None` if no plan is.
    pub fn plan<T>(&self, kinds: &[Kind], read: impl FnOnce(PlanId, &Plan) -> T) -> Option<T> {
        let id = self.open_plan_id()?;
        self.follow_kinds(kinds);
        self.core.with_value(|core| core.workspace.plan(id).map(|plan| read(id, plan)))
    }

    /// Reads one plan, open or not, and follows changes of the named kinds. `None` if it is not here.
    pub fn plan_of<T>(
        &self,
        id: PlanId,
        kinds: &[Kind],
        read: impl FnOnce(&Plan) -> T,
    ) -> Option<T> {
        self.follow_kinds(kinds);
        self.core.with_value(|core| core.workspace.plan(id).map(read))
    }

    fn follow_kinds(&self, kinds: &[Kind]) {
        kinds.iter().for_each(|kind| self.trigger(*kind).track());
    }

    /// The plan that is open: the one chosen last if it is still there, or else the oldest.
    pub fn open_plan_id(&self) -> Option<PlanId> {
        let chosen = self.preferences.with(|preferences| preferences.plan);
        self.trigger(Kind::Plan).track();
        self.core.with_value(|core| {
            chosen
                .filter(|id| core.workspace.plan(*id).is_some_and(|plan| plan.card(*id).is_some()))
                .or_else(|| core.workspace.plan_cards().first().map(|card| card.id))
        })
    }

    /// Who the reader is in the plan that is open.
    pub fn me(&self) -> Option<RecordId> {
        self.me_in(self.open_plan_id()?)
    }

    /// Who the reader is in a plan.
    pub fn me_in(&self, id: PlanId) -> Option<RecordId> {
        self.trigger(Kind::Device).track();
        self.trigger(Kind::Person).track();
        self.core.with_value(|core| {
            let plan = core.workspace.plan(id)?;
            let remembered = || {
                let person = self.preferences.with(|p| p.people.get(&id).copied())?;
                plan.person(person).map(|person| person.id)
            };
            plan.person_of(core.device).or_else(remembered)
        })
    }

    /// This device.
    pub fn device(&self) -> DeviceId {
        self.trigger(Kind::Device).track();
        self.core.with_value(|core| core.device)
    }
}

//! What others are told of when the reader has no time follows the reader's shifts.

use leptos::prelude::*;

use super::zone::{usual_span, zones_of};
use super::{Notice, Store, now, part};
use crate::domain::{
    Busy, BusySort, CommandError, Kind, Known, PlanId, RecordId, RecordKey, Span, Zones,
};

impl Store {
    /// Who the reader is, in each plan in which they have said so.
    pub fn my_people(&self) -> Vec<(PlanId, RecordId)> {
        self.trigger(Kind::Plan).track();
        let plans = self.core.with_value(|core| {
            core.workspace.plan_cards().into_iter().map(|card| card.id).collect::<Vec<_>>()
        });
        plans.into_iter().filter_map(|plan| Some((plan, self.me_in(plan)?))).collect()
    }

    /// Where the reader's shifts are kept, and who they are there: in the plan that has some already, so that nobody
    /// who is in several plans writes them down twice, or else in the open one.
    pub fn shift_home(&self) -> Option<(PlanId, RecordId)> {
        self.trigger(Kind::Shift).track();
        let open = self.open_plan_id()?;
        let mut mine = self.my_people();
        mine.sort_by_key(|(plan, _)| *plan != open);
        let found = self.core.with_value(|core| {
            let has_shifts = |(plan, person): &&(PlanId, RecordId)| {
                let plan = core.workspace.plan(*plan);
                plan.is_some_and(|plan| !plan.shifts_of(*person).is_empty())
            };
            mine.iter().find(has_shifts).copied()
        });
        found.or_else(|| mine.into_iter().find(|(plan, _)| *plan == open))
    }

    /// When the reader has no time because of what is in other plans than `here`, and whether shifts are among it.
    pub fn busy_elsewhere(
        &self,
        here: PlanId,
        zones: &Zones,
        whole: Span,
    ) -> (Option<Known>, Vec<Busy>) {
        let mine = self.my_people();
        let busy =
            self.core.with_value(|core| core.workspace.busy_elsewhere(here, &mine, zones, whole));
        let has_shifts = busy.iter().any(|busy| busy.sort == BusySort::Shift);
        (has_shifts.then_some(Known::Shifts), busy)
    }

    /// Says that the reader has to say first who they are.
    pub fn refuse_stranger(&self) {
        self.notice.set(Some(Notice::Refused(CommandError::NotInPlan)));
    }

    /// Has what is told follow the shifts, where some of the records just written are shifts.
    pub(super) fn tell_of_shifts(&self, touched: &[RecordKey]) {
        if touched.iter().any(|key| key.kind == Kind::Shift) {
            self.in_rest(tell_again(*self));
        }
    }

    fn tell_again(&self) {
        let now = now().to_utc();
        let mine = untrack(|| self.my_people());
        let names = self.core.with_value(|core| {
            let plans = core.workspace.plans();
            plans.flat_map(|(_, plan)| plan.zone_names()).collect::<Vec<_>>()
        });
        let zones = zones_of(&names, usual_span());
        for (plan, person) in &mine {
            let deed = self.core.with_value(|core| {
                let shifts = core.workspace.shifts_in(&mine);
                let found = core.workspace.plan(*plan)?;
                found.retold(*person, core.device, &shifts, &zones, now)
            });
            let Some(deed) = deed else { continue };
            // What was done to the shifts has given its notice, from which it can be undone, and has
            // been counted as the one change that it is to the reader.
            let outcome =
                self.write_along(|workspace, ctx| workspace.apply(deed.within(*plan), ctx));
            if let Err(error) = outcome {
                self.notice.set(Some(Notice::Refused(error)));
            }
        }
    }
}

part! { rest:
    async fn tell_again(store: Store) {
        store.tell_again();
    }
}

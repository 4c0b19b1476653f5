//! What the program says outside its page: a number on the app's icon, and reminders of meetings.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Installation, Store};
use crate::domain::{Kind, Meeting, PlanId, RecordId};
use crate::platform::attention::{self, Message};
use crate::platform::clock;
use crate::route::Route;

pub use crate::platform::attention::Permission;

/// How long a change waits for the number on the app's icon, in milliseconds.
const BADGE_WAIT: u32 = 500;

/// How it stands with reminders of meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminding {
    /// They come while the app is open.
    On,
    /// The reader has not asked for them.
    Off,
    /// The reader has asked for them, and the browser refuses.
    Refused,
    /// The browser has none here.
    Missing,
}

impl Store {
    /// Keeps the number on the app's icon true, and reminds of meetings, for as long as the present
    /// owner lives.
    pub fn follow_due(self, installation: Installation) {
        if attention::has_badge() {
            self.follow_badge();
        }
        let told = StoredValue::new(BTreeSet::<(RecordId, Option<NaiveDateTime>)>::new());
        Effect::new(move || {
            if self.reminding() != Reminding::On {
                return;
            }
            for (plan, meeting) in self.meetings_at_hand() {
                let is_new =
                    told.try_update_value(|told| told.insert((meeting.id, meeting.starts)));
                if is_new == Some(true) {
                    self.remind(installation, plan, &meeting);
                }
            }
        });
    }

    /// Counting takes all plans, and nobody looks at the icon while writing in the page.
    fn follow_badge(self) {
        let (is_awaited, shown) = (StoredValue::new(false), StoredValue::new(None));
        Effect::new(move || {
            // What is due follows the clock, and everything that is written.
            self.now();
            self.workspace(|_| ());
            if is_awaited.get_value() {
                return;
            }
            is_awaited.set_value(true);
            spawn_local(async move {
                clock::after(BADGE_WAIT).await;
                // Whoever follows may have gone meanwhile.
                if is_awaited.try_set_value(false).is_some() {
                    return;
                }
                let due = untrack(|| self.due());
                if shown.get_value() != Some(due) {
                    shown.set_value(Some(due));
                    attention::set_badge(due);
                }
            });
        });
    }

    /// How it stands with reminders. Follows the reader's choice.
    pub fn reminding(&self) -> Reminding {
        let wants = self.preferences.with(|preferences| preferences.reminds);
        match attention::permission() {
            Permission::Missing => Reminding::Missing,
            _ if !wants => Reminding::Off,
            Permission::Granted => Reminding::On,
            Permission::Denied | Permission::Unasked => Reminding::Refused,
        }
    }

    /// Turns reminders on, which may make the browser ask, or off. To be called straight from a tap.
    pub async fn set_reminding(self, wants: bool) {
        if wants {
            attention::ask().await;
        }
        self.revise_preferences(|preferences| preferences.reminds = wants);
    }

    /// How many things are due in all plans on this device.
    fn due(&self) -> usize {
        let now = self.now().naive_local();
        let plans = self.workspace(|workspace| workspace.plan_cards());
        let due = |id| {
            let me = self.me_in(id);
            self.core.with_value(|core| core.workspace.plan(id).map(|plan| plan.due(id, me, now)))
        };
        plans.iter().filter_map(|card| due(card.id)).sum()
    }

    /// The meetings that begin soon, in all plans on this device.
    fn meetings_at_hand(&self) -> Vec<(PlanId, Meeting)> {
        let now = self.now().naive_local();
        self.trigger(Kind::Plan).track();
        self.trigger(Kind::Meeting).track();
        self.core.with_value(|core| {
            let cards = core.workspace.plan_cards();
            let of = |id| {
                let plan = core.workspace.plan(id).into_iter();
                plan.flat_map(move |plan| plan.meetings_at_hand(now)).map(move |found| (id, found))
            };
            cards.iter().flat_map(|card| of(card.id)).collect()
        })
    }

    fn remind(self, installation: Installation, plan: PlanId, meeting: &Meeting) {
        let is_open = untrack(|| self.open_plan_id()) == Some(plan);
        let words = untrack(|| self.messages()).install;
        let starts = meeting.starts.map(|starts| untrack(|| self.locale()).moment(starts));
        let message = Message {
            title: meeting.title.clone(),
            body: (words.meeting_soon)(&starts.unwrap_or_default(), &meeting.place),
            name: format!("meeting/{}", meeting.id),
            // A meeting of another plan is found once that plan is open.
            route: if is_open { Route::Meeting(meeting.id) } else { Route::Plans }.to_string(),
        };
        spawn_local(async move {
            let worker = installation.worker();
            // A browser that refuses now has been asked; the page itself shows the meeting.
            let _taken = attention::show(worker.as_deref(), &message).await;
        });
    }
}

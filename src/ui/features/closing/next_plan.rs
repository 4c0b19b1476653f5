//! Beginning a next plan from this one: it takes along what is open, and this one stays as it is.

use chrono::{Datelike, Days};
use leptos::prelude::*;

use crate::domain::{Command, Complaint, Kind, PlanChange, PlanId, PlanTemplate, read_day};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{
    Button, CheckRow, FieldNote, Form, Glyph, Picker, PickerField, TextField, Tone,
};
use crate::ui::features::writing::draft::Draft;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{problem_in, problem_note, say, use_store};

/// The form for a next plan.
#[component]
pub fn NextPlan(
    /// The plan that it follows.
    plan: PlanId,
) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let form = NextDraft::new(store, plan);
    let was_tried = RwSignal::new(false);
    let begin = move || {
        was_tried.set(true);
        let Some(command) = untrack(|| form.command()) else { return };
        // What stands in the way is said by the store's notice.
        if let Ok(event) = store.apply(command) {
            form.clear();
            if let Some(key) = event.subject {
                store.open_plan(key.plan);
            }
            navigation.go.run(Route::Today);
        }
    };
    let carries = move || {
        let next = form.template()?;
        let words = store.messages().closing.carries;
        Some(words(next.goals.len(), next.items.len(), next.agreement.len()))
    };
    let has_times = Memo::new(move |_| form.has_times());
    let title_note = Signal::derive(move || {
        let problem = problem_in(&PlanChange::Title(form.title.get()).check());
        problem_note(store, problem.filter(|_| was_tried.get()))
    });
    let starts_note = Signal::derive(move || {
        // What is missing is a day.
        let is_wrong = was_tried.get() && read_day(&form.starts.get()).is_err();
        FieldNote::error(is_wrong.then(|| store.messages().meetings.pick_date.to_owned()))
    });
    view! {
        <p class="muted prose">{say(store, |m| m.closing.next_why)}</p>
        <Form on_submit=begin>
            <TextField
                label=say(store, |m| m.closing.next_name)
                value=form.title.value()
                on_input=form.title.on_input()
                note=title_note
            />
            <PickerField
                kind=Picker::Date
                label=say(store, |m| m.closing.next_starts)
                value=form.starts.value()
                on_input=form.starts.on_input()
                note=starts_note
            />
            <Show when=move || has_times.get()>
                <CheckRow
                    label=say(store, |m| m.closing.keep_times)
                    is_checked=Signal::derive(move || form.keeps_times())
                    on_change=move |keeps| form.keep_times(keeps)
                    is_choice=true
                />
            </Show>
            <p class="prose">{carries}</p>
            <div class="cluster">
                <Button
                    label=say(store, |m| m.closing.begin_next)
                    tone=Tone::Primary
                    icon=Glyph::Plus
                />
            </div>
        </Form>
    }
}

/// A next plan that is being written. Every keystroke is kept.
#[derive(Clone, Copy)]
struct NextDraft {
    store: Store,
    plan: PlanId,
    title: Draft,
    starts: Draft,
    /// Says `no` where the times of the meetings are not kept.
    times: Draft,
}

impl NextDraft {
    fn new(store: Store, plan: PlanId) -> Self {
        let title = untrack(|| {
            let card = store.plan(&[Kind::Plan], |id, plan| plan.card(id)).flatten();
            let title = card.map(|card| card.title).unwrap_or_default();
            (store.messages().closing.next_title)(&title)
        });
        let today = untrack(|| store.now()).date_naive();
        let ahead = 7 - u64::from(today.weekday().num_days_from_monday());
        let starts = today.checked_add_days(Days::new(ahead)).unwrap_or(today);
        let draft = |name: &str, initial: String| {
            Draft::new(store, format!("{}{name}", prefix(plan)), initial)
        };
        Self {
            store,
            plan,
            title: draft("title", title),
            starts: draft("starts", starts.to_string()),
            times: draft("times", String::new()),
        }
    }

    fn keeps_times(&self) -> bool {
        self.times.get() != NO
    }

    fn keep_times(&self, keeps: bool) {
        self.times.set(if keeps { "" } else { NO }.to_owned());
    }

    /// Whether there is a series of meetings whose times could be kept.
    fn has_times(&self) -> bool {
        let read = self.store.plan(&[Kind::Series, Kind::Meeting], |_, plan| {
            plan.live(Kind::Series).next().is_some()
        });
        read.unwrap_or_default()
    }

    fn template(&self) -> Option<PlanTemplate> {
        let starts = read_day(&self.starts.get()).ok()?;
        let (title, keeps_times, me) = (self.title.get(), self.keeps_times(), self.store.me());
        let read = self.store.plan(&Kind::KNOWN, |id, plan| {
            (id == self.plan).then(|| plan.next_plan(id, &title, starts, me, keeps_times))?
        });
        read.flatten()
    }

    /// The command that begins it; `None` while a field is wrong.
    fn command(&self) -> Option<Command> {
        let checked: Result<_, Complaint> = PlanChange::Title(self.title.get()).check();
        checked.ok()?;
        let template = Box::new(self.template()?);
        let me = self.store.me();
        let me = self.store.plan(&[Kind::Person], |_, plan| plan.person(me?)).flatten()?;
        let starts = read_day(&self.starts.get()).ok()?;
        let title = self.title.get();
        Some(Command::StartFrom { template, title, starts, name: me.name, role: me.role })
    }

    fn clear(&self) {
        self.store.clear_drafts(&prefix(self.plan));
    }
}

/// The choice not to keep the times of the meetings.
const NO: &str = "no";

/// Under which name everything typed for the plan that follows one is kept.
fn prefix(plan: PlanId) -> String {
    format!("plan/{plan}/next/")
}

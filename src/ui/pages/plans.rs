//! The plans of this device: which one is open, what it is called, and beginning another.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::{
    About, Command, CommandError, Kind, PlanCard, PlanChange, PlanId, Problem, RecordKey,
};
use crate::route::Route;
use crate::ui::components::{
    Button, ButtonLink, ChoiceList, ChoiceRow, Glyph, Menu, MenuItem, PageHead, Picker,
    PickerField, Section, TextField, TextKind, Tone,
};
use crate::ui::features::notes::private_notes::PrivateNotes;
use crate::ui::features::plans::begin::{Begin, WaysToBegin};
use crate::ui::features::writing::live_field::{LiveField, live_field};
use crate::ui::words::{say, use_store};

/// The plans of this device.
#[component]
pub fn PlansPage() -> impl IntoView {
    let store = use_store();
    let open = Memo::new(move |_| store.open_plan_id());
    view! {
        <Show when=move || open.with(Option::is_some) fallback=|| view! { <Begin /> }>
            <PlansHead />
            <div class="stack" data-gap="wide">
                <ChoosePlan />
                {move || open.get().map(|_| view! { <PlanDetails /> })}
                {move || open.get().map(|id| view! { <PrivateNotes about=about_plan(id) /> })}
                <OtherPlans />
                <Room />
            </div>
        </Show>
    }
}

/// The plan itself, as what a note is beside.
fn about_plan(plan: PlanId) -> About {
    About { kind: Kind::Plan, id: plan.into() }
}

#[component]
fn PlansHead() -> impl IntoView {
    let store = use_store();
    let delete = move |()| {
        if let Some(plan) = untrack(|| store.open_plan_id()) {
            // What stands in the way is said by the store's notice.
            let _outcome = store.apply(Command::Delete(RecordKey::of_plan(plan)));
        }
    };
    view! {
        <PageHead
            title=say(store, |m| m.people.plans_title)
            back_href=Route::More.to_string()
            back_label=say(store, |m| m.settings.more)
        >
            <Menu label=say(store, |m| m.common.more_actions)>
                <MenuItem
                    label=say(store, |m| m.people.delete_plan)
                    icon=Glyph::Trash
                    on_click=delete
                    is_danger=true
                />
            </Menu>
        </PageHead>
    }
}

/// Which plan is open, where there are several.
#[component]
fn ChoosePlan() -> impl IntoView {
    let store = use_store();
    let cards = Memo::new(move |_| store.workspace(|workspace| workspace.plan_cards()));
    let open = Memo::new(move |_| store.open_plan_id());
    let row = move |card: PlanCard| {
        let id = card.id;
        let people = store.workspace(|workspace| {
            let people = workspace.plan(id).map(|plan| plan.people()).unwrap_or_default();
            people.into_iter().map(|person| person.name).collect::<Vec<_>>().join(", ")
        });
        view! {
            <ChoiceRow
                title=card.title
                line=people
                is_chosen=Signal::derive(move || open.get() == Some(id))
                on_choose=move || store.open_plan(id)
            />
        }
    };
    view! {
        <Show when=move || { cards.with(Vec::len) > 1 }>
            <ChoiceList label=say(store, |m| m.people.open)>
                {move || cards.get().into_iter().map(row).collect_view()}
            </ChoiceList>
        </Show>
    }
}

/// What the open plan says of itself.
#[component]
fn PlanDetails() -> impl IntoView {
    let store = use_store();
    let read = move |part: fn(PlanCard) -> String| {
        move || {
            let card = store.plan(&[Kind::Plan], |id, plan| plan.card(id)).flatten();
            card.map(part).unwrap_or_default()
        }
    };
    let title = plan_field("title", read(|card| card.title), |text| {
        Some(PlanChange::Title(text.to_owned()))
    });
    let program = plan_field("program", read(|card| card.program), |text| {
        Some(PlanChange::Program(text.to_owned()))
    });
    let starts = plan_field(
        "starts",
        read(|card| card.starts.map(|day| day.to_string()).unwrap_or_default()),
        |text| Some(PlanChange::Starts(text.parse().ok())),
    );
    let weeks = plan_field(
        "weeks",
        read(|card| card.weeks.map(|weeks| weeks.to_string()).unwrap_or_default()),
        |text| Some(PlanChange::Weeks(text.trim().parse().unwrap_or_default())),
    );
    let LiveField { value, on_input, on_commit, note } = title;
    view! {
        <Section title=say(store, |m| m.people.plan_details)>
            <div class="stack">
                <TextField label=say(store, |m| m.people.plan_title) value on_input on_commit note />
                <TextField
                    label=say(store, |m| m.people.program)
                    value=program.value
                    on_input=program.on_input
                    on_commit=program.on_commit
                    note=program.note
                />
                <PickerField
                    kind=Picker::Date
                    label=say(store, |m| m.people.starts)
                    value=starts.value
                    on_input=starts.on_input
                    on_commit=starts.on_commit
                    note=starts.note
                />
                <TextField
                    label=say(store, |m| m.people.weeks)
                    value=weeks.value
                    on_input=weeks.on_input
                    on_commit=weeks.on_commit
                    note=weeks.note
                    kind=TextKind::NUMBER
                />
            </div>
        </Section>
    }
}

/// A live field of the open plan's card.
fn plan_field(
    name: &str,
    stored: impl Fn() -> String + Send + Sync + 'static,
    change: fn(&str) -> Option<PlanChange>,
) -> LiveField {
    let store = use_store();
    let plan = untrack(|| store.open_plan_id());
    let name = format!("plan/{}/{name}", plan.map(|plan| plan.to_string()).unwrap_or_default());
    let check = move |text: &str| -> Option<Problem> {
        change(text)?.check().err().map(|complaint| complaint.problem)
    };
    let commit = move |text: String| -> Result<(), CommandError> {
        let (Some(plan), Some(change)) = (plan, change(&text)) else { return Ok(()) };
        store.apply(Command::RevisePlan { plan, changes: vec![change] }).map(drop)
    };
    live_field(store, plan.map(RecordKey::of_plan), name, stored, check, commit)
}

/// The ways to another plan.
#[component]
fn OtherPlans() -> impl IntoView {
    let store = use_store();
    view! {
        <Section title=say(store, |m| m.people.new_plan)>
            <div class="stack">
                <WaysToBegin />
                <p class="muted">{move || store.messages().templates.begin_hint}</p>
                <ButtonLink
                    label=say(store, |m| m.templates.make)
                    href=Route::Template.to_string()
                />
            </div>
        </Section>
    }
}

/// Taking the open plan off this device.
#[component]
fn Room() -> impl IntoView {
    let store = use_store();
    view! {
        <Section title=say(store, |m| m.people.room)>
            <div class="stack">
                <p class="muted">{say(store, |m| m.people.room_why)}</p>
                <ButtonLink
                    label=say(store, |m| m.people.export_first)
                    href=Route::Share.to_string()
                />
                <Button
                    label=say(store, |m| m.people.remove_plan)
                    tone=Tone::Danger
                    on_click=move || spawn_local(store.remove_open_plan())
                />
            </div>
        </Section>
    }
}

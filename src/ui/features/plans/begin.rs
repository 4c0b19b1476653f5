//! What a page shows while there is no plan: what a plan is, and the ways to get one.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::components::{Button, ButtonLink, EmptyState, Glyph, PageHead, Tone};
use crate::ui::features::plans::plan_start::start_plan;
use crate::ui::words::{say, use_store};

/// What a plan is, and the ways to get one.
#[component]
pub fn Begin() -> impl IntoView {
    let store = use_store();
    view! {
        <PageHead title=say(store, |m| m.people.no_plan) />
        <EmptyState
            icon=Glyph::Goals
            title=say(store, |m| m.people.plans_title)
            text=say(store, |m| m.people.no_plan_why)
        >
            <WaysToBegin tone=Tone::Primary />
        </EmptyState>
    }
}

/// Starting a plan, opening a file, or looking at the example.
#[component]
pub fn WaysToBegin(
    /// How much starting a plan asks for attention.
    #[prop(optional)]
    tone: Tone,
) -> impl IntoView {
    let store = use_store();
    let start = move |()| {
        let name = store.preferences().with_untracked(|p| p.name.clone());
        // Without a name the store's notice says what is missing.
        let _outcome = start_plan(store, (untrack(|| store.messages()).welcome.first_plan)(&name));
    };
    let example = move |()| {
        // The words of the example are checked by a test.
        let _outcome = store.add_example(&untrack(|| store.messages()).example);
    };
    view! {
        <Button label=say(store, |m| m.people.start_plan) on_click=start tone />
        <ButtonLink
            label=say(store, |m| m.welcome.open_file)
            href=Route::Import.to_string()
            icon=Glyph::Upload
        />
        <Button label=say(store, |m| m.people.example) on_click=example icon=Glyph::Sparkle />
    }
}

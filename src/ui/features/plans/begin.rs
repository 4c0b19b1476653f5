//! What a page shows while there is no plan: what a plan is, and the ways to get one.

use leptos::prelude::*;

use crate::route::Route;
use crate::store::{Store, part};
use crate::ui::components::{Button, ButtonLink, EmptyState, Glyph, PageHead, Tone};
use crate::ui::features::plans::plan_start::start_plan;
use crate::ui::navigation::{Navigation, use_navigation};
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
    let navigation = use_navigation();
    let start = move |()| store.in_rest(start(store, navigation));
    let example = move |()| store.in_rest(example(store));
    view! {
        <Button label=say(store, |m| m.people.start_plan) on_click=start tone />
        <ButtonLink
            label=say(store, |m| m.beginning.open_file)
            href=Route::Import.to_string()
            icon=Glyph::Upload
        />
        <Button label=say(store, |m| m.people.example) on_click=example icon=Glyph::Sparkle />
    }
}

part! { rest:
    async fn start(store: Store, navigation: Navigation) {
        let name = store.preferences().with_untracked(|p| p.name.clone());
        let title = (untrack(|| store.messages()).beginning.first_plan)(&name);
        if start_plan(store, title).is_err() {
            // What a plan needs and this page does not ask for is the reader's name.
            navigation.go.run(Route::Settings);
        }
    }

    async fn example(store: Store) {
        // The words of the example are checked by a test.
        let _outcome = store.add_example(&untrack(|| store.messages()).example);
    }
}

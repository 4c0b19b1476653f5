//! A first visit: what this is and who is here, and then the page on which one begins. That is where plans are begun
//! later on, too, and comes behind this one: all that has to be there first is this.

use leptos::prelude::*;

use crate::domain::Role;
use crate::i18n::{Locale, Messages};
use crate::route::Route;
use crate::store::{Arrival, Beginning, Store, part};
use crate::ui::components::redrawn::{either, keyword, redrawn, shown};
use crate::ui::components::{Button, Logo, PageHead, Tone};
use crate::ui::frame::{Banners, drawn};
use crate::ui::navigation::use_navigation;
use crate::ui::pages::beginning::BeginningPage;
use crate::ui::pages::coming::{ComingPage, NotCome};
use crate::ui::words::{say, use_store};

/// A first visit.
#[component]
pub fn WelcomePage() -> impl IntoView {
    let beginning = Beginning::fetched();
    let route = use_navigation().route;
    let second = move || {
        redrawn(move || match beginning.arrival() {
            Arrival::Here => drawn(beginning_page()),
            arrival => view! { <ComingPage arrival fetch=fetch(beginning) /> }.into_any(),
        })
    };
    view! {
        <main class="welcome">
            <Banners />
            {either(
                move || route.get() == Some(Route::Plans),
                second,
                move || view! { <Who beginning /> }.into_any(),
            )}
        </main>
    }
}

/// What this is, and who is here.
#[component]
fn Who(beginning: Beginning) -> impl IntoView {
    let store = use_store();
    let go = use_navigation().go;
    let way = move |role, name: fn(&'static Messages) -> &'static str| {
        let come = move |()| {
            beginning.once_there(take_role(store, role));
            go.run(Route::Plans);
        };
        view! { <Button label=say(store, name) on_click=come /> }.into_any()
    };
    let other = move || match store.locale() {
        Locale::English => Locale::Spanish,
        Locale::Spanish => Locale::English,
    };
    let speak = move |()| beginning.once_there(take_language(store, untrack(other)));
    view! {
        <Logo />
        <PageHead
            title=say(store, |m| m.welcome.title)
            name=say(store, |m| m.welcome.page)
            line=say(store, |m| m.welcome.lead)
        >
            <span lang=keyword(move || Some(other().tag()))>
                <Button
                    label=say(store, |m| m.welcome.other_language)
                    on_click=speak
                    tone=Tone::Quiet
                />
            </span>
        </PageHead>
        {shown(
            move || beginning.arrival() == Arrival::Failed,
            move || view! { <NotCome fetch=fetch(beginning) /> }.into_any(),
        )}
        <div class="stack">
            {way(Role::Student, |m| m.welcome.student)}
            {way(Role::Mentor, |m| m.welcome.mentor)}
            {way(Role::Coordinator, |m| m.welcome.coordinator)}
        </div>
        <p class="small muted">{say(store, |m| m.welcome.promise)}</p>
    }
}

fn fetch(beginning: Beginning) -> Callback<()> {
    Callback::new(move |()| beginning.fetch())
}

part! { beginning:
    fn beginning_page() -> AnyView {
        view! { <BeginningPage /> }.into_any()
    }

    async fn take_role(store: Store, role: Role) {
        store.revise_preferences(|preferences| preferences.role = role);
    }

    async fn take_language(store: Store, language: Locale) {
        store.revise_preferences(|preferences| preferences.locale = language);
    }
}

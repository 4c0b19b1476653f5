//! That the plan was closed, above what it holds.

use leptos::prelude::*;

use crate::domain::Kind;
use crate::route::{Route, Tab};
use crate::ui::components::{Banner, ButtonLink};
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// Says that the open plan was closed, on the pages that show what it holds.
#[component]
pub fn ClosedBanner() -> impl IntoView {
    let store = use_store();
    let route = use_navigation().route;
    let is_closing = Memo::new(move |_| route.get() == Some(Route::Closing));
    // Settings, files and paper are about more than this plan, or say it themselves.
    let is_shown = Memo::new(move |_| {
        is_closing.get() || route.with(|it| it.as_ref().is_some_and(|it| it.tab() != Tab::More))
    });
    let closed = Memo::new(move |_| {
        let read = store.plan(&[Kind::Plan], |id, plan| plan.card(id)?.closed);
        read.flatten().filter(|_| is_shown.get())
    });
    move || {
        closed.get().map(|day| {
            let text = Signal::derive(move || {
                (store.messages().closing.banner)(&store.locale().full_date(day))
            });
            view! {
                <Banner text>
                    <Show when=move || !is_closing.get()>
                        <ButtonLink
                            label=say(store, |m| m.closing.to_closing)
                            href=Route::Closing.to_string()
                        />
                    </Show>
                </Banner>
            }
        })
    }
}

//! The page that leads to everything else.

use leptos::prelude::*;

use crate::domain::{Kind, Plan, Standing, Turn, Update};
use crate::route::Route;
use crate::ui::components::redrawn::words;
use crate::ui::components::{Below, List, ListHead, ListRow, RowState};
use crate::ui::features::agreement::agreement_words::agreement_here;
use crate::ui::features::course::course_words::phase_now;
use crate::ui::features::sharing::backup_words::last_backup;
use crate::ui::frame::SavingLine;
use crate::ui::side_by_side::chosen_or;
use crate::ui::words::{say, say_by, use_installation, use_store};

/// The way to the agreement, which says how it stands.
#[component]
fn AgreementRow() -> impl IntoView {
    let store = use_store();
    let here = agreement_here(store);
    let stands = move || {
        let here = here.read();
        let here = here.as_ref();
        here.map_or((Standing::Empty, Turn::Begin), |h| (h.agreement.standing, h.turn()))
    };
    let state = move || match stands() {
        (Standing::Disputed, _) | (_, Turn::Answer) => RowState::Attention,
        _ => RowState::Plain,
    };
    view! {
        <ListRow
            href=Route::Agreement.to_string()
            title=say(store, |m| m.agreement.title)
            line=say_by(
                store,
                move |m| {
                    let (standing, turn) = stands();
                    (m.agreement.line)(standing, turn)
                },
            )
            state=chosen_or(Route::Agreement, state)
        />
    }
}

/// The way to a page that asks for nothing.
#[component]
fn PlainRow(
    route: Route,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] line: Signal<String>,
) -> impl IntoView {
    let href = route.to_string();
    view! { <ListRow href title line state=chosen_or(route, RowState::default) /> }
}

/// The page that leads to everything else.
#[component]
pub fn MorePage() -> impl IntoView {
    let store = use_store();
    let installation = use_installation();
    let disputes = Memo::new(move |_| {
        store.plan(&Kind::KNOWN, |id, plan: &Plan| plan.disputes(id).len()).unwrap_or_default()
    });
    let apart = Memo::new(move |_| store.apart().with(Vec::len) + store.set_aside().with(Vec::len));
    let plan_title = Memo::new(move |_| {
        store.plan(&[Kind::Plan], |id, plan| plan.card(id).map(|card| card.title)).flatten()
    });
    view! {
        <ListHead title=say(store, |m| m.settings.more) />
        <List>
            <ListRow
                href=Route::Search.to_string()
                title=say(store, |m| m.shell.search)
                line=say(store, |m| m.search.line)
            />
            <PlainRow
                route=Route::Share
                title=say(store, |m| m.settings.share)
                line=say(store, |m| m.settings.share_line)
            />
            <PlainRow
                route=Route::Backup
                title=say(store, |m| m.backup.title)
                line=Signal::derive(move || last_backup(store))
            />
            <Show when=move || { disputes.get() > 0 }>
                <ListRow
                    href=Route::Disputes.to_string()
                    title=say(store, |m| m.settings.settle)
                    line=Signal::derive(move || {
                        (store.messages().settings.settle_line)(disputes.get())
                    })
                    state=chosen_or(Route::Disputes, || RowState::Attention)
                />
            </Show>
            <Show when=move || { apart.get() > 0 }>
                <ListRow
                    href=Route::Apart.to_string()
                    title=say(store, |m| m.apart.title)
                    line=Signal::derive(move || (store.messages().apart.line)(apart.get()))
                    state=chosen_or(Route::Apart, || RowState::Attention)
                />
            </Show>
            <AgreementRow />
            <PlainRow
                route=Route::Course
                title=say(store, |m| m.course.title)
                line=words(move || phase_now(store))
            />
            <PlainRow
                route=Route::Activity(None)
                title=say(store, |m| m.activity.title)
                line=say(store, |m| m.activity.line)
            />
            <PlainRow
                route=Route::Notes
                title=words(move || (store.messages().notes.title)(0))
                line=say(store, |m| m.notes.line)
            />
            <Below>
                <PlainRow
                    route=Route::People
                    title=say(store, |m| m.people.title)
                    line=say(store, |m| m.settings.people_line)
                />
                <PlainRow
                    route=Route::Closing
                    title=say(store, |m| m.closing.title)
                    line=say(store, |m| m.closing.line)
                />
                <PlainRow
                    route=Route::Plans
                    title=say(store, |m| m.people.plans_title)
                    line=Signal::derive(move || {
                        plan_title
                            .get()
                            .unwrap_or_else(|| store.messages().settings.plans_line.to_owned())
                    })
                />
                <PlainRow
                    route=Route::Install
                    title=say(store, |m| m.install.title)
                    line=say_by(store, move |m| match installation.update().get() {
                        Update::Current => m.install.line,
                        Update::Waits | Update::TookOver => m.install.ready,
                    })
                />
                <PlainRow
                    route=Route::Settings
                    title=say(store, |m| m.settings.title)
                    line=say(store, |m| m.settings.line)
                />
            </Below>
        </List>
        <SavingLine />
    }
}

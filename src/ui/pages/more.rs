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

/// The way to the course, which says which part of it is now.
#[component]
fn CourseRow() -> impl IntoView {
    let store = use_store();
    view! {
        <ListRow
            href=Route::Course.to_string()
            title=say(store, |m| m.course.title)
            line=words(move || phase_now(store))
            state=chosen_or(Route::Course, RowState::default)
        />
    }
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
            <ListRow
                href=Route::Share.to_string()
                title=say(store, |m| m.settings.share)
                line=say(store, |m| m.settings.share_line)
                state=chosen_or(Route::Share, RowState::default)
            />
            <ListRow
                href=Route::Backup.to_string()
                title=say(store, |m| m.backup.title)
                line=Signal::derive(move || last_backup(store))
                state=chosen_or(Route::Backup, RowState::default)
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
            <CourseRow />
            <ListRow
                href=Route::Activity(None).to_string()
                title=say(store, |m| m.activity.title)
                line=say(store, |m| m.activity.line)
                state=chosen_or(Route::Activity(None), RowState::default)
            />
            <ListRow
                href=Route::Notes.to_string()
                title=words(move || (store.messages().notes.title)(0))
                line=say(store, |m| m.notes.line)
                state=chosen_or(Route::Notes, RowState::default)
            />
            <Below>
                <ListRow
                    href=Route::People.to_string()
                    title=say(store, |m| m.people.title)
                    line=say(store, |m| m.settings.people_line)
                    state=chosen_or(Route::People, RowState::default)
                />
                <ListRow
                    href=Route::Closing.to_string()
                    title=say(store, |m| m.closing.title)
                    line=say(store, |m| m.closing.line)
                    state=chosen_or(Route::Closing, RowState::default)
                />
                <ListRow
                    href=Route::Plans.to_string()
                    title=say(store, |m| m.people.plans_title)
                    line=Signal::derive(move || {
                        plan_title
                            .get()
                            .unwrap_or_else(|| store.messages().settings.plans_line.to_owned())
                    })
                    state=chosen_or(Route::Plans, RowState::default)
                />
                <ListRow
                    href=Route::Install.to_string()
                    title=say(store, |m| m.install.title)
                    line=say_by(store, move |m| match installation.update().get() {
                        Update::Current => m.install.line,
                        Update::Waits | Update::TookOver => m.install.ready,
                    })
                    state=chosen_or(Route::Install, RowState::default)
                />
                <ListRow
                    href=Route::Settings.to_string()
                    title=say(store, |m| m.settings.title)
                    line=say(store, |m| m.settings.line)
                    state=chosen_or(Route::Settings, RowState::default)
                />
            </Below>
        </List>
        <SavingLine />
    }
}

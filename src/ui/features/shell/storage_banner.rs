//! What stands in the way of saving, and what storage held that could not be read.

use leptos::prelude::*;

use crate::i18n::Messages;
use crate::route::Route;
use crate::store::{Lost, NEARLY_FULL, ReadOnly, SaveState, Trouble};
use crate::ui::components::{Banner, Button, ButtonLink, News};
use crate::ui::words::{say, say_by, use_store};

/// The banners about storage; nothing while all is well. They stay as long as the trouble does.
#[component]
pub fn StorageBanner() -> impl IntoView {
    let store = use_store();
    let trouble = Memo::new(move |_| match store.save_state().get() {
        SaveState::Trouble(trouble) => Some(trouble),
        SaveState::Saved | SaveState::Saving => None,
    });
    let set_aside = Memo::new(move |_| store.set_aside().with(Vec::len));
    let held = move |m: &Messages| match store.read_only().get() {
        Some(ReadOnly::NewerValues) => m.banners.newer_values,
        Some(ReadOnly::NewerTab { is_kept: true }) => m.banners.newer_tab,
        Some(ReadOnly::NewerTab { is_kept: false }) => m.banners.newer_tab_unsaved,
        Some(ReadOnly::NewerDatabase) | None => m.banners.newer_database,
    };
    let is_held = move || store.read_only().with(Option::is_some);
    let said = move |trouble: Trouble| {
        say_by(store, move |m| match trouble {
            Trouble::Full => m.banners.full,
            Trouble::Blocked => m.banners.blocked,
            Trouble::Newer => held(m),
            Trouble::Failed => m.banners.failed,
        })
    };
    let is_nearly_full = move || {
        let is_full = trouble.get() == Some(Trouble::Full);
        !is_full && store.room().get().is_some_and(|percent| percent >= NEARLY_FULL)
    };
    view! {
        {move || {
            trouble
                .get()
                .map(|trouble| {
                    view! {
                        <Banner news=News::Danger text=said(trouble)>
                            <Show when=is_held>
                                <Button
                                    label=say(store, |m| m.banners.reload)
                                    on_click=move || store.reload()
                                />
                            </Show>
                            <Show when=move || !store.is_out_of_sight()>
                                <ButtonLink
                                    label=say(store, |m| m.banners.export_now)
                                    href=Route::Share.to_string()
                                />
                            </Show>
                            <Show when=move || trouble == Trouble::Full>
                                <MakeRoom />
                            </Show>
                        </Banner>
                    }
                })
        }}
        <Show when=is_nearly_full>
            <Banner
                news=News::Warn
                text=Signal::derive(move || {
                    (store.messages().banners.nearly_full)(store.room().get().unwrap_or_default())
                })
            >
                <ButtonLink
                    label=say(store, |m| m.backup.title)
                    href=Route::Backup.to_string()
                />
                <MakeRoom />
            </Banner>
        </Show>
        <Show when=move || {
            store.is_journal_only() && !store.is_unread().get() && trouble.with(Option::is_none)
        }>
            <Banner news=News::Warn text=say(store, |m| m.banners.journal_only) />
        </Show>
        <Show when=move || store.is_unread().get()>
            <Banner news=News::Danger text=say(store, |m| m.banners.unread) />
        </Show>
        {move || store.lost().get().map(|lost| view! { <LostBanner lost /> })}
        <Show when=move || { set_aside.get() > 0 }>
            <Banner
                news=News::Warn
                text=Signal::derive(move || (store.messages().banners.set_aside)(set_aside.get()))
            >
                <ButtonLink
                    label=say(store, |m| m.apart.look)
                    href=Route::Apart.to_string()
                />
            </Banner>
        </Show>
    }
}

/// The browser has thrown away what was stored: what came back, and what to do about the rest.
#[component]
fn LostBanner(
    /// What was thrown away.
    lost: Lost,
) -> impl IntoView {
    let store = use_store();
    let Lost { brought, gone } = lost;
    let news = if gone > 0 { News::Danger } else { News::Warn };
    view! {
        <Banner
            news
            text=Signal::derive(move || (store.messages().banners.lost)(brought, gone))
        >
            <Show when=move || { gone > 0 }>
                <ButtonLink
                    label=say(store, |m| m.backup.restore_title)
                    href=Route::Backup.to_string()
                />
            </Show>
            <Button
                label=say(store, |m| m.banners.understood)
                on_click=move || store.dismiss_lost()
            />
        </Banner>
    }
}

/// Leads to where plans can be taken off this device.
#[component]
fn MakeRoom() -> impl IntoView {
    let store = use_store();
    view! { <ButtonLink label=say(store, |m| m.banners.make_room) href=Route::Plans.to_string() /> }
}

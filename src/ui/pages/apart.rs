//! Everything that was set aside: records that contradict what is here, and stored values that could
//! not be read.

use std::sync::Arc;

use leptos::prelude::*;

use crate::route::Route;
use crate::store::{Apart, DownloadError, SetAside};
use crate::ui::components::{
    Banner, Button, Card, EmptyState, Glyph, List, ListRow, News, PageHead, Section,
};
use crate::ui::features::settling::kept_apart::KeptApart;
use crate::ui::words::{say, use_store};

/// What is kept apart.
#[component]
pub fn ApartPage() -> impl IntoView {
    let store = use_store();
    let (apart, unread) = (store.apart(), store.set_aside());
    let is_refused = RwSignal::new(false);
    let offered = move |offered: Result<(), DownloadError>| is_refused.set(offered.is_err());
    let is_empty = move || apart.with(Vec::is_empty) && unread.with(Vec::is_empty);
    view! {
        <PageHead
            title=say(store, |m| m.apart.title)
            back_href=Route::More.to_string()
            back_label=say(store, |m| m.shell.more)
        />
        <Show when=move || is_refused.get()>
            <Banner news=News::Danger text=say(store, |m| m.apart.not_downloaded) />
        </Show>
        <Show when=is_empty>
            <EmptyState
                icon=Glyph::Check
                title=say(store, |m| m.apart.nothing)
                text=say(store, |m| m.apart.nothing_text)
            >
                ""
            </EmptyState>
        </Show>
        <Show when=move || !apart.with(Vec::is_empty)>
            <div class="stack">
                <p class="prose">{move || store.messages().apart.text}</p>
                <For each=move || apart.get() key=|apart| apart.name.clone() let:apart>
                    <One apart offered=Callback::new(offered) />
                </For>
            </div>
        </Show>
        <Show when=move || !unread.with(Vec::is_empty)>
            <Unread unread offered=Callback::new(offered) />
        </Show>
    }
}

/// One record, and what can be done about it.
#[component]
fn One(apart: Arc<Apart>, offered: Callback<Result<(), DownloadError>>) -> impl IntoView {
    let store = use_store();
    let can_be_taken_in = apart.found.reason.can_be_taken_in();
    let [to_take, to_remove] = [(); 2].map(|()| apart.name.clone());
    let to_download = apart.clone();
    let take_in = StoredValue::new(to_take);
    view! {
        <Card>
            <KeptApart apart />
            <div class="cluster">
                <Show when=move || can_be_taken_in>
                    <Button
                        label=say(store, |m| m.apart.take_in)
                        on_click=move || take_in.with_value(|name| store.take_in_apart(name))
                    />
                </Show>
                <Button
                    label=say(store, |m| m.apart.download)
                    on_click=move || offered.run(store.download_apart(&to_download))
                />
                <Button
                    label=say(store, |m| m.apart.remove)
                    on_click=move || store.remove_apart(&to_remove)
                />
            </div>
        </Card>
    }
}

/// The stored values that could not be read.
#[component]
fn Unread(
    unread: Signal<Vec<SetAside>>,
    offered: Callback<Result<(), DownloadError>>,
) -> impl IntoView {
    let store = use_store();
    let rows = move || {
        let row = |found: SetAside| view! { <ListRow title=found.key /> };
        unread.get().into_iter().map(row).collect_view()
    };
    view! {
        <Section title=say(store, |m| m.apart.unread)>
            <p class="prose">{move || store.messages().apart.unread_text}</p>
            <List>{rows}</List>
            <Button
                label=say(store, |m| m.banners.download_set_aside)
                on_click=move || offered.run(store.download_set_aside())
            />
        </Section>
    }
}

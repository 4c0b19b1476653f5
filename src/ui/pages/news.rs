//! What came in and was not looked at yet: record by record, the newest first.

use leptos::prelude::*;

use crate::domain::{Kind, RecordKey};
use crate::route::Route;
use crate::ui::components::{
    ActionBar, Button, ButtonLink, EmptyState, Glyph, PageHead, Tone, WindowedList,
};
use crate::ui::features::news::new_row::NewRow;
use crate::ui::words::{say, say_by, use_store};

/// What came in and was not looked at yet.
#[component]
pub fn NewsPage() -> impl IntoView {
    let store = use_store();
    let news = Memo::new(move |_| {
        let mut news: Vec<(i64, RecordKey)> = store
            .plan(&Kind::KNOWN, |_, plan| {
                let at = |key: &RecordKey| plan.last_write(key.kind, key.id).map(|one| one.at);
                let news = store.news().into_iter();
                news.map(|key| (at(&key).unwrap_or_default(), key)).collect()
            })
            .unwrap_or_default();
        news.sort_by(|a, b| b.cmp(a));
        news.into_iter().map(|(_, key)| key).collect::<Vec<_>>()
    });
    let is_empty = Memo::new(move |_| news.with(Vec::is_empty));
    view! {
        <PageHead
            title=say(store, |m| m.news.title)
            back_href=Route::Today.to_string()
            back_label=say(store, |m| m.shell.today)
            line=say_by(store, move |m| if is_empty.get() { "" } else { m.news.why })
        />
        <Show when=move || !is_empty.get() fallback=|| view! { <NoNews /> }>
            <WindowedList
                rows=news
                key=|key| *key
                more_label=say(store, |m| m.shell.show_more)
                label=say(store, |m| m.news.title)
                let:key
            >
                <NewRow key />
            </WindowedList>
            <ActionBar>
                <Button
                    label=say(store, |m| m.news.see_all)
                    on_click=move || store.see_all()
                    tone=Tone::Primary
                    icon=Glyph::Check
                />
            </ActionBar>
        </Show>
    }
}

/// Nothing is new.
#[component]
fn NoNews() -> impl IntoView {
    let store = use_store();
    view! {
        <EmptyState
            icon=Glyph::Check
            title=say(store, |m| m.news.none)
            text=say(store, |m| m.news.none_why)
        >
            <ButtonLink
                label=say(store, |m| m.beginning.open_file)
                href=Route::Import.to_string()
                icon=Glyph::Upload
            />
        </EmptyState>
    }
}

//! Name, role, language, light or dark.

use leptos::prelude::*;

use crate::route::Route;
use crate::store::Theme;
use crate::ui::components::{Choice, FieldNote, PageHead, Segmented, TextField, TextKind};
use crate::ui::features::plans::choices::{LanguageChoice, RoleChoice};
use crate::ui::words::{say, use_store};

/// Name, role, language, light or dark.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let store = use_store();
    let name = Signal::derive(move || store.preferences().with(|p| p.name.clone()));
    view! {
        <PageHead
            title=say(store, |m| m.settings.title)
            back_href=Route::More.to_string()
            back_label=say(store, |m| m.settings.more)
        />
        <div class="stack" data-gap="wide">
            <LanguageChoice />
            <ThemeChoice />
            <TextField
                label=say(store, |m| m.settings.name)
                value=name
                on_input=move |text: String| store.revise_preferences(|p| p.name = text)
                note=Signal::derive(move || FieldNote::hint(store.messages().settings.name_hint))
                kind=TextKind::NAME
            />
            <RoleChoice />
            <p class="muted small">{move || store.messages().settings.privacy}</p>
        </div>
    }
}

/// The choice of light or dark. It takes effect at once.
#[component]
fn ThemeChoice() -> impl IntoView {
    let store = use_store();
    let key = |theme: Theme| theme.name().unwrap_or("system");
    let choices = Signal::derive(move || {
        let words = store.messages().settings;
        let word = |theme| match theme {
            Theme::System => words.system,
            Theme::Light => words.light,
            Theme::Dark => words.dark,
        };
        Theme::ALL.into_iter().map(|theme| Choice::new(key(theme), word(theme))).collect()
    });
    view! {
        <Segmented
            label=say(store, |m| m.settings.appearance)
            choices
            value=Signal::derive(move || store.preferences().with(|p| key(p.theme).to_owned()))
            on_change=move |name: String| {
                let theme = Theme::ALL.into_iter().find(|theme| key(*theme) == name);
                store.revise_preferences(|p| p.theme = theme.unwrap_or_default());
            }
        />
    }
}

//! Name, role, language, light or dark, reminders.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::LEAD;
use crate::route::Route;
use crate::store::{Reminding, Theme};
use crate::ui::components::{
    CheckRow, Choice, FieldNote, PageHead, Segmented, TextField, TextKind,
};
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
            <RemindersChoice />
            <p class="muted small">{move || store.messages().settings.privacy}</p>
        </div>
    }
}

/// Whether to be reminded of meetings. Ticking it makes the browser ask; it is off until then.
#[component]
fn RemindersChoice() -> impl IntoView {
    let store = use_store();
    // What the browser was asked is answered outside of all signals.
    let answers = RwSignal::new(0);
    let reminding = Memo::new(move |_| {
        answers.track();
        store.reminding()
    });
    let line = Signal::derive(move || {
        let words = store.messages().install;
        match reminding.get() {
            Reminding::Refused => words.reminds_refused.to_owned(),
            Reminding::On | Reminding::Off | Reminding::Missing => (words.reminds_line)(LEAD),
        }
    });
    let choose = move |wants: bool| {
        spawn_local(async move {
            store.set_reminding(wants).await;
            // The reader may have left the page meanwhile.
            let _left = answers.try_update(|count| *count += 1);
        });
    };
    view! {
        <Show when=move || reminding.get() != Reminding::Missing>
            <CheckRow
                label=say(store, |m| m.install.reminds)
                is_checked=Signal::derive(move || reminding.get() == Reminding::On)
                on_change=choose
                line
            />
        </Show>
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

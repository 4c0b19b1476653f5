//! The choices of role and language, which several pages offer.

use leptos::prelude::*;

use crate::domain::Role;
use crate::i18n::Locale;
use crate::store::Store;
use crate::ui::components::{Choice, Segmented};
use crate::ui::words::{say, use_store};

/// The roles, by name, in the reader's language.
pub fn role_choices(store: Store) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let name = store.messages().common.role;
        Role::ALL.into_iter().map(|role| Choice::new(role.name(), name(role))).collect()
    })
}

/// The choice of the interface's language. It takes effect at once.
#[component]
pub fn LanguageChoice() -> impl IntoView {
    let store = use_store();
    let choices: Vec<Choice> =
        Locale::ALL.into_iter().map(|locale| Choice::new(locale.tag(), locale.name())).collect();
    view! {
        <Segmented
            label=say(store, |m| m.settings.language)
            choices=Signal::stored(choices)
            value=Signal::derive(move || store.locale().tag().to_owned())
            on_change=move |tag: String| {
                store
                    .revise_preferences(|preferences| {
                        preferences.locale = Locale::from_tag(&tag).unwrap_or_default();
                    });
            }
        />
    }
}

/// The choice of the reader's own role, for plans begun or joined from now on.
#[component]
pub fn RoleChoice() -> impl IntoView {
    let store = use_store();
    view! {
        <Segmented
            label=say(store, |m| m.settings.role)
            choices=role_choices(store)
            value=Signal::derive(move || {
                store.preferences().with(|preferences| preferences.role.name().to_owned())
            })
            on_change=move |name: String| {
                store
                    .revise_preferences(|preferences| {
                        preferences.role = Role::from_name(&name).unwrap_or_default();
                    });
            }
        />
    }
}

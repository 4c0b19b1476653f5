//! A newer version of the program, offered on every page until it is taken or put off.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::Toast;
use crate::ui::words::{say, use_installation, use_store};

/// The bar that offers a newer version. Nothing but a tap on it, or closing every page, applies it.
#[component]
pub fn UpdateBar() -> impl IntoView {
    let store = use_store();
    let installation = use_installation();
    let message = Signal::derive(move || {
        installation.is_offered().then(|| store.messages().install.ready.to_owned())
    });
    view! {
        <Toast
            message
            action=Signal::derive(move || Some(store.messages().install.update.to_owned()))
            on_action=move || spawn_local(installation.apply(store))
            dismiss_label=say(store, |m| m.install.later)
            on_dismiss=move || installation.put_off()
            is_offer=true
        />
    }
}

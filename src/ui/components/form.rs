//! A form: one column, submitted by its button or the Enter key, never sent anywhere.

use leptos::prelude::*;

/// Fields in one column. A [`Button`](super::button::Button) without `on_click` submits it.
#[component]
pub fn Form(
    /// What submitting does.
    #[prop(into)]
    on_submit: Callback<()>,
    /// The fields and the button.
    children: Children,
) -> impl IntoView {
    view! {
        <form
            class="form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                on_submit.run(());
            }
        >
            {children()}
        </form>
    }
}

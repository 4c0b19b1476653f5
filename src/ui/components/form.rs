//! A form: one column, submitted by its button or the Enter key, never sent anywhere.

use leptos::{html, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

/// Fields in one column. A [`Button`](super::button::Button) without `on_click` submits it. Where
/// something is wrong then, the first field that says so takes the keyboard.
#[component]
pub fn Form(
    /// What submitting does.
    #[prop(into)]
    on_submit: Callback<()>,
    /// The fields and the button.
    children: Children,
) -> impl IntoView {
    let form = NodeRef::<html::Form>::new();
    view! {
        <form
            class="form"
            node_ref=form
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                on_submit.run(());
                // The fields say what is wrong in what is drawn next.
                request_animation_frame(move || show_first_fault(form));
            }
        >
            {children()}
        </form>
    }
}

/// Moves the keyboard to the first field that says that something is wrong.
fn show_first_fault(form: NodeRef<html::Form>) {
    let Some(Some(form)) = form.try_get_untracked() else { return };
    let found = form.query_selector("[aria-invalid='true']").ok().flatten();
    if let Some(field) = found.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // A field that is there takes the keyboard.
        let _gone = field.focus();
    }
}

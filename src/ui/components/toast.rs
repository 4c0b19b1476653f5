//! What was just done, and the way back. The parent decides how long it stays: ten seconds at least.

use leptos::prelude::*;

use super::{
    button::{Button, IconButton, Tone},
    icon::Glyph,
};

/// A message above the tabs with an action, usually Undo. Draw one for the whole page and keep it:
/// its live region must exist before the message does.
#[component]
pub fn Toast(
    /// What was done; nothing hides the toast.
    #[prop(into)]
    message: Signal<Option<String>>,
    /// The words of the action, or nothing where there is no way back.
    #[prop(into)]
    action: Signal<Option<String>>,
    /// What the action does.
    #[prop(into)]
    on_action: Callback<()>,
    /// The words of the closing cross.
    #[prop(into)]
    dismiss_label: Signal<String>,
    /// Called when the person closes it.
    #[prop(into)]
    on_dismiss: Callback<()>,
) -> impl IntoView {
    let is_hidden = move || message.with(Option::is_none);
    let button = move || {
        action.get().map(|label| {
            view! { <Button label on_click=on_action icon=Glyph::Undo tone=Tone::Quiet /> }
        })
    };
    view! {
        <div class="toast" data-state=move || if is_hidden() { "hidden" } else { "shown" }>
            <p class="toast__message" role="status">{move || message.get()}</p>
            <Show when=move || !is_hidden()>
                <div class="toast__actions">
                    {button}
                    <IconButton label=dismiss_label glyph=Glyph::Close on_click=on_dismiss />
                </div>
            </Show>
        </div>
    }
}

//! Something new that can be had with one tap, and waits. It floats, so that nothing moves when it
//! comes, and it is out of sight while somebody types.

use leptos::prelude::*;

use super::{
    button::{Button, IconButton, Tone},
    icon::Glyph,
};

/// A small bar with one action. Draw one for the whole page and keep it: its live region must exist
/// before the words do.
#[component]
pub fn Offer(
    /// What is offered; nothing hides the bar.
    #[prop(into)]
    message: Signal<Option<String>>,
    /// The words of the action.
    #[prop(into)]
    action: Signal<String>,
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
    let is_shown = move || message.with(Option::is_some);
    view! {
        <div class="offer" data-state=move || if is_shown() { "shown" } else { "hidden" }>
            <p class="offer__message" role="status">{move || message.get()}</p>
            <Show when=is_shown>
                <Button label=action on_click=on_action tone=Tone::Quiet />
                <IconButton label=dismiss_label glyph=Glyph::Close on_click=on_dismiss />
            </Show>
        </div>
    }
}

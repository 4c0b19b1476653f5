//! What was just done and the way back, or something new that can be had and waits. It floats, so that
//! nothing moves when it comes. The parent decides how long it stays: ten seconds at least.

use leptos::{
    ev::{self, FocusEvent},
    html,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{HtmlElement, Node},
};

use super::{
    button::{Button, IconButton, Tone},
    icon::Glyph,
};

/// A message above the tabs with an action, usually Undo. Draw one for the whole page and keep it:
/// its live region must exist before the message does. Escape puts it away, for it may lie over what
/// has the keyboard, and the keyboard then goes back to where it came from.
#[component]
pub fn Toast(
    /// What is said; nothing hides the toast.
    #[prop(into)]
    message: Signal<Option<String>>,
    /// The words of the action, or nothing where there is none.
    #[prop(into)]
    action: Signal<Option<String>>,
    /// A drawing before the words of the action.
    #[prop(optional)]
    icon: Option<Glyph>,
    /// What the action does.
    #[prop(into)]
    on_action: Callback<()>,
    /// The words of the closing cross.
    #[prop(into)]
    dismiss_label: Signal<String>,
    /// Called when the person closes it.
    #[prop(into)]
    on_dismiss: Callback<()>,
    /// Whether it only offers something: then it is out of sight while somebody types.
    #[prop(optional)]
    is_offer: bool,
) -> impl IntoView {
    let is_shown = Memo::new(move |_| message.with(Option::is_some));
    let toast = NodeRef::<html::Div>::new();
    let keyboard = Keyboard::new(toast);
    Effect::new(move || {
        if !is_shown.get() {
            keyboard.give_back();
        }
    });
    let listener = window_event_listener(ev::keydown, move |event| {
        // An open menu is nearer than this, and closes by itself.
        let is_menu_open = || matches!(document().query_selector(":popover-open"), Ok(Some(_)));
        let is_meant = event.key() == "Escape" && !event.default_prevented();
        if is_meant && is_shown.try_get_untracked() == Some(true) && !is_menu_open() {
            on_dismiss.run(());
        }
    });
    on_cleanup(move || listener.remove());
    let button = move || {
        action.get().map(|label| {
            let on_click = on_action;
            match icon {
                Some(icon) => view! { <Button label on_click icon tone=Tone::Quiet /> }.into_any(),
                None => view! { <Button label on_click tone=Tone::Quiet /> }.into_any(),
            }
        })
    };
    view! {
        <div
            class="toast"
            node_ref=toast
            data-kind=is_offer.then_some("offer")
            data-state=move || if is_shown.get() { "shown" } else { "hidden" }
            on:focusin=move |event| keyboard.comes(&event)
            on:focusout=move |event| keyboard.goes(&event)
        >
            <p class="toast__message" role="status">{move || message.get()}</p>
            <Show when=move || is_shown.get()>
                <div class="toast__actions">
                    {button}
                    <IconButton label=dismiss_label glyph=Glyph::Close on_click=on_dismiss />
                </div>
            </Show>
        </div>
    }
}

/// Where the keyboard came from when it came into a toast, and whether it still is in there.
#[derive(Clone, Copy)]
struct Keyboard {
    toast: NodeRef<html::Div>,
    before: StoredValue<Option<HtmlElement>, LocalStorage>,
    is_inside: StoredValue<bool>,
}

impl Keyboard {
    fn new(toast: NodeRef<html::Div>) -> Self {
        Self { toast, before: StoredValue::new_local(None), is_inside: StoredValue::new(false) }
    }

    /// The element outside the toast from which the keyboard comes, or to which it goes.
    fn outside(self, event: &FocusEvent) -> Option<HtmlElement> {
        let other: HtmlElement = event.related_target()?.dyn_into().ok()?;
        let other_node: &Node = &other;
        let is_within = self.toast.try_get_untracked()??.contains(Some(other_node));
        (!is_within).then_some(other)
    }

    fn comes(self, event: &FocusEvent) {
        if let Some(before) = self.outside(event) {
            self.before.set_value(Some(before));
        }
        self.is_inside.set_value(true);
    }

    fn goes(self, event: &FocusEvent) {
        // It goes nowhere when its element is taken away.
        if self.outside(event).is_some() {
            self.is_inside.set_value(false);
        }
    }

    /// Puts the keyboard back to where it was, if it was in the toast that has gone.
    fn give_back(self) {
        let before = self.before.try_update_value(Option::take).flatten();
        if self.is_inside.get_value()
            && let Some(before) = before
        {
            self.is_inside.set_value(false);
            // What has left the page meanwhile does not take it.
            let _gone = before.focus();
        }
    }
}

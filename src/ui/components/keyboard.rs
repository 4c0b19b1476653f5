//! Who has the keyboard when what was pressed is gone.

use leptos::{html, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

/// Gives the keyboard to the first field or button of a block, once what it shows next is drawn.
pub fn hand_keyboard_to(block: NodeRef<html::Div>) {
    request_animation_frame(move || {
        let block = block.try_get_untracked().flatten();
        let next = block.and_then(|block| block.query_selector("textarea, button").ok()?);
        if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
            // What is gone by then takes nothing.
            let _gone = next.focus();
        }
    });
}

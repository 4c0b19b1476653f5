//! The product's mark: a tube cap seen from above, with a steady line through it. The same drawing
//! stands in the start screen of `index.html` and in `style/logo.svg`.

use leptos::prelude::*;

/// The mark, as decoration beside the product's name.
#[component]
pub fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
            <circle class="logo__cap" cx="32" cy="32" r="25" />
            <circle class="logo__rim" cx="32" cy="32" r="17.5" />
            <circle class="logo__stopper" cx="32" cy="32" r="12" />
            <path class="logo__gap" d="M7 32h50" />
            <path class="logo__line" d="M2 32h60" />
        </svg>
    }
}

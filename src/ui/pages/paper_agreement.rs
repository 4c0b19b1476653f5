//! The mentorship agreement.

use leptos::prelude::*;

use crate::ui::components::ListHead;
use crate::ui::words::{say, use_store};

/// The mentorship agreement.
#[component]
pub fn PaperAgreementPage() -> impl IntoView {
    let store = use_store();
    view! { <ListHead title=say(store, |m| m.agreement.title) /> }
}

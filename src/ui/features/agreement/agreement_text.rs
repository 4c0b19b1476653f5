//! All the words of an agreement, to read.

use leptos::prelude::*;

use crate::domain::AgreementText;
use crate::ui::words::use_store;

/// Each part with its heading.
#[component]
pub fn AgreementWords(
    /// The words.
    text: AgreementText,
) -> impl IntoView {
    let store = use_store();
    let parts = text.0.into_iter().map(|clause| {
        let words = match clause.text.is_empty() {
            true => store.messages().agreement.no_text.to_owned(),
            false => clause.text,
        };
        view! {
            <div class="agreement-text__part">
                <h3 class="agreement-text__title">{clause.title}</h3>
                <p class="agreement-text__words">{words}</p>
            </div>
        }
    });
    view! { <div class="agreement-text">{parts.collect_view()}</div> }
}

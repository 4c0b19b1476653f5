//! The agreement on paper, with lines to sign on.

use leptos::prelude::*;

use crate::domain::{Agreement, Paper, Standing};
use crate::store::Store;
use crate::ui::components::{Choice, Segmented};
use crate::ui::features::paper::paper_agreement::{agreement_on_paper, signatures_on_paper};
use crate::ui::features::paper::paper_sheet::PaperSheet;
use crate::ui::features::paper::paper_words::paper_of;
use crate::ui::words::{say, use_store};

/// The agreement on paper.
#[component]
pub fn PaperAgreementPage() -> impl IntoView {
    let store = use_store();
    let chosen = RwSignal::new(NOW.to_owned());
    // Where what stands is not what was agreed, either can be printed.
    let has_two = Memo::new(move |_| paper_of(store).is_some_and(|paper| two(&paper.agreement)));
    let choices = Signal::derive(move || {
        let words = store.messages().agreement;
        vec![Choice::new(NOW, words.text_now), Choice::new(AGREED, words.text_agreed)]
    });
    let draw = move |store: Store, paper: &Paper| {
        let is_agreed = two(&paper.agreement) && chosen.with(|chosen| chosen == AGREED);
        view! {
            {agreement_on_paper(store, paper, is_agreed)}
            {signatures_on_paper(store, paper, is_agreed)}
        }
        .into_any()
    };
    view! {
        <PaperSheet title=|words| words.agreement tells=|_, _| Vec::new() draw>
            <Show when=move || has_two.get()>
                <Segmented
                    label=say(store, |m| m.agreement.which_text)
                    choices
                    value=chosen
                    on_change=move |value| chosen.set(value)
                />
            </Show>
        </PaperSheet>
    }
}

const NOW: &str = "now";
const AGREED: &str = "agreed";

/// Whether another text stands than the one that was agreed.
fn two(agreement: &Agreement) -> bool {
    agreement.agreed.is_some() && agreement.standing != Standing::InForce
}

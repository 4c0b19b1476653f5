//! The form for a part of one's own, at the end of the agreement. What is typed is kept with every keystroke.

use leptos::prelude::*;

use super::agreement_words::agree;
use crate::domain::{AgreementDeed, LIMITS, Problem, RecordId};
use crate::ui::components::{Button, Disclosure, FieldNote, Form, Glyph, TextArea, TextField};
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{problem_in, problem_note, say, use_store};

/// Under which name everything typed here is kept.
const DRAFTS: &str = "agreement/new/";

/// A line that opens the form, or why there is none.
#[component]
pub fn NewPart(
    /// How many parts there are.
    #[prop(into)]
    count: Signal<usize>,
) -> impl IntoView {
    let store = use_store();
    let is_full = Memo::new(move |_| count.get() >= LIMITS.sections);
    let full = move || {
        is_full.get().then(|| {
            let words = (store.messages().agreement.full)(LIMITS.sections);
            view! { <p class="muted small">{words}</p> }
        })
    };
    view! {
        <div role="status">{full}</div>
        <Show when=move || !is_full.get()>
            <NewPartForm />
        </Show>
    }
}

#[component]
fn NewPartForm() -> impl IntoView {
    let store = use_store();
    let title = Draft::new(store, format!("{DRAFTS}title"), "");
    let text = Draft::new(store, format!("{DRAFTS}text"), "");
    let was_tried = RwSignal::new(false);
    let submit = move || {
        let (title_now, text_now) = (untrack(|| title.get()), untrack(|| text.get()));
        let added = agree(store, AgreementDeed::AddSection { title: title_now, text: text_now });
        was_tried.set(added.is_err());
        if added.is_ok() {
            title.clear();
            text.clear();
        }
    };
    // An empty heading is wrong only once the reader has tried to add the part without it.
    let title_note = move || {
        let deed = AgreementDeed::Retitle { section: RecordId::from_random(0), title: title.get() };
        let problem = problem_in(&deed.check())
            .filter(|problem| *problem != Problem::Missing || was_tried.get());
        let error = problem.map(|problem| (store.messages().errors.problem)(problem));
        FieldNote::hint(store.messages().agreement.own_hint).or_error(error)
    };
    let text_note = move || {
        let deed = AgreementDeed::Reword { section: RecordId::from_random(0), text: text.get() };
        problem_note(store, problem_in(&deed.check()))
    };
    let is_open = !untrack(|| title.get()).is_empty() || !untrack(|| text.get()).is_empty();
    view! {
        <Disclosure summary=say(store, |m| m.agreement.own_part) is_open>
            <Form on_submit=submit>
                <TextField
                    label=say(store, |m| m.agreement.heading)
                    value=title.value()
                    on_input=title.on_input()
                    note=Signal::derive(title_note)
                />
                <TextArea
                    label=say(store, |m| m.agreement.text)
                    value=text.value()
                    on_input=text.on_input()
                    note=Signal::derive(text_note)
                />
                <Button label=say(store, |m| m.agreement.add_part) icon=Glyph::Plus />
            </Form>
        </Disclosure>
    }
}

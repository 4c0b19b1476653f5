//! What a check-in says, prompt by prompt. Nobody edits what was said, so it is only read.

use leptos::prelude::*;

use crate::domain::{CheckIn, Prompt, field};
use crate::store::Store;
use crate::ui::components::Face;
use crate::ui::words::use_store;

/// What a prompt of a check-in is called; nothing where the program has none of that name.
pub fn prompt_label(store: Store, key: &str) -> String {
    let found = store.pack().check_in.iter().find(|prompt| prompt.key == key);
    found.map(|prompt: &Prompt| prompt.label.clone()).unwrap_or_default()
}

/// What a check-in says: each prompt with its answer.
#[component]
pub fn CheckInWords(
    /// The check-in.
    #[prop(into)]
    check_in: Signal<Option<CheckIn>>,
) -> impl IntoView {
    let store = use_store();
    let part = move |key: &'static str, answer: AnyView| {
        view! {
            <div>
                <dt class="check-in-words__name">{prompt_label(store, key)}</dt>
                <dd class="check-in-words__answer prose">{answer}</dd>
            </div>
        }
    };
    let parts = move || {
        let found = check_in.get()?;
        let texts = found.words().into_iter();
        let texts = texts.map(|(key, words)| part(key, words.to_owned().into_any()));
        let mood = found.mood.map(|step| {
            let words = (store.messages().check_ins.mood_line)(step);
            let line = view! {
                <span class="check-in-words__mood">
                    <Face step />
                    <span>{words}</span>
                </span>
            };
            part(field::FEELING, line.into_any())
        });
        Some(texts.chain(mood).collect_view())
    };
    view! { <dl class="check-in-words stack">{parts}</dl> }
}

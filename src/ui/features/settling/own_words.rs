//! Joining two texts in one's own words: both texts side by side, and a field that begins with both.

use leptos::prelude::*;

use crate::domain::{Problem, RecordKey, Value};
use crate::ui::components::{Button, Disclosure, TextArea};
use crate::ui::features::settling::question::Answer;
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{problem_note, say, use_store};

/// A line that opens both texts and the field. Every keystroke in it is kept.
#[component]
pub fn OwnWords(
    /// The record.
    key: RecordKey,
    /// The name of the field.
    field: String,
    /// The texts.
    answers: Vec<Answer>,
    /// All of them, one after the other.
    joined: String,
    /// The most characters the field takes.
    limit: usize,
    /// Called with the text that is to stand. Says whether it does.
    on_settle: Callback<Value, bool>,
) -> impl IntoView {
    let store = use_store();
    let name = format!("settle/{}/{}/{field}", key.kind.name(), key.id);
    let draft = Draft::new(store, name, joined);
    let problem = Memo::new(move |_| problem_with(&draft.get(), limit));
    let settle = move || {
        if on_settle.run(Value::text(draft.get().trim())) {
            draft.clear();
        }
    };
    let texts = answers.into_iter().map(|answer| {
        view! {
            <figure class="own-words__text">
                <figcaption class="muted small">{answer.source}</figcaption>
                <p class="own-words__words">{answer.words}</p>
            </figure>
        }
    });
    view! {
        <Disclosure summary=say(store, |m| m.share.own_words)>
            <div class="own-words">
                <div class="own-words__texts">{texts.collect_view()}</div>
                <TextArea
                    label=say(store, |m| m.share.your_text)
                    value=draft.value()
                    on_input=draft.on_input()
                    note=Signal::derive(move || problem_note(store, problem.get()))
                />
                <Button
                    label=say(store, |m| m.share.use_text)
                    is_disabled=Signal::derive(move || problem.get().is_some())
                    on_click=settle
                />
            </div>
        </Disclosure>
    }
}

/// What is wrong with a text that is to stand.
fn problem_with(text: &str, limit: usize) -> Option<Problem> {
    match text.trim().chars().count() {
        0 => Some(Problem::Missing),
        count if count > limit => Some(Problem::TooLong { limit }),
        _ => None,
    }
}

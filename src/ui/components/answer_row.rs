//! A row that answers a question at once, such as which of two values is right. It is a button and
//! not a choice, so that walking over the answers with the keyboard answers nothing.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// Rows of which one is the answer.
#[component]
pub fn AnswerList(
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// The [`AnswerRow`]s.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="answer-list">
            <legend class="field__label">{move || label.get()}</legend>
            {children()}
        </fieldset>
    }
}

/// One answer: what it says, and a muted line.
#[component]
pub fn AnswerRow(
    /// The answer.
    #[prop(into)]
    title: Signal<String>,
    /// A muted line below, such as who wrote it and when.
    #[prop(into)]
    line: Signal<String>,
    /// Called when the person gives this answer.
    #[prop(into)]
    on_answer: Callback<()>,
) -> impl IntoView {
    view! {
        <button class="answer-row" type="button" on:click=move |_| on_answer.run(())>
            <span class="answer-row__words">
                <span class="answer-row__title">{move || title.get()}</span>
                " "
                <span class="answer-row__line">{move || line.get()}</span>
            </span>
            <Icon glyph=Glyph::Check />
        </button>
    }
}

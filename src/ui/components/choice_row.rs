//! A row to choose, one of several, such as who you are.
//! Put rows that belong together in one [`ChoiceList`].

use leptos::{context::Provider, prelude::*};

use super::field::next_number;

/// Rows of which one is chosen.
#[component]
pub fn ChoiceList(
    /// The question the rows answer.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the question is only for assistive technology.
    #[prop(optional)]
    is_label_hidden: bool,
    /// The [`ChoiceRow`]s.
    children: Children,
) -> impl IntoView {
    let group = Group(format!("choice-{}", next_number()));
    view! {
        <fieldset class="choice-list">
            <legend class="field__label" class:visually-hidden=is_label_hidden>
                {move || label.get()}
            </legend>
            <Provider value=group>{children()}</Provider>
        </fieldset>
    }
}

/// One row: a title, a muted line, and whether it is the chosen one.
#[component]
pub fn ChoiceRow(
    /// What is chosen with this row.
    #[prop(into)]
    title: Signal<String>,
    /// A muted line below, such as who wrote it and when.
    #[prop(optional, into)]
    line: Signal<String>,
    /// Whether this row is the chosen one.
    #[prop(into)]
    is_chosen: Signal<bool>,
    /// Called when the person chooses it.
    #[prop(into)]
    on_choose: Callback<()>,
) -> impl IntoView {
    let group = use_context::<Group>().map(|Group(name)| name);
    view! {
        <label class="choice-row">
            <input
                class="choice-row__mark"
                type="radio"
                name=group
                prop:checked=move || is_chosen.get()
                on:change=move |_| on_choose.run(())
            />
            <span class="choice-row__words">
                <span class="choice-row__title">{move || title.get()}</span>
                <span class="choice-row__line">{move || line.get()}</span>
            </span>
        </label>
    }
}

/// The name that makes the rows of one list exclude each other.
#[derive(Clone)]
struct Group(String);

//! Choosing what a goal is about: the six categories, each with its cap.

use leptos::prelude::*;

use crate::domain::Category;
use crate::ui::words::{cap_color, say, say_by, use_store};

/// A choice among the categories, all of them in sight.
#[component]
pub fn GoalCategory(
    /// The chosen category.
    #[prop(into)]
    value: Signal<Category>,
    /// Called with the category chosen.
    #[prop(into)]
    on_change: Callback<Category>,
) -> impl IntoView {
    let store = use_store();
    let choices = Category::ALL.map(|category| {
        view! {
            <label class="goal-category__choice" data-cap=cap_color(category).word()>
                <input
                    class="visually-hidden"
                    type="radio"
                    name="goal-category"
                    value=category.name()
                    prop:checked=move || value.get() == category
                    on:change=move |_| on_change.run(category)
                />
                <span class="goal-category__word">
                    {say_by(store, move |m| (m.common.category)(category))}
                </span>
            </label>
        }
    });
    view! {
        <fieldset class="goal-category">
            <legend class="field__label">{say(store, |m| m.goals.category)}</legend>
            <div class="goal-category__choices">{choices.into_iter().collect_view()}</div>
        </fieldset>
    }
}

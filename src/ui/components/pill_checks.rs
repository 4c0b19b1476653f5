//! Any of a few values, all of them in sight: boxes to tick, drawn as pills.

use leptos::prelude::*;

use super::select_field::Choice;

/// Any of a few values, all of them in sight.
#[component]
pub fn PillChecks(
    /// The words above the pills.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose from.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The chosen values.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Called with a value and whether it is chosen now.
    #[prop(into)]
    on_change: Callback<(String, bool)>,
) -> impl IntoView {
    let values = Memo::new(move |_| {
        choices.with(|all| all.iter().map(|choice| choice.value.clone()).collect::<Vec<_>>())
    });
    let pill = move |own: String| {
        let [shown, worded] = [(); 2].map(|()| own.clone());
        let label = move || {
            choices.with(|all| {
                let own = all.iter().find(|choice| choice.value == worded);
                own.map(|choice| choice.label.clone())
            })
        };
        view! {
            <label class="pill-checks__pill">
                <input
                    class="visually-hidden"
                    type="checkbox"
                    prop:checked=move || chosen.with(|chosen| chosen.contains(&shown))
                    on:change=move |event| on_change.run((own.clone(), event_target_checked(&event)))
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="pill-checks">
            <legend class="field__label">{move || label.get()}</legend>
            <div class="pill-checks__pills">
                <For each=move || values.get() key=String::clone children=pill />
            </div>
        </fieldset>
    }
}

//! The form in which one answers about the mentorship: short items, each with a step of a scale, words, or both.

use leptos::html::Div;
use leptos::prelude::*;

use super::evaluation_draft::{EvaluationDraft, ItemDraft};
use super::evaluation_words::{asked_of_me, other_side};
use crate::domain::Step;
use crate::ui::components::{
    ActionBar, ActionBarLine, Button, Disclosure, FieldNote, Form, News, Scale, TextArea, Tone,
};
use crate::ui::words::{problem_in, problem_note, say, say_by, use_store};

/// The items to answer, and the button that gives the answers.
#[component]
pub fn EvaluationForm(
    /// What is being answered.
    draft: EvaluationDraft,
    /// Whether answers were given before and are being changed.
    is_change: Memo<bool>,
) -> impl IntoView {
    let store = use_store();
    let was_tried = RwSignal::new(false);
    let top = NodeRef::<Div>::new();
    let submit = move || match store.apply(untrack(|| draft.command())) {
        Ok(_) => {
            was_tried.set(false);
            draft.forget();
            if let Some(top) = top.get_untracked() {
                top.scroll_into_view();
            }
        }
        // That nothing is answered is said below, anything else by the store's notice.
        Err(_) => was_tried.set(true),
    };
    let look_again = move || {
        let is_wrong = was_tried.get() && draft.is_empty();
        is_wrong.then(|| store.messages().evaluation.look_again.to_owned())
    };
    let label = say_by(store, move |m| match is_change.get() {
        true => m.evaluation.change,
        false => m.evaluation.give,
    });
    let items = draft.items();
    view! {
        <Form on_submit=submit>
            <div class="evaluation-form" node_ref=top>
                {items.into_iter().map(|item| view! { <Item item /> }).collect_view()}
                <p class="muted small prose">
                    {move || (store.messages().evaluation.honest)(&other_side(store))}
                </p>
            </div>
            <ActionBar>
                <ActionBarLine words=Signal::derive(look_again) news=News::Danger />
                <Button label tone=Tone::Primary />
            </ActionBar>
        </Form>
    }
}

/// One item: a step and, where wanted, words; or words alone.
#[component]
fn Item(item: ItemDraft) -> impl IntoView {
    let store = use_store();
    let question = {
        let key = item.key.clone();
        Signal::derive(move || {
            let found = store.pack().evaluation.iter().find(|item| item.key == key);
            found.map(|item| asked_of_me(store, item)).unwrap_or_default()
        })
    };
    let words = item.words;
    let note = Signal::derive(move || {
        let step = Step { field: crate::domain::field::TEXT, words: words.get() };
        problem_note(store, problem_in(&step.check()))
    });
    if !item.is_scale {
        return view! { <Words question words=item note /> }.into_any();
    }
    let has_words = untrack(|| !words.get().is_empty());
    let chosen = item.clone();
    let step = Memo::new(move |_| chosen.step());
    let scale = item.scale;
    let label = Signal::derive(move || (store.messages().evaluation.words_on)(&question.get()));
    view! {
        <div class="evaluation-form__item">
            <Scale
                label=question
                low=say(store, |m| m.evaluation.low)
                high=say(store, |m| m.evaluation.high)
                step
                on_choose=move |step: i64| scale.set(step.to_string())
            />
            <Disclosure summary=say(store, |m| m.evaluation.add_words) is_open=has_words>
                <Words question=label words=item note />
            </Disclosure>
        </div>
    }
    .into_any()
}

/// The field for the words of an item.
#[component]
fn Words(question: Signal<String>, words: ItemDraft, note: Signal<FieldNote>) -> impl IntoView {
    let words = words.words;
    view! { <TextArea label=question value=words.value() on_input=words.on_input() note /> }
}

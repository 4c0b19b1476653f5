//! Writing a check-in: five prompts, of which one is enough. What is typed is kept with every keystroke.

use leptos::html::Div;
use leptos::prelude::*;

use crate::domain::{PlanId, Prompt, field};
use crate::route::Route;
use crate::ui::components::{
    ActionBar, Button, FaceScale, FieldNote, Form, PageHead, TextArea, Tone,
};
use crate::ui::features::check_ins::check_in_draft::CheckInDraft;
use crate::ui::features::plans::begin::Begin;
use crate::ui::features::writing::draft::Draft;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// Writing a check-in.
#[component]
pub fn NewCheckInPage() -> impl IntoView {
    let store = use_store();
    let plan = Memo::new(move |_| store.open_plan_id());
    move || match plan.get() {
        Some(plan) => view! { <CheckInForm plan /> }.into_any(),
        None => view! { <Begin /> }.into_any(),
    }
}

/// The five prompts, and the button.
#[component]
fn CheckInForm(plan: PlanId) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let draft = CheckInDraft::new(store, plan);
    let was_tried = RwSignal::new(false);
    let top = NodeRef::<Div>::new();
    let submit = move || {
        match store.apply(untrack(|| draft.command())) {
            Ok(event) => {
                draft.clear();
                let written = event.subject.map(|key| Route::CheckIn(key.id));
                navigation.replace.run(written.unwrap_or(Route::Feedback));
            }
            Err(_) => {
                // What is wrong with a field is said at the field, anything else by the store's notice.
                was_tried.set(true);
                if let Some(top) = top.get_untracked() {
                    top.scroll_into_view();
                }
            }
        }
    };
    view! {
        <PageHead
            title=say(store, |m| m.check_ins.write)
            line=say(store, |m| m.check_ins.intro)
            back_href=Route::Feedback.to_string()
            back_label=say(store, |m| m.feedback.title)
        />
        <Form on_submit=submit>
            <div class="stack" data-gap="wide" node_ref=top>
                <Prompts draft was_tried=was_tried.into() />
                <p class="muted small">{say(store, |m| m.check_ins.goes_to)}</p>
            </div>
            <ActionBar>
                <Button label=say(store, |m| m.check_ins.submit) tone=Tone::Primary />
            </ActionBar>
        </Form>
    }
}

/// A field for each prompt, in the order of the program.
#[component]
fn Prompts(draft: CheckInDraft, was_tried: Signal<bool>) -> impl IntoView {
    let store = use_store();
    let keys: Vec<String> =
        untrack(|| store.pack().check_in.iter().map(|prompt| prompt.key.clone()).collect());
    let first = keys.iter().find(|key| draft.text(key).is_some()).cloned();
    keys.into_iter()
        .map(|key| match (draft.text(&key), key.as_str()) {
            (Some(text), _) => {
                let is_first = first.as_ref() == Some(&key);
                let is_missing =
                    Signal::derive(move || is_first && was_tried.get() && draft.is_empty());
                view! { <WordsField draft key text is_missing /> }.into_any()
            }
            (None, field::FEELING) => view! { <MoodField draft /> }.into_any(),
            (None, _) => ().into_any(),
        })
        .collect_view()
}

/// The field for one prompt in words.
#[component]
fn WordsField(
    draft: CheckInDraft,
    key: String,
    text: Draft,
    is_missing: Signal<bool>,
) -> impl IntoView {
    let store = use_store();
    let prompt = Signal::derive(move || {
        let found: Option<&Prompt> = store.pack().check_in.iter().find(|it| it.key == key);
        found.map(|it| (it.label.clone(), it.hint.clone())).unwrap_or_default()
    });
    let note = Signal::derive(move || {
        let messages = store.messages();
        let missing = is_missing.get().then(|| messages.check_ins.look_again.to_owned());
        let error = missing.or_else(|| draft.problem(text).map(messages.errors.problem));
        match prompt.with(|(_, hint)| hint.clone()) {
            hint if hint.is_empty() => FieldNote::error(error),
            hint => FieldNote::hint(hint).or_error(error),
        }
    });
    let label = Signal::derive(move || prompt.with(|(label, _)| label.clone()));
    view! { <TextArea label value=text.value() on_input=text.on_input() note /> }
}

/// The mood, and a way to take the choice back.
#[component]
fn MoodField(draft: CheckInDraft) -> impl IntoView {
    let store = use_store();
    let label = Signal::derive(move || {
        let found = store.pack().check_in.iter().find(|it| it.key == field::FEELING);
        found.map(|prompt| prompt.label.clone()).unwrap_or_default()
    });
    let words = Signal::derive(move || {
        let word = store.messages().check_ins.mood;
        (1..=5).map(|step| word(step).to_owned()).collect::<Vec<_>>()
    });
    let step = Memo::new(move |_| draft.mood());
    let is_chosen = Memo::new(move |_| step.get().is_some());
    view! {
        <div class="stack" data-gap="tight">
            <FaceScale label words step on_choose=move |step| draft.choose_mood(Some(step)) />
            <Show when=move || is_chosen.get()>
                <div class="cluster">
                    <Button
                        label=say(store, |m| m.check_ins.leave_open)
                        tone=Tone::Quiet
                        on_click=move || draft.choose_mood(None)
                    />
                </div>
            </Show>
        </div>
    }
}

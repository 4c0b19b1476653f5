//! What each side says at the end: one's own words in a field that keeps them, those of the others beside.

use leptos::prelude::*;

use crate::domain::{
    Bond, ClosingWords, Command, CommandError, Kind, PlanId, Problem, RecordId, RecordKey, Step,
    field,
};
use crate::store::Store;
use crate::ui::components::{FieldNote, Section, TextArea};
use crate::ui::features::writing::live_field::{LiveField, live_field};
use crate::ui::words::{name_of, problem_in, use_store};

/// What is written at the end under one prompt, as a step of the ending.
#[component]
pub fn ClosingStep(
    /// The number of the step.
    number: usize,
    /// Which prompt: the name of its field.
    prompt: &'static str,
    /// The plan.
    plan: PlanId,
) -> impl IntoView {
    let store = use_store();
    let found = Signal::derive(move || {
        let found = store.pack().closing.iter().find(|it| it.key == prompt);
        found.map(|it| (it.label.clone(), it.hint.clone())).unwrap_or_default()
    });
    let title = Signal::derive(move || {
        (store.messages().closing.step)(number, &found.with(|(label, _)| label.clone()))
    });
    let hint = Signal::derive(move || found.with(|(_, hint)| hint.clone()));
    let label = Signal::derive(move || {
        (store.messages().closing.own_words)(&found.with(|(label, _)| label.clone()))
    });
    let me = Memo::new(move |_| store.me());
    view! {
        <Section title>
            {move || me.get().map(|me| view! { <OwnWords prompt plan me label hint /> })}
            <OtherWords prompt />
        </Section>
    }
}

/// The reader's own words.
#[component]
fn OwnWords(
    prompt: &'static str,
    plan: PlanId,
    me: RecordId,
    label: Signal<String>,
    hint: Signal<String>,
) -> impl IntoView {
    let store = use_store();
    let key = RecordKey { plan, kind: Kind::Closing, id: ClosingWords::id(me) };
    let LiveField { value, on_input, on_commit, .. } = live_field(
        store,
        Some(key),
        format!("closing/{plan}/{me}/{prompt}"),
        move || read(store, key.id).map(|words| text_of(&words, prompt)).unwrap_or_default(),
        problem,
        move |text| write(store, key, prompt, text),
    );
    let note = Signal::derive(move || {
        let problem = problem(&value.get()).map(store.messages().errors.problem);
        match hint.get() {
            hint if hint.is_empty() => FieldNote::error(problem),
            hint => FieldNote::hint(hint).or_error(problem),
        }
    });
    view! { <TextArea label value on_input on_commit note /> }
}

/// What the others wrote.
#[component]
fn OtherWords(prompt: &'static str) -> impl IntoView {
    let store = use_store();
    let others = Memo::new(move |_| {
        let me = store.me();
        let kinds = [Kind::Closing, Kind::Person];
        let words = store.plan(&kinds, |_, plan| plan.closing_words()).unwrap_or_default();
        let words = words.into_iter().filter(|words| words.author != me);
        let said = words.map(|words| (name_of(store, words.author), text_of(&words, prompt)));
        said.filter(|(_, text)| !text.is_empty()).collect::<Vec<_>>()
    });
    move || {
        let one = |(who, text): (String, String)| {
            view! {
                <figure class="closing-words">
                    <figcaption class="closing-words__who">{who}</figcaption>
                    <blockquote class="prose">{text}</blockquote>
                </figure>
            }
        };
        others.get().into_iter().map(one).collect_view()
    }
}

fn read(store: Store, id: RecordId) -> Option<ClosingWords> {
    let kinds = [Kind::Closing, Kind::Person];
    let words = store.plan(&kinds, |_, plan| plan.closing_words())?;
    words.into_iter().find(|words| words.id == id)
}

fn text_of(words: &ClosingWords, prompt: &str) -> String {
    let text = match prompt {
        field::REACHED => &words.reached,
        field::THANKS => &words.thanks,
        _ => &words.follows,
    };
    text.clone()
}

fn problem(text: &str) -> Option<Problem> {
    problem_in(&Step { field: field::TEXT, words: text.to_owned() }.check())
}

/// Writes one of the three texts, and the two others as they stand. Where none is left the record goes.
fn write(
    store: Store,
    key: RecordKey,
    prompt: &'static str,
    text: String,
) -> Result<(), CommandError> {
    let before = untrack(|| read(store, key.id));
    let keep = |name: &'static str| match &before {
        _ if name == prompt => text.clone(),
        Some(words) => text_of(words, name),
        None => String::new(),
    };
    let [reached, thanks, follows] = [field::REACHED, field::THANKS, field::FOLLOWS].map(keep);
    let is_empty = [&reached, &thanks, &follows].iter().all(|text| text.trim().is_empty());
    let command = match (is_empty, before.is_some()) {
        (true, false) => return Ok(()),
        (true, true) => Command::Delete(key),
        (false, _) => Bond::WriteClosing { reached, thanks, follows }.within(key.plan),
    };
    store.apply(command).map(|_| ())
}

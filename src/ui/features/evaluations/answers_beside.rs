//! What both sides answered, item by item beside each other. How far apart they are is said in words.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::evaluation_words::{asked_as, asked_of_me};
use crate::domain::{Answer, Evaluation, EvaluationItem, Kind, Role, SideBySide};
use crate::store::Store;
use crate::ui::components::{Card, Chip, DotRow, News, Section};
use crate::ui::words::{name_of, say, use_store};

/// From how many steps on two answers are worth talking about first.
const FAR: u64 = 2;

/// One item with what everybody answered, the reader first.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    question: String,
    answers: Vec<Said>,
    /// How far the farthest of the others is from the reader, in steps.
    apart: Option<u64>,
}

/// What one person answered.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    who: String,
    answer: Answer,
    /// How they were asked, where that differs from how the reader was.
    asked: Option<String>,
}

/// Both sides' answers.
#[component]
pub fn AnswersBeside(
    /// What both answered.
    found: Memo<SideBySide>,
) -> impl IntoView {
    let store = use_store();
    let rows = Memo::new(move |_| found.with(|found| rows(store, found)));
    let alike = move || {
        rows.with(|rows| {
            let apart = || rows.iter().filter_map(|row| row.apart);
            (store.messages().evaluation.alike)(
                apart().filter(|steps| *steps == 0).count(),
                apart().count(),
            )
        })
    };
    let far = Memo::new(move |_| {
        rows.with(|rows| {
            let is_far = |row: &&Row| row.apart.is_some_and(|steps| steps >= FAR);
            rows.iter().filter(is_far).map(|row| row.question.clone()).collect::<Vec<_>>()
        })
    });
    view! {
        <p class="prose">{alike}</p>
        <Show when=move || far.with(|far| !far.is_empty())>
            <Section title=say(store, |m| m.evaluation.talk_about)>
                <ul class="answers-beside__far">
                    {move || far.get().into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}
                </ul>
            </Section>
        </Show>
        <Section title=say(store, |m| m.evaluation.all_items)>
            <div class="stack">
                {move || rows.get().into_iter().map(|row| view! { <OneItem row /> }).collect_view()}
            </div>
        </Section>
    }
}

/// One item: the question, each answer, and how far apart they are.
#[component]
fn OneItem(row: Row) -> impl IntoView {
    let store = use_store();
    let Row { question, answers, apart } = row;
    let chip = apart.map(|steps| {
        let news = match steps {
            0 => News::Good,
            1 => News::Plain,
            _ => News::Warn,
        };
        let label = Signal::derive(move || (store.messages().evaluation.apart)(steps));
        view! {
            <div class="cluster">
                <Chip label news=Signal::stored(news) />
            </div>
        }
    });
    view! {
        <Card title=Signal::stored(question)>
            <div class="answers-beside__pair">
                {answers.into_iter().map(|said| one_answer(store, said)).collect_view()}
            </div>
            {chip}
        </Card>
    }
}

fn one_answer(store: Store, said: Said) -> AnyView {
    let words = untrack(|| store.messages()).evaluation;
    let Said { who, answer, asked } = said;
    let is_nothing = answer.scale.is_none() && answer.words.is_empty();
    let asked = asked.map(|asked| view! { <p class="muted small">{(words.asked)(&asked)}</p> });
    let step = answer.scale.map(|step| {
        view! {
            <DotRow step=Signal::stored(Some(step)) words=Signal::stored((words.step)(step)) />
        }
    });
    view! {
        <div class="answers-beside__one">
            <p class="answers-beside__who">{who}</p>
            {asked}
            {step}
            {is_nothing.then(|| view! { <p class="muted small">{words.no_answer}</p> })}
            <p class="prose">{answer.words}</p>
        </div>
    }
    .into_any()
}

fn rows(store: Store, found: &SideBySide) -> Vec<Row> {
    let Some(mine) = &found.mine else { return Vec::new() };
    let pack = store.pack();
    // What was asked by another program has its answers shown under its key.
    let mut keys: Vec<&str> = pack.evaluation.iter().map(|item| item.key.as_str()).collect();
    for key in found.others.iter().chain([mine]).flat_map(|one| one.answers.keys()) {
        if !keys.contains(&key.as_str()) {
            keys.push(key);
        }
    }
    let others: Vec<(Role, &Evaluation)> =
        found.others.iter().map(|other| (role_of(store, other), other)).collect();
    let row = |key: &str| {
        let item = pack.evaluation.iter().find(|item| item.key == key);
        let question = item.map_or_else(|| key.to_owned(), |item| asked_of_me(store, item));
        let own = answer_to(&mine.answers, key);
        let steps = others.iter().filter_map(|(_, other)| answer_to(&other.answers, key).scale);
        let apart = own.scale.and_then(|own| steps.map(|step| step.abs_diff(own)).max());
        let mut answers = vec![said(store, mine, own, None)];
        for (role, other) in &others {
            let asked = item.map(|item: &EvaluationItem| asked_as(item, *role).to_owned());
            let asked = asked.filter(|asked| *asked != question);
            answers.push(said(store, other, answer_to(&other.answers, key), asked));
        }
        Row { question, answers, apart }
    };
    let is_nothing = |said: &Said| said.answer == Answer::default();
    // What nobody answered is not worth a card.
    keys.into_iter().map(row).filter(|row| !row.answers.iter().all(is_nothing)).collect()
}

fn answer_to(answers: &BTreeMap<String, Answer>, key: &str) -> Answer {
    answers.get(key).cloned().unwrap_or_default()
}

fn said(store: Store, of: &Evaluation, answer: Answer, asked: Option<String>) -> Said {
    let name = name_of(store, of.author);
    let mut letters = name.chars();
    let who = letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>());
    Said { who: who.unwrap_or_default(), answer, asked }
}

fn role_of(store: Store, of: &Evaluation) -> Role {
    let role = of.author.and_then(|author| {
        store.plan(&[Kind::Person], |_, plan| plan.person(author).map(|person| person.role))?
    });
    role.unwrap_or(Role::Mentor)
}

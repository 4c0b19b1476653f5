//! Action items and feedback on paper.

use leptos::prelude::*;

use crate::domain::{Feedback, Paper};
use crate::store::Store;
use crate::ui::features::feedback::feedback_template::step_words;
use crate::ui::features::paper::paper_sheet::PaperPart;
use crate::ui::features::paper::paper_words::{day, name_on};
use crate::ui::words::local_day;

/// What is left to do out of meetings, and who does it.
pub fn items_on_paper(store: Store, paper: &Paper) -> AnyView {
    let words = store.messages().paper;
    let left = paper.items.iter().filter(|item| !item.is_done);
    let rows: Vec<AnyView> = left
        .map(|item| {
            let owner = (words.owner)(name_on(paper, item.owner));
            view! {
                <li class="paper__task">
                    <span class="paper__box" data-done="false"></span>
                    <span>
                        {item.title.clone()} <span class="paper__muted">", " {owner}</span>
                    </span>
                </li>
            }
            .into_any()
        })
        .collect();
    let is_empty = rows.is_empty();
    view! {
        <PaperPart title=words.items.to_owned()>
            {is_empty.then(|| view! { <p>{words.no_items}</p> })}
            <ul class="paper__tasks" role="list">{rows}</ul>
        </PaperPart>
    }
    .into_any()
}

/// Feedback in full: who said what to whom, and when.
pub fn feedback_on_paper(store: Store, paper: &Paper) -> AnyView {
    let words = store.messages().paper;
    let rows: Vec<AnyView> =
        paper.feedback.iter().map(|said| feedback_row(store, paper, said)).collect();
    let title = (words.feedback)(rows.len());
    view! {
        <PaperPart title>
            {rows.is_empty().then(|| view! { <p>{words.no_feedback}</p> })} {rows}
        </PaperPart>
    }
    .into_any()
}

fn feedback_row(store: Store, paper: &Paper, said: &Feedback) -> AnyView {
    let words = store.messages().feedback;
    let name = |id| name_on(paper, id).unwrap_or(store.messages().shell.somebody).to_owned();
    let people = match said.to {
        Some(to) => (words.from_to)(&name(said.author), &name(Some(to))),
        None => name(said.author),
    };
    let when = local_day(store, &said.created).map(|at| day(store, at)).unwrap_or_default();
    let steps = said.steps.iter().map(|(field, text)| {
        view! {
            <p class="paper__text">
                <span class="paper__step">{step_words(store, &said.form_name, field).0} ": "</span>
                {text.clone()}
            </p>
        }
    });
    view! {
        <div class="paper__row">
            <h4 class="paper__name">{(words.kind)(said.form)}</h4>
            <p class="paper__muted">{format!("{people} · {when}")}</p>
            {steps.collect_view()}
        </div>
    }
    .into_any()
}

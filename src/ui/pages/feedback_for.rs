//! Writing feedback in one situation: the steps that suit it best, and the others one tap away.

use leptos::prelude::*;

use crate::domain::{About, Kind, RecordId, ShortName, Situation};
use crate::route::Route;
use crate::ui::components::{ActionBar, ButtonLink, Card, List, PageHead, Section, Tone};
use crate::ui::features::feedback::feedback_choice::{BegunChip, TemplateRow, form_route};
use crate::ui::features::feedback::feedback_draft::is_begun;
use crate::ui::features::feedback::feedback_question::FeedbackQuestion;
use crate::ui::features::feedback::feedback_template::{
    template, template_title, template_when, templates_for,
};
use crate::ui::features::plans::begin::Begin;
use crate::ui::words::{say, say_by, use_store};

/// Writing feedback in one situation.
#[component]
pub fn FeedbackForPage(
    /// The situation.
    situation: Situation,
    /// The record it is about; a piece of feedback is answered.
    about: Option<(Kind, RecordId)>,
) -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    let answers = about.filter(|(kind, _)| *kind == Kind::Feedback).map(|(_, id)| id);
    let record = about.map(|(kind, id)| About { kind, id });
    let ways = Memo::new(move |_| templates_for(store, situation));
    let parts = move || match ways.get().split_first() {
        Some((first, others)) => {
            let others = others.to_vec();
            view! { <Ways first=*first others about=record /> }.into_any()
        }
        None => ().into_any(),
    };
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <PageHead
                title=say_by(store, move |m| (m.feedback.situation)(situation).title)
                line=say_by(store, move |m| (m.feedback.situation)(situation).when)
                back_href=Route::NewFeedback { form: None, about }.to_string()
                back_label=say_by(store, move |m| match answers {
                    Some(_) => m.feedback.choose_answer,
                    None => m.feedback.choose,
                })
            />
            {answers.map(|id| view! { <FeedbackQuestion id /> })}
            {parts}
        </Show>
    }
}

/// The suggestion with its steps, and the other ways.
#[component]
fn Ways(first: ShortName, others: Vec<ShortName>, about: Option<About>) -> impl IntoView {
    let store = use_store();
    let is_first_begun = untrack(|| is_begun(store, first, about));
    let steps = move || {
        let found = template(store, first);
        let labels = found.into_iter().flat_map(|found| found.steps.iter());
        labels.map(|step| view! { <li>{step.label.clone()}</li> }).collect_view()
    };
    let label = say(store, |m| m.feedback.other_ways);
    let has_others = !others.is_empty();
    let rows = others.into_iter().map(|form| view! { <TemplateRow form about /> }).collect_view();
    view! {
        <Section title=say(store, |m| m.feedback.suggested)>
            <Card title=template_title(store, first) href=form_route(first, about).to_string()>
                <p class="muted">{template_when(store, first)}</p>
                <ol class="feedback-for__steps">{steps}</ol>
                {is_first_begun.then(|| view! { <BegunChip /> })}
            </Card>
        </Section>
        {has_others
            .then(|| {
                view! {
                    <Section title=label>
                        <List label=label>{rows}</List>
                    </Section>
                }
            })}
        <ActionBar>
            <ButtonLink
                label=say_by(store, move |m| match is_first_begun {
                    true => m.feedback.go_on,
                    false => m.feedback.begin,
                })
                href=form_route(first, about).to_string()
                tone=Tone::Primary
            />
        </ActionBar>
    }
}

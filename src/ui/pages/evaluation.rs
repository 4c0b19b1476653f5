//! How both sides see the mentorship: one's own answers, and both side by side once both have answered.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::{Kind, Moment, PlanId, RecordKey, SideBySide};
use crate::route::Route;
use crate::ui::components::{Banner, Disclosure, News, PageHead, Section};
use crate::ui::features::audience::audience_chip::AudienceChip;
use crate::ui::features::evaluations::answers_beside::AnswersBeside;
use crate::ui::features::evaluations::evaluation_draft::{EvaluationDraft, words_not_given};
use crate::ui::features::evaluations::evaluation_form::EvaluationForm;
use crate::ui::features::evaluations::evaluation_words::{evaluations_at, moment_title, standing};
use crate::ui::features::plans::begin::Begin;
use crate::ui::pages::missing::MissingPage;
use crate::ui::words::{say, say_by, use_store};

/// The evaluation at the middle or at the end of the course.
#[component]
pub fn EvaluationPage(
    /// When in the course.
    moment: Moment,
) -> impl IntoView {
    let store = use_store();
    let plan = Memo::new(move |_| store.open_plan_id());
    move || match (moment, plan.get()) {
        (Moment::Start | Moment::Between, _) => view! { <MissingPage /> }.into_any(),
        (_, None) => view! { <Begin /> }.into_any(),
        (moment, Some(plan)) => view! { <Parts moment plan /> }.into_any(),
    }
}

/// Where it stands, then the form or both sides' answers.
#[component]
fn Parts(moment: Moment, plan: PlanId) -> impl IntoView {
    let store = use_store();
    let found = evaluations_at(store, moment);
    let is_beside =
        Memo::new(move |_| found.with(|it| it.mine.is_some() && it.others_answered > 0));
    let is_over = Memo::new(move |_| found.with(|found| found.is_over));
    let is_waited_for =
        Memo::new(move |_| found.with(|it| it.mine.is_none() && it.others_answered > 0));
    let text = Signal::derive(move || found.with(|found: &SideBySide| standing(store, found)));
    let banner = move || {
        let news = if is_waited_for.get() { News::Warn } else { News::Plain };
        view! { <Banner news text /> }
    };
    let mine = Memo::new(move |_| found.with(|it| it.mine.as_ref().map(|mine| mine.id)));
    let own = move || {
        mine.get().map(|id| {
            let key = RecordKey { plan, kind: Kind::Evaluation, id };
            view! { <AudienceChip key /> }
        })
    };
    let beside = move || {
        view! {
            <AnswersBeside found />
            <NotGiven moment plan />
            <Show when=move || !is_over.get()>
                <Disclosure summary=say(store, |m| m.evaluation.open_mine)>
                    <Answers moment plan found />
                </Disclosure>
            </Show>
        }
        .into_any()
    };
    view! {
        <PageHead
            title=say_by(store, move |m| moment_title(&m.evaluation, moment))
            back_href=Route::Feedback.to_string()
            back_label=say(store, |m| m.feedback.title)
        />
        <div class="stack" data-gap="wide">
            {banner}
            {own}
            {move || match is_beside.get() {
                true => beside(),
                false => view! { <Answers moment plan found /> }.into_any(),
            }}
        </div>
    }
}

/// What the reader was still typing when the other side's answers came. It is no answer, and is not lost.
#[component]
fn NotGiven(moment: Moment, plan: PlanId) -> impl IntoView {
    let store = use_store();
    let words = words_not_given(store, plan, moment);
    let line = |words: String| view! { <p class="prose">{words}</p> };
    (!words.is_empty()).then(|| {
        view! {
            <Section title=say(store, |m| m.evaluation.not_given)>
                {words.into_iter().map(line).collect_view()}
            </Section>
        }
    })
}

/// The form, over what was given before.
#[component]
fn Answers(moment: Moment, plan: PlanId, found: Memo<SideBySide>) -> impl IntoView {
    let store = use_store();
    let given = found.with_untracked(|found| found.mine.as_ref().map(|mine| mine.answers.clone()));
    let given: BTreeMap<_, _> = given.unwrap_or_default();
    let draft = EvaluationDraft::new(store, plan, moment, &given);
    let is_change = Memo::new(move |_| found.with(|found| found.mine.is_some()));
    view! { <EvaluationForm draft is_change /> }
}

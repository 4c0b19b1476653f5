//! The form in which feedback is written: its named steps, for whom, and about what.

use leptos::html::Div;
use leptos::prelude::*;

use super::feedback_draft::FeedbackDraft;
use super::feedback_question::FeedbackQuestion;
use super::feedback_template::{step_words, template_title, template_when};
use super::program_note::ProgramNote;
use crate::domain::{About, Form as Known, Problem, ShortName};
use crate::route::Route;
use crate::ui::components::{
    ActionBar, ActionBarLine, Button, ButtonLink, FieldNote, Form, News, PageHead, SelectField,
    TextArea, Tone,
};
use crate::ui::features::writing::draft::Draft;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// The form in which feedback is written, as a page.
#[component]
pub fn FeedbackForm(
    /// The template it follows.
    form: ShortName,
    /// What it is about; a piece of feedback is answered.
    about: Option<About>,
) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let draft = FeedbackDraft::new(store, form, about);
    let is_to_program = draft.known_form() == Some(Known::ToProgram);
    let was_tried = RwSignal::new(false);
    let top = NodeRef::<Div>::new();
    let submit = move || {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let Ok(event) = store.apply(untrack(|| draft.command(plan))) else {
            // What is wrong with a step is said at the step, anything else by the store's notice.
            was_tried.set(true);
            if let Some(top) = top.get_untracked() {
                top.scroll_into_view();
            }
            return;
        };
        draft.clear();
        if let Some(key) = event.subject {
            navigation.replace.run(Route::OneFeedback(key.id));
        }
    };
    let look_again = move || {
        let is_wrong = was_tried.get() && draft.has_problem();
        is_wrong.then(|| store.messages().feedback.look_again.to_owned())
    };
    view! {
        <FormHead form is_to_program />
        {draft.answers.map(|about| view! { <FeedbackQuestion id=about.id /> })}
        <Form on_submit=submit>
            <div node_ref=top>
                <Steps draft was_tried=was_tried.into() />
            </div>
            <Circumstances draft />
            <OtherSteps draft about />
            <ActionBar>
                <ActionBarLine words=Signal::derive(look_again) news=News::Danger />
                <Button label=say(store, |m| m.feedback.submit) tone=Tone::Primary />
            </ActionBar>
        </Form>
    }
}

/// What the template is called and when it serves; and for what goes to the program, who will see it.
#[component]
fn FormHead(form: ShortName, is_to_program: bool) -> impl IntoView {
    let store = use_store();
    let (back, back_label) = match is_to_program {
        true => (Route::ProgramFeedback, say(store, |m| m.feedback.to_program)),
        false => (Route::Feedback, say(store, |m| m.feedback.title)),
    };
    let line = match is_to_program {
        true => Signal::derive(String::new),
        false => template_when(store, form),
    };
    view! {
        <PageHead
            title=template_title(store, form)
            line
            back_href=back.to_string()
            back_label
        />
        {is_to_program.then(|| view! { <ProgramNote /> })}
    }
}

/// A field for each step.
#[component]
fn Steps(draft: FeedbackDraft, was_tried: Signal<bool>) -> impl IntoView {
    let store = use_store();
    let steps = draft.steps();
    let has_several = steps.len() > 1;
    let fields = steps
        .into_iter()
        .enumerate()
        .map(|(place, (field, text))| {
            // Nothing written at all is wrong only once the reader has tried to write it down.
            let is_missing =
                Signal::derive(move || place == 0 && was_tried.get() && draft.is_empty());
            view! { <StepField draft field text is_missing /> }
        })
        .collect_view();
    view! {
        <div class="stack" data-gap="wide">
            {has_several
                .then(|| {
                    view! { <p class="muted">{say(store, |m| m.feedback.steps_note)}</p> }
                })}
            {fields}
        </div>
    }
}

/// The field for one step.
#[component]
fn StepField(
    draft: FeedbackDraft,
    field: &'static str,
    text: Draft,
    is_missing: Signal<bool>,
) -> impl IntoView {
    let store = use_store();
    let form = draft.form;
    let note = Signal::derive(move || {
        let problem = is_missing.get().then_some(Problem::Missing);
        let problem = problem.or_else(|| draft.problem(field, text));
        let error = problem.map(store.messages().errors.problem);
        match step_words(store, form.as_str(), field).1 {
            "" => FieldNote::error(error),
            hint => FieldNote::hint(hint).or_error(error),
        }
    });
    view! {
        <TextArea
            label=Signal::derive(move || step_words(store, form.as_str(), field).0.to_owned())
            value=text.value()
            on_input=text.on_input()
            note
        />
    }
}

/// For whom it is, and what it is about. An answer has both from what it answers.
#[component]
fn Circumstances(draft: FeedbackDraft) -> impl IntoView {
    let store = use_store();
    let people = Signal::derive(move || draft.people());
    let has_others =
        Memo::new(move |_| draft.has_person() && people.with(|people| people.len() > 1));
    view! {
        <Show when=move || draft.has_subject()>
            <div class="stack" data-gap="wide">
                <Show when=move || has_others.get()>
                    <SelectField
                        label=say(store, |m| m.feedback.to)
                        choices=people
                        value=Signal::derive(move || draft.person())
                        on_change=move |value| draft.choose_person(value)
                    />
                </Show>
                <SelectField
                    label=say(store, |m| m.feedback.about)
                    choices=Memo::new(move |_| draft.subjects())
                    value=Memo::new(move |_| draft.subject())
                    on_change=move |value| draft.choose_subject(value)
                />
            </div>
        </Show>
    }
}

/// The way to other steps. What was written in these is kept.
#[component]
fn OtherSteps(draft: FeedbackDraft, about: Option<About>) -> impl IntoView {
    let store = use_store();
    let has_others =
        !matches!(draft.known_form(), Some(Known::ToProgram | Known::Request | Known::Reflection));
    let about = about.map(|about| (about.kind, about.id));
    has_others.then(|| {
        view! {
            <div class="cluster">
                <ButtonLink
                    label=say(store, |m| m.feedback.other_steps)
                    href=Route::NewFeedback { form: None, about }.to_string()
                    tone=Tone::Quiet
                />
            </div>
        }
    })
}

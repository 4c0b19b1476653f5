//! The choice of the situation in which feedback is written. The form follows from it.

use leptos::prelude::*;

use super::feedback_draft::is_begun;
use super::feedback_question::FeedbackQuestion;
use super::feedback_template::{name_of_form, template_title, template_when, templates_for};
use super::feedback_words::my_role;
use crate::domain::{About, Form, Kind, Role, ShortName, Situation};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{Chip, Glyph, List, ListRow, PageHead};
use crate::ui::words::{say, say_by, use_store};

/// The choice of a situation, as a page.
#[component]
pub fn FeedbackChoice(
    /// What it is about; a piece of feedback is answered.
    about: Option<About>,
) -> impl IntoView {
    let store = use_store();
    let answers = about.filter(|about| about.kind == Kind::Feedback);
    let is_answer = answers.is_some();
    let title = say_by(store, move |m| match is_answer {
        true => m.feedback.choose_answer,
        false => m.feedback.choose,
    });
    let rows = move || {
        let ways = ways(my_role(store), about).into_iter();
        ways.map(|way| match way {
            Way::In(situation) => view! { <SituationRow situation about /> }.into_any(),
            Way::As(form) => view! { <FormRow form about /> }.into_any(),
            Way::CheckIn => view! { <CheckInRow /> }.into_any(),
        })
        .collect_view()
    };
    view! {
        <PageHead
            title
            back_href=Route::Feedback.to_string()
            back_label=say(store, |m| m.feedback.title)
        />
        {answers.map(|about| view! { <FeedbackQuestion id=about.id /> })}
        <List label=title>{rows}</List>
    }
}

/// A way to write something.
#[derive(Clone, Copy)]
enum Way {
    /// In a situation, which suggests a form.
    In(Situation),
    /// In a form of its own.
    As(Form),
    /// As a check-in.
    CheckIn,
}

/// The ways, those first that serve this role most. An answer is not asked back as a question, and what is
/// about something of the plan does not go to the program.
fn ways(role: Role, about: Option<About>) -> Vec<Way> {
    use Situation::*;
    let mut ways = match role {
        Role::Student => vec![
            Way::As(Form::Request),
            Way::As(Form::Reflection),
            Way::In(StudentToMentor),
            Way::In(WeeklyReview),
            Way::In(WatchedDraw),
        ],
        Role::Mentor | Role::Coordinator => vec![
            Way::In(WatchedDraw),
            Way::In(MentorToStudent),
            Way::In(WeeklyReview),
            Way::As(Form::Request),
            Way::As(Form::Reflection),
        ],
    };
    match about.map(|about| about.kind) {
        None => ways.extend([Way::CheckIn, Way::In(ToProgram)]),
        Some(Kind::Feedback) => ways.retain(|way| matches!(way, Way::In(_))),
        Some(_) => {}
    }
    ways
}

/// One situation: in plain words, and when.
#[component]
fn SituationRow(situation: Situation, about: Option<About>) -> impl IntoView {
    let store = use_store();
    let href = move || situation_route(store, situation, about).to_string();
    view! {
        <ListRow
            href=Signal::derive(href)
            title=say_by(store, move |m| (m.feedback.situation)(situation).title)
            line=say_by(store, move |m| (m.feedback.situation)(situation).when)
        />
    }
}

/// Where a situation leads: to what there is to choose from, or to the only form it has.
fn situation_route(store: Store, situation: Situation, about: Option<About>) -> Route {
    match templates_for(store, situation).as_slice() {
        [only] => form_route(*only, about),
        _ => Route::FeedbackFor { situation, about: about.map(|about| (about.kind, about.id)) },
    }
}

/// Where something is written in a form.
pub fn form_route(form: ShortName, about: Option<About>) -> Route {
    let form = Some(form.as_str().to_owned());
    Route::NewFeedback { form, about: about.map(|about| (about.kind, about.id)) }
}

/// A question or a look back.
#[component]
fn FormRow(form: Form, about: Option<About>) -> impl IntoView {
    name_of_form(form).map(|form| view! { <TemplateRow form about /> })
}

/// One template: what it is called, when it serves, and whether something is begun in it.
#[component]
pub fn TemplateRow(
    /// The template.
    form: ShortName,
    /// What is written about.
    about: Option<About>,
) -> impl IntoView {
    let store = use_store();
    view! {
        <ListRow
            href=form_route(form, about).to_string()
            title=template_title(store, form)
            line=template_when(store, form)
        >
            {is_begun(store, form, about).then(|| view! { <BegunChip /> })}
        </ListRow>
    }
}

/// Says that something is begun and not written down yet.
#[component]
pub fn BegunChip() -> impl IntoView {
    let store = use_store();
    view! { <Chip label=say(store, |m| m.feedback.begun) icon=Glyph::Edit /> }
}

/// A few words for a week without a meeting.
#[component]
fn CheckInRow() -> impl IntoView {
    let store = use_store();
    view! {
        <ListRow
            href=Route::NewCheckIn.to_string()
            title=say(store, |m| m.check_ins.title)
            line=say(store, |m| m.feedback.check_in_when)
        />
    }
}

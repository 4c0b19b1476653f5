//! The choice of the form in which feedback is written.

use leptos::prelude::*;

use super::feedback_question::FeedbackQuestion;
use super::feedback_words::{forms_for, my_role};
use crate::domain::{About, Form, Kind};
use crate::route::Route;
use crate::ui::components::{List, ListRow, PageHead};
use crate::ui::words::{say, say_by, use_store};

/// The choice of a form, as a page.
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
        let forms = forms_for(my_role(store), is_answer);
        forms.into_iter().map(|form| view! { <FormRow form about /> }).collect_view()
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

/// One form: what it is called, and when it serves.
#[component]
fn FormRow(form: Form, about: Option<About>) -> impl IntoView {
    let store = use_store();
    let route = Route::NewFeedback {
        form: Some(form.name().to_owned()),
        about: about.map(|about| (about.kind, about.id)),
    };
    view! {
        <ListRow
            href=route.to_string()
            title=say_by(store, move |m| (m.feedback.form)(form).title)
            line=say_by(store, move |m| (m.feedback.form)(form).when)
        />
    }
}

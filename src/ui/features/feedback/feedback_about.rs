//! The feedback about a record, and the way to give some.

use leptos::prelude::*;

use super::feedback_row::FeedbackRow;
use super::feedback_words::waiting_feedback;
use crate::domain::{About, Form, Kind, RecordId};
use crate::route::Route;
use crate::ui::components::{ButtonLink, Glyph, Section, WindowedList};
use crate::ui::words::{say, use_store};

/// The feedback about a goal or meeting, newest first, and links to give or ask for more.
#[component]
pub fn FeedbackAbout(
    /// The record.
    about: About,
) -> impl IntoView {
    let store = use_store();
    let target = Some((about.kind, about.id));
    let give = Route::NewFeedback { form: None, about: target };
    let ask = Route::NewFeedback { form: Some(Form::Request.name().to_owned()), about: target };
    view! {
        <Section title=say(store, |m| m.feedback.title)>
            <FeedbackOn id=about.id none=say(store, |m| m.feedback.none_here) />
            <div class="cluster">
                <ButtonLink label=say(store, |m| m.feedback.give) href=give.to_string() />
                <ButtonLink
                    label=say(store, |m| m.feedback.ask)
                    href=ask.to_string()
                    icon=Glyph::Feedback
                />
            </div>
        </Section>
    }
}

/// The rows of the feedback about one record, newest first, or words where there is none.
#[component]
pub fn FeedbackOn(
    /// The record.
    id: RecordId,
    /// What is said where there is none.
    none: Signal<String>,
) -> impl IntoView {
    let store = use_store();
    let waiting = waiting_feedback(store);
    let rows = Memo::new(move |_| {
        let found = store.plan(&[Kind::Feedback], |_, plan| plan.feedback_about(id));
        found.unwrap_or_default().iter().rev().map(|feedback| feedback.id).collect::<Vec<_>>()
    });
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    view! {
        <Show
            when=move || !is_empty.get()
            fallback=move || view! { <p class="muted prose">{move || none.get()}</p> }
        >
            <WindowedList
                rows
                key=|id| *id
                more_label=say(store, |m| m.shell.show_more)
                label=say(store, |m| m.feedback.title)
                let:id
            >
                <FeedbackRow id waiting is_subject_known=true />
            </WindowedList>
        </Show>
    }
}

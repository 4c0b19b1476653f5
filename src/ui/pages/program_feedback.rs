//! What was said to the program: a place of its own, apart from what the pair says to each other.

use leptos::prelude::*;

use crate::domain::{Form, Kind};
use crate::route::Route;
use crate::ui::components::{ActionBar, ButtonLink, Glyph, PageHead, Tone, WindowedList};
use crate::ui::features::feedback::feedback_row::FeedbackRow;
use crate::ui::features::feedback::feedback_words::{is_to_program, waiting_feedback};
use crate::ui::features::feedback::program_note::ProgramNote;
use crate::ui::features::plans::begin::Begin;
use crate::ui::words::{say, use_store};

/// What was said to the program, and who will see it.
#[component]
pub fn ProgramFeedbackPage() -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    let form = Some(Form::ToProgram.name().to_owned());
    let write = Signal::stored(Route::NewFeedback { form, about: None }.to_string());
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <PageHead
                title=say(store, |m| m.feedback.to_program)
                back_href=Route::Feedback.to_string()
                back_label=say(store, |m| m.feedback.title)
            />
            <ProgramNote />
            <Said />
            <ActionBar>
                <ButtonLink
                    label=say(store, |m| m.feedback.write)
                    href=write
                    tone=Tone::Primary
                    icon=Glyph::Plus
                />
                <ButtonLink
                    label=say(store, |m| m.feedback.send_program)
                    href=Route::Share.to_string()
                    tone=Tone::Quiet
                />
            </ActionBar>
        </Show>
    }
}

/// What was said, the newest first.
#[component]
fn Said() -> impl IntoView {
    let store = use_store();
    let waiting = waiting_feedback(store);
    let rows = Memo::new(move |_| {
        let found = store.plan(&[Kind::Feedback], |_, plan| {
            let mut ids = plan.feedback_by_age();
            ids.retain(|id| plan.feedback(*id).is_some_and(|found| is_to_program(&found)));
            ids
        });
        found.unwrap_or_default()
    });
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    view! {
        <Show
            when=move || !is_empty.get()
            fallback=move || {
                view! { <p class="muted prose">{say(store, |m| m.feedback.none_to_program)}</p> }
            }
        >
            <WindowedList
                rows
                key=|id| *id
                more_label=say(store, |m| m.shell.show_more)
                label=say(store, |m| m.feedback.to_program)
                let:id
            >
                <FeedbackRow id waiting is_place_known=true />
            </WindowedList>
        </Show>
    }
}

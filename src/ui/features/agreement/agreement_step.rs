//! The next step with the agreement, within reach of the thumb.

use leptos::prelude::*;

use super::agreement_words::{AgreementHere, agree};
use super::part_fields::Editing;
use crate::domain::{AgreementDeed, Turn};
use crate::route::Route;
use crate::ui::components::redrawn::redrawn;
use crate::ui::components::{ActionBar, Button, ButtonLink, Glyph, Tone};
use crate::ui::words::{say, use_store};

/// What can be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// To end changing a part.
    Done,
    /// To choose between two texts.
    Choose,
    /// To say yes.
    SayYes,
    /// To send what the other side does not have yet.
    Send,
    /// To wait, or to send it again.
    Wait,
    /// Nothing but to print it.
    Print,
}

/// The button of the next step.
#[component]
pub fn AgreementStep(
    /// The agreement.
    here: Memo<Option<AgreementHere>>,
    /// Which part is being changed.
    editing: Editing,
    /// Called when the reader is done changing.
    on_done: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let step = Memo::new(move |_| {
        if editing.part().is_some() {
            return Step::Done;
        }
        here.with(|here| {
            let Some(here) = here else { return Step::Print };
            match here.turn() {
                Turn::Settle => Step::Choose,
                Turn::Answer => Step::SayYes,
                _ if here.is_unsent(store) => Step::Send,
                Turn::Wait => Step::Wait,
                Turn::Begin | Turn::Nothing => Step::Print,
            }
        })
    });
    // What is said yes to is what the page shows at that moment.
    let say_yes = move || {
        let text = here.with_untracked(|here| here.as_ref().map(|here| here.agreement.text()));
        if let Some(text) = text {
            // A refusal is said in the notice.
            let _said = agree(store, AgreementDeed::Agree { text });
        }
    };
    let button = move || {
        match step.get() {
        Step::Done => {
            view! { <Button label=say(store, |m| m.common.done) tone=Tone::Primary on_click=on_done /> }
                .into_any()
        }
        Step::SayYes => view! {
            <Button
                label=say(store, |m| m.agreement.say_yes)
                tone=Tone::Primary
                icon=Glyph::Check
                on_click=say_yes
            />
        }
        .into_any(),
        Step::Choose => link(Route::Disputes, Tone::Primary),
        Step::Send => link(Route::Share, Tone::Primary),
        Step::Wait => link(Route::Share, Tone::Secondary),
        Step::Print => link(Route::PaperAgreement, Tone::Secondary),
    }
    };
    view! { <ActionBar>{redrawn(button)}</ActionBar> }
}

/// A step that is taken on another page.
fn link(to: Route, tone: Tone) -> AnyView {
    let store = use_store();
    let label = match to {
        Route::Disputes => say(store, |m| m.agreement.choose),
        Route::Share => say(store, |m| m.agreement.send),
        _ => say(store, |m| m.agreement.print),
    };
    view! { <ButtonLink label href=to.to_string() tone /> }.into_any()
}

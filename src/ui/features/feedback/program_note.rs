//! Who will see what is said to the program.

use leptos::prelude::*;

use crate::domain::Kind;
use crate::ui::components::{Chip, Glyph, News};
use crate::ui::words::{say, use_store};

/// Who will see what is said to the program, and who will not.
#[component]
pub fn ProgramNote() -> impl IntoView {
    let store = use_store();
    let words = move || {
        let me = store.me();
        let people = store.plan(&[Kind::Person], |_, plan| plan.people()).unwrap_or_default();
        let others = people.into_iter().filter(|person| Some(person.id) != me);
        let names: Vec<String> = others.map(|person| person.name).collect();
        (store.messages().feedback.program_who)(&names)
    };
    view! {
        <div class="program-note">
            <ProgramChip />
            <p class="prose">{words}</p>
        </div>
    }
}

/// Marks what goes to the program and not to the pair.
#[component]
pub fn ProgramChip() -> impl IntoView {
    let store = use_store();
    view! {
        <Chip label=say(store, |m| m.feedback.not_pair) icon=Glyph::Note news=News::Plain />
    }
}

//! Who will see what is said to the program.

use leptos::prelude::*;

use crate::domain::Kind;
use crate::ui::components::{Chip, Glyph};
use crate::ui::words::{say, use_store};

/// Who will see what is said to the program, and who will not.
#[component]
pub fn ProgramNote(
    /// Whether the page marks already that it goes to the program.
    #[prop(optional)]
    is_marked: bool,
) -> impl IntoView {
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
            {(!is_marked).then(|| view! { <ProgramChip /> })}
            <p class="prose">{words}</p>
        </div>
    }
}

/// Marks what goes to the program and not to the pair.
#[component]
pub fn ProgramChip() -> impl IntoView {
    let store = use_store();
    view! {
        <Chip label=say(store, |m| m.audience.only_program) icon=Glyph::Program />
    }
}

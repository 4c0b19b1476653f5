//! Who the reader is in a plan that has come from somebody else.

use leptos::prelude::*;

use crate::domain::{Command, Person, PersonChange, PlanId, Problem, Role};
use crate::store::{Preferences, Store};
use crate::ui::components::{ChoiceList, ChoiceRow, FieldNote, Segmented, TextField, TextKind};
use crate::ui::features::plans::choices::role_choices;
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{problem_in, problem_note, say, say_by, use_store};

/// The drafts of the form.
pub const DRAFTS: &str = "import/";

/// The answer to who the reader is in one plan, while it is being given.
#[derive(Clone, Copy)]
pub struct Identity {
    plan: PlanId,
    /// The person chosen; `None` for somebody new.
    person: RwSignal<Option<Person>>,
    name: Draft,
    role: RwSignal<Role>,
    /// Whether the reader has tried to go on.
    is_tried: RwSignal<bool>,
}

impl Identity {
    /// The question for one plan, with the likeliest answer. `sender` is the role of who sent it.
    pub fn new(store: Store, plan: PlanId, people: &[Person], sender: Option<Role>) -> Self {
        let preferences = store.preferences().get_untracked();
        // Who comes straight to a file has not said to be a student; and what a student sends goes to a mentor.
        let role = match (sender, preferences.role) {
            (Some(Role::Student), Role::Student) if !preferences.is_welcomed => Role::Mentor,
            (_, role) => role,
        };
        let likely = likely(&preferences, people, sender);
        Self {
            plan,
            person: RwSignal::new(likely),
            name: Draft::new(store, format!("{DRAFTS}name"), preferences.name.clone()),
            role: RwSignal::new(role),
            is_tried: RwSignal::new(false),
        }
    }

    /// What is wrong with the answer. From now on it is also said at the field.
    pub fn check(&self) -> Option<Problem> {
        self.is_tried.set(true);
        untrack(|| self.problem())
    }

    /// Whether the reader has tried to go on and something is wrong. Follows the typing.
    pub fn has_problem(&self) -> bool {
        self.is_tried.get() && self.problem().is_some()
    }

    /// What joining the plan with this answer takes.
    pub fn command(&self) -> Command {
        let plan = self.plan;
        match self.person.get_untracked() {
            Some(person) => Command::JoinAs { plan, person: person.id },
            None => {
                let (name, role) = self.name_and_role();
                Command::Join { plan, name, role }
            }
        }
    }

    /// What the reader is called, and the reader's part.
    pub fn name_and_role(&self) -> (String, Role) {
        match self.person.get_untracked() {
            Some(person) => (person.name, person.role),
            None => (untrack(|| self.name.get()).trim().to_owned(), self.role.get_untracked()),
        }
    }

    fn problem(&self) -> Option<Problem> {
        match self.person.with(Option::is_some) {
            true => None,
            false => problem_in(&PersonChange::Name(self.name.get()).check()),
        }
    }
}

/// Who of these people the reader most likely is: one with the reader's name or first name, or, for
/// somebody whose name is not known yet, the only one whose part is not the sender's.
fn likely(preferences: &Preferences, people: &[Person], sender: Option<Role>) -> Option<Person> {
    let mine = preferences.name.trim().to_lowercase();
    if mine.is_empty() {
        let mut others = people.iter().filter(|person| Some(person.role) != sender);
        return match (others.next(), others.next()) {
            (Some(only), None) => Some(only.clone()),
            _ => None,
        };
    }
    let first_of = |name: &str| name.split_whitespace().next().map(str::to_owned);
    let name_of = |person: &Person| person.name.trim().to_lowercase();
    let named = people.iter().find(|person| name_of(person) == mine);
    let mut called = people.iter().filter(|person| first_of(&name_of(person)) == first_of(&mine));
    let called = called.next().filter(|person| person.role == preferences.role);
    named.or(called).cloned()
}

/// Asks who the reader is.
#[component]
pub fn WhoAreYou(
    /// The answer.
    identity: Identity,
    /// The people of the plan; the sender is known by name and role.
    people: Vec<Person>,
    /// The name and role of who sent the plan.
    sender: Option<(String, Role)>,
) -> impl IntoView {
    let store = use_store();
    let person_row = move |person: Person| {
        let sent = sender.as_ref() == Some(&(person.name.clone(), person.role));
        let (role, id, title) = (person.role, person.id, person.name.clone());
        let line = say_by(store, move |m| (m.common.role)(role));
        let line = move || match sent {
            true => format!("{} · {}", line.get(), store.messages().share.sender),
            false => line.get(),
        };
        let is_chosen = Signal::derive(move || {
            identity.person.with(|chosen| chosen.as_ref().is_some_and(|chosen| chosen.id == id))
        });
        view! {
            <ChoiceRow
                title
                line
                is_chosen
                on_choose=move || identity.person.set(Some(person.clone()))
            />
        }
    };
    let is_new = Signal::derive(move || identity.person.with(Option::is_none));
    view! {
        <ChoiceList label=say(store, |m| m.share.who)>
            {people.into_iter().map(person_row).collect_view()}
            <ChoiceRow
                title=say(store, |m| m.share.somebody_new)
                is_chosen=is_new
                on_choose=move || identity.person.set(None)
            />
        </ChoiceList>
        <Show when=move || is_new.get()>
            <NewPerson identity />
        </Show>
    }
}

/// The name and the part of somebody who is not in the plan yet.
#[component]
fn NewPerson(identity: Identity) -> impl IntoView {
    let store = use_store();
    let note = Signal::derive(move || match identity.is_tried.get() {
        true => problem_note(store, identity.problem()),
        false => FieldNote::hint(store.messages().beginning.name_hint),
    });
    view! {
        <TextField
            label=say(store, |m| m.share.your_name)
            value=identity.name.value()
            on_input=identity.name.on_input()
            note
            kind=TextKind::NAME
        />
        <Segmented
            label=say(store, |m| m.share.your_role)
            choices=role_choices(store)
            value=Signal::derive(move || identity.role.get().name().to_owned())
            on_change=move |name: String| {
                identity.role.set(Role::from_name(&name).unwrap_or_default());
            }
        />
    }
}

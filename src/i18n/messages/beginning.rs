//! Beginning: on a first visit, and with a plan.

use crate::domain::Role;

/// Beginning.
#[derive(Clone, Copy, Debug)]
pub struct Beginning {
    /// The heading, on a first visit.
    pub title: &'static str,
    /// Who the reader has said to be, as the way back to that.
    pub here_as: fn(Role) -> &'static str,
    /// The field for one's name.
    pub name: &'static str,
    /// Why the name is asked for.
    pub name_hint: &'static str,
    /// Begins a plan of one's own.
    pub start: &'static str,
    /// Loads the example.
    pub example: &'static str,
    /// Opens a file from somebody else.
    pub open_file: &'static str,
    /// The title of the first plan.
    pub first_plan: fn(&str) -> String,
}

pub(super) const EN: Beginning = Beginning {
    title: "How do you want to begin?",
    here_as: |role| match role {
        Role::Student => "Here as a student",
        Role::Mentor => "Here as a mentor",
        Role::Coordinator => "Here as a coordinator",
    },
    name: "Your name",
    name_hint: "So that the other side sees who wrote what.",
    start: "Start my plan",
    example: "Look at an example",
    open_file: "Open a file I was sent",
    first_plan: |name| format!("{name}'s mentorship"),
};

pub(super) const ES: Beginning = Beginning {
    title: "¿Cómo quieres empezar?",
    here_as: |role| match role {
        Role::Student => "Aquí como estudiante",
        Role::Mentor => "Aquí como mentor o mentora",
        Role::Coordinator => "Aquí como coordinador o coordinadora",
    },
    name: "Tu nombre",
    name_hint: "Para que la otra persona vea quién escribió qué.",
    start: "Empezar mi plan",
    example: "Ver un ejemplo",
    open_file: "Abrir un archivo que me enviaron",
    first_plan: |name| format!("Mentoría de {name}"),
};

//! The first visit.

/// The first visit.
#[derive(Clone, Copy, Debug)]
pub struct Welcome {
    /// The heading.
    pub title: &'static str,
    /// What this is and why it helps.
    pub lead: &'static str,
    /// What is promised about the data.
    pub promise: &'static str,
    /// The field for one's name.
    pub name: &'static str,
    /// Why the name is asked for.
    pub name_hint: &'static str,
    /// The choice of one's role.
    pub role: &'static str,
    /// The choice of language.
    pub language: &'static str,
    /// Begins a plan of one's own.
    pub start: &'static str,
    /// Loads the example.
    pub example: &'static str,
    /// Opens a file from somebody else.
    pub open_file: &'static str,
    /// The title of the first plan.
    pub first_plan: fn(&str) -> String,
}

pub(super) const EN: Welcome = Welcome {
    title: "Welcome to Steadyhand",
    lead: "Goals, meetings and feedback for you and your mentor, in one plan that you both keep.",
    promise: "No account. What you write stays on this device until you send it.",
    name: "Your name",
    name_hint: "So that the other side sees who wrote what.",
    role: "You are here as",
    language: "Language",
    start: "Start my plan",
    example: "Look at an example",
    open_file: "Open a file I was sent",
    first_plan: |name| format!("{name}'s mentorship"),
};

pub(super) const ES: Welcome = Welcome {
    title: "Te damos la bienvenida a Steadyhand",
    lead: "Metas, reuniones y comentarios para ti y tu mentor o mentora, en un plan que comparten.",
    promise: "Sin cuenta. Lo que escribes se queda en este dispositivo hasta que lo envíes.",
    name: "Tu nombre",
    name_hint: "Para que la otra persona vea quién escribió qué.",
    role: "Estás aquí como",
    language: "Idioma",
    start: "Empezar mi plan",
    example: "Ver un ejemplo",
    open_file: "Abrir un archivo que me enviaron",
    first_plan: |name| format!("Mentoría de {name}"),
};

//! The first page of a first visit. It speaks before anything else of the program is there, and so these words are its
//! own.

/// The first page of a first visit.
#[derive(Clone, Copy, Debug)]
pub struct Welcome {
    /// The heading.
    pub title: &'static str,
    /// What the page is called in the browser's tab.
    pub page: &'static str,
    /// Goes on in the other language, and says so in that.
    pub other_language: &'static str,
    /// What this is and why it helps.
    pub lead: &'static str,
    /// What is promised about the data.
    pub promise: &'static str,
    /// What a student says of themself.
    pub student: &'static str,
    /// What a mentor says.
    pub mentor: &'static str,
    /// What a coordinator says.
    pub coordinator: &'static str,
}

pub(super) const EN: Welcome = Welcome {
    title: "Welcome to Steadyhand",
    page: "Welcome",
    other_language: "En español",
    lead: "Goals, meetings and feedback for you and your mentor, in one plan that you both keep.",
    promise: "No account. What you write stays on this device until you send it.",
    student: "I am a student",
    mentor: "I am a mentor",
    coordinator: "I coordinate a program",
};

pub(super) const ES: Welcome = Welcome {
    title: "Te damos la bienvenida a Steadyhand",
    page: "Bienvenida",
    other_language: "In English",
    lead: "Metas, reuniones y comentarios para ti y tu mentor o mentora, en un plan que comparten.",
    promise: "Sin cuenta. Lo que escribes se queda en este dispositivo hasta que lo envíes.",
    student: "Soy estudiante",
    mentor: "Soy mentor o mentora",
    coordinator: "Coordino un programa",
};

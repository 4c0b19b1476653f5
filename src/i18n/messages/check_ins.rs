//! Check-ins: a few words for a week without a meeting.

/// Check-ins: a few words for a week without a meeting.
#[derive(Clone, Copy, Debug)]
pub struct CheckInMessages {
    /// The heading of one.
    pub title: &'static str,
    /// The heading of several.
    pub list: &'static str,
    /// So many were written on a day: in the name of the day in a month.
    pub on_day: fn(usize) -> String,
    /// What they are for, where there is none.
    pub why: &'static str,
    /// Leads to the form for one more, and its heading.
    pub write: &'static str,
    /// Stands above the form.
    pub intro: &'static str,
    /// Who sees it, and how it gets there.
    pub goes_to: &'static str,
    /// Writes it down.
    pub submit: &'static str,
    /// It is not written down yet.
    pub look_again: &'static str,
    /// What a step of the mood means.
    pub mood: fn(i64) -> &'static str,
    /// A step of the mood, in words.
    pub mood_line: fn(i64) -> String,
    /// Takes the choice of a mood back.
    pub leave_open: &'static str,
    /// The heading of what was answered.
    pub answers: &'static str,
    /// Nobody has answered the reader's own.
    pub none_for_you: &'static str,
    /// Nobody has answered somebody else's.
    pub none_yet: &'static str,
    /// The field for an answer.
    pub answer: &'static str,
    /// Helps to answer.
    pub answer_hint: &'static str,
    /// Adds the answer.
    pub add_answer: &'static str,
    /// The field for more words of one's own.
    pub more: &'static str,
    /// Adds them.
    pub add_more: &'static str,
    /// Leads to setting a meeting.
    pub set_meeting: &'static str,
    /// Opens the older ones: so many.
    pub earlier: fn(usize) -> String,
    /// It waits for the reader's answer.
    pub to_answer: &'static str,
    /// Somebody has answered.
    pub answered: &'static str,
    /// Nobody has answered yet.
    pub waits: &'static str,
    /// Leads to the list.
    pub to_list: &'static str,
}

pub(super) const EN: CheckInMessages = CheckInMessages {
    title: "Check-in",
    list: "Check-ins",
    on_day: |count| match count {
        1 => "1 check-in".to_owned(),
        count => format!("{count} check-ins"),
    },
    why: "For a week without a meeting: five prompts, five minutes. The other side answers when they have time.",
    write: "Write a check-in",
    intro: "Five prompts, five minutes. One answer is enough. What you type is kept.",
    goes_to: "You and the other side see it. It goes along with your next file.",
    submit: "Write it down",
    look_again: "Write a few words or choose a face first.",
    mood: |step| match step {
        ..=1 => "Very low",
        2 => "Low",
        3 => "So-so",
        4 => "Good",
        5.. => "Very good",
    },
    mood_line: |step| format!("{step} of 5: {}", (EN.mood)(step).to_lowercase()),
    leave_open: "Leave this open",
    answers: "Answers",
    none_for_you: "No answer yet. Send your next file so that the other side can read this.",
    none_yet: "No answer yet. Two sentences are enough.",
    answer: "Your answer",
    answer_hint: "What you heard, and one thing that may help.",
    add_answer: "Add answer",
    more: "A few more words",
    add_more: "Add",
    set_meeting: "Set a meeting",
    earlier: |count| match count {
        1 => "1 earlier check-in".to_owned(),
        count => format!("{count} earlier check-ins"),
    },
    to_answer: "to answer",
    answered: "answered",
    waits: "no answer yet",
    to_list: "All check-ins",
};

pub(super) const ES: CheckInMessages = CheckInMessages {
    title: "Reporte breve",
    list: "Reportes breves",
    on_day: |count| match count {
        1 => "1 reporte breve".to_owned(),
        count => format!("{count} reportes breves"),
    },
    why: "Para una semana sin reunión: cinco preguntas, cinco minutos. La otra persona responde cuando tiene tiempo.",
    write: "Escribir un reporte breve",
    intro: "Cinco preguntas, cinco minutos. Con una respuesta basta. Se guarda lo que escribes.",
    goes_to: "Lo ven tú y la otra persona. Va con tu próximo archivo.",
    submit: "Anotarlo",
    look_again: "Primero escribe unas palabras o elige una cara.",
    mood: |step| match step {
        ..=1 => "Muy mal",
        2 => "Mal",
        3 => "Regular",
        4 => "Bien",
        5.. => "Muy bien",
    },
    mood_line: |step| format!("{step} de 5: {}", (ES.mood)(step).to_lowercase()),
    leave_open: "Dejar sin responder",
    answers: "Respuestas",
    none_for_you: "Todavía no hay respuesta. Envía tu próximo archivo para que la otra persona lo lea.",
    none_yet: "Todavía no hay respuesta. Con dos frases basta.",
    answer: "Tu respuesta",
    answer_hint: "Lo que entendiste, y algo que pueda ayudar.",
    add_answer: "Agregar respuesta",
    more: "Algunas palabras más",
    add_more: "Agregar",
    set_meeting: "Fijar una reunión",
    earlier: |count| match count {
        1 => "1 reporte anterior".to_owned(),
        count => format!("{count} reportes anteriores"),
    },
    to_answer: "por responder",
    answered: "con respuesta",
    waits: "sin respuesta todavía",
    to_list: "Todos los reportes",
};

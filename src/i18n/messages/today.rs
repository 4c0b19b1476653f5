//! Today.

/// Today.
#[derive(Clone, Copy, Debug)]
pub struct TodayMessages {
    /// A greeting, by the hour of the day.
    pub greeting: fn(u32, &str) -> String,
    /// Which week of how many.
    pub week: fn(i64, i64) -> String,
    /// Whom the plan is kept with.
    pub with: fn(&str) -> String,
    /// The heading of the next meeting.
    pub next: &'static str,
    /// The heading of what to do.
    pub for_you: &'static str,
    /// Nothing is to be done.
    pub all_done: &'static str,
    /// Fields want settling.
    pub settle: fn(usize) -> String,
    /// Somebody asked for feedback.
    pub answer: fn(&str) -> String,
    /// Somebody gave feedback.
    pub read: fn(&str) -> String,
    /// A meeting's time has passed.
    pub close_meeting: fn(&str) -> String,
    /// A line over a task: its goal.
    pub task_for: fn(&str) -> String,
    /// A line under something agreed on.
    pub agreed: &'static str,
    /// Leads from it to the feedback it was made of.
    pub source: &'static str,
    /// Write the first goal.
    pub first_goal: &'static str,
    /// Why a goal helps.
    pub first_goal_why: &'static str,
    /// Schedule the next meeting.
    pub next_meeting: &'static str,
    /// Why a meeting helps.
    pub next_meeting_why: &'static str,
    /// Send the plan to the other side.
    pub invite: &'static str,
    /// Why sending helps.
    pub invite_why: &'static str,
    /// The button for writing something down.
    pub log: &'static str,
    /// Write a reflection.
    pub log_reflection: &'static str,
    /// Ask for feedback.
    pub log_request: &'static str,
    /// Give feedback.
    pub log_feedback: &'static str,
    /// Write a goal.
    pub log_goal: &'static str,
    /// So many minutes.
    pub minutes: fn(i64) -> String,
}

/// A greeting to somebody whose name may not be known.
fn greet(words: &str, name: &str) -> String {
    if name.is_empty() { words.to_owned() } else { format!("{words}, {name}") }
}

pub(super) const EN: TodayMessages = TodayMessages {
    greeting: |hour, name| {
        let words = match hour {
            4..=11 => "Good morning",
            12..=17 => "Good afternoon",
            _ => "Good evening",
        };
        greet(words, name)
    },
    week: |week, weeks| format!("Week {week} of {weeks}"),
    with: |names| format!("with {names}"),
    next: "Next",
    for_you: "For you",
    all_done: "Nothing waits for you. Good time to write down how the last shift went.",
    settle: |count| match count {
        1 => "Settle 1 field with two answers".to_owned(),
        count => format!("Settle {count} fields with two answers"),
    },
    answer: |name| format!("{name} asks for your feedback"),
    read: |name| format!("Read {name}'s feedback"),
    close_meeting: |title| format!("Did this meeting take place? {title}"),
    task_for: |goal| format!("For: {goal}"),
    agreed: "Action item",
    source: "Its feedback",
    first_goal: "Write your first goal",
    first_goal_why: "One thing you want to do well by the end of the course.",
    next_meeting: "Set the next meeting",
    next_meeting_why: "Pairs that always have a next date keep going.",
    invite: "Send the plan to your mentor or student",
    invite_why: "They open the file, answer, and send it back.",
    log: "Log",
    log_reflection: "How the shift went",
    log_request: "Ask for feedback",
    log_feedback: "Give feedback",
    log_goal: "A new goal",
    minutes: |minutes| format!("{minutes} min"),
};

pub(super) const ES: TodayMessages = TodayMessages {
    greeting: |hour, name| {
        let words = match hour {
            4..=11 => "Buenos días",
            12..=18 => "Buenas tardes",
            _ => "Buenas noches",
        };
        greet(words, name)
    },
    week: |week, weeks| format!("Semana {week} de {weeks}"),
    with: |names| format!("con {names}"),
    next: "Lo próximo",
    for_you: "Para ti",
    all_done: "No tienes nada pendiente. Buen momento para anotar cómo te fue en el último turno.",
    settle: |count| match count {
        1 => "Decide 1 dato con dos respuestas".to_owned(),
        count => format!("Decide {count} datos con dos respuestas"),
    },
    answer: |name| format!("{name} te pide comentarios"),
    read: |name| format!("Lee los comentarios de {name}"),
    close_meeting: |title| format!("¿Se realizó esta reunión? {title}"),
    task_for: |goal| format!("Para: {goal}"),
    agreed: "Pendiente acordado",
    source: "De dónde sale",
    first_goal: "Escribe tu primera meta",
    first_goal_why: "Algo que quieras hacer bien al final del curso.",
    next_meeting: "Fija la próxima reunión",
    next_meeting_why: "Quienes siempre tienen una próxima fecha siguen adelante.",
    invite: "Envía el plan a tu mentor, mentora o estudiante",
    invite_why: "Quien lo reciba abre el archivo, responde y te lo devuelve.",
    log: "Anotar",
    log_reflection: "Cómo me fue hoy",
    log_request: "Pedir comentarios",
    log_feedback: "Dar comentarios",
    log_goal: "Una nueva meta",
    minutes: |minutes| format!("{minutes} min"),
};

//! Today.

use crate::domain::{Moment, Phase};

/// Today.
#[derive(Clone, Copy, Debug)]
pub struct TodayMessages {
    /// A greeting, by the hour of the day.
    pub greeting: fn(u32, &str) -> String,
    /// Which week of how many.
    pub week: fn(i64, i64) -> String,
    /// A part of the course, wherever it is named.
    pub phase: fn(Phase) -> &'static str,
    /// Whom the plan is kept with.
    pub with: fn(&str) -> String,
    /// The heading of the next meeting.
    pub next: &'static str,
    /// Leads from the next meeting to its file for a calendar.
    pub to_calendar: &'static str,
    /// Leads from the next meeting to what is to be spoken of there.
    pub agenda: &'static str,
    /// The heading of what to do.
    pub for_you: &'static str,
    /// Fields want settling.
    pub settle: fn(usize) -> String,
    /// Somebody asked for feedback.
    pub answer: fn(&str) -> String,
    /// Somebody wrote a check-in.
    pub check_in: fn(&str) -> String,
    /// Somebody has evaluated the mentorship.
    pub evaluation: fn(&str, Moment) -> String,
    /// Why answering shows both.
    pub evaluation_why: &'static str,
    /// Somebody gave feedback.
    pub read: fn(&str) -> String,
    /// A meeting's time has passed.
    pub close_meeting: fn(&str) -> String,
    /// A line over a task: its goal.
    pub task_for: fn(&str) -> String,
    /// A line under something agreed on: how many days ago it was due.
    pub due: fn(i64) -> String,
    /// A line under something agreed on, with its day.
    pub due_by: fn(&str) -> String,
    /// A line under something agreed on that has no day.
    pub agreed: &'static str,
    /// Leads from it to the feedback it was made of.
    pub source: &'static str,
    /// The button for writing something down.
    pub log: &'static str,
    /// Write a reflection.
    pub log_reflection: &'static str,
    /// Ask for feedback.
    pub log_request: &'static str,
    /// Give feedback.
    pub log_feedback: &'static str,
    /// Write a check-in.
    pub log_check_in: &'static str,
    /// Write a private note.
    pub log_note: &'static str,
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
    phase: |phase| match phase {
        Phase::Beginning => "Beginning",
        Phase::Working => "Working",
        Phase::MidPoint => "Mid-point",
        Phase::Closing => "Closing",
        Phase::Afterwards => "What follows",
    },
    with: |names| format!("with {names}"),
    next: "Next",
    to_calendar: "Add to calendar",
    agenda: "Agenda",
    for_you: "For you",
    settle: |count| match count {
        1 => "Settle 1 field with two answers".to_owned(),
        count => format!("Settle {count} fields with two answers"),
    },
    answer: |name| format!("{name} asks for your feedback"),
    check_in: |name| format!("Answer {name}'s check-in"),
    evaluation: |name, moment| match moment {
        Moment::End => format!("{name} has looked back at the whole. Now you"),
        _ => format!("{name} has looked at how it goes so far. Now you"),
    },
    evaluation_why: "When you have answered, you both see both.",
    read: |name| format!("Read {name}'s feedback"),
    close_meeting: |title| format!("Did this meeting take place? {title}"),
    task_for: |goal| format!("For: {goal}"),
    due: |days| match days {
        0 => "Due today".to_owned(),
        1 => "Due yesterday".to_owned(),
        days => format!("Due {days} days ago"),
    },
    due_by: |day| format!("Due by {day}"),
    agreed: "Action item",
    source: "Its feedback",
    log: "Log",
    log_reflection: "How the shift went",
    log_request: "Ask for feedback",
    log_feedback: "Give feedback",
    log_check_in: "Check-in",
    log_note: "A private note",
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
    phase: |phase| match phase {
        Phase::Beginning => "Inicio",
        Phase::Working => "Trabajo",
        Phase::MidPoint => "Mitad del curso",
        Phase::Closing => "Cierre",
        Phase::Afterwards => "Lo que sigue",
    },
    with: |names| format!("con {names}"),
    next: "Lo próximo",
    to_calendar: "Al calendario",
    agenda: "Temas",
    for_you: "Para ti",
    settle: |count| match count {
        1 => "Decide 1 dato con dos respuestas".to_owned(),
        count => format!("Decide {count} datos con dos respuestas"),
    },
    answer: |name| format!("{name} te pide comentarios"),
    check_in: |name| format!("Responde al reporte breve de {name}"),
    evaluation: |name, moment| match moment {
        Moment::End => format!("{name} ya miró atrás. Ahora tú"),
        _ => format!("{name} ya dijo cómo va todo. Ahora tú"),
    },
    evaluation_why: "Cuando respondas, cada quien verá las dos respuestas.",
    read: |name| format!("Lee los comentarios de {name}"),
    close_meeting: |title| format!("¿Se realizó esta reunión? {title}"),
    task_for: |goal| format!("Para: {goal}"),
    due: |days| match days {
        0 => "Para hoy".to_owned(),
        1 => "Era para ayer".to_owned(),
        days => format!("Era para hace {days} días"),
    },
    due_by: |day| format!("Para el {day}"),
    agreed: "Pendiente acordado",
    source: "De dónde sale",
    log: "Anotar",
    log_reflection: "Cómo me fue hoy",
    log_request: "Pedir comentarios",
    log_feedback: "Dar comentarios",
    log_check_in: "Reporte breve",
    log_note: "Una nota privada",
    log_goal: "Una nueva meta",
    minutes: |minutes| format!("{minutes} min"),
};

//! Bringing a plan to a good end: the steps, the one page, and the plan that comes next.

use crate::domain::{Moment, Role};

/// Bringing a plan to a good end.
#[derive(Clone, Copy, Debug)]
pub struct ClosingMessages {
    /// The heading.
    pub title: &'static str,
    /// What it is good for, as a line of a list.
    pub line: &'static str,
    /// Stands above the steps.
    pub intro: &'static str,
    /// A step, by its number.
    pub step: fn(usize, &str) -> String,
    /// The heading of the ratings.
    pub rate: &'static str,
    /// What a student is asked to rate.
    pub rate_student: &'static str,
    /// What a mentor is asked to rate.
    pub rate_mentor: &'static str,
    /// There is nothing to rate.
    pub no_goals: &'static str,
    /// Above the scale of one goal.
    pub now: &'static str,
    /// What the first step of the scale means.
    pub low: &'static str,
    /// What the fifth step means.
    pub high: &'static str,
    /// A moment of the course.
    pub at: fn(Moment) -> &'static str,
    /// What somebody said of their confidence at a moment.
    pub said: fn(&str, i64) -> String,
    /// The field for one's own words, by what it asks for.
    pub own_words: fn(&str) -> String,
    /// The heading of what is left.
    pub left: &'static str,
    /// What may be done with it.
    pub left_why: &'static str,
    /// There is nothing left.
    pub nothing_left: &'static str,
    /// The heading of the goals that are open.
    pub open_goals: &'static str,
    /// The heading of what closes the plan.
    pub end: &'static str,
    /// What closing does.
    pub end_why: &'static str,
    /// Closes the plan.
    pub close: &'static str,
    /// The plan was closed on a day.
    pub closed: fn(&str) -> String,
    /// What stays possible.
    pub closed_why: &'static str,
    /// Opens it again.
    pub reopen: &'static str,
    /// What may be looked back at, for assistive technology.
    pub look_back: &'static str,
    /// Above every list and page of a plan that was closed.
    pub banner: fn(&str) -> String,
    /// Leads here.
    pub to_closing: &'static str,
    /// The heading of the plan that comes next.
    pub next: &'static str,
    /// What it takes along.
    pub next_why: &'static str,
    /// The field for its name.
    pub next_name: &'static str,
    /// What it is called until somebody says otherwise.
    pub next_title: fn(&str) -> String,
    /// The field for its first day.
    pub next_starts: &'static str,
    /// Whether the times of the meetings are kept.
    pub keep_times: &'static str,
    /// So many goals, action items and sections of the agreement go along.
    pub carries: fn(usize, usize, usize) -> String,
    /// Begins it.
    pub begin_next: &'static str,
    /// Leads to the one page, and its heading.
    pub summary: &'static str,
    /// What it is good for.
    pub summary_line: &'static str,
    /// Keeps it as a file.
    pub save: &'static str,
    /// It was saved under a name.
    pub saved: fn(&str) -> String,
    /// The browser refused.
    pub not_saved: &'static str,
    /// When it was made.
    pub made: fn(&str) -> String,
    /// How sure somebody was at the start and is at the end, by role.
    pub confidence: fn(Role, Option<i64>, Option<i64>) -> String,
    /// The heading of the meetings.
    pub held: &'static str,
    /// There were none.
    pub none_held: &'static str,
    /// The heading of what feedback was about.
    pub themes: &'static str,
    /// There was none.
    pub no_themes: &'static str,
    /// So many pieces about one category, or about nothing in particular.
    pub theme: fn(Option<&str>, usize) -> String,
    /// The heading of the closing words.
    pub words: &'static str,
    /// There are none.
    pub no_words: &'static str,
}

pub(super) const EN: ClosingMessages = ClosingMessages {
    title: "A good ending",
    line: "What was reached, thanks, what follows",
    intro: "Six short parts. Do them in any order and come back when you like: all of it is kept.",
    step: |number, title| format!("{number}. {title}"),
    rate: "How sure are you now?",
    rate_student: "The same goals as at the start. Say how sure you are of each one today.",
    rate_mentor: "The same goals as at the start. Say how sure you are that your student can do each one.",
    no_goals: "There is no goal to look at.",
    now: "Now, at the end",
    low: "not sure",
    high: "very sure",
    at: |moment| match moment {
        Moment::Start => "Start",
        Moment::Mid => "Halfway",
        Moment::End => "End",
        Moment::Between => "Between",
    },
    said: |who, step| format!("{who} {step}"),
    own_words: |asked| format!("{asked}: your words"),
    left: "What is left",
    left_why: "Tick what is done. The rest can go along into a next plan.",
    nothing_left: "Nothing is left open.",
    open_goals: "Open goals",
    end: "Close the plan",
    end_why: "Closing says that this mentorship is over. Everything stays readable, and you can open it again.",
    close: "Close the plan",
    closed: |day| format!("Closed on {day}"),
    closed_why: "Everything stays here to read. You can still write in it.",
    reopen: "Open it again",
    look_back: "Looking back",
    banner: |day| format!("This plan was closed on {day}. Everything in it stays readable."),
    to_closing: "See the ending",
    next: "A next plan from this one",
    next_why: "It begins with what is still open here. This plan stays as it is.",
    next_name: "Name of the next plan",
    next_title: |title| format!("{title}, part 2"),
    next_starts: "First day",
    keep_times: "Keep the days and times of our meetings",
    carries: |goals, items, sections| {
        let some = |count: usize, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {many}")),
        };
        let parts: Vec<String> = [
            some(goals, "open goal", "open goals"),
            some(items, "action item", "action items"),
            some(sections, "section of the agreement", "sections of the agreement"),
        ]
        .into_iter()
        .flatten()
        .collect();
        match parts.is_empty() {
            true => "Nothing is open here, so it begins empty.".to_owned(),
            false => format!("Goes along: {}.", parts.join(", ")),
        }
    },
    begin_next: "Begin the next plan",
    summary: "Summary on one page",
    summary_line: "To print, or to keep as a file",
    save: "Save as a file",
    saved: |name| format!("Saved as {name}. Any browser opens it."),
    not_saved: "The browser did not save the file. Nothing is lost; try again, or print it.",
    made: |day| format!("Made with Steadyhand on {day}"),
    confidence: |role, start, end| {
        let who = match role {
            Role::Student => "student",
            _ => "mentor",
        };
        match (start, end) {
            (Some(start), Some(end)) => {
                format!("{who}’s confidence {start}, at the end {end} of 5")
            }
            (Some(start), None) => format!("{who}’s confidence {start} of 5 at the start"),
            (None, Some(end)) => format!("{who}’s confidence {end} of 5 at the end"),
            (None, None) => String::new(),
        }
    },
    held: "Meetings held",
    none_held: "No meeting was held.",
    themes: "What feedback was about",
    no_themes: "No feedback was given.",
    theme: |category, pieces| {
        let pieces = match pieces {
            1 => "1 piece".to_owned(),
            pieces => format!("{pieces} pieces"),
        };
        format!("{} ({pieces})", category.unwrap_or("In general"))
    },
    words: "Closing words",
    no_words: "Nobody has written closing words.",
};

pub(super) const ES: ClosingMessages = ClosingMessages {
    title: "Un buen cierre",
    line: "Lo que se logró, las gracias, lo que sigue",
    intro: "Seis partes cortas. Hazlas en el orden que quieras y vuelve cuando gustes: todo se guarda.",
    step: |number, title| format!("{number}. {title}"),
    rate: "¿Cuánta confianza tienes ahora?",
    rate_student: "Las mismas metas que al inicio. Di con cuánta confianza haces hoy cada una.",
    rate_mentor: "Las mismas metas que al inicio. Di cuánta confianza tienes en que tu estudiante puede con cada una.",
    no_goals: "No hay ninguna meta que mirar.",
    now: "Ahora, al final",
    low: "poca confianza",
    high: "mucha confianza",
    at: |moment| match moment {
        Moment::Start => "Inicio",
        Moment::Mid => "Mitad",
        Moment::End => "Final",
        Moment::Between => "Entre medio",
    },
    said: |who, step| format!("{who} {step}"),
    own_words: |asked| format!("{asked}: tus palabras"),
    left: "Lo que queda",
    left_why: "Marca lo que ya está hecho. Lo demás puede pasar a un próximo plan.",
    nothing_left: "No queda nada abierto.",
    open_goals: "Metas abiertas",
    end: "Cerrar el plan",
    end_why: "Cerrarlo dice que esta mentoría terminó. Todo se puede seguir leyendo, y puedes abrirlo de nuevo.",
    close: "Cerrar el plan",
    closed: |day| format!("Cerrado el {day}"),
    closed_why: "Aquí queda todo para leerlo. Todavía puedes escribir en él.",
    reopen: "Abrirlo de nuevo",
    look_back: "Mirar atrás",
    banner: |day| format!("Este plan se cerró el {day}. Todo lo que hay en él se puede leer."),
    to_closing: "Ver el cierre",
    next: "Un próximo plan a partir de este",
    next_why: "Empieza con lo que aquí sigue abierto. Este plan queda como está.",
    next_name: "Nombre del próximo plan",
    next_title: |title| format!("{title}, parte 2"),
    next_starts: "Primer día",
    keep_times: "Conservar los días y las horas de nuestras reuniones",
    carries: |goals, items, sections| {
        let some = |count: usize, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {many}")),
        };
        let parts: Vec<String> = [
            some(goals, "meta abierta", "metas abiertas"),
            some(items, "pendiente", "pendientes"),
            some(sections, "sección del acuerdo", "secciones del acuerdo"),
        ]
        .into_iter()
        .flatten()
        .collect();
        match parts.is_empty() {
            true => "Aquí no queda nada abierto, así que empieza vacío.".to_owned(),
            false => format!("Pasa al próximo plan: {}.", parts.join(", ")),
        }
    },
    begin_next: "Empezar el próximo plan",
    summary: "Resumen en una página",
    summary_line: "Para imprimir o guardar como archivo",
    save: "Guardar como archivo",
    saved: |name| format!("Guardado como {name}. Cualquier navegador lo abre."),
    not_saved: "El navegador no guardó el archivo. No se perdió nada; inténtalo de nuevo o imprímelo.",
    made: |day| format!("Hecho con Steadyhand el {day}"),
    confidence: |role, start, end| {
        let who = match role {
            Role::Student => "de estudiante",
            _ => "de mentor o mentora",
        };
        match (start, end) {
            (Some(start), Some(end)) => format!("confianza {who} {start}, al final {end} de 5"),
            (Some(start), None) => format!("confianza {who} {start} de 5 al inicio"),
            (None, Some(end)) => format!("confianza {who} {end} de 5 al final"),
            (None, None) => String::new(),
        }
    },
    held: "Reuniones realizadas",
    none_held: "No se realizó ninguna reunión.",
    themes: "De qué trataron los comentarios",
    no_themes: "No hubo comentarios.",
    theme: |category, pieces| {
        let pieces = match pieces {
            1 => "1 comentario".to_owned(),
            pieces => format!("{pieces} comentarios"),
        };
        format!("{} ({pieces})", category.unwrap_or("En general"))
    },
    words: "Palabras de cierre",
    no_words: "Nadie ha escrito palabras de cierre.",
};

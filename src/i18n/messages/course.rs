//! The phases of the course.

use crate::domain::Phase;

/// The phases of the course.
#[derive(Clone, Copy, Debug)]
pub struct CourseMessages {
    /// The heading.
    pub title: &'static str,
    /// What stands below its name in a list of pages, where no phase is known.
    pub line: &'static str,
    /// What the work after the middle is called. Every other part is called as Today calls it.
    pub second_half: &'static str,
    /// What a phase is for.
    pub meaning: fn(Phase) -> &'static str,
    /// From one day to another.
    pub days: fn(&str, &str) -> String,
    /// From a day on.
    pub from: fn(&str) -> String,
    /// The phase that is now.
    pub now: &'static str,
    /// A phase that is over.
    pub over: &'static str,
    /// A phase that is to come.
    pub ahead: &'static str,
    /// Opens what another phase asks for, with how much that is.
    pub asks: fn(usize) -> String,
    /// What is asked for is done.
    pub done: &'static str,
    /// What is asked for is not done.
    pub not_done: &'static str,
    /// The plan has no first day, or no length.
    pub no_dates: &'static str,
    /// What to do about that, and why.
    pub no_dates_why: &'static str,
    /// Leads to where the dates are set.
    pub set_dates: &'static str,
    /// There is no plan.
    pub no_plan: &'static str,
    /// Names the list of phases.
    pub list: &'static str,
    /// The plan was closed on a day.
    pub closed: fn(&str) -> String,
}

pub(super) const EN: CourseMessages = CourseMessages {
    title: "Course",
    line: "What each part of the course asks for",
    second_half: "Working, second half",
    meaning: |phase| match phase {
        Phase::Beginning => "Get to know each other and say what you want.",
        Phase::Working => "Small steps, watched and talked about.",
        Phase::MidPoint => "Look at the agreement and the goals again.",
        Phase::Closing => "Look back, say thanks, hand over what is left.",
        Phase::Afterwards => "The plan stays here to read.",
    },
    days: |from, until| format!("{from} to {until}"),
    from: |from| format!("from {from}"),
    now: "Now",
    over: "Over",
    ahead: "To come",
    asks: |count| match count {
        1 => "The 1 thing it asks for".to_owned(),
        count => format!("The {count} things it asks for"),
    },
    done: "Done",
    not_done: "Not yet",
    no_dates: "When does the course run?",
    no_dates_why: "Set its first day and how many weeks it lasts. Then you see here what each part \
                   of the course asks for, and when.",
    set_dates: "Set the dates",
    no_plan: "Start a plan",
    list: "Parts of the course",
    closed: |day| format!("The plan was closed on {day}."),
};

pub(super) const ES: CourseMessages = CourseMessages {
    title: "Curso",
    line: "Lo que pide cada parte del curso",
    second_half: "Trabajo, segunda mitad",
    meaning: |phase| match phase {
        Phase::Beginning => "Conózcanse y digan qué quieren.",
        Phase::Working => "Pasos pequeños, observados y conversados.",
        Phase::MidPoint => "Revisen otra vez el acuerdo y las metas.",
        Phase::Closing => "Miren atrás, den las gracias y entreguen lo que falta.",
        Phase::Afterwards => "El plan queda aquí para leerlo.",
    },
    days: |from, until| format!("del {from} al {until}"),
    from: |from| format!("desde el {from}"),
    now: "Ahora",
    over: "Terminó",
    ahead: "Por venir",
    asks: |count| match count {
        1 => "Lo que pide: 1 cosa".to_owned(),
        count => format!("Lo que pide: {count} cosas"),
    },
    done: "Hecho",
    not_done: "Todavía no",
    no_dates: "¿Cuándo es el curso?",
    no_dates_why: "Pon el primer día y cuántas semanas dura. Así ves aquí qué pide cada parte del \
                   curso, y cuándo.",
    set_dates: "Poner las fechas",
    no_plan: "Empezar un plan",
    list: "Partes del curso",
    closed: |day| format!("El plan se cerró el {day}."),
};

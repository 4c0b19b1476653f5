//! What is printed: a plan, and a report of how it goes.

use crate::domain::GoalStatus;

/// What is printed.
#[derive(Clone, Copy, Debug)]
pub struct PaperMessages {
    /// The heading of the part from which things are printed.
    pub title: &'static str,
    /// What it is good for.
    pub text: &'static str,
    /// Leads to the plan as it is printed, and its title.
    pub plan: &'static str,
    /// Leads to the report as it is printed, and its title.
    pub report: &'static str,
    /// Leads to the agreement as it is printed, and its title.
    pub agreement: &'static str,
    /// Leads to the whole on one page, and its title.
    pub summary: &'static str,
    /// Opens the browser's own window for printing.
    pub print: &'static str,
    /// The day on which it was printed.
    pub printed: fn(&str) -> String,
    /// From one day to another.
    pub days: fn(&str, &str) -> String,
    /// The heading of the goals.
    pub goals: &'static str,
    /// There are none.
    pub no_goals: &'static str,
    /// How a goal stands.
    pub status: fn(GoalStatus) -> &'static str,
    /// How a task stands: whether it is done.
    pub task: fn(bool) -> &'static str,
    /// A task was done on a day.
    pub done_on: fn(&str) -> String,
    /// The heading of the meetings to come.
    pub coming: &'static str,
    /// There are none.
    pub none_coming: &'static str,
    /// The heading of the meetings that were held.
    pub held: &'static str,
    /// There are none.
    pub none_held: &'static str,
    /// How many were held, and how many minutes they took.
    pub held_count: fn(usize, i64) -> String,
    /// The heading of the action items that are left.
    pub items: &'static str,
    /// There are none.
    pub no_items: &'static str,
    /// The heading of feedback, with how much there is.
    pub feedback: fn(usize) -> String,
    /// There is none.
    pub no_feedback: &'static str,
    /// Who has something to do, or nobody yet.
    pub owner: fn(Option<&str>) -> String,
    /// Which days a report is about.
    pub period: &'static str,
    /// All of them.
    pub whole: &'static str,
    /// The last four weeks.
    pub month: &'static str,
    /// The last week.
    pub week: &'static str,
}

pub(super) const EN: PaperMessages = PaperMessages {
    title: "On paper",
    text: "For a folder, a wall or your program. Your browser prints it or saves it as a PDF.",
    plan: "The plan",
    report: "Progress report",
    agreement: "Mentorship agreement",
    summary: "Summary",
    print: "Print or save as PDF",
    printed: |day| format!("Printed {day}"),
    days: |from, until| format!("{from} to {until}"),
    goals: "Goals",
    no_goals: "No goals yet.",
    status: |status| match status {
        GoalStatus::Met => "Met",
        GoalStatus::OnTrack => "On track",
        GoalStatus::AtRisk => "At risk",
        GoalStatus::Overdue => "Overdue",
        GoalStatus::SetAside => "Set aside",
    },
    task: |is_done| if is_done { "Done" } else { "To do" },
    done_on: |day| format!("done {day}"),
    coming: "Meetings to come",
    none_coming: "No meeting is set.",
    held: "Meetings held",
    none_held: "No meeting was held in this time.",
    held_count: |count, minutes| match count {
        1 => format!("1 meeting, {minutes} minutes in all"),
        _ => format!("{count} meetings, {minutes} minutes in all"),
    },
    items: "Action items left",
    no_items: "Nothing is left to do.",
    feedback: |count| format!("Feedback ({count})"),
    no_feedback: "No feedback in this time.",
    owner: |name| name.unwrap_or("nobody yet").to_owned(),
    period: "Which days",
    whole: "Whole course",
    month: "Last 4 weeks",
    week: "Last week",
};

pub(super) const ES: PaperMessages = PaperMessages {
    title: "En papel",
    text: "Para una carpeta, la pared o tu programa. Tu navegador lo imprime o lo guarda como PDF.",
    plan: "El plan",
    report: "Informe de avance",
    agreement: "Acuerdo de mentoría",
    summary: "Resumen",
    print: "Imprimir o guardar como PDF",
    printed: |day| format!("Impreso el {day}"),
    days: |from, until| format!("Del {from} al {until}"),
    goals: "Metas",
    no_goals: "Todavía no hay metas.",
    status: |status| match status {
        GoalStatus::Met => "Lograda",
        GoalStatus::OnTrack => "Bien encaminada",
        GoalStatus::AtRisk => "En riesgo",
        GoalStatus::Overdue => "Atrasada",
        GoalStatus::SetAside => "Dejada de lado",
    },
    task: |is_done| if is_done { "Hecho" } else { "Por hacer" },
    done_on: |day| format!("hecho el {day}"),
    coming: "Próximas reuniones",
    none_coming: "No hay ninguna reunión fijada.",
    held: "Reuniones realizadas",
    none_held: "No hubo reuniones en este tiempo.",
    held_count: |count, minutes| match count {
        1 => format!("1 reunión, {minutes} minutos en total"),
        _ => format!("{count} reuniones, {minutes} minutos en total"),
    },
    items: "Pendientes",
    no_items: "No queda nada por hacer.",
    feedback: |count| format!("Opiniones ({count})"),
    no_feedback: "No hubo comentarios en este tiempo.",
    owner: |name| name.unwrap_or("nadie todavía").to_owned(),
    period: "Qué días",
    whole: "Todo el curso",
    month: "Últimas 4 semanas",
    week: "Última semana",
};

//! What is spoken of at a meeting, what comes of it, and whether it takes place.

use crate::domain::{MeetingStatus, Phase};

/// What is spoken of at a meeting, what comes of it, and whether it takes place.
#[derive(Clone, Copy, Debug)]
pub struct AgendaMessages {
    /// The heading of what is to be spoken of.
    pub title: &'static str,
    /// What to put there.
    pub why: &'static str,
    /// Puts the points of a phase on the agenda.
    pub fill: fn(Phase) -> &'static str,
    /// The field for one more point.
    pub new_item: &'static str,
    /// Adds the point.
    pub add_item: &'static str,
    /// Who put a point there.
    pub by: fn(&str) -> String,
    /// A point that an earlier meeting did not come to.
    pub left: &'static str,
    /// The heading of what both sides note during the meeting.
    pub notes: &'static str,
    /// The field for one more note.
    pub note: &'static str,
    /// Adds the note.
    pub add_note: &'static str,
    /// The heading of what was decided.
    pub decisions: &'static str,
    /// What to write there.
    pub decisions_why: &'static str,
    /// The field for one more decision.
    pub new_decision: &'static str,
    /// The field for the words of a decision that is there.
    pub decision: &'static str,
    /// Adds the decision.
    pub add_decision: &'static str,
    /// The heading of the action items that are carried over.
    pub carried: &'static str,
    /// Of which meeting an action item is.
    pub carried_from: fn(&str) -> String,
    /// The field for the day by which something is to be done.
    pub due: &'static str,
    /// By when something is to be done.
    pub due_by: fn(&str) -> String,
    /// It should have been done by then.
    pub overdue: fn(&str) -> String,
    /// The menu of an action item.
    pub item_menu: fn(&str) -> String,
    /// Opens an action item for changing it.
    pub change_item: &'static str,
    /// The field for its words.
    pub item_title: &'static str,
    /// The field for the length it really had.
    pub lasted: &'static str,
    /// How long it was planned to be.
    pub planned_length: fn(i64) -> String,
    /// The heading of what becomes of a meeting that is over.
    pub held: &'static str,
    /// Says that a meeting that was marked as held was not.
    pub not_held: &'static str,
    /// Opens the form for a meeting that does not take place.
    pub off: &'static str,
    /// The field for the reason.
    pub reason: &'static str,
    /// What to write there.
    pub reason_hint: &'static str,
    /// Leaves one meeting of a series out.
    pub skip: &'static str,
    /// Calls the meeting off.
    pub cancel: &'static str,
    /// That the meeting does not take place, and why.
    pub is_off: fn(MeetingStatus, &str) -> String,
    /// Puts a meeting that was off back on.
    pub on_again: &'static str,
    /// Why the next meeting is to be set now.
    pub part: &'static str,
    /// Leads to the form for the next meeting.
    pub set_next: &'static str,
    /// Leads to the form for another meeting instead of this one.
    pub set_instead: &'static str,
    /// When the next meeting is.
    pub next_is: fn(&str) -> String,
    /// Adds the next meeting of the series, at that time.
    pub add_next: fn(&str) -> String,
    /// Leads to the form for the next meeting where the series proposes one.
    pub other_time: &'static str,
    /// The heading of the form for the next meeting.
    pub next_title: &'static str,
    /// What the day and time of one meeting of a series move.
    pub only_this: &'static str,
    /// When the series has a meeting that was moved.
    pub moved_from: fn(&str) -> String,
    /// Why it was moved.
    pub moved_reason: &'static str,
    /// Puts a moved meeting back to its time in the series.
    pub put_back: &'static str,
    /// When a meeting of another zone is by the reader's clock.
    pub own_clock: fn(&str) -> String,
    /// Opens day, time and place of a meeting that has begun.
    pub details: &'static str,
}

pub(super) const EN: AgendaMessages = AgendaMessages {
    title: "Agenda",
    why: "What do you want to talk about? Both of you can add to it, before the meeting and in it.",
    fill: |phase| match phase {
        Phase::Beginning => "Add the points for the beginning",
        Phase::Working => "Add the points for a working week",
        Phase::MidPoint => "Add the points for the mid-point",
        Phase::Closing => "Add the points for the closing",
        Phase::Afterwards => "Add the points for afterwards",
    },
    new_item: "Something to talk about",
    add_item: "Add to the agenda",
    by: |name| format!("from {name}"),
    left: "left from before",
    notes: "Notes",
    note: "Your note",
    add_note: "Add note",
    decisions: "Decisions",
    decisions_why: "What did you decide? One line each is enough.",
    new_decision: "New decision",
    decision: "What was decided",
    add_decision: "Add decision",
    carried: "From earlier meetings",
    carried_from: |day| format!("from {day}"),
    due: "By when (optional)",
    due_by: |day| format!("by {day}"),
    overdue: |day| format!("was due {day}"),
    item_menu: |title| format!("More for: {title}"),
    change_item: "Change",
    item_title: "What is to be done",
    lasted: "How many minutes it took",
    planned_length: |minutes| format!("Planned: {minutes} minutes."),
    held: "How long it was",
    not_held: "It was not held after all",
    off: "Skip or cancel this meeting",
    reason: "Why",
    reason_hint: "A few words are enough. The other side reads them.",
    skip: "Skip this one",
    cancel: "Cancel it",
    is_off: |status, reason| {
        let what = match status {
            MeetingStatus::Skipped => "This meeting is left out",
            _ => "This meeting is canceled",
        };
        if reason.is_empty() { format!("{what}.") } else { format!("{what}: {reason}") }
    },
    on_again: "It takes place after all",
    part: "Set the next one before you part. A meeting with a day is a meeting that happens.",
    set_next: "Set the next meeting",
    set_instead: "Set another meeting",
    next_is: |when| format!("Next: {when}"),
    add_next: |when| format!("Add the next one: {when}"),
    other_time: "Another time",
    next_title: "The next meeting",
    only_this: "A new day or time moves this meeting alone. The others of the series stay.",
    moved_from: |when| format!("Moved. The series has it on {when}."),
    moved_reason: "Why it was moved",
    put_back: "Put it back",
    own_clock: |when| format!("By your clock: {when}"),
    details: "Day, time and place",
};

pub(super) const ES: AgendaMessages = AgendaMessages {
    title: "Temas",
    why: "¿De qué quieren hablar? Los dos pueden agregar temas, antes de la reunión y durante ella.",
    fill: |phase| match phase {
        Phase::Beginning => "Agregar los temas del inicio",
        Phase::Working => "Agregar los temas de una semana de trabajo",
        Phase::MidPoint => "Agregar los temas de la mitad",
        Phase::Closing => "Agregar los temas del cierre",
        Phase::Afterwards => "Agregar los temas para después",
    },
    new_item: "Algo de qué hablar",
    add_item: "Agregar a los temas",
    by: |name| format!("de {name}"),
    left: "quedó de antes",
    notes: "Notas",
    note: "Tu nota",
    add_note: "Agregar nota",
    decisions: "Decisiones",
    decisions_why: "¿Qué decidieron? Basta una línea para cada cosa.",
    new_decision: "Nueva decisión",
    decision: "Qué se decidió",
    add_decision: "Agregar decisión",
    carried: "De reuniones anteriores",
    carried_from: |day| format!("del {day}"),
    due: "Para cuándo (opcional)",
    due_by: |day| format!("para el {day}"),
    overdue: |day| format!("era para el {day}"),
    item_menu: |title| format!("Más para: {title}"),
    change_item: "Cambiar",
    item_title: "Qué hay que hacer",
    lasted: "Cuántos minutos duró",
    planned_length: |minutes| format!("Programada: {minutes} minutos."),
    held: "Cuánto duró",
    not_held: "Al final no se realizó",
    off: "Omitir o cancelar esta reunión",
    reason: "Por qué",
    reason_hint: "Bastan unas palabras. La otra persona las lee.",
    skip: "Omitir esta",
    cancel: "Cancelarla",
    is_off: |status, reason| {
        let what = match status {
            MeetingStatus::Skipped => "Esta reunión se omite",
            _ => "Esta reunión está cancelada",
        };
        if reason.is_empty() { format!("{what}.") } else { format!("{what}: {reason}") }
    },
    on_again: "Sí se realiza",
    part: "Programen la próxima antes de despedirse. Una reunión con fecha sí se realiza.",
    set_next: "Programar la próxima reunión",
    set_instead: "Programar otra reunión",
    next_is: |when| format!("Próxima: {when}"),
    add_next: |when| format!("Agregar la próxima: {when}"),
    other_time: "A otra hora",
    next_title: "La próxima reunión",
    only_this: "Otro día u otra hora mueve solo esta reunión. Las demás de la serie se quedan.",
    moved_from: |when| format!("Se movió. En la serie es el {when}."),
    moved_reason: "Por qué se movió",
    put_back: "Regresarla a su hora",
    own_clock: |when| format!("Según tu reloj: {when}"),
    details: "Día, hora y lugar",
};

//! Meetings and action items.

use crate::domain::{MeetingMode, MeetingStatus};

/// Meetings and action items.
#[derive(Clone, Copy, Debug)]
pub struct MeetingMessages {
    /// The heading of the list.
    pub title: &'static str,
    /// What the two ways to look at meetings are, for assistive technology.
    pub views: &'static str,
    /// Shows the meetings as a list.
    pub list: &'static str,
    /// Shows the meetings in a month.
    pub month: &'static str,
    /// Leads to the form for a new meeting.
    pub schedule: &'static str,
    /// The heading of the meetings to come.
    pub coming: &'static str,
    /// Every meeting is over.
    pub none_coming: &'static str,
    /// Opens the meetings that are over: so many.
    pub past: fn(usize) -> String,
    /// What stands on an empty page.
    pub empty: &'static str,
    /// Why meetings help.
    pub empty_why: &'static str,
    /// Stands beside the list while no meeting of it is chosen.
    pub choose: &'static str,
    /// Stands for a start that cannot be read.
    pub no_time: &'static str,
    /// How people meet, within a line.
    pub by: fn(MeetingMode) -> &'static str,
    /// So many minutes.
    pub minutes: fn(i64) -> String,
    /// Leads to the month before.
    pub month_before: &'static str,
    /// Leads to the month after.
    pub month_after: &'static str,
    /// A day of a month, for assistive technology, with how many meetings are on it.
    pub day_with: fn(&str, usize) -> String,
    /// The chosen day is free.
    pub free_day: &'static str,
    /// The heading of the form for a new meeting.
    pub new_title: &'static str,
    /// The field for what the meeting is called.
    pub name: &'static str,
    /// An example of such a name.
    pub name_hint: &'static str,
    /// The field for the day.
    pub date: &'static str,
    /// The field for the start.
    pub start: &'static str,
    /// The field for the end.
    pub end: &'static str,
    /// No day can be read.
    pub pick_date: &'static str,
    /// No time can be read.
    pub pick_time: &'static str,
    /// Leads to times that suit both sides.
    pub find_time: &'static str,
    /// The choice of how people meet.
    pub how: &'static str,
    /// A way to meet, as a choice.
    pub mode: fn(MeetingMode) -> &'static str,
    /// The field for the place, by how people meet.
    pub place: fn(MeetingMode) -> &'static str,
    /// The field for what it is about.
    pub agenda: &'static str,
    /// What to write there.
    pub agenda_hint: &'static str,
    /// The choice of how often.
    pub repeat: &'static str,
    /// One meeting.
    pub once: &'static str,
    /// The button that schedules so many meetings.
    pub schedule_count: fn(u32) -> String,
    /// The heading of day, start and end.
    pub when: &'static str,
    /// The heading of title, place and agenda.
    pub what: &'static str,
    /// Whether it took place.
    pub status_of: fn(MeetingStatus) -> &'static str,
    /// The button on a meeting whose time has passed.
    pub mark_held: &'static str,
    /// The menu of a meeting.
    pub menu: &'static str,
    /// Deletes the meeting.
    pub delete: &'static str,
    /// Leads to the shifts.
    pub shifts: &'static str,
    /// What they are for.
    pub shifts_line: &'static str,
    /// What the search for a time does.
    pub find_time_line: &'static str,
    /// The heading of what else there is about meetings.
    pub around: &'static str,
    /// A day of a month, for assistive technology: how many of its meetings do not take place.
    pub day_off: fn(usize) -> String,
    /// The heading of what was agreed.
    pub items: &'static str,
    /// What action items are for.
    pub items_why: &'static str,
    /// The field for a new action item.
    pub new_item: &'static str,
    /// The choice of who does it.
    pub owner: &'static str,
    /// Nobody in particular.
    pub nobody: &'static str,
    /// Adds the action item.
    pub add_item: &'static str,
    /// Deletes an action item, by its title.
    pub delete_item: fn(&str) -> String,
}

pub(super) const EN: MeetingMessages = MeetingMessages {
    title: "Meetings",
    views: "Ways to look at meetings",
    list: "List",
    month: "Month",
    schedule: "Schedule a meeting",
    coming: "Coming up",
    none_coming: "No meeting is planned.",
    past: |count| match count {
        1 => "1 past meeting".to_owned(),
        count => format!("{count} past meetings"),
    },
    empty: "No meetings yet",
    empty_why: "A set day and time keeps you both going. Plan one meeting, or the same one every \
                week of the course.",
    choose: "Choose a meeting to see it here.",
    no_time: "No time yet",
    by: |mode| match mode {
        MeetingMode::InPerson => "in person",
        MeetingMode::Call => "by call",
        MeetingMode::Video => "by video",
    },
    minutes: |minutes| format!("{minutes} min"),
    month_before: "Previous month",
    month_after: "Next month",
    day_with: |day, count| match count {
        0 => format!("{day}, no meetings"),
        1 => format!("{day}, 1 meeting"),
        count => format!("{day}, {count} meetings"),
    },
    free_day: "No meetings on this day.",
    new_title: "New meeting",
    name: "Title",
    name_hint: "For example: Week 7 check-in",
    date: "Date",
    start: "Starts",
    end: "Ends",
    pick_date: "Pick a date.",
    pick_time: "Pick a time.",
    find_time: "Find a time that suits both",
    how: "How you meet",
    mode: |mode| match mode {
        MeetingMode::InPerson => "In person",
        MeetingMode::Call => "Call",
        MeetingMode::Video => "Video",
    },
    place: |mode| match mode {
        MeetingMode::InPerson => "Place",
        MeetingMode::Call => "Phone number",
        MeetingMode::Video => "Link",
    },
    agenda: "What it is about",
    agenda_hint: "In a few words. Points to talk about go on the agenda of the meeting.",
    repeat: "How often",
    once: "Once",
    schedule_count: |count| match count {
        1 => "Schedule".to_owned(),
        count => format!("Schedule {count} meetings"),
    },
    when: "When",
    what: "What and where",
    status_of: |status| match status {
        MeetingStatus::Planned => "planned",
        MeetingStatus::Held => "held",
        MeetingStatus::Skipped => "left out",
        MeetingStatus::Cancelled => "canceled",
    },
    mark_held: "Mark as held",
    menu: "More for this meeting",
    delete: "Delete meeting",
    shifts: "Shifts",
    shifts_line: "When each of you works, so that meetings fit in",
    find_time_line: "Around shifts, and around sleep after nights",
    around: "Around your meetings",
    day_off: |count| format!("{count} not held"),
    items: "Action items",
    items_why: "What did you agree to do before the next meeting? Write it here and say who does \
                it.",
    new_item: "New action item",
    owner: "Who does it",
    nobody: "Nobody yet",
    add_item: "Add action item",
    delete_item: |title| format!("Delete: {title}"),
};

pub(super) const ES: MeetingMessages = MeetingMessages {
    title: "Reuniones",
    views: "Formas de ver las reuniones",
    list: "Lista",
    month: "Mes",
    schedule: "Programar una reunión",
    coming: "Próximas",
    none_coming: "No hay ninguna reunión programada.",
    past: |count| match count {
        1 => "1 reunión pasada".to_owned(),
        count => format!("{count} reuniones pasadas"),
    },
    empty: "Todavía no hay reuniones",
    empty_why: "Un día y una hora fijos ayudan a seguir adelante. Programa una reunión, o la misma \
                cada semana del curso.",
    choose: "Elige una reunión y la verás aquí.",
    no_time: "Sin hora todavía",
    by: |mode| match mode {
        MeetingMode::InPerson => "en persona",
        MeetingMode::Call => "por llamada",
        MeetingMode::Video => "por video",
    },
    minutes: |minutes| format!("{minutes} min"),
    month_before: "Mes anterior",
    month_after: "Mes siguiente",
    day_with: |day, count| match count {
        0 => format!("{day}, sin reuniones"),
        1 => format!("{day}, 1 reunión"),
        count => format!("{day}, {count} reuniones"),
    },
    free_day: "No hay reuniones este día.",
    new_title: "Nueva reunión",
    name: "Título",
    name_hint: "Por ejemplo: Repaso de la semana 7",
    date: "Fecha",
    start: "Empieza",
    end: "Termina",
    pick_date: "Elige una fecha.",
    pick_time: "Elige una hora.",
    find_time: "Buscar una hora que convenga a los dos",
    how: "Cómo se reúnen",
    mode: |mode| match mode {
        MeetingMode::InPerson => "En persona",
        MeetingMode::Call => "Llamada",
        MeetingMode::Video => "Video",
    },
    place: |mode| match mode {
        MeetingMode::InPerson => "Lugar",
        MeetingMode::Call => "Número de teléfono",
        MeetingMode::Video => "Enlace",
    },
    agenda: "De qué se trata",
    agenda_hint: "En pocas palabras. Los temas se agregan en la página de la reunión.",
    repeat: "Con qué frecuencia",
    once: "Una vez",
    schedule_count: |count| match count {
        1 => "Programar".to_owned(),
        count => format!("Programar {count} reuniones"),
    },
    when: "Cuándo",
    what: "Qué y dónde",
    status_of: |status| match status {
        MeetingStatus::Planned => "programada",
        MeetingStatus::Held => "realizada",
        MeetingStatus::Skipped => "omitida",
        MeetingStatus::Cancelled => "cancelada",
    },
    mark_held: "Marcar como realizada",
    menu: "Más para esta reunión",
    delete: "Borrar reunión",
    shifts: "Turnos",
    shifts_line: "Cuándo trabaja cada quien, para que las reuniones quepan",
    find_time_line: "Según los turnos y el sueño después de las noches",
    around: "Alrededor de tus reuniones",
    day_off: |count| format!("{count} sin realizarse"),
    items: "Pendientes",
    items_why: "¿Qué acordaron hacer antes de la próxima reunión? Escríbelo aquí y di quién lo \
                hará.",
    new_item: "Nuevo pendiente",
    owner: "Quién lo hace",
    nobody: "Nadie todavía",
    add_item: "Agregar pendiente",
    delete_item: |title| format!("Borrar: {title}"),
};

//! Series of meetings: the rule, how far it goes, and changing it.

use crate::domain::{Nth, Repeat};

/// Series of meetings.
#[derive(Clone, Copy, Debug)]
pub struct SeriesMessages {
    /// The heading, where the series has no title.
    pub title: &'static str,
    /// The heading of all series.
    pub all: &'static str,
    /// A rule as a choice, with the name of its weekday.
    pub repeat: fn(Repeat, &str) -> String,
    /// The days of a rule within a sentence, with the name of its weekday.
    pub days: fn(Repeat, &str) -> String,
    /// What a rule makes: so many meetings, on these days, at this time, the last on this date.
    pub preview: fn(u32, &str, &str, &str) -> String,
    /// The rule is one that this version does not know.
    pub unknown: &'static str,
    /// The choice of how far a series goes.
    pub how_long: &'static str,
    /// So many times.
    pub times: &'static str,
    /// Until a day.
    pub until: &'static str,
    /// The field for how many.
    pub count: &'static str,
    /// The field for the last day.
    pub last_day: &'static str,
    /// The last day leaves no meeting, or too many: the least and the most.
    pub last_day_range: fn(i64, i64) -> String,
    /// Which of the series a meeting is, and of how many.
    pub place: fn(u32, u32) -> String,
    /// The heading of its meetings.
    pub meetings: &'static str,
    /// A meeting at another time than the series has it.
    pub moved: &'static str,
    /// Leads to the form for changing it.
    pub change: &'static str,
    /// The heading of that form.
    pub change_title: &'static str,
    /// The choice of the first meeting that changes.
    pub from: &'static str,
    /// What stays as it is.
    pub from_hint: &'static str,
    /// What the words of a meeting that somebody changed alone do.
    pub keeps: &'static str,
    /// That so many new meetings replace the planned ones.
    pub replaces: fn(u32) -> String,
    /// The button that changes it.
    pub save: &'static str,
    /// Opens the form for more meetings.
    pub lengthen: &'static str,
    /// Adds so many.
    pub add: fn(u32) -> String,
    /// Opens the form for ending it.
    pub end: &'static str,
    /// The choice of the first meeting that is deleted.
    pub end_from: &'static str,
    /// Deletes so many planned meetings.
    pub end_count: fn(usize) -> String,
    /// No meeting of it is to come.
    pub over: &'static str,
}

pub(super) const EN: SeriesMessages = SeriesMessages {
    title: "Repeating meeting",
    all: "Repeating meetings",
    repeat: |repeat, weekday| match repeat {
        Repeat::Weekly => "Every week".to_owned(),
        Repeat::EveryTwoWeeks => "Every two weeks".to_owned(),
        Repeat::Monthly(nth) => format!("Monthly, {} {weekday}", english(nth)),
    },
    days: |repeat, weekday| match repeat {
        Repeat::Weekly => format!("{weekday}s"),
        Repeat::EveryTwoWeeks => format!("every other {weekday}"),
        Repeat::Monthly(nth) => format!("the {} {weekday} of each month", english(nth)),
    },
    preview: |count, days, time, last| match count {
        1 => format!("1 meeting, {last} {time}"),
        count => format!("{count} meetings, {days} {time}, last on {last}"),
    },
    unknown: "A newer version made this rule. Its meetings are shown; it cannot be changed here.",
    how_long: "For how long",
    times: "Number of times",
    until: "Until a date",
    count: "How many meetings",
    last_day: "Last day",
    last_day_range: |least, most| format!("Pick a day with {least} to {most} meetings until then."),
    place: |number, of| format!("{number} of {of}"),
    meetings: "Its meetings",
    moved: "moved",
    change: "Change from a meeting on",
    change_title: "Change the series",
    from: "Beginning with",
    from_hint: "What is before it, and what was held, skipped or canceled, stays as it is.",
    keeps: "A meeting whose title, length or place was changed alone keeps that.",
    replaces: |count| match count {
        1 => "1 new meeting replaces the planned ones from there on.".to_owned(),
        count => format!("{count} new meetings replace the planned ones from there on."),
    },
    save: "Change the series",
    lengthen: "Lengthen the series",
    add: |count| match count {
        1 => "Add 1 meeting".to_owned(),
        count => format!("Add {count} meetings"),
    },
    end: "End the series",
    end_from: "The first one that no longer takes place",
    end_count: |count| match count {
        1 => "End it: delete 1 meeting".to_owned(),
        count => format!("End it: delete {count} meetings"),
    },
    over: "No meeting of this series is still to come.",
};

fn english(nth: Nth) -> &'static str {
    match nth {
        Nth::First => "first",
        Nth::Second => "second",
        Nth::Third => "third",
        Nth::Fourth => "fourth",
        Nth::Last => "last",
    }
}

pub(super) const ES: SeriesMessages = SeriesMessages {
    title: "Reunión que se repite",
    all: "Reuniones que se repiten",
    repeat: |repeat, weekday| match repeat {
        Repeat::Weekly => "Cada semana".to_owned(),
        Repeat::EveryTwoWeeks => "Cada dos semanas".to_owned(),
        Repeat::Monthly(nth) => format!("Cada mes, {} {weekday}", spanish(nth)),
    },
    days: |repeat, weekday| match repeat {
        Repeat::Weekly if weekday.ends_with('s') => format!("los {weekday}"),
        Repeat::Weekly => format!("los {weekday}s"),
        Repeat::EveryTwoWeeks => format!("un {weekday} sí y otro no"),
        Repeat::Monthly(nth) => format!("el {} {weekday} de cada mes", spanish(nth)),
    },
    preview: |count, days, time, last| match count {
        1 => format!("1 reunión, {last} {time}"),
        count => format!("{count} reuniones, {days} {time}, la última el {last}"),
    },
    unknown: "Una versión más nueva hizo esta regla. Aquí se ven sus reuniones; no se puede cambiar.",
    how_long: "Hasta cuándo",
    times: "Un número de veces",
    until: "Hasta una fecha",
    count: "Cuántas reuniones",
    last_day: "Último día",
    last_day_range: |least, most| {
        format!("Elige un día con {least} a {most} reuniones hasta entonces.")
    },
    place: |number, of| format!("{number} de {of}"),
    meetings: "Sus reuniones",
    moved: "movida",
    change: "Cambiar desde una reunión",
    change_title: "Cambiar la serie",
    from: "A partir de",
    from_hint: "Lo anterior, y lo que se realizó, omitió o canceló, se queda como está.",
    keeps: "Si cambiaste el título, la duración o el lugar de una sola reunión, eso se queda.",
    replaces: |count| match count {
        1 => "1 reunión nueva reemplaza las programadas desde ahí.".to_owned(),
        count => format!("{count} reuniones nuevas reemplazan las programadas desde ahí."),
    },
    save: "Cambiar la serie",
    lengthen: "Alargar la serie",
    add: |count| match count {
        1 => "Agregar 1 reunión".to_owned(),
        count => format!("Agregar {count} reuniones"),
    },
    end: "Terminar la serie",
    end_from: "La primera que ya no se realiza",
    end_count: |count| match count {
        1 => "Terminarla: borrar 1 reunión".to_owned(),
        count => format!("Terminarla: borrar {count} reuniones"),
    },
    over: "Ya no hay reuniones de esta serie por venir.",
};

fn spanish(nth: Nth) -> &'static str {
    match nth {
        Nth::First => "primer",
        Nth::Second => "segundo",
        Nth::Third => "tercer",
        Nth::Fourth => "cuarto",
        Nth::Last => "último",
    }
}

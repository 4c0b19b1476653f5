//! Taking over shifts from a calendar file.

use crate::domain::ShiftsFound;

/// Taking over shifts from a calendar file.
#[derive(Clone, Copy, Debug)]
pub struct RosterMessages {
    /// Where such a file comes from, and where it does not go.
    pub why: &'static str,
    /// Picks a file.
    pub pick: &'static str,
    /// The file is being read.
    pub reading: &'static str,
    /// The heading of what is in a file.
    pub in_file: &'static str,
    /// How many shifts are new, changed, and known.
    pub found: fn(ShiftsFound) -> String,
    /// All of them are here.
    pub nothing_new: &'static str,
    /// There are none.
    pub none: &'static str,
    /// The list of the first shifts, for assistive technology.
    pub first: &'static str,
    /// So many more, the last of them at some time.
    pub more: fn(usize, &str) -> String,
    /// So many events are earlier or later than what is taken over.
    pub outside: fn(usize) -> String,
    /// Takes over so many shifts.
    pub take: fn(usize) -> String,
    /// Opens what is not taken over as it stands: so much.
    pub left_out: fn(usize) -> String,
    /// An event without a name.
    pub unnamed: &'static str,
    /// An event takes whole days.
    pub whole_day: fn(&str) -> String,
    /// An event is called off, or its owner is free.
    pub off: fn(&str) -> String,
    /// An event has no time that can be read.
    pub unreadable: fn(&str) -> String,
    /// An event is too long.
    pub too_long: fn(&str) -> String,
    /// An event repeats by a rule that is not followed.
    pub repetition: fn(&str, &str) -> String,
    /// A zone is not known.
    pub unknown_zone: fn(&str) -> String,
    /// There are more than so many.
    pub too_many: fn(usize) -> String,
    /// The file ends in the middle of an event, counted from 1.
    pub cut_short: fn(usize) -> String,
    /// It is no calendar.
    pub not_a_calendar: &'static str,
    /// It is larger than so many megabytes.
    pub too_large: fn(usize) -> String,
    /// The browser cannot read it.
    pub not_read: &'static str,
}

pub(super) const EN: RosterMessages = RosterMessages {
    why: "Many scheduling apps give you your shifts as a calendar file (.ics). It is read on this \
          device and goes nowhere. Open the same file again whenever it changes.",
    pick: "Open a calendar file",
    reading: "Reading the file…",
    in_file: "In this file",
    found: |found| {
        let part = |count: usize, words: &str| (count > 0).then(|| format!("{count} {words}"));
        let parts = [
            part(found.new, "new"),
            part(found.changed, "changed"),
            part(found.same, "already here"),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    },
    nothing_new: "Nothing new in this file. All its shifts are here already.",
    none: "This file has no shifts between last week and a year from now. Nothing was changed.",
    first: "The first shifts in this file",
    more: |count, last| format!("and {count} more, the last on {last}"),
    outside: |count| match count {
        1 => "1 event is earlier or later than that and stays out.".to_owned(),
        count => format!("{count} events are earlier or later than that and stay out."),
    },
    take: |count| match count {
        1 => "Take in 1 shift".to_owned(),
        count => format!("Take in {count} shifts"),
    },
    left_out: |count| match count {
        1 => "1 thing to know about this file".to_owned(),
        count => format!("{count} things to know about this file"),
    },
    unnamed: "An event without a name",
    whole_day: |title| format!("{title}: takes whole days, so it is left out."),
    off: |title| format!("{title}: called off or marked as free, so it is left out."),
    unreadable: |title| format!("{title}: its time cannot be read, so it is left out."),
    too_long: |title| format!("{title}: longer than a day, so it is left out."),
    repetition: |title, rule| {
        format!(
            "{title}: repeats in a way this app does not know ({rule}). Only its first time is taken in."
        )
    },
    unknown_zone: |zone| {
        format!("The time zone “{zone}” is not known. Its times are read by your own clock.")
    },
    too_many: |limit| format!("More than {limit}. The later ones are left out."),
    cut_short: |event| {
        format!(
            "The file ends in the middle of event {event}. That event is left out; send the file again to get the rest."
        )
    },
    not_a_calendar: "This is not a calendar file: its first line does not say BEGIN:VCALENDAR. \
                     Nothing was changed. Pick a file that ends in .ics.",
    too_large: |limit| {
        format!(
            "This file is larger than {limit} MB. Nothing was changed. Ask for a shorter time, such as three months."
        )
    },
    not_read: "The browser cannot read this file. Nothing was changed. Try again, or save the file \
               on this device first.",
};

pub(super) const ES: RosterMessages = RosterMessages {
    why: "Muchas aplicaciones de horarios te dan tus turnos como archivo de calendario (.ics). Se \
          lee en este dispositivo y no va a ninguna parte. Abre el mismo archivo otra vez cuando \
          cambie.",
    pick: "Abrir un archivo de calendario",
    reading: "Leyendo el archivo…",
    in_file: "En este archivo",
    found: |found| {
        let part = |count: usize, one: &str, many: &str| {
            let words = if count == 1 { one } else { many };
            (count > 0).then(|| format!("{count} {words}"))
        };
        let parts = [
            part(found.new, "nuevo", "nuevos"),
            part(found.changed, "cambiado", "cambiados"),
            part(found.same, "que ya está aquí", "que ya están aquí"),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    },
    nothing_new: "Nada nuevo en este archivo. Todos sus turnos ya están aquí.",
    none: "Este archivo no tiene turnos entre la semana pasada y dentro de un año. No se cambió \
           nada.",
    first: "Los primeros turnos de este archivo",
    more: |count, last| format!("y {count} más, el último el {last}"),
    outside: |count| match count {
        1 => "1 evento es anterior o posterior y queda fuera.".to_owned(),
        count => format!("{count} eventos son anteriores o posteriores y quedan fuera."),
    },
    take: |count| match count {
        1 => "Traer 1 turno".to_owned(),
        count => format!("Traer {count} turnos"),
    },
    left_out: |count| match count {
        1 => "1 cosa que saber de este archivo".to_owned(),
        count => format!("{count} cosas que saber de este archivo"),
    },
    unnamed: "Un evento sin nombre",
    whole_day: |title| format!("{title}: ocupa días enteros, por eso queda fuera."),
    off: |title| format!("{title}: cancelado o marcado como libre, por eso queda fuera."),
    unreadable: |title| format!("{title}: no se puede leer su hora, por eso queda fuera."),
    too_long: |title| format!("{title}: dura más de un día, por eso queda fuera."),
    repetition: |title, rule| {
        format!(
            "{title}: se repite de una forma que esta aplicación no conoce ({rule}). Solo se trae la primera vez."
        )
    },
    unknown_zone: |zone| {
        format!("No se conoce la zona horaria “{zone}”. Sus horas se leen con tu propio reloj.")
    },
    too_many: |limit| format!("Más de {limit}. Los posteriores quedan fuera."),
    cut_short: |event| {
        format!(
            "El archivo termina a la mitad del evento {event}. Ese evento queda fuera; pide el archivo otra vez para tener el resto."
        )
    },
    not_a_calendar: "Este no es un archivo de calendario: su primera línea no dice \
                     BEGIN:VCALENDAR. No se cambió nada. Elige un archivo que termine en .ics.",
    too_large: |limit| {
        format!(
            "Este archivo tiene más de {limit} MB. No se cambió nada. Pide menos tiempo, por ejemplo tres meses."
        )
    },
    not_read: "El navegador no puede leer este archivo. No se cambió nada. Vuelve a intentarlo, o \
               guarda primero el archivo en este dispositivo.",
};

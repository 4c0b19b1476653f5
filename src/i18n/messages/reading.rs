//! Why a file could not be read: what is wrong and where, and what to do.

/// Why a file could not be read. A `place` is words such as `meeting 12`.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// There is nothing in it.
    pub empty: &'static str,
    /// It is not text.
    pub not_text: &'static str,
    /// It is damaged at a line and character, in a place.
    pub damaged: fn(usize, usize, &str) -> String,
    /// It ends in the middle, after a place if anything in it is whole.
    pub cut_off: fn(Option<&str>) -> String,
    /// It is not a plan of ours.
    pub not_ours: &'static str,
    /// A newer version made it.
    pub newer: &'static str,
    /// It is larger than so many megabytes.
    pub too_large: fn(usize) -> String,
    /// A place is nested too deeply.
    pub too_deep: fn(&str) -> String,
    /// A place holds more than so many of something.
    pub too_many: fn(&str, usize, &str) -> String,
    /// A place should be something else.
    pub wrong: fn(&str, &str) -> String,
    /// Something is missing.
    pub missing: fn(&str) -> String,
    /// Something is there twice.
    pub twice: fn(&str) -> String,
    /// An id is none.
    pub bad_id: fn(&str) -> String,
    /// The merge text does not fit.
    pub bad_merge: fn(&str) -> String,
    /// A place is longer than so many characters.
    pub too_long: fn(&str, usize) -> String,
    /// A place holds more than a plan may.
    pub too_much: fn(&str) -> String,
    /// The browser could not read it.
    pub unreadable: &'static str,
    /// The place that is the whole file.
    pub whole_file: &'static str,
    /// A named part of a record: `“starts” in meeting 12`.
    pub part: fn(&str, &str) -> String,
    /// What there may be too much of.
    pub plans: &'static str,
    /// As above.
    pub records: &'static str,
    /// As above.
    pub fields: &'static str,
    /// As above.
    pub values: &'static str,
    /// As above.
    pub deletions: &'static str,
    /// As above.
    pub writers: &'static str,
    /// As above.
    pub seen: &'static str,
    /// What may be expected.
    pub object: &'static str,
    /// As above.
    pub list: &'static str,
    /// As above.
    pub text: &'static str,
    /// As above.
    pub version: &'static str,
    /// As above.
    pub moment: &'static str,
    /// As above.
    pub audience: &'static str,
    /// As above.
    pub kind: &'static str,
    /// What was kept.
    pub unchanged: &'static str,
    /// What to do: pick another file.
    pub pick_other: &'static str,
    /// What to do: have it sent again.
    pub send_again: &'static str,
    /// What to do: have it exported again.
    pub export_again: &'static str,
    /// What to do: get the newest version.
    pub update: &'static str,
    /// What to do: fetch it and try again.
    pub try_again: &'static str,
}

pub(super) const EN: Reading = Reading {
    empty: "There is nothing in this file.",
    not_text: "This file is a picture or something else that is not a plan.",
    damaged: |line, character, place| {
        format!("This file is damaged at line {line}, character {character}, in {place}.")
    },
    cut_off: |after| match after {
        Some(place) => format!("This file is cut off after {place}."),
        None => "This file is cut off near its beginning.".to_owned(),
    },
    not_ours: "This file is not a Steadyhand plan.",
    newer: "A newer version of Steadyhand made this file, and this one cannot read it.",
    too_large: |megabytes| format!("This file is larger than {megabytes} MB, more than any plan."),
    too_deep: |place| format!("In this file, {place} is nested too deeply."),
    too_many: |place, limit, what| {
        format!("This file holds more than {limit} {what}: see {place}.")
    },
    wrong: |place, expected| format!("In this file, {place} should be {expected}."),
    missing: |place| format!("In this file, {place} is missing."),
    twice: |place| format!("In this file, {place} is there twice."),
    bad_id: |place| format!("In this file, {place} is not an id that Steadyhand makes."),
    bad_merge: |place| format!("In this file, {place} does not fit what stands beside it."),
    too_long: |place, limit| format!("In this file, {place} is longer than {limit} characters."),
    too_much: |place| format!("In this file, {place} holds more than a plan may."),
    unreadable: "The browser could not read this file. It may have been moved, or not be on this \
                 device yet.",
    whole_file: "the file",
    part: |name, record| format!("“{name}” in {record}"),
    plans: "plans",
    records: "entries",
    fields: "fields in one entry",
    values: "values",
    deletions: "deletions of one entry",
    writers: "devices",
    seen: "marks of what was seen",
    object: "a group in braces",
    list: "a list",
    text: "text in quotes",
    version: "a whole number",
    moment: "a date and time",
    audience: "one of pair, program, backup",
    kind: "a kind of entry",
    unchanged: "Nothing was changed.",
    pick_other: "Choose the file you were sent. Its name ends in .steadyhand.json or .txt.",
    send_again: "Ask for the file to be sent again.",
    export_again: "Somebody may have edited it by hand. Ask for a new export of the plan.",
    update: "Reload this page to get the newest version, then open the file again.",
    try_again: "If the file is in a cloud, download it first. Then open it again.",
};

pub(super) const ES: Reading = Reading {
    empty: "Este archivo está vacío.",
    not_text: "Este archivo es una imagen u otra cosa que no es un plan.",
    damaged: |line, character, place| {
        format!("Este archivo está dañado en la línea {line}, carácter {character}, en {place}.")
    },
    cut_off: |after| match after {
        Some(place) => format!("Este archivo se corta después de {place}."),
        None => "Este archivo se corta casi al principio.".to_owned(),
    },
    not_ours: "Este archivo no es un plan de Steadyhand.",
    newer: "Una versión más nueva de Steadyhand hizo este archivo, y esta no lo puede leer.",
    too_large: |megabytes| {
        format!("Este archivo pesa más de {megabytes} MB, más que cualquier plan.")
    },
    too_deep: |place| format!("En este archivo, {place} tiene demasiados niveles."),
    too_many: |place, limit, what| {
        format!("Este archivo tiene más de {limit} {what}: mira {place}.")
    },
    wrong: |place, expected| format!("En este archivo, {place} debería ser {expected}."),
    missing: |place| format!("En este archivo falta {place}."),
    twice: |place| format!("En este archivo, {place} está dos veces."),
    bad_id: |place| format!("En este archivo, {place} no es un identificador de Steadyhand."),
    bad_merge: |place| format!("En este archivo, {place} no corresponde a lo que está a su lado."),
    too_long: |place, limit| format!("En este archivo, {place} pasa de {limit} caracteres."),
    too_much: |place| format!("En este archivo, {place} tiene más de lo que cabe en un plan."),
    unreadable: "El navegador no pudo leer este archivo. Quizá se movió o todavía no está en este \
                 dispositivo.",
    whole_file: "el archivo",
    part: |name, record| format!("“{name}” en {record}"),
    plans: "planes",
    records: "registros",
    fields: "campos en un registro",
    values: "valores",
    deletions: "veces que se borró un registro",
    writers: "dispositivos",
    seen: "marcas de lo que se vio",
    object: "un grupo entre llaves",
    list: "una lista",
    text: "un texto entre comillas",
    version: "un número entero",
    moment: "una fecha con hora",
    audience: "uno de estos: pair, program, backup",
    kind: "un tipo de registro",
    unchanged: "No se cambió nada.",
    pick_other: "Elige el archivo que te enviaron. Su nombre termina en .steadyhand.json o .txt.",
    send_again: "Pide que te envíen el archivo otra vez.",
    export_again: "Quizá alguien lo editó a mano. Pide que exporten el plan de nuevo.",
    update: "Recarga esta página para tener la versión más nueva y abre el archivo otra vez.",
    try_again: "Si el archivo está en la nube, descárgalo primero. Luego ábrelo otra vez.",
};

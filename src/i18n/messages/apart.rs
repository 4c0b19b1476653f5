//! What is kept apart: records that contradict what is here, and stored values nobody could read.

use crate::domain::Reason;

/// What is kept apart.
#[derive(Clone, Copy, Debug)]
pub struct ApartMessages {
    /// The heading of the page.
    pub title: &'static str,
    /// The line that leads to the page: how much there is.
    pub line: fn(usize) -> String,
    /// Why things are kept apart.
    pub text: &'static str,
    /// Nothing is kept apart.
    pub nothing: &'static str,
    /// What would be there.
    pub nothing_text: &'static str,
    /// How many records of a file will be kept apart.
    pub in_file: fn(usize) -> String,
    /// What becomes of them.
    pub in_file_text: &'static str,
    /// Keeps them apart, where a file holds nothing else.
    pub keep: &'static str,
    /// Why one is.
    pub reason: fn(Reason) -> &'static str,
    /// In whose file it came, and when.
    pub came: fn(Option<&str>, &str) -> String,
    /// What a field would say, once it is taken in.
    pub both: fn(&str) -> String,
    /// Takes it in all the same.
    pub take_in: &'static str,
    /// Downloads it.
    pub download: &'static str,
    /// Removes it.
    pub remove: &'static str,
    /// It was taken in.
    pub taken_in: &'static str,
    /// It was removed.
    pub removed: &'static str,
    /// The heading of what storage held and nobody could read.
    pub unread: &'static str,
    /// What can be done with it.
    pub unread_text: &'static str,
    /// Leads to the page from elsewhere.
    pub look: &'static str,
    /// The browser refused a download.
    pub not_downloaded: &'static str,
}

pub(super) const EN: ApartMessages = ApartMessages {
    title: "Kept apart",
    line: |count| match count {
        1 => "1 thing that does not fit".to_owned(),
        count => format!("{count} things that do not fit"),
    },
    text: "These do not fit what is here, so they were not mixed in. Nothing was changed because of \
           them. Ask whoever sent the file what happened.",
    nothing: "Nothing is kept apart.",
    nothing_text: "If a file contradicts what is here, or a stored value cannot be read, it waits \
                   here unchanged.",
    in_file: |count| match count {
        1 => "! 1 entry contradicts what is here".to_owned(),
        count => format!("! {count} entries contradict what is here"),
    },
    in_file_text: "They are kept apart, under More, and change nothing.",
    keep: "Keep it apart",
    reason: |reason| match reason {
        Reason::ImpossibleCount => "It claims more changes than any person can make.",
        Reason::TooManyDevices => "It claims more devices than any plan has.",
        Reason::TooMuch => "With what is here it would be more than a file can carry.",
        Reason::OtherValue => "It gives other words for a change that is already here.",
        Reason::OtherKind => "It has the same mark as something else in this plan.",
    },
    came: |name, moment| match name {
        Some(name) => format!("From {name}’s file, {moment}"),
        None => format!("From a file, {moment}"),
    },
    both: |field| format!("{field}, here and in the file:"),
    take_in: "Take it in",
    download: "Download",
    remove: "Remove",
    taken_in: "Taken in. Where it says something else, both answers wait to be settled.",
    removed: "Removed.",
    unread: "Could not be read",
    unread_text: "These were stored on this device and could not be read. They are kept unchanged.",
    look: "Look at it",
    not_downloaded: "The browser did not take the file. It is still here. Try again.",
};

pub(super) const ES: ApartMessages = ApartMessages {
    title: "Quedó aparte",
    line: |count| match count {
        1 => "1 cosa que no encaja".to_owned(),
        count => format!("{count} cosas que no encajan"),
    },
    text: "Esto no encaja con lo que hay aquí, así que no se mezcló. No cambió nada por eso. \
           Pregunta a quien envió el archivo qué pasó.",
    nothing: "Nada quedó aparte.",
    nothing_text: "Si un archivo contradice lo que hay aquí, o no se puede leer un valor guardado, \
                   queda aquí sin cambios.",
    in_file: |count| match count {
        1 => "! 1 registro contradice lo que hay aquí".to_owned(),
        count => format!("! {count} registros contradicen lo que hay aquí"),
    },
    in_file_text: "Quedan aparte, en Más, y no cambian nada.",
    keep: "Dejarlo aparte",
    reason: |reason| match reason {
        Reason::ImpossibleCount => "Dice tener más cambios de los que una persona puede hacer.",
        Reason::TooManyDevices => "Dice venir de más dispositivos de los que tiene un plan.",
        Reason::TooMuch => "Con lo que hay aquí sería más de lo que cabe en un archivo.",
        Reason::OtherValue => "Dice otra cosa de un cambio que ya está aquí.",
        Reason::OtherKind => "Lleva la misma marca que otra cosa de este plan.",
    },
    came: |name, moment| match name {
        Some(name) => format!("Del archivo de {name}, {moment}"),
        None => format!("De un archivo, {moment}"),
    },
    both: |field| format!("{field}, aquí y en el archivo:"),
    take_in: "Traerlo",
    download: "Descargar",
    remove: "Quitar",
    taken_in: "Ya está aquí. Donde dice otra cosa, las dos respuestas esperan tu decisión.",
    removed: "Se quitó.",
    unread: "No se pudo leer",
    unread_text: "Esto estaba guardado en este dispositivo y no se pudo leer. Se conserva sin \
                  cambios.",
    look: "Verlo",
    not_downloaded: "El navegador no aceptó el archivo. Sigue aquí. Intenta otra vez.",
};

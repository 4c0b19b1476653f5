//! Meetings as a file for other calendars.

/// Meetings as a file for other calendars.
#[derive(Clone, Copy, Debug)]
pub struct CalendarMessages {
    /// The heading.
    pub title: &'static str,
    /// What such a file does.
    pub text: &'static str,
    /// The line of the link to it.
    pub link_line: &'static str,
    /// Leads to the file of one meeting.
    pub add: &'static str,
    /// So many meetings go into the file.
    pub holds: fn(usize) -> String,
    /// So many that do not take place are taken off the calendar.
    pub takes_off: fn(usize) -> String,
    /// No meeting has a time, so there is nothing to write.
    pub empty: &'static str,
    /// So many meetings stay here because only the reader sees them, and what to do to have them in the file.
    pub stay: fn(usize) -> String,
    /// The choice of the reminder.
    pub alarm: &'static str,
    /// A reminder, by its minutes before the start.
    pub before: fn(Option<u32>) -> &'static str,
    /// Whether to tell what each meeting is about.
    pub with_agenda: &'static str,
    /// What to think of before.
    pub with_agenda_line: &'static str,
    /// Saves the file.
    pub save: &'static str,
    /// It was saved, under that name.
    pub saved: fn(&str) -> String,
    /// The browser refused it.
    pub save_failed: &'static str,
    /// Sharing did not work.
    pub share_failed: &'static str,
    /// The browser wants another tap before it shares.
    pub share_again: &'static str,
}

pub(super) const EN: CalendarMessages = CalendarMessages {
    title: "Calendar file",
    text: "Open this file with the calendar on your phone or computer. After a change, open a new \
           file: it moves and cancels what the calendar holds, and adds nothing twice.",
    link_line: "All meetings, for your phone's calendar",
    add: "Add to my calendar",
    holds: |count| match count {
        1 => "1 meeting goes into the file.".to_owned(),
        count => format!("{count} meetings go into the file."),
    },
    takes_off: |count| match count {
        1 => "1 that does not take place is taken off your calendar.".to_owned(),
        count => format!("{count} that do not take place are taken off your calendar."),
    },
    empty: "No meeting has a day and time yet.",
    stay: |count| match count {
        1 => {
            "1 meeting stays here, because only you see it. To have it in your calendar, open the \
              meeting and change who sees it."
                .to_owned()
        }
        count => format!(
            "{count} meetings stay here, because only you see them. To have them in your calendar, \
             open each and change who sees it."
        ),
    },
    alarm: "Remind me before",
    before: |minutes| match minutes {
        None => "Never",
        Some(15) => "15 minutes",
        Some(60) => "1 hour",
        Some(_) => "1 day",
    },
    with_agenda: "With what each meeting is about",
    with_agenda_line: "Other people may be able to read your calendar.",
    save: "Save calendar file",
    saved: |name| format!("The file is in your downloads: {name}. Open it with your calendar."),
    save_failed: "The browser did not take the file. Nothing is lost. Try again, or try another \
                  browser.",
    share_failed: "Sharing did not work. Save the file instead.",
    share_again: "The browser did not open its share menu. Tap Share once more, or save the file.",
};

pub(super) const ES: CalendarMessages = CalendarMessages {
    title: "Archivo de calendario",
    text: "Abre este archivo con el calendario de tu teléfono o computadora. Después de un cambio, \
           abre un archivo nuevo: mueve y cancela lo que ya está en el calendario, y no repite nada.",
    link_line: "Todas las reuniones, para el calendario de tu teléfono",
    add: "Agregar a mi calendario",
    holds: |count| match count {
        1 => "1 reunión va en el archivo.".to_owned(),
        count => format!("{count} reuniones van en el archivo."),
    },
    takes_off: |count| match count {
        1 => "1 que no se realiza se quita de tu calendario.".to_owned(),
        count => format!("{count} que no se realizan se quitan de tu calendario."),
    },
    empty: "Ninguna reunión tiene día y hora todavía.",
    stay: |count| {
        match count {
        1 => "1 reunión se queda aquí, porque solo tú la ves. Para tenerla en tu calendario, abre la \
              reunión y cambia quién la ve."
            .to_owned(),
        count => format!(
            "{count} reuniones se quedan aquí, porque solo tú las ves. Para tenerlas en tu \
             calendario, abre cada una y cambia quién la ve."
        ),
    }
    },
    alarm: "Avisarme antes",
    before: |minutes| match minutes {
        None => "Nunca",
        Some(15) => "15 minutos",
        Some(60) => "1 hora",
        Some(_) => "1 día",
    },
    with_agenda: "Con lo que trata cada reunión",
    with_agenda_line: "Otras personas quizá pueden leer tu calendario.",
    save: "Guardar calendario",
    saved: |name| format!("El archivo está en tus descargas: {name}. Ábrelo con tu calendario."),
    save_failed: "El navegador no aceptó el archivo. No se perdió nada. Intenta otra vez o usa otro \
                  navegador.",
    share_failed: "No se pudo compartir. Guarda el archivo.",
    share_again: "El navegador no abrió su menú para compartir. Toca Compartir otra vez o guarda el \
                  archivo.",
};

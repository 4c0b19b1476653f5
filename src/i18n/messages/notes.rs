//! What the reader writes for themselves.

/// What the reader writes for themselves.
#[derive(Clone, Copy, Debug)]
pub struct NoteMessages {
    /// The heading of the page, and the line that opens the notes beside something: how many there are.
    pub title: fn(usize) -> String,
    /// The line that opens the notes on a person: the name, and how many.
    pub title_on: fn(&str, usize) -> String,
    /// Leads to the page, and what it is for.
    pub line: &'static str,
    /// Where such notes are, and where they are not.
    pub kept: &'static str,
    /// What the page is for, while it is empty.
    pub empty: &'static str,
    /// Why it helps.
    pub empty_why: &'static str,
    /// The list of them, for assistive technology.
    pub list: &'static str,
    /// The field for a new note.
    pub new: &'static str,
    /// Writes it down.
    pub add: &'static str,
    /// The field of a note that is there: when it was written.
    pub written: fn(&str) -> String,
    /// Whoever wrote a note that the reader was let see, and when.
    pub from: fn(&str, &str) -> String,
    /// Deletes a note.
    pub delete: &'static str,
    /// What a note is beside.
    pub beside: fn(&str) -> String,
}

pub(super) const EN: NoteMessages = NoteMessages {
    title: |count| match count {
        0 => "Private notes".to_owned(),
        count => format!("Private notes · {count}"),
    },
    title_on: |name, count| match count {
        0 => format!("Private notes on {name}"),
        count => format!("Private notes on {name} · {count}"),
    },
    line: "What you write for yourself",
    kept: "Only on this device, in no file but a backup.",
    empty: "No notes yet",
    empty_why: "Things to remember, questions to ask, what you would rather not say yet. You find this \
                under goals, meetings, feedback and people, too.",
    list: "Notes, the newest first",
    new: "New note",
    add: "Keep note",
    written: |when| format!("Note, {when}"),
    from: |name, when| format!("{name} · {when}"),
    delete: "Delete note",
    beside: |title| format!("Beside: {title}"),
};

pub(super) const ES: NoteMessages = NoteMessages {
    title: |count| match count {
        0 => "Notas privadas".to_owned(),
        count => format!("Notas privadas · {count}"),
    },
    title_on: |name, count| match count {
        0 => format!("Notas privadas sobre {name}"),
        count => format!("Notas privadas sobre {name} · {count}"),
    },
    line: "Lo que escribes para ti",
    kept: "Solo en este dispositivo, en ningún archivo, salvo un respaldo.",
    empty: "Todavía no hay notas",
    empty_why: "Cosas para recordar, preguntas por hacer, lo que todavía prefieres no decir. También las \
                encuentras en metas, reuniones, comentarios y personas.",
    list: "Notas, primero las nuevas",
    new: "Nueva nota",
    add: "Guardar nota",
    written: |when| format!("Nota, {when}"),
    from: |name, when| format!("{name} · {when}"),
    delete: "Borrar nota",
    beside: |title| format!("Junto a: {title}"),
};

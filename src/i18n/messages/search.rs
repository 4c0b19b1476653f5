//! Finding something by its words.

/// Finding something by its words.
#[derive(Clone, Copy, Debug)]
pub struct SearchMessages {
    /// The field.
    pub label: &'static str,
    /// What is searched.
    pub hint: &'static str,
    /// A line in the page that leads here.
    pub line: &'static str,
    /// So many things were found.
    pub found: fn(usize) -> String,
    /// More were found than are shown.
    pub best: fn(usize) -> String,
    /// Nothing was found, and what to do.
    pub nothing: &'static str,
    /// The plan is being read.
    pub preparing: &'static str,
}

pub(super) const EN: SearchMessages = SearchMessages {
    label: "Words to look for",
    hint: "Looks through everything in this plan, your private notes too. Capital letters and \
           accents make no difference.",
    line: "Anything in this plan, by its words",
    found: |count| match count {
        1 => "1 found".to_owned(),
        count => format!("{count} found"),
    },
    best: |count| format!("The best {count}. One more word narrows it down."),
    nothing: "Nothing found. Try fewer words, or only the beginning of one.",
    preparing: "One moment: reading the plan…",
};

pub(super) const ES: SearchMessages = SearchMessages {
    label: "Palabras que buscas",
    hint: "Busca en todo lo que hay en este plan, también en tus notas privadas. Las mayúsculas y \
           los acentos no importan.",
    line: "Cualquier cosa de este plan, por sus palabras",
    found: |count| match count {
        1 => "1 resultado".to_owned(),
        count => format!("{count} resultados"),
    },
    best: |count| format!("Los {count} mejores. Con una palabra más quedan menos."),
    nothing: "No se encontró nada. Prueba con menos palabras, o solo con el principio de una.",
    preparing: "Un momento: leyendo el plan…",
};

//! What changed: who did what, and what was said before.

use crate::domain::Kind;

/// What somebody did to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Made it.
    Added,
    /// Deleted it.
    Deleted,
    /// Brought it back after a deletion.
    BroughtBack,
    /// Marked it as done.
    Finished,
    /// Marked it as not done.
    Reopened,
    /// Took note of it.
    Read,
    /// Changed the fields of these names; to this, where it is one short value.
    Changed(Vec<String>, Option<String>),
}

/// What changed: who did what, and what was said before.
#[derive(Clone, Copy, Debug)]
pub struct ActivityMessages {
    /// The heading of what changed in a plan.
    pub title: &'static str,
    /// What that page holds.
    pub line: &'static str,
    /// The heading of what changed in one record, and the way there.
    pub history: &'static str,
    /// Who (`None` for the reader) did what to which record.
    pub act: fn(Option<&str>, &Doing, &str) -> String,
    /// A record by its kind and title, if it has one: `the goal “Small veins”`.
    pub record: fn(Kind, &str) -> String,
    /// Beside a value that its field still has.
    pub now: &'static str,
    /// Above the values that a field had before.
    pub before: &'static str,
    /// Puts an earlier value, or a deleted record, back.
    pub bring_back: &'static str,
    /// Why the reader cannot put back what somebody else said.
    pub not_yours: &'static str,
    /// Why nothing of a deleted record can be put back.
    pub is_deleted: &'static str,
    /// Where earlier words are kept.
    pub kept_here: &'static str,
    /// This browser keeps no earlier words.
    pub none_kept: &'static str,
    /// Earlier words could not be read.
    pub unread: &'static str,
    /// So many earlier words could not be understood.
    pub unreadable: fn(usize) -> String,
    /// Nothing is known to have changed.
    pub empty: &'static str,
    /// What will stand here.
    pub empty_text: &'static str,
}

pub(super) const EN: ActivityMessages = ActivityMessages {
    title: "What changed",
    line: "Who did what, and what it said before",
    history: "History",
    act: |who, doing, record| {
        let who = who.unwrap_or("You");
        match doing {
            Doing::Added => format!("{who} added {record}"),
            Doing::Deleted => format!("{who} deleted {record}"),
            Doing::BroughtBack => format!("{who} brought back {record}"),
            Doing::Finished => format!("{who} finished {record}"),
            Doing::Reopened => format!("{who} reopened {record}"),
            Doing::Read => format!("{who} marked {record} as read"),
            Doing::Changed(fields, value) => {
                let fields = listed(fields, "and");
                let to = value.as_ref().map(|value| format!(" to {value}")).unwrap_or_default();
                format!("{who} changed {fields} of {record}{to}")
            }
        }
    },
    record: |kind, title| {
        let kind = match kind {
            Kind::Plan => "plan",
            Kind::Person => "person",
            Kind::Device => "device",
            Kind::Goal => "goal",
            Kind::Task => "task",
            Kind::Meeting => "meeting",
            Kind::ActionItem => "action item",
            Kind::Feedback => "feedback",
            Kind::Comment => "comment",
            Kind::Series => "series of meetings",
            Kind::AgendaItem => "point to talk about",
            Kind::Decision => "decision",
            Kind::Shift => "shift",
            Kind::FreeBusy => "busy times",
            Kind::Section => "part of the agreement",
            Kind::Consent => "yes to the agreement",
            Kind::Rating => "confidence rating",
            Kind::Evidence => "evidence",
            Kind::CheckIn => "check-in",
            Kind::Note => "private note",
            Kind::Evaluation => "evaluation",
            Kind::Closing => "closing words",
            Kind::Other(_) => "entry",
        };
        if title.is_empty() { format!("the {kind}") } else { format!("the {kind} “{title}”") }
    },
    now: "It says this now",
    before: "Before that",
    bring_back: "Bring this back",
    not_yours: "Only the person who wrote this can bring it back. You can copy it.",
    is_deleted: "This was deleted. Bring it back first, where it says that it was deleted.",
    kept_here: "What it said before is kept on this device only.",
    none_kept: "This browser does not keep what it said before.",
    unread: "What it said before could not be read just now. It is still kept.",
    unreadable: |count| match count {
        1 => "1 earlier entry could not be read. It is still kept.".to_owned(),
        count => format!("{count} earlier entries could not be read. They are still kept."),
    },
    empty: "Nothing changed yet",
    empty_text: "Each change will stand here: who made it, when, and what it said before.",
};

pub(super) const ES: ActivityMessages = ActivityMessages {
    title: "Qué cambió",
    line: "Quién hizo qué y qué decía antes",
    history: "Historial",
    act: |who, doing, record| {
        let did = |others: &str, you: &str| match who {
            Some(who) => format!("{who} {others} {record}"),
            None => format!("{you} {record}"),
        };
        match doing {
            Doing::Added => did("agregó", "Agregaste"),
            Doing::Deleted => did("borró", "Borraste"),
            Doing::BroughtBack => did("recuperó", "Recuperaste"),
            Doing::Finished => did("terminó", "Terminaste"),
            Doing::Reopened => did("reabrió", "Reabriste"),
            Doing::Read => did("leyó", "Leíste"),
            Doing::Changed(fields, value) => {
                let fields = listed(fields, "y");
                let to = value.as_ref().map(|value| format!(": {value}")).unwrap_or_default();
                match who {
                    Some(who) => format!("{who} cambió {fields} en {record}{to}"),
                    None => format!("Cambiaste {fields} en {record}{to}"),
                }
            }
        }
    },
    record: |kind, title| {
        let kind = match kind {
            Kind::Plan => "el plan",
            Kind::Person => "la persona",
            Kind::Device => "el dispositivo",
            Kind::Goal => "la meta",
            Kind::Task => "la tarea",
            Kind::Meeting => "la reunión",
            Kind::ActionItem => "el pendiente",
            Kind::Feedback => "el comentario",
            Kind::Comment => "la nota",
            Kind::Series => "la serie de reuniones",
            Kind::AgendaItem => "el tema por hablar",
            Kind::Decision => "la decisión",
            Kind::Shift => "el turno",
            Kind::FreeBusy => "las horas ocupadas",
            Kind::Section => "la parte del acuerdo",
            Kind::Consent => "la conformidad",
            Kind::Rating => "el nivel de confianza",
            Kind::Evidence => "la evidencia",
            Kind::CheckIn => "el reporte breve",
            Kind::Note => "la nota privada",
            Kind::Evaluation => "la evaluación",
            Kind::Closing => "las palabras de cierre",
            Kind::Other(_) => "el registro",
        };
        if title.is_empty() { kind.to_owned() } else { format!("{kind} “{title}”") }
    },
    now: "Es lo que dice ahora",
    before: "Antes de eso",
    bring_back: "Recuperar esto",
    not_yours: "Solo quien lo escribió puede recuperarlo. Tú puedes copiarlo.",
    is_deleted: "Esto se borró. Recupéralo primero, donde dice que se borró.",
    kept_here: "Lo que decía antes se guarda solo en este dispositivo.",
    none_kept: "Este navegador no guarda lo que decía antes.",
    unread: "No se pudo leer ahora lo que decía antes. Sigue guardado.",
    unreadable: |count| match count {
        1 => "No se pudo leer 1 registro anterior. Sigue guardado.".to_owned(),
        count => format!("No se pudieron leer {count} registros anteriores. Siguen guardados."),
    },
    empty: "Todavía no hay cambios",
    empty_text: "Aquí estará cada cambio: quién lo hizo, cuándo y qué decía antes.",
};

/// The names of fields, in quotes: `“A”, “B” and “C”`.
fn listed(fields: &[String], and: &str) -> String {
    let quoted: Vec<String> = fields.iter().map(|field| format!("“{field}”")).collect();
    match quoted.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} {and} {last}", first.join(", ")),
        all => all.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_who_changed_what() {
        let goal = (EN.record)(Kind::Goal, "Small veins");
        let due = Doing::Changed(vec!["By when".to_owned()], Some("18 Dec 2026".to_owned()));
        assert_eq!(
            (EN.act)(Some("Dana Ruiz"), &due, &goal),
            "Dana Ruiz changed “By when” of the goal “Small veins” to 18 Dec 2026"
        );
        let meta = (ES.record)(Kind::Goal, "Venas finas");
        let both = Doing::Changed(vec!["Qué".to_owned(), "Para cuándo".to_owned()], None);
        assert_eq!(
            (ES.act)(None, &both, &meta),
            "Cambiaste “Qué” y “Para cuándo” en la meta “Venas finas”"
        );
        assert_eq!(
            (ES.act)(Some("Dana"), &Doing::Deleted, &meta),
            "Dana borró la meta “Venas finas”"
        );
    }
}

//! What records, their fields and their values are called.

use crate::domain::{Form, Kind, field};

/// What records, their fields and their values are called.
#[derive(Clone, Copy, Debug)]
pub struct RecordWords {
    /// One record of a kind, as a heading: `Goal`.
    pub kind: fn(Kind) -> &'static str,
    /// So many records of a kind: `2 meetings`.
    pub count: fn(Kind, usize) -> String,
    /// A record by its number in a file: `meeting 12`.
    pub numbered: fn(Kind, usize) -> String,
    /// A record that says nothing of itself.
    pub untitled: &'static str,
    /// A field of a kind of record; `None` for one that this version does not know.
    pub field: fn(Kind, &str) -> Option<&'static str>,
    /// A template for feedback.
    pub form: fn(Form) -> &'static str,
    /// So many weeks.
    pub weeks: fn(i64) -> String,
    /// A field that says yes.
    pub yes: &'static str,
    /// A field that says no.
    pub no: &'static str,
}

pub(super) const EN: RecordWords = RecordWords {
    kind: |kind| match kind {
        Kind::Plan => "Plan",
        Kind::Person => "Person",
        Kind::Device => "Device",
        Kind::Goal => "Goal",
        Kind::Task => "Task",
        Kind::Meeting => "Meeting",
        Kind::ActionItem => "Action item",
        Kind::Feedback => "Feedback",
        Kind::Comment => "Comment",
        Kind::Series => "Series of meetings",
        Kind::AgendaItem => "Point to talk about",
        Kind::Decision => "Decision",
        Kind::Shift => "Shift",
        Kind::FreeBusy => "Busy times",
        Kind::Other(_) => "Entry",
    },
    count: |kind, count| {
        let (one, many) = match kind {
            Kind::Plan => ("plan", "plans"),
            Kind::Person => ("person", "people"),
            Kind::Device => ("device", "devices"),
            Kind::Goal => ("goal", "goals"),
            Kind::Task => ("task", "tasks"),
            Kind::Meeting => ("meeting", "meetings"),
            Kind::ActionItem => ("action item", "action items"),
            Kind::Feedback => ("piece of feedback", "pieces of feedback"),
            Kind::Comment => ("comment", "comments"),
            Kind::Series => ("series of meetings", "series of meetings"),
            Kind::AgendaItem => ("point to talk about", "points to talk about"),
            Kind::Decision => ("decision", "decisions"),
            Kind::Shift => ("shift", "shifts"),
            Kind::FreeBusy => ("list of busy times", "lists of busy times"),
            Kind::Other(_) => ("other entry", "other entries"),
        };
        format!("{count} {}", if count == 1 { one } else { many })
    },
    numbered: |kind, number| format!("{} {number}", (EN.kind)(kind).to_lowercase()),
    untitled: "(no words)",
    field: |kind, name| {
        Some(match (kind, name) {
            (Kind::Meeting | Kind::Series | Kind::Shift, field::STARTS) => "Date and time",
            (Kind::Goal, field::TITLE) => "What",
            (_, field::ABOUT) => "About",
            (_, field::ACKNOWLEDGED) => "Read",
            (_, field::AGENDA) => "Agenda",
            (_, field::AUTHOR) => "Written by",
            (_, field::BEHAVIOR) => "What you saw",
            (_, field::CATEGORY) => "Category",
            (_, field::COMMITMENT) => "What the learner decided",
            (_, field::CORRECTION) => "What to correct",
            (_, field::DIFFERENTLY) => "What to do differently",
            (_, field::DONE) => "Done",
            (_, field::DUE) => "By when",
            (_, field::EVIDENCE) => "What it was based on",
            (_, field::FORM) => "Template",
            (_, field::FROM) => "From",
            (_, field::GOAL) => "Goal",
            (_, field::HAPPENED) => "What happened",
            (_, field::IMPACT) => "What followed from it",
            (_, field::LASTED) => "How long it really was",
            (_, field::MEASURE) => "How I will know",
            (_, field::MEETING) => "Meeting",
            (_, field::MINUTES) => "How long",
            (_, field::MODE) => "How you meet",
            (_, field::NAME) => "Name",
            (_, field::NEXT_TIME) => "Next time",
            (_, field::OWNER) => "Who does it",
            (_, field::PERSON) => "Person",
            (_, field::PLACE) => "Place",
            (_, field::PRAISE) => "What was right",
            (_, field::PROGRAM) => "Program",
            (_, field::QUESTION) => "Question",
            (_, field::REASON) => "Why",
            (_, field::REPEATS) => "How often",
            (_, field::ROLE) => "Role",
            (_, field::RULE) => "Rule to take along",
            (_, field::SITUATION) => "When and where",
            (_, field::SOURCE) => "Calendar it came from",
            (_, field::STARTS) => "First day",
            (_, field::STATUS) => "What became of it",
            (_, field::TEXT) => "Text",
            (_, field::TIMES) => "Busy",
            (_, field::TITLE) => "Title",
            (_, field::TO) => "To",
            (_, field::UNTIL) => "Until",
            (_, field::WEEKS) => "Length",
            (_, field::WENT_WELL) => "What went well",
            (_, field::ZONE) => "Time zone",
            _ => return None,
        })
    },
    form: |form| match form {
        Form::Reflection => "Reflection",
        Form::Request => "Request",
        Form::SituationBehaviorImpact => "Situation, behavior, impact",
        Form::OneMinute => "One-minute teaching",
    },
    weeks: |weeks| match weeks {
        1 => "1 week".to_owned(),
        weeks => format!("{weeks} weeks"),
    },
    yes: "Yes",
    no: "No",
};

pub(super) const ES: RecordWords = RecordWords {
    kind: |kind| match kind {
        Kind::Plan => "Plan",
        Kind::Person => "Persona",
        Kind::Device => "Dispositivo",
        Kind::Goal => "Meta",
        Kind::Task => "Tarea",
        Kind::Meeting => "Reunión",
        Kind::ActionItem => "Pendiente",
        Kind::Feedback => "Comentario",
        Kind::Comment => "Nota",
        Kind::Series => "Serie de reuniones",
        Kind::AgendaItem => "Tema por hablar",
        Kind::Decision => "Decisión",
        Kind::Shift => "Turno",
        Kind::FreeBusy => "Horas ocupadas",
        Kind::Other(_) => "Registro",
    },
    count: |kind, count| {
        let (one, many) = match kind {
            Kind::Plan => ("plan", "planes"),
            Kind::Person => ("persona", "personas"),
            Kind::Device => ("dispositivo", "dispositivos"),
            Kind::Goal => ("meta", "metas"),
            Kind::Task => ("tarea", "tareas"),
            Kind::Meeting => ("reunión", "reuniones"),
            Kind::ActionItem => ("pendiente", "pendientes"),
            Kind::Feedback => ("comentario", "comentarios"),
            Kind::Comment => ("nota", "notas"),
            Kind::Series => ("serie de reuniones", "series de reuniones"),
            Kind::AgendaItem => ("tema por hablar", "temas por hablar"),
            Kind::Decision => ("decisión", "decisiones"),
            Kind::Shift => ("turno", "turnos"),
            Kind::FreeBusy => ("lista de horas ocupadas", "listas de horas ocupadas"),
            Kind::Other(_) => ("otro registro", "otros registros"),
        };
        format!("{count} {}", if count == 1 { one } else { many })
    },
    numbered: |kind, number| {
        let article = match kind {
            Kind::FreeBusy => "las",
            Kind::Plan
            | Kind::Device
            | Kind::ActionItem
            | Kind::AgendaItem
            | Kind::Shift
            | Kind::Feedback
            | Kind::Other(_) => "el",
            _ => "la",
        };
        format!("{article} {} {number}", (ES.kind)(kind).to_lowercase())
    },
    untitled: "(sin palabras)",
    field: |kind, name| {
        Some(match (kind, name) {
            (Kind::Meeting | Kind::Series | Kind::Shift, field::STARTS) => "Día y hora",
            (Kind::Goal, field::TITLE) => "Qué",
            (_, field::ABOUT) => "Sobre",
            (_, field::ACKNOWLEDGED) => "Leído",
            (_, field::AGENDA) => "Temas",
            (_, field::AUTHOR) => "Quién lo escribió",
            (_, field::BEHAVIOR) => "Lo que viste",
            (_, field::CATEGORY) => "Categoría",
            (_, field::COMMITMENT) => "Lo que decidió quien aprende",
            (_, field::CORRECTION) => "Lo que hay que corregir",
            (_, field::DIFFERENTLY) => "Qué hacer diferente",
            (_, field::DONE) => "Hecho",
            (_, field::DUE) => "Para cuándo",
            (_, field::EVIDENCE) => "En qué se basó",
            (_, field::FORM) => "Formato",
            (_, field::FROM) => "Desde",
            (_, field::GOAL) => "Meta",
            (_, field::HAPPENED) => "Qué pasó",
            (_, field::IMPACT) => "Qué consecuencias tuvo",
            (_, field::LASTED) => "Cuánto duró de verdad",
            (_, field::MEASURE) => "Cómo lo sabré",
            (_, field::MEETING) => "Reunión",
            (_, field::MINUTES) => "Cuánto dura",
            (_, field::MODE) => "Cómo se reúnen",
            (_, field::NAME) => "Nombre",
            (_, field::NEXT_TIME) => "La próxima vez",
            (_, field::OWNER) => "Quién lo hace",
            (_, field::PERSON) => "Persona",
            (_, field::PLACE) => "Lugar",
            (_, field::PRAISE) => "Lo que estuvo bien",
            (_, field::PROGRAM) => "Programa",
            (_, field::QUESTION) => "Pregunta",
            (_, field::REASON) => "Por qué",
            (_, field::REPEATS) => "Cada cuánto",
            (_, field::ROLE) => "Rol",
            (_, field::RULE) => "Regla para recordar",
            (_, field::SITUATION) => "Cuándo y dónde",
            (_, field::SOURCE) => "Calendario de donde vino",
            (_, field::STARTS) => "Primer día",
            (_, field::STATUS) => "Estado",
            (_, field::TEXT) => "Texto",
            (_, field::TIMES) => "Ocupado",
            (_, field::TITLE) => "Título",
            (_, field::TO) => "Para",
            (_, field::UNTIL) => "Hasta",
            (_, field::WEEKS) => "Duración",
            (_, field::WENT_WELL) => "Qué salió bien",
            (_, field::ZONE) => "Zona horaria",
            _ => return None,
        })
    },
    form: |form| match form {
        Form::Reflection => "Reflexión",
        Form::Request => "Petición",
        Form::SituationBehaviorImpact => "Situación, comportamiento, impacto",
        Form::OneMinute => "Enseñanza en un minuto",
    },
    weeks: |weeks| match weeks {
        1 => "1 semana".to_owned(),
        weeks => format!("{weeks} semanas"),
    },
    yes: "Sí",
    no: "No",
};

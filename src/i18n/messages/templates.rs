//! Plans without people, to begin from.

/// Plans without people, to begin from.
#[derive(Clone, Copy, Debug)]
pub struct TemplateMessages {
    /// The heading.
    pub title: &'static str,
    /// Leads to the page on which a template is made.
    pub make: &'static str,
    /// What a template is good for.
    pub text: &'static str,
    /// How a plan is begun from one.
    pub begin_hint: &'static str,
    /// The field for what the template is called.
    pub name: &'static str,
    /// What a template is called until somebody says otherwise.
    pub usual_name: &'static str,
    /// The heading of what is in it.
    pub holds: &'static str,
    /// So many goals, with so many tasks.
    pub goals: fn(usize, usize) -> String,
    /// So many parts of the agreement.
    pub sections: fn(usize) -> String,
    /// So many meetings.
    pub meetings: fn(u32) -> String,
    /// So many weeks.
    pub weeks: fn(i64) -> String,
    /// Opens the list of it.
    pub see: &'static str,
    /// The week in which something is, and how often, where that is more than once.
    pub week: fn(i64, u32) -> String,
    /// Something has no day.
    pub no_day: &'static str,
    /// The heading of what is not in it.
    pub leaves_out: &'static str,
    /// What is not in it.
    pub left_out: [&'static str; 4],
    /// Names stand in these places.
    pub names: fn(&str) -> String,
    /// The plan has no first day to count from.
    pub no_start: &'static str,
    /// Leads to where the first day is written down.
    pub to_plan: &'static str,
    /// Downloads the template.
    pub export: &'static str,
    /// It is in the downloads, by its name.
    pub exported: fn(&str) -> String,
    /// The browser refused.
    pub failed: &'static str,
    /// What the page is about on which a plan is begun from one.
    pub begin: &'static str,
    /// What happens then.
    pub begin_text: &'static str,
    /// The field for what the new plan is called.
    pub plan_title: &'static str,
    /// The field for its first day.
    pub starts: &'static str,
    /// When the first and the last thing of it would be.
    pub dates: fn(&str, &str) -> String,
    /// Begins the plan.
    pub begin_now: &'static str,
    /// Something in the template keeps it from being begun.
    pub refused: fn(&str) -> String,
}

pub(super) const EN: TemplateMessages = TemplateMessages {
    title: "Plan template",
    make: "Make a template",
    text: "This plan without its people, for another student to begin from. Days are counted from the \
           first day, so it fits any start.",
    begin_hint: "A template that you were sent opens like any other file.",
    name: "Name of the template",
    usual_name: "Course plan",
    holds: "This goes in",
    goals: |goals, tasks| {
        let goals = if goals == 1 { "1 goal".to_owned() } else { format!("{goals} goals") };
        let tasks = if tasks == 1 { "1 task".to_owned() } else { format!("{tasks} tasks") };
        format!("{goals}, {tasks}")
    },
    sections: |count| match count {
        1 => "1 part of the agreement".to_owned(),
        count => format!("{count} parts of the agreement"),
    },
    meetings: |count| match count {
        1 => "1 meeting".to_owned(),
        count => format!("{count} meetings"),
    },
    weeks: |weeks| match weeks {
        1 => "1 week".to_owned(),
        weeks => format!("{weeks} weeks"),
    },
    see: "See what is in it",
    week: |week, times| match times {
        0 | 1 => format!("week {week}"),
        times => format!("from week {week}, {times} times"),
    },
    no_day: "no day",
    leaves_out: "This stays here",
    left_out: [
        "People, and who does what.",
        "Dates: only how many days after the start.",
        "Feedback, comments, check-ins and notes.",
        "What is done, and everything that only you see.",
    ],
    names: |places| {
        format!("A name stands in {places}. Change those words in the plan, or let them go along.")
    },
    no_start: "A template counts days from the first day of the plan, and this plan has none yet.",
    to_plan: "Set the first day",
    export: "Export template",
    exported: |name| {
        format!(
            "The template is in your downloads: {name}. Whoever opens it begins a plan of their own."
        )
    },
    failed: "The browser did not take the file. Nothing was lost. Try again, or try another browser.",
    begin: "Begin from a template",
    begin_text: "It becomes a plan of your own. You can change everything in it.",
    plan_title: "Plan title",
    starts: "First day",
    dates: |first, last| format!("From {first} to {last}."),
    begin_now: "Begin this plan",
    refused: |why| format!("This template cannot be begun as it is: {why} Nothing was changed."),
};

pub(super) const ES: TemplateMessages = TemplateMessages {
    title: "Plantilla de plan",
    make: "Hacer una plantilla",
    text: "Este plan sin sus personas, para que otra persona empiece con él. Los días se cuentan desde el \
           primer día, así que sirve con cualquier inicio.",
    begin_hint: "Una plantilla que te enviaron se abre como cualquier archivo.",
    name: "Nombre de la plantilla",
    usual_name: "Plan del curso",
    holds: "Esto va",
    goals: |goals, tasks| {
        let goals = if goals == 1 { "1 meta".to_owned() } else { format!("{goals} metas") };
        let tasks = if tasks == 1 { "1 tarea".to_owned() } else { format!("{tasks} tareas") };
        format!("{goals}, {tasks}")
    },
    sections: |count| match count {
        1 => "1 parte del acuerdo".to_owned(),
        count => format!("{count} partes del acuerdo"),
    },
    meetings: |count| match count {
        1 => "1 reunión".to_owned(),
        count => format!("{count} reuniones"),
    },
    weeks: |weeks| match weeks {
        1 => "1 semana".to_owned(),
        weeks => format!("{weeks} semanas"),
    },
    see: "Ver lo que lleva",
    week: |week, times| match times {
        0 | 1 => format!("semana {week}"),
        times => format!("desde la semana {week}, {times} veces"),
    },
    no_day: "sin día",
    leaves_out: "Esto se queda aquí",
    left_out: [
        "Las personas y quién hace qué.",
        "Las fechas: solo cuántos días después del inicio.",
        "Comentarios, notas y reportes breves.",
        "Lo que está hecho y todo lo que solo ves tú.",
    ],
    names: |places| {
        format!("Hay un nombre en {places}. Cambia esas palabras en el plan o deja que vayan.")
    },
    no_start: "Una plantilla cuenta los días desde el primer día del plan, y este plan todavía no lo tiene.",
    to_plan: "Poner el primer día",
    export: "Exportar plantilla",
    exported: |name| {
        format!("La plantilla está en tus descargas: {name}. Quien la abra empieza un plan propio.")
    },
    failed: "El navegador no aceptó el archivo. No se perdió nada. Intenta otra vez o usa otro navegador.",
    begin: "Empezar con una plantilla",
    begin_text: "Se vuelve un plan tuyo. Puedes cambiar todo lo que trae.",
    plan_title: "Título del plan",
    starts: "Primer día",
    dates: |first, last| format!("Del {first} al {last}."),
    begin_now: "Empezar este plan",
    refused: |why| format!("Esta plantilla no se puede empezar así: {why} No se cambió nada."),
};

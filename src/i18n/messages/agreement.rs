//! The mentorship agreement.

use crate::domain::{Role, Since, Standing, Turn};

/// The mentorship agreement.
#[derive(Clone, Copy, Debug)]
pub struct AgreementMessages {
    /// The heading.
    pub title: &'static str,
    /// What stands below its name in a list of pages.
    pub line: fn(Standing, Turn) -> &'static str,
    /// There is none yet.
    pub empty: &'static str,
    /// What it is, and why it helps.
    pub empty_why: &'static str,
    /// What it begins with.
    pub begins_with: &'static str,
    /// Begins it from the template.
    pub begin: &'static str,
    /// How it stands, in a word or two; the second says whether another text was agreed before.
    pub standing: fn(Standing, bool) -> &'static str,
    /// Two texts stand in one part.
    pub to_settle: &'static str,
    /// Both sides have said yes, on a day.
    pub in_force: fn(&str) -> String,
    /// The other side does not have the last yes yet.
    pub in_force_unsent: fn(&str) -> String,
    /// Nobody has said yes yet, and the reader may.
    pub answer_first: &'static str,
    /// It was changed since it was agreed, and the reader is asked again.
    pub answer_again: &'static str,
    /// Somebody has said yes, and the reader is asked.
    pub answer_other: fn(&str) -> String,
    /// The reader has said yes, and somebody is asked next, once they have the file.
    pub wait_unsent: fn(&str) -> String,
    /// The reader has said yes and sent it, and somebody is asked.
    pub wait_sent: fn(&str) -> String,
    /// Nobody has said yes; the reader is not asked.
    pub nobody: &'static str,
    /// Somebody has said yes; the reader is not asked.
    pub one_said: fn(&str) -> String,
    /// Until both have said yes again, what was agreed on a day counts.
    pub still_counts: fn(&str) -> String,
    /// The other side, who has no name here yet, by the reader's role.
    pub other_side: fn(Role) -> &'static str,
    /// One or another.
    pub or: fn(&str, &str) -> String,
    /// Leads to choosing between two texts.
    pub choose: &'static str,
    /// Says yes to what stands.
    pub say_yes: &'static str,
    /// Leads to sending the plan.
    pub send: &'static str,
    /// Leads to the agreement on paper.
    pub print: &'static str,
    /// The heading of its parts.
    pub parts: &'static str,
    /// There is nothing in a part.
    pub no_text: &'static str,
    /// Changes one part, by its heading.
    pub change: fn(&str) -> String,
    /// The menu of one part, by its heading.
    pub part_menu: fn(&str) -> String,
    /// Moves a part one place up.
    pub move_up: &'static str,
    /// Moves a part one place down.
    pub move_down: &'static str,
    /// Takes a part out.
    pub take_out: &'static str,
    /// The field for a part's heading.
    pub heading: &'static str,
    /// The field for a part's text.
    pub text: &'static str,
    /// A change asks both again.
    pub asks_again: &'static str,
    /// Opens the form for a part of one's own.
    pub own_part: &'static str,
    /// Helps to find a heading.
    pub own_hint: &'static str,
    /// Adds the part.
    pub add_part: &'static str,
    /// There are as many parts as there may be.
    pub full: fn(usize) -> String,
    /// The heading of what has changed.
    pub changed_since: fn(Since) -> &'static str,
    /// How words that are gone and words that are new are marked: before, between and after the two examples.
    pub legend: [&'static str; 2],
    /// Before words that are gone, for those who do not see how they are marked.
    pub gone: &'static str,
    /// Before words that are new, for those who do not see how they are marked.
    pub new: &'static str,
    /// A part that is new.
    pub added: &'static str,
    /// A part that was taken out.
    pub removed: &'static str,
    /// A part that reads differently.
    pub changed: &'static str,
    /// The parts stand in another order.
    pub reordered: &'static str,
    /// Opens the text that both agreed to on a day.
    pub agreed_text: fn(&str) -> String,
    /// The heading of who has said yes.
    pub who: &'static str,
    /// Somebody has said yes on a day, by their role.
    pub said_on: fn(&str, &str) -> String,
    /// Somebody has said yes to an earlier text on a day, by their role.
    pub said_earlier: fn(&str, &str) -> String,
    /// Somebody has not said yes, by their role.
    pub said_not: fn(&str) -> String,
    /// Nobody of the other side is in the plan, by the role that is missing.
    pub missing: fn(&str) -> String,
    /// On paper: which text is printed.
    pub which_text: &'static str,
    /// On paper: the text as it stands.
    pub text_now: &'static str,
    /// On paper: the text that both agreed to last.
    pub text_agreed: &'static str,
    /// On paper: not both have said yes to this text.
    pub not_agreed: &'static str,
    /// On paper: the heading of the lines to sign on.
    pub signatures: &'static str,
    /// On paper: below the line for a name.
    pub signature: &'static str,
    /// On paper: below the line for a day.
    pub date: &'static str,
    /// On paper: there is nothing to print.
    pub nothing: &'static str,
}

pub(super) const EN: AgreementMessages = AgreementMessages {
    title: "Agreement",
    line: |standing, turn| match (standing, turn) {
        (Standing::Empty, _) => "How you work together",
        (Standing::Disputed, _) => "Two texts to choose from",
        (_, Turn::Answer) => "Your turn: read it and say yes",
        (Standing::InForce, _) => "In force",
        (_, Turn::Wait) => "You said yes; the other side is next",
        _ => "Not in force yet",
    },
    empty: "No agreement yet",
    empty_why: "How often you meet, how to cancel, what stays between you: when nobody says it, it \
                goes wrong. Start from ready words and change what does not fit. It counts once \
                both of you say yes.",
    begins_with: "It starts with these parts:",
    begin: "Start the agreement",
    standing: |standing, was_agreed| match standing {
        Standing::Empty => "Not started",
        Standing::Disputed => "Two texts",
        Standing::InForce => "In force",
        _ if was_agreed => "Changed",
        Standing::Proposed => "Proposed",
        Standing::HalfAgreed => "One yes",
    },
    to_settle: "One part has two texts, because you both changed it. Choose one first. Then you \
                can say yes.",
    in_force: |day| format!("In force since {day}. You both said yes to these words."),
    in_force_unsent: |name| {
        format!("In force: you both said yes. Send the plan, so that {name} sees it too.")
    },
    answer_first: "Nobody has said yes to these words yet. Read them, change what does not fit, then say \
                   yes.",
    answer_again: "It was changed after you both agreed. Your turn: look at the change, then say \
                   yes or change it.",
    answer_other: |name| format!("{name} said yes. Your turn: read it, then say yes or change it."),
    wait_unsent: |name| format!("You said yes. Send the plan, and it is {name}’s turn."),
    wait_sent: |name| format!("You said yes and sent the plan. Now it is {name}’s turn."),
    nobody: "Nobody has said yes to these words yet.",
    one_said: |name| format!("{name} said yes. The other side has not yet."),
    still_counts: |day| format!("Until you both say yes, what you agreed on {day} counts."),
    other_side: |role| match role {
        Role::Mentor => "your student",
        Role::Student | Role::Coordinator => "your mentor",
    },
    or: |one, other| format!("{one} or {other}"),
    choose: "Choose one text",
    say_yes: "Say yes",
    send: "Send the plan",
    print: "Print with lines to sign",
    parts: "What it says",
    no_text: "Nothing is written here yet.",
    change: |title| format!("Change: {title}"),
    part_menu: |title| format!("More for: {title}"),
    move_up: "Move up",
    move_down: "Move down",
    take_out: "Take out",
    heading: "Heading",
    text: "What you agree on",
    asks_again: "A change asks both of you again.",
    own_part: "Add a part of your own",
    own_hint: "Such as: Phones during shifts.",
    add_part: "Add part",
    full: |limit| format!("An agreement holds up to {limit} parts. Take one out to add another."),
    changed_since: |since| match since {
        Since::OwnYes => "Changed since you said yes",
        Since::Agreed => "Changed since you both agreed",
    },
    legend: ["Struck through: taken out.", "Underlined: new."],
    gone: "Taken out:",
    new: "New:",
    added: "new part",
    removed: "part taken out",
    changed: "changed",
    reordered: "The parts stand in another order.",
    agreed_text: |day| format!("What you both agreed on {day}"),
    who: "Who said yes",
    said_on: |role, day| format!("{role} · said yes on {day}"),
    said_earlier: |role, day| format!("{role} · said yes to an earlier text on {day}"),
    said_not: |role| format!("{role} · not yet"),
    missing: |role| format!("{role} · not in this plan yet"),
    which_text: "Which text",
    text_now: "As it stands",
    text_agreed: "Agreed by both",
    not_agreed: "Proposed. Not both have said yes to these words.",
    signatures: "Signatures",
    signature: "Signature",
    date: "Date",
    nothing: "There is no agreement yet.",
};

pub(super) const ES: AgreementMessages = AgreementMessages {
    title: "Acuerdo",
    line: |standing, turn| match (standing, turn) {
        (Standing::Empty, _) => "Cómo van a trabajar",
        (Standing::Disputed, _) => "Dos textos para elegir",
        (_, Turn::Answer) => "Te toca: léelo y acepta",
        (Standing::InForce, _) => "Vigente",
        (_, Turn::Wait) => "Aceptaste; sigue la otra persona",
        _ => "Todavía no vigente",
    },
    empty: "Todavía no hay acuerdo",
    empty_why: "Cada cuánto se reúnen, cómo cancelar, qué queda entre ustedes: lo que nadie dice, \
                sale mal. Empieza con palabras ya escritas y cambia lo que no encaje. Vale cuando \
                las dos partes aceptan.",
    begins_with: "Empieza con estas partes:",
    begin: "Empezar el acuerdo",
    standing: |standing, was_agreed| match standing {
        Standing::Empty => "Sin empezar",
        Standing::Disputed => "Dos textos",
        Standing::InForce => "Vigente",
        _ if was_agreed => "Cambiado",
        Standing::Proposed => "Propuesto",
        Standing::HalfAgreed => "Un sí",
    },
    to_settle: "Una parte tiene dos textos, porque las dos personas la cambiaron. Elige uno \
                primero. Después puedes aceptar.",
    in_force: |day| format!("Vigente desde el {day}. Las dos partes aceptaron estas palabras."),
    in_force_unsent: |name| {
        format!("Vigente: las dos partes aceptaron. Envía el plan para que {name} también lo vea.")
    },
    answer_first: "Nadie ha aceptado estas palabras todavía. Léelas, cambia lo que no encaje y acepta.",
    answer_again: "Cambió después de que las dos partes aceptaron. Te toca: mira el cambio y \
                   acepta, o cámbialo.",
    answer_other: |name| format!("{name} aceptó. Te toca: léelo y acepta, o cámbialo."),
    wait_unsent: |name| format!("Aceptaste. Envía el plan, y le toca a {name}."),
    wait_sent: |name| format!("Aceptaste y enviaste el plan. Ahora le toca a {name}."),
    nobody: "Nadie ha aceptado estas palabras todavía.",
    one_said: |name| format!("{name} aceptó. La otra parte todavía no."),
    still_counts: |day| format!("Hasta que las dos partes acepten, vale lo acordado el {day}."),
    other_side: |role| match role {
        Role::Mentor => "quien estudia",
        Role::Student | Role::Coordinator => "tu mentor o mentora",
    },
    or: |one, other| format!("{one} o {other}"),
    choose: "Elegir un texto",
    say_yes: "Aceptar",
    send: "Enviar el plan",
    print: "Imprimir con líneas para firmar",
    parts: "Lo que dice",
    no_text: "Aquí todavía no hay nada escrito.",
    change: |title| format!("Cambiar: {title}"),
    part_menu: |title| format!("Más para: {title}"),
    move_up: "Subir",
    move_down: "Bajar",
    take_out: "Quitar",
    heading: "Título",
    text: "En qué quedan",
    asks_again: "Con cada cambio se pregunta de nuevo a las dos partes.",
    own_part: "Agregar una parte propia",
    own_hint: "Por ejemplo: El teléfono durante el turno.",
    add_part: "Agregar parte",
    full: |limit| format!("Un acuerdo tiene hasta {limit} partes. Quita una para agregar otra."),
    changed_since: |since| match since {
        Since::OwnYes => "Cambió desde que aceptaste",
        Since::Agreed => "Cambió desde que las dos partes aceptaron",
    },
    legend: ["Tachado: se quitó.", "Subrayado: es nuevo."],
    gone: "Se quitó:",
    new: "Nuevo:",
    added: "parte nueva",
    removed: "se quitó esta parte",
    changed: "cambió",
    reordered: "Las partes están en otro orden.",
    agreed_text: |day| format!("Lo que las dos partes aceptaron el {day}"),
    who: "Quién aceptó",
    said_on: |role, day| format!("{role} · aceptó el {day}"),
    said_earlier: |role, day| format!("{role} · aceptó un texto anterior el {day}"),
    said_not: |role| format!("{role} · todavía no"),
    missing: |role| format!("{role} · todavía no está en este plan"),
    which_text: "Qué texto",
    text_now: "Como está ahora",
    text_agreed: "Aceptado por las dos partes",
    not_agreed: "Propuesto. No han aceptado las dos partes.",
    signatures: "Firmas",
    signature: "Firma",
    date: "Fecha",
    nothing: "Todavía no hay acuerdo.",
};

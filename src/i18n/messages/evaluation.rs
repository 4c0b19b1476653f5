//! How both sides see the mentorship, at its middle and at its end.

/// How both sides see the mentorship.
#[derive(Clone, Copy, Debug)]
pub struct EvaluationMessages {
    /// The heading at the middle.
    pub mid: &'static str,
    /// The heading at the end.
    pub end: &'static str,
    /// Stands for the other side where nobody is in the plan yet.
    pub other_side: &'static str,
    /// Before anybody has answered: so many items, and who is asked the same.
    pub intro: fn(usize, &str) -> String,
    /// The reader has answered, the other side has not.
    pub mine_kept: fn(&str) -> String,
    /// The other side has answered, the reader has not.
    pub others_wait: fn(&str) -> String,
    /// Both have answered.
    pub both: &'static str,
    /// Others have answered, but not yet somebody of each side.
    pub some: &'static str,
    /// What the first step of the scale means.
    pub low: &'static str,
    /// What the fifth step means.
    pub high: &'static str,
    /// Opens the words beside a step of the scale.
    pub add_words: &'static str,
    /// The field for the words beside a step, by the item.
    pub words_on: fn(&str) -> String,
    /// What is in the file, and when it is shown.
    pub honest: fn(&str) -> String,
    /// Gives the answers.
    pub give: &'static str,
    /// Gives changed answers.
    pub change: &'static str,
    /// There is no answer yet.
    pub look_again: &'static str,
    /// A step of the scale.
    pub step: fn(i64) -> String,
    /// Somebody did not answer an item.
    pub no_answer: &'static str,
    /// How the other side was asked.
    pub asked: fn(&str) -> String,
    /// How far apart two steps are.
    pub apart: fn(u64) -> String,
    /// So many of so many items are seen alike.
    pub alike: fn(usize, usize) -> String,
    /// The heading of what both see most differently.
    pub talk_about: &'static str,
    /// The heading of all items.
    pub all_items: &'static str,
    /// Opens one's own answers for a change.
    pub open_mine: &'static str,
    /// The heading of what was still being typed when the answers of the other side came.
    pub not_given: &'static str,
    /// How it stands, as a line of a list: nobody has answered.
    pub line_open: &'static str,
    /// The reader has answered.
    pub line_mine: &'static str,
    /// The other side has answered.
    pub line_theirs: &'static str,
    /// Both have.
    pub line_both: &'static str,
    /// The reader's turn.
    pub your_turn: &'static str,
    /// The label of the two, for assistive technology.
    pub list: &'static str,
}

pub(super) const EN: EvaluationMessages = EvaluationMessages {
    mid: "Halfway: how we work together",
    end: "At the end: how we worked together",
    other_side: "the other side",
    intro: |items, other| {
        format!(
            "{items} short items, about five minutes. {} gets the same ones. You see each other's \
             answers once both of you have answered.",
            upper(other)
        )
    },
    mine_kept: |other| {
        format!(
            "Your answers are kept and go along with your next file. You can change them until \
             {other} has answered."
        )
    },
    others_wait: |other| {
        format!(
            "{} has answered. You see those answers as soon as you give yours. After that nobody \
             can change theirs.",
            upper(other)
        )
    },
    both: "Both of you have answered. Read it together: where you differ is where to talk.",
    some: "Some answers are here. Yours can still be changed.",
    low: "not at all",
    high: "fully",
    add_words: "Say more",
    words_on: |item| format!("More on: {item}"),
    honest: |other| {
        format!(
            "Your answers are in the file that you send. Steadyhand shows them to {other} only \
             after {other} has answered, too."
        )
    },
    give: "Give my answers",
    change: "Keep my changes",
    look_again: "Answer at least one item first.",
    step: |step| format!("{step} of 5"),
    no_answer: "no answer",
    asked: |item| format!("Asked as: {item}"),
    apart: |steps| match steps {
        0 => "You see this alike".to_owned(),
        1 => "1 step apart".to_owned(),
        steps => format!("{steps} steps apart: worth talking about"),
    },
    alike: |alike, of| format!("You see {alike} of {of} items alike."),
    talk_about: "Talk about these first",
    all_items: "Side by side",
    open_mine: "Change my answers",
    not_given: "What you were typing and had not given",
    line_open: "Not answered yet",
    line_mine: "You have answered",
    line_theirs: "The other side has answered",
    line_both: "Side by side",
    your_turn: "your turn",
    list: "How we work together",
};

pub(super) const ES: EvaluationMessages = EvaluationMessages {
    mid: "A la mitad: cómo nos va",
    end: "Al final: cómo nos fue",
    other_side: "la otra persona",
    intro: |items, other| {
        format!(
            "{items} puntos cortos, unos cinco minutos. {} recibe los mismos. Cada quien ve las \
             respuestas del otro lado cuando ya respondieron los dos.",
            upper(other)
        )
    },
    mine_kept: |other| {
        format!(
            "Tus respuestas se guardaron y van con tu próximo archivo. Puedes cambiarlas hasta que \
             responda {other}."
        )
    },
    others_wait: |other| {
        format!(
            "{} ya respondió. Verás sus respuestas en cuanto des las tuyas. Después nadie puede \
             cambiar las suyas.",
            upper(other)
        )
    },
    both: "Ya respondieron los dos. Léanlo juntos: donde difieren es donde conviene hablar.",
    some: "Ya hay algunas respuestas. Las tuyas todavía se pueden cambiar.",
    low: "para nada",
    high: "por completo",
    add_words: "Decir más",
    words_on: |item| format!("Más sobre: {item}"),
    honest: |other| {
        format!(
            "Tus respuestas van en el archivo que envías. Steadyhand las muestra a {other} solo \
             cuando también haya respondido."
        )
    },
    give: "Dar mis respuestas",
    change: "Guardar mis cambios",
    look_again: "Primero responde al menos un punto.",
    step: |step| format!("{step} de 5"),
    no_answer: "sin respuesta",
    asked: |item| format!("Se le preguntó así: {item}"),
    apart: |steps| match steps {
        0 => "Lo ven igual".to_owned(),
        1 => "A 1 paso".to_owned(),
        steps => format!("A {steps} pasos: vale la pena hablarlo"),
    },
    alike: |alike, of| format!("Ven igual {alike} de {of} puntos."),
    talk_about: "Hablen primero de esto",
    all_items: "Lado a lado",
    open_mine: "Cambiar mis respuestas",
    not_given: "Lo que escribías y todavía no habías dado",
    line_open: "Todavía sin responder",
    line_mine: "Ya respondiste",
    line_theirs: "La otra persona ya respondió",
    line_both: "Lado a lado",
    your_turn: "te toca",
    list: "Cómo nos va",
};

/// A name at the beginning of a sentence.
fn upper(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

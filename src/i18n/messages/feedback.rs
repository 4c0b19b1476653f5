//! Feedback, reflections, requests and comments.

use crate::domain::{Form, field};

/// Feedback, reflections, requests and comments.
#[derive(Clone, Copy, Debug)]
pub struct FeedbackMessages {
    /// The heading of the list, and of the pieces about one record.
    pub title: &'static str,
    /// Begins a new piece.
    pub write: &'static str,
    /// The question that the filter answers.
    pub show: &'static str,
    /// The filter that lets everything through.
    pub all: &'static str,
    /// The filter for what others wrote to the reader.
    pub for_me: &'static str,
    /// The filter for what the reader wrote.
    pub by_me: &'static str,
    /// There is no feedback yet.
    pub empty: &'static str,
    /// Why feedback helps, and how it is written here.
    pub empty_why: &'static str,
    /// Stands beside the list while no piece of it is chosen.
    pub choose_one: &'static str,
    /// The filter lets nothing through.
    pub none_shown: &'static str,
    /// There is no feedback on one record yet.
    pub none_here: &'static str,
    /// What a piece is: a reflection, a request, or feedback.
    pub kind: fn(Option<Form>) -> &'static str,
    /// From whom, to whom.
    pub from_to: fn(&str, &str) -> String,
    /// A badge on what the reader has not taken note of.
    pub unread: &'static str,
    /// A badge on a request that the reader has not answered.
    pub to_answer: &'static str,
    /// What a piece is about, when it answers a request.
    pub answer_to: fn(&str) -> String,
    /// The heading over the choice of a form.
    pub choose: &'static str,
    /// The heading over the choice of a form for an answer.
    pub choose_answer: &'static str,
    /// What a form is called, and when it serves.
    pub form: fn(Form) -> FormWords,
    /// What a step is called, and what to write there.
    pub step: fn(&str) -> StepWords,
    /// Above the steps: not every one is needed.
    pub steps_note: &'static str,
    /// The field for whom it is for.
    pub to: &'static str,
    /// The choice of nobody in particular.
    pub everyone: &'static str,
    /// The field for what it is about.
    pub about: &'static str,
    /// The choice of no record.
    pub nothing: &'static str,
    /// A goal among the choices.
    pub goal: fn(&str) -> String,
    /// A meeting among the choices, with its day.
    pub meeting: fn(&str, &str) -> String,
    /// Turns what was written into a piece of feedback.
    pub submit: &'static str,
    /// Nothing was written down, because something is wrong above.
    pub look_again: &'static str,
    /// Over what somebody asked or wrote, when it is answered.
    pub from: fn(&str) -> String,
    /// Takes note of a piece.
    pub acknowledge: &'static str,
    /// The reader has taken note.
    pub you_read: &'static str,
    /// Somebody else has taken note.
    pub read_by: fn(&str) -> String,
    /// Begins an answer.
    pub answer: &'static str,
    /// The heading over the answers.
    pub answers: &'static str,
    /// Nobody has answered yet.
    pub no_answer: &'static str,
    /// Nobody has answered the reader's own request yet.
    pub no_answer_for_you: &'static str,
    /// Leads from a missing piece to the list.
    pub to_list: &'static str,
    /// Begins feedback about one record.
    pub give: &'static str,
    /// Asks for feedback about one record.
    pub ask: &'static str,
    /// The heading over the comments.
    pub comments: &'static str,
    /// The field for one more comment.
    pub comment: &'static str,
    /// Adds the comment.
    pub add_comment: &'static str,
    /// Removes one of the reader's own comments.
    pub delete_comment: &'static str,
}

/// What a form is called, and when it serves.
#[derive(Clone, Copy, Debug)]
pub struct FormWords {
    /// Its name.
    pub title: &'static str,
    /// When to use it.
    pub when: &'static str,
}

/// What a step is called, and what to write there.
#[derive(Clone, Copy, Debug)]
pub struct StepWords {
    /// Its name, as a label and as a heading.
    pub label: &'static str,
    /// What to write there.
    pub hint: &'static str,
}

const fn form(title: &'static str, when: &'static str) -> FormWords {
    FormWords { title, when }
}

const fn step(label: &'static str, hint: &'static str) -> StepWords {
    StepWords { label, hint }
}

pub(super) const EN: FeedbackMessages = FeedbackMessages {
    title: "Feedback",
    write: "Write",
    show: "Show",
    all: "All",
    for_me: "For me",
    by_me: "By me",
    empty: "No feedback yet",
    empty_why: "A few clear words soon after a shift help more than a long talk weeks later. \
                Each form here has short steps, so you never face an empty page. Look back at \
                your shift, ask a question, or tell the other person what you saw.",
    choose_one: "Choose a piece of feedback to see it here.",
    none_shown: "Nothing of this kind yet.",
    none_here: "No feedback on this yet. One question, or one thing you saw, is a good start.",
    kind: |form| match form {
        Some(Form::Reflection) => "Reflection",
        Some(Form::Request) => "Request",
        _ => "Feedback",
    },
    from_to: |from, to| format!("{from} → {to}"),
    unread: "Unread",
    to_answer: "To answer",
    answer_to: |question| format!("Answer to: {question}"),
    choose: "What do you want to write?",
    choose_answer: "How do you want to answer?",
    form: |kind| match kind {
        Form::Reflection => form(
            "Reflection",
            "After a shift: three steps to look back. Anyone you send the plan to can read it.",
        ),
        Form::Request => {
            form("Ask for feedback", "Before or after a shift: one question to the other person.")
        }
        Form::SituationBehaviorImpact => form(
            "Situation, behavior, impact",
            "You saw something that went well, or that should change: say what, and what it led to.",
        ),
        Form::OneMinute => form(
            "One-minute teaching",
            "Right after a draw: ask what they would do and why, then teach one thing.",
        ),
        Form::Pendleton => form(
            "Learner first, then observer",
            "After you watched: the learner speaks first, and what went well comes first.",
        ),
        Form::AskTellAsk => form(
            "Ask, tell, ask",
            "In passing: ask how it was, say one thing, ask what they take along.",
        ),
        Form::Free => form("Free words", "When no form fits."),
        Form::ToProgram => form(
            "To the program",
            "For whoever runs the program. The other person does not see it.",
        ),
    },
    step: |field| match field {
        field::HAPPENED => {
            step("What happened", "One shift or one moment. Leave out names of patients.")
        }
        field::WENT_WELL => step("What went well", "What would you do the same way again?"),
        field::DIFFERENTLY => {
            step("What I would do differently", "One thing to try the next time.")
        }
        field::QUESTION => step(
            "What I want to know",
            "Name one thing to watch or to judge. A narrow question gets a useful answer.",
        ),
        field::SITUATION => {
            step("Situation", "When and where it was. Leave out names of patients.")
        }
        field::BEHAVIOR => step("Behavior", "What you saw or heard, as a camera would tell it."),
        field::IMPACT => {
            step("Impact", "What it led to for the patient, the sample, the team or you.")
        }
        field::NEXT_TIME => step("Next time", "One thing to keep, or one thing to try."),
        field::COMMITMENT => {
            step("The decision", "Ask first: what would you do here? Write down the answer.")
        }
        field::EVIDENCE => step("The reasons", "Ask: what makes you think so?"),
        field::RULE => step("A rule to keep", "One rule that will also fit the next patient."),
        field::PRAISE => step("What was right", "One thing that was done well, and why it helps."),
        field::CORRECTION => step("What to change", "One thing to do another way, and how."),
        field::ASK => step("Ask", "How do they think it went?"),
        field::TELL => step("Tell", "One thing you saw, and why it matters."),
        field::ASK_AGAIN => step("Ask again", "What do they take along?"),
        field::TEXT => step("In your words", "Leave out names of patients."),
        _ => step("More", ""),
    },
    steps_note: "Fill in the steps you can. One is enough.",
    to: "For whom",
    everyone: "Everyone in this plan",
    about: "About",
    nothing: "Nothing in particular",
    goal: |title| format!("Goal: {title}"),
    meeting: |title, day| format!("Meeting: {title}, {day}"),
    submit: "Write it down",
    look_again: "This is not written down yet. Look at what is marked above.",
    from: |name| format!("From {name}"),
    acknowledge: "I have read this",
    you_read: "You have read this.",
    read_by: |name| format!("{name} has read this."),
    answer: "Answer",
    answers: "Answers",
    no_answer: "No answer yet.",
    no_answer_for_you: "No answer yet. The request goes along with the next file you send.",
    to_list: "See all feedback",
    give: "Give feedback",
    ask: "Ask for feedback",
    comments: "Comments",
    comment: "Your comment",
    add_comment: "Add comment",
    delete_comment: "Delete this comment",
};

pub(super) const ES: FeedbackMessages = FeedbackMessages {
    title: "Comentarios",
    write: "Escribir",
    show: "Mostrar",
    all: "Todos",
    for_me: "Para mí",
    by_me: "Míos",
    empty: "Todavía no hay comentarios",
    empty_why: "Unas palabras claras poco después del turno ayudan más que una conversación larga \
                semanas después. Cada formato tiene pasos cortos, así nunca empiezas con la hoja en \
                blanco. Repasa tu turno, haz una pregunta o dile a la otra persona lo que viste.",
    choose_one: "Elige un comentario y lo verás aquí.",
    none_shown: "Todavía no hay nada de este tipo.",
    none_here: "Todavía no hay comentarios sobre esto. Una pregunta, o algo que viste, ya es un \
                buen comienzo.",
    kind: |form| match form {
        Some(Form::Reflection) => "Reflexión",
        Some(Form::Request) => "Petición",
        _ => "Comentario",
    },
    from_to: |from, to| format!("{from} → {to}"),
    unread: "Sin leer",
    to_answer: "Por responder",
    answer_to: |question| format!("Respuesta a: {question}"),
    choose: "¿Qué quieres escribir?",
    choose_answer: "¿Cómo quieres responder?",
    form: |kind| match kind {
        Form::Reflection => form(
            "Reflexión",
            "Después del turno: tres pasos para repasarlo. La puede leer quien reciba el plan.",
        ),
        Form::Request => {
            form("Pedir comentarios", "Antes o después del turno: una pregunta a la otra persona.")
        }
        Form::SituationBehaviorImpact => form(
            "Situación, comportamiento, impacto",
            "Viste algo que salió bien o que conviene cambiar: di qué fue y qué consecuencias tuvo.",
        ),
        Form::OneMinute => form(
            "Enseñanza en un minuto",
            "Justo después de una extracción: pregunta qué haría y por qué, y enseña una cosa.",
        ),
        Form::Pendleton => form(
            "Primero quien aprende",
            "Después de observar: primero habla quien aprende, y primero lo que salió bien.",
        ),
        Form::AskTellAsk => form(
            "Preguntar, decir, preguntar",
            "De paso: pregunta cómo le fue, di una cosa y pregunta qué se lleva.",
        ),
        Form::Free => form("Palabras libres", "Cuando ninguna forma sirve."),
        Form::ToProgram => {
            form("Para el programa", "Para quien dirige el programa. La otra persona no lo ve.")
        }
    },
    step: |field| match field {
        field::HAPPENED => step("Qué pasó", "Un turno o un momento. Sin nombres de pacientes."),
        field::WENT_WELL => step("Qué salió bien", "¿Qué volverías a hacer igual?"),
        field::DIFFERENTLY => step("Qué haría diferente", "Algo para probar la próxima vez."),
        field::QUESTION => step(
            "Qué quiero saber",
            "Nombra una sola cosa para observar. Una pregunta concreta recibe una respuesta útil.",
        ),
        field::SITUATION => step("Situación", "Cuándo y dónde fue. Sin nombres de pacientes."),
        field::BEHAVIOR => {
            step("Comportamiento", "Lo que viste u oíste, como lo contaría una cámara.")
        }
        field::IMPACT => step(
            "Impacto",
            "Qué consecuencias tuvo para el paciente, la muestra, el equipo o para ti.",
        ),
        field::NEXT_TIME => {
            step("La próxima vez", "Algo para seguir haciendo, o algo para probar.")
        }
        field::COMMITMENT => {
            step("La decisión", "Pregunta primero: ¿qué harías aquí? Anota la respuesta.")
        }
        field::EVIDENCE => step("Las razones", "Pregunta: ¿qué te hace pensar eso?"),
        field::RULE => step("Una regla", "Una regla que también sirva con el próximo paciente."),
        field::PRAISE => step("Qué estuvo bien", "Algo bien hecho, y por qué ayuda."),
        field::CORRECTION => step("Qué cambiar", "Algo para hacer de otra manera, y cómo."),
        field::ASK => step("Preguntar", "¿Cómo cree que le fue?"),
        field::TELL => step("Decir", "Una cosa que viste, y por qué importa."),
        field::ASK_AGAIN => step("Volver a preguntar", "¿Qué se lleva?"),
        field::TEXT => step("Con tus palabras", "Sin nombres de pacientes."),
        _ => step("Además", ""),
    },
    steps_note: "Llena los pasos que puedas. Con uno basta.",
    to: "Para quién",
    everyone: "Todas las personas de este plan",
    about: "Sobre qué",
    nothing: "Nada en particular",
    goal: |title| format!("Meta: {title}"),
    meeting: |title, day| format!("Reunión: {title}, {day}"),
    submit: "Anotarlo",
    look_again: "Todavía no quedó anotado. Revisa lo que está marcado arriba.",
    from: |name| format!("De {name}"),
    acknowledge: "Ya lo leí",
    you_read: "Ya lo leíste.",
    read_by: |name| format!("{name} ya lo leyó."),
    answer: "Responder",
    answers: "Respuestas",
    no_answer: "Todavía no hay respuesta.",
    no_answer_for_you: "Todavía no hay respuesta. La petición va con el próximo archivo que envíes.",
    to_list: "Ver todos los comentarios",
    give: "Dar comentarios",
    ask: "Pedir comentarios",
    comments: "Notas",
    comment: "Tu nota",
    add_comment: "Agregar nota",
    delete_comment: "Borrar esta nota",
};

//! Feedback, reflections, requests and comments.

use crate::domain::{Form, Situation};

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
    /// The filter for what the reader has not taken note of, and how much that is.
    pub new: fn(usize) -> String,
    /// The filter for what one person wrote.
    pub by: fn(&str) -> String,
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
    /// A situation in which one writes, and when that is.
    pub situation: fn(Situation) -> SituationWords,
    /// When a check-in serves.
    pub check_in_when: &'static str,
    /// Over the form that suits a situation best.
    pub suggested: &'static str,
    /// Over the other forms for a situation.
    pub other_ways: &'static str,
    /// Begins to write in the form that is suggested.
    pub begin: &'static str,
    /// Goes on with what is begun in it.
    pub go_on: &'static str,
    /// Beside a form in which something is begun.
    pub begun: &'static str,
    /// Leads from a form to the others.
    pub other_steps: &'static str,
    /// The heading over what the other side waits for.
    pub asked_of_you: &'static str,
    /// What the links to other places are for, for assistive technology.
    pub places: &'static str,
    /// The place for what is said to the program.
    pub to_program: &'static str,
    /// Who will see it and who will not, with the names of the others in the plan.
    pub program_who: fn(&[String]) -> String,
    /// Nothing was said to the program yet.
    pub none_to_program: &'static str,
    /// Leads to where a file for the program is made.
    pub send_program: &'static str,
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
    /// A skill among the choices.
    pub skill: fn(&str) -> String,
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
    /// The heading over the comments on feedback.
    pub replies: &'static str,
    /// The field for one more reply.
    pub reply: &'static str,
    /// Adds the reply.
    pub add_reply: &'static str,
    /// The heading over what was made of a piece.
    pub made: &'static str,
    /// Which words a goal or action item takes over.
    pub takes_over: fn(&str) -> String,
    /// Makes a goal of a piece.
    pub make_goal: &'static str,
    /// Makes an action item of a piece.
    pub make_item: &'static str,
    /// Under the feedback that a goal was made of.
    pub came_from: &'static str,
}

/// A situation in which one writes.
#[derive(Clone, Copy, Debug)]
pub struct SituationWords {
    /// What it is, in the reader's own words.
    pub title: &'static str,
    /// When it is that.
    pub when: &'static str,
}

const fn situation(title: &'static str, when: &'static str) -> SituationWords {
    SituationWords { title, when }
}

pub(super) const EN: FeedbackMessages = FeedbackMessages {
    title: "Feedback",
    write: "Write",
    show: "Show",
    all: "All",
    new: |count| match count {
        0 => "New".to_owned(),
        count => format!("New: {count}"),
    },
    by: |name| format!("By {name}"),
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
        Some(Form::ToProgram) => "To the program",
        _ => "Feedback",
    },
    from_to: |from, to| format!("{from} → {to}"),
    unread: "Unread",
    to_answer: "To answer",
    answer_to: |question| format!("Answer to: {question}"),
    choose: "What do you want to write?",
    choose_answer: "How do you want to answer?",
    situation: |kind| match kind {
        Situation::WatchedDraw => situation("I watched a draw", "Right after it, or the same day."),
        Situation::WeeklyReview => {
            situation("Weekly review", "You two look back at the week, in a few quiet minutes.")
        }
        Situation::MentorToStudent => {
            situation("Something for the student", "You saw or heard something they can use.")
        }
        Situation::StudentToMentor => situation(
            "Something for the mentor",
            "What helps you to learn, and what would help you more.",
        ),
        Situation::ToProgram => situation(
            "Something for the program",
            "For whoever runs it. The other person does not see it.",
        ),
    },
    check_in_when: "A week without a meeting: a few short answers.",
    suggested: "A good way",
    other_ways: "Other ways",
    begin: "Start",
    go_on: "Go on writing",
    begun: "Begun",
    other_steps: "Other ways to write it",
    asked_of_you: "Asked of you",
    places: "More places to write",
    to_program: "To the program",
    program_who: |names| {
        let others = match names {
            [] => "A file for the people in this plan".to_owned(),
            names => format!("The file for you and {}", names.join(", ")),
        };
        format!(
            "Whoever runs the program reads this, with your name. It goes only into a file that \
             you make for the program. {others} leaves it out. Your own backups keep it."
        )
    },
    none_to_program: "Nothing here yet. Say what helps you in this program, and what should change.",
    send_program: "Send",
    steps_note: "Fill in the steps you can. One is enough.",
    to: "For whom",
    everyone: "Everyone in this plan",
    about: "About",
    nothing: "Nothing in particular",
    goal: |title| format!("Goal: {title}"),
    meeting: |title, day| format!("Meeting: {title}, {day}"),
    skill: |name| format!("Skill: {name}"),
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
    replies: "Replies",
    reply: "Your reply",
    add_reply: "Reply",
    made: "What comes of it",
    takes_over: |words| format!("In these words: “{words}”"),
    make_goal: "Make it a goal",
    make_item: "Make it an action item",
    came_from: "Made of this feedback",
};

pub(super) const ES: FeedbackMessages = FeedbackMessages {
    title: "Comentarios",
    write: "Escribir",
    show: "Mostrar",
    all: "Todos",
    new: |count| match count {
        0 => "Nuevos".to_owned(),
        count => format!("Nuevos: {count}"),
    },
    by: |name| format!("De {name}"),
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
        Some(Form::ToProgram) => "Para el programa",
        _ => "Comentario",
    },
    from_to: |from, to| format!("{from} → {to}"),
    unread: "Sin leer",
    to_answer: "Por responder",
    answer_to: |question| format!("Respuesta a: {question}"),
    choose: "¿Qué quieres escribir?",
    choose_answer: "¿Cómo quieres responder?",
    situation: |kind| match kind {
        Situation::WatchedDraw => {
            situation("Observé una extracción", "Justo después, o el mismo día.")
        }
        Situation::WeeklyReview => {
            situation("Repaso de la semana", "Repasan la semana en unos minutos de calma.")
        }
        Situation::MentorToStudent => {
            situation("Algo para tu estudiante", "Viste u oíste algo que le puede servir.")
        }
        Situation::StudentToMentor => situation(
            "Algo para tu mentor o mentora",
            "Qué te ayuda a aprender, y qué te ayudaría más.",
        ),
        Situation::ToProgram => {
            situation("Algo para el programa", "Para quien lo dirige. La otra persona no lo ve.")
        }
    },
    check_in_when: "Una semana sin reunión: unas respuestas cortas.",
    suggested: "Una buena manera",
    other_ways: "Otras maneras",
    begin: "Empezar",
    go_on: "Seguir escribiendo",
    begun: "Empezado",
    other_steps: "Otras maneras de escribirlo",
    asked_of_you: "Te piden",
    places: "Más lugares para escribir",
    to_program: "Para el programa",
    program_who: |names| {
        let others = match names {
            [] => "El archivo para las personas de este plan".to_owned(),
            names => format!("El archivo para ti y {}", names.join(", ")),
        };
        format!(
            "Lo lee quien dirige el programa, con tu nombre. Va solo en un archivo que hagas para \
             el programa. {others} no lo lleva. Tus propios respaldos sí lo guardan."
        )
    },
    none_to_program: "Todavía no hay nada aquí. Di qué te ayuda en este programa y qué debería cambiar.",
    send_program: "Enviar",
    steps_note: "Llena los pasos que puedas. Con uno basta.",
    to: "Para quién",
    everyone: "Todas las personas de este plan",
    about: "Sobre qué",
    nothing: "Nada en particular",
    goal: |title| format!("Meta: {title}"),
    meeting: |title, day| format!("Reunión: {title}, {day}"),
    skill: |name| format!("Habilidad: {name}"),
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
    replies: "Contestaciones",
    reply: "Tu contestación",
    add_reply: "Contestar",
    made: "Qué sale de esto",
    takes_over: |words| format!("Con estas palabras: “{words}”"),
    make_goal: "Convertir en meta",
    make_item: "Convertir en pendiente",
    came_from: "Salió de este comentario",
};

//! What Today tells below its first rows, once the rest of the program is there. The words are apart from Today's own, so
//! that the first part of the program does not bring them along.

/// The later rows of Today.
#[derive(Clone, Copy, Debug)]
pub struct LaterMessages {
    /// Nothing is to be done.
    pub all_done: &'static str,
    /// It is the reader's turn in the agreement.
    pub agreement: &'static str,
    /// What to do about the agreement.
    pub agreement_why: &'static str,
    /// Somebody else has to answer to the agreement.
    pub agreement_waits: fn(&str) -> String,
    /// What that means.
    pub agreement_waits_why: &'static str,
    /// Nobody has begun an agreement.
    pub agreement_begin: &'static str,
    /// Why an agreement helps.
    pub agreement_begin_why: &'static str,
    /// So many things came in and were not looked at.
    pub new: fn(usize) -> String,
    /// It has been quiet for so many days.
    pub quiet: fn(i64) -> String,
    /// That nobody is to blame, and that a small step does.
    pub quiet_why: &'static str,
    /// The smallest step: to answer a request.
    pub step_answer: fn(&str) -> String,
    /// The smallest step: to answer a check-in.
    pub step_check_in: fn(&str) -> String,
    /// The smallest step: to say what became of a meeting.
    pub step_close: &'static str,
    /// The smallest step: to write a check-in.
    pub step_write: &'static str,
    /// The smallest step: to set a meeting.
    pub step_meeting: &'static str,
    /// The end of the course is near, or past.
    pub close: &'static str,
    /// Why an end helps.
    pub close_why: &'static str,
    /// Write the first goal.
    pub first_goal: &'static str,
    /// Why a goal helps.
    pub first_goal_why: &'static str,
    /// Schedule the next meeting.
    pub next_meeting: &'static str,
    /// Why a meeting helps.
    pub next_meeting_why: &'static str,
    /// Send the plan to the other side.
    pub invite: &'static str,
    /// Why sending helps.
    pub invite_why: &'static str,
}

pub(super) const EN: LaterMessages = LaterMessages {
    all_done: "Nothing waits for you. Good time to write down how the last shift went.",
    agreement: "Your turn in the agreement",
    agreement_why: "Read what has changed, then say yes or change it.",
    agreement_waits: |names| format!("The agreement waits for {names}"),
    agreement_waits_why: "You have said yes. Send the plan, so that they can.",
    agreement_begin: "Write down how you work together",
    agreement_begin_why: "A short agreement saves misunderstandings. There is a draft to start from.",
    new: |count| match count {
        1 => "1 new thing since the last import".to_owned(),
        count => format!("{count} new things since the last import"),
    },
    quiet: |days| format!("It has been quiet for {days} days"),
    quiet_why: "That happens: shifts get in the way. This takes less than five minutes:",
    step_answer: |name| format!("Answer {name}'s question"),
    step_check_in: |name| format!("Answer {name}'s check-in"),
    step_close: "Say if the meeting took place",
    step_write: "Write a short check-in",
    step_meeting: "Set the next meeting",
    close: "Bring the course to a good end",
    close_why: "Say what you reached, say thanks, say what follows.",
    first_goal: "Write your first goal",
    first_goal_why: "One thing you want to do well by the end of the course.",
    next_meeting: "Set the next meeting",
    next_meeting_why: "Pairs that always have a next date keep going.",
    invite: "Send the plan to your mentor or student",
    invite_why: "They open the file, answer, and send it back.",
};

pub(super) const ES: LaterMessages = LaterMessages {
    all_done: "No tienes nada pendiente. Buen momento para anotar cómo te fue en el último turno.",
    agreement: "Te toca en el acuerdo",
    agreement_why: "Lee lo que cambió; luego di que sí o cámbialo.",
    agreement_waits: |names| format!("El acuerdo espera a {names}"),
    agreement_waits_why: "Ya dijiste que sí. Envía el plan para que también pueda.",
    agreement_begin: "Escriban cómo van a trabajar",
    agreement_begin_why: "Un acuerdo corto evita malentendidos. Hay un borrador para empezar.",
    new: |count| match count {
        1 => "1 cosa nueva desde la última vez que trajiste algo".to_owned(),
        count => format!("{count} cosas nuevas desde la última vez que trajiste algo"),
    },
    quiet: |days| format!("Han pasado {days} días en silencio"),
    quiet_why: "Pasa: los turnos se atraviesan. Esto toma menos de cinco minutos:",
    step_answer: |name| format!("Responde la pregunta de {name}"),
    step_check_in: |name| format!("Responde al reporte breve de {name}"),
    step_close: "Di si la reunión se realizó",
    step_write: "Escribe un reporte breve",
    step_meeting: "Fija la próxima reunión",
    close: "Cierra bien el curso",
    close_why: "Di qué lograste, da las gracias y di qué sigue.",
    first_goal: "Escribe tu primera meta",
    first_goal_why: "Algo que quieras hacer bien al final del curso.",
    next_meeting: "Fija la próxima reunión",
    next_meeting_why: "Quienes siempre tienen una próxima fecha siguen adelante.",
    invite: "Envía el plan a tu mentor, mentora o estudiante",
    invite_why: "Quien lo reciba abre el archivo, responde y te lo devuelve.",
};

//! Goals and tasks.

use crate::domain::Because;

/// Goals and tasks.
#[derive(Clone, Copy, Debug)]
pub struct GoalMessages {
    /// The heading of the list of goals, and the way back to it.
    pub title: &'static str,
    /// What the list of goals holds, for assistive technology.
    pub list: &'static str,
    /// Begins a new goal, and writes it down.
    pub add: &'static str,
    /// There is no goal yet.
    pub empty: &'static str,
    /// What a good goal is, and why it helps.
    pub empty_why: &'static str,
    /// Stands beside the list while no goal of it is chosen.
    pub choose: &'static str,
    /// Due on a day to come.
    pub by: fn(&str) -> String,
    /// The day on which it was due has passed.
    pub overdue: fn(&str) -> String,
    /// There is no day by which it is due.
    pub no_date: &'static str,
    /// So many of so many tasks are done.
    pub tasks_done: fn(usize, usize) -> String,
    /// The heading of the form for a new goal.
    pub new: &'static str,
    /// The field for what the goal is.
    pub what: &'static str,
    /// Helps to fill in what the goal is.
    pub what_hint: &'static str,
    /// The field for how its author will know.
    pub measure: &'static str,
    /// Helps to fill in how its author will know.
    pub measure_hint: &'static str,
    /// The field for the day.
    pub due: &'static str,
    /// Helps to choose the day.
    pub due_hint: &'static str,
    /// The choice of a category.
    pub category: &'static str,
    /// A field of the form wants another look.
    pub look_again: &'static str,
    /// The heading of the tasks.
    pub tasks: &'static str,
    /// What tasks are for, and how many there may be.
    pub tasks_hint: fn(usize) -> String,
    /// One of the first tasks, by its number.
    pub task_number: fn(usize) -> String,
    /// The field for one more task.
    pub new_task: &'static str,
    /// Writes down one more task.
    pub add_task: &'static str,
    /// There are as many tasks as there may be.
    pub tasks_full: fn(usize) -> String,
    /// The menu of one task, by its title.
    pub task_menu: fn(&str) -> String,
    /// Opens the field for a task's title.
    pub rename_task: &'static str,
    /// The field for a task's title.
    pub task_title: &'static str,
    /// Deletes a task.
    pub delete_task: &'static str,
    /// The heading of what, by when and category.
    pub about: &'static str,
    /// The menu of a goal.
    pub menu: &'static str,
    /// Deletes a goal.
    pub delete: &'static str,
    /// A goal is not there.
    pub gone: &'static str,
    /// Leads to the list of goals.
    pub all: &'static str,
    /// The field for why the goal matters.
    pub why: &'static str,
    /// Helps to fill in why the goal matters.
    pub why_hint: &'static str,
    /// Why a goal stands as it does.
    pub because: fn(&Because) -> String,
    /// Says that a goal is reached.
    pub mark_met: &'static str,
    /// Says that a goal is not reached, after all.
    pub reopen: &'static str,
    /// Sets a goal aside.
    pub set_aside: &'static str,
    /// The field for why a goal is set aside.
    pub reason: &'static str,
    /// Puts that field away again.
    pub keep_going: &'static str,
    /// Takes up a goal that was set aside.
    pub take_up: &'static str,
    /// The heading of how confident people are.
    pub confidence: &'static str,
    /// Asks the student how confident they are.
    pub how_sure: &'static str,
    /// Asks the mentor the same about the student.
    pub how_sure_mentor: &'static str,
    /// How confident somebody is, by name and number from 1 to 5.
    pub rated: fn(&str, i64) -> String,
    /// The heading of what shows that a goal comes closer.
    pub evidence: &'static str,
    /// The field for one more piece of evidence.
    pub new_evidence: &'static str,
    /// Helps to fill it in.
    pub evidence_hint: &'static str,
    /// Adds it.
    pub add_evidence: &'static str,
    /// Deletes the reader's own.
    pub delete_evidence: &'static str,
    /// The heading of the picture of how things came along.
    pub course: &'static str,
    /// What the picture of one goal shows.
    pub course_label: &'static str,
    /// What the picture of all goals shows.
    pub all_label: &'static str,
    /// Whose confidence a mark in the picture is, by name.
    pub confidence_of: fn(&str) -> String,
    /// How somebody's confidence changed, by name.
    pub trail: fn(&str, &[i64]) -> String,
    /// The handle of a goal, by its title.
    pub move_goal: fn(&str) -> String,
    /// Moves it up.
    pub move_up: &'static str,
    /// Moves it down.
    pub move_down: &'static str,
    /// Moves it to the top.
    pub move_first: &'static str,
    /// Where a goal stands now, by its title: at which place of how many.
    pub moved: fn(&str, usize, usize) -> String,
    /// The heading of the ideas for this part of the course.
    pub ideas: &'static str,
    /// The heading of the other ideas.
    pub more_ideas: &'static str,
    /// What tapping an idea does.
    pub ideas_hint: &'static str,
    /// The form was filled with an idea.
    pub idea_taken: &'static str,
    /// Empties it again.
    pub other_idea: &'static str,
    /// What taking several ideas does.
    pub first_goals_hint: &'static str,
    /// Takes so many of them.
    pub take: fn(usize) -> String,
}

pub(super) const EN: GoalMessages = GoalMessages {
    title: "Goals",
    list: "Goals, in your order",
    add: "Add goal",
    empty: "No goals yet",
    empty_why: "A good goal is one thing you want to do well, a way to know that you can, and a \
                day. Small tasks turn it into next steps. Start with one.",
    choose: "Choose a goal to see it here.",
    by: |day| format!("by {day}"),
    overdue: |day| format!("overdue since {day}"),
    no_date: "no date yet",
    tasks_done: |done, of| match (done, of) {
        (_, 0) => "no tasks yet".to_owned(),
        (1, 1) => "the 1 task is done".to_owned(),
        (done, 1) => format!("{done} of 1 task"),
        (done, of) if done == of => format!("all {of} tasks done"),
        (done, of) => format!("{done} of {of} tasks"),
    },
    new: "New goal",
    what: "What",
    what_hint: "One thing you want to do well, such as: Steady hand with small veins.",
    measure: "How I will know",
    measure_hint: "Something you can see or count, such as: 10 draws without help.",
    due: "By when",
    due_hint: "You can leave this open for now.",
    category: "Category",
    look_again: "The goal is not added yet. Look at what is marked above.",
    tasks: "Tasks",
    tasks_hint: |limit| format!("Small steps that fit in a shift, up to {limit}."),
    task_number: |number| format!("Task {number}"),
    new_task: "New task",
    add_task: "Add task",
    tasks_full: |limit| {
        format!("A goal holds up to {limit} tasks. For more, delete one or start a second goal.")
    },
    task_menu: |title| format!("More for task: {title}"),
    rename_task: "Rename",
    task_title: "Task",
    delete_task: "Delete task",
    about: "About this goal",
    menu: "More for this goal",
    delete: "Delete goal",
    gone: "Goal not found",
    all: "All goals",
    why: "Why",
    why_hint: "What it changes for your patients, your team or you.",
    because: |because| match because {
        Because::Said => "One of you marked it as met.".to_owned(),
        Because::AllDone => "All of its tasks are done.".to_owned(),
        Because::Reason(reason) if reason.is_empty() => "No reason is given.".to_owned(),
        Because::Reason(reason) => format!("“{reason}”"),
        Because::Passed { days: 1 } => "Its day was yesterday.".to_owned(),
        Because::Passed { days } => format!("Its day was {days} days ago."),
        Because::Near { days, open } => {
            let when = match days {
                0 => "Due today".to_owned(),
                1 => "Due tomorrow".to_owned(),
                days => format!("Due in {days} days"),
            };
            match open {
                1 => format!("{when}, with 1 task still open."),
                open => format!("{when}, with {open} tasks still open."),
            }
        }
        Because::Behind { time, done } => {
            format!("{time} % of its time has passed, and {done} % of its tasks are done.")
        }
        Because::Unsure { confidence } => {
            format!("Half of its time has passed, and confidence is at {confidence} of 5.")
        }
        Because::InTime { days: 0 } => "Due today.".to_owned(),
        Because::InTime { days: 1 } => "1 day left.".to_owned(),
        Because::InTime { days } => format!("{days} days left."),
        Because::NoDay => "A date would help to see how it goes.".to_owned(),
    },
    mark_met: "Mark as met",
    reopen: "Not met yet",
    set_aside: "Set aside",
    reason: "Why do you set it aside?",
    keep_going: "Keep it going",
    take_up: "Take it up again",
    confidence: "Confidence",
    how_sure: "how sure do you feel of this?",
    how_sure_mentor: "how sure are you that your student can do this?",
    rated: |name, rating| format!("{name} {rating} of 5"),
    evidence: "Evidence",
    new_evidence: "New evidence",
    evidence_hint: "What happened that shows it comes closer. Leave out names of patients.",
    add_evidence: "Add evidence",
    delete_evidence: "Delete this evidence",
    course: "Over the weeks",
    course_label: "Picture of tasks done and confidence over the weeks",
    all_label: "Picture of tasks done over the weeks",
    confidence_of: |name| format!("confidence, {name}"),
    trail: |name, ratings| {
        let ratings: Vec<String> = ratings.iter().map(i64::to_string).collect();
        format!("{name}: {} of 5", ratings.join(", then "))
    },
    move_goal: |title| format!("Move: {title}"),
    move_up: "Move up",
    move_down: "Move down",
    move_first: "Move to the top",
    moved: |title, place, of| format!("“{title}” is now {place} of {of}."),
    ideas: "Ideas for this part of your course",
    more_ideas: "More ideas",
    ideas_hint: "Tap one to fill in the form. You can change every word.",
    idea_taken: "This is an idea from your program. Change what you like.",
    other_idea: "Choose another idea",
    first_goals_hint: "Each comes with tasks and a date. You can change all of it later.",
    take: |count| match count {
        1 => "Take this one".to_owned(),
        count => format!("Take these {count}"),
    },
};

pub(super) const ES: GoalMessages = GoalMessages {
    title: "Metas",
    list: "Metas, en tu orden",
    add: "Agregar meta",
    empty: "Todavía no hay metas",
    empty_why: "Una buena meta es algo que quieres hacer bien, una forma de saber que ya puedes y \
                una fecha. Con tareas pequeñas sabes qué sigue. Empieza con una meta.",
    choose: "Elige una meta y la verás aquí.",
    by: |day| format!("para el {day}"),
    overdue: |day| format!("venció el {day}"),
    no_date: "sin fecha todavía",
    tasks_done: |done, of| match (done, of) {
        (_, 0) => "sin tareas todavía".to_owned(),
        (1, 1) => "la única tarea está hecha".to_owned(),
        (done, 1) => format!("{done} de 1 tarea"),
        (done, of) if done == of => format!("las {of} tareas hechas"),
        (done, of) => format!("{done} de {of} tareas"),
    },
    new: "Nueva meta",
    what: "Qué",
    what_hint: "Algo que quieres hacer bien, por ejemplo: pulso firme con venas pequeñas.",
    measure: "Cómo lo sabré",
    measure_hint: "Algo que se puede ver o contar, por ejemplo: 10 extracciones sin ayuda.",
    due: "Para cuándo",
    due_hint: "Puedes decidirlo después.",
    category: "Categoría",
    look_again: "La meta todavía no se agregó. Revisa lo que está marcado arriba.",
    tasks: "Tareas",
    tasks_hint: |limit| format!("Pasos pequeños que caben en un turno, hasta {limit}."),
    task_number: |number| format!("Tarea {number}"),
    new_task: "Nueva tarea",
    add_task: "Agregar tarea",
    tasks_full: |limit| {
        format!(
            "En una meta caben hasta {limit} tareas. Si necesitas más, borra una o empieza otra meta."
        )
    },
    task_menu: |title| format!("Más para la tarea: {title}"),
    rename_task: "Cambiar el nombre",
    task_title: "Tarea",
    delete_task: "Borrar tarea",
    about: "Sobre esta meta",
    menu: "Más para esta meta",
    delete: "Borrar meta",
    gone: "No se encontró la meta",
    all: "Todas las metas",
    why: "Por qué",
    why_hint: "Qué cambia para tus pacientes, tu equipo o para ti.",
    because: |because| match because {
        Because::Said => "Uno de ustedes la marcó como lograda.".to_owned(),
        Because::AllDone => "Todas sus tareas están hechas.".to_owned(),
        Because::Reason(reason) if reason.is_empty() => "No se dio un motivo.".to_owned(),
        Because::Reason(reason) => format!("“{reason}”"),
        Because::Passed { days: 1 } => "Su fecha fue ayer.".to_owned(),
        Because::Passed { days } => format!("Su fecha fue hace {days} días."),
        Because::Near { days, open } => {
            let when = match days {
                0 => "Vence hoy".to_owned(),
                1 => "Vence mañana".to_owned(),
                days => format!("Vence en {days} días"),
            };
            match open {
                1 => format!("{when} y queda 1 tarea."),
                open => format!("{when} y quedan {open} tareas."),
            }
        }
        Because::Behind { time, done } => {
            format!("Ya pasó el {time} % de su tiempo y está hecho el {done} % de sus tareas.")
        }
        Because::Unsure { confidence } => {
            format!("Ya pasó la mitad de su tiempo y la confianza está en {confidence} de 5.")
        }
        Because::InTime { days: 0 } => "Vence hoy.".to_owned(),
        Because::InTime { days: 1 } => "Queda 1 día.".to_owned(),
        Because::InTime { days } => format!("Quedan {days} días."),
        Because::NoDay => "Con una fecha verías mejor cómo va.".to_owned(),
    },
    mark_met: "Marcar como lograda",
    reopen: "Todavía no está lograda",
    set_aside: "Dejar de lado",
    reason: "¿Por qué la dejas de lado?",
    keep_going: "Seguir con ella",
    take_up: "Retomarla",
    confidence: "Confianza",
    how_sure: "¿cuánta confianza tienes en esto?",
    how_sure_mentor: "¿cuánta confianza tienes en que ya lo puede hacer?",
    rated: |name, rating| format!("{name} {rating} de 5"),
    evidence: "Evidencia",
    new_evidence: "Nueva evidencia",
    evidence_hint: "Qué pasó que muestra que ya falta menos. No escribas nombres de pacientes.",
    add_evidence: "Agregar evidencia",
    delete_evidence: "Borrar esta evidencia",
    course: "A lo largo de las semanas",
    course_label: "Gráfica de tareas hechas y confianza a lo largo de las semanas",
    all_label: "Gráfica de tareas hechas a lo largo de las semanas",
    confidence_of: |name| format!("confianza, {name}"),
    trail: |name, ratings| {
        let ratings: Vec<String> = ratings.iter().map(i64::to_string).collect();
        format!("{name}: {} de 5", ratings.join(", luego "))
    },
    move_goal: |title| format!("Mover: {title}"),
    move_up: "Subir",
    move_down: "Bajar",
    move_first: "Llevar al principio",
    moved: |title, place, of| format!("“{title}” ahora es la {place} de {of}."),
    ideas: "Ideas para esta parte de tu curso",
    more_ideas: "Más ideas",
    ideas_hint: "Toca una para llenar el formulario. Puedes cambiar cada palabra.",
    idea_taken: "Esta es una idea de tu programa. Cambia lo que quieras.",
    other_idea: "Elegir otra idea",
    first_goals_hint: "Cada una trae tareas y una fecha. Después puedes cambiar todo.",
    take: |count| match count {
        1 => "Tomar esta".to_owned(),
        count => format!("Tomar estas {count}"),
    },
};

//! Goals and tasks.

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
}

pub(super) const EN: GoalMessages = GoalMessages {
    title: "Goals",
    list: "Goals, the next due first",
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
};

pub(super) const ES: GoalMessages = GoalMessages {
    title: "Metas",
    list: "Metas, primero la que vence antes",
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
};

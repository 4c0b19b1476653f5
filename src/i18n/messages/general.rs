//! Words that many pages share.

use crate::domain::{Category, Role};

/// Words that many pages share.
#[derive(Clone, Copy, Debug)]
pub struct Common {
    /// Takes something back.
    pub undo: &'static str,
    /// Puts a message away.
    pub dismiss: &'static str,
    /// Removes a record.
    pub delete: &'static str,
    /// Ends changing.
    pub done: &'static str,
    /// Opens a menu of rarer actions.
    pub more_actions: &'static str,
    /// A badge on something that wants settling.
    pub to_settle: &'static str,
    /// What a role is called.
    pub role: fn(Role) -> &'static str,
    /// What a category is called.
    pub category: fn(Category) -> &'static str,
    /// So many of so many.
    pub of: fn(usize, usize) -> String,
    /// So many days ago, 0 for today.
    pub days_ago: fn(i64) -> String,
}

pub(super) const EN: Common = Common {
    undo: "Undo",
    dismiss: "Dismiss",
    delete: "Delete",
    done: "Done",
    more_actions: "More actions",
    to_settle: "to settle",
    role: |role| match role {
        Role::Student => "Student",
        Role::Mentor => "Mentor",
        Role::Coordinator => "Coordinator",
    },
    category: |category| match category {
        Category::Technique => "Technique",
        Category::Safety => "Safety",
        Category::Communication => "Communication",
        Category::Knowledge => "Knowledge",
        Category::Career => "Career",
        Category::Wellbeing => "Wellbeing",
    },
    of: |done, of| format!("{done} of {of}"),
    days_ago: |days| match days {
        ..=0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    },
};

pub(super) const ES: Common = Common {
    undo: "Deshacer",
    dismiss: "Cerrar",
    delete: "Borrar",
    done: "Listo",
    more_actions: "Más acciones",
    to_settle: "por decidir",
    role: |role| match role {
        Role::Student => "Estudiante",
        Role::Mentor => "Mentor o mentora",
        Role::Coordinator => "Coordinación",
    },
    category: |category| match category {
        Category::Technique => "Técnica",
        Category::Safety => "Seguridad",
        Category::Communication => "Comunicación",
        Category::Knowledge => "Conocimientos",
        Category::Career => "Carrera",
        Category::Wellbeing => "Bienestar",
    },
    of: |done, of| format!("{done} de {of}"),
    days_ago: |days| match days {
        ..=0 => "hoy".to_owned(),
        1 => "ayer".to_owned(),
        days => format!("hace {days} días"),
    },
};

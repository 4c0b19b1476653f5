//! What is wrong, said where it is wrong.

use crate::domain::{CommandError, Problem};

/// What is wrong, and what to do.
#[derive(Clone, Copy, Debug)]
pub struct Errors {
    /// What is wrong with the words in a field.
    pub problem: fn(Problem) -> String,
    /// Why something was not done.
    pub refused: fn(&CommandError) -> String,
    /// An address names nothing.
    pub no_page: &'static str,
    /// A record is not there, or no longer.
    pub no_record: &'static str,
}

pub(super) const EN: Errors = Errors {
    problem: |problem| match problem {
        Problem::Missing => "Write something here first.".to_owned(),
        Problem::TooLong { limit } => format!("At most {limit} characters fit here."),
        Problem::DateOutOfRange => "Pick a date between 2000 and 2100.".to_owned(),
        Problem::EndsBeforeStart => "The end must be after the start.".to_owned(),
        Problem::OtherWeekday => "The first day is another weekday of its month.".to_owned(),
        Problem::OutOfRange { least, most } => {
            format!("Pick a number from {least} to {most}.")
        }
        Problem::TooMany { limit } => {
            format!("No more than {limit} here. Finish or remove one first.")
        }
    },
    refused: |error| match error {
        CommandError::Invalid(complaint) => (EN.problem)(complaint.problem),
        CommandError::NotThere(_) => {
            "This is not in the plan any more. Nothing changed.".to_owned()
        }
        CommandError::NotInPlan => {
            "Say first who you are in this plan: More, then People. Nothing changed.".to_owned()
        }
        CommandError::NotYours => {
            "Only the person who wrote this can change or remove it.".to_owned()
        }
        CommandError::Stale => {
            "This changed while you were looking. Read it again, then decide.".to_owned()
        }
        CommandError::Fixed => "This cannot be changed.".to_owned(),
        CommandError::ReadOnly => {
            "Nothing was changed: this page only shows the plan. The message at the top says why."
                .to_owned()
        }
    },
    no_page: "There is no page at this address.",
    no_record: "This is not in the plan, or not any more.",
};

pub(super) const ES: Errors = Errors {
    problem: |problem| match problem {
        Problem::Missing => "Primero escribe algo aquí.".to_owned(),
        Problem::TooLong { limit } => format!("Aquí caben {limit} caracteres como máximo."),
        Problem::DateOutOfRange => "Elige una fecha entre 2000 y 2100.".to_owned(),
        Problem::EndsBeforeStart => "Debe terminar después de empezar.".to_owned(),
        Problem::OtherWeekday => "El primer día cae en otra semana del mes.".to_owned(),
        Problem::OutOfRange { least, most } => {
            format!("Elige un número del {least} al {most}.")
        }
        Problem::TooMany { limit } => {
            format!("No más de {limit} aquí. Primero termina o quita una.")
        }
    },
    refused: |error| {
        match error {
        CommandError::Invalid(complaint) => (ES.problem)(complaint.problem),
        CommandError::NotThere(_) => "Esto ya no está en el plan. No se cambió nada.".to_owned(),
        CommandError::NotInPlan => {
            "Primero di quién eres en este plan: Más, luego Personas. No se cambió nada.".to_owned()
        }
        CommandError::NotYours => "Solo quien lo escribió puede cambiarlo o quitarlo.".to_owned(),
        CommandError::Stale => {
            "Esto cambió mientras lo mirabas. Léelo otra vez y luego decide.".to_owned()
        }
        CommandError::Fixed => "Esto no se puede cambiar.".to_owned(),
        CommandError::ReadOnly => {
            "No se cambió nada: esta página solo muestra el plan. El mensaje de arriba dice por qué."
                .to_owned()
        }
    }
    },
    no_page: "No hay ninguna página en esta dirección.",
    no_record: "Esto no está en el plan, o ya no.",
};

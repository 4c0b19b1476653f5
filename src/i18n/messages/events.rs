//! What has happened, in the message that also offers to undo it.

use crate::domain::{Audience, Happening, Remark};

/// What has happened.
#[derive(Clone, Copy, Debug)]
pub struct Events {
    /// The sentence for one happening.
    pub say: fn(Happening) -> String,
    /// An import was taken in: so many changes.
    pub imported: fn(usize) -> String,
    /// An import was taken back.
    pub import_undone: &'static str,
    /// A plan was taken off this device.
    pub removed: &'static str,
}

pub(super) const EN: Events = Events {
    say: |happening| match happening {
        Happening::PlanStarted => "Plan started.".to_owned(),
        Happening::PlanRevised => "Plan changed.".to_owned(),
        Happening::PlanClosed => "The mentorship is closed. Everything stays readable.".to_owned(),
        Happening::PlanReopened => "The mentorship is open again.".to_owned(),
        Happening::Joined => "You are in this plan now.".to_owned(),
        Happening::PersonAdded => "Person added.".to_owned(),
        Happening::PersonRevised => "Person changed.".to_owned(),
        Happening::GoalAdded => "Goal added.".to_owned(),
        Happening::GoalsAdded { count } => format!("{count} goals added."),
        Happening::GoalRevised => "Goal changed.".to_owned(),
        Happening::TaskAdded => "Task added.".to_owned(),
        Happening::TaskRenamed => "Task changed.".to_owned(),
        Happening::TaskDone => "Task done.".to_owned(),
        Happening::TaskReopened => "Task open again.".to_owned(),
        Happening::MeetingsScheduled { count: 1 } => "Meeting scheduled.".to_owned(),
        Happening::MeetingsScheduled { count } => format!("{count} meetings scheduled."),
        Happening::MeetingRevised => "Meeting changed.".to_owned(),
        Happening::SeriesRevised => "The meetings of the series were changed.".to_owned(),
        Happening::SeriesEnded => "The series ends there.".to_owned(),
        Happening::AgendaItemAdded => "Put on the agenda.".to_owned(),
        Happening::AgendaItemRevised => "Agenda changed.".to_owned(),
        Happening::DecisionAdded => "Decision written down.".to_owned(),
        Happening::DecisionRevised => "Decision changed.".to_owned(),
        Happening::ShiftsAdded { count: 1 } => "1 shift added. Only you see it.".to_owned(),
        Happening::ShiftsAdded { count } => format!("{count} shifts added. Only you see them."),
        Happening::ShiftRevised => "Shift changed.".to_owned(),
        Happening::ShiftsCleared { count: 1 } => "1 shift deleted.".to_owned(),
        Happening::ShiftsCleared { count } => format!("{count} shifts deleted."),
        Happening::FreeBusyShared => {
            "Your busy times go along with your next file, without saying why.".to_owned()
        }
        Happening::FreeBusyHidden => "Your busy times no longer go along.".to_owned(),
        Happening::ActionItemRevised => "Action item changed.".to_owned(),
        Happening::ActionItemAdded => "Action item added.".to_owned(),
        Happening::ActionItemDone => "Action item done.".to_owned(),
        Happening::ActionItemReopened => "Action item open again.".to_owned(),
        Happening::FeedbackGiven => {
            "Feedback written. It goes along with your next file.".to_owned()
        }
        Happening::ReflectionWritten => "Reflection written.".to_owned(),
        Happening::FeedbackRequested => {
            "Request written. It goes along with your next file.".to_owned()
        }
        Happening::FeedbackAcknowledged => "Marked as read.".to_owned(),
        Happening::CommentAdded { remark } => match remark {
            Remark::Comment => "Comment added.".to_owned(),
            Remark::Reply => "Reply added.".to_owned(),
            Remark::Note => "Note added.".to_owned(),
            Remark::Answer => "Answer added.".to_owned(),
        },
        Happening::AgreementBegun => "Agreement begun. Both of you can change it.".to_owned(),
        Happening::AgreementChanged => "Agreement changed. Both of you are asked again.".to_owned(),
        Happening::Agreed => "You agreed. It goes along with your next file.".to_owned(),
        Happening::Rated => "Confidence written down.".to_owned(),
        Happening::EvidenceAdded => "Evidence added.".to_owned(),
        Happening::GoalsMoved => "Goals moved.".to_owned(),
        Happening::CheckedIn => "Check-in written. It goes along with your next file.".to_owned(),
        Happening::NoteWritten => "Note kept. Only you see it.".to_owned(),
        Happening::Evaluated => "Your answers are kept.".to_owned(),
        Happening::ClosingWritten => "Your closing words are kept.".to_owned(),
        Happening::ProgramTold => "Written for the program. Your pair does not see it.".to_owned(),
        Happening::AudienceSet { audience: Audience::OnlyMe } => {
            "Only you see this from now on. Files sent before keep it.".to_owned()
        }
        Happening::AudienceSet { audience: Audience::Pair } => {
            "You and the other side see this.".to_owned()
        }
        Happening::AudienceSet { audience: Audience::Program } => {
            "The program sees this, too, once you send it a file.".to_owned()
        }
        Happening::Deleted => "Deleted.".to_owned(),
        Happening::Restored => "Brought back.".to_owned(),
        Happening::PutBack => "Earlier words are back.".to_owned(),
        Happening::Settled => "Settled.".to_owned(),
        Happening::Undone => "Undone.".to_owned(),
    },
    imported: |count| match count {
        1 => "1 change brought in.".to_owned(),
        count => format!("{count} changes brought in."),
    },
    import_undone: "Import undone. What you wrote since then is kept.",
    removed: "Plan removed from this device. Other devices and files keep it.",
};

pub(super) const ES: Events = Events {
    say: |happening| match happening {
        Happening::PlanStarted => "Plan iniciado.".to_owned(),
        Happening::PlanRevised => "Plan cambiado.".to_owned(),
        Happening::PlanClosed => {
            "La mentoría está cerrada. Todo se puede seguir leyendo.".to_owned()
        }
        Happening::PlanReopened => "La mentoría está abierta de nuevo.".to_owned(),
        Happening::Joined => "Ya estás en este plan.".to_owned(),
        Happening::PersonAdded => "Persona agregada.".to_owned(),
        Happening::PersonRevised => "Persona cambiada.".to_owned(),
        Happening::GoalAdded => "Meta agregada.".to_owned(),
        Happening::GoalsAdded { count } => format!("{count} metas agregadas."),
        Happening::GoalRevised => "Meta cambiada.".to_owned(),
        Happening::TaskAdded => "Tarea agregada.".to_owned(),
        Happening::TaskRenamed => "Tarea cambiada.".to_owned(),
        Happening::TaskDone => "Tarea hecha.".to_owned(),
        Happening::TaskReopened => "Tarea abierta de nuevo.".to_owned(),
        Happening::MeetingsScheduled { count: 1 } => "Reunión programada.".to_owned(),
        Happening::MeetingsScheduled { count } => format!("{count} reuniones programadas."),
        Happening::MeetingRevised => "Reunión cambiada.".to_owned(),
        Happening::SeriesRevised => "Se cambiaron las reuniones de la serie.".to_owned(),
        Happening::SeriesEnded => "La serie termina ahí.".to_owned(),
        Happening::AgendaItemAdded => "Agregado a los temas.".to_owned(),
        Happening::AgendaItemRevised => "Temas cambiados.".to_owned(),
        Happening::DecisionAdded => "Decisión anotada.".to_owned(),
        Happening::DecisionRevised => "Decisión cambiada.".to_owned(),
        Happening::ShiftsAdded { count: 1 } => "1 turno agregado. Solo tú lo ves.".to_owned(),
        Happening::ShiftsAdded { count } => format!("{count} turnos agregados. Solo tú los ves."),
        Happening::ShiftRevised => "Turno cambiado.".to_owned(),
        Happening::ShiftsCleared { count: 1 } => "1 turno borrado.".to_owned(),
        Happening::ShiftsCleared { count } => format!("{count} turnos borrados."),
        Happening::FreeBusyShared => {
            "Tus horas ocupadas van en tu próximo archivo, sin decir por qué.".to_owned()
        }
        Happening::FreeBusyHidden => "Tus horas ocupadas ya no van en tus archivos.".to_owned(),
        Happening::ActionItemRevised => "Pendiente cambiado.".to_owned(),
        Happening::ActionItemAdded => "Pendiente agregado.".to_owned(),
        Happening::ActionItemDone => "Pendiente hecho.".to_owned(),
        Happening::ActionItemReopened => "Pendiente abierto de nuevo.".to_owned(),
        Happening::FeedbackGiven => "Comentario escrito. Va con tu próximo archivo.".to_owned(),
        Happening::ReflectionWritten => "Reflexión escrita.".to_owned(),
        Happening::FeedbackRequested => "Petición escrita. Va con tu próximo archivo.".to_owned(),
        Happening::FeedbackAcknowledged => "Marcado como leído.".to_owned(),
        Happening::CommentAdded { remark } => match remark {
            Remark::Comment | Remark::Note => "Nota agregada.".to_owned(),
            Remark::Reply => "Contestación agregada.".to_owned(),
            Remark::Answer => "Respuesta agregada.".to_owned(),
        },
        Happening::AgreementBegun => {
            "Acuerdo iniciado. Las dos partes pueden cambiarlo.".to_owned()
        }
        Happening::AgreementChanged => {
            "Cambió el acuerdo. Falta que las dos partes lo acepten otra vez.".to_owned()
        }
        Happening::Agreed => "Aceptaste el acuerdo. Va con tu próximo archivo.".to_owned(),
        Happening::Rated => "Confianza anotada.".to_owned(),
        Happening::EvidenceAdded => "Evidencia agregada.".to_owned(),
        Happening::GoalsMoved => "Metas reordenadas.".to_owned(),
        Happening::CheckedIn => "Reporte escrito. Va con tu próximo archivo.".to_owned(),
        Happening::NoteWritten => "Nota guardada. Solo tú la ves.".to_owned(),
        Happening::Evaluated => "Se guardaron tus respuestas.".to_owned(),
        Happening::ClosingWritten => "Se guardaron tus palabras de cierre.".to_owned(),
        Happening::ProgramTold => "Escrito para el programa. La otra persona no lo ve.".to_owned(),
        Happening::AudienceSet { audience: Audience::OnlyMe } => {
            "Desde ahora solo tú lo ves. Los archivos ya enviados lo conservan.".to_owned()
        }
        Happening::AudienceSet { audience: Audience::Pair } => {
            "Lo ven tú y la otra persona.".to_owned()
        }
        Happening::AudienceSet { audience: Audience::Program } => {
            "También lo ve el programa, cuando le envíes un archivo.".to_owned()
        }
        Happening::Deleted => "Borrado.".to_owned(),
        Happening::Restored => "Recuperado.".to_owned(),
        Happening::PutBack => "Volvió lo de antes.".to_owned(),
        Happening::Settled => "Decidido.".to_owned(),
        Happening::Undone => "Deshecho.".to_owned(),
    },
    imported: |count| match count {
        1 => "Llegó 1 cambio.".to_owned(),
        count => format!("Llegaron {count} cambios."),
    },
    import_undone: "Importación deshecha. Se conserva lo que escribiste después.",
    removed: "Plan quitado de este dispositivo. Sigue en los otros dispositivos y archivos.",
};

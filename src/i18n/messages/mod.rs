//! All messages, by the part of the interface they belong to.
//!
//! English is plain, warm and short. Spanish is that of a clinic in Texas or California: *tú*, never
//! *usted* or *vos*; words of the Americas; and where somebody's gender is not known, words that need
//! none (*estudiante*, *coordinación*, *quien lo escribió*) or both (*mentor o mentora*). Quotation
//! marks are “ ” in both. One thing has one name:
//!
//! | English | Spanish | not |
//! |---|---|---|
//! | goal, task | meta, tarea | objetivo |
//! | confidence, evidence | confianza, evidencia | prueba |
//! | met, set aside | lograda, dejada de lado | cumplida, archivada |
//! | meeting, held, agenda | reunión, realizada, temas | junta, hecha |
//! | action item | pendiente | ítem de acción |
//! | to skip, left out; to cancel | omitir, omitida; cancelar | saltar |
//! | decision, series, moved | decisión, serie, movida | acuerdo |
//! | calendar file, reminder | archivo de calendario, aviso | recordatorio |
//! | feedback, piece of feedback | comentarios, comentario | opinión, feedback |
//! | comment | nota | comentario |
//! | reply | contestación | réplica |
//! | skill | habilidad | destreza |
//! | to make a goal of it | convertir en meta | crear |
//! | reflection, request, answer | reflexión, petición, respuesta | solicitud |
//! | to log, to write down | anotar | registrar |
//! | new since the last import | nuevo desde la última vez que trajiste algo | novedad |
//! | to search, found | buscar, resultado | búsqueda |
//! | to mark as seen | marcar como visto | leído |
//! | shift, draw, vein | turno, extracción, vena | guardia, punción |
//! | busy times, to have time | horas ocupadas, tener tiempo | disponibilidad, estar libre |
//! | role, program | rol, programa | papel, función |
//! | to settle, two answers | decidir, dos respuestas | resolver el conflicto |
//! | kept apart | quedó aparte | apartado, cuarentena |
//! | to bring in, to bring back | traer, recuperar | importar |
//! | backup, to back up, to restore | respaldo, respaldar, restaurar | copia de seguridad |
//! | device, app, storage, room | dispositivo, aplicación, almacenamiento, espacio | equipo |
//! | record, entry | registro | entrada |
//! | to add, to delete, to remove | agregar, borrar, quitar | añadir, eliminar |
//! | settings | ajustes | configuración |
//! | who sees it, only me, private note | quién lo ve, solo yo, nota privada | audiencia |
//! | template | plantilla | modelo |
//! | agreement, part of it | acuerdo, parte | contrato, sección |
//! | to say yes, in force | aceptar, vigente | consentir, en vigor |
//! | course, mid-point | curso, mitad del curso | punto medio |
//! | check-in, prompt | reporte breve, pregunta | registro, cómo vas |
//! | closing, to close, closing words | cierre, cerrar, palabras de cierre | clausura |
//! | summary, next plan | resumen, próximo plan | |

mod activity;
mod agenda;
mod agreement;
mod apart;
mod audience;
mod backup;
mod banners;
mod beginning;
mod calendar;
mod check_ins;
mod closing;
mod course;
mod errors;
mod evaluation;
mod events;
mod example;
mod feedback;
mod find_time;
mod general;
mod goals;
mod install;
mod later;
mod long_work;
mod meetings;
mod news;
mod notes;
mod paper;
mod people;
mod reading;
mod records;
mod rosters;
mod search;
mod series;
mod settings;
mod share;
mod shell;
mod shifts;
mod templates;
mod today;

pub use activity::{ActivityMessages, Doing};
pub use agenda::AgendaMessages;
pub use agreement::AgreementMessages;
pub use apart::ApartMessages;
pub use audience::AudienceMessages;
pub use backup::BackupMessages;
pub use banners::BannerMessages;
pub use beginning::Beginning;
pub use calendar::CalendarMessages;
pub use check_ins::CheckInMessages;
pub use closing::ClosingMessages;
pub use course::CourseMessages;
pub use errors::Errors;
pub use evaluation::EvaluationMessages;
pub use events::Events;
pub use feedback::FeedbackMessages;
pub use find_time::FindTimeMessages;
pub use general::Common;
pub use goals::GoalMessages;
pub use install::InstallMessages;
pub use later::LaterMessages;
pub use long_work::LongWorkMessages;
pub use meetings::MeetingMessages;
pub use news::NewsMessages;
pub use notes::NoteMessages;
pub use paper::PaperMessages;
pub use people::PeopleMessages;
pub use reading::Reading;
pub use records::RecordWords;
pub use rosters::RosterMessages;
pub use search::SearchMessages;
pub use series::SeriesMessages;
pub use settings::SettingsMessages;
pub use share::ShareMessages;
pub use shell::Shell;
pub use shifts::ShiftMessages;
pub use templates::TemplateMessages;
pub use today::TodayMessages;

use std::marker::PhantomData;
use std::ops::Deref;

use super::Locale;
use crate::domain::Example;

/// Every message of the interface in one language.
#[derive(Clone, Copy, Debug)]
pub struct Messages {
    /// What changed, and what was said before.
    pub activity: Words<ActivityMessages>,
    /// What is spoken of at a meeting, and what comes of it.
    pub agenda: Words<AgendaMessages>,
    /// The mentorship agreement.
    pub agreement: Words<AgreementMessages>,
    /// What is kept apart.
    pub apart: Words<ApartMessages>,
    /// Who sees what.
    pub audience: Words<AudienceMessages>,
    /// Backing up and restoring.
    pub backup: Words<BackupMessages>,
    /// The banners about storage and the reader.
    pub banners: Words<BannerMessages>,
    /// Beginning a plan.
    pub beginning: Words<Beginning>,
    /// Meetings as a file for other calendars.
    pub calendar: Words<CalendarMessages>,
    /// Check-ins.
    pub check_ins: Words<CheckInMessages>,
    /// Bringing a plan to a good end.
    pub closing: Words<ClosingMessages>,
    /// Words that many pages share.
    pub common: Words<Common>,
    /// The phases of the course.
    pub course: Words<CourseMessages>,
    /// What is wrong, and what to do.
    pub errors: Words<Errors>,
    /// How both sides see the mentorship.
    pub evaluation: Words<EvaluationMessages>,
    /// What has happened.
    pub events: Words<Events>,
    /// The words of the example plan.
    pub example: Words<Example>,
    /// Feedback, reflections, requests, comments.
    pub feedback: Words<FeedbackMessages>,
    /// Times that suit both sides.
    pub find_time: Words<FindTimeMessages>,
    /// Goals and tasks.
    pub goals: Words<GoalMessages>,
    /// The program on this device.
    pub install: Words<InstallMessages>,
    /// The later rows of Today.
    pub later: Words<LaterMessages>,
    /// Work that takes a while.
    pub long_work: Words<LongWorkMessages>,
    /// Meetings and action items.
    pub meetings: Words<MeetingMessages>,
    /// What came in and was not looked at yet.
    pub news: Words<NewsMessages>,
    /// What the reader writes for themselves.
    pub notes: Words<NoteMessages>,
    /// What is printed.
    pub paper: Words<PaperMessages>,
    /// People and plans.
    pub people: Words<PeopleMessages>,
    /// Taking over shifts from a calendar file.
    pub rosters: Words<RosterMessages>,
    /// Finding something by its words.
    pub search: Words<SearchMessages>,
    /// Series of meetings.
    pub series: Words<SeriesMessages>,
    /// Settings.
    pub settings: Words<SettingsMessages>,
    /// Export, import, conflicts.
    pub share: Words<ShareMessages>,
    /// Tabs, banners, the state of saving.
    pub shell: Words<Shell>,
    /// Shifts, and typing them in.
    pub shifts: Words<ShiftMessages>,
    /// Plans without people, to begin from.
    pub templates: Words<TemplateMessages>,
    /// Today.
    pub today: Words<TodayMessages>,
}

impl Messages {
    const fn of(language: Locale) -> Self {
        Self {
            activity: Words::of(language),
            agenda: Words::of(language),
            agreement: Words::of(language),
            apart: Words::of(language),
            audience: Words::of(language),
            backup: Words::of(language),
            banners: Words::of(language),
            beginning: Words::of(language),
            calendar: Words::of(language),
            check_ins: Words::of(language),
            closing: Words::of(language),
            common: Words::of(language),
            course: Words::of(language),
            errors: Words::of(language),
            evaluation: Words::of(language),
            events: Words::of(language),
            example: Words::of(language),
            feedback: Words::of(language),
            find_time: Words::of(language),
            goals: Words::of(language),
            install: Words::of(language),
            later: Words::of(language),
            long_work: Words::of(language),
            meetings: Words::of(language),
            news: Words::of(language),
            notes: Words::of(language),
            paper: Words::of(language),
            people: Words::of(language),
            rosters: Words::of(language),
            search: Words::of(language),
            series: Words::of(language),
            settings: Words::of(language),
            share: Words::of(language),
            shell: Words::of(language),
            shifts: Words::of(language),
            templates: Words::of(language),
            today: Words::of(language),
        }
    }
}

/// English.
pub const EN: Messages = Messages::of(Locale::English);

/// Spanish.
pub const ES: Messages = Messages::of(Locale::Spanish);

/// The words of one part of the interface in one language, as if they stood here. They are looked up,
/// so that a part of the program brings along the words that it says, and no others.
#[derive(Debug)]
pub struct Words<T> {
    language: Locale,
    words: PhantomData<T>,
}

impl<T> Words<T> {
    const fn of(language: Locale) -> Self {
        Self { language, words: PhantomData }
    }
}

impl<T> Clone for Words<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Words<T> {}

/// What is said in every language.
pub trait Said: 'static {
    /// It, in a language.
    fn in_language(language: Locale) -> &'static Self;
}

impl<T: Said> Deref for Words<T> {
    type Target = T;

    fn deref(&self) -> &T {
        T::in_language(self.language)
    }
}

/// Says where the words of a part stand.
macro_rules! said {
    ($($part:ident: $words:ty),* $(,)?) => {$(
        impl Said for $words {
            fn in_language(language: Locale) -> &'static Self {
                match language {
                    Locale::English => &$part::EN,
                    Locale::Spanish => &$part::ES,
                }
            }
        }
    )*};
}

said! {
    activity: ActivityMessages,
    agenda: AgendaMessages,
    agreement: AgreementMessages,
    apart: ApartMessages,
    audience: AudienceMessages,
    backup: BackupMessages,
    banners: BannerMessages,
    beginning: Beginning,
    calendar: CalendarMessages,
    check_ins: CheckInMessages,
    closing: ClosingMessages,
    course: CourseMessages,
    errors: Errors,
    evaluation: EvaluationMessages,
    events: Events,
    example: Example,
    feedback: FeedbackMessages,
    find_time: FindTimeMessages,
    general: Common,
    goals: GoalMessages,
    install: InstallMessages,
    later: LaterMessages,
    long_work: LongWorkMessages,
    meetings: MeetingMessages,
    news: NewsMessages,
    notes: NoteMessages,
    paper: PaperMessages,
    people: PeopleMessages,
    rosters: RosterMessages,
    search: SearchMessages,
    series: SeriesMessages,
    settings: SettingsMessages,
    share: ShareMessages,
    shell: Shell,
    shifts: ShiftMessages,
    templates: TemplateMessages,
    today: TodayMessages,
}

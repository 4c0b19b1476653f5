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
//! | meeting, held, agenda | reunión, realizada, temas | junta, hecha |
//! | action item | pendiente | ítem de acción |
//! | feedback, piece of feedback | comentarios, comentario | opinión, feedback |
//! | comment | nota | comentario |
//! | reflection, request, answer | reflexión, petición, respuesta | solicitud |
//! | to log, to write down | anotar | registrar |
//! | shift, draw, vein | turno, extracción, vena | guardia, punción |
//! | role, program | rol, programa | papel, función |
//! | to settle, two answers | decidir, dos respuestas | resolver el conflicto |
//! | kept apart | quedó aparte | apartado, cuarentena |
//! | to bring in, to bring back | traer, recuperar | importar |
//! | backup, to back up, to restore | respaldo, respaldar, restaurar | copia de seguridad |
//! | device, app, storage, room | dispositivo, aplicación, almacenamiento, espacio | equipo |
//! | record, entry | registro | entrada |
//! | to add, to delete, to remove | agregar, borrar, quitar | añadir, eliminar |
//! | settings | ajustes | configuración |

mod activity;
mod apart;
mod backup;
mod banners;
mod errors;
mod events;
mod example;
mod feedback;
mod general;
mod goals;
mod install;
mod long_work;
mod meetings;
mod paper;
mod people;
mod reading;
mod records;
mod settings;
mod share;
mod shell;
mod today;
mod welcome;

pub use activity::{ActivityMessages, Doing};
pub use apart::ApartMessages;
pub use backup::BackupMessages;
pub use banners::BannerMessages;
pub use errors::Errors;
pub use events::Events;
pub use feedback::FeedbackMessages;
pub use general::Common;
pub use goals::GoalMessages;
pub use install::InstallMessages;
pub use long_work::LongWorkMessages;
pub use meetings::MeetingMessages;
pub use paper::PaperMessages;
pub use people::PeopleMessages;
pub use reading::Reading;
pub use records::RecordWords;
pub use settings::SettingsMessages;
pub use share::ShareMessages;
pub use shell::Shell;
pub use today::TodayMessages;
pub use welcome::Welcome;

use std::marker::PhantomData;
use std::ops::Deref;

use super::Locale;
use crate::domain::Example;

/// Every message of the interface in one language.
#[derive(Clone, Copy, Debug)]
pub struct Messages {
    /// What changed, and what was said before.
    pub activity: Words<ActivityMessages>,
    /// What is kept apart.
    pub apart: Words<ApartMessages>,
    /// Backing up and restoring.
    pub backup: Words<BackupMessages>,
    /// The banners about storage and the reader.
    pub banners: Words<BannerMessages>,
    /// Words that many pages share.
    pub common: Words<Common>,
    /// What is wrong, and what to do.
    pub errors: Words<Errors>,
    /// What has happened.
    pub events: Words<Events>,
    /// The words of the example plan.
    pub example: Words<Example>,
    /// Feedback, reflections, requests, comments.
    pub feedback: Words<FeedbackMessages>,
    /// Goals and tasks.
    pub goals: Words<GoalMessages>,
    /// The program on this device.
    pub install: Words<InstallMessages>,
    /// Work that takes a while.
    pub long_work: Words<LongWorkMessages>,
    /// Meetings and action items.
    pub meetings: Words<MeetingMessages>,
    /// What is printed.
    pub paper: Words<PaperMessages>,
    /// People and plans.
    pub people: Words<PeopleMessages>,
    /// Settings.
    pub settings: Words<SettingsMessages>,
    /// Export, import, conflicts.
    pub share: Words<ShareMessages>,
    /// Tabs, banners, the state of saving.
    pub shell: Words<Shell>,
    /// Today.
    pub today: Words<TodayMessages>,
    /// The first visit.
    pub welcome: Words<Welcome>,
}

impl Messages {
    const fn of(language: Locale) -> Self {
        Self {
            activity: Words::of(language),
            apart: Words::of(language),
            backup: Words::of(language),
            banners: Words::of(language),
            common: Words::of(language),
            errors: Words::of(language),
            events: Words::of(language),
            example: Words::of(language),
            feedback: Words::of(language),
            goals: Words::of(language),
            install: Words::of(language),
            long_work: Words::of(language),
            meetings: Words::of(language),
            paper: Words::of(language),
            people: Words::of(language),
            settings: Words::of(language),
            share: Words::of(language),
            shell: Words::of(language),
            today: Words::of(language),
            welcome: Words::of(language),
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
    apart: ApartMessages,
    backup: BackupMessages,
    banners: BannerMessages,
    general: Common,
    errors: Errors,
    events: Events,
    example: Example,
    feedback: FeedbackMessages,
    goals: GoalMessages,
    install: InstallMessages,
    long_work: LongWorkMessages,
    meetings: MeetingMessages,
    paper: PaperMessages,
    people: PeopleMessages,
    settings: SettingsMessages,
    share: ShareMessages,
    shell: Shell,
    today: TodayMessages,
    welcome: Welcome,
}

//! All messages, by the part of the interface they belong to.

mod activity;
mod apart;
mod backup;
mod errors;
mod events;
mod example;
mod feedback;
mod general;
mod goals;
mod install;
mod meetings;
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
pub use errors::Errors;
pub use events::Events;
pub use feedback::FeedbackMessages;
pub use general::Common;
pub use goals::GoalMessages;
pub use install::InstallMessages;
pub use meetings::MeetingMessages;
pub use people::PeopleMessages;
pub use reading::Reading;
pub use records::RecordWords;
pub use settings::SettingsMessages;
pub use share::ShareMessages;
pub use shell::Shell;
pub use today::TodayMessages;
pub use welcome::Welcome;

use crate::domain::Example;

/// Every message of the interface in one language.
#[derive(Clone, Copy, Debug)]
pub struct Messages {
    /// What changed, and what was said before.
    pub activity: ActivityMessages,
    /// What is kept apart.
    pub apart: ApartMessages,
    /// Backing up and restoring.
    pub backup: BackupMessages,
    /// Words that many pages share.
    pub common: Common,
    /// What is wrong, and what to do.
    pub errors: Errors,
    /// What has happened.
    pub events: Events,
    /// The words of the example plan.
    pub example: Example,
    /// Feedback, reflections, requests, comments.
    pub feedback: FeedbackMessages,
    /// Goals and tasks.
    pub goals: GoalMessages,
    /// The program on this device.
    pub install: InstallMessages,
    /// Meetings and action items.
    pub meetings: MeetingMessages,
    /// People and plans.
    pub people: PeopleMessages,
    /// Settings.
    pub settings: SettingsMessages,
    /// Export, import, conflicts.
    pub share: ShareMessages,
    /// Tabs, banners, the state of saving.
    pub shell: Shell,
    /// Today.
    pub today: TodayMessages,
    /// The first visit.
    pub welcome: Welcome,
}

/// English.
pub const EN: Messages = Messages {
    activity: activity::EN,
    apart: apart::EN,
    backup: backup::EN,
    common: general::EN,
    errors: errors::EN,
    events: events::EN,
    example: example::EN,
    feedback: feedback::EN,
    goals: goals::EN,
    install: install::EN,
    meetings: meetings::EN,
    people: people::EN,
    settings: settings::EN,
    share: share::EN,
    shell: shell::EN,
    today: today::EN,
    welcome: welcome::EN,
};

/// Spanish.
pub const ES: Messages = Messages {
    activity: activity::ES,
    apart: apart::ES,
    backup: backup::ES,
    common: general::ES,
    errors: errors::ES,
    events: events::ES,
    example: example::ES,
    feedback: feedback::ES,
    goals: goals::ES,
    install: install::ES,
    meetings: meetings::ES,
    people: people::ES,
    settings: settings::ES,
    share: share::ES,
    shell: shell::ES,
    today: today::ES,
    welcome: welcome::ES,
};

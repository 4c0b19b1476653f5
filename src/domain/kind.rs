//! The kinds of record, known and unknown.

use std::fmt;

/// What sort of thing a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The plan's own record: title, dates. One to a plan, under the plan's id.
    Plan,
    /// A student, mentor or coordinator.
    Person,
    /// Whose device wrote. The record's id is the device's id.
    Device,
    /// Something the student wants to be able to do.
    Goal,
    /// A step towards a goal.
    Task,
    /// A meeting, planned or held.
    Meeting,
    /// Something somebody agreed to do.
    ActionItem,
    /// Feedback, a reflection, or a request for feedback.
    Feedback,
    /// A short remark on another record.
    Comment,
    /// The rule by which meetings repeat.
    Series,
    /// Something to speak of at a meeting.
    AgendaItem,
    /// What was decided at a meeting.
    Decision,
    /// When somebody works.
    Shift,
    /// When somebody has no time, and nothing else: what they let the others know of their shifts.
    FreeBusy,
    /// One section of the mentorship agreement, as it stands now.
    Section,
    /// That somebody agrees, with the whole text that they agree to.
    Consent,
    /// How confident somebody is of a goal, from 1 to 5, at some moment.
    Rating,
    /// What shows that a goal comes closer.
    Evidence,
    /// A few words for a week without a meeting.
    CheckIn,
    /// What somebody writes for themselves.
    Note,
    /// How one side sees the mentorship, at its middle or its end.
    Evaluation,
    /// What one person says at the end: what was reached, thanks, what follows.
    Closing,
    /// A kind this version does not know. Its records are kept, merged and written back.
    Other(ShortName),
}

impl Kind {
    /// Every kind this version knows, in the order in which files list them.
    pub const KNOWN: [Self; 22] = [
        Self::Plan,
        Self::Person,
        Self::Device,
        Self::Goal,
        Self::Task,
        Self::Meeting,
        Self::ActionItem,
        Self::Feedback,
        Self::Comment,
        Self::Series,
        Self::AgendaItem,
        Self::Decision,
        Self::Shift,
        Self::FreeBusy,
        Self::Section,
        Self::Consent,
        Self::Rating,
        Self::Evidence,
        Self::CheckIn,
        Self::Note,
        Self::Evaluation,
        Self::Closing,
    ];

    /// The name under which files list records of this kind, such as `goals`. The plan's own
    /// record is not listed and has the name `plan`.
    pub fn name(&self) -> &str {
        match self {
            Self::Plan => "plan",
            Self::Person => "people",
            Self::Device => "devices",
            Self::Goal => "goals",
            Self::Task => "tasks",
            Self::Meeting => "meetings",
            Self::ActionItem => "action_items",
            Self::Feedback => "feedback",
            Self::Comment => "comments",
            Self::Series => "meeting_series",
            Self::AgendaItem => "agenda_items",
            Self::Decision => "decisions",
            Self::Shift => "shifts",
            Self::FreeBusy => "free_busy",
            Self::Section => "agreement_sections",
            Self::Consent => "agreement_consents",
            Self::Rating => "ratings",
            Self::Evidence => "evidence_notes",
            Self::CheckIn => "check_ins",
            Self::Note => "notes",
            Self::Evaluation => "evaluations",
            Self::Closing => "closings",
            Self::Other(name) => name.as_str(),
        }
    }

    /// Whether records of this kind stay with whoever wrote them unless that person says otherwise: nobody
    /// needs to know when and where somebody works. What the others may know is a [`Kind::FreeBusy`].
    pub fn stays_with_its_owner(&self) -> bool {
        matches!(self, Self::Shift | Self::Note)
    }

    /// The kind listed under `name`, or `None` if no kind could have such a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::KNOWN
            .into_iter()
            .find(|kind| kind.name() == name)
            .or_else(|| ShortName::new(name).map(Self::Other))
    }
}

/// A name of 1 to 32 characters: small letters, digits and underscores, a letter first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShortName {
    bytes: [u8; Self::MAX],
    length: u8,
}

impl ShortName {
    /// The longest name, in bytes.
    pub const MAX: usize = 32;

    /// The name `text`, if it is one.
    pub fn new(text: &str) -> Option<Self> {
        let lawful = text.len() <= Self::MAX
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if !lawful {
            return None;
        }
        let mut bytes = [0; Self::MAX];
        for (slot, byte) in bytes.iter_mut().zip(text.bytes()) {
            *slot = byte;
        }
        Some(Self { bytes, length: text.len() as u8 })
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        self.bytes
            .get(..usize::from(self.length))
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }
}

impl fmt::Debug for ShortName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_names_correspond() {
        for kind in Kind::KNOWN {
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
        }
        let later = Kind::from_name("of_later").unwrap();
        assert_eq!(later.name(), "of_later");
        assert!(Kind::Shift.stays_with_its_owner() && !Kind::FreeBusy.stays_with_its_owner());
        assert_eq!(Kind::from_name("Check"), None);
        assert_eq!(Kind::from_name(""), None);
        assert_eq!(Kind::from_name(&"a".repeat(33)), None);
    }
}

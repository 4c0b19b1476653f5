//! Meetings and action items.

/// Meetings and action items.
#[derive(Clone, Copy, Debug)]
pub struct MeetingMessages {
    /// The page's heading.
    pub title: &'static str,
}

pub(super) const EN: MeetingMessages = MeetingMessages { title: "Meetings and action items" };

pub(super) const ES: MeetingMessages = MeetingMessages { title: "Meetings and action items" };

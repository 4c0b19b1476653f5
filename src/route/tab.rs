//! The tabs at the bottom of the page.

/// One of the five tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// What matters today.
    Today,
    /// Goals and their tasks.
    Goals,
    /// Meetings.
    Meetings,
    /// Feedback, reflections, requests.
    Feedback,
    /// Everything else.
    More,
}

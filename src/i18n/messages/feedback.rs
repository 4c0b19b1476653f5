//! Feedback, reflections, requests and comments.

/// Feedback, reflections, requests and comments.
#[derive(Clone, Copy, Debug)]
pub struct FeedbackMessages {
    /// The page's heading.
    pub title: &'static str,
}

pub(super) const EN: FeedbackMessages =
    FeedbackMessages { title: "Feedback, reflections, requests and comments" };

pub(super) const ES: FeedbackMessages =
    FeedbackMessages { title: "Feedback, reflections, requests and comments" };

//! Bringing a plan to a good end.

/// Bringing a plan to a good end.
#[derive(Clone, Copy, Debug)]
pub struct ClosingMessages {
    /// The heading.
    pub title: &'static str,
}

pub(super) const EN: ClosingMessages = ClosingMessages { title: "Closing" };

pub(super) const ES: ClosingMessages = ClosingMessages { title: "Cierre" };

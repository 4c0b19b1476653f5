//! What came in and was not looked at yet.

/// What came in and was not looked at yet.
#[derive(Clone, Copy, Debug)]
pub struct NewsMessages {
    /// The heading.
    pub title: &'static str,
}

pub(super) const EN: NewsMessages = NewsMessages { title: "New" };

pub(super) const ES: NewsMessages = NewsMessages { title: "Nuevo" };

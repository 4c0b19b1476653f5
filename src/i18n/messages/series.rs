//! Series of meetings.

/// Series of meetings.
#[derive(Clone, Copy, Debug)]
pub struct SeriesMessages {
    /// The heading.
    pub title: &'static str,
}

pub(super) const EN: SeriesMessages = SeriesMessages { title: "Repeating meeting" };

pub(super) const ES: SeriesMessages = SeriesMessages { title: "Reunión que se repite" };

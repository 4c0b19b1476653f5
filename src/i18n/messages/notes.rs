//! What the reader writes for themselves.

/// What the reader writes for themselves.
#[derive(Clone, Copy, Debug)]
pub struct NoteMessages {
    /// The heading.
    pub title: &'static str,
}

pub(super) const EN: NoteMessages = NoteMessages { title: "Private notes" };

pub(super) const ES: NoteMessages = NoteMessages { title: "Notas privadas" };

//! What the reader writes for themselves, beside anything.

pub mod note_card;
pub mod note_new;
pub mod private_notes;

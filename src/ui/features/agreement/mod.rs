//! The agreement: how it stands, its parts, what has changed, who has said yes.

pub mod agreement_changes;
pub mod agreement_part;
pub mod agreement_standing;
pub mod agreement_step;
pub mod agreement_text;
pub mod agreement_words;
pub mod agreement_yeses;
pub mod changed_words;
pub mod part_fields;
pub mod part_new;

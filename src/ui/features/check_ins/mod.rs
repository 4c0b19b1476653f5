//! Check-ins, wherever they are shown.

pub mod check_in_answers;
pub mod check_in_draft;
pub mod check_in_list;
pub mod check_in_row;
pub mod check_in_words;
pub mod check_ins_on;

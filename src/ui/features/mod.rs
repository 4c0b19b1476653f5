//! Pieces of pages that are tied to one thing of the domain, wherever it is shown: a folder for each.

pub mod agreement;
pub mod audience;
pub mod check_ins;
pub mod closing;
pub mod course;
pub mod evaluations;
pub mod feedback;
pub mod goals;
pub mod history;
pub mod meetings;
pub mod news;
pub mod notes;
pub mod paper;
pub mod plans;
pub mod search;
pub mod settling;
pub mod sharing;
pub mod shell;
pub mod shifts;
pub mod today;
pub mod writing;

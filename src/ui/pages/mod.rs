//! What each route shows: one page a file.

pub mod activity;
pub mod apart;
pub mod backup;
pub mod disputes;
pub mod feedback;
pub mod goal;
pub mod goals;
pub mod import;
pub mod install;
pub mod meeting;
pub mod meetings;
pub mod missing;
pub mod month;
pub mod more;
pub mod new_feedback;
pub mod new_goal;
pub mod new_meeting;
pub mod next_meeting;
pub mod one_feedback;
pub mod out_of_sight;
pub mod people;
pub mod plans;
pub mod settings;
pub mod share;
pub mod today;
pub mod welcome;

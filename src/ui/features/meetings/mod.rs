//! Meetings: writing one or a series, what is spoken of and what comes of it, and whether it takes place.

pub mod action_item_row;
pub mod action_items;
pub mod agenda_list;
pub mod decisions;
pub mod line_ends;
pub mod live_when_fields;
pub mod meeting_draft;
pub mod meeting_form;
pub mod meeting_length;
pub mod meeting_off;
pub mod meeting_record;
pub mod meeting_row;
pub mod meeting_views;
pub mod meeting_what;
pub mod meeting_when;
pub mod next_step;
pub mod repeat_draft;
pub mod repeat_fields;
pub mod series_record;

//! What stands around every page: the notice, the state of storage, and a newer version; and in the place of one.

pub mod no_record;
pub mod notice;
pub mod storage_banner;
pub mod update_bar;

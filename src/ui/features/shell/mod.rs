//! What stands around every page: the notice, and the state of storage.

pub mod notice;
pub mod storage_banner;

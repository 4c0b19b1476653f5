//! The words of the example plan, one language a file.

mod en;
mod es;

pub(super) use en::EN;
pub(super) use es::ES;

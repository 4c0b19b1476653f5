//! Beginning a plan, and who one is in it.

pub mod begin;
pub mod choices;
pub mod plan_start;
pub mod template_contents;
pub mod template_start;

//! Beginning a plan, and who one is in it.

pub mod begin;
pub mod choices;
pub mod plan_start;

//! The interface. Pages draw queries and send commands; components know nothing of the domain.
//!
//! [`components`] are the parts, [`features`] tie parts to one thing of the domain wherever it is
//! shown, [`pages`] are what a route shows. Nothing here writes a signal of the store: every change
//! is a command.

pub mod components;
pub mod features;
pub mod frame;
pub mod navigation;
pub mod pages;
pub mod side_by_side;
pub mod words;

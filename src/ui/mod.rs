//! The interface. Pages draw queries and send commands; components know nothing of the domain.

pub mod components;

//! Room for ui.

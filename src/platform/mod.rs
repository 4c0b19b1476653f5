//! Room for platform.

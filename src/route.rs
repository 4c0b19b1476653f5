//! Room for routes.

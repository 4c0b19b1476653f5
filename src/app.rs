//! Room for the app.

//! Room for i18n.

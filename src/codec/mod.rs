//! Room for codec.

//! The bundle and the text of a stored record: laws, damage, schema, size.

mod example;
mod laws;
mod malformed;
mod random;
mod schema;
mod size;

//! Where this copy of the program lives, so that two copies under one host never meet.

use web_sys::window;

/// The folder this page was served from, such as `/programs/phlebotomy/`. It begins and ends with a
/// slash; without a location it is `/`.
pub fn base_path() -> String {
    let path = window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    folder_of(&path)
}

/// A name of this copy's own, for a storage key, a database, a lock or a channel. The mark between
/// the folder and the name cannot be part of a path, so `/a/` with the name `b/x` and `/a/b/` with
/// the name `x` stay apart.
pub fn own_name(name: &str) -> String {
    [base_path().as_str(), "#", name].concat()
}

/// Everything up to and including the last slash.
fn folder_of(path: &str) -> String {
    let slash = path.bytes().rposition(|byte| byte == b'/');
    slash.and_then(|slash| path.get(..=slash)).unwrap_or("/").to_owned()
}

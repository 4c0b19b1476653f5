//! Where the reader is, and going elsewhere. The app ties this to the address bar.

use leptos::prelude::*;

use crate::route::Route;

/// The handle that pages use to move about.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The page that the address names: the one shown, or the one that is drawn next.
    pub heading: Signal<Option<Route>>,
    /// The page shown; `None` where its address names none.
    pub route: Signal<Option<Route>>,
    /// Goes to a page; the way back leads here.
    pub go: Callback<Route>,
    /// Goes to a page instead of this one; the way back leads past it.
    pub replace: Callback<Route>,
    /// Shows the first page of a first visit, which is no part of the program, or takes it away.
    pub greet: Callback<bool>,
    /// Moves the keyboard to the page's title.
    pub focus_title: Callback<()>,
}

/// The navigation of the app.
pub fn use_navigation() -> Navigation {
    expect_context()
}

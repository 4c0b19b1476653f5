//! The page itself: its language, colours, title, address and visibility.
//!
//! There is a page wherever this runs; where there is none, setting something does nothing.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, EventTarget, HtmlElement, ScrollIntoViewOptions,
    ScrollLogicalPosition, VisibilityState, Window, window,
};

use super::js;

/// The id of what `index.html` shows until the program has started.
const START_SCREEN: &str = "start";
/// What can be written in.
const FIELDS: &str = "input, textarea, select";
/// Those of them that take more than a tap.
const WRITTEN_IN: &str = "input:not([type=checkbox], [type=radio]), textarea, select";

/// Stops its calls when dropped.
#[must_use]
pub struct Guard(#[expect(dead_code, reason = "held for its drop")] Vec<EventListener>);

/// Says what language the page is in, for screen readers, hyphenation and quotation marks.
pub fn set_language(tag: &str) {
    set_root_attribute("lang", Some(tag));
}

/// What language the page is in; empty where nobody has said so.
pub fn language() -> String {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("lang")).unwrap_or_default()
}

/// Chooses the theme; `None` leaves it to the system.
pub fn set_theme(name: Option<&str>) {
    set_root_attribute("data-theme", name);
}

/// Says whether something floats over the lower edge of the page.
pub fn set_floating(is_floating: bool) {
    set_root_attribute("data-floating", is_floating.then_some(""));
}

/// Says for as long as the guard lives whether somebody is writing in a field.
pub fn mark_writing() -> Guard {
    let Some(window) = window() else { return Guard(Vec::new()) };
    set_writing();
    Guard(
        ["focusin", "focusout"]
            .map(|kind| EventListener::new(&window, kind, |_| set_writing()))
            .into(),
    )
}

fn set_writing() {
    let is_writing = document()
        .and_then(|document| document.active_element())
        .is_some_and(|holder| holder.matches(WRITTEN_IN) == Ok(true));
    set_root_attribute("data-writing", is_writing.then_some(""));
}

/// Gives the whole page, and the margins of its paper, a CSS variable; `None` takes it away.
pub fn set_variable(name: &str, value: Option<&str>) {
    let root = document().and_then(|document| document.document_element());
    let Some(style) = root.and_then(|root| js::property(&root, "style")) else { return };
    let set = js::method(&style, "setProperty");
    // A value that is no CSS is left out by the browser.
    let _set =
        set.and_then(|set| set.call2(&style, &name.into(), &value.unwrap_or("").into()).ok());
}

/// Opens the browser's own window for printing.
pub fn print() {
    if let Some(window) = window() {
        // Browsers refuse this only where the person has forbidden it; their own menu still prints.
        let _ = window.print();
    }
}

/// The title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Has the start screen say that the program does not start, and offer another try.
pub fn give_up() {
    tell("givenup");
}

/// Shows the first page of a first visit, which is no part of the program, or takes it away.
pub fn greet(is_wanted: bool) {
    tell(if is_wanted { "greet" } else { "greeted" });
}

/// Tells `src/boot.js` of something.
fn tell(what: &str) {
    if let Some((window, event)) = window().zip(Event::new(what).ok()) {
        // Nobody who listens can refuse it.
        let _told = window.dispatch_event(&event);
    }
}

/// Takes away what the page showed until the program had started.
pub fn remove_start_screen() {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(START_SCREEN))
    {
        element.remove();
    }
}

/// The element of an id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The version that the build has stamped into the page; `None` where nothing was stamped, as in
/// development.
pub fn version() -> Option<String> {
    document()?.query_selector("meta[name=version]").ok()??.get_attribute("content")
}

/// The part of the address after `#`, without it, as the browser encodes it.
pub fn hash() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Goes to another hash, as a link does: *back* returns to the present one.
pub fn set_hash(hash: &str) {
    if let Some(window) = window() {
        // A fragment is never refused.
        let _ = window.location().set_hash(hash);
    }
}

/// Changes the hash in place: *back* skips the present one. No [`on_hash_change`] is told of it.
pub fn replace_hash(hash: &str) {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let address = format!("#{hash}");
        // Browsers refuse this only to a page that does it hundreds of times in seconds; the
        // address then lags behind what is shown, and nothing is lost.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Calls with the new hash when it has changed.
pub fn on_hash_change(call: impl Fn(String) + 'static) -> Guard {
    let Some(window) = window() else { return Guard(Vec::new()) };
    Guard(vec![EventListener::new(&window, "hashchange", move |_| call(hash()))])
}

/// Calls with the address of a link of this page, `#` included, when one is about to be followed.
pub fn on_link(call: impl Fn(String) + 'static) -> Guard {
    let Some(window) = window() else { return Guard(Vec::new()) };
    Guard(vec![EventListener::new(&window, "click", move |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = pressed.and_then(|pressed| pressed.closest("a").ok().flatten());
        if let Some(address) = link.and_then(|link| link.get_attribute("href")) {
            call(address);
        }
    })])
}

/// Calls when the page has come into sight again.
pub fn on_shown(call: impl Fn() + Clone + 'static) -> Guard {
    let (Some(window), Some(document)) = (window(), document()) else {
        return Guard(Vec::new());
    };
    let shown = {
        let call = call.clone();
        move |_: &web_sys::Event| {
            if !is_hidden() {
                call();
            }
        }
    };
    Guard(vec![
        EventListener::new(&document, "visibilitychange", shown),
        EventListener::new(&window, "pageshow", move |_| call()),
    ])
}

/// Whether nobody can see the page now.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.visibility_state() == VisibilityState::Hidden)
}

/// Whether the page runs as an app of its own, from the home screen or the dock.
pub fn is_installed() -> bool {
    let Some(window) = window() else { return false };
    // Only iOS has this one, and had it before the other.
    let on_home_screen =
        js::property(&window.navigator(), "standalone").is_some_and(|found| found.is_truthy());
    let modes = ["standalone", "minimal-ui", "fullscreen"];
    on_home_screen || modes.iter().any(|mode| matches(&format!("(display-mode: {mode})")))
}

/// Whether a media query holds, such as `(min-width: 40rem)`.
pub fn matches(query: &str) -> bool {
    media(query).is_some_and(|media| is_matched(&media))
}

/// Calls when a media query begins or ceases to hold, with whether it does.
pub fn on_match(query: &str, call: impl Fn(bool) + 'static) -> Guard {
    let Some(media) = media(query) else { return Guard(Vec::new()) };
    let asked = media.clone();
    Guard(vec![EventListener::new(&media, "change", move |_| call(is_matched(&asked)))])
}

/// What the browser knows of a media query.
fn media(query: &str) -> Option<EventTarget> {
    let window = window()?;
    let found =
        js::method(&window, "matchMedia")?.call1(&window, &JsValue::from_str(query)).ok()?;
    found.dyn_into().ok()
}

fn is_matched(media: &EventTarget) -> bool {
    js::property(media, "matches").is_some_and(|found| found.is_truthy())
}

/// Whether the browser is Apple's WebKit, as Safari and every browser on iOS are.
pub fn is_webkit() -> bool {
    let vendor = window().and_then(|window| js::property(&window.navigator(), "vendor"));
    vendor.and_then(|vendor| vendor.as_string()).is_some_and(|vendor| vendor.starts_with("Apple"))
}

/// Keeps the field that is being written in where it can be seen when the window becomes lower, as it
/// does when a keyboard comes up over it.
pub fn keep_field_in_sight() -> Guard {
    let Some(window) = window() else { return Guard(Vec::new()) };
    Guard(vec![EventListener::new(&window, "resize", |_| {
        let holder = document().and_then(|document| document.active_element());
        if let Some(field) = holder.filter(|holder| holder.matches(FIELDS) == Ok(true)) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            field.scroll_into_view_with_scroll_into_view_options(&options);
        }
    })])
}

/// Asks whether the page is to stay as it is when the browser shows it again, out of its memory of pages left;
/// otherwise `src/boot.js` loads it anew.
pub fn on_come_back(is_to_stay: impl Fn() -> bool + 'static) -> Guard {
    let Some(window) = window() else { return Guard(Vec::new()) };
    let options = EventListenerOptions::enable_prevent_default();
    Guard(vec![EventListener::new_with_options(&window, "comeback", options, move |event| {
        if is_to_stay() {
            event.prevent_default();
        }
    })])
}

/// Shows the page from its top.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Moves the focus to the element of an id, and says whether there is one. What is not a control
/// needs `tabindex="-1"`.
pub fn focus(id: &str) -> bool {
    element(id).is_some_and(|element| element.focus().is_ok())
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        // A page is always allowed to load itself again.
        let _ = window.location().reload();
    }
}

fn document() -> Option<Document> {
    window().as_ref().and_then(Window::document)
}

fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    // Both names are valid, which is all that could be refused.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

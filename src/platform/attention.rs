//! The number on the app's icon, and notifications while a page is open.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;

use super::{js, worker::Worker};

/// Whether the person lets the page show notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// They do.
    Granted,
    /// They do not.
    Denied,
    /// They have not been asked, or have not answered.
    Unasked,
    /// The browser has none here.
    Missing,
}

/// What a notification says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its first line.
    pub title: String,
    /// What is below.
    pub body: String,
    /// A later one of the same name takes its place, also from another tab.
    pub name: String,
    /// Where a tap leads, such as `#/meetings`.
    pub route: String,
}

/// Whether the browser can put a number on the app's icon.
pub fn has_badge() -> bool {
    navigator().and_then(|navigator| js::method(&navigator, "setAppBadge")).is_some()
}

/// Puts a number on the app's icon; zero takes it off. Without an icon, nothing happens.
pub fn set_badge(count: usize) {
    let Some(navigator) = navigator() else { return };
    let Some(set) = js::method(&navigator, "setAppBadge") else { return };
    let count = JsValue::from_f64(count as f64);
    let promise = set.call1(&navigator, &count).ok();
    if let Some(promise) = promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        // iOS refuses it until notifications are allowed; then there is no number.
        spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}

/// Whether notifications may be shown.
pub fn permission() -> Permission {
    let Some(notification) = notification() else { return Permission::Missing };
    let word = js::property(&notification, "permission").and_then(|word| word.as_string());
    match word.as_deref() {
        Some("granted") => Permission::Granted,
        Some("denied") => Permission::Denied,
        _ => Permission::Unasked,
    }
}

/// Asks the person whether notifications may be shown. To be called straight from a tap; it waits for
/// as long as the person thinks.
pub async fn ask() -> Permission {
    let Some(notification) = notification() else { return Permission::Missing };
    let asked = js::method(&notification, "requestPermission")
        .and_then(|ask| ask.call0(&notification).ok()?.dyn_into::<Promise>().ok());
    if let Some(asked) = asked {
        // Whatever the answer is, it now stands in the permission itself.
        let _answer = JsFuture::from(asked).await;
    }
    permission()
}

/// Shows a notification, and says whether the browser took it. Browsers on phones take it only through
/// the service worker, which is then also who opens the route.
pub async fn show(worker: Option<&Worker>, message: &Message) -> bool {
    let options = Object::new();
    let fields = [("body", &message.body), ("tag", &message.name), ("data", &message.route)];
    for (key, value) in fields {
        if Reflect::set(&options, &key.into(), &value.as_str().into()).is_err() {
            return false;
        }
    }
    let title = JsValue::from_str(&message.title);
    if let Some(worker) = worker.filter(|worker| worker.is_active()) {
        let registration: &JsValue = worker.registration();
        let shown = js::method(registration, "showNotification")
            .and_then(|show| show.call2(registration, &title, &options).ok()?.dyn_into().ok());
        let shown: Option<Promise> = shown;
        let Some(shown) = shown else { return false };
        return JsFuture::from(shown).await.is_ok();
    }
    let Some(make) = notification().and_then(|found| found.dyn_into::<Function>().ok()) else {
        return false;
    };
    Reflect::construct(&make, &Array::of2(&title, &options)).is_ok()
}

fn navigator() -> Option<JsValue> {
    Some(window()?.navigator().into())
}

fn notification() -> Option<JsValue> {
    js::property(&window()?.into(), "Notification")
}

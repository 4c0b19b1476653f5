//! Installing the program as an app of its own, where a page can ask for that, and what tells on which
//! device and in which browser it runs.

use std::{cell::RefCell, rc::Rc};

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsValue;
use web_sys::{Event, window};

use super::{js, page};

/// Under this name `src/boot.js` keeps an offer that came before the program had started.
const EARLY: &str = "installPrompt";

/// The browser's offer to install the program, while there is one.
pub struct Offer {
    event: Rc<RefCell<Option<JsValue>>>,
    _listeners: [EventListener; 2],
}

impl Offer {
    /// Waits for the browser's offer. `on_change` is called when one comes and when the program has
    /// been installed.
    pub fn new(on_change: impl Fn() + Clone + 'static) -> Option<Self> {
        let window = window()?;
        let event = Rc::new(RefCell::new(js::property(&window, EARLY)));
        let (kept, gone, call) = (Rc::clone(&event), Rc::clone(&event), on_change.clone());
        let options = EventListenerOptions::enable_prevent_default();
        let coming = move |event: &Event| {
            // The browser's own bar would come at a moment of its own choosing.
            event.prevent_default();
            kept.replace(Some(event.into()));
            call();
        };
        Some(Self {
            event,
            _listeners: [
                EventListener::new_with_options(&window, "beforeinstallprompt", options, coming),
                EventListener::new(&window, "appinstalled", move |_| {
                    gone.replace(None);
                    on_change();
                }),
            ],
        })
    }

    /// Whether there is one.
    pub fn is_there(&self) -> bool {
        self.event.borrow().is_some()
    }

    /// Has the browser ask the person. To be called straight from a tap. An offer can be used once;
    /// the browser makes a new one when it sees fit.
    pub fn take_up(&self) {
        let event = self.event.take();
        if let Some(prompt) = event.as_ref().and_then(|event| js::method(event, "prompt")) {
            // The person's answer comes as `appinstalled`, or not at all.
            let _answer = prompt.call0(event.as_ref().unwrap_or(&JsValue::UNDEFINED));
        }
    }
}

/// On what the program runs, as the browser tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Host {
    /// What the browser calls itself.
    pub user_agent: String,
    /// How many fingers the screen can tell apart.
    pub touch_points: u32,
    /// Whether the program runs as an app of its own.
    pub is_installed: bool,
}

/// On what the program runs.
pub fn host() -> Host {
    let navigator = window().map(|window| JsValue::from(window.navigator())).unwrap_or_default();
    let touch_points = js::property(&navigator, "maxTouchPoints").and_then(|count| count.as_f64());
    let user_agent = js::property(&navigator, "userAgent").and_then(|text| text.as_string());
    Host {
        user_agent: user_agent.unwrap_or_default(),
        touch_points: touch_points.unwrap_or_default() as u32,
        is_installed: page::is_installed(),
    }
}

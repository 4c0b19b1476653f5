//! The service worker, which keeps the program on this device: `install/sw.js`.

use gloo_events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    MessageEvent, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, window,
};

use super::{clock, js};

/// Where it is, beside the page.
const SCRIPT: &str = "sw.js";
/// A registration that is not there after this time, in milliseconds, counts as refused.
const REGISTER_LIMIT: u32 = 60_000;

/// There is no service worker here: the page is not on https, or the browser has none or refuses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this browser keeps no program here")]
pub struct WorkerError;

/// Which worker of the registration is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one that answers for new pages.
    Active,
    /// The one of the next version, which waits.
    Waiting,
}

impl Which {
    const fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Waiting => "waiting",
        }
    }
}

/// What a worker says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Which version it keeps.
    Version(Which, String),
    /// The person wants to see a route, such as `#/meetings`.
    Route(String),
}

/// This page's side of the registration.
pub struct Worker {
    registration: ServiceWorkerRegistration,
    _listeners: Vec<EventListener>,
}

impl Worker {
    /// Registers the worker of this folder. `on_change` is called whenever another worker comes,
    /// waits or takes over, `on_told` with what one of them says.
    ///
    /// # Errors
    /// When the browser keeps no program here.
    pub async fn register(
        on_change: impl Fn() + Clone + 'static,
        on_told: impl Fn(Told) + 'static,
    ) -> Result<Self, WorkerError> {
        let container = container().ok_or(WorkerError)?;
        let registering = clock::promised(REGISTER_LIMIT, container.register(SCRIPT)).await;
        let registration = registering.and_then(Result::ok).ok_or(WorkerError)?;
        let registration: ServiceWorkerRegistration =
            registration.dyn_into().map_err(|_| WorkerError)?;
        let told = EventListener::new(&container, "message", move |event| {
            if let Some(told) = event.dyn_ref::<MessageEvent>().and_then(|event| read(event.data()))
            {
                on_told(told);
            }
        });
        let taken_over = {
            let on_change = on_change.clone();
            EventListener::new(&container, "controllerchange", move |_| on_change())
        };
        follow(registration.installing(), on_change.clone());
        let found = {
            let registration = registration.clone();
            EventListener::new(&registration.clone(), "updatefound", move |_| {
                match registration.installing() {
                    None => on_change(),
                    comes => follow(comes, on_change.clone()),
                }
            })
        };
        Ok(Self { registration, _listeners: vec![told, taken_over, found] })
    }

    /// Whether a worker is there that answers for new pages.
    pub fn is_active(&self) -> bool {
        self.registration.active().is_some()
    }

    /// Whether the next version is here and waits.
    pub fn is_waiting(&self) -> bool {
        self.registration.waiting().is_some()
    }

    /// Whether the next version is being fetched.
    pub fn is_installing(&self) -> bool {
        self.registration.installing().is_some()
    }

    /// Tells both workers of which version this page is, and asks of which they are.
    pub fn ask(&self, version: &str) {
        let ask = |worker: Option<ServiceWorker>, which: Which| {
            let question = Object::new();
            let set = |key: &str, value: &str| Reflect::set(&question, &key.into(), &value.into());
            if let Some(worker) = worker
                && set("version", version).is_ok()
                && set("of", which.name()).is_ok()
            {
                // A worker that is going away has nothing to say.
                let _gone = worker.post_message(&question);
            }
        };
        ask(self.registration.active(), Which::Active);
        ask(self.registration.waiting(), Which::Waiting);
    }

    /// Lets the version that waits take over.
    pub fn apply(&self) {
        if let Some(waiting) = self.registration.waiting() {
            // If it is going away, a later one has taken its place and is offered again.
            let _gone = waiting.post_message(&JsValue::from_str("apply"));
        }
    }

    /// Looks for a new version at the host, and says whether the host could be asked. What is found
    /// is told by `on_change`.
    pub async fn look(&self) -> bool {
        let Ok(promise) = self.registration.update() else { return false };
        matches!(clock::promised(REGISTER_LIMIT, promise).await, Some(Ok(_)))
    }

    /// The registration, for what else it can do.
    pub(super) fn registration(&self) -> &ServiceWorkerRegistration {
        &self.registration
    }
}

/// The browser's side; there is none without https.
fn container() -> Option<ServiceWorkerContainer> {
    js::property(&window()?.navigator(), "serviceWorker")?.dyn_into().ok()
}

/// Calls whenever a worker comes to another state.
fn follow(worker: Option<ServiceWorker>, on_change: impl Fn() + 'static) {
    if let Some(worker) = worker {
        // It goes with the worker, which has only a few states.
        EventListener::new(&worker, "statechange", move |_| on_change()).forget();
    }
}

fn read(data: JsValue) -> Option<Told> {
    let text = |key: &str| js::property(&data, key).and_then(|value| js::text(&value));
    if let Some(route) = text("route") {
        return Some(Told::Route(route));
    }
    let of = text("of")?;
    let which = [Which::Active, Which::Waiting].into_iter().find(|which| which.name() == of)?;
    Some(Told::Version(which, text("version")?))
}

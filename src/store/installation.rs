//! The program itself on this device: whether it opens without a network, whether a newer version is
//! there, and installing it as an app. Nothing here touches what the reader has written.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Store;
use crate::domain::{Installing, Update};
use crate::platform::install::{Host, Offer, host};
use crate::platform::worker::{Told, Which, Worker};
use crate::platform::{clock, page};

/// The host is asked for a new version no more often than this by itself, in milliseconds: half an hour.
const SELDOM: i64 = 30 * 60_000;
/// How long what is being saved is waited for before another version takes over, in milliseconds. What
/// is not in the database by then is in the journal.
const SAVE_LIMIT: u32 = 3_000;
/// How long the next version may take to take over, in milliseconds.
const TAKE_OVER_LIMIT: u32 = 5_000;
/// How often it is looked whether it has.
const GLANCE: u32 = 50;
/// How long the next version may take to be fetched before whoever looks for it is told what is known so far, in
/// milliseconds.
const FETCH_LIMIT: u32 = 60_000;
/// How long a worker may take to say of which version it is, in milliseconds.
const ANSWER_LIMIT: u32 = 2_000;
/// How often it is asked then.
const TIMES_ASKED: usize = 5;

/// Whether the program opens without a network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offline {
    /// It is being seen to.
    #[default]
    Coming,
    /// It does.
    Kept,
    /// This browser, or this address, does not keep programs.
    Missing,
}

/// The handle to the program on this device. It can be copied anywhere.
#[derive(Clone, Copy)]
pub struct Installation {
    update: RwSignal<Update>,
    offline: RwSignal<Offline>,
    way: RwSignal<Installing>,
    is_put_off: RwSignal<bool>,
    held: StoredValue<Held, LocalStorage>,
}

/// What lies behind the handle.
#[derive(Default)]
struct Held {
    /// The version of this page. There is none in development, and then no worker either.
    own: Option<String>,
    active: Option<String>,
    waiting: Option<String>,
    /// Whether the active worker has said of which version it is since it was last asked for that.
    has_answered: bool,
    worker: Option<Rc<Worker>>,
    offer: Option<Offer>,
    host: Host,
    /// When the host was asked for a new version last, in milliseconds since 1970.
    looked: i64,
    _shown: Option<page::Guard>,
}

impl Default for Installation {
    fn default() -> Self {
        Self::new()
    }
}

impl Installation {
    /// A handle to the program on this device, which nobody sees to yet.
    pub fn new() -> Self {
        Self {
            update: RwSignal::new(Update::Current),
            offline: RwSignal::new(Offline::Coming),
            way: RwSignal::new(Installing::Nowhere),
            is_put_off: RwSignal::new(false),
            held: StoredValue::new_local(Held::default()),
        }
    }

    /// Sees to the program on this device, for as long as the handle lives. `on_route` is called with
    /// the route, such as `#/meetings`, that the person has chosen outside the page.
    pub fn begin(self, on_route: Callback<String>) {
        let installation = self;
        let offer = Offer::new(move || installation.find_way());
        let shown = page::on_shown(move || installation.look_now_and_then());
        installation.held.update_value(|held| {
            held.own = page::version();
            held.offer = offer;
            held.host = host();
            held.looked = clock::now().unix_ms;
            held._shown = Some(shown);
        });
        installation.find_way();
        spawn_local(async move { installation.register(on_route).await });
    }

    /// Whether a newer version is there.
    pub fn update(&self) -> Signal<Update> {
        self.update.into()
    }

    /// Whether the newer version is to be offered on every page.
    pub fn is_offered(&self) -> bool {
        self.update.get() != Update::Current && !self.is_put_off.get()
    }

    /// Offers the newer version no more until the program is opened again or another one comes.
    pub fn put_off(&self) {
        self.is_put_off.set(true);
    }

    /// Whether the program opens without a network.
    pub fn offline(&self) -> Signal<Offline> {
        self.offline.into()
    }

    /// How the program becomes an app here.
    pub fn way(&self) -> Signal<Installing> {
        self.way.into()
    }

    /// The version of this page, as the build named it.
    pub fn version(&self) -> Option<String> {
        self.held.with_value(|held| held.own.clone())
    }

    /// Has the browser ask the person whether to install the program. To be called straight from a tap.
    pub fn install(&self) {
        self.held.with_value(|held| {
            if let Some(offer) = &held.offer {
                offer.take_up();
            }
        });
        self.find_way();
    }

    /// Opens this page in the newer version, once everything written is kept. It comes back to where
    /// the reader is, and to what is half typed.
    pub async fn apply(self, store: Store) {
        // What has not been saved by then stands in the journal.
        let _saved = clock::within(SAVE_LIMIT, store.settled()).await;
        if let Some(worker) = self.worker() {
            self.wake_active(&worker).await;
            worker.apply();
            until_over(TAKE_OVER_LIMIT, || worker.is_waiting()).await;
        }
        page::reload();
    }

    /// Waits until the active worker has answered. While it is waking up, Chromium does not notice that it is to give way, and
    /// lets the next one take over only when it has been idle for half a minute.
    async fn wake_active(self, worker: &Worker) {
        let own = self.held.try_update_value(|held| {
            held.has_answered = false;
            held.own.clone()
        });
        if let Some(Some(own)) = own {
            worker.ask(&own);
            let is_silent = || self.held.try_with_value(|held| held.has_answered) == Some(false);
            until_over(ANSWER_LIMIT, is_silent).await;
        }
    }

    /// Asks the host for a new version, fetches what it has, and says whether it answered. What is there whole then is
    /// offered.
    pub async fn look(self) -> bool {
        self.held.try_update_value(|held| held.looked = clock::now().unix_ms);
        let Some(worker) = self.worker() else { return false };
        let has_answered = worker.look().await;
        until_over(FETCH_LIMIT, || worker.is_installing()).await;
        // The browser may have told of it before anybody listened.
        self.ask();
        has_answered
    }

    /// The worker, where there is one.
    pub(super) fn worker(&self) -> Option<Rc<Worker>> {
        self.held.try_with_value(|held| held.worker.clone()).flatten()
    }

    async fn register(self, on_route: Callback<String>) {
        let Some(Some(_)) = self.held.try_with_value(|held| held.own.clone()) else {
            self.offline.try_set(Offline::Missing);
            return;
        };
        let on_told = move |told| match told {
            Told::Version(which, version) => self.learn(which, version),
            Told::Route(route) => on_route.run(route),
        };
        match Worker::register(move || self.ask(), on_told).await {
            Ok(worker) => {
                self.held.try_update_value(|held| held.worker = Some(Rc::new(worker)));
                self.ask();
            }
            Err(_) => {
                self.offline.try_set(Offline::Missing);
            }
        }
    }

    /// Asks the workers of which versions they are, and again where one that waits does not say.
    fn ask(self) {
        spawn_local(async move {
            for _ in 0..TIMES_ASKED {
                self.ask_once();
                clock::after(ANSWER_LIMIT).await;
                if !self.waits_unknown() {
                    break;
                }
            }
        });
    }

    /// Whether a version waits that has not said which one it is.
    fn waits_unknown(self) -> bool {
        let of = |held: &Held| {
            held.waiting.is_none() && held.worker.as_ref().is_some_and(|worker| worker.is_waiting())
        };
        self.held.try_with_value(of) == Some(true)
    }

    /// Asks the workers of which versions they are. What they have said before counts until they answer, so that what is
    /// offered is not taken away meanwhile; but what waits no more is gone.
    fn ask_once(self) {
        let asked = self.held.try_update_value(|held| held.own.clone().zip(held.worker.clone()));
        if let Some(Some((own, worker))) = asked {
            worker.ask(&own);
            if !worker.is_waiting() {
                self.held.try_update_value(|held| held.waiting = None);
                self.stand();
            }
        }
    }

    fn learn(self, which: Which, version: String) {
        self.held.try_update_value(|held| match which {
            Which::Active => {
                held.active = Some(version);
                held.has_answered = true;
            }
            Which::Waiting => held.waiting = Some(version),
        });
        self.stand();
    }

    /// Shows how it stands, as far as it is known.
    fn stand(self) {
        let standing = self.held.try_with_value(|held| {
            let own = held.own.as_deref()?;
            let update = Update::of(own, held.active.as_deref(), held.waiting.as_deref());
            Some((update, held.active.is_some()))
        });
        let Some(Some((update, is_kept))) = standing else { return };
        if self.update.try_get_untracked().is_some_and(|known| known != update) {
            self.is_put_off.try_set(false);
            self.update.try_set(update);
        }
        if is_kept {
            self.offline.try_set(Offline::Kept);
        }
    }

    fn find_way(self) {
        let way = self.held.try_with_value(|held| {
            let can_prompt = held.offer.as_ref().is_some_and(Offer::is_there);
            let Host { user_agent, touch_points, is_installed } = &held.host;
            Installing::of(user_agent, *touch_points, *is_installed, can_prompt)
        });
        if let Some(way) = way {
            self.way.try_set(way);
        }
    }

    fn look_now_and_then(self) {
        let now = clock::now().unix_ms;
        let looked = self.held.try_with_value(|held| held.looked);
        // A clock that was set back must not end all looking.
        if looked.is_some_and(|looked| (now - looked).abs() >= SELDOM) {
            spawn_local(async move {
                // Without a network there is nothing to find.
                let _answered = self.look().await;
            });
        }
    }
}

/// Waits until something is over, for so many milliseconds at most.
async fn until_over(limit: u32, goes_on: impl Fn() -> bool) {
    for _ in 0..limit / GLANCE {
        if !goes_on() {
            break;
        }
        clock::after(GLANCE).await;
    }
}

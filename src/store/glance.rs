//! The first look at what is stored: enough to draw Today, where everything is in order.
//!
//! It reads the small texts, and among them the outlook ([`super::outlook`]) of the plan that is open. It changes nothing and
//! mends nothing. Where there is no outlook for today, something is on its way, or anything is not as this version writes it, all
//! is left to the whole start ([`super::opening`]), which is in the rest of the program, reads every record and goes on from here.

use leptos::prelude::*;

use super::identity::{self, Slot};
use super::jotter::{self, Jotting};
use super::schema::{NAME, RECORDS, STORES, TEXTS, VERSION};
use super::second_copy;
use super::second_copy::reading::MARK;
use super::tabs::Ear;
use super::{Core, Preferences, Store, journal, now, outlook, preferences};
use crate::codec;
use crate::domain::{DeviceId, Outlook};
use crate::platform::cache::Shelf;
use crate::platform::database::{Database, DatabaseError};
use crate::platform::local::Local;
use crate::platform::part::Part;
use crate::platform::random;

/// What a start hands on from its first look to the rest of it.
pub(super) struct Glance {
    /// It has heard other tabs since before anything was read.
    pub(super) ear: Ear,
    pub(super) local: Option<Local>,
    /// The database, once it is open.
    pub(super) database: Option<Database>,
    /// Which device this is. Nobody else has written under its name since before anything was read.
    pub(super) identity: Option<(DeviceId, Option<Slot>)>,
    /// The small texts of the database, where Today has been drawn by them.
    pub(super) texts: Option<Vec<(String, String)>>,
    /// Whether the database has opened and does not answer, as where another page is in the middle of something for good.
    pub(super) is_silent: bool,
}

/// What is drawn before the start is whole.
struct First {
    outlook: Option<Outlook>,
    texts: Vec<(String, String)>,
    preferences: Preferences,
}

impl Store {
    /// Opens what this device keeps, for as long as `owner` lives: as far as drawing needs it, and the
    /// rest as soon as [`Part::Rest`] is there. `None` where nothing can be drawn without the rest, and
    /// that does not come.
    pub async fn begin(owner: Owner) -> Option<Self> {
        let local = Local::open("").ok();
        // Before anything is read, so that nothing is missed.
        let ear = Ear::open();
        let (database, identity, texts) = (None, None, None);
        let mut glance = Glance { ear, local, database, identity, texts, is_silent: false };
        let first = glance.look().await;
        let is_drawable = first.is_some();
        let First { outlook, texts, preferences } = first.unwrap_or_else(First::nothing);
        glance.texts = is_drawable.then_some(texts);
        let core = Core::new(&glance);
        let store = owner.with(|| Self::new(core, preferences, outlook));
        store.leave_to_rest(glance);
        (is_drawable || store.has(Part::Rest).await).then_some(store)
    }

    /// Opens what this device keeps, whole.
    pub async fn open(owner: Owner) -> Option<Self> {
        let store = Self::begin(owner).await?;
        store.has(Part::Rest).await.then_some(store)
    }
}

impl Glance {
    /// Reads what is there, if all of it is in order.
    async fn look(&mut self) -> Option<First> {
        let local = self.local.as_ref()?;
        let is_settled = journal::is_empty(local).ok()?;
        let database = Database::open(NAME, VERSION, &STORES).await.ok()?;
        self.database = Some(database.clone());
        // Before anything is read: what is written under this name from now on is written here.
        self.identity = Some(identity::claim(Some(local)).await);
        if !is_settled {
            return None;
        }
        let texts = match database.load_few(TEXTS).await {
            Err(DatabaseError::Silent) => {
                self.is_silent = true;
                return None;
            }
            texts => texts.ok()??,
        };
        let preferences = preferences_in(&texts, local)?;
        if !texts.iter().any(|(key, _)| key == MARK) {
            // Nothing may have been lost. Only a browser that has nothing at all is a new one.
            let is_new = preferences.is_none()
                && database.load_few(RECORDS).await.ok()??.is_empty()
                && !Shelf::may_be_there(second_copy::NAME).await;
            return is_new.then(|| First { texts, ..First::nothing() });
        }
        // A first visit that was broken off may have left something half typed.
        let preferences = preferences.filter(|found| found.is_welcomed)?;
        let (_, text) = texts.iter().find(|(key, _)| key == outlook::KEY)?;
        let outlook = codec::outlook::read(text, now().date_naive())?;
        // Another plan may have been opened since.
        let is_of_open = preferences.plan.is_none_or(|plan| plan == outlook.card.id);
        is_of_open.then_some(First { outlook: Some(outlook), texts, preferences })
    }
}

impl First {
    /// Where nothing has been found.
    fn nothing() -> Self {
        Self { outlook: None, texts: Vec::new(), preferences: Preferences::first() }
    }
}

impl Core {
    /// What lies behind a store that has only been looked at.
    pub(super) fn new(glance: &Glance) -> Self {
        let known = glance.identity.as_ref().map(|(device, _)| *device);
        Self {
            workspace: Default::default(),
            device: known.unwrap_or_else(fresh_id),
            slot: None,
            database: None,
            local: glance.local.clone(),
            channel: None,
            spare: random::bits().unwrap_or_default(),
            // Until the start is whole, nothing is written to it.
            is_waiting: true,
            is_catching_up: false,
            is_renewing: false,
            queue: Default::default(),
            heard: Default::default(),
            room: Default::default(),
            known: None,
            journal: journal::Journal::new(fresh_id()),
            copying: Default::default(),
            jotter: Default::default(),
            sent: Default::default(),
            unwritten: Default::default(),
            news: Default::default(),
            searching: Default::default(),
            beginning: Default::default(),
            _held: Vec::new(),
        }
    }
}

/// The newer of the two copies of the preferences: nothing if there is none. `None` if one is not of
/// the known form.
fn preferences_in(texts: &[(String, String)], local: &Local) -> Option<Option<Preferences>> {
    let here = texts.iter().find(|(key, _)| key == preferences::KEY).map(|(_, text)| text.clone());
    let there = local.get(&jotter::local_key(preferences::KEY)).ok()?;
    let mut newest: Option<Jotting> = None;
    for text in [here, there].into_iter().flatten() {
        let found = Jotting::parse(&text)?;
        if newest.as_ref().is_none_or(|known| found.at > known.at) {
            newest = Some(found);
        }
    }
    match newest {
        Some(newest) => Preferences::parse(&newest.text).map(Some),
        None => Some(None),
    }
}

/// An id that nobody has.
fn fresh_id() -> DeviceId {
    DeviceId::from_random(random::bits().unwrap_or_default())
}

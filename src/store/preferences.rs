//! What the reader has chosen on this device. It never leaves it.

use leptos::prelude::*;
use serde::{Serialize, Serializer};

use super::Store;
use super::jotter::Jotter;
use crate::codec::choices::{self, Choice};
use crate::codec::pack;
use crate::crdt::SortedMap;
use crate::domain::{Kind, Pack, PlanId, RecordId, RecordKey, Role};
use crate::i18n::{Locale, Messages};
use crate::platform::page;

/// Where preferences are stored.
pub(super) const KEY: &str = "preferences";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The choice that is stored under a name.
    fn of(stored: &str) -> Option<Self> {
        match stored {
            "system" => Some(Self::System),
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }

    /// The name that the style sheet knows; `None` follows the system.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// What the reader has chosen on this device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preferences {
    /// Whether the reader has been welcomed.
    pub is_welcomed: bool,
    /// The reader's name.
    pub name: String,
    /// The reader's part, for plans begun or joined here.
    pub role: Role,
    /// The language.
    pub locale: Locale,
    /// Light or dark.
    pub theme: Theme,
    /// The plan that is open.
    pub plan: Option<PlanId>,
    /// Who the reader is in each plan.
    pub people: SortedMap<PlanId, RecordId>,
    /// The kind of log entry used last.
    pub last_log: Option<String>,
    /// When a plan was last exported, in seconds since 1970.
    pub last_export: Option<i64>,
    /// Whether the reader wants to be reminded of meetings while the app is open.
    pub reminds: bool,
}

/// [`Preferences`] as they are stored.
#[derive(Serialize)]
struct Stored {
    welcomed: bool,
    name: String,
    role: String,
    language: String,
    theme: Theme,
    plan: Option<String>,
    #[serde(serialize_with = "as_map")]
    people: Vec<(String, String)>,
    last_log: Option<String>,
    last_export: Option<i64>,
    reminds: bool,
}

fn as_map<S: Serializer>(people: &[(String, String)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(people.iter().map(|(plan, person)| (plan, person)))
}

impl From<&Preferences> for Stored {
    fn from(preferences: &Preferences) -> Self {
        Self {
            welcomed: preferences.is_welcomed,
            name: preferences.name.clone(),
            role: preferences.role.name().to_owned(),
            language: preferences.locale.tag().to_owned(),
            theme: preferences.theme,
            plan: preferences.plan.map(|plan| plan.to_string()),
            people: preferences
                .people
                .iter()
                .map(|(plan, person)| (plan.to_string(), person.to_string()))
                .collect(),
            last_log: preferences.last_log.clone(),
            last_export: preferences.last_export,
            reminds: preferences.reminds,
        }
    }
}

impl Preferences {
    /// Reads what was stored. Where nothing readable is, nothing has been chosen yet.
    pub(super) fn load(jotter: &Jotter) -> Self {
        jotter.get(KEY).and_then(Self::parse).unwrap_or_else(Self::first)
    }

    /// Where nothing has been chosen yet: the page's language, which is the browser's, is the only choice made.
    pub(super) fn first() -> Self {
        Self { locale: page_locale(), ..Self::default() }
    }

    /// Reads what was stored; `None` if it is not of that form. A plan, a person, a part or a language
    /// that is not known here counts as none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut found = Self::default();
        for (name, choice) in choices::read(text)? {
            match (name.as_str(), choice) {
                ("welcomed", Choice::Flag(is_so)) => found.is_welcomed = is_so,
                ("name", Choice::Text(name)) => found.name = name,
                ("role", Choice::Text(role)) => {
                    found.role = Role::from_name(&role).unwrap_or_default();
                }
                ("language", Choice::Text(tag)) => {
                    found.locale = Locale::from_tag(&tag).unwrap_or_default();
                }
                ("theme", Choice::Text(name)) => found.theme = Theme::of(&name)?,
                ("plan", Choice::Text(plan)) => found.plan = plan.parse().ok(),
                ("people", Choice::Texts(people)) => {
                    for (plan, person) in people {
                        if let (Ok(plan), Ok(person)) = (plan.parse(), person.parse()) {
                            found.people.insert(plan, person);
                        }
                    }
                }
                ("last_log", Choice::Text(name)) => found.last_log = Some(name),
                ("last_export", Choice::Number(at)) => found.last_export = Some(at),
                ("reminds", Choice::Flag(is_so)) => found.reminds = is_so,
                ("plan" | "last_log" | "last_export", Choice::Nothing) => {}
                (
                    "welcomed" | "name" | "role" | "language" | "theme" | "plan" | "people"
                    | "last_log" | "last_export" | "reminds",
                    _,
                ) => return None,
                // A newer version may keep more.
                _ => {}
            }
        }
        Some(found)
    }
}

/// After texts were read late: takes over preferences that are newer than what this tab knows. Who
/// the reader is in a plan is taken over also where `late` is older.
pub(super) fn take_in(store: &Store, late: Option<&str>) {
    let now = store.core.try_with_value(|core| Preferences::parse(core.jotter.get(KEY)?)).flatten();
    if let Some(now) = now
        && store.preferences.try_get_untracked().is_some_and(|known| known != now)
    {
        store.preferences.set(now);
    }
    let Some(Preferences { people, .. }) = late.and_then(Preferences::parse) else { return };
    let is_known = |plan: &PlanId| {
        store.preferences.try_with_untracked(|known| known.people.contains_key(plan)) != Some(false)
    };
    if !people.keys().all(is_known) {
        store.revise_preferences(|preferences| {
            for (plan, person) in people {
                preferences.people.slot(plan, || person);
            }
        });
    }
}

/// The language of the page, as `src/boot.js` has found it, or `src/welcome.js` has changed it.
fn page_locale() -> Locale {
    Locale::from_tag(&page::language()).unwrap_or_default()
}

impl Store {
    /// Something that the reader has chosen. Follows the choices.
    pub fn chosen<T>(&self, read: impl FnOnce(&Preferences) -> T) -> T {
        self.preferences.with(read)
    }

    /// What the reader has chosen.
    pub fn preferences(&self) -> Signal<Preferences> {
        self.preferences.into()
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.preferences.with(|preferences| preferences.locale)
    }

    /// The templates in the reader's language. Follows the language.
    pub fn pack(&self) -> &'static Pack {
        pack::built_in(self.locale().tag())
    }

    /// All words in the reader's language. Follows the language.
    pub fn messages(&self) -> &'static Messages {
        self.locale().messages()
    }

    /// Changes what the reader has chosen, and stores it. If storage refuses, the choice holds
    /// while the page is open.
    pub fn revise_preferences(&self, revise: impl FnOnce(&mut Preferences)) {
        self.preferences.update(revise);
        if self.is_read_only() {
            // A newer version may keep more in them than this one knows.
            return;
        }
        let text = self.preferences.with_untracked(|preferences| {
            serde_json::to_string(&Stored::from(preferences)).unwrap_or_default()
        });
        self.jot(KEY, &text);
    }

    /// The reader has said who is here on the first page, which may speak another language than before.
    pub fn begin_as(&self, role: Role) {
        self.revise_preferences(|preferences| {
            preferences.role = role;
            preferences.locale = page_locale();
        });
    }

    /// Remembers who the reader is in a plan that was just joined.
    pub(super) fn remember_me(&self, touched: &[RecordKey]) {
        let joined = touched.iter().find(|key| key.kind == Kind::Device);
        let Some(plan) = joined.map(|key| key.plan) else { return };
        let person = self.core.with_value(|core| {
            core.workspace.plan(plan).and_then(|content| content.person_of(core.device))
        });
        if let Some(person) = person {
            self.revise_preferences(|preferences| {
                preferences.people.insert(plan, person);
            });
        }
    }
}

//! Every call to storage fails in turn, in every way a browser might think of: nothing panics, what
//! was stored stays, what is new stays in memory, the reader is told unless no harm was done, and
//! saving goes on by itself.
//!
//! The normal run takes every call once, in one of its ways; `./dev test --long` takes all ways.

use leptos::prelude::*;
use steadyhand::domain::{Command, ForWhom, GoalChange, Kind, PlanId, RecordId, RecordKey};
use steadyhand::platform::database::{Database, Write};
use steadyhand::platform::{clock, local::Local};
use steadyhand::store::{LongWork, PickedFile, SaveState};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

use crate::injector::{Injector, ways};
use crate::store::{Tab, empty};

/// How much shorter waiting is.
const HURRY: u32 = 20;
const LONG: bool = option_env!("STEADYHAND_LONG").is_some();
pub const STORES: [&str; 5] = ["records", "aside", "texts", "past", "quarantine"];

/// What the browser holds before each run, and what is done in it.
struct Fixture {
    local: Vec<(String, String)>,
    writes: Vec<Write>,
    /// A file from the mentor, who has added a goal.
    bundle: String,
    plan: PlanId,
    edited: RecordId,
    deleted: RecordId,
}

impl Fixture {
    async fn make() -> Self {
        empty().await;
        let ana = Tab::open().await;
        let plan = ana.start();
        let edited = ana.add_goal(plan, "To be edited");
        let deleted = ana.add_goal(plan, "To be deleted");
        ana.add_goal(plan, "Kept");
        ana.store.revise_preferences(|preferences| preferences.name = "Ana".to_owned());
        ana.store.set_draft("goal/new/measure", "Typed yesterday");
        ana.saved().await;
        clock::after(600).await;
        let sent = ana.exported().await.text;
        ana.kill();
        let (local, writes) = holdings().await;

        empty().await;
        let dana = Tab::open().await;
        dana.take_in(&sent).await;
        let join =
            Command::Join { plan, name: "Dana".to_owned(), role: steadyhand::domain::Role::Mentor };
        dana.store.apply(join).unwrap();
        dana.add_goal(plan, "From Dana");
        dana.saved().await;
        let bundle = dana.exported().await.text;
        dana.kill();
        Self { local, writes, bundle, plan, edited, deleted }
    }

    async fn restore(&self) {
        empty().await;
        let local = Local::open("").unwrap();
        for (key, text) in &self.local {
            local.set(key, text).unwrap();
        }
        let database = Database::open("steadyhand", 2, &STORES).await.unwrap();
        database.put_all(&self.writes).await.unwrap();
    }

    /// Everything that a person does. Only a tab that may no longer write refuses some of it.
    async fn live(&self, tab: &Tab) {
        let plan = self.plan;
        let apply = |command| {
            let outcome = tab.store.apply(command);
            assert!(outcome.is_ok() || tab.is_held(), "{outcome:?}");
        };
        let changes = vec![GoalChange::Title("Edited".to_owned())];
        apply(Command::ReviseGoal { plan, goal: self.edited, changes });
        let changes = vec![GoalChange::Title("Added".to_owned())];
        apply(Command::AddGoal { plan, changes, tasks: Vec::new() });
        clock::after(1).await;
        tab.store.set_draft("goal/new/title", "Half a sen");
        let deleted = RecordKey { plan, kind: Kind::Goal, id: self.deleted };
        apply(Command::Delete(deleted));
        tab.take_in(&self.bundle).await;
        if !tab.is_held() {
            assert_eq!(tab.goals(), ["Added", "Edited", "From Dana", "Kept"]);
        }
        clock::after(1).await;
        tab.store.undo_notice();
        tab.store.revise_preferences(|preferences| preferences.name = "Ana Morales".to_owned());
        if !tab.is_held() {
            self.check(tab).unwrap();
        }
    }

    /// What is wrong with what a tab holds after that.
    fn check(&self, tab: &Tab) -> Result<(), String> {
        let goals = tab.goals();
        if goals != ["Added", "Edited", "Kept"] {
            return Err(format!("the goals are {goals:?}"));
        }
        let people = untrack(|| tab.store.plan(&[Kind::Person], |_, plan| plan.people().len()));
        if people != Some(1) {
            return Err(format!("{people:?} people"));
        }
        let name = tab.store.preferences().get_untracked().name;
        if name != "Ana Morales" {
            return Err(format!("the name is {name:?}"));
        }
        let drafts = ["goal/new/title", "goal/new/measure"].map(|name| tab.store.draft(name));
        if drafts != ["Half a sen", "Typed yesterday"].map(|text| Some(text.to_owned())) {
            return Err(format!("the drafts are {drafts:?}"));
        }
        Ok(())
    }
}

/// Everything in storage.
pub async fn holdings() -> (Vec<(String, String)>, Vec<Write>) {
    let local = Local::open("").unwrap();
    let texts = local.keys_under("").unwrap().into_iter().map(|key| {
        let text = local.get(&key).unwrap().unwrap();
        (key, text)
    });
    let database = Database::open("steadyhand", 2, &STORES).await.unwrap();
    let mut writes = Vec::new();
    for store in STORES {
        let good = database.load_all(store).await.unwrap().good;
        writes.extend(good.into_iter().map(|(key, text)| Write { store, key, text: Some(text) }));
    }
    (texts.collect(), writes)
}

impl Tab {
    pub async fn take_in(&self, bundle: &str) {
        let file = PickedFile::from_bytes("plan.steadyhand.json", bundle.as_bytes()).unwrap();
        self.store.stage(file).await;
        self.import_staged(Vec::new()).await;
    }

    /// Whether a newer version has taken over, so that this tab only shows what it has.
    fn is_held(&self) -> bool {
        self.store.read_only().get_untracked().is_some()
    }

    fn is_well(&self) -> bool {
        self.store.save_state().get_untracked() == SaveState::Saved
            && !self.store.is_unread().get_untracked()
    }

    fn is_told(&self) -> bool {
        matches!(self.store.save_state().get_untracked(), SaveState::Trouble(_))
            || self.store.is_unread().get_untracked()
            || self.store.is_journal_only()
    }

    /// Waits until everything is read and stored.
    async fn is_well_soon(&self) -> Result<(), String> {
        for _ in 0..2_000 {
            if self.is_well() {
                return Ok(());
            }
            clock::after(10).await;
        }
        let state = self.store.save_state().get_untracked();
        Err(format!("{state:?}, unread: {}", self.store.is_unread().get_untracked()))
    }

    /// Waits until drafts are in the database, too.
    async fn rest(&self) {
        clock::after(500).await;
    }
}

/// One run: which call fails, how, and whether all later ones of its name do.
struct Run<'a> {
    fixture: &'a Fixture,
    injector: &'a Injector,
    at: usize,
    site: &'a str,
    way: &'a str,
    lasting: bool,
}

impl Run<'_> {
    async fn go(&self) -> Result<(), String> {
        self.injector.hurry(1);
        self.fixture.restore().await;
        self.injector.hurry(HURRY);
        self.injector.begin(Some(self.at), self.way, self.lasting, self.site);
        let outcome = match (self.way, self.lasting) {
            ("versionchange", _) => self.version_change().await,
            (_, true) => self.lasting().await,
            (_, false) => self.passing().await,
        };
        self.injector.lift();
        outcome?;
        if self.way == "versionchange" {
            return Ok(());
        }
        let last = Tab::open().await;
        let outcome = self.look(&last).await;
        last.kill();
        outcome
    }

    /// A newer version takes over: what has been done until then is there at the next start.
    async fn version_change(&self) -> Result<(), String> {
        let tab = Tab::open().await;
        if !tab.is_held() {
            tab.is_well_soon().await?;
        }
        self.fixture.live(&tab).await;
        tab.rest().await;
        if !tab.is_held() {
            tab.is_well_soon().await?;
        }
        let (is_held, mut goals) = (tab.is_held(), tab.goals());
        let is_told = tab.is_told();
        tab.kill();
        self.injector.lift();
        if is_held && !is_told {
            return Err("held, and nobody is told".to_owned());
        }
        let again = Tab::open().await;
        let seen = again.is_well_soon().await;
        let (mut found, aside) = (again.goals(), again.store.set_aside().get_untracked());
        let check = self.fixture.check(&again);
        again.kill();
        seen?;
        if !is_held {
            return check;
        }
        // An import whose undo had not been stored yet is there still.
        for list in [&mut goals, &mut found] {
            list.retain(|goal| goal != "From Dana");
        }
        let is_whole = goals == found && aside.is_empty();
        if is_whole { Ok(()) } else { Err(format!("{found:?} instead of {goals:?}, {aside:?}")) }
    }

    /// The fault passes by itself.
    async fn passing(&self) -> Result<(), String> {
        let tab = Tab::open().await;
        let lived = self.whole_life(&tab).await;
        tab.kill();
        lived?;
        let again = Tab::open().await;
        let seen = self.look(&again).await;
        again.rest().await;
        again.kill();
        seen
    }

    async fn whole_life(&self, tab: &Tab) -> Result<(), String> {
        // What cannot be read at once is read soon.
        tab.is_well_soon().await.map_err(|state| format!("opened, and then {state}"))?;
        self.fixture.live(tab).await;
        tab.is_well_soon().await.map_err(|state| format!("lived, and then {state}"))?;
        tab.rest().await;
        tab.is_well_soon().await.map_err(|state| format!("rested, and then {state}"))?;
        self.fixture.check(tab)
    }

    /// The fault stays until it is lifted, or until the browser is closed.
    async fn lasting(&self) -> Result<(), String> {
        let tab = Tab::open().await;
        let outcome = self.half_life(&tab).await;
        tab.kill();
        outcome
    }

    async fn half_life(&self, tab: &Tab) -> Result<(), String> {
        let is_readable = tab.goals().len() == 3;
        if !is_readable && !tab.is_told() {
            return Err("nothing is there, and nobody is told".to_owned());
        }
        if is_readable {
            self.fixture.live(tab).await;
            tab.rest().await;
            self.fixture.check(tab)?;
            let exported = tab
                .store
                .export(ForWhom::Pair, &LongWork::begin())
                .await
                .ok()
                .flatten()
                .ok_or("it cannot be exported")?;
            if !["Added", "Edited", "Kept"].iter().all(|goal| exported.text.contains(goal)) {
                return Err("not all of it is exported".to_owned());
            }
            if !tab.is_told() {
                // Then no harm was done: everything is there at the next start.
                return Ok(());
            }
        }
        self.injector.lift();
        if tab.store.is_journal_only() {
            // Only a new start looks for a database again.
            return if is_readable { Ok(()) } else { self.start_over().await };
        }
        tab.is_well_soon().await.map_err(|state| format!("lifted, and then {state}"))?;
        if !is_readable {
            self.fixture.live(tab).await;
        }
        tab.is_well_soon().await.map_err(|state| format!("lived, and then {state}"))?;
        tab.rest().await;
        self.fixture.check(tab)
    }

    async fn start_over(&self) -> Result<(), String> {
        let again = Tab::open().await;
        let outcome = self.whole_life(&again).await;
        again.kill();
        outcome
    }

    async fn look(&self, tab: &Tab) -> Result<(), String> {
        tab.is_well_soon().await.map_err(|state| format!("reopened, and then {state}"))?;
        self.fixture.check(tab).map_err(|wrong| format!("reopened: {wrong}"))?;
        let aside = tab.store.set_aside().get_untracked();
        if aside.is_empty() { Ok(()) } else { Err(format!("set aside: {aside:?}")) }
    }
}

#[wasm_bindgen_test]
async fn every_call_to_storage_fails_in_turn() {
    let fixture = Fixture::make().await;
    let injector = Injector::new(HURRY);
    fixture.restore().await;
    injector.count();
    let whole =
        Run { fixture: &fixture, injector: &injector, at: 0, site: "", way: "", lasting: false };
    whole.passing().await.unwrap();
    let sites = injector.log();

    let mut faults = Vec::new();
    let (mut runs, mut passing, mut hits) = (0, 0, 0);
    for (at, site) in sites.iter().enumerate() {
        let ways = ways(site);
        let chosen = if LONG { ways } else { &ways[at % ways.len()..][..1] };
        for (number, way) in chosen.iter().enumerate() {
            for lasting in [false, true] {
                // A fault that stays is the same wherever it begins, but for what was done before.
                let is_once = *way == "versionchange" || (!LONG && (at + number) % 5 != 0);
                if lasting && is_once {
                    continue;
                }
                let run = Run { fixture: &fixture, injector: &injector, at, site, way, lasting };
                let outcome = run.go().await;
                runs += 1;
                // A fault that stays is lifted before the last calls of the count come.
                let is_counted = !lasting && *way != "versionchange";
                passing += u32::from(is_counted);
                hits += u32::from(is_counted && injector.hits() > 0);
                if let Err(wrong) = outcome {
                    let wrong: String = wrong.chars().take(300).collect();
                    faults.push(format!("{at} {site} {way} lasting: {lasting}: {wrong}"));
                }
            }
        }
    }
    let calls = sites.len();
    console_log!("{calls} calls, {runs} runs, {hits} of {passing} met, {} wrong", faults.len());
    drop(injector);
    empty().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    // How many calls there are depends on how quickly the browser answers.
    assert!(hits * 10 >= passing * 8, "only {hits} of {passing} faults were met");
}

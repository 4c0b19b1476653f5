//! Everything backed up, everything wiped, everything restored; and what a backup does elsewhere.

use leptos::prelude::*;
use steadyhand::codec::bundle::{self, Audience, Header};
use steadyhand::domain::{Bond, Command, ForWhom, Kind, PlanId, RecordKey, Risk};
use steadyhand::i18n::Locale;
use steadyhand::platform::clock;
use steadyhand::platform::database::{Database, Write};
use steadyhand::store::{Incoming, LongWork, Notice, Staged};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::store::{Tab, empty};

const STORES: [&str; 5] = ["records", "aside", "texts", "past", "quarantine"];

async fn database() -> Database {
    Database::open("steadyhand", 2, &STORES).await.unwrap()
}

/// Writes what other parts of the program keep in the stores that hold no records.
async fn put(store: &'static str, key: &str, text: &str) {
    let write = Write { store, key: key.to_owned(), text: Some(text.to_owned()) };
    database().await.put_all(&[write]).await.unwrap();
}

/// Waits until a store holds a text under a key.
async fn holds(store: &str, key: &str, text: &str) {
    let database = database().await;
    let mut found = None;
    for _ in 0..200 {
        found = database.get(store, key).await.unwrap();
        if found.as_deref() == Some(text) {
            return;
        }
        clock::after(10).await;
    }
    panic!("{store}/{key} holds {found:?}");
}

async fn count(store: &str) -> usize {
    database().await.load_all(store).await.unwrap().good.len()
}

impl Tab {
    async fn back_up(&self) -> String {
        self.backed_up().await.text
    }

    /// Every plan as a file holds it.
    fn plans(&self) -> String {
        let made = "2026-11-22T14:20:05-06:00".parse().unwrap();
        let header = Header { audience: Audience::Backup, made, from: None };
        untrack(|| self.store.workspace(|workspace| bundle::write(&header, workspace.plans())))
    }

    async fn stage_backup(&self, text: &str) -> std::sync::Arc<Staged> {
        match self.pick(text).await {
            Incoming::Staged(staged) => staged,
            other => panic!("{other:?}"),
        }
    }

    /// Whether a file that was picked brings nothing.
    fn finds_nothing_new(&self, staged: &Staged) -> bool {
        staged.is_nothing_new(&self.store.preferences().get_untracked())
    }

    /// The reader, as the first visit leaves them.
    fn welcome(&self, name: &str) {
        self.store.revise_preferences(|preferences| {
            preferences.name = name.to_owned();
            preferences.is_welcomed = true;
            preferences.locale = Locale::Spanish;
        });
    }

    fn delete_goal(&self, plan: PlanId, title: &str) {
        let goal = untrack(|| {
            self.store.plan(&[Kind::Goal], |_, plan| {
                let ids = plan.goals_by_due();
                ids.into_iter().find(|id| plan.goal(*id).is_some_and(|goal| goal.title == title))
            })
        });
        let id = goal.flatten().unwrap();
        self.store.apply(Command::Delete(RecordKey { plan, kind: Kind::Goal, id })).unwrap();
    }
}

/// A device with a bit of everything, its backup, and its plans as a file holds them.
async fn backed_up() -> (String, String) {
    empty().await;
    let ana = Tab::open().await;
    ana.welcome("Ana Morales");
    let plan = ana.start();
    ana.add_goal(plan, "Small veins");
    ana.add_goal(plan, "Given up");
    ana.delete_goal(plan, "Given up");
    ana.store.set_draft("goal/new/title", "Half a sen");
    ana.saved().await;
    ana.kill();
    put("past", "p/goals/g 1", "what it was").await;
    put("aside", "p/goals/x 17", "{\"vers").await;
    put("quarantine", "q", "contradicts").await;
    let ana = Tab::open().await;
    let (backup, plans) = (ana.back_up().await, ana.plans());
    ana.kill();
    (backup, plans)
}

#[wasm_bindgen_test]
async fn everything_comes_back_after_everything_was_wiped() {
    let (backup, plans) = backed_up().await;
    assert!(plans.contains("Given up") && !backup.contains("\"device/"), "{backup}");
    let tab = Tab::open().await;
    let (device, me) = untrack(|| (tab.store.device(), tab.store.me()));
    tab.kill();

    empty().await;
    let fresh = Tab::open().await;
    assert!(fresh.goals().is_empty());
    let before = untrack(|| fresh.store.device());
    let staged = fresh.stage_backup(&backup).await;
    assert!(staged.knows_the_reader() && !fresh.finds_nothing_new(&staged));
    assert!(fresh.goals().is_empty(), "looking changes nothing");
    fresh.import_staged(Vec::new()).await;

    assert_eq!(fresh.plans(), plans);
    let preferences = fresh.store.preferences().get_untracked();
    assert_eq!((preferences.name.as_str(), preferences.locale), ("Ana Morales", Locale::Spanish));
    assert!(preferences.is_welcomed);
    let now = untrack(|| fresh.store.device());
    assert!(now != device && now != before, "no id that wrote before writes again");
    assert_eq!(untrack(|| fresh.store.me()), me, "nobody is asked who they are");
    assert_eq!(fresh.store.draft("goal/new/title").as_deref(), Some("Half a sen"));
    fresh.saved().await;
    holds("past", "p/goals/g 1", "what it was").await;
    holds("aside", "p/goals/x 17", "{\"vers").await;
    holds("quarantine", "q", "contradicts").await;
    clock::after(600).await;
    fresh.kill();

    // All of it is stored, and the backup of it holds the same plans.
    let again = Tab::open().await;
    assert_eq!(again.plans(), plans);
    assert_eq!(untrack(|| again.store.device()), now);
    assert_eq!(again.store.draft("goal/new/title").as_deref(), Some("Half a sen"));
    // What was kept apart cannot be read here, so it is listed beside what was set aside.
    assert_eq!(again.store.set_aside().get_untracked().len(), 2);
    let [first, second] =
        [&backup, &again.back_up().await].map(|text| bundle::read(text.as_bytes()).unwrap());
    assert_eq!(first.plans, second.plans);
    let (first, second) = (first.device.unwrap(), second.device.unwrap());
    assert_eq!((&first.past, &first.aside), (&second.past, &second.aside));
    assert_eq!(first.quarantine, second.quarantine);
    assert!(first.texts.keys().eq(second.texts.keys()), "{first:?} {second:?}");

    // What the restored person writes next is theirs, and under the new id.
    let plan = untrack(|| again.store.open_plan_id()).unwrap();
    again.add_goal(plan, "After it");
    assert_eq!(untrack(|| again.store.me()), me);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn restoring_twice_adds_nothing() {
    let (backup, plans) = backed_up().await;
    empty().await;
    let tab = Tab::open().await;
    tab.stage_backup(&backup).await;
    tab.import_staged(Vec::new()).await;
    tab.saved().await;
    holds("quarantine", "q", "contradicts").await;

    let staged = tab.stage_backup(&backup).await;
    assert!(tab.finds_nothing_new(&staged), "{staged:?}");
    let device = untrack(|| tab.store.device());
    // Restored all the same, it changes nothing but the name that is written under.
    tab.import_staged(Vec::new()).await;
    tab.saved().await;
    assert_eq!(tab.plans(), plans);
    assert_ne!(untrack(|| tab.store.device()), device);
    for store in ["past", "aside", "quarantine"] {
        assert_eq!(count(store).await, 1, "{store}");
    }
    // The value that was set aside, and a contradiction that nobody can read.
    assert_eq!(tab.store.set_aside().get_untracked().len(), 2);
    tab.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn restoring_over_newer_edits_loses_neither_and_can_be_undone() {
    let (backup, _) = backed_up().await;
    let tab = Tab::open().await;
    let plan = untrack(|| tab.store.open_plan_id()).unwrap();
    let me = untrack(|| tab.store.me());
    tab.delete_goal(plan, "Small veins");
    tab.add_goal(plan, "Newer");
    tab.store.set_draft("goal/new/title", "Half a sentence");
    tab.welcome("Ana María Morales");
    tab.saved().await;
    let staged = tab.stage_backup(&backup).await;
    assert!(tab.finds_nothing_new(&staged), "this device has all of it, and more");

    // Another device that shares the plan, and has plans and texts of its own.
    let shared = tab.exported().await.text;
    tab.kill();
    empty().await;
    let other = Tab::open().await;
    other.welcome("Ana on the tablet");
    other.pick(&shared).await;
    other.import_staged(Vec::new()).await;
    let own = other.start();
    other.add_goal(own, "Of the tablet");
    other.store.set_draft("goal/new/title", "Typed here");
    put("past", "p/goals/g 1", "here it was else").await;
    other.saved().await;
    let before = other.plans();
    let added_since_shared = backup_with_one_more(&backup).await;
    let staged = other.stage_backup(&added_since_shared).await;
    other.import_staged(Vec::new()).await;
    assert!(!other.finds_nothing_new(&staged));
    let plans = other.plans();
    for title in ["Small veins", "Newer", "Of the tablet", "Added since"] {
        assert!(plans.contains(title), "{title}");
    }
    assert_eq!(other.store.draft("goal/new/title").as_deref(), Some("Typed here"));
    let preferences = other.store.preferences().get_untracked();
    assert_eq!(preferences.name, "Ana on the tablet");
    assert_eq!(preferences.people.get(&plan).copied(), me, "who was nobody here is known now");
    other.saved().await;
    holds("quarantine", "q", "contradicts").await;
    holds("past", "p/goals/g 1", "here it was else").await;

    let notice = other.store.notice().get_untracked();
    assert!(matches!(notice, Some(Notice::Imported(1, _))), "{notice:?}");
    other.store.undo_notice();
    other.saved().await;
    assert_eq!(other.plans(), before);
    other.kill();
    let again = Tab::open().await;
    assert_eq!(again.plans(), before);
    again.kill();
    empty().await;
}

/// The same backup after one more goal was written on the device it was made on.
async fn backup_with_one_more(backup: &str) -> String {
    let mut read = bundle::read(backup.as_bytes()).unwrap();
    let (plan, content) = &mut read.plans[0];
    let (_, goal) = content.live(Kind::Goal).next().unwrap();
    let mut goal = goal.clone();
    goal.write(steadyhand::domain::DeviceId::from_random(77)).set(
        steadyhand::domain::FieldName::new("title"),
        steadyhand::domain::Stamped {
            value: steadyhand::domain::Value::text("Added since"),
            at: 1_795_000_000,
        },
    );
    let id = steadyhand::domain::RecordId::from_random(78);
    content.merge_record(Kind::Goal, id, goal);
    let plans = [(*plan, &*content)].into_iter();
    bundle::write_backup(&read.header, plans, &read.device.unwrap())
}

#[wasm_bindgen_test]
async fn what_no_copy_holds_is_counted_until_one_leaves() {
    empty().await;
    let tab = Tab::open().await;
    let changes = |tab: &Tab| tab.store.copies().get_untracked().changes();
    let plan = tab.start();
    tab.add_goal(plan, "One");
    assert_eq!(changes(&tab), 2);
    let exported = tab.exported().await;
    tab.add_goal(plan, "Written after the file");
    tab.store.download(&exported).await.unwrap();
    assert_eq!(changes(&tab), 1);
    assert_eq!(tab.store.copies().get_untracked().backed_up, None);
    let other = tab.start();
    tab.add_goal(other, "Two");
    assert_eq!(untrack(|| tab.store.backup_reminder()), Risk::Calm, "only a moment has passed");

    let backup = tab.backed_up().await;
    assert!(backup.file_name.starts_with("steadyhand-backup-20"), "{}", backup.file_name);
    tab.store.download(&backup).await.unwrap();
    let copies = tab.store.copies().get_untracked();
    assert_eq!(copies.changes(), 0);
    assert!(copies.backed_up.is_some_and(|at| (clock::now().unix_ms / 1000 - at).abs() < 60));
    tab.store.put_backup_off();
    clock::after(600).await;
    tab.kill();
    let again = Tab::open().await;
    let copies = again.store.copies().get_untracked();
    assert!(copies.backed_up.is_some() && copies.quiet.is_some(), "{copies:?}");
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn what_is_only_for_oneself_is_in_no_file_but_a_backup_and_counts_as_not_copied() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    let text = "Thoughts of my own".to_owned();
    tab.store.apply(Bond::WriteNote { text: text.clone(), about: None }.within(plan)).unwrap();
    let changes = || tab.store.copies().get_untracked().changes();
    let exported = tab.store.export(ForWhom::Pair, &LongWork::begin()).await.unwrap().unwrap();
    assert!(exported.text.contains("\"plans\"") && !exported.text.contains("notes"));
    let before = changes();
    tab.store.download(&exported).await.unwrap();
    assert_eq!(changes(), before, "the note is in no copy yet");
    let backup = tab.backed_up().await;
    assert!(backup.text.contains(&text));
    tab.store.download(&backup).await.unwrap();
    assert_eq!(changes(), 0);
    tab.kill();
    empty().await;
}

//! What was replaced is kept beside what replaced it, and comes back from there.

use leptos::prelude::*;
use steadyhand::codec::bundle::{self, Audience, Header};
use steadyhand::domain::{
    Act, Command, Context, DeviceId, GoalChange, Kind, Past, PlanId, RecordId, RecordKey,
    Workspace, field,
};
use steadyhand::platform::database::{Database, DatabaseError, Edit, delete};
use steadyhand::platform::local::Local;
use steadyhand::store::Incoming;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::database::{good, keys, open, pairs, write};
use crate::store::{Tab, empty};

impl Tab {
    fn title(&self, plan: PlanId, goal: RecordId, title: &str) {
        let changes = vec![GoalChange::Title(title.to_owned())];
        self.store.apply(Command::ReviseGoal { plan, goal, changes }).unwrap();
    }

    async fn past(&self, plan: PlanId) -> Vec<Past> {
        let remembered = self.store.remembered(plan).await.unwrap();
        assert_eq!(remembered.unreadable, 0);
        remembered.past
    }

    async fn past_titles(&self, plan: PlanId) -> Vec<String> {
        self.saved().await;
        titles(&self.past(plan).await)
    }

    /// The lines of the history that hold something to bring back.
    async fn acts(&self, plan: PlanId) -> Vec<Act> {
        let past = self.past(plan).await;
        let read = |id, plan: &steadyhand::domain::Plan| plan.activity(id, &past, None);
        untrack(|| self.store.plan(&Kind::KNOWN, read)).unwrap()
    }
}

fn titles(past: &[Past]) -> Vec<String> {
    let titles = past.iter().filter(|past| past.field.as_str() == field::TITLE);
    let mut titles: Vec<String> =
        titles.filter_map(|past| Some(past.written.value.as_text()?.to_owned())).collect();
    titles.sort();
    titles
}

/// The plan as another device would have it after changing the goal's title.
fn changed_elsewhere(text: &str, goal: RecordId, titles: &[&str]) -> String {
    let bundle = bundle::read(text.as_bytes()).unwrap();
    let now = "2026-11-23T14:20:00-06:00".parse().unwrap();
    let mut workspace = Workspace::new();
    let id = bundle.plans[0].0;
    for (plan, content) in bundle.plans {
        for (kind, id, record) in content.into_records() {
            workspace.merge_record(RecordKey { plan, kind, id }, record);
        }
    }
    let mut random = || 5;
    let mut ctx = Context { device: DeviceId::from_random(77), now, random: &mut random };
    for title in titles {
        let changes = vec![GoalChange::Title((*title).to_owned())];
        workspace.apply(Command::ReviseGoal { plan: id, goal, changes }, &mut ctx).unwrap();
    }
    let header = Header { audience: Audience::Pair, made: now, from: None };
    bundle::write(&header, workspace.plans())
}

#[wasm_bindgen_test]
async fn writes_beside_an_update_are_kept_with_it_or_not_at_all() {
    let name = "test/beside";
    let database = open(name).await;
    let beside = ["meta"];
    let both = keys(&["a", "b"]);
    let put = |key: &str, text: Option<String>, more: &mut Vec<_>| {
        assert_eq!(text, None);
        more.push(write("meta", &format!("{key}/1"), Some("beside")));
        Some(Edit::Put(key.to_uppercase()))
    };
    let withdrawn = database
        .update_beside("records", &both, &beside, |key, text, more| match key {
            "b" => Some(Edit::Withdraw),
            _ => put(key, text, more),
        })
        .await;
    assert_eq!(withdrawn, Err(DatabaseError::Withdrawn));
    // A store that is no part of the transaction fails all of it.
    let outside = database.update_beside("records", &both, &[], put).await;
    assert!(matches!(outside, Err(DatabaseError::Failed { .. })), "{outside:?}");
    for store in ["records", "meta"] {
        assert_eq!(good(&database, store).await, []);
    }
    database.update_beside("records", &both, &beside, put).await.unwrap();
    assert_eq!(good(&database, "records").await, pairs(&[("a", "A"), ("b", "B")]));
    let written = pairs(&[("a/1", "beside"), ("b/1", "beside")]);
    assert_eq!(good(&database, "meta").await, written);
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_folder_is_read_without_its_neighbours() {
    let name = "test/folder";
    let database = open(name).await;
    let mut all: Vec<(String, String)> = ["a", "a.b/1", "a0", "ab/1", "b/1"]
        .map(|key| (key.to_owned(), key.to_owned()))
        .into_iter()
        .chain((0..1_500).map(|n| (format!("a/{n:04}/x"), n.to_string())))
        .collect();
    all.sort();
    let writes: Vec<_> = all.iter().map(|(key, text)| write("records", key, Some(text))).collect();
    database.put_all(&writes).await.unwrap();
    let loaded = database.load_under("records", "a").await.unwrap();
    all.retain(|(key, _)| key.starts_with("a/"));
    assert_eq!((loaded.good, loaded.foreign), (all, Vec::new()));
    assert_eq!(database.load_under("records", "c").await.unwrap().good, []);
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn an_edit_puts_what_it_replaced_into_the_past_and_it_comes_back() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    let goal = tab.add_goal(plan, "First words");
    tab.saved().await;
    assert_eq!(tab.past(plan).await, []);
    tab.title(plan, goal, "Second words");
    // This one follows before the other is stored: no word is too short-lived.
    tab.title(plan, goal, "Third words");
    assert_eq!(tab.past_titles(plan).await, ["First words", "Second words"]);
    tab.kill();

    let again = Tab::open().await;
    assert_eq!(again.past_titles(plan).await, ["First words", "Second words"]);
    let acts = again.acts(plan).await;
    let newest = acts.iter().find(|act| act.key.id == goal && act.said[0].stands).unwrap();
    let earlier = newest.said[0].earlier.iter().find(|e| e.value.as_text() == Some("First words"));
    let (key, field) = (newest.key, newest.said[0].field.clone());
    let value = earlier.unwrap().value.clone();
    again.store.apply(Command::PutBack { key, field, value }).unwrap();
    assert_eq!(again.goals(), ["First words"]);
    assert!(again.past_titles(plan).await.contains(&"Third words".to_owned()));
    again.store.undo_notice();
    assert_eq!(again.goals(), ["Third words"]);
    again.saved().await;
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn the_past_is_part_of_the_transaction_that_stores_the_record() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    let goal = tab.add_goal(plan, "First words");
    tab.saved().await;
    // Each edit is watched from outside: never is the old value in neither place.
    let stores = ["records", "aside", "texts", "past", "quarantine"];
    let database = Database::open("steadyhand", 2, &stores).await.unwrap();
    let record = format!("{plan}/goals/{goal}");
    for number in 0..20 {
        tab.title(plan, goal, &format!("Words {number}."));
        loop {
            let stored = database.get("records", &record).await.unwrap().unwrap();
            let past = good(&database, "past").await;
            let is_there = (0..number).all(|n| {
                let words = format!("Words {n}.");
                stored.contains(&words) || past.iter().any(|(_, text)| text.contains(&words))
            });
            assert!(is_there, "{number}: {stored} {past:?}");
            if stored.contains(&format!("Words {number}.")) {
                break;
            }
        }
    }
    drop(database);
    tab.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn an_import_keeps_what_it_replaced_and_what_it_came_too_late_with() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    let goal = tab.add_goal(plan, "Ours");
    let exported = tab.exported().await.text;
    let older = changed_elsewhere(&exported, goal, &["Theirs at first"]);
    let newer = changed_elsewhere(&exported, goal, &["Theirs at first", "Theirs at last"]);

    let Incoming::Staged(_) = tab.pick(&newer).await else { panic!("not staged") };
    tab.import_staged(Vec::new()).await;
    assert_eq!(tab.goals(), ["Theirs at last"]);
    assert_eq!(tab.past_titles(plan).await, ["Ours"]);

    // The older file has nothing new but words that never were here.
    for _ in 0..2 {
        let Incoming::Staged(staged) = tab.pick(&older).await else { panic!("not staged") };
        assert!(staged.arrival.is_nothing_new());
        tab.store.drop_staged();
        assert_eq!(tab.goals(), ["Theirs at last"]);
        assert_eq!(tab.past_titles(plan).await, ["Ours", "Theirs at first"]);
    }

    // What is in the past and stands again is no past to be shown.
    tab.title(plan, goal, "Ours");
    tab.saved().await;
    let acts = tab.acts(plan).await;
    let said = acts.iter().flat_map(|act| &act.said).filter(|said| said.field.as_str() == "title");
    let earlier: Vec<_> = said.flat_map(|said| &said.earlier).map(|e| e.value.clone()).collect();
    assert!(!earlier.is_empty() && earlier.iter().all(|value| value.as_text() != Some("Ours")));
    tab.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn what_only_the_journal_held_is_remembered_too() {
    empty().await;
    let local = Local::open("").unwrap();
    let tab = Tab::open().await;
    let plan = tab.start();
    let goal = tab.add_goal(plan, "First words");
    tab.title(plan, goal, "Second words");
    tab.title(plan, goal, "Third words");
    // The tab has not yielded, so nothing has reached the database: this is all there would be.
    let journal = local.keys_under("journal/").unwrap();
    let entries: Vec<(String, String)> =
        journal.into_iter().map(|key| (key.clone(), local.get(&key).unwrap().unwrap())).collect();
    tab.saved().await;
    tab.kill();
    empty().await;
    for (key, text) in &entries {
        local.set(key, text).unwrap();
    }
    let again = Tab::open().await;
    assert_eq!(again.goals(), ["Third words"]);
    assert_eq!(again.past_titles(plan).await, ["First words", "Second words"]);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn what_two_tabs_replace_is_remembered_once() {
    empty().await;
    let one = Tab::open().await;
    let plan = one.start();
    let goal = one.add_goal(plan, "Begun");
    one.saved().await;
    let other = Tab::open().await;
    one.title(plan, goal, "From the first");
    other.title(plan, goal, "From the second");
    one.saved().await;
    other.saved().await;
    assert_eq!(one.past_titles(plan).await, ["Begun"]);
    other.kill();
    one.kill();
    let again = Tab::open().await;
    let key = RecordKey { plan, kind: Kind::Goal, id: goal };
    let disputes = untrack(|| again.store.plan(&[Kind::Goal], |_, plan| plan.disputes_of(key)));
    let rivals = &disputes.unwrap()[0].rivals;
    let (chosen, lost) = (rivals[0].value.clone(), rivals[1].value.clone());
    let field = field::TITLE.into();
    again.store.apply(Command::Settle { key, field, value: chosen }).unwrap();
    let past = again.past_titles(plan).await;
    assert!(past.contains(&lost.as_text().unwrap().to_owned()), "{past:?}");
    again.kill();
    empty().await;
}

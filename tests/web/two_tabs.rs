//! Tabs that write at the same time: whatever they write stands, or was replaced by somebody who had
//! seen it; all of them agree in the end; and an open editor keeps what is typed into it.
//!
//! The normal run makes 200 changes, `./dev test --long` 1,000. A run is repeated with
//! `STEADYHAND_SEED`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use leptos::prelude::*;
use steadyhand::codec::bundle::{self, Audience, Header};
use steadyhand::domain::{Command, GoalChange, Kind, PlanId, RecordId, RecordKey, Role};
use steadyhand::platform::clock;
use steadyhand::store::SaveState;
use steadyhand::ui::components::TextField;
use steadyhand::ui::features::writing::live_field::live_field;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};
use web_sys::HtmlInputElement;

use crate::components::{draw, find, type_into};
use crate::inject::Injected;
use crate::second_copy::eventually;
use crate::store::{Tab, empty};

const CHANGES: u32 = if option_env!("STEADYHAND_LONG").is_some() { 1_000 } else { 200 };

/// A small generator of numbers: G. Marsaglia, Xorshift RNGs (2003).
struct Chance(u64);

impl Chance {
    fn new(given: u64) -> Self {
        let seed = option_env!("STEADYHAND_SEED").and_then(|seed| seed.parse().ok());
        Self(seed.unwrap_or(given).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit
    }
}

type Field = (RecordId, &'static str);

/// What was written, and what has been replaced by somebody who had seen it.
#[derive(Default)]
struct Log {
    count: u32,
    written: BTreeMap<Field, Vec<String>>,
    replaced: BTreeSet<String>,
    deletions: u32,
    imports: u32,
    on_one_field: u32,
}

struct World {
    tabs: Vec<Tab>,
    plan: PlanId,
    first: RecordId,
    bundle: String,
    chance: Chance,
    log: Log,
}

impl Tab {
    fn values(&self, plan: PlanId, (goal, name): Field) -> Vec<String> {
        let key = RecordKey { plan, kind: Kind::Goal, id: goal };
        untrack(|| {
            self.store.workspace(|workspace| {
                let register = workspace.get(key).and_then(|record| record.field(name));
                let entries = register.map(|register| register.entries()).unwrap_or_default();
                let text = |entry: &steadyhand::crdt::Entry<_, steadyhand::domain::Stamped>| {
                    entry.value.value.as_text().unwrap_or_default().to_owned()
                };
                entries.iter().map(text).collect()
            })
        })
    }

    fn goal_ids(&self) -> Vec<RecordId> {
        untrack(|| self.store.plan(&[Kind::Goal], |_, plan| plan.goals_by_due())).unwrap()
    }

    /// Everything, as a file would hold it.
    fn text(&self) -> String {
        let made = DateTime::parse_from_rfc3339("2026-11-23T06:10:00-06:00").unwrap();
        let header = Header { audience: Audience::Pair, made, from: None };
        untrack(|| self.store.workspace(|workspace| bundle::write(&header, workspace.plans())))
    }
}

impl World {
    /// A plan with three goals in so many tabs, and a file in which the mentor has written, too.
    async fn new(tabs: usize, seed: u64) -> Self {
        empty().await;
        let ana = Tab::open().await;
        let plan = ana.start();
        let first = ana.add_goal(plan, "The first");
        ana.add_goal(plan, "The second");
        ana.add_goal(plan, "The third");
        ana.saved().await;
        let mut all = vec![ana];
        for _ in 1..tabs {
            all.push(Tab::open().await);
        }
        let chance = Chance::new(seed);
        let bundle = mentors(&all[0].exported().await.text, plan);
        Self { tabs: all, plan, first, bundle, chance, log: Log::default() }
    }

    /// One change in some tab.
    async fn step(&mut self) {
        let at = self.chance.below(self.tabs.len());
        match self.chance.below(100) {
            0..8 => self.delete(at),
            8..11 => self.import_and_take_back(at).await,
            11..25 => self.add(at),
            _ => self.write(at),
        }
        match self.chance.below(4) {
            0 => clock::after(self.chance.below(12) as u32).await,
            1 => clock::after(0).await,
            _ => {}
        }
    }

    fn write(&mut self, at: usize) {
        let goals = self.tabs[at].goal_ids();
        let is_hot = self.chance.below(3) == 0 && goals.contains(&self.first);
        let goal = if is_hot { self.first } else { goals[self.chance.below(goals.len())] };
        self.log.on_one_field += u32::from(is_hot);
        let value = format!("value {}", self.log.count);
        let (name, change) = match self.chance.below(if is_hot { 1 } else { 2 }) {
            0 => ("title", GoalChange::Title(value.clone())),
            _ => ("measure", GoalChange::Measure(value.clone())),
        };
        let field = (goal, name);
        self.log.replaced.extend(self.tabs[at].values(self.plan, field));
        let revise = Command::ReviseGoal { plan: self.plan, goal, changes: vec![change] };
        self.tabs[at].store.apply(revise).unwrap();
        self.log.written.entry(field).or_default().push(value);
        self.log.count += 1;
    }

    fn add(&mut self, at: usize) {
        let value = format!("value {}", self.log.count);
        let goal = self.tabs[at].add_goal(self.plan, &value);
        self.log.written.entry((goal, "title")).or_default().push(value);
        self.log.count += 1;
    }

    fn delete(&mut self, at: usize) {
        let goals = self.tabs[at].goal_ids();
        let goal = goals[self.chance.below(goals.len())];
        if goal != self.first && goals.len() > 3 {
            let key = RecordKey { plan: self.plan, kind: Kind::Goal, id: goal };
            self.tabs[at].store.apply(Command::Delete(key)).unwrap();
            self.log.deletions += 1;
        }
        self.log.count += 1;
    }

    /// Others write on what came in before it goes again.
    async fn import_and_take_back(&mut self, at: usize) {
        let bundle = self.bundle.clone();
        self.tabs[at].take_in(&bundle).await;
        for _ in 0..self.chance.below(5) {
            clock::after(self.chance.below(15) as u32).await;
            let other = (at + 1 + self.chance.below(self.tabs.len() - 1)) % self.tabs.len();
            self.write(other);
        }
        if self.chance.below(5) > 0 {
            self.tabs[at].store.undo_notice();
        }
        self.log.imports += 1;
        self.log.count += 1;
    }

    /// Waits until all tabs hold the same.
    async fn agree(&self) -> Result<String, String> {
        for _ in 0..1_000 {
            let is_saved = |tab: &Tab| tab.store.save_state().get_untracked() == SaveState::Saved;
            let text = self.tabs[0].text();
            if self.tabs.iter().all(is_saved) && self.tabs.iter().all(|tab| tab.text() == text) {
                return Ok(text);
            }
            clock::after(10).await;
        }
        Err("the tabs do not agree".to_owned())
    }

    /// Every value that neither stands nor was replaced by somebody who had seen it.
    fn lost(&self, tab: &Tab) -> Vec<String> {
        let mut lost = Vec::new();
        for (field, values) in &self.log.written {
            let standing = tab.values(self.plan, *field);
            let is_lost =
                |value: &&String| !standing.contains(value) && !self.log.replaced.contains(*value);
            lost.extend(values.iter().filter(is_lost).map(|value| format!("{field:?} {value}")));
        }
        lost
    }
}

/// What the mentor sends back: a goal of their own, and another title for each of the student's.
fn mentors(sent: &str, plan: PlanId) -> String {
    let mut bundle = bundle::read(sent.as_bytes()).unwrap();
    let arrival = bundle.plans.drain(..).collect();
    let mut workspace = steadyhand::domain::Workspace::new();
    let device = steadyhand::domain::DeviceId::from_random(99);
    let arrival = workspace.look_at(arrival, device, steadyhand::domain::DeviceId::from_random(98));
    workspace.import(arrival);
    let mut drawn = 7_000;
    let mut random = || {
        drawn += 1;
        drawn
    };
    let now = bundle.header.made;
    let mut ctx = steadyhand::domain::Context { device, now, random: &mut random };
    let join = Command::Join { plan, name: "Dana".to_owned(), role: Role::Mentor };
    workspace.apply(join, &mut ctx).unwrap();
    let changes = vec![GoalChange::Title("From the mentor".to_owned())];
    workspace.apply(Command::AddGoal { plan, changes, tasks: Vec::new() }, &mut ctx).unwrap();
    for goal in workspace.plan(plan).unwrap().goals_by_due() {
        let changes = vec![GoalChange::Measure("As the mentor sees it".to_owned())];
        workspace.apply(Command::ReviseGoal { plan, goal, changes }, &mut ctx).unwrap();
    }
    bundle::write(&bundle.header, workspace.plans())
}

async fn live(tabs: usize, seed: u64) {
    let mut world = World::new(tabs, seed).await;
    while world.log.count < CHANGES {
        world.step().await;
    }
    let fresh = world.agree().await.unwrap_or_else(|wrong| panic!("seed {seed}: {wrong}"));
    let last = Tab::open().await;
    assert_eq!(last.text(), fresh, "seed {seed}: a new tab reads what the others hold");
    let lost = world.lost(&last);
    assert!(lost.is_empty(), "seed {seed}: lost {lost:?}");
    assert!(last.store.set_aside().get_untracked().is_empty());
    let Log { count, deletions, imports, on_one_field, .. } = world.log;
    console_log!(
        "{tabs} tabs, seed {seed}: {count} changes, {on_one_field} on one field, \
         {deletions} deletions, {imports} imports"
    );
    assert!(on_one_field > CHANGES / 10 && deletions > 0 && imports > 0, "too tame");
    last.kill();
    world.tabs.into_iter().for_each(Tab::kill);
    empty().await;
}

#[wasm_bindgen_test]
async fn two_tabs_that_write_at_once_lose_nothing() {
    live(2, 1).await;
}

#[wasm_bindgen_test]
async fn three_tabs_that_write_at_once_lose_nothing() {
    live(3, 2).await;
}

#[wasm_bindgen_test]
async fn an_open_editor_keeps_its_text_and_committing_keeps_both() {
    empty().await;
    let one = Tab::open().await;
    let plan = one.start();
    let goal = one.add_goal(plan, "At first");
    one.saved().await;
    let other = Tab::open().await;
    let store = one.store;
    let revise = move |text: String| {
        let changes = vec![GoalChange::Title(text)];
        store.apply(Command::ReviseGoal { plan, goal, changes }).map(drop)
    };
    let stored = move || {
        let title = store.plan(&[Kind::Goal], |_, plan| plan.goal(goal).map(|goal| goal.title));
        title.flatten().unwrap_or_default()
    };
    let view = move || {
        let of = store.key_of(Kind::Goal, goal);
        let field = live_field(store, of, format!("goal/{goal}/title"), stored, |_| None, revise);
        let (value, on_input, on_commit) = (field.value, field.on_input, field.on_commit);
        view! { <TextField label="Title" value on_input on_commit note=field.note /> }
    };
    draw(view, async |place| {
        let input: HtmlInputElement = find(place, "input");
        assert_eq!(input.value(), "At first");
        type_into(&input, "Being typed");
        let changes = vec![GoalChange::Title("From the other tab".to_owned())];
        other.store.apply(Command::ReviseGoal { plan, goal, changes }).unwrap();
        for _ in 0..200 {
            if one.goals() == ["From the other tab"] {
                break;
            }
            clock::after(10).await;
        }
        assert_eq!(one.goals(), ["From the other tab"], "it has come in");
        clock::next_frame().await;
        assert_eq!(input.value(), "Being typed", "and has not touched the editor");
        type_into(&input, "Being typed on");
        input.dispatch_event(&web_sys::Event::new("change").unwrap()).unwrap();
        input.dispatch_event(&web_sys::Event::new("blur").unwrap()).unwrap();
    })
    .await;
    let mut values = one.values(plan, (goal, "title"));
    values.sort();
    assert_eq!(values, ["Being typed on", "From the other tab"]);
    one.saved().await;
    for _ in 0..200 {
        if other.text() == one.text() {
            break;
        }
        clock::after(10).await;
    }
    assert_eq!(other.text(), one.text());
    one.kill();
    other.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn an_import_that_is_taken_back_goes_from_a_tab_whose_own_write_is_still_being_copied() {
    empty().await;
    let one = Tab::open().await;
    let plan = one.start();
    let goal = one.add_goal(plan, "Small veins");
    one.saved().await;
    let bundle = mentors(&one.exported().await.text, plan);
    let other = Tab::open().await;
    one.take_in(&bundle).await;
    one.saved().await;
    let holds = |tab: &Tab, title: &str| tab.goals().iter().any(|goal| goal == title);
    eventually("the other tab has it", async || holds(&other, "From the mentor")).await;

    let rename = |title: &str| {
        let changes = vec![GoalChange::Title(title.to_owned())];
        other.store.apply(Command::ReviseGoal { plan, goal, changes }).unwrap();
    };
    // The first write of a tab has folders made anew, and nobody else makes one then.
    rename("Small veins, lying");
    other.saved().await;

    // The next part that is put into the plan's folder, and nothing else.
    let hangs = format!(
        "if (globalThis.hasHung || !`${{given[0].url ?? given[0]}}`.includes('{plan}/part')) {{
            return own.apply(this, given);
        }}
        globalThis.hasHung = true;
        return new Promise(() => {{}});"
    );
    let once = Injected::new("Cache", "put", &hangs);
    rename("Small veins, seated");
    let is_hanging = async || js_sys::eval("globalThis.hasHung === true").unwrap() == true;
    eventually("its write is stored, and being copied", is_hanging).await;
    one.store.undo_notice();
    eventually("it is taken back", async || !holds(&one, "From the mentor")).await;
    eventually("in the other tab, too", async || !holds(&other, "From the mentor")).await;
    eventually("they agree", async || one.text() == other.text()).await;
    assert!(holds(&one, "Small veins, seated"));
    assert!(one.values(plan, (goal, "measure")).is_empty());
    drop(once);
    js_sys::eval("delete globalThis.hasHung").unwrap();
    one.kill();
    other.kill();
    empty().await;
}

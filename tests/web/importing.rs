//! Taking in a plan from another device: looking, refusing, joining, taking back.

use futures_util::future::join;
use leptos::prelude::*;
use steadyhand::codec::BundleError;
use steadyhand::codec::bundle::{self, Audience, Header};
use steadyhand::domain::{Command, Context, DeviceId, ForWhom, GoalChange, Role, Workspace};
use steadyhand::platform::clock;
use steadyhand::store::{Cancelled, Exported, Incoming, LongWork, Notice, PickedFile, ReadFailure};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::inject::Injected;
use crate::store::{Tab, empty};

impl Tab {
    pub async fn pick(&self, text: &str) -> Incoming {
        let file = PickedFile::from_bytes("plan.steadyhand.json", text.as_bytes()).unwrap();
        self.store.stage(file).await;
        self.store.incoming().get_untracked()
    }

    /// Takes in the file that has been looked at.
    pub async fn import_staged(&self, joins: Vec<Command>) {
        if let Some(intake) = self.store.prepare_staged(&LongWork::begin()).await.unwrap() {
            self.store.import(intake, joins);
        }
    }

    /// The plan that is open, as a file.
    pub async fn exported(&self) -> Exported {
        self.store.export(ForWhom::Pair, &LongWork::begin()).await.unwrap().unwrap()
    }

    /// Everything, as a file.
    pub async fn backed_up(&self) -> Exported {
        self.store.back_up(&LongWork::begin()).await.unwrap()
    }
}

#[wasm_bindgen_test]
async fn a_plan_is_looked_at_taken_in_joined_and_taken_back() {
    empty().await;
    let ana = Tab::open().await;
    let plan = ana.start();
    ana.add_goal(plan, "Small veins");
    let exported = ana.exported().await;
    assert!(exported.file_name.ends_with(".steadyhand.json"), "{}", exported.file_name);
    ana.kill();

    // Another device: nothing of the first is left.
    empty().await;
    let dana = Tab::open().await;
    let half: String = exported.text.chars().take(exported.text.len() / 2).collect();
    let refused = dana.pick(&half).await;
    let cut_off =
        |failure: &ReadFailure| matches!(failure, ReadFailure::Bundle(BundleError::CutOff { .. }));
    assert!(matches!(&refused, Incoming::Failed(failure) if cut_off(failure)), "{refused:?}");
    assert_eq!(untrack(|| dana.store.open_plan_id()), None);

    let Incoming::Staged(staged) = dana.pick(&exported.text).await else { panic!("not staged") };
    let people = staged.preview.plan(plan).unwrap().people();
    assert_eq!(people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Ana"]);
    assert!(!untrack(|| dana.store.has_joined(plan)));
    assert_eq!(untrack(|| dana.store.open_plan_id()), None, "looking changes nothing");

    let join = Command::Join { plan, name: "Dana".to_owned(), role: Role::Mentor };
    dana.import_staged(vec![join]).await;
    assert_eq!(dana.goals(), ["Small veins"]);
    assert!(untrack(|| dana.store.has_joined(plan)));
    let notice = dana.store.notice().get_untracked();
    assert!(matches!(notice, Some(Notice::Imported(3, _))), "{notice:?}");

    let Incoming::Staged(again) = dana.pick(&exported.text).await else { panic!("not staged") };
    assert!(again.arrival.is_nothing_new());
    dana.store.drop_staged();

    dana.store.undo_notice();
    assert_eq!(untrack(|| dana.store.open_plan_id()), None);
    dana.kill();
    empty().await;
}

/// A plan of somebody else, with so many goals of seven records each.
fn large(goals: usize) -> String {
    let mut workspace = Workspace::new();
    let mut drawn = 1u128 << 90;
    let mut random = || {
        drawn += 1 << 60;
        drawn
    };
    let now = "2026-11-23T06:10:00-06:00".parse().unwrap();
    let mut ctx = Context { device: DeviceId::from_random(99), now, random: &mut random };
    let start = Command::StartPlan {
        title: "Large".to_owned(),
        starts: now.date_naive(),
        weeks: 16,
        name: "Dana".to_owned(),
        role: Role::Mentor,
    };
    let plan = workspace.apply(start, &mut ctx).unwrap().subject.unwrap().plan;
    for goal in 0..goals {
        let changes = vec![GoalChange::Title(format!("Goal {goal}"))];
        let tasks = (0..6).map(|task| format!("Draw {task}")).collect();
        workspace.apply(Command::AddGoal { plan, changes, tasks }, &mut ctx).unwrap();
    }
    let header = Header { audience: Audience::Pair, made: now, from: None };
    bundle::write(&header, workspace.plans())
}

/// Gives the work up once it has gone on for a slice.
async fn give_up(work: impl Fn() -> Option<LongWork>) {
    // A timer would come only when the work is done, in browsers where that has the right of way.
    let until = clock::ticks() + 10_000.0;
    while clock::ticks() < until {
        if let Some(work) = work() {
            clock::breathe().await;
            return work.cancel();
        }
        clock::breathe().await;
    }
    panic!("there is no work");
}

/// A clock by which every step of long work takes up a slice of it, however fast the machine is.
fn slow_clock() -> Injected {
    let body =
        "globalThis.asked = (globalThis.asked ?? own.apply(this)) + 5; return globalThis.asked";
    Injected::new("Performance", "now", body)
}

#[wasm_bindgen_test]
async fn a_long_import_is_given_up_at_each_stage_and_changes_nothing() {
    empty().await;
    let _clock = slow_clock();
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.saved().await;
    let everything = || untrack(|| tab.store.workspace(Workspace::clone));
    let before = everything();
    let text = large(300);
    let file = || PickedFile::from_bytes("plan.steadyhand.json", text.as_bytes()).unwrap();

    let reading = || match tab.store.incoming().get_untracked() {
        Incoming::Reading(work) => Some(work),
        _ => None,
    };
    join(give_up(reading), tab.store.stage(file())).await;
    assert!(matches!(tab.store.incoming().get_untracked(), Incoming::Nothing));
    assert_eq!(everything(), before);

    tab.store.stage(file()).await;
    let work = LongWork::begin();
    let giving_up = give_up(|| Some(work.clone()));
    let ((), prepared) = join(giving_up, tab.store.prepare_staged(&work)).await;
    assert_eq!(prepared.err(), Some(Cancelled));
    assert!(matches!(tab.store.incoming().get_untracked(), Incoming::Staged(_)));
    assert_eq!(everything(), before);

    // What is written while it is worked out stays.
    let work = LongWork::begin();
    let writing = async {
        clock::breathe().await;
        tab.add_goal(plan, "Meanwhile");
    };
    let ((), intake) = join(writing, tab.store.prepare_staged(&work)).await;
    tab.store.import(intake.unwrap().unwrap(), Vec::new());
    assert_eq!(everything().len(), before.len() + 1 + 2_103);
    let imported = everything();

    tab.store.undo_notice();
    let taking_back = || match tab.store.notice().get_untracked() {
        Some(Notice::TakingBack(work)) => Some(work),
        _ => None,
    };
    give_up(taking_back).await;
    while taking_back().is_some() {
        clock::after(1).await;
    }
    assert!(matches!(tab.store.notice().get_untracked(), Some(Notice::Imported(..))));
    assert_eq!(everything(), imported);
    tab.store.undo_notice();
    while taking_back().is_some() {
        clock::after(1).await;
    }
    assert_eq!(everything().len(), before.len() + 1);
    tab.kill();
    empty().await;
}

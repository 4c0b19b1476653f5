//! Taking in a plan from another device: looking, refusing, joining, taking back.

use leptos::prelude::*;
use steadyhand::codec::BundleError;
use steadyhand::domain::{Command, Role};
use steadyhand::store::{Exported, Incoming, LongWork, Notice, PickedFile, ReadFailure};
use wasm_bindgen_test::wasm_bindgen_test;

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
        self.store.export(&LongWork::begin()).await.unwrap().unwrap()
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

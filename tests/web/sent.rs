//! What has left the device is remembered record by record, and no file tells of it.

use leptos::prelude::*;
use steadyhand::codec::csv::{Table, TableWords};
use steadyhand::domain::{Audience, Command, ForWhom, Kind, RecordKey, Sent};
use steadyhand::i18n::EN;
use steadyhand::platform::clock;
use steadyhand::store::{Incoming, LongWork, Store};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::store::{Tab, empty};

async fn send(store: Store, for_whom: ForWhom) -> String {
    let exported = store.export(for_whom, &LongWork::begin()).await.unwrap().unwrap();
    store.download(&exported).await.unwrap();
    exported.text
}

fn sent(store: Store, key: RecordKey) -> Sent {
    untrack(|| store.sent(key))
}

#[wasm_bindgen_test]
async fn what_went_to_whom_is_known_after_a_restart_and_travels_in_no_file() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    let key = |id| RecordKey { plan, kind: Kind::Goal, id };
    let shown = key(tab.add_goal(plan, "For both"));
    let hidden = key(tab.add_goal(plan, "Only mine"));
    tab.store.apply(Command::SetAudience { key: hidden, audience: Audience::OnlyMe }).unwrap();
    assert_eq!(sent(tab.store, shown).last(), None, "nothing has left yet");

    let text = send(tab.store, ForWhom::Pair).await;
    assert!(text.contains("For both") && !text.contains("Only mine"));
    let known = sent(tab.store, shown);
    assert!(known.pair.is_some_and(|at| (clock::now().unix_ms / 1000 - at).abs() < 60));
    assert_eq!((known.program, sent(tab.store, hidden)), (None, Sent::default()));
    let text = send(tab.store, ForWhom::Program).await;
    assert!(text.contains(r#""audience":"program""#) && !text.contains("For both"));
    assert_eq!(sent(tab.store, shown).program, None, "it is not for the program");

    let backup = tab.backed_up().await;
    assert!(backup.text.contains("Only mine") && !backup.text.contains("sent/"));
    tab.store.download(&backup).await.unwrap();
    assert_eq!(sent(tab.store, hidden), Sent::default(), "a backup goes to nobody");
    clock::after(600).await;
    tab.kill();
    let again = Tab::open().await;
    assert_eq!(sent(again.store, shown), known);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn a_table_counts_as_sent_for_what_stands_in_it() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    let goal = RecordKey { plan, kind: Kind::Goal, id: tab.add_goal(plan, "=1+1") };
    let words = TableWords {
        field: EN.share.records.field,
        category: EN.common.category,
        status: EN.paper.status,
        mode: EN.meetings.mode,
        held: EN.meetings.status_of,
        yes: EN.share.records.yes,
        no: EN.share.records.no,
    };
    let before = untrack(|| tab.store.copies().get_untracked().changes());
    let meetings = tab.store.table(Table::Meetings, ForWhom::Pair, &words).unwrap();
    tab.store.download(&meetings).await.unwrap();
    assert_eq!(sent(tab.store, goal).last(), None, "no goal stands in it");
    let goals = tab.store.table(Table::Goals, ForWhom::Pair, &words).unwrap();
    assert!(goals.file_name.starts_with("goals-pair-") && goals.file_name.ends_with(".csv"));
    assert!(goals.text.contains("\"'=1+1\""), "{}", goals.text);
    tab.store.download(&goals).await.unwrap();
    assert!(sent(tab.store, goal).pair.is_some());
    let after = untrack(|| tab.store.copies().get_untracked().changes());
    assert_eq!(before, after, "a table is no copy of the plan");
    tab.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn a_template_is_known_for_what_it_is_and_a_plan_begins_from_it() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Small veins");
    let template = untrack(|| tab.store.template("Course")).unwrap();
    let file = tab.store.export_template(&template).unwrap();
    assert_eq!(file.file_name, "Course.steadyhand-template.json");
    assert!(!file.text.contains("Ana"), "{}", file.text);
    let half: String = file.text.chars().take(file.text.len() / 2).collect();
    assert!(matches!(tab.pick(&half).await, Incoming::Failed(_)));
    let Incoming::Template(found) = tab.pick(&file.text).await else { panic!("no template") };
    let start = Command::StartFrom {
        template: Box::new((*found).clone()),
        title: "Next course".to_owned(),
        starts: chrono::NaiveDate::from_ymd_opt(2027, 2, 1).unwrap(),
        name: "Ana".to_owned(),
        role: steadyhand::domain::Role::Student,
    };
    tab.store.begin_from(start).unwrap();
    assert!(matches!(tab.store.incoming().get_untracked(), Incoming::Nothing));
    let open = untrack(|| tab.store.open_plan_id()).unwrap();
    assert_ne!(open, plan);
    let titles = untrack(|| {
        tab.store.plan(&[Kind::Goal], |_, plan| {
            plan.goals_in_order()
                .iter()
                .filter_map(|id| plan.goal(*id))
                .map(|goal| goal.title)
                .collect::<Vec<_>>()
        })
    });
    assert_eq!(titles.unwrap(), ["Small veins"]);
    tab.kill();
    empty().await;
}

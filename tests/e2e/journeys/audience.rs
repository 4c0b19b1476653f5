//! Who sees what: the default in sight, one choice that changes it, a file for the pair and one for the program, and
//! not a word of what is only for oneself in any of them.

use thirtyfour::Key;

use super::both_sides::{begin_a_plan, write_a_goal};
use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;
use crate::welcome::ESTUDIANTE;

/// The words of what Ana keeps to herself: a goal, its task, a note, a comment that names the goal.
const SECRETS: [&str; 4] =
    ["Leave this clinic", "Write to the other hospital", "Ask about the pay", "Not before spring"];

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    write_a_goal(&ana);
    the_default_is_in_sight(&ana);
    what_is_only_hers(&ana);
    let secret = secret_id(&ana);

    ana.go("#/more/share");
    what_goes_to_the_pair(&ana);
    let (name, for_pair) = ana.download("Export plan");
    assert!(name.starts_with("ana-morales"), "{name}");
    holds_no_secret(&for_pair, &secret);
    assert!(for_pair.contains("Steady hand with small veins"), "{for_pair}");
    ana.click("As tables for a spreadsheet");
    for table in ["Goals (.csv)", "Tasks (.csv)", "Meetings (.csv)"] {
        let (name, rows) = ana.download(table);
        assert!(name.ends_with(".csv"), "{name}");
        holds_no_secret(&rows, &secret);
        assert!(!rows.contains("\n=1+1") && !rows.contains(",=1+1"), "a formula: {rows}");
    }
    let (_, rows) = ana.download("Goals (.csv)");
    assert!(rows.contains("Steady hand with small veins") && rows.contains("'=1+1"), "{rows}");

    what_goes_to_the_program(&ana, &secret);
    what_was_sent_is_told(&ana);
    a_backup_holds_it_all(&ana);
    what_stands_on_a_goal_says_it_too(&ana);
    in_spanish(stage);
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");
}

/// A goal is for both from the start, and says so; a task is as its goal.
fn the_default_is_in_sight(ana: &App<'_>) {
    ana.go("#/more/people");
    ana.type_into("Name", "Dana Ruiz");
    ana.click("Add person");
    ana.see("Private notes on Dana Ruiz");
    ana.go("#/goals");
    ana.click("Steady hand with small veins");
    ana.see("Dana and me");
    look(ana, "goal");
    ana.click("Who sees this: Dana and me");
    ana.see("The program too");
    ana.screenshot("choices");
    ana.is_accessible();
    ana.press(Key::Escape);
    ana.go("#/goals/new");
    ana.type_into("What", "=1+1");
    ana.click("Add goal");
    ana.see("About this goal");
}

/// One choice hides a goal, with its task and what is said of it.
fn what_is_only_hers(ana: &App<'_>) {
    ana.go("#/goals/new");
    ana.type_into("What", SECRETS[0]);
    ana.type_into("Task 1", SECRETS[1]);
    ana.click("Add goal");
    ana.see("About this goal");
    ana.click("Who sees this: Dana and me");
    ana.click("Only me");
    ana.see("Only you see this from now on.");
    ana.see("Only me");
    ana.type_into("Your comment", SECRETS[3]);
    ana.click("Add comment");
    ana.see("Comment added.");
    ana.scroll_to_end();
    ana.click("Private notes");
    ana.see("Only on this device, in no file but a backup.");
    ana.type_into("New note", SECRETS[2]);
    ana.click("Keep note");
    ana.see("Note kept. Only you see it.");
    ana.see("Private notes · 1");
    look(ana, "private-notes");
    ana.go("#/notes");
    ana.see("Beside: Leave this clinic");
    look(ana, "notes");
}

/// The id of the goal that is only hers, as its address has it.
fn secret_id(ana: &App<'_>) -> String {
    ana.go("#/goals");
    ana.click(SECRETS[0]);
    ana.see("About this goal");
    let route = ana.route();
    let id = route.rsplit('/').next().unwrap_or_default().to_owned();
    assert!(id.len() > 10, "{route}");
    id
}

/// What goes and what stays, counted and as lists; the list of what goes has none of what stays.
fn what_goes_to_the_pair(ana: &App<'_>) {
    ana.see("For whom is it?");
    assert!(ana.is_ticked("Dana and me"));
    ana.see("2 goals");
    ana.see("Only you see: 1 goal");
    ana.see("1 private note");
    ana.see("Belongs to what stays:");
    look(ana, "share");
    ana.click("See all 8 that go");
    look(ana, "share-list");
}

#[track_caller]
fn holds_no_secret(text: &str, id: &str) {
    for secret in SECRETS.iter().copied().chain([id]) {
        assert!(!text.contains(secret), "{secret:?} is in {text}");
    }
    assert!(!text.contains("\"notes\"") && !text.contains("only_me"), "it is told of: {text}");
}

/// Nothing is for the program until it is marked; then that goes, and nothing else.
fn what_goes_to_the_program(ana: &App<'_>, secret: &str) {
    ana.click("The program");
    ana.see("Not for the program: 2 goals");
    look(ana, "share-program");
    let (name, nothing) = ana.download("Export plan");
    assert!(name.starts_with("program-"), "{name}");
    assert!(nothing.contains("\"audience\":\"program\""), "{nothing}");
    assert!(!nothing.contains("small veins"), "{nothing}");
    holds_no_secret(&nothing, secret);

    ana.go("#/goals");
    ana.click("Steady hand with small veins");
    ana.click("Who sees this: Dana and me");
    ana.click("The program too");
    ana.see("The program sees this, too");
    ana.go("#/more/share");
    ana.click("The program");
    ana.see("1 goal");
    let (_, told) = ana.download("Export plan");
    assert!(told.contains("Steady hand with small veins") && !told.contains("=1+1"), "{told}");
    holds_no_secret(&told, secret);
}

/// What has been in a file says so once it is hidden, and stays so after a reload.
fn what_was_sent_is_told(ana: &App<'_>) {
    ana.go("#/goals");
    ana.click("Steady hand with small veins");
    ana.click("Who sees this: The program too");
    ana.click("Dana and me");
    ana.see("It was in a file for the program, last on");
    ana.click("Who sees this: Dana and me");
    ana.click("Only me");
    ana.see("Whoever has that keeps it.");
    look(ana, "was-sent");
    ana.reload();
    ana.see("Whoever has that keeps it.");
    // What never left says nothing of the kind.
    ana.go("#/goals");
    ana.click(SECRETS[0]);
    ana.see("Only me");
    ana.see_no("Whoever has that keeps it.");
}

/// A copy for oneself is a backup, and that holds everything.
fn a_backup_holds_it_all(ana: &App<'_>) {
    ana.go("#/more/share");
    ana.click("A copy for myself");
    ana.see("A copy with everything in it is a backup.");
    look(ana, "share-copy");
    ana.click("Go to backup");
    ana.see("Back up everything");
    let (_, all) = ana.download("Back up everything");
    for secret in SECRETS {
        assert!(all.contains(secret), "{secret:?} is not in the backup");
    }
    assert!(!all.contains("\"sent/"), "the log of what was sent travels");
}

/// A comment, evidence and a rating each say who sees them, and one choice changes that of each.
fn what_stands_on_a_goal_says_it_too(ana: &App<'_>) {
    ana.go("#/goals");
    ana.click("=1+1");
    ana.see("About this goal");
    ana.tick("3");
    ana.see("Confidence written down.");
    for (field, words, add) in [
        ("New evidence", "Two of two", "Add evidence"),
        ("Your comment", "It is easier at noon", "Add comment"),
    ] {
        ana.type_into(field, words);
        ana.click(add);
        ana.see(words);
        ana.screenshot("on-a-goal");
        ana.click_in(words, "Who sees this: Dana and me");
        ana.click_in(words, "Only me");
        ana.see("Only you see this from now on.");
        // What is not as usual is written, too.
        ana.see("Only me");
        ana.screenshot("on-a-goal-hidden");
        look(ana, "on-a-goal-top");
        ana.click("Undo");
        ana.see_no("Only you see this from now on.");
    }
}

fn in_spanish(stage: &Stage) {
    let ana = stage.browser("ana-es", Setup::PHONE.dark().speaking("es-US"));
    ana.begins_with_example(ESTUDIANTE);
    ana.go("#/more/share");
    ana.see("¿Para quién es?");
    look(&ana, "share");
    ana.click("El programa");
    look(&ana, "share-program");
    ana.go("#/goals");
    let script = "const row = document.querySelector('main li a'); row?.click(); return !!row";
    assert!(ana.run::<bool>(script, serde_json::json!([])), "there is no goal");
    ana.see("Dana y yo");
    ana.click("Quién ve esto: Dana y yo");
    ana.see("También el programa");
    ana.screenshot("choices");
    ana.is_accessible();
    ana.press(Key::Escape);
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");
}

fn look(app: &App<'_>, name: &str) {
    let (width, reach) = app.widths();
    assert!(reach <= width, "{name} reaches {reach} on a screen of {width}");
    app.screenshot(name);
    app.has_no_faults(name);
    app.is_accessible();
}

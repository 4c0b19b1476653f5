//! A goal from idea to end: taken, changed, rated by both sides, shown by evidence, set aside and taken up again;
//! and the order of goals by keyboard, by menu, by mouse and by finger, also when both sides change it.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::both_sides::{begin_a_plan, bring_in, export};
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::wait::eventually;
use crate::welcome::MENTOR;

const IDENTIFIERS: &str = "Check two identifiers every time";
const DRAW: &str = "Know the order of draw without looking";
const TOURNIQUET: &str = "Release the tourniquet in 40 seconds";

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    takes_first_goals(&ana);
    takes_one_and_changes_it(&ana);
    rates_and_shows(&ana);
    explains_how_it_stands(&ana);

    let dana = stage.browser("dana", Setup::PHONE.dark());
    let (_, from_ana) = export(&ana);
    joins(&dana, &stage.file("from-ana.json", &from_ana));
    answers(&dana);
    let (_, from_dana) = export(&dana);
    bring_in(&ana, &stage.file("from-dana.json", &from_dana));
    ana.click("Bring in");
    ana.see("brought in");
    sees_both_sides(&ana);
    sets_aside_and_takes_up(&ana);
    puts_in_order(&ana);
    both_put_in_order(stage, &ana, &dana);
    reports(&ana);
    for app in [&ana, &dana] {
        assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    }
}

fn takes_first_goals(ana: &App<'_>) {
    ana.go("#/goals");
    ana.see("No goals yet");
    ana.see("Take these 3");
    look(ana, "no-goals");
    ana.tick("Release the tourniquet within a minute");
    ana.click("Take these 2");
    ana.see("2 goals added.");
    ana.see(IDENTIFIERS);
    ana.see("On track");
    ana.see("2 goals added.");
    look(ana, "taken");
}

fn takes_one_and_changes_it(ana: &App<'_>) {
    ana.go("#/goals/new");
    ana.see("Ideas for this part of your course");
    look(ana, "ideas");
    ana.click("Release the tourniquet within a minute");
    ana.see("This is an idea from your program.");
    ana.see_field("Why", "Longer changes what is in the sample and hurts.");
    ana.click("Choose another idea");
    ana.see("More ideas");
    ana.see_field("Why", "");
    ana.click("Release the tourniquet within a minute");
    ana.see_field("What", "Release the tourniquet within a minute");
    ana.clear_and_type("What", TOURNIQUET);
    ana.see_no("Choose another idea");
    ana.type_into("Task 3", "Ask Dana to time me");
    ana.reload();
    ana.see_field("What", TOURNIQUET);
    look(ana, "changed");
    ana.click("Add goal");
    ana.see("About this goal");
    ana.see("0 of 3 tasks");
    ana.see_field("Why", "Longer changes what is in the sample and hurts.");
    // What is taken is offered no more, also where its words were changed.
    ana.go("#/goals/new");
    ana.click("More ideas");
    ana.see("Draw from hand veins with a steady hand");
    ana.see_no("Release the tourniquet within a minute");
}

fn opens(app: &App<'_>, goal: &str) {
    app.go("#/goals");
    app.click(goal);
    app.see("About this goal");
}

fn rates_and_shows(ana: &App<'_>) {
    opens(ana, TOURNIQUET);
    ana.see("Start · how sure do you feel of this?");
    ana.tick("3");
    ana.see("Confidence written down.");
    ana.see("you 3 of 5");
    ana.click("Add evidence");
    ana.see("Write something here first.");
    ana.type_into("New evidence", "Five draws on Tuesday, all under 50 seconds.");
    ana.reload();
    ana.see_field("New evidence", "Five draws on Tuesday, all under 50 seconds.");
    ana.click("Add evidence");
    ana.see("Evidence added.");
    ana.see_field("New evidence", "");
    ana.see("Over the weeks");
    look(ana, "goal");
}

/// What is said of how it stands follows the day, the tasks and the person.
fn explains_how_it_stands(ana: &App<'_>) {
    ana.type_into("By when", &day(ana, 3));
    ana.see("Due in 3 days, with 3 tasks still open.");
    ana.tick("Time myself on five draws");
    ana.see("Due in 3 days, with 2 tasks still open.");
    look(ana, "at-risk");
    ana.type_into("By when", &day(ana, -1));
    ana.see("Its day was yesterday.");
    look(ana, "overdue");
    ana.click("Mark as met");
    ana.see("One of you marked it as met.");
    ana.click("Not met yet");
    ana.see("Its day was yesterday.");
    ana.type_into("By when", &day(ana, 60));
    ana.see("60 days left.");
}

/// A day so many days from today, by the clock of the page.
fn day(app: &App<'_>, days: i64) -> String {
    let script = "const day = new Date(); day.setDate(day.getDate() + arguments[0]);
        const two = (number) => String(number).padStart(2, '0');
        return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`";
    app.run(script, json!([days]))
}

fn joins(dana: &App<'_>, file: &std::path::Path) {
    dana.is_introduced(MENTOR, "Dana Ruiz");
    dana.click("Open a file I was sent");
    dana.upload("Open a file", file);
    dana.see("Plan from Ana Morales, student");
    dana.click("Bring in");
    dana.see("brought in");
}

fn answers(dana: &App<'_>) {
    opens(dana, TOURNIQUET);
    dana.see("how sure are you that your student can do this?");
    dana.see("Ana Morales 3 of 5");
    assert!(!dana.can_click("Delete this evidence"), "nobody deletes another's evidence");
    dana.tick("4");
    dana.see("you 4 of 5");
    dana.type_into("New evidence", "I watched two. Both under 45.");
    dana.click("Add evidence");
    dana.see("Evidence added.");
    look(dana, "mentor");
}

fn sees_both_sides(ana: &App<'_>) {
    opens(ana, TOURNIQUET);
    ana.see("you 3 of 5 · Dana Ruiz 4 of 5");
    ana.come_to("Evidence");
    ana.see("I watched two. Both under 45.");
    ana.see("confidence, Dana Ruiz");
    let picture = "return document.querySelector('svg[role=img]')?.getAttribute('aria-label')";
    let label: Option<String> = ana.run(picture, json!([]));
    assert_eq!(label.as_deref(), Some("Picture of tasks done and confidence over the weeks"));
    look(ana, "both");
}

fn sets_aside_and_takes_up(ana: &App<'_>) {
    ana.click("Set aside");
    let has = "return document.activeElement?.matches('textarea') ?? false";
    let focused = || ana.try_run::<bool>(has, json!([])).filter(|has| *has);
    assert!(eventually(focused).is_some(), "the field for the reason has no keyboard");
    ana.click("Set aside");
    ana.see("Write something here first.");
    look(ana, "reason");
    ana.type_into("Why do you set it aside?", "No such patients on this floor.");
    ana.reload();
    ana.see_field("Why do you set it aside?", "No such patients on this floor.");
    ana.click("Set aside");
    ana.see("“No such patients on this floor.”");
    look(ana, "set-aside");
    ana.go("#/goals");
    ana.see("“No such patients on this floor.”");
    opens(ana, TOURNIQUET);
    ana.click("Take it up again");
    ana.see("60 days left.");
}

/// The goals as they stand on the page.
fn order(app: &App<'_>) -> Vec<String> {
    let script = "return [...document.querySelectorAll('main .list-row__title')].map((row) => row.textContent)";
    app.run(script, json!([]))
}

#[track_caller]
fn has_order(app: &App<'_>, wanted: [&str; 3]) {
    let is_so = || (order(app) == wanted).then_some(());
    assert!(eventually(is_so).is_some(), "{:?} and not {wanted:?}", order(app));
}

fn puts_in_order(ana: &App<'_>) {
    ana.go("#/goals");
    has_order(ana, [IDENTIFIERS, DRAW, TOURNIQUET]);
    ana.listen();
    focus_handle(ana, TOURNIQUET);
    ana.press(Key::Up);
    ana.hears("“Release the tourniquet in 40 seconds” is now 2 of 3.");
    has_order(ana, [IDENTIFIERS, TOURNIQUET, DRAW]);
    keeps_keyboard(ana, TOURNIQUET);
    ana.press(Key::Up);
    has_order(ana, [TOURNIQUET, IDENTIFIERS, DRAW]);
    keeps_keyboard(ana, TOURNIQUET);
    ana.press(Key::Down);
    has_order(ana, [IDENTIFIERS, TOURNIQUET, DRAW]);
    ana.click(&format!("Move: {DRAW}"));
    ana.see("Move to the top");
    ana.screenshot("menu");
    ana.is_accessible();
    ana.click("Move to the top");
    has_order(ana, [DRAW, IDENTIFIERS, TOURNIQUET]);
    ana.hears("is now 1 of 3.");
    ana.click("Undo");
    has_order(ana, [IDENTIFIERS, TOURNIQUET, DRAW]);

    drag(ana, IDENTIFIERS, 2.2);
    has_order(ana, [TOURNIQUET, DRAW, IDENTIFIERS]);
    ana.see_no("Move to the top");
    drag_with_finger(ana, IDENTIFIERS, -1.2, true);
    has_order(ana, [TOURNIQUET, IDENTIFIERS, DRAW]);
    drag_with_finger(ana, DRAW, -2.2, false);
    has_order(ana, [TOURNIQUET, IDENTIFIERS, DRAW]);
    ana.reload();
    has_order(ana, [TOURNIQUET, IDENTIFIERS, DRAW]);
    look(ana, "in-order");
}

/// A row that changed its place has its handle in hand again.
#[track_caller]
fn keeps_keyboard(app: &App<'_>, goal: &str) {
    let script = "return document.activeElement?.getAttribute('aria-label') ?? ''";
    let kept = || app.run::<String>(script, json!([])).contains(goal).then_some(());
    assert!(eventually(kept).is_some(), "the handle of {goal:?} keeps the keyboard");
}

fn focus_handle(app: &App<'_>, goal: &str) {
    app.come_to_front();
    let script =
        "document.querySelector(`[aria-label='Move: ${arguments[0]}']`).focus(); return true";
    app.run::<bool>(script, json!([goal]));
}

/// The height of a row.
fn height(app: &App<'_>) -> f64 {
    app.run("return document.querySelector('main .goal-row').offsetHeight", json!([]))
}

/// Drags a goal so many rows down with the mouse.
fn drag(app: &App<'_>, goal: &str, rows: f64) {
    let handle = app.find("press", &format!("Move: {goal}"), None);
    app.run::<Value>("scrollTo({ top: 0, behavior: 'instant' })", json!([]));
    let way = (height(app) * rows) as i64;
    let actions = app.driver().action_chain();
    let actions = actions.move_to_element_center(&handle).click_and_hold();
    app.ask(
        actions.move_by_offset(0, way / 2).move_by_offset(0, way - way / 2).release().perform(),
    );
}

/// The same with a finger, as drivers have none: what a browser would tell of it. `ends` is whether it is let go of
/// and not taken away, as by a call that comes in.
fn drag_with_finger(app: &App<'_>, goal: &str, rows: f64, ends: bool) {
    let script = "const [goal, way, ends] = arguments;
        const handle = document.querySelector(`[aria-label='Move: ${goal}']`);
        const box = handle.getBoundingClientRect();
        const tell = (kind, y) => handle.dispatchEvent(new PointerEvent(kind, {
          bubbles: true, cancelable: true, isPrimary: true, pointerId: 7, pointerType: 'touch',
          clientX: box.left + 20, clientY: box.top + 20 + y, button: kind === 'pointermove' ? -1 : 0,
        }));
        tell('pointerdown', 0);
        for (const share of [0.1, 0.5, 1]) tell('pointermove', way * share);
        // Not what is drawn of it: a row that has just been moved is laid out with the next frame.
        const held = document.querySelector('[data-held]')?.textContent ?? '';
        tell(ends ? 'pointerup' : 'pointercancel', way);
        return held";
    let held: String = app.run(script, json!([goal, height(app) * rows, ends]));
    assert!(held.contains(goal), "{held:?} is held and not {goal:?}");
    let left = "return document.querySelector('[data-held], [data-sorting]') === null";
    assert!(app.run::<bool>(left, json!([])), "nothing is held when the finger is gone");
}

/// Both put the goals in another order without having seen each other's, and come to the same.
fn both_put_in_order(stage: &Stage, ana: &App<'_>, dana: &App<'_>) {
    let (_, from_ana) = export(ana);
    bring_in(dana, &stage.file("order.json", &from_ana));
    dana.click("Bring in");
    dana.see("brought in");
    dana.go("#/goals");
    has_order(dana, [TOURNIQUET, IDENTIFIERS, DRAW]);
    focus_handle(dana, DRAW);
    dana.press(Key::Up);
    has_order(dana, [TOURNIQUET, DRAW, IDENTIFIERS]);
    ana.go("#/goals");
    has_order(ana, [TOURNIQUET, IDENTIFIERS, DRAW]);
    focus_handle(ana, TOURNIQUET);
    ana.press(Key::Down);
    has_order(ana, [IDENTIFIERS, TOURNIQUET, DRAW]);
    let (_, from_ana) = export(ana);
    let (_, from_dana) = export(dana);
    for (app, file) in [(ana, from_dana), (dana, from_ana)] {
        bring_in(app, &stage.file("moved.json", &file));
        app.click("Bring in");
        app.see("brought in");
        app.go("#/goals");
        app.see(DRAW);
        app.see_no("to settle");
    }
    let found = order(ana);
    assert_eq!(found, order(dana), "one order on both sides");
    let place = |goal: &str| found.iter().position(|one| one == goal);
    assert!(
        place(DRAW) < place(IDENTIFIERS) || place(IDENTIFIERS) < place(TOURNIQUET),
        "{found:?}"
    );
    look(dana, "one-order");
}

/// The report on paper has what both said and what shows it.
fn reports(ana: &App<'_>) {
    ana.go("#/more/share/print-progress");
    ana.see("Start: student 3 of 5, mentor 4 of 5");
    ana.see("Evidence: I watched two. Both under 45. (Dana Ruiz)");
    look(ana, "report");
}

#[track_caller]
fn look(app: &App<'_>, name: &str) {
    app.screenshot(name);
    app.has_no_faults(name);
    app.is_accessible();
    if app.engine() == Engine::Chromium {
        let (width, reach) = app.widths();
        assert!(reach <= width, "{name} reaches {reach} on a screen of {width}");
    }
}

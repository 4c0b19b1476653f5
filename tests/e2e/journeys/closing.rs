//! The end of a mentorship: both sides say how it went and see it beside each other, the ending step by step, the
//! summary on paper and as a file, and the plan that comes next.

use serde_json::json;
use thirtyfour::Key;

use super::both_sides::{begin_a_plan, bring_in, export, open_as_mentor, write_a_goal};
use super::paper::{has_all, has_none};
use crate::app::App;
use crate::engine::Setup;
use crate::print::Sheet;
use crate::stage::Stage;
use crate::welcome::ESTUDIANTE;

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    write_a_goal(&ana);
    let (_, text) = export(&ana);
    let dana = stage.browser("dana", Setup::PHONE);
    open_as_mentor(&dana, &stage.file("from-ana.json", &text));
    dana.see("brought in");
    pass(stage, &dana, &ana, "joined");

    evaluate(stage, &ana, &dana);
    agree_on_what_is_left(&ana);
    end(stage, &ana, &dana);
    summary(stage, &ana);
    next_plan(&ana);
    in_spanish(stage);
    for app in [&ana, &dana] {
        assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    }
}

/// One side exports, the other takes it in.
fn pass(stage: &Stage, from: &App<'_>, to: &App<'_>, name: &str) {
    let (_, text) = export(from);
    bring_in(to, &stage.file(&format!("{name}.json"), &text));
    to.click("Bring in");
    to.see("brought in");
}

fn evaluate(stage: &Stage, ana: &App<'_>, dana: &App<'_>) {
    ana.go("#/evaluation/end");
    ana.see("9 short items");
    ana.click("Give my answers");
    ana.see("Answer at least one item first.");
    look(ana, "evaluation-in-error");
    ana.click_in("We meet as often as we agreed.", "4");
    ana.see_no("Answer at least one item first.");
    ana.click_in("My mentor listens before giving advice.", "5");
    ana.click_in("I know what I am working on.", "2");
    ana.type_into("What is one thing to change?", "Name the goal of each week.");
    ana.reload();
    ana.see_field("What is one thing to change?", "Name the goal of each week.");
    look(ana, "evaluation");
    ana.click("Give my answers");
    ana.see("You can change them until Dana Ruiz has answered.");
    ana.see("Dana and me");
    look(ana, "evaluation-kept");
    ana.click_in("We meet as often as we agreed.", "3");
    ana.click("Keep my changes");
    ana.see("Your answers are kept.");

    pass(stage, ana, dana, "evaluated");
    dana.go("#/feedback");
    dana.see("your turn");
    dana.click("At the end: how we worked together");
    dana.see("Ana Morales has answered.");
    assert!(!dana.text().contains("Name the goal"), "nobody answers to please");
    dana.click_in("We meet as often as we agreed.", "3");
    dana.click_in("I listen before I give advice.", "4");
    dana.click_in("I know what my student is working on.", "5");
    look(dana, "evaluation-her-turn");
    dana.click("Give my answers");
    dana.see("Both of you have answered.");
    dana.see("Name the goal of each week.");
    assert!(!dana.can_click("Keep my changes"), "nobody changes theirs now");

    pass(stage, dana, ana, "both-evaluated");
    ana.go("#/evaluation/end");
    ana.see("You see 1 of 3 items alike.");
    ana.see("Talk about these first");
    ana.see("3 steps apart: worth talking about");
    ana.see("Asked as: I listen before I give advice.");
    look(ana, "side-by-side");
}

/// Two things are agreed on that the plan will not see done, one for each side.
fn agree_on_what_is_left(ana: &App<'_>) {
    ana.go("#/meetings/new");
    ana.type_into("Title", "Last talk");
    ana.type_into("Date", "2027-01-07");
    ana.type_into("Starts", "15:00");
    ana.click("Schedule");
    ana.see("15:00");
    ana.type_into("New action item", "Ask for butterfly needles");
    ana.click("Add action item");
    ana.see("Ask for butterfly needles");
    ana.choose("Who does it", "Dana Ruiz");
    ana.type_into("New action item", "Bring the forms");
    ana.click("Add action item");
    ana.see("Bring the forms");
}

fn end(stage: &Stage, ana: &App<'_>, dana: &App<'_>) {
    dana.go("#/closing");
    dana.click_in("Steady hand with small veins", "4");
    dana.see("Confidence written down.");
    write_words(dana, "Thanks: your words", "You asked before you guessed.");
    pass(stage, dana, ana, "her-words");

    ana.go("#/more");
    ana.click("A good ending");
    ana.see("1. How sure are you now?");
    ana.see("End Dana Ruiz 4");
    ana.see("You asked before you guessed.");
    ana.click_in("Steady hand with small veins", "5");
    ana.see("Confidence written down.");
    write_words(ana, "What was reached: your words", "Hand veins, most days.");
    ana.type_into("What follows: your words", "Coffee in May.");
    ana.reload();
    ana.see_field("What was reached: your words", "Hand veins, most days.");
    ana.see_field("What follows: your words", "Coffee in May.");
    look(ana, "ending");
    ana.click_in("6. Close the plan", "Close the plan");
    ana.see("The mentorship is closed. Everything stays readable.");
    ana.see("Closed on");
    ana.see("This plan was closed on");
    look(ana, "closed");
    ana.click("Open it again");
    ana.see("The mentorship is open again.");
    ana.see_no("This plan was closed on");
    ana.click_in("6. Close the plan", "Close the plan");
    ana.go("#/goals");
    ana.see("This plan was closed on");
    ana.see("Steady hand with small veins");
    ana.click("See the ending");
    ana.see("A good ending");
}

/// Writes one's own words, and leaves the field.
fn write_words(app: &App<'_>, field: &str, words: &str) {
    app.come_to_front();
    app.type_into(field, words);
    app.press(Key::Tab);
    app.see("Your closing words are kept.");
}

fn summary(stage: &Stage, ana: &App<'_>) {
    ana.click("Summary on one page");
    ana.see("What feedback was about");
    ana.see("student’s confidence 5 of 5 at the end");
    look(ana, "summary");
    let texts = ["Steady hand with small veins", "Hand veins, most days.", "Closing words"];
    let texts = texts.map(str::to_owned);
    if let Some(sheets) = ana.print("summary", Sheet::Letter) {
        assert_eq!(sheets.len(), 1, "it is one page: {sheets:?}");
        has_all(&sheets, &texts);
        has_none(&sheets, &["Save as a file", "Print or save as PDF", "This plan was closed on"]);
    }
    let (name, html) = ana.download("Save as a file");
    assert!(name.ends_with(".summary.html"), "{name}");
    ana.see(&format!("Saved as {name}"));
    for text in texts {
        assert!(html.contains(&text), "{text} is not in the file");
    }
    // It stands by itself, in a browser that knows nothing of the program.
    let file = stage.file(&name, &html);
    let reader = stage.blank("reader", Setup::PHONE);
    reader.open_at(&format!("file://{}", file.display()));
    reader.see("Hand veins, most days.");
    let (width, reach) = reader.widths();
    assert!(reach <= width, "the file reaches {reach} on a screen of {width}");
    reader.screenshot("file");
}

fn next_plan(ana: &App<'_>) {
    ana.go("#/closing");
    ana.see("A next plan from this one");
    ana.see_field("Name of the next plan", "Ana Morales's mentorship, part 2");
    ana.see("Goes along: 1 open goal");
    ana.clear_and_type("Name of the next plan", "Second site");
    ana.reload();
    ana.see_field("Name of the next plan", "Second site");
    ana.click("Begin the next plan");
    ana.see("Plan started.");
    ana.see_no("This plan was closed on");
    // What is hers is hers; what is Dana's names her, who is not in the plan yet.
    ana.see("Ask for butterfly needles");
    ana.see("Bring the forms (Dana Ruiz)");
    ana.go("#/meetings/new");
    ana.type_into("Title", "First talk");
    ana.type_into("Date", "2027-02-04");
    ana.type_into("Starts", "15:00");
    ana.click("Schedule");
    ana.see("From earlier meetings");
    let who = "return [...document.querySelectorAll('.check-row')]
        .find((row) => row.textContent.includes('butterfly'))
        ?.querySelector('.check-row__line').textContent ?? ''";
    assert_eq!(ana.run::<String>(who, json!([])), "you");
    ana.go("#/goals");
    ana.click("Steady hand with small veins");
    ana.see("Practise anchoring");
    ana.go("#/more/plans");
    ana.see("Second site");
    look(ana, "next-plan");
}

fn in_spanish(stage: &Stage) {
    let ana = stage.browser("ana-es", Setup::PHONE.dark().speaking("es-US"));
    ana.begins_with_example(ESTUDIANTE);
    ana.go("#/closing");
    ana.see("Un buen cierre");
    ana.type_into("Lo que se logró: tus palabras", "Venas de la mano, casi siempre.");
    ana.press(Key::Tab);
    ana.see("Se guardaron tus palabras de cierre.");
    look(&ana, "ending");
    // In the middle, the example's mentor has answered; at the end, nobody has.
    ana.go("#/evaluation/mid");
    ana.see("Dana Ruiz ya respondió.");
    look(&ana, "evaluation-her-turn");
    ana.go("#/evaluation/end");
    ana.see("9 puntos cortos");
    look(&ana, "evaluation");
    ana.go("#/more/share/print-summary");
    ana.see("Palabras de cierre");
    look(&ana, "summary");
    if let Some(sheets) = ana.print("summary", Sheet::Letter) {
        assert_eq!(sheets.len(), 1, "the example's is one page, too");
        has_all(&sheets, &["Venas de la mano, casi siempre.".to_owned()]);
    }
    // What has been in no other file than this page is known to have left all the same.
    ana.go("#/goals/new");
    ana.type_into("Qué", "Orden de los tubos");
    ana.click("Agregar meta");
    ana.see("Sobre esta meta");
    let goal = ana.route();
    ana.go("#/more/share/print-summary");
    ana.see("Orden de los tubos");
    let (_, html) = ana.download("Guardar como archivo");
    assert!(html.contains("Orden de los tubos"), "{html}");
    ana.go(&goal);
    ana.click("Quién ve esto: Dana y yo");
    ana.click("Solo yo");
    ana.see("Estuvo en un archivo o en papel, la última vez el");
    look(&ana, "was-sent");
}

fn look(app: &App<'_>, name: &str) {
    app.screenshot(name);
    app.has_no_faults(name);
    app.is_accessible();
}

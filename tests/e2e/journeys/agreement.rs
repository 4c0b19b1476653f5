//! Two people make an agreement across files, change it later, settle a part that both changed, and print it; and
//! what each part of the course asks for.

use std::path::Path;

use super::both_sides::{begin_a_plan, bring_in, export};
use super::paper::{has_all, has_none};
use crate::app::App;
use crate::engine::Setup;
use crate::print::Sheet;
use crate::stage::Stage;
use crate::wait::eventually;
use crate::welcome::{ESTUDIANTE, MENTOR};

const CANCELLING: &str = "When one of us cannot come";
const CADENCE: &str = "How often and how long we meet";
const ENDING: &str = "How we end";
const TEXT: &str = "What you agree on";

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    begin_the_agreement(&ana);
    let dana = stage.browser("dana", Setup::PHONE);
    answer_as_mentor(&dana, &pass(stage, &ana, "1"));
    see_word_by_word(&ana, &pass(stage, &dana, "2"));
    take_in(&dana, &pass(stage, &ana, "3"));
    dana.go("#/agreement");
    dana.see("In force since");
    look(&dana, "in-force");

    change_it_later(&dana);
    both_change_one_part(stage, &ana, &dana);
    print(stage, &ana);
    walk_the_course(&ana);
    for app in [&ana, &dana] {
        assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    }
    in_spanish(stage);
}

/// The student begins from the template, changes a part, and says yes.
fn begin_the_agreement(ana: &App<'_>) {
    ana.go("#/more");
    ana.click("Agreement");
    ana.see("No agreement yet");
    ana.see(CADENCE);
    look(ana, "empty");
    ana.click("Start the agreement");
    ana.see("Nobody has said yes to these words yet.");
    ana.see("A shift that runs late needs no excuse.");
    ana.see("Who sees this: Both of us");
    assert!(!ana.can_click("Who sees this: Both of us"), "the agreement is the pair's");
    look(ana, "begun");

    ana.click(&format!("Change: {CANCELLING}"));
    ana.paste_into("Heading", "");
    ana.see("Write something here first.");
    ana.click("Done");
    look(ana, "changing");
    ana.paste_into("Heading", CANCELLING);
    ana.clear_and_type(TEXT, "We say so as soon as we know. A shift that runs late");
    // What is half-written is there again, and so is its field. A browser that tells a page that its field was
    // left has saved it instead.
    ana.reload();
    let pencil = format!("Change: {CANCELLING}");
    let is_there = || (ana.can_click("Done") || ana.can_click(&pencil)).then_some(());
    assert!(eventually(is_there).is_some(), "the agreement does not come back");
    if ana.can_click(&pencil) {
        ana.click(&pencil);
    }
    ana.see_field(TEXT, "We say so as soon as we know. A shift that runs late");
    ana.type_into(TEXT, " needs no excuse.");
    ana.click("Done");
    ana.see("Agreement changed.");
    ana.see("We say so as soon as we know. A shift that runs late needs no excuse.");
    ana.click("Say yes");
    ana.see("You said yes. Send the plan, and it is your mentor’s turn.");
    ana.see("not in this plan yet");
    look(ana, "one-yes");
    ana.click("Send the plan");
    ana.see("For whom is it?");
    ana.back();
}

/// Writes the plan to a file, as one side hands it to the other.
fn pass(stage: &Stage, app: &App<'_>, name: &str) -> std::path::PathBuf {
    stage.file(&format!("plan-{name}.json"), &export(app).1)
}

fn take_in(app: &App<'_>, file: &Path) {
    bring_in(app, file);
    app.click("Bring in");
    app.see("brought in");
}

/// The mentor opens the file, changes another part, and says yes to that.
fn answer_as_mentor(dana: &App<'_>, file: &Path) {
    dana.is_introduced(MENTOR, "Dana Ruiz");
    dana.click("Open a file I was sent");
    dana.upload("Open a file", file);
    dana.see("Plan from Ana Morales, student");
    dana.click("Bring in");
    dana.see("brought in");
    dana.go("#/agreement");
    dana.see("Ana Morales said yes. Your turn: read it, then say yes or change it.");
    look(dana, "asked");
    change(dana, CADENCE, "We meet twice a week for about 30 minutes.");
    dana.see("Nobody has said yes to these words yet.");
    dana.see("said yes to an earlier text");
    dana.click("Say yes");
    dana.see("You said yes. Send the plan, and it is Ana Morales’s turn.");
}

fn change(app: &App<'_>, part: &str, text: &str) {
    app.click(&format!("Change: {part}"));
    app.paste_into(TEXT, text);
    app.click("Done");
    app.see(text);
}

/// The student sees which words the mentor changed, and says yes to them.
fn see_word_by_word(ana: &App<'_>, file: &Path) {
    take_in(ana, file);
    ana.go("#/agreement");
    ana.see("Dana Ruiz said yes. Your turn");
    ana.see("Changed since you said yes");
    let marked = "return ['del.changed-words__gone', 'ins.changed-words__new'].map((of) =>
        [...document.querySelectorAll('.agreement-changes ' + of)].map((e) => e.textContent.trim()))";
    let [gone, new]: [Vec<String>; 2] = ana.run(marked, serde_json::json!([]));
    assert_eq!(gone[0], "Taken out: once", "{gone:?}");
    assert_eq!(new[0], "New: twice", "{new:?}");
    look(ana, "changed");
    ana.click("Say yes");
    ana.see("In force: you both said yes. Send the plan, so that Dana Ruiz sees it too.");
    ana.see_no("Changed since");
}

/// The mentor adds a part of their own and takes it to the top; both are asked again.
fn change_it_later(dana: &App<'_>) {
    dana.click("Add a part of your own");
    dana.click("Add part");
    dana.see("Write something here first.");
    look(dana, "own-part");
    dana.type_into("Heading", "Phones");
    dana.type_into(TEXT, "They stay in the locker.");
    dana.click("Add part");
    dana.see("Changed since you both agreed");
    dana.see("new part");
    dana.see("It was changed after you both agreed.");
    dana.see("Until you both say yes, what you agreed on");
    dana.click("More for: Phones");
    dana.click("Move up");
    dana.see("Agreement changed.");
    let titles = "return [...document.querySelectorAll('.agreement-part__title')].map((e) => e.textContent.trim())";
    let titles: Vec<String> = dana.run(titles, serde_json::json!([]));
    assert_eq!(titles[titles.len() - 2..], ["Phones", ENDING]);
    dana.click("What you both agreed on");
    look(dana, "changed-later");
    dana.click("More for: Phones");
    dana.click("Take out");
    dana.see("In force since");
    dana.see_no("They stay in the locker.");
    dana.click("Undo");
    dana.see("They stay in the locker.");
}

/// Both change one part without having seen each other: one of the texts is chosen, and both say yes to it.
fn both_change_one_part(stage: &Stage, ana: &App<'_>, dana: &App<'_>) {
    let (hers, his) = ("We end with a cake.", "We end with a walk.");
    change(dana, ENDING, his);
    ana.go("#/agreement");
    change(ana, ENDING, hers);
    take_in(ana, &pass(stage, dana, "4"));
    ana.go("#/agreement");
    ana.see("One part has two texts");
    assert!(!ana.can_click("Say yes"), "nobody says yes to two texts at once");
    look(ana, "two-texts");
    ana.click("Choose one text");
    ana.see("Join them in your own words");
    ana.click(his);
    ana.see("Settled.");
    ana.go("#/agreement");
    ana.see(his);
    ana.click("Say yes");
    ana.see("You said yes. Send the plan, and it is Dana Ruiz’s turn.");
    take_in(dana, &pass(stage, ana, "5"));
    // What was sent is not asked for again.
    ana.go("#/agreement");
    ana.see("You said yes and sent the plan. Now it is Dana Ruiz’s turn.");
    dana.go("#/today");
    dana.go("#/agreement");
    dana.see("Ana Morales said yes. Your turn");
    dana.click("Say yes");
    dana.see("In force: you both said yes.");
    take_in(ana, &pass(stage, dana, "6"));
    ana.go("#/agreement");
    ana.see("In force since");
}

/// The agreement on paper, with a line for each.
fn print(stage: &Stage, ana: &App<'_>) {
    ana.click("Print with lines to sign");
    ana.see("Signatures");
    ana.see_no("Which text");
    look(ana, "paper");
    if let Some(sheets) = ana.print("paper", Sheet::Letter) {
        println!("     {}: it takes {} sheets", stage.engine.name(), sheets.len());
        assert!((1..=3).contains(&sheets.len()), "{} sheets", sheets.len());
        let wanted = [CADENCE, "twice a week", "Phones", "Signature", "said yes on", "Dana Ruiz"];
        has_all(&sheets, &wanted.map(str::to_owned));
        has_none(&sheets, &["Print or save as PDF", "Share and data", "Proposed."]);
    }
    ana.go("#/agreement");
    change(ana, ENDING, "We end with a song.");
    ana.go("#/more/share");
    ana.click("Mentorship agreement");
    ana.see("Proposed. Not both have said yes to these words.");
    ana.see("We end with a song.");
    ana.click("Agreed by both");
    ana.see("We end with a walk.");
    ana.see_no("Proposed. Not both have said yes to these words.");
    look(ana, "paper-two");
}

/// The course says what is done, and leads to where the rest is; without dates it says what to do.
fn walk_the_course(ana: &App<'_>) {
    ana.go("#/more");
    ana.click("Course");
    ana.see("Week 1 of 16");
    ana.see("Agree on how you work together");
    ana.see("Working, second half");
    let now = "return document.querySelector('[aria-current=step] h2').textContent";
    assert_eq!(ana.run::<String>(now, serde_json::json!([])), "Beginning");
    look(ana, "course");
    ana.click("Write the first goals");
    ana.see("No goals yet");
    ana.back();
    ana.click("Agree on how you work together");
    ana.see("It was changed after you both agreed.");
    ana.click("Say yes");
    ana.go("#/more/plans");
    ana.type_into("First day", "");
    ana.go("#/course");
    ana.see("When does the course run?");
    look(ana, "course-no-dates");
    ana.click("Set the dates");
    ana.see("First day");
}

fn in_spanish(stage: &Stage) {
    let ana = stage.browser("ana-es", Setup::PHONE.dark().speaking("es-US"));
    ana.is_introduced(ESTUDIANTE, "Ana Morales");
    ana.click("Empezar mi plan");
    ana.see("Escribe tu primera meta");
    ana.go("#/agreement");
    ana.see("Todavía no hay acuerdo");
    look(&ana, "empty");
    ana.click("Empezar el acuerdo");
    ana.see("Nadie ha aceptado estas palabras todavía.");
    ana.click("Aceptar");
    ana.see("Aceptaste. Envía el plan, y le toca a tu mentor o mentora.");
    ana.click("Cambiar: Cómo terminamos");
    ana.see("Con cada cambio se pregunta de nuevo");
    ana.paste_into("En qué quedan", "La mentoría termina con el curso, con una cena.");
    look(&ana, "changing");
    ana.click("Listo");
    ana.see("Cambió desde que aceptaste");
    look(&ana, "changed");
    ana.go("#/more/share/print-agreement");
    ana.see("Propuesto. No han aceptado las dos partes.");
    look(&ana, "paper");
    ana.go("#/course");
    ana.see("Trabajo, segunda mitad");
    look(&ana, "course");
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");
}

fn look(app: &App<'_>, name: &str) {
    let (width, reach) = app.widths();
    assert!(reach <= width, "{name} reaches {reach} on a screen of {width}");
    app.screenshot(name);
    app.has_no_faults(name);
    app.is_accessible();
}

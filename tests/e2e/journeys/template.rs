//! A mentor makes a template of a plan: nobody and no date is in it. A student who has never been here begins from
//! it, with the days counted from a start of their own.

use serde_json::Value;

use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;
use crate::welcome::{ESTUDIANTE, MENTOR};

/// What must not be in the file: people, places, what was said, what is only the mentor's, and any date.
const LEFT_OUT: [&str; 9] = [
    "Dana",
    "Morales",
    "Room 4",
    "Leave this clinic",
    "A good week",
    "Ask about her shifts",
    "2026-",
    "2027-",
    "\"id\"",
];

pub fn play(stage: &Stage) {
    let dana = stage.browser("dana", Setup::PHONE);
    write_a_plan(&dana);
    let (name, text) = make_a_template(&dana);
    assert_eq!(name, "Spring-course.steadyhand-template.json");
    for word in LEFT_OUT {
        assert!(!text.contains(word), "{word:?} is in {text}");
    }
    let made: Value = serde_json::from_str(&text).expect("the file is JSON");
    let template = &made["template"];
    assert_eq!(template["goals"][0]["title"], "Steady hand with small veins");
    assert_eq!(template["goals"][0]["due_day"], 28, "four weeks after the start");
    assert_eq!(template["meetings"][0]["day"], 3);
    let cut = stage.file("cut.json", &text[..text.len() / 2]);
    let file = stage.file("template.json", &text);

    let eva = stage.browser("eva", Setup::PHONE.dark().speaking("es-US"));
    begin_from_it(&eva, &file, &cut);
    begin_another(&dana, &file);
    for app in [&dana, &eva] {
        assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    }
}

/// A plan from Monday 1 February 2027 with a goal, a meeting, and what a template must leave out.
fn write_a_plan(dana: &App<'_>) {
    dana.is_introduced(MENTOR, "Dana Ruiz");
    dana.click("Start my plan");
    dana.see("Write your first goal");
    dana.go("#/more/plans");
    dana.type_into("First day", "2027-02-01");
    dana.click("More actions");
    dana.press(thirtyfour::Key::Escape);
    dana.see("Plan changed.");
    dana.go("#/more/people");
    dana.type_into("Name", "Ana Morales");
    dana.click("Student");
    dana.click("Add person");
    dana.see("Private notes on Ana Morales");
    dana.click("Private notes on Ana Morales");
    dana.type_into("New note", "Ask about her shifts");
    dana.click("Keep note");
    dana.see("Private notes on Ana Morales · 1");
    dana.go("#/goals/new");
    dana.type_into("What", "Steady hand with small veins");
    dana.type_into("By when", "2027-03-01");
    dana.type_into("Task 1", "Watch three draws");
    dana.click("Add goal");
    dana.see("About this goal");
    dana.type_into("Your comment", "A good week");
    dana.click("Add comment");
    dana.see("Comment added.");
    dana.go("#/goals/new");
    dana.type_into("What", "Leave this clinic");
    dana.click("Add goal");
    dana.see("About this goal");
    dana.click("Who sees this: Ana and me");
    dana.click("Only me");
    dana.see("Only you see this from now on.");
    dana.go("#/meetings/new");
    dana.type_into("Title", "Talk with Ana");
    dana.type_into("Date", "2027-02-04");
    dana.type_into("Starts", "15:30");
    dana.type_into("Ends", "16:00");
    dana.type_into("Place", "Room 4");
    dana.click("Schedule");
    dana.see("Meeting scheduled.");
}

/// What goes in is shown, and the name that stands in a title is pointed out.
fn make_a_template(dana: &App<'_>) -> (String, String) {
    dana.go("#/more/share");
    dana.click("Make a template");
    dana.see("1 goal, 1 task");
    dana.see("A name stands in Meeting “Talk with Ana”.");
    dana.see("Dates: only how many days after the start.");
    dana.clear_and_type("Name of the template", "Spring course");
    dana.click("See what is in it");
    dana.see("Goal · week 5");
    look(dana, "making");
    let made = dana.download("Export template");
    dana.see("The template is in your downloads");
    made
}

/// A first visit that begins with a template: half of it is refused, the whole is looked at, and becomes a plan.
fn begin_from_it(eva: &App<'_>, file: &std::path::Path, cut: &std::path::Path) {
    eva.says_who(ESTUDIANTE);
    eva.click("Abrir un archivo que me enviaron");
    eva.upload("Abrir un archivo", cut);
    eva.see("No se cambió nada.");
    look(eva, "cut-off");
    eva.upload("Abrir un archivo", file);
    eva.see("Spring course");
    eva.see("1 meta, 1 tarea");
    eva.click("Empezar este plan");
    eva.see("Primero escribe algo aquí.");
    look(eva, "in-error");
    eva.type_into("Tu nombre", "Eva Soto");
    eva.type_into("Primer día", "2026-12-07");
    eva.see("Del 7 dic 2026");
    look(eva, "beginning");
    eva.click("Empezar este plan");
    eva.see("Talk with Ana");
    eva.go("#/goals");
    eva.see("para el 4 ene");
    eva.click("Steady hand with small veins");
    eva.see("Watch three draws");
    eva.see_no("A good week");
    eva.go("#/meetings");
    eva.see("10 dic 15:30");
    eva.see_no("Room 4");
    eva.go("#/more/people");
    eva.see("Eva Soto");
    eva.see_no("Ruiz");
    eva.go("#/more/plans");
    eva.see_field("Título del plan", "Spring course");
}

/// Who already has a plan begins a second one beside it, and the first stays.
fn begin_another(dana: &App<'_>, file: &std::path::Path) {
    dana.go("#/more/import");
    dana.upload("Open a file", file);
    dana.see("It becomes a plan of your own.");
    dana.clear_and_type("Plan title", "For Luz");
    dana.click("Begin this plan");
    dana.see("Talk with Ana");
    dana.go("#/more/plans");
    dana.see("For Luz");
    dana.see("Ana Morales, Dana Ruiz");
}

fn look(app: &App<'_>, name: &str) {
    let (width, reach) = app.widths();
    assert!(reach <= width, "{name} reaches {reach} on a screen of {width}");
    app.screenshot(name);
    app.has_no_faults(name);
    app.is_accessible();
}

//! A week without a meeting: five prompts, kept as they are typed, answered by the other side from a file.

use serde_json::json;

use super::both_sides::{begin_a_plan, bring_in, export, open_as_mentor, write_a_goal};
use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;
use crate::welcome::ESTUDIANTE;

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    write_a_goal(&ana);
    ana.go("#/feedback");
    ana.see("For a week without a meeting");
    look(&ana, "none");
    write(&ana);

    let (_, text) = export(&ana);
    let dana = stage.browser("dana", Setup::PHONE);
    open_as_mentor(&dana, &stage.file("from-ana.json", &text));
    dana.see("brought in");
    dana.go("#/feedback");
    dana.see("to answer");
    look(&dana, "list");
    dana.click("Slow, two draws a day.");
    dana.see("One thing that was hard");
    dana.see("4 of 5: good");
    assert!(!dana.text().contains("What I need"), "what was left open is not shown");
    dana.click("Add answer");
    dana.see("Write something here first.");
    dana.type_into("Your answer", "Slow weeks happen. Let us use Thursday for anchoring.");
    dana.reload();
    dana.see_field("Your answer", "Slow weeks happen. Let us use Thursday for anchoring.");
    look(&dana, "answering");
    dana.click("Add answer");
    dana.see("Answer added.");
    dana.go("#/feedback");
    dana.see("answered");
    dana.see_no("to answer");

    let (_, text) = export(&dana);
    bring_in(&ana, &stage.file("from-dana.json", &text));
    ana.click("Bring in");
    ana.see("brought in");
    ana.go("#/feedback");
    ana.see("answered");
    ana.click("Slow, two draws a day.");
    ana.see("Let us use Thursday for anchoring.");
    look(&ana, "answered");
    ana.click("More actions");
    ana.click("Delete");
    ana.see("Deleted.");
    ana.see("For a week without a meeting");
    ana.click("Undo");
    ana.see("Slow, two draws a day.");
    in_the_month(&ana);
    in_spanish(stage);
    for app in [&ana, &dana] {
        assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    }
}

/// Writes a check-in, after trying to write nothing and after losing the page.
fn write(ana: &App<'_>) {
    ana.click("Write a check-in");
    ana.see("One answer is enough.");
    ana.click("Write it down");
    ana.see("Write a few words or choose a face first.");
    look(ana, "in-error");
    ana.tick("2 Low");
    ana.see_no("Write a few words or choose a face first.");
    ana.click("Leave this open");
    assert!(!ana.is_ticked("2 Low"), "the choice is taken back");
    ana.tick("4 Good");
    ana.type_into("How did the week go?", "Slow, two draws a day.");
    ana.type_into("One thing that was hard", "Waiting for veins to show.");
    ana.reload();
    ana.see_field("How did the week go?", "Slow, two draws a day.");
    assert!(ana.is_ticked("4 Good"), "the choice is kept");
    look(ana, "written");
    ana.click("Write it down");
    ana.see("Check-in written.");
    ana.see("No answer yet.");
    ana.see("Waiting for veins to show.");
    look(ana, "one");
}

/// The month marks the day on which one was written, and says so to those who do not see the mark.
fn in_the_month(ana: &App<'_>) {
    ana.go("#/meetings/month");
    ana.see("Slow, two draws a day.");
    let marks = "return document.querySelectorAll('.month-grid__mark[data-shape=diamond]').length";
    assert_eq!(ana.run::<usize>(marks, json!([])), 1);
    let label = "return document.querySelector('.month-grid__day[aria-current=date]').ariaLabel";
    let label: String = ana.run(label, json!([]));
    assert!(label.ends_with("no meetings, 1 check-in"), "{label}");
    look(ana, "month");
}

fn in_spanish(stage: &Stage) {
    let ana = stage.browser("ana-es", Setup::PHONE.dark().speaking("es-US"));
    ana.begins_with_example(ESTUDIANTE);
    ana.go("#/check-ins/new");
    ana.type_into("¿Cómo fue la semana?", "Tranquila, con pocas extracciones.");
    ana.tick("3 Regular");
    look(&ana, "written");
    ana.click("Anotarlo");
    ana.see("Reporte escrito.");
    ana.see("3 de 5: regular");
    look(&ana, "one");
    ana.go("#/feedback");
    ana.see("Reportes breves");
    look(&ana, "list");
    ana.go("#/meetings/month");
    ana.see("Tranquila, con pocas extracciones.");
    look(&ana, "month");
}

fn look(app: &App<'_>, name: &str) {
    app.screenshot(name);
    app.has_no_faults(name);
    app.is_accessible();
}

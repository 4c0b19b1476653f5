//! Feedback both ways: asked for, seen first, answered in the steps that suit the situation, read, replied to,
//! made into a goal and an action item; and words to the program, which the pair's file does not hold.

use serde_json::json;

use super::both_sides::{begin_a_plan, bring_in, export};
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::wait::eventually;
use crate::welcome::{ESTUDIANTE, MENTOR, STUDENT};

const QUESTION: &str = "Do I let go of the vein too early?";
const RULE: &str = "Look at both arms before you choose.";
const CORRECTION: &str = "Let go of the band within one minute.";
const TO_PROGRAM: &str = "Quiet hour between rounds helps.";
const TO_CHANGE: &str = "Shorter Mondays, please.";

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    asks_about_a_goal(&ana);
    let (_, from_ana) = export(&ana);

    let dana = stage.browser("dana", Setup::PHONE);
    sees_it_first(&dana, &stage.file("from-ana.json", &from_ana));
    answers_in_steps(&dana);
    gives_unasked(&dana);
    let (_, from_dana) = export(&dana);

    bring_in(&ana, &stage.file("from-dana.json", &from_dana));
    ana.click("Bring in");
    ana.see("brought in");
    reads_and_replies(&ana);
    makes_a_goal(&ana);
    makes_an_action_item(&ana);
    answers_the_mentor(&ana);
    tells_the_program(&ana);
    finds_her_way(&ana);

    let (_, text) = export(&ana);
    for words in [TO_PROGRAM, TO_CHANGE, "to_program"] {
        assert!(!text.contains(words), "the pair's file holds {words:?}");
    }
    assert!(
        text.contains("How did Thursday look to you?"),
        "the pair's file lacks what is the pair's"
    );
    bring_in(&dana, &stage.file("from-ana-again.json", &text));
    dana.click("Bring in");
    dana.see("brought in");
    dana.go("#/feedback/program");
    dana.see("Nothing here yet.");
    for app in [&ana, &dana] {
        assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    }
    // WebKit's browser here speaks English whatever it is told.
    if stage.engine != Engine::WebKit {
        in_spanish(stage);
        on_a_desktop(stage);
    }
}

fn asks_about_a_goal(ana: &App<'_>) {
    ana.go("#/feedback");
    ana.see("No feedback yet");
    look(ana, "empty");
    ana.go("#/goals/new");
    ana.type_into("What", "Steady hand with small veins");
    ana.click("Add goal");
    ana.see("About this goal");
    ana.click("Ask for feedback");
    ana.type_into("What I want to know", QUESTION);
    look(ana, "request");
    ana.click("Write it down");
    ana.see("Request written.");
    ana.see("Goal: Steady hand with small veins");
}

/// The request stands first in the preview, on Today, and in the list.
fn sees_it_first(dana: &App<'_>, file: &std::path::Path) {
    dana.is_introduced(MENTOR, "Dana Ruiz");
    dana.click("Open a file I was sent");
    dana.upload("Open a file", file);
    dana.see("Plan from Ana Morales, student");
    dana.see(QUESTION);
    comes_before(dana, QUESTION, "1 goal");
    look(dana, "preview");
    dana.click("Bring in");
    dana.see("Ana Morales asks for your feedback");
    is_first_of(dana, "Ana Morales asks for your feedback");
    dana.go("#/feedback");
    dana.see("Asked of you");
    is_first_of(dana, QUESTION);
    look(dana, "asked");
    dana.click(QUESTION);
    dana.see("No answer yet.");
    look(dana, "one-request");
}

/// Answers from the situation, and loses the tab in the middle of the third step.
fn answers_in_steps(dana: &App<'_>) {
    dana.click("Answer");
    dana.see("How do you want to answer?");
    dana.see(QUESTION);
    look(dana, "situations");
    dana.click("I watched a draw");
    dana.see("A good way");
    dana.see("Learner first, then observer");
    look(dana, "suggestion");
    dana.click("Start");
    dana.see("One-minute teaching");
    let form = dana.route();
    let first = dana.tab();
    dana.go("#/feedback");
    dana.new_tab();
    dana.visit(&form);
    dana.type_into("The decision", "The hand, at once.");
    dana.type_into("The reasons", "It is what she can see.");
    dana.type_into("A rule to keep", "Look at both arms");
    dana.close_tab(&first);
    dana.reload();
    dana.go(&form);
    dana.see_field("The decision", "The hand, at once.");
    dana.see_field("The reasons", "It is what she can see.");
    dana.see_field("A rule to keep", "Look at both arms");
    dana.type_into("A rule to keep", " before you choose.");
    dana.type_into("What to change", CORRECTION);
    look(dana, "steps");
    dana.click("Write it down");
    dana.see("Feedback written.");
    dana.see(RULE);
    dana.see(&format!("Answer to: {QUESTION}"));
}

/// Something for the student in another way than the one suggested, about a skill; begun, left, and gone on with.
fn gives_unasked(dana: &App<'_>) {
    dana.go("#/feedback");
    dana.click("Write");
    dana.click("Something for the student");
    dana.click("Free words");
    dana.type_into("In your words", "Gloves before the tourniquet.");
    dana.click("Other ways to write it");
    dana.click("Something for the student");
    dana.see("Begun");
    look(dana, "begun");
    dana.click("Free words");
    dana.see_field("In your words", "Gloves before the tourniquet.");
    dana.choose("About", "Skill: Safety");
    dana.click("Write it down");
    dana.see("Feedback written.");
    dana.see("Safety");
}

fn reads_and_replies(ana: &App<'_>) {
    ana.see("Read Dana Ruiz's feedback");
    ana.go("#/feedback");
    ana.see("New: 2");
    ana.see("Unread");
    look(ana, "new");
    ana.click("The hand, at once.");
    ana.see("A rule to keep");
    ana.see(RULE);
    look(ana, "unread");
    ana.click("I have read this");
    ana.see("Marked as read.");
    ana.see("You have read this.");
    ana.type_into("Your reply", "Thank you. I will count aloud.");
    ana.click("Reply");
    ana.see("Reply added.");
    ana.see("Thank you. I will count aloud.");
}

fn makes_a_goal(ana: &App<'_>) {
    ana.see(&format!("In these words: “{CORRECTION}”"));
    ana.click("Make it a goal");
    ana.see("Goal added.");
    ana.see_no_button("Make it a goal");
    ana.click("Undo");
    ana.see("Undone.");
    ana.click("Make it a goal");
    ana.see("Goal added.");
    look(ana, "made");
    ana.click(CORRECTION);
    ana.see("About this goal");
    ana.see("Made of this feedback");
    look(ana, "goal-of-it");
    ana.click("The hand, at once.");
    ana.see("What comes of it");
}

fn makes_an_action_item(ana: &App<'_>) {
    ana.go("#/feedback");
    ana.click("Gloves before the tourniquet.");
    ana.click("I have read this");
    ana.click("Make it an action item");
    ana.see("Action item added.");
    ana.see_no_button("Make it an action item");
    ana.go("#/today");
    ana.see("Gloves before the tourniquet.");
    look(ana, "today");
    ana.click("Its feedback");
    ana.see("What comes of it");
    ana.tick("Gloves before the tourniquet.");
    ana.see("Action item done.");
}

fn answers_the_mentor(ana: &App<'_>) {
    ana.go("#/feedback/new");
    ana.see("What do you want to write?");
    look(ana, "choose");
    ana.click("Something for the mentor");
    ana.click("Ask, tell, ask");
    ana.click("Write it down");
    ana.see("Write something here first.");
    look(ana, "in-error");
    ana.type_into("Ask", "How did Thursday look to you?");
    ana.type_into("Tell", "I learn more when you say it at once.");
    ana.type_into("Ask again", "You will stop me right there.");
    ana.click("Write it down");
    ana.see("Feedback written.");
}

/// What goes to the program has its own place and says who will see it.
fn tells_the_program(ana: &App<'_>) {
    ana.go("#/feedback");
    ana.click("To the program");
    ana.see("Nothing here yet.");
    ana.see("The file for you and Dana Ruiz leaves it out.");
    look(ana, "program-empty");
    ana.click("Write");
    ana.see("Only the program");
    ana.see("Whoever runs the program reads this, with your name.");
    ana.type_into("What helps", TO_PROGRAM);
    ana.type_into("What should change", TO_CHANGE);
    look(ana, "program-form");
    ana.click("Write it down");
    ana.see("Written for the program.");
    ana.see("Only the program");
    look(ana, "program-one");
    ana.go("#/feedback/program");
    ana.see(TO_PROGRAM);
    look(ana, "program");
}

/// The list of the pair, by what is new and by whom.
fn finds_her_way(ana: &App<'_>) {
    ana.go("#/feedback");
    ana.see("How did Thursday look to you?");
    assert!(!ana.text().contains(TO_PROGRAM), "what goes to the program stands among the pair's");
    ana.click("By Dana Ruiz");
    ana.see_no("How did Thursday look to you?");
    ana.see("The hand, at once.");
    ana.click("New");
    ana.see("Nothing of this kind yet.");
    ana.click("By me");
    ana.see("How did Thursday look to you?");
    look(ana, "by-me");
}

fn in_spanish(stage: &Stage) {
    let ana = stage.browser("ana-es", Setup::PHONE.dark().speaking("es-US"));
    ana.begins_with_example(ESTUDIANTE);
    ana.go("#/feedback");
    ana.see("Comentarios");
    look(&ana, "list");
    ana.click("Escribir");
    ana.see("Repaso de la semana");
    look(&ana, "choose");
    ana.click("Repaso de la semana");
    ana.see("Primero quien aprende");
    look(&ana, "suggestion");
    ana.click("Empezar");
    ana.see("Qué cree quien aprende que salió bien");
    look(&ana, "steps");
    ana.go("#/feedback/program");
    ana.see("Solo el programa");
    look(&ana, "program");
    ana.go("#/feedback/new?form=free");
    ana.type_into("Con tus palabras", "Guantes antes del torniquete.");
    ana.click("Anotarlo");
    ana.click("Convertir en meta");
    ana.see("Meta agregada.");
    ana.click("Convertir en pendiente");
    ana.see("Pendiente agregado.");
    look(&ana, "made");
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");
}

/// The list beside a piece, a suggestion, and what goes to the program.
fn on_a_desktop(stage: &Stage) {
    let ana = stage.browser("ana-desk", Setup::DESKTOP);
    ana.begins_with_example(STUDENT);
    ana.go("#/feedback");
    ana.see("Choose a piece of feedback to see it here.");
    ana.run::<bool>(
        "const row = document.querySelector('main li a'); row.click(); return true",
        json!([]),
    );
    // What Dana asks stands first, and nothing comes of a question.
    ana.see("No answer yet.");
    assert!(!ana.text().contains("What comes of it"), "something comes of a question");
    look(&ana, "asked");
    ana.click("Thursday, the patient who was afraid of fainting.");
    ana.see("What comes of it");
    look(&ana, "one");
    ana.go("#/feedback/for/mentor_to_student");
    ana.see("A good way");
    look(&ana, "suggestion");
    ana.go("#/feedback/program");
    ana.see("Having the same mentor every week.");
    look(&ana, "program");
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");
}

impl App<'_> {
    /// Waits until nothing of that name can be clicked.
    #[track_caller]
    fn see_no_button(&self, name: &str) {
        let is_gone = || (!self.can_click(name)).then_some(());
        assert!(eventually(is_gone).is_some(), "{name:?} can still be clicked");
    }
}

/// The first row of the page's first list leads to this.
#[track_caller]
fn is_first_of(app: &App<'_>, title: &str) {
    let script = "return document.querySelector('main li a')?.textContent ?? ''";
    let first = || app.try_run::<String>(script, json!([])).filter(|first| first == title);
    assert!(eventually(first).is_some(), "{title:?} is not the first row");
}

#[track_caller]
fn comes_before(app: &App<'_>, first: &str, second: &str) {
    let text = app.text();
    let places = [text.find(first), text.find(second)];
    assert!(places[0] < places[1] && places[1].is_some(), "{first:?} and {second:?}: {places:?}");
}

/// What must hold on every page and in every state.
#[track_caller]
fn look(app: &App<'_>, name: &str) {
    app.screenshot(name);
    app.has_no_faults(name);
    app.is_accessible();
}

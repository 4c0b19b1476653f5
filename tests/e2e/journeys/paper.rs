//! The plan and the progress report on paper, printed by the browser itself and read out of the PDF.

use serde_json::json;

use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::print::Sheet;
use crate::stage::Stage;
use crate::welcome::{ESTUDIANTE, STUDENT};

/// What the browser shows around a plan, and paper does not.
const NOT_ON_PAPER: [&str; 6] = [
    "Print or save as PDF",
    "Share and data",
    "Saved on this device",
    "Skip to content",
    "Which days",
    "Undo",
];

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE.dark());
    ana.begins_with_example(STUDENT);

    ana.go("#/more/share");
    ana.click("The plan");
    ana.see("Print or save as PDF");
    let shown = texts(&ana, ".paper__name, .paper__task > span:last-child");
    assert!(shown.len() > 15, "the example has more in it than {shown:?}");
    ana.screenshot("plan");
    ana.is_accessible();
    for sheet in [Sheet::Letter, Sheet::A4] {
        let Some(sheets) = ana.print("plan", sheet) else { continue };
        println!(
            "     {}: the plan takes {} sheets of {sheet:?}",
            stage.engine.name(),
            sheets.len()
        );
        // Nine goals and sixteen meetings, four sheets.
        assert!((1..=4).contains(&sheets.len()), "{} sheets", sheets.len());
        has_no_empty_sheet(&sheets, &shown);
        has_all(&sheets, &shown);
        has_all(&sheets, &["Ana Morales (student), Dana Ruiz (mentor)".to_owned()]);
        has_none(&sheets, &NOT_ON_PAPER);
        keeps_rows_whole(&ana, &sheets);
        has_margins(stage, &sheets);
    }

    ana.go("#/more/share");
    ana.click("Progress report");
    ana.see("Goals: On track");
    let whole = texts(&ana, ".paper__name, .paper__text");
    ana.screenshot("report");
    ana.is_accessible();
    if let Some(sheets) = ana.print("report", Sheet::Letter) {
        assert!((1..=5).contains(&sheets.len()), "{} sheets", sheets.len());
        has_no_empty_sheet(&sheets, &whole);
        has_all(&sheets, &whole);
        has_none(&sheets, &NOT_ON_PAPER);
        keeps_rows_whole(&ana, &sheets);
    }
    ana.click("Last week");
    let week = texts(&ana, ".paper__name, .paper__text");
    assert!(week.len() < whole.len(), "a week holds less than a course");
    ana.see(" to ");

    // The button opens the browser's own window for printing. Firefox lets no driver stand in for it.
    if stage.engine != Engine::Firefox {
        opens_the_printing(&ana);
    }

    // Whoever prints any other page has its content alone.
    for (page, words) in [("today", "Dana Ruiz"), ("goals", "Goals"), ("feedback", "Feedback")] {
        ana.go(&format!("#/{page}"));
        ana.see(words);
        if let Some(sheets) = ana.print(page, Sheet::A4) {
            has_none(&sheets, &["Saved on this device", "Skip to content", "Add goal"]);
            has_all(&sheets, &[words.to_owned()]);
        }
    }
    in_spanish(stage);
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");
}

fn opens_the_printing(ana: &App<'_>) {
    ana.run::<serde_json::Value>(
        "window.asked = 0; window.print = () => { asked += 1 }",
        json!([]),
    );
    ana.click("Print or save as PDF");
    assert_eq!(ana.run::<u32>("return asked", json!([])), 1);
}

fn in_spanish(stage: &Stage) {
    let ana = stage.browser("ana-es", Setup::PHONE.speaking("es-US"));
    ana.begins_with_example(ESTUDIANTE);
    ana.go("#/more/share");
    ana.click("El plan");
    ana.see("Imprimir o guardar como PDF");
    ana.screenshot("plan");
    if let Some(sheets) = ana.print("plan", Sheet::Letter) {
        has_all(&sheets, &["Impreso el", "Metas", "Próximas reuniones"].map(str::to_owned));
        has_none(&sheets, &["Imprimir o guardar", "Saltar"]);
    }
    ana.go("#/more/share");
    ana.click("Informe de avance");
    ana.see("Metas: Bien encaminada");
}

/// The texts of elements, as they are drawn.
fn texts(app: &App<'_>, of: &str) -> Vec<String> {
    let script = "return [...document.querySelectorAll(arguments[0])].map(e => \
                  e.innerText.replace(/\\s+/g, ' ').trim()).filter(text => text)";
    app.run(script, json!([of]))
}

/// Letters without the space between them: a PDF says where letters stand, and not where words end; and
/// each by itself, where two are drawn as one.
fn letters(text: &str) -> String {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl")]
        .iter()
        .fold(text, |text, (one, two)| text.replace(one, two))
}

/// Each sheet has something of the plan, besides what stands in its margins.
#[track_caller]
fn has_no_empty_sheet(sheets: &[String], texts: &[String]) {
    for (sheet, number) in sheets.iter().zip(1..) {
        let all = letters(sheet);
        let has_some = texts.iter().any(|text| all.contains(&letters(text)));
        assert!(has_some, "sheet {number} of {} is empty: {sheet:?}", sheets.len());
    }
}

#[track_caller]
pub fn has_all(sheets: &[String], texts: &[String]) {
    let all = letters(&sheets.concat());
    for text in texts {
        assert!(all.contains(&letters(text)), "{text:?} is not on paper: {sheets:?}");
    }
}

#[track_caller]
pub fn has_none(sheets: &[String], texts: &[&str]) {
    let all = letters(&sheets.concat());
    for text in texts {
        assert!(!all.contains(&letters(text)), "{text:?} is on paper");
    }
}

/// Each row is on one sheet, and no sheet ends with a heading.
#[track_caller]
fn keeps_rows_whole(app: &App<'_>, sheets: &[String]) {
    let sheets: Vec<String> = sheets.iter().map(|sheet| letters(sheet)).collect();
    let heads = texts(app, ".paper__row > .paper__name");
    let lines = texts(app, ".paper__row > .paper__muted");
    assert_eq!(heads.len(), lines.len());
    for (head, line) in heads.iter().zip(&lines) {
        let row = letters(&format!("{head}{line}"));
        assert!(sheets.iter().any(|sheet| sheet.contains(&row)), "{head:?} is cut from {line:?}");
    }
    for heading in texts(app, ".paper__heading") {
        let heading = letters(&heading);
        // What stands in the margin comes after it.
        let ends = |sheet: &String| {
            sheet
                .trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '/')
                .ends_with(&heading)
        };
        assert!(!sheets.iter().any(ends), "a sheet ends with {heading:?}");
    }
}

/// Each sheet says whose plan it is, and which of how many it is, where the browser can.
#[track_caller]
fn has_margins(stage: &Stage, sheets: &[String]) {
    if stage.engine != Engine::Chromium {
        return;
    }
    for (sheet, number) in sheets.iter().zip(1..) {
        let sheet = letters(sheet);
        assert!(sheet.contains(&format!("{number}/{}", sheets.len())), "no number: {sheet}");
        assert!(sheet.contains("·AnaMorales"), "no head: {sheet}");
    }
}

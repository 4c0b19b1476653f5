//! The whole app without a finger or a mouse: every control of every page is reached in order and shows it,
//! nothing lies over it, a new page begins at its title (or in the field that it is for), and Escape closes
//! what has opened.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::{Value, json};
use thirtyfour::Key;

use super::super::pages::walk;
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::wait::eventually;
use crate::welcome::{MENTOR, STUDENT};

/// The Tab key, as drivers are told of it.
const TAB: &str = "\u{E004}";

/// The only page that is there to be typed into, and so begins in its field.
const BEGINS_IN_ITS_FIELD: &str = "search";

pub fn play(stage: &Stage) {
    // Firefox and WebKit stop at other things, as their systems' settings say.
    if stage.engine == Engine::Chromium {
        every_page(stage);
    }
    by_hand(stage);
}

/// Walks through every page.
fn every_page(stage: &Stage) {
    let counts = RefCell::new((0, BTreeSet::new()));
    let check = |app: &App<'_>, page: &str| {
        // The first page is no change of page.
        if !["welcome", "today"].contains(&page) {
            begins_where_it_should(app, page);
        }
        let mut counts = counts.borrow_mut();
        counts.0 += tab_through(app, page);
        counts.1.insert(app.run::<String>("return document.title", json!([])));
    };
    walk(stage, "keyboard", Setup::PHONE, STUDENT, &check);
    let (stops, titles) = counts.into_inner();
    println!("      {stops} stops of the keyboard, {} titles of windows", titles.len());
    assert!(titles.len() >= 20, "pages are told apart by their titles: {titles:#?}");
    assert!(!titles.iter().any(|title| title.contains("veins")), "a plan's words in {titles:#?}");
}

/// Presses Tab until it has been everywhere once. Says how many stops there were.
#[track_caller]
pub fn tab_through(app: &App<'_>, page: &str) -> usize {
    show_all(app);
    let stops = app.watch_keyboard();
    app.press(TAB.repeat(stops + 2).as_str());
    let faults = app.keyboard_faults();
    assert!(faults.is_empty(), "{page}: {faults:#?}");
    stops
}

/// Has a list that grows as one comes to its end drawn to the last row, and goes back to the top.
fn show_all(app: &App<'_>) {
    let is_whole = "return ![...document.querySelectorAll('.windowed-list__end button')] \
                        .some((button) => button.checkVisibility())";
    let whole = || {
        app.scroll_to_end();
        app.try_run::<bool>(is_whole, json!([])).filter(|whole| *whole)
    };
    assert!(eventually(whole).is_some(), "a list has no end");
    app.run::<Value>("scrollTo({ top: 0, behavior: 'instant' })", json!([]));
}

/// A new page has the keyboard at its title, or in the one field that it is for.
#[track_caller]
fn begins_where_it_should(app: &App<'_>, page: &str) {
    if page == BEGINS_IN_ITS_FIELD {
        has_keyboard(app, "main .search input[type=search]");
    } else {
        has_keyboard(app, "h1");
    }
}

/// What a person does with the keys alone.
fn by_hand(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    ana.says_who(STUDENT);
    // An empty name is said at the field, which then has the keyboard.
    ana.run::<bool>(
        "document.querySelector('main input[type=text]').focus(); return true",
        json!([]),
    );
    ana.press(Key::Enter);
    ana.see("How do you want to begin?");
    has_keyboard(&ana, "[aria-invalid=true]");
    // The way back, and on again, with what was written.
    ana.type_into(STUDENT.name, "Ana Morales");
    ana.click("Here as a student");
    ana.see("Welcome to Steadyhand");
    has_keyboard(&ana, "h1");
    ana.says_who(MENTOR);
    ana.see("Here as a mentor");
    ana.back();
    ana.says_who(STUDENT);
    ana.see_field(STUDENT.name, "Ana Morales");
    ana.click(STUDENT.example);
    ana.see("Dana Ruiz");

    goes_to(&ana, "nav a[href='#/goals']", "Goals");
    // The others take a script's focus for that of a mouse.
    if stage.engine == Engine::Chromium {
        let script = "return document.activeElement.matches(':focus-visible')";
        assert!(ana.run::<bool>(script, json!([])), "the title does not show the keyboard");
    }
    skips_to_the_places(&ana);
    ana.go("#/goals");
    ana.click("Steady hand with small veins");
    ana.see("About this goal");
    menu(&ana);
    toast(&ana);
    chooses_with_arrows(&ana);
    leaves_while_writing(&ana);
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");
}

/// The arrow keys walk through choices that take effect at once, and stay among them.
fn chooses_with_arrows(app: &App<'_>) {
    app.go("#/more/settings");
    app.see("Appearance");
    for (from, to) in [("system", "light"), ("light", "dark"), ("en", "es")] {
        let script = "const radio = document.querySelector(`input[value=${arguments[0]}]`); radio.focus(); return radio.checked";
        assert!(app.run::<bool>(script, json!([from])), "{from} is not chosen");
        app.press(Key::Right);
        has_keyboard(app, &format!("input[value={to}]:checked"));
    }
    app.see("Idioma");
    app.press(Key::Left);
    app.see("Language");
    has_keyboard(app, "input[value=en]:checked");
}

/// A page is left while one of its fields has the keyboard, as with a phone's way back. Browsers tell a
/// field of it that is no longer anybody's.
fn leaves_while_writing(app: &App<'_>) {
    for (list, row) in
        [("Goals", "Steady hand with small veins"), ("Meetings", "Talking with patients")]
    {
        let address = format!("#/{}", list.to_lowercase());
        app.go(&address);
        app.click(row);
        let script = "return document.querySelectorAll('main :is(input[type=text], input[type=date], \
                      input[type=time], textarea)').length";
        let fields = || app.try_run::<usize>(script, json!([])).filter(|count| *count > 0);
        let count = eventually(fields).unwrap_or_else(|| panic!("{row} has no fields"));
        let page = app.route();
        for at in 0..count {
            app.go(&page);
            app.see(row);
            let script = "const field = document.querySelectorAll('main :is(input[type=text], \
                          input[type=date], input[type=time], textarea)')[arguments[0]];
                          field?.focus(); return field?.type ?? null";
            let kind = || app.try_run::<Option<String>>(script, json!([at])).flatten();
            let kind = eventually(kind).unwrap_or_else(|| panic!("{row} has no field {at}"));
            if kind == "text" || kind == "textarea" {
                app.press("x");
            }
            app.go("#/more");
            app.see("Saved on this device");
        }
    }
}

/// Follows a link with the keyboard alone; the new page's title has it then.
fn goes_to(app: &App<'_>, link: &str, title: &str) {
    app.run::<bool>("document.querySelector(arguments[0]).focus(); return true", json!([link]));
    app.press(Key::Enter);
    has_keyboard(app, "h1");
    assert_eq!(app.run::<String>("return document.activeElement.textContent", json!([])), title);
}

/// The first stop of a page leads past it, to the places.
fn skips_to_the_places(app: &App<'_>) {
    app.run::<bool>("document.querySelector('.shell__skip').focus(); return true", json!([]));
    app.press(Key::Enter);
    has_keyboard(app, "nav [aria-current=page]");
}

/// A menu opens with Enter, closes with Escape and when the keyboard leaves it, and gives the keyboard back.
fn menu(app: &App<'_>) {
    let button = "main .menu > button";
    app.run::<bool>("document.querySelector(arguments[0]).focus(); return true", json!([button]));
    app.press(Key::Enter);
    is_open(app, true);
    app.press(Key::Tab);
    has_keyboard(app, ".menu__item");
    app.press(Key::Escape);
    is_open(app, false);
    has_keyboard(app, button);
    app.press(Key::Enter);
    is_open(app, true);
    app.press(TAB.repeat(2).as_str());
    is_open(app, false);
}

/// What has just happened is said, is put away with Escape, and gives the keyboard back.
fn toast(app: &App<'_>) {
    app.listen();
    let boxes = "main .check-row__box";
    app.run::<bool>("document.querySelector(arguments[0]).focus(); return true", json!([boxes]));
    app.press(Key::Space);
    app.see("Task ");
    app.hears("Task ");
    app.press(Key::Escape);
    let gone =
        || app.run::<bool>("return !document.querySelector('.toast[data-state=shown]')", json!([]));
    assert!(eventually(|| gone().then_some(())).is_some(), "Escape does not put the toast away");
    has_keyboard(app, boxes);
    app.press(Key::Space);
    app.see("Undo");
    app.run::<bool>("document.querySelector('.toast button').focus(); return true", json!([]));
    app.press(Key::Enter);
    app.hears("Undone.");
    has_keyboard(app, ".toast button");
    app.press(Key::Escape);
    has_keyboard(app, boxes);
}

#[track_caller]
fn has_keyboard(app: &App<'_>, selector: &str) {
    let script = "return document.activeElement?.matches(arguments[0]) ?? false";
    let has = || app.try_run::<bool>(script, json!([selector])).filter(|has| *has);
    if eventually(has).is_none() {
        let script = "return document.activeElement?.outerHTML.slice(0, 200)";
        let holder: Option<String> = app.run(script, json!([]));
        panic!("{selector} does not have the keyboard, but {holder:?}");
    }
}

#[track_caller]
fn is_open(app: &App<'_>, wanted: bool) {
    let script = "return document.querySelector(':popover-open') !== null";
    let is_so = || app.try_run::<bool>(script, json!([])).filter(|is_open| *is_open == wanted);
    assert!(eventually(is_so).is_some(), "the menu is open: {}", !wanted);
}

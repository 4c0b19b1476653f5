//! Nothing jumps, nothing is covered: pages do not shift while they are drawn, a keyboard on the screen leaves
//! the field in sight, the next step is near the thumb, and forced colours leave everything to be seen.

use serde_json::{Value, json};

use super::super::pages::walk;
use super::keyboard::tab_through;
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::welcome::STUDENT;

/// Pages with something of each kind in them.
const TELLING: [&str; 6] =
    ["today", "goals", "goals/new", "meetings/month", "feedback/form", "goal"];

pub fn play(stage: &Stage) {
    // The others measure no shifts, and have no screen keyboard to emulate.
    if stage.engine != Engine::Chromium {
        return;
    }
    nothing_shifts(stage);
    walk(stage, "thumb", Setup::PHONE, STUDENT, &|app, page| {
        is_near_the_thumb(app, page);
        above_the_keyboard(app, page);
    });
    walk(stage, "forced", Setup::PHONE.dark(), STUDENT, &|app, page| {
        if page == "welcome" {
            let wanted = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
            app.command_chromium("Emulation.setEmulatedMedia", wanted);
            assert!(
                app.run::<bool>("return matchMedia('(forced-colors: active)').matches", json!([]))
            );
        }
        app.screenshot(&page.replace('/', "-"));
        if TELLING.contains(&page) {
            tab_through(app, page);
        }
    });
}

/// From the first visit over the pages a student sees to two cold starts, on a phone four times slower.
fn nothing_shifts(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    ana.command_chromium("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
    let mut shifts = Vec::new();
    ana.begins_with_example(STUDENT);
    for place in ["Goals", "Meetings", "Feedback", "More", "Today"] {
        ana.click(place);
        ana.see(place);
    }
    ana.click("Goals");
    ana.click("Steady hand with small veins");
    ana.see("About this goal");
    ana.tick("Two butterfly draws");
    ana.see("Undo");
    shifts.extend(shifts_of(&ana));
    for start in ["#/today", "#/goals", "#/meetings"] {
        ana.go(start);
        ana.reload();
        ana.see("Today");
        std::thread::sleep(std::time::Duration::from_millis(1500));
        shifts.extend(shifts_of(&ana));
    }
    assert!(shifts.is_empty(), "the page shifts: {shifts:#?}");
    ana.command_chromium("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
    assert!(proves_to_notice(&ana), "a shift is not noticed");
}

/// The shifts of this page since it began to load, as far as they did not follow a touch or a key.
fn shifts_of(app: &App<'_>) -> Vec<String> {
    let script = "const [done] = arguments;
        const words = (node) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 80);
        const found = [];
        const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(found.filter((entry) => !entry.hadRecentInput).map((entry) =>
            `${entry.value} ${entry.sources.map(({ node }) => words(node)).join(' | ')}`)), 300)";
    app.run_async(script, json!([]))
}

/// Something that pushes the page down is told of.
fn proves_to_notice(app: &App<'_>) -> bool {
    let push = "setTimeout(() => {
        const line = document.createElement('p');
        line.textContent = 'A line that comes late.';
        document.querySelector('main').prepend(line);
    }, 700)";
    app.run::<Value>(push, json!([]));
    std::thread::sleep(std::time::Duration::from_millis(1200));
    !shifts_of(app).is_empty()
}

/// The one obvious next step is in the lower half of the screen, or below it.
fn is_near_the_thumb(app: &App<'_>, page: &str) {
    app.run::<Value>("scrollTo({ top: 0, behavior: 'instant' })", json!([]));
    let script = "return [...document.querySelectorAll('main .button[data-tone=primary]')]
        .filter((one) => one.checkVisibility())
        .map((one) => [one.textContent, one.getBoundingClientRect().bottom])
        .filter(([, end]) => end < innerHeight / 2)
        .map(([words, end]) => `${words} ends at ${end}`)";
    let high: Vec<String> = app.run(script, json!([]));
    assert!(high.is_empty(), "{page}: {high:#?}");
}

/// Each field stays in sight when the keyboard takes the lower half of the screen.
fn above_the_keyboard(app: &App<'_>, page: &str) {
    const FIELDS: &str =
        "main :is(input:not([type=radio], [type=checkbox], [type=file]), textarea, select)";
    let script = "return [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility()).length";
    let count: usize = app.run(script, json!([FIELDS]));
    for at in 0..count {
        height(app, 640);
        let focus = "const fields = [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility());
            fields[arguments[1]].focus()";
        app.run::<Value>(focus, json!([FIELDS, at]));
        height(app, 300);
        let script = "const [done] = arguments;
            requestAnimationFrame(() => requestAnimationFrame(() => {
              const field = document.activeElement;
              const box = field.getBoundingClientRect();
              const [top, end] = [box.top, Math.min(box.bottom, box.top + 100)];
              const seen = [top + 4, (top + end) / 2, end - 4].every((y) => document.elementFromPoint(box.left + 40, y) === field);
              done(innerHeight === 300 && !seen && `${field.labels[0].textContent} at ${top} to ${box.bottom} of ${innerHeight}`);
            }))";
        let hidden = app.run_async::<Value>(script, json!([]));
        assert!(hidden == json!(false), "{page}: {hidden}");
    }
    if count > 0 {
        height(app, 640);
    }
}

/// Makes the page as high as a keyboard on the screen leaves it.
fn height(app: &App<'_>, height: u32) {
    let size = json!({ "width": 360, "height": height, "deviceScaleFactor": 2, "mobile": true });
    app.command_chromium("Emulation.setDeviceMetricsOverride", size);
    let script = "return innerHeight === arguments[0]";
    let is_so = || app.try_run::<bool>(script, json!([height])).filter(|is_so| *is_so);
    assert!(crate::wait::eventually(is_so).is_some(), "the page is not {height} high");
}

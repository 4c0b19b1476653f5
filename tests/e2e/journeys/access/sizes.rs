//! Every page on a screen that is 320 pixels wide, and with text of twice its size: nothing is cut off,
//! covered or out of reach.

use super::super::pages::walk;
use super::is_long;
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::welcome::{ESTUDIANTE, STUDENT};

pub fn play(stage: &Stage) {
    // The others make no window as narrow as this; with large text they take their turn in the long run.
    let is_chromium = stage.engine == Engine::Chromium;
    let check = |app: &App<'_>, page: &str| {
        app.screenshot(&page.replace('/', "-"));
        app.has_no_faults(page);
    };
    let [phone, telefono] = [Setup::PHONE, Setup::PHONE.dark().speaking("es-US")];
    // Spanish words are the longer ones.
    if is_chromium {
        walk(stage, "narrow-spanish", telefono.narrow(), ESTUDIANTE, &check);
        walk(stage, "large-spanish", telefono.large(), ESTUDIANTE, &check);
    }
    if is_long() {
        walk(stage, "narrow", phone.narrow(), STUDENT, &check);
        if stage.engine != Engine::WebKit {
            walk(stage, "large", phone.large(), STUDENT, &check);
        }
    }
}

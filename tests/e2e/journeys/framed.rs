//! Inside a page of another origin the app shows nothing of the person's; inside one of its own it opens.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::both_sides::begin_a_plan;
use super::hosts::copy;
use crate::app::App;
use crate::engine::Setup;
use crate::server::{FOLDER, Server};
use crate::stage::Stage;

const GOAL: &str = "Order of draw by heart";
const OWN_PAGE: &str = "own-page.html";

pub fn play(stage: &Stage) {
    let dist = stage.file("framed", "").with_file_name("framed-dist");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), &dist);
    write_page(&dist.join(OWN_PAGE), "index.html#/goals");
    stage.serve(&dist);

    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    ana.go("#/goals/new");
    ana.type_into("What", GOAL);
    ana.click("Add goal");
    ana.see("About this goal");
    ana.go("#/more");
    ana.see("Saved on this device");

    // Another port is another origin of the same site, which is as near as a stranger can come.
    shows_nothing(stage, &ana, &format!("{}#/goals", stage.url()), 1);
    // A page of its own between them makes no difference.
    shows_nothing(stage, &ana, &format!("{}{OWN_PAGE}", stage.url()), 2);

    ana.open_at(&format!("{}{OWN_PAGE}", stage.url()));
    into_frame(&ana);
    ana.see(GOAL);
}

/// In a stranger's page, so many frames deep, there is a way out and nothing else.
fn shows_nothing(stage: &Stage, ana: &App<'_>, address: &str, depth: u32) {
    let folder = stage.file("stranger", "").with_file_name(format!("stranger-{depth}"));
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    write_page(&folder.join("index.html"), address);
    let stranger = Server::start(&folder, &[FOLDER], &folder.join("requests.log"));

    ana.open_at(&stranger.url());
    (0..depth).for_each(|_| into_frame(ana));
    ana.see("Steadyhand opens on its own only, and not inside a page of another site.");
    ana.screenshot(&format!("framed-{depth}"));
    let drawn: u32 = ana.run("return document.querySelector('#app').children.length", json!([]));
    assert_eq!(drawn, 0, "the program has started");
    assert!(!ana.text().contains(GOAL), "a stranger's page shows a goal");
    assert!(!ana.can_click("Download what is stored"), "a stranger's page offers what is stored");
    ana.is_accessible();

    // The way out is a tab of its own.
    let tab = ana.tab();
    ana.click("Open Steadyhand");
    let alone = ana.other_tab(&tab);
    ana.turn_to(&alone);
    ana.see(GOAL);
    ana.close_tab(&tab);
}

fn into_frame(app: &App<'_>) {
    app.ask(app.driver().enter_frame(0));
}

/// A page that is nothing but a frame around an address.
fn write_page(file: &Path, address: &str) {
    let frame = format!("<iframe title='frame' width='340' height='600' src='{address}'></iframe>");
    let page = format!(
        "<!doctype html><html lang='en'><link rel='icon' href='data:,'><title>A page</title>{frame}"
    );
    fs::write(file, page).expect("the temporary folder can be written");
}

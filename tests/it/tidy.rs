//! The order of the house: layers, names, sizes and styles, read from the sources themselves.
//!
//! Every rule is one test. Its message names the place and says what to do.

mod css;
mod rust;

use std::path::{Path, PathBuf};
use std::{fs, io};

/// What each layer may use of this crate, besides itself. `lib.rs` and `main.rs` only declare the
/// layers and start the app.
const LAYERS: [(&str, &[&str]); 9] = [
    ("crdt", &[]),
    ("domain", &["crdt"]),
    ("codec", &["crdt", "domain"]),
    ("i18n", &["crdt", "domain"]),
    ("route", &["crdt", "domain"]),
    ("platform", &[]),
    ("store", &["crdt", "domain", "codec", "i18n", "route", "platform"]),
    ("ui", &["crdt", "domain", "codec", "i18n", "route", "store"]),
    ("app", &["crdt", "domain", "codec", "i18n", "route", "platform", "store", "ui"]),
];

/// What the components, which know nothing of the domain, may use of this crate.
const COMPONENTS_MAY_USE: [&[&str]; 3] = [&["i18n"], &["route"], &["ui", "components"]];

/// The crates that speak to the browser. Only `src/platform` names them.
const BROWSER: [&str; 6] =
    ["web_sys", "js_sys", "gloo", "idb", "wasm_bindgen", "wasm_bindgen_futures"];

const NAMES_THAT_SAY_NOTHING: [&str; 10] = [
    "util", "utils", "helper", "helpers", "manager", "managers", "service", "services", "common",
    "misc",
];

const MOST_LINES: usize = 400;

/// One file of the project: its path from the project's root, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn at(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }

    /// The module the file is, from the crate's root: `src/crdt/record.rs` is `crdt::record`.
    fn module(&self) -> Vec<String> {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        if matches!(path, "lib" | "main") {
            return Vec::new();
        }
        let names = path.split('/').filter(|name| *name != "mod");
        names.map(str::to_owned).collect()
    }

    fn paths(&self) -> Vec<rust::Path> {
        rust::paths(&rust::tokens(&self.text), &self.module())
    }
}

/// Where the project is, asked when the test runs: one build may serve two checkouts.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), Into::into)
}

/// All files under `folder` whose names end in `extension`, in order.
fn sources(folder: &str, extension: &str) -> Vec<Source> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            match path.is_dir() {
                true if path.ends_with("target") || path.ends_with("node_modules") => {}
                true => walk(&path, found)?,
                false => found.push(path),
            }
        }
        Ok(())
    }
    let root = &root();
    let mut found = Vec::new();
    match walk(&root.join(folder), &mut found) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => panic!("{folder}: {error}"),
        _ => found.sort(),
    }
    found.retain(|path| path.extension().is_some_and(|end| end == extension));
    let read = |path: PathBuf| Source {
        path: path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"),
        text: fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}")),
    };
    found.into_iter().map(read).collect()
}

/// The Rust sources of the program, of which there must be some.
fn program() -> Vec<Source> {
    let program = sources("src", "rs");
    assert!(program.len() > 10, "the sources are not where this test looks for them");
    program
}

/// The style sheets. None at all is lawful only as long as there is no page that loads one.
fn styles() -> Vec<Source> {
    let styles = sources("style", "css");
    let has_page = root().join("index.html").exists();
    assert!(!styles.is_empty() || !has_page, "index.html is there but style/ has no style sheet");
    styles
}

fn check(rule: impl Fn(&Source) -> Vec<String>, sources: &[Source]) {
    let findings: Vec<String> = sources.iter().flat_map(rule).collect();
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[test]
fn each_layer_uses_only_the_layers_below_it() {
    check(crossed_layers, &program());
}

fn crossed_layers(source: &Source) -> Vec<String> {
    let module = source.module();
    let Some(layer) = module.first() else { return Vec::new() };
    let Some((_, below)) = LAYERS.iter().find(|(name, _)| name == layer) else {
        let what = format!("`{layer}` is no layer: move it into one, or add it to the design");
        return vec![source.at(1, &what)];
    };
    let is_component = source.path.starts_with("src/ui/components/");
    let complaint = |path: &rust::Path| {
        let [root, rest @ ..] = path.segments.as_slice() else { return None };
        if root != "crate" {
            return None;
        }
        let complaint = match rest.first().map(String::as_str) {
            None | Some("*") => "name the layer, not the whole crate".to_owned(),
            Some(_) if is_component && !starts_with_any(rest, &COMPONENTS_MAY_USE) => format!(
                "a component may not use `{}`: pass what it needs as a property",
                path.segments.join("::")
            ),
            Some(used) if used != layer && !below.contains(&used) => format!(
                "`{layer}` may not use `{used}`, only {below:?}: pass it in as an argument, or \
                 move the code to a layer that may"
            ),
            Some(_) => return None,
        };
        Some(source.at(path.line, &complaint))
    };
    source.paths().iter().filter_map(complaint).collect()
}

fn starts_with_any(path: &[String], starts: &[&[&str]]) -> bool {
    starts
        .iter()
        .any(|start| path.len() >= start.len() && path.iter().zip(*start).all(|(a, b)| a == b))
}

#[test]
fn only_the_platform_names_the_browser() {
    check(named_browser, &program());
}

/// Components are given events and elements by Leptos; to name their types they may go through
/// `leptos::web_sys` and `leptos::wasm_bindgen`. Everywhere else those are the browser, too.
fn named_browser(source: &Source) -> Vec<String> {
    if source.path.starts_with("src/platform/") {
        return Vec::new();
    }
    let is_component = source.path.starts_with("src/ui/components/");
    let is_browser = |name: &String| BROWSER.contains(&name.as_str()) || name.starts_with("gloo_");
    let names_browser = |path: &&rust::Path| match path.segments.as_slice() {
        [first, rest @ ..] if first == "leptos" => !is_component && rest.iter().any(is_browser),
        [first, ..] => is_browser(first),
        [] => false,
    };
    let say = |path: rust::Path| {
        let what = format!(
            "`{}` belongs into src/platform: give it a function there, and let the store call it",
            path.segments.join("::")
        );
        source.at(path.line, &what)
    };
    let paths = source.paths();
    paths.iter().filter(names_browser).cloned().map(say).collect()
}

#[test]
fn every_module_says_what_it_is() {
    let mut all = program();
    all.extend(sources("tests", "rs"));
    check(silent_module, &all);
}

fn silent_module(source: &Source) -> Vec<String> {
    let what = "begin the file with `//!` and a sentence: what it is, what it must not do";
    if source.text.starts_with("//! ") { Vec::new() } else { vec![source.at(1, what)] }
}

#[test]
fn no_file_is_too_long_to_read() {
    check(long_file, &program());
}

fn long_file(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    let what = format!("{lines} lines, {MOST_LINES} at most: split it by what it does");
    if lines > MOST_LINES { vec![source.at(lines, &what)] } else { Vec::new() }
}

#[test]
fn every_name_says_something() {
    let mut all = program();
    all.extend(sources("tests", "rs"));
    check(empty_name, &all);
}

fn empty_name(source: &Source) -> Vec<String> {
    let says_nothing =
        |name: &str| NAMES_THAT_SAY_NOTHING.contains(&name.rsplit('_').next().unwrap_or(name));
    let file = source.path.trim_end_matches(".rs").split('/').map(|name| (name.to_owned(), 1));
    let tokens = rust::tokens(&source.text);
    let inline = tokens
        .windows(2)
        .filter(|pair| pair[0].text == "mod")
        .map(|pair| (pair[1].text.clone(), pair[1].line));
    file.chain(inline)
        .filter(|(name, _)| says_nothing(name))
        .map(|(name, line)| {
            source.at(line, &format!("`{name}` says nothing: name the module for what it does"))
        })
        .collect()
}

#[test]
fn colours_and_pixels_are_tokens() {
    check(literal_style, &styles());
}

fn literal_style(source: &Source) -> Vec<String> {
    if source.path == "style/tokens.css" {
        return Vec::new();
    }
    let say = |piece: &css::Piece| {
        let what =
            |literal| format!("`{literal}`: use a token of style/tokens.css (in @media, em)");
        let line = piece.line;
        css::literals(piece).into_iter().map(|literal| source.at(line, &what(literal))).collect()
    };
    css::pieces(&source.text).iter().flat_map(|piece| -> Vec<String> { say(piece) }).collect()
}

#[test]
fn every_component_style_belongs_to_a_component() {
    let program = program();
    check(|style| orphaned_style(style, &program), &styles());
}

fn orphaned_style(style: &Source, program: &[Source]) -> Vec<String> {
    let Some(file) = style.path.strip_prefix("style/components/") else { return Vec::new() };
    let name = file.trim_end_matches(".css");
    let (class, module) = (name.replace('_', "-"), format!("/{}.rs", name.replace('-', "_")));
    let mut findings = Vec::new();
    if !css::has_class(&style.text, &class) {
        findings.push(style.at(1, &format!("no rule for `.{class}` or a part of it, `.{class}__part`: name the sheet as its class")));
    }
    if !program.iter().any(|s| s.path.starts_with("src/ui/") && s.path.ends_with(&module)) {
        let what = format!("no src/ui/**{module}: name the sheet as its component, or remove it");
        findings.push(style.at(1, &what));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(rule: impl Fn(&Source) -> Vec<String>, path: &str, text: &str) -> Vec<String> {
        rule(&Source { path: path.to_owned(), text: text.to_owned() })
    }

    fn count(rule: impl Fn(&Source) -> Vec<String>, path: &str, text: &str) -> usize {
        findings(rule, path, text).len()
    }

    #[test]
    fn a_crossed_layer_is_found_at_its_line() {
        let found = findings(crossed_layers, "src/domain/plan.rs", "//!\nuse crate::codec::X;");
        assert!(found[0].starts_with("src/domain/plan.rs:2: `domain` may not use `codec`"));
        let crossed = |path, text| count(crossed_layers, path, text);
        assert_eq!(crossed("src/crdt/mod.rs", "super::store::f()"), 1);
        assert_eq!(crossed("src/crdt/mod.rs", "use crate::{crdt, domain, ui};"), 2);
        assert_eq!(crossed("src/ui/today.rs", "crate::platform::now()"), 1);
        assert_eq!(crossed("src/i18n/mod.rs", "use crate::route::Route;"), 1);
        assert_eq!(crossed("src/i18n/mod.rs", "use crate as root; use crate::*;"), 2);
        assert_eq!(crossed("src/odd/mod.rs", ""), 1);
        assert_eq!(crossed("src/app.rs", "use crate::{platform, store, ui};"), 0);
        assert_eq!(crossed("src/crdt/clock.rs", "// crate::ui\nuse super::x; \"crate::ui\""), 0);
    }

    #[test]
    fn a_component_knows_nothing_of_the_domain() {
        let crossed = |text| count(crossed_layers, "src/ui/components/card.rs", text);
        assert_eq!(crossed("use crate::domain::Plan; use super::super::pages::X;"), 2);
        assert_eq!(crossed("use crate::i18n::t; use super::button::Button;"), 0);
    }

    #[test]
    fn the_browser_is_found_under_all_its_names() {
        let named = |path, text| count(named_browser, path, text);
        assert_eq!(named("src/store/mod.rs", "use gloo_storage::X; web_sys::window();"), 2);
        assert_eq!(named("src/ui/pages/today.rs", "use leptos::{web_sys, prelude::*};"), 1);
        assert_eq!(named("src/ui/components/field.rs", "use leptos::{web_sys, ev};"), 0);
        assert_eq!(named("src/ui/components/field.rs", "use web_sys::Element;"), 1);
        assert_eq!(named("src/platform/clock.rs", "js_sys::Date::now()"), 0);
    }

    #[test]
    fn names_sizes_and_first_lines_are_looked_at() {
        assert_eq!(count(empty_name, "src/domain/date_utils.rs", ""), 1);
        assert_eq!(count(empty_name, "src/platform/service_worker.rs", ""), 0);
        assert_eq!(count(empty_name, "src/domain/mod.rs", "mod helpers;\nmod id;"), 1);
        assert_eq!(count(silent_module, "src/a.rs", "use std::fmt;"), 1);
        assert_eq!(count(long_file, "src/a.rs", &"x\n".repeat(401)), 1);
        assert_eq!(count(long_file, "src/a.rs", &"x\n".repeat(400)), 0);
    }

    #[test]
    fn styles_are_looked_at() {
        let path = "style/components/goal_card.css";
        assert_eq!(count(literal_style, path, ".goal-card { margin: 1px; color: #fff }"), 2);
        assert_eq!(count(literal_style, "style/tokens.css", ":root { --a: 1px }"), 0);
        let program =
            [Source { path: "src/ui/features/goal_card.rs".to_owned(), text: String::new() }];
        assert_eq!(count(|s| orphaned_style(s, &program), path, ".goal-card {}"), 0);
        assert_eq!(count(|s| orphaned_style(s, &[]), path, ".goal {}"), 2);
    }
}

//! Every message is said somewhere. (A missing one does not compile; in what is no part of the program it is looked for.)

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The names of the public fields that a source declares.
fn fields(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let (name, _) = line.strip_prefix("    pub ")?.split_once(':')?;
        name.chars().all(|c| c.is_ascii_lowercase() || c == '_').then_some(name)
    })
}

/// Whether a source reads a field of that name.
fn reads(source: &str, name: &str) -> bool {
    source.match_indices(name).any(|(at, _)| {
        let before = source[..at].trim_end().ends_with('.');
        let after = source[at + name.len()..].chars().next();
        before && !after.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

#[test]
fn every_message_is_said_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let is_message = |path: &&PathBuf| path.starts_with(root.join("i18n/messages"));
    let text = |path: &PathBuf| fs::read_to_string(path).unwrap();
    let users: Vec<String> = files.iter().filter(|path| !is_message(path)).map(text).collect();
    let mut count = 0;
    for file in files.iter().filter(is_message) {
        let source = text(file);
        for name in fields(&source) {
            count += 1;
            let is_said = users.iter().chain([&source]).any(|user| reads(user, name));
            assert!(is_said, "{}: nothing says `{name}`; say it or delete it", file.display());
        }
    }
    assert!(count > 200, "only {count} messages were looked at");
}

#[test]
fn a_field_that_is_only_named_is_not_read() {
    assert!(reads("m.shell\n    .saved", "saved") && reads("(words.by)(day)", "by"));
    assert!(!reads("let saved = 1; m.saved_twice", "saved"));
}

/// The words of a script in a language, by name: what stands between the language's brace and its end.
fn words_of<'a>(script: &'a str, language: &str) -> Vec<&'a str> {
    let (_, rest) = script.split_once(&format!("\n  {language}: {{\n")).unwrap();
    let (words, _) = rest.split_once("\n  },\n").unwrap();
    let named = |line: &'a str| {
        let (name, _) = line.strip_prefix("    ")?.split_once(':')?;
        name.chars().all(char::is_alphanumeric).then_some(name)
    };
    words.lines().filter_map(named).collect()
}

#[test]
fn what_is_said_without_the_program_is_said_in_both_languages() {
    let read = |name: &str| {
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name)).unwrap()
    };
    let boot = read("boot.js");
    for (name, least) in [("rescue.js", 15), ("welcome.js", 8)] {
        let script = read(name);
        let words = words_of(&script, "en");
        assert!(words.len() >= least, "{name}: only {words:?} were looked at");
        assert_eq!(words, words_of(&script, "es"), "{name}");
        let (_, said) = script.split_once("\n};\n").unwrap();
        for word in words {
            let ways = [format!(".{word}"), format!("\"{word}\"")];
            let is_said = ways.iter().any(|way| said.contains(way) || boot.contains(way));
            assert!(is_said, "{name}: nothing says `{word}`; say it or delete it");
        }
    }
}

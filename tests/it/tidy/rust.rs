//! Just enough of Rust's grammar to see which paths a source file names.

/// A word or a mark of a source file, and the line it is on, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    pub line: usize,
}

/// A path that a file names, such as `crate::domain::Plan`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    pub segments: Vec<String>,
    pub line: usize,
}

/// The words and marks of Rust source. Comments, text and lifetimes leave nothing behind; `::` is
/// one mark, every other mark is one character.
pub fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut tokens = Vec::new();
    let (mut i, mut line) = (0, 1);
    while i < chars.len() {
        let start = i;
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < chars.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => i = after_block_comment(&chars, i),
            '"' => i = after_text(&chars, i),
            '\'' => i = after_quote(&chars, i),
            c if is_word(c) => {
                while is_word(at(i)) {
                    i += 1;
                }
                let word: String = chars[start..i].iter().collect();
                let prefixes = matches!(word.as_str(), "r" | "b" | "br" | "c" | "cr");
                let mut hashes = 0;
                while at(i + hashes) == '#' {
                    hashes += 1;
                }
                if word.ends_with('r') && prefixes && at(i + hashes) == '"' {
                    i = after_raw_text(&chars, i + hashes, hashes);
                } else if prefixes && at(i) == '"' {
                    i = after_text(&chars, i);
                } else if word == "b" && at(i) == '\'' {
                    i = after_quote(&chars, i);
                } else if word == "r" && hashes == 1 {
                    i += 1; // A raw identifier: its name follows as a word of its own.
                } else {
                    tokens.push(Token { text: word, line });
                }
            }
            ':' if at(i + 1) == ':' => {
                tokens.push(Token { text: "::".to_owned(), line });
                i += 2;
            }
            c => {
                if !c.is_whitespace() {
                    tokens.push(Token { text: c.to_string(), line });
                }
                i += 1;
            }
        }
        line += chars[start..i.min(chars.len())].iter().filter(|c| **c == '\n').count();
    }
    tokens
}

fn after_block_comment(chars: &[char], mut i: usize) -> usize {
    let mut depth = 0;
    while i < chars.len() {
        match (chars[i], chars.get(i + 1)) {
            ('/', Some('*')) => (depth, i) = (depth + 1, i + 2),
            ('*', Some('/')) => (depth, i) = (depth - 1, i + 2),
            _ => i += 1,
        }
        if depth == 0 {
            break;
        }
    }
    i
}

fn after_text(chars: &[char], quote: usize) -> usize {
    let mut i = quote + 1;
    while i < chars.len() && chars[i] != '"' {
        i += if chars[i] == '\\' { 2 } else { 1 };
    }
    i + 1
}

fn after_raw_text(chars: &[char], quote: usize, hashes: usize) -> usize {
    let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let body = chars.get(quote + 1..).unwrap_or_default();
    let length = body.windows(end.len()).position(|w| w == end).unwrap_or(body.len());
    quote + 1 + length + end.len()
}

/// After a character such as `'a'` or `'\n'`, or after a lifetime such as `'a`.
fn after_quote(chars: &[char], quote: usize) -> usize {
    let escaped = chars.get(quote + 1) == Some(&'\\');
    if escaped || chars.get(quote + 2) == Some(&'\'') {
        let from = quote + if escaped { 3 } else { 2 };
        let rest = chars.get(from..).unwrap_or_default();
        return from + rest.iter().position(|c| *c == '\'').unwrap_or(rest.len()) + 1;
    }
    let mut i = quote + 1;
    while chars.get(i).is_some_and(|c| c.is_alphanumeric() || *c == '_') {
        i += 1;
    }
    i
}

/// Every path in the tokens of the module `module` (such as `["crdt", "record"]`), groups spread
/// out: `crate::{a, b::{c, d}}` is three paths. Paths that `crate`, `self`, `super` or
/// `steadyhand` begin are given from the crate's root on, as `crate::…`.
pub fn paths(tokens: &[Token], module: &[String]) -> Vec<Path> {
    let mut paths = Vec::new();
    // For every brace that is open, the module it opened, if it did.
    let mut open: Vec<Option<String>> = Vec::new();
    let text = |i: usize| tokens.get(i).map_or("", |token| token.text.as_str());
    let mut i = 0;
    while i < tokens.len() {
        match text(i) {
            "{" if i == 0 || text(i - 1) != "use" => {
                let opens_module = i >= 2 && text(i - 2) == "mod";
                open.push(opens_module.then(|| text(i - 1).to_owned()));
            }
            "}" => {
                open.pop();
            }
            _ => {}
        }
        let continues = i > 0 && text(i - 1) == "::" && i > 1 && is_name(text(i - 2));
        let used = i > 0 && text(i - 1) == "use";
        let begins_path = is_name(text(i)) && (text(i + 1) == "::" || used) && !continues;
        if begins_path || (used && text(i) == "{") {
            let mut raw = Vec::new();
            let end = tree(tokens, i, &[], &mut raw);
            let inline = open.iter().flatten();
            let here: Vec<String> = module.iter().chain(inline).cloned().collect();
            paths.extend(raw.into_iter().map(|path| from_root(path, &here)));
            i = end.max(i + 1);
        } else {
            i += 1;
        }
    }
    paths
}

/// Reads one path or group of paths and returns where it ends.
fn tree(tokens: &[Token], mut i: usize, before: &[String], found: &mut Vec<Path>) -> usize {
    let mut segments = before.to_vec();
    let line = tokens.get(i).map_or(0, |token| token.line);
    let text = |i: usize| tokens.get(i).map_or("", |token| token.text.as_str());
    loop {
        match text(i) {
            "{" => {
                i += 1;
                while !matches!(text(i), "}" | "") {
                    let next = tree(tokens, i, &segments, found);
                    // Something that is no path (a block after a path, say) ends the group.
                    if next == i {
                        return i;
                    }
                    i = if text(next) == "," { next + 1 } else { next };
                }
                return i + 1;
            }
            "*" => {
                segments.push("*".to_owned());
                i += 1;
                break;
            }
            name if is_name(name) => {
                segments.push(name.to_owned());
                i += 1;
            }
            _ => break,
        }
        if text(i) == "as" && segments != ["crate"] {
            i += 2;
        }
        if text(i) != "::" {
            break;
        }
        i += 1;
    }
    if segments.len() > before.len() {
        found.push(Path { segments, line });
    }
    i
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The path as seen from the crate's root, if it is one of this crate's.
fn from_root(path: Path, here: &[String]) -> Path {
    let Path { segments, line } = path;
    let first = segments.first().map_or("", String::as_str);
    if !matches!(first, "crate" | "steadyhand" | "self" | "super") {
        return Path { segments, line };
    }
    let mut root: Vec<String> = match first {
        "self" | "super" => here.to_vec(),
        _ => Vec::new(),
    };
    for segment in segments {
        match segment.as_str() {
            "crate" | "steadyhand" | "self" => {}
            "super" => {
                root.pop();
            }
            _ => root.push(segment),
        }
    }
    root.insert(0, "crate".to_owned());
    Path { segments: root, line }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(source: &str, module: &[&str]) -> Vec<String> {
        let module: Vec<String> = module.iter().map(|name| (*name).to_owned()).collect();
        paths(&tokens(source), &module).iter().map(|path| path.segments.join("::")).collect()
    }

    #[test]
    fn comments_text_and_lifetimes_name_nothing() {
        let source = "// crate::a\n/* crate::b /* crate::c */ */ \"crate::d \\\" crate::e\"\n\
                      r#\"crate::f \" \"# b\"crate::g\" '\"' b'\"' '\\'' fn x<'a>(y: &'a crate::h)";
        assert_eq!(named(source, &[]), ["crate::h"]);
    }

    #[test]
    fn lines_are_counted_through_comments_and_text() {
        let source = "/* \n */ \"\n\n\" r\"\n\"\ncrate::x";
        assert_eq!(paths(&tokens(source), &[])[0].line, 6);
    }

    #[test]
    fn groups_are_spread_out() {
        assert_eq!(
            named("use crate::{a, b::{c as d, self}, e::*};", &[]),
            ["crate::a", "crate::b::c", "crate::b", "crate::e::*"]
        );
        assert_eq!(named("use {web_sys, std::fmt};", &[]), ["web_sys", "std::fmt"]);
        assert_eq!(named("if x == crate::y { z }", &[]), ["crate::y"]);
        assert_eq!(named("$crate::a!(crate::b)", &[]), ["crate::a", "crate::b"]);
    }

    #[test]
    fn super_is_followed_to_the_root() {
        let module = ["domain", "plan"];
        assert_eq!(named("use super::id::X;", &module), ["crate::domain::id::X"]);
        assert_eq!(named("super::super::store::f()", &module), ["crate::store::f"]);
        let inline = "mod tests { use {std::fmt}; use super::super::id; } fn f() { super::super::codec::g() }";
        assert_eq!(named(inline, &module), ["std::fmt", "crate::domain::id", "crate::codec::g"]);
        assert_eq!(named("steadyhand::ui::f()", &[]), ["crate::ui::f"]);
    }

    #[test]
    fn a_renamed_root_still_shows() {
        assert_eq!(named("use crate as root;", &[]), ["crate"]);
        assert_eq!(named("use super::super as root;", &["a", "b"]), ["crate"]);
    }
}

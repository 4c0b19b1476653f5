//! The second copy of what the database holds: its pieces, as text under names.
//!
//! What belongs together, such as a plan, is a *folder*. A folder has one whole piece, and parts that
//! were written since; all of them together say what stands in it, in any order, because values merge.
//! A piece says beforehand that a folder is *due*: what it says is about to be taken out, so that it
//! has to be made anew. `docs/storage.md` has the form.

use serde::{Deserialize, Serialize};

/// What a piece is to its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything that stood there when it was made.
    Whole,
    /// What was written at one time.
    Part,
    /// Nothing: the folder has to be made anew.
    Due,
}

/// The name of a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PieceName {
    /// The folder, such as a plan's id.
    pub folder: String,
    /// What it is to the folder.
    pub extent: Extent,
    /// Which piece it is: no two have the same one.
    pub mark: u64,
    /// How long it is, in bytes.
    pub bytes: usize,
}

impl PieceName {
    /// As text: `folder/extent/mark/bytes`, of characters that mean nothing else in an address.
    pub fn print(&self) -> String {
        let extent = match self.extent {
            Extent::Whole => "whole",
            Extent::Part => "part",
            Extent::Due => "due",
        };
        format!("{}/{extent}/{:016x}/{}", self.folder, self.mark, self.bytes)
    }

    /// Reads a name. `None` if it is none.
    pub fn parse(name: &str) -> Option<Self> {
        let words: Vec<&str> = name.split('/').collect();
        let [folder, extent, mark, bytes] = words[..] else { return None };
        let extent = match extent {
            "whole" => Extent::Whole,
            "part" => Extent::Part,
            "due" => Extent::Due,
            _ => return None,
        };
        let mark = u64::from_str_radix(mark, 16).ok()?;
        let bytes = bytes.parse().ok()?;
        is_plain(folder).then(|| Self { folder: folder.to_owned(), extent, mark, bytes })
    }
}

/// The folder that a key of the database belongs to: what stands before its first slash. `None` for a
/// key that was not made here.
pub fn folder_of(key: &str) -> Option<&str> {
    key.split_once('/').map(|(folder, _)| folder).filter(|folder| is_plain(folder))
}

fn is_plain(folder: &str) -> bool {
    !folder.is_empty()
        && folder.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// A value of the database, in a piece.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line(
    /// The store it stands in.
    pub String,
    /// Its key.
    pub String,
    /// Its text.
    pub String,
);

/// Writes a piece: each value as a list of three texts in JSON, on a line of its own.
pub fn write<'a>(values: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>) -> String {
    let mut piece = String::new();
    write_into(&mut piece, values);
    piece
}

/// Writes more values to the end of a piece.
pub fn write_into<'a>(
    piece: &mut String,
    values: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>,
) {
    for value in values {
        // Texts are always JSON.
        if let Ok(line) = serde_json::to_string(&value) {
            piece.push_str(&line);
            piece.push('\n');
        }
    }
}

/// Reads a piece: its values, and the lines that are none.
pub fn read(piece: &str) -> (Vec<Line>, Vec<&str>) {
    let (mut lines, mut unreadable) = (Vec::new(), Vec::new());
    for line in piece.lines() {
        match serde_json::from_str(line) {
            Ok(value) => lines.push(value),
            Err(_) => unreadable.push(line),
        }
    }
    (lines, unreadable)
}

/// How much of a folder stands in which pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Bytes of its whole piece; `None` if there is none.
    pub whole: Option<usize>,
    /// How many parts there are.
    pub parts: usize,
    /// Their bytes.
    pub part_bytes: usize,
    /// Whether it has to be made anew.
    pub is_due: bool,
}

/// How many parts a folder may have.
const PARTS: usize = 200;
/// How many bytes all parts of a folder may have, beside half of the whole piece.
const PART_BYTES: usize = 65_536;

impl Weight {
    /// Counts a piece.
    pub fn add(&mut self, piece: &PieceName) {
        match piece.extent {
            Extent::Whole => self.whole = self.whole.max(Some(piece.bytes)),
            Extent::Part => {
                self.parts += 1;
                self.part_bytes += piece.bytes;
            }
            Extent::Due => self.is_due = true,
        }
    }

    /// Whether the folder should be made anew: it must be, has never been, or its parts have grown
    /// beyond what is quickly read. Each byte is written a few times at most before that.
    pub fn is_overgrown(&self) -> bool {
        let Some(whole) = self.whole else { return true };
        self.is_due || self.parts > PARTS || self.part_bytes > PART_BYTES + whole / 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn piece(extent: Extent, bytes: usize) -> PieceName {
        PieceName { folder: "p1an".into(), extent, mark: 7, bytes }
    }

    proptest! {
        #[test]
        fn every_piece_reads_back(values: Vec<(String, String, String)>) {
            let text = write(values.iter().map(|(s, k, t)| (s.as_str(), k.as_str(), t.as_str())));
            let lines: Vec<Line> = values.into_iter().map(|(s, k, t)| Line(s, k, t)).collect();
            prop_assert_eq!(read(&text), (lines, vec![]));
        }

        #[test]
        fn every_name_reads_back(mark: u64, bytes: u32, extent in 0..3usize) {
            let extent = [Extent::Whole, Extent::Part, Extent::Due][extent];
            let name = PieceName { mark, ..piece(extent, bytes as usize) };
            prop_assert_eq!(PieceName::parse(&name.print()), Some(name));
        }

        #[test]
        fn no_text_is_a_name_by_chance(name in "[a-z0-9/.%]{0,40}") {
            if let Some(parsed) = PieceName::parse(&name) {
                prop_assert_eq!(PieceName::parse(&parsed.print()), Some(parsed));
            }
        }
    }

    #[test]
    fn a_broken_line_costs_itself_alone() {
        let text = write([("records", "a/b/c", "1"), ("records", "a/b/d", "2")]);
        let torn = &text[..text.len() - 4];
        let (lines, unreadable) = read(torn);
        assert_eq!(lines, [Line("records".into(), "a/b/c".into(), "1".into())]);
        assert_eq!(unreadable.len(), 1);
    }

    #[test]
    fn folders_are_what_stands_before_the_slash() {
        assert_eq!(folder_of("p1an/goals/g0a1"), Some("p1an"));
        for key in ["p1an", "/goals", "P1an/goals", "a b/c", "../c", "%2f/c", ""] {
            assert_eq!(folder_of(key), None, "{key}");
        }
    }

    #[test]
    fn a_folder_is_made_anew_when_it_must_be() {
        let mut weight = Weight::default();
        assert!(weight.is_overgrown(), "never made");
        weight.add(&piece(Extent::Whole, 1_000_000));
        assert!(!weight.is_overgrown());
        weight.add(&piece(Extent::Part, 500_000));
        assert!(!weight.is_overgrown());
        weight.add(&piece(Extent::Part, 70_000));
        assert!(weight.is_overgrown(), "many bytes");

        let mut weight = Weight { whole: Some(0), ..Weight::default() };
        (0..=PARTS).for_each(|_| weight.add(&piece(Extent::Part, 1)));
        assert!(weight.is_overgrown(), "many parts");

        let mut weight = Weight { whole: Some(0), ..Weight::default() };
        weight.add(&piece(Extent::Due, 0));
        assert!(weight.is_overgrown(), "due");
    }
}

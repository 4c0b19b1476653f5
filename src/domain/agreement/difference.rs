//! What has changed between two texts, for people to read.

use similar::DiffOp;
use similar::algorithms::{Capture, myers};

use super::{AgreementText, Clause};

/// Some words, and what became of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// They stand in both texts.
    Same(String),
    /// They stand in the older text alone.
    Gone(String),
    /// They stand in the newer text alone.
    New(String),
}

/// What became of one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SectionChange {
    /// It is new.
    Added(Clause),
    /// It was taken out.
    Removed(Clause),
    /// Its heading or its text reads differently.
    Changed {
        /// As it was.
        from: Clause,
        /// As it is.
        to: Clause,
        /// What has changed in the text.
        pieces: Vec<Piece>,
    },
    /// The sections stand in another order.
    Reordered,
}

/// What has changed from one agreement to another, in the order of the newer one; what was removed comes last.
pub fn changes_between(from: &AgreementText, to: &AgreementText) -> Vec<SectionChange> {
    let find = |text: &AgreementText, clause: &Clause| {
        text.0.iter().find(|other| other.section == clause.section).cloned()
    };
    let mut changes = Vec::new();
    for clause in &to.0 {
        match find(from, clause) {
            None => changes.push(SectionChange::Added(clause.clone())),
            Some(before) if before == *clause => {}
            Some(before) => {
                let pieces = changed_pieces(&before.text, &clause.text);
                let to = clause.clone();
                changes.push(SectionChange::Changed { from: before, to, pieces });
            }
        }
    }
    let gone = from.0.iter().filter(|clause| find(to, clause).is_none());
    changes.extend(gone.cloned().map(SectionChange::Removed));
    if order_differs(from, to) {
        changes.push(SectionChange::Reordered);
    }
    changes
}

/// Whether the sections that both have stand in another order.
fn order_differs(from: &AgreementText, to: &AgreementText) -> bool {
    let in_both = |text: &AgreementText, other: &AgreementText| {
        let sections = text.0.iter().map(|clause| clause.section);
        let is_there = |section: &_| other.0.iter().any(|clause| clause.section == *section);
        sections.filter(is_there).collect::<Vec<_>>()
    };
    in_both(from, to) != in_both(to, from)
}

/// What has changed from one text to another, word by word. Put together, what is not new is the older text
/// and what is not gone is the newer. Texts that have little in common are told whole, and a short word between two
/// changes goes along with them: nobody reads a sentence out of crumbs.
pub fn changed_pieces(from: &str, to: &str) -> Vec<Piece> {
    let (old, new) = (words(from), words(to));
    let mut found = Capture::new();
    let Ok(()) = myers::diff(&mut found, &old[..], 0..old.len(), &new[..], 0..new.len());
    let text = |words: &[&str], from: usize, count: usize| {
        words.get(from..from + count).unwrap_or_default().concat()
    };
    let steps = found.into_ops();
    let last = steps.len().saturating_sub(1);
    let mut pieces = Vec::new();
    let (mut gone, mut fresh) = (String::new(), String::new());
    for (at, step) in steps.into_iter().enumerate() {
        match step {
            DiffOp::Equal { old_index, len, .. } => {
                let words = text(&old, old_index, len);
                let is_between = at < last && !(gone.is_empty() && fresh.is_empty());
                if is_between && letters(&words) < SHORT {
                    gone += &words;
                    fresh += &words;
                    continue;
                }
                replace(&mut pieces, &mut gone, &mut fresh);
                match pieces.last_mut() {
                    Some(Piece::Same(before)) => before.push_str(&words),
                    _ => pieces.push(Piece::Same(words)),
                }
            }
            DiffOp::Delete { old_index, old_len, .. } => gone += &text(&old, old_index, old_len),
            DiffOp::Insert { new_index, new_len, .. } => fresh += &text(&new, new_index, new_len),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                gone += &text(&old, old_index, old_len);
                fresh += &text(&new, new_index, new_len);
            }
        }
    }
    replace(&mut pieces, &mut gone, &mut fresh);
    let same = pieces.iter().map(|piece| match piece {
        Piece::Same(text) => letters(text),
        Piece::Gone(_) | Piece::New(_) => 0,
    });
    if same.sum::<usize>() * LITTLE < letters(from).min(letters(to)) {
        pieces.clear();
        replace(&mut pieces, &mut from.to_owned(), &mut to.to_owned());
    }
    pieces
}

/// Fewer letters than these between two changes go along with them.
const SHORT: usize = 4;

/// Texts that share less than one part in so many of the shorter one are told whole.
const LITTLE: usize = 2;

fn letters(text: &str) -> usize {
    text.chars().filter(|letter| !letter.is_whitespace()).count()
}

/// Adds what stood in one place: first what is gone, then what is new.
fn replace(pieces: &mut Vec<Piece>, gone: &mut String, fresh: &mut String) {
    for (words, piece) in [(gone, Piece::Gone as fn(String) -> Piece), (fresh, Piece::New)] {
        if !words.is_empty() {
            pieces.push(piece(std::mem::take(words)));
        }
    }
}

/// A text cut between words and the white space between them, with nothing left out.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut was_blank) = (0, None);
    for (at, letter) in text.char_indices() {
        let is_blank = letter.is_whitespace();
        if was_blank.is_some_and(|was| was != is_blank) {
            words.extend(text.get(start..at));
            start = at;
        }
        was_blank = Some(is_blank);
    }
    words.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn joined(pieces: &[Piece], is_older: bool) -> String {
        let texts = pieces.iter().filter_map(|piece| match piece {
            Piece::Same(text) => Some(text.as_str()),
            Piece::Gone(text) => is_older.then_some(text.as_str()),
            Piece::New(text) => (!is_older).then_some(text.as_str()),
        });
        texts.collect()
    }

    #[test]
    fn what_changed_is_told_by_words() {
        let pieces = changed_pieces(
            "We meet every week for 30 minutes.",
            "We meet every two weeks for 30 minutes.",
        );
        let expected = [
            Piece::Same("We meet every ".to_owned()),
            Piece::Gone("week".to_owned()),
            Piece::New("two weeks".to_owned()),
            Piece::Same(" for 30 minutes.".to_owned()),
        ];
        assert_eq!(pieces, expected);
        assert_eq!(changed_pieces("", ""), []);
        assert_eq!(changed_pieces("", "new"), [Piece::New("new".to_owned())]);
        assert_eq!(changed_pieces("same", "same"), [Piece::Same("same".to_owned())]);
    }

    #[test]
    fn nobody_reads_a_sentence_out_of_crumbs() {
        let gone = |text: &str| Piece::Gone(text.to_owned());
        let new = |text: &str| Piece::New(text.to_owned());
        let same = |text: &str| Piece::Same(text.to_owned());
        let whole = changed_pieces(
            "The mentorship ends with the course, with a last meeting to look back.",
            "We end with a walk.",
        );
        assert!(matches!(&whole[..], [Piece::Gone(_), Piece::New(_)]), "{whole:?}");
        let between = changed_pieces(
            "The student writes to the mentor on Monday morning.",
            "The mentor writes at the latest on Monday morning.",
        );
        let expected = [
            same("The "),
            gone("student"),
            new("mentor"),
            same(" writes "),
            gone("to the mentor"),
            new("at the latest"),
            same(" on Monday morning."),
        ];
        assert_eq!(between, expected);
    }

    proptest! {
        #[test]
        fn the_pieces_make_both_texts(from in "[ab \\n]{0,40}", to in "[ab ñ\\n]{0,40}") {
            let pieces = changed_pieces(&from, &to);
            prop_assert_eq!(joined(&pieces, true), from);
            prop_assert_eq!(joined(&pieces, false), to);
        }
    }
}

//! Searching everything that a plan says.
//!
//! Case and accents do not count, in English and in Spanish. Every word that is looked for must be in a record, as a word or as
//! a part of one. What is found in a title counts more than what is found in a text, and the beginning of a word
//! more than its middle; of two that count the same the newer comes first.
//!
//! Folding the texts takes longer than looking through them, so that is done once and kept: see [`SearchIndex`].

use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::label::label;
use super::plan::{Plan, RecordKey};
use super::record::{Fields, Record, field};
use crate::crdt::{InOrder, Pace, at_once};

/// The folded texts of a plan.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    key: RecordKey,
    /// Where the words of the title end in `text`.
    title: usize,
    /// The folded title, a line end, and the folded rest.
    text: String,
    created: String,
}

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub key: RecordKey,
    /// By what words a person recognises it.
    pub title: String,
    /// The words around what was found, where it is not in the title; nothing where it is.
    pub around: String,
}

/// The fields that hold no words of people: names of other things, choices, dates and places in lists.
const WORDLESS: [&str; 23] = [
    field::ABOUT,
    field::ABOUT_KIND,
    field::AUDIENCE,
    field::AUTHOR,
    field::CATEGORY,
    field::CLOSED,
    field::CREATED,
    field::DUE,
    field::FORM,
    field::FROM,
    field::MODE,
    field::MOMENT,
    field::RANK,
    field::REPEATS,
    field::ROLE,
    field::SLOT,
    field::SOURCE,
    field::STARTS,
    field::STATUS,
    field::TEMPLATE,
    field::TIMES,
    field::UNTIL,
    field::ZONE,
];

/// How many characters stand before and after what was found.
const AROUND: usize = 40;
/// What each record takes besides its texts, in bytes folded.
const OVERHEAD: usize = 128;
/// The most words that are looked for.
const MOST_WORDS: usize = 8;

/// A text in which neither case nor accents count: small letters without their marks, one for each of its own where
/// that is possible.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(&mut out, text);
    out
}

/// Adds a folded text. Most of a text is ASCII, which is taken over in whole pieces.
fn fold_into(out: &mut String, text: &str) {
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (ascii, other) = rest.split_at(plain);
        let from = out.len();
        out.push_str(ascii);
        if let Some(added) = out.get_mut(from..) {
            added.make_ascii_lowercase();
        }
        let marked = other.bytes().position(|byte| byte.is_ascii()).unwrap_or(other.len());
        let (marked, left) = other.split_at(marked);
        out.extend(marked.chars().filter_map(fold));
        rest = left;
    }
}

/// A letter without case and marks. A mark on its own is nothing.
fn fold(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return Some(letter.to_ascii_lowercase());
    }
    Some(match letter {
        '\u{300}'..='\u{36f}' => return None,
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => 'a',
        'Ç' | 'ç' | 'Ć'..='č' => 'c',
        'Ð' | 'ð' | 'Ď'..='đ' => 'd',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => 'e',
        'Ĝ'..='ģ' => 'g',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => 'i',
        'Ĺ'..='ł' => 'l',
        'Ñ' | 'ñ' | 'Ń'..='ň' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => 'o',
        'Ŕ'..='ř' => 'r',
        'Ś'..='š' => 's',
        'Ţ'..='ŧ' => 't',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => 'u',
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => 'y',
        'Ź'..='ž' => 'z',
        other => other.to_lowercase().next().unwrap_or(other),
    })
}

/// The texts of people in a record, each value of each field.
fn texts(record: &Record) -> impl Iterator<Item = &str> {
    let told = record.fields().filter(|(name, _)| !WORDLESS.contains(&name.as_str()));
    told.flat_map(|(_, register)| register.entries()).filter_map(|entry| {
        let text = entry.value.value.as_text()?;
        text.parse::<RecordId>().is_err().then_some(text)
    })
}

impl SearchIndex {
    /// Folds everything that `me` may be shown of a plan, whose id is `id`.
    pub fn of(plan: &Plan, id: PlanId, me: Option<RecordId>) -> Self {
        at_once(Self::in_steps(plan, id, me, &Pace::default()))
    }

    /// As [`SearchIndex::of`], in steps.
    pub async fn in_steps(plan: &Plan, id: PlanId, me: Option<RecordId>, pace: &Pace) -> Self {
        let mut entries = Vec::with_capacity(plan.len());
        for (kind, record_id, record) in plan.records() {
            let key = RecordKey { plan: id, kind, id: record_id };
            let entry = Entry::of(plan, key, record, me);
            let work = entry.as_ref().map_or(0, |entry| entry.text.len());
            entries.extend(entry);
            pace.did(work + OVERHEAD).await;
        }
        Self { entries }
    }

    /// Folds one record anew, after it was written to.
    pub fn put(&mut self, plan: &Plan, key: RecordKey, me: Option<RecordId>) {
        let entry = plan.find(key.kind, key.id).and_then(|record| Entry::of(plan, key, record, me));
        let place = self.entries.iter().position(|known| known.key == key);
        match (place, entry) {
            (Some(place), Some(entry)) => {
                if let Some(known) = self.entries.get_mut(place) {
                    *known = entry;
                }
            }
            (Some(place), None) => drop(self.entries.swap_remove(place)),
            (None, entry) => self.entries.extend(entry),
        }
    }

    /// The records that say all words of `query`, the best first, at most `most`.
    pub fn find(&self, query: &str, most: usize) -> Vec<RecordKey> {
        let query = folded(query);
        let words: Vec<&str> = query.split_whitespace().take(MOST_WORDS).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let whole = words.join(" ");
        let mut found: Vec<(u32, &Entry)> = self
            .entries
            .iter()
            .filter_map(|entry| Some((entry.score(&words, &whole)?, entry)))
            .collect();
        let better = |a: &(u32, &Entry), b: &(u32, &Entry)| {
            (b.0, &b.1.created, a.1.key).cmp(&(a.0, &a.1.created, b.1.key))
        };
        // A letter is in nearly everything: only what is shown is put in order.
        if found.len() > most {
            found.select_nth_unstable_by(most, better);
            found.truncate(most);
        }
        found.order_by(better);
        found.into_iter().map(|(_, entry)| entry.key).collect()
    }
}

impl Entry {
    /// The folded texts of a record; nothing where `me` may not be shown it.
    fn of(plan: &Plan, key: RecordKey, record: &Record, me: Option<RecordId>) -> Option<Self> {
        let is_shown = match key.kind {
            // A yes says the whole agreement once more.
            Kind::Device | Kind::Consent => false,
            Kind::Evaluation => plan.may_see_evaluation(record, me),
            _ => true,
        };
        if !is_shown || record.is_deleted() {
            return None;
        }
        let mut text = folded(&label(key.kind, key.id, record));
        let title = text.len();
        for words in texts(record) {
            text.push('\n');
            fold_into(&mut text, words);
        }
        let created = record.text(field::CREATED).to_owned();
        Some(Self { key, title, text, created })
    }

    /// How much it counts, or nothing where a word is missing.
    fn score(&self, words: &[&str], whole: &str) -> Option<u32> {
        let mut score = 0;
        for word in words {
            score += self.score_of(word)?;
        }
        let title = self.text.get(..self.title).unwrap_or_default();
        if words.len() > 1 && self.text.contains(whole) {
            score += if title.contains(whole) { 16 } else { 4 };
        }
        Some(if title == whole { score + 16 } else { score })
    }

    fn score_of(&self, word: &str) -> Option<u32> {
        let mut best = None;
        for (at, _) in self.text.match_indices(word) {
            let before = self.text.get(..at).and_then(|text| text.chars().next_back());
            let is_start = before.is_none_or(|letter| !letter.is_alphanumeric());
            let score = match (at < self.title, is_start) {
                (true, true) => 8,
                (true, false) => 4,
                (false, true) => 3,
                (false, false) => 1,
            };
            best = best.max(Some(score));
            // Nothing further on counts more.
            if score >= 3 && at >= self.title || score == 8 {
                break;
            }
        }
        best
    }
}

impl Plan {
    /// How a record that was found is shown.
    pub fn hit(&self, key: RecordKey, query: &str) -> Option<Hit> {
        let record = self.find(key.kind, key.id)?;
        let title = label(key.kind, key.id, record);
        let query = folded(query);
        let words: Vec<&str> = query.split_whitespace().take(MOST_WORDS).collect();
        let in_title = folded(&title);
        let missing = words.into_iter().find(|word| !in_title.contains(word));
        let around = missing.and_then(|word| texts(record).find_map(|text| around(text, word)));
        Some(Hit { key, title, around: around.unwrap_or_default() })
    }
}

/// The words around what was found in a text.
fn around(text: &str, word: &str) -> Option<String> {
    let letters: Vec<(char, char)> =
        text.chars().filter_map(|letter| Some((letter, fold(letter)?))).collect();
    let wanted: Vec<char> = word.chars().collect();
    let at = letters
        .windows(wanted.len().max(1))
        .position(|window| window.iter().map(|(_, folded)| folded).eq(wanted.iter()))?;
    let from = at.saturating_sub(AROUND);
    let until = (at + wanted.len() + AROUND).min(letters.len());
    let words: String = letters.get(from..until)?.iter().map(|(letter, _)| *letter).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let (before, after) = (from > 0, until < letters.len());
    Some(format!("{}{words}{}", if before { "…" } else { "" }, if after { "…" } else { "" }))
}

/// A piece of a text, and whether it was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The piece.
    pub words: String,
    /// Whether it is what was looked for.
    pub is_found: bool,
}

/// A text in pieces: what of it is said in a query, and what stands between. Together they are the text.
pub fn found_in(text: &str, query: &str) -> Vec<Found> {
    let query = folded(query);
    let wanted: Vec<Vec<char>> =
        query.split_whitespace().take(MOST_WORDS).map(|word| word.chars().collect()).collect();
    let letters: Vec<char> = text.chars().collect();
    let mut is_found = vec![false; letters.len()];
    // A mark on its own belongs to the letter before it.
    let plain: Vec<(usize, char)> =
        letters.iter().enumerate().filter_map(|(at, letter)| Some((at, fold(*letter)?))).collect();
    for word in wanted.iter().filter(|word| !word.is_empty()) {
        for window in plain.windows(word.len()) {
            if window.iter().map(|(_, letter)| letter).eq(word) {
                for (at, _) in window {
                    is_found.iter_mut().skip(*at).take(1).for_each(|found| *found = true);
                }
            }
        }
    }
    let mut pieces: Vec<Found> = Vec::new();
    for (letter, is_found) in letters.into_iter().zip(is_found) {
        let is_mark = fold(letter).is_none();
        match pieces.last_mut() {
            Some(piece) if is_mark || piece.is_found == is_found => piece.words.push(letter),
            _ => pieces.push(Found { words: letter.to_string(), is_found }),
        }
    }
    pieces
}

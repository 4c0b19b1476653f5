//! A record as the domain sees it: named fields of plain values.

use std::borrow::Borrow;
use std::cmp::Ordering;

use super::id::DeviceId;
use super::value::{Stamped, Value};

/// One replicated record: field names, stamped values, written by devices.
pub type Record = crate::crdt::Record<DeviceId, FieldName, Stamped>;

/// The name of a field. Names this version knows cost no memory.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldName(Name);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Name {
    /// A place in [`field::ALL`].
    Known(u8),
    Other(Box<str>),
}

impl FieldName {
    /// The field called `name`.
    pub fn new(name: &str) -> Self {
        Self(field::place(name).map_or_else(|| Name::Other(name.into()), Name::Known))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Name::Known(place) => field::ALL[usize::from(*place)],
            Name::Other(name) => name,
        }
    }
}

impl From<&'static str> for FieldName {
    fn from(name: &'static str) -> Self {
        Self::new(name)
    }
}

impl Borrow<str> for FieldName {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl Ord for FieldName {
    /// By the text.
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            // The list is in alphabetical order.
            (Name::Known(a), Name::Known(b)) => a.cmp(b),
            _ => self.as_str().cmp(other.as_str()),
        }
    }
}

impl PartialOrd for FieldName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// The names of the fields this version knows, as files write them.
        pub mod field {
            $($(#[$doc])* pub const $name: &str = $text;)*

            /// Every name above, in alphabetical order.
            pub const ALL: &[&str] = &[$($text),*];

            /// For each first letter, where its names begin in [`ALL`]; at the end, where `z` ends.
            const FIRST: [u8; 27] = {
                let mut first = [0; 27];
                let mut at = 0;
                while at < ALL.len() {
                    let mut letter = (ALL[at].as_bytes()[0] - b'a') as usize + 1;
                    at += 1;
                    while letter < 27 {
                        first[letter] = at as u8;
                        letter += 1;
                    }
                }
                first
            };

            /// Where a name stands in [`ALL`], if it does.
            pub(super) fn place(name: &str) -> Option<u8> {
                let letter = usize::from(name.bytes().next()?.checked_sub(b'a')?);
                let (from, to) = (*FIRST.get(letter)?, *FIRST.get(letter + 1)?);
                (from..to).find(|place| ALL[usize::from(*place)] == name)
            }
        }
    };
}

fields! {
    /// What a comment or feedback is about: the id of a goal, meeting or feedback.
    ABOUT = "about";
    /// The kind of record that `about` names, such as `goals`.
    ABOUT_KIND = "about_kind";
    /// Whether the person it was for has taken note.
    ACKNOWLEDGED = "acknowledged";
    /// What a meeting is to cover.
    AGENDA = "agenda";
    /// Feedback step: what the learner was asked first.
    ASK = "ask";
    /// Feedback step: what the learner was asked afterwards, and said.
    ASK_AGAIN = "ask_again";
    /// Who may see the record: only_me, pair or program. Absent, it is as the kind says.
    AUDIENCE = "audience";
    /// Who wrote it: a person's id.
    AUTHOR = "author";
    /// Feedback step: what the person did.
    BEHAVIOR = "behavior";
    /// What a goal is about, or the skill that feedback is about; shown as a tube-cap color.
    CATEGORY = "category";
    /// The day on which a plan was closed.
    CLOSED = "closed";
    /// Feedback step: what the learner thought and decided.
    COMMITMENT = "commitment";
    /// Feedback step: what to correct.
    CORRECTION = "correction";
    /// When the record was made: UTC, RFC 3339.
    CREATED = "created";
    /// Reflection step: what to do differently.
    DIFFERENTLY = "differently";
    /// Check-in: what was hard.
    DIFFICULTY = "difficulty";
    /// Whether a task, action item or agenda item is done.
    DONE = "done";
    /// By when: a date.
    DUE = "due";
    /// Feedback step: what the learner based it on.
    EVIDENCE = "evidence";
    /// Check-in: the mood, from 1 to 5.
    FEELING = "feeling";
    /// Closing: what follows.
    FOLLOWS = "follows";
    /// Which template of named steps feedback follows.
    FORM = "form";
    /// From when: the first moment that free/busy times tells of, in UTC.
    FROM = "from";
    /// The goal a task belongs to.
    GOAL = "goal";
    /// Reflection step: what happened.
    HAPPENED = "happened";
    /// Feedback step: what followed from it.
    IMPACT = "impact";
    /// How long a meeting really lasted, in minutes.
    LASTED = "lasted";
    /// How a goal's author will know it is reached.
    MEASURE = "measure";
    /// The meeting that an action item, agenda item or decision belongs to.
    MEETING = "meeting";
    /// How long a meeting or shift lasts, in minutes.
    MINUTES = "minutes";
    /// How people meet: in person, by call or by video.
    MODE = "mode";
    /// The moment of a course that a rating or evaluation belongs to: start, mid, end or between.
    MOMENT = "moment";
    /// A person's name.
    NAME = "name";
    /// Check-in: what the writer needs.
    NEED = "need";
    /// Feedback step: what to keep or try next time.
    NEXT_TIME = "next_time";
    /// Who is to do an action item: a person's id.
    OWNER = "owner";
    /// The person whose device, shift or busy times it is.
    PERSON = "person";
    /// Where a meeting is, or how to call.
    PLACE = "place";
    /// Feedback step: what was right and should stay.
    PRAISE = "praise";
    /// The program a plan belongs to.
    PROGRAM = "program";
    /// Request step: what feedback is asked on.
    QUESTION = "question";
    /// Where a goal or section stands in its list: text that sorts.
    RANK = "rank";
    /// How confident somebody is, from 1 to 5.
    RATING = "rating";
    /// Closing: what was reached.
    REACHED = "reached";
    /// Why a meeting was moved, left out or cancelled.
    REASON = "reason";
    /// Whether somebody last deleted the record or brought it back. It is there for its time: whether
    /// the record is deleted follows from what its deletions have seen.
    REMOVED = "removed";
    /// How the meetings of a series follow each other, such as `weekly`.
    REPEATS = "repeats";
    /// A person's role: student, mentor or coordinator.
    ROLE = "role";
    /// Consent: one more than the highest that its writer knew.
    ROUND = "round";
    /// Feedback step: the general rule to take along.
    RULE = "rule";
    /// Ties together the meetings of one repeated schedule, or the shifts of one pattern.
    SERIES = "series";
    /// Feedback step: when and where it was.
    SITUATION = "situation";
    /// When the rule of its series puts a meeting: local date and time. Its own start may have been moved since.
    SLOT = "slot";
    /// What a shift was read from: the UID of an event in another calendar.
    SOURCE = "source";
    /// When it starts: a plan's date, or a local date and time.
    STARTS = "starts";
    /// Whether a meeting is planned, held, left out or cancelled.
    STATUS = "status";
    /// Feedback step: what the observer told.
    TELL = "tell";
    /// The name of the template that a record was made from.
    TEMPLATE = "template";
    /// The words of a comment.
    TEXT = "text";
    /// Closing: thanks.
    THANKS = "thanks";
    /// When somebody has no time: spans in UTC, each as start/end, with spaces between.
    TIMES = "times";
    /// What a thing is called.
    TITLE = "title";
    /// To whom feedback or a request is addressed: a person's id.
    TO = "to";
    /// Until when: the moment at which what free/busy times tells of ends, in UTC.
    UNTIL = "until";
    /// How many weeks a plan lasts.
    WEEKS = "weeks";
    /// Check-in: how it went.
    WENT = "went";
    /// Reflection step: what went well.
    WENT_WELL = "went_well";
    /// Why a goal matters to the student.
    WHY = "why";
    /// Check-in: what went well.
    WIN = "win";
    /// The IANA name of the time zone that local times are meant in.
    ZONE = "zone";
}

/// Reading and writing one field of a [`Record`] by its name.
pub(crate) trait Fields {
    /// The value that every device shows first.
    fn value(&self, name: &str) -> Option<&Value>;
    /// The text of a field, or nothing.
    fn text(&self, name: &str) -> &str;
    /// Whether a yes-or-no field says yes. Where two people disagree, yes if either does.
    fn is_set(&self, name: &str) -> bool;
}

impl Fields for Record {
    fn value(&self, name: &str) -> Option<&Value> {
        self.field(name)?.first().map(|stamped| &stamped.value)
    }

    fn text(&self, name: &str) -> &str {
        self.value(name).and_then(Value::as_text).unwrap_or_default()
    }

    fn is_set(&self, name: &str) -> bool {
        self.field(name).is_some_and(|register| {
            register.entries().iter().any(|entry| entry.value.value == Value::Bool(true))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_names_are_sorted_so_that_lookup_finds_them() {
        assert!(field::ALL.is_sorted());
        for (place, name) in (0..).zip(field::ALL) {
            assert_eq!(field::place(name), Some(place));
            assert_eq!(FieldName::new(name).as_str(), *name);
        }
        for name in ["", "colour", "Title", "titles", "zz", "{", "é"] {
            assert_eq!(field::place(name), None);
            assert_eq!(FieldName::new(name).as_str(), name);
        }
    }

    #[test]
    fn names_known_and_unknown_are_in_alphabetical_order() {
        let names = ["done", "donkey", "due", "éclair", "weeks", "", "zone", "zz"];
        let mut sorted = names;
        sorted.sort_unstable();
        let mut fields = names.map(FieldName::new);
        fields.sort_unstable();
        assert_eq!(fields.each_ref().map(FieldName::as_str), sorted);
    }
}

//! Small choices as storage keeps them: one JSON object of plain members. A general reader into structs
//! would cost the first page more than all that it reads with it.

use std::borrow::Cow;

use super::fault::Fault;
use super::json::{Reader, Shape};

/// How deep what is not understood may be nested.
const DEPTH: usize = 32;

/// What a member holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A text.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// Texts under names.
    Texts(Vec<(String, String)>),
    /// `null`.
    Nothing,
    /// Anything else.
    Other,
}

/// The members of an object, in their order; `None` if the text is none, or has a name twice.
pub fn read(text: &str) -> Option<Vec<(String, Choice)>> {
    let mut reader = Reader::new(text);
    let mut found = Vec::new();
    let read = reader.object(|reader, name| {
        found.push((name.to_string(), choice(reader)?));
        Ok(())
    });
    read.and_then(|()| reader.finish()).ok()?;
    Some(found)
}

fn choice(reader: &mut Reader<'_>) -> Result<Choice, Fault> {
    Ok(match reader.shape()? {
        Shape::Text => Choice::Text(reader.text(usize::MAX)?.into_owned()),
        Shape::Object => texts(reader)?,
        Shape::List => {
            reader.skip(DEPTH)?;
            Choice::Other
        }
        Shape::Number | Shape::Word => match reader.raw(DEPTH)? {
            "true" => Choice::Flag(true),
            "false" => Choice::Flag(false),
            "null" => Choice::Nothing,
            number => number.parse().map_or(Choice::Other, Choice::Number),
        },
    })
}

/// An object that may hold texts alone.
fn texts(reader: &mut Reader<'_>) -> Result<Choice, Fault> {
    let (mut texts, mut are_all) = (Vec::new(), true);
    reader.object(|reader, name| {
        if reader.shape()? == Shape::Text {
            texts.push((name.to_string(), reader.text(usize::MAX).map(Cow::into_owned)?));
        } else {
            are_all = false;
            reader.skip(DEPTH)?;
        }
        Ok(())
    })?;
    Ok(if are_all { Choice::Texts(texts) } else { Choice::Other })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_what_they_are() {
        let text = r#"{ "a": "x\u00e9", "b": true, "c": -12, "d": {"p": "q"}, "e": null,
            "f": 1.5, "g": [1, {"deep": []}], "h": {"p": 1}, "i": {}, "j": 99999999999999999999 }"#;
        let text_of = |text: &str| Choice::Text(text.to_owned());
        let expected = [
            ("a", text_of("xé")),
            ("b", Choice::Flag(true)),
            ("c", Choice::Number(-12)),
            ("d", Choice::Texts(vec![("p".to_owned(), "q".to_owned())])),
            ("e", Choice::Nothing),
            ("f", Choice::Other),
            ("g", Choice::Other),
            ("h", Choice::Other),
            ("i", Choice::Texts(Vec::new())),
            ("j", Choice::Other),
        ];
        let expected: Vec<_> =
            expected.into_iter().map(|(name, choice)| (name.to_owned(), choice)).collect();
        assert_eq!(read(text), Some(expected));
    }

    #[test]
    fn nothing_else_is_read() {
        for text in
            ["", "[]", "{", r#"{"a":1} x"#, r#"{"a":1,"a":2}"#, r#"{"a":tru}"#, r#"{"a":"\q"}"#]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

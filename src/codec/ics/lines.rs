//! The lines of a calendar, as whoever wrote it meant them.

/// One line: `NAME;PARAM=value:value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The name, in capitals.
    pub(super) name: String,
    /// The parameters, their names in capitals.
    params: Vec<(String, String)>,
    /// What stands after the colon, as it stands there.
    pub(super) value: String,
}

/// The most characters of one line that are looked at, folded together.
const LONGEST: usize = 10_000;

impl Line {
    /// A parameter.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value, where it is text.
    pub(super) fn text(&self) -> String {
        let (mut text, mut letters) = (String::new(), self.value.chars());
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(escaped) => text.push(escaped),
                    None => {}
                },
                letter => text.push(letter),
            }
        }
        text
    }

    fn parse(line: &str) -> Option<Self> {
        let mut is_quoted = false;
        let colon = line.char_indices().find(|(_, letter)| {
            is_quoted ^= *letter == '"';
            *letter == ':' && !is_quoted
        });
        let (head, value) = (line.get(..colon?.0)?, line.get(colon?.0 + 1..)?);
        let mut parts = pieces(head).into_iter();
        let name = parts.next()?.trim().to_ascii_uppercase();
        let param = |part: &str| {
            let (name, value) = part.split_once('=')?;
            Some((name.trim().to_ascii_uppercase(), value.trim_matches('"').to_owned()))
        };
        let params = parts.filter_map(param).collect();
        (!name.is_empty()).then(|| Self { name, params, value: value.to_owned() })
    }
}

/// What stands between semicolons that are not quoted.
fn pieces(head: &str) -> Vec<&str> {
    let mut is_quoted = false;
    head.split(|letter| {
        is_quoted ^= letter == '"';
        letter == ';' && !is_quoted
    })
    .collect()
}

/// The lines of a text, folded ones put together. A line may end in LF alone, and what is no line of a
/// calendar is passed over.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    let mut raw = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).peekable();
    std::iter::from_fn(move || {
        let mut line = raw.next()?.to_owned();
        while let Some(more) = raw.next_if(|next| next.starts_with([' ', '\t'])) {
            if line.len() < LONGEST {
                line.push_str(more.get(1..).unwrap_or_default());
            }
        }
        Some(line)
    })
    .filter(|line| line.len() <= LONGEST * 2)
    .filter_map(|line| Line::parse(&line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_unfolded_and_taken_apart() {
        let text = "begin:VEVENT\nDTSTART;TZID=\"a;b:c\";VALUE=DATE-TIME:2026\r\n 11\r\n\t26\r\nrubbish\r\n\
                    SUMMARY:Night\\, St. Mary\\; 4\\nfloor\\\\ \r\n:x\r\n";
        let found: Vec<Line> = lines(text).collect();
        let names: Vec<&str> = found.iter().map(|line| line.name.as_str()).collect();
        assert_eq!(names, ["BEGIN", "DTSTART", "SUMMARY"]);
        assert_eq!(found[1].param("TZID"), Some("a;b:c"));
        assert_eq!(
            (found[1].param("VALUE"), found[1].value.as_str()),
            (Some("DATE-TIME"), "20261126")
        );
        assert_eq!(found[2].text(), "Night, St. Mary; 4\nfloor\\ ");
    }
}

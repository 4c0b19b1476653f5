//! The outlook of a plan ([`crate::domain::Outlook`]) as one text: a line for each thing, and its parts between tabs.
//!
//! `docs/storage.md` describes it. What it tells stands in the records as well, so a text that is not as it was written here is
//! simply not used. Reading it is a part of every start, and so is made of little.

use std::str::{FromStr, Split};

use chrono::{DateTime, Datelike, NaiveDate};

use crate::domain::{Matter, Moment, Outlook, PlanCard, Planned, Row};

/// What the text begins with. The version is another one whenever what is told, or how, has changed.
const HEAD: &str = "outlook\t1\t";

/// Writes an outlook.
pub fn write(outlook: &Outlook) -> String {
    let Outlook { card, from, until, with, meetings, rows } = outlook;
    let counts = [with.len(), meetings.len(), rows.len()].map(|count| count.to_string());
    let head = [day(Some(*from)), day(Some(*until))].into_iter().chain(counts);
    let card = [
        card.id.to_string(),
        escaped(&card.title),
        escaped(&card.program),
        day(card.starts),
        day(card.closed),
        maybe(card.weeks),
    ];
    let mut lines = vec![Vec::from_iter(head), card.to_vec()];
    lines.extend(with.iter().map(|name| vec![escaped(name)]));
    lines.extend(meetings.iter().map(|meeting| {
        let starts = meeting.starts.and_utc().timestamp();
        let words = [&meeting.title, &meeting.place].map(|words| escaped(words));
        let numbers = [starts, meeting.minutes].map(|number| number.to_string());
        [meeting.id.to_string()].into_iter().chain(words).chain(numbers).collect()
    }));
    lines.extend(rows.iter().map(|row| {
        let words = [&row.title, &row.line].map(|words| escaped(words));
        let rest = [day(row.due), maybe(row.source)];
        matter_parts(&row.matter).into_iter().chain(words).chain(rest).collect()
    }));
    let lines: Vec<String> = lines.into_iter().map(|parts| parts.join("\t")).collect();
    [HEAD, &lines.join("\n")].concat()
}

/// Reads an outlook that is good for `today`; nothing where the text is none, or is of other days.
pub fn read(text: &str, today: NaiveDate) -> Option<Outlook> {
    let mut lines = text.strip_prefix(HEAD)?.split('\n');
    let mut head = Parts::of(lines.next()?);
    let (from, until) = (head.day()??, head.day()??);
    if !(from..=until).contains(&today) {
        return None;
    }
    let [people, meetings, rows] = [head.number()?, head.number()?, head.number()?];
    let mut next = || lines.next().map(Parts::of);
    let outlook = Outlook {
        card: card(next()?)?,
        from,
        until,
        with: (0..people).map(|_| next()?.text()).collect::<Option<_>>()?,
        meetings: (0..meetings).map(|_| meeting(next()?)).collect::<Option<_>>()?,
        rows: (0..rows).map(|_| row(next()?)).collect::<Option<_>>()?,
    };
    next().is_none().then_some(outlook)
}

fn card(mut parts: Parts<'_>) -> Option<PlanCard> {
    Some(PlanCard {
        id: parts.number()?,
        title: parts.text()?,
        program: parts.text()?,
        starts: parts.day()?,
        closed: parts.day()?,
        weeks: parts.maybe()?,
    })
}

fn meeting(mut parts: Parts<'_>) -> Option<Planned> {
    let (id, title, place) = (parts.number()?, parts.text()?, parts.text()?);
    let starts = DateTime::from_timestamp(parts.number()?, 0)?.naive_utc();
    Some(Planned { id, title, starts, minutes: parts.number()?, place })
}

fn row(mut parts: Parts<'_>) -> Option<Row> {
    let matter = matter(&mut parts)?;
    let (title, line) = (parts.text()?, parts.text()?);
    Some(Row { matter, title, line, due: parts.day()?, source: parts.maybe()? })
}

/// A matter as a name and two parts. Those that no outlook tells have none.
fn matter_parts(matter: &Matter) -> [String; 3] {
    let parts = |sort: &str, one: &dyn ToString, other: &str| {
        [sort.to_owned(), one.to_string(), other.to_owned()]
    };
    match matter {
        Matter::ActionItem { item } => parts("item", item, ""),
        Matter::Answer { feedback } => parts("answer", feedback, ""),
        Matter::Settle { count } => parts("settle", count, ""),
        Matter::CheckIn { check_in } => parts("check_in", check_in, ""),
        Matter::Evaluation { moment } => parts("evaluation", &moment.name(), ""),
        Matter::Read { feedback } => parts("read", feedback, ""),
        Matter::Task { task, goal } => parts("task", task, &goal.to_string()),
        _ => Default::default(),
    }
}

fn matter(parts: &mut Parts<'_>) -> Option<Matter> {
    let sort = parts.0.next()?;
    if sort == "evaluation" {
        let moment = Moment::from_name(parts.0.next()?)?;
        parts.0.next()?;
        return Some(Matter::Evaluation { moment });
    }
    if sort == "settle" {
        let count = parts.number()?;
        parts.0.next()?;
        return Some(Matter::Settle { count });
    }
    let (id, goal) = (parts.number()?, parts.maybe()?);
    Some(match sort {
        "item" => Matter::ActionItem { item: id },
        "answer" => Matter::Answer { feedback: id },
        "check_in" => Matter::CheckIn { check_in: id },
        "read" => Matter::Read { feedback: id },
        "task" => Matter::Task { task: id, goal: goal? },
        _ => return None,
    })
}

fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n")
}

fn day(day: Option<NaiveDate>) -> String {
    maybe(day.map(|day| day.num_days_from_ce()))
}

fn maybe<T: ToString>(part: Option<T>) -> String {
    part.map(|part| part.to_string()).unwrap_or_default()
}

/// The parts of a line, one after the other.
struct Parts<'a>(Split<'a, char>);

impl<'a> Parts<'a> {
    fn of(line: &'a str) -> Self {
        Self(line.split('\t'))
    }

    fn text(&mut self) -> Option<String> {
        let part = self.0.next()?;
        let mut pieces = part.split('\\');
        let mut text = pieces.next()?.to_owned();
        while let Some(piece) = pieces.next() {
            match piece.chars().next() {
                Some('t') => text.push('\t'),
                Some('n') => text.push('\n'),
                None => {
                    // Two of them, and what comes before the next.
                    text.push('\\');
                    text.push_str(pieces.next()?);
                    continue;
                }
                Some(_) => return None,
            }
            text.push_str(&piece[1..]);
        }
        Some(text)
    }

    /// A number, or an id.
    fn number<T: FromStr>(&mut self) -> Option<T> {
        self.0.next()?.parse().ok()
    }

    /// A number or an id, or nothing; the outer `None` where it is neither.
    fn maybe<T: FromStr>(&mut self) -> Option<Option<T>> {
        match self.0.next()? {
            "" => Some(None),
            part => part.parse().ok().map(Some),
        }
    }

    fn day(&mut self) -> Option<Option<NaiveDate>> {
        match self.maybe()? {
            None => Some(None),
            Some(day) => NaiveDate::from_num_days_from_ce_opt(day).map(Some),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::domain::RecordId;

    fn day(after: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap() + TimeDelta::days(after)
    }

    fn sample() -> Outlook {
        let row = |matter, title: &str| Row { title: title.to_owned(), ..Row::of(matter) };
        let [one, two] = [1, 2].map(RecordId::from_random);
        let said = Row {
            line: "a\\tb\tc\nd\\".to_owned(),
            ..row(Matter::Read { feedback: one }, "\\\\n")
        };
        let rows = vec![
            Row {
                due: Some(day(3)),
                source: Some(two),
                ..row(Matter::ActionItem { item: one }, "Log")
            },
            row(Matter::Answer { feedback: one }, "Dana"),
            row(Matter::Settle { count: 3 }, ""),
            row(Matter::CheckIn { check_in: two }, ""),
            row(Matter::Evaluation { moment: Moment::Mid }, "Dana"),
            said,
            Row { line: "Veins".to_owned(), ..row(Matter::Task { task: one, goal: two }, "Watch") },
        ];
        let starts = day(2).and_hms_opt(15, 30, 0).unwrap();
        let (title, place) = ("Weekly".to_owned(), "Room 4".to_owned());
        let meetings = vec![Planned { id: two, title, starts, minutes: 30, place }];
        let card = PlanCard {
            id: one.to_string().parse().unwrap(),
            title: "Small veins".to_owned(),
            program: String::new(),
            starts: Some(day(-50)),
            weeks: Some(16),
            closed: None,
        };
        let with = vec!["Dana\tRuiz".to_owned(), String::new()];
        Outlook { card, from: day(-1), until: day(14), with, meetings, rows }
    }

    /// Whoever changes this form gives it another version: what an older program wrote must not be half understood.
    const FROZEN: &str = concat!(
        "outlook\t1\t739943\t739958\t2\t1\t7\n",
        "0000000000000001\tSmall veins\t\t739894\t\t16\n",
        "Dana\\tRuiz\n",
        "\n",
        "0000000000000002\tWeekly\tRoom 4\t1795707000\t30\n",
        "item\t0000000000000001\t\tLog\t\t739947\t0000000000000002\n",
        "answer\t0000000000000001\t\tDana\t\t\t\n",
        "settle\t3\t\t\t\t\t\n",
        "check_in\t0000000000000002\t\t\t\t\t\n",
        "evaluation\tmid\t\tDana\t\t\t\n",
        "read\t0000000000000001\t\t\\\\\\\\n\ta\\\\tb\\tc\\nd\\\\\t\t\n",
        "task\t0000000000000001\t0000000000000002\tWatch\tVeins\t\t",
    );

    #[test]
    fn an_outlook_is_written_as_ever_and_read_as_written() {
        assert_eq!(write(&sample()), FROZEN);
        for after in [-1, 0, 14] {
            assert_eq!(read(FROZEN, day(after)), Some(sample()));
        }
        assert_eq!([-2, 15].map(|after| read(FROZEN, day(after))), [None, None]);
    }

    #[test]
    fn what_is_not_as_it_was_written_is_not_read() {
        for (at, _) in FROZEN.char_indices() {
            // Of a name the end may be missing, and nobody can tell.
            let found = read(&FROZEN[..at], day(0));
            assert!(found.is_none_or(|found| found.rows.len() == 7), "cut off at {at}");
        }
        for (good, bad) in [
            ("outlook\t1", "outlook\t2"),
            ("read\t", "heard\t"),
            ("\\\\n", "\\x"),
            ("\t7\n", "\t8\n"),
            ("\t7\n", "\t6\n"),
            ("\t7\n", "\t99999999999\n"),
            ("\tmid\t", "\tlate\t"),
        ] {
            assert!(FROZEN.contains(good), "{good}");
            assert_eq!(read(&FROZEN.replacen(good, bad, 1), day(0)), None, "{good} -> {bad}");
        }
    }
}

//! A mentorship on one page: as a neutral sheet, from which the page is drawn that is printed, and as a file of its
//! own (`….html`) that any browser opens without this program, a network or a script.
//!
//! A sheet is made of a [`Summary`], and so holds nothing that its reader may not see.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::domain::{
    Category, Confidence, GoalStatus, Person, RecordId, Role, Summary, SummaryGoal,
};

/// The words of a sheet, in one language.
pub struct SheetWords<'a> {
    /// The language, as a BCP 47 tag.
    pub language: &'a str,
    /// What the sheet is.
    pub what: &'a str,
    /// A day with its year.
    pub day: &'a dyn Fn(NaiveDate) -> String,
    /// From one day to another.
    pub days: fn(&str, &str) -> String,
    /// The day on which it was made.
    pub made: fn(&str) -> String,
    /// The plan was closed on a day.
    pub closed: fn(&str) -> String,
    /// A role.
    pub role: fn(Role) -> &'static str,
    /// A category.
    pub category: fn(Category) -> &'static str,
    /// How it stands with a goal.
    pub status: fn(GoalStatus) -> &'static str,
    /// How sure somebody was at the start and is at the end, by role.
    pub confidence: fn(Role, Option<i64>, Option<i64>) -> String,
    /// The heading of the goals, and that there are none.
    pub goals: [&'a str; 2],
    /// The heading of the meetings, and that there were none.
    pub held: [&'a str; 2],
    /// So many meetings of so many minutes together.
    pub held_count: fn(usize, i64) -> String,
    /// The heading of what feedback was about, and that there was none.
    pub themes: [&'a str; 2],
    /// So many pieces about one category, or about nothing in particular.
    pub theme: fn(Option<&str>, usize) -> String,
    /// The heading of what is left, and that nothing is.
    pub items: [&'a str; 2],
    /// Who has something to do, or nobody yet.
    pub owner: fn(Option<&str>) -> String,
    /// The heading of the closing words, and that there are none.
    pub words: [&'a str; 2],
    /// What was reached, thanks, what follows.
    pub prompts: [&'a str; 3],
    /// Somebody whose name is not known.
    pub somebody: &'a str,
}

/// A mentorship on one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The language, as a BCP 47 tag.
    pub language: String,
    /// What it is.
    pub what: String,
    /// The plan.
    pub title: String,
    /// Who, of which program, from when to when.
    pub lines: Vec<String>,
    /// When it was made.
    pub made: String,
    /// The parts, in order.
    pub parts: Vec<SheetPart>,
}

/// A part of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetPart {
    /// The heading.
    pub title: String,
    /// What is said above the rows.
    pub line: Option<String>,
    /// The rows.
    pub rows: Vec<SheetRow>,
}

/// A row of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// What it is about.
    pub name: String,
    /// A muted line; it may be empty.
    pub line: String,
    /// Texts, each with its name, which may be empty.
    pub texts: Vec<(String, String)>,
}

impl SheetRow {
    fn new(name: impl Into<String>, line: impl Into<String>) -> Self {
        Self { name: name.into(), line: line.into(), texts: Vec::new() }
    }
}

impl Sheet {
    /// The sheet of a summary, made on a day.
    pub fn of(summary: &Summary, today: NaiveDate, words: &SheetWords<'_>) -> Self {
        let day = words.day;
        let person = |person: &Person| {
            format!("{} ({})", person.name, (words.role)(person.role).to_lowercase())
        };
        let people: Vec<String> = summary.people.iter().map(person).collect();
        let card = &summary.card;
        let ends = card.starts.zip(card.weeks).and_then(|(starts, weeks)| {
            let days = u64::try_from(weeks).ok()?.saturating_mul(7).saturating_sub(1);
            starts.checked_add_days(chrono::Days::new(days))
        });
        let days = card.starts.zip(card.closed.or(ends));
        let lines = [
            people.join(", "),
            card.program.clone(),
            days.map(|(from, until)| (words.days)(&day(from), &day(until))).unwrap_or_default(),
            card.closed.map(|closed| (words.closed)(&day(closed))).unwrap_or_default(),
        ];
        Self {
            language: words.language.to_owned(),
            what: words.what.to_owned(),
            title: card.title.clone(),
            lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
            made: (words.made)(&day(today)),
            parts: vec![
                goals(summary, words),
                held(summary, words),
                themes(summary, words),
                items(summary, words),
                closing_words(summary, words),
            ],
        }
    }

    /// The sheet as a file: one page of HTML with its own few rules of style.
    pub fn html(&self) -> String {
        let mut out = String::from("<!doctype html>\n");
        let language = escaped(&self.language);
        let name = escaped(&format!("{} · {}", self.what, self.title));
        // Writing to a text never fails.
        let _ = write!(out, "<html lang=\"{language}\">\n{HEAD}<title>{name}</title>\n{STYLE}");
        let _ = write!(
            out,
            "<p class=\"muted\">{}</p>\n<h1>{}</h1>\n",
            escaped(&self.what),
            escaped(&self.title)
        );
        for line in &self.lines {
            let _ = writeln!(out, "<p>{}</p>", escaped(line));
        }
        for part in &self.parts {
            let _ = writeln!(out, "<h2>{}</h2>", escaped(&part.title));
            if let Some(line) = &part.line {
                let _ = writeln!(out, "<p>{}</p>", escaped(line));
            }
            out.push_str("<div class=\"rows\">\n");
            for row in &part.rows {
                write_row(&mut out, row);
            }
            out.push_str("</div>\n");
        }
        let _ = write!(out, "<p class=\"muted\">{}</p>\n</html>\n", escaped(&self.made));
        out
    }
}

/// What every file begins with. It may load and run nothing.
const HEAD: &str = "<meta charset=\"utf-8\">\n\
    <meta http-equiv=\"Content-Security-Policy\" \
    content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
    <meta name=\"viewport\" content=\"width=device-width\">\n\
    <meta name=\"generator\" content=\"Steadyhand\">\n";

/// How it looks, on a screen and on paper.
const STYLE: &str = "<style>\
    :root{color-scheme:light dark}\
    html{font:1rem/1.45 system-ui,sans-serif;margin:auto;max-width:40rem;padding:1rem}\
    h1,h2,h3,p{margin:0;overflow-wrap:anywhere}\
    h1{font-size:1.5rem}\
    h2{border-bottom:thin solid;font-size:1.125rem;margin:1.25rem 0 .5rem}\
    h3{font-size:1rem}\
    .row{break-inside:avoid;padding:.25rem 0}\
    .muted{font-size:.875rem;opacity:.8}\
    .text{white-space:pre-line}\
    @media print{html{font-size:.65rem;max-width:none;padding:0}.rows{columns:2}}\
    </style>\n";

fn write_row(out: &mut String, row: &SheetRow) {
    let _ = writeln!(out, "<div class=\"row\"><h3>{}</h3>", escaped(&row.name));
    if !row.line.is_empty() {
        let _ = writeln!(out, "<p class=\"muted\">{}</p>", escaped(&row.line));
    }
    for (name, text) in &row.texts {
        let name = match name.as_str() {
            "" => String::new(),
            name => format!("<b>{}:</b> ", escaped(name)),
        };
        let _ = writeln!(out, "<p class=\"text\">{name}{}</p>", escaped(text));
    }
    out.push_str("</div>\n");
}

/// A text as HTML shows it. What people write is never markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(letter),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

fn part(title: [&str; 2], rows: Vec<SheetRow>) -> SheetPart {
    let [title, none] = title;
    let line = rows.is_empty().then(|| none.to_owned());
    SheetPart { title: title.to_owned(), line, rows }
}

fn goals(summary: &Summary, words: &SheetWords<'_>) -> SheetPart {
    let row = |goal: &SummaryGoal| {
        let by = |role: Role, of: fn(&Confidence) -> Option<i64>| {
            let (start, end) = (of(&goal.start), of(&goal.end));
            (start.is_some() || end.is_some()).then(|| (words.confidence)(role, start, end))
        };
        let parts = [
            Some((words.status)(goal.status).to_owned()),
            Some((words.category)(goal.category).to_owned()),
            by(Role::Student, |confidence| confidence.student),
            by(Role::Mentor, |confidence| confidence.mentor),
        ];
        let line: Vec<String> = parts.into_iter().flatten().collect();
        SheetRow::new(goal.title.clone(), line.join(" · "))
    };
    part(words.goals, summary.goals.iter().map(row).collect())
}

fn held(summary: &Summary, words: &SheetWords<'_>) -> SheetPart {
    let [title, none] = words.held;
    let days = summary.met_between.map(|(first, last)| match first == last {
        true => (words.day)(first),
        false => (words.days)(&(words.day)(first), &(words.day)(last)),
    });
    let count = match summary.meetings_held {
        0 => none.to_owned(),
        count => (words.held_count)(count, summary.minutes_met),
    };
    let line = [Some(count), days].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    SheetPart { title: title.to_owned(), line: Some(line), rows: Vec::new() }
}

fn themes(summary: &Summary, words: &SheetWords<'_>) -> SheetPart {
    let rows = summary.themes.iter().map(|theme| {
        let name = (words.theme)(theme.category.map(words.category), theme.pieces);
        let mut row = SheetRow::new(name, String::new());
        row.texts = theme.latest.iter().map(|(_, text)| (String::new(), text.clone())).collect();
        row
    });
    part(words.themes, rows.collect())
}

fn items(summary: &Summary, words: &SheetWords<'_>) -> SheetPart {
    let rows = summary.items_left.iter().map(|item| {
        let owner = item.owner.and_then(|owner| name_of(summary, owner));
        SheetRow::new(item.title.clone(), (words.owner)(owner))
    });
    part(words.items, rows.collect())
}

fn closing_words(summary: &Summary, words: &SheetWords<'_>) -> SheetPart {
    let rows = summary.words.iter().map(|said| {
        let who = said.author.and_then(|author| name_of(summary, author));
        let mut row = SheetRow::new(who.unwrap_or(words.somebody), String::new());
        let texts = words.prompts.into_iter().zip([&said.reached, &said.thanks, &said.follows]);
        let texts = texts.filter(|(_, text)| !text.is_empty());
        row.texts = texts.map(|(name, text)| (name.to_owned(), text.clone())).collect();
        row
    });
    part(words.words, rows.collect())
}

fn name_of(summary: &Summary, id: RecordId) -> Option<&str> {
    summary.people.iter().find(|person| person.id == id).map(|person| person.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_never_markup() {
        let words = "<img src=x onerror=\"alert(1)\"> & 'more'\u{7}";
        let row = SheetRow {
            name: words.to_owned(),
            line: words.to_owned(),
            texts: vec![(words.to_owned(), words.to_owned())],
        };
        let part =
            SheetPart { title: words.to_owned(), line: Some(words.to_owned()), rows: vec![row] };
        let sheet = Sheet {
            language: "en\"><script>".to_owned(),
            what: words.to_owned(),
            title: words.to_owned(),
            lines: vec![words.to_owned()],
            made: words.to_owned(),
            parts: vec![part],
        };
        let html = sheet.html();
        assert!(!html.contains("<img") && !html.contains("<script") && !html.contains('\u{7}'));
        assert_eq!(
            html.matches("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp;").count(),
            12
        );
    }
}

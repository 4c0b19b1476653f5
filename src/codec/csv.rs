//! Tables for spreadsheets (RFC 4180): one row a line, cells between commas, quotes where they are needed.
//!
//! A spreadsheet takes a cell that begins like a formula for one, and a formula can send what stands beside it
//! elsewhere. So each such cell begins with an apostrophe, which says that it is text (OWASP, *CSV Injection*).
//! A table is made of a plan as somebody may see it: see [`Plan::outgoing`].

use chrono::{FixedOffset, NaiveDate};

use crate::domain::{
    Category, GoalStatus, Kind, Meeting, MeetingMode, MeetingStatus, Plan, RecordId, field,
};

/// The media type of what [`write`] gives.
pub const TABLE_TYPE: &str = "text/csv;charset=utf-8";

/// What a table lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// The goals, each with how it stands.
    Goals,
    /// The tasks, each with its goal.
    Tasks,
    /// The meetings.
    Meetings,
    /// The action items.
    ActionItems,
}

impl Table {
    /// Every table.
    pub const ALL: [Self; 4] = [Self::Goals, Self::Tasks, Self::Meetings, Self::ActionItems];

    /// The kind of record that it lists.
    pub fn kind(self) -> Kind {
        match self {
            Self::Goals => Kind::Goal,
            Self::Tasks => Kind::Task,
            Self::Meetings => Kind::Meeting,
            Self::ActionItems => Kind::ActionItem,
        }
    }

    /// The kinds of record whose words stand in it.
    pub fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Goals | Self::Tasks => &[Kind::Goal, Kind::Task],
            Self::Meetings => &[Kind::Meeting],
            Self::ActionItems => &[Kind::ActionItem, Kind::Meeting, Kind::Person],
        }
    }

    /// What stands in the columns, by the kind and name of the field.
    fn columns(self) -> &'static [(Kind, &'static str)] {
        use Kind::{ActionItem, Goal, Meeting, Task};
        match self {
            Self::Goals => &[
                (Goal, field::TITLE),
                (Goal, field::WHY),
                (Goal, field::MEASURE),
                (Goal, field::CATEGORY),
                (Goal, field::DUE),
                (Goal, field::STATUS),
            ],
            Self::Tasks => &[(Task, field::GOAL), (Task, field::TITLE), (Task, field::DONE)],
            Self::Meetings => &[
                (Meeting, field::TITLE),
                (Meeting, field::STARTS),
                (Meeting, field::MINUTES),
                (Meeting, field::LASTED),
                (Meeting, field::MODE),
                (Meeting, field::PLACE),
                (Meeting, field::STATUS),
                (Meeting, field::REASON),
                (Meeting, field::AGENDA),
            ],
            Self::ActionItems => &[
                (ActionItem, field::TITLE),
                (ActionItem, field::OWNER),
                (ActionItem, field::DUE),
                (ActionItem, field::DONE),
                (ActionItem, field::MEETING),
            ],
        }
    }
}

/// The words of a table, in the reader's language.
#[derive(Clone, Copy, Debug)]
pub struct TableWords {
    /// A field of a kind of record.
    pub field: fn(Kind, &str) -> Option<&'static str>,
    /// What a goal is about.
    pub category: fn(Category) -> &'static str,
    /// How a goal stands.
    pub status: fn(GoalStatus) -> &'static str,
    /// How people meet.
    pub mode: fn(MeetingMode) -> &'static str,
    /// What became of a meeting.
    pub held: fn(MeetingStatus) -> &'static str,
    /// A field that says yes.
    pub yes: &'static str,
    /// A field that says no.
    pub no: &'static str,
}

/// For which day a table is made, by which clock.
#[derive(Clone, Copy, Debug)]
pub struct TableDay {
    /// The day.
    pub today: NaiveDate,
    /// How far the reader's clock goes before UTC.
    pub offset: FixedOffset,
}

/// A table of a plan, which holds nothing that its reader may not see. Days and times are written as ISO 8601
/// has them, which every spreadsheet reads.
pub fn write(plan: &Plan, table: Table, words: &TableWords, day: TableDay) -> String {
    // Without the mark, Excel takes the letters with accents for others.
    let mut out = String::from('\u{feff}');
    let names = table.columns().iter();
    line(&mut out, names.map(|(kind, name)| (words.field)(*kind, name).unwrap_or(name).to_owned()));
    let yes_or_no = |is_so| if is_so { words.yes } else { words.no }.to_owned();
    let date = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    match table {
        Table::Goals => {
            for goal in plan.goals_in_order().into_iter().filter_map(|id| plan.goal(id)) {
                let status = plan.goal_status(goal.id, day.today, day.offset);
                let status = status.map(|(status, _)| (words.status)(status).to_owned());
                let category = (words.category)(goal.category).to_owned();
                let due = date(goal.due);
                let said = [goal.title, goal.why, goal.measure, category, due];
                line(&mut out, said.into_iter().chain(status));
            }
        }
        Table::Tasks => {
            for goal in plan.goals_in_order().into_iter().filter_map(|id| plan.goal(id)) {
                for task in plan.tasks_of(goal.id) {
                    line(&mut out, [goal.title.clone(), task.title, yes_or_no(task.is_done)]);
                }
            }
        }
        Table::Meetings => {
            for one in plan.meetings_by_start().into_iter().filter_map(|id| plan.meeting(id)) {
                line(&mut out, meeting_cells(one, words));
            }
        }
        Table::ActionItems => {
            let named = |kind, id: Option<RecordId>| {
                let found = id.and_then(|id| plan.find(kind, id).map(|_| plan.label(kind, id)));
                found.unwrap_or_default()
            };
            for item in plan.action_items() {
                let owner = named(Kind::Person, item.owner);
                let meeting = named(Kind::Meeting, item.meeting);
                let done = yes_or_no(item.is_done);
                line(&mut out, [item.title, owner, date(item.due), done, meeting]);
            }
        }
    }
    out
}

fn meeting_cells(one: Meeting, words: &TableWords) -> [String; 9] {
    let starts = one.starts.map(|at| at.format("%Y-%m-%d %H:%M").to_string());
    [
        one.title,
        starts.unwrap_or_default(),
        one.minutes.to_string(),
        one.lasted.map(|minutes| minutes.to_string()).unwrap_or_default(),
        (words.mode)(one.mode).to_owned(),
        one.place,
        (words.held)(one.status).to_owned(),
        one.reason,
        one.agenda,
    ]
}

/// One line of a table.
fn line(out: &mut String, cells: impl IntoIterator<Item = String>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        push_cell(out, &cell);
    }
    out.push_str("\r\n");
}

/// One cell: made harmless, and in quotes where it holds what would end it.
fn push_cell(out: &mut String, cell: &str) {
    let mark = if is_like_a_formula(cell) { "'" } else { "" };
    if !cell.contains([',', '"', '\r', '\n', '\t', ';']) && mark.is_empty() {
        out.push_str(cell);
        return;
    }
    out.push('"');
    out.push_str(mark);
    out.push_str(&cell.replace('"', "\"\""));
    out.push('"');
}

/// Whether a spreadsheet may take a text for a formula: by its first character, or, where that is white space, which
/// some take off, by the first that is none. The full-width forms count, too.
fn is_like_a_formula(cell: &str) -> bool {
    let begins = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    cell.starts_with(['\t', '\r', '\n']) || cell.trim_start().starts_with(begins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell(text: &str) -> String {
        let mut out = String::new();
        push_cell(&mut out, text);
        out
    }

    #[test]
    fn cells_are_quoted_and_formulas_are_made_text() {
        for (text, expected) in [
            ("Hand veins", "Hand veins"),
            ("a, b", "\"a, b\""),
            ("say \"ah\"", "\"say \"\"ah\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "\"'=1+1\""),
            ("+1", "\"'+1\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("  =1", "\"'  =1\""),
            ("＝1", "\"'＝1\""),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected, "{text:?}");
        }
    }

    /// The cells of one line, as a reader of RFC 4180 finds them.
    fn read(line: &str) -> Vec<String> {
        let (mut cells, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' if is_quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
                '"' => is_quoted = !is_quoted,
                ',' if !is_quoted => cells.push(std::mem::take(&mut cell)),
                '\r' if !is_quoted => break,
                letter => cell.push(letter),
            }
        }
        cells.push(cell);
        cells
    }

    proptest! {
        #[test]
        fn every_cell_comes_back_and_none_is_a_formula(cells in prop::collection::vec(".{0,12}|[=+@\t\r\n\" ,-]{0,6}", 1..6)) {
            let mut out = String::new();
            line(&mut out, cells.clone());
            let found = read(&out);
            prop_assert_eq!(found.len(), cells.len());
            for (found, cell) in found.iter().zip(&cells) {
                let begins = found.trim_start().chars().next();
                prop_assert!(!begins.is_some_and(|first| "=+-@".contains(first)), "{:?}", found);
                let mark = if is_like_a_formula(cell) { "'" } else { "" };
                prop_assert_eq!(found, &format!("{mark}{cell}"));
            }
        }
    }
}

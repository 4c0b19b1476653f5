//! Making the outlook of a plan: the few rows by which Today is drawn on any of some days.
//!
//! Of what is told only the meetings and what is due depend on the day, and what is due on one day is due on each later one. So
//! what the last day tells, and the meetings of all of them, is enough for each.

use chrono::{Days, NaiveDate};

use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::matters::Matter;
use super::person::Role;
use super::plan::Plan;
use super::ratings::Moment;
use super::record::{Fields, field};
use super::today::{AT_ONCE, Outlook, Planned, Row, SHOWN, unclosed};

/// For how many days after today it is made.
const AHEAD: u64 = 14;
/// How many of one sort are told at most: all that are shown at once, the first behind them, and those that are told later while
/// these are not due yet.
const MOST: usize = AT_ONCE + 1 + SHOWN;
/// How many characters of feedback a row shows.
const WORDS: usize = 60;

impl Plan {
    /// What Today shows `me` of the plan whose id is `id`, from the day before `today`, for whoever travels west, to some days after:
    /// the next meeting, and of what matters at least the first [`AT_ONCE`]. `None` where the plan has no card.
    pub fn outlook(&self, id: PlanId, me: Option<RecordId>, today: NaiveDate) -> Option<Outlook> {
        let card = self.card(id)?;
        let from = today.pred_opt()?;
        let people = self.people();
        let others = people.iter().filter(|person| Some(person.id) != me);
        let with = others.map(|person| person.name.clone()).collect();
        let until = today.checked_add_days(Days::new(AHEAD))?;
        let (meetings, until) = within(self.planned(), [from, today, until]);
        Some(Outlook { card, from, until, with, meetings, rows: self.rows(me, until) })
    }

    fn rows(&self, me: Option<RecordId>, until: NaiveDate) -> Vec<Row> {
        let is_due = |due: &Option<NaiveDate>| due.is_some_and(|due| due <= until);
        let (due, later): (Vec<_>, Vec<_>) =
            self.open_action_items(me).partition(|(due, _)| is_due(due));
        let items = due.into_iter().take(MOST).chain(later.into_iter().take(SHOWN));
        let mut rows: Vec<Row> = items.filter_map(|(_, item)| self.item_row(item)).collect();
        let mut counts = [0; 3];
        for matter in self.asked_of(me) {
            let count = match matter {
                Matter::Answer { .. } => &mut counts[0],
                Matter::CheckIn { .. } => &mut counts[1],
                Matter::Read { .. } => &mut counts[2],
                _ => &mut 0,
            };
            *count += 1;
            if *count <= MOST {
                rows.push(self.asking_row(matter));
            }
        }
        let role = me.and_then(|me| self.get(Kind::Person, me)).map(|one| one.text(field::ROLE));
        if role != Some(Role::Mentor.name()) {
            rows.extend(self.first_open_tasks().into_iter().map(|matter| self.asking_row(matter)));
        }
        rows
    }

    fn item_row(&self, id: RecordId) -> Option<Row> {
        let item = self.action_item(id)?;
        let source = item.about.filter(|about| about.kind == Kind::Feedback).map(|about| about.id);
        let matter = Matter::ActionItem { item: id };
        Some(Row { title: item.title, due: item.due, source, ..Row::of(matter) })
    }

    fn asking_row(&self, matter: Matter) -> Row {
        let (title, line) = match matter {
            Matter::Answer { feedback } | Matter::Read { feedback } => {
                let found = self.feedback(feedback);
                let words = found.map(|found| found.first_words(WORDS)).unwrap_or_default();
                (self.author_name(Kind::Feedback, feedback), words)
            }
            Matter::CheckIn { check_in } => {
                let name = self.author_name(Kind::CheckIn, check_in);
                (name, self.label(Kind::CheckIn, check_in))
            }
            Matter::Evaluation { moment } => (self.evaluator_names(moment), String::new()),
            Matter::Task { task, goal } => {
                (self.label(Kind::Task, task), self.label(Kind::Goal, goal))
            }
            _ => Default::default(),
        };
        Row { title, line, ..Row::of(matter) }
    }

    fn author_name(&self, kind: Kind, id: RecordId) -> String {
        let author = self.author(kind, id).and_then(|author| self.person(author));
        author.map(|person| person.name).unwrap_or_default()
    }

    fn evaluator_names(&self, moment: Moment) -> String {
        let people = self.evaluators(moment).into_iter().filter_map(|who| self.person(who));
        people.map(|person| person.name).collect::<Vec<_>>().join(", ")
    }
}

/// The meetings of which any is the next one, or the latest that nobody has closed, from the first of these days to the last; and
/// until when that is so, if they are too many. The second of the days is among them in any case.
fn within(
    meetings: Vec<Planned>,
    [from, today, until]: [NaiveDate; 3],
) -> (Vec<Planned>, NaiveDate) {
    let latest = unclosed(&meetings, from).map(|meeting| meeting.id);
    let mut kept: Vec<Planned> = meetings
        .into_iter()
        .filter(|meeting| {
            let runs = meeting.ends().is_some_and(|ends| ends.date() >= from);
            runs || meeting.starts.date() >= from || Some(meeting.id) == latest
        })
        .collect();
    // Up to the day before, all of them are among the first few.
    let full = kept.get(MOST).and_then(|meeting| meeting.starts.date().pred_opt());
    let until = full.map_or(until, |full| full.min(until).max(today));
    // The first beyond is the next one on the evening of the last day.
    kept.truncate(kept.partition_point(|meeting| meeting.starts.date() <= until) + 1);
    (kept, until)
}

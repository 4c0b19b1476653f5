//! The end: what each person says of it, and a page about the whole.

use chrono::{FixedOffset, NaiveDate};

use super::audience::ForWhom;
use super::feedback::Feedback;
use super::goal::Category;
use super::goal_status::GoalStatus;
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::meeting::{ActionItem, Meeting, MeetingStatus};
use super::person::{Person, PlanCard};
use super::plan::Plan;
use super::ratings::{Confidence, Moment};
use super::record::{Fields, Record, field};
use crate::crdt::InOrder;

/// What closing words ask for, in order: the names of the fields.
pub const PROMPTS: [&str; 3] = [field::REACHED, field::THANKS, field::FOLLOWS];

/// What one person says at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingWords {
    /// The record's id.
    pub id: RecordId,
    /// Who.
    pub author: Option<RecordId>,
    /// What was reached.
    pub reached: String,
    /// Thanks.
    pub thanks: String,
    /// What follows.
    pub follows: String,
}

impl ClosingWords {
    fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            author: record.text(field::AUTHOR).parse().ok(),
            reached: record.text(field::REACHED).to_owned(),
            thanks: record.text(field::THANKS).to_owned(),
            follows: record.text(field::FOLLOWS).to_owned(),
        }
    }

    /// The record in which `author` says so: the same on every device.
    pub fn id(author: RecordId) -> RecordId {
        author.named("closing")
    }
}

/// One goal in a summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryGoal {
    /// The goal.
    pub id: RecordId,
    /// What.
    pub title: String,
    /// What it is about.
    pub category: Category,
    /// How it stands.
    pub status: GoalStatus,
    /// The confidence in it at the start.
    pub start: Confidence,
    /// The confidence in it at the end.
    pub end: Confidence,
}

/// What feedback was about: the goals of one category, or nothing in particular.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The category of the goals; `None` where it was about no goal.
    pub category: Option<Category>,
    /// How many pieces there were.
    pub pieces: usize,
    /// The latest ones, newest first, at most three, each with its first words.
    pub latest: Vec<(RecordId, String)>,
}

/// A mentorship on one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What the plan says of itself.
    pub card: PlanCard,
    /// The people.
    pub people: Vec<Person>,
    /// The goals, in their order.
    pub goals: Vec<SummaryGoal>,
    /// How many meetings were held.
    pub meetings_held: usize,
    /// How many minutes they lasted together.
    pub minutes_met: i64,
    /// The first and the last day on which there was one.
    pub met_between: Option<(NaiveDate, NaiveDate)>,
    /// What feedback was about, the most frequent first.
    pub themes: Vec<Theme>,
    /// What was agreed and is not done, oldest first.
    pub items_left: Vec<ActionItem>,
    /// What each person said at the end, by name.
    pub words: Vec<ClosingWords>,
}

impl Summary {
    /// The records whose words stand in it. What is only counted is not among them.
    pub fn tells_of(&self) -> Vec<(Kind, RecordId)> {
        let goals = self.goals.iter().map(|goal| (Kind::Goal, goal.id));
        let latest = self.themes.iter().flat_map(|theme| &theme.latest);
        let feedback = latest.map(|(id, _)| (Kind::Feedback, *id));
        let items = self.items_left.iter().map(|item| (Kind::ActionItem, item.id));
        let words = self.words.iter().map(|words| (Kind::Closing, words.id));
        goals.chain(feedback).chain(items).chain(words).collect()
    }
}

/// How many characters of a piece of feedback stand in a summary.
const FIRST_WORDS: usize = 120;

impl Plan {
    /// What each person said at the end, in the order of [`Plan::people`].
    pub fn closing_words(&self) -> Vec<ClosingWords> {
        let people = self.people().into_iter();
        let words = people.filter_map(|person| {
            let id = ClosingWords::id(person.id);
            Some(ClosingWords::read(id, self.find(Kind::Closing, id)?))
        });
        words.collect()
    }

    /// The mentorship on one page, as `for_whom` may see it. `offset` is how far the reader's clock is from UTC.
    pub fn summary(
        &self,
        id: PlanId,
        for_whom: ForWhom,
        today: NaiveDate,
        offset: FixedOffset,
    ) -> Option<Summary> {
        let plan = self.outgoing(id, for_whom).plan;
        let card = plan.card(id)?;
        let goal = |goal: RecordId| {
            let read = plan.goal(goal)?;
            let (status, _) = plan.goal_status(goal, today, offset)?;
            Some(SummaryGoal {
                id: goal,
                title: read.title,
                category: read.category,
                status,
                start: plan.confidence(goal, Moment::Start),
                end: plan.confidence(goal, Moment::End),
            })
        };
        let held: Vec<Meeting> = plan
            .live(Kind::Meeting)
            .map(|(id, record)| Meeting::read(id, record))
            .filter(|meeting| meeting.status == MeetingStatus::Held)
            .collect();
        let days = || held.iter().filter_map(|meeting| Some(meeting.starts?.date()));
        let minutes =
            |meeting: &Meeting| meeting.lasted.unwrap_or(meeting.minutes).clamp(0, 24 * 60);
        let mut items_left = plan.action_items();
        items_left.retain(|item| !item.is_done);
        Some(Summary {
            card,
            people: plan.people(),
            goals: plan.goals_in_order().into_iter().filter_map(goal).collect(),
            meetings_held: held.len(),
            minutes_met: held.iter().map(minutes).sum(),
            met_between: days().min().zip(days().max()),
            themes: plan.themes(),
            items_left,
            words: plan.closing_words(),
        })
    }

    /// What feedback was about.
    fn themes(&self) -> Vec<Theme> {
        let mut themes: Vec<Theme> = Vec::new();
        for id in self.feedback_by_age() {
            let Some(feedback) = self.feedback(id) else { continue };
            if !feedback.is_feedback() {
                continue;
            }
            let category = self.category_of(&feedback);
            let words = (id, feedback.first_words(FIRST_WORDS));
            match themes.iter_mut().find(|theme| theme.category == category) {
                Some(theme) => {
                    theme.pieces += 1;
                    if theme.latest.len() < 3 {
                        theme.latest.push(words);
                    }
                }
                None => themes.push(Theme { category, pieces: 1, latest: vec![words] }),
            }
        }
        let key = |theme: &Theme| (std::cmp::Reverse(theme.pieces), theme.category.is_none());
        themes.order_by(|a, b| (key(a), a.category).cmp(&(key(b), b.category)));
        themes
    }

    fn category_of(&self, feedback: &Feedback) -> Option<Category> {
        let about = feedback.about.filter(|about| about.kind == Kind::Goal)?;
        Some(self.goal(about.id)?.category)
    }
}

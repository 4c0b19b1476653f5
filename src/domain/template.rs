//! A plan without its people: goals, agreement and schedule, with days counted from the start. Another student can
//! begin from it, and so can the next plan of the same two.
//!
//! It holds nothing that somebody said to somebody: no names, places, feedback, comments, notes or outcomes, no ids, and
//! no date. What it does hold was written for the plan itself; where a name stands in that, it can be found
//! with [`PlanTemplate::places_with`] before the template leaves.

use chrono::{NaiveDate, TimeDelta, Timelike};
use serde::{Deserialize, Serialize};

use super::audience::ForWhom;
use super::command::CommandError;
use super::context::Context;
use super::edits::{self, Edits, Outcome};
use super::event::Happening;
use super::goal::{Category, GoalChange, GoalState};
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::meeting::{Meeting, MeetingChange, MeetingMode};
use super::next_plan::{self, CarriedItem};
use super::pack::SectionTemplate;
use super::person::Role;
use super::plan::{Plan, RecordKey, Workspace};
use super::record::{Fields, field};
use super::rules::{self, LIMITS};
use super::series::{Ending, Repeat};
use super::series_edits;

/// A plan without its people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanTemplate {
    /// What the template is called.
    pub title: String,
    /// How many weeks the course lasts.
    pub weeks: i64,
    /// The sections of the agreement.
    pub agreement: Vec<SectionTemplate>,
    /// The goals, in order.
    pub goals: Vec<TemplateGoal>,
    /// The meetings and series.
    pub meetings: Vec<TemplateMeeting>,
    /// What was agreed and is not done: for the next plan of the same two alone. No file holds it.
    #[serde(skip)]
    pub items: Vec<CarriedItem>,
}

/// A goal of a template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateGoal {
    /// What.
    pub title: String,
    /// Why.
    #[serde(default)]
    pub why: String,
    /// How the student will know.
    #[serde(default)]
    pub measure: String,
    /// What it is about, as files write it.
    pub category: String,
    /// By which day it is due, counted from the first, which is 0.
    #[serde(default)]
    pub due_day: Option<i64>,
    /// Its tasks.
    #[serde(default)]
    pub tasks: Vec<String>,
}

/// A meeting of a template, or a series of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateMeeting {
    /// What it is called.
    pub title: String,
    /// What it is to cover.
    #[serde(default)]
    pub agenda: String,
    /// On which day, counted from the first of the plan, which is 0.
    pub day: i64,
    /// When it starts, in minutes after midnight.
    pub starts: u32,
    /// How many minutes it lasts.
    pub minutes: i64,
    /// How people meet, as files write it.
    pub mode: String,
    /// How it repeats, as files write it; empty for a single meeting.
    #[serde(default)]
    pub repeats: String,
    /// How many times.
    pub times: u32,
}

/// Which goals a template takes over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalsTaken {
    /// All: for another student.
    All,
    /// Those that are neither met nor set aside: for the next plan of the same two.
    Left,
}

impl PlanTemplate {
    /// Where one of some names stands in the template, as paths such as `goals[2].why`. Case does not count, and a
    /// name of several words is looked for by each word of three letters or more.
    pub fn places_with(&self, names: &[String]) -> Vec<String> {
        let words: Vec<String> = names
            .iter()
            .flat_map(|name| name.split_whitespace())
            .filter(|word| word.chars().count() >= 3)
            .map(super::search::folded)
            .collect();
        let has = |text: &str| {
            let text = super::search::folded(text);
            let mut parts = text.split(|letter: char| !letter.is_alphanumeric());
            parts.any(|part| words.iter().any(|word| word == part))
        };
        let mut places = Vec::new();
        let mut look = |place: String, text: &str| {
            if has(text) {
                places.push(place);
            }
        };
        look("title".to_owned(), &self.title);
        for (at, section) in self.agreement.iter().enumerate() {
            look(format!("agreement[{at}].title"), &section.title);
            look(format!("agreement[{at}].text"), &section.text);
        }
        for (at, goal) in self.goals.iter().enumerate() {
            look(format!("goals[{at}].title"), &goal.title);
            look(format!("goals[{at}].why"), &goal.why);
            look(format!("goals[{at}].measure"), &goal.measure);
            for (number, task) in goal.tasks.iter().enumerate() {
                look(format!("goals[{at}].tasks[{number}]"), task);
            }
        }
        for (at, meeting) in self.meetings.iter().enumerate() {
            look(format!("meetings[{at}].title"), &meeting.title);
            look(format!("meetings[{at}].agenda"), &meeting.agenda);
        }
        places
    }
}

impl Plan {
    /// The plan, whose id is `id`, without its people. Only what the pair sees is in it. `None` where the plan has no
    /// first day to count from.
    pub fn template(&self, id: PlanId, title: &str, goals: GoalsTaken) -> Option<PlanTemplate> {
        let starts = self.card(id)?.starts?;
        self.counted_from(id, title, goals, starts)
    }

    /// As [`Plan::template`], with days counted from `starts`.
    pub(super) fn counted_from(
        &self,
        id: PlanId,
        title: &str,
        goals: GoalsTaken,
        starts: NaiveDate,
    ) -> Option<PlanTemplate> {
        let plan = self.outgoing(id, ForWhom::Pair).plan;
        let card = plan.card(id)?;
        let day = |day: NaiveDate| (day - starts).num_days();
        let section = |section: super::agreement::Section| SectionTemplate {
            key: section.template,
            title: section.title,
            text: section.text,
        };
        let is_left = |goal: &RecordId| {
            let progress = plan.progress().get(goal).copied().unwrap_or_default();
            plan.goal(*goal).is_some_and(|goal| match goal.state {
                GoalState::Open => true,
                GoalState::Unsaid => !progress.is_complete(),
                GoalState::Met | GoalState::SetAside => false,
            })
        };
        let goal = |id: RecordId| {
            let goal = plan.goal(id)?;
            let tasks = plan.tasks_of(id).into_iter();
            let tasks = tasks.filter(|task| goals == GoalsTaken::All || !task.is_done);
            Some(TemplateGoal {
                title: goal.title,
                why: goal.why,
                measure: goal.measure,
                category: goal.category.name().to_owned(),
                due_day: goal.due.map(day),
                tasks: tasks.map(|task| task.title).collect(),
            })
        };
        let taken = plan.goals_in_order().into_iter();
        let taken = taken.filter(|id| goals == GoalsTaken::All || is_left(id));
        Some(PlanTemplate {
            title: title.to_owned(),
            weeks: card.weeks.unwrap_or(16),
            agreement: plan.agreement().sections.into_iter().map(section).collect(),
            goals: taken.filter_map(goal).collect(),
            meetings: plan.template_meetings(day),
            items: Vec::new(),
        })
    }

    /// The series, and the meetings that belong to none, by their start.
    fn template_meetings(&self, day: impl Fn(NaiveDate) -> i64) -> Vec<TemplateMeeting> {
        let mut found: Vec<TemplateMeeting> = Vec::new();
        let read = |id, record| {
            let meeting = Meeting::read(id, record);
            let starts = meeting.starts?;
            Some(TemplateMeeting {
                title: meeting.title,
                agenda: meeting.agenda,
                day: day(starts.date()),
                starts: starts.hour() * 60 + starts.minute(),
                minutes: meeting.minutes,
                mode: meeting.mode.name().to_owned(),
                repeats: record.text(field::REPEATS).to_owned(),
                times: 1,
            })
        };
        for (id, record) in self.live(Kind::Series) {
            let wanted = id.to_string();
            let meetings = self.live(Kind::Meeting);
            let times = meetings.filter(|(_, one)| one.text(field::SERIES) == wanted).count();
            if let (Some(series), 1..) = (read(id, record), times) {
                let times = (times as u32).min(LIMITS.meetings_at_once);
                found.push(TemplateMeeting { times, ..series });
            }
        }
        let single = self.live(Kind::Meeting).filter(|(_, one)| one.text(field::SERIES).is_empty());
        found.extend(single.filter_map(|(id, record)| read(id, record)));
        use crate::crdt::InOrder;
        found.order_by(|a, b| (a.day, a.starts, &a.title).cmp(&(b.day, b.starts, &b.title)));
        found
    }
}

impl Workspace {
    /// What beginning a plan from a template comes to. `me` is one's own name and part.
    pub(super) fn start_from(
        &self,
        template: &PlanTemplate,
        title: &str,
        starts: NaiveDate,
        me: (&str, Role),
        ctx: &mut Context<'_>,
    ) -> Outcome {
        let plan = PlanId::from_random((ctx.random)());
        let person = RecordId::from_random((ctx.random)());
        let card = vec![
            rules::title(field::TITLE, title)?,
            rules::date(field::STARTS, Some(starts))?,
            rules::number(field::WEEKS, template.weeks, 1, LIMITS.weeks)?,
        ];
        let mut list = vec![edits::made(RecordKey::of_plan(plan), card, ctx)];
        list.extend(edits::join(plan, person, me.0, me.1.name(), ctx)?);
        let day = |number: i64| {
            let later =
                TimeDelta::try_days(number).and_then(|days| starts.checked_add_signed(days));
            later.unwrap_or(starts)
        };
        // A section of their own has no key; each gets one, so that they do not become one section.
        let mut sections = template.agreement.clone();
        for (at, section) in sections.iter_mut().enumerate().filter(|(_, one)| one.key.is_empty()) {
            section.key = format!("own_{}", at + 1);
        }
        list.extend(self.begin(plan, &sections, ctx)?.list);
        for (goal, place) in
            template.goals.iter().zip(super::rank::after(None, template.goals.len(), ctx.random))
        {
            list.extend(goal_edits(plan, goal, place, &day, ctx)?);
        }
        for meeting in &template.meetings {
            list.extend(meeting_edits(plan, meeting, day(meeting.day), ctx)?);
        }
        list.extend(next_plan::item_edits(plan, person, &template.items, ctx)?);
        Ok(Edits { happening: Happening::PlanStarted, list })
    }
}

fn goal_edits(
    plan: PlanId,
    goal: &TemplateGoal,
    place: String,
    day: &impl Fn(i64) -> NaiveDate,
    ctx: &mut Context<'_>,
) -> Result<Vec<edits::Edit>, CommandError> {
    let changes = [
        GoalChange::Title(goal.title.clone()),
        GoalChange::Why(goal.why.clone()),
        GoalChange::Measure(goal.measure.clone()),
        GoalChange::Category(Category::from_name(&goal.category).unwrap_or_default()),
        GoalChange::Due(goal.due_day.map(day)),
    ];
    let mut fields = edits::collect(changes.iter().map(|change| change.check()))?;
    fields.retain(|(_, value)| value.is_some());
    fields.push((field::RANK.into(), Some(super::value::Value::text(place))));
    let mut list = edits::add(plan, Kind::Goal, fields, Happening::GoalAdded, ctx).list;
    let id = list.first().map(|edit| edit.key.id);
    let mut tasks = Vec::new();
    for title in goal.tasks.iter().take(LIMITS.tasks) {
        tasks.extend(id.map(|goal| edits::task(plan, goal, title, ctx)).transpose()?);
    }
    edits::keep_order(&mut tasks);
    list.extend(tasks);
    Ok(list)
}

fn meeting_edits(
    plan: PlanId,
    meeting: &TemplateMeeting,
    day: NaiveDate,
    ctx: &mut Context<'_>,
) -> Result<Vec<edits::Edit>, CommandError> {
    let (hour, minute) = (meeting.starts / 60, meeting.starts % 60);
    let starts = day.and_hms_opt(hour, minute, 0).unwrap_or_else(|| day.into());
    let changes = [
        MeetingChange::Title(meeting.title.clone()),
        MeetingChange::Starts(starts),
        MeetingChange::Minutes(meeting.minutes),
        MeetingChange::Mode(MeetingMode::from_name(&meeting.mode).unwrap_or_default()),
        MeetingChange::Agenda(meeting.agenda.clone()),
    ];
    let repeat = match Repeat::from_name(&meeting.repeats) {
        // The month of another start has its weekdays elsewhere; the same weekday of the month is near enough.
        Some(Repeat::Monthly(nth)) => {
            let possible = Repeat::from_day(day);
            let same = Repeat::Monthly(nth);
            Some(if possible.contains(&same) {
                same
            } else {
                possible.last().copied().unwrap_or(same)
            })
        }
        repeat => repeat,
    };
    let edits = match repeat {
        Some(repeat) => {
            series_edits::start(plan, &changes, repeat, Ending::Times(meeting.times), ctx)?
        }
        None => edits::schedule(plan, &changes, 1, ctx)?,
    };
    Ok(edits.list)
}

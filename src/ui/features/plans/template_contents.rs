//! What is in a template: how much of what, and a list that can be read.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Kind, PlanTemplate};
use crate::store::Store;
use crate::ui::components::redrawn::words;
use crate::ui::components::{Disclosure, List, ListRow, WindowedList};
use crate::ui::words::{say, use_store};

/// How much of what is in a template: `16 weeks · 5 goals, 12 tasks · 8 parts of the agreement`.
pub fn contents_words(store: Store, template: &PlanTemplate) -> String {
    let words = &store.messages().templates;
    let tasks = template.goals.iter().map(|goal| goal.tasks.len()).sum();
    let times = template.meetings.iter().map(|meeting| meeting.times.max(1));
    let meetings = times.fold(0, u32::saturating_add);
    let parts = [
        (true, (words.weeks)(template.weeks)),
        (!template.goals.is_empty(), (words.goals)(template.goals.len(), tasks)),
        (!template.agreement.is_empty(), (words.sections)(template.agreement.len())),
        (meetings > 0, (words.meetings)(meetings)),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(is_there, _)| *is_there).map(|(_, words)| words).collect();
    parts.join(" · ")
}

/// What is in a template, as a list that opens.
#[component]
pub fn TemplateContents(
    /// The template.
    #[prop(into)]
    template: Signal<Arc<PlanTemplate>>,
) -> impl IntoView {
    let store = use_store();
    // A row is known by its place and its words, so that it is drawn anew when they change.
    let rows = Memo::new(move |_| template.with(|template| rows_of(store, template)));
    view! {
        <List>
            <ListRow title=words(move || template.with(|t| contents_words(store, t))) />
        </List>
        <Disclosure summary=say(store, |m| m.templates.see)>
            <WindowedList
                rows
                key=|row: &(usize, String, String)| row.clone()
                more_label=say(store, |m| m.shell.show_more)
                label=say(store, |m| m.templates.see)
                children=|(_, title, line): (usize, String, String)| {
                    view! { <ListRow title line /> }
                }
            />
        </Disclosure>
    }
}

/// The rows of the list: goals with their tasks, the agreement, the meetings.
fn rows_of(store: Store, template: &PlanTemplate) -> Vec<(usize, String, String)> {
    let messages = store.messages();
    let (words, kind) = (&messages.templates, messages.share.records.kind);
    let week = |day: i64, times: u32| (words.week)(day.div_euclid(7).saturating_add(1), times);
    let mut rows = Vec::new();
    let mut add = |title: &str, line: String| rows.push((rows.len(), title.to_owned(), line));
    for goal in &template.goals {
        let day = goal.due_day.map_or_else(|| words.no_day.to_owned(), |day| week(day, 1));
        add(&goal.title, format!("{} · {day}", kind(Kind::Goal)));
        for task in &goal.tasks {
            add(task, kind(Kind::Task).to_owned());
        }
    }
    for section in &template.agreement {
        add(&section.title, kind(Kind::Section).to_owned());
    }
    for meeting in &template.meetings {
        let when = week(meeting.day, meeting.times);
        add(&meeting.title, format!("{} · {when}", kind(Kind::Meeting)));
    }
    rows
}

/// The places of a template in which a name stands, by what a person calls them.
pub fn places_words(store: Store, template: &PlanTemplate, names: &[String]) -> Option<String> {
    let messages = store.messages();
    let kind = messages.share.records.kind;
    let mut told: Vec<String> = Vec::new();
    for place in template.places_with(names) {
        let (list, rest) = place.split_once('[').unwrap_or((place.as_str(), ""));
        let at: Option<usize> = rest.split_once(']').and_then(|(at, _)| at.parse().ok());
        let named = |sort, title: Option<&String>| {
            format!("{} “{}”", kind(sort), title.map(String::as_str).unwrap_or_default())
        };
        let words = match (list, at) {
            ("agreement", Some(at)) => {
                named(Kind::Section, template.agreement.get(at).map(|s| &s.title))
            }
            ("goals", Some(at)) => named(Kind::Goal, template.goals.get(at).map(|g| &g.title)),
            ("meetings", Some(at)) => {
                named(Kind::Meeting, template.meetings.get(at).map(|m| &m.title))
            }
            _ => messages.templates.name.to_owned(),
        };
        if !told.contains(&words) {
            told.push(words);
        }
    }
    (!told.is_empty()).then(|| told.join(", "))
}

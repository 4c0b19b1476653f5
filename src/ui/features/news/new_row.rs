//! One record that is new: what it is, who wrote it and when. Opening it makes it seen.

use leptos::prelude::*;

use crate::domain::{Kind, Plan, RecordKey};
use crate::i18n::Messages;
use crate::store::Store;
use crate::ui::components::ListRow;
use crate::ui::features::settling::record_words::record_page;
use crate::ui::words::{moment, use_store, writer_name};

/// One record, as an `<li>`.
#[component]
pub fn NewRow(
    /// The record.
    key: RecordKey,
) -> impl IntoView {
    let store = use_store();
    let told = Memo::new(move |_| told(store, key));
    let href = Memo::new(move |_| {
        let page = store.plan(&Kind::KNOWN, |_, plan| record_page(plan, key.kind, key.id));
        page.flatten().map(|page| page.to_string()).unwrap_or_default()
    });
    let title = move || told.with(|told| told.0.clone());
    let line = move || told.with(|told| told.1.clone());
    view! { <ListRow href title=Signal::derive(title) line=Signal::derive(line) /> }
}

/// Its title, and a line about it.
fn told(store: Store, key: RecordKey) -> (String, String) {
    let messages = store.messages();
    let kinds = [key.kind, Kind::Goal, Kind::Person, Kind::Device];
    let told = store.plan(&kinds, |_, plan| {
        let kind = (messages.share.records.kind)(key.kind);
        let title = title(messages, plan, key);
        let Some(write) = plan.last_write(key.kind, key.id) else {
            return (title, kind.to_owned());
        };
        let who = writer_name(store, plan, write.device);
        let by = if write.is_first { messages.news.from } else { messages.news.changed };
        let parts = [kind.to_owned(), by(&who), moment(store, write.at)];
        let line: Vec<String> = parts.into_iter().filter(|part| *part != title).collect();
        let line = line.join(" · ");
        (title, line)
    });
    told.unwrap_or_default()
}

/// By what words a person recognises it; where it has none of its own, those of what it belongs to.
fn title(messages: &'static Messages, plan: &Plan, key: RecordKey) -> String {
    let label = plan.label(key.kind, key.id);
    let other = || match key.kind {
        Kind::Rating => {
            let goal = plan.rating(key.id).and_then(|rating| rating.goal);
            goal.map(|goal| plan.label(Kind::Goal, goal)).unwrap_or_default()
        }
        Kind::Section | Kind::Consent => messages.agreement.title.to_owned(),
        kind => (messages.share.records.kind)(kind).to_owned(),
    };
    if label.is_empty() { other() } else { label }
}

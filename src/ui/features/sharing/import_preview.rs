//! What taking in a file would do to one plan: how much of what, each openable to the records.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{
    Change, Dispute, Feedback, Kind, Plan, PlanChanges, PlanId, RecordId, RecordKey,
};
use crate::i18n::ShareMessages;
use crate::store::{Staged, Store};
use crate::ui::components::{Card, Disclosure, ListRow, Section, WindowedList};
use crate::ui::features::settling::question::question;
use crate::ui::features::settling::record_words::{counts_by_kind, record_title};
use crate::ui::words::{say, say_by, use_store};

/// What taking in a file would do to one plan.
#[component]
pub fn ImportPreview(
    /// The file.
    staged: Arc<Staged>,
    /// What it does to the plan.
    changes: PlanChanges,
) -> impl IntoView {
    let store = use_store();
    let PlanChanges { plan, title, is_new, changes, disputes } = changes;
    let aside = move || if is_new { store.messages().share.new_plan } else { "" };
    let is_unseen = changes.is_empty() && disputes.is_empty();
    let groups = [Change::New, Change::Changed, Change::Deleted, Change::Revived].map(|change| {
        let of_this = changes.iter().filter(|(_, found)| *found == change);
        let keys: Vec<RecordKey> = of_this.map(|(key, _)| *key).collect();
        let staged = staged.clone();
        (!keys.is_empty()).then(|| view! { <Changes staged change keys /> })
    });
    let requests = requests(store, &staged, plan, &changes);
    let asked = requests.into_iter().map(|(name, request)| view! { <Asked name request /> });
    let settling =
        (!disputes.is_empty()).then(|| view! { <Disputes staged=staged.clone() disputes /> });
    view! {
        <Section title aside>
            {asked.collect_view()}
            <div>
                {settling} {groups.into_iter().collect_view()}
                <Show when=move || is_unseen>
                    <p>{move || store.messages().share.unseen}</p>
                </Show>
            </div>
        </Section>
    }
}

/// How many requests are shown before the file is taken in.
const REQUESTS: usize = 3;

/// The requests among what is new that wait for the reader, with who asks.
fn requests(
    store: Store,
    staged: &Staged,
    plan: PlanId,
    changes: &[(RecordKey, Change)],
) -> Vec<(String, Feedback)> {
    let Some(found) = staged.preview.plan(plan) else { return Vec::new() };
    let new =
        changes.iter().filter(|(key, change)| key.kind == Kind::Feedback && *change == Change::New);
    let keys: Vec<RecordKey> = new.map(|(key, _)| *key).collect();
    let me = found.person_of(untrack(|| store.device())).or_else(|| untrack(|| store.me_in(plan)));
    let name = |author: Option<RecordId>| {
        author.and_then(|author| found.person(author)).map(|person| person.name)
    };
    let somebody = untrack(|| store.messages().shell.somebody);
    let asked = found.requests_among(&keys, me).into_iter().take(REQUESTS);
    asked.map(|found| (name(found.author).unwrap_or_else(|| somebody.to_owned()), found)).collect()
}

/// What somebody asks of the reader, whole: it is what the file is sent for.
#[component]
fn Asked(name: String, request: Feedback) -> impl IntoView {
    let store = use_store();
    let title = Signal::derive(move || (store.messages().today.answer)(&name));
    let question = request.steps.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("\n");
    view! {
        <Card title>
            <p class="prose">{question}</p>
        </Card>
    }
}

/// The records to which one sort of thing happens.
#[component]
fn Changes(staged: Arc<Staged>, change: Change, keys: Vec<RecordKey>) -> impl IntoView {
    let store = use_store();
    let counted = keys.clone();
    let summary = move || {
        let share = &store.messages().share;
        let say = match change {
            Change::New => share.new,
            Change::Changed => share.changed,
            Change::Deleted => share.deleted,
            Change::Revived => share.revived,
        };
        say(counted.len(), &counts_by_kind(share, &counted))
    };
    let row = move |key: RecordKey| {
        let title = {
            let staged = staged.clone();
            move || title_in(&staged, &store.messages().share, key)
        };
        let line = say_by(store, move |m| (m.share.records.kind)(key.kind));
        view! { <ListRow title line /> }
    };
    view! {
        <Disclosure summary>
            <WindowedList
                rows=keys
                key=|key: &RecordKey| *key
                more_label=say(store, |m| m.shell.show_more)
                children=row
            />
        </Disclosure>
    }
}

/// What will have to be settled: both values, who wrote them and when.
#[component]
fn Disputes(staged: Arc<Staged>, disputes: Vec<Dispute>) -> impl IntoView {
    let store = use_store();
    let count = disputes.len();
    let rows = move || {
        let share = &store.messages().share;
        let asked = disputes.iter().map(|dispute| {
            let key = dispute.key;
            let found = plan_in(&staged, key).map(|plan| question(store, plan, dispute));
            let kind = (share.records.kind)(key.kind);
            let title = title_in(&staged, share, key);
            found.map(|question| {
                let answers = question.answers.into_iter().map(|answer| {
                    view! {
                        <li>
                            <span class="import-preview__answer">{answer.words}</span>
                            <span class="import-preview__source">{answer.source}</span>
                        </li>
                    }
                });
                view! {
                    <h3 class="import-preview__subject">{format!("{kind}: {title}")}</h3>
                    <p class="muted small">{question.name}</p>
                    <ul class="import-preview__answers" role="list">{answers.collect_view()}</ul>
                }
            })
        });
        asked.collect_view()
    };
    view! {
        <Disclosure summary=move || (store.messages().share.to_settle)(count) is_open=true>
            <div class="import-preview">
                {rows} <p class="muted small">{move || store.messages().share.settle_later}</p>
            </div>
        </Disclosure>
    }
}

fn plan_in(staged: &Staged, key: RecordKey) -> Option<&Plan> {
    staged.preview.plan(key.plan)
}

fn title_in(staged: &Staged, share: &ShareMessages, key: RecordKey) -> String {
    plan_in(staged, key).map(|plan| record_title(share, plan, key)).unwrap_or_default()
}

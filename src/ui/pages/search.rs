//! Finding something by its words: results as one types, grouped by what they are.

use leptos::prelude::*;

use crate::domain::{Hit, Kind, RecordKey};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{Below, KeyboardToField, List, PageHead, SearchField, Section};
use crate::ui::features::search::found_row::FoundRow;
use crate::ui::features::search::looked_for::LookedFor;
use crate::ui::features::settling::record_words::record_page;
use crate::ui::words::{say, say_by, use_store};

/// How many results are shown: whoever does not find it among these types one more word.
const MOST: usize = 50;
/// How many of them are in the first frame: what the screen of a phone has room for.
const SCREEN: usize = 8;

/// Finding something by its words.
#[component]
pub fn SearchPage() -> impl IntoView {
    let store = use_store();
    let LookedFor(query) = use_context().unwrap_or_else(|| LookedFor(RwSignal::new(String::new())));
    Effect::new(move || store.prepare_search());
    let found = Memo::new(move |_| query.with(|query| Asked::of(store, query)));
    let is_asking = Memo::new(move |_| query.with(|query| !query.trim().is_empty()));
    let hint = say_by(store, move |m| if is_asking.get() { "" } else { m.search.hint });
    view! {
        <div class="search">
            <KeyboardToField>
                <PageHead
                    title=say(store, |m| m.shell.search)
                    back_href=Route::Today.to_string()
                    back_label=say(store, |m| m.shell.today)
                />
            </KeyboardToField>
            <SearchField
                label=say(store, |m| m.search.label)
                value=query
                on_input=move |words| query.set(words)
                hint
            />
            <p class="search__count" role="status">
                {move || is_asking.get().then(|| found.with(|found| count(store, found)))}
            </p>
            {move || view! { <Groups found=found.get() /> }}
        </div>
    }
}

/// What was asked, and what that found.
#[derive(Clone, PartialEq)]
struct Asked {
    query: String,
    /// Nothing until it can be told.
    hits: Option<Vec<Hit>>,
}

impl Asked {
    fn of(store: Store, query: &str) -> Self {
        Self { query: query.to_owned(), hits: store.search(query, MOST) }
    }
}

/// How many were found, in words.
fn count(store: Store, found: &Asked) -> String {
    let words = store.messages().search;
    match found.hits.as_ref().map(Vec::len) {
        None => words.preparing.to_owned(),
        Some(0) => words.nothing.to_owned(),
        Some(MOST) => (words.best)(MOST),
        Some(count) => (words.found)(count),
    }
}

/// What was found, by kind; the kind of the best hit first.
#[component]
fn Groups(found: Asked) -> impl IntoView {
    let store = use_store();
    let Asked { query, hits } = found;
    let mut groups: Vec<(Kind, Vec<Hit>)> = Vec::new();
    for hit in hits.unwrap_or_default() {
        match groups.iter_mut().find(|(kind, _)| *kind == hit.key.kind) {
            Some((_, group)) => group.push(hit),
            None => groups.push((hit.key.kind, vec![hit])),
        }
    }
    let mut room = SCREEN;
    let group = move |(kind, mut hits): (Kind, Vec<Hit>)| {
        let (count, query) = (hits.len(), query.clone());
        let title = Signal::derive(move || (store.messages().share.records.count)(kind, count));
        let is_in_sight = room > 0;
        let below = hits.split_off(if is_in_sight { room.min(count) } else { count });
        room = room.saturating_sub(count);
        let rest = (!below.is_empty()).then(|| {
            let query = query.clone();
            view! {
                <Below>
                    <Rows hits=below query />
                </Below>
            }
        });
        view! {
            <Below is_in_sight>
                <Section title>
                    <List>
                        <Rows hits query />
                        {rest}
                    </List>
                </Section>
            </Below>
        }
        .into_any()
    };
    groups.into_iter().map(group).collect_view()
}

/// What was found, each with the way to it.
#[component]
fn Rows(hits: Vec<Hit>, query: String) -> impl IntoView {
    let store = use_store();
    let row = |hit: Hit| {
        let (href, place) = place_of(store, hit.key);
        view! { <FoundRow hit query=query.clone() href place /> }.into_any()
    };
    hits.into_iter().map(row).collect_view()
}

/// The page that shows a record, and what that is about where it is another's.
fn place_of(store: Store, key: RecordKey) -> (String, String) {
    let place = untrack(|| {
        store.plan(&[], |_, plan| {
            let page = record_page(plan, key.kind, key.id)?;
            let whole = match &page {
                Route::Goal(id) => Some((Kind::Goal, *id)),
                Route::Meeting(id) => Some((Kind::Meeting, *id)),
                Route::OneFeedback(id) => Some((Kind::Feedback, *id)),
                Route::CheckIn(id) => Some((Kind::CheckIn, *id)),
                _ => None,
            };
            let whole = whole.filter(|whole| *whole != (key.kind, key.id));
            let place = whole.map(|(kind, id)| plan.label(kind, id)).unwrap_or_default();
            Some((page.to_string(), place))
        })
    });
    place.flatten().unwrap_or_default()
}

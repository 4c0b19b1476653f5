//! Looking at a file before taking it in: what it would do here, and who the reader is in a plan
//! that is new here. Nothing is changed until the reader says so.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::{Command, Person, PlanChanges, Role};
use crate::route::Route;
use crate::store::{Cancelled, Incoming, LongWork, ReadFailure, Staged, Store};
use crate::ui::components::{
    ActionBar, ActionBarLine, Banner, Button, Disclosure, List, ListRow, News, PageHead, Tone,
};
use crate::ui::features::plans::template_start::BeginFrom;
use crate::ui::features::settling::kept_apart::apart_title;
use crate::ui::features::sharing::besides_plans::BesidesPlans;
use crate::ui::features::sharing::failure_words::failure_words;
use crate::ui::features::sharing::file_picker::FilePicker;
use crate::ui::features::sharing::identity::{DRAFTS, Identity, WhoAreYou};
use crate::ui::features::sharing::import_preview::ImportPreview;
use crate::ui::features::sharing::long_work_line::LongWorkLine;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{moment, say, use_store};

/// Looking at a file.
#[component]
pub fn ImportPage() -> impl IntoView {
    let store = use_store();
    move || match store.incoming().get() {
        Incoming::Nothing => view! { <Opening failure=None /> }.into_any(),
        Incoming::Reading(work) => view! {
            <PageHead title=say(store, |m| m.share.bring) />
            <LongWorkLine work=Signal::derive(move || Some(work.clone())) />
        }
        .into_any(),
        Incoming::Template(template) => view! { <BeginFrom template /> }.into_any(),
        Incoming::Failed(failure) => view! { <Opening failure=Some(failure) /> }.into_any(),
        Incoming::Staged(staged) if staged.is_nothing_new(&store.preferences().get_untracked()) => {
            view! { <NothingNew staged /> }.into_any()
        }
        Incoming::Staged(staged) => view! { <LookedAt staged /> }.into_any(),
    }
}

/// Picking a file, after one that could not be read or for the first time.
#[component]
fn Opening(failure: Option<ReadFailure>) -> impl IntoView {
    let store = use_store();
    let banner = failure.map(|failure| {
        let text = move || failure_words(&store.messages().share, &failure);
        view! { <Banner news=News::Danger text /> }
    });
    view! {
        <Head title=say(store, |m| m.share.bring) line="" />
        <div class="stack">
            {banner} <p class="prose">{move || store.messages().share.bring_text}</p>
        </div>
        <ActionBar>
            <FilePicker is_primary=true />
        </ActionBar>
    }
}

/// A file that holds nothing new.
#[component]
fn NothingNew(staged: Arc<Staged>) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let leave = move || {
        store.drop_staged();
        navigation.replace.run(Route::Today);
    };
    view! {
        <Origin staged />
        <div class="stack">
            <p class="import__news" role="status">{move || store.messages().share.nothing_new}</p>
            <p class="prose">{move || store.messages().share.nothing_new_text}</p>
            <FilePicker />
        </div>
        <ActionBar>
            <Button
                label=say(store, |m| m.share.to_today)
                tone=Tone::Primary
                on_click=leave
            />
        </ActionBar>
    }
}

/// A file with something new in it.
#[component]
fn LookedAt(staged: Arc<Staged>) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let sender = sender(&staged);
    let role = sender.as_ref().map(|(_, role)| *role);
    let plans = staged.arrival.plans.clone();
    let is_backup = staged.restore.is_some();
    let count: usize = plans.iter().map(|plan| plan.changes.len()).sum();
    let is_all_apart = plans.is_empty();
    let asked: Vec<(Identity, Vec<Person>)> = plans
        .iter()
        .filter(|changes| !staged.knows_the_reader() && !untrack(|| store.has_joined(changes.plan)))
        .map(|changes| {
            let people = staged.preview.plan(changes.plan).map(|plan| plan.people());
            let people = people.unwrap_or_default();
            (Identity::new(store, changes.plan, &people, role), people)
        })
        .collect();
    let identities: Vec<Identity> = asked.iter().map(|(identity, _)| *identity).collect();
    let is_lacking = {
        let identities = identities.clone();
        move || identities.iter().any(Identity::has_problem)
    };
    let work = RwSignal::new(None::<LongWork>);
    // Whoever leaves the page leaves the file unopened.
    on_cleanup(move || {
        if let Some(Some(work)) = work.try_get_untracked() {
            work.cancel();
        }
    });
    let confirm = {
        let staged = staged.clone();
        move || {
            let Some(answers) = answers(store, &staged, &identities) else { return };
            let is_under_way = work.with_untracked(Option::is_some);
            if is_under_way {
                return;
            }
            let began = LongWork::begin();
            work.set(Some(began.clone()));
            spawn_local(async move {
                if bring_in(store, answers, &began).await.is_ok() {
                    navigation.replace.run(if is_all_apart { Route::Apart } else { Route::Today });
                }
                let _left = work.try_set(None);
            });
        }
    };
    let not_now = move || {
        store.drop_staged();
        navigation.replace.run(way_back(store));
    };
    let questions = asked.into_iter().map(|(identity, people)| {
        let sender = sender.clone();
        view! { <WhoAreYou identity people sender /> }
    });
    let previews = plans.into_iter().map(|changes: PlanChanges| {
        let staged = staged.clone();
        view! { <ImportPreview staged changes /> }
    });
    view! {
        <Origin staged=staged.clone() />
        <BesidesPlans staged=staged.clone() />
        {previews.collect_view()} <Contradictions staged=staged.clone() />
        <div class="stack" data-gap="wide">
            {questions.collect_view()}
        </div>
        <ActionBar>
            <ActionBarLine
                words=Signal::derive(move || {
                    is_lacking().then(|| store.messages().share.name_missing.to_owned())
                })
                news=News::Danger
            />
            <LongWorkLine work />
            <Button
                label=move || {
                    let messages = store.messages();
                    match (is_backup, is_all_apart) {
                        (true, _) => messages.backup.restore.to_owned(),
                        (false, true) => messages.apart.keep.to_owned(),
                        (false, false) => (messages.share.bring_in)(count),
                    }
                }
                tone=Tone::Primary
                on_click=confirm
            />
            <Button label=say(store, |m| m.share.not_now) tone=Tone::Quiet on_click=not_now />
        </ActionBar>
    }
}

/// The records of the file that will be kept apart, with the reason.
#[component]
fn Contradictions(staged: Arc<Staged>) -> impl IntoView {
    let store = use_store();
    let count = staged.arrival.quarantined.len();
    let rows = move || {
        let messages = store.messages();
        let row = |found| {
            let title = apart_title(messages, found);
            view! { <ListRow title line=(messages.apart.reason)(found.reason) /> }
        };
        staged.arrival.quarantined.iter().take(SHOWN_APART).map(row).collect_view()
    };
    (count > 0).then(|| {
        view! {
            <Disclosure summary=move || (store.messages().apart.in_file)(count) is_open=true>
                <div class="stack" data-gap="tight">
                    <List>{rows}</List>
                    <p class="muted small">{move || store.messages().apart.in_file_text}</p>
                </div>
            </Disclosure>
        }
    })
}

/// How many of the records that will be kept apart are named before the file is taken in.
const SHOWN_APART: usize = 20;

/// Who sent the file, and when it was made.
#[component]
fn Origin(staged: Arc<Staged>) -> impl IntoView {
    let store = use_store();
    let is_backup = staged.restore.is_some();
    let header = staged.header.clone();
    let title = move || {
        let messages = store.messages();
        match &header.from {
            from if is_backup => (messages.backup.of)(from.as_ref().map(|from| from.name.as_str())),
            Some(from) => {
                let known = Role::from_name(&from.role).map(messages.common.role);
                let role = known.map_or_else(|| from.role.clone(), str::to_lowercase);
                (messages.share.from)(&from.name, &role)
            }
            None => messages.share.from_nobody.to_owned(),
        }
    };
    let made = header.made;
    let line = move || {
        let messages = store.messages();
        let now = store.now();
        let day = made.with_timezone(now.offset()).date_naive();
        let ago = (messages.common.days_ago)((now.date_naive() - day).num_days());
        (messages.share.made)(&moment(store, made.timestamp()), &ago)
    };
    view! { <Head title=Signal::derive(title) line=Signal::derive(line) /> }
}

/// The head of the page. Who has not been welcomed yet goes back to where one begins.
#[component]
fn Head(#[prop(into)] title: Signal<String>, #[prop(into)] line: Signal<String>) -> impl IntoView {
    let store = use_store();
    let label = move || match way_back(store) {
        Route::Share => store.messages().share.title,
        _ => store.messages().beginning.title,
    };
    view! {
        <PageHead
            title
            name=say(store, |m| m.share.bring)
            line
            back_href=move || way_back(store).to_string()
            back_label=label
        />
    }
}

fn way_back(store: Store) -> Route {
    store.chosen(|p| if p.is_welcomed { Route::Share } else { Route::Begin(p.role) })
}

/// The name and role of who sent the file, if both are known.
fn sender(staged: &Staged) -> Option<(String, Role)> {
    let from = staged.header.from.as_ref()?;
    Some((from.name.clone(), Role::from_name(&from.role)?))
}

/// What the reader has answered about a file, for when it is taken in.
struct Answers {
    joins: Vec<Command>,
    /// The reader's name and role, where the file does not tell.
    me: Option<(String, Role)>,
    knows_the_reader: bool,
}

/// What the reader has answered, unless an answer is still missing.
fn answers(store: Store, staged: &Staged, identities: &[Identity]) -> Option<Answers> {
    if identities.iter().filter_map(Identity::check).count() > 0 {
        return None;
    }
    let me = identities.first().map(Identity::name_and_role).or_else(|| known_me(store, staged));
    let joins = identities.iter().map(Identity::command).collect();
    Some(Answers { joins, me, knows_the_reader: staged.knows_the_reader() })
}

/// Takes the file in.
async fn bring_in(store: Store, answers: Answers, work: &LongWork) -> Result<(), Cancelled> {
    let Answers { joins, me, knows_the_reader } = answers;
    let intake = store.prepare_staged(work).await?;
    // From here on it is done at once, and whole.
    store.clear_drafts(DRAFTS);
    if !knows_the_reader {
        store.revise_preferences(|preferences| {
            if let (false, Some((name, role))) = (preferences.is_welcomed, me) {
                (preferences.name, preferences.role) = (name, role);
                preferences.is_welcomed = true;
            }
        });
    }
    if let Some(intake) = intake {
        store.import(intake, joins);
    }
    Ok(())
}

/// Who the reader is in a plan of the file, where this device is known in it.
fn known_me(store: Store, staged: &Staged) -> Option<(String, Role)> {
    let device = untrack(|| store.device());
    staged.preview.plans().find_map(|(_, plan)| {
        let person = plan.person(plan.person_of(device)?)?;
        Some((person.name, person.role))
    })
}

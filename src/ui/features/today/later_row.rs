//! One thing that matters, of those that are drawn once the rest of the program is there.

use leptos::prelude::*;

use super::backup_row::BackupRow;
use super::stalled_row::StalledRow;
use crate::domain::{Kind, Matter, Turn};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{ListRow, RowState};
use crate::ui::features::settling::record_words::counts_by_kind;
use crate::ui::words::use_store;

/// One thing that matters.
#[component]
pub fn LaterRow(
    /// What it is.
    matter: Matter,
) -> impl IntoView {
    match matter {
        Matter::Stalled(stalled) => view! { <StalledRow stalled /> }.into_any(),
        Matter::Backup(risk) => view! { <BackupRow risk /> }.into_any(),
        other => view! { <LeadingRow matter=other /> }.into_any(),
    }
}

/// Something that is done on another page.
#[component]
fn LeadingRow(matter: Matter) -> impl IntoView {
    let store = use_store();
    let href = match &matter {
        Matter::Agreement(Turn::Wait) | Matter::Invite => Route::Share,
        Matter::Agreement(_) => Route::Agreement,
        Matter::New { .. } => Route::News,
        Matter::Close => Route::Closing,
        Matter::FirstGoal => Route::NewGoal,
        Matter::NextMeeting => Route::NewMeeting,
        // The first look draws the others.
        _ => Route::Today,
    };
    let state = match &matter {
        Matter::New { .. } | Matter::Agreement(Turn::Answer) => RowState::Attention,
        _ => RowState::Plain,
    };
    let why = matter.clone();
    let title = Signal::derive(move || title(store, &matter));
    let line = Signal::derive(move || line(store, &why));
    view! { <ListRow href=href.to_string() title line state /> }
}

fn title(store: Store, matter: &Matter) -> String {
    let words = store.messages().later;
    match matter {
        Matter::Agreement(Turn::Wait) => (words.agreement_waits)(&others(store)),
        Matter::Agreement(Turn::Begin) => words.agreement_begin.to_owned(),
        Matter::Agreement(_) => words.agreement.to_owned(),
        Matter::New { count } => (words.new)(*count),
        Matter::Close => words.close.to_owned(),
        Matter::FirstGoal => words.first_goal.to_owned(),
        Matter::NextMeeting => words.next_meeting.to_owned(),
        Matter::Invite => words.invite.to_owned(),
        _ => String::new(),
    }
}

fn line(store: Store, matter: &Matter) -> String {
    let messages = store.messages();
    let words = messages.later;
    match matter {
        Matter::Agreement(Turn::Wait) => words.agreement_waits_why.to_owned(),
        Matter::Agreement(Turn::Begin) => words.agreement_begin_why.to_owned(),
        Matter::Agreement(_) => words.agreement_why.to_owned(),
        Matter::New { .. } => counts_by_kind(&messages.share, &store.news()),
        Matter::Close => words.close_why.to_owned(),
        Matter::FirstGoal => words.first_goal_why.to_owned(),
        Matter::NextMeeting => words.next_meeting_why.to_owned(),
        Matter::Invite => words.invite_why.to_owned(),
        _ => String::new(),
    }
}

/// The people of the plan besides the reader.
fn others(store: Store) -> String {
    let me = store.me();
    let people = store.plan(&[Kind::Person], |_, plan| plan.people()).unwrap_or_default();
    let names = people.into_iter().filter(|person| Some(person.id) != me).map(|one| one.name);
    names.collect::<Vec<_>>().join(", ")
}

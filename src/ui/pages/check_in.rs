//! One check-in: what it says, and what was answered.

use leptos::prelude::*;

use crate::domain::{About, CheckIn, Command, Kind, RecordId, RecordKey};
use crate::route::Route;
use crate::ui::components::{Glyph, Menu, MenuItem, PageHead};
use crate::ui::features::audience::audience_chip::AudienceChip;
use crate::ui::features::check_ins::check_in_answers::CheckInAnswers;
use crate::ui::features::check_ins::check_in_words::CheckInWords;
use crate::ui::features::feedback::feedback_words::written;
use crate::ui::features::history::history_link::HistoryLink;
use crate::ui::features::notes::private_notes::PrivateNotes;
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::features::shell::no_record::NoRecord;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{name_of, say, use_store};

/// One check-in, or that it is not there.
#[component]
pub fn CheckInPage(
    /// The check-in.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| {
        store
            .plan(&[Kind::CheckIn], |plan, content| {
                let key = RecordKey { plan, kind: Kind::CheckIn, id };
                content.check_in(id).map(|check_in| (key, check_in))
            })
            .flatten()
    });
    let key = Memo::new(move |_| found.with(|found| found.as_ref().map(|(key, _)| *key)));
    let check_in = Signal::derive(move || found.get().map(|(_, check_in)| check_in));
    move || match key.get() {
        Some(key) => view! { <Parts key check_in /> }.into_any(),
        None => view! { <NoCheckIn /> }.into_any(),
    }
}

/// The parts of the page.
#[component]
fn Parts(key: RecordKey, check_in: Signal<Option<CheckIn>>) -> impl IntoView {
    let store = use_store();
    let is_mine = Memo::new(move |_| {
        let author = check_in.with(|found| found.as_ref().and_then(|found| found.author));
        author.is_some() && author == store.me()
    });
    view! {
        <Head key check_in is_mine />
        <AudienceChip key />
        <DisputePanel key />
        <CheckInWords check_in />
        <CheckInAnswers id=key.id is_mine />
        <PrivateNotes about=About { kind: key.kind, id: key.id } />
        <HistoryLink kind=key.kind id=key.id />
    }
}

/// Whose it is and when it was written; its author can delete it.
#[component]
fn Head(key: RecordKey, check_in: Signal<Option<CheckIn>>, is_mine: Memo<bool>) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let line = Signal::derive(move || {
        let read = |found: &CheckIn| {
            let who = name_of(store, found.author);
            match written(store, &found.created) {
                when if when.is_empty() => who,
                when => format!("{who} · {when}"),
            }
        };
        check_in.with(|found| found.as_ref().map(read).unwrap_or_default())
    });
    let delete = move || {
        // What stands in the way is said by the store's notice.
        if store.apply(Command::Delete(key)).is_ok() {
            navigation.replace.run(Route::Feedback);
        }
    };
    view! {
        <PageHead
            title=say(store, |m| m.check_ins.title)
            line
            back_href=Route::Feedback.to_string()
            back_label=say(store, |m| m.feedback.title)
        >
            <Show when=move || is_mine.get()>
                <Menu label=say(store, |m| m.common.more_actions)>
                    <MenuItem
                        label=say(store, |m| m.common.delete)
                        icon=Glyph::Trash
                        on_click=delete
                        is_danger=true
                    />
                </Menu>
            </Show>
        </PageHead>
    }
}

/// The check-in was deleted, or never was in this plan.
#[component]
fn NoCheckIn() -> impl IntoView {
    let store = use_store();
    view! {
        <NoRecord
            title=say(store, |m| m.check_ins.title)
            list=Route::Feedback
            list_title=say(store, |m| m.feedback.title)
            to_list=say(store, |m| m.check_ins.to_list)
            glyph=Glyph::Feedback
        />
    }
}

//! Where the shortcut to the next meeting leads: to that meeting, or to all of them where none comes.

use leptos::prelude::*;

use crate::domain::Kind;
use crate::route::Route;
use crate::ui::navigation::use_navigation;
use crate::ui::words::use_store;

/// Goes on to the next meeting, so that the way back skips this address.
#[component]
pub fn NextMeetingPage() -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    Effect::new(move || {
        let next = untrack(|| {
            let now = store.now().naive_local();
            store.plan(&[Kind::Meeting], |_, plan| plan.next_meeting(now)).flatten()
        });
        navigation.replace.run(next.map_or(Route::Meetings, |meeting| Route::Meeting(meeting.id)));
    });
}

//! A shift as a row of a list.

use leptos::prelude::*;

use crate::domain::{Kind, RecordId, Shift, Timetable};
use crate::route::Route;
use crate::ui::components::{Glyph, ListRow, Menu, MenuItem};
use crate::ui::features::shifts::shift_words::{shift_mark, shift_time};
use crate::ui::words::{say, use_store};

/// A shift as a row that leads to its page: when, what it does to sleep, where; and a menu that deletes it or all
/// that are like it.
#[component]
pub fn ShiftRow(
    /// The shift.
    shift: Shift,
) -> impl IntoView {
    let store = use_store();
    let id = shift.id;
    let (starts, minutes) = (shift.starts, shift.minutes);
    let time = Signal::derive(move || {
        starts.map(|starts| shift_time(store, starts, minutes)).unwrap_or_default()
    });
    let line = shift.title.clone();
    let is_from_calendar = shift.is_from_calendar;
    let alike = Memo::new(move |_| {
        let Some((plan, _)) = store.shift_home() else { return Vec::new() };
        let ids = |plan: &crate::domain::Plan| {
            plan.shifts_alike(id).into_iter().map(|shift| shift.id).collect::<Vec<_>>()
        };
        store.plan_of(plan, &[Kind::Shift], ids).unwrap_or_default()
    });
    let has_others = Memo::new(move |_| alike.with(|alike| alike.len() > 1));
    let delete = move |shifts: Vec<RecordId>| {
        if let Some((plan, _)) = untrack(|| store.shift_home()) {
            // What stands in the way is said by the notice.
            let _said = store.apply(Timetable::DeleteShifts { shifts }.within(plan));
        }
    };
    let all = Signal::derive(move || {
        let words = store.messages().shifts;
        let count = alike.with(Vec::len);
        if is_from_calendar {
            (words.delete_calendar)(count)
        } else {
            (words.delete_pattern)(count)
        }
    });
    view! {
        <ListRow
            href=Route::Shift(id).to_string()
            title=time
            line
            mark=Signal::derive(move || shift_mark(store, &shift))
        >
            <Menu label=Signal::derive(move || (store.messages().shifts.menu)(&time.get()))>
                <MenuItem
                    label=say(store, |m| m.shifts.delete)
                    icon=Glyph::Trash
                    on_click=move |()| delete(vec![id])
                    is_danger=true
                />
                <Show when=move || has_others.get()>
                    <MenuItem
                        label=all
                        icon=Glyph::Trash
                        on_click=move |()| delete(alike.get_untracked())
                        is_danger=true
                    />
                </Show>
            </Menu>
        </ListRow>
    }
}

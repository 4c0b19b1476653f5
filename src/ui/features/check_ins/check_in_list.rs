//! The check-ins of the plan, wherever a page has room for them, and the way to one more.

use leptos::prelude::*;

use super::check_in_row::{CheckInRow, waiting_check_ins};
use crate::domain::{Kind, RecordId};
use crate::route::Route;
use crate::ui::components::{ButtonLink, Disclosure, Glyph, List, Section, WindowedList};
use crate::ui::words::{say, use_store};

/// How many are in sight; older ones are a tap away.
const IN_SIGHT: usize = 3;

/// The check-ins, newest first and those that wait for an answer in sight, and the way to one more.
#[component]
pub fn CheckInList() -> impl IntoView {
    let store = use_store();
    let waiting = waiting_check_ins(store);
    let all = Memo::new(move |_| {
        let found = store.plan(&[Kind::CheckIn], |_, plan| plan.check_ins());
        let ids = found.unwrap_or_default().into_iter().map(|one| one.id);
        let waiting = waiting.get();
        let is_near = |(place, id): &(usize, RecordId)| *place < IN_SIGHT || waiting.contains(id);
        let (near, far): (Vec<_>, Vec<_>) = ids.enumerate().partition(is_near);
        let ids = |rows: Vec<(usize, RecordId)>| rows.into_iter().map(|(_, id)| id).collect();
        let (near, far): (Vec<RecordId>, Vec<RecordId>) = (ids(near), ids(far));
        (near, far)
    });
    let near = Memo::new(move |_| all.with(|(near, _)| near.clone()));
    let far = Memo::new(move |_| all.with(|(_, far)| far.clone()));
    let label = say(store, |m| m.check_ins.list);
    let earlier = Signal::derive(move || (store.messages().check_ins.earlier)(far.with(Vec::len)));
    view! {
        <Section title=label>
            <Show
                when=move || near.with(|near| !near.is_empty())
                fallback=move || {
                    view! { <p class="muted prose">{say(store, |m| m.check_ins.why)}</p> }
                }
            >
                <List label>
                    <For each=move || near.get() key=|id| *id let:id>
                        <CheckInRow id waiting />
                    </For>
                </List>
            </Show>
            <Show when=move || far.with(|far| !far.is_empty())>
                <Disclosure summary=earlier>
                    <WindowedList
                        rows=far
                        key=|id: &RecordId| *id
                        more_label=say(store, |m| m.shell.show_more)
                        label=earlier
                        let:id
                    >
                        <CheckInRow id waiting />
                    </WindowedList>
                </Disclosure>
            </Show>
            <div class="cluster">
                <ButtonLink
                    label=say(store, |m| m.check_ins.write)
                    href=Route::NewCheckIn.to_string()
                    icon=Glyph::Edit
                />
            </div>
        </Section>
    }
}

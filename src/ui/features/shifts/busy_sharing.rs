//! What others know of the reader's shifts: nothing, or when there is no time.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::domain::{Kind, Plan, Role, Shift, Span, Timetable, to_tell, within};
use crate::store::Store;
use crate::ui::components::{CheckRow, Disclosure, Section};
use crate::ui::features::shifts::shift_words::local_moment;
use crate::ui::words::{say, use_store};

/// How many blocks of time are listed.
const LISTED: usize = 30;

/// A switch that lets the others know when the reader has no time, and all that they are told.
#[component]
pub fn BusySharing(
    /// The reader's shifts.
    shifts: Memo<Vec<Shift>>,
) -> impl IntoView {
    let store = use_store();
    let zones = Memo::new(move |_| store.zones());
    let told = Memo::new(move |_| told_now(store));
    let is_on = Memo::new(move |_| told.with(Option::is_some));
    let name = Memo::new(move |_| others(store));
    let now = move || store.now().to_utc();
    // What goes along is what the record says; before there is one, what it would say.
    let blocks = Memo::new(move |_| {
        told.get().unwrap_or_else(|| {
            shifts.with(|shifts| zones.with(|zones| to_tell(shifts, zones, now())))
        })
    });
    let switch = move |is_on: bool| {
        let (plan, me) = untrack(|| (store.open_plan_id(), store.me()));
        let (Some(plan), Some(person)) = (plan, me) else { return };
        let deed = untrack(|| match is_on {
            true => {
                let now = now();
                let (span, busy) =
                    shifts.with(|shifts| zones.with(|zones| to_tell(shifts, zones, now)));
                Timetable::ShareFreeBusy { person, span, busy, now }
            }
            false => Timetable::HideFreeBusy { person },
        });
        // What stands in the way is said by the notice.
        let _said = store.apply(deed.within(plan));
    };
    let summary = Signal::derive(move || {
        let words = store.messages().shifts;
        name.with(|name| if is_on.get() { (words.told)(name) } else { (words.would_tell)(name) })
    });
    let last = move || {
        let until = blocks.with(|(span, busy)| (!busy.is_empty()).then_some(span.until));
        match until {
            Some(until) => {
                let until = zones.with(|zones| local_moment(store, zones, until));
                (store.messages().shifts.told_until)(&until)
            }
            None => store.messages().shifts.nothing_to_tell.to_owned(),
        }
    };
    view! {
        <Section title=say(store, |m| m.shifts.sharing)>
            <p class="prose">{move || store.messages().shifts.private}</p>
            <CheckRow
                label=Signal::derive(move || {
                    name.with(|name| (store.messages().shifts.share)(name))
                })
                line=say(store, |m| m.shifts.share_line)
                is_checked=is_on
                on_change=switch
                is_choice=true
            />
            <Disclosure summary>
                <ul class="busy-sharing__blocks" role="list">
                    {move || {
                        blocks.with(|(_, busy)| zones.with(|zones| rows(store, zones, busy)))
                    }}
                </ul>
                <p class="muted small">{last}</p>
            </Disclosure>
        </Section>
    }
}

/// The blocks of time, each as `Thu 26 Nov 16:00 – Sat 28 Nov 16:00`.
fn rows(store: Store, zones: &crate::domain::Zones, busy: &[Span]) -> impl IntoView + use<> {
    let row = |span: &Span| {
        let [from, until] = [span.from, span.until].map(|at| local_moment(store, zones, at));
        view! { <li>{format!("{from} – {until}")}</li> }
    };
    let more = busy.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| {
        view! { <li class="muted">{(store.messages().shifts.more_blocks)(more)}</li> }
    });
    (busy.iter().take(LISTED).map(row).collect_view(), more)
}

/// What the reader lets be known, as far as it is still to come; `None` while nothing is.
fn told_now(store: Store) -> Option<(Span, Vec<Span>)> {
    let me = store.me()?;
    let now: DateTime<Utc> = store.now().to_utc();
    let read = |_, plan: &Plan| plan.free_busy_of(me);
    let told = store.plan(&[Kind::FreeBusy], read).flatten()?;
    let until = told.span.map_or(now, |span| span.until.max(now));
    let span = Span { from: now, until };
    Some((span, within(&told.busy, span)))
}

/// The name of the other side; of several, or of nobody yet, a word for them.
fn others(store: Store) -> String {
    let me = store.me();
    let names = store.plan(&[Kind::Person], |_, plan| {
        let others = plan.people().into_iter().filter(|person| Some(person.id) != me);
        let others = others.filter(|person| person.role != Role::Coordinator);
        others.map(|person| person.name).collect::<Vec<_>>()
    });
    match names.unwrap_or_default().as_slice() {
        [one] => one.clone(),
        _ => store.messages().shifts.the_others.to_owned(),
    }
}

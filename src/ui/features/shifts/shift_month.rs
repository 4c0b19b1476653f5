//! A month of shifts, and choosing a day of it.

use chrono::{Datelike, Months, NaiveDate};
use leptos::prelude::*;

use crate::domain::{Shift, sort_of};
use crate::ui::components::{Glyph, IconButton, MarkShape, MonthDay, MonthGrid, MonthMark};
use crate::ui::features::shifts::shift_words::sort_color;
use crate::ui::words::{say, use_store};

/// A month of shifts, between the ways to the month before and the month after.
#[component]
pub fn ShiftMonth(
    /// The shifts.
    shifts: Memo<Vec<Shift>>,
    /// The chosen day. Its month is shown.
    chosen: RwSignal<NaiveDate>,
) -> impl IntoView {
    let store = use_store();
    let first = Memo::new(move |_| first_of(chosen.get()));
    let turn = move |months: i32| {
        let (step, day) = (Months::new(months.unsigned_abs()), chosen.get_untracked());
        let to = match months < 0 {
            true => first_of(day).checked_sub_months(step),
            false => first_of(day).checked_add_months(step),
        };
        // Today, where it is shown; the first of any other month.
        let today = untrack(|| store.now()).date_naive();
        if let Some(to) = to {
            chosen.set(if first_of(today) == to { today } else { to });
        }
    };
    let cells = Signal::derive(move || {
        let (first, today) = (first.get(), store.now().date_naive());
        let days = first.iter_days().take_while(|day| first_of(*day) == first);
        days.map(|day| {
            let marks = shifts.with(|shifts| marks_of(shifts, day));
            let label = store.locale().long_day(day);
            MonthDay {
                number: day.day(),
                label: (store.messages().shifts.day_with)(&label, marks.len()),
                marks,
                is_today: day == today,
            }
        })
        .collect::<Vec<_>>()
    });
    let name = Signal::derive(move || store.locale().month(first.get()));
    view! {
        <section class="shift-month">
            <div class="shift-month__turns">
                <IconButton
                    label=say(store, |m| m.meetings.month_before)
                    glyph=Glyph::Back
                    on_click=move |()| turn(-1)
                />
                <h2 class="shift-month__name" aria-live="polite">
                    {name}
                </h2>
                <IconButton
                    label=say(store, |m| m.meetings.month_after)
                    glyph=Glyph::ChevronRight
                    on_click=move |()| turn(1)
                />
            </div>
            <MonthGrid
                label=name
                weekdays=Signal::derive(move || {
                    store.locale().weekday_columns().map(str::to_owned).to_vec()
                })
                blanks=Signal::derive(move || store.locale().column(first.get()))
                days=cells
                selected=Signal::derive(move || Some(chosen.get().day()))
                on_select=move |number| {
                    if let Some(day) = first.get_untracked().with_day(number) {
                        chosen.set(day);
                    }
                }
            />
        </section>
    }
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The marks of the shifts that begin on a day.
fn marks_of(shifts: &[Shift], day: NaiveDate) -> Vec<MonthMark> {
    let hours = shifts.iter().filter_map(Shift::hours);
    let of_day = hours.filter(|(starts, _)| starts.date() == day);
    of_day
        .map(|(starts, ends)| MonthMark {
            color: sort_color(sort_of(starts, ends)),
            shape: MarkShape::Dot,
        })
        .collect()
}

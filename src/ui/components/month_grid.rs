//! A month of days, with the marks of what falls on them. It knows nothing of calendars: which days
//! there are and what they are called comes from outside.

use leptos::{ev::KeyboardEvent, html, prelude::*};

use super::cap::CapColor;

/// The most days a month has.
const DAYS: usize = 31;

/// One day of the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthDay {
    /// The number shown, from 1.
    pub number: u32,
    /// The day in full with what falls on it, such as "Thursday 18 December, 2 meetings".
    pub label: String,
    /// One mark for each thing on the day; three are drawn at most.
    pub marks: Vec<MonthMark>,
    /// Whether the day is today.
    pub is_today: bool,
}

/// The mark of one thing on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthMark {
    /// Its color.
    pub color: CapColor,
    /// Its shape, for color is never the only signal.
    pub shape: MarkShape,
}

/// The shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkShape {
    /// Something that takes place.
    Dot,
    /// Something that is off.
    Ring,
    /// Something that was written.
    Diamond,
}

impl MarkShape {
    /// The value of `data-shape`; nothing for a dot.
    fn word(self) -> Option<&'static str> {
        match self {
            Self::Dot => None,
            Self::Ring => Some("ring"),
            Self::Diamond => Some("diamond"),
        }
    }
}

/// A month as a grid of buttons. The arrow keys walk through the days.
#[component]
pub fn MonthGrid(
    /// The month in words, for assistive technology.
    #[prop(into)]
    label: Signal<String>,
    /// The short names of the seven weekdays, in the reader's order.
    #[prop(into)]
    weekdays: Signal<Vec<String>>,
    /// How many places stay empty before the first day.
    #[prop(into)]
    blanks: Signal<u32>,
    /// The days, from the first.
    #[prop(into)]
    days: Signal<Vec<MonthDay>>,
    /// The number of the chosen day.
    #[prop(into)]
    selected: Signal<Option<u32>>,
    /// Called with the number of the day chosen.
    #[prop(into)]
    on_select: Callback<u32>,
) -> impl IntoView {
    let buttons: [NodeRef<html::Button>; DAYS] = std::array::from_fn(|_| NodeRef::new());
    // One day takes the tab key; the arrows move on from there.
    let reachable = Memo::new(move |_| {
        selected.get().unwrap_or_else(|| {
            days.with(|days| days.iter().find(|day| day.is_today).map_or(1, |day| day.number))
        })
    });
    let cells = move || {
        days.get()
            .into_iter()
            .map(|day| {
                let number = day.number;
                let walk = move |event: KeyboardEvent| {
                    let last = days.with_untracked(|days| days.len() as u32);
                    if let Some(next) = walked(&event.key(), number, last) {
                        event.prevent_default();
                        focus(&buttons, next);
                    }
                };
                view! {
                    <button
                        class="month-grid__day"
                        type="button"
                        node_ref=buttons.get(place(number)).copied().unwrap_or_default()
                        aria-label=day.label
                        aria-current=day.is_today.then_some("date")
                        aria-pressed=move || (selected.get() == Some(number)).to_string()
                        tabindex=move || if reachable.get() == number { "0" } else { "-1" }
                        on:click=move |_| on_select.run(number)
                        on:keydown=walk
                    >
                        <span>{number}</span>
                        <span class="month-grid__marks">{dots(&day.marks)}</span>
                    </button>
                }
            })
            .collect_view()
    };
    let names =
        move || weekdays.get().into_iter().map(|name| view! { <span>{name}</span> }).collect_view();
    let gaps = move || (0..blanks.get()).map(|_| view! { <span></span> }).collect_view();
    view! {
        <div class="month-grid" role="group" aria-label=move || label.get()>
            <div class="month-grid__names" aria-hidden="true">{names}</div>
            <div class="month-grid__days">{gaps} {cells}</div>
        </div>
    }
}

/// The marks of a day, three at most.
fn dots(marks: &[MonthMark]) -> impl IntoView + use<> {
    marks
        .iter()
        .take(3)
        .map(|mark| {
            view! {
                <i
                    class="month-grid__mark"
                    data-cap=mark.color.word()
                    data-shape=mark.shape.word()
                ></i>
            }
        })
        .collect_view()
}

/// Where a key leads from a day, within the month.
fn walked(key: &str, from: u32, last: u32) -> Option<u32> {
    let to = match key {
        "ArrowLeft" => from.checked_sub(1)?,
        "ArrowRight" => from + 1,
        "ArrowUp" => from.checked_sub(7)?,
        "ArrowDown" => from + 7,
        "Home" => 1,
        "End" => last,
        _ => return None,
    };
    (1..=last).contains(&to).then_some(to)
}

/// Where the button of a day stands among the buttons.
fn place(number: u32) -> usize {
    number.saturating_sub(1) as usize
}

/// Moves the keyboard to the button of a day.
fn focus(buttons: &[NodeRef<html::Button>], number: u32) {
    if let Some(button) = buttons.get(place(number)).and_then(|button| button.get_untracked()) {
        // Focus fails only for a button that has just left the page.
        let _gone = button.focus();
    }
}

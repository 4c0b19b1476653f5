//! A handle by which a row of a list is put elsewhere: dragged with a finger or a mouse, moved with the arrow
//! keys, or through its menu. Where the row is to go is told to whoever keeps the list; nothing is kept here.

use std::time::Duration;

use leptos::{
    ev::{KeyboardEvent, MouseEvent, PointerEvent},
    html,
    leptos_dom::helpers::IntervalHandle,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{
        Element, EventTarget, HtmlElement, Node, ScrollIntoViewOptions, ScrollLogicalPosition,
    },
};

use super::icon::Glyph;
use super::menu::{Menu, MenuItem};

/// How far a pointer moves before it drags, in CSS pixels: less is a tap of a hand that shakes.
const SLACK: i32 = 6;
/// How often the list follows a row that is held at its edge.
const FOLLOWING: Duration = Duration::from_millis(50);
/// What the style sheet knows: the row that is held, and the list that it is in.
const HELD: &str = "data-held";
/// The list of it.
const SORTING: &str = "data-sorting";

/// Where a row is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveTo {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// To the top.
    First,
    /// To a place of the list, counted from 0.
    Place(usize),
}

/// The words of a handle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandleWords {
    /// What it moves, such as "Move: Hand veins".
    pub label: String,
    /// Moves it up.
    pub up: String,
    /// Moves it down.
    pub down: String,
    /// Moves it to the top.
    pub first: String,
}

/// The handle of the row around it, which is an `<li>` of a list.
#[component]
pub fn DragHandle(
    /// Its words.
    #[prop(into)]
    words: Signal<HandleWords>,
    /// Called with where the row is to go.
    #[prop(into)]
    on_move: Callback<MoveTo>,
) -> impl IntoView {
    let handle = NodeRef::<html::Div>::new();
    let drag = Drag::new(handle);
    let step = move |to: MoveTo| {
        on_move.run(to);
        // A row that changes its place loses the keyboard on the way.
        request_animation_frame(move || {
            if let Some(button) = drag.button() {
                let _gone = button.focus();
            }
        });
    };
    let item = move |word: fn(&HandleWords) -> &String, to: MoveTo| {
        let label = Signal::derive(move || words.with(|words| word(words).clone()));
        view! { <MenuItem label on_click=move || step(to) /> }
    };
    let on_key = move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowUp" => MoveTo::Up,
            "ArrowDown" => MoveTo::Down,
            "Escape" => return drag.let_go(),
            _ => return,
        };
        if drag.is_on_button(event.target()) {
            event.prevent_default();
            step(to);
        }
    };
    let on_up = move |_| {
        if let Some(place) = drag.finish() {
            on_move.run(MoveTo::Place(place));
        }
    };
    let on_click = move |event: MouseEvent| {
        if drag.was_drag() {
            event.prevent_default();
        }
    };
    on_cleanup(move || drag.let_go());
    view! {
        <div
            class="drag-handle"
            node_ref=handle
            on:pointerdown=move |event| drag.begin(&event)
            on:pointermove=move |event| drag.follow(&event)
            on:pointerup=on_up
            on:pointercancel=move |_| drag.let_go()
            on:keydown=on_key
            on:click=on_click
        >
            <Menu
                label=Signal::derive(move || words.with(|words| words.label.clone()))
                glyph=Glyph::Grip
            >
                {item(|words| &words.up, MoveTo::Up)}
                {item(|words| &words.down, MoveTo::Down)}
                {item(|words| &words.first, MoveTo::First)}
            </Menu>
        </div>
    }
}

/// What a pointer does with a handle.
#[derive(Clone, Copy)]
struct Drag {
    handle: NodeRef<html::Div>,
    grip: StoredValue<Option<Grip>, LocalStorage>,
    was_drag: StoredValue<bool>,
}

/// A row that is held.
struct Grip {
    list: HtmlElement,
    row: HtmlElement,
    /// Where the pointer was, in what is scrolled.
    from: i32,
    /// Where the pointer is in the window.
    at: i32,
    /// Runs once the row has left its place.
    following: Option<IntervalHandle>,
}

impl Drag {
    fn new(handle: NodeRef<html::Div>) -> Self {
        Self { handle, grip: StoredValue::new_local(None), was_drag: StoredValue::new(false) }
    }

    fn button(&self) -> Option<HtmlElement> {
        let handle = self.handle.try_get_untracked()??;
        handle.query_selector("button").ok()??.dyn_into().ok()
    }

    fn is_on_button(&self, target: Option<EventTarget>) -> bool {
        let target = target.and_then(|target| target.dyn_into::<Node>().ok());
        target.is_some() && self.button().is_some_and(|button| button.contains(target.as_ref()))
    }

    fn begin(&self, event: &PointerEvent) {
        self.was_drag.set_value(false);
        if event.button() != 0 || !event.is_primary() || !self.is_on_button(event.target()) {
            return;
        }
        let Some(button) = self.button() else { return };
        let row = button.closest("li").ok().flatten();
        let row = row.and_then(|row| row.dyn_into::<HtmlElement>().ok());
        let list = row.as_ref().and_then(|row| row.parent_element());
        let list = list.and_then(|list| list.dyn_into::<HtmlElement>().ok());
        let (Some(row), Some(list)) = (row, list) else { return };
        // So the row follows a pointer that leaves it. A pointer that is gone already holds nothing.
        let _gone = button.set_pointer_capture(event.pointer_id());
        let at = event.client_y();
        let from = at + scrolled(&row);
        self.grip.set_value(Some(Grip { list, row, from, at, following: None }));
    }

    fn follow(self, event: &PointerEvent) {
        let at = event.client_y();
        let begins = self.grip.try_update_value(|grip| {
            let grip = grip.as_mut()?;
            grip.at = at;
            (grip.following.is_none() && grip.moved().abs() > SLACK).then_some(())
        });
        if begins.flatten().is_some() {
            // While the row is held at the edge of what is in sight, the list moves on under it.
            let following = set_interval_with_handle(move || self.draw(true), FOLLOWING).ok();
            self.grip.update_value(|grip| {
                if let Some(grip) = grip {
                    grip.following = following;
                }
            });
        }
        self.draw(false);
    }

    fn draw(&self, scrolls: bool) {
        self.grip.try_with_value(|grip| {
            let held = grip.as_ref().filter(|grip| grip.following.is_some());
            if let Some(grip) = held {
                grip.draw(scrolls);
            }
        });
    }

    /// Ends dragging. Answers the place at which the row is to be, if that is another.
    fn finish(&self) -> Option<usize> {
        let grip = self.grip.try_update_value(Option::take)??;
        grip.following?.clear();
        let _gone = self.was_drag.try_set_value(true);
        let (from, to) = (grip.own_place()?, grip.place());
        grip.settle();
        (from != to).then_some(to)
    }

    /// Leaves everything where it was.
    fn let_go(&self) {
        let Some(Some(grip)) = self.grip.try_update_value(Option::take) else { return };
        if let Some(following) = grip.following {
            following.clear();
            let _gone = self.was_drag.try_set_value(true);
        }
        grip.settle();
    }

    /// Whether the press that ends now was a drag and no tap.
    fn was_drag(&self) -> bool {
        self.was_drag.try_update_value(std::mem::take) == Some(true)
    }
}

impl Grip {
    /// How far the pointer has come since it took hold.
    fn moved(&self) -> i32 {
        self.at + scrolled(&self.row) - self.from
    }

    /// How far the row is from its place. It does not leave the list.
    fn offset(&self) -> i32 {
        let up = self.row.offset_top() - self.rows().next().map_or(0, |first| first.offset_top());
        let end = self.rows().last().map_or(0, |last| last.offset_top() + last.offset_height());
        let down = end - self.row.offset_top() - self.row.offset_height();
        self.moved().clamp(-up.max(0), down.max(0))
    }

    fn rows(&self) -> impl Iterator<Item = HtmlElement> + use<> {
        let first = self.list.first_element_child();
        let rows = std::iter::successors(first, |row| row.next_element_sibling());
        rows.filter_map(|row| row.dyn_into::<HtmlElement>().ok())
    }

    fn own_place(&self) -> Option<usize> {
        self.rows().position(|row| row == self.row)
    }

    /// The place that the row would have where it is now.
    fn place(&self) -> usize {
        let middle = |row: &HtmlElement| row.offset_top() * 2 + row.offset_height();
        let at = middle(&self.row) + self.offset() * 2;
        self.rows().filter(|row| *row != self.row && middle(row) < at).count()
    }

    /// Shows the row where the pointer is, and the others as they would stand around it.
    fn draw(&self, scrolls: bool) {
        let Some(from) = self.own_place() else { return };
        let (to, height) = (self.place(), self.row.offset_height());
        // Only the style sheet reads these.
        let _set = self.list.set_attribute(SORTING, "");
        let _set = self.row.set_attribute(HELD, "");
        for (at, row) in self.rows().enumerate() {
            let offset = match at {
                at if at == from => self.offset(),
                at if from < at && at <= to => -height,
                at if to <= at && at < from => height,
                _ => 0,
            };
            let _set = row.style().set_property("transform", &format!("translateY({offset}px)"));
        }
        if scrolls {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            self.row.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Takes everything back that was only shown.
    fn settle(&self) {
        let _set = self.list.remove_attribute(SORTING);
        let _set = self.row.remove_attribute(HELD);
        for row in self.rows() {
            let _set = row.style().remove_property("transform");
        }
    }
}

/// How far everything around an element is scrolled, taken together.
fn scrolled(element: &Element) -> i32 {
    let around = std::iter::successors(element.parent_element(), |one| one.parent_element());
    around.map(|one| one.scroll_top()).sum()
}

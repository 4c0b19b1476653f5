//! A long list drawn in portions, so that ten thousand rows cost no more than the ones in sight.

use std::hash::Hash;

use leptos::{ev, prelude::*};

use super::below::next_frame;
use super::button::Button;
use super::redrawn::{remembered, shown};

/// How many rows are added at a time.
const PORTION: usize = 50;
/// How many rows come at once: about as many as a screen holds. The rest of the first portion comes a frame later.
const SCREEN: usize = 8;

/// How often what a list is in has been scrolled near its end, where that is not the page. What scrolls
/// provides it as context.
#[derive(Clone, Copy, Debug)]
pub struct ScrolledOn(pub RwSignal<u32>);

/// The first rows of a long list, and more of them as the reader comes near the end or asks.
#[component]
pub fn WindowedList<T, K, F, V>(
    /// The rows, as ids rather than whole things: each row looks up its own.
    #[prop(into)]
    rows: Signal<Vec<T>>,
    /// What makes a row the same row.
    key: fn(&T) -> K,
    /// The words of the button that shows more.
    #[prop(into)]
    more_label: Signal<String>,
    /// What the list holds, for assistive technology.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// Draws one row, as an `<li>`.
    children: F,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    K: Eq + Hash + Send + Sync + 'static,
    F: Fn(T) -> V + Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let reach = RwSignal::new(PORTION);
    let has_come = next_frame();
    let has_more = remembered(move || rows.with(|rows| rows.len() > reach.get()));
    let grow = move || reach.update(|reach| *reach += PORTION);
    let visible = move || {
        let count = if has_come.get() { reach.get() } else { SCREEN };
        rows.with(|rows| rows.iter().take(count).cloned().collect::<Vec<_>>())
    };

    let grow_if_more = move || {
        if has_more.try_get_untracked() == Some(true) {
            grow();
        }
    };
    if let Some(ScrolledOn(count)) = use_context::<ScrolledOn>() {
        Effect::watch(move || count.get(), move |_, _, _| grow_if_more(), false);
    } else {
        let listener = window_event_listener(ev::scroll, move |_| {
            if is_near_end() {
                grow_if_more();
            }
        });
        on_cleanup(move || listener.remove());
    }

    view! {
        <div class="windowed-list">
            <ul class="list" role="list" aria-label=label>
                <For each=visible key=key children=children />
            </ul>
            <div class="windowed-list__end">
                {shown(
                    move || has_more.get(),
                    move || view! { <Button label=more_label on_click=grow /> }.into_any(),
                )}
            </div>
        </div>
    }
}

/// Whether less than one more screen is left below what is in sight.
fn is_near_end() -> bool {
    let page = document().document_element().map(|page| f64::from(page.scroll_height()));
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    let top = window().scroll_y().ok();
    match (page, height, top) {
        (Some(page), Some(height), Some(top)) => page - top < height * 2.0,
        _ => false,
    }
}

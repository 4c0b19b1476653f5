//! Components on a real page: names, states and what they report.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use steadyhand::platform::clock::{after, next_frame};
use steadyhand::ui::components::below::a_frame_after;
use steadyhand::ui::components::{Below, CheckRow, FieldNote, TextField, Toast, WindowedList};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlElement, HtmlInputElement};

/// Draws a view on the page, lets `look` look at it, and takes it away again.
pub async fn draw<N: IntoView + 'static>(
    view: impl FnOnce() -> N + 'static,
    look: impl AsyncFnOnce(&HtmlElement),
) {
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    let mounted = mount_to(place.clone(), view);
    next_frame().await;
    look(&place).await;
    drop(mounted);
    place.remove();
}

pub fn find<T: JsCast>(place: &HtmlElement, selector: &str) -> T {
    let found = place.query_selector(selector).unwrap();
    found.unwrap_or_else(|| panic!("no {selector}")).unchecked_into()
}

pub fn type_into(input: &HtmlInputElement, text: &str) {
    input.set_value(text);
    let options = EventInit::new();
    options.set_bubbles(true);
    input.dispatch_event(&Event::new_with_event_init_dict("input", &options).unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn a_text_field_names_its_input_reports_keystrokes_and_says_what_is_wrong() {
    let value = RwSignal::new(String::new());
    let note = RwSignal::new(FieldNote::hint("As on your badge"));
    let view = move || {
        view! { <TextField label="Your name" value on_input=move |text| value.set(text) note /> }
    };
    draw(view, async move |place: &HtmlElement| {
        let input: HtmlInputElement = find(place, "input");
        let label: HtmlElement = find(place, "label");
        assert_eq!(label.get_attribute("for"), Some(input.id()));
        assert_eq!(label.text_content().unwrap().trim(), "Your name");
        type_into(&input, "Ana");
        assert_eq!(value.get_untracked(), "Ana");
        assert_ne!(input.get_attribute("aria-invalid").as_deref(), Some("true"));

        note.set(FieldNote::error(Some("Write something here first.".to_owned())));
        next_frame().await;
        assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));
        let described = input.get_attribute("aria-describedby").unwrap();
        let said: String = described
            .split_whitespace()
            .filter_map(|id| document().get_element_by_id(id)?.text_content())
            .collect();
        assert!(said.contains("Write something here first."), "{said}");
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_check_row_shows_what_it_is_told_and_reports_a_tap() {
    let is_done = RwSignal::new(false);
    let reported = Rc::new(RefCell::new(Vec::new()));
    let (sender, receiver) = (RwSignal::new(None::<bool>), reported.clone());
    let view = move || {
        view! {
            <CheckRow
                label="Watch three draws"
                is_checked=is_done
                on_change=move |done| sender.set(Some(done))
            />
        }
    };
    draw(view, async move |place: &HtmlElement| {
        let input: HtmlInputElement = find(place, "input[type=checkbox]");
        assert!(!input.checked());
        input.click();
        receiver.borrow_mut().extend(sender.get_untracked());
        is_done.set(true);
        next_frame().await;
        assert!(input.checked());
    })
    .await;
    assert_eq!(*reported.borrow(), [true]);
}

#[wasm_bindgen_test]
async fn ten_thousand_rows_are_not_drawn_at_once() {
    let rows = Signal::stored((0..10_000_u32).collect::<Vec<_>>());
    let view = move || {
        view! {
            <WindowedList rows key=|row: &u32| *row more_label="Show more" let:row>
                <li>{row}</li>
            </WindowedList>
        }
    };
    let rows_in = |place: &HtmlElement| place.query_selector_all("li").unwrap().length();
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    let mounted = mount_to(place.clone(), view);
    assert_eq!(rows_in(&place), 8, "a screen of them at once");
    after(700).await;
    assert_eq!(rows_in(&place), 50, "a portion, and no more than that");
    drop(mounted);
}

#[wasm_bindgen_test]
async fn what_is_below_comes_after_what_is_in_sight_and_is_drawn_once() {
    let words = RwSignal::new("first".to_owned());
    let times = RwSignal::new(0);
    let view = move || {
        let child = move || {
            times.update_untracked(|times| *times += 1);
            // Read while it is drawn, as a careless child does.
            words.get()
        };
        view! {
            <p class="above">"In sight"</p>
            <Below>
                <p class="below">{child()}</p>
            </Below>
            <Below is_in_sight=true>
                <p class="beside">"In sight, too"</p>
            </Below>
        }
    };
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    let mounted = mount_to(place.clone(), view);
    find::<HtmlElement>(&place, ".above");
    find::<HtmlElement>(&place, ".beside");
    assert!(place.query_selector(".below").unwrap().is_none(), "nobody sees it yet");
    after(700).await;
    words.set("second".to_owned());
    next_frame().await;
    assert_eq!(find::<HtmlElement>(&place, ".below").text_content().as_deref(), Some("first"));
    assert_eq!(times.get_untracked(), 1, "drawn once");
    drop(mounted);
}

#[wasm_bindgen_test]
async fn what_is_worked_out_anew_is_told_of_once_and_a_frame_later() {
    let (one, other) = (RwSignal::new(0), RwSignal::new(0));
    let told = RwSignal::new(0);
    let view = move || {
        let changed = a_frame_after(move || {
            let _followed = (one.get(), other.get());
        });
        let times = Memo::new(move |times: Option<&usize>| {
            changed.track();
            times.map_or(0, |times| times + 1)
        });
        Effect::new(move || told.set(times.get()));
    };
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    let mounted = mount_to(place, view);
    after(700).await;
    assert_eq!(told.get_untracked(), 0, "nothing has changed");
    for value in 1..=3 {
        one.set(value);
        other.set(value);
    }
    after(0).await;
    assert_eq!(told.get_untracked(), 0, "not before the frame");
    after(700).await;
    assert_eq!(told.get_untracked(), 1, "three changes of two values in one frame");
    one.set(4);
    after(700).await;
    assert_eq!(told.get_untracked(), 2);
    // What a page that has gone was to be told falls to the ground.
    one.set(5);
    drop(mounted);
    after(700).await;
    assert_eq!(told.get_untracked(), 2);
}

#[wasm_bindgen_test]
async fn a_toast_keeps_its_live_region_and_offers_its_action() {
    let message = RwSignal::new(None::<String>);
    let is_undone = RwSignal::new(false);
    let view = move || {
        view! {
            <Toast
                message
                action=Signal::stored(Some("Undo".to_owned()))
                on_action=move || is_undone.set(true)
                dismiss_label="Dismiss"
                on_dismiss=move || message.set(None)
            />
        }
    };
    draw(view, async move |place: &HtmlElement| {
        let region: HtmlElement = find(place, "[role=status]");
        message.set(Some("Deleted.".to_owned()));
        next_frame().await;
        assert_eq!(region.text_content().as_deref(), Some("Deleted."));
        find::<HtmlElement>(place, "button").click();
        assert!(is_undone.get_untracked());
    })
    .await;
}

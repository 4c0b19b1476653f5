//! The clock, random bits, files, sharing, room and the page.

use std::{cell::RefCell, rc::Rc};

use steadyhand::platform::{
    base, clock,
    files::{self, FileError, PickedFile},
    page, quota, random, share,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, HtmlElement, window};

fn document() -> Document {
    window().unwrap().document().unwrap()
}

#[wasm_bindgen_test]
fn the_base_is_the_folder_of_the_page() {
    let base = base::base_path();
    assert!(base.starts_with('/') && base.ends_with('/'), "{base}");
    assert!(window().unwrap().location().pathname().unwrap().starts_with(&base));
    assert_eq!(base::own_name("x"), format!("{base}#x"));
}

#[wasm_bindgen_test]
fn a_local_time_is_the_moment_its_offset_says() {
    for (year, month, day, hour, minute) in
        [(2025, 1, 31, 4, 5), (2025, 7, 1, 23, 59), (2024, 2, 29, 0, 0), (1970, 1, 1, 12, 0)]
    {
        let moment = clock::moment_at(year, month, day, hour, minute);
        let local = chrono::DateTime::from_timestamp_millis(
            moment.unix_ms + i64::from(moment.offset_minutes) * 60_000,
        );
        let local = local.unwrap().format("%Y %m %d %H %M %S").to_string();
        let expected = format!("{year:04} {month:02} {day:02} {hour:02} {minute:02} 00");
        assert_eq!(local, expected);
    }
    let now = clock::now();
    assert!(now.unix_ms > 1_700_000_000_000 && now.offset_minutes.abs() <= 14 * 60);
    assert!(clock::zone_name().is_some_and(|name| !name.is_empty()));
}

#[wasm_bindgen_test]
async fn waiting_ends() {
    let began = clock::now().unix_ms;
    clock::after(30).await;
    assert!(clock::now().unix_ms - began >= 25);
    clock::next_frame().await;
    let never = std::future::pending::<()>();
    assert_eq!(clock::within(20, never).await, None);
    assert_eq!(clock::within(20, std::future::ready(7)).await, Some(7));
}

#[wasm_bindgen_test]
fn random_bits_differ() {
    let (one, other) = (random::bits().unwrap(), random::bits().unwrap());
    assert_ne!(one, other);
    assert_ne!(one >> 64, 0);
    assert_ne!(one << 64, 0);
}

#[wasm_bindgen_test]
async fn a_picked_file_is_read_unless_it_is_too_large() {
    let bytes = [0xEF, 0xBB, 0xBF, b'{', 0, 0xFF];
    let file = PickedFile::from_bytes("plan.json", &bytes).unwrap();
    assert_eq!((file.name().as_str(), file.bytes()), ("plan.json", 6));
    assert_eq!(file.part(0, 6).await.unwrap(), bytes);
    assert_eq!(file.part(2, 4).await.unwrap(), bytes[2..4]);
    assert_eq!(file.check_size(6), Ok(()));
    assert_eq!(file.check_size(5), Err(FileError::TooLarge { bytes: 6 }));
}

#[wasm_bindgen_test]
fn a_change_event_of_anything_else_has_no_files() {
    let event = web_sys::Event::new("change").unwrap();
    assert!(PickedFile::from_change(&event).is_empty());
}

#[wasm_bindgen_test]
async fn a_download_is_offered_under_its_name_and_leaves_no_trace() {
    let watch = "globalThis.offered = null;
        addEventListener('click', event => {
            const link = event.target.closest('a[download]');
            if (!link) return;
            event.preventDefault();
            globalThis.offered = { name: link.download, address: link.href };
        }, { capture: true });";
    js_sys::eval(watch).unwrap();
    files::download("plan.json", "application/json", "{\"a\":\"é\"}").unwrap();
    assert_eq!(document().query_selector("a[download]").unwrap(), None);
    let read = "(async () => {
            const answer = await fetch(offered.address);
            return `${offered.name} ${answer.headers.get('content-type')} ${await answer.text()}`;
        })()";
    let promise: js_sys::Promise = js_sys::eval(read).unwrap().into();
    let told = wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
    assert_eq!(told.as_string().unwrap(), "plan.json application/json {\"a\":\"é\"}");
}

#[wasm_bindgen_test]
async fn a_browser_that_cannot_share_says_so() {
    if !share::can_share("plan.txt", "text/plain") {
        let shared = share::share("Plan", "plan.txt", "text/plain", "text").await;
        assert_eq!(shared, Err(share::ShareError::Missing));
    }
}

#[wasm_bindgen_test]
async fn room_and_persistence_are_answered() {
    let estimate = quota::estimate().await.unwrap();
    assert!(estimate.quota > estimate.usage);
    let known = [quota::Persistence::Granted, quota::Persistence::Denied];
    assert!(known.contains(&quota::persisted().await));
    assert_ne!(quota::persist().await, quota::Persistence::Missing);
}

#[wasm_bindgen_test]
async fn a_hash_guard_hears_until_it_is_dropped() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let guard = page::on_hash_change({
        let heard = heard.clone();
        move |hash| heard.borrow_mut().push(hash)
    });
    page::set_hash("/goals/a%20b");
    assert_eq!(page::hash(), "/goals/a%20b");
    clock::after(50).await;
    page::replace_hash("/today");
    assert_eq!(page::hash(), "/today");
    clock::after(50).await;
    assert_eq!(*heard.borrow(), ["/goals/a%20b"]);
    drop(guard);
    page::set_hash("/meetings");
    clock::after(50).await;
    assert_eq!(heard.borrow().len(), 1);
    page::replace_hash("");
    assert_eq!(page::hash(), "");
}

#[wasm_bindgen_test]
async fn a_link_is_told_before_it_is_followed_whatever_in_it_is_pressed() {
    let body = document().body().unwrap();
    let place = document().create_element("p").unwrap();
    place.set_inner_html("<a href='#/goals'><span>Goals</span></a> <span>no link</span>");
    body.append_child(&place).unwrap();
    let before = page::hash();
    let heard = Rc::new(RefCell::new(Vec::new()));
    let guard = page::on_link({
        let heard = heard.clone();
        move |address| heard.borrow_mut().push((address, page::hash()))
    });
    let press = |selector: &str| {
        let found = place.query_selector(selector).unwrap().unwrap();
        found.unchecked_into::<HtmlElement>().click();
    };
    press("a + span");
    press("a > span");
    assert_eq!(*heard.borrow(), [("#/goals".to_owned(), before)]);
    assert_eq!(page::hash(), "/goals");
    drop(guard);
    press("a");
    assert_eq!(heard.borrow().len(), 1);
    // What the browser tells of the change of address is none of the next test's.
    clock::after(50).await;
    page::replace_hash("");
    place.remove();
}

#[wasm_bindgen_test]
fn the_page_says_whether_something_floats_and_whether_somebody_writes() {
    let root = document().document_element().unwrap();
    page::set_floating(true);
    assert!(root.has_attribute("data-floating"));
    page::set_floating(false);
    assert!(!root.has_attribute("data-floating"));

    let field = |kind: &str| {
        let field = document().create_element("input").unwrap();
        field.set_attribute("type", kind).unwrap();
        field.set_id(&format!("written-{kind}"));
        document().body().unwrap().append_child(&field).unwrap();
        field
    };
    let fields = [field("text"), field("checkbox")];
    // A window that is not in front moves the keyboard without saying so.
    let is_writing_in = |kind: &str| {
        assert!(page::focus(&format!("written-{kind}")));
        window().unwrap().dispatch_event(&web_sys::Event::new("focusin").unwrap()).unwrap();
        root.has_attribute("data-writing")
    };
    let guard = page::mark_writing();
    assert!(is_writing_in("text"));
    assert!(!is_writing_in("checkbox"), "a box is only ticked");
    assert!(is_writing_in("text"));
    fields[0].remove();
    window().unwrap().dispatch_event(&web_sys::Event::new("focusout").unwrap()).unwrap();
    assert!(!root.has_attribute("data-writing"), "the field has gone");
    document().body().unwrap().append_child(&fields[0]).unwrap();
    drop(guard);
    assert!(!is_writing_in("text"), "nobody listens any more");
    fields.iter().for_each(web_sys::Element::remove);
}

#[wasm_bindgen_test]
fn the_page_takes_language_theme_title_and_focus() {
    let root = document().document_element().unwrap();
    page::set_language("es");
    page::set_theme(Some("dark"));
    page::set_title("Steadyhand");
    assert_eq!(root.get_attribute("lang").as_deref(), Some("es"));
    assert_eq!(page::language(), "es");
    // Who is new here speaks the language of the page.
    page::set_language("en");
    assert_eq!(root.get_attribute("data-theme").as_deref(), Some("dark"));
    assert_eq!(document().title(), "Steadyhand");
    page::set_theme(None);
    assert_eq!(root.get_attribute("data-theme"), None);

    let start = document().create_element("button").unwrap();
    start.set_id("start");
    document().body().unwrap().append_child(&start).unwrap();
    assert!(page::focus("start"));
    assert_eq!(document().active_element().unwrap().id(), "start");
    page::remove_start_screen();
    page::remove_start_screen();
    assert!(!page::focus("start"));
    page::scroll_to_top();
}

//! The codec as it runs on a phone: 32-bit sizes, no threads, the browser's own bytes.

use steadyhand::codec::bundle::{self, Audience, Header};
use steadyhand::domain::{Context, DeviceId, Role, Workspace};
use steadyhand::i18n::Locale;
use steadyhand::platform::random;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_plan_with_random_ids_goes_out_and_comes_back_whole() {
    let mut draw = || random::bits().unwrap();
    let now = "2026-11-24T06:10:00-06:00".parse().unwrap();
    let device = DeviceId::from_random(draw());
    let mut ctx = Context { device, now, random: &mut draw };
    let mut workspace = Workspace::new();
    let words = &Locale::Spanish.messages().example;
    let pack = steadyhand::codec::pack::built_in("en");
    workspace.add_example(words, pack, "Ana", Role::Student, &mut ctx).unwrap();

    let header = Header { audience: Audience::Pair, made: now, from: None };
    let text = bundle::write(&header, workspace.plans());
    let read = bundle::read(text.as_bytes()).unwrap();
    let mut again = Workspace::new();
    let arrival = again.look_at(read.plans, device, DeviceId::from_random(99));
    again.import(arrival);
    assert_eq!(again, workspace);
}

#[wasm_bindgen_test]
fn a_file_that_ends_anywhere_is_refused_without_a_panic() {
    let text = include_str!("../fixtures/v1/example.steadyhand.json").trim_end();
    for end in (0..text.len()).step_by(97) {
        assert!(bundle::read(text.as_bytes().get(..end).unwrap_or_default()).is_err(), "at {end}");
    }
}

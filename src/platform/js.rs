//! Small readings of JavaScript values that more than one module needs.

use js_sys::{Function, JSON, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The name and the message of something JavaScript threw, as far as it has them.
pub(super) fn name_and_message(thrown: &JsValue) -> (String, String) {
    let read = |key: &str| property(thrown, key).and_then(|value| value.as_string());
    let name = read("name").unwrap_or_default();
    let message = read("message").or_else(|| thrown.as_string()).unwrap_or_default();
    (name, message)
}

/// A property that is there and is neither `undefined` nor `null`.
pub(super) fn property(target: &JsValue, key: &str) -> Option<JsValue> {
    let value = Reflect::get(target, &JsValue::from_str(key)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A method of an object, if it has one of this name.
pub(super) fn method(target: &JsValue, key: &str) -> Option<Function> {
    property(target, key)?.dyn_into().ok()
}

/// The first byte of U+FFFD, the replacement character, in UTF-8.
const FIRST_OF_REPLACEMENT: u8 = 0xEF;

/// The text, if the value is a string and a well-formed one. Half a surrogate pair cannot live in
/// Rust and would come back as another character, so such a string is not taken for text.
pub(super) fn text(value: &JsValue) -> Option<String> {
    let text = value.as_string()?;
    // Only a broken string is converted with U+FFFD, and few honest ones contain what that begins with; so the slow
    // question is asked of those alone.
    if text.as_bytes().contains(&FIRST_OF_REPLACEMENT)
        && !value.unchecked_ref::<JsString>().is_valid_utf16()
    {
        return None;
    }
    Some(text)
}

/// Any value as text that a person can be shown and that a program can read again where JSON can
/// hold it.
pub(super) fn shown(value: &JsValue) -> String {
    JSON::stringify(value)
        .ok()
        .and_then(|json| JsValue::from(json).as_string())
        .unwrap_or_else(|| format!("{value:?}"))
}

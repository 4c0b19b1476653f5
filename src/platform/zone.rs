//! The clocks of time zones, as the browser knows them.

use chrono::{NaiveDate, NaiveDateTime};
use js_sys::{Date, Function, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::js;

/// The clock of a zone by its name, whichever zone this device is in.
pub struct NamedClock(Function);

/// How many seconds this device's own clock is ahead of UTC, so many seconds after 1970.
pub fn own_offset(at: i64) -> i32 {
    let date = Date::new(&JsValue::from_f64(at as f64 * 1000.0));
    -(date.get_timezone_offset() as i32) * 60
}

impl NamedClock {
    /// The clock of the zone with this IANA name, if the browser knows it.
    pub fn of(name: &str) -> Option<Self> {
        let intl = js::property(&js_sys::global(), "Intl")?;
        let maker: Function = js::method(&intl, "DateTimeFormat")?;
        let options = Object::new();
        let parts = ["year", "month", "day", "hour", "minute", "second"];
        let wishes = [("timeZone", name), ("hourCycle", "h23"), ("calendar", "gregory")];
        for (key, value) in parts.map(|part| (part, "numeric")).into_iter().chain(wishes) {
            Reflect::set(&options, &key.into(), &value.into()).ok()?;
        }
        // A name that it does not know is refused.
        let format = maker.call2(&intl, &"en-US".into(), &options).ok()?;
        js::method(&format, "format").map(Self)
    }

    /// How many seconds it is ahead of UTC, so many seconds after 1970; nothing where the browser answers
    /// in a way that cannot be read.
    pub fn offset(&self, at: i64) -> Option<i32> {
        let shown =
            self.0.call1(&JsValue::UNDEFINED, &JsValue::from_f64(at as f64 * 1000.0)).ok()?;
        let shown = read(&String::from(shown.dyn_into::<JsString>().ok()?))?;
        i32::try_from(shown.and_utc().timestamp() - at).ok()
    }
}

/// What a clock shows, written as in the United States: `11/26/2026, 15:30:00`.
fn read(text: &str) -> Option<NaiveDateTime> {
    let mut numbers =
        text.split(|letter: char| !letter.is_ascii_digit()).filter(|it| !it.is_empty());
    let mut next = || numbers.next()?.parse::<u32>().ok();
    let (month, day, year) = (next()?, next()?, next()?);
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    // Some browsers say 24 at midnight, whatever they are asked.
    date.and_hms_opt(next()? % 24, next()?, next()?)
}

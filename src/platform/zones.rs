//! The clocks of the world's time zones, as the browser knows them.

use chrono::{NaiveDate, NaiveDateTime};
use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::JsValue;

use super::js;

/// How many seconds this device's clock is ahead of UTC, so many seconds after 1970.
pub fn home_offset(seconds: i64) -> i32 {
    let date = Date::new(&JsValue::from_f64(seconds as f64 * 1000.0));
    -(date.get_timezone_offset() as i32) * 60
}

/// The clock of one zone.
#[derive(Debug)]
pub struct ZoneClock(Function);

impl ZoneClock {
    /// The clock of the zone with an IANA name, such as `America/Chicago`, if the browser knows it.
    pub fn find(name: &str) -> Option<Self> {
        let intl = js::property(&js_sys::global(), "Intl")?;
        let formats = js::method(&intl, "DateTimeFormat")?;
        let options = Object::new();
        let parts = ["year", "month", "day", "hour", "minute", "second"];
        let numeric = parts.map(|part| (part, "numeric"));
        for (key, value) in numeric.into_iter().chain([("timeZone", name), ("hourCycle", "h23")]) {
            Reflect::set(&options, &key.into(), &value.into()).ok()?;
        }
        // A name that is not known is thrown back.
        let format = Reflect::construct(&formats, &Array::of2(&"en-US".into(), &options)).ok()?;
        Some(Self(js::method(&format, "format")?))
    }

    /// How many seconds the clock is ahead of UTC, so many seconds after 1970.
    pub fn offset(&self, seconds: i64) -> Option<i32> {
        let date = Date::new(&JsValue::from_f64(seconds as f64 * 1000.0));
        let written = self.0.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()?;
        let shown = read(&written)?.and_utc().timestamp();
        i32::try_from(shown - seconds).ok()
    }
}

/// Reads `11/26/2026, 19:00:00`. Some browsers write midnight as the hour 24.
fn read(written: &str) -> Option<NaiveDateTime> {
    let mut numbers = written
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse::<u32>().ok());
    let mut next = || numbers.next().flatten();
    let (month, day, year) = (next()?, next()?, next()?);
    let (hour, minute, second) = (next()?, next()?, next()?);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?.and_hms_opt(
        hour % 24,
        minute,
        second,
    )
}

//! The time, the local time zone, and waiting.

use std::{cell::Cell, future::Future};

use futures_channel::oneshot;
use futures_util::future::{Either, select};
use gloo_events::EventListener;
use gloo_render::request_animation_frame;
use gloo_timers::{callback::Interval, future::TimeoutFuture};
use js_sys::{Date, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageChannel, window};

use super::js;

/// A hidden page draws no frames, so [`next_frame`] waits no longer than this.
const FRAME_LIMIT: u32 = 100;
/// [`breathe`] waits no longer than this, in milliseconds, whatever else there is to do.
const BREATH_LIMIT: u32 = 1_000;
/// How often [`on_minute`] looks at the clock.
const GLANCE: u32 = 5_000;

/// A moment by this device's clock, which may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970 in UTC.
    pub unix_ms: i64,
    /// How far the local time of that moment is ahead of UTC, in minutes; west of Greenwich it is
    /// negative.
    pub offset_minutes: i32,
}

/// The present moment.
pub fn now() -> Moment {
    moment(&Date::new_0())
}

/// The moment a local date and time name on this device. Months and days count from one. In the
/// hour that a clock change skips the browser answers with the time after it, in the hour it
/// repeats with the first of the two.
pub fn moment_at(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> Moment {
    // A two-digit year would be taken for one of the last century by the constructor, but not here.
    let date = Date::new_with_year_month_day_hr_min(2000, 0, 1, hour as i32, minute as i32);
    date.set_full_year_with_month_date(year as u32, month as i32 - 1, day as i32);
    date.set_hours(hour);
    date.set_minutes(minute);
    moment(&date)
}

/// How far local time is ahead of UTC, in minutes, at a local date and time.
pub fn offset_minutes_at(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> i32 {
    moment_at(year, month, day, hour, minute).offset_minutes
}

fn moment(date: &Date) -> Moment {
    Moment { unix_ms: date.get_time() as i64, offset_minutes: -(date.get_timezone_offset() as i32) }
}

/// The name of the local time zone, such as `America/Chicago`, if the browser tells.
pub fn zone_name() -> Option<String> {
    let intl = js::property(&js_sys::global(), "Intl")?;
    let format: Function = js::method(&intl, "DateTimeFormat")?;
    let format = format.call0(&intl).ok()?;
    let options = js::method(&format, "resolvedOptions")?.call0(&format).ok()?;
    js::property(&options, "timeZone")?.as_string()
}

/// Stops its calls when dropped.
#[must_use]
pub struct Ticking(#[expect(dead_code, reason = "held for its drop")] Interval);

/// Calls when a new minute has begun, within a few seconds, also after the device has slept.
pub fn on_minute(mut call: impl FnMut() + 'static) -> Ticking {
    let minute = || now().unix_ms.div_euclid(60_000);
    let last = Cell::new(minute());
    Ticking(Interval::new(GLANCE, move || {
        let current = minute();
        if last.replace(current) != current {
            call();
        }
    }))
}

/// The time that has passed since the page was opened, in milliseconds and their parts.
pub fn ticks() -> f64 {
    match window().and_then(|window| window.performance()) {
        Some(performance) => performance.now(),
        None => Date::now(),
    }
}

/// Lets the browser do what waits: input, drawing, and other work. Unlike a timer this comes back as
/// soon as that is done, also in a hidden page.
pub async fn breathe() {
    let scheduler = js::property(&js_sys::global(), "scheduler");
    let promise = scheduler.and_then(|scheduler| {
        let promise = js::method(&scheduler, "yield")?.call0(&scheduler).ok()?;
        promise.dyn_into::<Promise>().ok()
    });
    match (promise, MessageChannel::new()) {
        (Some(promise), _) => drop(promised(BREATH_LIMIT, promise).await),
        (None, Ok(channel)) => turn(&channel).await,
        (None, Err(_)) => after(0).await,
    }
}

/// Waits until a message to the page itself has come round.
async fn turn(channel: &MessageChannel) {
    let (sender, receiver) = oneshot::channel();
    let port = channel.port1();
    let _listener = EventListener::once(&port, "message", move |_| {
        // Nobody listens any more once the limit has passed.
        let _ = sender.send(());
    });
    port.start();
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        let _ = within(BREATH_LIMIT, receiver).await;
    }
    port.close();
}

/// Waits. A hidden page may be made to wait longer.
pub async fn after(milliseconds: u32) {
    TimeoutFuture::new(milliseconds).await;
}

/// Waits until the browser is about to draw, or a tenth of a second where it does not draw.
pub async fn next_frame() {
    let (sender, receiver) = oneshot::channel();
    let _frame = request_animation_frame(move |_| {
        // Nobody listens any more once the limit has passed.
        let _ = sender.send(());
    });
    let _ = within(FRAME_LIMIT, receiver).await;
}

/// What the future answers, or nothing if it has not answered in time.
pub async fn within<F: Future>(milliseconds: u32, future: F) -> Option<F::Output> {
    let future = std::pin::pin!(future);
    match select(future, TimeoutFuture::new(milliseconds)).await {
        Either::Left((answer, _)) => Some(answer),
        Either::Right(((), _)) => None,
    }
}

/// What a promise answers, or nothing if it has not answered in time.
pub(super) async fn promised(
    milliseconds: u32,
    promise: js_sys::Promise,
) -> Option<Result<JsValue, JsValue>> {
    within(milliseconds, wasm_bindgen_futures::JsFuture::from(promise)).await
}

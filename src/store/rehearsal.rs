//! A first tick, tried where nobody sees it.
//!
//! A browser compiles each function of the program when it is first called, and on a phone the first tick of a start is
//! answered a third later for that. So as soon as a start is whole and nothing is waited for, a task is ticked in a plan that
//! stands in no store, written as it would be stored, and let go. Nothing of it is kept, told or drawn.

use leptos::task::spawn_local;

use super::now;
use crate::codec::stored;
use crate::domain::{Context, DeviceId, rehearse_a_tick};
use crate::platform::clock;

/// How long a start that is whole is left alone before, in milliseconds.
const WAIT: u32 = 300;

/// Rehearses a tick when a start has come to rest.
pub(super) fn soon() {
    spawn_local(async {
        clock::after(WAIT).await;
        let mut count = 0;
        let mut random = || {
            count += 1;
            count
        };
        let device = DeviceId::from_random(0);
        let mut ctx = Context { device, now: now(), random: &mut random };
        let record = rehearse_a_tick(&mut ctx);
        let _text = record.map(|(key, record)| stored::write(&key, &record));
    });
}

//! What is below the first screen waits for one frame, so that a tap is answered by what is in sight.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::redrawn::{follow, redrawn};

/// A page that nobody sees makes no frames: after this time, in milliseconds, it is whole without one. A slow phone is
/// to have drawn its frame by then.
const UNSEEN: u64 = 500;

/// What nobody sees before the next frame, because it is further down the page or folded away.
#[component]
pub fn Below(
    /// Whether it is in sight this time, and so is drawn at once.
    #[prop(optional)]
    is_in_sight: bool,
    /// What is drawn then.
    children: Children,
) -> impl IntoView {
    if is_in_sight {
        return children();
    }
    let has_come = next_frame();
    let children = StoredValue::new_local(Some(children));
    redrawn(move || {
        if !has_come.get() {
            return ().into_any();
        }
        let due = children.try_update_value(Option::take).flatten();
        // Drawn once: what the children read is theirs to follow.
        due.map_or_else(|| ().into_any(), |children| untrack(children))
    })
}

/// Whether the frame after this one can be made, that is, whether what is drawn now is on the screen, or would be.
pub fn next_frame() -> Signal<bool> {
    let has_come = RwSignal::new(false);
    let come = move || {
        // It has come already, or the reader has left the page meanwhile.
        if has_come.try_get_untracked() == Some(false) {
            has_come.set(true);
        }
    };
    once_drawn(come);
    has_come.into()
}

/// Tells that something has changed, one frame after it has: what is worked out from it anew is then no part of the
/// answer to a tap.
pub fn a_frame_after(read: impl Fn() + 'static) -> Trigger {
    boxed_frame_after(Box::new(read))
}

fn boxed_frame_after(read: Box<dyn Fn()>) -> Trigger {
    let (late, is_due) = (Trigger::new(), Rc::new(Cell::new(None)));
    follow(move || {
        read();
        // What has just been drawn knows all of it.
        if is_due.replace(Some(true)).is_some() {
            let is_due = is_due.clone();
            once_drawn(move || {
                if is_due.replace(Some(false)) == Some(true) {
                    late.notify();
                }
            });
        }
    });
    late
}

/// Calls `act` as soon as what is drawn now is on the screen, or would be; and once more later, which `act` has to bear.
pub fn once_drawn(act: impl Fn() + 'static) {
    call_once_drawn(Rc::new(act));
}

fn call_once_drawn(act: Rc<dyn Fn()>) {
    let after = move |wait| {
        let act = act.clone();
        set_timeout(move || act(), Duration::from_millis(wait));
    };
    after(UNSEEN);
    request_animation_frame(move || after(0));
}

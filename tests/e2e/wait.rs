//! Waiting: for one answer of a driver, and for a page to come to a state.

use std::panic::panic_any;
use std::thread::sleep;
use std::time::{Duration, Instant};

use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use tokio::runtime::{Builder, Runtime};

/// How long a page may take to come to what a journey expects.
pub const PATIENCE: Duration = Duration::from_secs(15);

thread_local! {
    static RUNTIME: Runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be made");
}

/// Waits for one answer, so that journeys read as plain steps.
pub fn wait_for<T>(answer: impl Future<Output = T>) -> T {
    RUNTIME.with(|runtime| runtime.block_on(answer))
}

/// Tries until there is something, or until patience ends.
pub fn eventually<T>(mut attempt: impl FnMut() -> Option<T>) -> Option<T> {
    let until = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = attempt() {
            return Some(found);
        }
        if Instant::now() > until {
            return None;
        }
        sleep(Duration::from_millis(40));
    }
}

/// What is still found when a page has had its time to come to rest: parts of it may be on their way, or be drawn
/// right now.
pub fn lasting<T>(mut look: impl FnMut() -> Vec<T>) -> Vec<T> {
    let mut found = Vec::new();
    let mut is_right = || {
        found = look();
        found.is_empty().then_some(())
    };
    let _outcome = eventually(&mut is_right);
    found
}

/// The panic of a journey whose *driver* failed. Such a journey may be tried a second time; one whose
/// page did the wrong thing may not.
pub struct DriverFailed(pub String);

impl DriverFailed {
    /// Ends the journey.
    #[track_caller]
    pub fn raise(what: String) -> ! {
        panic_any(Self(what))
    }

    /// Ends the journey with an error of the driver, which may be the driver's own failure or not.
    #[track_caller]
    pub fn sort(who: &str, error: &WebDriverError) -> ! {
        if Self::is(error) {
            Self::raise(format!("{who}: {error}"))
        } else {
            panic!("{who}: {error}")
        }
    }

    /// Whether an error says that driver or browser is gone, rather than that a step was wrong.
    pub fn is(error: &WebDriverError) -> bool {
        match error.as_inner() {
            WebDriverErrorInner::SessionNotCreated(_)
            | WebDriverErrorInner::InvalidSessionId(_)
            | WebDriverErrorInner::RequestFailed(_)
            | WebDriverErrorInner::HttpError(_)
            | WebDriverErrorInner::FatalError(_)
            | WebDriverErrorInner::CommandRecvError(_)
            | WebDriverErrorInner::CommandSendError(_) => true,
            WebDriverErrorInner::UnknownError(info) => {
                let text = info.to_string();
                ["disconnected", "not reachable", "crashed", "marionette"]
                    .iter()
                    .any(|sign| text.to_lowercase().contains(sign))
            }
            _ => false,
        }
    }
}

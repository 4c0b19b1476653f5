//! Taking in what the rescue screen gave out, or any other file a person picks: any bytes are either
//! refused with words, or hold something that a backup carries on whole.

use steadyhand::codec::bundle::{self, Bundle};
use steadyhand::codec::{BundleError, raw};

pub fn check(bytes: &[u8]) {
    let opened = match raw::open(bytes) {
        Ok(opened) => opened,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    let Some(text) = written(&opened.bundle) else { return };
    let again = match bundle::read(text.as_bytes()) {
        Ok(again) => again,
        // Storage knows no limits but that of its size, and a file does.
        Err(BundleError::TooMany { .. } | BundleError::TextTooLong { .. }) => return,
        Err(error) => panic!("what is written cannot be read: {error}"),
    };
    assert_eq!(again.plans, opened.bundle.plans, "a backup carries the same plans");
    assert_eq!(again.device, opened.bundle.device, "a backup carries all else, too");
    assert_eq!(written(&again), Some(text), "writing again writes the same text");
    assert_eq!(raw::open(bytes), Ok(opened), "opening twice finds the same");
}

/// The backup of what was opened, if it is that of a device.
fn written(opened: &Bundle) -> Option<String> {
    let plans = opened.plans.iter().map(|(id, plan)| (*id, plan));
    Some(bundle::write_backup(&opened.header, plans, opened.device.as_ref()?))
}

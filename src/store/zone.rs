//! Where on earth this device's clock is set.

use super::Store;
use crate::platform::clock;

impl Store {
    /// The name of this device's time zone, such as `America/Chicago`, if the browser tells.
    pub fn zone_name(&self) -> Option<String> {
        clock::zone_name()
    }
}

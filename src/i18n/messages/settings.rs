//! Settings.

/// Settings.
#[derive(Clone, Copy, Debug)]
pub struct SettingsMessages {
    /// The page's heading.
    pub title: &'static str,
}

pub(super) const EN: SettingsMessages = SettingsMessages { title: "Settings" };

pub(super) const ES: SettingsMessages = SettingsMessages { title: "Settings" };

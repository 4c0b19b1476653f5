//! The program itself on this device: whether a newer version of it is there, and how it can be
//! installed as an app.

/// Whether a page can be replaced by one of a newer version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Update {
    /// It is of the version that new pages are of, and no other waits.
    #[default]
    Current,
    /// A new version is here, whole, and takes over when the reader agrees or the last page is closed.
    Waits,
    /// A new version has taken over since this page was opened: loading it again is enough.
    TookOver,
}

impl Update {
    /// How a page of the version `own` stands, when new pages are of the version `active` and
    /// `waiting` waits. What is not known yet is no news.
    pub fn of(own: &str, active: Option<&str>, waiting: Option<&str>) -> Self {
        match (active, waiting) {
            (_, Some(waiting)) if waiting != own => Self::Waits,
            // What waits may be what this page is of, when a host has gone back to it.
            (_, Some(_)) => Self::Current,
            (Some(active), None) if active != own => Self::TookOver,
            (Some(_) | None, None) => Self::Current,
        }
    }
}

/// How the program becomes an app on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Installing {
    /// It is one already.
    Done,
    /// The browser can be told to ask.
    Prompt,
    /// On iPhone and iPad: by the share menu, in any browser. The app then has a storage of its own, so
    /// it is best done before anything is written.
    HomeScreen,
    /// In Safari on a Mac: by the share or file menu, again with a storage of its own.
    Dock,
    /// By the browser's menu.
    Menu,
    /// This browser installs no pages.
    #[default]
    Nowhere,
}

impl Installing {
    /// The way there is in a browser that calls itself `user_agent`, on a screen that tells
    /// `touch_points` fingers apart. An iPad calls itself a Mac, but no Mac has a touch screen.
    pub fn of(user_agent: &str, touch_points: u32, is_installed: bool, can_prompt: bool) -> Self {
        let says = |names: &[&str]| names.iter().any(|name| user_agent.contains(name));
        let is_mac = says(&["Macintosh"]);
        if is_installed {
            Self::Done
        } else if can_prompt {
            Self::Prompt
        } else if says(&["iPhone", "iPad", "iPod"]) || (is_mac && touch_points > 1) {
            Self::HomeScreen
        } else if says(&["Android"]) || says(&["Chrome/", "Edg/"]) {
            Self::Menu
        } else if is_mac && says(&["Safari/"]) {
            Self::Dock
        } else {
            Self::Nowhere
        }
    }

    /// Whether the app will not see what was written in the browser before.
    pub fn starts_empty(self) -> bool {
        matches!(self, Self::HomeScreen | Self::Dock)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_is_offered_and_what_took_over_needs_a_reload() {
        use Update::{Current, TookOver, Waits};
        let standings = [
            (None, None, Current),
            (Some("a"), None, Current),
            (Some("a"), Some("b"), Waits),
            (None, Some("b"), Waits),
            (Some("b"), None, TookOver),
            // Two versions further, and the one between has taken over.
            (Some("b"), Some("c"), Waits),
            // The host went back to what this page is of.
            (Some("a"), Some("a"), Current),
            (Some("b"), Some("a"), Current),
        ];
        for (active, waiting, expected) in standings {
            assert_eq!(Update::of("a", active, waiting), expected, "{active:?} {waiting:?}");
        }
    }

    #[test]
    fn every_browser_is_told_its_own_way() {
        const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) \
                              AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
        const CHROME_ON_IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) \
                              AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1";
        const SAFARI: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) \
                              AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";
        const CHROME_ON_MAC: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) \
                              AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
        const FIREFOX_ON_ANDROID: &str =
            "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";
        const FIREFOX: &str =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        const FIREFOX_ON_MAC: &str =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0";
        let ways = [
            (IPHONE, 5, Installing::HomeScreen),
            (CHROME_ON_IPHONE, 5, Installing::HomeScreen),
            (SAFARI, 5, Installing::HomeScreen),
            (SAFARI, 0, Installing::Dock),
            (CHROME_ON_MAC, 0, Installing::Menu),
            (FIREFOX_ON_ANDROID, 5, Installing::Menu),
            (FIREFOX, 0, Installing::Nowhere),
            (FIREFOX_ON_MAC, 0, Installing::Nowhere),
        ];
        for (agent, fingers, expected) in ways {
            assert_eq!(Installing::of(agent, fingers, false, false), expected, "{agent}");
            assert_eq!(Installing::of(agent, fingers, false, true), Installing::Prompt);
            assert_eq!(Installing::of(agent, fingers, true, true), Installing::Done);
        }
    }
}

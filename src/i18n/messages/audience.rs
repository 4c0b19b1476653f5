//! Who sees what.

/// Who sees what.
#[derive(Clone, Copy, Debug)]
pub struct AudienceMessages {
    /// The heading.
    pub title: &'static str,
}

pub(super) const EN: AudienceMessages = AudienceMessages { title: "Who sees this" };

pub(super) const ES: AudienceMessages = AudienceMessages { title: "Quién ve esto" };

//! Plans without people, to begin from.

/// Plans without people, to begin from.
#[derive(Clone, Copy, Debug)]
pub struct TemplateMessages {
    /// The heading.
    pub title: &'static str,
}

pub(super) const EN: TemplateMessages = TemplateMessages { title: "Plan template" };

pub(super) const ES: TemplateMessages = TemplateMessages { title: "Plantilla de plan" };

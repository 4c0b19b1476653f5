//! How both sides see the mentorship.

/// How both sides see the mentorship.
#[derive(Clone, Copy, Debug)]
pub struct EvaluationMessages {
    /// The heading.
    pub title: &'static str,
}

pub(super) const EN: EvaluationMessages = EvaluationMessages { title: "How it goes between us" };

pub(super) const ES: EvaluationMessages = EvaluationMessages { title: "Cómo vamos" };

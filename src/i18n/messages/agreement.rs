//! The mentorship agreement.

/// The mentorship agreement.
#[derive(Clone, Copy, Debug)]
pub struct AgreementMessages {
    /// The heading.
    pub title: &'static str,
}

pub(super) const EN: AgreementMessages = AgreementMessages { title: "Agreement" };

pub(super) const ES: AgreementMessages = AgreementMessages { title: "Acuerdo" };

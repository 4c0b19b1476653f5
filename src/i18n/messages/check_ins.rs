//! Check-ins.

/// Check-ins.
#[derive(Clone, Copy, Debug)]
pub struct CheckInMessages {
    /// The heading.
    pub title: &'static str,
}

pub(super) const EN: CheckInMessages = CheckInMessages { title: "Check-in" };

pub(super) const ES: CheckInMessages = CheckInMessages { title: "Reporte breve" };

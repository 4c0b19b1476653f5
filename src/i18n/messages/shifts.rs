//! Shifts, and times that suit both sides.

/// Shifts, and times that suit both sides.
#[derive(Clone, Copy, Debug)]
pub struct ShiftMessages {
    /// The heading.
    pub title: &'static str,
}

pub(super) const EN: ShiftMessages = ShiftMessages { title: "Shifts" };

pub(super) const ES: ShiftMessages = ShiftMessages { title: "Turnos" };

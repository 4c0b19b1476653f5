//! Goals and tasks.

/// Goals and tasks.
#[derive(Clone, Copy, Debug)]
pub struct GoalMessages {
    /// The page's heading.
    pub title: &'static str,
}

pub(super) const EN: GoalMessages = GoalMessages { title: "Goals and tasks" };

pub(super) const ES: GoalMessages = GoalMessages { title: "Goals and tasks" };

//! People and plans.

/// People and plans.
#[derive(Clone, Copy, Debug)]
pub struct PeopleMessages {
    /// The page's heading.
    pub title: &'static str,
}

pub(super) const EN: PeopleMessages = PeopleMessages { title: "People and plans" };

pub(super) const ES: PeopleMessages = PeopleMessages { title: "People and plans" };

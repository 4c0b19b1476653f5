//! Finding something by its words.

/// Finding something by its words.
#[derive(Clone, Copy, Debug)]
pub struct SearchMessages {
    /// The heading.
    pub title: &'static str,
}

pub(super) const EN: SearchMessages = SearchMessages { title: "Search" };

pub(super) const ES: SearchMessages = SearchMessages { title: "Buscar" };

//! Export, import and conflicts.

/// Export, import and conflicts.
#[derive(Clone, Copy, Debug)]
pub struct ShareMessages {
    /// The page's heading.
    pub title: &'static str,
}

pub(super) const EN: ShareMessages = ShareMessages { title: "Export, import and conflicts" };

pub(super) const ES: ShareMessages = ShareMessages { title: "Export, import and conflicts" };

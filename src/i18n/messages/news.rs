//! What came in and was not looked at yet.

/// What came in and was not looked at yet.
#[derive(Clone, Copy, Debug)]
pub struct NewsMessages {
    /// The heading.
    pub title: &'static str,
    /// What this page is.
    pub why: &'static str,
    /// The mark on what is new.
    pub mark: &'static str,
    /// Who wrote it.
    pub from: fn(&str) -> String,
    /// Who changed it.
    pub changed: fn(&str) -> String,
    /// Makes nothing new any more.
    pub see_all: &'static str,
    /// Nothing is new.
    pub none: &'static str,
    /// When something would be.
    pub none_why: &'static str,
}

pub(super) const EN: NewsMessages = NewsMessages {
    title: "New since the last import",
    why: "What the other side added or changed. Each is new until you open it.",
    mark: "New",
    from: |who| format!("from {who}"),
    changed: |who| format!("changed by {who}"),
    see_all: "Mark all as seen",
    none: "Nothing new",
    none_why: "When you bring in a file, what the other side wrote is listed here until you have \
               looked at it.",
};

pub(super) const ES: NewsMessages = NewsMessages {
    title: "Nuevo desde la última vez que trajiste algo",
    why: "Lo que la otra parte agregó o cambió. Cada cosa es nueva hasta que la abres.",
    mark: "Nuevo",
    from: |who| format!("de {who}"),
    changed: |who| format!("cambio de {who}"),
    see_all: "Marcar todo como visto",
    none: "Nada nuevo",
    none_why: "Cuando traes un archivo, lo que escribió la otra parte aparece aquí hasta que lo \
               miras.",
};

//! Work that takes a while, and giving it up.

/// Work that takes a while.
#[derive(Clone, Copy, Debug)]
pub struct LongWorkMessages {
    /// A file is being read.
    pub reading: &'static str,
    /// What is in it is being compared with what is here.
    pub comparing: &'static str,
    /// It is being taken in.
    pub taking_in: &'static str,
    /// It is being taken back.
    pub taking_back: &'static str,
    /// A file is being written.
    pub writing: &'static str,
    /// Gives it up.
    pub cancel: &'static str,
}

pub(super) const EN: LongWorkMessages = LongWorkMessages {
    reading: "Reading the file…",
    comparing: "Comparing it with what you have…",
    taking_in: "Bringing it in…",
    taking_back: "Undoing the import…",
    writing: "Writing the file…",
    cancel: "Cancel",
};

pub(super) const ES: LongWorkMessages = LongWorkMessages {
    reading: "Leyendo el archivo…",
    comparing: "Comparándolo con lo que tienes…",
    taking_in: "Trayéndolo…",
    taking_back: "Deshaciendo la importación…",
    writing: "Escribiendo el archivo…",
    cancel: "Cancelar",
};

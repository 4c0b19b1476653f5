//! The frame around every page: tabs, banners, the state of saving.

/// The frame around every page.
#[derive(Clone, Copy, Debug)]
pub struct Shell {
    /// The name of the product.
    pub name: &'static str,
    /// The name of the main navigation.
    pub navigation: &'static str,
    /// A link past the navigation.
    pub skip: &'static str,
    /// The tab for today.
    pub today: &'static str,
    /// The tab for goals.
    pub goals: &'static str,
    /// The tab for meetings.
    pub meetings: &'static str,
    /// The tab for feedback.
    pub feedback: &'static str,
    /// Finding something by its words.
    pub search: &'static str,
    /// The tab for everything else.
    pub more: &'static str,
    /// Everything is stored.
    pub saved: &'static str,
    /// Something is on its way into storage.
    pub saving: &'static str,
    /// Storage refuses.
    pub not_saved: &'static str,
    /// The page is on its way.
    pub coming: &'static str,
    /// The page could not be fetched.
    pub not_come: &'static str,
    /// Why, and what to do.
    pub not_come_why: &'static str,
    /// Fetches the page once more.
    pub fetch_again: &'static str,
    /// Nothing can be changed, in the line that tells how saving stands.
    pub only_shown: &'static str,
    /// Something cannot be kept, because the rest of the program has not come.
    pub unkept: &'static str,
    /// Shows further rows of a list.
    pub show_more: &'static str,
    /// Stands for a person who is not known.
    pub somebody: &'static str,
    /// Stands for the reader among other people.
    pub you: &'static str,
}

pub(super) const EN: Shell = Shell {
    name: "Steadyhand",
    navigation: "Main",
    skip: "Skip to navigation",
    today: "Today",
    goals: "Goals",
    meetings: "Meetings",
    feedback: "Feedback",
    search: "Search",
    more: "More",
    saved: "Saved on this device",
    saving: "Saving",
    not_saved: "Not saved",
    coming: "Opening…",
    not_come: "This page did not load",
    not_come_why: "Part of the app is not on this device yet. Nothing is lost. Check your \
                   connection, then try again.",
    fetch_again: "Try again",
    only_shown: "View only",
    unkept: "Part of this app did not load, so your last change is kept only while this page stays open. \
             Check your connection; the app keeps trying.",
    show_more: "Show more",
    somebody: "Somebody",
    you: "you",
};

pub(super) const ES: Shell = Shell {
    name: "Steadyhand",
    navigation: "Principal",
    skip: "Ir a la navegación",
    today: "Hoy",
    goals: "Metas",
    meetings: "Reuniones",
    feedback: "Comentarios",
    search: "Buscar",
    more: "Más",
    saved: "Guardado en este dispositivo",
    saving: "Guardando",
    not_saved: "Sin guardar",
    coming: "Abriendo…",
    not_come: "Esta página no se cargó",
    not_come_why: "Una parte de la aplicación todavía no está en este dispositivo. No se ha perdido \
                   nada. Revisa tu conexión y vuelve a intentarlo.",
    fetch_again: "Volver a intentar",
    only_shown: "Solo para ver",
    unkept: "Una parte de la aplicación no se cargó, así que tu último cambio se conserva solo mientras esta \
             página siga abierta. Revisa tu conexión; la aplicación lo sigue intentando.",
    show_more: "Ver más",
    somebody: "Alguien",
    you: "tú",
};

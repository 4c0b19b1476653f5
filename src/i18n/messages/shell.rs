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
    /// The tab for everything else.
    pub more: &'static str,
    /// Everything is stored.
    pub saved: &'static str,
    /// Something is on its way into storage.
    pub saving: &'static str,
    /// Storage refuses.
    pub not_saved: &'static str,
    /// Storage is full.
    pub full: &'static str,
    /// Storage is not to be had.
    pub blocked: &'static str,
    /// Only the smaller storage is to be had.
    pub journal_only: &'static str,
    /// Stored data was made by a newer version.
    pub newer: &'static str,
    /// Writing to storage failed.
    pub failed: &'static str,
    /// What is stored could not be read.
    pub unread: &'static str,
    /// Leads to the export.
    pub export_now: &'static str,
    /// So many stored values could not be read.
    pub set_aside: fn(usize) -> String,
    /// Downloads the values that could not be read.
    pub download_set_aside: &'static str,
    /// The device's owner has not said who they are in this plan.
    pub who_are_you: &'static str,
    /// Leads to saying so.
    pub say_who: &'static str,
}

pub(super) const EN: Shell = Shell {
    name: "Steadyhand",
    navigation: "Main",
    skip: "Skip to content",
    today: "Today",
    goals: "Goals",
    meetings: "Meetings",
    feedback: "Feedback",
    more: "More",
    saved: "Saved on this device",
    saving: "Saving",
    not_saved: "Not saved",
    full: "This browser's storage is full. What you see is kept only while this page stays open. \
           Export it now, then remove what you no longer need.",
    blocked: "This browser does not let the app store anything. What you write is kept only while \
              this page stays open. Export it before you close the page.",
    journal_only: "This browser gives the app little storage. Your plan is kept, but export it \
                   often.",
    newer: "A newer version of Steadyhand has stored this plan. It is left as it is. Reload to get \
            the newer version; what you write now is kept only while this page stays open.",
    failed: "The last change could not be stored. It is kept while this page stays open, and the \
             app keeps trying.",
    unread: "Your stored plan could not be read just now. It is still there, unchanged. Reload this \
             page to try again.",
    export_now: "Export now",
    set_aside: |count| match count {
        1 => "One stored value could not be read. It was set aside unchanged.".to_owned(),
        count => format!("{count} stored values could not be read. They were set aside unchanged."),
    },
    download_set_aside: "Download them",
    who_are_you: "You are looking at this plan, but you are not in it yet.",
    say_who: "Say who you are",
};

pub(super) const ES: Shell = Shell {
    name: "Steadyhand",
    navigation: "Principal",
    skip: "Ir al contenido",
    today: "Hoy",
    goals: "Metas",
    meetings: "Reuniones",
    feedback: "Opiniones",
    more: "Más",
    saved: "Guardado en este dispositivo",
    saving: "Guardando",
    not_saved: "Sin guardar",
    full: "El espacio de este navegador está lleno. Lo que ves se conserva solo mientras esta \
           página siga abierta. Expórtalo ahora y luego quita lo que ya no necesites.",
    blocked: "Este navegador no deja que la aplicación guarde nada. Lo que escribas se conserva \
              solo mientras esta página siga abierta. Expórtalo antes de cerrarla.",
    journal_only: "Este navegador da poco espacio a la aplicación. Tu plan se conserva, pero \
                   expórtalo seguido.",
    newer: "Una versión más nueva de Steadyhand guardó este plan. Se deja como está. Recarga para \
            usar la versión nueva; lo que escribas ahora se conserva solo mientras esta página \
            siga abierta.",
    failed: "No se pudo guardar el último cambio. Se conserva mientras esta página siga abierta, y \
             la aplicación lo sigue intentando.",
    unread: "Por ahora no se pudo leer tu plan guardado. Sigue ahí, sin cambios. Recarga esta página \
             para intentarlo otra vez.",
    export_now: "Exportar ahora",
    set_aside: |count| match count {
        1 => "No se pudo leer un valor guardado. Se apartó sin cambiarlo.".to_owned(),
        count => {
            format!("No se pudieron leer {count} valores guardados. Se apartaron sin cambiarlos.")
        }
    },
    download_set_aside: "Descargarlos",
    who_are_you: "Estás viendo este plan, pero todavía no estás en él.",
    say_who: "Di quién eres",
};

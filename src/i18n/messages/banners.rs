//! What the banners say: how storage stands, and who the reader is.

/// What stands over a page when something is to be said of storage or of the reader.
#[derive(Clone, Copy, Debug)]
pub struct BannerMessages {
    /// Storage is full.
    pub full: &'static str,
    /// Storage is nearly full: so many percent.
    pub nearly_full: fn(u8) -> String,
    /// Leads to where plans can be removed.
    pub make_room: &'static str,
    /// Storage is not to be had.
    pub blocked: &'static str,
    /// Only the smaller storage is to be had.
    pub journal_only: &'static str,
    /// A newer version made the database.
    pub newer_database: &'static str,
    /// A newer version wrote some of what is stored.
    pub newer_values: &'static str,
    /// A newer version has taken over in another tab.
    pub newer_tab: &'static str,
    /// The same, and something written here could not be stored.
    pub newer_tab_unsaved: &'static str,
    /// The heading of the page where nothing of the plan can be shown.
    pub out_of_sight: &'static str,
    /// Loads the page again.
    pub reload: &'static str,
    /// Writing to storage failed.
    pub failed: &'static str,
    /// What is stored could not be read.
    pub unread: &'static str,
    /// The browser lost its database; so many records came back, and so many plans did not.
    pub lost: fn(usize, usize) -> String,
    /// Puts that away.
    pub understood: &'static str,
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

pub(super) const EN: BannerMessages = BannerMessages {
    full: "This browser's storage is full. What you see is kept only while this page stays open. \
           Export it now, then make room: remove plans you no longer need from this device.",
    nearly_full: |percent| {
        format!(
            "This browser's storage is {percent} % full. Nothing is lost. Back up, then \
             remove plans you no longer need from this device."
        )
    },
    make_room: "Make room",
    blocked: "This browser does not let the app store anything. What you write is kept only while \
              this page stays open. Export it before you close the page.",
    journal_only: "This browser gives the app little storage. Your plan is kept, but export it \
                   often.",
    newer_database: "A newer version of Steadyhand keeps your plan on this device. All of it is safe. \
                     This page still runs the older version and changes nothing. Reload it to get the \
                     newer one.",
    newer_values: "A newer version of Steadyhand wrote part of your plan. All of it is safe, but this \
                   page still runs the older version: it shows what it can read and changes nothing. \
                   Reload it to get the newer one.",
    newer_tab: "A newer version of Steadyhand is open in another tab. Everything you wrote is kept. \
                Reload this page to go on in the newer version; until then it changes nothing.",
    newer_tab_unsaved: "A newer version of Steadyhand is open in another tab, and there was no room \
                        to keep what you wrote here last. Export your plan before you reload this \
                        page.",
    out_of_sight: "Your plan is safe",
    reload: "Reload",
    failed: "The last change could not be stored. It is kept while this page stays open, and the \
             app keeps trying.",
    unread: "Your stored plan could not be read just now. It is still there, unchanged. Reload this \
             page to try again.",
    lost: |brought, gone| {
        let brought = match brought {
            0 => "",
            1 => "This browser lost its database. One record came back from the second copy. ",
            _ => "This browser lost its database. Everything in the second copy came back. ",
        };
        match gone {
            0 => format!("{brought}Check that the last things you wrote are there."),
            1 => format!(
                "{brought}This browser no longer has your plan. Restore your last backup, or import \
                 the last file you sent or got."
            ),
            gone => format!(
                "{brought}This browser no longer has {gone} of your plans. Restore your last backup, \
                 or import the last files you sent or got."
            ),
        }
    },
    understood: "Got it",
    export_now: "Export now",
    set_aside: |count| match count {
        1 => "One stored value could not be read. It was set aside unchanged.".to_owned(),
        count => format!("{count} stored values could not be read. They were set aside unchanged."),
    },
    download_set_aside: "Download them",
    who_are_you: "You are looking at this plan, but you are not in it yet.",
    say_who: "Say who you are",
};

pub(super) const ES: BannerMessages = BannerMessages {
    full: "El almacenamiento de este navegador está lleno. Lo que ves se conserva solo mientras esta \
           página siga abierta. Expórtalo ahora y luego haz espacio: quita de este dispositivo los \
           planes que ya no necesites.",
    nearly_full: |percent| {
        format!(
            "El almacenamiento de este navegador está al {percent} %. No se ha perdido nada. Haz un \
             respaldo y luego quita de este dispositivo los planes que ya no necesites."
        )
    },
    make_room: "Hacer espacio",
    blocked: "Este navegador no deja que la aplicación guarde nada. Lo que escribas se conserva \
              solo mientras esta página siga abierta. Expórtalo antes de cerrarla.",
    journal_only: "Este navegador da poco espacio a la aplicación. Tu plan se conserva, pero \
                   expórtalo con frecuencia.",
    newer_database: "Una versión más nueva de Steadyhand guarda tu plan en este dispositivo. Todo \
                     está a salvo. Esta página todavía usa la versión anterior y no cambia nada. \
                     Recárgala para usar la nueva.",
    newer_values: "Una versión más nueva de Steadyhand escribió una parte de tu plan. Todo está a \
                   salvo, pero esta página todavía usa la versión anterior: muestra lo que puede leer \
                   y no cambia nada. Recárgala para usar la nueva.",
    newer_tab: "Una versión más nueva de Steadyhand está abierta en otra pestaña. Se conserva todo lo \
                que escribiste. Recarga esta página para seguir en la versión nueva; hasta entonces \
                no cambia nada.",
    newer_tab_unsaved: "Una versión más nueva de Steadyhand está abierta en otra pestaña, y no hubo \
                        espacio para conservar lo último que escribiste aquí. Exporta tu plan antes \
                        de recargar esta página.",
    out_of_sight: "Tu plan está a salvo",
    reload: "Recargar",
    failed: "No se pudo guardar el último cambio. Se conserva mientras esta página siga abierta, y \
             la aplicación lo sigue intentando.",
    unread: "Por ahora no se pudo leer tu plan guardado. Sigue ahí, sin cambios. Recarga esta página \
             para intentarlo otra vez.",
    lost: |brought, gone| {
        let brought = match brought {
            0 => "",
            1 => "Este navegador perdió su base de datos. Un registro volvió de la segunda copia. ",
            _ => "Este navegador perdió su base de datos. Volvió todo lo de la segunda copia. ",
        };
        match gone {
            0 => format!("{brought}Revisa si está lo último que escribiste."),
            1 => format!(
                "{brought}Este navegador ya no tiene tu plan. Restaura tu último respaldo o importa el \
                 último archivo que enviaste o recibiste."
            ),
            gone => format!(
                "{brought}Este navegador ya no tiene {gone} de tus planes. Restaura tu último respaldo o \
                 importa los últimos archivos que enviaste o recibiste."
            ),
        }
    },
    understood: "Entendido",
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

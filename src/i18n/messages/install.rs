//! The program on this device: without a network, as an app, in a newer version; and reminders.

/// The program on this device.
#[derive(Clone, Copy, Debug)]
pub struct InstallMessages {
    /// The heading.
    pub title: &'static str,
    /// What the page holds.
    pub line: &'static str,
    /// The heading of how it works without a network.
    pub offline: &'static str,
    /// It opens without one.
    pub kept: &'static str,
    /// It will in a moment.
    pub coming: &'static str,
    /// It does not.
    pub missing: &'static str,
    /// The heading of installing.
    pub as_app: &'static str,
    /// Has the browser ask.
    pub install: &'static str,
    /// It is installed.
    pub done: &'static str,
    /// Why to install it, where the browser can ask.
    pub prompt: &'static str,
    /// How to, on iPhone and iPad.
    pub home_screen: &'static str,
    /// The same, on the first visit.
    pub home_screen_first: &'static str,
    /// How to, in Safari on a Mac.
    pub dock: &'static str,
    /// How to, by the browser's menu.
    pub menu: &'static str,
    /// This browser cannot.
    pub nowhere: &'static str,
    /// The installed app does not see what is here.
    pub starts_empty: &'static str,
    /// The heading of versions.
    pub versions: &'static str,
    /// Nothing newer is here.
    pub current: &'static str,
    /// Something newer is.
    pub ready: &'static str,
    /// What updating does.
    pub ready_text: &'static str,
    /// Goes over to the newer version.
    pub update: &'static str,
    /// Puts that off.
    pub later: &'static str,
    /// Asks the host.
    pub look: &'static str,
    /// The host is being asked.
    pub looking: &'static str,
    /// The host was asked and answered.
    pub looked: &'static str,
    /// The host did not answer.
    pub unreached: &'static str,
    /// What this version is called.
    pub version: fn(&str) -> String,
    /// The choice to be reminded of meetings.
    pub reminds: &'static str,
    /// When reminders come: so many minutes before.
    pub reminds_line: fn(i64) -> String,
    /// The browser does not allow them.
    pub reminds_refused: &'static str,
    /// When and where a meeting is, below its name.
    pub meeting_soon: fn(&str, &str) -> String,
}

/// When, and where if that is known.
fn when_and_where(when: &str, place: &str) -> String {
    if place.is_empty() { when.to_owned() } else { format!("{when} · {place}") }
}

pub(super) const EN: InstallMessages = InstallMessages {
    title: "Install and updates",
    line: "Without a network, as an app, new versions",
    offline: "Without a network",
    kept: "Steadyhand is on this device. It opens and works without a network.",
    coming: "Steadyhand is being put on this device, so that it opens without a network.",
    missing: "This browser does not keep Steadyhand here, so opening it needs a network. What you \
              write stays on this device all the same.",
    as_app: "As an app",
    install: "Install",
    done: "Steadyhand is installed on this device.",
    prompt: "It then opens from your home screen like any other app, and the browser is less likely \
             to remove what you write.",
    home_screen: "Tap Share, then Add to Home Screen.",
    home_screen_first: "On iPhone and iPad, install it first: tap Share, then Add to Home Screen. The \
                        app keeps its own plan and does not see what you write on this page.",
    dock: "In Safari's menu bar, choose File, then Add to Dock.",
    menu: "Open the browser's menu, then choose Install or Add to Home screen.",
    nowhere: "This browser does not install pages. A bookmark does the same; nothing is missing.",
    starts_empty: "The app keeps its own plan and does not see what is here. Back up here, then \
                   restore in the app.",
    versions: "Version",
    current: "No newer version is waiting.",
    ready: "New version ready",
    ready_text: "It takes over when you update, or once every page of Steadyhand is closed. What you \
                 wrote stays as it is.",
    update: "Update",
    later: "Later",
    look: "Look for a new version",
    looking: "Looking…",
    looked: "Looked just now.",
    unreached: "There is no answer, perhaps because there is no network. Everything here goes on \
                working.",
    version: |name| format!("This is version {name}."),
    reminds: "Remind me of meetings",
    reminds_line: |minutes| format!("{minutes} minutes before, while the app is open."),
    reminds_refused: "The browser does not allow it. Allow notifications for this page in its \
                      settings, then tick this again.",
    meeting_soon: when_and_where,
};

pub(super) const ES: InstallMessages = InstallMessages {
    title: "Instalar y actualizar",
    line: "Sin conexión, como aplicación, versiones nuevas",
    offline: "Sin conexión",
    kept: "Steadyhand está en este dispositivo. Se abre y funciona sin conexión.",
    coming: "Steadyhand se está guardando en este dispositivo para abrirse sin conexión.",
    missing: "Este navegador no guarda Steadyhand aquí, así que necesitas conexión para abrirlo. Lo \
              que escribes se queda en este dispositivo de todos modos.",
    as_app: "Como aplicación",
    install: "Instalar",
    done: "Steadyhand está instalado en este dispositivo.",
    prompt: "Así se abre desde tu pantalla de inicio como cualquier otra aplicación, y es menos \
             probable que el navegador borre lo que escribes.",
    home_screen: "Toca Compartir y luego Agregar a inicio.",
    home_screen_first: "En iPhone y iPad, instálalo primero: toca Compartir y luego Agregar a inicio. \
                        La aplicación guarda su propio plan y no ve lo que escribas en esta página.",
    dock: "En la barra de menús de Safari, elige Archivo y luego Agregar al Dock.",
    menu: "Abre el menú del navegador y elige Instalar o Agregar a la pantalla principal.",
    nowhere: "Este navegador no instala páginas. Un marcador sirve igual; no te falta nada.",
    starts_empty: "La aplicación guarda su propio plan y no ve lo que hay aquí. Haz un respaldo aquí \
                   y restáuralo en la aplicación.",
    versions: "Versión",
    current: "No hay una versión más nueva.",
    ready: "Hay una versión nueva",
    ready_text: "Empieza a usarse cuando actualizas o cuando cierras todas las páginas de Steadyhand. \
                 Lo que escribiste se queda como está.",
    update: "Actualizar",
    later: "Después",
    look: "Buscar una versión nueva",
    looking: "Buscando…",
    looked: "Se buscó hace un momento.",
    unreached: "No hay respuesta, quizá porque no hay conexión. Aquí todo sigue funcionando.",
    version: |name| format!("Esta es la versión {name}."),
    reminds: "Recordarme las reuniones",
    reminds_line: |minutes| {
        format!("{minutes} minutos antes, mientras la aplicación esté abierta.")
    },
    reminds_refused: "El navegador no lo permite. Permite las notificaciones de esta página en sus \
                      ajustes y vuelve a marcar esto.",
    meeting_soon: when_and_where,
};

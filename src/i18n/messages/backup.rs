//! Backing up and restoring.

/// Backing up and restoring.
#[derive(Clone, Copy, Debug)]
pub struct BackupMessages {
    /// The heading.
    pub title: &'static str,
    /// When the last backup was, such as `3 days ago`, and how many changes it lacks.
    pub last: fn(Option<&str>, u32) -> String,
    /// Writes everything to one file.
    pub everything: &'static str,
    /// What is in that file, and whom it is for.
    pub everything_text: &'static str,
    /// Offers the file as a download, where it would otherwise be shared.
    pub download: &'static str,
    /// The file was offered as a download under this name.
    pub done: fn(&str) -> String,
    /// The file was handed to another app.
    pub shared: &'static str,
    /// What is stored could not be read.
    pub unread: &'static str,
    /// The browser refused the file.
    pub failed: &'static str,
    /// The browser wants another tap before it shares.
    pub share_again: &'static str,
    /// The heading of restoring.
    pub restore_title: &'static str,
    /// What restoring does.
    pub restore_text: &'static str,
    /// Picks a backup.
    pub pick: &'static str,
    /// Picks a backup on the first visit.
    pub have_one: &'static str,
    /// The heading of a backup that has been picked, with the name of whoever made it.
    pub of: fn(Option<&str>) -> String,
    /// What comes along besides the plans.
    pub along: &'static str,
    /// So many values in it cannot be read.
    pub unreadable: fn(usize) -> String,
    /// Takes the backup in.
    pub restore: &'static str,
    /// The heading of how well the browser keeps things.
    pub keeping: &'static str,
    /// It has promised to.
    pub promised: &'static str,
    /// It has not.
    pub not_promised: &'static str,
    /// It does not tell.
    pub untold: &'static str,
    /// Asks it to.
    pub ask: &'static str,
    /// It was asked and has not promised.
    pub refused: &'static str,
    /// There is a second copy on this device.
    pub twice: &'static str,
    /// The browser has no place for one.
    pub once: &'static str,
    /// The second copy lacks something.
    pub behind: &'static str,
    /// How much is stored.
    pub used: fn(&str) -> String,
    /// A backup would be good.
    pub remind: &'static str,
    /// A backup is urgent.
    pub urge: &'static str,
    /// Puts the reminder off.
    pub later: &'static str,
}

pub(super) const EN: BackupMessages = BackupMessages {
    title: "Backup",
    last: |ago, changes| {
        let last = match ago {
            Some(ago) => format!("Last backup {ago}"),
            None => "No backup yet".to_owned(),
        };
        match (ago, changes) {
            (_, 0) => last,
            (Some(_), 1) => format!("{last}, 1 change since"),
            (Some(_), changes) => format!("{last}, {changes} changes since"),
            (None, 1) => format!("{last}, 1 change"),
            (None, changes) => format!("{last}, {changes} changes"),
        }
    },
    everything: "Back up everything",
    everything_text: "One file with all your plans, drafts and settings. It is for you alone, so \
                      keep it where only you can open it, and not on this device.",
    download: "Download it",
    done: |name| format!("The backup is in your downloads: {name}. Now put a copy somewhere else."),
    shared: "The backup was handed over.",
    unread: "What is stored could not be read just now, so there is no backup. Nothing was \
             changed. Reload this page and try again.",
    failed: "The browser did not take the file. Everything is still here. Try again, or use \
             another browser.",
    share_again: "The browser did not open its share menu. Tap again, or download the backup.",
    restore_title: "Restore",
    restore_text: "Open a backup, or what this app let you download when it had stopped. It is \
                   added to what is here. Nothing is replaced.",
    pick: "Open a backup",
    have_one: "I have a backup",
    of: |name| match name {
        Some(name) => format!("Backup of {name}"),
        None => "A backup".to_owned(),
    },
    along: "Your drafts, settings and earlier values come along.",
    unreadable: |count| match count {
        1 => "1 stored value in it cannot be read. It comes along unchanged.".to_owned(),
        count => format!("{count} stored values in it cannot be read. They come along unchanged."),
    },
    restore: "Restore",
    keeping: "How long this browser keeps it",
    promised: "This browser has promised to keep what you write.",
    not_promised: "This browser may remove what you write when the device runs out of room.",
    untold: "This browser does not say whether it keeps what you write.",
    ask: "Ask the browser to keep it",
    refused: "The browser has not promised it yet. Make a backup from time to time.",
    twice: "Everything is kept twice on this device, in case the browser's database breaks.",
    once: "This browser keeps only one copy on this device. Make a backup from time to time.",
    behind: "The second copy on this device lacks something. It is being completed.",
    used: |amount| format!("This address uses about {amount} here."),
    remind: "Make a backup",
    urge: "Make a backup now",
    later: "Remind me later",
};

pub(super) const ES: BackupMessages = BackupMessages {
    title: "Respaldo",
    last: |ago, changes| {
        let last = match ago {
            Some(ago) => format!("Último respaldo: {ago}"),
            None => "Sin respaldo todavía".to_owned(),
        };
        match (ago, changes) {
            (_, 0) => last,
            (Some(_), 1) => format!("{last}; 1 cambio desde entonces"),
            (Some(_), changes) => format!("{last}; {changes} cambios desde entonces"),
            (None, 1) => format!("{last}; 1 cambio"),
            (None, changes) => format!("{last}; {changes} cambios"),
        }
    },
    everything: "Respaldar todo",
    everything_text: "Un archivo con todos tus planes, borradores y ajustes. Es solo para ti: \
                      guárdalo donde solo tú puedas abrirlo, y no en este dispositivo.",
    download: "Descargarlo",
    done: |name| format!("El respaldo está en tus descargas: {name}. Pon una copia en otro lugar."),
    shared: "El respaldo se entregó.",
    unread: "Por ahora no se pudo leer lo guardado, así que no hay respaldo. No se cambió nada. \
             Recarga esta página y vuelve a intentarlo.",
    failed: "El navegador no aceptó el archivo. Todo sigue aquí. Intenta otra vez o usa otro \
             navegador.",
    share_again: "El navegador no abrió su menú para compartir. Toca otra vez o descarga el \
                  respaldo.",
    restore_title: "Restaurar",
    restore_text: "Abre un respaldo o lo que la aplicación te dejó descargar cuando se detuvo. Se \
                   agrega a lo que hay aquí. No se reemplaza nada.",
    pick: "Abrir un respaldo",
    have_one: "Tengo un respaldo",
    of: |name| match name {
        Some(name) => format!("Respaldo de {name}"),
        None => "Un respaldo".to_owned(),
    },
    along: "También vienen tus borradores, ajustes y valores anteriores.",
    unreadable: |count| match count {
        1 => "No se puede leer 1 valor guardado. Viene sin cambios.".to_owned(),
        count => format!("No se pueden leer {count} valores guardados. Vienen sin cambios."),
    },
    restore: "Restaurar",
    keeping: "Cuánto tiempo lo conserva este navegador",
    promised: "Este navegador prometió conservar lo que escribes.",
    not_promised: "Este navegador puede borrar lo que escribes si al dispositivo le falta espacio.",
    untold: "Este navegador no dice si conserva lo que escribes.",
    ask: "Pedirle que lo conserve",
    refused: "El navegador todavía no lo prometió. Haz un respaldo de vez en cuando.",
    twice: "Todo se guarda dos veces en este dispositivo, por si falla la base de datos del navegador.",
    once: "Este navegador guarda solo una copia en este dispositivo. Haz un respaldo de vez en cuando.",
    behind: "A la segunda copia en este dispositivo le falta algo. Se está completando.",
    used: |amount| format!("Esta dirección usa aquí unos {amount}."),
    remind: "Haz un respaldo",
    urge: "Haz un respaldo ahora",
    later: "Recordármelo después",
};

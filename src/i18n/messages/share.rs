//! Export, import and conflicts.

use super::{reading, reading::Reading, records, records::RecordWords};

/// Export, import and conflicts.
#[derive(Clone, Copy, Debug)]
pub struct ShareMessages {
    /// Why a file could not be read.
    pub reading: Reading,
    /// What records, fields and values are called.
    pub records: RecordWords,
    /// The heading of the page about sharing and data.
    pub title: &'static str,
    /// The heading of the part about sending.
    pub send: &'static str,
    /// There is nothing to send.
    pub no_plan: &'static str,
    /// When the plan was exported last.
    pub last_export: fn(&str) -> String,
    /// It never was.
    pub never_exported: &'static str,
    /// Downloads the plan.
    pub export: &'static str,
    /// Hands the plan to another app.
    pub share: &'static str,
    /// The file, by its name, was offered to the browser.
    pub exported: fn(&str) -> String,
    /// The file was handed to another app.
    pub shared: &'static str,
    /// The browser refused the download.
    pub export_failed: &'static str,
    /// Sharing did not work.
    pub share_failed: &'static str,
    /// The browser wants another tap before it shares.
    pub share_again: &'static str,
    /// The heading of the part about bringing in, and of the page.
    pub bring: &'static str,
    /// What happens to a file that is opened.
    pub bring_text: &'static str,
    /// Picks a file.
    pub open_file: &'static str,
    /// Leads to the file that has been opened and waits.
    pub waiting: &'static str,
    /// The heading of the part about keeping.
    pub kept: &'static str,
    /// Where the plan is kept.
    pub kept_text: &'static str,
    /// What Safari does.
    pub safari: &'static str,
    /// Who sent a plan: a name and a role.
    pub from: fn(&str, &str) -> String,
    /// Nobody said who sent it.
    pub from_nobody: &'static str,
    /// When the file was made, and how long ago.
    pub made: fn(&str, &str) -> String,
    /// Importing would change nothing.
    pub nothing_new: &'static str,
    /// Why that is all right.
    pub nothing_new_text: &'static str,
    /// Goes back.
    pub to_today: &'static str,
    /// A plan that was not here yet.
    pub new_plan: &'static str,
    /// What is new: how many, and of which kinds.
    pub new: fn(usize, &str) -> String,
    /// What changes.
    pub changed: fn(usize, &str) -> String,
    /// What goes.
    pub deleted: fn(usize, &str) -> String,
    /// What comes back.
    pub revived: fn(usize, &str) -> String,
    /// What is to be settled.
    pub to_settle: fn(usize) -> String,
    /// When it is settled.
    pub settle_later: &'static str,
    /// Only what nobody sees changes.
    pub unseen: &'static str,
    /// Takes in so many changes.
    pub bring_in: fn(usize) -> String,
    /// Puts the file away.
    pub not_now: &'static str,
    /// The question who the reader is.
    pub who: &'static str,
    /// Beside a person's role: this is who sent the file.
    pub sender: &'static str,
    /// The reader is none of the people.
    pub somebody_new: &'static str,
    /// The reader's name, where the reader is new.
    pub your_name: &'static str,
    /// The reader's role, where the reader is new.
    pub your_role: &'static str,
    /// The reader's name is still missing.
    pub name_missing: &'static str,
    /// The heading of the page of what is to be settled.
    pub settle: &'static str,
    /// How settling works.
    pub settle_text: &'static str,
    /// There is nothing to settle.
    pub nothing_to_settle: &'static str,
    /// What would be there.
    pub nothing_to_settle_text: &'static str,
    /// The label of a field in which several values stand.
    pub which: fn(&str) -> String,
    /// Joins so many texts.
    pub keep_all: fn(usize) -> &'static str,
    /// How they are joined.
    pub one_after_the_other: &'static str,
    /// Opens the texts side by side and a field to join them in.
    pub own_words: &'static str,
    /// The label of that field.
    pub your_text: &'static str,
    /// Lets what stands in that field stand.
    pub use_text: &'static str,
    /// A record outlived its deletion by somebody, or by the reader.
    pub outlived: fn(Option<&str>) -> String,
    /// Lets it stay.
    pub keep: &'static str,
}

pub(super) const EN: ShareMessages = ShareMessages {
    reading: reading::EN,
    records: records::EN,
    title: "Share and data",
    send: "Send the plan",
    no_plan: "There is no plan to send yet.",
    last_export: |ago| format!("Last sent from this device: {ago}."),
    never_exported: "Not sent from this device yet.",
    export: "Export plan",
    share: "Share…",
    exported: |name| format!("The file is in your downloads: {name}. Send it to the other side."),
    shared: "The file was handed over.",
    export_failed: "The browser did not take the file. The plan is still here. Try again, or try \
                    another browser.",
    share_failed: "Sharing did not work. The plan is still here. Use Export plan instead.",
    share_again: "The browser did not open its share menu. Tap Share once more, or use Export \
                  plan.",
    bring: "Bring in a file",
    bring_text: "Open a plan you were sent. You see what is new before anything changes here.",
    open_file: "Open a file",
    waiting: "Look at the file you opened",
    kept: "Where your plan is kept",
    kept_text: "On this device, in this browser. Nobody else sees it until you send it. Another \
                browser or phone does not have it, so export it now and then.",
    safari: "Safari removes what a site has stored after seven days without a visit: add \
             Steadyhand to your home screen, or export every week.",
    from: |name, role| format!("Plan from {name}, {role}"),
    from_nobody: "A plan, sender not named",
    made: |moment, ago| format!("Made {moment} · {ago}"),
    nothing_new: "Nothing new in this file.",
    nothing_new_text: "All of it is already here. Nothing was changed.",
    to_today: "Back to Today",
    new_plan: "New on this device",
    new: |count, kinds| format!("+ {count} new · {kinds}"),
    changed: |count, kinds| format!("~ {count} changed · {kinds}"),
    deleted: |count, kinds| format!("– {count} deleted · {kinds}"),
    revived: |count, kinds| format!("↺ {count} brought back · {kinds}"),
    to_settle: |count| format!("! {count} to settle"),
    settle_later: "Both answers come in. Then you choose.",
    unseen: "Nothing you see changes. It only notes who writes on which device.",
    bring_in: |count| match count {
        0 => "Bring it in".to_owned(),
        1 => "Bring in 1 change".to_owned(),
        count => format!("Bring in {count} changes"),
    },
    not_now: "Not now",
    who: "Who are you in this plan?",
    sender: "sent this file",
    somebody_new: "Somebody new",
    your_name: "Your name",
    your_role: "Your role",
    name_missing: "Write your name above first. Nothing was brought in yet.",
    settle: "To settle",
    settle_text: "Two people changed the same thing. Tap the answer that is right.",
    nothing_to_settle: "Nothing to settle.",
    nothing_to_settle_text: "When two people change the same thing, both answers wait here until \
                             one of you chooses.",
    which: |field| format!("{field}: which is right?"),
    keep_all: |count| if count == 2 { "Keep both" } else { "Keep all" },
    one_after_the_other: "one after the other",
    own_words: "Join them in your own words",
    your_text: "What it should say",
    use_text: "Use this text",
    outlived: |name| match name {
        Some(name) => {
            format!("{name} deleted this while somebody was changing it. It was kept.")
        }
        None => "You deleted this while somebody was changing it. It was kept.".to_owned(),
    },
    keep: "Keep",
};

pub(super) const ES: ShareMessages = ShareMessages {
    reading: reading::ES,
    records: records::ES,
    title: "Compartir y datos",
    send: "Enviar el plan",
    no_plan: "Todavía no hay un plan que enviar.",
    last_export: |ago| format!("Último envío desde este dispositivo: {ago}."),
    never_exported: "Todavía no se ha enviado desde este dispositivo.",
    export: "Exportar plan",
    share: "Compartir…",
    exported: |name| {
        format!("El archivo está en tus descargas: {name}. Envíalo a la otra persona.")
    },
    shared: "El archivo se entregó.",
    export_failed: "El navegador no aceptó el archivo. El plan sigue aquí. Intenta otra vez o usa \
                    otro navegador.",
    share_failed: "No se pudo compartir. El plan sigue aquí. Usa Exportar plan.",
    share_again: "El navegador no abrió su menú para compartir. Toca Compartir otra vez o usa \
                  Exportar plan.",
    bring: "Traer un archivo",
    bring_text: "Abre un plan que te enviaron. Ves lo nuevo antes de que algo cambie aquí.",
    open_file: "Abrir un archivo",
    waiting: "Ver el archivo que abriste",
    kept: "Dónde se guarda tu plan",
    kept_text: "En este dispositivo, en este navegador. Nadie más lo ve hasta que lo envíes. Otro \
                navegador o teléfono no lo tiene, así que expórtalo de vez en cuando.",
    safari: "Safari borra lo que un sitio guardó después de siete días sin visitarlo: agrega \
             Steadyhand a tu pantalla de inicio o exporta cada semana.",
    from: |name, role| format!("Plan de {name}, {role}"),
    from_nobody: "Un plan sin nombre de quien lo envía",
    made: |moment, ago| format!("Hecho {moment} · {ago}"),
    nothing_new: "No hay nada nuevo en este archivo.",
    nothing_new_text: "Todo lo que trae ya está aquí. No se cambió nada.",
    to_today: "Volver a Hoy",
    new_plan: "Nuevo en este dispositivo",
    new: |count, kinds| match count {
        1 => format!("+ 1 elemento nuevo · {kinds}"),
        count => format!("+ {count} elementos nuevos · {kinds}"),
    },
    changed: |count, kinds| match count {
        1 => format!("~ 1 cambio · {kinds}"),
        count => format!("~ {count} cambios · {kinds}"),
    },
    deleted: |count, kinds| match count {
        1 => format!("– 1 elemento borrado · {kinds}"),
        count => format!("– {count} elementos borrados · {kinds}"),
    },
    revived: |count, kinds| match count {
        1 => format!("↺ 1 elemento recuperado · {kinds}"),
        count => format!("↺ {count} elementos recuperados · {kinds}"),
    },
    to_settle: |count| format!("! {count} por decidir"),
    settle_later: "Las dos respuestas entran. Después eliges.",
    unseen: "Nada de lo que ves cambia. Solo se anota quién escribe en cada dispositivo.",
    bring_in: |count| match count {
        0 => "Traerlo".to_owned(),
        1 => "Traer 1 cambio".to_owned(),
        count => format!("Traer {count} cambios"),
    },
    not_now: "Ahora no",
    who: "¿Quién eres en este plan?",
    sender: "envió este archivo",
    somebody_new: "Otra persona",
    your_name: "Tu nombre",
    your_role: "Tu rol",
    name_missing: "Primero escribe tu nombre arriba. Todavía no se trajo nada.",
    settle: "Por decidir",
    settle_text: "Dos personas cambiaron lo mismo. Toca la respuesta correcta.",
    nothing_to_settle: "No hay nada que decidir.",
    nothing_to_settle_text: "Cuando dos personas cambian lo mismo, las dos respuestas esperan aquí \
                             hasta que alguien elija.",
    which: |field| format!("{field}: ¿cuál es la correcta?"),
    keep_all: |count| if count == 2 { "Conservar las dos" } else { "Conservar todas" },
    one_after_the_other: "una después de la otra",
    own_words: "Unirlas con tus palabras",
    your_text: "Lo que debe quedar aquí",
    use_text: "Usar este texto",
    outlived: |name| match name {
        Some(name) => format!("{name} borró esto mientras alguien lo cambiaba. Se conservó."),
        None => "Borraste esto mientras alguien lo cambiaba. Se conservó.".to_owned(),
    },
    keep: "Conservar",
};

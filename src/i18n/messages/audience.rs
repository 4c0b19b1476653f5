//! Who sees what, and what goes to whom.

use crate::domain::Audience;

/// Who sees what, and what goes to whom.
#[derive(Clone, Copy, Debug)]
pub struct AudienceMessages {
    /// What the button by which one changes it is called: who sees something.
    pub title: fn(&str) -> String,
    /// Only its writer.
    pub only_me: &'static str,
    /// The student and the mentors: the reader and who the others are called.
    pub pair: fn(&[String]) -> String,
    /// The pair and the program.
    pub program_too: &'static str,
    /// The program and not the pair.
    pub only_program: &'static str,
    /// What a choice means.
    pub means: fn(Audience) -> &'static str,
    /// Something that the reader hides has been in a file or on paper, last on a day.
    pub was_sent: fn(&str) -> String,
    /// Something that the reader hides from the program has been in a file for it, last on a day.
    pub was_sent_to_program: fn(&str) -> String,
    /// Something that the reader hides is on other devices.
    pub others_have: &'static str,
    /// Something does not go although it could, because of what it belongs to.
    pub kept_back: fn(&str) -> String,
    /// The question for whom a file is.
    pub for_whom: &'static str,
    /// What a file for the pair is.
    pub for_pair: &'static str,
    /// The program.
    pub program: &'static str,
    /// What a file for the program is.
    pub for_program: &'static str,
    /// The reader's own copy.
    pub copy: &'static str,
    /// What the reader's own copy is.
    pub for_me: &'static str,
    /// What the reader's own copy is, in full.
    pub copy_text: &'static str,
    /// Leads to the page for the reader's own copy.
    pub to_backup: &'static str,
    /// The heading of what goes.
    pub goes: &'static str,
    /// Opens the list of what goes: so many.
    pub see_goes: fn(usize) -> String,
    /// The heading of what stays behind.
    pub stays: &'static str,
    /// Nothing stays behind.
    pub nothing_stays: &'static str,
    /// Nothing of what stays behind is told by the file.
    pub not_even_counted: &'static str,
    /// Opens the list of what stays behind: so many.
    pub see_stays: fn(usize) -> String,
    /// So many stay because only the reader sees them.
    pub stays_only_me: fn(&str) -> String,
    /// So many stay because they are the pair's.
    pub stays_pair: fn(&str) -> String,
    /// So many stay because they are the program's.
    pub stays_program: fn(&str) -> String,
    /// So many stay because of what they belong to.
    pub stays_with: fn(&str) -> String,
    /// One stays because only the reader sees it.
    pub why_only_me: &'static str,
    /// One stays because it is the pair's.
    pub why_pair: &'static str,
    /// One stays because it is the program's.
    pub why_program: &'static str,
    /// One stays because it belongs to something by that name, which stays.
    pub why_with: fn(&str) -> String,
    /// The heading of the tables, for a spreadsheet.
    pub tables: &'static str,
    /// What the tables are.
    pub tables_text: &'static str,
    /// Downloads a table, by what it lists.
    pub table: fn(&str) -> String,
    /// A file with words of the plan is in the downloads, by its name.
    pub table_saved: fn(&str) -> String,
}

pub(super) const EN: AudienceMessages = AudienceMessages {
    title: |who| format!("Who sees this: {who}"),
    only_me: "Only me",
    pair: |others| match others {
        [] => "Both of us".to_owned(),
        [other] => format!("{other} and me"),
        _ => "All in this plan".to_owned(),
    },
    program_too: "The program too",
    only_program: "Only the program",
    means: |audience| match audience {
        Audience::OnlyMe => "Stays on your devices. In no file but a backup.",
        Audience::Pair => "In the files that you send each other.",
        Audience::Program => "In files for the program, once you send it one.",
    },
    was_sent: |day| {
        format!("It was in a file or on paper, last on {day}. Whoever has that keeps it.")
    },
    was_sent_to_program: |day| {
        format!("It was in a file for the program, last on {day}. Whoever has that file keeps it.")
    },
    others_have: "Others in this plan have it already, and keep it.",
    kept_back: |title| format!("It stays here all the same: it belongs to “{title}”, which stays."),
    for_whom: "For whom is it?",
    for_pair: "What you do together. Private notes stay here.",
    program: "The program",
    for_program: "Only what you have marked for it.",
    copy: "A copy for myself",
    for_me: "Everything, with your private notes.",
    copy_text: "A copy with everything in it is a backup. It is for you alone: keep it where nobody \
                else reads it.",
    to_backup: "Go to backup",
    goes: "This goes",
    see_goes: |count| match count {
        1 => "See the 1 thing that goes".to_owned(),
        count => format!("See all {count} that go"),
    },
    stays: "This stays here",
    nothing_stays: "Nothing stays behind.",
    not_even_counted: "The file does not tell that there is more, or how much.",
    see_stays: |count| match count {
        1 => "See the 1 thing that stays".to_owned(),
        count => format!("See all {count} that stay"),
    },
    stays_only_me: |counts| format!("Only you see: {counts}"),
    stays_pair: |counts| format!("Not for the program: {counts}"),
    stays_program: |counts| format!("Only for the program: {counts}"),
    stays_with: |counts| format!("Belongs to what stays: {counts}"),
    why_only_me: "only you see it",
    why_pair: "not for the program",
    why_program: "only for the program",
    why_with: |title| format!("belongs to “{title}”"),
    tables: "As tables for a spreadsheet",
    tables_text: "The same choice applies: a table holds nothing that stays here.",
    table: |title| format!("{title} (.csv)"),
    table_saved: |name| format!("The file is in your downloads: {name}."),
};

pub(super) const ES: AudienceMessages = AudienceMessages {
    title: |who| format!("Quién ve esto: {who}"),
    only_me: "Solo yo",
    pair: |others| match others {
        [] => "Las dos partes".to_owned(),
        [other] => format!("{other} y yo"),
        _ => "Todo el plan".to_owned(),
    },
    program_too: "También el programa",
    only_program: "Solo el programa",
    means: |audience| match audience {
        Audience::OnlyMe => "Se queda en tus dispositivos. En ningún archivo, salvo un respaldo.",
        Audience::Pair => "Va en los archivos que se envían entre ustedes.",
        Audience::Program => "Va en los archivos para el programa, cuando le envías uno.",
    },
    was_sent: |day| {
        format!(
            "Estuvo en un archivo o en papel, la última vez el {day}. Quien lo tiene lo conserva."
        )
    },
    was_sent_to_program: |day| {
        format!(
            "Estuvo en un archivo para el programa, la última vez el {day}. Quien tiene ese archivo lo \
             conserva."
        )
    },
    others_have: "Otras personas de este plan ya lo tienen y lo conservan.",
    kept_back: |title| {
        format!("De todos modos se queda aquí: es parte de “{title}”, que se queda.")
    },
    for_whom: "¿Para quién es?",
    for_pair: "Lo que comparten. Tus notas privadas se quedan aquí.",
    program: "El programa",
    for_program: "Solo lo que marcaste para el programa.",
    copy: "Una copia para mí",
    for_me: "Todo, también tus notas privadas.",
    copy_text: "Una copia con todo es un respaldo. Es solo para ti: guárdala donde nadie más la lea.",
    to_backup: "Ir a respaldo",
    goes: "Esto va",
    see_goes: |count| match count {
        1 => "Ver el único registro que va".to_owned(),
        count => format!("Ver los {count} registros que van"),
    },
    stays: "Esto se queda aquí",
    nothing_stays: "No se queda nada.",
    not_even_counted: "El archivo no dice que hay más, ni cuánto.",
    see_stays: |count| match count {
        1 => "Ver el único registro que se queda".to_owned(),
        count => format!("Ver los {count} registros que se quedan"),
    },
    stays_only_me: |counts| format!("Solo lo ves tú: {counts}"),
    stays_pair: |counts| format!("No es para el programa: {counts}"),
    stays_program: |counts| format!("Solo para el programa: {counts}"),
    stays_with: |counts| format!("Es parte de lo que se queda: {counts}"),
    why_only_me: "solo lo ves tú",
    why_pair: "no es para el programa",
    why_program: "solo para el programa",
    why_with: |title| format!("es parte de “{title}”"),
    tables: "Como tablas para una hoja de cálculo",
    tables_text: "Vale la misma elección: una tabla no lleva nada de lo que se queda aquí.",
    table: |title| format!("{title} (.csv)"),
    table_saved: |name| format!("El archivo está en tus descargas: {name}."),
};

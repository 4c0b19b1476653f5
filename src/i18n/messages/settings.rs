//! Settings, and the page that leads to everything else.

/// Settings.
#[derive(Clone, Copy, Debug)]
pub struct SettingsMessages {
    /// The heading of everything else.
    pub more: &'static str,
    /// The heading of the settings.
    pub title: &'static str,
    /// What the settings hold.
    pub line: &'static str,
    /// Leads to sharing and data.
    pub share: &'static str,
    /// What sharing and data holds.
    pub share_line: &'static str,
    /// What the people page holds.
    pub people_line: &'static str,
    /// What the plans page holds.
    pub plans_line: &'static str,
    /// Leads to what wants settling.
    pub settle: &'static str,
    /// What that holds.
    pub settle_line: fn(usize) -> String,
    /// The field for one's name.
    pub name: &'static str,
    /// What the name is for.
    pub name_hint: &'static str,
    /// The choice of one's role.
    pub role: &'static str,
    /// The choice of language.
    pub language: &'static str,
    /// The choice of light or dark.
    pub appearance: &'static str,
    /// As the system is set.
    pub system: &'static str,
    /// Always light.
    pub light: &'static str,
    /// Always dark.
    pub dark: &'static str,
    /// What is promised.
    pub privacy: &'static str,
}

pub(super) const EN: SettingsMessages = SettingsMessages {
    more: "More",
    title: "Settings",
    line: "Your name, language, light or dark",
    share: "Share and data",
    share_line: "Send the plan, open a file, back up",
    people_line: "Who is in this plan",
    plans_line: "Change plan, start another",
    settle: "To settle",
    settle_line: |count| match count {
        0 => "Nothing to settle".to_owned(),
        1 => "1 field with two answers".to_owned(),
        count => format!("{count} fields with two answers"),
    },
    name: "Your name",
    name_hint: "Used in plans you start or join from now on.",
    role: "You are here as",
    language: "Language",
    appearance: "Appearance",
    system: "As my device",
    light: "Light",
    dark: "Dark",
    privacy: "Everything stays on this device. No account, no server, no tracking.",
};

pub(super) const ES: SettingsMessages = SettingsMessages {
    more: "Más",
    title: "Ajustes",
    line: "Tu nombre, idioma, claro u oscuro",
    share: "Compartir y datos",
    share_line: "Enviar el plan, abrir un archivo, respaldar",
    people_line: "Quién está en este plan",
    plans_line: "Cambiar de plan, empezar otro",
    settle: "Por decidir",
    settle_line: |count| match count {
        0 => "Nada por decidir".to_owned(),
        1 => "1 dato con dos respuestas".to_owned(),
        count => format!("{count} datos con dos respuestas"),
    },
    name: "Tu nombre",
    name_hint: "Se usa en los planes que empieces o a los que te unas desde ahora.",
    role: "Estás aquí como",
    language: "Idioma",
    appearance: "Apariencia",
    system: "Según el dispositivo",
    light: "Claro",
    dark: "Oscuro",
    privacy: "Todo se queda en este dispositivo. Sin cuenta, sin servidor, sin rastreo.",
};

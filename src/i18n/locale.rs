//! The languages, and choosing between them.

use super::messages::{EN, ES, Messages};

/// A language the interface speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English, as in the United States.
    #[default]
    English,
    /// Spanish, as in a clinic in Texas or California.
    Spanish,
}

impl Locale {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// The language's tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// The language's name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
        }
    }

    /// The language with `tag`; a region after it is passed over.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }

    /// The first language that the reader prefers and the interface speaks.
    pub fn preferred<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        tags.into_iter().find_map(Self::from_tag).unwrap_or_default()
    }

    /// All words in this language.
    pub fn messages(self) -> &'static Messages {
        match self {
            Self::English => &EN,
            Self::Spanish => &ES,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_spoken_wins() {
        assert_eq!(Locale::preferred(["fr-FR", "es-MX", "en"]), Locale::Spanish);
        assert_eq!(Locale::preferred(["fr"]), Locale::English);
        assert_eq!(Locale::from_tag("ES_us"), Some(Locale::Spanish));
    }
}

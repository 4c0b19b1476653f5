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
    fn a_region_is_passed_over() {
        assert_eq!(Locale::from_tag("ES_us"), Some(Locale::Spanish));
        assert_eq!(Locale::from_tag("es-MX"), Some(Locale::Spanish));
        assert_eq!(Locale::from_tag("fr-FR"), None);
    }
}

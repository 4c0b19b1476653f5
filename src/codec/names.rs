//! Finding a name that is there twice in one JSON object.

use std::borrow::Cow;

/// The names seen in one object, to find one that is there twice.
#[derive(Default)]
pub(super) struct Names<'a>(Vec<Cow<'a, str>>);

impl<'a> Names<'a> {
    /// Up to so many names, comparing with each is quickest; beyond, sorting is.
    const FEW: usize = 48;

    /// Whether `name` is known to be there, as long as there are few.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.len() < Self::FEW && self.0.iter().any(|known| known == name)
    }

    /// Remembers a name.
    pub(super) fn add(&mut self, name: Cow<'a, str>) {
        self.0.push(name);
    }

    /// A name that is there twice, if there are many.
    pub(super) fn repeated(mut self) -> Option<String> {
        if self.0.len() < Self::FEW {
            return None;
        }
        self.0.sort_unstable();
        self.0.windows(2).find_map(|pair| match pair {
            [a, b] if a == b => Some(a.to_string()),
            _ => None,
        })
    }
}

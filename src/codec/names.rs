//! Finding a name that is there twice in one JSON object.

use crate::crdt::InOrder;
use std::borrow::Cow;

/// The names seen in the objects that are being read, each object's after those of the one around it.
#[derive(Debug, Default)]
pub(super) struct Names<'a>(Vec<Cow<'a, str>>);

impl<'a> Names<'a> {
    /// Up to so many names, comparing with each is quickest; beyond, sorting is.
    const FEW: usize = 48;

    /// Begins an object. What this answers stands for the object until it ends.
    pub(super) fn begin(&self) -> usize {
        self.0.len()
    }

    /// Whether `name` is known to be in the object, as long as it has few.
    pub(super) fn has(&self, begun: usize, name: &str) -> bool {
        let own = self.0.get(begun..).unwrap_or_default();
        own.len() < Self::FEW && own.iter().any(|known| known == name)
    }

    /// Remembers a name of the innermost object.
    pub(super) fn add(&mut self, name: Cow<'a, str>) {
        self.0.push(name);
    }

    /// Ends the innermost object, and answers with a name that it has twice, if it has many.
    pub(super) fn end(&mut self, begun: usize) -> Option<String> {
        let mut repeated = None;
        if let Some(own) = self.0.get_mut(begun..).filter(|own| own.len() >= Self::FEW) {
            // Files written here list many names in order.
            if !own.is_sorted() {
                own.order();
            }
            repeated = own.windows(2).find_map(|pair| match pair {
                [a, b] if a == b => Some(a.to_string()),
                _ => None,
            });
        }
        self.0.truncate(begun);
        repeated
    }
}

//! A reading error on its way out, gathering its place as it passes through the layers.

use super::error::{BundleError, Counted, Expected};
use super::place::{Place, Step};

/// What went wrong and where. The steps are gathered from the inside out, so that reading what is
/// right costs nothing; and they are behind a pointer, so that every answer on the way is small.
#[derive(Debug)]
pub(super) struct Fault(Box<Found>);

#[derive(Debug)]
struct Found {
    what: What,
    /// The byte at which reading stopped.
    at: usize,
    steps: Vec<Step>,
    /// Whether the steps are complete although the fault has not left all layers yet.
    settled: bool,
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The text ends here.
    End,
    /// This is not JSON.
    Syntax,
    NotABundle,
    NewerVersion(u64),
    TooDeep,
    TooMany(Counted, usize),
    Wrong(Expected),
    Missing,
    Duplicate,
    BadId,
    BadMerge,
    TooLong(usize),
}

impl Fault {
    pub(super) fn new(what: What, at: usize) -> Self {
        Self(Box::new(Found { what, at, steps: Vec::new(), settled: false }))
    }

    /// Adds the step that leads to where the fault has come from.
    pub(super) fn within(mut self, step: Step) -> Self {
        if !self.0.settled {
            self.0.steps.push(step);
        }
        self
    }

    /// Adds the step into the member `name`.
    pub(super) fn under(self, name: &str) -> Self {
        self.within(Step::name(name))
    }

    /// Says that the place is complete as it is.
    pub(super) fn settled(mut self) -> Self {
        self.0.settled = true;
        self
    }

    /// Says that it is about the member `name` of the whole file.
    pub(super) fn settled_at(self, name: &str) -> Self {
        self.under(name).settled()
    }

    /// Says that the text does not end where it was found to end: it goes on with what is not text.
    pub(super) fn broken_off(mut self) -> Self {
        if self.0.what == What::End {
            self.0.what = What::Syntax;
        }
        self
    }

    /// The error to hand out, given the text that was read and the last record that was whole.
    pub(super) fn into_error(self, text: &str, last: Place) -> BundleError {
        let Found { what, at, steps, settled: _ } = *self.0;
        let place: Place = steps.into_iter().rev().collect();
        match what {
            What::End => BundleError::CutOff { after: last },
            What::Syntax => {
                let before = text.get(..at).unwrap_or(text);
                let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
                BundleError::NotJson {
                    place,
                    line: before.matches('\n').count() + 1,
                    column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
                }
            }
            What::NotABundle => BundleError::NotABundle,
            What::NewerVersion(found) => BundleError::NewerVersion { found },
            What::TooDeep => BundleError::TooDeep { place },
            What::TooMany(what, limit) => BundleError::TooMany { place, what, limit },
            What::Wrong(expected) => BundleError::Wrong { place, expected },
            What::Missing => BundleError::Missing { place },
            What::Duplicate => BundleError::Duplicate { place },
            What::BadId => BundleError::BadId { place },
            What::BadMerge => BundleError::BadMerge { place },
            What::TooLong(limit) => BundleError::TextTooLong { place, limit },
        }
    }
}

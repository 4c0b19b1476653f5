//! A file that comes piece by piece, as text.

use std::str::Utf8Error;

use super::error::BundleError;
use super::limits::Limits;

/// What has come of a file so far.
#[derive(Debug, Default)]
pub struct Gathered {
    text: String,
    /// The bytes of a character of which the rest has not come yet.
    rest: Vec<u8>,
    /// Whether something has come that is no text. What comes after it is left out.
    broken: Option<Broken>,
    bytes: usize,
}

/// Where a file ceases to be text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// How many bytes before that are text.
    pub(super) byte: usize,
    /// Whether it only ends within a character.
    pub(super) is_cut_off: bool,
}

impl Gathered {
    /// A whole file.
    pub fn of(bytes: &[u8]) -> Self {
        let mut gathered = Self::default();
        gathered.add(bytes);
        gathered
    }

    /// Adds the next piece.
    pub fn add(&mut self, piece: &[u8]) {
        self.bytes = self.bytes.saturating_add(piece.len());
        // More than may be is not kept: the file is refused for its size.
        if self.broken.is_some() || self.bytes > Limits::BUNDLE.bytes {
            return;
        }
        if self.rest.is_empty() {
            return self.add_text(piece);
        }
        // What a character lacks is three bytes at most.
        let (first, later) = piece.split_at(piece.len().min(3));
        let mut joined = std::mem::take(&mut self.rest);
        joined.extend_from_slice(first);
        self.add_text(&joined);
        // The last of these may begin a character of their own.
        let mut next = std::mem::take(&mut self.rest);
        if next.is_empty() {
            return self.add_text(later);
        }
        next.extend_from_slice(later);
        self.add_text(&next);
    }

    fn add_text(&mut self, bytes: &[u8]) {
        if self.broken.is_some() {
            return;
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => self.text.push_str(text),
            Err(error) => self.add_until(bytes, error),
        }
    }

    fn add_until(&mut self, bytes: &[u8], error: Utf8Error) {
        let (good, rest) = bytes.split_at(error.valid_up_to());
        self.text.push_str(std::str::from_utf8(good).unwrap_or_default());
        match error.error_len() {
            None => self.rest = rest.to_owned(),
            Some(_) => self.broken = Some(Broken { byte: self.text.len(), is_cut_off: false }),
        }
    }

    /// The text, as far as it is one, and where it ceases to be.
    ///
    /// # Errors
    /// When there is more than a file may hold.
    pub(super) fn text(&self) -> Result<(&str, Option<Broken>), BundleError> {
        if self.bytes > Limits::BUNDLE.bytes {
            return Err(BundleError::TooLarge { limit: Limits::BUNDLE.bytes });
        }
        let cut_off = Broken { byte: self.text.len(), is_cut_off: true };
        Ok((&self.text, self.broken.or((!self.rest.is_empty()).then_some(cut_off))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn pieces_make_the_same_as_the_whole(
            text: String,
            mut bytes: Vec<u8>,
            cuts in proptest::collection::vec(1..9usize, 0..40),
        ) {
            // Text first, and then anything.
            bytes.splice(0..0, text.bytes());
            let mut rest = &bytes[..];
            let mut pieces = Gathered::default();
            for cut in cuts {
                let (piece, later) = rest.split_at(cut.min(rest.len()));
                pieces.add(piece);
                rest = later;
            }
            pieces.add(rest);
            let whole = Gathered::of(&bytes);
            prop_assert_eq!(pieces.text(), whole.text());
            let (read, broken) = whole.text().unwrap();
            match std::str::from_utf8(&bytes) {
                Ok(all) => prop_assert_eq!((read, broken), (all, None)),
                Err(error) => {
                    let is_cut_off = error.error_len().is_none();
                    prop_assert_eq!(read.len(), error.valid_up_to());
                    prop_assert_eq!(broken, Some(Broken { byte: read.len(), is_cut_off }));
                }
            }
        }
    }
}

//! Where in a file something stands, such as `plans[0].meetings[11].starts`.

use std::fmt;

use crate::domain::Kind;

/// A place in a file, from the outside in. The empty place is the file as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place(Vec<Step>);

/// One step of the way to a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into the member of an object. A very long name is cut short.
    Name(String),
    /// Into an element of a list, counted from 0.
    Index(usize),
}

impl Step {
    /// How many characters of a name are kept, since the name may be hostile.
    const LONGEST: usize = 64;

    /// The step into the member `name`.
    pub fn name(name: &str) -> Self {
        match name.char_indices().nth(Self::LONGEST) {
            Some((end, _)) => Self::Name(format!("{}…", name.get(..end).unwrap_or_default())),
            None => Self::Name(name.to_owned()),
        }
    }
}

impl Place {
    /// The place reached by these steps.
    pub fn new(steps: Vec<Step>) -> Self {
        Self(steps)
    }

    /// The steps, from the outside in.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Whether this is the file as a whole.
    pub fn is_whole_file(&self) -> bool {
        self.0.is_empty()
    }

    /// The listed record that the place is in: its kind and its number, counted from 1 within its
    /// list, so that "meeting 12" can be said.
    pub fn record(&self) -> Option<(Kind, usize)> {
        match self.0.as_slice() {
            [Step::Name(plans), Step::Index(_), Step::Name(list), Step::Index(index), ..]
                if plans == "plans" =>
            {
                Some((Kind::from_name(list)?, index + 1))
            }
            _ => None,
        }
    }
}

impl FromIterator<Step> for Place {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        Self(steps.into_iter().collect())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("the file");
        }
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Name(name) if !is_plain(name) => write!(f, "[{name:?}]")?,
                Step::Name(name) if position == 0 => f.write_str(name)?,
                Step::Name(name) => write!(f, ".{name}")?,
            }
        }
        Ok(())
    }
}

/// Whether a name can stand after a dot without being misread.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_like_a_path() {
        let place: Place = [
            Step::name("plans"),
            Step::Index(0),
            Step::name("meetings"),
            Step::Index(11),
            Step::name("odd name"),
        ]
        .into_iter()
        .collect();
        assert_eq!(place.to_string(), "plans[0].meetings[11][\"odd name\"]");
        assert_eq!(place.record(), Some((Kind::Meeting, 12)));
        assert_eq!(Place::default().to_string(), "the file");
    }

    #[test]
    fn a_hostile_name_is_cut_short() {
        let Step::Name(name) = Step::name(&"é".repeat(1000)) else { panic!("a name was given") };
        assert_eq!(name.chars().count(), Step::LONGEST + 1);
    }
}

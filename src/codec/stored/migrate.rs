//! Bringing stored texts of earlier versions up to date, one version at a time.
//!
//! A step is a pure function from the text of one version to that of the next. Steps are never
//! changed once released; a new version adds one at the end, and `tests/fixtures/stored` keeps texts
//! of each. `docs/storage.md` says how.

use std::borrow::Cow;

use super::{StoredError, seal};

/// Turns the text of one version into that of the next.
type Step = fn(&str) -> Result<String, StoredError>;

/// The first step leads from version 1 to 2, and so on to the version written now.
const STEPS: [Step; super::VERSION as usize - 1] = [seal_it];

/// The text in the version written now, and the version it was found in.
pub(super) fn to_current(text: &str) -> Result<(Cow<'_, str>, u64), StoredError> {
    climb(text, &STEPS)
}

fn climb<'t>(text: &'t str, steps: &[Step]) -> Result<(Cow<'t, str>, u64), StoredError> {
    let found = seal::version(text)?;
    let below = usize::try_from(found - 1).unwrap_or(usize::MAX);
    let Some(ahead) = steps.get(below..) else {
        return Err(StoredError::Newer { found });
    };
    let mut text = Cow::Borrowed(text);
    for step in ahead {
        text = Cow::Owned(step(&text)?);
    }
    Ok((text, found))
}

/// Version 2 puts a sum before everything else.
fn seal_it(text: &str) -> Result<String, StoredError> {
    let members = text.strip_prefix(r#"{"version":1,"#).ok_or(StoredError::Foreign)?;
    let mut sealed = seal::begin(2, members.len());
    sealed.push_str(members);
    seal::seal(&mut sealed);
    Ok(sealed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = r#"{"version":1,"plan":"x","more":"é"}"#;

    #[test]
    fn the_step_to_2_seals_and_changes_nothing_else() {
        let second = seal_it(FIRST).unwrap();
        assert_eq!(seal::version(&second), Ok(2));
        let (_, after) = second.split_once(r#""version":2,"#).unwrap();
        assert_eq!(after, r#""plan":"x","more":"é"}"#);
        assert_eq!(seal_it(&second), Err(StoredError::Foreign));
    }

    #[test]
    fn steps_are_taken_from_the_version_found_on() {
        fn to_3(text: &str) -> Result<String, StoredError> {
            let (_, members) = text.split_once(r#""version":2,"#).ok_or(StoredError::Foreign)?;
            let mut next = seal::begin(3, 0);
            next.push_str(&members.replace("more", "less"));
            seal::seal(&mut next);
            Ok(next)
        }
        let steps: [Step; 2] = [seal_it, to_3];
        let second = seal_it(FIRST).unwrap();
        let third = to_3(&second).unwrap();
        for (text, version) in [(FIRST, 1), (&second, 2), (&third, 3)] {
            let (current, found) = climb(text, &steps).unwrap();
            assert_eq!((&*current, found), (&*third, version));
        }
        // What is there already costs no copy.
        assert!(matches!(climb(&third, &steps), Ok((Cow::Borrowed(_), 3))));
        assert_eq!(climb(&third, &steps[..1]), Err(StoredError::Newer { found: 3 }));
        assert_eq!(climb(&third, &[]), Err(StoredError::Newer { found: 3 }));
    }
}

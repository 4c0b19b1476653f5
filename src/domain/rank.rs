//! Places in a list that people put in order by hand.
//!
//! A place is a text that sorts: between any two there is always another, so moving one thing writes to that thing
//! alone, and two people who move different things both have their way. Some of the text is random, so
//! that two devices which put different things into one gap do not choose the same place.

/// The digits, in the order in which texts sort.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// How many digits there are.
const BASE: u32 = DIGITS.len() as u32;
/// How many random digits a place ends in: two devices choose the same one once in 3,844 times, and then the
/// things stand beside each other in the order of their ids.
const RANDOM: usize = 2;
/// How far from its neighbor something is put at an end of the list.
const NEAR: u32 = 1;
/// The longest place that is read. What a file claims beyond is cut off.
const MOST: usize = 64;

/// A place after `before` and before `after`, where each is a place or nothing. `None` where there is none, since the
/// two are the same or in the wrong order: then the list has to be numbered anew.
pub fn between(before: Option<&str>, after: Option<&str>, mut random: u128) -> Option<String> {
    let low = digits(before.unwrap_or_default())?;
    let high = match after {
        Some(after) => Some(digits(after)?),
        None => None,
    };
    if high.as_ref().is_some_and(|high| low >= *high) {
        return None;
    }
    let mut place: Vec<u32> = Vec::new();
    // As long as the place is the beginning of `high`, its next digit must not pass that of `high`.
    let mut is_bound = true;
    loop {
        let at = place.len();
        let least = low.get(at).copied().unwrap_or(0);
        let most = match &high {
            Some(high) if is_bound => high.get(at).copied().unwrap_or(0),
            _ => BASE,
        };
        let free = most.saturating_sub(least + 1);
        if free > 0 {
            // Near the neighbor where the other end is open, so that texts stay short.
            place.push(match (before, after) {
                (_, None) => least + free.min(NEAR),
                (None, _) => most - free.min(NEAR),
                _ => least + free.div_ceil(2),
            });
            break;
        }
        is_bound = is_bound && least == most;
        place.push(least);
        if at > MOST {
            return None;
        }
    }
    for _ in 0..RANDOM {
        place.push((random % u128::from(BASE - 1)) as u32 + 1);
        random /= u128::from(BASE - 1);
    }
    let digit = |digit: &u32| DIGITS.get(*digit as usize).map(|byte| char::from(*byte));
    Some(place.iter().filter_map(digit).collect())
}

/// So many places, one after the other, all after `before`.
pub fn after(before: Option<&str>, count: usize, random: &mut dyn FnMut() -> u128) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for _ in 0..count {
        let last = places.last().map(String::as_str).or(before);
        let Some(next) = between(last, None, random()) else { break };
        places.push(next);
    }
    places
}

/// The place with this number in a list that begins numbered: two digits, of which the last is never zero.
pub fn numbered(number: usize) -> String {
    let number = number as u32 + 1;
    let digits = [number / (BASE - 1) % BASE, number % (BASE - 1) + 1];
    digits.iter().filter_map(|at| DIGITS.get(*at as usize)).map(|byte| char::from(*byte)).collect()
}

/// What has to be written so that one thing of a list comes after another, or first: which things get which
/// places. The list is given as it is shown, each thing with its place or nothing. That is one thing, unless
/// places are missing or the same where it is to go.
pub fn moved<K: Copy + PartialEq>(
    list: &[(K, String)],
    thing: K,
    after_what: Option<K>,
    random: &mut dyn FnMut() -> u128,
) -> Vec<(K, String)> {
    let rest: Vec<&(K, String)> = list.iter().filter(|(one, _)| *one != thing).collect();
    let found = after_what.and_then(|before| rest.iter().position(|(one, _)| *one == before));
    let at = found.map_or(0, |place| place + 1);
    let place = |at: usize| rest.get(at).map(|(_, place)| place.as_str()).filter(|p| !p.is_empty());
    let before = at.checked_sub(1).map(place);
    // Where what comes before has no place, or none that sorts so, everything up to there gets one.
    let is_sound = rest.get(..at).unwrap_or_default().is_sorted_by(|a, b| a.1 < b.1);
    if is_sound && before != Some(None) {
        // Things without a place come last.
        if let Some(found) = between(before.flatten(), place(at), random()) {
            return vec![(thing, found)];
        }
    }
    let mut last: Option<String> = None;
    let things = rest.get(..at).unwrap_or_default().iter().map(|(one, _)| *one);
    let mut written = Vec::new();
    for one in things.chain([thing]) {
        let Some(place) = between(last.as_deref(), None, random()) else { break };
        last = Some(place.clone());
        written.push((one, place));
    }
    // What comes after must not come before what was just numbered.
    for (one, held) in rest.get(at..).unwrap_or_default() {
        if held.is_empty() || last.as_ref().is_some_and(|last| held > last) {
            break;
        }
        let Some(place) = between(last.as_deref(), None, random()) else { break };
        last = Some(place.clone());
        written.push((*one, place));
    }
    written
}

/// The digits of a place; `None` where it is none.
fn digits(place: &str) -> Option<Vec<u32>> {
    if place.len() > MOST {
        return None;
    }
    let digit = |byte| DIGITS.iter().position(|digit| *digit == byte).map(|at| at as u32);
    place.bytes().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn there_is_always_a_place_between() {
        let first = between(None, None, 7).unwrap();
        let before = between(None, Some(&first), 7).unwrap();
        let after = between(Some(&first), None, 7).unwrap();
        assert!(before < first && first < after, "{before} {first} {after}");
        assert_eq!(between(Some("a"), Some("a"), 0), None);
        assert_eq!(between(Some("b"), Some("a"), 0), None);
        assert_eq!(between(Some("not a place"), None, 0), None);
        assert_eq!(between(None, Some("0"), 0), None, "nothing is before nothing");
        for (low, high) in [("a", "a0001"), ("a", "b"), ("az", "b"), ("zz", "zzz1"), ("", "01")] {
            let place = between(Some(low), Some(high), u128::MAX).unwrap();
            assert!(low < place.as_str() && place.as_str() < high, "{low} {place} {high}");
        }
    }

    #[test]
    fn a_place_stays_short_at_the_ends_of_a_list() {
        let (mut low, mut high) =
            (between(None, None, 1).unwrap(), between(None, None, 1).unwrap());
        for random in 0..200 {
            high = between(Some(&high), None, random).unwrap();
            low = between(None, Some(&low), random).unwrap();
        }
        assert!(high.len() < 20 && low.len() < 20, "{low} {high}");
    }

    proptest! {
        #[test]
        fn a_place_is_between_those_it_was_made_for(
            moves in proptest::collection::vec((any::<prop::sample::Index>(), any::<u64>()), 1..60)
        ) {
            let mut list: Vec<String> = Vec::new();
            for (at, random) in moves {
                let at = at.index(list.len() + 1);
                let before = at.checked_sub(1).and_then(|at| list.get(at)).cloned();
                let after = list.get(at).cloned();
                let Some(place) = between(before.as_deref(), after.as_deref(), random.into()) else {
                    prop_assert!(list.iter().any(|place| place.len() > MOST - 8));
                    continue;
                };
                list.insert(at, place);
                prop_assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
            }
        }
    }
}

//! The frozen example, cut off at every hundredth of it.

use steadyhand::codec::BundleError;

use super::{FROZEN, Refused, place};

pub fn files() -> Vec<Refused> {
    let whole = FROZEN.trim_end().as_bytes();
    (1..100)
        .map(|percent| {
            let cut = &whole[..whole.len() * percent / 100];
            let after = place(&last_whole_record(cut));
            Refused::new(format!("{percent} % of a file"), cut, BundleError::CutOff { after })
        })
        .collect()
}

/// The last record of which everything is there. The example has each on a line of its own, under the
/// line that names its list.
fn last_whole_record(cut: &[u8]) -> String {
    let text = String::from_utf8_lossy(cut);
    let (mut last, mut list, mut number) = (String::new(), String::new(), 0);
    for (line, whole) in text.split('\n').zip(FROZEN.split('\n')).skip(4) {
        if let Some(name) = line.strip_suffix(":[") {
            (list, number) = (name.trim_matches('"').to_owned(), 0);
        } else if let Some(before_brace) = whole.rfind("\"}") {
            // What is behind the record's own brace belongs to its list.
            if line.len() >= before_brace + 2 {
                last = format!("plans[0].{list}[{number}]");
            }
            number += 1;
        }
    }
    last
}

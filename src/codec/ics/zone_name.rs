//! What zones are called in calendars.

use crate::domain::{Zone, Zones};

/// The names that programs of Microsoft give to zones of North America, and the IANA name of each
/// (CLDR, `windowsZones`, territory 001).
const WINDOWS: [(&str, &str); 12] = [
    ("Atlantic Standard Time", "America/Halifax"),
    ("Eastern Standard Time", "America/New_York"),
    ("US Eastern Standard Time", "America/Indianapolis"),
    ("Central Standard Time", "America/Chicago"),
    ("Central Standard Time (Mexico)", "America/Mexico_City"),
    ("Canada Central Standard Time", "America/Regina"),
    ("Mountain Standard Time", "America/Denver"),
    ("US Mountain Standard Time", "America/Phoenix"),
    ("Pacific Standard Time", "America/Los_Angeles"),
    ("Alaskan Standard Time", "America/Anchorage"),
    ("Hawaiian Standard Time", "Pacific/Honolulu"),
    ("SA Western Standard Time", "America/La_Paz"),
];

/// The IANA names that a zone's name in a file may stand for, the likeliest first: the name itself, what
/// Microsoft's programs mean by it, and its end, for some put a path before it
/// (`/freeassociation.sourceforge.net/America/Chicago`).
pub(super) fn guesses(name: &str) -> Vec<&str> {
    let name = name.trim();
    let windows = WINDOWS.iter().find(|(known, _)| *known == name).map(|(_, iana)| *iana);
    let ends = name.match_indices('/').filter_map(|(at, _)| name.get(at + 1..));
    let ends = ends.filter(|end| end.contains('/'));
    std::iter::once(name).chain(windows).chain(ends).take(8).collect()
}

/// The zone that a name in a file stands for, if it is known.
pub(super) fn find<'a>(name: &str, zones: &'a Zones) -> Option<&'a Zone> {
    guesses(name).into_iter().find_map(|guess| zones.find(guess))
}

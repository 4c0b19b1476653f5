//! Bundles that ask for more than a device should give: too deep, too many, too long.

use steadyhand::codec::{BundleError, Counted, Limits};

use super::{RIGHT, Refused, duplicate, missing, place};

const LIMITS: Limits = Limits::BUNDLE;
const TITLE: &str = "plans[0].goals[1].title";

fn too_deep(at: &str) -> BundleError {
    BundleError::TooDeep { place: place(at) }
}

fn too_many(at: &str, what: Counted, limit: usize) -> BundleError {
    BundleError::TooMany { place: place(at), what, limit }
}

fn too_long(at: &str, limit: usize) -> BundleError {
    BundleError::TextTooLong { place: place(at), limit }
}

/// `n` lists, one in the other.
fn lists(n: usize) -> String {
    format!("{}{}", "[".repeat(n), "]".repeat(n))
}

/// `n` objects, one in the other.
fn objects(n: usize) -> String {
    format!("{}1{}", "{\"a\":".repeat(n), "}".repeat(n))
}

/// A place so many steps further in.
fn inner(at: &str, step: &str, n: usize) -> String {
    format!("{at}{}", step.repeat(n))
}

pub fn small_files() -> Vec<Refused> {
    let (deep, file_depth) = (LIMITS.value_depth, LIMITS.depth);
    let calm = r#""Calm""#;
    let version = "\"version\":1";
    let mut files = vec![
        Refused::edited(calm, &lists(deep + 1), too_deep(&inner(TITLE, "[0]", deep))),
        Refused::edited(calm, &objects(deep + 1), too_deep(&inner(TITLE, ".a", deep))),
        Refused::edited(
            "\"Draw well\"",
            &lists(deep + 1),
            too_deep(&inner("plans[0].goals[0].also.title[0]", "[0]", deep)),
        ),
        Refused::edited(
            version,
            &format!("{version},\"x\":{}", lists(file_depth + 1)),
            too_deep(&inner("x", "[0]", file_depth)),
        ),
        Refused::edited(
            version,
            &format!("{version},\"x\":{}", objects(file_depth + 1)),
            too_deep(&inner("x", ".a", file_depth)),
        ),
        Refused::edited(
            calm,
            &format!("\"{}\"", "é".repeat(LIMITS.text + 1)),
            too_long(TITLE, LIMITS.text),
        ),
        Refused::edited(calm, &"9".repeat(LIMITS.text + 1), too_long(TITLE, LIMITS.text)),
        Refused::edited(
            calm,
            &format!("[\"{}\"]", "x".repeat(LIMITS.text)),
            too_long(TITLE, LIMITS.text),
        ),
        Refused::edited(
            "\"Draw well\"",
            &format!("\"{}\"", "x".repeat(LIMITS.text + 1)),
            too_long("plans[0].goals[0].also.title[0]", LIMITS.text),
        ),
        Refused::edited(
            "Dana Ruiz",
            &"D".repeat(LIMITS.text + 1),
            too_long("from.name", LIMITS.text),
        ),
        Refused::edited(
            r#""title":"Calm""#,
            &format!("\"{}\":1", "n".repeat(LIMITS.name + 1)),
            too_long(&format!("plans[0].goals[1].{}…", "n".repeat(64)), LIMITS.name),
        ),
        Refused::edited(
            "\"Draw well\"",
            &vec!["1"; LIMITS.values_of_field].join(","),
            too_many(
                &format!("plans[0].goals[0].also.title[{}]", LIMITS.values_of_field - 1),
                Counted::ValuesOfField,
                LIMITS.values_of_field,
            ),
        ),
    ];
    let numbered = |n: usize| (0..n).map(|n| format!("\"f{n}\":{n}")).collect::<Vec<_>>();
    files.push(Refused::edited(
        r#""title":"Calm""#,
        &numbered(LIMITS.fields + 1).join(","),
        too_many(
            &format!("plans[0].goals[1].f{}", LIMITS.fields - 1),
            Counted::Fields,
            LIMITS.fields,
        ),
    ));
    for at in [0, 7, 47, 48, 99] {
        let mut fields = numbered(100);
        fields.push(format!("\"f{at}\":0"));
        let place = format!("plans[0].goals[1].f{at}");
        let edited = Refused::edited(r#""title":"Calm""#, &fields.join(","), duplicate(&place));
        files.push(edited);
    }
    let deletions: String = (1..=LIMITS.deletions).map(|n| format!(" -b{n}()")).collect();
    files.push(Refused::edited(
        r#""a1"}"#,
        &format!("\"a1{deletions} -a2()\"}}"),
        too_many("plans[0].goals[1].merge", Counted::Deletions, LIMITS.deletions),
    ));
    files.push(Refused::edited(
        "\"plans\":[",
        &format!("\"plans\":[{},", named(LIMITS.plans + 1, "")),
        too_many(&format!("plans[{}]", LIMITS.plans), Counted::Plans, LIMITS.plans),
    ));
    files
}

/// Files of one to some ten megabytes.
pub fn large_files() -> Vec<Refused> {
    let (deep, file_depth) = (LIMITS.value_depth, LIMITS.depth);
    let many = 1_000_000;
    let mixed = "[{\"a\":".repeat(many / 2);
    vec![
        Refused::edited(r#""Calm""#, &"[".repeat(many), too_deep(&inner(TITLE, "[0]", deep))),
        Refused::edited(r#""Calm""#, &"{\"a\":".repeat(many), too_deep(&inner(TITLE, ".a", deep))),
        Refused::edited(r#""Calm""#, &mixed, too_deep(&inner(TITLE, "[0].a", deep / 2))),
        Refused::edited(
            "\"version\":1",
            &format!("\"version\":1,\"x\":{}", "[".repeat(many)),
            too_deep(&inner("x", "[0]", file_depth)),
        ),
        Refused::new("lists alone", "[".repeat(many), BundleError::NotABundle),
        Refused::new("lists and their ends", lists(many), BundleError::NotABundle),
        Refused::edited(
            r#""00000000000000d1","00000000000000d2""#,
            &(0..=LIMITS.writers).map(|n| format!("\"{n:016}\"")).collect::<Vec<_>>().join(","),
            too_many(&format!("writers[{}]", LIMITS.writers), Counted::Writers, LIMITS.writers),
        ),
        Refused::edited(
            "\"goals\":[",
            &format!("\"goals\":[{},", named(LIMITS.records + 1, ",\"merge\":\"\"")),
            too_many(
                &format!("plans[0].goals[{}]", LIMITS.records),
                Counted::Records,
                LIMITS.records,
            ),
        ),
        Refused::edited(
            "\"goals\":[",
            &format!("\"goals\":[{}", "{},".repeat(many)),
            missing("plans[0].goals[0].id"),
        ),
        Refused::edited(
            r#""title":"Calm""#,
            &vec!["\"title\":1"; many].join(","),
            duplicate("plans[0].goals[1].title"),
        ),
        Refused::edited(
            "\"version\":1",
            &format!("\"version\":1,{}", vec!["\"x\":1"; many].join(",")),
            duplicate("x"),
        ),
        Refused::edited(
            r#""Calm""#,
            &format!("{{{}}}", vec!["\"\":0"; many].join(",")),
            duplicate(&format!("{TITLE}.")),
        ),
        Refused::new("white space and nothing else", " ".repeat(many), BundleError::Empty),
        Refused::new(
            "a right file and a million brackets",
            format!("{RIGHT}{}", "[".repeat(many)),
            super::not_json("", 8, 1),
        ),
    ]
}

/// So many objects with ids of their own.
fn named(n: usize, rest: &str) -> String {
    let one = |n: usize| format!("{{\"id\":\"{n:016}\"{rest}}}");
    (0..n).map(one).collect::<Vec<_>>().join(",")
}

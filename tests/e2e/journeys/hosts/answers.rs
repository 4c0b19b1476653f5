//! What a host answers for each file of the folder: its type, its headers, and its compressed sibling.

use std::fs;
use std::path::Path;

use reqwest::{Client, Response};
use serde_json::{Value, json};

use super::servers::{Host, Server, shown};
use crate::wait::wait_for;

const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// What guards the page and a page cannot say about itself.
const GUARDS: [(&str, &str); 4] = [
    ("content-security-policy", "frame-ancestors 'self'"),
    ("x-frame-options", "SAMEORIGIN"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
];

/// Asks a host for each file of the folder, plainly and compressed; answers what was seen, in numbers.
pub fn check(host: &Host, dist: &Path) -> String {
    let client = client();
    let ask = |path: &str, encoding: &str| get(&client, &format!("{}{path}", host.url), encoding);
    let (mut whole, mut small) = (0, 0);
    for name in names(dist) {
        let answer = ask(&name, "identity");
        assert_eq!(answer.status(), 200, "{name} on {}", host.url);
        assert_eq!(header(&answer, "content-encoding"), None, "{name}");
        check_headers(host, &name, &answer);
        assert_eq!(body(answer), fs::read(dist.join(&name)).expect("a file"), "{name}");
        whole += 1;
        let encodings = [("gzip", "gz", host.sends[0]), ("br", "br", host.sends[1])];
        for (encoding, ending, _) in encodings.into_iter().filter(|(_, _, is_sent)| *is_sent) {
            let Ok(sibling) = fs::read(dist.join(format!("{name}.{ending}"))) else { continue };
            let answer = ask(&name, encoding);
            assert_eq!(header(&answer, "content-encoding").as_deref(), Some(encoding), "{name}");
            let varies = header(&answer, "vary").unwrap_or_default().to_lowercase();
            assert!(varies.contains("accept-encoding"), "{name} varies by {varies:?}");
            check_headers(host, &name, &answer);
            assert_eq!(body(answer), sibling, "{name}.{ending}");
            small += 1;
        }
    }
    assert!(whole > 4 && (small > 4 || host.sends == [false, false]), "{whole} and {small} files");
    let page = ask("", "identity");
    assert_eq!(page.status(), 200, "{}", host.url);
    check_headers(host, "index.html", &page);
    assert_eq!(ask("nothing-here", "identity").status(), 404, "a missing file");
    adds_the_slash(&client, host);
    format!("{whole} files, {small} of them compressed as well")
}

fn check_headers(host: &Host, name: &str, answer: &Response) {
    let kind = header(answer, "content-type").unwrap_or_default();
    let (kind, charset) = kind.split_once(';').unwrap_or((&kind, ""));
    if let Some(wanted) = kind_of(name) {
        assert_eq!(kind, wanted, "{name} on {}", host.url);
    }
    if host.server == Server::Python {
        return;
    }
    let wanted = if is_hashed(name) { FOR_GOOD } else { "no-cache" };
    assert_eq!(header(answer, "cache-control").as_deref(), Some(wanted), "{name}");
    for (guard, wanted) in GUARDS {
        assert_eq!(header(answer, guard).as_deref(), Some(wanted), "{guard} of {name}");
    }
    if kind == "text/html" {
        assert_eq!(charset.trim(), "charset=utf-8", "{name} on {}", host.url);
    }
}

/// Without its slash, the path leads to the one with it: relative links would lead beside the folder.
fn adds_the_slash(client: &Client, host: &Host) {
    let bare = host.url.trim_end_matches('/');
    if bare.matches('/').count() > 2 {
        let answer = get(client, bare, "identity");
        assert_eq!(answer.status(), 301, "{bare}");
        let target = header(&answer, "location").unwrap_or_default();
        let path = host.url.splitn(4, '/').nth(3).unwrap_or_default();
        assert!(target == host.url || target == format!("/{path}"), "{bare} leads to {target}");
    }
}

/// The file `_headers` is what the documentation shows, names each file with a hash and no other, and
/// sets the same guards.
pub fn headers_file_fits(dist: &Path) {
    let file = fs::read_to_string(dist.join("_headers")).expect("the build writes _headers");
    assert_eq!(file, shown("_headers"), "dist/_headers and docs/hosting.md");
    let (all, rest) = file.split_once("/steadyhand-*").expect("rules for names with a hash");
    for (guard, wanted) in GUARDS {
        let is_set = all.lines().any(|line| {
            line.trim()
                .split_once(": ")
                .is_some_and(|(name, value)| name.eq_ignore_ascii_case(guard) && value == wanted)
        });
        assert!(is_set, "{guard} in _headers");
    }
    let kept = rest.matches(&format!("Cache-Control: {FOR_GOOD}")).count();
    let rules = file.lines().filter(|line| line.starts_with('/') && *line != "/*");
    let rules: Vec<&str> =
        rules.filter_map(|line| line.strip_prefix('/')?.strip_suffix('*')).collect();
    assert_eq!(rules.len(), kept, "each rule but the first keeps for good");
    for name in names(dist) {
        let is_named = rules.iter().any(|start| name.starts_with(start));
        assert_eq!(is_named, is_hashed(&name), "host/_headers and {name}");
    }
}

/// The bill of materials names crates of `Cargo.lock` that ship, and none that only builds or tests.
pub fn bill_fits(dist: &Path) {
    let bill = fs::read_to_string(dist.join("sbom.cdx.json")).expect("the build writes a bill");
    let bill: Value = serde_json::from_str(&bill).expect("the bill is JSON");
    assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&json!("CycloneDX"), &json!("1.6")));
    let lock = include_str!("../../../../Cargo.lock");
    let mut names = Vec::new();
    for part in bill["components"].as_array().expect("a list") {
        let [name, version] = ["name", "version"].map(|key| part[key].as_str().expect("a text"));
        let locked = format!("name = \"{name}\"\nversion = \"{version}\"\n");
        assert!(name == "std" || lock.contains(&locked), "{name} {version} is not in Cargo.lock");
        names.push(name);
    }
    for shipped in ["std", "leptos", "serde_json", "wasm-bindgen", "web-sys"] {
        assert!(names.contains(&shipped), "the bill lacks {shipped}");
    }
    for idle in
        ["proptest", "serde_derive", "thirtyfour", "wasm-bindgen-macro", "wasm-bindgen-test"]
    {
        assert!(!names.contains(&idle), "the bill names {idle}, which does not ship");
    }
}

/// The files of the folder that are no compressed siblings, with `/` between folders.
fn names(dist: &Path) -> Vec<String> {
    let mut names = Vec::new();
    let mut folders = vec![dist.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the release is built").flatten() {
            let path = entry.path();
            let inner = path.strip_prefix(dist).expect("it lies in the folder");
            let name = inner.to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if !name.ends_with(".gz") && !name.ends_with(".br") && name != ".htaccess" {
                names.push(name);
            }
        }
    }
    names
}

/// Whether the name changes with the content: it has sixteen hexadecimal digits after a hyphen.
fn is_hashed(name: &str) -> bool {
    name.rsplit('/').next().is_some_and(|file| {
        file.split(['.', '_']).any(|part| {
            part.rsplit_once('-').is_some_and(|(_, hash)| {
                hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit())
            })
        })
    })
}

/// The type a browser needs; none where any will do.
fn kind_of(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "html" => "text/html",
        "js" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        _ => return None,
    })
}

/// One that asks each question over a connection of its own: a host may close an idle one at any time.
fn client() -> Client {
    let quiet = Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
    quiet.pool_max_idle_per_host(0).build().expect("a client can be made")
}

/// The answer to a question, which is asked a second time if the connection broke before there was one, as
/// browsers do. That is said, for it is the network's doing or the host's.
fn get(client: &Client, url: &str, encoding: &str) -> Response {
    let ask = || wait_for(client.get(url).header("accept-encoding", encoding).send());
    let answer = ask().or_else(|error| {
        println!("      asked again: {error:?}");
        ask()
    });
    answer.unwrap_or_else(|error| panic!("{url}: {error:?}"))
}

fn body(answer: Response) -> Vec<u8> {
    wait_for(async { answer.bytes().await }).expect("the whole answer").to_vec()
}

fn header(answer: &Response, name: &str) -> Option<String> {
    answer.headers().get(name)?.to_str().ok().map(str::to_owned)
}

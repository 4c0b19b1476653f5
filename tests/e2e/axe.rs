//! Accessibility rules, checked by axe-core inside the page as it stands.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::app::App;
use crate::wait::lasting;

/// One rule that one element breaks. Its fields are for reading, by a person in a report.
#[derive(Deserialize, Debug)]
#[allow(dead_code, reason = "the compiler does not count what Debug prints as read")]
pub struct Violation {
    /// The rule's id, such as `color-contrast`.
    pub rule: String,
    /// Where, as a selector.
    pub target: String,
    /// What is wrong, in words.
    pub help: String,
}

impl App<'_> {
    /// Every violation of WCAG 2.2 A and AA and of axe's good practices on the page.
    #[track_caller]
    pub fn axe(&self) -> Vec<Violation> {
        if !self.run::<bool>("return typeof axe === 'object'", json!([])) {
            let path = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join(".tools/node_modules/axe-core/axe.min.js");
            let source =
                fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
            self.run::<Value>(&format!("{source}\nwindow.axe = axe;"), json!([]));
        }
        self.run_async(
            "const done = arguments[arguments.length - 1];
             axe.run(document, { resultTypes: ['violations'] }).then(
                 ({ violations }) => done(violations.flatMap(({ id, help, nodes }) =>
                     nodes.map((node) => ({ rule: id, help, target: node.target.join(' ') })))),
                 (error) => done([{ rule: 'axe', help: String(error), target: '' }]));",
            json!([]),
        )
    }

    /// Ends the journey if the page breaks a rule.
    #[track_caller]
    pub fn is_accessible(&self) {
        let violations = lasting(|| self.axe());
        assert!(violations.is_empty(), "{}: {violations:#?}", self.route());
    }
}

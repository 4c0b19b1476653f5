//! What the typist of `typist.js` was told by the page, and whether a page opened later shows it.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::json;
use steadyhand::codec::bundle;
use steadyhand::domain::Kind;

use crate::app::App;
use crate::journeys::both_sides::begin_a_plan;
use crate::wait::eventually;

/// Something the typist wrote: in which of its lives, and the how manieth it was.
type Mark = (u32, u32);

/// What the page has told the typist: what, and of what.
pub type Told = (String, u32, u32);

/// What a page has accepted, or has shown as saved.
#[derive(Clone, Default, PartialEq)]
pub struct Known {
    pub comments: BTreeSet<Mark>,
    pub measure: Option<Mark>,
}

/// Everything told so far.
#[derive(Default)]
pub struct Report {
    pub accepted: Known,
    pub saved: Known,
}

impl Report {
    /// Takes note of what was told.
    pub fn note(&mut self, told: impl IntoIterator<Item = Told>) {
        for (what, life, number) in told {
            let mark = (life, number);
            match what.as_str() {
                "added" => drop(self.accepted.comments.insert(mark)),
                "measured" => self.accepted.measure = self.accepted.measure.max(Some(mark)),
                "saved" => self.saved = self.accepted.clone(),
                what => panic!("the typist told of {what:?}"),
            }
        }
    }
}

/// What a goal's page shows.
#[derive(Deserialize)]
pub struct Shown {
    comments: Vec<String>,
    measure: String,
}

/// Begins a plan with a goal for the typist, and answers the goal's route.
pub fn begin(app: &App<'_>) -> String {
    begin_a_plan(app);
    app.go("#/goals/new");
    app.type_into("What", "Order of draw by heart");
    app.click("Add goal");
    app.see("About this goal");
    settle(app);
    app.route()
}

/// Lets the typist begin another life on the goal's page that is open.
pub fn begin_typing(app: &App<'_>, life: u32) {
    app.run::<()>(include_str!("../../typist.js"), json!([life]));
}

/// Lets the typist come to rest, and waits until the page shows that everything is saved.
#[track_caller]
pub fn end_typing(app: &App<'_>) {
    app.run::<()>("window.isEnough = true", json!([]));
    let is_at_rest = || app.try_run("return window.isAtRest", json!([])).filter(|rests| *rests);
    assert!(eventually(is_at_rest).is_some(), "the page no longer takes what is written");
    settle(app);
}

/// What the page has told the typist up to this moment, and how saving stands at it.
#[track_caller]
pub fn told(app: &App<'_>) -> (Vec<Told>, String) {
    let script =
        "return [window.told.splice(0), document.querySelector('.save-state').dataset.state]";
    app.run(script, json!([]))
}

/// Waits until the page shows that everything is saved.
#[track_caller]
pub fn settle(app: &App<'_>) {
    let state = "return document.querySelector('.save-state')?.dataset.state ?? ''";
    let is_saved = || app.try_run::<String>(state, json!([])).filter(|state| state == "saved");
    assert!(eventually(is_saved).is_some(), "nothing was saved in all this time");
}

/// Waits for the goal's page, sees that it holds everything that it must, each once and whole, and that
/// nothing had to be set aside. Answers what there is.
#[track_caller]
pub fn check(app: &App<'_>, must: &Known) -> Known {
    app.see("About this goal");
    settle(app);
    let shown: Shown = app.run_async(include_str!("../../read_goal.js"), json!([]));
    let text = app.text();
    for banner in ["set aside", "could not be", "does not let"] {
        assert!(!text.contains(banner), "the page says {banner:?}");
    }
    compare(&shown, must)
}

/// The same for what the app exports, which is read as another device would read it.
#[track_caller]
pub fn check_export(app: &App<'_>, must: &Known) {
    app.go("#/more/share");
    let (_, text) = app.download("Export plan");
    let bundle = bundle::read(text.as_bytes()).expect("the app reads what it wrote");
    let [(_, plan)] = bundle.plans.as_slice() else { panic!("there is one plan") };
    let (goal, _) = plan.live(Kind::Goal).next().expect("the goal is there");
    let comments = plan.comments_on(goal).into_iter().map(|comment| comment.text).collect();
    let measure = plan.goal(goal).expect("the goal is whole").measure;
    compare(&Shown { comments, measure }, must);
}

#[track_caller]
fn compare(shown: &Shown, must: &Known) -> Known {
    let marks: Vec<Mark> = shown.comments.iter().map(|text| mark(text)).collect();
    let found: BTreeSet<Mark> = marks.iter().copied().collect();
    assert_eq!(found.len(), marks.len(), "a comment is there twice");
    let lost: Vec<&Mark> = must.comments.difference(&found).collect();
    assert!(lost.is_empty(), "lost comments, by life and number: {lost:?}");
    let measure = (!shown.measure.is_empty()).then(|| mark(&shown.measure));
    assert!(measure >= must.measure, "the goal says {measure:?}, and said {:?}", must.measure);
    Known { comments: found, measure }
}

/// Which text this is; it must be one of the typist's, and whole.
#[track_caller]
fn mark(text: &str) -> Mark {
    let number = |word: &str| {
        let (_, rest) = text.split_once(word)?;
        rest.split(',').next()?.parse().ok()
    };
    let mark = number("Life ").zip(number("number "));
    let (life, count) = mark.unwrap_or_else(|| panic!("this was never written: {text:?}"));
    let words = format!("Life {life}, number {count}, {}and the end.", "drop 🩸 ".repeat(12));
    assert_eq!(text, words, "half-written");
    (life, count)
}

//! Lists and their rows: a cap, a title, one muted line, one action at most.

use leptos::prelude::*;

use super::cap::Mark;
use super::redrawn::{keyword, redrawn, words};

/// A list of [`ListRow`]s or other `<li>` elements.
#[component]
pub fn List(
    /// What the list holds, for assistive technology.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    view! {
        // Safari drops the list's role when its bullets are hidden, so the role is written out.
        <ul class="list" role="list" aria-label=label>
            {children()}
        </ul>
    }
}

/// One row. The whole row leads to `href`; the action at its end is a target of its own.
#[component]
pub fn ListRow(
    /// Where the row leads; empty for a row that leads nowhere.
    #[prop(optional, into)]
    href: Signal<String>,
    /// What the row is about.
    #[prop(into)]
    title: Signal<String>,
    /// One muted line below.
    #[prop(optional, into)]
    line: Signal<String>,
    /// The category: its colour leads the row, its word leads the muted line.
    #[prop(optional, into)]
    mark: Signal<Option<Mark>>,
    /// Whether the row is the one whose details are shown, or is done, or is gone.
    #[prop(optional, into)]
    state: Signal<RowState>,
    /// One action at the end of the row.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let cap = keyword(move || mark.with(|mark| mark.as_ref().map(|mark| mark.color.word())));
    let line = words(move || {
        let line = line.get();
        match mark.with(|mark| mark.as_ref().map(|mark| mark.word.clone())) {
            Some(word) if line.is_empty() => word,
            Some(word) => [word.as_str(), " · ", &line].concat(),
            None => line,
        }
    });
    let state = keyword(move || Some(state.get().word()));
    view! { <BareRow href title line cap state action=children /> }
}

/// What [`ListRow`] is made of: a row as the style sheet knows it.
#[component]
pub fn BareRow(
    /// Where the row leads; empty for a row that leads nowhere.
    #[prop(into)]
    href: Signal<String>,
    /// What the row is about.
    title: Signal<String>,
    /// One muted line below.
    line: Signal<String>,
    /// The color that leads the row.
    #[prop(optional)]
    cap: Signal<Option<&'static str>>,
    /// How the row stands, as [`RowState::word`] has it.
    state: Signal<Option<&'static str>>,
    /// One action at the end of the row.
    #[prop(optional_no_strip)]
    action: Option<Children>,
) -> impl IntoView {
    let heading = move || {
        let href = href.get();
        let words = title.get();
        if href.is_empty() {
            view! { <span class="list-row__title">{words}</span> }.into_any()
        } else {
            let is_current = move || state.get() == Some(RowState::Current.word());
            let is_current = keyword(move || is_current().then_some("true"));
            view! { <a class="list-row__title" href=href aria-current=is_current>{words}</a> }
                .into_any()
        }
    };
    let action = match action {
        Some(children) => view! { <div class="list-row__action">{children()}</div> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <li class="list-row" data-cap=cap data-state=state>
            <div class="list-row__words">
                {redrawn(heading)} <span class="list-row__line">{line}</span>
            </div>
            {action}
        </li>
    }
}

/// How a row stands among the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowState {
    /// Like any other.
    #[default]
    Plain,
    /// Its details are shown beside the list.
    Current,
    /// Done, over or settled: shown quietly.
    Done,
    /// Wants attention.
    Attention,
}

impl RowState {
    /// The value of `data-state`, which the style sheet knows.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Current => "current",
            Self::Done => "done",
            Self::Attention => "attention",
        }
    }
}

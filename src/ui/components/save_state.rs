//! Whether what was written is safe: a dot and a word, never a button.

use leptos::prelude::*;

/// A quiet line that tells the truth about saving.
#[component]
pub fn SaveState(
    /// Where saving stands, as [`Saving::word`] has it.
    #[prop(into)]
    state: Signal<Option<&'static str>>,
    /// The same in words.
    #[prop(into)]
    words: Signal<String>,
) -> impl IntoView {
    view! {
        <p class="save-state" role="status" data-state=state>
            {words}
        </p>
    }
}

/// Where saving stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// All of it is in the store of record.
    #[default]
    Saved,
    /// Some of it is on its way.
    Running,
    /// Some of it is only in memory.
    Failed,
}

impl Saving {
    /// The value of `data-state`, which the style sheet turns into the dot.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Running => "saving",
            Self::Failed => "failed",
        }
    }
}

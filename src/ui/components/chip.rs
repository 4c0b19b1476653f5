//! Small pills: facts that are only shown.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// A short fact in a pill.
#[component]
pub fn Chip(
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<Glyph>,
    /// What kind of news it is.
    #[prop(optional, into)]
    news: Signal<News>,
) -> impl IntoView {
    view! {
        <span class="chip" data-news=move || news.get().word()>
            {icon.map(|glyph| view! { <Icon glyph /> })}
            <span>{move || label.get()}</span>
        </span>
    }
}

/// What kind of news a chip or a banner brings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum News {
    /// Neither good nor bad.
    #[default]
    Plain,
    /// Something went well.
    Good,
    /// Something wants attention.
    Warn,
    /// Something is wrong.
    Danger,
}

impl News {
    /// The value of `data-news`.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Danger => "danger",
        }
    }
}

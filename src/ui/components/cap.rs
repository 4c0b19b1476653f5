//! The mark of the product: a tube cap's colour as a rounded bar, always with its word, so that
//! colour is never the only signal.

use leptos::prelude::*;

/// The colours of the caps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CapColor {
    /// Light blue.
    Blue,
    /// Red.
    Red,
    /// Gold.
    Gold,
    /// Green.
    Green,
    /// Lavender.
    Lavender,
    /// Grey.
    #[default]
    Grey,
}

impl CapColor {
    /// The value of `data-cap`, which the style sheet turns into the colour.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Blue => "blue",
            Self::Red => "red",
            Self::Gold => "gold",
            Self::Green => "green",
            Self::Lavender => "lavender",
            Self::Grey => "grey",
        }
    }
}

/// A cap's colour with the word it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The colour.
    pub color: CapColor,
    /// What the colour stands for, in the reader's language.
    pub word: String,
}

impl Mark {
    /// A colour and its word.
    pub fn new(color: CapColor, word: impl Into<String>) -> Self {
        Self { color, word: word.into() }
    }
}

/// A small cap beside its word.
#[component]
pub fn Cap(
    /// The colour and the word.
    #[prop(into)]
    mark: Signal<Mark>,
) -> impl IntoView {
    view! {
        <span class="cap" data-cap=move || mark.with(|mark| mark.color.word())>
            {move || mark.with(|mark| mark.word.clone())}
        </span>
    }
}

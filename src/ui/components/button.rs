//! Buttons, and links that look like them. One primary button a screen at most.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// A button. Without `on_click` it submits the [`Form`](super::form::Form) around it.
#[component]
pub fn Button(
    /// The words on the button.
    #[prop(into)]
    label: Signal<String>,
    /// What a press does.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
    /// How much the button asks for attention.
    #[prop(optional)]
    tone: Tone,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<Glyph>,
    /// Whether it cannot be pressed now.
    #[prop(optional, into)]
    is_disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            class="button"
            type=if on_click.is_some() { "button" } else { "submit" }
            data-tone=tone.word()
            disabled=is_disabled
            on:click=move |_| {
                if let Some(on_click) = on_click {
                    on_click.run(());
                }
            }
        >
            {icon.map(|glyph| view! { <Icon glyph /> })}
            <span>{label}</span>
        </button>
    }
}

/// A link with the look of a button.
#[component]
pub fn ButtonLink(
    /// The words on the link.
    #[prop(into)]
    label: Signal<String>,
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    tone: Tone,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<Glyph>,
) -> impl IntoView {
    view! {
        <a class="button" data-tone=tone.word() href=href>
            {icon.map(|glyph| view! { <Icon glyph /> })}
            <span>{label}</span>
        </a>
    }
}

/// A button that shows only a drawing; its words are its accessible name and its tooltip.
#[component]
pub fn IconButton(
    /// What it does, in words.
    #[prop(into)]
    label: Signal<String>,
    /// What it shows.
    glyph: Glyph,
    /// What a press does.
    #[prop(into)]
    on_click: Callback<()>,
    /// Whether it cannot be pressed now.
    #[prop(optional, into)]
    is_disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            class="button"
            type="button"
            data-tone="quiet"
            data-shape="icon"
            aria-label=label
            title=label
            disabled=is_disabled
            on:click=move |_| on_click.run(())
        >
            <Icon glyph />
        </button>
    }
}

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// The one obvious next step of the screen.
    Primary,
    /// Any other action.
    #[default]
    Secondary,
    /// An action that stays in the background.
    Quiet,
    /// An action that takes something away.
    Danger,
}

impl Tone {
    const fn word(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
        }
    }
}

//! A line across the page that stays until what it says is no longer true.

use leptos::prelude::*;

use super::{
    chip::News,
    icon::{Glyph, Icon},
};

/// A message that stays, with what can be done about it. Danger is announced at once.
#[component]
pub fn Banner(
    /// What kind of news it is.
    #[prop(optional)]
    news: News,
    /// What happened, what was kept and what to do.
    #[prop(into)]
    text: Signal<String>,
    /// Buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let glyph = match news {
        News::Plain => Glyph::Info,
        News::Good => Glyph::Check,
        News::Warn | News::Danger => Glyph::Warning,
    };
    let role = if news == News::Danger { "alert" } else { "status" };
    view! {
        <div class="banner" data-news=news.word()>
            <Icon glyph />
            <p class="banner__text" role=role>{text}</p>
            {children.map(|children| view! { <div class="banner__actions">{children()}</div> })}
        </div>
    }
}

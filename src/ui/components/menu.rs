//! The actions behind the three dots: a sheet at the bottom of a phone, near the thumb, and a small
//! box on a larger screen. The browser's own popover closes it on Escape and on a tap elsewhere; it
//! also closes when the keyboard moves on to what lies below it.

use leptos::{
    context::Provider,
    ev::FocusEvent,
    html,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{HtmlElement, Node},
};

use super::{
    field::next_number,
    icon::{Glyph, Icon},
    redrawn::words,
};

/// A button, with three dots or with words, that opens a list of [`MenuItem`]s.
#[component]
pub fn Menu(
    /// What the actions are for, such as "More for this goal".
    #[prop(into)]
    label: Signal<String>,
    /// What the button shows.
    #[prop(default = Glyph::Dots.into(), into)]
    glyph: Signal<Glyph>,
    /// Words that the button shows beside it; the label says them, too.
    #[prop(optional, into)]
    words: Option<Signal<String>>,
    /// The items.
    children: Children,
) -> impl IntoView {
    let id = format!("menu-{}", next_number());
    let own = MenuId(id.clone());
    let sheet = NodeRef::<html::Div>::new();
    let leave = move |event: FocusEvent| {
        let goes_to =
            event.related_target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if let (Some(sheet), Some(goes_to)) = (sheet.try_get_untracked().flatten(), goes_to) {
            let goes_to: &Node = &goes_to;
            if !sheet.contains(Some(goes_to)) {
                // One that is closed already stays so.
                let _closed = sheet.hide_popover();
            }
        }
    };
    view! {
        <div class="menu">
            <button
                class="button"
                type="button"
                data-tone="quiet"
                data-shape=if words.is_some() { "chip" } else { "icon" }
                aria-label=label
                title=label
                popovertarget=id.clone()
            >
                {move || view! { <Icon glyph=glyph.get() /> }}
                {words.map(|words| view! { <span class="menu__words">{words}</span> })}
            </button>
            <div class="menu__sheet" id=id popover="auto" node_ref=sheet on:focusout=leave>
                <ul class="menu__items" role="list" aria-label=label>
                    <Provider value=own>{children()}</Provider>
                </ul>
            </div>
        </div>
    }
}

/// One action of a [`Menu`].
#[component]
pub fn MenuItem(
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<Glyph>,
    /// What it does; the menu closes.
    #[prop(into)]
    on_click: Callback<()>,
    /// Whether it takes something away.
    #[prop(optional)]
    is_danger: bool,
    /// A muted line below the words.
    #[prop(optional, into)]
    line: Option<Signal<String>>,
    /// Whether it is what holds now, where the items exclude each other.
    #[prop(optional, into)]
    is_chosen: Option<Signal<bool>>,
) -> impl IntoView {
    let menu = use_context::<MenuId>().map(|MenuId(id)| id);
    // Not the current one of a set: that is the row of a list that stands open beside it.
    let pressed = is_chosen.map(|is_chosen| words(move || is_chosen.get().to_string()));
    let is_chosen = Signal::derive(move || is_chosen.is_some_and(|is_chosen| is_chosen.get()));
    view! {
        <li>
            <button
                class="menu__item"
                type="button"
                data-tone=is_danger.then_some("danger")
                aria-pressed=pressed
                popovertarget=menu
                popovertargetaction="hide"
                on:click=move |_| on_click.run(())
            >
                {icon.map(|glyph| view! { <Icon glyph /> })}
                <span class="menu__item-words">
                    <span>{label}</span>
                    {line.map(|line| view! { <span class="menu__item-line">{line}</span> })}
                </span>
                <Show when=move || is_chosen.get()>
                    <Icon glyph=Glyph::Check />
                </Show>
            </button>
        </li>
    }
}

/// Which popover the items of a menu close.
#[derive(Clone)]
struct MenuId(String);

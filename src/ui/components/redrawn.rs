//! What is drawn anew, behind one type each. The framework compiles everything about a closure once for
//! each that there is; so what the first page draws goes through these, and costs its own body alone.

use leptos::prelude::*;

/// A piece of a page that is drawn anew whenever something that it reads changes.
pub fn redrawn(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> AnyView + Send> = Box::new(draw);
    (move || draw()).into_any()
}

/// A piece of a page that is drawn anew only when the words change that it is known by. What it reads itself it does
/// not follow.
pub fn redrawn_for(
    words: impl Fn() -> String + Send + Sync + 'static,
    draw: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let words: Box<dyn Fn() -> String + Send + Sync> = Box::new(words);
    let words = Memo::new(move |_| words());
    redrawn(move || {
        words.track();
        untrack(&draw)
    })
}

/// One of two pieces of a page, which is drawn anew only when the choice changes.
pub fn either(
    is_first: impl Fn() -> bool + Send + Sync + 'static,
    first: impl Fn() -> AnyView + Send + 'static,
    second: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let is_first = remembered(is_first);
    redrawn(move || if is_first.get() { first() } else { second() })
}

/// A piece of a page that is there or not.
pub fn shown(
    is_there: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    either(is_there, draw, || ().into_any())
}

/// A yes or no that tells only when it changes.
pub fn remembered(is_so: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    let is_so: Box<dyn Fn() -> bool + Send + Sync> = Box::new(is_so);
    Memo::new(move |_| is_so())
}

/// Words that follow what they are made of.
pub fn words(make: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    let make: Box<dyn Fn() -> String + Send + Sync> = Box::new(make);
    Signal::derive(make)
}

/// A word that the style sheet or the browser knows, for an attribute that may be absent.
pub fn keyword(
    choose: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
) -> Signal<Option<&'static str>> {
    let choose: Box<dyn Fn() -> Option<&'static str> + Send + Sync> = Box::new(choose);
    Signal::derive(choose)
}

/// Does something now, and again whenever something that it reads changes.
pub fn follow(act: impl FnMut() + 'static) {
    let act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(act);
}

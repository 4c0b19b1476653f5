//! What is drawn anew, behind one type each. The framework compiles everything about a closure once for
//! each that there is; so what the first page draws goes through these, and costs its own body alone. A closure
//! within a generic function is another for each of its types, and so each of these has a plain one behind it.

use leptos::prelude::*;

type Draw = Box<dyn Fn() -> AnyView + Send>;

/// A piece of a page that is drawn anew whenever something that it reads changes.
pub fn redrawn(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    boxed_redrawn(Box::new(draw))
}

fn boxed_redrawn(draw: Draw) -> AnyView {
    (move || draw()).into_any()
}

/// A piece of a page that is drawn anew only when the words change that it is known by. What it reads itself it does
/// not follow.
pub fn redrawn_for(
    words: impl Fn() -> String + Send + Sync + 'static,
    draw: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    boxed_redrawn_for(Box::new(words), Box::new(draw))
}

fn boxed_redrawn_for(words: Box<dyn Fn() -> String + Send + Sync>, draw: Draw) -> AnyView {
    let words = Memo::new(move |_| words());
    boxed_redrawn(Box::new(move || {
        words.track();
        untrack(&draw)
    }))
}

/// One of two pieces of a page, which is drawn anew only when the choice changes.
pub fn either(
    is_first: impl Fn() -> bool + Send + Sync + 'static,
    first: impl Fn() -> AnyView + Send + 'static,
    second: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    boxed_either(remembered(is_first), Box::new(first), Box::new(second))
}

fn boxed_either(is_first: Memo<bool>, first: Draw, second: Draw) -> AnyView {
    boxed_redrawn(Box::new(move || if is_first.get() { first() } else { second() }))
}

/// A piece of a page that is there or not.
pub fn shown(
    is_there: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    boxed_either(remembered(is_there), Box::new(draw), Box::new(|| ().into_any()))
}

/// A yes or no that tells only when it changes.
pub fn remembered(is_so: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    boxed_remembered(Box::new(is_so))
}

fn boxed_remembered(is_so: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<bool> {
    Memo::new(move |_| is_so())
}

/// Words that follow what they are made of.
pub fn words(make: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    boxed_words(Box::new(make))
}

fn boxed_words(make: Box<dyn Fn() -> String + Send + Sync>) -> Signal<String> {
    Signal::derive(make)
}

/// A word that the style sheet or the browser knows, for an attribute that may be absent.
pub fn keyword(
    choose: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
) -> Signal<Option<&'static str>> {
    boxed_keyword(Box::new(choose))
}

fn boxed_keyword(
    choose: Box<dyn Fn() -> Option<&'static str> + Send + Sync>,
) -> Signal<Option<&'static str>> {
    Signal::derive(choose)
}

/// Does something now, and again whenever something that it reads changes.
pub fn follow(act: impl FnMut() + 'static) {
    boxed_follow(Box::new(act));
}

fn boxed_follow(act: Box<dyn FnMut()>) {
    Effect::new(act);
}

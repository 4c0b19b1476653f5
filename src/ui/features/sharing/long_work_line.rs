//! Long work with files: how far it has come, and giving it up.

use leptos::prelude::*;

use crate::i18n::LongWorkMessages;
use crate::store::{Doing, LongWork};
use crate::ui::components::Working;
use crate::ui::words::{say, use_store};

/// How far the work has come. Nothing is shown of work that is quickly done.
#[component]
pub fn LongWorkLine(
    /// The work, if any is under way.
    #[prop(into)]
    work: Signal<Option<LongWork>>,
) -> impl IntoView {
    let store = use_store();
    let progress = Memo::new(move |_| work.get().and_then(|work| work.progress()));
    let words = move || {
        progress.get().map(|known| words_of(&store.messages().long_work, known.doing).to_owned())
    };
    view! {
        <Working
            words=Signal::derive(words)
            percent=Signal::derive(move || progress.get().map_or(0, |progress| progress.percent))
            cancel_label=say(store, |m| m.long_work.cancel)
            on_cancel=move || {
                if let Some(work) = work.get_untracked() {
                    work.cancel();
                }
            }
        />
    }
}

fn words_of(words: &LongWorkMessages, doing: Doing) -> &'static str {
    match doing {
        Doing::Reading => words.reading,
        Doing::Comparing => words.comparing,
        Doing::TakingIn => words.taking_in,
        Doing::TakingBack => words.taking_back,
        Doing::Writing => words.writing,
    }
}

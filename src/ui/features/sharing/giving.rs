//! Giving a file out: saved on the device, or handed to another app where the browser can.

use leptos::prelude::*;

use crate::store::{DownloadError, Exported, ShareError, Shared, Store};
use crate::ui::components::{Button, Glyph, News, Tone};
use crate::ui::words::{say, use_store};

/// What came of giving a file out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// It was saved, under this name.
    Saved(String),
    /// Another app has taken it.
    Shared,
    /// The person would rather not.
    Cancelled,
    /// The browser did not save it.
    NotSaved,
    /// It could not be handed over.
    NotShared,
    /// The browser wants another tap before it opens its menu.
    ShareAgain,
}

impl Given {
    /// Gives out what was written down: shares it, or has it saved.
    pub async fn out(store: Store, exported: Exported, is_shared: bool) -> Self {
        if is_shared {
            return Self::shared(store.share(&exported.file_name, &exported).await);
        }
        Self::saved(store.download(&exported).await, exported.file_name)
    }

    /// What came of saving a file of that name.
    pub fn saved(outcome: Result<(), DownloadError>, name: String) -> Self {
        outcome.map_or(Self::NotSaved, |()| Self::Saved(name))
    }

    /// What came of handing a file over.
    pub fn shared(outcome: Result<Shared, ShareError>) -> Self {
        match outcome {
            Ok(Shared::Handed) => Self::Shared,
            Ok(Shared::Cancelled) => Self::Cancelled,
            Err(ShareError::NotAllowed) => Self::ShareAgain,
            Err(ShareError::Missing | ShareError::Failed { .. }) => Self::NotShared,
        }
    }
}

/// What is said of it.
#[derive(Clone, Copy, Debug)]
pub struct GivenWords {
    /// It was saved, under this name.
    pub saved: fn(&str) -> String,
    /// Another app has taken it.
    pub shared: &'static str,
    /// The browser did not save it.
    pub not_saved: &'static str,
    /// It could not be handed over.
    pub not_shared: &'static str,
    /// The browser wants another tap.
    pub share_again: &'static str,
}

impl GivenWords {
    /// How good it is, and what is said; nothing to somebody who would rather not.
    pub fn of(self, given: &Given) -> Option<(News, String)> {
        Some(match given {
            Given::Saved(name) => (News::Good, (self.saved)(name)),
            Given::Shared => (News::Good, self.shared.to_owned()),
            Given::Cancelled => return None,
            Given::NotSaved => (News::Danger, self.not_saved.to_owned()),
            Given::NotShared => (News::Danger, self.not_shared.to_owned()),
            Given::ShareAgain => (News::Warn, self.share_again.to_owned()),
        })
    }
}

/// The button that saves a file, and the one that shares it.
#[component]
pub fn GiveButtons(
    /// The words on the first.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the browser can hand such a file to other apps.
    can_share: bool,
    /// Gives it out; told whether it is to be shared.
    #[prop(into)]
    on_give: Callback<bool>,
    /// Whether there is nothing to give.
    #[prop(optional, into)]
    is_disabled: Signal<bool>,
) -> impl IntoView {
    let store = use_store();
    view! {
        <Button
            label
            icon=Glyph::Download
            tone=Tone::Primary
            on_click=move || on_give.run(false)
            is_disabled
        />
        {can_share
            .then(|| {
                view! {
                    <Button
                        label=say(store, |m| m.share.share)
                        icon=Glyph::Share
                        on_click=move || on_give.run(true)
                        is_disabled
                    />
                }
            })}
    }
}

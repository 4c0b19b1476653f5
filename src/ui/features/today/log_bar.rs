//! Writing something down from Today: the kind used last in one tap, the others in two.

use leptos::prelude::*;

use crate::domain::Form;
use crate::route::Route;
use crate::store::{Store, part};
use crate::ui::components::below::once_drawn;
use crate::ui::components::redrawn::words;
use crate::ui::components::{Button, Glyph, Menu, MenuItem, Tone};
use crate::ui::frame::by_rest;
use crate::ui::navigation::{Navigation, use_navigation};
use crate::ui::words::{say, say_by, use_store};

/// What can be logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Log {
    #[default]
    Reflection,
    Request,
    Feedback,
    CheckIn,
    Note,
    Goal,
}

impl Log {
    const ALL: [Self; 6] =
        [Self::Reflection, Self::Request, Self::Feedback, Self::CheckIn, Self::Note, Self::Goal];

    fn name(self) -> &'static str {
        match self {
            Self::Reflection => "reflection",
            Self::Request => "request",
            Self::Feedback => "feedback",
            Self::CheckIn => "check_in",
            Self::Note => "note",
            Self::Goal => "goal",
        }
    }

    fn route(self) -> Route {
        let form = match self {
            Self::Reflection => Some(Form::Reflection.name().to_owned()),
            Self::Request => Some(Form::Request.name().to_owned()),
            Self::Feedback => None,
            Self::CheckIn => return Route::NewCheckIn,
            Self::Note => return Route::Notes,
            Self::Goal => return Route::NewGoal,
        };
        Route::NewFeedback { form, about: None }
    }

    fn words(self, messages: &crate::i18n::TodayMessages) -> &'static str {
        match self {
            Self::Reflection => messages.log_reflection,
            Self::Request => messages.log_request,
            Self::Feedback => messages.log_feedback,
            Self::CheckIn => messages.log_check_in,
            Self::Note => messages.log_note,
            Self::Goal => messages.log_goal,
        }
    }
}

/// The button for the kind used last, and beside it, once the rest of the program is there, a menu of all kinds.
#[component]
pub fn LogBar() -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let last = move || {
        let name = store.chosen(|p| p.last_log.clone());
        Log::ALL.into_iter().find(|log| Some(log.name()) == name.as_deref()).unwrap_or_default()
    };
    view! {
        <Button
            label=words(move || last().words(&store.messages().today).to_owned())
            on_click=move || log(store, navigation, untrack(last))
            tone=Tone::Primary
            icon=Glyph::Plus
        />
        <div class="action-bar__more">{by_rest(store, others)}</div>
    }
}

/// Goes to where something is written down, and remembers what.
fn log(store: Store, navigation: Navigation, kind: Log) {
    navigation.go.run(kind.route());
    store.in_rest(remember(store, kind));
}

part! { rest:
    async fn remember(store: Store, kind: Log) {
        // The page comes first. It is written down once: the second time it is there.
        once_drawn(move || {
            let is_known = untrack(|| store.chosen(|p| p.last_log.as_deref() == Some(kind.name())));
            if !is_known {
                store.revise_preferences(|p| p.last_log = Some(kind.name().to_owned()));
            }
        });
    }

    /// The menu of all that can be logged.
    fn others() -> AnyView {
        let (store, navigation) = (use_store(), use_navigation());
        let item = move |kind: Log| {
            view! {
                <MenuItem
                    label=say_by(store, move |m| kind.words(&m.today))
                    on_click=move || log(store, navigation, kind)
                />
            }
            .into_any()
        };
        let items = move || Log::ALL.into_iter().map(item).collect_view();
        view! { <Menu label=say(store, |m| m.today.log)>{items()}</Menu> }.into_any()
    }
}

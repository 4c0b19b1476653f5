//! All feedback, the newest first.

use leptos::prelude::*;

use crate::domain::{Kind, Plan, RecordId};
use crate::route::Route;
use crate::ui::components::{
    ActionBar, ButtonLink, Choice, EmptyState, Glyph, ListHead, Segmented, Tone, WindowedList,
};
use crate::ui::features::check_ins::check_in_list::CheckInList;
use crate::ui::features::evaluations::evaluation_rows::EvaluationRows;
use crate::ui::features::feedback::feedback_row::FeedbackRow;
use crate::ui::features::feedback::feedback_words::waiting_feedback;
use crate::ui::features::plans::begin::Begin;
use crate::ui::words::{say, use_store};

/// All feedback, or why it helps where there is none.
#[component]
pub fn FeedbackPage() -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    let is_empty = Memo::new(move |_| {
        let ids =
            store.plan(&[Kind::Feedback], |_, plan| plan.live(Kind::Feedback).next().is_none());
        ids.unwrap_or(true)
    });
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <ListHead title=say(store, |m| m.feedback.title) />
            <CheckInList />
            <EvaluationRows />
            <Show when=move || !is_empty.get() fallback=|| view! { <NoFeedback /> }>
                <FeedbackList />
                <ActionBar>
                    <WriteLink />
                </ActionBar>
            </Show>
        </Show>
    }
}

/// The way to a new piece.
#[component]
fn WriteLink() -> impl IntoView {
    let store = use_store();
    view! {
        <ButtonLink
            label=say(store, |m| m.feedback.write)
            href=Route::NewFeedback { form: None, about: None }.to_string()
            tone=Tone::Primary
            icon=Glyph::Plus
        />
    }
}

/// Why feedback helps, and the way to begin.
#[component]
fn NoFeedback() -> impl IntoView {
    let store = use_store();
    view! {
        <EmptyState
            icon=Glyph::Feedback
            title=say(store, |m| m.feedback.empty)
            text=say(store, |m| m.feedback.empty_why)
        >
            <WriteLink />
        </EmptyState>
    }
}

/// The filter, and the rows it lets through.
#[component]
fn FeedbackList() -> impl IntoView {
    let store = use_store();
    let filter = RwSignal::new(Filter::All);
    let waiting = waiting_feedback(store);
    let rows = Memo::new(move |_| {
        let (me, filter) = (store.me(), filter.get());
        let found = store.plan(&[Kind::Feedback], |_, plan| {
            let mut ids = plan.feedback_by_age();
            ids.retain(|id| filter.takes(plan, *id, me));
            ids
        });
        found.unwrap_or_default()
    });
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    view! {
        <div class="stack">
            <FilterChoice filter />
            <Show when=move || is_empty.get()>
                <p class="muted">{say(store, |m| m.feedback.none_shown)}</p>
            </Show>
            <WindowedList
                rows
                key=|id| *id
                more_label=say(store, |m| m.shell.show_more)
                label=say(store, |m| m.feedback.title)
                let:id
            >
                <FeedbackRow id waiting />
            </WindowedList>
        </div>
    }
}

/// The choice of a filter.
#[component]
fn FilterChoice(filter: RwSignal<Filter>) -> impl IntoView {
    let store = use_store();
    let choices = Signal::derive(move || {
        let words = store.messages().feedback;
        Filter::ALL.map(|filter| Choice::new(filter.name(), filter.words(&words))).to_vec()
    });
    view! {
        <Segmented
            label=say(store, |m| m.feedback.show)
            choices
            value=Signal::derive(move || filter.get().name().to_owned())
            on_change=move |name: String| {
                let chosen = Filter::ALL.into_iter().find(|filter| filter.name() == name);
                filter.set(chosen.unwrap_or_default());
            }
            is_label_hidden=true
        />
    }
}

/// Which feedback is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Filter {
    #[default]
    All,
    ForMe,
    ByMe,
}

impl Filter {
    const ALL: [Self; 3] = [Self::All, Self::ForMe, Self::ByMe];

    fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::ForMe => "for_me",
            Self::ByMe => "by_me",
        }
    }

    fn words(self, messages: &crate::i18n::FeedbackMessages) -> &'static str {
        match self {
            Self::All => messages.all,
            Self::ForMe => messages.for_me,
            Self::ByMe => messages.by_me,
        }
    }

    /// Whether a piece is let through for a reader who is `me`.
    fn takes(self, plan: &Plan, id: RecordId, me: Option<RecordId>) -> bool {
        let feedback = || me.and_then(|me| Some((me, plan.feedback(id)?)));
        match self {
            Self::All => true,
            Self::ForMe => feedback().is_some_and(|(me, feedback)| feedback.is_for(me)),
            Self::ByMe => feedback().is_some_and(|(me, feedback)| feedback.author == Some(me)),
        }
    }
}

//! Backing up everything, restoring it, and how well this browser keeps things.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::Keeping;
use crate::route::Route;
use crate::store::{BackupError, LongWork, Persistence, SecondCopy, Store};
use crate::ui::components::{ActionBar, Banner, Button, Glyph, News, PageHead, Section, Tone};
use crate::ui::features::sharing::backup_words::{amount, last_backup};
use crate::ui::features::sharing::file_picker::FilePicker;
use crate::ui::features::sharing::giving::{Given, GivenWords};
use crate::ui::features::sharing::long_work_line::LongWorkLine;
use crate::ui::frame::SavingLine;
use crate::ui::words::{say, use_store};

/// Backing up and restoring.
#[component]
pub fn BackupPage() -> impl IntoView {
    let store = use_store();
    let outcome = RwSignal::new(None);
    let told = move || {
        let (news, text) = outcome_words(store, &outcome.get()?)?;
        Some(view! { <Banner news text /> })
    };
    view! {
        <PageHead
            title=say(store, |m| m.backup.title)
            line=Signal::derive(move || last_backup(store))
            back_href=Route::More.to_string()
            back_label=say(store, |m| m.shell.more)
        />
        {told}
        <Section title=say(store, |m| m.backup.everything)>
            <p class="prose">{move || store.messages().backup.everything_text}</p>
        </Section>
        <Section title=say(store, |m| m.backup.restore_title)>
            <div class="stack">
                <p class="prose">{move || store.messages().backup.restore_text}</p>
                <div class="cluster">
                    <FilePicker label=say(store, |m| m.backup.pick) />
                </div>
            </div>
        </Section>
        <KeepingPart />
        <Actions outcome />
    }
}

/// Whether the browser promises to keep what is stored, and how much that is.
#[component]
fn KeepingPart() -> impl IntoView {
    let store = use_store();
    let was_asked = RwSignal::new(false);
    let state = store.keep_state();
    store.look_at_keeping();
    let promise = move || {
        let words = &store.messages().backup;
        match state.get().promise {
            Some(Persistence::Granted) => words.promised,
            Some(Persistence::Denied | Persistence::Unanswered) if was_asked.get() => words.refused,
            Some(Persistence::Denied | Persistence::Unanswered) => words.not_promised,
            Some(Persistence::Missing) | None => words.untold,
        }
    };
    let can_ask = Memo::new(move |_| {
        let promise = state.get().promise;
        matches!(promise, Some(Persistence::Denied | Persistence::Unanswered))
    });
    let ask = move || {
        store.ask_to_keep();
        was_asked.set(true);
    };
    let copies = move || {
        let words = &store.messages().backup;
        let text = match store.second_copy().get() {
            SecondCopy::Unknown => return None,
            SecondCopy::Kept => words.twice,
            SecondCopy::Missing => words.once,
            SecondCopy::Behind => words.behind,
        };
        Some(view! { <p>{text}</p> })
    };
    let used = move || {
        let used = state.get().used?;
        let words = (store.messages().backup.used)(&amount(used));
        Some(view! { <p class="muted numbers">{words}</p> })
    };
    view! {
        <Section title=say(store, |m| m.backup.keeping)>
            <div class="stack prose">
                <p role="status">{promise}</p>
                <Show when=move || state.get().keeping == Keeping::SevenDays>
                    <p>{move || store.messages().share.safari}</p>
                </Show>
                <Show when=move || can_ask.get()>
                    <div class="cluster">
                        <Button
                            label=say(store, |m| m.backup.ask)
                            icon=Glyph::Lock
                            on_click=ask
                        />
                    </div>
                </Show>
                {copies}
                {used}
                <SavingLine />
            </div>
        </Section>
    }
}

/// What came of backing up: the file was given out, or could not be made.
type Outcome = Result<Given, BackupError>;

/// Backing up: shared where the browser can share a file, a download everywhere else.
#[component]
fn Actions(
    /// What came of it.
    outcome: RwSignal<Option<Outcome>>,
) -> impl IntoView {
    let store = use_store();
    let can_share = store.can_share();
    let work = RwSignal::new(None);
    let back_up = move |is_shared: bool| {
        spawn_local(async move {
            let began = LongWork::begin();
            let _shown = work.try_set(Some(began.clone()));
            let came = back_up(store, is_shared, &began).await;
            let _done = work.try_set(None);
            // The reader may have left the page meanwhile.
            let _left = outcome.try_set(Some(came));
        });
    };
    view! {
        <ActionBar>
            <LongWorkLine work />
            <Button
                label=say(store, |m| m.backup.everything)
                icon=if can_share { Glyph::Share } else { Glyph::Download }
                tone=Tone::Primary
                on_click=move || back_up(can_share)
            />
            {can_share
                .then(|| {
                    view! {
                        <Button
                            label=say(store, |m| m.backup.download)
                            icon=Glyph::Download
                            on_click=move || back_up(false)
                        />
                    }
                })}
        </ActionBar>
    }
}

async fn back_up(store: Store, is_shared: bool, work: &LongWork) -> Outcome {
    let exported = store.back_up(work).await?;
    Ok(Given::out(store, exported, is_shared).await)
}

fn outcome_words(store: Store, outcome: &Outcome) -> Option<(News, String)> {
    let words = &store.messages().backup;
    let given = GivenWords {
        saved: words.done,
        shared: words.shared,
        not_saved: words.failed,
        not_shared: words.failed,
        share_again: words.share_again,
    };
    match outcome {
        Ok(outcome) => given.of(outcome),
        Err(BackupError::Cancelled) => None,
        Err(BackupError::Unread) => Some((News::Danger, words.unread.to_owned())),
    }
}

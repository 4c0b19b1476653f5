//! Exporting and importing, and where the plan is kept.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::codec::csv::Table;
use crate::domain::ForWhom;
use crate::route::Route;
use crate::store::{Incoming, LongWork, Store};
use crate::ui::components::{ActionBar, Banner, Below, ButtonLink, News, PageHead, Section, Tone};
use crate::ui::features::audience::going::{ForWhomChoice, Going};
use crate::ui::features::audience::tables::{Tables, table_words};
use crate::ui::features::sharing::file_picker::FilePicker;
use crate::ui::features::sharing::giving::{GiveButtons, Given, GivenWords};
use crate::ui::features::sharing::long_work_line::LongWorkLine;
use crate::ui::frame::SavingLine;
use crate::ui::words::{days_ago, say, use_store};

/// Exporting and importing.
#[component]
pub fn SharePage() -> impl IntoView {
    let store = use_store();
    let sent = RwSignal::new(None);
    let for_whom = RwSignal::new(Some(ForWhom::Pair));
    let told = move || {
        let (news, text) = outcome_words(store, &sent.get()?)?;
        Some(view! { <Banner news text /> })
    };
    view! {
        <PageHead
            title=say(store, |m| m.share.title)
            back_href=Route::More.to_string()
            back_label=say(store, |m| m.shell.more)
        />
        {told}
        <SendPart for_whom sent />
        <Below>
            <BringPart />
            <PaperPart />
            <Section title=say(store, |m| m.share.kept)>
                <div class="stack prose">
                    <p>{move || store.messages().share.kept_text}</p>
                    <p>{move || store.messages().share.safari}</p>
                    <SavingLine />
                </div>
            </Section>
        </Below>
        <SendActions for_whom sent />
    }
}

/// For whom, what goes along and what stays behind, and when the last file left.
#[component]
fn SendPart(for_whom: RwSignal<Option<ForWhom>>, sent: RwSignal<Option<Sent>>) -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    let last = move || {
        let share = &store.messages().share;
        let at = store.preferences().with(|preferences| preferences.last_export);
        let at = at.and_then(|at| chrono::DateTime::from_timestamp(at, 0));
        at.map_or_else(
            || share.never_exported.to_owned(),
            |at| {
                let day = at.with_timezone(store.now().offset()).date_naive();
                (share.last_export)(&days_ago(store, day))
            },
        )
    };
    let save_table = move |table: Table| {
        let words = table_words(store.messages());
        let made = for_whom.get_untracked().and_then(|whom| store.table(table, whom, &words));
        let Some(made) = made else { return };
        spawn_local(async move {
            let came = Given::out(store, made, false).await;
            let _left = sent.try_set(Some(Sent::Table(came)));
        });
    };
    let parting = move || match for_whom.get() {
        None => view! { <p class="prose">{store.messages().audience.copy_text}</p> }.into_any(),
        Some(for_whom) => view! {
            <Going for_whom />
            <Tables on_choose=save_table />
            <p class="muted">{last}</p>
        }
        .into_any(),
    };
    view! {
        <Section title=say(store, |m| m.share.send)>
            <Show
                when=move || has_plan.get()
                fallback=move || view! { <p>{store.messages().share.no_plan}</p> }
            >
                <div class="stack">
                    <ForWhomChoice value=for_whom />
                </div>
            </Show>
        </Section>
        <Show when=move || has_plan.get()>{parting}</Show>
    }
}

/// What can be printed.
#[component]
fn PaperPart() -> impl IntoView {
    let store = use_store();
    view! {
        <Section title=say(store, |m| m.paper.title)>
            <div class="stack">
                <p class="prose">{move || store.messages().paper.text}</p>
                <div class="cluster">
                    <ButtonLink
                        label=say(store, |m| m.paper.plan)
                        href=Route::PaperPlan.to_string()
                    />
                    <ButtonLink
                        label=say(store, |m| m.paper.report)
                        href=Route::PaperReport.to_string()
                    />
                    <ButtonLink
                        label=say(store, |m| m.templates.make)
                        href=Route::Template.to_string()
                    />
                    <ButtonLink
                        label=say(store, |m| m.paper.agreement)
                        href=Route::PaperAgreement.to_string()
                    />
                    <ButtonLink
                        label=say(store, |m| m.paper.summary)
                        href=Route::PaperSummary.to_string()
                    />
                </div>
            </div>
        </Section>
    }
}

/// Opening a file, or going on with one that was opened.
#[component]
fn BringPart() -> impl IntoView {
    let store = use_store();
    let is_waiting = Signal::derive(move || {
        store
            .incoming()
            .with(|incoming| matches!(incoming, Incoming::Staged(_) | Incoming::Template(_)))
    });
    view! {
        <Section title=say(store, |m| m.share.bring)>
            <div class="stack">
                <p class="prose">{move || store.messages().share.bring_text}</p>
                <div class="cluster">
                    <FilePicker />
                    <Show when=move || is_waiting.get()>
                        <ButtonLink
                            label=say(store, |m| m.share.waiting)
                            href=Route::Import.to_string()
                            tone=Tone::Quiet
                        />
                    </Show>
                </div>
            </div>
        </Section>
    }
}

/// What came of sending.
#[derive(Clone, Debug, PartialEq)]
enum Sent {
    /// The plan.
    Plan(Given),
    /// A table of it.
    Table(Given),
}

/// Exporting, and sharing where the browser can.
#[component]
fn SendActions(
    /// For whom; `None` for a copy for the reader.
    for_whom: RwSignal<Option<ForWhom>>,
    /// What came of it.
    sent: RwSignal<Option<Sent>>,
) -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    let work = RwSignal::new(None);
    let give = move |is_shared: bool| {
        let Some(for_whom) = for_whom.get_untracked() else { return };
        spawn_local(async move {
            let began = LongWork::begin();
            let _shown = work.try_set(Some(began.clone()));
            let exported = store.export(for_whom, &began).await;
            let _done = work.try_set(None);
            let Ok(Some(exported)) = exported else { return };
            let came = Given::out(store, exported, is_shared).await;
            // The reader may have left the page meanwhile.
            let _left = sent.try_set(Some(Sent::Plan(came)));
        });
    };
    let buttons = move || {
        view! {
            <GiveButtons
                label=say(store, |m| m.share.export)
                can_share=store.can_share()
                on_give=give
            />
        }
    };
    let to_backup = move || {
        view! {
            <ButtonLink
                label=say(store, |m| m.audience.to_backup)
                href=Route::Backup.to_string()
                tone=Tone::Primary
            />
        }
    };
    view! {
        <Show when=move || has_plan.get()>
            <ActionBar>
                <LongWorkLine work />
                {move || match for_whom.get() {
                    None => to_backup().into_any(),
                    Some(_) => buttons().into_any(),
                }}
            </ActionBar>
        </Show>
    }
}

fn outcome_words(store: Store, sent: &Sent) -> Option<(News, String)> {
    let share = &store.messages().share;
    let (given, saved) = match sent {
        Sent::Plan(given) => (given, share.exported),
        Sent::Table(given) => (given, store.messages().audience.table_saved),
    };
    let words = GivenWords {
        saved,
        shared: share.shared,
        not_saved: share.export_failed,
        not_shared: share.share_failed,
        share_again: share.share_again,
    };
    words.of(given)
}

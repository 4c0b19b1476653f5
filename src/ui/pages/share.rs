//! Exporting and importing, and where the plan is kept.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::Kind;
use crate::route::Route;
use crate::store::{Exported, Incoming, LongWork, ShareError, Shared, Store};
use crate::ui::components::{
    ActionBar, Banner, Button, ButtonLink, Glyph, News, PageHead, Section, Tone,
};
use crate::ui::features::sharing::file_picker::FilePicker;
use crate::ui::features::sharing::long_work_line::LongWorkLine;
use crate::ui::frame::SavingLine;
use crate::ui::words::{days_ago, say, use_store};

/// The kinds of record that are counted, in this order.
const COUNTED: [Kind; 7] = [
    Kind::Goal,
    Kind::Task,
    Kind::Meeting,
    Kind::ActionItem,
    Kind::Feedback,
    Kind::Comment,
    Kind::Person,
];

/// Exporting and importing.
#[component]
pub fn SharePage() -> impl IntoView {
    let store = use_store();
    let sent = RwSignal::new(None);
    let told = move || {
        let (news, text) = outcome_words(store, sent.get()?)?;
        Some(view! { <Banner news text /> })
    };
    view! {
        <PageHead
            title=say(store, |m| m.share.title)
            back_href=Route::More.to_string()
            back_label=say(store, |m| m.shell.more)
        />
        {told}
        <SendPart />
        <BringPart />
        <PaperPart />
        <Section title=say(store, |m| m.share.kept)>
            <div class="stack prose">
                <p>{move || store.messages().share.kept_text}</p>
                <p>{move || store.messages().share.safari}</p>
                <SavingLine />
            </div>
        </Section>
        <SendActions sent />
    }
}

/// What goes along in the file, and when the last one left.
#[component]
fn SendPart() -> impl IntoView {
    let store = use_store();
    let counts = Memo::new(move |_| {
        store.plan(&COUNTED, |_, plan| COUNTED.map(|kind| plan.live(kind).count()))
    });
    let counted = move |counts: [usize; COUNTED.len()]| {
        let words = store.messages().share.records.count;
        let pairs = std::iter::zip(COUNTED, counts).filter(|(_, count)| *count > 0);
        pairs.map(|(kind, count)| view! { <li>{words(kind, count)}</li> }).collect_view()
    };
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
    let holds = move |counts| {
        view! {
            <p>{move || store.messages().share.send_text}</p>
            <ul class="share__counts numbers">{move || counted(counts)}</ul>
            <p>{move || store.messages().share.all_goes}</p>
            <p class="muted">{last}</p>
        }
    };
    view! {
        <Section title=say(store, |m| m.share.send)>
            <div class="stack prose">
                {move || match counts.get() {
                    Some(counts) => holds(counts).into_any(),
                    None => view! { <p>{store.messages().share.no_plan}</p> }.into_any(),
                }}
            </div>
        </Section>
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
        store.incoming().with(|incoming| matches!(incoming, Incoming::Staged(_)))
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
    Exported(String),
    Shared,
    Cancelled,
    ExportFailed,
    ShareFailed,
    ShareAgain,
}

/// Exporting, and sharing where the browser can.
#[component]
fn SendActions(
    /// What came of it.
    sent: RwSignal<Option<Sent>>,
) -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    let work = RwSignal::new(None);
    let send = move |is_shared: bool| {
        spawn_local(async move {
            let began = LongWork::begin();
            let _shown = work.try_set(Some(began.clone()));
            let exported = store.export(&began).await;
            let _done = work.try_set(None);
            let Ok(Some(exported)) = exported else { return };
            let outcome = match is_shared {
                true => share(store, &exported).await,
                false => download(store, &exported).await,
            };
            // The reader may have left the page meanwhile.
            let _left = sent.try_set(Some(outcome));
        });
    };
    view! {
        <Show when=move || has_plan.get()>
            <ActionBar>
                <LongWorkLine work />
                <Button
                    label=say(store, |m| m.share.export)
                    icon=Glyph::Download
                    tone=Tone::Primary
                    on_click=move || send(false)
                />
                {store
                    .can_share()
                    .then(|| {
                        view! {
                            <Button
                                label=say(store, |m| m.share.share)
                                icon=Glyph::Share
                                on_click=move || send(true)
                            />
                        }
                    })}
            </ActionBar>
        </Show>
    }
}

async fn download(store: Store, exported: &Exported) -> Sent {
    match store.download(exported).await {
        Ok(()) => Sent::Exported(exported.file_name.clone()),
        Err(_) => Sent::ExportFailed,
    }
}

async fn share(store: Store, exported: &Exported) -> Sent {
    match store.share(&exported.file_name, exported).await {
        Ok(Shared::Handed) => Sent::Shared,
        Ok(Shared::Cancelled) => Sent::Cancelled,
        Err(ShareError::NotAllowed) => Sent::ShareAgain,
        Err(ShareError::Missing | ShareError::Failed { .. }) => Sent::ShareFailed,
    }
}

fn outcome_words(store: Store, sent: Sent) -> Option<(News, String)> {
    let share = &store.messages().share;
    Some(match sent {
        Sent::Exported(name) => (News::Good, (share.exported)(&name)),
        Sent::Shared => (News::Good, share.shared.to_owned()),
        Sent::Cancelled => return None,
        Sent::ExportFailed => (News::Danger, share.export_failed.to_owned()),
        Sent::ShareFailed => (News::Danger, share.share_failed.to_owned()),
        Sent::ShareAgain => (News::Warn, share.share_again.to_owned()),
    })
}

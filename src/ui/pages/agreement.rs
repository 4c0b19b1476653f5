//! The mentorship agreement: how it stands, what has changed, its parts, who has said yes, and the next step.

use leptos::prelude::*;

use crate::domain::{AgreementDeed, Kind, RecordKey, Standing};
use crate::route::Route;
use crate::ui::components::redrawn::shown;
use crate::ui::components::{Button, ButtonLink, EmptyState, Glyph, PageHead, Section, Tone};
use crate::ui::features::agreement::agreement_changes::{AgreedBefore, AgreementChanges};
use crate::ui::features::agreement::agreement_part::AgreementPart;
use crate::ui::features::agreement::agreement_standing::AgreementStanding;
use crate::ui::features::agreement::agreement_step::AgreementStep;
use crate::ui::features::agreement::agreement_words::{AgreementHere, agree, agreement_here};
use crate::ui::features::agreement::agreement_yeses::AgreementYeses;
use crate::ui::features::agreement::part_fields::{Editing, is_half_written};
use crate::ui::features::agreement::part_new::NewPart;
use crate::ui::features::audience::audience_chip::AudienceChip;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// The agreement, or what one is where there is none.
#[component]
pub fn AgreementPage() -> impl IntoView {
    let store = use_store();
    let here = agreement_here(store);
    let is_begun = Memo::new(move |_| {
        here.with(|here| here.as_ref().is_some_and(|here| !here.agreement.sections.is_empty()))
    });
    view! {
        <PageHead
            title=say(store, |m| m.agreement.title)
            back_href=Route::More.to_string()
            back_label=say(store, |m| m.shell.more)
        />
        <Show when=move || is_begun.get() fallback=|| view! { <NoAgreement /> }>
            <Begun here />
        </Show>
    }
}

/// An agreement that has parts.
#[component]
fn Begun(here: Memo<Option<AgreementHere>>) -> impl IntoView {
    let store = use_store();
    let ids = Memo::new(move |_| {
        let ids = |here: &AgreementHere| {
            here.agreement.sections.iter().map(|one| one.id).collect::<Vec<_>>()
        };
        here.with(|here| here.as_ref().map(ids)).unwrap_or_default()
    });
    // What is half-written is there again when the page is.
    let half_written = move || {
        ids.with_untracked(|ids| ids.iter().copied().find(|id| is_half_written(store, *id)))
    };
    let editing = Editing::new(half_written());
    let on_done = Callback::new(move |()| editing.end(half_written));
    // Where nothing is left to do, printing is the next step.
    let is_settled = Memo::new(move |_| {
        here.with(|here| {
            here.as_ref().is_some_and(|here| {
                here.agreement.standing == Standing::InForce && !here.is_unsent(store)
            })
        })
    });
    // Its parts are the pair's, one as the other.
    let part = Memo::new(move |_| {
        let id = ids.with(|ids| ids.first().copied())?;
        let plan = here.with(|here| here.as_ref().map(|here| here.plan))?;
        Some(RecordKey { plan, kind: Kind::Section, id })
    });
    let print = move || {
        view! {
            <div class="cluster">
                <ButtonLink
                    label=say(store, |m| m.agreement.print)
                    href=Route::PaperAgreement.to_string()
                    tone=Tone::Quiet
                />
            </div>
        }
        .into_any()
    };
    view! {
        <div class="agreement">
            {move || part.get().map(|key| view! { <AudienceChip key /> })}
            <AgreementStanding here />
            <AgreementChanges here />
            <AgreedBefore here />
            <Section title=say(store, |m| m.agreement.parts)>
                <ul class="agreement__parts" role="list">
                    <For each=move || ids.get() key=|id| *id let:id>
                        <AgreementPart id here editing on_done />
                    </For>
                </ul>
                <NewPart count=Signal::derive(move || ids.with(Vec::len)) />
            </Section>
            <AgreementYeses here />
            {shown(move || !is_settled.get(), print)}
            <AgreementStep here editing on_done />
        </div>
    }
}

/// What an agreement is, and the button to begin one.
#[component]
fn NoAgreement() -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let begin = move || {
        if untrack(|| store.open_plan_id()).is_none() {
            navigation.go.run(Route::Plans);
            return;
        }
        let sections = store.pack().agreement.clone();
        // A refusal is said in the notice.
        if agree(store, AgreementDeed::Begin { sections }).is_ok() {
            navigation.focus_title.run(());
        }
    };
    let titles = move || {
        let sections = store.pack().agreement.iter();
        sections.map(|section| view! { <li>{section.title.as_str()}</li> }).collect_view()
    };
    view! {
        <EmptyState
            icon=Glyph::Check
            title=say(store, |m| m.agreement.empty)
            text=say(store, |m| m.agreement.empty_why)
        >
            <Button label=say(store, |m| m.agreement.begin) tone=Tone::Primary on_click=begin />
        </EmptyState>
        <div class="agreement__template">
            <p>{say(store, |m| m.agreement.begins_with)}</p>
            <ul>{titles}</ul>
        </div>
    }
}

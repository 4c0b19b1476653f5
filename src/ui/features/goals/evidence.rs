//! What shows that a goal comes closer: notes of both sides, to which one more can be added. Nobody edits another's.

use leptos::prelude::*;

use crate::domain::{Bond, Command, Evidence, Kind, RecordId, RecordKey};
use crate::ui::components::{Glyph, IconButton, Section, WindowedList};
use crate::ui::features::audience::audience_button::AudienceButton;
use crate::ui::features::audience::audience_mark::AudienceMark;
use crate::ui::features::feedback::feedback_words::written;
use crate::ui::features::writing::draft::Draft;
use crate::ui::features::writing::text_form::TextForm;
use crate::ui::words::{name_of, problem_in, say, use_store};

/// The evidence for a goal, oldest first, and the field for one more note.
#[component]
pub fn EvidenceNotes(
    /// The goal.
    goal: RecordId,
) -> impl IntoView {
    let store = use_store();
    let all = Memo::new(move |_| {
        store.plan(&[Kind::Evidence], |_, plan| plan.evidence_of(goal)).unwrap_or_default()
    });
    let rows = Memo::new(move |_| all.with(|all| all.iter().map(|one| one.id).collect::<Vec<_>>()));
    view! {
        <Section title=say(store, |m| m.goals.evidence)>
            <WindowedList
                rows
                key=|id| *id
                more_label=say(store, |m| m.shell.show_more)
                label=say(store, |m| m.goals.evidence)
                let:id
            >
                <EvidenceRow id all />
            </WindowedList>
            <NewEvidence goal />
        </Section>
    }
}

/// One note: who, when, the words; the reader's own can be deleted.
#[component]
fn EvidenceRow(id: RecordId, all: Memo<Vec<Evidence>>) -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| all.with(|all| all.iter().find(|one| one.id == id).cloned()));
    let delete = move || {
        if let Some(plan) = untrack(|| store.open_plan_id()) {
            // What stands in the way is said by the store's notice.
            let _outcome =
                store.apply(Command::Delete(RecordKey { plan, kind: Kind::Evidence, id }));
        }
    };
    let deletion = move |one: &Evidence| {
        (one.author.is_some() && one.author == store.me()).then(|| {
            view! {
                <IconButton
                    label=say(store, |m| m.goals.delete_evidence)
                    glyph=Glyph::Trash
                    on_click=delete
                />
            }
        })
    };
    let key = store.key_of(Kind::Evidence, id);
    move || {
        found.get().map(|one| {
            let seen_by = key.map(|key| view! { <AudienceButton key /> });
            let mark = key.map(|key| view! { <AudienceMark key /> });
            let who = name_of(store, one.author);
            let when = written(store, &one.created);
            view! {
                <li class="evidence">
                    <div class="spread">
                        <p class="muted small">{who} " · " {when}</p>
                        <div class="row-ends">{seen_by} {deletion(&one)}</div>
                    </div>
                    <p class="prose">{one.text}</p>
                    {mark}
                </li>
            }
        })
    }
}

/// The field for one more note, and its button.
#[component]
fn NewEvidence(goal: RecordId) -> impl IntoView {
    let store = use_store();
    let draft = Draft::new(store, format!("goal/{goal}/evidence"), "");
    let add = move |text: String| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return false };
        store.apply(Bond::AddEvidence { goal, text }.within(plan)).is_ok()
    };
    view! {
        <TextForm
            label=say(store, |m| m.goals.new_evidence)
            add_label=say(store, |m| m.goals.add_evidence)
            hint=say(store, |m| m.goals.evidence_hint)
            draft
            check=|text| problem_in(&Evidence::check(text))
            on_add=add
        />
    }
}

//! The comments on a record, and the field for one more.

use leptos::prelude::*;

use super::feedback_words::written;
use crate::domain::{About, Command, Comment, Kind, Problem, RecordId, RecordKey};
use crate::ui::components::{Button, Form, Glyph, IconButton, Section, TextArea, WindowedList};
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{name_of, problem_in, problem_note, say, say_by, use_store};

/// The comments on a record, oldest first, and the field for one more.
#[component]
pub fn Comments(
    /// The record.
    about: About,
) -> impl IntoView {
    let store = use_store();
    let rows = Memo::new(move |_| {
        let found = store.plan(&[Kind::Comment], |_, plan| plan.comments_on(about.id));
        found.unwrap_or_default().iter().map(|comment| comment.id).collect::<Vec<_>>()
    });
    // At a meeting they are what both sides note.
    let is_meeting = about.kind == Kind::Meeting;
    let title =
        say_by(store, move |m| if is_meeting { m.agenda.notes } else { m.feedback.comments });
    view! {
        <Section title>
            <WindowedList
                rows
                key=|id| *id
                more_label=say(store, |m| m.shell.show_more)
                label=title
                let:id
            >
                <CommentRow id />
            </WindowedList>
            <NewComment about />
        </Section>
    }
}

/// One comment: who, when, the words; the reader's own can be deleted.
#[component]
pub fn CommentRow(
    /// The comment.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let found =
        Memo::new(move |_| store.plan(&[Kind::Comment], |_, plan| plan.comment(id)).flatten());
    let delete = move || {
        if let Some(plan) = untrack(|| store.open_plan_id()) {
            // What stands in the way is said by the store's notice.
            let _outcome =
                store.apply(Command::Delete(RecordKey { plan, kind: Kind::Comment, id }));
        }
    };
    let deletion = move |comment: &Comment| {
        (comment.author.is_some() && comment.author == store.me()).then(|| {
            view! {
                <IconButton
                    label=say(store, |m| m.feedback.delete_comment)
                    glyph=Glyph::Trash
                    on_click=delete
                />
            }
        })
    };
    move || {
        found.get().map(|comment| {
            let who = name_of(store, comment.author);
            let when = written(store, &comment.created);
            view! {
                <li class="comments__one">
                    <div class="spread">
                        <p class="comments__who">{who} " · " {when}</p>
                        {deletion(&comment)}
                    </div>
                    <p class="prose">{comment.text}</p>
                </li>
            }
        })
    }
}

/// The field for one more comment, and its button.
#[component]
fn NewComment(about: About) -> impl IntoView {
    let store = use_store();
    let draft = Draft::new(store, format!("comment/{}", about.id), "");
    let was_tried = RwSignal::new(false);
    let note = Signal::derive(move || {
        // An empty field is wrong only once the reader has tried to add it.
        let problem = problem_in(&Comment::check(&draft.get()))
            .filter(|problem| *problem != Problem::Missing || was_tried.get());
        problem_note(store, problem)
    });
    let add = move || {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let text = untrack(|| draft.get());
        let is_added = store.apply(Command::AddComment { plan, about, text }).is_ok();
        was_tried.set(!is_added);
        if is_added {
            draft.clear();
        }
    };
    let is_meeting = about.kind == Kind::Meeting;
    let label = say_by(store, move |m| if is_meeting { m.agenda.note } else { m.feedback.comment });
    let add_label =
        say_by(store, move |m| if is_meeting { m.agenda.add_note } else { m.feedback.add_comment });
    view! {
        <Form on_submit=add>
            <TextArea
                label
                value=draft.value()
                on_input=draft.on_input()
                note
            />
            <div class="cluster">
                <Button label=add_label />
            </div>
        </Form>
    }
}

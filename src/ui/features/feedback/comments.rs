//! The comments on a record, and the field for one more.

use leptos::prelude::*;

use super::feedback_words::written;
use crate::domain::{About, Command, Comment, Kind, RecordId, RecordKey, Remark};
use crate::i18n::Messages;
use crate::ui::components::{Glyph, IconButton, Section, WindowedList};
use crate::ui::features::audience::audience_button::AudienceButton;
use crate::ui::features::audience::audience_mark::AudienceMark;
use crate::ui::features::writing::draft::Draft;
use crate::ui::features::writing::text_form::TextForm;
use crate::ui::words::{name_of, problem_in, say, use_store};

/// The comments on a record, oldest first, and the field for one more.
#[component]
pub fn Comments(
    /// The record.
    about: About,
) -> impl IntoView {
    let store = use_store();
    let title =
        words_on(about, [|m| m.feedback.comments, |m| m.feedback.replies, |m| m.agenda.notes]);
    let rows = Memo::new(move |_| {
        let found = store.plan(&[Kind::Comment], |_, plan| plan.comments_on(about.id));
        found.unwrap_or_default().iter().map(|comment| comment.id).collect::<Vec<_>>()
    });
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

/// What is said of comments: of those that are replies, and of those that both sides note at a meeting, other words.
fn words_on(
    about: About,
    [comment, reply, note]: [fn(&'static Messages) -> &'static str; 3],
) -> Signal<String> {
    let store = use_store();
    let remark = untrack(|| store.plan(&[], |_, plan| plan.remark_on(about)));
    let choose = match remark {
        Some(Remark::Reply) => reply,
        Some(Remark::Note) => note,
        _ => comment,
    };
    say(store, choose)
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
    let key = store.key_of(Kind::Comment, id);
    move || {
        found.get().map(|comment| {
            let seen_by = key.map(|key| view! { <AudienceButton key /> });
            let mark = key.map(|key| view! { <AudienceMark key /> });
            let who = name_of(store, comment.author);
            let when = written(store, &comment.created);
            view! {
                <li class="comments__one">
                    <div class="spread">
                        <p class="comments__who">{who} " · " {when}</p>
                        <div class="row-ends">{seen_by} {deletion(&comment)}</div>
                    </div>
                    <p class="prose">{comment.text}</p>
                    {mark}
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
    let add = move |text: String| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return false };
        store.apply(Command::AddComment { plan, about, text }).is_ok()
    };
    let label = words_on(about, [|m| m.feedback.comment, |m| m.feedback.reply, |m| m.agenda.note]);
    let add_label = words_on(
        about,
        [|m| m.feedback.add_comment, |m| m.feedback.add_reply, |m| m.agenda.add_note],
    );
    view! {
        <TextForm
            label
            add_label
            draft
            check=|text| problem_in(&Comment::check(text))
            on_add=add
        />
    }
}

//! One piece of feedback: what was said, by whom, and what became of it.

use leptos::prelude::*;

use crate::domain::{About, Audience, Command, Feedback, Form, Kind, RecordId, RecordKey};
use crate::route::Route;
use crate::ui::components::{
    ActionBar, Button, ButtonLink, Cap, Glyph, List, ListRow, Menu, MenuItem, PageHead, Section,
    Tone,
};
use crate::ui::features::audience::audience_chip::AudienceChip;
use crate::ui::features::feedback::comments::Comments;
use crate::ui::features::feedback::feedback_about::FeedbackOn;
use crate::ui::features::feedback::feedback_made::FeedbackMade;
use crate::ui::features::feedback::feedback_steps::FeedbackSteps;
use crate::ui::features::feedback::feedback_words::{is_to_program, sender_line, subject};
use crate::ui::features::feedback::program_note::ProgramNote;
use crate::ui::features::history::history_link::HistoryLink;
use crate::ui::features::notes::private_notes::PrivateNotes;
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::features::shell::no_record::NoRecord;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{category_mark, name_of, say, say_by, use_store};

/// One piece of feedback, or that it is not there.
#[component]
pub fn OneFeedbackPage(
    /// The feedback.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| {
        store
            .plan(&[Kind::Feedback], |plan, content| {
                let key = RecordKey { plan, kind: Kind::Feedback, id };
                content.feedback(id).map(|feedback| (key, feedback))
            })
            .flatten()
    });
    let key = Memo::new(move |_| found.with(|found| found.as_ref().map(|(key, _)| *key)));
    let form =
        Memo::new(move |_| found.with(|found| found.as_ref().and_then(|(_, found)| found.form)));
    let feedback = Signal::derive(move || found.get().map(|(_, feedback)| feedback));
    move || match key.get() {
        Some(key) => view! { <Parts key feedback form=form.get() /> }.into_any(),
        None => view! { <NoFeedback /> }.into_any(),
    }
}

/// The parts of the page.
#[component]
fn Parts(key: RecordKey, feedback: Signal<Option<Feedback>>, form: Option<Form>) -> impl IntoView {
    let store = use_store();
    let about = About { kind: key.kind, id: key.id };
    let is_mine = Memo::new(move |_| {
        let author = feedback.with(|found| found.as_ref().and_then(|found| found.author));
        author.is_some() && author == store.me()
    });
    let is_said_to_program = form == Some(Form::ToProgram);
    // Nobody but the program has it, so nothing of the pair's can come of it.
    let of_the_pair = (!is_said_to_program).then(|| {
        let is_question = form == Some(Form::Request);
        view! {
            {(!is_question).then(|| view! { <FeedbackMade key feedback /> })} <Comments about />
        }
    });
    view! {
        <Head key feedback form is_mine />
        <AudienceChip key />
        <DisputePanel key />
        <div class="stack">
            {is_said_to_program.then(|| view! { <ProgramMark key is_mine /> })}
            <SkillLine feedback />
            <FeedbackSteps feedback />
            <ReadLine feedback />
            <SubjectRow feedback />
        </div>
        {(form == Some(Form::Request)).then(|| view! { <Answers id=key.id is_mine /> })}
        {of_the_pair}
        <PrivateNotes about />
        <HistoryLink kind=key.kind id=key.id />
        <NextStep key feedback />
    }
}

/// What it is, from whom to whom, and when; its author can delete it.
#[component]
fn Head(
    key: RecordKey,
    feedback: Signal<Option<Feedback>>,
    form: Option<Form>,
    is_mine: Memo<bool>,
) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let line = Signal::derive(move || {
        feedback.with(|found| found.as_ref().map(|f| sender_line(store, f)).unwrap_or_default())
    });
    let goes_to_program =
        Memo::new(move |_| feedback.with(|f| f.as_ref().is_some_and(is_to_program)));
    let back = Memo::new(move |_| match goes_to_program.get() {
        true => Route::ProgramFeedback,
        false => Route::Feedback,
    });
    let back_label = say_by(store, move |m| match goes_to_program.get() {
        true => m.feedback.to_program,
        false => m.feedback.title,
    });
    let delete = move || {
        // What stands in the way is said by the store's notice.
        if store.apply(Command::Delete(key)).is_ok() {
            navigation.replace.run(back.get_untracked());
        }
    };
    view! {
        <PageHead
            title=say_by(store, move |m| (m.feedback.kind)(form))
            line
            back_href=Signal::derive(move || back.get().to_string())
            back_label
        >
            <Show when=move || is_mine.get()>
                <Menu label=say(store, |m| m.common.more_actions)>
                    <MenuItem
                        label=say(store, |m| m.common.delete)
                        icon=Glyph::Trash
                        on_click=delete
                        is_danger=true
                    />
                </Menu>
            </Show>
        </PageHead>
    }
}

/// For who wrote something to the program: who will see it, as long as its writer has not kept it back.
#[component]
fn ProgramMark(key: RecordKey, is_mine: Memo<bool>) -> impl IntoView {
    let store = use_store();
    let goes = Memo::new(move |_| {
        let found = store.plan(&[Kind::Feedback], |_, plan| plan.audience(key.kind, key.id));
        is_mine.get() && found.flatten() == Some(Audience::Program)
    });
    view! {
        <Show when=move || goes.get()>
            <ProgramNote is_marked=true />
        </Show>
    }
}

/// The skill it is about.
#[component]
fn SkillLine(feedback: Signal<Option<Feedback>>) -> impl IntoView {
    let store = use_store();
    let skill = Memo::new(move |_| feedback.with(|found| found.as_ref().and_then(|f| f.skill)));
    move || {
        let mark = category_mark(store, skill.get()?);
        Some(view! { <p><Cap mark=Signal::stored(mark) /></p> })
    }
}

/// The answers to a request.
#[component]
fn Answers(id: RecordId, is_mine: Memo<bool>) -> impl IntoView {
    let store = use_store();
    let none = say_by(store, move |m| match is_mine.get() {
        true => m.feedback.no_answer_for_you,
        false => m.feedback.no_answer,
    });
    view! {
        <Section title=say(store, |m| m.feedback.answers)>
            <FeedbackOn id none />
        </Section>
    }
}

/// What it is about, as a row that leads there.
#[component]
fn SubjectRow(feedback: Signal<Option<Feedback>>) -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| {
        let about = feedback.with(|found| found.as_ref().and_then(|found| found.about));
        about.and_then(|about| subject(store, about))
    });
    move || {
        found.get().map(|subject| {
            view! {
                <List label=say(store, |m| m.feedback.about)>
                    <ListRow href=subject.route.to_string() title=subject.label />
                </List>
            }
        })
    }
}

/// Whether the one it is for has taken note.
#[component]
fn ReadLine(feedback: Signal<Option<Feedback>>) -> impl IntoView {
    let store = use_store();
    let words = move || {
        let found = feedback.get().filter(|feedback| feedback.is_acknowledged)?;
        let words = store.messages().feedback;
        Some(match store.me() {
            Some(me) if found.is_for(me) => words.you_read.to_owned(),
            _ => (words.read_by)(&name_of(store, found.to)),
        })
    };
    move || words().map(|words| view! { <p class="muted small">{words}</p> })
}

/// What the reader can do next: answer a request, or take note of feedback.
#[component]
fn NextStep(key: RecordKey, feedback: Signal<Option<Feedback>>) -> impl IntoView {
    let store = use_store();
    let is_for_me = move |found: &Feedback| store.me().is_some_and(|me| found.is_for(me));
    let can_answer = Memo::new(move |_| {
        feedback.get().is_some_and(|found| found.form == Some(Form::Request) && is_for_me(&found))
    });
    let is_unread = Memo::new(move |_| {
        feedback.get().is_some_and(|found| {
            found.form != Some(Form::Request) && !found.is_acknowledged && is_for_me(&found)
        })
    });
    let acknowledge = move || {
        // What stands in the way is said by the store's notice.
        let _outcome = store.apply(Command::Acknowledge { plan: key.plan, feedback: key.id });
    };
    let answer =
        move || Route::NewFeedback { form: None, about: Some((key.kind, key.id)) }.to_string();
    view! {
        <Show when=move || can_answer.get() || is_unread.get()>
            <ActionBar>
                <Show when=move || can_answer.get()>
                    <ButtonLink
                        label=say(store, |m| m.feedback.answer)
                        href=answer()
                        tone=Tone::Primary
                    />
                </Show>
                <Show when=move || is_unread.get()>
                    <Button
                        label=say(store, |m| m.feedback.acknowledge)
                        on_click=acknowledge
                        tone=Tone::Primary
                        icon=Glyph::Check
                    />
                </Show>
            </ActionBar>
        </Show>
    }
}

/// The feedback was deleted, or never was in this plan.
#[component]
fn NoFeedback() -> impl IntoView {
    let store = use_store();
    view! {
        <NoRecord
            title=say(store, |m| m.feedback.title)
            list=Route::Feedback
            list_title=say(store, |m| m.feedback.title)
            to_list=say(store, |m| m.feedback.to_list)
            glyph=Glyph::Feedback
        />
    }
}

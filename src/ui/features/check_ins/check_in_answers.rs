//! What was answered to a check-in, and the field to answer it.

use leptos::prelude::*;

use crate::domain::{About, Command, Comment, Kind, Problem, RecordId};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{
    Button, ButtonLink, FieldNote, Form, Glyph, Section, TextArea, Tone, WindowedList,
};
use crate::ui::features::feedback::comments::CommentRow;
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{problem_in, say, say_by, use_store};

/// The answers to a check-in, oldest first, and the field for one more.
#[component]
pub fn CheckInAnswers(
    /// The check-in.
    id: RecordId,
    /// Whether the reader wrote it.
    is_mine: Memo<bool>,
) -> impl IntoView {
    let store = use_store();
    let rows = Memo::new(move |_| {
        let found = store.plan(&[Kind::Comment], |_, plan| plan.comments_on(id));
        found.unwrap_or_default().iter().map(|comment| comment.id).collect::<Vec<_>>()
    });
    let none = say_by(store, move |m| match is_mine.get() {
        true => m.check_ins.none_for_you,
        false => m.check_ins.none_yet,
    });
    view! {
        <Section title=say(store, |m| m.check_ins.answers)>
            <Show
                when=move || rows.with(|rows| !rows.is_empty())
                fallback=move || view! { <p class="muted prose">{move || none.get()}</p> }
            >
                <WindowedList
                    rows
                    key=|id| *id
                    more_label=say(store, |m| m.shell.show_more)
                    label=say(store, |m| m.check_ins.answers)
                    let:id
                >
                    <CommentRow id />
                </WindowedList>
            </Show>
            <NewAnswer id is_mine />
        </Section>
    }
}

/// The field for an answer, its button, and the way to a meeting where words are not enough.
#[component]
fn NewAnswer(id: RecordId, is_mine: Memo<bool>) -> impl IntoView {
    let store = use_store();
    let draft = Draft::new(store, format!("comment/{id}"), "");
    let was_tried = RwSignal::new(false);
    let note = Signal::derive(move || {
        // An empty field is wrong only once the reader has tried to add it.
        let problem = problem_in(&Comment::check(&draft.get()))
            .filter(|problem| *problem != Problem::Missing || was_tried.get());
        hint(store, is_mine.get()).or_error(problem.map(store.messages().errors.problem))
    });
    let add = move || {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let text = untrack(|| draft.get());
        let about = About { kind: Kind::CheckIn, id };
        let is_added = store.apply(Command::AddComment { plan, about, text }).is_ok();
        was_tried.set(!is_added);
        if is_added {
            draft.clear();
        }
    };
    let label = say_by(store, move |m| match is_mine.get() {
        true => m.check_ins.more,
        false => m.check_ins.answer,
    });
    let button = move || match is_mine.get() {
        true => view! { <Button label=say(store, |m| m.check_ins.add_more) /> }.into_any(),
        false => {
            let label = say(store, |m| m.check_ins.add_answer);
            view! {
                <Button label tone=Tone::Primary />
                <ButtonLink
                    label=say(store, |m| m.check_ins.set_meeting)
                    href=Route::NewMeeting.to_string()
                    icon=Glyph::Meetings
                />
            }
            .into_any()
        }
    };
    view! {
        <Form on_submit=add>
            <TextArea label value=draft.value() on_input=draft.on_input() note />
            <div class="cluster">{button}</div>
        </Form>
    }
}

fn hint(store: Store, is_mine: bool) -> FieldNote {
    match is_mine {
        true => FieldNote::default(),
        false => FieldNote::hint(store.messages().check_ins.answer_hint),
    }
}

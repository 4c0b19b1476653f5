//! The fields of one record in which two values stand, each settled by choosing a row; and the
//! record itself, where somebody deleted it while somebody else was changing it.

use leptos::prelude::*;

use crate::domain::{Command, Kind, RecordKey, Value};
use crate::route::Route;
use crate::ui::components::{AnswerList, AnswerRow, Banner, Button, Tone};
use crate::ui::features::settling::own_words::OwnWords;
use crate::ui::features::settling::question::{Answer, Question, question};
use crate::ui::features::settling::record_words::list_page;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{other_name, say, say_by, use_store};

/// The open disputes of one record; nothing where there are none.
#[component]
pub fn DisputePanel(
    /// The record.
    key: RecordKey,
) -> impl IntoView {
    let store = use_store();
    let kinds = [key.kind, Kind::Person, Kind::Device];
    let questions = Memo::new(move |_| {
        let found = store.plan(&kinds, |_, plan| {
            let disputes = plan.disputes_of(key);
            disputes.iter().map(|dispute| question(store, plan, dispute)).collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    });
    let outlived = Memo::new(move |_| {
        store.plan(&kinds, |_, plan| {
            let device = plan.outlived_deletion_by(key.kind, key.id)?;
            Some((store.messages().share.outlived)(other_name(store, plan, device).as_deref()))
        })?
    });
    view! {
        {move || outlived.get().map(|text| view! { <Outlived key text /> })}
        {move || {
            let questions = questions.get();
            (!questions.is_empty())
                .then(|| {
                    let asked = questions.into_iter().map(|question| view! { <Asked question /> });
                    view! { <div class="dispute-panel">{asked.collect_view()}</div> }
                })
        }}
    }
}

/// One field and its answers. A tap settles it; the notice offers the way back.
#[component]
fn Asked(question: Question) -> impl IntoView {
    let store = use_store();
    let Question { key, field, name, answers, joined, limit, own_words } = question;
    let label = move || (store.messages().share.which)(&name);
    let count = answers.len();
    let field_name = field.as_str().to_owned();
    let settle = Callback::new(move |value: Value| {
        // A refusal is said in the notice.
        store.apply(Command::Settle { key, field: field.clone(), value }).is_ok()
    });
    let own_words = own_words.map(|joined| {
        let (field, answers) = (field_name, answers.clone());
        view! { <OwnWords key field answers joined limit on_settle=settle /> }
    });
    let choose = move |value: Value| {
        settle.run(value);
    };
    let rows = answers.into_iter().map(move |Answer { value, words, source }| {
        view! {
            <AnswerRow
                title=words
                line=source
                on_answer=move || choose(value.clone())
            />
        }
    });
    let keep_all = joined.map(|value| {
        view! {
            <AnswerRow
                title=say_by(store, move |m| (m.share.keep_all)(count))
                line=say(store, |m| m.share.one_after_the_other)
                on_answer=move || choose(value.clone())
            />
        }
    });
    view! {
        <div>
            <AnswerList label>{rows.collect_view()} {keep_all}</AnswerList>
            {own_words}
        </div>
    }
}

/// Says that the record outlived a deletion, and asks which it is to be.
#[component]
fn Outlived(key: RecordKey, text: String) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let keep = move || {
        // A refusal is said in the notice.
        let _said = store.apply(Command::Restore(key));
    };
    let delete = move || {
        let is_deleted = store.apply(Command::Delete(key)).is_ok();
        if is_deleted && navigation.route.get_untracked() != Some(Route::Disputes) {
            navigation.replace.run(list_page(key.kind));
        }
    };
    view! {
        <Banner text>
            <Button label=say(store, |m| m.share.keep) on_click=keep />
            <Button label=say(store, |m| m.common.delete) tone=Tone::Danger on_click=delete />
        </Banner>
    }
}

//! What of the plan goes to somebody, and what stays behind: counted, and as lists that a person can read.

use leptos::prelude::*;

use super::audience_words::pair_words;
use crate::domain::{ForWhom, Kind, RecordKey, Staying, Why};
use crate::store::Store;
use crate::ui::components::redrawn::words;
use crate::ui::components::{ChoiceList, ChoiceRow, Disclosure, ListRow, Section, WindowedList};
use crate::ui::features::settling::record_words::{counts_by_kind, record_page, record_title};
use crate::ui::words::{say, say_by, use_store};

/// The question for whom something is. A copy for the reader is a backup, and so for nobody.
#[component]
pub fn ForWhomChoice(
    /// The answer; `None` for a copy for the reader.
    value: RwSignal<Option<ForWhom>>,
) -> impl IntoView {
    let store = use_store();
    let row = move |one: Option<ForWhom>| {
        let title = words(move || {
            let words = &store.messages().audience;
            match one {
                Some(ForWhom::Pair) => pair_words(store),
                Some(ForWhom::Program) => words.program.to_owned(),
                None => words.copy.to_owned(),
            }
        });
        let line = say_by(store, move |m| match one {
            Some(ForWhom::Pair) => m.audience.for_pair,
            Some(ForWhom::Program) => m.audience.for_program,
            None => m.audience.for_me,
        });
        view! {
            <ChoiceRow
                title
                line
                is_chosen=Signal::derive(move || value.get() == one)
                on_choose=move || value.set(one)
            />
        }
    };
    view! {
        <ChoiceList label=say(store, |m| m.audience.for_whom)>
            {[Some(ForWhom::Pair), Some(ForWhom::Program), None].map(row).collect_view()}
        </ChoiceList>
    }
}

/// What goes and what stays, as far as a person would notice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Parting {
    goes: Vec<RecordKey>,
    stays: Vec<Staying>,
}

/// What goes to somebody, and what stays behind and why.
#[component]
pub fn Going(
    /// To whom.
    for_whom: ForWhom,
) -> impl IntoView {
    let store = use_store();
    let parting = Memo::new(move |_| {
        let found = store.outgoing(for_whom);
        found.map(|found| Parting { goes: found.goes, stays: found.stays }).unwrap_or_default()
    });
    let goes = Memo::new(move |_| parting.with(|parting| parting.goes.clone()));
    let stays = Memo::new(move |_| parting.with(|parting| parting.stays.clone()));
    view! {
        <Goes goes />
        <Stays stays />
    }
}

/// What goes.
#[component]
fn Goes(goes: Memo<Vec<RecordKey>>) -> impl IntoView {
    let store = use_store();
    let counts = move || {
        let count = store.messages().share.records.count;
        let of_one_kind = |keys: &[RecordKey]| {
            let kind = keys.first().map_or(Kind::Plan, |key| key.kind);
            view! { <li>{count(kind, keys.len())}</li> }
        };
        goes.with(|goes| goes.chunk_by(|a, b| a.kind == b.kind).map(of_one_kind).collect_view())
    };
    let row = move |key: RecordKey| {
        view! { <RecordRow key line=say_by(store, move |m| (m.share.records.kind)(key.kind)) /> }
    };
    view! {
        <Section title=say(store, |m| m.audience.goes)>
            <ul class="going__counts numbers" role="list">
                {counts}
            </ul>
            <Disclosure summary=words(move || {
                (store.messages().audience.see_goes)(goes.with(Vec::len))
            })>
                <WindowedList
                    rows=goes
                    key=|key: &RecordKey| *key
                    more_label=say(store, |m| m.shell.show_more)
                    label=say(store, |m| m.audience.goes)
                    children=row
                />
            </Disclosure>
        </Section>
    }
}

/// What stays behind, and why.
#[component]
fn Stays(stays: Memo<Vec<Staying>>) -> impl IntoView {
    let store = use_store();
    let some = move || {
        let row = move |staying: Staying| {
            let line = words(move || {
                let kind = (store.messages().share.records.kind)(staying.key.kind);
                format!("{kind} · {}", why_words(store, staying.why))
            });
            view! { <RecordRow key=staying.key line /> }
        };
        view! {
            <ul class="going__reasons" role="list">
                {move || stays.with(|stays| reasons(store, stays))}
            </ul>
            <Disclosure summary=words(move || {
                (store.messages().audience.see_stays)(stays.with(Vec::len))
            })>
                <WindowedList
                    rows=stays
                    key=|staying: &Staying| staying.key
                    more_label=say(store, |m| m.shell.show_more)
                    label=say(store, |m| m.audience.stays)
                    children=row
                />
            </Disclosure>
            <p class="muted small">{move || store.messages().audience.not_even_counted}</p>
        }
    };
    let is_any = Memo::new(move |_| stays.with(|stays| !stays.is_empty()));
    view! {
        <Section title=say(store, |m| m.audience.stays)>
            {move || match is_any.get() {
                true => some().into_any(),
                false => {
                    view! { <p>{move || store.messages().audience.nothing_stays}</p> }.into_any()
                }
            }}
        </Section>
    }
}

/// One line for each reason for which something stays, with how many of what.
fn reasons(store: Store, stays: &[Staying]) -> impl IntoView + use<> {
    let messages = store.messages();
    let words = &messages.audience;
    let of = |is_so: fn(&Why) -> bool, say: fn(&str) -> String| {
        let these = stays.iter().filter(|staying| is_so(&staying.why));
        let keys: Vec<RecordKey> = these.map(|staying| staying.key).collect();
        let line = say(&counts_by_kind(&messages.share, &keys));
        (!keys.is_empty()).then(|| view! { <li>{line}</li> })
    };
    [
        of(|why| *why == Why::OnlyMe, words.stays_only_me),
        of(|why| *why == Why::OnlyPair, words.stays_pair),
        of(|why| *why == Why::OnlyProgram, words.stays_program),
        of(|why| matches!(why, Why::Names(_)), words.stays_with),
    ]
    .collect_view()
}

fn why_words(store: Store, why: Why) -> String {
    let messages = store.messages();
    let words = &messages.audience;
    match why {
        Why::OnlyMe => words.why_only_me.to_owned(),
        Why::OnlyPair => words.why_pair.to_owned(),
        Why::OnlyProgram => words.why_program.to_owned(),
        Why::Names(of) => {
            let title = store.plan(&[of.kind], |_, plan| record_title(&messages.share, plan, of));
            (words.why_with)(&title.unwrap_or_default())
        }
    }
}

/// One record, which leads to its page.
#[component]
fn RecordRow(key: RecordKey, #[prop(into)] line: Signal<String>) -> impl IntoView {
    let store = use_store();
    let title = words(move || {
        let share = &store.messages().share;
        store.plan(&[key.kind], |_, plan| record_title(share, plan, key)).unwrap_or_default()
    });
    let href = words(move || {
        let page = store.plan(&[key.kind], |_, plan| record_page(plan, key.kind, key.id));
        page.flatten().map(|page| page.to_string()).unwrap_or_default()
    });
    view! { <ListRow href title line /> }
}

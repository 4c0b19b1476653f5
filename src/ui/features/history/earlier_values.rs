//! What a change said, field by field, and what stood there before, each with the way back.

use leptos::prelude::*;

use crate::domain::{
    Act, ActKind, Command, DeviceId, FieldName, Kind, Plan, RecordKey, Said, Value, may_come_back,
};
use crate::store::Store;
use crate::ui::components::Button;
use crate::ui::features::settling::value_words::{field_words, value_words};
use crate::ui::words::{moment, say, use_store, writer_name};

/// What a change holds that can be looked at; an empty list where the sentence says it all.
pub fn to_look_at(act: &Act) -> Vec<Said> {
    let is_news = |said: &&Said| match act.kind {
        // What was said first and still stands is on the record's own page.
        ActKind::Added => !said.stands || !said.earlier.is_empty(),
        ActKind::Changed | ActKind::Deleted | ActKind::BroughtBack => true,
    };
    act.said.iter().filter(is_news).cloned().collect()
}

/// The values of one change, and those before them.
#[component]
pub fn EarlierValues(
    /// The change.
    act: Act,
) -> impl IntoView {
    let key = act.key;
    let fields = to_look_at(&act).into_iter().map(move |said| {
        let own = OneValue { value: said.value, device: act.dot.device, at: act.at };
        let earlier = said
            .earlier
            .into_iter()
            .map(|e| OneValue { value: e.value, device: e.device, at: e.at })
            .collect::<Vec<_>>();
        view! { <FieldValues key field=said.field own stands=said.stands earlier /> }
    });
    view! {
        <div class="earlier-values">
            <WhyNot key />
            {fields.collect_view()}
        </div>
    }
}

/// A value, by whom and from when.
#[derive(Clone, Debug, PartialEq)]
struct OneValue {
    value: Value,
    device: DeviceId,
    at: i64,
}

/// One field: what the change said, and what stood there before.
#[component]
fn FieldValues(
    key: RecordKey,
    field: FieldName,
    own: OneValue,
    stands: bool,
    earlier: Vec<OneValue>,
) -> impl IntoView {
    let store = use_store();
    let name = {
        let field = field.clone();
        move || field_words(store.messages(), key.kind, &field)
    };
    let before = (!earlier.is_empty()).then(|| {
        let field = field.clone();
        let rows = earlier.into_iter().map(move |shown| {
            view! { <ValueRow key field=field.clone() shown stands=false /> }
        });
        view! {
            <p class="muted small">{say(store, |m| m.activity.before)}</p>
            <ul class="earlier-values__list" role="list">
                {rows.collect_view()}
            </ul>
        }
    });
    view! {
        <div class="earlier-values__field">
            <h3 class="earlier-values__name">{name}</h3>
            <ul class="earlier-values__list" role="list">
                <ValueRow key field shown=own stands />
            </ul>
            {before}
        </div>
    }
}

/// One value, whole, with who wrote it and the button that puts it back.
#[component]
fn ValueRow(key: RecordKey, field: FieldName, shown: OneValue, stands: bool) -> impl IntoView {
    let store = use_store();
    let OneValue { value, device, at } = shown;
    let words = {
        let (field, value) = (field.clone(), value.clone());
        move || in_plan(store, key, |plan| value_words(store, plan, key.kind, &field, &value))
    };
    let source = move || {
        if stands {
            return store.messages().activity.now.to_owned();
        }
        let who = in_plan(store, key, |plan| writer_name(store, plan, device));
        format!("{who} · {}", moment(store, at))
    };
    let can_come_back = !stands && may_come_back(&field);
    let put_back = Callback::new(move |()| {
        let (field, value) = (field.clone(), value.clone());
        // A refusal is said in the notice.
        let _said = store.apply(Command::PutBack { key, field, value });
    });
    view! {
        <li class="earlier-values__row">
            <p class="earlier-values__words">{words}</p>
            <p class="muted small">{source}</p>
            <Show when=move || can_come_back && standing(store, key) == Standing::Open>
                <Button label=say(store, |m| m.activity.bring_back) on_click=put_back />
            </Show>
        </li>
    }
}

/// Why nothing can be put back here, where that is so.
#[component]
fn WhyNot(key: RecordKey) -> impl IntoView {
    let store = use_store();
    let words = move || match standing(store, key) {
        Standing::Open => None,
        Standing::Deleted => Some(store.messages().activity.is_deleted),
        Standing::NotMine => Some(store.messages().activity.not_yours),
    };
    move || words().map(|words| view! { <p class="muted small">{words}</p> })
}

/// Whether the reader can change a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Open,
    Deleted,
    NotMine,
}

fn standing(store: Store, key: RecordKey) -> Standing {
    let found = store.plan(&[key.kind], |_, plan| {
        let is_there = plan.find(key.kind, key.id).is_some();
        (is_there, plan.lets_change(key.kind, key.id, store.me()))
    });
    match found {
        Some((true, true)) => Standing::Open,
        Some((true, false)) => Standing::NotMine,
        Some((false, _)) | None => Standing::Deleted,
    }
}

/// Words out of the open plan, which follow the names of people and records.
fn in_plan(store: Store, key: RecordKey, read: impl FnOnce(&Plan) -> String) -> String {
    store.plan(&[Kind::Person, key.kind], |_, plan| read(plan)).unwrap_or_default()
}

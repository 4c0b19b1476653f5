//! A record that is kept apart, in words: what it is, why, whose file it came in, and where it says
//! something else than what is here.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::Quarantined;
use crate::i18n::Messages;
use crate::store::{Apart, Store};
use crate::ui::features::settling::value_words::{field_words, value_words};
use crate::ui::words::{moment, use_store};

/// What a record that is kept apart is, such as `goal: Small veins`.
pub fn apart_title(messages: &Messages, found: &Quarantined) -> String {
    let kind = (messages.share.records.kind)(found.key.kind);
    let label = found.label();
    let label = if label.is_empty() { messages.share.records.untitled } else { &label };
    format!("{kind}: {label}")
}

/// A record that is kept apart.
#[component]
pub fn KeptApart(
    /// The record.
    apart: Arc<Apart>,
) -> impl IntoView {
    let store = use_store();
    let [titled, sent] = [(); 2].map(|()| apart.clone());
    let reason = apart.found.reason;
    view! {
        <div class="kept-apart">
            <h2 class="kept-apart__title">
                {move || apart_title(store.messages(), &titled.found)}
            </h2>
            <p>{move || (store.messages().apart.reason)(reason)}</p>
            <p class="muted small">
                {move || {
                    let came = store.messages().apart.came;
                    came(sent.from.as_deref(), &moment(store, sent.at))
                }}
            </p>
            {move || differing(store, &apart)}
        </div>
    }
}

/// The fields in which it says something else, each with every value. What claims impossible numbers
/// is not laid open.
fn differing(store: Store, apart: &Apart) -> Option<impl IntoView + use<>> {
    if !apart.found.reason.can_be_taken_in() {
        return None;
    }
    let messages = store.messages();
    let disputes = store.differences(apart);
    let fields: Vec<(String, Vec<String>)> = store.workspace(|workspace| {
        let nothing = Default::default();
        let plan = workspace.plan(apart.found.key.plan).unwrap_or(&nothing);
        let kind = apart.found.key.kind;
        let said = disputes.iter().map(|dispute| {
            let name = field_words(messages, kind, &dispute.field);
            let words = dispute
                .rivals
                .iter()
                .map(|rival| value_words(store, plan, kind, &dispute.field, &rival.value));
            ((messages.apart.both)(&name), words.collect())
        });
        said.collect()
    });
    let said = fields.into_iter().map(|(name, values)| {
        let values = values.into_iter().map(|words| view! { <li>{words}</li> });
        view! {
            <p class="muted small">{name}</p>
            <ul class="kept-apart__values" role="list">{values.collect_view()}</ul>
        }
    });
    Some(said.collect_view())
}

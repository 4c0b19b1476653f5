//! The fields of one part of the agreement, in place of its words while it is changed.

use leptos::html;
use leptos::prelude::*;

use super::agreement_words::agree;
use crate::domain::{AgreementDeed, Kind, RecordId, RecordKey, Section};
use crate::store::Store;
use crate::ui::components::{FieldNote, Form, TextArea, TextField};
use crate::ui::features::writing::live_field::{LiveField, live_field};
use crate::ui::words::{problem_in, say, use_store};

/// Which part of the agreement is being changed; one at a time.
#[derive(Clone, Copy)]
pub struct Editing {
    part: RwSignal<Option<RecordId>>,
    /// Whether something is wrong in its fields.
    is_wrong: StoredValue<Option<Signal<bool>>>,
    /// How often they stayed open because of that.
    refused: RwSignal<u32>,
}

impl Editing {
    /// Begins with a part that is half-written, if there is one.
    pub fn new(part: Option<RecordId>) -> Self {
        Self {
            part: RwSignal::new(part),
            is_wrong: StoredValue::new(None),
            refused: RwSignal::new(0),
        }
    }

    /// The part that is being changed. Follows it.
    pub fn part(self) -> Option<RecordId> {
        self.part.get()
    }

    /// Opens the fields of a part.
    pub fn begin(self, part: RecordId) {
        self.part.set(Some(part));
    }

    /// Closes them and opens those of `next`. Words that break a rule stay open, with what is wrong below them.
    pub fn end(self, next: impl FnOnce() -> Option<RecordId>) {
        let is_wrong = self.is_wrong.get_value().and_then(|wrong| wrong.try_get_untracked());
        match is_wrong {
            Some(true) => self.refused.update(|count| *count += 1),
            _ => self.part.set(next()),
        }
    }
}

/// The text and the heading of a part. Each is saved when the reader leaves it.
#[component]
pub fn PartFields(
    /// The part.
    key: RecordKey,
    /// The part as it stands.
    part: Memo<Option<Section>>,
    /// Which part is being changed.
    editing: Editing,
    /// Called when the reader is done, with the Enter key.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let id = key.id;
    let text = part_field(
        store,
        key,
        part,
        TEXT,
        |part| part.text,
        move |text| AgreementDeed::Reword { section: id, text },
    );
    let title = part_field(
        store,
        key,
        part,
        TITLE,
        |part| part.title,
        move |title| AgreementDeed::Retitle { section: id, title },
    );
    let is_right = move |note: Signal<FieldNote>| note.with(|note| *note == FieldNote::default());
    editing
        .is_wrong
        .set_value(Some(Signal::derive(move || !is_right(text.note) || !is_right(title.note))));
    let fields = NodeRef::<html::Div>::new();
    let show = move |_: &u32, _: Option<&u32>, _: Option<()>| {
        if let Some(fields) = fields.get_untracked() {
            fields.scroll_into_view();
        }
    };
    Effect::watch(move || editing.refused.get(), show, false);
    view! {
        <div node_ref=fields>
            <Form on_submit=on_done>
                <TextArea
                    label=say(store, |m| m.agreement.text)
                    value=text.value
                    on_input=text.on_input
                    on_commit=text.on_commit
                    note=text.note
                    is_focused=true
                />
                <TextField
                    label=say(store, |m| m.agreement.heading)
                    value=title.value
                    on_input=title.on_input
                    on_commit=title.on_commit
                    note=title.note
                />
            </Form>
        </div>
    }
}

const TEXT: &str = "text";
const TITLE: &str = "title";

/// Whether something half-written is kept of a part.
pub fn is_half_written(store: Store, part: RecordId) -> bool {
    [TEXT, TITLE].iter().any(|field| store.draft(&draft_name(part, field)).is_some())
}

fn draft_name(part: RecordId, field: &str) -> String {
    format!("{}/{part}/{field}", Kind::Section.name())
}

fn part_field(
    store: Store,
    key: RecordKey,
    part: Memo<Option<Section>>,
    name: &str,
    read: fn(Section) -> String,
    deed: impl Fn(String) -> AgreementDeed + Copy + Send + Sync + 'static,
) -> LiveField {
    live_field(
        store,
        Some(key),
        draft_name(key.id, name),
        move || part.get().map(read).unwrap_or_default(),
        move |text| problem_in(&deed(text.to_owned()).check()),
        move |text| agree(store, deed(text)),
    )
}

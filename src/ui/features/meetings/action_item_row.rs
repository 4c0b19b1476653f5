//! One action item: ticked in place; its words, who does it and by when can be changed.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::line_ends::LineEnds;
use crate::domain::{
    ActionItem, ActionItemChange, Command, CommandError, Complaint, Kind, Problem, RecordId,
    Timetable, field, read_day,
};
use crate::store::Store;
use crate::ui::components::{
    Button, CheckRow, Choice, FieldNote, Form, Picker, PickerField, SelectField, TextField,
};
use crate::ui::features::audience::audience_mark::AudienceMark;
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::features::writing::line_form::line_problem;
use crate::ui::features::writing::live_field::live_field;
use crate::ui::words::{name_of, say, use_store};

/// One action item, as an `<li>`; nothing where it is deleted.
#[component]
pub fn ActionItemRow(
    /// The action item.
    id: RecordId,
    /// Whether to say of which meeting it is.
    #[prop(optional)]
    is_carried: bool,
) -> impl IntoView {
    let store = use_store();
    let item = Memo::new(move |_| {
        store.plan(&[Kind::ActionItem], |_, plan| plan.action_item(id)).flatten()
    });
    // Half-written words are there again when the page is.
    let is_changing = RwSignal::new(store.draft(&draft_name(id, "title")).is_some());
    let is_there = Memo::new(move |_| item.with(Option::is_some));
    let words = move || match is_changing.get() {
        true => view! { <ItemFields id item is_changing /> }.into_any(),
        false => view! { <ItemTick id item is_changing is_carried /> }.into_any(),
    };
    let key = store.key_of(Kind::ActionItem, id);
    move || {
        is_there.get().then(|| {
            let below = key.map(|key| view! { <AudienceMark key /><DisputePanel key /> });
            view! { <li>{words} {below}</li> }
        })
    }
}

fn draft_name(item: RecordId, part: &str) -> String {
    format!("action-item/{item}/{part}")
}

/// The box to tick, who does it and by when, and the menu.
#[component]
fn ItemTick(
    id: RecordId,
    item: Memo<Option<ActionItem>>,
    is_changing: RwSignal<bool>,
    is_carried: bool,
) -> impl IntoView {
    let store = use_store();
    let title = Signal::derive(move || item.get().map(|item| item.title).unwrap_or_default());
    let is_done = move || item.with(|item| item.as_ref().is_some_and(|item| item.is_done));
    // A refusal of a tick is said in the notice.
    let tick = move |done: bool| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let _outcome = store.apply(Command::TickActionItem { plan, item: id, done });
    };
    let key = store.key_of(Kind::ActionItem, id);
    view! {
        <CheckRow
            label=title
            is_checked=Signal::derive(is_done)
            on_change=tick
            line=Signal::derive(move || {
                item.get().map(|item| item_line(store, &item, is_carried)).unwrap_or_default()
            })
        >
            {key.map(|key| view! { <LineEnds key title is_changing /> })}
        </CheckRow>
    }
}

/// Who does it, by when, and of which meeting it is: `Ana · by Fri 18 Dec · from Thu 12 Nov`.
fn item_line(store: Store, item: &ActionItem, is_carried: bool) -> String {
    let (words, locale) = (store.messages().agenda, store.locale());
    let owner = match item.owner {
        Some(owner) => name_of(store, Some(owner)),
        None => store.messages().meetings.nobody.to_owned(),
    };
    let due = item.due.map(|due| {
        let is_late = !item.is_done && due < store.now().date_naive();
        let say = if is_late { words.overdue } else { words.due_by };
        say(&locale.day(due))
    });
    let from = || {
        let starts = store.plan(&[Kind::Meeting], |_, plan| plan.meeting(item.meeting?)?.starts);
        Some((words.carried_from)(&locale.day(starts.flatten()?.date())))
    };
    let from = is_carried.then(from).flatten();
    [Some(owner), due, from].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The fields for its words, who does it and by when, each saved when the reader leaves it.
#[component]
fn ItemFields(
    id: RecordId,
    item: Memo<Option<ActionItem>>,
    is_changing: RwSignal<bool>,
) -> impl IntoView {
    let store = use_store();
    let of = store.key_of(Kind::ActionItem, id);
    let title = live_field(
        store,
        of,
        draft_name(id, "title"),
        move || item.get().map(|item| item.title).unwrap_or_default(),
        |text| line_problem(text, true),
        move |text| revise(store, id, ActionItemChange::Title(text)),
    );
    let due = live_field(
        store,
        of,
        draft_name(id, "due"),
        move || item.get().and_then(|item| item.due).map(|due| due.to_string()).unwrap_or_default(),
        |text| read_due(text).err(),
        move |text| {
            let due = read_due(&text)
                .map_err(|problem| Complaint { field: field::DUE.into(), problem })?;
            revise(store, id, ActionItemChange::Due(due))
        },
    );
    let owner = Signal::derive(move || {
        let owner = item.get().and_then(|item| item.owner);
        owner.map(|owner| owner.to_string()).unwrap_or_default()
    });
    let choose = move |id_text: String| {
        // What stands in the way is said by the store's notice.
        let _outcome = revise(store, id, ActionItemChange::Owner(id_text.parse().ok()));
    };
    // Words that break a rule stay open, with what is wrong below them.
    let finish = move || {
        let is_right = |note: Signal<FieldNote>| untrack(|| note.get()) == FieldNote::default();
        if is_right(title.note) && is_right(due.note) {
            is_changing.set(false);
        }
    };
    view! {
        <Form on_submit=finish>
            <TextField
                label=say(store, |m| m.agenda.item_title)
                value=title.value
                on_input=title.on_input
                on_commit=title.on_commit
                note=title.note
            />
            <SelectField
                label=say(store, |m| m.meetings.owner)
                choices=people_choices(store)
                value=owner
                on_change=choose
            />
            <PickerField
                kind=Picker::Date
                label=say(store, |m| m.agenda.due)
                value=due.value
                on_input=due.on_input
                on_commit=due.on_commit
                note=due.note
            />
            <div class="cluster">
                <Button label=say(store, |m| m.common.done) />
            </div>
        </Form>
    }
}

fn revise(store: Store, item: RecordId, change: ActionItemChange) -> Result<(), CommandError> {
    let plan = untrack(|| store.open_plan_id()).ok_or(CommandError::NotInPlan)?;
    let revise = Timetable::ReviseActionItem { item, changes: vec![change] };
    store.apply(revise.within(plan)).map(|_| ())
}

/// The day by which something is to be done, if one is written.
///
/// # Errors
/// What is written is no day.
pub fn read_due(text: &str) -> Result<Option<NaiveDate>, Problem> {
    if text.trim().is_empty() { Ok(None) } else { read_day(text).map(Some) }
}

/// The people of the plan, to choose who does something; the reader is marked.
pub fn people_choices(store: Store) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let people = store.plan(&[Kind::Person], |_, plan| plan.people()).unwrap_or_default();
        let me = store.me();
        let you = store.messages().shell.you;
        let named = people.into_iter().map(|person| match me {
            Some(me) if me == person.id => {
                Choice::new(person.id.to_string(), format!("{} ({you})", person.name))
            }
            _ => Choice::new(person.id.to_string(), person.name),
        });
        let nobody = Choice::new("", store.messages().meetings.nobody);
        std::iter::once(nobody).chain(named).collect()
    })
}

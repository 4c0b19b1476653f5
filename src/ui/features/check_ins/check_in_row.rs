//! One check-in as a row of a list.

use leptos::prelude::*;

use crate::domain::{CheckIn, Kind, RecordId};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{Chip, ListRow, News, RowState};
use crate::ui::features::feedback::feedback_words::written;
use crate::ui::side_by_side::chosen_or;
use crate::ui::words::{name_of, say, use_store};

/// How many characters of a check-in stand for the whole of it.
const FIRST_WORDS: usize = 50;

/// The check-ins that wait for the reader's answer.
pub fn waiting_check_ins(store: Store) -> Memo<Vec<RecordId>> {
    Memo::new(move |_| {
        let Some(me) = store.me() else { return Vec::new() };
        let kinds = [Kind::CheckIn, Kind::Comment];
        store.plan(&kinds, |_, plan| plan.check_ins_to_answer(me)).unwrap_or_default()
    })
}

/// One check-in: its first words, whose it is, when, the mood, and whether it is answered.
#[component]
pub fn CheckInRow(
    /// The check-in.
    id: RecordId,
    /// Those that wait for the reader's answer.
    waiting: Memo<Vec<RecordId>>,
) -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| {
        let read = store.plan(&[Kind::CheckIn, Kind::Comment], |_, plan| {
            let check_in = plan.check_in(id)?;
            let is_answered = !plan.answers_to(&check_in).is_empty();
            Some((check_in, is_answered))
        });
        read.flatten()
    });
    let is_waiting = Memo::new(move |_| waiting.with(|waiting| waiting.contains(&id)));
    let with = move |read: fn(Store, &CheckIn, bool) -> String| {
        Signal::derive(move || {
            let read =
                |(check_in, is_answered): &(CheckIn, bool)| read(store, check_in, *is_answered);
            found.with(|found| found.as_ref().map(read).unwrap_or_default())
        })
    };
    let state = chosen_or(Route::CheckIn(id), move || match is_waiting.get() {
        true => RowState::Attention,
        false => RowState::Plain,
    });
    let is_there = Memo::new(move |_| found.with(Option::is_some));
    view! {
        <Show when=move || is_there.get()>
            <ListRow href=Route::CheckIn(id).to_string() title=with(opening) line=with(line) state>
                <Show when=move || is_waiting.get()>
                    <Chip label=say(store, |m| m.check_ins.to_answer) news=News::Warn />
                </Show>
            </ListRow>
        </Show>
    }
}

/// The first words, or that it is a check-in where it says nothing in words.
fn opening(store: Store, check_in: &CheckIn, _: bool) -> String {
    match check_in.first_words(FIRST_WORDS) {
        words if words.is_empty() => store.messages().check_ins.title.to_owned(),
        words => words,
    }
}

/// Whose it is, when, the mood, and whether it is answered: `you · yesterday · 4 of 5: good · answered`.
fn line(store: Store, check_in: &CheckIn, is_answered: bool) -> String {
    let words = store.messages().check_ins;
    let mood = check_in.mood.map(words.mood_line);
    let who = name_of(store, check_in.author);
    let when = Some(written(store, &check_in.created)).filter(|when| !when.is_empty());
    // That somebody else's waits is what the chip says.
    let is_mine = check_in.author.is_some() && check_in.author == store.me();
    let answer = match (is_answered, is_mine) {
        (true, _) => Some(words.answered.to_owned()),
        (false, true) => Some(words.waits.to_owned()),
        (false, false) => None,
    };
    let parts = [Some(who), when, mood, answer];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

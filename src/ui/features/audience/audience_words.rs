//! Who sees something, in the reader's words.

use chrono::DateTime;
use leptos::prelude::*;

use crate::domain::{Audience, Feedback, ForWhom, Form, Kind, Plan, RecordId, RecordKey, Role};
use crate::store::Store;
use crate::ui::components::Glyph;
use crate::ui::components::redrawn::{remembered, words};
use crate::ui::features::settling::record_words::record_title;

/// The drawing for an audience.
pub fn glyph_of(audience: Audience) -> Glyph {
    match audience {
        Audience::OnlyMe => Glyph::Lock,
        Audience::Pair => Glyph::People,
        Audience::Program => Glyph::Program,
    }
}

/// The student and the mentors, as the reader speaks of them: `Dana and me`.
pub fn pair_words(store: Store) -> String {
    let me = store.me();
    let others = store.plan(&[Kind::Person], |_, plan| {
        let people = plan.people().into_iter();
        let others = people.filter(|one| Some(one.id) != me && one.role != Role::Coordinator);
        others.map(|one| one.called().to_owned()).collect::<Vec<_>>()
    });
    (store.messages().audience.pair)(&others.unwrap_or_default())
}

/// An audience in words. What is to the program alone says so.
pub fn audience_words(store: Store, audience: Audience, is_to_program: bool) -> String {
    let words = &store.messages().audience;
    match audience {
        Audience::OnlyMe => words.only_me.to_owned(),
        Audience::Pair => pair_words(store),
        Audience::Program if is_to_program => words.only_program.to_owned(),
        Audience::Program => words.program_too.to_owned(),
    }
}

/// Who sees one record, and who could.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeenBy {
    /// Who.
    pub audience: Audience,
    /// What the reader may choose.
    pub choices: &'static [Audience],
    /// Whether it is to the program alone.
    pub is_to_program: bool,
    /// Whether it is as is usual, or for a task as its goal has it.
    pub is_usual: bool,
}

impl SeenBy {
    fn read(plan: &Plan, key: RecordKey, me: Option<RecordId>) -> Option<Self> {
        let RecordKey { kind, id, .. } = key;
        let audience = plan.audience(kind, id)?;
        let is_mine = plan.lets_change(kind, id, me);
        let form = |found: Feedback| found.form == Some(Form::ToProgram);
        Some(Self {
            audience,
            choices: if is_mine { plan.audience_choices(kind, id) } else { &[] },
            is_to_program: kind == Kind::Feedback && plan.feedback(id).is_some_and(form),
            is_usual: plan.has_usual_audience(kind, id),
        })
    }
}

/// Who sees a record, and follows it; `None` where there is no such record.
pub fn seen_by(store: Store, key: RecordKey) -> Memo<Option<SeenBy>> {
    Memo::new(move |_| {
        let me = store.me_in(key.plan);
        store
            .plan_of(key.plan, &[key.kind, Kind::Goal], |plan| SeenBy::read(plan, key, me))
            .flatten()
    })
}

/// What a control is drawn from that shows who sees a record, and may let the reader choose.
#[derive(Clone, Copy)]
pub struct SeenControl {
    /// Whether there is such a record.
    pub is_there: Memo<bool>,
    /// Who.
    pub audience: Memo<Audience>,
    /// Who, in words.
    pub who: Signal<String>,
    /// What the control is called.
    pub label: Signal<String>,
    /// Whether there is something to choose.
    pub has_choice: Memo<bool>,
}

impl SeenControl {
    /// That of a record.
    pub fn new(store: Store, key: RecordKey) -> Self {
        let seen = seen_by(store, key);
        let who = words(move || {
            let seen = seen.get();
            seen.map(|seen| audience_words(store, seen.audience, seen.is_to_program))
                .unwrap_or_default()
        });
        let has_choice = move || seen.with(|seen| seen.is_some_and(|it| !it.choices.is_empty()));
        Self {
            is_there: remembered(move || seen.with(Option::is_some)),
            audience: Memo::new(move |_| seen.get().map_or(Audience::Pair, |seen| seen.audience)),
            who,
            label: words(move || (store.messages().audience.title)(&who.get())),
            has_choice: remembered(has_choice),
        }
    }

    /// The drawing of who sees it. Follows it.
    pub fn glyph(self) -> Glyph {
        glyph_of(self.audience.get())
    }
}

/// What is to be said honestly beside who sees a record: that it went before, or that it does not go all the same.
pub fn honest_words(store: Store, key: RecordKey, audience: Audience) -> Option<String> {
    let messages = store.messages();
    let words = &messages.audience;
    let day = |at: i64| {
        let moment = DateTime::from_timestamp(at, 0).unwrap_or_default();
        store.locale().date(moment.with_timezone(store.now().offset()).date_naive())
    };
    let sent = store.sent(key);
    let was_sent = match audience {
        Audience::OnlyMe => sent.last().map(|at| (words.was_sent)(&day(at))),
        Audience::Pair => sent.program.map(|at| (words.was_sent_to_program)(&day(at))),
        Audience::Program => None,
    };
    if was_sent.is_some() {
        return was_sent;
    }
    let (me, device) = (store.me_in(key.plan), store.device());
    store.plan_of(key.plan, &Kind::KNOWN, |plan| {
        let record = plan.get(key.kind, key.id)?;
        let for_whom = match audience {
            Audience::OnlyMe => {
                let have = plan.others_have(record, me, device);
                return have.then(|| words.others_have.to_owned());
            }
            Audience::Pair => ForWhom::Pair,
            Audience::Program => ForWhom::Program,
        };
        let (kind, found) = plan.kept_back_by(key.kind, key.id, for_whom)?;
        let by = RecordKey { kind, id: found, ..key };
        Some((words.kept_back)(&record_title(&messages.share, plan, by)))
    })?
}

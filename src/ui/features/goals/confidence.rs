//! How confident both sides are of a goal: the reader's own scale for the moment that is due, and what both have said
//! at each moment, in dots and in words.

use leptos::prelude::*;

use super::goal_words::today;
use crate::crdt::InOrder;
use crate::domain::{Bond, Kind, Moment, Plan, RecordId, Role};
use crate::store::Store;
use crate::ui::components::{DotRow, Scale, Section};
use crate::ui::features::audience::audience_button::AudienceButton;
use crate::ui::features::audience::audience_mark::AudienceMark;
use crate::ui::words::{name_of, say, say_by, use_store};

/// What is read to know who said what.
const KINDS: [Kind; 4] = [Kind::Rating, Kind::Goal, Kind::Plan, Kind::Person];

/// What one person says of a goal at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The rating.
    pub id: RecordId,
    /// Who.
    pub author: Option<RecordId>,
    /// Their part in the mentorship.
    pub role: Role,
    /// When in the course.
    pub moment: Moment,
    /// From 1 to 5.
    pub rating: i64,
}

/// What everybody said of a goal, oldest first, those of one moment with the student first.
pub fn said_of(plan: &Plan, goal: RecordId) -> Vec<Said> {
    let mut all: Vec<Said> = plan
        .ratings_of(goal)
        .into_iter()
        .filter_map(|rating| {
            let role = plan.person(rating.author?)?.role;
            let (id, author, moment) = (rating.id, rating.author, rating.moment);
            Some(Said { id, author, role, moment, rating: rating.rating })
        })
        .collect();
    all.order_by(|a, b| (a.moment, a.role).cmp(&(b.moment, b.role)));
    all
}

/// What one person said, in words: `you 3 of 5`.
pub fn said_words(store: Store, said: &Said) -> String {
    (store.messages().goals.rated)(&name_of(store, said.author), said.rating)
}

/// The confidence in a goal.
#[component]
pub fn Confidence(
    /// The goal.
    goal: RecordId,
) -> impl IntoView {
    let store = use_store();
    let today = today(store);
    let said =
        Memo::new(move |_| store.plan(&KINDS, |_, plan| said_of(plan, goal)).unwrap_or_default());
    let due = Memo::new(move |_| {
        let (day, offset) = today.get();
        let due = store
            .plan(&KINDS, |id, plan| Some(plan.moment_due(&plan.card(id)?, goal, day, offset)));
        due.flatten().unwrap_or(Moment::Start)
    });
    let moments = move || {
        let has = |moment: &Moment| said.with(|all| all.iter().any(|one| one.moment == *moment));
        Moment::ALL.into_iter().filter(has).collect::<Vec<_>>()
    };
    view! {
        <Section title=say(store, |m| m.goals.confidence)>
            <OwnScale goal due said />
            <For each=moments key=|moment| *moment let:moment>
                <AtMoment moment said />
            </For>
        </Section>
    }
}

/// The reader's own scale; nothing for somebody who is neither the student nor a mentor.
#[component]
fn OwnScale(goal: RecordId, due: Memo<Moment>, said: Memo<Vec<Said>>) -> impl IntoView {
    let store = use_store();
    let role = Memo::new(move |_| {
        let me = store.me()?;
        store.plan(&[Kind::Person], |_, plan| plan.person(me).map(|person| person.role)).flatten()
    });
    let has_scale = Memo::new(move |_| matches!(role.get(), Some(Role::Student | Role::Mentor)));
    let question = move || {
        let words = store.messages();
        let asks = match role.get() {
            Some(Role::Mentor) => words.goals.how_sure_mentor,
            _ => words.goals.how_sure,
        };
        format!("{} · {asks}", (words.closing.at)(due.get()))
    };
    let own = move || {
        let me = store.me();
        said.with(|all| {
            let mine = |one: &&Said| one.moment == due.get() && one.author == me && me.is_some();
            all.iter().find(mine).map(|one| one.rating)
        })
    };
    let rate = move |rating: i64| {
        let (plan, moment) = untrack(|| (store.open_plan_id(), due.get()));
        // A refusal is said in the notice.
        let _outcome =
            plan.map(|plan| store.apply(Bond::Rate { goal, moment, rating }.within(plan)));
    };
    view! {
        <Show when=move || has_scale.get()>
            <Scale
                label=Signal::derive(question)
                low=say(store, |m| m.closing.low)
                high=say(store, |m| m.closing.high)
                step=Signal::derive(own)
                on_choose=rate
            />
        </Show>
    }
}

/// What both sides said at one moment.
#[component]
fn AtMoment(moment: Moment, said: Memo<Vec<Said>>) -> impl IntoView {
    let store = use_store();
    let rows = move || {
        let of_it = |one: &Said| (one.moment == moment).then_some(*one);
        let found = said.with(|all| all.iter().filter_map(of_it).collect::<Vec<_>>());
        let row = |one: Said| view! { <Dots said=one /> }.into_any();
        found.into_iter().map(row).collect_view()
    };
    view! {
        <div class="confidence">
            <h3 class="confidence__moment">
                {say_by(store, move |m| (m.closing.at)(moment))}
            </h3>
            {rows}
        </div>
    }
}

/// What one person said, in dots and in words, and who sees it.
#[component]
fn Dots(said: Said) -> impl IntoView {
    let store = use_store();
    let words = move || said_words(store, &said);
    let key = store.key_of(Kind::Rating, said.id);
    view! {
        <div class="spread">
            <DotRow step=Signal::derive(move || Some(said.rating)) words=Signal::derive(words) />
            <div class="row-ends">{key.map(|key| view! { <AudienceButton key /> })}</div>
        </div>
        {key.map(|key| view! { <AudienceMark key /> })}
    }
}

/// What each side said last, on one line; nothing where nobody has said anything.
#[component]
pub fn LatestConfidence(
    /// The goal.
    goal: RecordId,
) -> impl IntoView {
    let store = use_store();
    let said = Memo::new(move |_| {
        let all = store.plan(&KINDS, |_, plan| {
            let mut latest: Vec<Said> = Vec::new();
            for rating in plan.ratings_of(goal) {
                let role = rating.author.and_then(|author| plan.person(author)).map(|one| one.role);
                let Some(role) = role else { continue };
                let (id, author, moment) = (rating.id, rating.author, rating.moment);
                latest.retain(|one| one.author != author);
                latest.push(Said { id, author, role, moment, rating: rating.rating });
            }
            latest.order_by(|a, b| a.role.cmp(&b.role));
            latest
        });
        all.unwrap_or_default()
    });
    let student = move || {
        let found = said.with(|all| all.iter().find(|one| one.role == Role::Student).copied());
        found.map(|one| one.rating)
    };
    let words = move || {
        let all = said.get();
        let each = all.iter().map(|one| said_words(store, one));
        each.collect::<Vec<_>>().join(" · ")
    };
    let is_said = Memo::new(move |_| said.with(|all| !all.is_empty()));
    view! {
        <Show when=move || is_said.get()>
            <DotRow step=Signal::derive(student) words=Signal::derive(words) />
        </Show>
    }
}

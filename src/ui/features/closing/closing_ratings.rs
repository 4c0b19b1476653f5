//! The same confidences once more: each goal with what was said of it before, and the scale for today.

use leptos::prelude::*;

use crate::domain::{Bond, Confidence, GoalState, Kind, Moment, Plan, RecordId, Role};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{Card, Mark, Scale};
use crate::ui::features::feedback::feedback_words::my_role;
use crate::ui::words::{category_mark, name_of, say, say_by, use_store};

/// The goals to be rated at the end, each in a card.
#[component]
pub fn ClosingRatings() -> impl IntoView {
    let store = use_store();
    let goals = Memo::new(move |_| {
        let read = |plan: &Plan| {
            let is_pursued =
                |id: &RecordId| plan.goal(*id).is_some_and(|it| it.state != GoalState::SetAside);
            let mut goals = plan.goals_in_order();
            goals.retain(is_pursued);
            goals
        };
        store.plan(&[Kind::Goal], |_, plan| read(plan)).unwrap_or_default()
    });
    let why = say_by(store, move |m| match my_role(store) {
        Role::Mentor => m.closing.rate_mentor,
        _ => m.closing.rate_student,
    });
    view! {
        <Show
            when=move || goals.with(|goals| !goals.is_empty())
            fallback=move || {
                view! { <p class="muted prose">{say(store, |m| m.closing.no_goals)}</p> }
            }
        >
            <p class="muted prose">{move || why.get()}</p>
            <div class="stack">
                <For each=move || goals.get() key=|id| *id let:goal>
                    <GoalRating goal />
                </For>
            </div>
        </Show>
    }
}

/// What was said of one goal.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    title: String,
    mark: Mark,
    /// At each moment at which anybody said something: the moment, and what who said.
    before: Vec<(&'static str, String)>,
    mine: Option<i64>,
}

/// One goal: what was said before, the other side beside, and the scale for today.
#[component]
fn GoalRating(goal: RecordId) -> impl IntoView {
    let store = use_store();
    let said = Memo::new(move |_| read(store, goal));
    let title = Signal::derive(move || said.get().map(|said| said.title).unwrap_or_default());
    let mark = Signal::derive(move || said.get().map(|said| said.mark));
    let step = Memo::new(move |_| said.with(|said| said.as_ref().and_then(|said| said.mine)));
    let before = move || {
        let line = |(moment, words): (&'static str, String)| {
            view! {
                <div class="closing-ratings__moment">
                    <dt class="muted">{moment}</dt>
                    <dd>{words}</dd>
                </div>
            }
        };
        said.get().map(|said| said.before.into_iter().map(line).collect_view())
    };
    let rate = move |rating: i64| {
        if let Some(plan) = untrack(|| store.open_plan_id()) {
            // What stands in the way is said by the store's notice.
            let _outcome =
                store.apply(Bond::Rate { goal, moment: Moment::End, rating }.within(plan));
        }
    };
    view! {
        <Card mark title href=Route::Goal(goal).to_string()>
            <dl class="closing-ratings">{before}</dl>
            <div class="closing-ratings__now">
                <Scale
                    label=say(store, |m| m.closing.now)
                    low=say(store, |m| m.closing.low)
                    high=say(store, |m| m.closing.high)
                    step
                    on_choose=rate
                />
            </div>
        </Card>
    }
}

fn read(store: Store, goal: RecordId) -> Option<Said> {
    let me = store.me();
    let words = store.messages().closing;
    let kinds = [Kind::Goal, Kind::Rating, Kind::Person];
    let found = store.plan(&kinds, |_, plan| {
        let read = plan.goal(goal)?;
        let moments = [Moment::Start, Moment::Mid, Moment::End];
        let confidences = moments.map(|moment| (moment, plan.confidence(goal, moment)));
        let mut ratings = plan.ratings_of(goal).into_iter();
        let mine = ratings.rfind(|one| one.moment == Moment::End && one.author == me);
        let people = [Role::Student, Role::Mentor].map(|role| sole(plan, role));
        Some((read, confidences, mine.map(|one| one.rating), people))
    });
    let (read, confidences, mine, people) = found.flatten()?;
    let my_role = my_role(store);
    let line = |(moment, at): (Moment, Confidence)| {
        let steps = [(Role::Student, at.student, people[0]), (Role::Mentor, at.mentor, people[1])];
        // One's own of today is what the scale shows.
        let is_shown = |role: Role| !(moment == Moment::End && role == my_role);
        let parts: Vec<String> = steps
            .into_iter()
            .filter(|(role, _, _)| is_shown(*role))
            .filter_map(|(role, step, person)| {
                let who = match person {
                    Some(person) => name_of(store, Some(person)),
                    None => (store.messages().common.role)(role).to_lowercase(),
                };
                Some((words.said)(&who, step?))
            })
            .collect();
        (!parts.is_empty()).then(|| ((words.at)(moment), parts.join(", ")))
    };
    Some(Said {
        title: read.title,
        mark: category_mark(store, read.category),
        before: confidences.into_iter().filter_map(line).collect(),
        mine,
    })
}

/// The only person with a role; none where there are several, or nobody.
fn sole(plan: &Plan, role: Role) -> Option<RecordId> {
    let mut people = plan.people().into_iter().filter(|person| person.role == role);
    let first = people.next()?;
    people.next().is_none().then_some(first.id)
}

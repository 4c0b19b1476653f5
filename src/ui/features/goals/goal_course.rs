//! How far a goal, or all of them, has come: a small picture, and the same in words.

use leptos::prelude::*;

use super::confidence::said_of;
use super::goal_row::GoalsAtGlance;
use super::goal_words::{tasks_words, today};
use crate::domain::{Course, CourseSpan, GoalStatus, Kind, RecordId, Role};
use crate::store::Store;
use crate::ui::components::below::a_frame_after;
use crate::ui::components::{CoursePicture, Picture, ProgressBar, Section, Shape};
use crate::ui::words::{name_of, say, use_store};

/// What a picture is made of.
const KINDS: [Kind; 5] = [Kind::Task, Kind::Goal, Kind::Rating, Kind::Plan, Kind::Person];
/// The order in which goals are counted by how they stand.
const COUNTED: [GoalStatus; 5] = [
    GoalStatus::Overdue,
    GoalStatus::AtRisk,
    GoalStatus::OnTrack,
    GoalStatus::Met,
    GoalStatus::SetAside,
];
/// How confidence is told apart in the picture: by whose it is.
const SHAPES: [(Role, Shape); 2] = [(Role::Student, Shape::Circle), (Role::Mentor, Shape::Square)];

/// How far one goal has come; nothing where there are neither tasks nor ratings.
#[component]
pub fn GoalCourse(
    /// The goal.
    goal: RecordId,
) -> impl IntoView {
    let store = use_store();
    let drawn = course_memo(store, Some(goal));
    let said = Memo::new(move |_| {
        let all = store.plan(&KINDS, |_, plan| said_of(plan, goal)).unwrap_or_default();
        let of_role = |(role, shape): (Role, Shape)| {
            let own: Vec<_> = all.iter().filter(|one| one.role == role).collect();
            let who = name_of(store, own.first()?.author);
            Some((shape, who, own.iter().map(|one| one.rating).collect::<Vec<i64>>()))
        };
        SHAPES.into_iter().filter_map(of_role).collect::<Vec<_>>()
    });
    let keys = move || {
        let words = store.messages().goals;
        let key =
            |(shape, who, _): &(Shape, String, Vec<i64>)| (*shape, (words.confidence_of)(who));
        said.with(|said| said.iter().map(key).collect::<Vec<_>>())
    };
    let words = move || {
        let course = drawn.with(|drawn| drawn.as_ref().map(|(course, _)| course.tasks()));
        let mut parts = vec![tasks_words(store, course.unwrap_or_default())];
        said.with(|said| {
            for (_, who, ratings) in said {
                parts.push((store.messages().goals.trail)(who, ratings));
            }
        });
        parts.join(" · ")
    };
    view! {
        <Show when=move || drawn.with(Option::is_some)>
            <Section title=say(store, |m| m.goals.course)>
                <CoursePicture
                    picture=picture_of(store, drawn)
                    label=say(store, |m| m.goals.course_label)
                    words=Signal::derive(words)
                    ends=ends_of(store, drawn)
                    keys=Signal::derive(keys)
                />
            </Section>
        </Show>
    }
}

/// How far all goals have come over the weeks; nothing where there are no tasks.
#[component]
pub fn GoalsCourse() -> impl IntoView {
    let store = use_store();
    let drawn = course_memo(store, None);
    let words = move || {
        let tasks = drawn.with(|drawn| drawn.as_ref().map(|(course, _)| course.tasks()));
        tasks_words(store, tasks.unwrap_or_default())
    };
    view! {
        <Show when=move || drawn.with(Option::is_some)>
            <Section title=say(store, |m| m.goals.course)>
                <CoursePicture
                    picture=picture_of(store, drawn)
                    label=say(store, |m| m.goals.all_label)
                    words=Signal::derive(words)
                    ends=ends_of(store, drawn)
                />
            </Section>
        </Show>
    }
}

/// How all goals stand now: a bar of all tasks, and how many goals stand how.
#[component]
pub fn GoalsNow(
    /// How it stands with every goal.
    glance: GoalsAtGlance,
) -> impl IntoView {
    let store = use_store();
    let course = course_memo(store, None);
    let tasks = Memo::new(move |_| {
        course.with(|drawn| drawn.as_ref().map(|(course, _)| course.tasks())).unwrap_or_default()
    });
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let words = move || {
        let words = store.messages();
        let counts = glance.standings.with(|all| {
            COUNTED.map(|status| all.values().filter(|(one, _)| *one == status).count())
        });
        let part = |(status, count): (GoalStatus, usize)| {
            (count > 0).then(|| format!("{}: {count}", (words.paper.status)(status)))
        };
        COUNTED.into_iter().zip(counts).filter_map(part).collect::<Vec<_>>().join(" · ")
    };
    view! {
        <div class="goal-course">
            <Show when=move || { tasks.get().of > 0 }>
                <ProgressBar
                    done=Signal::derive(move || count(tasks.get().done))
                    total=Signal::derive(move || count(tasks.get().of))
                    words=Signal::derive(move || tasks_words(store, tasks.get()))
                />
            </Show>
            <p class="muted small">{words}</p>
        </div>
    }
}

type Drawn = Memo<Option<(Course, CourseSpan)>>;

/// The course of a goal, or of all, with the days of its picture; `None` where there is nothing to draw.
/// What a picture shows: one frame later than what was just ticked or added shows itself.
fn course_memo(store: Store, goal: Option<RecordId>) -> Drawn {
    let today = today(store);
    let late = a_frame_after(move || {
        let _followed = store.plan(&KINDS, |_, _| ());
    });
    Memo::new(move |_| {
        late.track();
        let (day, offset) = today.get();
        let found = untrack(|| {
            store.plan(&KINDS, |id, plan| {
                let course = match goal {
                    Some(goal) => plan.course_of(goal, offset),
                    None => plan.course(offset),
                };
                let span = course.span(&plan.card(id)?, day);
                let is_something = !course.points.is_empty() || !course.ratings.is_empty();
                is_something.then_some((course, span))
            })
        });
        found.flatten()
    })
}

fn picture_of(store: Store, drawn: Drawn) -> Signal<Picture> {
    let today = today(store);
    Signal::derive(move || {
        let (day, _) = today.get();
        drawn.with(|drawn| {
            drawn.as_ref().map(|(course, span)| draw(course, span, day)).unwrap_or_default()
        })
    })
}

fn draw(course: &Course, span: &CourseSpan, today: chrono::NaiveDate) -> Picture {
    let share = |done: usize, of: usize| done as f64 / of.max(1) as f64;
    let step = |point: &crate::domain::CoursePoint| {
        (span.share(point.day), share(point.tasks.done, point.tasks.of))
    };
    let trail = |(role, shape): (Role, Shape)| {
        let own = course.ratings.iter().filter(|point| point.role == role);
        let spot = |point: &crate::domain::RatingPoint| {
            (span.share(point.day), (point.rating - 1) as f64 / 4.0)
        };
        (shape, own.map(spot).collect::<Vec<_>>())
    };
    Picture {
        stair: course.points.iter().map(step).collect(),
        trails: SHAPES.map(trail).into_iter().filter(|(_, spots)| !spots.is_empty()).collect(),
        today: span.share(today),
    }
}

/// The first and the last day of a picture.
fn ends_of(store: Store, drawn: Drawn) -> Signal<[String; 2]> {
    Signal::derive(move || {
        let day = |day| store.locale().full_date(day);
        let ends = |(_, span): &(Course, CourseSpan)| [day(span.from), day(span.until)];
        drawn.with(|drawn| drawn.as_ref().map(ends)).unwrap_or_default()
    })
}

//! A small picture of how something came along: how much of it was done, as a stair, and what people said, as marks.
//! Everything in it is a share from 0 to 1, across and up. The same stands below it in words.

use leptos::prelude::*;

/// The size of the drawing, and how far what is drawn keeps from its edges.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 96.0;
const EDGE: f64 = 8.0;

/// A place in the picture: across and up, each from 0 to 1.
pub type Spot = (f64, f64);

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// How much was done from when on. The last holds until today.
    pub stair: Vec<Spot>,
    /// What people said, each with a shape of their own.
    pub trails: Vec<(Shape, Vec<Spot>)>,
    /// Where today is, across.
    pub today: f64,
}

/// The shape of what one person said. Shapes tell people apart where colors do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A filled circle.
    Circle,
    /// A hollow square.
    Square,
}

impl Shape {
    const fn word(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Square => "square",
        }
    }

    /// The shape around a place, as the `d` of a path.
    fn around(self, (x, y): Spot) -> String {
        match self {
            Self::Circle => format!("M{} {y}a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", x - 5.0),
            Self::Square => format!("M{} {}h12v12h-12z", x - 6.0, y - 6.0),
        }
    }
}

/// The picture, what its shapes mean, its first and its last day, and the same in words.
#[component]
pub fn CoursePicture(
    /// What is drawn.
    #[prop(into)]
    picture: Signal<Picture>,
    /// What it is a picture of.
    #[prop(into)]
    label: Signal<String>,
    /// The same in words.
    #[prop(into)]
    words: Signal<String>,
    /// The first and the last day.
    #[prop(into)]
    ends: Signal<[String; 2]>,
    /// What each shape means.
    #[prop(optional, into)]
    keys: Signal<Vec<(Shape, String)>>,
) -> impl IntoView {
    let line = move || picture.with(|picture| stair(picture).0);
    let ground = move || picture.with(|picture| stair(picture).1);
    let today = move || {
        let (x, _) = picture.with(|picture| at((picture.today, 0.0)));
        format!("M{x} {EDGE}V{}", HEIGHT - EDGE)
    };
    let trails = move || picture.with(|picture| picture.trails.iter().map(trail).collect_view());
    let base = HEIGHT - EDGE;
    view! {
        <figure class="course-picture">
            <svg
                class="course-picture__drawing"
                role="img"
                aria-label=label
                viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                focusable="false"
            >
                <path class="course-picture__ground" d=ground />
                <path class="course-picture__base" d=format!("M0 {base}H{WIDTH}") />
                <path class="course-picture__today" d=today />
                <path class="course-picture__line" d=line />
                {trails}
            </svg>
            <p class="course-picture__ends">
                <span>{move || ends.with(|[first, _]| first.clone())}</span>
                <span>{move || ends.with(|[_, last]| last.clone())}</span>
            </p>
            <figcaption class="course-picture__words">
                <ul class="course-picture__keys" role="list">
                    {move || keys.get().into_iter().map(key).collect_view()}
                </ul>
                <p>{words}</p>
            </figcaption>
        </figure>
    }
}

/// What one shape means.
fn key((shape, words): (Shape, String)) -> AnyView {
    view! {
        <li class="course-picture__key">
            <svg class="course-picture__mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <path data-shape=shape.word() d=shape.around((8.0, 8.0)) />
            </svg>
            <span>{words}</span>
        </li>
    }
    .into_any()
}

/// What one person said: a thin line through their marks.
fn trail((shape, spots): &(Shape, Vec<Spot>)) -> AnyView {
    let word = shape.word();
    let through = spots.iter().map(|spot| at(*spot)).enumerate().map(|(number, (x, y))| {
        let pen = if number == 0 { 'M' } else { 'L' };
        format!("{pen}{x} {y}")
    });
    let through: String = through.collect();
    let marks = spots.iter().map(|spot| {
        view! { <path class="course-picture__said" data-shape=word d=shape.around(at(*spot)) /> }
    });
    view! {
        <path class="course-picture__trail" data-shape=word d=through />
        {marks.collect_view()}
    }
    .into_any()
}

/// The stair as a line, and the ground under it.
fn stair(picture: &Picture) -> (String, String) {
    let Some(first) = picture.stair.first() else { return <_>::default() };
    let (x, y) = at(*first);
    let mut line = format!("M{x} {y}");
    for spot in picture.stair.iter().skip(1) {
        let (x, y) = at(*spot);
        line.push_str(&format!("H{x}V{y}"));
    }
    let last = picture.stair.last().map_or(0.0, |(across, _)| *across);
    line.push_str(&format!("H{}", at((picture.today.max(last), 0.0)).0));
    let ground = format!("{line}V{}H{x}z", HEIGHT - EDGE);
    (line, ground)
}

/// Where a place is drawn, in whole units: more would not be seen.
fn at((across, up): Spot) -> Spot {
    let within = |share: f64, length: f64| share * (length - 2.0 * EDGE);
    ((EDGE + within(across, WIDTH)).round(), (HEIGHT - EDGE - within(up, HEIGHT)).round())
}

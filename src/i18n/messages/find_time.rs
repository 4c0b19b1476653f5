//! Times that suit both sides, and why others do not.

use crate::domain::{Bar, Ground, RestSort};

/// Times that suit both sides, and why others do not. A name of `None` is the reader.
#[derive(Clone, Copy, Debug)]
pub struct FindTimeMessages {
    /// The heading, and what leads to the page.
    pub title: &'static str,
    /// The choice of how long.
    pub length: &'static str,
    /// The choice of when.
    pub within: &'static str,
    /// What is left of this week.
    pub this_week: &'static str,
    /// The week after.
    pub next_week: &'static str,
    /// The next two weeks.
    pub two_weeks: &'static str,
    /// The heading of the times that suit.
    pub good: &'static str,
    /// What a tap on one does.
    pub pick: &'static str,
    /// None suits.
    pub none: &'static str,
    /// The reader has written down no shifts.
    pub no_shifts: &'static str,
    /// Somebody has not said when they have no time.
    pub not_told: fn(&str) -> String,
    /// Somebody's time is known until some day.
    pub told_until: fn(&str, &str) -> String,
    /// The reader and somebody have time.
    pub both: fn(&str) -> String,
    /// More than two people have time.
    pub all: &'static str,
    /// The reader has time; of the others nothing is known.
    pub only_me: &'static str,
    /// What speaks for or against a time.
    pub ground: fn(Ground, Option<&str>) -> String,
    /// The reader does not work that day; of the others nothing is known.
    pub my_day_off: &'static str,
    /// The heading of judging a time.
    pub judge: &'static str,
    /// What judging is for.
    pub judge_hint: &'static str,
    /// The time is good.
    pub suits: fn(&str) -> String,
    /// The time is not good.
    pub does_not: fn(&str) -> String,
    /// It has passed.
    pub passed: &'static str,
    /// It is more than two months away.
    pub far: &'static str,
    /// Why a time cannot be: the bar, who, and until when or which meeting.
    pub bar: fn(Bar, Option<&str>, &str) -> String,
    /// Makes a time a meeting.
    pub schedule: fn(&str) -> String,
    /// Makes the nearest good time a meeting instead.
    pub instead: fn(&str) -> String,
    /// What such a meeting is called.
    pub meeting_title: &'static str,
}

pub(super) const EN: FindTimeMessages = FindTimeMessages {
    title: "Find a time",
    length: "How long",
    within: "When",
    this_week: "This week",
    next_week: "Next week",
    two_weeks: "Next two weeks",
    good: "Good times, best first",
    pick: "Tap one to schedule it. You can change it or undo it afterwards.",
    none: "No time suits in these days. Try a shorter meeting, or more days.",
    no_shifts: "You have not typed your shifts, so these times know nothing of your work.",
    not_told: |name| {
        format!("{name} has not shared when they are busy. Ask before you count on it.")
    },
    told_until: |name, until| format!("{name} has shared busy times until {until}."),
    both: |name| format!("You and {name} are free"),
    all: "Everyone is free",
    only_me: "You are free",
    ground: |ground, name| match (ground, name) {
        (Ground::OutsideHours { .. }, _) => "before 08:00 or after 20:00".to_owned(),
        (Ground::DaysAway(days), _) => match days.abs() {
            1 => "1 day from the usual day".to_owned(),
            days => format!("{days} days from the usual day"),
        },
        (Ground::BetweenNights { .. }, None) => "between two of your nights".to_owned(),
        (Ground::BetweenNights { .. }, Some(name)) => format!("between two nights of {name}"),
        (Ground::BeforeShift { .. }, None) => "right before your shift".to_owned(),
        (Ground::BeforeShift { .. }, Some(name)) => format!("right before {name}’s shift"),
        (Ground::AfterShift { .. }, None) => "right after your shift".to_owned(),
        (Ground::AfterShift { .. }, Some(name)) => format!("right after {name}’s shift"),
        (Ground::DayOff, _) => "nobody works that day".to_owned(),
        (Ground::Usual, _) => "your usual day and hour".to_owned(),
    },
    my_day_off: "you do not work that day",
    judge: "Why not another time?",
    judge_hint: "Pick a day and an hour, and read what stands in the way.",
    suits: |time| format!("{time} works."),
    does_not: |time| format!("{time} is not a good time."),
    passed: "That time has passed.",
    far: "That is more than two months away.",
    bar: |bar, name, what| match (bar, name) {
        (Bar::Outside, _) => "It lies outside the days you chose.".to_owned(),
        (Bar::OnShift { .. }, None) => format!("You are on shift until {what}."),
        (Bar::OnShift { .. }, Some(name)) => format!("{name} is on shift until {what}."),
        (Bar::AtRest { sort, .. }, name) => {
            let who = name.map_or_else(
                || "These are your hours".to_owned(),
                |name| format!("These are {name}’s hours"),
            );
            match sort {
                RestSort::AfterNight => {
                    format!("{who} of sleep after a night shift, until {what}.")
                }
                RestSort::BeforeNight => format!("{who} of rest before a night shift at {what}."),
                RestSort::BeforeEarly => format!("{who} of sleep before an early shift at {what}."),
            }
        }
        (Bar::Meeting { .. }, _) if what.is_empty() => "There is another meeting then.".to_owned(),
        (Bar::Meeting { .. }, _) => format!("There is another meeting then: {what}."),
        (Bar::Told { .. }, None) => format!("You have shared that you are busy until {what}."),
        (Bar::Told { .. }, Some(name)) => format!("{name} is busy until {what}."),
        (Bar::AtNight { .. }, _) => "It is night: meetings are from 06:00 to 22:00.".to_owned(),
    },
    schedule: |time| format!("Schedule {time}"),
    instead: |time| format!("Schedule {time} instead"),
    meeting_title: "Mentor meeting",
};

pub(super) const ES: FindTimeMessages = FindTimeMessages {
    title: "Buscar una hora",
    length: "Cuánto dura",
    within: "Cuándo",
    this_week: "Esta semana",
    next_week: "La próxima semana",
    two_weeks: "Próximas dos semanas",
    good: "Horas buenas, las mejores primero",
    pick: "Toca una para programarla. Después puedes cambiarla o deshacerla.",
    none: "Ninguna hora sirve en estos días. Prueba una reunión más corta, o más días.",
    no_shifts: "No has escrito tus turnos, así que estas horas no saben nada de tu trabajo.",
    not_told: |name| {
        format!(
            "{name} no ha compartido sus horas ocupadas. Pregúntale antes de contar con la hora."
        )
    },
    told_until: |name, until| format!("{name} compartió sus horas ocupadas hasta el {until}."),
    both: |name| format!("Tú y {name} tienen tiempo"),
    all: "Todo el grupo tiene tiempo",
    only_me: "Tú tienes tiempo",
    ground: |ground, name| match (ground, name) {
        (Ground::OutsideHours { .. }, _) => "antes de las 08:00 o después de las 20:00".to_owned(),
        (Ground::DaysAway(days), _) => match days.abs() {
            1 => "a 1 día del día de siempre".to_owned(),
            days => format!("a {days} días del día de siempre"),
        },
        (Ground::BetweenNights { .. }, None) => "entre dos de tus noches".to_owned(),
        (Ground::BetweenNights { .. }, Some(name)) => format!("entre dos noches de {name}"),
        (Ground::BeforeShift { .. }, None) => "justo antes de tu turno".to_owned(),
        (Ground::BeforeShift { .. }, Some(name)) => format!("justo antes del turno de {name}"),
        (Ground::AfterShift { .. }, None) => "justo después de tu turno".to_owned(),
        (Ground::AfterShift { .. }, Some(name)) => format!("justo después del turno de {name}"),
        (Ground::DayOff, _) => "nadie trabaja ese día".to_owned(),
        (Ground::Usual, _) => "el día y la hora de siempre".to_owned(),
    },
    my_day_off: "no trabajas ese día",
    judge: "¿Por qué no a otra hora?",
    judge_hint: "Elige un día y una hora, y lee qué lo impide.",
    suits: |time| format!("{time} sirve."),
    does_not: |time| format!("{time} no es buena hora."),
    passed: "Esa hora ya pasó.",
    far: "Faltan más de dos meses para eso.",
    bar: |bar, name, what| match (bar, name) {
        (Bar::Outside, _) => "Queda fuera de los días que elegiste.".to_owned(),
        (Bar::OnShift { .. }, None) => format!("Estás de turno hasta {what}."),
        (Bar::OnShift { .. }, Some(name)) => format!("{name} está de turno hasta {what}."),
        (Bar::AtRest { sort, .. }, name) => {
            let who = name
                .map_or_else(|| "Son tus horas".to_owned(), |name| format!("Son horas de {name}"));
            match sort {
                RestSort::AfterNight => {
                    format!("{who} de sueño después de un turno de noche, hasta {what}.")
                }
                RestSort::BeforeNight => {
                    format!("{who} de descanso antes de un turno de noche: {what}.")
                }
                RestSort::BeforeEarly => {
                    format!("{who} de sueño antes de un turno temprano: {what}.")
                }
            }
        }
        (Bar::Meeting { .. }, _) if what.is_empty() => "Ya hay otra reunión a esa hora.".to_owned(),
        (Bar::Meeting { .. }, _) => format!("Ya hay otra reunión a esa hora: {what}."),
        (Bar::Told { .. }, None) => format!("Compartiste que no tienes tiempo hasta {what}."),
        (Bar::Told { .. }, Some(name)) => format!("{name} no tiene tiempo hasta {what}."),
        (Bar::AtNight { .. }, _) => "Es de noche: las reuniones son de 06:00 a 22:00.".to_owned(),
    },
    schedule: |time| format!("Programar {time}"),
    instead: |time| format!("Programar mejor {time}"),
    meeting_title: "Reunión de mentoría",
};

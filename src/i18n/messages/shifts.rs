//! Shifts: the page of them, and typing them in.

use crate::domain::ShiftSort;

/// Shifts: the page of them, and typing them in.
#[derive(Clone, Copy, Debug)]
pub struct ShiftMessages {
    /// The heading.
    pub title: &'static str,
    /// What stands on an empty page.
    pub empty: &'static str,
    /// Why shifts help.
    pub empty_why: &'static str,
    /// Where shifts are, and who sees them.
    pub private: &'static str,
    /// Leads to the form for new shifts, and is its heading.
    pub add: &'static str,
    /// The heading of the shifts from a day on.
    pub from_day: fn(&str) -> String,
    /// There are none.
    pub none_from: &'static str,
    /// What a shift does to sleep.
    pub sort: fn(ShiftSort) -> &'static str,
    /// A day of a month, for assistive technology, with how many shifts begin on it.
    pub day_with: fn(&str, usize) -> String,
    /// The menu of a shift, by its time.
    pub menu: fn(&str) -> String,
    /// Deletes a shift.
    pub delete: &'static str,
    /// Deletes all shifts of a pattern: so many.
    pub delete_pattern: fn(usize) -> String,
    /// Deletes all shifts that came out of a calendar: so many.
    pub delete_calendar: fn(usize) -> String,
    /// What taking in a calendar again does to a shift that came out of it.
    pub from_calendar: &'static str,
    /// The heading of what others know.
    pub sharing: &'static str,
    /// Lets somebody know when the reader has no time.
    pub share: fn(&str) -> String,
    /// What is not told.
    pub share_line: &'static str,
    /// Stands for the others where they are several, or nobody yet.
    pub the_others: &'static str,
    /// Opens what somebody is told.
    pub told: fn(&str) -> String,
    /// Opens what somebody would be told.
    pub would_tell: fn(&str) -> String,
    /// What a block of time is, and how far the blocks reach.
    pub told_until: fn(&str) -> String,
    /// There is nothing to tell.
    pub nothing_to_tell: &'static str,
    /// Further blocks that are not listed.
    pub more_blocks: fn(usize) -> String,
    /// The choice of how shifts are written down.
    pub way: &'static str,
    /// By a pattern.
    pub pattern: &'static str,
    /// One alone.
    pub single: &'static str,
    /// Out of a file.
    pub file: &'static str,
    /// The choice of hours.
    pub hours: &'static str,
    /// Hours of the day.
    pub day_hours: &'static str,
    /// Hours of the evening.
    pub evening_hours: &'static str,
    /// Hours of the night.
    pub night_hours: &'static str,
    /// How long a shift is, in hours and minutes, and whether it ends on the next day.
    pub length: fn(i64, i64, bool) -> String,
    /// The choice of the days.
    pub rhythm: &'static str,
    /// So many days on and so many off.
    pub on_off: fn(u32, u32) -> String,
    /// The same weekdays every week.
    pub weekdays: &'static str,
    /// Another number of days.
    pub own_rhythm: &'static str,
    /// The days of the week.
    pub which_weekdays: &'static str,
    /// How many days on.
    pub days_on: &'static str,
    /// How many days off.
    pub days_off: &'static str,
    /// The first day.
    pub first: &'static str,
    /// That the first day is the first one on.
    pub first_hint: &'static str,
    /// The choice of how far a pattern goes.
    pub how_far: &'static str,
    /// Some weeks.
    pub by_weeks: &'static str,
    /// Until a day.
    pub by_day: &'static str,
    /// How many weeks.
    pub weeks: &'static str,
    /// The last day.
    pub last: &'static str,
    /// Where or what.
    pub what: &'static str,
    /// Who sees that, with an example.
    pub what_hint: &'static str,
    /// What will be written down: how many, the first and the last.
    pub preview: fn(usize, &str, &str) -> String,
    /// No day fits.
    pub no_day: &'static str,
    /// More than so many.
    pub too_many: fn(usize) -> String,
    /// The button that writes down so many.
    pub add_count: fn(usize) -> String,
    /// Something is missing.
    pub look_again: &'static str,
}

pub(super) const EN: ShiftMessages = ShiftMessages {
    title: "Shifts",
    empty: "When do you work?",
    empty_why: "Type your shifts once. Then the app finds meeting times that never fall into your \
                work, or into your sleep after a night.",
    private: "Your shifts stay on this device. When and where you work is in no file but your own \
              backup, unless you choose otherwise for a shift.",
    add: "Add shifts",
    from_day: |day| format!("From {day}"),
    none_from: "No shifts from this day on.",
    sort: |sort| match sort {
        ShiftSort::Day => "Day",
        ShiftSort::Early => "Early",
        ShiftSort::Night => "Night",
    },
    day_with: |day, count| match count {
        0 => format!("{day}, no shifts"),
        1 => format!("{day}, 1 shift"),
        count => format!("{day}, {count} shifts"),
    },
    menu: |time| format!("More for the shift {time}"),
    delete: "Delete this shift",
    delete_pattern: |count| format!("Delete all {count} of this pattern"),
    delete_calendar: |count| format!("Delete all {count} from the calendar"),
    from_calendar: "It came from a calendar. Taking that in again brings back the hours that stand there.",
    sharing: "What others know",
    share: |name| format!("Let {name} know when I am busy"),
    share_line: "Not where, and not why.",
    the_others: "the others",
    told: |name| format!("What {name} can see"),
    would_tell: |name| format!("What {name} would see"),
    told_until: |until| {
        format!(
            "Work and sleep are one block here. Nothing is said of the time after {until}. It \
             goes along with your next file, and follows your shifts until then."
        )
    },
    nothing_to_tell: "Nothing: you have no shifts from now on.",
    more_blocks: |count| format!("and {count} more"),
    way: "How",
    pattern: "Pattern",
    single: "One shift",
    file: "Calendar file",
    hours: "Hours",
    day_hours: "Days",
    evening_hours: "Evenings",
    night_hours: "Nights",
    length: |hours, minutes, is_next_day| {
        let long = match minutes {
            0 => format!("{hours} hours"),
            minutes => format!("{hours} h {minutes} min"),
        };
        if is_next_day { format!("{long}, until the next day") } else { long }
    },
    rhythm: "Which days",
    on_off: |on, off| format!("{on} on, {off} off"),
    weekdays: "Weekdays",
    own_rhythm: "Other",
    which_weekdays: "Days of the week",
    days_on: "Days on",
    days_off: "Days off",
    first: "First day",
    first_hint: "The pattern begins on this day.",
    how_far: "How far",
    by_weeks: "For some weeks",
    by_day: "Until a day",
    weeks: "Weeks",
    last: "Last day",
    what: "Where or what",
    what_hint: "If you like. Only you see it. For example: St. Mary, 4 East",
    preview: |count, first, last| match count {
        1 => format!("1 shift: {first}."),
        count => format!("{count} shifts. First: {first}. Last: {last}."),
    },
    no_day: "No day fits. Pick a weekday, or a later last day.",
    too_many: |limit| format!("At most {limit} shifts at a time. Choose fewer weeks."),
    add_count: |count| match count {
        0 => "Add shifts".to_owned(),
        1 => "Add 1 shift".to_owned(),
        count => format!("Add {count} shifts"),
    },
    look_again: "Something is missing above. What you typed is kept.",
};

pub(super) const ES: ShiftMessages = ShiftMessages {
    title: "Turnos",
    empty: "¿Cuándo trabajas?",
    empty_why: "Escribe tus turnos una vez. Así la aplicación encuentra horas de reunión que nunca \
                caen en tu trabajo ni en tu sueño después de una noche.",
    private: "Tus turnos se quedan en este dispositivo. Cuándo y dónde trabajas no va en ningún \
              archivo, solo en tu propio respaldo, a menos que elijas otra cosa para un turno.",
    add: "Agregar turnos",
    from_day: |day| format!("Desde el {day}"),
    none_from: "No hay turnos desde este día.",
    sort: |sort| match sort {
        ShiftSort::Day => "Día",
        ShiftSort::Early => "Temprano",
        ShiftSort::Night => "Noche",
    },
    day_with: |day, count| match count {
        0 => format!("{day}, sin turnos"),
        1 => format!("{day}, 1 turno"),
        count => format!("{day}, {count} turnos"),
    },
    menu: |time| format!("Más para el turno {time}"),
    delete: "Borrar este turno",
    delete_pattern: |count| format!("Borrar los {count} de este patrón"),
    delete_calendar: |count| format!("Borrar los {count} del calendario"),
    from_calendar: "Vino de un calendario. Si lo agregas de nuevo, vuelven las horas que dice ahí.",
    sharing: "Lo que saben los demás",
    share: |name| format!("Avisar a {name} de mis horas ocupadas"),
    share_line: "Sin decir dónde ni por qué.",
    the_others: "los demás",
    told: |name| format!("Lo que ve {name}"),
    would_tell: |name| format!("Lo que vería {name}"),
    told_until: |until| {
        format!(
            "Aquí el trabajo y el sueño son un solo bloque. No se dice nada de lo que viene \
             después del {until}. Va con tu próximo archivo, y hasta entonces sigue a tus turnos."
        )
    },
    nothing_to_tell: "Nada: no tienes turnos de aquí en adelante.",
    more_blocks: |count| format!("y {count} más"),
    way: "Cómo",
    pattern: "Patrón",
    single: "Un turno",
    file: "Archivo de calendario",
    hours: "Horas",
    day_hours: "Días",
    evening_hours: "Tardes",
    night_hours: "Noches",
    length: |hours, minutes, is_next_day| {
        let long = match minutes {
            0 => format!("{hours} horas"),
            minutes => format!("{hours} h {minutes} min"),
        };
        if is_next_day { format!("{long}, hasta el día siguiente") } else { long }
    },
    rhythm: "Qué días",
    on_off: |on, off| format!("{on} sí, {off} no"),
    weekdays: "Días de la semana",
    own_rhythm: "Otro",
    which_weekdays: "Cuáles",
    days_on: "Días de trabajo",
    days_off: "Días libres",
    first: "Primer día",
    first_hint: "El patrón empieza este día.",
    how_far: "Hasta cuándo",
    by_weeks: "Unas semanas",
    by_day: "Hasta un día",
    weeks: "Semanas",
    last: "Último día",
    what: "Dónde o qué",
    what_hint: "Si quieres. Solo tú lo ves. Por ejemplo: St. Mary, 4 Este",
    preview: |count, first, last| match count {
        1 => format!("1 turno: {first}."),
        count => format!("{count} turnos. Primero: {first}. Último: {last}."),
    },
    no_day: "Ningún día cae ahí. Elige un día de la semana o un último día más tarde.",
    too_many: |limit| format!("Como máximo {limit} turnos a la vez. Elige menos semanas."),
    add_count: |count| match count {
        0 => "Agregar turnos".to_owned(),
        1 => "Agregar 1 turno".to_owned(),
        count => format!("Agregar {count} turnos"),
    },
    look_again: "Falta algo arriba. Lo que escribiste se conserva.",
};

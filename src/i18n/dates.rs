//! How dates and times are written. Clocks run to 24 hours, as on a ward.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::locale::Locale;

const EN_DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const ES_DAYS: [&str; 7] = ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"];
const EN_WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const ES_WEEKDAYS: [&str; 7] =
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
const EN_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const ES_MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

impl Locale {
    /// The short names of the weekdays, from Monday.
    pub fn weekdays(self) -> &'static [&'static str; 7] {
        match self {
            Self::English => &EN_DAYS,
            Self::Spanish => &ES_DAYS,
        }
    }

    /// How many days after Monday a calendar's week begins: 6, Sunday, in the United States.
    pub fn week_begins(self) -> u32 {
        6
    }

    /// The short names of the weekdays, in the order of a calendar's columns.
    pub fn weekday_columns(self) -> [&'static str; 7] {
        let mut names = *self.weekdays();
        names.rotate_left(self.week_begins() as usize % 7);
        names
    }

    /// Which of a calendar's seven columns a day stands in, counted from 0.
    pub fn column(self, day: NaiveDate) -> u32 {
        (day.weekday().num_days_from_monday() + 7 - self.week_begins()) % 7
    }

    /// The name of a month, as within a sentence.
    pub fn month_name(self, day: NaiveDate) -> &'static str {
        let names = match self {
            Self::English => &EN_MONTHS,
            Self::Spanish => &ES_MONTHS,
        };
        names.get(day.month0() as usize).copied().unwrap_or_default()
    }

    /// A month and its year, as a heading: `November 2026`, `Noviembre de 2026`.
    pub fn month(self, day: NaiveDate) -> String {
        let name = self.month_name(day);
        match self {
            Self::English => format!("{name} {}", day.year()),
            Self::Spanish => {
                let mut letters = name.chars();
                let first = letters.next().map(|c| c.to_uppercase().to_string());
                format!("{}{} de {}", first.unwrap_or_default(), letters.as_str(), day.year())
            }
        }
    }

    /// A day with its weekday: `Thu 26 Nov`, `jue 26 nov`.
    pub fn day(self, day: NaiveDate) -> String {
        let weekday = self.weekdays().get(day.weekday().num_days_from_monday() as usize);
        format!("{} {}", weekday.copied().unwrap_or_default(), self.date(day))
    }

    /// The name of a day's weekday, as within a sentence: `Thursday`, `jueves`.
    pub fn weekday(self, day: NaiveDate) -> &'static str {
        let names = match self {
            Self::English => &EN_WEEKDAYS,
            Self::Spanish => &ES_WEEKDAYS,
        };
        names.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or_default()
    }

    /// A day in full words: `Thursday 26 November`, `jueves 26 de noviembre`.
    pub fn long_day(self, day: NaiveDate) -> String {
        let of = match self {
            Self::English => "",
            Self::Spanish => "de ",
        };
        let weekday = self.weekday(day);
        format!("{weekday} {} {of}{}", day.day(), self.month_name(day))
    }

    /// A day of this or another year: `26 Nov`, `26 nov`.
    pub fn date(self, day: NaiveDate) -> String {
        let month: String = self.month_name(day).chars().take(3).collect();
        format!("{} {month}", day.day())
    }

    /// A day with its year: `26 Nov 2026`.
    pub fn full_date(self, day: NaiveDate) -> String {
        format!("{} {}", self.date(day), day.year())
    }

    /// A time of day: `15:30`.
    pub fn time(self, time: NaiveTime) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// A day and a time: `Thu 26 Nov 15:30`.
    pub fn moment(self, moment: NaiveDateTime) -> String {
        format!("{} {}", self.day(moment.date()), self.time(moment.time()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_readers_expect() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let moment = day.and_hms_opt(4, 5, 0).unwrap();
        assert_eq!(Locale::English.moment(moment), "Thu 26 Nov 04:05");
        assert_eq!(Locale::Spanish.moment(moment), "jue 26 nov 04:05");
        assert_eq!(Locale::Spanish.month(day), "Noviembre de 2026");
        assert_eq!(Locale::English.month(day), "November 2026");
        assert_eq!(Locale::English.long_day(day), "Thursday 26 November");
        assert_eq!(Locale::Spanish.long_day(day), "jueves 26 de noviembre");
    }

    #[test]
    fn a_day_stands_under_the_name_of_its_weekday() {
        for locale in Locale::ALL {
            let columns = locale.weekday_columns();
            assert_eq!(columns[0], locale.weekdays()[6], "weeks begin on Sunday");
            for number in 1..=30 {
                let day = NaiveDate::from_ymd_opt(2026, 11, number).unwrap();
                let name = columns[locale.column(day) as usize];
                assert!(locale.day(day).starts_with(name), "{day}");
            }
        }
    }
}

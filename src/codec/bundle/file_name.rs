//! What a bundle's file is called.

use chrono::NaiveDate;

/// The most characters of the title that go into a file's name.
const LONGEST: usize = 40;

/// The name of a bundle's file, from the plan's title and the day: `ana-week-plan-2026-11-22.steadyhand.json`.
///
/// It is made of small ASCII letters, digits, hyphens and two dots, so that every file system, mail
/// program and shell passes it on as it is.
pub fn file_name(title: &str, date: NaiveDate) -> String {
    format!("{}.steadyhand.json", dated_name(title, date))
}

/// The same without an end, for files of another kind.
pub fn dated_name(title: &str, date: NaiveDate) -> String {
    let mut name = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(plain) => name.push_str(plain),
            None if letter.is_ascii_alphanumeric() => name.push(letter),
            // An accent written as a character of its own belongs to the letter before it.
            None if ('\u{300}'..='\u{36f}').contains(&letter) => {}
            None if name.is_empty() || name.ends_with('-') => {}
            None => name.push('-'),
        }
        if name.len() >= LONGEST {
            break;
        }
    }
    let title = match name.trim_end_matches('-') {
        "" => "plan",
        title => title,
    };
    format!("{title}-{}", date.format("%Y-%m-%d"))
}

/// The name of a backup's file, from the day: `steadyhand-backup-2026-11-22.steadyhand.json`.
pub fn backup_file_name(date: NaiveDate) -> String {
    file_name("steadyhand backup", date)
}

/// The ASCII letters nearest to a small Latin letter with an accent.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' | 'ª' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' | 'º' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    #[test]
    fn a_title_becomes_a_name() {
        for (title, expected) in [
            ("Ana: week plan", "ana-week-plan"),
            ("Año de Flebotomía — Nuñez", "ano-de-flebotomia-nunez"),
            ("e\u{301}tude", "etude"),
            ("Nguyễn Thị Ánh", "nguyen-thi-anh"),
            ("../../etc/passwd", "etc-passwd"),
            ("採血", "plan"),
            ("", "plan"),
            ("CON", "con"),
        ] {
            let expected = format!("{expected}-2026-11-22.steadyhand.json");
            assert_eq!(file_name(title, day()), expected, "{title}");
        }
    }

    proptest! {
        #[test]
        fn every_name_is_safe(title: String) {
            let name = file_name(&title, day());
            prop_assert!(name.len() < 80, "{}", name);
            let stem = name.strip_suffix("-2026-11-22.steadyhand.json");
            let stem = stem.expect("the name ends with the day and the type");
            prop_assert!(!stem.is_empty());
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            prop_assert!(stem.chars().all(plain), "{}", stem);
            prop_assert!(!stem.starts_with('-') && !stem.ends_with('-'));
        }
    }
}

//! The words for days and times that people type, German and English, shared by schedules and dates.

use chrono::{NaiveTime, Weekday};

/// Text in lower case, cut into words; umlauts are spelt out, so that "nächste" and "naechste" are one.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut plain = text.to_lowercase();
    for (from, to) in [
        ("a\u{308}", "ae"),
        ("o\u{308}", "oe"),
        ("u\u{308}", "ue"),
        ("ä", "ae"),
        ("ö", "oe"),
        ("ü", "ue"),
        ("ß", "ss"),
    ] {
        plain = plain.replace(from, to);
    }
    plain
        .split(|letter: char| letter.is_whitespace() || letter == ',')
        .map(
            |word| {
                if word.starts_with(|c: char| c.is_ascii_digit()) {
                    word.into()
                } else {
                    word.replace('.', "")
                }
            },
        )
        .filter(|word: &String| !word.is_empty())
        .collect()
}

/// The day of the week that a word names ("Mo", "montags", "Thurs").
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" | "mondays" | "mo" | "montag" | "montags" => Weekday::Mon,
        "tue" | "tues" | "tuesday" | "tuesdays" | "di" | "dienstag" | "dienstags" => Weekday::Tue,
        "wed" | "wednesday" | "wednesdays" | "mi" | "mittwoch" | "mittwochs" => Weekday::Wed,
        "thu" | "thur" | "thurs" | "thursday" | "thursdays" | "do" | "donnerstag" | "donnerstags" => {
            Weekday::Thu
        }
        "fri" | "friday" | "fridays" | "fr" | "freitag" | "freitags" => Weekday::Fri,
        "sat" | "saturday" | "saturdays" | "sa" | "samstag" | "samstags" | "sonnabend" | "sonnabends" => {
            Weekday::Sat
        }
        "sun" | "sunday" | "sundays" | "so" | "sonntag" | "sonntags" => Weekday::Sun,
        _ => return None,
    })
}

/// A small number, in digits or as a word.
pub(crate) fn count(word: &str) -> Option<u32> {
    Some(match word {
        "a" | "an" | "one" | "ein" | "eine" | "einem" | "einer" => 1,
        "two" | "zwei" => 2,
        "three" | "drei" => 3,
        "four" | "vier" => 4,
        "five" | "fuenf" => 5,
        "six" | "sechs" => 6,
        "seven" | "sieben" => 7,
        "eight" | "acht" => 8,
        "nine" | "neun" => 9,
        "ten" | "zehn" => 10,
        "eleven" | "elf" => 11,
        "twelve" | "zwoelf" => 12,
        digits => return digits.parse().ok(),
    })
}

/// What stands at the head of some words, seen as a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeRead {
    /// It is not a time.
    No,
    /// It is written as a time that no clock shows ("25:00", "14 pm").
    Impossible,
    /// A time, and how many words it took.
    Time(NaiveTime, usize),
}

/// Reads a time of day from the head of `words`: "9:00", "14 Uhr", "9 Uhr 30", "9.30 Uhr", "2pm", "2:30 pm", "um 9".
pub(crate) fn time_of_day(words: &[String]) -> TimeRead {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    match word(0) {
        "noon" | "midday" | "mittags" => return TimeRead::Time(at(12, 0), 1),
        "at" | "um" => {
            return match after_preposition(&words[1..], word(0) == "um") {
                TimeRead::Time(time, used) => TimeRead::Time(time, used + 1),
                other => other,
            };
        }
        _ => {}
    }
    bare_time(words, false, false)
}

fn after_preposition(words: &[String], german: bool) -> TimeRead {
    if let Some("noon" | "midday") = words.first().map(String::as_str) {
        return TimeRead::Time(at(12, 0), 1);
    }
    bare_time(words, true, german)
}

/// `hour_alone`: a bare number counts as an hour. `german`: "am" after the number is a preposition.
fn bare_time(words: &[String], hour_alone: bool, german: bool) -> TimeRead {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let digits_end =
        word(0).find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.')).unwrap_or(word(0).len());
    let (number, glued) = word(0).split_at(digits_end);
    if number.is_empty() {
        return TimeRead::No;
    }
    let (unit, mut used) = if glued.is_empty() { (word(1), 2) } else { (glued, 1) };
    let unit = unit.replace('.', "");
    let half = match unit.as_str() {
        "am" if !german => Half::Morning,
        "pm" => Half::Afternoon,
        "uhr" | "o'clock" | "oclock" | "h" => Half::Day,
        _ if glued.is_empty() => {
            used = 1;
            Half::Unsaid
        }
        _ => return TimeRead::No,
    };
    let (hours, mut minutes) = match number.split_once([':', '.']) {
        Some((hours, minutes)) => (hours, Some(minutes)),
        None => (number, None),
    };
    let unmarked = half == Half::Unsaid && !number.contains(':') && !(hour_alone && minutes.is_none());
    if unmarked || minutes.is_some_and(|m| m.contains(['.', ':'])) || hours.is_empty() {
        return TimeRead::No;
    }
    if half == Half::Day && minutes.is_none() && is_two_digits(word(used)) {
        minutes = Some(word(used));
        used += 1;
    }
    let minute = match minutes {
        None => Some(0),
        Some(text) if is_two_digits(text) => text.parse().ok(),
        Some(_) => None,
    };
    let time = hours
        .parse()
        .ok()
        .and_then(|hour| half.on_24_hours(hour))
        .zip(minute)
        .and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0));
    time.map_or(TimeRead::Impossible, |time| TimeRead::Time(time, used))
}

fn is_two_digits(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

/// How the hour was meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
    Day,
    Unsaid,
}

impl Half {
    fn on_24_hours(self, hour: u32) -> Option<u32> {
        match self {
            Half::Day | Half::Unsaid => Some(hour),
            Half::Morning => (1..=12).contains(&hour).then_some(hour % 12),
            Half::Afternoon => (1..=12).contains(&hour).then_some(hour % 12 + 12),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> TimeRead {
        time_of_day(&words(text))
    }

    #[test]
    fn times_are_read_as_both_languages_write_them() {
        for (text, hour, minute, used) in [
            ("9:00", 9, 0, 1),
            ("09:05", 9, 5, 1),
            ("14 Uhr", 14, 0, 2),
            ("14uhr", 14, 0, 1),
            ("9 Uhr 30", 9, 30, 3),
            ("9.30 Uhr", 9, 30, 2),
            ("9:30 Uhr morgen", 9, 30, 2),
            ("2pm", 14, 0, 1),
            ("2:30 pm", 14, 30, 2),
            ("2:30 p.m.", 14, 30, 2),
            ("12am", 0, 0, 1),
            ("12 pm", 12, 0, 2),
            ("um 9", 9, 0, 2),
            ("um 12 am Donnerstag", 12, 0, 2),
            ("at 14:15", 14, 15, 2),
            ("noon", 12, 0, 1),
        ] {
            assert_eq!(read(text), TimeRead::Time(at(hour, minute), used), "{text}");
        }
    }

    #[test]
    fn times_that_no_clock_shows_are_impossible_and_other_words_are_no_times() {
        for text in ["25:00", "9:60", "9:5", "14pm", "0 am", "24 Uhr"] {
            assert_eq!(read(text), TimeRead::Impossible, "{text}");
        }
        for text in ["", "9", "9.30", "3.12.", "3.12.2026", "Montag", "3/12", "9x"] {
            assert_eq!(read(text), TimeRead::No, "{text}");
        }
    }

    #[test]
    fn words_ignore_case_commas_and_the_way_an_umlaut_is_written() {
        assert_eq!(words("Nächste  Woche, Di."), ["naechste", "woche", "di"]);
        assert_eq!(words("u\u{308}bermorgen"), ["uebermorgen"]);
    }
}

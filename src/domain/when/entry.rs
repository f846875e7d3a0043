//! From the words that were typed to the parts of a date. What they mean on which day is decided in `when.rs`.

use chrono::Duration;

use super::{FARTHEST_DAYS, Heard, Week, WhenError, Written};
use crate::domain::spoken::{self, TimeRead};

/// Cuts a text into the parts of a date.
pub(super) fn hear(text: &str) -> Result<Heard, WhenError> {
    let words = split_iso(spoken::words(text));
    if words.is_empty() {
        return Err(WhenError::Empty);
    }
    let mut heard = Heard::default();
    let mut rest = &words[..];
    while !rest.is_empty() {
        let used = match spoken::time_of_day(rest) {
            TimeRead::Impossible => return Err(WhenError::ImpossibleTime),
            TimeRead::Time(time, used) => {
                once(&mut heard.time, time)?;
                used
            }
            TimeRead::No => heard.take(rest)?,
        };
        rest = &rest[used..];
    }
    Ok(heard)
}

/// "2026-12-03T14:30" is a date and a time.
fn split_iso(words: Vec<String>) -> Vec<String> {
    let mut split = Vec::with_capacity(words.len());
    for word in words {
        match word.split_once('t') {
            Some((date, time)) if date.len() == 10 && iso(date).is_some() => {
                split.extend([date.to_string(), time.to_string()]);
            }
            _ => split.push(word),
        }
    }
    split
}

/// Fills a part that may be given once.
fn once<T>(part: &mut Option<T>, value: T) -> Result<(), WhenError> {
    if part.replace(value).is_some() { Err(WhenError::Contradictory) } else { Ok(()) }
}

impl Heard {
    /// Takes something that is no time of day from the head of the words, and says how many words it was.
    fn take(&mut self, words: &[String]) -> Result<usize, WhenError> {
        let word = |at: usize| words.get(at).map_or("", String::as_str);
        if let Some(weekday) = spoken::weekday(word(0)) {
            once(&mut self.weekday, weekday)?;
            return Ok(1);
        }
        if let Some(week) = named_week(word(0)) {
            if matches!(word(1), "week" | "woche") {
                once(&mut self.week, week)?;
                return Ok(2);
            }
            return if spoken::weekday(word(1)).is_some() { Ok(1) } else { Err(unknown(word(0))) };
        }
        let days = match word(0) {
            "today" | "heute" => Some(0),
            "tomorrow" | "morgen" => Some(1),
            "uebermorgen" => Some(2),
            _ => None,
        };
        if let Some(days) = days {
            once(&mut self.date, Written::InDays(days))?;
            return Ok(1);
        }
        match word(0) {
            "in" if word(1) == "the" => Ok(2),
            "in" => self.take_distance(word(1), word(2)).map(|()| 3),
            "day" if word(1) == "after" && word(2) == "tomorrow" => {
                once(&mut self.date, Written::InDays(2)).map(|()| 3)
            }
            "on" | "the" | "of" | "am" | "den" | "der" | "dem" | "by" | "until" | "till" | "bis" | "zum" => {
                Ok(1)
            }
            _ => {
                let (written, used) = date_at_head(words).ok_or_else(|| unknown(word(0)))?;
                once(&mut self.date, written).map(|()| used)
            }
        }
    }

    /// "in drei Tagen", "in 2 weeks".
    fn take_distance(&mut self, number: &str, unit: &str) -> Result<(), WhenError> {
        let number =
            spoken::count(number).ok_or_else(|| unknown(if number.is_empty() { "in" } else { number }))?;
        if i64::from(number) > FARTHEST_DAYS {
            return Err(WhenError::TooFar);
        }
        let days = u64::from(number);
        match unit {
            "day" | "days" | "tag" | "tage" | "tagen" => once(&mut self.date, Written::InDays(days)),
            "week" | "weeks" | "woche" | "wochen" => once(&mut self.date, Written::InDays(days * 7)),
            "month" | "months" | "monat" | "monate" | "monaten" => {
                once(&mut self.date, Written::InMonths(number))
            }
            "hour" | "hours" | "stunde" | "stunden" | "h" => {
                once(&mut self.after, Duration::hours(number.into()))
            }
            "minute" | "minutes" | "min" | "minuten" => {
                once(&mut self.after, Duration::minutes(number.into()))
            }
            other => Err(unknown(other)),
        }
    }
}

fn unknown(word: &str) -> WhenError {
    WhenError::UnknownWord(word.into())
}

fn named_week(word: &str) -> Option<Week> {
    match word {
        "next" | "coming" | "naechste" | "naechster" | "naechsten" | "kommende" | "kommender"
        | "kommenden" => Some(Week::Next),
        "this" | "diese" | "dieser" | "diesen" => Some(Week::This),
        _ => None,
    }
}

/// A written date, and how many words it took.
fn date_at_head(words: &[String]) -> Option<(Written, usize)> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    if let Some(written) = iso(word(0)).or_else(|| dotted(word(0))).or_else(|| slashed(word(0))) {
        return Some((written, 1));
    }
    // "3. Dezember", "December 3rd", "the 3rd of December", each perhaps with a year.
    let (day, month, used) = match (month(word(0)), month(word(1)), month(word(2))) {
        (Some(month), ..) => (day_number(word(1))?, month, 2),
        (_, Some(month), _) => (day_number(word(0))?, month, 2),
        (_, _, Some(month)) if word(1) == "of" => (day_number(word(0))?, month, 3),
        _ => return None,
    };
    Some(match word(used).parse() {
        Ok(year @ 1000..=9999) => (Written::Full { year, month, day }, used + 1),
        _ => (Written::Yearless { month, day }, used),
    })
}

fn iso(word: &str) -> Option<Written> {
    let separator = if word.contains('-') { '-' } else { '/' };
    let parts: Vec<&str> = word.split(separator).collect();
    let [year, month, day] = parts[..] else { return None };
    (year.len() == 4).then_some(())?;
    Some(Written::Full { year: number(year)?.cast_signed(), month: number(month)?, day: number(day)? })
}

fn dotted(word: &str) -> Option<Written> {
    let parts: Vec<&str> = word.split('.').collect();
    match parts[..] {
        [day, month, ""] | [day, month] => {
            Some(Written::Yearless { month: number(month)?, day: number(day)? })
        }
        [day, month, year] => {
            Some(Written::Full { year: year_of(year)?, month: number(month)?, day: number(day)? })
        }
        _ => None,
    }
}

fn slashed(word: &str) -> Option<Written> {
    let parts: Vec<&str> = word.split('/').collect();
    let (first, second, year) = match parts[..] {
        [first, second] => (first, second, None),
        [first, second, year] => (first, second, Some(year_of(year)?)),
        _ => return None,
    };
    Some(Written::Slashed { first: number(first)?, second: number(second)?, year })
}

/// Digits alone; `parse` would take a sign as well.
fn number(text: &str) -> Option<u32> {
    (text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn year_of(text: &str) -> Option<i32> {
    let year = number(text)?.cast_signed();
    match text.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

fn day_number(word: &str) -> Option<u32> {
    let digits =
        ["st", "nd", "rd", "th", "."].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    number(digits).filter(|_| digits.len() <= 2)
}

pub(crate) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "january" | "jan" | "januar" | "jaenner" => 1,
        "february" | "feb" | "februar" => 2,
        "march" | "mar" | "maerz" | "mrz" => 3,
        "april" | "apr" => 4,
        "may" | "mai" => 5,
        "june" | "jun" | "juni" => 6,
        "july" | "jul" | "juli" => 7,
        "august" | "aug" => 8,
        "september" | "sep" | "sept" => 9,
        "october" | "oct" | "oktober" | "okt" => 10,
        "november" | "nov" => 11,
        "december" | "dec" | "dezember" | "dez" => 12,
        _ => return None,
    })
}

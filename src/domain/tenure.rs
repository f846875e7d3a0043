//! How long somebody has been in the company, as people type it: a length ("18 months", „2 Jahre“) or a month
//! ("03/2024", „März 2024“, "2024"). What is kept is the month in which they joined.

use chrono::{Datelike as _, Months, NaiveDate};

use super::spoken::{count, words};
use super::when::month;

/// The longest time in a company that is taken for one, in months (decision: a working life).
const LONGEST: u32 = 12 * 60;

/// The first day of the month in which somebody joined, from what they typed; `None` when it cannot be understood, or
/// lies ahead.
#[must_use]
pub fn read(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    // A comma between digits is a decimal one.
    let mut words = words(&typed.replace(',', "."));
    words.retain(|word| {
        !matches!(word.as_str(), "seit" | "since" | "for" | "ca" | "about" | "etwa" | "und" | "and" | "im")
    });
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let since = match words.as_slice() {
        [one] => numeric(one).or_else(|| back(today, length(&[one])?))?,
        [name, year] if month(name).is_some() => first_of(full_year(year)?, month(name)?)?,
        more => back(today, length(more)?)?,
    };
    let long_ago = back(today, LONGEST)?;
    (since <= today && since >= long_ago).then_some(since)
}

fn first_of(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)
}

fn full_year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|year| text.len() == 4 && *year >= 1_900)
}

fn back(today: NaiveDate, months: u32) -> Option<NaiveDate> {
    today.with_day(1)?.checked_sub_months(Months::new(months))
}

/// `03/2024`, `2024-03`, `3.2024`, or a year alone, which means its January.
fn numeric(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [year] => first_of(full_year(year)?, 1),
        [one, two] => match (full_year(one), full_year(two)) {
            (Some(year), None) => first_of(year, two.parse().ok()?),
            (None, Some(year)) => first_of(year, one.parse().ok()?),
            _ => None,
        },
        _ => None,
    }
}

/// A length in months: "18 months", "1 year 6 months", "2,5 Jahre", "18M" is not one.
fn length(words: &[&str]) -> Option<u32> {
    let mut months = 0;
    let glued: Vec<&str>;
    let words = if let [one] = words {
        let split = one.find(char::is_alphabetic)?;
        glued = vec![&one[..split], &one[split..]];
        &glued
    } else {
        words
    };
    for pair in words.chunks(2) {
        let [number, unit] = pair else { return None };
        let unit = match *unit {
            "month" | "months" | "monat" | "monate" | "monaten" => 1,
            "year" | "years" | "jahr" | "jahre" | "jahren" => 12,
            _ => return None,
        };
        months += match (count(number), number.replace(',', ".").parse::<f64>()) {
            (Some(number), _) => number.checked_mul(unit)?,
            (None, Ok(number)) if (0.0..=720.0).contains(&number) => halves(number)? * unit / 2,
            _ => return None,
        };
    }
    (!words.is_empty() && months <= LONGEST).then_some(months)
}

/// A number of halves; `None` for finer ones.
fn halves(number: f64) -> Option<u32> {
    let halves = (number * 2.0).round();
    ((halves - number * 2.0).abs() < f64::EPSILON).then(|| {
        // Checked by the caller: 0 to 1,440.
        (0..=1_440).find(|whole| f64::from(*whole) >= halves).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn since(typed: &str) -> Option<String> {
        read(typed, "2026-11-28".parse().unwrap()).map(|day| day.to_string())
    }

    #[test]
    fn lengths_and_months_are_understood_in_both_languages() {
        for (typed, day) in [
            ("18 months", "2025-05-01"),
            ("18 Monate", "2025-05-01"),
            ("seit 18 Monaten", "2025-05-01"),
            ("2 years", "2024-11-01"),
            ("zwei Jahre", "2024-11-01"),
            ("1 Jahr 6 Monate", "2025-05-01"),
            ("1 year and 6 months", "2025-05-01"),
            ("1.5 years", "2025-05-01"),
            ("2,5 Jahre", "2024-05-01"),
            ("ca. 30 Jahre", "1996-11-01"),
            ("0 months", "2026-11-01"),
            ("6months", "2026-05-01"),
            ("03/2024", "2024-03-01"),
            ("3.2024", "2024-03-01"),
            ("2024-03", "2024-03-01"),
            ("März 2024", "2024-03-01"),
            ("since March 2024", "2024-03-01"),
            ("2019", "2019-01-01"),
        ] {
            assert_eq!(since(typed).as_deref(), Some(day), "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_in_a_company_is_not_guessed() {
        for typed in
            ["", "long", "18", "13/2024", "12/2026", "2027", "99 Jahre", "-3 months", "18 Wochen", "1/2/2024"]
        {
            assert_eq!(since(typed), None, "{typed}");
        }
    }
}

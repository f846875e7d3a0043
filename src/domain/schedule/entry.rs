//! Between what people say and cron: words to an expression, an expression back to a structure that a view can say.

use chrono::{NaiveTime, Timelike, Weekday};

use super::{ScheduleError, SpokenSchedule};
use crate::domain::spoken::{self, TimeRead};

const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

const WORKDAYS: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

fn name(day: Weekday) -> &'static str {
    NAMES[day.num_days_from_monday() as usize]
}

/// Brings the weekday field to names from Mon to Sun; a range over the weekend ("Sat-Mon") becomes a list, because the
/// crate counts from Sunday and would refuse it.
pub(super) fn weekday_field(field: &str) -> Result<String, ScheduleError> {
    if field == "*" || field == "?" {
        return Ok("*".into());
    }
    if field.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(ScheduleError::NumericWeekday);
    }
    let day = |text: &str| spoken::weekday(&text.to_lowercase()).ok_or(ScheduleError::Malformed);
    let mut days = [false; 7];
    for part in field.split(',') {
        let (from, to) = match part.split_once('-') {
            Some((from, to)) => (day(from)?, day(to)?),
            None => (day(part)?, day(part)?),
        };
        let mut current = from;
        while current != to {
            days[current.num_days_from_monday() as usize] = true;
            current = current.succ();
        }
        days[to.num_days_from_monday() as usize] = true;
    }
    if days == [true, true, true, true, true, false, false] {
        return Ok("Mon-Fri".into());
    }
    Ok(NAMES
        .iter()
        .zip(days)
        .filter(|(_, chosen)| *chosen)
        .map(|(name, _)| *name)
        .collect::<Vec<_>>()
        .join(","))
}

/// What has been understood so far of a spoken schedule.
#[derive(Default)]
struct Heard {
    every: bool,
    nth: Option<u8>,
    date: Option<u8>,
    weekdays: Vec<Weekday>,
    daily: bool,
    of_month: bool,
    time: Option<NaiveTime>,
}

/// Turns words into a cron expression.
pub(super) fn to_cron(text: &str) -> Result<String, ScheduleError> {
    let words = spoken::words(text);
    let mut heard = Heard::default();
    let mut rest = &words[..];
    while let Some(word) = rest.first() {
        let used = match spoken::time_of_day(rest) {
            TimeRead::Impossible => return Err(ScheduleError::ImpossibleTime),
            TimeRead::Time(_, _) if heard.time.is_some() => return Err(ScheduleError::Contradictory),
            TimeRead::Time(time, used) => {
                heard.time = Some(time);
                used
            }
            TimeRead::No => {
                heard.take(word, rest.get(1).map_or("", String::as_str))?;
                1
            }
        };
        rest = &rest[used..];
    }
    heard.into_cron()
}

impl Heard {
    fn take(&mut self, word: &str, next: &str) -> Result<(), ScheduleError> {
        if let Some(day) = spoken::weekday(word) {
            if !self.weekdays.contains(&day) {
                self.weekdays.push(day);
            }
            return Ok(());
        }
        match word {
            "every" | "each" | "jede" | "jeden" | "jeder" | "jedes" | "jeweils" | "immer" => {
                // "every month" says of which month, not how often a week.
                if matches!(next, "month" | "monat" | "monats") {
                    self.of_month = true;
                } else {
                    self.every = true;
                }
            }
            "other" | "alternate" | "alle" | "fortnight" | "fortnightly" | "biweekly" | "vierzehntaegig"
            | "14-taegig" | "zweiwoechentlich" => return Err(ScheduleError::EveryOther),
            "last" | "letzter" | "letzten" | "letzte" | "letztem" => return Err(ScheduleError::LastOfMonth),
            "weekday" | "weekdays" | "workday" | "workdays" | "werktag" | "werktags" | "wochentag"
            | "wochentags" | "arbeitstag" | "arbeitstags" => self.weekdays.extend(WORKDAYS),
            "day" | "daily" | "tag" | "taeglich" => self.daily = true,
            "month" | "monat" | "monats" | "monthly" | "monatlich" => self.of_month = true,
            "week" | "weekly" | "woche" | "woechentlich" => self.every = true,
            "on" | "the" | "of" | "in" | "im" | "am" | "den" | "der" | "des" | "and" | "und" => {}
            other => {
                let nth = nth(other).ok_or_else(|| ScheduleError::UnknownWord(other.into()))?;
                // "15. jeden Monats" is a date, "1. Montag" and "first and third" are not.
                if self.nth.is_some() || self.date.is_some() {
                    return Err(ScheduleError::Contradictory);
                }
                if spoken::weekday(next).is_some() { self.nth = Some(nth) } else { self.date = Some(nth) }
            }
        }
        Ok(())
    }

    fn into_cron(self) -> Result<String, ScheduleError> {
        let kinds = [self.daily, !self.weekdays.is_empty(), self.date.is_some()];
        if kinds.iter().filter(|kind| **kind).count() > 1 {
            return Err(ScheduleError::Contradictory);
        }
        if self.nth.is_some() && self.weekdays.len() > 1 {
            return Err(ScheduleError::Contradictory);
        }
        if self.every && !self.of_month && self.nth.or(self.date).is_some_and(|nth| nth > 1) {
            return Err(ScheduleError::EveryOther);
        }
        if !kinds.contains(&true) || self.of_month && !self.weekdays.is_empty() && self.nth.is_none() {
            return Err(ScheduleError::MissingDay);
        }
        let time = self.time.ok_or(ScheduleError::MissingTime)?;
        let days = match (self.nth, self.date) {
            (Some(nth @ 1..=4), _) => format!("{}-{}", nth * 7 - 6, nth * 7),
            (None, Some(date @ 1..=28)) => date.to_string(),
            (None, None) => "*".into(),
            _ => return Err(ScheduleError::NotInEveryMonth),
        };
        let weekdays = match &self.weekdays[..] {
            [] => "*".into(),
            days => days.iter().map(|day| name(*day)).collect::<Vec<_>>().join(","),
        };
        Ok(format!("{} {} {days} * {weekdays}", time.minute(), time.hour()))
    }
}

/// "first", "3rd", "2.", "zweiten": which one of the month.
fn nth(word: &str) -> Option<u8> {
    let spelt = match word {
        "first" | "erster" | "ersten" | "erste" => 1,
        "second" | "zweiter" | "zweiten" | "zweite" => 2,
        "third" | "dritter" | "dritten" | "dritte" => 3,
        "fourth" | "vierter" | "vierten" | "vierte" => 4,
        "fifth" | "fuenfter" | "fuenften" | "fuenfte" => 5,
        _ => 0,
    };
    if spelt > 0 {
        return Some(spelt);
    }
    let digits = ["st", "nd", "rd", "th", "."].iter().find_map(|ending| word.strip_suffix(ending))?;
    digits.parse().ok().filter(|date| (1..=31).contains(date))
}

/// Recognises the expressions that words lead to; everything else stays an expression.
pub(super) fn spoken(cron: &str) -> SpokenSchedule {
    recognise(cron).unwrap_or_else(|| SpokenSchedule::Cron(cron.into()))
}

fn recognise(cron: &str) -> Option<SpokenSchedule> {
    let fields: Vec<&str> = cron.split(' ').collect();
    let [minute, hour, day, "*", weekdays] = fields[..] else { return None };
    let time = NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)?;
    if day == "*" {
        return Some(match weekdays {
            "*" => SpokenSchedule::Daily { time },
            "Mon-Fri" => SpokenSchedule::Workdays { time },
            list => SpokenSchedule::Weekly {
                weekdays: list
                    .split(',')
                    .map(|day| spoken::weekday(&day.to_lowercase()))
                    .collect::<Option<_>>()?,
                time,
            },
        });
    }
    if weekdays == "*" {
        let day = day.parse().ok().filter(|day| (1..=28).contains(day))?;
        return Some(SpokenSchedule::MonthlyDay { day, time });
    }
    let nth = match day {
        "1-7" => 1,
        "8-14" => 2,
        "15-21" => 3,
        "22-28" => 4,
        _ => return None,
    };
    Some(SpokenSchedule::MonthlyNth { nth, weekday: spoken::weekday(&weekdays.to_lowercase())?, time })
}

//! Time zones, and the one way in which a local wall-clock time becomes an instant.
//!
//! Two nights a year are odd: in spring an hour of the clock does not exist, in autumn one exists twice. Everything
//! that is said in local time (schedules, due dates, quiet hours, the ends of periods) goes through [`to_utc`], so
//! that the whole house answers alike: a time that does not exist means the moment the clock jumps, a time that
//! exists twice means its first run.

use chrono::{DateTime, Duration, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

/// A zone name that is not in the tz database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownZone {
    /// The zone whose city has the given name, if there is one: "Berlin" suggests Europe/Berlin.
    pub did_you_mean: Option<Tz>,
}

/// Reads the name of a zone of the tz database, in any case ("europe/berlin").
///
/// # Errors
/// [`UnknownZone`], with a suggestion where only the city was given.
pub fn parse(name: &str) -> Result<Tz, UnknownZone> {
    let name = name.trim().replace(' ', "_");
    if let Some(zone) = TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(&name)) {
        return Ok(*zone);
    }
    let city = name.rsplit('/').next().unwrap_or_default();
    let did_you_mean = TZ_VARIANTS
        .iter()
        .find(|zone| zone.name().rsplit_once('/').is_some_and(|(_, its)| its.eq_ignore_ascii_case(city)));
    Err(UnknownZone { did_you_mean: did_you_mean.copied() })
}

/// The instant of a local time. A time in the spring gap means the moment the clock jumps (02:30 is 03:00), a time
/// in the autumn fold its first run.
#[must_use]
pub fn to_utc(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let mut probe = local;
    // The longest gap on record is the day that Samoa left out in 2011.
    for _ in 0..=26 * 60 {
        match zone.from_local_datetime(&probe) {
            LocalResult::Single(at) => return at.with_timezone(&Utc),
            LocalResult::Ambiguous(first, _) => return first.with_timezone(&Utc),
            LocalResult::None => probe += Duration::minutes(1),
        }
    }
    local.and_utc()
}

/// Whether the clock on the wall leaves this local time out, or shows it twice.
#[must_use]
pub fn is_odd(local: NaiveDateTime, zone: Tz) -> bool {
    !matches!(zone.from_local_datetime(&local), LocalResult::Single(_))
}

/// What the clock on the wall shows in this zone.
#[must_use]
pub fn to_local(at: DateTime<Utc>, zone: Tz) -> NaiveDateTime {
    at.with_timezone(&zone).naive_local()
}

/// The first instant of a local day (which is 01:00 where the clock jumps at midnight).
#[must_use]
pub fn start_of_day(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    to_utc(day.and_time(NaiveTime::MIN), zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn a_zone_is_found_in_any_case_and_an_unknown_one_is_refused() {
        assert_eq!(parse(" europe/berlin "), Ok(Tz::Europe__Berlin));
        assert_eq!(parse("America/New York"), Ok(Tz::America__New_York));
        assert_eq!(parse("Mars/Olympus"), Err(UnknownZone { did_you_mean: None }));
        assert_eq!(parse(""), Err(UnknownZone { did_you_mean: None }));
    }

    #[test]
    fn a_city_alone_is_refused_with_a_suggestion() {
        assert_eq!(parse("Berlin"), Err(UnknownZone { did_you_mean: Some(Tz::Europe__Berlin) }));
        assert_eq!(parse("Germany/Berlin"), Err(UnknownZone { did_you_mean: Some(Tz::Europe__Berlin) }));
    }

    #[test]
    fn a_missing_time_means_the_jump_and_a_double_one_its_first_run() {
        let berlin = Tz::Europe__Berlin;
        assert_eq!(to_utc(local("2027-03-28 02:30"), berlin).to_rfc3339(), "2027-03-28T01:00:00+00:00");
        assert_eq!(to_utc(local("2027-10-31 02:30"), berlin).to_rfc3339(), "2027-10-31T00:30:00+00:00");
    }

    #[test]
    fn a_day_without_midnight_begins_at_one() {
        let day = NaiveDate::from_ymd_opt(2024, 3, 31).unwrap();
        assert_eq!(start_of_day(day, Tz::Asia__Beirut).to_rfc3339(), "2024-03-30T22:00:00+00:00");
    }

    #[test]
    fn a_day_that_a_country_left_out_is_the_next_one() {
        let apia = Tz::Pacific__Apia;
        assert_eq!(to_utc(local("2011-12-30 12:00"), apia), to_utc(local("2011-12-31 00:00"), apia));
    }
}

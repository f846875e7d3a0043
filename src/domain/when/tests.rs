use super::*;

const BERLIN: Tz = Tz::Europe__Berlin;

/// Saturday, 21 November 2026, 19:16 in Berlin.
fn now() -> DateTime<Utc> {
    "2026-11-21T18:16:00Z".parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What was understood, as the wall clock in Berlin shows it, or why not.
fn heard_at(text: &str, now: DateTime<Utc>) -> String {
    match read(text, now, BERLIN) {
        Ok(When::Day(day)) => day.to_string(),
        Ok(When::Moment(at)) => zone::to_local(at, BERLIN).format("%Y-%m-%d %H:%M").to_string(),
        Err(error) => format!("{error:?}"),
    }
}

fn heard(text: &str) -> String {
    heard_at(text, now())
}

#[test]
fn dates_are_read_as_both_languages_write_them() {
    for (text, expected) in [
        ("3.12.", "2026-12-03"),
        ("3.12", "2026-12-03"),
        ("03.12.", "2026-12-03"),
        ("3.12. 14:30", "2026-12-03 14:30"),
        ("3.12., 14.30 Uhr", "2026-12-03 14:30"),
        ("am 3.12. um 14 Uhr", "2026-12-03 14:00"),
        ("3.12.2026", "2026-12-03"),
        ("3.12.27", "2027-12-03"),
        ("2026-12-03", "2026-12-03"),
        ("2026-12-03 9:05", "2026-12-03 09:05"),
        ("2026-12-03T14:30", "2026-12-03 14:30"),
        ("2026/12/03", "2026-12-03"),
        ("3. Dezember", "2026-12-03"),
        ("3. Dez. 2027 um 9", "2027-12-03 09:00"),
        ("December 3, 2pm", "2026-12-03 14:00"),
        ("Dec 3rd 2027", "2027-12-03"),
        ("2 pm on the 3rd of December", "2026-12-03 14:00"),
        ("Donnerstag, 3.12.", "2026-12-03"),
        ("15. März", "2027-03-15"),
        ("3.1.", "2027-01-03"),
        ("21.11.", "2026-11-21"),
        ("25/12", "2026-12-25"),
        ("12/25/2026", "2026-12-25"),
        ("12/12", "2026-12-12"),
    ] {
        assert_eq!(heard(text), expected, "{text}");
    }
}

#[test]
fn days_are_read_as_people_speak_of_them() {
    for (text, expected) in [
        ("today", "2026-11-21"),
        ("heute 20:00", "2026-11-21 20:00"),
        ("tomorrow", "2026-11-22"),
        ("morgen", "2026-11-22"),
        ("Morgen 9 Uhr", "2026-11-22 09:00"),
        ("übermorgen", "2026-11-23"),
        ("uebermorgen um 12 Uhr", "2026-11-23 12:00"),
        ("the day after tomorrow", "2026-11-23"),
        ("Thursday 2pm", "2026-11-26 14:00"),
        ("Donnerstag 14 Uhr", "2026-11-26 14:00"),
        ("next Thursday", "2026-11-26"),
        ("kommenden Do", "2026-11-26"),
        ("Saturday", "2026-11-28"),
        ("next week Tuesday 10:00", "2026-11-24 10:00"),
        ("nächste Woche Dienstag 10:00", "2026-11-24 10:00"),
        ("Dienstag nächster Woche 10:00", "2026-11-24 10:00"),
        ("next week Sunday", "2026-11-29"),
        ("diese Woche Sonntag", "2026-11-22"),
        ("in 3 days", "2026-11-24"),
        ("in drei Tagen", "2026-11-24"),
        ("in 2 weeks", "2026-12-05"),
        ("in zwei Wochen 9:00", "2026-12-05 09:00"),
        ("in einer Woche", "2026-11-28"),
        ("in a month", "2026-12-21"),
        ("in 3 hours", "2026-11-21 22:16"),
        ("in 45 Minuten", "2026-11-21 20:01"),
    ] {
        assert_eq!(heard(text), expected, "{text}");
    }
}

#[test]
fn a_weekday_is_the_next_one_after_today_on_every_day_of_the_week() {
    for offset in 0..7 {
        let now = now() + Duration::days(offset);
        let today = zone::to_local(now, BERLIN).date();
        for name in ["mo", "di", "mi", "do", "fr", "sa", "so"] {
            let Ok(When::Day(day)) = read(name, now, BERLIN) else { panic!("{name}") };
            assert!((1..=7).contains(&(day - today).num_days()));
            assert_eq!(Some(day.weekday()), crate::domain::spoken::weekday(name));
        }
    }
}

#[test]
fn a_slash_between_two_days_is_refused_with_both_readings() {
    let error = read("3/12", now(), BERLIN);
    let readings = WhenError::TwoReadings { day_first: day("2026-12-03"), month_first: day("2027-03-12") };
    assert_eq!(error, Err(readings));
    let readings = WhenError::TwoReadings { day_first: day("2027-05-04"), month_first: day("2027-04-05") };
    assert_eq!(read("4/5/2027 9:00", now(), BERLIN), Err(readings));
}

#[test]
fn what_cannot_be_meant_is_refused_with_its_reason() {
    for (text, expected) in [
        ("", "Empty"),
        (" , ", "Empty"),
        ("31.2.", "NoSuchDay"),
        ("31.2.2027", "NoSuchDay"),
        ("2026-13-01", "NoSuchDay"),
        ("0.0.", "NoSuchDay"),
        ("30. Februar", "NoSuchDay"),
        ("13/13", "NoSuchDay"),
        ("29.2.", "NoSuchDay"),
        ("3.12. 25:00", "ImpossibleTime"),
        ("tomorrow 14pm", "ImpossibleTime"),
        ("20.11.", "Past"),
        ("1.9.", "Past"),
        ("1.9.2026", "Past"),
        ("2026-11-20", "Past"),
        ("today 19:16", "Past"),
        ("heute 8 Uhr", "Past"),
        ("diese Woche Montag", "Past"),
        ("in 0 minutes", "Past"),
        ("3.12.2062", "TooFar"),
        ("in 9999 days", "TooFar"),
        ("in 700 weeks", "TooFar"),
        ("14:30", "MissingDay"),
        ("next week", "MissingDay"),
        ("nächste Woche 9:00", "MissingDay"),
        ("Monday Tuesday", "Contradictory"),
        ("tomorrow in 3 days", "Contradictory"),
        ("3.12. 9:00 10:00", "Contradictory"),
        ("in 3 hours 9:00", "Contradictory"),
        ("next week 3.12.", "Contradictory"),
        ("soon", "UnknownWord(\"soon\")"),
        ("next month", "UnknownWord(\"next\")"),
        ("in", "UnknownWord(\"in\")"),
        ("in many days", "UnknownWord(\"many\")"),
        ("in 3 years", "UnknownWord(\"years\")"),
        ("5", "UnknownWord(\"5\")"),
        ("-1.-2.", "UnknownWord(\"-1-2\")"),
        ("99999999999.1.", "UnknownWord(\"99999999999.1.\")"),
        ("<@123> morgen", "UnknownWord(\"<@123>\")"),
    ] {
        assert_eq!(heard(text), expected, "{text}");
    }
}

#[test]
fn a_date_on_another_weekday_than_said_is_refused() {
    let error = WhenError::OtherWeekday { date: day("2026-12-03"), falls_on: Weekday::Thu };
    assert_eq!(read("Friday 3.12.", now(), BERLIN), Err(error));
}

#[test]
fn a_leap_day_is_found_where_there_is_one() {
    let now = "2027-12-01T12:00:00Z".parse().unwrap();
    assert_eq!(heard_at("29.2.", now), "2028-02-29");
}

#[test]
fn the_odd_hours_of_the_year_mean_the_jump_and_the_first_run() {
    let spring = read("28.3.2027 2:30", now(), BERLIN);
    assert_eq!(spring, Ok(When::Moment("2027-03-28T01:00:00Z".parse().unwrap())));
    let autumn = read("31.10.2027 2:30", now(), BERLIN);
    assert_eq!(autumn, Ok(When::Moment("2027-10-31T00:30:00Z".parse().unwrap())));
}

#[test]
fn today_is_today_where_the_person_is() {
    let late = "2026-11-21T23:30:00Z".parse().unwrap();
    assert_eq!(heard_at("morgen", late), "2026-11-23");
    assert_eq!(read("tomorrow", late, Tz::America__New_York), Ok(When::Day(day("2026-11-22"))));
}

#[test]
fn a_day_becomes_a_moment_with_a_time_that_is_handed_in() {
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap();
    let at = |text| read(text, now(), BERLIN).unwrap().moment_or_at(nine, BERLIN).to_rfc3339();
    assert_eq!(at("3.12."), "2026-12-03T08:00:00+00:00");
    assert_eq!(at("3.12. 14:30"), "2026-12-03T13:30:00+00:00");
}

#[test]
fn no_text_makes_it_panic_or_answer_with_the_past() {
    let mut rng = fastrand::Rng::with_seed(2);
    let pieces = [
        "3.12.",
        "3/12",
        "31",
        "in",
        "next",
        "week",
        "Montag",
        "9:00",
        "pm",
        "um",
        "2026-12-03",
        "t",
        "99",
        ".",
        "/",
        "-",
        ":",
        "ü",
        "𝟛",
        "Dez",
        "3rd",
        "drei",
        "Tagen",
        "0",
        "am",
        "of",
    ];
    for _ in 0..20_000 {
        let text: Vec<&str> = (0..rng.usize(1..6)).map(|_| pieces[rng.usize(0..pieces.len())]).collect();
        let text = text.join(if rng.bool() { " " } else { "" });
        match read(&text, now(), BERLIN) {
            Ok(When::Day(day)) => assert!(day >= zone::to_local(now(), BERLIN).date(), "{text}"),
            Ok(When::Moment(at)) => assert!(at > now(), "{text}"),
            Err(_) => {}
        }
        drop(crate::domain::schedule::Schedule::parse(&text));
    }
}

#[test]
fn a_moment_needs_a_time_and_one_that_every_clock_shows_once() {
    let moment = |text| read_moment(text, now(), BERLIN);
    for (text, expected) in [
        ("3.12. 14:30", "2026-12-03T13:30:00Z"),
        ("Thursday 2pm", "2026-11-26T13:00:00Z"),
        ("next week Tuesday 10:00", "2026-11-24T09:00:00Z"),
        ("Donnerstag 14 Uhr", "2026-11-26T13:00:00Z"),
        ("in 3 hours", "2026-11-21T21:16:00Z"),
        ("28.3.2027 3:00", "2027-03-28T01:00:00Z"),
        ("28.3.2027 1:59", "2027-03-28T00:59:00Z"),
        ("31.10.2027 3:00", "2027-10-31T02:00:00Z"),
        ("31.10.2027 1:59", "2027-10-30T23:59:00Z"),
    ] {
        assert_eq!(moment(text), Ok(expected.parse().unwrap()), "{text}");
    }
    for text in ["28.3.2027 2:00", "28.3.2027 2:59", "31.10.2027 2:00", "31.10.2027 2:59"] {
        assert_eq!(moment(text), Err(WhenError::OddTime), "{text}");
    }
    assert_eq!(moment("Thursday"), Err(WhenError::MissingTime));
    assert!(matches!(moment("3/12 14:30"), Err(WhenError::TwoReadings { .. })));
    assert_eq!(moment("14:30"), Err(WhenError::MissingDay));
    assert_eq!(time_in("3/12 14:30"), NaiveTime::from_hms_opt(14, 30, 0));
}

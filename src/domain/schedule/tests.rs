use super::*;

const BERLIN: Tz = Tz::Europe__Berlin;

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// The next `n` runs after `from`, as the wall clock and its offset show them.
fn runs(cron: &str, from: &str, n: usize) -> Vec<String> {
    let schedule = Schedule::from_cron(cron).unwrap();
    let mut now = utc(from);
    (0..n)
        .map(|_| {
            now = schedule.next_after(now, BERLIN).unwrap();
            now.with_timezone(&BERLIN).format("%a %d %H:%M%:::z").to_string()
        })
        .collect()
}

fn cron(text: &str) -> String {
    Schedule::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}")).as_cron().into()
}

#[test]
fn half_past_two_runs_once_on_the_spring_night_when_the_clock_jumps() {
    assert_eq!(runs("30 2 * * *", "2027-03-27T12:00:00Z", 2), ["Sun 28 03:00+02", "Mon 29 02:30+02"]);
    assert_eq!(runs("30 2 * * Sun", "2027-03-22T12:00:00Z", 2), ["Sun 28 03:00+02", "Sun 04 02:30+02"]);
}

#[test]
fn half_past_two_runs_once_on_the_autumn_night_at_the_first_of_the_two() {
    assert_eq!(runs("30 2 * * *", "2027-10-30T12:00:00Z", 2), ["Sun 31 02:30+02", "Mon 01 02:30+01"]);
    // Asked between the two and after the second, it does not run again.
    assert_eq!(runs("30 2 * * *", "2027-10-31T00:45:00Z", 1), ["Mon 01 02:30+01"]);
    assert_eq!(runs("30 2 * * *", "2027-10-31T01:30:00Z", 1), ["Mon 01 02:30+01"]);
}

#[test]
fn two_runs_in_the_hour_that_does_not_exist_become_one() {
    assert_eq!(runs("0,30 2 * * *", "2027-03-28T00:00:00Z", 2), ["Sun 28 03:00+02", "Mon 29 02:00+02"]);
    assert_eq!(runs("30 2,3 * * *", "2027-03-28T00:00:00Z", 2), ["Sun 28 03:00+02", "Sun 28 03:30+02"]);
}

#[test]
fn an_hourly_schedule_runs_every_true_hour_of_both_odd_nights() {
    for from in ["2027-10-30T22:10:00Z", "2027-03-27T22:10:00Z", "2027-06-01T22:10:00Z"] {
        let schedule = Schedule::from_cron("30 * * * *").unwrap();
        let mut now = utc(from);
        for hour in 0..8 {
            now = schedule.next_after(now, BERLIN).unwrap();
            assert_eq!(now, utc(from) + Duration::minutes(20) + Duration::hours(hour), "{from}");
        }
    }
    assert_eq!(
        runs("*/30 * * * *", "2027-10-30T23:45:00Z", 5),
        ["Sun 31 02:00+02", "Sun 31 02:30+02", "Sun 31 02:00+01", "Sun 31 02:30+01", "Sun 31 03:00+01"]
    );
}

#[test]
fn the_first_monday_is_day_one_to_seven_and_a_monday() {
    assert_eq!(
        runs("0 9 1-7 * Mon", "2027-03-02T00:00:00Z", 3),
        ["Mon 05 09:00+02", "Mon 03 09:00+02", "Mon 07 09:00+02"]
    );
    assert_eq!(runs("0 9 1-7 * Mon", "2027-02-28T23:00:00Z", 1), ["Mon 01 09:00+01"]);
}

#[test]
fn the_next_run_is_strictly_later_than_now() {
    assert_eq!(runs("0 9 * * Mon", "2027-03-01T08:00:00Z", 1), ["Mon 08 09:00+01"]);
    assert_eq!(runs("0 9 * * Mon", "2027-03-01T07:59:59Z", 1), ["Mon 01 09:00+01"]);
}

#[test]
fn over_years_a_daily_schedule_runs_once_on_every_day_in_every_zone() {
    for zone in [BERLIN, Tz::America__New_York, Tz::Australia__Lord_Howe, Tz::Antarctica__Troll, Tz::UTC] {
        for text in ["30 2 * * *", "0 2 * * *", "15 1 * * *", "0 3 * * *"] {
            let schedule = Schedule::from_cron(text).unwrap();
            let mut now = utc("2026-12-31T12:00:00Z");
            let mut day = zone::to_local(now, zone).date();
            for _ in 0..800 {
                now = schedule.next_after(now, zone).unwrap();
                day = day.succ_opt().unwrap();
                assert_eq!(zone::to_local(now, zone).date(), day, "{text} in {zone}");
            }
        }
    }
}

#[test]
fn schedules_are_understood_as_people_say_them() {
    for (text, expected) in [
        ("first Monday 9:00", "0 9 1-7 * Mon"),
        ("erster Montag 9 Uhr", "0 9 1-7 * Mon"),
        ("1. Montag im Monat um 9", "0 9 1-7 * Mon"),
        ("jeden ersten Montag 9 Uhr", "0 9 1-7 * Mon"),
        ("the third Thursday of the month at 2pm", "0 14 15-21 * Thu"),
        ("jeden zweiten Dienstag im Monat 14:30 Uhr", "30 14 8-14 * Tue"),
        ("every second Tuesday of every month 14:30", "30 14 8-14 * Tue"),
        ("every Monday 8:30", "30 8 * * Mon"),
        ("jeden Montag 8:30", "30 8 * * Mon"),
        ("Montags um 8.30 Uhr", "30 8 * * Mon"),
        ("Monday 8:30", "30 8 * * Mon"),
        ("8:30 every Monday and Thursday", "30 8 * * Mon,Thu"),
        ("Do, Mo 8:30", "30 8 * * Mon,Thu"),
        ("every weekday 9:00", "0 9 * * Mon-Fri"),
        ("werktags 9 Uhr", "0 9 * * Mon-Fri"),
        ("every day 7:15", "15 7 * * *"),
        ("täglich 7:15", "15 7 * * *"),
        ("am 15. jeden Monats 10 Uhr", "0 10 15 * *"),
        ("the 1st of every month 10 am", "0 10 1 * *"),
        ("  0  9 1-7 *  mon ", "0 9 1-7 * Mon"),
        ("0 9 * * Sat-Mon", "0 9 * * Mon,Sat,Sun"),
        ("0 9 * * Fri,Mo", "0 9 * * Mon,Fri"),
        ("*/10 8-18/2 * Jan-Mar Mon-Fri", "*/10 8-18/2 * Jan-Mar Mon-Fri"),
    ] {
        assert_eq!(cron(text), expected, "{text}");
    }
}

#[test]
fn what_cannot_be_kept_is_refused_with_its_reason() {
    use ScheduleError::*;
    for (text, reason) in [
        ("", Empty),
        ("   ", Empty),
        ("0 9 * *", FieldCount { fields: 4 }),
        ("0 0 9 * * Mon", FieldCount { fields: 6 }),
        ("0 0 9 * * Mon 2027", FieldCount { fields: 7 }),
        ("@weekly *", FieldCount { fields: 2 }),
        ("0 9 * * 1", NumericWeekday),
        ("0 9 * * Mon#1", NumericWeekday),
        ("0 9 * * */2", NumericWeekday),
        ("0 9 * * Mond", Malformed),
        ("0 9 L * *", Malformed),
        ("60 9 * * *", Malformed),
        ("*/0 9 * * *", Malformed),
        ("0 9 30 2 *", NeverFires),
        ("0 9 30 Feb Mon", NeverFires),
        ("0 9 31 4,6,9,11 *", NeverFires),
        ("every Blursday 9:00", UnknownWord("blursday".into())),
        ("first Monday", MissingTime),
        ("every Monday 25:00", ImpossibleTime),
        ("every Monday 14pm", ImpossibleTime),
        ("9:00", MissingDay),
        ("every week 9:00", MissingDay),
        ("every month on Monday 9:00", MissingDay),
        ("every other Monday 9:00", EveryOther),
        ("every second Monday 9:00", EveryOther),
        ("jeden zweiten Montag 9 Uhr", EveryOther),
        ("alle zwei Wochen Montag 9 Uhr", EveryOther),
        ("last Friday 9:00", LastOfMonth),
        ("letzter Freitag 9 Uhr", LastOfMonth),
        ("fifth Monday 9:00", NotInEveryMonth),
        ("am 31. jeden Monats 9 Uhr", NotInEveryMonth),
        ("every day and Monday 9:00", Contradictory),
        ("first Monday and Tuesday 9:00", Contradictory),
        ("first Monday third Tuesday 9:00", Contradictory),
        ("Monday 9:00 10:00", Contradictory),
    ] {
        assert_eq!(Schedule::parse(text), Err(reason), "{text}");
    }
}

#[test]
fn what_was_said_can_be_said_again() {
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap();
    for (text, expected) in [
        ("every day 9:00", SpokenSchedule::Daily { time: nine }),
        ("every weekday 9:00", SpokenSchedule::Workdays { time: nine }),
        ("Fri, Mon 9:00", SpokenSchedule::Weekly { weekdays: vec![Weekday::Mon, Weekday::Fri], time: nine }),
        ("4th Friday 9:00", SpokenSchedule::MonthlyNth { nth: 4, weekday: Weekday::Fri, time: nine }),
        ("on the 28th 9:00", SpokenSchedule::MonthlyDay { day: 28, time: nine }),
        ("0 9 1-6 * Mon", SpokenSchedule::Cron("0 9 1-6 * Mon".into())),
        ("0 9 31 * *", SpokenSchedule::Cron("0 9 31 * *".into())),
        ("0 9 * Mar Mon", SpokenSchedule::Cron("0 9 * Mar Mon".into())),
        ("0 */2 * * *", SpokenSchedule::Cron("0 */2 * * *".into())),
    ] {
        assert_eq!(Schedule::parse(text).unwrap().spoken(), expected, "{text}");
    }
}

#[test]
fn the_stored_form_reads_back_as_the_same_schedule() {
    for text in ["first Monday 9:00", "0 9 * * Sun,Sat,Fri", "werktags 8 Uhr", "*/15 * 1-7 * Wed"] {
        let schedule = Schedule::parse(text).unwrap();
        assert_eq!(Schedule::from_cron(schedule.as_cron()), Ok(schedule), "{text}");
    }
}

#[test]
fn a_schedule_knows_whether_it_runs_more_than_once_a_day() {
    for (cron, expected) in
        [("0 9 * * Mon", true), ("* 9 * * Mon", false), ("0 9,17 * * *", false), ("0 * * * *", false)]
    {
        assert_eq!(Schedule::from_cron(cron).unwrap().is_at_most_daily(), expected, "{cron}");
    }
}

#[test]
fn the_next_three_dates_are_the_ones_that_will_run() {
    let next = Schedule::parse("first Monday 9:00").unwrap().next_three(utc("2026-12-10T00:00:00Z"), BERLIN);
    assert_eq!(next, [utc("2027-01-04T08:00:00Z"), utc("2027-02-01T08:00:00Z"), utc("2027-03-01T08:00:00Z")]);
}

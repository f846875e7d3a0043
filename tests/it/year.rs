//! The two nights of the year on which the clock changes, lived through by the whole bot: a schedule at half past two
//! runs once on each.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Europe::Berlin;
use serde_json::json;

use crate::company::{Company, moment};

/// When the guiding questions of a programme were posted, on the clock on the wall in Berlin.
async fn questions(schedule: &str, start: &str, end: &str) -> Vec<NaiveDateTime> {
    let company = Company::open(start).await;
    let until = moment(end);
    let last = until.with_timezone(&Berlin).date_naive() + chrono::Duration::days(30);
    let settings = json!({ "questions": schedule, "quiet": "keine", "end": last.to_string() });
    company.programme("Nachtschicht", settings).await;
    let (vera, ulrich) = (company.person("vera"), company.person("ulrich"));
    let room = company.pair("Nachtschicht", vera, ulrich).await.room;
    company.pass_until(until).await;
    let posts = company.posts(vera, room);
    let asked = posts
        .iter()
        .filter(|post| post.embeds.iter().any(|embed| embed["title"] == "Eine Impulsfrage für euch beide"));
    let times: Vec<_> = asked.map(|post| post.at.with_timezone(&Berlin).naive_local()).collect();
    let row = "undeliverable";
    assert!(!company.dump().await.iter().any(|line| line.starts_with("outbox") && line.contains(row)));
    times
}

fn by_day(times: &[NaiveDateTime]) -> BTreeMap<NaiveDate, usize> {
    let mut days = BTreeMap::new();
    for time in times {
        *days.entry(time.date()).or_insert(0) += 1;
    }
    days
}

fn every_day(from: &str, to: &str) -> BTreeMap<NaiveDate, usize> {
    let (from, to): (NaiveDate, NaiveDate) = (from.parse().unwrap(), to.parse().unwrap());
    from.iter_days().take_while(|day| *day <= to).map(|day| (day, 1)).collect()
}

#[tokio::test]
async fn a_daily_question_at_half_past_two_comes_once_in_the_night_that_has_no_half_past_two() {
    let times = questions("30 2 * * *", "2027-03-25T09:00:00Z", "2027-03-30T09:00:00Z").await;
    assert_eq!(by_day(&times), every_day("2027-03-26", "2027-03-30"));
    assert!(times.contains(&"2027-03-28T03:00:00".parse().unwrap()), "{times:?}");
}

#[tokio::test]
async fn a_daily_question_at_half_past_two_comes_once_in_the_night_that_has_it_twice() {
    let times = questions("30 2 * * *", "2027-10-29T09:00:00Z", "2027-11-02T09:00:00Z").await;
    assert_eq!(by_day(&times), every_day("2027-10-30", "2027-11-02"));
    assert!(times.contains(&"2027-10-31T02:30:00".parse().unwrap()), "{times:?}");
}

/// The last Sunday of a month with 31 days is where both odd nights lie.
#[tokio::test]
async fn a_year_has_its_question_once_a_month_across_both_odd_nights() {
    let times = questions("30 2 25-31 * Sun", "2027-01-04T09:00:00Z", "2028-01-03T09:00:00Z").await;
    let days: Vec<String> = times.iter().map(|time| time.date().to_string()).collect();
    let sundays = [
        "2027-01-31",
        "2027-02-28",
        "2027-03-28",
        "2027-04-25",
        "2027-05-30",
        "2027-06-27",
        "2027-07-25",
        "2027-08-29",
        "2027-09-26",
        "2027-10-31",
        "2027-11-28",
        "2027-12-26",
    ];
    assert_eq!(days, sundays);
}

use super::*;

#[test]
fn every_survey_of_every_template_takes_a_minute_for_everybody_it_asks() {
    for template in ALL {
        for kind in SurveyKind::ALL {
            for group in Group::ALL {
                let count = items(template, *kind, group).len();
                let most = if kind.follows_up() { 1 } else { 8 };
                assert!((1..=most).contains(&count), "{template} {kind:?} {group:?}: {count}");
            }
        }
    }
    assert!(items("no-template", SurveyKind::Interim, Group::All).is_empty());
}

#[test]
fn middle_and_end_ask_partly_the_same_and_numbers_are_given_once() {
    for group in Group::ALL {
        let in_both = items("six", SurveyKind::Interim, group)
            .into_iter()
            .filter(|item| item.surveys.contains(&SurveyKind::Final));
        assert!(in_both.count() >= 2, "{group:?}");
    }
    let mut numbers: Vec<i64> = CATALOGUE.iter().map(|item| item.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), CATALOGUE.len());
    assert!(CATALOGUE.iter().all(|item| item.number < ITEMS && i64::from(item.scale.options()) < OPTIONS));
    assert_eq!(item(1).unwrap().code, "time", "is the time enough?");
}

#[test]
fn each_side_is_asked_apart_from_ten_people_on_and_nobody_where_nothing_could_be_shown() {
    let asked = |mentors, mentees| Asking::of(mentors, mentees, K::LEAST);
    assert_eq!(asked(10, 10), Asking::Apart);
    assert_eq!(asked(10, 9), Asking::Together);
    assert_eq!(asked(5, 5), Asking::Together);
    assert_eq!(asked(5, 4), Asking::Nobody);
    assert_eq!(Asking::of(10, 10, K::new(6).unwrap()), Asking::Together);
    assert_eq!(Asking::Apart.group(Side::Mentee), Some(Group::Mentees));
    assert_eq!(Asking::Together.group(Side::Mentee), Some(Group::All));
    assert_eq!(Asking::Nobody.group(Side::Mentee), None);
}

#[test]
fn a_step_survives_being_an_id() {
    let step = Step { survey: SurveyId(417), item: 12, option: 5 };
    assert_eq!(Step::of(step.id()), step);
    assert_eq!(Step::of(StepId(-1)).option, 9, "what a button of somebody else's says is read without harm");
}

#[test]
fn follow_ups_come_in_the_morning_and_end_before_personal_data_go() {
    let zone = chrono_tz::Europe::Berlin;
    let end: DateTime<Utc> = "2027-03-08T22:30:00Z".parse().unwrap();
    let (opens, closes) = follow_up(SurveyKind::FollowFour, end, 90, zone).unwrap();
    // Summer time has begun in between.
    assert_eq!(opens.to_rfc3339(), "2027-04-06T07:00:00+00:00");
    assert_eq!(closes - opens, Duration::days(14));
    let (opens, closes) = follow_up(SurveyKind::FollowTwelve, end, 90, zone).unwrap();
    assert!(closes - opens < Duration::days(6) && closes < end + Duration::days(90));
    assert_eq!(follow_up(SurveyKind::FollowTwelve, end, 60, zone), None);
    assert_eq!(follow_up(SurveyKind::Interim, end, 90, zone), None);
}

#[test]
fn half_time_is_a_morning_in_the_programmes_zone() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let at = half_time(day("2027-01-04"), day("2027-05-24"), chrono_tz::Europe::Berlin);
    assert_eq!(at.to_rfc3339(), "2027-03-15T08:00:00+00:00");
}

#[test]
fn what_only_one_template_asks_stands_in_its_surveys_alone() {
    for (template, middle, end) in [
        ("six", vec![1, 2], vec![1, 2, 7, 8, 9]),
        ("year", vec![1, 2, 11], vec![1, 2, 11, 7, 8, 9]),
        ("shadow", vec![1, 2, 12], vec![1, 2, 7, 8, 9]),
        ("pilot", vec![1, 2], vec![1, 2, 13, 7, 8, 9]),
        ("apprentice", vec![1, 2], vec![1, 2, 14, 7, 8, 9]),
    ] {
        let asked =
            |kind| items(template, kind, Group::All).iter().map(|item| item.number).collect::<Vec<_>>();
        assert_eq!((asked(SurveyKind::Interim), asked(SurveyKind::Final)), (middle, end), "{template}");
        assert_eq!(asked(SurveyKind::FollowFour), [10], "{template}");
    }
}

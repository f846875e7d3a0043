//! What comes around a meeting by itself.

use super::*;

#[test]
fn a_meeting_is_prepared_asked_about_and_followed() {
    let done = |text: &str, deed| Done { at: at(text), tandem: Some(0), deed };
    let planned = |meeting, starts| Deed::MeetingPlanned { meeting, starts: at(starts) };
    let life = [
        done("2027-01-14T10:00:00Z", Deed::Opened),
        done("2027-01-20T10:00:00Z", planned(1, "2027-02-03T13:00:00Z")),
        done("2027-02-03T17:00:00Z", Deed::Met { meeting: 1 }),
        done("2027-02-05T10:00:00Z", Deed::Assigned { number: 1, due: None, by: 0 }),
        // Planned on the evening before, moved by a day, and nobody says whether it took place.
        done("2027-02-24T19:00:00Z", planned(2, "2027-02-25T13:00:00Z")),
        done("2027-02-25T09:00:00Z", Deed::MeetingMoved { meeting: 2, starts: at("2027-02-26T17:00:00Z") }),
    ];
    let around = [Kind::Agenda, Kind::DidYouMeet, Kind::Ideas, Kind::HalfWay];
    let room: Vec<_> = expected(&clockwork(), &life, at("2027-03-20T10:00:00Z"))
        .into_iter()
        .filter(|post| around.contains(&post.kind))
        .map(|post| format!("{} {:?}", post.at.format("%d.%m. %H:%M"), post.kind))
        .collect();
    assert_eq!(
        room,
        [
            "02.02. 13:00 Agenda",
            "03.02. 16:00 DidYouMeet",
            "04.02. 08:00 Ideas",
            "15.02. 08:00 HalfWay",
            "25.02. 06:00 Agenda",
            "25.02. 17:00 Agenda",
            "27.02. 06:00 DidYouMeet",
            "10.03. 08:00 HalfWay",
        ]
    );
}

#[test]
fn a_last_meeting_that_is_planned_late_is_prepared_half_way_to_it() {
    let done = |text: &str, deed| Done { at: at(text), tandem: Some(0), deed };
    let planned = |meeting, starts| Deed::MeetingPlanned { meeting, starts: at(starts) };
    // Half-way in the rhythm, on the 25th, less than a week is left and nothing is planned.
    let life = [
        done("2027-01-14T10:00:00Z", Deed::Opened),
        done("2027-05-01T10:00:00Z", planned(1, "2027-05-14T08:00:00Z")),
        done("2027-05-15T10:00:00Z", Deed::Assigned { number: 1, due: None, by: 0 }),
        done("2027-05-25T12:00:00Z", planned(2, "2027-05-29T08:00:00Z")),
    ];
    let half_ways = |life: &[Done]| -> Vec<String> {
        let all = expected(&clockwork(), life, at("2027-05-30T10:00:00Z"));
        let found = all.into_iter().filter(|post| post.kind == Kind::HalfWay);
        found.map(|post| post.at.format("%d.%m. %H:%M").to_string()).collect()
    };
    assert_eq!(half_ways(&life), ["26.05. 07:00"]);
    assert!(half_ways(&life[..3]).is_empty(), "nothing follows");
}

#[test]
fn whoever_meets_late_in_the_day_has_dates_proposed_as_late() {
    let done = |text: &str, deed| Done { at: at(text), tandem: Some(0), deed };
    let life = |starts: &str| {
        [
            done("2027-01-14T10:00:00Z", Deed::Opened),
            done("2027-04-20T10:00:00Z", Deed::MeetingPlanned { meeting: 1, starts: at(starts) }),
        ]
    };
    let proposed = |starts: &str| -> Vec<String> {
        let all = expected(&clockwork(), &life(starts), at("2027-06-05T10:00:00Z"));
        let found = all.into_iter().filter(|post| post.kind == Kind::MeetingDates);
        found
            .map(|post| post.at.format("%d.%m. %H:%M").to_string())
            .filter(|day| day.contains(".05."))
            .collect()
    };
    // Sought from Monday, 24 May, on: at 16:30 that day, Wednesday and Friday are left.
    assert_eq!(proposed("2027-05-04T14:30:00Z"), ["20.05. 14:30"]);
    // At 18:30 an hour would reach into the evening, and from Tuesday on Monday is after the end.
    assert!(proposed("2027-05-04T16:30:00Z").is_empty());
}

mod around;

use super::*;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn clockwork() -> Clockwork {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let monday = vec![chrono::Weekday::Mon];
    Clockwork {
        zone: chrono_tz::Europe::Berlin,
        first_day: "2027-01-11".parse().unwrap(),
        last_day: "2027-05-30".parse().unwrap(),
        meetings: 6,
        quiet: (time(19), time(7)),
        questions: Rhythm { time: time(9), weekdays: monday.clone(), nth: Some(1), day: None },
        digests: Rhythm { time: time(8), weekdays: monday, nth: None, day: None },
        rotation: None,
        deletion: 90,
    }
}

fn life() -> Vec<Done> {
    let done = |text: &str, deed| Done { at: at(text), tandem: Some(0), deed };
    let due = "2027-02-10".parse().ok();
    vec![
        done("2027-01-14T10:00:00Z", Deed::Opened),
        done("2027-01-15T10:00:00Z", Deed::Agreed),
        done("2027-02-02T10:00:00Z", Deed::Assigned { number: 1, due, by: 0 }),
        done("2027-02-03T10:00:00Z", Deed::PassedOn),
        done("2027-02-10T15:00:00Z", Deed::Reported { number: 1, worked: Some(false) }),
        done("2027-02-12T15:00:00Z", Deed::Reported { number: 1, worked: Some(true) }),
        done("2027-03-20T10:00:00Z", Deed::Ended),
    ]
}

fn until() -> DateTime<Utc> {
    at("2027-04-10T10:00:00Z")
}

#[test]
fn a_life_leads_to_these_posts_and_no_others() {
    let room: Vec<_> = expected(&clockwork(), &life(), until())
        .into_iter()
        .filter(|post| post.place == Place::Room(0))
        .map(|post| format!("{} {:?}", post.at.format("%d.%m. %H:%M"), post.kind))
        .collect();
    assert_eq!(
        room,
        [
            "14.01. 10:00 Welcome",
            "15.01. 10:00 Agreed",
            "30.01. 10:00 MeetingDates",
            "01.02. 08:00 Question",
            "02.02. 10:00 TaskCard(1)",
            "03.02. 10:00 Question",
            "09.02. 08:00 Tomorrow",
            "10.02. 08:00 Today",
            "10.02. 15:00 Report(1)",
            "12.02. 15:00 Report(1)",
            "01.03. 08:00 Question",
            "14.03. 15:00 Nudge",
            "20.03. 10:00 Goodbye",
        ]
    );
}

#[test]
fn meetings_lead_to_cards_reminders_and_proposed_dates() {
    let done = |text: &str, deed| Done { at: at(text), tandem: Some(0), deed };
    let planned = |meeting, starts| Deed::MeetingPlanned { meeting, starts: at(starts) };
    let life = [
        done("2027-01-14T10:00:00Z", Deed::Opened),
        done("2027-01-20T10:00:00Z", planned(1, "2027-02-03T13:00:00Z")),
        done("2027-01-21T10:00:00Z", Deed::MeetingConfirmed { meeting: 1 }),
        done("2027-01-22T10:00:00Z", Deed::MeetingMoved { meeting: 1, starts: at("2027-02-04T06:30:00Z") }),
        // Nothing planned after the 4th: dates on the 20th; one is planned and cancelled, which leaves a new gap.
        done("2027-02-21T10:00:00Z", planned(2, "2027-02-25T13:00:00Z")),
        done("2027-02-23T10:00:00Z", Deed::MeetingCancelled { meeting: 2 }),
    ];
    let room: Vec<_> = expected(&clockwork(), &life, at("2027-03-20T10:00:00Z"))
        .into_iter()
        .filter(|post| post.place == Place::Room(0) && post.kind != Kind::Question)
        .map(|post| format!("{} {:?}", post.at.format("%d.%m. %H:%M"), post.kind))
        .collect();
    assert_eq!(
        room,
        [
            "14.01. 10:00 Welcome",
            "20.01. 10:00 MeetingCard",
            "21.01. 10:00 MeetingConfirmed",
            "22.01. 10:00 MeetingMoved",
            "03.02. 06:30 Agenda",
            "03.02. 17:59 MeetingSoon",
            "04.02. 09:30 DidYouMeet",
            "20.02. 06:30 MeetingDates",
            "21.02. 10:00 MeetingCard",
            "23.02. 10:00 MeetingCancelled",
            "24.02. 10:00 MeetingDates",
        ]
    );
}

#[test]
fn digests_follow_the_clock_on_the_wall_through_the_spring_night() {
    let digests: Vec<_> = expected(&clockwork(), &life(), until())
        .into_iter()
        .filter(|post| post.kind == Kind::Digest)
        .map(|post| post.at.format("%d.%m. %H:%M").to_string())
        .collect();
    assert_eq!(digests.len(), 12);
    assert_eq!(digests[9..], ["22.03. 07:00", "29.03. 06:00", "05.04. 06:00"]);
}

#[test]
fn what_stands_as_expected_is_neither_lost_nor_doubled() {
    let mut seen = expected(&clockwork(), &life(), until());
    for post in &mut seen {
        post.at += Duration::seconds(40);
    }
    assert_eq!(audit(&clockwork(), &life(), &seen, until()), Verdict::default());
}

#[test]
fn every_planted_loss_and_every_planted_double_is_found() {
    let all = expected(&clockwork(), &life(), until());
    for index in 0..all.len() {
        let mut fewer = all.clone();
        let missing = fewer.remove(index);
        let verdict = audit(&clockwork(), &life(), &fewer, until());
        assert_eq!((verdict.lost.as_slice(), verdict.doubled.len()), ([missing].as_slice(), 0));
        let mut more = all.clone();
        let twice = Post { at: all[index].at + Duration::seconds(3), ..all[index].clone() };
        more.push(twice.clone());
        let verdict = audit(&clockwork(), &life(), &more, until());
        assert_eq!((verdict.lost.len(), verdict.doubled.as_slice()), (0, [twice].as_slice()));
    }
}

#[test]
fn a_post_out_of_nowhere_or_hours_late_is_found() {
    let mut seen = expected(&clockwork(), &life(), until());
    let stray = Post { place: Place::Lobby, kind: Kind::Unknown("?".into()), at: at("2027-02-01T09:00:00Z") };
    seen.push(stray.clone());
    let goodbye = seen.iter_mut().find(|post| post.kind == Kind::Goodbye).unwrap();
    goodbye.at += Duration::hours(3);
    let verdict = audit(&clockwork(), &life(), &seen, until());
    assert_eq!(verdict.lost.len(), 1);
    assert_eq!(verdict.doubled.len(), 2);
    assert!(verdict.doubled.contains(&stray));
}

#[test]
fn what_would_disturb_at_night_is_expected_in_the_morning() {
    let clockwork = clockwork();
    for (moment, awake) in [
        ("2027-01-14T21:00:00Z", "2027-01-15T06:00:00Z"),
        ("2027-01-15T03:00:00Z", "2027-01-15T06:00:00Z"),
        ("2027-01-15T12:00:00Z", "2027-01-15T12:00:00Z"),
    ] {
        assert_eq!(clockwork.awake(at(moment)), at(awake), "{moment}");
    }
}

#[test]
fn a_pause_holds_back_what_comes_by_itself_and_one_summary_follows_it() {
    let mut deeds = life();
    let paused = |text: &str, until: &str| Done {
        at: at(text),
        tandem: Some(0),
        deed: Deed::Paused { until: until.parse().unwrap() },
    };
    deeds.push(paused("2027-01-30T09:00:00Z", "2027-02-08"));
    deeds.push(paused("2027-02-03T09:00:00Z", "2027-02-15"));
    deeds.sort_by_key(|done| done.at);
    let kinds = |from: &str, to: &str| -> Vec<(Kind, String)> {
        expected(&clockwork(), &deeds, until())
            .into_iter()
            .filter(|post| post.place == Place::Room(0) && (at(from)..at(to)).contains(&post.at))
            .map(|post| (post.kind, post.at.format("%d.%m. %H:%M").to_string()))
            .collect()
    };
    let inside = kinds("2027-01-30T00:00:00Z", "2027-02-14T23:00:00Z");
    let by_itself: Vec<_> = inside.iter().filter(|(kind, _)| kind.comes_by_itself()).collect();
    assert_eq!(by_itself, [&(Kind::Question, "03.02. 10:00".to_owned())], "another one was wanted");
    assert_eq!(inside.iter().filter(|(kind, _)| *kind == Kind::PauseSet).count(), 2);
    let after = kinds("2027-02-14T23:00:00Z", "2027-02-15T07:00:00Z");
    assert_eq!(after, [(Kind::PauseOver, "15.02. 06:00".to_owned())]);
}

/// A programme from its card on, with new partners after six weeks: three tandems, of which one stays together.
fn whole() -> (Clockwork, Vec<Done>) {
    let clockwork = Clockwork { rotation: Some(6), ..clockwork() };
    let of = |tandem, text: &str, deed| Done { at: at(text), tandem, deed };
    let stays = |side| Deed::Stays { side, stays: true };
    let mut deeds = vec![
        of(None, "2026-12-07T09:00:00Z", Deed::Created),
        of(None, "2026-12-07T09:00:00Z", Deed::LoungeWanted),
        of(None, "2026-12-14T09:20:00Z", Deed::Decided),
        of(None, "2026-12-14T20:20:00Z", Deed::Decided),
        of(None, "2026-12-16T09:20:00Z", Deed::AnnouncedToMentors),
        of(None, "2026-12-21T09:00:00Z", Deed::Proposed),
        of(None, "2026-12-21T09:08:00Z", Deed::Decided),
        of(None, "2026-12-21T13:00:00Z", Deed::Decided),
        of(None, "2026-12-28T09:00:00Z", Deed::RoundEnded { opens: true }),
        of(Some(0), "2026-12-28T09:00:00Z", Deed::Opened),
        of(Some(1), "2026-12-28T09:00:00Z", Deed::Opened),
        of(Some(2), "2026-12-28T09:00:00Z", Deed::Opened),
        of(None, "2027-01-04T09:00:00Z", Deed::LackedRoom),
        of(Some(0), "2027-02-23T09:00:00Z", stays(0)),
        of(Some(0), "2027-02-24T09:00:00Z", stays(1)),
        of(Some(1), "2027-02-24T09:00:00Z", stays(1)),
        // Too late: the answers have been counted.
        of(Some(1), "2027-03-02T09:00:00Z", stays(0)),
        // Asked after its pause.
        of(Some(2), "2027-02-15T09:00:00Z", Deed::Paused { until: "2027-03-03".parse().unwrap() }),
    ];
    deeds.sort_by_key(|done| done.at);
    (clockwork, deeds)
}

#[test]
fn a_programme_brings_these_posts_around_its_tandems_and_no_others() {
    let (clockwork, deeds) = whole();
    let around = |post: &&Post| {
        !matches!(post.place, Place::Room(_)) && post.kind != Kind::Digest
            || matches!(post.kind, Kind::StayAsk | Kind::Stayed | Kind::NewPartners | Kind::Goodbye)
    };
    let seen: Vec<_> = expected(&clockwork, &deeds, at("2027-06-20T10:00:00Z"))
        .iter()
        .filter(around)
        .map(|post| format!("{} {:?} {:?}", post.at.format("%d.%m. %H:%M"), post.place, post.kind))
        .collect();
    assert_eq!(
        seen,
        [
            "07.12. 09:00 Lobby ProgrammeCard",
            "14.12. 09:20 Lobby SomethingWaits",
            "15.12. 06:00 Lobby SomethingWaits",
            "16.12. 09:20 Lounge Announcement",
            "21.12. 09:00 Lobby SomethingWaits",
            "22.12. 08:00 Lobby SomethingWaits",
            "28.12. 09:00 Office Opening",
            "28.12. 09:00 Lobby SomethingWaits",
            "04.01. 09:00 Office LacksRoom",
            "09.02. 09:00 Lounge Impulse",
            "22.02. 08:00 Lobby SomethingWaits",
            "22.02. 08:00 Room(0) StayAsk",
            "22.02. 08:00 Room(1) StayAsk",
            "01.03. 08:00 Room(0) Stayed",
            "01.03. 08:00 Room(1) NewPartners",
            "03.03. 06:00 Lobby SomethingWaits",
            "03.03. 06:00 Room(2) StayAsk",
            "09.03. 09:00 Lounge Impulse",
            "10.03. 06:00 Room(2) NewPartners",
            "13.04. 08:00 Lounge Impulse",
            "11.05. 08:00 Lounge Impulse",
            "08.06. 08:00 Lounge Impulse",
            "13.06. 07:00 Office ProgrammeClosed",
            "13.06. 07:00 Room(0) Goodbye",
        ]
    );
}

#[test]
fn every_planted_loss_and_double_of_a_whole_programme_is_found() {
    let (clockwork, deeds) = whole();
    let until = at("2027-06-20T10:00:00Z");
    let all = expected(&clockwork, &deeds, until);
    assert!(all.len() > 40, "{}", all.len());
    assert_eq!(audit(&clockwork, &deeds, &all, until), Verdict::default());
    for index in 0..all.len() {
        let mut fewer = all.clone();
        let missing = fewer.remove(index);
        let verdict = audit(&clockwork, &deeds, &fewer, until);
        assert_eq!((verdict.lost.as_slice(), verdict.doubled.len()), ([missing].as_slice(), 0));
        let mut more = all.clone();
        let twice = Post { at: all[index].at + Duration::seconds(3), ..all[index].clone() };
        more.push(twice.clone());
        let verdict = audit(&clockwork, &deeds, &more, until);
        assert_eq!((verdict.lost.len(), verdict.doubled.as_slice()), (0, [twice].as_slice()));
    }
}

#[test]
fn what_has_lasted_is_asked_twice_where_ten_people_came_to_the_end_and_while_data_are_there() {
    let done = |tandem| Done { at: at("2027-01-14T10:00:00Z"), tandem: Some(tandem), deed: Deed::Opened };
    let later = |tandems: usize, deletion, twice: bool| {
        let clockwork = Clockwork { deletion, ..clockwork() };
        // Somebody may be in two of them.
        let mentor = |tandem: usize| if twice { tandem as u64 % 4 } else { tandem as u64 };
        let are = |tandem| Done { deed: Deed::Are([mentor(tandem), 100 + tandem as u64]), ..done(tandem) };
        let deeds: Vec<Done> = (0..tandems).flat_map(|tandem| [done(tandem), are(tandem)]).collect();
        let all = expected(&clockwork, &deeds, at("2027-12-01T10:00:00Z"));
        let waits = all.into_iter().filter(|post| post.kind == Kind::SomethingWaits);
        waits.map(|post| post.at.format("%d.%m. %H:%M").to_string()).collect::<Vec<_>>()
    };
    assert_eq!(later(5, 90, false), ["11.07. 07:00", "05.09. 07:00"]);
    assert_eq!(later(5, 60, false), ["11.07. 07:00"]);
    assert_eq!(later(4, 90, false), Vec::<String>::new());
    assert_eq!(later(5, 90, true), Vec::<String>::new(), "nine people");
}

#[test]
fn a_concern_waits_for_its_morning_whatever_is_taken_up_before() {
    let of = |text: &str, deed| Done { at: at(text), tandem: None, deed };
    let deeds = [
        of("2027-01-05T10:00:00Z", Deed::AskedConcern),
        of("2027-01-06T09:00:00Z", Deed::AskedConcern),
        of("2027-01-06T10:00:00Z", Deed::TookUpConcerns),
        of("2027-01-06T11:00:00Z", Deed::AskedConcern),
    ];
    let all = expected(&clockwork(), &deeds, until());
    let waits = all.into_iter().filter(|post| post.kind == Kind::ConcernsWait);
    let waits: Vec<_> = waits.map(|post| post.at.format("%d.%m. %H:%M").to_string()).collect();
    assert_eq!(waits, ["06.01. 08:00", "07.01. 08:00"]);
}

#[test]
fn whoever_ticked_direct_messages_is_told_once_for_whatever_waits_and_nobody_else_is() {
    let (clockwork, mut deeds) = whole();
    let of = |tandem, text: &str, deed| Done { at: at(text), tandem, deed };
    deeds.extend([
        of(None, "2026-12-10T09:00:00Z", Deed::WaitsFor { person: 7 }),
        of(None, "2026-12-11T09:00:00Z", Deed::Ticked { person: 7, open: true }),
        of(None, "2026-12-11T10:00:00Z", Deed::Ticked { person: 8, open: false }),
        of(None, "2026-12-14T20:20:00Z", Deed::WaitsFor { person: 7 }),
        of(None, "2026-12-14T20:20:00Z", Deed::WaitsFor { person: 8 }),
        of(None, "2026-12-15T04:00:00Z", Deed::WaitsFor { person: 7 }),
        of(Some(1), "2026-12-28T09:00:00Z", Deed::Seated { side: 1, person: 7 }),
        of(Some(1), "2027-02-10T09:00:00Z", Deed::Shared { by: 1 }),
        of(Some(1), "2027-02-11T09:00:00Z", Deed::Shared { by: 0 }),
    ]);
    deeds.sort_by_key(|done| done.at);
    let all = expected(&clockwork, &deeds, at("2027-06-20T10:00:00Z"));
    let told: Vec<_> = all
        .iter()
        .filter(|post| post.kind == Kind::Pointer)
        .map(|post| format!("{} {:?}", post.at.format("%d.%m. %H:%M"), post.place))
        .collect();
    assert_eq!(told, ["15.12. 06:00 Direct(7)", "11.02. 09:00 Direct(7)", "22.02. 08:00 Direct(7)"]);
}

#[test]
fn when_a_coordinator_starts_new_partners_it_is_asked_as_at_a_set_time() {
    let (clockwork, mut deeds) = whole();
    let clockwork = Clockwork { rotation: None, ..clockwork };
    let asked = |deeds: &[Done]| {
        let all = expected(&clockwork, deeds, at("2027-06-20T10:00:00Z"));
        let about = |post: &&Post| matches!(post.kind, Kind::StayAsk | Kind::Stayed | Kind::NewPartners);
        let told = all
            .iter()
            .filter(about)
            .map(|post| format!("{} {:?}", post.at.format("%d.%m. %H:%M"), post.kind));
        told.collect::<Vec<_>>()
    };
    assert_eq!(asked(&deeds), [""; 0]);
    // Too new to be asked.
    deeds.push(Done { at: at("2027-02-09T09:00:00Z"), tandem: Some(3), deed: Deed::Opened });
    for tandem in [0, 1, 3] {
        deeds.push(Done {
            at: at("2027-02-23T08:40:00Z"),
            tandem: Some(tandem),
            deed: Deed::PartnersChanged,
        });
    }
    deeds.sort_by_key(|done| done.at);
    let told =
        ["23.02. 08:40 StayAsk", "23.02. 08:40 StayAsk", "02.03. 08:40 Stayed", "02.03. 08:40 NewPartners"];
    assert_eq!(asked(&deeds), told);
}

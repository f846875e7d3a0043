use super::*;
use crate::app::testing::{COORDINATORS, DIGEST, LOBBY, MENTOR, World};
use crate::domain::topic::Topic;
use chrono_tz::Tz;

fn new(name: &str) -> New {
    New { name: name.into(), ..New::default() }
}

fn with(name: &str, settings: &[(Setting, &str)]) -> New {
    let settings = settings.iter().map(|(setting, words)| (*setting, (*words).to_owned())).collect();
    New { settings, ..new(name) }
}

async fn try_create(world: &mut World, new: New) -> Decision<Created> {
    let call = world.call(MENTOR, LOBBY);
    create(&mut world.conn, &call, &[COORDINATORS], new).await.unwrap()
}

#[tokio::test]
async fn a_programme_brings_topics_of_its_own() {
    let mut world = World::empty().await;
    let with = |topics: &str| New { topics: Some(topics.into()), ..new("Autumn") };
    let over = vec!["x"; settings::OWN_TOPICS_MAX + 1].join(";");
    let refused = try_create(&mut world, with(&over)).await;
    assert_eq!(refused, Err(Refusal::TooManyTopics { max: settings::OWN_TOPICS_MAX }));
    let created = try_create(&mut world, with(" Our web shop; The new intranet;;")).await.unwrap();
    let own = topics::programme_topics(&mut world.conn, created.programme).await.unwrap();
    assert_eq!(own, ["Our web shop", "The new intranet"]);
}

#[tokio::test]
async fn a_name_is_enough_and_the_rest_comes_from_the_template() {
    let mut world = World::empty().await;
    let created = try_create(&mut world, new(" Autumn ")).await.unwrap();
    let programme = programmes::programme_get(&mut world.conn, created.programme).await.unwrap();
    assert_eq!((programme.name.as_str(), programme.phase), ("Autumn", Phase::Draft));
    assert_eq!((programme.ends_on - programme.starts_on).num_weeks(), 20);
    assert_eq!((programme.k, programme.zone), (5, Tz::Europe__Berlin));
    assert_eq!((programme.card_channel, programme.digest_channel), (LOBBY, DIGEST));
    assert!(world.outbox().await.is_empty(), "a draft is seen by nobody");
    let first = |dates: &[DateTime<Utc>]| dates[0].to_rfc3339();
    assert_eq!(created.questions.len(), 3);
    assert_eq!(first(&created.questions), "2027-02-01T08:00:00+00:00");
    assert_eq!(first(&created.digests), "2027-01-11T07:30:00+00:00");
}

#[tokio::test]
async fn schedules_are_taken_as_people_say_them_or_as_cron() {
    let mut world = World::empty().await;
    let wanted = with(
        "Spring",
        &[
            (Setting::Questions, "zweiter Dienstag 10 Uhr"),
            (Setting::Digest, "15 7 * * Fri"),
            (Setting::Zone, "europe/vienna"),
            (Setting::Quiet, "18-8"),
            (Setting::Start, "1. März"),
        ],
    );
    let created = try_create(&mut world, wanted).await.unwrap();
    let programme = programmes::programme_get(&mut world.conn, created.programme).await.unwrap();
    assert_eq!(programme.question_schedule, "0 10 8-14 * Tue");
    assert_eq!(programme.zone, Tz::Europe__Vienna);
    assert_eq!(programme.quiet_to.to_string(), "08:00:00");
    assert_eq!(created.questions[0].to_rfc3339(), "2027-03-09T09:00:00+00:00", "none before its first day");
}

#[tokio::test]
async fn each_thing_that_cannot_be_is_refused_and_creates_nothing() {
    let mut world = World::empty().await;
    let before = world.dump().await;
    let some = |text: &str| Some(text.to_owned());
    let open = ChosenChannel { id: DIGEST, everyone_sees: true, bot_writes: true };
    for (wanted, refusal) in [
        (new("Pilot"), Refusal::NameTaken),
        (new("  "), Refusal::TextLength { max: 80 }),
        (new(&"x".repeat(81)), Refusal::TextLength { max: 80 }),
        (with("A", &[(Setting::Sponsor, &"x".repeat(1_001))]), Refusal::TextLength { max: 1_000 }),
        (with("A", &[(Setting::Zone, "Mars/Olympus")]), Refusal::BadZone),
        (with("A", &[(Setting::Start, "2027-01-03")]), Refusal::PastDate),
        (with("A", &[(Setting::Start, "3/4")]), Refusal::AmbiguousDate),
        (with("A", &[(Setting::Start, "soon")]), Refusal::BadDate),
        (with("A", &[(Setting::End, "2027-01-04")]), Refusal::EndBeforeStart),
        (with("A", &[(Setting::Questions, "now and then")]), Refusal::BadSchedule),
        (with("A", &[(Setting::Questions, "0 9 30 2 *")]), Refusal::NeverDue),
        (with("A", &[(Setting::Digest, "* * * * *")]), Refusal::ScheduleTooOften),
        (with("A", &[(Setting::Quiet, "always")]), Refusal::BadQuietHours),
        (with("A", &[(Setting::K, "4")]), Refusal::SmallK),
        (with("A", &[(Setting::Meetings, "0")]), Refusal::NumberRange { least: 1, most: 52 }),
        (with("A", &[(Setting::Invite, "ask Carla")]), Refusal::BadLink),
        (with("A", &[(Setting::LeastMonths, "18"), (Setting::MostMonths, "6")]), Refusal::MonthsSwapped),
        (New { from: some("2019"), ..new("A") }, Refusal::ProgrammeUnknown { input: "2019".into() }),
        (New { digest_channel: Some(open), ..new("A") }, Refusal::OpenChannel),
    ] {
        assert_eq!(try_create(&mut world, wanted).await, Err(refusal));
        assert_eq!(world.dump().await, before);
    }
    let call = world.call(MENTOR, LOBBY);
    let refused = create(&mut world.conn, &call, &[], new("A")).await.unwrap();
    assert_eq!(refused, Err(Refusal::NeedsCoordinator));
}

#[tokio::test]
async fn each_template_brings_its_meetings_its_length_and_its_limits() {
    let mut world = World::empty().await;
    for (template, meetings, weeks, most, briefing) in [
        (Template::Six, 6, 20, None, false),
        (Template::Year, 10, 44, None, false),
        (Template::Shadow, 7, 28, None, false),
        (Template::Pilot, 4, 13, Some(10), true),
        (Template::Apprentice, 6, 13, None, false),
    ] {
        let wanted = New { template: Some(template), ..new(template.code()) };
        let created = try_create(&mut world, wanted).await.unwrap();
        let programme = programmes::programme_get(&mut world.conn, created.programme).await.unwrap();
        assert_eq!(programme.template, template);
        assert_eq!(
            (programme.meetings, (programme.ends_on - programme.starts_on).num_weeks()),
            (meetings, weeks)
        );
        assert_eq!((programme.most_tandems, programme.briefing_required), (most, briefing));
        assert_eq!(programme.rotation_weeks, (template == Template::Shadow).then_some(14));
    }
}

#[tokio::test]
async fn a_programme_from_an_earlier_one_takes_over_its_settings_and_not_what_happened_in_it() {
    let mut world = World::empty().await;
    let first = New {
        template: Some(Template::Pilot),
        topics: Some("Our web shop".into()),
        ..with("2026", &[(Setting::Sponsor, "It matters."), (Setting::K, "9"), (Setting::End, "2027-03-01")])
    };
    let first = try_create(&mut world, first).await.unwrap().programme;
    let mut old = programmes::programme_get(&mut world.conn, first).await.unwrap();
    old.closed_on = Some(old.ends_on);
    old.lounge = true;
    old.lounge_channel = Some(LOBBY);
    programmes::programme_set(&mut world.conn, &old).await.unwrap();
    programmes::programme_phase_set(&mut world.conn, first, Phase::Closed).await.unwrap();
    world.pass(Duration::days(100));
    let again = New { from: Some("2026".into()), ..with("2027", &[(Setting::K, "5")]) };
    let created = try_create(&mut world, again).await.unwrap();
    let new = programmes::programme_get(&mut world.conn, created.programme).await.unwrap();
    assert_eq!(
        (new.phase, new.template, new.sponsor.as_str()),
        (Phase::Draft, Template::Pilot, "It matters.")
    );
    assert_eq!(
        (new.starts_on.to_string().as_str(), new.ends_on - new.starts_on),
        ("2027-04-14", Duration::days(56))
    );
    assert_eq!((new.closed_on, new.lounge, new.lounge_channel, new.k), (None, true, None, 5));
    assert_eq!(topics::programme_topics(&mut world.conn, new.id).await.unwrap(), ["Our web shop"]);
    let other = New {
        from: Some("2026".into()),
        template: Some(Template::Year),
        ..New { name: "Year".into(), ..New::default() }
    };
    let created = try_create(&mut world, other).await.unwrap();
    let new = programmes::programme_get(&mut world.conn, created.programme).await.unwrap();
    assert_eq!((new.meetings, new.most_tandems, new.sponsor.as_str()), (10, None, "It matters."));
}

#[tokio::test]
async fn a_programme_from_an_earlier_one_takes_over_its_questions_and_ideas_but_not_what_was_taken_out() {
    let mut world = World::empty().await;
    let first = try_create(&mut world, New { topics: Some("Our web shop".into()), ..new("2026") }).await;
    let first = first.unwrap().programme;
    let conn = &mut world.conn;
    let gone = questions::own_question_add(conn, first, "What was bad?", "Was war schlecht?").await.unwrap();
    questions::own_question_add(conn, first, "What was good?", "Was war gut?").await.unwrap();
    for number in [gone, 3] {
        questions::question_off_add(conn, first, number).await.unwrap();
    }
    let shop = Theme::Own("Our web shop".into());
    let agile = Theme::Catalogue(Topic::of("agile").unwrap());
    for (theme, words) in [(None, "Any"), (Some(&shop), "Shop"), (Some(&agile), "Agile")] {
        own_ideas::own_idea_add(conn, first, theme, (words, words)).await.unwrap();
    }
    let last = own_ideas::own_idea_add(conn, first, None, ("Out", "Raus")).await.unwrap();
    own_ideas::own_idea_remove(conn, first, last).await.unwrap();
    for (name, topics, ideas) in
        [("2027", None, &["Any", "Shop", "Agile"][..]), ("2028", Some("Our lab"), &["Any", "Agile"][..])]
    {
        let wanted = New { from: Some("2026".into()), topics: topics.map(Into::into), ..new(name) };
        let again = try_create(&mut world, wanted).await.unwrap().programme;
        let conn = &mut world.conn;
        let own = questions::own_questions_of(conn, again).await.unwrap();
        assert_eq!(own.iter().map(|one| one.de.as_str()).collect::<Vec<_>>(), ["Was war gut?"]);
        assert_eq!(questions::question_choice(conn, again).await.unwrap().off, [3]);
        let taken = own_ideas::own_ideas_of(conn, again).await.unwrap();
        assert_eq!(taken.iter().map(|one| one.en.as_str()).collect::<Vec<_>>(), ideas, "{name}");
    }
}

use super::*;
use crate::app::testing::{COORDINATORS, DIGEST, LOBBY, MENTOR, World};
use crate::store::posts;

fn new(name: &str) -> New {
    New {
        name: name.into(),
        template: Template::Six,
        starts_on: None,
        ends_on: None,
        language: None,
        zone: None,
        questions: None,
        digests: None,
        quiet: None,
        k: None,
        deletion_days: None,
        mentee_assigns: false,
        sponsor: String::new(),
        contact: String::new(),
        topics: String::new(),
        card_channel: None,
        digest_channel: None,
        practice_channel: None,
    }
}

async fn try_create(world: &mut World, new: New) -> Decision<Created> {
    let call = world.call(MENTOR, LOBBY);
    create(&mut world.conn, &call, &[COORDINATORS], new).await.unwrap()
}

#[tokio::test]
async fn a_programme_brings_topics_of_its_own() {
    let mut world = World::empty().await;
    let with = |topics: &str| New { topics: topics.into(), ..new("Autumn") };
    let over = vec!["x"; OWN_TOPICS_MAX + 1].join(";");
    let refused = try_create(&mut world, with(&over)).await;
    assert_eq!(refused, Err(Refusal::TooManyTopics { max: OWN_TOPICS_MAX }));
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
    let card = posts::post_about(&mut world.conn, PostKind::ProgrammeCard, programme.id.0).await.unwrap();
    assert_eq!(card.unwrap().channel, Some(LOBBY));
    let first = |dates: &[DateTime<Utc>]| dates[0].to_rfc3339();
    assert_eq!(created.questions.len(), 3);
    assert_eq!(first(&created.questions), "2027-02-01T08:00:00+00:00");
    assert_eq!(first(&created.digests), "2027-01-11T07:30:00+00:00");
}

#[tokio::test]
async fn schedules_are_taken_as_people_say_them_or_as_cron() {
    let mut world = World::empty().await;
    let wanted = New {
        questions: Some("zweiter Dienstag 10 Uhr".into()),
        digests: Some("15 7 * * Fri".into()),
        zone: Some("europe/vienna".into()),
        quiet: Some("18-8".into()),
        starts_on: Some("1. März".into()),
        ..new("Spring")
    };
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
        (New { sponsor: "x".repeat(1_001), ..new("A") }, Refusal::TextLength { max: 1_000 }),
        (New { zone: some("Mars/Olympus"), ..new("A") }, Refusal::BadZone),
        (New { starts_on: some("2027-01-03"), ..new("A") }, Refusal::PastDate),
        (New { starts_on: some("3/4"), ..new("A") }, Refusal::AmbiguousDate),
        (New { starts_on: some("soon"), ..new("A") }, Refusal::BadDate),
        (New { ends_on: some("2027-01-04"), ..new("A") }, Refusal::EndBeforeStart),
        (New { questions: some("now and then"), ..new("A") }, Refusal::BadSchedule),
        (New { questions: some("0 9 30 2 *"), ..new("A") }, Refusal::NeverDue),
        (New { digests: some("* * * * *"), ..new("A") }, Refusal::ScheduleTooOften),
        (New { quiet: some("always"), ..new("A") }, Refusal::BadQuietHours),
        (New { k: Some(4), ..new("A") }, Refusal::SmallK),
        (New { digest_channel: Some(open), ..new("A") }, Refusal::OpenChannel),
    ] {
        assert_eq!(try_create(&mut world, wanted).await, Err(refusal));
        assert_eq!(world.dump().await, before);
    }
    let call = world.call(MENTOR, LOBBY);
    let refused = create(&mut world.conn, &call, &[], new("A")).await.unwrap();
    assert_eq!(refused, Err(Refusal::NeedsCoordinator));
}

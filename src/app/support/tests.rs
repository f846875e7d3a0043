use super::*;
use crate::app::testing::{COORDINATORS, DIGEST, GUILD, LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::domain::figures::{Cell, Released};

const COACHES: RoleId = RoleId(1_050);
const COACHES_CHANNEL: ChannelId = ChannelId(1_051);

async fn with_coach(world: &mut World) {
    let server = people::server_get(&mut world.conn, GUILD).await.unwrap().unwrap();
    let server = Server { coach_role: Some(COACHES), coach_channel: Some(COACHES_CHANNEL), ..server };
    people::server_set(&mut world.conn, &server).await.unwrap();
}

async fn ask(world: &mut World, who: UserId, text: &str) -> Decision<Sent> {
    let call = world.call(who, ROOM);
    send(&mut world.conn, &call, text).await.unwrap()
}

async fn read(world: &mut World, roles: &[RoleId]) -> Decision<Vec<(UserId, String)>> {
    let (call, programme) = (world.call(UserId(1), DIGEST), world.programme.id);
    let listed = list(&mut world.conn, &call, roles, programme).await.unwrap();
    listed.map(|all| all.into_iter().map(|one| (one.user, one.call.text)).collect())
}

#[tokio::test]
async fn a_call_goes_to_the_coach_and_without_a_coachs_channel_to_the_coordinators() {
    let mut world = World::new().await;
    assert_eq!(ask(&mut world, MENTEE, "How do we begin?").await.unwrap().role, COORDINATORS);
    assert!(world.outbox().await[0].0.contains(&DIGEST.to_string()));
    with_coach(&mut world).await;
    assert_eq!(ask(&mut world, MENTOR, "May I say no?").await.unwrap().role, COACHES);
    assert!(world.outbox().await[1].0.contains(&COACHES_CHANNEL.to_string()));
    let mentee = (MENTEE, "How do we begin?".to_owned());
    assert_eq!(read(&mut world, &[COORDINATORS]).await, Ok(vec![mentee]));
    let mentor = (MENTOR, "May I say no?".to_owned());
    assert_eq!(read(&mut world, &[COACHES]).await, Ok(vec![mentor]));
    assert_eq!(read(&mut world, &[RoleId(9)]).await, Err(Refusal::NeedsReader));
}

#[tokio::test]
async fn somebody_takes_care_of_it_and_when_it_is_closed_name_and_words_are_erased() {
    let mut world = World::new().await;
    ask(&mut world, MENTEE, "How do we begin?").await.unwrap();
    assert_eq!(ask(&mut world, MENTEE, "And again").await, Err(Refusal::SupportAsked));
    let id = SupportId(1);
    let call = world.call(UserId(1), DIGEST);
    for (roles, expected) in
        [(&[][..], Err(Refusal::NeedsReader)), (&[COORDINATORS][..], Ok(world.programme.id))]
    {
        assert_eq!(handle(&mut world.conn, &call, roles, id, Handling::Take).await.unwrap(), expected);
    }
    let own = world.call(MENTEE, LOBBY);
    assert!(look(&mut world.conn, &own).await.unwrap().unwrap().open.unwrap().taken);
    handle(&mut world.conn, &call, &[COORDINATORS], id, Handling::Close).await.unwrap().unwrap();
    assert!(look(&mut world.conn, &own).await.unwrap().unwrap().open.is_none());
    let dump = world.dump().await;
    assert!(!dump.contains("How do we begin?"), "{dump}");
    assert_eq!(read(&mut world, &[COORDINATORS]).await, Ok(Vec::new()));
}

#[tokio::test]
async fn a_call_is_read_by_the_role_that_was_named_although_another_one_coordinates_since() {
    let mut world = World::new().await;
    ask(&mut world, MENTEE, "How do we begin?").await.unwrap();
    let server = people::server_get(&mut world.conn, GUILD).await.unwrap().unwrap();
    let others = RoleId(1_060);
    let server = Server { coordinator_role: Some(others), ..server };
    people::server_set(&mut world.conn, &server).await.unwrap();
    assert_eq!(read(&mut world, &[others]).await, Ok(Vec::new()), "they were not named");
    let mentee = (MENTEE, "How do we begin?".to_owned());
    assert_eq!(read(&mut world, &[COORDINATORS]).await, Ok(vec![mentee]));
    let call = world.call(UserId(1), DIGEST);
    for (role, expected) in [(others, Err(Refusal::NeedsReader)), (COORDINATORS, Ok(world.programme.id))] {
        let done = handle(&mut world.conn, &call, &[role], SupportId(1), Handling::Take).await.unwrap();
        assert_eq!(done, expected);
    }
    let own = world.call(MENTEE, LOBBY);
    let stand = look(&mut world.conn, &own).await.unwrap().unwrap();
    assert_eq!(stand.desk.role, COORDINATORS, "whoever asked reads who was named");
}

#[tokio::test]
async fn ones_own_call_can_be_taken_back_and_nobody_elses() {
    let mut world = World::new().await;
    ask(&mut world, MENTEE, "How do we begin?").await.unwrap();
    let call = world.call(MENTOR, ROOM);
    let refused = withdraw(&mut world.conn, &call, SupportId(1)).await.unwrap();
    assert_eq!(refused, Err(Refusal::NothingWaits));
    let call = world.call(MENTEE, ROOM);
    withdraw(&mut world.conn, &call, SupportId(1)).await.unwrap().unwrap();
    assert!(!world.dump().await.contains("How do we begin?"));
}

#[tokio::test]
async fn calls_and_partners_out_of_reach_are_figures_that_pass_suppression() {
    let (mut world, tandems) = World::cohort(16).await;
    let now = world.now();
    for (n, tandem) in tandems.iter().enumerate() {
        for _ in 0..n % 3 {
            let new = SupportCall {
                id: SupportId(0),
                programme: world.programme.id,
                asked_at: now,
                reader: Reader::Coordinator,
                role: None,
                taken: false,
                person: PersonId(1),
                text: "x".into(),
            };
            calls::support_add(&mut world.conn, &new, Some(*tandem)).await.unwrap();
        }
        if n == 0 {
            calls::reach_add(&mut world.conn, *tandem, &[1; 32], now).await.unwrap();
        }
    }
    world.pass(chrono::Duration::weeks(5));
    let (programme, now) = (world.programme.id, world.now());
    crate::app::digest::release_due(&mut world.conn, programme, now).await.unwrap();
    let period = crate::store::releases::releases_of(&mut world.conn, programme).await.unwrap().remove(0);
    assert_eq!(period.of(Cell::SupportCalls), Some(Released::Sum(15)));
    assert!(!period.of(Cell::CantReach).unwrap().is_shown(), "one of sixteen would be found");
}

#[tokio::test]
async fn calls_of_one_night_are_told_by_one_post_in_the_morning() {
    let mut world = World::new().await;
    world.clock.set("2027-01-04T21:00:00Z".parse().unwrap());
    for who in [MENTEE, MENTOR] {
        ask(&mut world, who, "How do we begin?").await.unwrap();
        world.pass(chrono::Duration::minutes(20));
    }
    let due: Vec<_> = world.outbox().await.iter().map(|row| row.2.to_rfc3339()).collect();
    assert_eq!(due, ["2027-01-05T06:30:00+00:00"]);
}

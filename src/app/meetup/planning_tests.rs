//! How speed networking is planned, before it begins.

use super::*;

#[tokio::test]
async fn organisers_choose_the_mentors_and_newcomers_have_a_place_until_it_begins() {
    let mut world = cohort(4, 3).await;
    planned(&mut world, 9).await.unwrap();
    let programme = world.programme.id;
    let call = carla(&mut world);
    choose(&mut world.conn, &call, ROLES, programme, (&[], true), 9).await.unwrap().unwrap();
    let chosen = [mentor(2), mentor(4), mentee(1)];
    choose(&mut world.conn, &call, ROLES, programme, (&chosen, false), 9).await.unwrap().unwrap();
    let ahead = view(&mut world.conn, &call, ROLES, programme).await.unwrap().unwrap();
    assert_eq!(ahead.people, [2, 3, 0]);
    assert_eq!(ahead.absent, [mentor(1), mentor(3)]);
    assert_eq!(ahead.meets, [(2, 2), (3, 3)], "each mentee meets two mentors, each mentor three mentees");
    let nobody = choose(&mut world.conn, &call, ROLES, programme, (&[mentee(1)], true), 9).await.unwrap();
    assert_eq!(nobody.err(), Some(Refusal::NoFreeMentor));
    enrol(&mut world, mentee(9), Role::Mentee).await;
    let server = Server { used_channels: 9, may: true };
    start(&mut world.conn, &call, ROLES, None, server).await.unwrap().unwrap();
    discord(&mut world).await;
    let sitting = sittings::sittings_live(&mut world.conn, GUILD).await.unwrap()[0].id;
    let seats = sittings::seats_of(&mut world.conn, sitting).await.unwrap();
    assert_eq!(seats.len(), 6);
    assert_eq!(
        sittings::spaces_of(&mut world.conn, sitting).await.unwrap().len(),
        3,
        "a lobby and two rooms"
    );
    begin(&mut world.conn, &call, ROLES, programme).await.unwrap().unwrap();
    assert_eq!(job_at(&mut world.conn, jobs::MEETUP, sitting.0).await.unwrap(), Some(world.now()));
}

#[tokio::test]
async fn two_whom_coordinators_bar_do_not_meet_and_a_secret_wish_shows_nowhere() {
    let mut world = cohort(2, 1).await;
    let [one, other] = [world.person(mentor(1)).await.id, world.person(mentee(1)).await.id];
    let sql = format!(
        "INSERT INTO match_bar (programme_id, one_id, other_id) VALUES (1, {}, {})",
        one.0.min(other.0),
        one.0.max(other.0)
    );
    crate::store::exec_for_test(&mut world.conn, &sql).await.unwrap();
    let secret = format!(
        "INSERT INTO rather_not (enrolment_id, user_id)
         SELECT id, {} FROM enrolment WHERE person_id = {}",
        mentor(2),
        other.0
    );
    crate::store::exec_for_test(&mut world.conn, &secret).await.unwrap();
    let sitting = started(&mut world).await;
    for user in [mentor(1), mentor(2), mentee(1)] {
        comes(&mut world, sitting, user, true).await;
    }
    until_round(&mut world, sitting, 99).await;
    let second = world.person(mentor(2)).await.id;
    assert_eq!(met(&mut world).await, [[second.min(other), second.max(other)]]);
}

#[tokio::test]
async fn after_a_time_in_which_nobody_listened_places_are_read_anew_and_a_lost_lobby_ends_it() {
    let mut world = cohort(1, 1).await;
    let sitting = started(&mut world).await;
    let lobby = lobby(&mut world, sitting).await;
    let now = world.now();
    assert!(voice::listens(&mut world.conn, GUILD).await.unwrap());
    let states = [(mentor(1), lobby), (mentee(1), ChannelId(5)), (UserId(77), lobby)].into();
    voice::heard_all(&mut world.conn, GUILD, &states, now).await.unwrap();
    let here = async |world: &mut World| {
        let seats = sittings::seats_of(&mut world.conn, sitting).await.unwrap();
        seats.iter().filter(|seat| seat.space.is_some()).count()
    };
    assert_eq!(here(&mut world).await, 1, "other channels are nobody's business");
    voice::heard_all(&mut world.conn, GUILD, &std::collections::BTreeMap::new(), now).await.unwrap();
    assert_eq!(here(&mut world).await, 0);
    assert!(spaces::channel_gone(&mut world.conn, lobby, now).await.unwrap());
    assert_eq!(state(&mut world, sitting).await, Some((SittingState::Over, 0)));
    assert!(!voice::listens(&mut world.conn, GUILD).await.unwrap());
}

#[tokio::test]
async fn whoever_invites_twice_before_the_first_invitation_is_sent_sends_one() {
    let mut world = cohort(4, 4).await;
    planned(&mut world, 9).await.unwrap();
    world.outbox_clear().await;
    for _ in 0..2 {
        let call = carla(&mut world);
        invite(&mut world.conn, &call, ROLES, world.programme.id).await.unwrap().unwrap();
    }
    let posts = world.outbox().await.into_iter().filter(|row| row.1.kind() == "post").count();
    assert_eq!(posts, 1);
}

use std::collections::BTreeSet;

use super::*;
use crate::app::briefing;
use crate::app::matching::hold;
use crate::app::matching::testing::{asked, carla, cohort, mentee, mentor};
use crate::app::pairing::{self, Candidate as Chosen, Wanted};
use crate::app::testing::{COORDINATORS, GUILD, LOBBY, World};
use crate::domain::ids::{ChannelId, GuildId, TandemId, UserId};
use crate::domain::language::Language;
use crate::domain::tandem::{Side, Tandem, TandemState};
use crate::store::people::{self, Server};

async fn writes(world: &mut World, user: UserId, profile: Profile) {
    let (person, programme) = (world.person(user).await.id, world.programme.id);
    profiles::profile_set(&mut world.conn, programme, person, &profile).await.unwrap();
}

async fn rather_not(world: &mut World, user: UserId, other: UserId) {
    let (person, programme) = (world.person(user).await.id, world.programme.id);
    profiles::rather_nots_set(&mut world.conn, programme, person, &BTreeSet::from([other])).await.unwrap();
}

async fn read(world: &mut World) -> Pool {
    let programme = world.programme.clone();
    pool(&mut world.conn, &programme).await.unwrap()
}

#[tokio::test]
async fn what_people_entered_counts_with_their_places_line_and_secret_wishes() {
    let mut world = cohort(2, 2).await;
    let spoken = Profile { languages: [Language::De].into(), capacity: 3, ..Profile::default() };
    writes(&mut world, mentor(1), Profile { line: "A1".into(), ..spoken.clone() }).await;
    writes(&mut world, mentee(1), Profile { line: "a1".into(), ..spoken.clone() }).await;
    rather_not(&mut world, mentee(2), mentor(1)).await;
    let pool = read(&mut world).await;
    assert_eq!(pool.mentors.iter().map(|one| one.places).collect::<Vec<_>>(), [3, 1]);
    assert_eq!(pool.secret.len(), 1);
    let plan = pool.plan();
    // The first mentor may be proposed to nobody: one of the two is in the same line, the other would rather not.
    assert_eq!(plan.pairs.len(), 1);
    assert_eq!(world.user(plan.pairs[0].mentor).await, mentor(2));
}

#[tokio::test]
async fn places_are_those_that_tandems_and_open_proposals_leave() {
    let mut world = cohort(1, 3).await;
    writes(&mut world, mentor(1), Profile { capacity: 2, ..Profile::default() }).await;
    asked(&mut world).await;
    assert!(read(&mut world).await.mentors.is_empty());
    writes(&mut world, mentor(1), Profile { capacity: 3, ..Profile::default() }).await;
    let pool = read(&mut world).await;
    assert_eq!((pool.mentors[0].places, pool.mentees.len()), (1, 1));
}

#[tokio::test]
async fn a_limited_programme_proposes_no_more_than_it_may_have() {
    let mut world = cohort(3, 3).await;
    world.programme_set("most_tandems", "2").await;
    assert_eq!(read(&mut world).await.plan().pairs.len(), 2);
    asked(&mut world).await;
    assert!(read(&mut world).await.plan().pairs.is_empty());
}

#[tokio::test]
async fn where_the_briefing_is_required_only_who_has_read_it_is_proposed() {
    let mut world = cohort(2, 2).await;
    assert_eq!(read(&mut world).await.plan().pairs.len(), 2, "an offer otherwise");
    world.programme_set("briefing_required", "1").await;
    let plan = read(&mut world).await.plan();
    assert_eq!((plan.pairs.len(), plan.mentors_left.len(), plan.mentees_left.len()), (0, 2, 2));
    for (user, side) in [(mentor(2), Side::Mentor), (mentee(1), Side::Mentee)] {
        let (call, programme) = (world.call(user, LOBBY), world.programme.id);
        briefing::done(&mut world.conn, &call, programme, side).await.unwrap().unwrap();
    }
    let plan = read(&mut world).await.plan();
    assert_eq!(plan.pairs.len(), 1);
    assert_eq!(world.user(plan.pairs[0].mentor).await, mentor(2));
    assert_eq!(world.user(plan.pairs[0].mentee).await, mentee(1));
}

#[tokio::test]
async fn mentors_favourites_count_only_where_the_programme_asks_mentors_too() {
    let mut world = cohort(1, 1).await;
    let (one, other) = (world.person(mentor(1)).await.id, world.person(mentee(1)).await.id);
    let programme = world.programme.id;
    favourites::favourites_set(&mut world.conn, programme, one, &[other]).await.unwrap();
    favourites::favourites_set(&mut world.conn, programme, other, &[one]).await.unwrap();
    assert_eq!(read(&mut world).await.favourites, [(other, one)].into());
    world.programme_set("mentor_favourites", "1").await;
    assert_eq!(read(&mut world).await.favourites, [(other, one), (one, other)].into());
}

#[tokio::test]
async fn people_just_out_of_a_tandem_enter_the_next_plan_together() {
    let mut world = cohort(1, 1).await;
    let room = crate::domain::ids::ChannelId(9_001);
    let tandem = world.tandem(mentor(5), mentee(5), room).await;
    let now = world.now();
    tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
    let people = |pool: &Pool| pool.mentors.len() + pool.mentees.len();
    assert_eq!(people(&read(&mut world).await), 2, "neither of the two");
    tandems::tandem_next_settle(&mut world.conn, tandem).await.unwrap();
    let pool = read(&mut world).await;
    assert_eq!(people(&pool), 4, "both");
    let met = two(world.person(mentor(5)).await.id, world.person(mentee(5)).await.id);
    assert!(pool.met.contains(&met));
}

/// Everything a coordinator reads when trying out whether two go together: holding, pairing by hand, and what stands stored.
async fn tried_out(secret: bool, consults: bool) -> (String, String) {
    let mut world = cohort(2, 2).await;
    if secret {
        rather_not(&mut world, mentee(1), mentor(1)).await;
    }
    let call = carla(&mut world);
    let two = [mentor(1), mentee(1)];
    let held = hold::lock(&mut world.conn, &call, &[COORDINATORS], None, two).await.unwrap();
    let person = |user| Chosen { user, bot: false, member: true };
    let wanted =
        Wanted { programme: None, mentor: person(mentor(1)), mentee: person(mentee(1)), used_channels: 9 };
    let paired = pairing::pair(&mut world.conn, &call, &[COORDINATORS], wanted).await.unwrap();
    let mut shown = format!("{held:?} {paired:?}");
    if consults {
        shown = format!("{shown} {}", read(&mut world).await.secret.is_empty());
    }
    let stored = world.dump().await;
    let stored = stored.lines().filter(|line| !line.starts_with("rather_not:"));
    (shown, stored.collect::<Vec<_>>().join("\n"))
}

#[tokio::test]
async fn trying_pairs_out_by_lock_or_by_hand_tells_nothing_of_what_is_secret() {
    assert_eq!(tried_out(true, false).await, tried_out(false, false).await);
}

#[tokio::test]
async fn a_lock_that_consults_what_is_secret_is_found_out() {
    assert_ne!(tried_out(true, true).await.0, tried_out(false, true).await.0);
}

/// The two of a cohort were a tandem in an earlier programme, on that server.
async fn met_earlier(guild: GuildId) -> World {
    let mut world = cohort(1, 1).await;
    let server = people::server_get(&mut world.conn, GUILD).await.unwrap().unwrap();
    people::server_set(&mut world.conn, &Server { guild, ..server }).await.unwrap();
    let earlier = Programme { guild, name: "2026".into(), ..world.programme.clone() };
    let programme = programmes::programme_add(&mut world.conn, &earlier).await.unwrap().unwrap();
    let now = world.now();
    let tandem = Tandem {
        id: TandemId(0),
        programme,
        mentor: people::person_known(&mut world.conn, guild, mentor(1)).await.unwrap().id,
        mentee: people::person_known(&mut world.conn, guild, mentee(1)).await.unwrap().id,
        category: tandems::category_add(&mut world.conn, guild).await.unwrap(),
        name: "quiet-harbour".into(),
        language: Language::En,
        also: None,
        state: TandemState::Opening,
        channel: None,
        opened_at: now,
        ended_at: None,
    };
    let tandem = tandems::tandem_add(&mut world.conn, &tandem).await.unwrap();
    tandems::tandem_room_bind(&mut world.conn, tandem, ChannelId(9_001)).await.unwrap();
    tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
    world
}

#[tokio::test]
async fn two_who_were_a_tandem_in_another_programme_of_the_server_are_not_proposed_and_may_be_held() {
    for (guild, apart) in [(GUILD, true), (GuildId(9), false)] {
        let mut world = met_earlier(guild).await;
        let programme = world.programme.id;
        let met = rounds::pairs_met(&mut world.conn, programme).await.unwrap();
        assert_eq!(met.len(), usize::from(apart), "on another server it does not count");
        assert_eq!(read(&mut world).await.plan().pairs.len(), usize::from(!apart));
        let call = carla(&mut world);
        let two = [mentor(1), mentee(1)];
        let held = hold::lock(&mut world.conn, &call, &[COORDINATORS], Some("Pilot"), two).await.unwrap();
        assert!(held.is_ok(), "{held:?}");
        assert_eq!(read(&mut world).await.plan().pairs.len(), 1);
    }
}

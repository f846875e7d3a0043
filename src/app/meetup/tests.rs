use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};

use super::plan::{choose, invite, plan, view};
use super::run::{Server, begin, start, stop};
use super::{favourites, rounds, spaces, voice};
use crate::app::effect::Effect;
use crate::app::matching::pool;
use crate::app::matching::testing::{carla, cohort, enrol, mentee, mentor};
use crate::app::testing::{COORDINATORS, GUILD, LOBBY, World};
use crate::app::{jobs, place};
use crate::domain::ids::{ChannelId, PersonId, SittingId, UserId};
use crate::domain::meetup::{FAVOURITES, MET_KEPT, SittingState};
use crate::domain::post::PostKind;
use crate::domain::programme::Role;
use crate::domain::proposal::ProposalState;
use crate::domain::refusal::Refusal;
use crate::store::jobs::{job_at, job_set};
use crate::store::{favourites as stored, posts, proposals, sittings, tandems};

const ROLES: &[crate::domain::ids::RoleId] = &[COORDINATORS];
const BEGINS: &str = "2027-01-14 14:00";

/// Plans a meetup on a server with so many channels.
async fn planned(world: &mut World, used: u32) -> crate::app::Decision<super::plan::Planned> {
    let call = carla(world);
    plan(&mut world.conn, &call, ROLES, None, Some(BEGINS), used).await.unwrap()
}

/// Starts it, at its time.
async fn started(world: &mut World) -> SittingId {
    planned(world, 9).await.unwrap();
    world.clock.set("2027-01-14T12:55:00Z".parse().unwrap());
    let call = carla(world);
    let server = Server { used_channels: 9, may: true };
    start(&mut world.conn, &call, ROLES, None, server).await.unwrap().unwrap();
    discord(world).await;
    let live = sittings::sittings_live(&mut world.conn, GUILD).await.unwrap();
    live[0].id
}

fn channel(space: crate::domain::ids::SpaceId) -> ChannelId {
    ChannelId(900_000 + u64::try_from(space.0).unwrap())
}

/// Does what Discord would do of the outbox by now: makes channels, moves people and tells of it, deletes. What was posted,
/// by kind.
async fn discord(world: &mut World) -> Vec<PostKind> {
    let mut posted = Vec::new();
    let now = world.now();
    loop {
        let due: Vec<Effect> = world
            .outbox()
            .await
            .into_iter()
            .filter(|(_, _, due)| *due <= now)
            .map(|(_, effect, _)| effect)
            .collect();
        if due.is_empty() {
            return posted;
        }
        let sql = format!("DELETE FROM outbox WHERE due_at <= {}", now.timestamp_millis());
        crate::store::exec_for_test(&mut world.conn, &sql).await.unwrap();
        for effect in due {
            match effect {
                Effect::MeetCreate { space } => {
                    spaces::made(&mut world.conn, space, channel(space), now).await.unwrap();
                }
                Effect::MeetMove { sitting, person } => {
                    let goes = spaces::goes_to(&mut world.conn, sitting, person).await.unwrap();
                    if let Some((guild, user, to)) = goes {
                        voice::heard(&mut world.conn, guild, user, Some(to), now).await.unwrap();
                    }
                }
                Effect::MeetDelete { space } => {
                    sittings::space_bind(&mut world.conn, space, None).await.unwrap();
                }
                Effect::Post { post } => {
                    let post = posts::post_get(&mut world.conn, post).await.unwrap();
                    posted.push(post.kind);
                }
                _ => {}
            }
        }
    }
}

async fn lobby(world: &mut World, sitting: SittingId) -> ChannelId {
    sittings::spaces_of(&mut world.conn, sitting).await.unwrap()[0].channel.unwrap()
}

/// Somebody comes into the lobby, or leaves voice.
async fn comes(world: &mut World, sitting: SittingId, user: UserId, comes: bool) {
    let lobby = lobby(world, sitting).await;
    let now = world.now();
    voice::heard(&mut world.conn, GUILD, user, comes.then_some(lobby), now).await.unwrap();
}

/// The sitting's job runs when it is due, as often as there is something to do; whether there was.
async fn step(world: &mut World, sitting: SittingId) -> bool {
    let Some(due) = job_at(&mut world.conn, jobs::MEETUP, sitting.0).await.unwrap() else { return false };
    let now = due.max(world.now());
    world.clock.set(now);
    let next = rounds::turn(&mut world.conn, sitting, now).await.unwrap();
    match next {
        Some(next) => job_set(&mut world.conn, jobs::MEETUP, sitting.0, next).await.unwrap(),
        None => crate::store::jobs::job_drop(&mut world.conn, jobs::MEETUP, sitting.0).await.unwrap(),
    }
    true
}

async fn state(world: &mut World, sitting: SittingId) -> Option<(SittingState, u32)> {
    sittings::sitting_find(&mut world.conn, sitting).await.unwrap().map(|one| (one.state, one.round))
}

/// Lets rounds run until so many have begun, or the sitting is over; what was posted.
async fn until_round(world: &mut World, sitting: SittingId, round: u32) -> Vec<PostKind> {
    let mut posted = Vec::new();
    for _ in 0..200 {
        match state(world, sitting).await {
            Some((SittingState::Talking, now)) if now >= round => return posted,
            Some((SittingState::Over, _)) | None => return posted,
            _ => {}
        }
        step(world, sitting).await;
        posted.extend(discord(world).await);
    }
    panic!("the sitting does not go on");
}

/// Who met whom in the whole programme.
async fn met(world: &mut World) -> Vec<[PersonId; 2]> {
    sittings::pairs_met(&mut world.conn, world.programme.id).await.unwrap()
}

#[tokio::test]
async fn everybody_meets_everybody_once_and_all_of_it_goes_but_the_favourites() {
    let mut world = cohort(3, 4).await;
    let sitting = started(&mut world).await;
    for n in 1..=4 {
        comes(&mut world, sitting, mentee(n), true).await;
    }
    for n in 1..=3 {
        comes(&mut world, sitting, mentor(n), true).await;
    }
    let posted = until_round(&mut world, sitting, 99).await;
    assert_eq!(state(&mut world, sitting).await, Some((SittingState::Over, 4)), "four rounds are enough");
    let pairs = met(&mut world).await;
    assert_eq!((pairs.len(), pairs.iter().collect::<BTreeSet<_>>().len()), (12, 12));
    let count = |kind| posted.iter().filter(|one| **one == kind).count();
    assert_eq!(count(PostKind::MeetupRoom), 12);
    assert_eq!(count(PostKind::MeetupBell), 12, "it rings in each room");
    assert_eq!((count(PostKind::MeetupRound), count(PostKind::MeetupOver)), (4, 1));
    // Mentees are asked; mentors only where the programme wants it.
    let programme = world.programme.clone();
    let (one, coach) = (world.person(mentee(1)).await.id, world.person(mentor(1)).await.id);
    let nameable = favourites::nameable(&mut world.conn, &programme, one).await.unwrap();
    assert_eq!(nameable.len(), 3);
    assert!(favourites::nameable(&mut world.conn, &programme, coach).await.unwrap().is_empty());
    world.programme_set("mentor_favourites", "1").await;
    let wanted = world.programme.clone();
    assert_eq!(favourites::nameable(&mut world.conn, &wanted, coach).await.unwrap().len(), 4);
    let call = world.call(mentee(1), LOBBY);
    let too_many = [mentor(1), mentor(2), mentor(3), mentor(1)];
    let refused = favourites::name(&mut world.conn, &call, programme.id, &too_many).await.unwrap();
    assert_eq!(refused.err(), Some(Refusal::TooManyChosen { max: FAVOURITES }));
    let chosen = favourites::name(&mut world.conn, &call, programme.id, &[mentor(2)]).await.unwrap().unwrap();
    assert!(chosen.answered);
    let (me, now) = (world.person(mentee(1)).await, world.now());
    let waits = place::of(&mut world.conn, me, now).await.unwrap();
    assert!(waits.favourites[0].answered && !waits.waits());
    // Whoever has a partner, or is about to, is not asked.
    let (other, coach) = (world.person(mentee(2)).await.id, world.person(mentor(2)).await.id);
    let call = world.call(mentee(2), LOBBY);
    let asks = async |world: &mut World| {
        favourites::ask(&mut world.conn, &call, programme.id).await.unwrap().map(|asked| asked.people.len())
    };
    assert_eq!(asks(&mut world).await, Ok(3));
    let until = world.now() + Duration::days(7);
    let proposal = proposals::proposal_add(&mut world.conn, programme.id, coach, other, until);
    let proposal = proposal.await.unwrap().unwrap();
    assert_eq!(asks(&mut world).await, Err(Refusal::NothingWaits), "a proposal waits");
    let elsewhere = favourites::name(&mut world.conn, &call, programme.id, &[mentor(1)]).await.unwrap();
    assert_eq!(elsewhere.err(), Some(Refusal::NothingWaits));
    proposals::proposal_close(&mut world.conn, proposal, ProposalState::Lapsed).await.unwrap();
    assert_eq!(asks(&mut world).await, Ok(3), "it came to nothing");
    let tandem = world.tandem(mentor(2), mentee(2), ChannelId(1_300)).await;
    assert_eq!(asks(&mut world).await, Err(Refusal::NothingWaits), "they are a tandem");
    tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
    assert_eq!(asks(&mut world).await, Ok(3), "they are free again");
    // The pairing knows it.
    let favoured = world.person(mentor(2)).await.id;
    assert!(pool(&mut world.conn, &programme).await.unwrap().favourites.contains(&(one, favoured)));
    // Rooms go after the goodbye, everything else 14 days later; the favourite stays.
    step(&mut world, sitting).await;
    discord(&mut world).await;
    let left = sittings::spaces_of(&mut world.conn, sitting).await.unwrap();
    assert!(left.iter().all(|space| space.channel.is_none()));
    let before = world.now();
    step(&mut world, sitting).await;
    assert!(world.now() - before >= MET_KEPT - Duration::minutes(5));
    let dump = world.dump().await;
    for table in ["sitting:", "sitting_guest:", "sitting_space:", "encounter:"] {
        assert!(!dump.contains(table), "{table}");
    }
    assert_eq!(stored::favourites_in(&mut world.conn, programme.id).await.unwrap(), [(one, favoured)]);
    assert!(!step(&mut world, sitting).await, "nothing is left to do");
}

#[tokio::test]
async fn latecomers_and_leavers_are_planned_anew_and_keep_what_has_been() {
    let mut world = cohort(3, 3).await;
    let sitting = started(&mut world).await;
    for n in 1..=2 {
        comes(&mut world, sitting, mentee(n), true).await;
        comes(&mut world, sitting, mentor(n), true).await;
    }
    until_round(&mut world, sitting, 1).await;
    assert_eq!(met(&mut world).await.len(), 2);
    comes(&mut world, sitting, mentor(3), true).await;
    comes(&mut world, sitting, mentee(3), true).await;
    comes(&mut world, sitting, mentor(1), false).await;
    step(&mut world, sitting).await;
    until_round(&mut world, sitting, 2).await;
    let pairs = met(&mut world).await;
    assert_eq!(pairs.len(), 4, "two mentors are left, and both meet somebody new");
    assert_eq!(pairs.iter().collect::<BTreeSet<_>>().len(), 4);
    let late = world.person(mentor(3)).await.id;
    assert!(pairs.iter().any(|pair| pair.contains(&late)));
    // Who was to come and did not is met later: nothing counts that did not take place.
    comes(&mut world, sitting, mentor(1), true).await;
    until_round(&mut world, sitting, 99).await;
    assert_eq!(met(&mut world).await.len(), 9, "in the end everybody has met everybody");
}

#[tokio::test]
async fn a_round_whose_two_do_not_come_together_is_no_meeting_and_the_clock_starts_all_the_same() {
    let mut world = cohort(1, 1).await;
    let sitting = started(&mut world).await;
    comes(&mut world, sitting, mentee(1), true).await;
    comes(&mut world, sitting, mentor(1), true).await;
    step(&mut world, sitting).await;
    let walking = world.now();
    assert_eq!(state(&mut world, sitting).await, Some((SittingState::Walking, 1)));
    // One leaves; the other walks over.
    comes(&mut world, sitting, mentor(1), false).await;
    step(&mut world, sitting).await;
    discord(&mut world).await;
    assert_eq!(state(&mut world, sitting).await.map(|one| one.0), Some(SittingState::Talking));
    assert!(world.now() - walking <= Duration::seconds(60));
    assert!(met(&mut world).await.is_empty());
    until_round(&mut world, sitting, 99).await;
    let call = world.call(mentee(1), LOBBY);
    let programme = world.programme.id;
    let asked = favourites::ask(&mut world.conn, &call, programme).await.unwrap();
    assert_eq!(asked.err(), Some(Refusal::NothingWaits), "nobody was met");
    assert!(!world.dump().await.contains("encounter:"), "what did not take place is forgotten");
}

#[tokio::test]
async fn whoever_walks_over_is_not_moved_and_the_clock_starts_when_all_are_there() {
    let mut world = cohort(2, 2).await;
    let sitting = started(&mut world).await;
    for user in [mentee(1), mentee(2), mentor(1), mentor(2)] {
        comes(&mut world, sitting, user, true).await;
    }
    step(&mut world, sitting).await;
    let rooms = sittings::encounters_of(&mut world.conn, sitting).await.unwrap();
    let now = world.now() + Duration::seconds(5);
    for one in rooms {
        for person in one.pair {
            assert_eq!(state(&mut world, sitting).await, Some((SittingState::Walking, 1)));
            let user = world.user(person).await;
            voice::heard(&mut world.conn, GUILD, user, Some(channel(one.space)), now).await.unwrap();
        }
    }
    assert_eq!(state(&mut world, sitting).await, Some((SittingState::Talking, 1)));
    let moved =
        world.outbox().await.into_iter().any(|(_, effect, _)| matches!(effect, Effect::MeetMove { .. }));
    assert!(!moved);
    let bell = job_at(&mut world.conn, jobs::MEETUP, sitting.0).await.unwrap().unwrap();
    assert_eq!(bell - now, Duration::seconds(240), "half a minute before four and a half are over");
}

#[tokio::test]
async fn there_is_room_for_so_many_and_not_for_more_by_the_same_count_as_tandems() {
    let mut world = cohort(30, 30).await;
    // 480 channels are the server's, one is the lobby's: two rooms are left, and a day holds twelve sittings.
    let refused = planned(&mut world, 477).await;
    assert_eq!(refused.err(), Some(Refusal::MeetupNoRoom { rooms: 1, people: 24 }));
    assert!(!world.dump().await.contains("sitting:"), "nothing is planned");
    planned(&mut world, 473).await.unwrap();
    let call = carla(&mut world);
    let ahead = view(&mut world.conn, &call, ROLES, world.programme.id).await.unwrap().unwrap();
    assert_eq!((ahead.sittings.len(), ahead.rooms), (6, 5));
    assert_eq!(ahead.meetings.0, ahead.meetings.1);
    let gaps: BTreeSet<i64> =
        ahead.sittings.windows(2).map(|two| (two[1].0 - two[0].0).num_minutes()).collect();
    assert_eq!(gaps, [55].into());
    // Somebody has used the channels since.
    let server = Server { used_channels: 476, may: true };
    let call = carla(&mut world);
    let refused = start(&mut world.conn, &call, ROLES, None, server).await.unwrap();
    assert!(matches!(refused, Err(Refusal::MeetupNoRoom { rooms: 2, .. })));
    let server = Server { used_channels: 9, may: false };
    let refused = start(&mut world.conn, &call, ROLES, None, server).await.unwrap();
    assert_eq!(refused.err(), Some(Refusal::MeetupMayNot));
}

#[tokio::test]
async fn sittings_follow_one_another_and_stopping_ends_all_of_them() {
    let mut world = cohort(4, 4).await;
    planned(&mut world, 476).await.unwrap();
    world.clock.set("2027-01-14T13:10:00Z".parse().unwrap());
    let call = carla(&mut world);
    invite(&mut world.conn, &call, ROLES, world.programme.id).await.unwrap().unwrap();
    let server = Server { used_channels: 476, may: true };
    start(&mut world.conn, &call, ROLES, None, server).await.unwrap().unwrap();
    let all = sittings::sittings_of(&mut world.conn, world.programme.id).await.unwrap();
    assert_eq!(all.len(), 2);
    let late = |at: DateTime<Utc>| (at - world.now()).num_minutes();
    assert_eq!(
        all.iter().map(|one| late(one.starts_at)).collect::<Vec<_>>(),
        [2, 57],
        "begun late, all shift"
    );
    assert_eq!(all[1].state, SittingState::Planned);
    discord(&mut world).await;
    for user in [mentor(1), mentee(1)] {
        comes(&mut world, all[0].id, user, true).await;
    }
    until_round(&mut world, all[0].id, 99).await;
    step(&mut world, all[1].id).await;
    assert_eq!(state(&mut world, all[1].id).await, Some((SittingState::Open, 0)), "it opens by itself");
    let call = carla(&mut world);
    let runs = plan(&mut world.conn, &call, ROLES, None, None, 9).await.unwrap();
    assert_eq!(runs.err(), Some(Refusal::MeetupRuns));
    stop(&mut world.conn, &call, ROLES, world.programme.id).await.unwrap().unwrap();
    assert_eq!(state(&mut world, all[1].id).await, Some((SittingState::Over, 0)));
    discord(&mut world).await;
    step(&mut world, all[1].id).await;
    discord(&mut world).await;
    let spaces = sittings::spaces_of(&mut world.conn, all[1].id).await.unwrap();
    assert!(spaces.iter().all(|space| space.channel.is_none()));
    let none = stop(&mut world.conn, &call, ROLES, world.programme.id).await.unwrap();
    assert_eq!(none.err(), Some(Refusal::MeetupNone));
}

#[tokio::test]
async fn a_room_that_is_made_after_the_end_goes_at_once() {
    let mut world = cohort(1, 1).await;
    planned(&mut world, 9).await.unwrap();
    let call = carla(&mut world);
    let server = Server { used_channels: 9, may: true };
    start(&mut world.conn, &call, ROLES, None, server).await.unwrap().unwrap();
    let making: Vec<_> = world.outbox().await;
    let Some(Effect::MeetCreate { space }) = making.last().map(|(_, effect, _)| effect.clone()) else {
        panic!("{making:?}")
    };
    stop(&mut world.conn, &call, ROLES, world.programme.id).await.unwrap().unwrap();
    assert!(!spaces::wanted(&mut world.conn, space).await.unwrap());
    let now = world.now();
    spaces::made(&mut world.conn, space, channel(space), now).await.unwrap();
    let deleted =
        world.outbox().await.into_iter().any(|(_, effect, _)| effect == Effect::MeetDelete { space });
    assert!(deleted);
}

#[path = "planning_tests.rs"]
mod planning;
#[path = "rounds_tests.rs"]
mod rounds_lived;

use super::*;
use crate::app::leaving;
use crate::app::testing::{COORDINATORS, DIGEST, LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::domain::ids::{ChannelId, UserId};
use crate::store::meetings::meeting_add;

const TEXT: &str = "We keep a list of shortcuts beside the keyboard.";
const COORDINATOR: UserId = UserId(1);

/// A tandem that has met.
async fn met() -> World {
    let world = World::new().await;
    world.pass(Duration::days(40));
    world
}

async fn try_share(world: &mut World, who: UserId) -> Decision<Shared> {
    let call = world.call(who, ROOM);
    let draft = Draft { kind: PracticeKind::Tip, text: TEXT.into(), link: None, file: None };
    share(&mut world.conn, &call, draft).await.unwrap()
}

async fn shared(world: &mut World) -> PracticeId {
    try_share(world, MENTOR).await.unwrap().practice
}

async fn answer(world: &mut World, who: UserId, id: PracticeId, said: Consent) -> Answered {
    let call = world.call(who, LOBBY);
    say(&mut world.conn, &call, id, said).await.unwrap().unwrap()
}

async fn agreed_on(world: &mut World, said: [Consent; 2]) -> PracticeId {
    let id = shared(world).await;
    answer(world, MENTOR, id, said[0]).await;
    answer(world, MENTEE, id, said[1]).await;
    id
}

async fn of(world: &mut World, id: PracticeId) -> Practice {
    practices::practice_find(&mut world.conn, id).await.unwrap().unwrap()
}

async fn reviewing(world: &mut World) -> Vec<Reviewed> {
    let (call, programme) = (world.call(COORDINATOR, DIGEST), world.programme.id);
    review(&mut world.conn, &call, &[COORDINATORS], programme).await.unwrap().unwrap()
}

async fn effects(world: &mut World) -> Vec<Effect> {
    world.outbox().await.into_iter().map(|(_, effect, _)| effect).collect()
}

#[tokio::test]
async fn sharing_begins_with_the_first_meeting_or_after_one_rhythm() {
    let mut world = World::new().await;
    let before = world.dump().await;
    assert_eq!(try_share(&mut world, MENTOR).await, Err(Refusal::NotMetYet));
    assert_eq!(world.dump().await, before);
    let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
    let at = now + Duration::days(2);
    let meeting = crate::domain::meeting::Meeting::planned(tandem, Side::Mentor, at, 60, String::new(), now);
    meeting_add(&mut world.conn, &meeting).await.unwrap();
    assert_eq!(try_share(&mut world, MENTOR).await, Err(Refusal::NotMetYet), "it is only planned");
    world.pass(Duration::days(3));
    assert!(try_share(&mut world, MENTEE).await.is_ok());
    let mut world = met().await;
    assert!(try_share(&mut world, MENTOR).await.is_ok(), "people also meet without telling the bot");
}

#[tokio::test]
async fn names_stand_below_only_where_both_said_so_and_the_answers_are_erased() {
    for (said, named) in [
        ([Consent::Named, Consent::Named], true),
        ([Consent::Named, Consent::Unnamed], false),
        ([Consent::Unnamed, Consent::Named], false),
        ([Consent::Unnamed, Consent::Unnamed], false),
    ] {
        let mut world = met().await;
        let id = agreed_on(&mut world, said).await;
        let practice = of(&mut world, id).await;
        assert_eq!((practice.state, practice.named), (PracticeState::Ready, named));
        assert_eq!((practice.mentor_answer, practice.mentee_answer), (None, None));
        let authors = reviewing(&mut world).await[0].authors;
        assert_eq!(authors, named.then_some([MENTOR, MENTEE]), "without names she does not learn them");
    }
}

#[tokio::test]
async fn a_no_and_silence_leave_the_same_bytes_behind_and_show_at_the_deadline() {
    let mut dumps = Vec::new();
    let said =
        [None, Some((MENTOR, Consent::No)), Some((MENTEE, Consent::No)), Some((MENTEE, Consent::Named))];
    for said in said {
        let mut world = met().await;
        let id = shared(&mut world).await;
        world.outbox_clear().await;
        if let Some((who, consent)) = said {
            answer(&mut world, who, id, consent).await;
        }
        assert!(effects(&mut world).await.is_empty(), "nothing shows before the deadline (P17)");
        world.pass(ANSWER_WITHIN);
        let now = world.now();
        lapse(&mut world.conn, id, now).await.unwrap();
        assert_eq!(of(&mut world, id).await.state, PracticeState::Dropped);
        let dump = world.dump().await;
        assert!(!dump.contains("shortcuts"), "what nobody publishes is not kept");
        dumps.push(dump);
    }
    assert!(dumps.iter().all(|dump| *dump == dumps[0]), "{dumps:#?}");
}

#[tokio::test]
async fn who_proposed_it_is_nowhere() {
    let mut dumps = Vec::new();
    for who in [MENTOR, MENTEE] {
        let mut world = met().await;
        let call = Call { request: String::new(), ..world.call(who, ROOM) };
        let draft = Draft { kind: PracticeKind::Tip, text: TEXT.into(), link: None, file: None };
        share(&mut world.conn, &call, draft).await.unwrap().unwrap();
        dumps.push(world.dump().await);
    }
    assert_eq!(dumps[0], dumps[1]);
}

#[tokio::test]
async fn neither_numbers_nor_order_tell_a_coordinator_whose_a_nameless_one_is() {
    let mut lists = Vec::new();
    for order in [[0_u64, 1, 2], [2, 1, 0]] {
        let (mut world, _) = World::cohort(3).await;
        world.pass(Duration::days(40));
        let mut ids = Vec::new();
        for n in order {
            let call = world.call(UserId(5_000 + n), ChannelId(7_000 + n));
            let text = ["Zebra", "Apple", "Mango"][usize::try_from(n).unwrap()];
            let draft = Draft { kind: PracticeKind::Insight, text: text.into(), link: None, file: None };
            let id = share(&mut world.conn, &call, draft).await.unwrap().unwrap().practice;
            ids.push(id.0);
            for who in [5_000 + n, 6_000 + n] {
                answer(&mut world, UserId(who), id, Consent::Unnamed).await;
            }
        }
        let sorted = {
            let mut sorted = ids.clone();
            sorted.sort_unstable();
            sorted
        };
        assert_ne!(ids, sorted, "numbers are drawn");
        let all = reviewing(&mut world).await;
        assert!(all.iter().all(|one| one.authors.is_none()));
        lists.push(all.into_iter().map(|one| one.practice.text).collect::<Vec<_>>());
    }
    assert_eq!(lists, [["Apple", "Mango", "Zebra"], ["Apple", "Mango", "Zebra"]]);
}

#[tokio::test]
async fn a_release_publishes_once_and_tells_the_two() {
    let mut world = met().await;
    let id = agreed_on(&mut world, [Consent::Unnamed, Consent::Named]).await;
    world.outbox_clear().await;
    let call = world.call(COORDINATOR, DIGEST);
    let refused = release(&mut world.conn, &call, &[], id).await.unwrap();
    assert_eq!(refused, Err(Refusal::NeedsCoordinator));
    release(&mut world.conn, &call, &[COORDINATORS], id).await.unwrap().unwrap();
    assert_eq!(
        release(&mut world.conn, &call, &[COORDINATORS], id).await.unwrap(),
        Err(Refusal::NothingWaits)
    );
    let mut kinds = Vec::new();
    for (lane, effect, _) in world.outbox().await {
        if let Effect::Post { post } = effect {
            kinds.push((posts::post_get(&mut world.conn, post).await.unwrap().kind, lane));
        }
    }
    let (lobby, room) = (channel_lane(LOBBY), "room:1".to_owned());
    assert_eq!(kinds, [(PostKind::Practice, lobby), (PostKind::PracticeNews, room)]);
    assert!(reviewing(&mut world).await.is_empty());
}

#[tokio::test]
async fn a_remark_goes_back_through_the_bot_and_a_new_wording_starts_anew() {
    let mut world = met().await;
    let id = agreed_on(&mut world, [Consent::Unnamed; 2]).await;
    let call = world.call(COORDINATOR, DIGEST);
    let blank = return_with(&mut world.conn, &call, &[COORDINATORS], id, "  ").await.unwrap();
    assert!(matches!(blank, Err(Refusal::TextLength { .. })));
    let remark = "Which program is that?";
    return_with(&mut world.conn, &call, &[COORDINATORS], id, remark).await.unwrap().unwrap();
    let practice = of(&mut world, id).await;
    assert_eq!((practice.state, practice.remark.as_deref()), (PracticeState::Returned, Some(remark)));
    let post = posts::post_about(&mut world.conn, PostKind::PracticeNews, id.0).await.unwrap();
    assert!(post.is_some_and(|post| post.tandem.is_some()));
    assert_ne!(shared(&mut world).await, id);
}

#[tokio::test]
async fn either_of_the_two_takes_it_back_at_any_time_and_leaves_the_same_bytes() {
    let mut dumps = Vec::new();
    for who in [MENTOR, MENTEE] {
        let mut world = met().await;
        let id = agreed_on(&mut world, [Consent::Named; 2]).await;
        let call = world.call(COORDINATOR, DIGEST);
        release(&mut world.conn, &call, &[COORDINATORS], id).await.unwrap().unwrap();
        let end = world.call(MENTEE, ROOM);
        let tandem = world.tandem_in(ROOM).await.id;
        leaving::end(&mut world.conn, &end, tandem).await.unwrap().unwrap();
        let stranger = world.call(UserId(77), LOBBY);
        let refused = withdraw(&mut world.conn, &stranger, id).await.unwrap();
        assert_eq!(refused, Err(Refusal::NotYourRoom));
        let call = world.call(who, LOBBY);
        assert_eq!(mine(&mut world.conn, &call).await.unwrap().unwrap().len(), 1, "after the ending as well");
        for _ in 0..2 {
            withdraw(&mut world.conn, &call, id).await.unwrap().unwrap();
        }
        let deletes = effects(&mut world).await;
        let deletes = deletes.iter().filter(|effect| matches!(effect, Effect::PostDelete { .. })).count();
        assert_eq!(deletes, 1, "harmless when repeated");
        let dump = world.dump().await;
        assert!(!dump.contains("shortcuts"));
        dumps.push(dump);
    }
    assert_eq!(dumps[0], dumps[1]);
}

#[tokio::test]
async fn what_still_waits_when_a_tandem_ends_stays_in_it_and_what_both_agreed_to_goes_its_way() {
    let mut world = met().await;
    let (waiting, ready) = (shared(&mut world).await, agreed_on(&mut world, [Consent::Unnamed; 2]).await);
    let call = world.call(MENTEE, ROOM);
    let tandem = world.tandem_in(ROOM).await.id;
    leaving::end(&mut world.conn, &call, tandem).await.unwrap().unwrap();
    assert_eq!(of(&mut world, waiting).await.state, PracticeState::Dropped);
    assert_eq!(of(&mut world, ready).await.state, PracticeState::Ready);
    let late = world.call(MENTOR, LOBBY);
    let refused = say(&mut world.conn, &late, waiting, Consent::Named).await.unwrap();
    assert_eq!(refused, Err(Refusal::NothingWaits));
}

#[tokio::test]
async fn a_practice_that_waits_stands_behind_my_place_for_both_until_its_deadline() {
    let mut world = met().await;
    let id = shared(&mut world).await;
    let place = async |world: &mut World, who| {
        let call = world.call(who, LOBBY);
        crate::app::place::place(&mut world.conn, &call).await.unwrap().unwrap()
    };
    for who in [MENTOR, MENTEE] {
        let place = place(&mut world, who).await;
        assert_eq!(place.practices[0].0.id, id);
        assert!(place.waits());
    }
    answer(&mut world, MENTEE, id, Consent::No).await;
    assert!(!place(&mut world, MENTEE).await.waits(), "answered, and still to be changed");
    assert_eq!(place(&mut world, MENTEE).await.practices.len(), 1);
    world.pass(ANSWER_WITHIN);
    assert!(place(&mut world, MENTOR).await.practices.is_empty());
}

#[tokio::test]
async fn only_so_many_wait_at_a_time() {
    let mut world = met().await;
    for _ in 0..WAITING_MAX {
        shared(&mut world).await;
    }
    assert_eq!(try_share(&mut world, MENTEE).await, Err(Refusal::PracticesWait { max: WAITING_MAX }));
}

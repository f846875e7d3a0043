use super::*;
use crate::app::testing::{COORDINATORS, LOBBY, MENTOR, World};
use crate::domain::ids::GuildId;
use crate::store::posts;

fn words(words: &str, target: Target) -> Draft {
    Draft { programme: None, target, words: words.into(), link: None, file: None }
}

async fn try_draft(world: &mut World, draft: Draft) -> Decision<Drafted> {
    let call = world.call(MENTOR, LOBBY);
    super::draft(&mut world.conn, &call, &[COORDINATORS], draft).await.unwrap()
}

async fn try_send(world: &mut World, id: AnnouncementId, roles: &[RoleId]) -> Decision<Drafted> {
    let call = world.call(MENTOR, LOBBY);
    send(&mut world.conn, &call, roles, id).await.unwrap()
}

#[tokio::test]
async fn a_draft_is_seen_by_nobody_until_it_is_sent_and_is_sent_once() {
    let mut world = World::empty().await;
    let file = Some(("Plan.PDF".to_owned(), vec![1, 2, 3]));
    let drafted =
        try_draft(&mut world, Draft { file, ..words("The room has changed.", Target::All) }).await.unwrap();
    assert_eq!(drafted.channel, LOBBY);
    assert!(world.outbox().await.is_empty());
    let id = drafted.announcement;
    let stored = announcements::announcement_find(&mut world.conn, id).await.unwrap().unwrap();
    assert_eq!(stored.file_name.as_deref(), Some("announcement.pdf"));
    assert_eq!(try_send(&mut world, id, &[]).await, Err(Refusal::NeedsCoordinator));
    assert_eq!(try_send(&mut world, id, &[COORDINATORS]).await, Ok(drafted));
    assert_eq!(try_send(&mut world, id, &[COORDINATORS]).await, Err(Refusal::NothingWaits));
    assert_eq!(world.outbox().await.len(), 1);
    let post = posts::post_about(&mut world.conn, PostKind::Announcement, id.0).await.unwrap().unwrap();
    assert_eq!(post.channel, Some(LOBBY));
}

#[tokio::test]
async fn what_cannot_be_announced_is_refused() {
    let mut world = World::empty().await;
    let run = Some(("setup.exe".to_owned(), vec![0]));
    for (draft, refusal) in [
        (words("", Target::All), Refusal::TextLength { max: WORDS_MAX }),
        (words("Hello", Target::Lounge), Refusal::NoLounge),
        (Draft { link: Some("ftp://x".into()), ..words("Hello", Target::All) }, Refusal::BadLink),
        (Draft { file: run, ..words("Hello", Target::All) }, Refusal::FileRuns),
    ] {
        assert_eq!(try_draft(&mut world, draft).await, Err(refusal));
    }
    world.programme_set("phase", "draft").await;
    assert_eq!(try_draft(&mut world, words("Hello", Target::All)).await, Err(Refusal::WrongPhase));
}

#[tokio::test]
async fn a_draft_of_another_server_or_of_yesterday_is_not_sent() {
    let mut world = World::empty().await;
    let id = try_draft(&mut world, words("Hello", Target::All)).await.unwrap().announcement;
    let foreign = Call { guild: GuildId(9), ..world.call(MENTOR, LOBBY) };
    let elsewhere = send(&mut world.conn, &foreign, &[COORDINATORS], id).await.unwrap();
    assert_eq!(elsewhere, Err(Refusal::NotSetUp));
    world.pass(chrono::Duration::days(2));
    assert_eq!(try_send(&mut world, id, &[COORDINATORS]).await, Err(Refusal::NothingWaits));
    try_draft(&mut world, words("Again", Target::All)).await.unwrap();
    assert!(
        announcements::announcement_find(&mut world.conn, id).await.unwrap().is_none(),
        "it is forgotten"
    );
}

#[tokio::test]
async fn a_draft_that_nobody_sends_goes_after_a_day_whether_or_not_another_one_follows() {
    let mut world = World::empty().await;
    let file = Some(("Plan.PDF".to_owned(), vec![1, 2, 3]));
    let old = try_draft(&mut world, Draft { file, ..words("A secret", Target::All) }).await.unwrap();
    let due = jobs::job_at(&mut world.conn, DRAFTS, 0).await.unwrap();
    assert_eq!(due, Some(world.now() + DRAFT_FOR));
    world.pass(DRAFT_FOR - chrono::Duration::seconds(1));
    let now = world.now();
    assert_eq!(forget(&mut world.conn, now).await.unwrap(), due);
    assert!(world.dump().await.contains("A secret"));
    let due = due.unwrap();
    assert_eq!(forget(&mut world.conn, due).await.unwrap(), None);
    let dump = world.dump().await;
    assert!(!dump.contains("A secret") && !dump.contains("announcement.pdf"), "{dump}");
    let new = try_draft(&mut world, words("Hello", Target::All)).await.unwrap();
    assert_ne!(new.announcement, old.announcement, "the old one's button must not send it");
}

//! An answer that takes longer than Discord waits for is announced in time, and comes afterwards (D10).

use std::sync::Arc;
use std::time::Duration as Wall;

use chrono::Duration;
use serde_json::json;
use tandem::sandbox::people::Deed;
use tandem::sandbox::state::Settings;
use tandem::sandbox::view::Answer;
use tokio::sync::oneshot;

use crate::play::stage::OnStage;
use crate::play::{self, House as _};

/// Looks again and again whether something is so.
async fn until(mut is_so: impl FnMut() -> bool) {
    let looks = async {
        while !is_so() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Wall::from_mins(1), looks).await.expect("it is never so");
}

#[tokio::test]
async fn an_answer_that_takes_longer_is_announced_in_time_and_comes_afterwards_in_private() {
    let mut house = OnStage::open(Settings::default()).await;
    play::founded(&mut house, json!({})).await;
    play::paired(&mut house).await;
    let vera = house.person("vera");
    let room = house.room(vera).expect("a room");
    let bot = Arc::clone(&house.stage.service.as_ref().expect("a bot").bot);
    // Somebody holds the one door, so that nothing can be stored.
    let (inside, is_inside) = oneshot::channel();
    let (leave, may_leave) = oneshot::channel::<()>();
    let holder = Arc::clone(&bot);
    let held = tokio::spawn(async move {
        let stays = holder.app.store.write(move |_| {
            Box::pin(async move {
                inside.send(()).unwrap();
                may_leave.await.unwrap();
                Ok(())
            })
        });
        stays.await
    });
    is_inside.await.unwrap();
    let options = serde_json::from_value(json!({ "text": "Read one chapter." })).unwrap();
    let guild = Some(house.sandbox().guild_id());
    let deed = Deed::Command { guild, channel: room, name: "task assign".to_owned(), options, locale: None };
    let asked = house.sandbox().act(vera, deed).unwrap().interaction.unwrap();
    let state = |house: &OnStage| house.sandbox().interaction(asked).unwrap().state;
    until(|| bot.is_answering()).await;
    assert_eq!(state(&house), Answer::Waiting);
    let later = house.sandbox().clock.now() + Duration::milliseconds(1_600);
    house.turn(later);
    until(|| state(&house) != Answer::Waiting).await;
    assert_eq!(state(&house), Answer::Deferred, "announced before three seconds are over");
    leave.send(()).unwrap();
    held.await.unwrap().unwrap();
    house.settle().await;
    let view = house.sandbox().interaction(asked).unwrap();
    assert_eq!((view.state, view.private), (Answer::Answered, true));
    house.an_hour().await;
    assert_eq!(house.find(vera, room, "🧩").reactions.len(), 2, "and its card is there");
    house.end().await;
}

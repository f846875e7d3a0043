//! A server without room for all tandems of a round (D3): none of them opens, and coordinators read how many would.

use std::collections::BTreeSet;

use chrono::Duration;
use serde_json::json;
use tandem::domain::language::Language;
use tandem::domain::refusal::Refusal;
use tandem::locales::say;
use tandem::sandbox::world::NewChannel;

use super::{START, all_refused};
use crate::company::{Company, moment};
use crate::opening::accepted;

/// The server's channels, categories included.
fn channels(company: &Company) -> BTreeSet<u64> {
    let (world, guild) = (company.stage.sandbox.world(), company.stage.sandbox.guild_id());
    world.channels.values().filter(|one| one.guild == Some(guild)).map(|one| one.id).collect()
}

/// So many channels of others' are deleted.
async fn deleted(company: &Company, others: &mut Vec<u64>, count: usize) {
    for channel in others.drain(..count) {
        assert!(company.stage.sandbox.delete_channel(channel));
    }
    company.pass(3).await;
}

#[tokio::test]
async fn a_full_server_opens_no_tandem_of_a_round_until_there_is_room_for_all() {
    let company = Company::open(START).await;
    company.programme("Pilot", json!({ "questions": "0 12 5 * *" })).await;
    let sandbox = &company.stage.sandbox;
    accepted(sandbox, &company.database, 40, moment(START) + Duration::hours(1)).await;
    let mut others = Vec::new();
    for number in channels(&company).len()..480 {
        let new = NewChannel::of(0, &format!("projekt-{number}"));
        others.extend(sandbox.add_channel(sandbox.guild_id(), new));
    }
    let full = channels(&company);
    assert_eq!(full.len(), 480);
    company.pass(26 * 3_600).await;
    assert_eq!(channels(&company), full, "no channel is made");
    let stored = company.dump().await;
    assert!(!stored.iter().any(|line| line.starts_with("tandem:") || line.starts_with("category:")));
    let (carla, lobby) = (company.person("carla"), company.lobby());
    let told =
        |room: u32| say(Language::De, "match-lacks-room").with("tandems", 40).with("room", room).text();
    let office = company.posts(carla, company.channel("koordination"));
    assert!(office.iter().any(|post| post.content == told(0)), "{office:?}");
    // Room for some of them is not room for all, and one of the channels is their category.
    deleted(&company, &mut others, 20).await;
    let lacks = Refusal::NoRoom { room: 19 };
    all_refused(&company, &[(carla, lobby, "coordination match confirm", json!({}), lacks)]).await;
    deleted(&company, &mut others, 21).await;
    let before = channels(&company);
    company.run(carla, lobby, "coordination match confirm", json!({})).await;
    company.pass(600).await;
    assert_eq!(channels(&company).difference(&before).count(), 41);
    assert_eq!(channels(&company).len(), 480, "the reserve is untouched");
}

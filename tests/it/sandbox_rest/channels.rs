//! Channels: the private one made in a single request, the limits, who may set which overwrite, and moving.

use serde_json::{Value, json};
use tandem::sandbox::{
    permissions as bits,
    state::{Overwrite, channel},
    world::NewChannel,
};

use super::World;

fn private(world: &World, person: u64) -> Value {
    json!([
        {"id": world.guild().to_string(), "type": 0, "deny": bits::VIEW_CHANNEL.to_string()},
        {"id": person.to_string(), "type": 1, "allow": bits::VIEW_CHANNEL.to_string()},
        {"id": world.bot().to_string(), "type": 1, "allow": bits::VIEW_CHANNEL.to_string()},
    ])
}

#[tokio::test]
async fn a_private_channel_is_made_in_one_request() {
    let world = World::start().await;
    let (vera, ulrich, bot) = (world.person("vera"), world.person("ulrich"), world.bot());
    let body = json!({"name": "Kiefer Otter!", "type": 0, "topic": "For two", "permission_overwrites": private(&world, vera)});
    let made = world.post(&format!("/guilds/{}/channels", world.guild()), body).await;
    assert_eq!(made.status, 201);
    assert_eq!(made.body["name"], "kiefer-otter");
    assert_eq!(made.body["permission_overwrites"].as_array().unwrap().len(), 3);
    let state = world.sandbox.world();
    let sees = |person| bits::sees(&state, &state.channels[&made.id()], person, super::nine());
    assert!(sees(vera) && sees(bot) && !sees(ulrich));
}

#[tokio::test]
async fn a_channel_without_overwrites_takes_those_of_its_category() {
    let world = World::start().await;
    let (guild, vera) = (world.guild(), world.person("vera"));
    let path = format!("/guilds/{guild}/channels");
    let category = json!({"name": "Tandems", "type": 4, "permission_overwrites": private(&world, vera)});
    let category = world.post(&path, category).await.id();
    let child = world.post(&path, json!({"name": "child", "parent_id": category.to_string()})).await;
    assert_eq!(child.body["permission_overwrites"].as_array().unwrap().len(), 3);
    assert_eq!(world.delete(&format!("/channels/{category}")).await.status, 200);
    let orphan = world.get(&format!("/channels/{}", child.id())).await;
    assert_eq!(orphan.body["parent_id"], Value::Null);
}

#[tokio::test]
async fn a_server_has_room_for_500_channels_and_a_category_for_50() {
    let world = World::start().await;
    let guild = world.guild();
    let path = format!("/guilds/{guild}/channels");
    let category = world.sandbox.add_channel(guild, NewChannel::of(channel::CATEGORY, "full")).unwrap();
    for _ in 0..50 {
        let new = NewChannel { parent: Some(category), ..NewChannel::of(channel::TEXT, "x") };
        world.sandbox.add_channel(guild, new);
    }
    let crowded = world.post(&path, json!({"name": "x", "parent_id": category.to_string()})).await;
    assert_eq!(crowded.code(), (400, 50035));
    assert_eq!(crowded.wrong("parent_id"), "CHANNEL_PARENT_MAX_CHANNELS");
    let used = world.sandbox.world().channels_of(guild).count();
    for _ in used..499 {
        world.sandbox.add_channel(guild, NewChannel::of(channel::TEXT, "x"));
    }
    assert_eq!(world.post(&path, json!({"name": "the-last"})).await.status, 201);
    assert_eq!(world.post(&path, json!({"name": "one-more"})).await.code(), (400, 30013));
}

#[tokio::test]
async fn wrong_fields_are_named_one_by_one() {
    let world = World::start().await;
    let path = format!("/guilds/{}/channels", world.guild());
    for (body, field, code) in [
        (json!({}), "name", "BASE_TYPE_REQUIRED"),
        (json!({"name": ""}), "name", "BASE_TYPE_REQUIRED"),
        (json!({"name": "x".repeat(101)}), "name", "BASE_TYPE_BAD_LENGTH"),
        (json!({"name": "x", "type": 99}), "type", "BASE_TYPE_CHOICES"),
        (json!({"name": "x", "topic": "x".repeat(1025)}), "topic", "BASE_TYPE_MAX_LENGTH"),
        (json!({"name": "x", "rate_limit_per_user": 21_601}), "rate_limit_per_user", "NUMBER_TYPE_MAX"),
        (json!({"name": "x", "parent_id": "abc"}), "parent_id", "NUMBER_TYPE_COERCE"),
        (json!({"name": "x", "parent_id": "1"}), "parent_id", "CHANNEL_PARENT_INVALID"),
        (json!({"name": "x", "nsfw": "no"}), "nsfw", "BOOLEAN_TYPE_CONVERT"),
        (
            json!({"name": "x", "permission_overwrites": [{"type": 0}]}),
            "permission_overwrites.0.id",
            "BASE_TYPE_REQUIRED",
        ),
        (
            json!({"name": "x", "permission_overwrites": [{"id": "1", "type": 2}]}),
            "permission_overwrites.0.type",
            "BASE_TYPE_CHOICES",
        ),
        (
            json!({"name": "x", "permission_overwrites": vec![json!({"id": "1", "type": 1}); 101]}),
            "permission_overwrites",
            "BASE_TYPE_BAD_LENGTH",
        ),
    ] {
        let answer = world.post(&path, body).await;
        assert_eq!(answer.code(), (400, 50035), "{answer:?}");
        assert_eq!(answer.wrong(field), code, "{answer:?}");
    }
}

#[tokio::test]
async fn a_bot_sets_only_what_it_holds_itself() {
    let world = World::start().await;
    let (guild, vera) = (world.guild(), world.person("vera"));
    world.bot_may(bits::MANAGE_CHANNELS | bits::MANAGE_ROLES | bits::VIEW_CHANNEL | bits::SEND_MESSAGES);
    let path = format!("/guilds/{guild}/channels");
    let with = |allow: u64| json!({"name": "x", "permission_overwrites": [{"id": vera.to_string(), "type": 1, "allow": allow.to_string()}]});
    let made = world.post(&path, with(bits::SEND_MESSAGES)).await.id();
    assert_eq!(world.post(&path, with(bits::ATTACH_FILES)).await.code(), (403, 50013));
    assert_eq!(world.post(&path, with(bits::MANAGE_ROLES)).await.code(), (403, 50013));
    let set = format!("/channels/{made}/permissions/{vera}");
    assert_eq!(world.put(&set, json!({"type": 1, "allow": "1024"})).await.status, 204);
    assert_eq!(world.put(&set, json!({"type": 1, "allow": "32768"})).await.code(), (403, 50013));
    assert_eq!(
        world.put(&format!("/channels/{made}/permissions/1"), json!({"type": 0})).await.code(),
        (404, 10011)
    );
    assert_eq!(world.delete(&set).await.status, 204);
    assert_eq!(world.delete(&set).await.code(), (404, 10009));
    world.bot_may(bits::MANAGE_CHANNELS | bits::VIEW_CHANNEL);
    let change = json!({"permission_overwrites": []});
    assert_eq!(world.patch(&format!("/channels/{made}"), change).await.code(), (403, 50013));
    world.bot_may(bits::VIEW_CHANNEL);
    assert_eq!(world.post(&path, json!({"name": "x"})).await.code(), (403, 50013));
    assert_eq!(world.delete(&format!("/channels/{made}")).await.code(), (403, 50013));
    world.bot_may(bits::ADMINISTRATOR);
    assert_eq!(world.post(&path, with(bits::MANAGE_ROLES)).await.status, 201);
}

#[tokio::test]
async fn all_overwrites_of_a_channel_change_in_one_request() {
    let world = World::start().await;
    let (channel, vera) = (world.fresh(), world.person("vera"));
    let changed = world
        .patch(&format!("/channels/{channel}"), json!({"permission_overwrites": private(&world, vera)}))
        .await;
    assert_eq!(changed.status, 200);
    let seen = bits::VIEW_CHANNEL;
    let set = world.sandbox.world().channels[&channel].overwrites.clone();
    assert_eq!(
        set,
        [
            Overwrite { id: world.guild(), kind: 0, allow: 0, deny: seen },
            Overwrite { id: vera, kind: 1, allow: seen, deny: 0 },
            Overwrite { id: world.bot(), kind: 1, allow: seen, deny: 0 },
        ]
    );
}

#[tokio::test]
async fn only_one_channel_changes_its_category_at_a_time() {
    let world = World::start().await;
    let guild = world.guild();
    let category = world.sandbox.add_channel(guild, NewChannel::of(channel::CATEGORY, "new")).unwrap();
    let (first, second) = (world.fresh(), world.fresh());
    let into = |id: u64| json!({"id": id.to_string(), "parent_id": category.to_string(), "position": 3});
    let path = format!("/guilds/{guild}/channels");
    assert_eq!(world.patch(&path, json!([into(first), into(second)])).await.code(), (400, 40009));
    assert_eq!(
        world.patch(&path, json!([into(first), {"id": second.to_string(), "position": 7}])).await.status,
        204
    );
    let state = world.sandbox.world();
    assert_eq!((state.channels[&first].parent, state.channels[&second].parent), (Some(category), None));
    assert_eq!(state.channels[&second].position, 7);
}

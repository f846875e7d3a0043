//! Members: found, given roles within the hierarchy, and moved in voice.

use serde_json::{Value, json};
use tandem::sandbox::{
    gateway::intents::GUILD_MEMBERS,
    people::Deed,
    permissions as bits,
    state::channel,
    world::{NewChannel, NewRole},
};

use super::World;

#[tokio::test]
async fn members_are_found_by_id_and_by_the_beginning_of_a_name() {
    let world = World::start().await;
    let (guild, vera) = (world.guild(), world.person("vera"));
    let members = format!("/guilds/{guild}/members");
    let found = world.get(&format!("{members}/{vera}")).await.body;
    assert_eq!(found["user"]["username"], "vera");
    assert_eq!(
        world.get(&format!("{members}/search?query=ver&limit=5")).await.body.as_array().unwrap().len(),
        1
    );
    assert_eq!(world.get(&format!("{members}/1")).await.code(), (404, 10013));
    world.sandbox.remove_member(guild, vera);
    assert_eq!(world.get(&format!("{members}/{vera}")).await.code(), (404, 10007));
    assert_eq!(world.get(&format!("{members}?limit=10")).await.code(), (403, 50001));
    world.sandbox.change_settings(|settings| settings.privileged_intents = GUILD_MEMBERS);
    assert_eq!(world.get(&format!("{members}?limit=4")).await.body.as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn only_roles_below_the_bots_own_can_be_given() {
    let world = World::start().await;
    let (guild, vera) = (world.guild(), world.person("vera"));
    let role =
        world.sandbox.add_role(guild, NewRole { name: "Mentee".to_owned(), ..NewRole::default() }).unwrap();
    let path = format!("/guilds/{guild}/members/{vera}/roles/{role}");
    assert_eq!(world.put(&path, Value::Null).await.status, 204);
    assert!(world.sandbox.world().guilds[&guild].members[&vera].roles.contains(&role));
    assert_eq!(world.delete(&path).await.status, 204);
    world.sandbox.change_role(guild, role, |role| role.position = 200);
    assert_eq!(world.put(&path, Value::Null).await.code(), (403, 50013));
    assert_eq!(
        world.put(&format!("/guilds/{guild}/members/{vera}/roles/1"), Value::Null).await.code(),
        (404, 10011)
    );
    world.bot_may(bits::VIEW_CHANNEL);
    assert_eq!(world.put(&path, Value::Null).await.code(), (403, 50013));
}

#[tokio::test]
async fn only_people_in_voice_are_moved_and_only_to_where_the_bot_may_connect() {
    let world = World::start().await;
    let (guild, vera, lobby) = (world.guild(), world.person("vera"), world.channel("Treffpunkt"));
    let room = world.sandbox.add_channel(guild, NewChannel::of(channel::VOICE, "Raum 1")).unwrap();
    let path = format!("/guilds/{guild}/members/{vera}");
    let to = |channel: u64| json!({"channel_id": channel.to_string()});
    assert_eq!(world.patch(&path, to(room)).await.code(), (400, 40032));
    let state = format!("/guilds/{guild}/voice-states/{vera}");
    assert_eq!(world.get(&state).await.code(), (404, 10065));
    world.sandbox.act(vera, Deed::JoinVoice { channel: lobby }).unwrap();
    assert_eq!(world.patch(&path, to(room)).await.status, 200);
    assert_eq!(world.get(&state).await.body["channel_id"], room.to_string());
    assert_eq!(world.patch(&path, to(world.channel("allgemein"))).await.code(), (400, 50024));
    assert_eq!(world.patch(&path, json!({"channel_id": null})).await.status, 200);
    assert_eq!(world.get(&state).await.status, 404);
    world.bot_may(bits::VIEW_CHANNEL | bits::CONNECT);
    world.sandbox.act(vera, Deed::JoinVoice { channel: lobby }).unwrap_err();
    assert_eq!(world.patch(&path, to(room)).await.code(), (403, 50013));
}

#[tokio::test]
async fn each_field_of_a_member_needs_its_own_right() {
    let world = World::start().await;
    let (guild, vera) = (world.guild(), world.person("vera"));
    let path = format!("/guilds/{guild}/members/{vera}");
    assert_eq!(world.patch(&path, json!({"nick": "V."})).await.body["nick"], "V.");
    assert_eq!(
        world.patch(&path, json!({"nick": "n".repeat(33)})).await.wrong("nick"),
        "BASE_TYPE_MAX_LENGTH"
    );
    world.bot_may(bits::VIEW_CHANNEL);
    for body in [json!({"nick": "x"}), json!({"roles": []}), json!({"mute": true})] {
        assert_eq!(world.patch(&path, body).await.code(), (403, 50013));
    }
}

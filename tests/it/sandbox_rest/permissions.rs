//! Effective permissions: one table of owner, administrator, roles, overwrites and time-out, and what follows for the bot.

use chrono::TimeDelta;
use serde_json::json;
use tandem::sandbox::{
    permissions::{self, ADMINISTRATOR, MANAGE_CHANNELS, SEND_MESSAGES, VIEW_CHANNEL},
    state::{Overwrite, channel},
    world::{NewChannel, NewRole},
};

use super::World;

/// One case: somebody's roles, the overwrites of the channel, and what remains of seeing and writing.
#[expect(clippy::struct_excessive_bools, reason = "a row of a table")]
struct Case {
    what: &'static str,
    owner: bool,
    admin: bool,
    role: Option<u64>,
    timed_out: bool,
    /// allow and deny for @everyone, two roles, and the member.
    everyone: (u64, u64),
    first_role: (u64, u64),
    second_role: (u64, u64),
    member: (u64, u64),
    sees: bool,
    writes: bool,
}

const PLAIN: Case = Case {
    what: "@everyone's rights hold",
    owner: false,
    admin: false,
    role: None,
    timed_out: false,
    everyone: (0, 0),
    first_role: (0, 0),
    second_role: (0, 0),
    member: (0, 0),
    sees: true,
    writes: true,
};

const V: u64 = VIEW_CHANNEL;
const S: u64 = SEND_MESSAGES;

const CASES: &[Case] = &[
    PLAIN,
    Case { what: "@everyone denied", everyone: (0, V), sees: false, writes: false, ..PLAIN },
    Case { what: "a role allows again", everyone: (0, V), first_role: (V, 0), ..PLAIN },
    Case {
        what: "one role denies, the other allows: allowed",
        first_role: (0, V),
        second_role: (V, 0),
        ..PLAIN
    },
    Case { what: "a role denies", second_role: (0, S), writes: false, ..PLAIN },
    Case {
        what: "the member's own allow wins",
        everyone: (0, V),
        second_role: (0, V),
        member: (V, 0),
        ..PLAIN
    },
    Case {
        what: "the member's own deny wins",
        first_role: (V, 0),
        member: (0, V),
        sees: false,
        writes: false,
        ..PLAIN
    },
    Case { what: "who does not see cannot write", everyone: (S, V), sees: false, writes: false, ..PLAIN },
    Case { what: "the owner sees all", owner: true, everyone: (0, V), member: (0, V | S), ..PLAIN },
    Case { what: "an administrator sees all", admin: true, everyone: (0, V), member: (0, V | S), ..PLAIN },
    Case { what: "timed out: reads only", timed_out: true, writes: false, ..PLAIN },
    Case {
        what: "timed out: even where writing is allowed",
        timed_out: true,
        member: (S, 0),
        writes: false,
        ..PLAIN
    },
    Case { what: "an administrator is never timed out", admin: true, timed_out: true, ..PLAIN },
    Case { what: "a role brings a right", role: Some(MANAGE_CHANNELS), ..PLAIN },
];

#[tokio::test]
async fn permissions_follow_discords_order() {
    for case in CASES {
        let world = World::start().await;
        let (guild, vera) = (world.guild(), world.person("vera"));
        let admin = if case.admin { ADMINISTRATOR } else { 0 };
        let own = case.role.unwrap_or(0);
        let role =
            |name: &str, permissions| NewRole { name: name.to_owned(), permissions, ..NewRole::default() };
        let first = world.sandbox.add_role(guild, role("first", admin)).unwrap();
        let second = world.sandbox.add_role(guild, role("second", own)).unwrap();
        world.sandbox.give_role(guild, vera, first);
        world.sandbox.give_role(guild, vera, second);
        if case.owner {
            world.sandbox.world().guilds.get_mut(&guild).unwrap().owner = vera;
        }
        if case.timed_out {
            let until = super::nine() + TimeDelta::hours(1);
            world.sandbox.change_member(guild, vera, |member| member.timed_out_until = Some(until));
        }
        let over = |id, kind, bits: (u64, u64)| Overwrite { id, kind, allow: bits.0, deny: bits.1 };
        let overwrites = vec![
            over(guild, 0, case.everyone),
            over(first, 0, case.first_role),
            over(second, 0, case.second_role),
            over(vera, 1, case.member),
        ];
        let new = NewChannel { overwrites, ..NewChannel::of(channel::TEXT, "table") };
        let id = world.sandbox.add_channel(guild, new).unwrap();
        let state = world.sandbox.world();
        let bits = permissions::in_channel(&state, &state.channels[&id], vera, super::nine());
        assert_eq!(bits & VIEW_CHANNEL != 0, case.sees, "{}", case.what);
        assert_eq!(bits & SEND_MESSAGES != 0, case.writes, "{}", case.what);
        assert_eq!(
            bits & MANAGE_CHANNELS != 0,
            case.owner || case.admin || case.role.is_some(),
            "{}",
            case.what
        );
    }
}

#[tokio::test]
async fn a_time_out_ends_by_itself_and_strangers_have_no_rights() {
    let world = World::start().await;
    let (guild, vera, channel) = (world.guild(), world.person("vera"), world.fresh());
    let until = super::nine() + TimeDelta::minutes(5);
    world.sandbox.change_member(guild, vera, |member| member.timed_out_until = Some(until));
    let state = world.sandbox.world();
    let writes =
        |person, now| permissions::in_channel(&state, &state.channels[&channel], person, now) & S != 0;
    assert!(!writes(vera, super::nine()));
    assert!(writes(vera, until));
    assert!(!writes(1, super::nine()));
}

#[tokio::test]
async fn a_hidden_channel_is_50001_and_a_missing_right_50013() {
    let world = World::start().await;
    let channel = world.fresh();
    let messages = format!("/channels/{channel}/messages");
    let hide = |deny| {
        let bot = world.bot();
        world.sandbox.change_channel(channel, |channel| {
            channel.overwrites = vec![Overwrite { id: bot, kind: 1, allow: 0, deny }];
        });
    };
    hide(V);
    for answer in [
        world.get(&format!("/channels/{channel}")).await,
        world.get(&messages).await,
        world.post(&messages, json!({"content": "Hello"})).await,
        world.patch(&format!("/channels/{channel}"), json!({"name": "seen"})).await,
        world
            .put(
                &format!("/channels/{channel}/permissions/{}", world.bot()),
                json!({"type": 1, "allow": "1024"}),
            )
            .await,
    ] {
        assert_eq!(answer.code(), (403, 50001), "{answer:?}");
    }
    hide(S);
    assert_eq!(world.post(&messages, json!({"content": "Hello"})).await.code(), (403, 50013));
    hide(permissions::EMBED_LINKS);
    assert_eq!(world.post(&messages, json!({"embeds": [{"title": "A"}]})).await.code(), (403, 50013));
    hide(permissions::ATTACH_FILES);
    let sent = world.upload(reqwest::Method::POST, &messages, &json!({}), &[("a.txt", b"a")]).await;
    assert_eq!(sent.code(), (403, 50013));
    hide(permissions::READ_MESSAGE_HISTORY);
    let said = world.say(channel, "Hello").await;
    assert_eq!(world.get(&messages).await.body, json!([]));
    assert_eq!(world.get(&format!("{messages}/{said}")).await.code(), (403, 50013));
    assert_eq!(world.get("/channels/1").await.code(), (404, 10003));
}

#[tokio::test]
async fn hidden_channels_are_left_out_of_lists_and_hidden_in_events() {
    let world = World::start().await;
    let (guild, bot) = (world.guild(), world.bot());
    let secret = world.fresh();
    let wire = json!(secret.to_string());
    let overwrite = Overwrite { id: bot, kind: 1, allow: 0, deny: V };
    world.sandbox.change_channel(secret, |channel| channel.overwrites = vec![overwrite]);
    let listed = world.get(&format!("/guilds/{guild}/channels")).await.body;
    assert!(listed.as_array().unwrap().iter().all(|channel| channel["id"] != wire));
    let state = world.sandbox.world();
    let told = tandem::sandbox::state::payload::guild_create_json(
        &state,
        &state.guilds[&guild],
        false,
        super::nine(),
    );
    let channels = told["channels"].as_array().unwrap();
    let hidden = channels.iter().find(|channel| channel["id"] == wire).unwrap();
    assert_eq!(hidden["name"], "___hidden___");
    assert_eq!(hidden["flags"], 1 << 17);
    let only = json!([{"id": guild.to_string(), "type": 0, "allow": "0", "deny": "1024"}]);
    assert_eq!(hidden["permission_overwrites"], only);
    assert!(hidden.get("topic").is_none());
}

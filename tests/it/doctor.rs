//! `tandem check` as a doctor: what is well is said in a line each, what is not is named with what to do, and the exit code
//! tells the two apart.

use serde_json::json;
use tandem::sandbox::state::Overwrite;
use tandem::sandbox::{Options, Sandbox, permissions};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::Command;

use crate::company::Company;
use crate::openapi;
use crate::play::patiently;

async fn checked(sandbox: &Sandbox, database: &std::path::Path) -> (i32, String) {
    checked_by_way_of(sandbox, &sandbox.api(), database).await
}

async fn checked_by_way_of(sandbox: &Sandbox, api: &str, database: &std::path::Path) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("DISCORD_TOKEN", sandbox.token()).env("TANDEM_DISCORD_API", api);
    command.args(["check", "--database"]).arg(database).kill_on_drop(true);
    let output = patiently("it ends", command.output()).await.unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(!said.contains(&sandbox.token()), "{said}");
    (output.status.code().unwrap(), said)
}

#[tokio::test]
async fn where_all_is_well_the_doctor_says_so_and_ends_with_0() {
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    let _held = openapi::hold(&sandbox);
    let folder = tempfile::tempdir().unwrap();
    let (code, said) = checked(&sandbox, &folder.path().join("tandem.db")).await;
    for line in [
        "configuration: good",
        "not there yet",
        "MiB are free",
        "token: good",
        "intents: none of the privileged ones is needed",
        "clock: good",
        "invitation: https://",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
    assert_eq!(code, 0, "{said}");
    assert!(!folder.path().join("tandem.db").exists(), "looking makes nothing");
}

#[tokio::test]
async fn the_doctor_names_what_is_wrong_with_what_to_do_and_of_readers_only_counts() {
    let company = Company::open("2026-11-23T09:00:00Z").await;
    company.programme("Pilot", json!({})).await;
    let pair = company.pair("Pilot", company.person("vera"), company.person("ulrich")).await;
    let sandbox = &company.stage.sandbox;
    let room = sandbox.channel(pair.room).unwrap().name;
    let (_, said) = checked(sandbox, &company.database).await;
    for line in [
        "a bot is using it",
        "integrity: good",
        "undelivered: none",
        "erasures: all carried out",
        &format!("room {room}: 1 besides the two can read it"),
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
    // Somebody lets themselves in, hides a command, copies the file by hand; a message could not be delivered.
    let stray = Overwrite { id: company.person("jonas"), kind: 1, allow: permissions::VIEW_CHANNEL, deny: 0 };
    sandbox.change_channel(pair.room, |channel| channel.overwrites.push(stray));
    {
        let guild = sandbox.guild_id();
        let mut world = sandbox.world();
        let command = world.commands.values().find(|one| one.body["name"] == "coordination").unwrap().id;
        let entry = json!({ "id": guild.to_string(), "type": 1, "permission": false });
        let (id, application) = (command.to_string(), world.application.id.to_string());
        let changed = json!([{ "id": id, "application_id": application, "guild_id": guild.to_string(), "permissions": [entry] }]);
        world.command_permissions.insert(guild, changed);
    }
    std::fs::write(company.database.with_file_name("tandem.db.old"), "by hand").unwrap();
    company
        .meddle("INSERT INTO outbox (lane, effect, due_at, state, cause) VALUES ('x', '{}', 0, 'undeliverable', 'forbidden-50013')")
        .await;
    let (code, said) = checked(sandbox, &company.database).await;
    for line in [
        &format!("room {room}: 2 besides the two can read it, 1 of them let in"),
        "hide /coordination from some people or channels",
        "tandem.db.old is none of the bot's",
        "undelivered: 1 (forbidden-50013): give the bot the permissions",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
    assert_eq!(code, 1, "{said}");
    for person in [pair.mentor, pair.mentee, company.person("jonas")] {
        assert!(!said.contains(&person.to_string()), "readers are counted, not named: {said}");
    }
}

/// A way to the local Discord on which every answer is stamped so much later than it was.
async fn stamped_later(sandbox: &Sandbox, by: chrono::Duration) -> String {
    let behind = reqwest::Url::parse(&sandbox.api()).unwrap();
    let path = behind.path().trim_end_matches('/').to_owned();
    let behind = (behind.host_str().unwrap().to_owned(), behind.port().unwrap());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let api = format!("http://{}{path}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let (mut from_client, mut to_client) = client.into_split();
            let (mut from_server, mut to_server) =
                TcpStream::connect(behind.clone()).await.unwrap().into_split();
            tokio::spawn(async move { tokio::io::copy(&mut from_client, &mut to_server).await });
            tokio::spawn(async move {
                let mut chunk = vec![0; 1 << 16];
                while let Ok(read @ 1..) = from_server.read(&mut chunk).await {
                    let part = &mut chunk[..read];
                    if let Some(at) = part.windows(6).position(|bytes| bytes == b"date: ") {
                        let stamp = &mut part[at + 6..at + 6 + 29];
                        let text = std::str::from_utf8(stamp).unwrap();
                        let moved = chrono::DateTime::parse_from_rfc2822(text).unwrap() + by;
                        let moved = moved.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
                        stamp.copy_from_slice(moved.as_bytes());
                    }
                    if to_client.write_all(part).await.is_err() {
                        break;
                    }
                }
            });
        }
    });
    api
}

#[tokio::test]
async fn a_clock_that_is_ahead_or_behind_is_named_with_what_to_do() {
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    let _held = openapi::hold(&sandbox);
    let folder = tempfile::tempdir().unwrap();
    for (minutes, gap) in [(10, "by -"), (-10, "by 6")] {
        let api = stamped_later(&sandbox, chrono::Duration::minutes(minutes)).await;
        let (code, said) = checked_by_way_of(&sandbox, &api, &folder.path().join("tandem.db")).await;
        let line = said.lines().find(|line| line.contains("clock")).unwrap_or_default();
        assert!(line.contains(gap) && line.contains("let the machine set it (NTP)"), "{said}");
        assert_eq!(code, 1, "{said}");
    }
}

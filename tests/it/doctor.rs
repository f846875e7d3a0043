//! `tandem check` as a doctor: what is well is said in a line each, what is not is named with what to do, and the exit code
//! tells the two apart.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use serde_json::json;
use sqlx::Connection as _;
use tandem::clock::Stations;
use tandem::sandbox::state::Overwrite;
use tandem::sandbox::world::NewRole;
use tandem::sandbox::{Options, Sandbox, permissions};
use tandem::store;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::Command;

use crate::company::{Company, connection};
use crate::openapi;
use crate::play::patiently;

async fn checked(sandbox: &Sandbox, database: &Path) -> (i32, String) {
    checked_by_way_of(sandbox, &sandbox.api(), database, &tools()).await
}

/// Where the machine's own tools are.
fn tools() -> OsString {
    std::env::var_os("PATH").unwrap_or_default()
}

async fn checked_by_way_of(sandbox: &Sandbox, api: &str, database: &Path, tools: &OsStr) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
    command.env_clear().env("PATH", tools);
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

#[tokio::test]
async fn a_role_that_sees_every_room_is_told_and_a_permission_that_is_missing_has_to_be_given() {
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    let _held = openapi::hold(&sandbox);
    let (folder, guild) = (tempfile::tempdir().unwrap(), sandbox.guild_id());
    let file = folder.path().join("tandem.db");
    let permissions = permissions::ADMINISTRATOR;
    sandbox.add_role(guild, NewRole { name: "Geschäftsführung".to_owned(), permissions, mentionable: false });
    let own = sandbox.world().guilds[&guild].roles.values().find(|role| role.of_bot.is_some()).unwrap().id;
    let invited = tandem::discord::permissions::invited();
    let reader = "the role Geschäftsführung is an administrator's and sees every room";
    let lacks = "the permission manage-channels is missing; give it to the bot's role";
    for (held, says, code) in [
        (invited, "the bot has all permissions it needs", 0),
        (invited & !permissions::MANAGE_CHANNELS, lacks, 1),
    ] {
        sandbox.change_role(guild, own, |role| role.permissions = held);
        let (ended, said) = checked(&sandbox, &file).await;
        assert!(said.contains(&format!("server {guild}: {says}")) && said.contains(reader), "{said}");
        assert_eq!((ended, said.contains("is missing")), (code, code == 1), "{said}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_disk_that_is_nearly_full_is_named_with_what_to_do() {
    use std::os::unix::fs::PermissionsExt as _;
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    let _held = openapi::hold(&sandbox);
    let folder = tempfile::tempdir().unwrap();
    let (file, df) = (folder.path().join("tandem.db"), folder.path().join("df"));
    for (tells, line, code) in [
        ("echo /dev/x 9999999 1 524288 99% /", "disk: 512 MiB are free\n", 0),
        ("echo /dev/x 9999999 1 524287 99% /", "disk: 511 MiB are free; make room", 1),
        ("exit 1", "disk: how much is free could not be found out\n", 0),
    ] {
        std::fs::write(&df, format!("#!/bin/sh\necho Filesystem and so on\n{tells}\n")).unwrap();
        std::fs::set_permissions(&df, std::fs::Permissions::from_mode(0o700)).unwrap();
        let (ended, said) =
            checked_by_way_of(&sandbox, &sandbox.api(), &file, folder.path().as_os_str()).await;
        assert!(said.contains(line), "{line} in {said}");
        assert_eq!(ended, code, "{said}");
    }
}

#[tokio::test]
async fn a_damaged_database_is_named_with_what_to_do() {
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    let _held = openapi::hold(&sandbox);
    let folder = tempfile::tempdir().unwrap();
    let (file, copy) = (folder.path().join("tandem.db"), tempfile::tempdir().unwrap());
    let made = store::open(&file, store::Durability::Machine, &Stations::default(), Vec::new()).await;
    made.unwrap().close().await;
    let (code, said) = checked(&sandbox, &file).await;
    assert!(code == 0 && said.contains("integrity: good; schema "), "{said}");
    // A page of a table that nobody looks into is overwritten; a row is gone that another one points to.
    let mut conn = connection(&file).await;
    let page: u32 = sqlx::query_scalar("SELECT rootpage FROM sqlite_schema WHERE name = 'practice_file'")
        .fetch_one(&mut conn)
        .await
        .unwrap();
    let size: u32 = sqlx::query_scalar("PRAGMA page_size").fetch_one(&mut conn).await.unwrap();
    conn.close().await.unwrap();
    let whole = std::fs::read(&file).unwrap();
    let [from, to] = [page - 1, page].map(|page| usize::try_from(page * size).unwrap());
    let mut torn = whole.clone();
    torn[from..to].fill(0x5a);
    std::fs::write(&file, torn).unwrap();
    let loose = copy.path().join("tandem.db");
    std::fs::write(&loose, whole).unwrap();
    let mut conn = connection(&loose).await;
    let sql = "PRAGMA foreign_keys = OFF; INSERT INTO programme_topic (programme_id, words) VALUES (77, 'x')";
    sqlx::raw_sql(sql).execute(&mut conn).await.unwrap();
    conn.close().await.unwrap();
    for (file, why) in [(&file, ""), (&loose, "a row of programme_topic points nowhere")] {
        let (code, said) = checked(&sandbox, file).await;
        let line = said.lines().find(|line| line.contains("the file is damaged: ")).unwrap_or_default();
        assert!(line.contains(why) && line.contains("restore a backup (tandem restore)"), "{said}");
        assert!(code == 1 && !said.contains("integrity: good"), "{said}");
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
        let (code, said) =
            checked_by_way_of(&sandbox, &api, &folder.path().join("tandem.db"), &tools()).await;
        let line = said.lines().find(|line| line.contains("clock")).unwrap_or_default();
        assert!(line.contains(gap) && line.contains("let the machine set it (NTP)"), "{said}");
        assert_eq!(code, 1, "{said}");
    }
}

//! The command line, given what is wrong: one line on standard error, an exit code for each kind, and a database that is
//! what it was.

use std::net::TcpListener;
use std::path::Path;
use std::process::Output;

use sqlx::{Connection as _, Executor as _};
use tandem::clock::Stations;
use tandem::sandbox::faults::{Action, Fault};
use tandem::sandbox::{Options, Sandbox};
use tandem::store::{self, Lock};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Command;

use crate::openapi;
use crate::play::patiently;

/// `tandem run` in a folder, with a token and an address, and with nothing else in its environment.
fn run(folder: &Path, api: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
    command.arg("run").current_dir(folder).env_clear().kill_on_drop(true);
    command.env("DISCORD_TOKEN", "a.token.of-no-value").env("TANDEM_DISCORD_API", api);
    command
}

/// A port of this machine at which nobody listens.
fn nobody() -> String {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    format!("http://127.0.0.1:{port}/api/v10")
}

/// The exit code and the only line on standard error; nothing may have been said on standard output.
async fn refused(command: &mut Command) -> (i32, String) {
    let Output { status, stdout, stderr } = patiently("it ends", command.output()).await.unwrap();
    let stderr = String::from_utf8(stderr).unwrap();
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    assert_eq!(String::from_utf8(stdout).unwrap(), "");
    (status.code().unwrap(), stderr.trim_end().to_owned())
}

async fn database(folder: &Path) -> std::path::PathBuf {
    let file = folder.join("tandem.db");
    store::open(&file, store::Durability::Machine, &Stations::default(), Vec::new())
        .await
        .unwrap()
        .close()
        .await;
    file
}

#[tokio::test]
async fn a_refused_token_is_told_with_what_to_do() {
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    let _held = openapi::hold(&sandbox);
    let folder = tempfile::tempdir().unwrap();
    let (code, line) = refused(&mut run(folder.path(), &sandbox.api())).await;
    assert_eq!(code, 4, "{line}");
    assert!(line.contains("refuses the token") && !line.contains("of-no-value"), "{line}");
}

#[tokio::test]
async fn without_a_token_it_says_where_one_is_expected() {
    let folder = tempfile::tempdir().unwrap();
    let (code, line) = refused(run(folder.path(), &nobody()).env_remove("DISCORD_TOKEN")).await;
    assert_eq!((code, line.contains("DISCORD_TOKEN")), (2, true), "{line}");
    let mut command = run(folder.path(), &nobody());
    let (code, line) = refused(command.args(["--token-file", "none.txt"])).await;
    assert_eq!((code, line.contains("none.txt")), (2, true), "{line}");
    assert!(!folder.path().join("tandem.db").exists(), "nothing was begun");
}

#[tokio::test]
async fn a_configuration_that_cannot_be_read_or_was_written_half_is_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("half.toml"), "database = \"tand").unwrap();
    std::fs::write(folder.path().join("typo.toml"), "databas = \"tandem.db\"").unwrap();
    std::fs::write(folder.path().join("bytes.toml"), [0xff, 0xfe, 0x00]).unwrap();
    for name in ["half.toml", "typo.toml", "bytes.toml", "missing.toml", "."] {
        let (code, line) = refused(run(folder.path(), &nobody()).args(["--config", name])).await;
        assert_eq!((code, line.contains(name)), (2, true), "{line}");
    }
    let (code, line) = refused(&mut run(folder.path(), "discord")).await;
    assert_eq!((code, line.contains("TANDEM_DISCORD_API")), (2, true), "{line}");
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = database(folder.path()).await;
    let mut conn = sqlx::SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.unwrap();
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                 VALUES (9999, 'from the future', 1, x'00', 0)";
    conn.execute(newer).await.unwrap();
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    conn.close().await.unwrap();
    let before = std::fs::read(&file).unwrap();
    let (code, line) = refused(&mut run(folder.path(), &nobody())).await;
    assert_eq!((code, line.contains("newer version")), (3, true), "{line}");
    assert!(std::fs::read(&file).unwrap() == before, "it was changed");
}

#[tokio::test]
async fn a_database_that_is_none_or_may_not_be_written_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tandem.db");
    std::fs::write(&file, "This is a letter, and no database. ".repeat(100)).unwrap();
    let before = std::fs::read(&file).unwrap();
    let (code, line) = refused(&mut run(folder.path(), &nobody())).await;
    assert_eq!(code, 3, "{line}");
    assert!(std::fs::read(&file).unwrap() == before, "it was changed");
    let mut command = run(folder.path(), &nobody());
    let (code, line) = refused(command.args(["--database", "nowhere/tandem.db"])).await;
    assert_eq!((code, line.contains("nowhere")), (3, true), "{line}");
    // A folder of the system's own, in which not even root makes files.
    #[cfg(target_os = "linux")]
    {
        let mut command = run(folder.path(), &nobody());
        let (code, line) = refused(command.args(["--database", "/proc/self/tandem.db"])).await;
        assert_eq!(code, 3, "{line}");
    }
}

#[tokio::test]
async fn a_second_process_on_one_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = database(folder.path()).await;
    let lock = Lock::take(&file).unwrap();
    let (code, line) = refused(&mut run(folder.path(), &nobody())).await;
    assert_eq!((code, line.contains("another tandem process")), (3, true), "{line}");
    drop(lock);
    let (code, _) = refused(&mut run(folder.path(), &nobody())).await;
    assert_eq!(code, 4, "now it gets as far as Discord");
}

#[tokio::test]
async fn where_nobody_answers_no_other_host_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    // Whatever is not on this machine would go through this proxy, which only counts.
    let trap = TcpListener::bind("127.0.0.1:0").unwrap();
    trap.set_nonblocking(true).unwrap();
    let proxy = format!("http://{}", trap.local_addr().unwrap());
    let api = nobody();
    let mut command = run(folder.path(), &api);
    command.env("HTTPS_PROXY", &proxy).env("HTTP_PROXY", &proxy).env("NO_PROXY", "127.0.0.1");
    let (code, line) = refused(&mut command).await;
    let host = api.trim_end_matches("/api/v10");
    assert_eq!((code, line.contains("no answer from") && line.contains(host)), (4, true), "{line}");
    assert!(trap.accept().is_err(), "somebody else was asked");
}

#[tokio::test]
async fn a_gateway_address_that_is_not_told_is_not_made_up() {
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    let _held = openapi::hold(&sandbox);
    let folder = tempfile::tempdir().unwrap();
    sandbox.faults.lay(Fault::on("GET", "/gateway", Action::Fail { status: 500 }));
    let mut command = run(folder.path(), &sandbox.api());
    let (code, line) = refused(command.env("DISCORD_TOKEN", sandbox.token())).await;
    assert_eq!((code, line.contains("no answer from")), (4, true), "{line}");
    // Serenity asks a second time; not told then, it would take the real Discord's.
    sandbox.faults.lay(Fault::on("GET", "/gateway", Action::Fail { status: 500 }).after(1));
    let mut command = run(folder.path(), &sandbox.api());
    let mut child = command.env("DISCORD_TOKEN", sandbox.token()).spawn().unwrap();
    let mut changed = sandbox.changed();
    while sandbox.traffic().connected == 0 {
        patiently("it connects here", changed.changed()).await.unwrap();
    }
    child.kill().await.unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn told_to_end_it_ends_in_good_order() {
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    let _held = openapi::hold(&sandbox);
    let folder = tempfile::tempdir().unwrap();
    let mut command = run(folder.path(), &sandbox.api());
    command.env("DISCORD_TOKEN", sandbox.token());
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = patiently("it says that it is running", lines.next_line()).await.unwrap().unwrap();
    assert!(line.contains("tandem is running"), "{line}");
    let pid = child.id().unwrap().to_string();
    std::process::Command::new("kill").args(["-TERM", &pid]).status().unwrap();
    let output = patiently("it ends", child.wait_with_output()).await.unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && said.contains("nothing is lost"), "{said}");
    assert!(!said.contains(&sandbox.token()));
}

//! Backups over the command line: taken while the bot runs, verified, private; put back while none runs, with what happened
//! since made up for; and a kill at any moment leaves either file whole.

use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::time::Duration;

use serde_json::json;
use sqlx::Connection as _;
use tandem::clock::Clock as _;
use tandem::scheduler::restore;
use tandem::store::backup::Incoming;
use tandem::store::{Error, Lock, backup};
use tokio::process::Command;

use crate::company::{Company, connection, dump};
use crate::play::patiently;

fn tandem(arguments: &[&str], database: &Path, file: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
    command.env_clear().kill_on_drop(true).stdout(Stdio::piped()).stderr(Stdio::piped());
    // `df` and nothing else is asked of the system.
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.args(arguments).arg("--database").arg(database).arg(file);
    command
}

async fn done(command: &mut Command) -> (i32, String) {
    let Output { status, stdout, stderr } = patiently("it ends", command.output()).await.unwrap();
    let text = String::from_utf8([stdout, stderr].concat()).unwrap();
    (status.code().unwrap_or(-1), text)
}

async fn sound(file: &Path) -> bool {
    let mut conn = connection(file).await;
    let said: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut conn).await.unwrap();
    conn.close().await.unwrap();
    said == "ok"
}

/// Where backups of a company go.
fn beside(company: &Company, name: &str) -> PathBuf {
    company.database.with_file_name(name)
}

#[tokio::test]
async fn a_backup_of_a_running_bot_holds_what_it_holds_and_is_private() {
    let company = Company::open("2026-11-23T09:00:00Z").await;
    company.programme("Pilot", json!({})).await;
    let file = beside(&company, "backup.db");
    std::fs::write(&file, "an older one").unwrap();
    let (code, said) = done(&mut tandem(&["backup"], &company.database, &file)).await;
    assert!(code == 0 && said.contains("verified") && said.contains("backup: copying"), "{said}");
    assert!(sound(&file).await);
    let ours = |lines: Vec<String>| {
        lines.into_iter().filter(|line| !line.starts_with("installation:")).collect::<Vec<_>>()
    };
    assert_eq!(ours(dump(&file).await), ours(company.dump().await));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert!(!beside(&company, "backup.db.partial").exists());
}

#[tokio::test]
async fn what_cannot_be_backed_up_or_restored_is_told_in_a_line_and_changes_nothing() {
    let company = Company::open("2026-11-23T09:00:00Z").await;
    let (file, missing) = (beside(&company, "backup.db"), beside(&company, "none.db"));
    let (code, said) = done(&mut tandem(&["backup"], &missing, &file)).await;
    assert!(code == 3 && said.contains("no such file") && !file.exists(), "{said}");
    let (code, said) = done(&mut tandem(&["backup"], &company.database, &company.database)).await;
    assert!(code == 3 && said.contains("the database itself"), "{said}");
    for ending in ["-wal", "-shm", ".lock", ".erased"] {
        let name = format!("{}{ending}", company.database.display());
        let before = std::fs::read(&name).ok();
        let (code, said) = done(&mut tandem(&["backup"], &company.database, Path::new(&name))).await;
        assert!(code == 3 && said.contains("belongs to the database"), "{said}");
        assert_eq!(std::fs::read(&name).ok(), before, "{name}");
    }
    done(&mut tandem(&["backup"], &company.database, &file)).await;
    let (code, said) = done(&mut tandem(&["restore"], &company.database, &file)).await;
    assert!(code == 3 && said.contains("another tandem process"), "the bot runs: {said}");
    let mut broken = std::fs::read(&file).unwrap();
    let middle = broken.len() / 2;
    broken[middle..middle + 4_096].fill(0x5a);
    let damaged = beside(&company, "damaged.db");
    std::fs::write(&damaged, broken).unwrap();
    let target = beside(&company, "other.db");
    for wrong in [&damaged, &missing] {
        let (code, said) = done(&mut tandem(&["restore"], &target, wrong)).await;
        assert!(code == 3 && !target.exists(), "{said}");
    }
    let letter = beside(&company, "letter.db");
    std::fs::write(&letter, "This is a letter. ".repeat(500)).unwrap();
    let (code, said) = done(&mut tandem(&["restore"], &target, &letter)).await;
    assert!(code == 3 && said.contains("not a database of tandem") && !target.exists(), "{said}");
}

/// Runs a statement on a file at once, without asking where its references lead.
fn changed(file: &Path, sql: &'static str) {
    let file = file.to_owned();
    let change = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut conn = connection(&file).await;
            sqlx::raw_sql("PRAGMA foreign_keys = OFF").execute(&mut conn).await.unwrap();
            sqlx::raw_sql(sql).execute(&mut conn).await.unwrap();
            conn.close().await.unwrap();
        });
    };
    std::thread::spawn(change).join().unwrap();
}

/// No row more or less, but one points nowhere.
const LOOSE: &str = "UPDATE tandem SET mentor_id = 77";
/// Whole in itself, but with less in it.
const LESS: &str = "DELETE FROM proposal";

#[tokio::test]
async fn a_copy_that_is_not_what_the_original_is_takes_nobodys_place() {
    let company = Company::open("2026-11-23T09:00:00Z").await;
    company.programme("Pilot", json!({})).await;
    company.pair("Pilot", company.person("vera"), company.person("ulrich")).await;
    let (file, partial) = (beside(&company, "backup.db"), beside(&company, "backup.db.partial"));
    let now = company.stage.clock.now();
    // As often as it is copied: the copy is found out, and the former backup stays.
    for (sql, why) in [(LOOSE, "a row of tandem points nowhere"), (LESS, "does not hold what the original")] {
        std::fs::write(&file, "an older one").unwrap();
        let tampered = |doing: &str| {
            if doing == "verifying" {
                changed(&partial, sql);
            }
        };
        let failed = backup::backup(&company.database, &file, now, tampered).await.unwrap_err();
        assert!(matches!(&failed, Error::Damaged(what) if what.contains(why)), "{failed}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "an older one");
        assert!(!partial.exists());
    }
    // Only once: the next copy is taken.
    let mut said = Vec::new();
    let once = |doing: &str| {
        said.push(doing.to_owned());
        if said.len() == 2 {
            changed(&partial, LESS);
        }
    };
    backup::backup(&company.database, &file, now, once).await.unwrap();
    assert_eq!(said.len(), 5, "{said:?}");
    assert!(dump(&file).await.iter().any(|line| line.starts_with("proposal:")));
    // Neither look at what is restored lets it through, and the database is what it was.
    changed(&file, LOOSE);
    let target = beside(&company, "other.db");
    std::fs::copy(&file, &target).unwrap();
    let before = std::fs::read(&target).unwrap();
    let looks = [backup::describe(&file, &target).await.err(), Incoming::bring(&file, &target).await.err()];
    for look in looks {
        assert!(matches!(&look, Some(Error::Damaged(what)) if what.contains("points nowhere")), "{look:?}");
    }
    let (code, said) = done(&mut tandem(&["restore"], &target, &file)).await;
    assert!(code == 3 && said.contains("points nowhere"), "{said}");
    assert_eq!(std::fs::read(&target).unwrap(), before);
}

#[tokio::test]
async fn after_a_restore_nothing_that_went_out_since_the_backup_comes_twice() {
    let mut company = Company::open("2026-11-23T09:00:00Z").await;
    company.programme("Pilot", json!({})).await;
    let pair = company.pair("Pilot", company.person("vera"), company.person("ulrich")).await;
    let file = beside(&company, "backup.db");
    // A reminder is planned, the file is copied, and the reminder goes out.
    company
        .run(pair.mentor, pair.room, "task assign", json!({ "text": "Kopfhörer koppeln", "due": "26.11." }))
        .await;
    company.pass(60).await;
    backup::backup(&company.database, &file, company.stage.clock.now(), |_| ()).await.unwrap();
    company.pass(4 * 24 * 3_600).await;
    let shown = |company: &Company| -> Vec<_> {
        company.posts(pair.mentee, pair.room).into_iter().map(|post| (post.id, post.content)).collect()
    };
    let before = shown(&company);
    assert!(before.iter().any(|(_, text)| text.contains("Kopfhörer koppeln")), "{before:?}");
    company.stage.stop().await;
    let now = company.stage.clock.now();
    let incoming = Incoming::bring(&file, &company.database).await.unwrap();
    let settled = restore::settle(&mut incoming.conn().await.unwrap(), now).await.unwrap();
    assert!(settled.jobs > 0 && settled.in_doubt > 0, "{settled:?}");
    let (kept, day) = incoming.place(now).await.unwrap().unwrap();
    assert_eq!(day, (now + chrono::Duration::days(7)).date_naive());
    assert!(
        kept.to_string_lossy().ends_with(&format!("tandem.db.replaced-until-{day}")) && sound(&kept).await
    );
    company.stage.boot().await.unwrap();
    company.pass(3 * 3_600).await;
    let after = shown(&company);
    assert_eq!(after, before, "nothing is lost and nothing is doubled");
}

#[tokio::test]
async fn killed_at_any_moment_a_backup_or_a_restore_leaves_a_whole_file_of_before_or_after() {
    let mut company = Company::open("2026-11-23T09:00:00Z").await;
    company.programme("Pilot", json!({})).await;
    company.stage.stop().await;
    let (file, first) = (beside(&company, "backup.db"), beside(&company, "first.db"));
    let (code, said) = done(&mut tandem(&["backup"], &company.database, &first)).await;
    assert_eq!(code, 0, "{said}");
    std::fs::copy(&first, &file).unwrap();
    let (mut cut, mut through) = (0, 0);
    for milliseconds in (0..60).step_by(3) {
        for (what, from) in [("backup", &file), ("restore", &first)] {
            let mut child = tandem(&[what], &company.database, from).spawn().unwrap();
            let ended = tokio::time::timeout(Duration::from_millis(milliseconds), child.wait()).await;
            if ended.is_ok() {
                through += 1;
            } else {
                child.kill().await.unwrap();
                cut += 1;
            }
            assert!(
                company.database.exists() && sound(&company.database).await,
                "{what} after {milliseconds} ms"
            );
            assert!(file.exists() && sound(&file).await, "there is a whole backup at any moment");
        }
    }
    assert!(cut > 10, "{cut} were cut off, {through} were not");
    drop(Lock::take(&company.database).unwrap());
    let (code, said) = done(&mut tandem(&["restore"], &company.database, &first)).await;
    assert_eq!(code, 0, "and then it can be done: {said}");
    assert!(dump(&company.database).await.iter().any(|line| line.contains("name='Pilot'")));
    company.stage.boot().await.unwrap();
}

#[tokio::test]
async fn the_report_is_printed_from_the_database_of_a_running_bot_in_both_languages() {
    let company = Company::open("2026-11-23T09:00:00Z").await;
    company.programme("Pilot", json!({ "k": 7 })).await;
    for (language, words) in [
        ("de", ["# Datenschutzbericht", "Schwelle für Summen | 7"]),
        ("en", ["# Privacy report", "Threshold for sums | 7"]),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
        command
            .env_clear()
            .args(["privacy-report", "--language", language, "--database"])
            .arg(&company.database);
        let (code, said) = done(&mut command).await;
        assert_eq!(code, 0, "{said}");
        assert!(words.iter().all(|word| said.contains(word)) && said.contains("`person.user_id`"), "{said}");
    }
}

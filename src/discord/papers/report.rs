//! The privacy report: every kind of data, what for, who sees it and how long, from the programmes and the schema of the
//! database at hand; what copies there are; and what is deliberately not done. It names nobody.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::domain::inventory::{KINDS, table};
use crate::domain::programme::Programme;
use crate::locales::{Language, date, say, time_of_day};
use crate::store::copies::{Copy, Why};
use crate::store::inventory::{Schema, schema, schema_version};
use crate::store::people::{self, Server};
use crate::store::{Conn, Result, programmes};

/// What the report says beside what the database says.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// The database file as it was named.
    pub database: String,
    /// Where Discord is, if not at the usual address.
    pub api: Option<String>,
    /// The copies that lie beside the database.
    pub copies: Vec<Copy>,
    /// So many days old a backup may be to be restored.
    pub backup_days: i64,
    /// So many good days a copy made before a migration is kept.
    pub good_days: i64,
}

/// The report as Markdown.
///
/// # Errors
/// Those of the database.
pub async fn privacy_report(conn: &mut Conn, language: Language, around: &Surroundings) -> Result<String> {
    let (schema, version) = (schema(conn).await?, schema_version(conn).await?);
    let mut out = String::new();
    let title = say(language, "paper-report-head");
    let intro = say(language, "paper-report-intro")
        .with("version", env!("CARGO_PKG_VERSION"))
        .with("database", around.database.as_str())
        .with("schema", version);
    let _ = writeln!(out, "# {title}\n\n{intro}");
    if let Some(api) = &around.api {
        let _ = writeln!(out, "\n{}", say(language, "paper-report-api").with("api", api.as_str()));
    }
    section(&mut out, language, "paper-report-programmes");
    for server in people::servers_all(conn).await? {
        let all = programmes::programmes_of(conn, server.guild).await?;
        describe_server(&mut out, language, &server, &all);
    }
    stored(&mut out, language, &schema);
    copies(&mut out, language, around);
    for (head, text) in [
        ("paper-report-erasing", "paper-report-erasing-text"),
        ("paper-report-not-done", "paper-report-not-done-text"),
        ("paper-report-discord", "paper-report-discord-text"),
        ("paper-report-disk", "paper-report-disk-text"),
        ("paper-report-rights", "paper-report-rights-text"),
    ] {
        section(&mut out, language, head);
        let _ = writeln!(out, "{}", say(language, text));
    }
    Ok(out)
}

fn section(out: &mut String, language: Language, id: &str) {
    let _ = writeln!(out, "\n## {}\n", say(language, id));
}

/// A row of a table of two columns.
fn line(out: &mut String, name: impl std::fmt::Display, value: impl std::fmt::Display) {
    let _ = writeln!(out, "| {} | {} |", cell(&name.to_string()), cell(&value.to_string()));
}

/// A text in a cell: neither a bar nor a new line ends it.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(['\n', '\r'], " ")
}

fn describe_server(out: &mut String, language: Language, server: &Server, all: &[Programme]) {
    let _ = writeln!(
        out,
        "### {}\n",
        say(language, "paper-report-server").with("guild", server.guild.to_string())
    );
    let _ = writeln!(out, "| | |\n|---|---|");
    let none = say(language, "paper-report-none").text();
    let id = |id: Option<u64>| id.map_or_else(|| none.clone(), |id| id.to_string());
    line(out, say(language, "paper-report-coordinators"), id(server.coordinator_role.map(|role| role.0)));
    line(out, say(language, "paper-report-coaches"), id(server.coach_role.map(|role| role.0)));
    line(out, say(language, "paper-report-coach-channel"), id(server.coach_channel.map(|channel| channel.0)));
    for programme in all {
        describe_programme(out, language, programme);
    }
    out.push('\n');
}

fn describe_programme(out: &mut String, language: Language, programme: &Programme) {
    let _ = writeln!(out, "\n#### {}\n\n| | |\n|---|---|", cell(&programme.name));
    let phase = say(language, &format!("programme-phase-{}", programme.phase.code())).text();
    line(out, say(language, "paper-report-phase"), phase);
    let span = say(language, "paper-report-span-value")
        .with("from", date(language, programme.starts_on))
        .with("until", date(language, programme.ends_on));
    line(out, say(language, "paper-report-span"), span);
    let threshold =
        say(language, "paper-report-k-value").with("k", programme.k).with("needed", programme.figures_from());
    line(out, say(language, "paper-report-k"), threshold);
    let erased = say(language, "paper-report-deletion-value").with("days", programme.deletion_days);
    line(out, say(language, "paper-report-deletion"), erased);
    let quiet = programme.quiet();
    let quiet = say(language, "paper-report-quiet-value")
        .with("from", time_of_day(language, quiet.from))
        .with("to", time_of_day(language, quiet.to))
        .with("zone", programme.zone.name());
    line(out, say(language, "paper-report-quiet"), quiet);
    let none = say(language, "paper-report-none").text();
    line(out, say(language, "paper-report-card"), programme.card_channel);
    line(out, say(language, "paper-report-digest"), programme.digest_channel);
    let practices = programme.practice_channel.map_or(none.clone(), |channel| channel.to_string());
    line(out, say(language, "paper-report-practices"), practices);
    let contact = if programme.contact.is_empty() { none } else { programme.contact.clone() };
    line(out, say(language, "paper-report-contact"), contact);
}

/// Each kind of data with the columns that hold it in this very database.
fn stored(out: &mut String, language: Language, schema: &BTreeMap<String, Schema>) {
    section(out, language, "paper-report-stored");
    let _ = writeln!(out, "{}\n", say(language, "paper-report-stored-text"));
    let mut columns: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (name, found) in schema {
        for column in found.columns.iter().map(|column| &column.name) {
            let entry = table(name).and_then(|entry| entry.columns.iter().find(|one| one.name == column));
            match entry {
                Some(entry) => columns.entry(entry.kind.code).or_default().push(format!("{name}.{column}")),
                None => unknown.push(format!("{name}.{column}")),
            }
        }
    }
    for personal in [true, false] {
        let head = if personal { "paper-report-personal" } else { "paper-report-other" };
        let _ = writeln!(out, "### {}\n", say(language, head));
        for kind in KINDS.iter().filter(|kind| kind.personal == personal) {
            let Some(columns) = columns.get(kind.code) else { continue };
            let _ = writeln!(out, "**{}**\n", say(language, &format!("inventory-{}", kind.code)));
            let (who, long) = (kind.who.code(), kind.long.code());
            for (label, text) in [
                ("paper-report-why", format!("inventory-{}-why", kind.code)),
                ("paper-report-who", format!("inventory-who-{who}")),
                ("paper-report-long", format!("inventory-long-{long}")),
            ] {
                let _ = writeln!(out, "- *{}:* {}", say(language, label), say(language, &text));
            }
            let _ =
                writeln!(out, "- *{}:* `{}`\n", say(language, "paper-report-columns"), columns.join("`, `"));
        }
    }
    if !unknown.is_empty() {
        let _ = writeln!(out, "**{}** `{}`\n", say(language, "paper-report-unknown"), unknown.join("`, `"));
    }
}

fn copies(out: &mut String, language: Language, around: &Surroundings) {
    section(out, language, "paper-report-copies");
    let text = say(language, "paper-report-copies-text")
        .with("days", around.backup_days)
        .with("good", around.good_days);
    let _ = writeln!(out, "{text}\n");
    if around.copies.is_empty() {
        let _ = writeln!(out, "- {}", say(language, "paper-report-copies-none"));
    }
    for copy in &around.copies {
        let why = match copy.why {
            Why::Migration => say(language, "paper-report-copy-migration"),
            Why::Replaced => say(language, "paper-report-copy-replaced"),
            Why::Erasures => say(language, "paper-report-copy-erasures"),
            Why::Leftover => say(language, "paper-report-copy-leftover"),
            Why::Working => say(language, "paper-report-copy-working"),
            Why::Unknown => say(language, "paper-report-copy-unknown"),
        };
        let _ = writeln!(out, "- `{}`: {why}", copy.name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::World;

    fn around() -> Surroundings {
        let copies = vec![Copy { name: "tandem.db.before-9".into(), why: Why::Migration }];
        Surroundings { database: "tandem.db".into(), api: None, copies, backup_days: 30, good_days: 7 }
    }

    #[tokio::test]
    async fn the_report_names_every_column_of_the_database_and_nobody_in_it() {
        let mut world = World::new().await;
        for language in [Language::De, Language::En] {
            let report = privacy_report(&mut world.conn, language, &around()).await.unwrap();
            for (name, found) in schema(&mut world.conn).await.unwrap() {
                for column in found.columns.into_iter().map(|column| column.name) {
                    assert!(report.contains(&format!("`{name}.{column}`")), "{name}.{column}");
                }
            }
            assert!(report.contains("tandem.db.before-9") && report.contains("Pilot"), "{report}");
            for person in [crate::app::testing::MENTOR, crate::app::testing::MENTEE] {
                assert!(!report.contains(&person.to_string()), "it names somebody");
            }
            assert!(!report.contains("paper-") && !report.contains("inventory-"), "{report}");
        }
    }

    #[tokio::test]
    async fn the_report_says_what_this_very_programme_has_chosen() {
        let mut world = World::new().await;
        world.programme_set("k", "9").await;
        world.programme_set("deletion_days", "45").await;
        let report = privacy_report(&mut world.conn, Language::De, &around()).await.unwrap();
        assert!(report.contains("| Schwelle für Summen | 9 (") && report.contains("45 Tage"), "{report}");
    }

    #[tokio::test]
    async fn each_kind_of_data_says_why_who_sees_it_and_how_long_and_what_is_not_done_is_said() {
        let mut world = World::new().await;
        for language in [Language::De, Language::En] {
            let report = privacy_report(&mut world.conn, language, &around()).await.unwrap();
            for id in ["paper-report-why", "paper-report-who", "paper-report-long", "paper-report-columns"] {
                let line = format!("- *{}:* ", say(language, id));
                assert_eq!(report.matches(&line).count(), KINDS.len(), "{line}");
            }
            assert!(report.contains(&format!("## {}\n", say(language, "paper-report-not-done"))), "{report}");
            assert!(report.contains(&say(language, "paper-report-not-done-text").text()), "{report}");
        }
    }

    #[tokio::test]
    async fn a_column_that_nobody_declared_is_said_to_be_so() {
        let mut world = World::new().await;
        crate::store::exec_for_test(&mut world.conn, "ALTER TABLE person ADD COLUMN last_seen INTEGER")
            .await
            .unwrap();
        let report = privacy_report(&mut world.conn, Language::De, &around()).await.unwrap();
        let warned = report.lines().any(|line| line.contains("person.last_seen") && line.starts_with("**"));
        assert!(warned, "{report}");
    }
}

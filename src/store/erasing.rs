//! Taking people and programmes out of the database, by the inventory: whatever is declared there as a person's goes, and
//! what two people share stays for the partner without the words of whoever goes. New tables are reached without a line
//! here. In place of somebody who is gone stands nobody: two rows per server that are no account, one for mentors and one
//! for mentees, so that not even the number of a person who is gone ties two tandems together.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use sqlx::{AssertSqlSafe, Row as _};

use super::inventory::{Reference, Schema, schema};
use super::jobs::{SUBJECTS, Subject};
use super::{Conn, Result, snowflake, unsnow};
use crate::domain::ids::{GuildId, PersonId, ProgrammeId, UserId};
use crate::domain::inventory::{Rows, TABLES, Words, table};
use crate::domain::person::{GONE_MENTEE, GONE_MENTOR, Person};

/// Runs a statement put together from names of the inventory and the schema, with numbers for `?1`, `?2`, …
async fn exec(conn: &mut Conn, sql: String, numbers: &[i64]) -> Result<u64> {
    let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
    for number in numbers {
        query = query.bind(*number);
    }
    Ok(query.execute(conn).await?.rows_affected())
}

/// The names of tables so that whatever points at a table comes before it.
fn children_first(schema: &BTreeMap<String, Schema>) -> Vec<&str> {
    let mut left: BTreeSet<&str> = schema.keys().map(String::as_str).collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        let free = left.iter().copied().find(|name| {
            left.iter()
                .all(|other| other == name || !schema[*other].references.iter().any(|one| one.table == *name))
        });
        // A circle of references ends here; SQLite itself then refuses what would break one.
        let next = free.or_else(|| left.first().copied()).unwrap_or_default();
        left.remove(next);
        order.push(next);
    }
    order
}

/// Which rows of a table are the person's (`?1`; their account is `?2` on the server `?3`), as a condition; `None` where none
/// are.
fn of_person(name: &str) -> Option<String> {
    match table(name)?.rows {
        Rows::Person => Some("id = ?1".to_owned()),
        Rows::Of(person) => Some(format!("\"{person}\" = ?1")),
        Rows::OfTwo(one, other) | Rows::Pair(one, other) => Some(format!("?1 IN (\"{one}\", \"{other}\")")),
        Rows::Under(column, above) => {
            let inner = of_person(above)?;
            Some(format!("\"{column}\" IN (SELECT id FROM \"{above}\" WHERE {inner})"))
        }
        Rows::Naming(column, above, account) => {
            let inner = of_person(above)?;
            Some(format!(
                "\"{column}\" IN (SELECT id FROM \"{above}\" WHERE {inner}) OR \"{account}\" = ?2 AND \"{column}\" IN
                     (SELECT a.id FROM \"{above}\" AS a JOIN programme AS p ON p.id = a.programme_id WHERE p.guild_id = ?3)"
            ))
        }
        Rows::Account(account) => Some(of_account(account)),
        Rows::Tandem(_) | Rows::Nobody => None,
    }
}

/// The rows that an account has without being a person of ours.
pub(super) fn of_account(column: &str) -> String {
    format!("\"{column}\" = ?2 AND programme_id IN (SELECT id FROM programme WHERE guild_id = ?3)")
}

/// Which rows of a table belong to tandems of the person (`?1`), as a condition; `None` where none do. `side` narrows it to
/// tandems in which they are the mentor (`mentor_id`) or the mentee.
fn of_tandems(name: &str, side: Option<&str>) -> Option<String> {
    match table(name)?.rows {
        Rows::Tandem(column) => {
            let seat = side.map_or("?1 IN (mentor_id, mentee_id)".to_owned(), |side| format!("{side} = ?1"));
            Some(format!("\"{column}\" IN (SELECT id FROM tandem WHERE {seat})"))
        }
        Rows::Under(column, above) => {
            let inner = of_tandems(above, side)?;
            Some(format!("\"{column}\" IN (SELECT id FROM \"{above}\" WHERE {inner})"))
        }
        _ => None,
    }
}

/// Nobody, in place of somebody who is gone: as a mentor and as a mentee.
pub async fn nobody(conn: &mut Conn, guild: GuildId) -> Result<[PersonId; 2]> {
    let mut two = [PersonId(0); 2];
    for (index, user) in [GONE_MENTOR, GONE_MENTEE].into_iter().enumerate() {
        two[index] = super::people::person_known(conn, guild, user).await?.id;
    }
    Ok(two)
}

/// Takes everything that is stored about a person out of the database. Their tandems have to have ended before: what
/// happens at Discord is not decided here.
pub async fn person_wipe(conn: &mut Conn, me: &Person) -> Result<()> {
    let (person, guild) = (me.id, me.guild);
    let all = [person.0, snowflake(me.user.0), snowflake(guild.0)];
    let schema = schema(conn).await?;
    let nobody = nobody(conn, guild).await?;
    let order = children_first(&schema);
    for name in &order {
        if *name != "person"
            && let Some(mine) = of_person(name)
        {
            exec(conn, format!("DELETE FROM \"{name}\" WHERE {mine}"), &all).await?;
        }
    }
    for name in &order {
        words_wipe(conn, name, &schema[*name], person).await?;
    }
    for name in order.iter().filter(|name| **name != "tandem") {
        let Some(Rows::Tandem(tandem)) = table(name).map(|entry| entry.rows) else { continue };
        for reference in schema[*name].references.iter().filter(|one| one.table == "person") {
            let column = &reference.column;
            let sql = format!(
                "UPDATE \"{name}\" SET \"{column}\" = (SELECT CASE WHEN tandem.mentor_id = ?1 THEN ?2 ELSE ?3 END
                     FROM tandem WHERE tandem.id = \"{name}\".\"{tandem}\") WHERE \"{column}\" = ?1"
            );
            exec(conn, sql, &[person.0, nobody[0].0, nobody[1].0]).await?;
        }
    }
    exec(conn, "UPDATE tandem SET mentor_id = ?2 WHERE mentor_id = ?1".into(), &[person.0, nobody[0].0])
        .await?;
    exec(conn, "UPDATE tandem SET mentee_id = ?2 WHERE mentee_id = ?1".into(), &[person.0, nobody[1].0])
        .await?;
    exec(conn, "DELETE FROM person WHERE id = ?1".into(), &[person.0]).await?;
    Ok(())
}

/// Takes out of the database what a person has in a programme, for whoever leaves it: what they said and what they were asked,
/// who named them or was named by them, how coordinators wanted them paired. What belongs to the record of a tandem stays for
/// the partner; the enrolment itself goes by itself.
pub async fn part_wipe(conn: &mut Conn, programme: ProgrammeId, person: PersonId) -> Result<()> {
    let schema = schema(conn).await?;
    for name in children_first(&schema) {
        let own = matches!(table(name).map(|entry| entry.rows), Some(Rows::Of(_) | Rows::OfTwo(..)));
        let shared =
            schema[name].references.iter().any(|one| matches!(one.table.as_str(), "tandem" | "post"));
        // A call for support knows the tandem it came out of, and is one person's all the same.
        let tandems = shared && !schema[name].references.iter().any(|one| one.table == "programme");
        if let (true, false, Some(mine)) = (own, tandems || name == "enrolment", of_person(name))
            && let Some(rows) = of_programme(&schema, name, &[])
        {
            let rows = rows.replace("?1", "?2");
            let sql = format!("DELETE FROM \"{name}\" WHERE ({mine}) AND ({rows})");
            exec(conn, sql, &[person.0, programme.0]).await?;
        }
    }
    Ok(())
}

/// Empties the words of a person in rows that stay for the partner.
async fn words_wipe(conn: &mut Conn, name: &str, schema: &Schema, person: PersonId) -> Result<()> {
    let (Some(entry), Some(shared)) = (table(name), of_tandems(name, None)) else { return Ok(()) };
    for column in entry.columns {
        let Some(kind) = schema.columns.iter().find(|one| one.name == column.name) else { continue };
        let empty = match (kind.nullable, kind.text) {
            (true, _) => "NULL",
            (false, true) => "''",
            (false, false) => "0",
        };
        let at = column.name;
        let emptied = |rows: String| format!("UPDATE \"{name}\" SET \"{at}\" = {empty} WHERE {rows}");
        let sql = match column.words {
            Words::Stay => continue,
            Words::By(author) => emptied(format!("\"{author}\" = ?1")),
            Words::Either => emptied(shared.clone()),
            Words::Mentor => emptied(of_tandems(name, Some("mentor_id")).unwrap_or_default()),
            Words::Mentee => emptied(of_tandems(name, Some("mentee_id")).unwrap_or_default()),
            Words::RowBy(author) => format!("DELETE FROM \"{name}\" WHERE \"{author}\" = ?1"),
            Words::Row => format!("DELETE FROM \"{name}\" WHERE \"{at}\" IS NOT NULL AND {shared}"),
        };
        exec(conn, sql, &[person.0]).await?;
    }
    Ok(())
}

/// Which rows of a table belong to a programme (`?1`), as a condition: by following its references, whichever leads there.
fn of_programme(schema: &BTreeMap<String, Schema>, name: &str, above: &[&str]) -> Option<String> {
    let found = schema.get(name)?;
    if let Some(direct) = found.references.iter().find(|one| one.table == "programme") {
        return Some(format!("\"{}\" = ?1", direct.column));
    }
    let way = [above, &[name]].concat();
    let mut ways = Vec::new();
    for Reference { column, table } in &found.references {
        // People, servers and categories belong to several programmes.
        let shared = matches!(table.as_str(), "person" | "server" | "category");
        if !shared
            && !way.contains(&table.as_str())
            && let Some(inner) = of_programme(schema, table, &way)
        {
            ways.push(format!("\"{column}\" IN (SELECT id FROM \"{table}\" WHERE {inner})"));
        }
    }
    (!ways.is_empty()).then(|| ways.join(" OR "))
}

/// Takes everything of a programme out of the database but its own row and what is anonymous; whoever is in no programme
/// any more goes as well, and no job about any of it is left.
pub async fn programme_wipe(conn: &mut Conn, programme: ProgrammeId) -> Result<()> {
    let schema = schema(conn).await?;
    let order = children_first(&schema);
    // Posts outside of rooms point at their subject by its kind, and at no programme.
    for (kind, subjects) in [
        ("practice", "SELECT id FROM practice WHERE programme_id = ?1"),
        ("digest", "SELECT id FROM digest WHERE programme_id = ?1"),
        ("announcement", "SELECT id FROM announcement WHERE programme_id = ?1"),
        ("programme-card", "?1"),
        ("kickoff", "?1"),
        ("closing-event", "?1"),
    ] {
        let sql = format!(
            "DELETE FROM post WHERE kind = '{kind}' AND tandem_id IS NULL AND subject IN ({subjects})"
        );
        exec(conn, sql, &[programme.0]).await?;
    }
    // No reference leads from a job to its subject: they go while the rows they are about are there.
    for (name, subject) in SUBJECTS {
        let rows = match subject {
            Subject::Nothing => continue,
            Subject::Programme => "subject = ?1".to_owned(),
            Subject::LookBack => "subject / 2 IN (SELECT id FROM tandem WHERE programme_id = ?1)".to_owned(),
            Subject::Row(table) => {
                let Some(rows) = of_programme(&schema, table, &[]) else { continue };
                format!("subject IN (SELECT id FROM \"{table}\" WHERE {rows})")
            }
        };
        exec(conn, format!("DELETE FROM job WHERE name = '{name}' AND {rows}"), &[programme.0]).await?;
    }
    let rooms = "DELETE FROM channel_mark WHERE channel_id IN
        (SELECT channel_id FROM tandem WHERE programme_id = ?1 AND channel_id IS NOT NULL)";
    exec(conn, rooms.into(), &[programme.0]).await?;
    for name in order {
        if table(name).is_none_or(|entry| entry.stays) {
            continue;
        }
        if let Some(rows) = of_programme(&schema, name, &[]) {
            exec(conn, format!("DELETE FROM \"{name}\" WHERE {rows}"), &[programme.0]).await?;
        }
    }
    exec(conn, "UPDATE programme SET sponsor = '', contact = '' WHERE id = ?1".into(), &[programme.0])
        .await?;
    people_sweep(conn, &schema).await
}

/// Whoever is in no programme any more is not kept: nothing but what they agreed to hangs on them.
async fn people_sweep(conn: &mut Conn, schema: &BTreeMap<String, Schema>) -> Result<()> {
    let mut idle = String::from("SELECT id FROM person WHERE TRUE");
    for (name, found) in schema {
        if name == "consent" {
            continue;
        }
        for reference in found.references.iter().filter(|one| one.table == "person") {
            let _ = write!(
                idle,
                " AND NOT EXISTS (SELECT 1 FROM \"{name}\" AS t WHERE t.\"{}\" = person.id)",
                reference.column
            );
        }
    }
    exec(conn, format!("DELETE FROM consent WHERE person_id IN ({idle})"), &[]).await?;
    exec(conn, format!("DELETE FROM post WHERE kind = 'pointer' AND subject IN ({idle})"), &[]).await?;
    exec(conn, format!("DELETE FROM person WHERE id IN ({idle})"), &[]).await?;
    Ok(())
}

/// What remains of an erased programme besides its figures.
pub async fn totals_set(conn: &mut Conn, programme: ProgrammeId) -> Result<()> {
    let counts = [
        (
            "mentors",
            "SELECT count(*) FROM enrolment WHERE programme_id = ?1 AND role IN ('mentor', 'both')
             AND state = 'approved' AND provisional = 0",
        ),
        (
            "mentees",
            "SELECT count(*) FROM enrolment WHERE programme_id = ?1 AND role IN ('mentee', 'both')
             AND state = 'approved' AND provisional = 0",
        ),
        ("begun", "SELECT count(*) FROM tandem WHERE programme_id = ?1"),
        // None is at work any more, also where a backup knew of one that was.
        ("ended", "SELECT count(*) FROM tandem WHERE programme_id = ?1"),
    ];
    for (fact, count) in counts {
        let sql = format!(
            "INSERT INTO programme_total (programme_id, fact, value) VALUES (?1, '{fact}', ({count})) ON CONFLICT DO NOTHING"
        );
        exec(conn, sql, &[programme.0]).await?;
    }
    Ok(())
}

/// What remains of an erased programme besides its figures, by what was counted.
pub async fn totals_get(conn: &mut Conn, programme: ProgrammeId) -> Result<BTreeMap<String, usize>> {
    let rows = sqlx::query("SELECT fact, value FROM programme_total WHERE programme_id = ?")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    let count =
        |row: &sqlx::sqlite::SqliteRow| usize::try_from(row.get::<i64, _>("value")).unwrap_or_default();
    Ok(rows.iter().map(|row| (row.get("fact"), count(row))).collect())
}

/// Every account that anything is stored about, with its server; for those who are to be held against the list of erasures.
pub async fn accounts_all(conn: &mut Conn) -> Result<BTreeSet<(GuildId, UserId)>> {
    let mut sql = "SELECT guild_id AS guild, user_id AS user FROM person WHERE user_id > 0".to_owned();
    for entry in TABLES {
        if let Rows::Account(account) = entry.rows {
            let name = entry.name;
            let _ = write!(
                sql,
                " UNION SELECT p.guild_id, t.\"{account}\" FROM \"{name}\" AS t JOIN programme AS p ON p.id = t.programme_id"
            );
        }
    }
    let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(conn).await?;
    Ok(rows.iter().map(|row| (GuildId(unsnow(row.get("guild"))), UserId(unsnow(row.get("user"))))).collect())
}

/// Whether anything is stored about an account on a server, be it a person of ours or not.
pub async fn account_known(conn: &mut Conn, guild: GuildId, user: UserId) -> Result<bool> {
    let mut sql = "SELECT EXISTS (SELECT 1 FROM person WHERE user_id = ?2 AND guild_id = ?3)".to_owned();
    for entry in TABLES {
        if let Rows::Account(account) = entry.rows {
            let _ =
                write!(sql, " OR EXISTS (SELECT 1 FROM \"{}\" WHERE {})", entry.name, of_account(account));
        }
    }
    let found =
        sqlx::query_scalar(AssertSqlSafe(sql)).bind(0_i64).bind(snowflake(user.0)).bind(snowflake(guild.0));
    Ok(found.fetch_one(conn).await?)
}

/// Rows of the outbox that are about a person and nothing else: looks after them, direct messages, their reactions.
pub async fn outbox_of_person_drop(conn: &mut Conn, person: PersonId) -> Result<()> {
    let posts = "SELECT id FROM post WHERE kind = 'pointer' AND subject = ?1";
    let sql = format!(
        "DELETE FROM outbox WHERE json_extract(effect, '$.person') = ?1 OR json_extract(effect, '$.post') IN ({posts})"
    );
    exec(conn, sql, &[person.0]).await?;
    exec(conn, "DELETE FROM post WHERE kind = 'pointer' AND subject = ?1".into(), &[person.0]).await?;
    Ok(())
}

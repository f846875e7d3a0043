//! Everything that is stored about one person, by the inventory: the columns that are declared as shown, of the rows that
//! are theirs or their tandem's. A partner stands in it as *partner*, and what is secret to others is not looked at.

use serde_json::{Map, Value};
use sqlx::AssertSqlSafe;

use super::erasing::of_account;
use super::{Conn, Result, people, snowflake};
use crate::domain::ids::{GuildId, UserId};
use crate::domain::inventory::{Column, Left, Rows, Share, TABLES, Table, table};

/// What an export has of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Exported {
    /// The table.
    pub table: &'static str,
    /// Its rows: column and value, in the inventory's order; what holds nothing is left out.
    pub rows: Vec<Vec<(&'static str, Value)>>,
    /// Columns that are left out, and why.
    pub left: Vec<(&'static str, Left)>,
}

/// Which rows of a table are looked at for the person (`?1`, with the account `?2` on the server `?3`), and when the person is
/// the mentor of such a row.
fn looked_at(entry: &Table) -> Option<(String, String)> {
    match entry.rows {
        Rows::Nobody => None,
        Rows::Person => Some(("id = ?1".to_owned(), "0".to_owned())),
        Rows::Of(person) | Rows::OfTwo(person, _) => Some((format!("\"{person}\" = ?1"), "0".to_owned())),
        Rows::Pair(one, other) => {
            Some((format!("?1 IN (\"{one}\", \"{other}\")"), format!("\"{one}\" = ?1")))
        }
        Rows::Tandem(column) => Some((
            format!("\"{column}\" IN (SELECT id FROM tandem WHERE ?1 IN (mentor_id, mentee_id))"),
            format!("\"{column}\" IN (SELECT id FROM tandem WHERE mentor_id = ?1)"),
        )),
        Rows::Account(account) => Some((of_account(account), "0".to_owned())),
        Rows::Under(column, above) | Rows::Naming(column, above, _) => {
            let (rows, mentor) = looked_at(table(above)?)?;
            let within = |inner: &str| format!("\"{column}\" IN (SELECT id FROM \"{above}\" WHERE {inner})");
            Some((within(&rows), within(&mentor)))
        }
    }
}

/// What a column shows.
fn shown(column: &Column, mentor: &str) -> Option<String> {
    let name = column.name;
    match column.share {
        Share::Shown => Some(format!("\"{name}\"")),
        Share::Person => Some(format!(
            "CASE WHEN \"{name}\" = ?1 THEN 'self' WHEN \"{name}\" IS NOT NULL THEN 'partner' END"
        )),
        Share::Mentor => Some(format!("CASE WHEN {mentor} THEN \"{name}\" END")),
        Share::Mentee => Some(format!("CASE WHEN NOT ({mentor}) THEN \"{name}\" END")),
        Share::Left(_) => None,
    }
}

/// Everything about an account on a server, table by table; tables without anything about people are not among them.
pub async fn export(conn: &mut Conn, guild: GuildId, user: UserId) -> Result<Vec<Exported>> {
    // Whoever has only begun to enrol is no person of ours yet; no row has the number 0.
    let person = people::person_find(conn, guild, user).await?.map_or(0, |person| person.id.0);
    let mut all = Vec::new();
    for entry in TABLES {
        let Some((rows, mentor)) = looked_at(entry) else { continue };
        let given: Vec<(&Column, String)> =
            entry.columns.iter().filter_map(|column| Some((column, shown(column, &mentor)?))).collect();
        let left = entry.columns.iter().filter_map(|column| match column.share {
            Share::Left(why) => Some((column.name, why)),
            _ => None,
        });
        let parts: Vec<String> =
            given.iter().map(|(column, sql)| format!("'{}', {sql}", column.name)).collect();
        let mut found = Vec::new();
        if !parts.is_empty() {
            let sql = format!(
                "SELECT json_object({}) FROM \"{}\" WHERE {rows} ORDER BY rowid",
                parts.join(", "),
                entry.name
            );
            let objects: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql))
                .persistent(false)
                .bind(person)
                .bind(snowflake(user.0))
                .bind(snowflake(guild.0))
                .fetch_all(&mut *conn)
                .await?;
            found = objects.iter().map(|text| row(text, &given)).collect();
        }
        all.push(Exported { table: entry.name, rows: found, left: left.collect() });
    }
    Ok(all)
}

fn row(text: &str, given: &[(&Column, String)]) -> Vec<(&'static str, Value)> {
    let mut object: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
    let taken = given.iter().filter_map(|(column, _)| Some((column.name, object.remove(column.name)?)));
    taken.filter(|(_, value)| !value.is_null()).map(|(name, value)| (name, readable(value))).collect()
}

/// Moments are written as such, and Discord's ids as text, because most programs round numbers of that size.
fn readable(value: Value) -> Value {
    /// Milliseconds from 2001 to 2096: no other number of ours lies there, and Discord's ids lie far beyond.
    const MOMENTS: std::ops::Range<i64> = 1_000_000_000_000..4_000_000_000_000;
    match value.as_i64() {
        Some(ms) if MOMENTS.contains(&ms) => super::at(ms).format("%Y-%m-%dT%H:%M:%SZ").to_string().into(),
        Some(id) if !(-MOMENTS.end..MOMENTS.end).contains(&id) => super::unsnow(id).to_string().into(),
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{GUILD, MENTEE, MENTOR, ROOM, World};
    use crate::store::exec_for_test;

    async fn exported(world: &mut World, who: UserId) -> String {
        let all = export(&mut world.conn, GUILD, who).await.unwrap();
        let lines: Vec<_> = all.iter().map(|one| format!("{}: {:?}", one.table, one.rows)).collect();
        lines.join("\n")
    }

    #[tokio::test]
    async fn an_export_has_what_both_saw_and_nothing_else_of_the_partner() {
        let mut world = World::new().await;
        let tandem = world.tandem_in(ROOM).await;
        let (t, v, u) = (tandem.id.0, tandem.mentor.0, tandem.mentee.0);
        for sql in [
            format!("INSERT INTO task (tandem_id, number, giver_id, doer_id, text, state, note, given_at)
                VALUES ({t}, 1, {v}, {u}, 'seen-by-both', 'worked', 'note-on-the-card', 1800000000000)"),
            format!("INSERT INTO rating (programme_id, person_id, value, given_at) VALUES (1, {u}, 1, 1800000000000)"),
            format!("INSERT INTO wish (enrolment_id, what, words) SELECT id, 'digital', 'own-wish' FROM enrolment WHERE person_id = {u}"),
            format!("INSERT INTO remark (programme_id, person_id, text) VALUES (1, {u}, 'own-remark')"),
            format!("INSERT INTO support_call (programme_id, tandem_id, asked_at, reader, person_id, text) VALUES (1, {t}, 0, 'coach', {u}, 'own-call')"),
            format!("INSERT INTO practice (id, programme_id, tandem_id, kind, state, text, deadline, mentor_answer, mentee_answer)
                VALUES (7, 1, {t}, 'tip', 'proposed', 'practice', 0, 'no', 'named')"),
            format!("INSERT INTO rather_not (enrolment_id, user_id) SELECT id, {} FROM enrolment WHERE person_id = {u}", MENTOR.0),
            "INSERT INTO draft (programme_id, user_id, answers, until) VALUES (1, 2002, 'own-draft', 0)".to_owned(),
            format!("UPDATE tandem SET mentee_next = 0, mentor_next = 1 WHERE id = {t}"),
        ] {
            exec_for_test(&mut world.conn, &sql).await.unwrap();
        }
        let (hers, his) = (exported(&mut world, MENTOR).await, exported(&mut world, MENTEE).await);
        for both in ["seen-by-both", "note-on-the-card", "2027-01-15T08:00:00Z"] {
            assert!(hers.contains(both) && his.contains(both), "{both}\n{hers}\n{his}");
        }
        for own in ["own-draft", "own-wish", "own-remark", "own-call", "rating: [[(\"value\", Number(1))"] {
            assert!(his.contains(own) && !hers.contains(own), "{own}\n{hers}\n{his}");
        }
        assert!(
            hers.contains("(\"mentor_answer\", String(\"no\"))") && !hers.contains("mentee_answer"),
            "{hers}"
        );
        assert!(his.contains("(\"mentee_next\", Number(0))") && !his.contains("mentor_next"), "{his}");
        assert!(
            hers.contains("(\"mentor_id\", String(\"self\")), (\"mentee_id\", String(\"partner\"))"),
            "{hers}"
        );
        assert!(
            his.contains("rather_not: [[(\"user_id\", Number(2001))]]") && !hers.contains("rather_not: [["),
            "{hers}"
        );
        assert!(!hers.contains(&MENTEE.to_string()) && hers.contains(&MENTOR.to_string()), "{hers}");
    }

    #[tokio::test]
    async fn every_column_of_a_table_about_people_is_given_or_named_as_left_out() {
        let mut world = World::new().await;
        let all = export(&mut world.conn, GUILD, MENTOR).await.unwrap();
        for entry in TABLES.iter().filter(|entry| entry.rows != Rows::Nobody) {
            let found = all.iter().find(|one| one.table == entry.name).unwrap();
            let given = entry.columns.iter().filter(|column| !matches!(column.share, Share::Left(_))).count();
            assert_eq!(given + found.left.len(), entry.columns.len(), "{}", entry.name);
        }
        // A table that is nobody's holds nothing that is a person's kind of data, but for queues and traces, which are.
        for entry in TABLES.iter().filter(|entry| entry.rows == Rows::Nobody) {
            let personal =
                entry.columns.iter().filter(|column| column.kind.personal).map(|column| column.kind.code);
            let known = ["queue", "trace", "post"];
            let odd: Vec<_> = personal.filter(|code| !known.contains(code)).collect();
            assert!(odd.is_empty(), "{}: {odd:?} is somebody's, but its rows are nobody's", entry.name);
        }
    }
}

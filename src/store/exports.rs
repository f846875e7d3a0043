//! Everything that is stored about one person, by the inventory: the columns that are declared as shown, of the rows that
//! are theirs or their tandem's. A partner stands in it as *partner*, and what is secret to others is not looked at.

use chrono_tz::Tz;
use serde_json::{Map, Value};
use sqlx::AssertSqlSafe;

use super::erasing::of_account;
use super::{Conn, Result, people, snowflake};
use crate::domain::ids::{GuildId, UserId};
use crate::domain::inventory::{Column, Left, Rows, Share, TABLES, Table, table};
use crate::domain::question::own_number;

/// What an export has of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Exported {
    /// The table.
    pub table: &'static str,
    /// Its rows: column and value, in the inventory's order; what holds nothing is left out.
    pub rows: Vec<Vec<(&'static str, Value)>>,
    /// For each row, what a reader needs to understand it and its columns do not say.
    pub beside: Vec<Beside>,
    /// Columns that hold moments.
    pub moments: Vec<&'static str>,
    /// Columns that are left out, and why.
    pub left: Vec<(&'static str, Left)>,
}

/// What stands beside a row: settings of its programme, which are nobody's data.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// The programme's name and zone; `None` where the row belongs to none.
    pub programme: Option<(String, Tz)>,
    /// The words of a question of the programme's own, in English and in German.
    pub question: Option<[String; 2]>,
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

/// Which programme a row of the table belongs to, as a term of a query; `None` where its columns do not lead to one.
fn programme_of(entry: &Table) -> Option<String> {
    let has = |name: &str| entry.columns.iter().any(|column| column.name == name);
    if has("programme_id") {
        return Some(format!("\"{}\".\"programme_id\"", entry.name));
    }
    let above = ["tandem", "enrolment", "survey", "sitting", "practice"];
    let above = above.into_iter().find(|above| has(&format!("{above}_id")))?;
    let here = entry.name;
    Some(format!(
        "(SELECT above.programme_id FROM \"{above}\" AS above WHERE above.id = \"{here}\".\"{above}_id\")"
    ))
}

/// What is asked for beside the columns, under names that no column has.
fn beside(entry: &Table) -> Vec<String> {
    let mut parts = Vec::new();
    if let Some(programme) = programme_of(entry) {
        let of = |what| format!("'beside {what}', (SELECT {what} FROM programme WHERE id = {programme})");
        parts.extend(["name", "zone"].map(of));
    }
    if entry.name == "asked_question" {
        let own = own_number(0);
        let of =
            |what| format!("'beside {what}', (SELECT {what} FROM own_question WHERE id = question - {own})");
        parts.extend(["en", "de"].map(of));
    }
    parts
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
        let mut parts: Vec<String> =
            given.iter().map(|(column, sql)| format!("'{}', {sql}", column.name)).collect();
        let mut one = Exported {
            table: entry.name,
            rows: Vec::new(),
            beside: Vec::new(),
            moments: Vec::new(),
            left: left.collect(),
        };
        if !parts.is_empty() {
            parts.extend(beside(entry));
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
            for text in &objects {
                one.add(text, &given);
            }
        }
        all.push(one);
    }
    Ok(all)
}

impl Exported {
    /// Adds a row that the database wrote as an object.
    fn add(&mut self, text: &str, given: &[(&Column, String)]) {
        let mut object: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
        let mut words = |name: &str| Some(object.remove(name)?.as_str()?.to_owned());
        let name = words("beside name").zip(words("beside zone").and_then(|zone| zone.parse().ok()));
        let question = words("beside en").zip(words("beside de"));
        self.beside.push(Beside { programme: name, question: question.map(|(en, de)| [en, de]) });
        let mut row = Vec::new();
        for (column, _) in given {
            let Some(value) = object.remove(column.name).filter(|value| !value.is_null()) else { continue };
            if is_moment(&value) && !self.moments.contains(&column.name) {
                self.moments.push(column.name);
            }
            row.push((column.name, readable(value)));
        }
        self.rows.push(row);
    }
}

/// Milliseconds from 2001 to 2096: no other number of ours lies there, and Discord's ids lie far beyond.
const MOMENTS: std::ops::Range<i64> = 1_000_000_000_000..4_000_000_000_000;

fn is_moment(value: &Value) -> bool {
    value.as_i64().is_some_and(|ms| MOMENTS.contains(&ms))
}

/// Moments are written as such, and Discord's ids as text, because most programs round numbers of that size.
fn readable(value: Value) -> Value {
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
    async fn beside_a_row_stand_its_programme_and_the_words_of_a_question_of_its_own() {
        let mut world = World::new().await;
        let tandem = world.tandem_in(ROOM).await.id.0;
        for sql in [
            "INSERT INTO own_question (id, programme_id, en, de) VALUES (7, 1, 'Which?', 'Welche?')"
                .to_owned(),
            format!(
                "INSERT INTO asked_question (tandem_id, question, round, asked_at) VALUES ({tandem}, {}, 1, 1800000000000)",
                own_number(7)
            ),
            format!(
                "INSERT INTO look_back (tandem_id, moment, worked, learned, changes) VALUES ({tandem}, 'half', '', '', '')"
            ),
        ] {
            exec_for_test(&mut world.conn, &sql).await.unwrap();
        }
        let all = export(&mut world.conn, GUILD, MENTEE).await.unwrap();
        let of = |name: &str| all.iter().find(|one| one.table == name && !one.rows.is_empty()).unwrap();
        let programme = Some((world.programme.name.clone(), world.programme.zone));
        for table in ["enrolment", "tandem", "asked_question", "look_back"] {
            assert_eq!(of(table).beside[0].programme, programme, "{table}");
        }
        assert_eq!(of("person").beside, [Beside::default()]);
        let asked = of("asked_question");
        assert_eq!(asked.beside[0].question, Some(["Which?".to_owned(), "Welche?".to_owned()]));
        assert_eq!((&asked.moments[..], asked.rows.len()), (&["asked_at"][..], asked.beside.len()));
        assert!(
            all.iter().flat_map(|one| one.rows.iter().flatten()).all(|(name, _)| !name.starts_with("beside"))
        );
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

//! What coordinators get to see of the inside of tandems: the rows a period's figures are made from, the release table
//! they are written to once (P7), and the digests that were made.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, at, day, ms};
use crate::domain::digest::{Digest, PeriodFigures};
use crate::domain::figures::period::Period;
use crate::domain::figures::topics::Picked;
use crate::domain::figures::{
    Cell, PeriodInput, PersonRow, QuestionRows, Reaction, Released, ReleasedCell, TandemRow, rows_of_two,
};
use crate::domain::ids::{DigestId, PersonId, ProgrammeId, TandemId};
use crate::domain::marks::{NOT_OURS, TALKED};

use std::collections::{BTreeMap, BTreeSet};

/// A tandem that counts in a period.
struct Counted {
    tandem: TandemId,
    people: [PersonId; 2],
    row: TandemRow,
}

/// What happened in a period by those who count in it: one row for each such tandem and each of their people, whether
/// they did anything or not.
pub async fn period_input(conn: &mut Conn, programme: ProgrammeId, period: &Period) -> Result<PeriodInput> {
    let mut counted = tandem_rows(conn, programme, period).await?;
    let shown = questions_shown(conn, programme, period).await?;
    let mut questions: BTreeMap<i64, Vec<Reaction>> = BTreeMap::new();
    for one in &shown {
        let Some(tandem) = counted.iter_mut().find(|row| row.tandem == one.tandem) else { continue };
        tandem.row.talked += u32::from(one.newly_talked);
        if period.contains(one.asked_at) {
            questions.entry(one.question).or_default().push(one.reaction);
        }
    }
    let people: BTreeSet<PersonId> = counted.iter().flat_map(|row| row.people).collect();
    let said = ratings(conn, programme, period).await?;
    let pairs: Vec<[PersonId; 2]> = counted.iter().map(|one| one.people).collect();
    Ok(PeriodInput {
        insider_rows: rows_of_two(&pairs),
        tandems: counted.into_iter().map(|one| one.row).collect(),
        people: people.iter().map(|person| said.get(person).copied().unwrap_or_default()).collect(),
        questions: questions
            .into_iter()
            .map(|(question, reactions)| QuestionRows { question, reactions })
            .collect(),
    })
}

async fn tandem_rows(conn: &mut Conn, programme: ProgrammeId, period: &Period) -> Result<Vec<Counted>> {
    let rows = sqlx::query(
        "SELECT tandem.id, mentor_id, mentee_id, opened_at, ended_at,
             count(task.id) FILTER (WHERE given_at >= ?2) AS given,
             count(task.id) FILTER (WHERE task.state = 'worked' AND said_at >= ?2 AND said_at < ?3) AS worked,
             count(task.id) FILTER (WHERE task.state = 'stuck' AND said_at >= ?2 AND said_at < ?3) AS stuck,
             count(task.id) FILTER (WHERE task.state <> 'worked') AS unfinished,
             count(task.id) FILTER (WHERE task.state NOT IN ('worked', 'stuck')) AS open,
             (SELECT count(*) FROM meeting WHERE meeting.tandem_id = tandem.id
                  AND held_at >= ?2 AND held_at < ?3) AS held,
             (SELECT count(*) FROM meeting WHERE meeting.tandem_id = tandem.id AND cancelled = 0
                  AND (tandem.ended_at IS NULL OR tandem.ended_at >= ?3) AND planned_at < ?3 AND starts_at >= ?3) AS planned,
             (SELECT count(*) FROM support_call WHERE support_call.tandem_id = tandem.id
                 AND asked_at >= ?2 AND asked_at < ?3) AS support,
             (SELECT count(*) FROM reach_call WHERE reach_call.tandem_id = tandem.id
                 AND asked_at >= ?2 AND asked_at < ?3) AS reach
         FROM tandem LEFT JOIN task ON task.tandem_id = tandem.id AND given_at < ?3
         WHERE programme_id = ?1 AND opened_at < ?3 GROUP BY tandem.id ORDER BY tandem.id",
    )
    .bind(programme.0)
    .bind(ms(period.from))
    .bind(ms(period.until))
    .fetch_all(conn)
    .await?;
    let counts = |row: &&SqliteRow| {
        period.counts(at(row.get("opened_at")), row.get::<Option<i64>, _>("ended_at").map(at))
    };
    Ok(rows.iter().filter(counts).map(counted).collect())
}

fn counted(row: &SqliteRow) -> Counted {
    Counted {
        tandem: TandemId(row.get("id")),
        people: [PersonId(row.get("mentor_id")), PersonId(row.get("mentee_id"))],
        row: TandemRow {
            given: row.get("given"),
            worked: row.get("worked"),
            stuck: row.get("stuck"),
            unfinished: row.get("unfinished"),
            open: row.get("open"),
            held: row.get("held"),
            planned: row.get("planned"),
            support: row.get("support"),
            reach: row.get("reach"),
            ..TandemRow::default()
        },
    }
}

/// A question as a tandem was shown it, and what came of it by the end of a period.
struct Shown {
    tandem: TandemId,
    question: i64,
    asked_at: DateTime<Utc>,
    reaction: Reaction,
    newly_talked: bool,
}

const TALKED_ABOUT: &str = "EXISTS (SELECT 1 FROM post JOIN mark ON mark.post_id = post.id
    WHERE post.kind = 'question' AND post.subject = asked.id AND mark.emoji = ";

async fn questions_shown(conn: &mut Conn, programme: ProgrammeId, period: &Period) -> Result<Vec<Shown>> {
    let sql = format!(
        "SELECT tandem_id, question, asked_at, talked_in,
             {TALKED_ABOUT}?3) AS talked, {TALKED_ABOUT}?4) AS not_ours
         FROM asked_question AS asked JOIN tandem ON tandem.id = tandem_id
         WHERE programme_id = ?1 AND asked_at < ?2 ORDER BY asked.id"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(programme.0)
        .bind(ms(period.until))
        .bind(TALKED)
        .bind(NOT_OURS)
        .fetch_all(conn)
        .await?;
    Ok(rows.iter().map(shown).collect())
}

fn shown(row: &SqliteRow) -> Shown {
    let (talked, nothing): (bool, bool) = (row.get("talked"), row.get("not_ours"));
    Shown {
        tandem: TandemId(row.get("tandem_id")),
        question: row.get("question"),
        asked_at: at(row.get("asked_at")),
        reaction: match (talked, nothing) {
            (true, _) => Reaction::Talked,
            (false, true) => Reaction::Nothing,
            (false, false) => Reaction::Silent,
        },
        newly_talked: talked && row.get::<Option<i64>, _>("talked_in").is_none(),
    }
}

async fn ratings(
    conn: &mut Conn,
    programme: ProgrammeId,
    period: &Period,
) -> Result<BTreeMap<PersonId, PersonRow>> {
    let rows = sqlx::query(
        "SELECT person_id, sum(value) AS sum, count(*) AS count FROM rating
         WHERE programme_id = ? AND given_at >= ? AND given_at < ? GROUP BY person_id",
    )
    .bind(programme.0)
    .bind(ms(period.from))
    .bind(ms(period.until))
    .fetch_all(conn)
    .await?;
    let said = |row: &SqliteRow| PersonRow { sum: row.get("sum"), count: row.get("count") };
    Ok(rows.iter().map(|row| (PersonId(row.get("person_id")), said(row))).collect())
}

/// Writes what is released of a period, and that the questions talked about by then have been counted. A period that
/// was written stays as it is (P7).
pub async fn release_add(
    conn: &mut Conn,
    programme: ProgrammeId,
    period: &Period,
    cells: &[ReleasedCell],
) -> Result<()> {
    sqlx::query("INSERT INTO release_period (programme_id, number, starts_on, ends_on) VALUES (?, ?, ?, ?)")
        .bind(programme.0)
        .bind(period.index)
        .bind(period.first_day.to_string())
        .bind(period.last_day.to_string())
        .execute(&mut *conn)
        .await?;
    for line in cells {
        sqlx::query("INSERT INTO release_cell (programme_id, number, cell, released) VALUES (?, ?, ?, ?)")
            .bind(programme.0)
            .bind(period.index)
            .bind(line.cell.key())
            .bind(serde_json::to_string(&line.released).unwrap_or_default())
            .execute(&mut *conn)
            .await?;
    }
    let sql = format!(
        "UPDATE asked_question AS asked SET talked_in = ?3
         WHERE talked_in IS NULL AND asked_at < ?2 AND {TALKED_ABOUT}?4)
             AND tandem_id IN (SELECT id FROM tandem WHERE programme_id = ?1)"
    );
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(programme.0)
        .bind(ms(period.until))
        .bind(period.index)
        .bind(TALKED)
        .execute(conn)
        .await?;
    Ok(())
}

/// All periods of a programme that were written, the earliest first.
pub async fn releases_of(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<PeriodFigures>> {
    let periods = sqlx::query("SELECT * FROM release_period WHERE programme_id = ? ORDER BY number")
        .bind(programme.0)
        .fetch_all(&mut *conn)
        .await?;
    let cells = sqlx::query("SELECT * FROM release_cell WHERE programme_id = ? ORDER BY number, cell")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    let mut released: BTreeMap<i64, Vec<ReleasedCell>> = BTreeMap::new();
    for row in &cells {
        released.entry(row.get("number")).or_default().push(released_cell(row)?);
    }
    periods
        .iter()
        .map(|row| {
            Ok(PeriodFigures {
                first_day: day(row.get("starts_on"))?,
                last_day: day(row.get("ends_on"))?,
                cells: released.remove(&row.get::<i64, _>("number")).unwrap_or_default(),
            })
        })
        .collect()
}

fn released_cell(row: &SqliteRow) -> Result<ReleasedCell> {
    Ok(ReleasedCell {
        cell: Cell::from_key(row.get("cell")).ok_or(Error::Unknown("figure"))?,
        released: serde_json::from_str(row.get("released")).map_err(|_| Error::Unknown("figure"))?,
    })
}

/// How many periods of a programme were written: the number of the next one.
pub async fn releases_count(conn: &mut Conn, programme: ProgrammeId) -> Result<u32> {
    Ok(sqlx::query_scalar("SELECT count(*) FROM release_period WHERE programme_id = ?")
        .bind(programme.0)
        .fetch_one(conn)
        .await?)
}

/// Keeps a digest as it was made.
pub async fn digest_add(
    conn: &mut Conn,
    programme: ProgrammeId,
    digest: &Digest,
    now: DateTime<Utc>,
) -> Result<DigestId> {
    let id = sqlx::query_scalar(
        "INSERT INTO digest (programme_id, made_at, content) VALUES (?, ?, ?) RETURNING id",
    )
    .bind(programme.0)
    .bind(ms(now))
    .bind(serde_json::to_string(digest).unwrap_or_default())
    .fetch_one(conn)
    .await?;
    Ok(DigestId(id))
}

/// A digest as it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its number.
    pub id: DigestId,
    /// Of which programme.
    pub programme: ProgrammeId,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// What it says.
    pub digest: Digest,
}

fn kept(row: &SqliteRow) -> Result<Kept> {
    Ok(Kept {
        id: DigestId(row.get("id")),
        programme: ProgrammeId(row.get("programme_id")),
        made_at: at(row.get("made_at")),
        digest: serde_json::from_str(row.get("content")).map_err(|_| Error::Unknown("digest"))?,
    })
}

/// The digest of that number; `None` when there is none.
pub async fn digest_find(conn: &mut Conn, id: DigestId) -> Result<Option<Kept>> {
    let row = sqlx::query("SELECT * FROM digest WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    row.as_ref().map(kept).transpose()
}

/// The last digest of a programme; `None` before the first.
pub async fn digest_last(conn: &mut Conn, programme: ProgrammeId) -> Result<Option<Kept>> {
    let row = sqlx::query("SELECT * FROM digest WHERE programme_id = ? ORDER BY id DESC LIMIT 1")
        .bind(programme.0)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(kept).transpose()
}

/// When the last digest of a programme was made.
pub async fn digest_last_at(conn: &mut Conn, programme: ProgrammeId) -> Result<Option<DateTime<Utc>>> {
    let made: Option<i64> = sqlx::query_scalar("SELECT max(made_at) FROM digest WHERE programme_id = ?")
        .bind(programme.0)
        .fetch_one(conn)
        .await?;
    Ok(made.map(at))
}

/// Writes what is shown of a programme's topics, once and for all; what was written before stays (P7).
pub async fn topics_add(
    conn: &mut Conn,
    programme: ProgrammeId,
    topics: &[(Picked, Released)],
) -> Result<()> {
    for (topic, released) in topics {
        sqlx::query(
            "INSERT INTO topic_release (programme_id, topic, released) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        )
        .bind(programme.0)
        .bind(topic.key())
        .bind(serde_json::to_string(released).unwrap_or_default())
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

/// What was written of a programme's topics, in their natural order; empty before it was closed.
pub async fn topics_of(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<(Picked, Released)>> {
    let rows = sqlx::query("SELECT topic, released FROM topic_release WHERE programme_id = ?")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    let mut topics = Vec::new();
    for row in &rows {
        let topic = Picked::from_key(row.get("topic")).ok_or(Error::Unknown("topic"))?;
        let released = serde_json::from_str(row.get("released")).map_err(|_| Error::Unknown("figure"))?;
        topics.push((topic, released));
    }
    topics.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(topics)
}

/// What each tandem of a programme picked, those that picked nothing included: the tandem's number and its topics.
pub async fn topics_picked(
    conn: &mut Conn,
    programme: ProgrammeId,
) -> Result<Vec<(TandemId, BTreeSet<Picked>)>> {
    let rows = sqlx::query(
        "SELECT tandem.id, code, topic.words, EXISTS (SELECT 1 FROM programme_topic AS own
             WHERE own.programme_id = tandem.programme_id AND own.words = topic.words) AS of_programme
         FROM tandem LEFT JOIN topic ON topic.tandem_id = tandem.id WHERE tandem.programme_id = ? ORDER BY tandem.id",
    )
    .bind(programme.0)
    .fetch_all(conn)
    .await?;
    let mut picked: BTreeMap<TandemId, BTreeSet<Picked>> = BTreeMap::new();
    for row in &rows {
        let topics = picked.entry(TandemId(row.get("id"))).or_default();
        let words: Option<String> = row.get("words");
        match (row.get::<Option<&str>, _>("code"), words) {
            (Some(code), _) => {
                topics.extend(crate::domain::topic::Topic::of(code).map(Picked::Catalogue));
            }
            (None, Some(words)) if row.get("of_programme") => drop(topics.insert(Picked::Programme(words))),
            (None, Some(_)) => drop(topics.insert(Picked::Other)),
            (None, None) => {}
        }
    }
    Ok(picked.into_iter().collect())
}

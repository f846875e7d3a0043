//! Tips and insights that tandems share. Nothing here is read in an order that tells when one came.

use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, at, ms};
use crate::domain::ids::{PersonId, PracticeId, ProgrammeId, TandemId};
use crate::domain::practice::{Consent, Practice, PracticeKind, PracticeState};
use crate::domain::tandem::Side;

fn practice(row: &SqliteRow) -> Result<Practice> {
    let consent = |column| {
        row.get::<Option<&str>, _>(column)
            .map(|code| Consent::of(code).ok_or(Error::Unknown("answer to a practice")))
            .transpose()
    };
    Ok(Practice {
        id: PracticeId(row.get("id")),
        programme: ProgrammeId(row.get("programme_id")),
        tandem: TandemId(row.get("tandem_id")),
        kind: PracticeKind::of(row.get("kind")).ok_or(Error::Unknown("kind of practice"))?,
        state: PracticeState::of(row.get("state")).ok_or(Error::Unknown("state of a practice"))?,
        text: row.get("text"),
        link: row.get("link"),
        deadline: at(row.get("deadline")),
        mentor_answer: consent("mentor_answer")?,
        mentee_answer: consent("mentee_answer")?,
        named: row.get("named"),
        remark: row.get("remark"),
    })
}

/// How many practices there ever were: what the next number is drawn from.
pub async fn practices_count(conn: &mut Conn) -> Result<i64> {
    Ok(sqlx::query_scalar("SELECT count(*) FROM practice").fetch_one(conn).await?)
}

/// Adds a practice under its drawn number; `false` where the number is taken.
pub async fn practice_add(conn: &mut Conn, new: &Practice) -> Result<bool> {
    let done = sqlx::query(
        "INSERT INTO practice (id, programme_id, tandem_id, kind, state, text, link, deadline)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    )
    .bind(new.id.0)
    .bind(new.programme.0)
    .bind(new.tandem.0)
    .bind(new.kind.code())
    .bind(new.state.code())
    .bind(&new.text)
    .bind(&new.link)
    .bind(ms(new.deadline))
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// The practice of that number; `None` where a button outlived it.
pub async fn practice_find(conn: &mut Conn, id: PracticeId) -> Result<Option<Practice>> {
    let row = sqlx::query("SELECT * FROM practice WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    row.as_ref().map(practice).transpose()
}

/// What a person's tandems share or shared, by their words.
pub async fn practices_of(conn: &mut Conn, person: PersonId) -> Result<Vec<Practice>> {
    let rows = sqlx::query(
        "SELECT practice.* FROM practice JOIN tandem ON tandem.id = practice.tandem_id
         WHERE ? IN (mentor_id, mentee_id) ORDER BY practice.text, practice.id",
    )
    .bind(person.0)
    .fetch_all(conn)
    .await?;
    rows.iter().map(practice).collect()
}

/// What waits for a coordinator of a programme, by its words.
pub async fn practices_ready(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Practice>> {
    let rows =
        sqlx::query("SELECT * FROM practice WHERE programme_id = ? AND state = 'ready' ORDER BY text, id")
            .bind(programme.0)
            .fetch_all(conn)
            .await?;
    rows.iter().map(practice).collect()
}

/// Everything that was ever shared in a programme, by its words.
pub async fn practices_in(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Practice>> {
    let rows = sqlx::query("SELECT * FROM practice WHERE programme_id = ? ORDER BY text, id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(practice).collect()
}

/// What of a tandem waits for both, by its number.
pub async fn practices_proposed(conn: &mut Conn, tandem: TandemId) -> Result<Vec<Practice>> {
    let rows = sqlx::query("SELECT * FROM practice WHERE tandem_id = ? AND state = 'proposed' ORDER BY id")
        .bind(tandem.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(practice).collect()
}

/// Notes what one side said; the last word counts until the result is known.
pub async fn practice_answer_set(conn: &mut Conn, id: PracticeId, side: Side, said: Consent) -> Result<()> {
    let sql = match side {
        Side::Mentor => "UPDATE practice SET mentor_answer = ? WHERE id = ? AND state = 'proposed'",
        Side::Mentee => "UPDATE practice SET mentee_answer = ? WHERE id = ? AND state = 'proposed'",
    };
    sqlx::query(sql).bind(said.code()).bind(id.0).execute(conn).await?;
    Ok(())
}

/// Both agreed: the result is kept and both answers are erased.
pub async fn practice_agree(conn: &mut Conn, id: PracticeId, named: bool) -> Result<()> {
    sqlx::query(
        "UPDATE practice SET state = 'ready', named = ?, mentor_answer = NULL, mentee_answer = NULL WHERE id = ?",
    )
    .bind(named)
    .bind(id.0)
    .execute(conn)
    .await?;
    Ok(())
}

/// A coordinator releases or returns it.
pub async fn practice_decide(
    conn: &mut Conn,
    id: PracticeId,
    state: PracticeState,
    remark: Option<&str>,
) -> Result<()> {
    sqlx::query("UPDATE practice SET state = ?, remark = ? WHERE id = ?")
        .bind(state.code())
        .bind(remark)
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// It came to nothing, or was taken back: words, link, file and answers are erased.
pub async fn practice_erase(conn: &mut Conn, id: PracticeId, state: PracticeState) -> Result<()> {
    sqlx::query("DELETE FROM practice_file WHERE practice_id = ?").bind(id.0).execute(&mut *conn).await?;
    sqlx::query(
        "UPDATE practice SET state = ?, text = '', link = NULL, remark = NULL, mentor_answer = NULL,
             mentee_answer = NULL WHERE id = ?",
    )
    .bind(state.code())
    .bind(id.0)
    .execute(conn)
    .await?;
    Ok(())
}

/// Keeps a practice's file under a name of ours.
pub async fn practice_file_add(conn: &mut Conn, id: PracticeId, name: &str, bytes: &[u8]) -> Result<()> {
    sqlx::query("INSERT OR REPLACE INTO practice_file (practice_id, name, bytes) VALUES (?, ?, ?)")
        .bind(id.0)
        .bind(name)
        .bind(bytes)
        .execute(conn)
        .await?;
    Ok(())
}

/// A practice's file: its name and what is in it.
pub async fn practice_file(conn: &mut Conn, id: PracticeId) -> Result<Option<(String, Vec<u8>)>> {
    let row = sqlx::query("SELECT name, bytes FROM practice_file WHERE practice_id = ?")
        .bind(id.0)
        .fetch_optional(conn)
        .await?;
    Ok(row.map(|row| (row.get("name"), row.get("bytes"))))
}

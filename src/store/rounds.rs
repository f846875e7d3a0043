//! Rounds of pairing: the plan and its pairs, what coordinators hold and bar, and how far the opening is.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, at, ms};
use crate::domain::ids::{BarId, LockId, PersonId, ProgrammeId, RoundId, TandemId};
use crate::domain::matching::plan::{Pair, Plan};
use crate::domain::matching::round::{Bar, Lock, Round, RoundState};

fn round(row: &SqliteRow) -> Result<Round> {
    Ok(Round {
        id: RoundId(row.get("id")),
        programme: ProgrammeId(row.get("programme_id")),
        state: RoundState::of(row.get("state")).ok_or(Error::Unknown("state of a round"))?,
        proven: row.get("proven"),
        deadline: row.get::<Option<i64>, _>("deadline").map(at),
        room: row.get("room"),
    })
}

/// The round of that number; `None` where a button outlived it.
pub async fn round_find(conn: &mut Conn, id: RoundId) -> Result<Option<Round>> {
    let row = sqlx::query("SELECT * FROM match_round WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    row.as_ref().map(round).transpose()
}

/// All rounds of a programme, oldest first.
pub async fn rounds_of(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Round>> {
    let rows = sqlx::query("SELECT * FROM match_round WHERE programme_id = ? ORDER BY id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(round).collect()
}

/// Keeps a plan in place of the one before.
pub async fn plan_set(conn: &mut Conn, programme: ProgrammeId, plan: &Plan) -> Result<RoundId> {
    let known: Option<i64> =
        sqlx::query_scalar("SELECT id FROM match_round WHERE programme_id = ? AND state = 'plan'")
            .bind(programme.0)
            .fetch_optional(&mut *conn)
            .await?;
    let id =
        match known {
            Some(id) => {
                sqlx::query("UPDATE match_round SET proven = ? WHERE id = ?")
                    .bind(plan.proven)
                    .bind(id)
                    .execute(&mut *conn)
                    .await?;
                id
            }
            None => sqlx::query_scalar(
                "INSERT INTO match_round (programme_id, state, proven) VALUES (?, 'plan', ?) RETURNING id",
            )
            .bind(programme.0)
            .bind(plan.proven)
            .fetch_one(&mut *conn)
            .await?,
        };
    pairs_set(conn, RoundId(id), &plan.pairs).await?;
    Ok(RoundId(id))
}

/// Sets the pairs of a plan.
pub async fn pairs_set(conn: &mut Conn, round: RoundId, pairs: &[Pair]) -> Result<()> {
    sqlx::query("DELETE FROM match_pair WHERE round_id = ?").bind(round.0).execute(&mut *conn).await?;
    for pair in pairs {
        sqlx::query("INSERT INTO match_pair (round_id, mentor_id, mentee_id) VALUES (?, ?, ?)")
            .bind(round.0)
            .bind(pair.mentor.0)
            .bind(pair.mentee.0)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// The pairs of a plan, by the mentee's number.
pub async fn pairs_of(conn: &mut Conn, round: RoundId) -> Result<Vec<Pair>> {
    let rows =
        sqlx::query("SELECT mentor_id, mentee_id FROM match_pair WHERE round_id = ? ORDER BY mentee_id")
            .bind(round.0)
            .fetch_all(conn)
            .await?;
    let pair = |row: &SqliteRow| Pair {
        mentor: PersonId(row.get("mentor_id")),
        mentee: PersonId(row.get("mentee_id")),
    };
    Ok(rows.iter().map(pair).collect())
}

/// Moves a round on.
pub async fn round_state_set(conn: &mut Conn, id: RoundId, state: RoundState) -> Result<()> {
    sqlx::query("UPDATE match_round SET state = ? WHERE id = ?")
        .bind(state.code())
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Sets until when people answer; on a plan, until when they would.
pub async fn round_deadline_set(conn: &mut Conn, id: RoundId, deadline: DateTime<Utc>) -> Result<()> {
    sqlx::query("UPDATE match_round SET deadline = ? WHERE id = ?")
        .bind(ms(deadline))
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Notes for how many tandems there was room when all of a round's were to open; `None` when there was enough.
pub async fn round_room_set(conn: &mut Conn, id: RoundId, room: Option<u32>) -> Result<()> {
    sqlx::query("UPDATE match_round SET room = ? WHERE id = ?").bind(room).bind(id.0).execute(conn).await?;
    Ok(())
}

/// How many tandems a round has opened or will open, and how many of these have their room.
pub async fn round_progress(conn: &mut Conn, id: RoundId) -> Result<(u32, u32)> {
    let row = sqlx::query(
        "SELECT (SELECT count(*) FROM proposal WHERE round_id = ?1 AND to_open = 1) AS ahead,
             count(*) AS begun, count(*) FILTER (WHERE channel_id IS NOT NULL OR state <> 'opening') AS there
         FROM tandem WHERE round_id = ?1",
    )
    .bind(id.0)
    .fetch_one(conn)
    .await?;
    let (ahead, begun): (u32, u32) = (row.get("ahead"), row.get("begun"));
    Ok((ahead + begun, row.get("there")))
}

/// Notes which round a tandem came out of.
pub async fn tandem_round_set(conn: &mut Conn, tandem: TandemId, round: RoundId) -> Result<()> {
    sqlx::query("UPDATE tandem SET round_id = ? WHERE id = ?")
        .bind(round.0)
        .bind(tandem.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Which round a tandem came out of; `None` for a pair by hand.
pub async fn tandem_round(conn: &mut Conn, tandem: TandemId) -> Result<Option<RoundId>> {
    let id: Option<i64> =
        sqlx::query_scalar("SELECT round_id FROM tandem WHERE id = ?").bind(tandem.0).fetch_one(conn).await?;
    Ok(id.map(RoundId))
}

/// Holds a pair; a mentee is held with one mentor, and the last word counts.
pub async fn lock_set(conn: &mut Conn, programme: ProgrammeId, pair: Pair) -> Result<LockId> {
    let id = sqlx::query_scalar(
        "INSERT INTO match_lock (programme_id, mentor_id, mentee_id) VALUES (?, ?, ?)
         ON CONFLICT (programme_id, mentee_id) DO UPDATE SET mentor_id = excluded.mentor_id RETURNING id",
    )
    .bind(programme.0)
    .bind(pair.mentor.0)
    .bind(pair.mentee.0)
    .fetch_one(conn)
    .await?;
    Ok(LockId(id))
}

/// The pairs that coordinators hold in a programme, in the order in which they were held.
pub async fn locks_in(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Lock>> {
    let rows = sqlx::query("SELECT * FROM match_lock WHERE programme_id = ? ORDER BY id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    let lock = |row: &SqliteRow| Lock {
        id: LockId(row.get("id")),
        pair: Pair { mentor: PersonId(row.get("mentor_id")), mentee: PersonId(row.get("mentee_id")) },
    };
    Ok(rows.iter().map(lock).collect())
}

/// Lets a held pair go; `None` when it was let go before.
pub async fn lock_drop(conn: &mut Conn, programme: ProgrammeId, id: LockId) -> Result<Option<()>> {
    let done = sqlx::query("DELETE FROM match_lock WHERE id = ? AND programme_id = ?")
        .bind(id.0)
        .bind(programme.0)
        .execute(conn)
        .await?;
    Ok((done.rows_affected() > 0).then_some(()))
}

/// Lets two people go whom coordinators held, whichever way round: they are asked, and the lock has done its work.
pub async fn lock_done(conn: &mut Conn, programme: ProgrammeId, [one, other]: [PersonId; 2]) -> Result<()> {
    sqlx::query(
        "DELETE FROM match_lock WHERE programme_id = ?1
             AND (mentor_id = ?2 AND mentee_id = ?3 OR mentor_id = ?3 AND mentee_id = ?2)",
    )
    .bind(programme.0)
    .bind(one.0)
    .bind(other.0)
    .execute(conn)
    .await?;
    Ok(())
}

/// The programme of a held pair.
pub async fn lock_programme(conn: &mut Conn, id: LockId) -> Result<Option<ProgrammeId>> {
    let programme: Option<i64> = sqlx::query_scalar("SELECT programme_id FROM match_lock WHERE id = ?")
        .bind(id.0)
        .fetch_optional(conn)
        .await?;
    Ok(programme.map(ProgrammeId))
}

/// Bars a pair, whichever way round; barring twice is barring once.
pub async fn bar_set(conn: &mut Conn, programme: ProgrammeId, two: [PersonId; 2]) -> Result<BarId> {
    let (one, other) = (two[0].min(two[1]), two[0].max(two[1]));
    let id = sqlx::query_scalar(
        "INSERT INTO match_bar (programme_id, one_id, other_id) VALUES (?, ?, ?)
         ON CONFLICT (programme_id, one_id, other_id) DO UPDATE SET one_id = excluded.one_id RETURNING id",
    )
    .bind(programme.0)
    .bind(one.0)
    .bind(other.0)
    .fetch_one(conn)
    .await?;
    Ok(BarId(id))
}

/// The pairs that coordinators bar in a programme, in the order in which they were barred.
pub async fn bars_in(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Bar>> {
    let rows = sqlx::query("SELECT * FROM match_bar WHERE programme_id = ? ORDER BY id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    let bar = |row: &SqliteRow| Bar {
        id: BarId(row.get("id")),
        two: [PersonId(row.get("one_id")), PersonId(row.get("other_id"))],
    };
    Ok(rows.iter().map(bar).collect())
}

/// Lifts a bar; `None` when it was lifted before.
pub async fn bar_drop(conn: &mut Conn, programme: ProgrammeId, id: BarId) -> Result<Option<()>> {
    let done = sqlx::query("DELETE FROM match_bar WHERE id = ? AND programme_id = ?")
        .bind(id.0)
        .bind(programme.0)
        .execute(conn)
        .await?;
    Ok((done.rows_affected() > 0).then_some(()))
}

/// The programme of a bar.
pub async fn bar_programme(conn: &mut Conn, id: BarId) -> Result<Option<ProgrammeId>> {
    let programme: Option<i64> = sqlx::query_scalar("SELECT programme_id FROM match_bar WHERE id = ?")
        .bind(id.0)
        .fetch_optional(conn)
        .await?;
    Ok(programme.map(ProgrammeId))
}

/// Every two people of a server who are or were in a tandem together, whichever way round.
pub async fn pairs_met(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<[PersonId; 2]>> {
    let rows = sqlx::query(
        "SELECT DISTINCT mentor_id, mentee_id FROM tandem JOIN programme ON programme.id = tandem.programme_id
         WHERE guild_id = (SELECT guild_id FROM programme WHERE id = ?) ORDER BY mentor_id, mentee_id",
    )
    .bind(programme.0)
    .fetch_all(conn)
    .await?;
    Ok(rows.iter().map(|row| [PersonId(row.get("mentor_id")), PersonId(row.get("mentee_id"))]).collect())
}

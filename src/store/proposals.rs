//! Proposed pairs. What each of the two answered is kept until the result is known, and not a moment longer (P10).

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, at, ms, snowflake};
use crate::domain::ids::{GuildId, PersonId, ProgrammeId, ProposalId, RoundId};
use crate::domain::proposal::{Proposal, ProposalState};
use crate::domain::tandem::Side;

fn proposal(row: &SqliteRow) -> Result<Proposal> {
    Ok(Proposal {
        id: ProposalId(row.get("id")),
        programme: ProgrammeId(row.get("programme_id")),
        mentor: PersonId(row.get("mentor_id")),
        mentee: PersonId(row.get("mentee_id")),
        round: row.get::<Option<i64>, _>("round_id").map(RoundId),
        deadline: at(row.get("deadline")),
        state: ProposalState::of(row.get("state")).ok_or(Error::Unknown("state of a proposal"))?,
        mentor_answer: row.get("mentor_answer"),
        mentee_answer: row.get("mentee_answer"),
    })
}

/// Proposes a pair by hand; `None` when the two are proposed to each other already.
pub async fn proposal_add(
    conn: &mut Conn,
    programme: ProgrammeId,
    mentor: PersonId,
    mentee: PersonId,
    deadline: DateTime<Utc>,
) -> Result<Option<ProposalId>> {
    proposal_add_in(conn, programme, None, [mentor, mentee], deadline).await
}

/// Proposes a pair, mentor and mentee, in a round or by hand; `None` when the two are proposed to each other already.
pub async fn proposal_add_in(
    conn: &mut Conn,
    programme: ProgrammeId,
    round: Option<RoundId>,
    [mentor, mentee]: [PersonId; 2],
    deadline: DateTime<Utc>,
) -> Result<Option<ProposalId>> {
    let id: Option<i64> = sqlx::query_scalar(
        "INSERT INTO proposal (programme_id, round_id, mentor_id, mentee_id, deadline, state)
         VALUES (?, ?, ?, ?, ?, 'open') ON CONFLICT DO NOTHING RETURNING id",
    )
    .bind(programme.0)
    .bind(round.map(|round| round.0))
    .bind(mentor.0)
    .bind(mentee.0)
    .bind(ms(deadline))
    .fetch_optional(conn)
    .await?;
    Ok(id.map(ProposalId))
}

/// The proposal of that number; `None` where a button outlived it.
pub async fn proposal_get(conn: &mut Conn, id: ProposalId) -> Result<Option<Proposal>> {
    let row = sqlx::query("SELECT * FROM proposal WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    row.as_ref().map(proposal).transpose()
}

/// All proposals that somebody is or was part of, oldest first.
pub async fn proposals_of(conn: &mut Conn, person: PersonId) -> Result<Vec<Proposal>> {
    let rows = sqlx::query("SELECT * FROM proposal WHERE mentor_id = ?1 OR mentee_id = ?1 ORDER BY id")
        .bind(person.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(proposal).collect()
}

/// The proposals of a programme that wait for answers, oldest first.
pub async fn proposals_open(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Proposal>> {
    let rows = sqlx::query("SELECT * FROM proposal WHERE programme_id = ? AND state = 'open' ORDER BY id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(proposal).collect()
}

/// All proposals of a programme, oldest first.
pub async fn proposals_in(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Proposal>> {
    let rows = sqlx::query("SELECT * FROM proposal WHERE programme_id = ? ORDER BY id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(proposal).collect()
}

/// The proposals of a round that both accepted and whose tandems are still to be opened, oldest first.
pub async fn proposals_to_open(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Proposal>> {
    let rows = sqlx::query("SELECT * FROM proposal WHERE programme_id = ? AND to_open = 1 ORDER BY id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(proposal).collect()
}

/// The deadline of a round has come: each pair's result is noted, no answer counts as no, and all answers are erased in
/// the same moment (P10). Returns how many tandems are to be opened.
pub async fn proposals_settle(conn: &mut Conn, round: RoundId) -> Result<u32> {
    let done = sqlx::query(
        "UPDATE proposal SET
             state = CASE WHEN mentor_answer = 1 AND mentee_answer = 1 THEN 'accepted' ELSE 'lapsed' END,
             to_open = coalesce(mentor_answer = 1 AND mentee_answer = 1, 0),
             mentor_answer = NULL, mentee_answer = NULL
         WHERE round_id = ? AND state = 'open' RETURNING to_open",
    )
    .bind(round.0)
    .fetch_all(conn)
    .await?;
    Ok(u32::try_from(done.iter().filter(|row| row.get::<bool, _>("to_open")).count()).unwrap_or(u32::MAX))
}

/// Nobody is joined in the programme any more: whatever is asked or about to open lapses, and all answers are erased (P10).
pub async fn proposals_lapse(conn: &mut Conn, programme: ProgrammeId) -> Result<()> {
    sqlx::query(
        "UPDATE proposal SET state = 'lapsed', to_open = 0, mentor_answer = NULL, mentee_answer = NULL
         WHERE programme_id = ? AND (state = 'open' OR to_open = 1)",
    )
    .bind(programme.0)
    .execute(conn)
    .await?;
    Ok(())
}

/// The proposals of a programme of which a tandem may still come: those without a result, and those that are about to open.
pub async fn proposals_pending(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Proposal>> {
    let rows = sqlx::query(
        "SELECT * FROM proposal WHERE programme_id = ? AND (state = 'open' OR to_open = 1) ORDER BY id",
    )
    .bind(programme.0)
    .fetch_all(conn)
    .await?;
    rows.iter().map(proposal).collect()
}

/// The tandem of a proposal is opened.
pub async fn proposal_opened(conn: &mut Conn, id: ProposalId) -> Result<()> {
    sqlx::query("UPDATE proposal SET to_open = 0 WHERE id = ?").bind(id.0).execute(conn).await?;
    Ok(())
}

/// Rooms of a server that may still have to be made: proposals without a result, and tandems whose room is on its way.
pub async fn rooms_ahead(conn: &mut Conn, guild: GuildId) -> Result<u32> {
    let count: i64 = sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM proposal JOIN programme ON programme.id = proposal.programme_id
                 WHERE programme.guild_id = ?1 AND (proposal.state = 'open' OR proposal.to_open = 1))
              + (SELECT count(*) FROM tandem JOIN programme ON programme.id = tandem.programme_id
                 WHERE programme.guild_id = ?1 AND tandem.state = 'opening')",
    )
    .bind(snowflake(guild.0))
    .fetch_one(conn)
    .await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Notes what one side answered; the last word counts until the result is known.
pub async fn proposal_answer_set(conn: &mut Conn, id: ProposalId, side: Side, yes: bool) -> Result<()> {
    let sql = match side {
        Side::Mentor => "UPDATE proposal SET mentor_answer = ? WHERE id = ? AND state = 'open'",
        Side::Mentee => "UPDATE proposal SET mentee_answer = ? WHERE id = ? AND state = 'open'",
    };
    sqlx::query(sql).bind(yes).bind(id.0).execute(conn).await?;
    Ok(())
}

/// Notes the pair's result and erases both answers; `false` when there was one already.
pub async fn proposal_close(conn: &mut Conn, id: ProposalId, result: ProposalState) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE proposal SET state = ?, mentor_answer = NULL, mentee_answer = NULL WHERE id = ? AND state = 'open'",
    )
    .bind(result.code())
    .bind(id.0)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Proposals without a result, and those about to open, lapse because one of the two is erased; nobody stands in that one's
/// place. Which they were.
pub async fn proposals_withdraw(
    conn: &mut Conn,
    person: PersonId,
    nobody: [PersonId; 2],
) -> Result<Vec<ProposalId>> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "UPDATE proposal SET state = 'lapsed', to_open = 0, mentor_answer = NULL, mentee_answer = NULL,
             mentor_id = CASE mentor_id WHEN ?1 THEN ?2 ELSE mentor_id END,
             mentee_id = CASE mentee_id WHEN ?1 THEN ?3 ELSE mentee_id END
         WHERE (state = 'open' OR to_open = 1) AND ?1 IN (mentor_id, mentee_id) RETURNING id",
    )
    .bind(person.0)
    .bind(nobody[0].0)
    .bind(nobody[1].0)
    .fetch_all(conn)
    .await?;
    Ok(ids.into_iter().map(ProposalId).collect())
}

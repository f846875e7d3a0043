//! Sittings of speed networking: who takes part, where they are, which rooms there are, and who meets whom.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, at, ms, snowflake, unsnow};
use crate::domain::ids::{ChannelId, GuildId, PersonId, PostId, ProgrammeId, SittingId, SpaceId};
use crate::domain::matching::pool::{Two, two};
use crate::domain::meetup::{Sitting, SittingState};

fn sitting(row: &SqliteRow) -> Result<Sitting> {
    Ok(Sitting {
        id: SittingId(row.get("id")),
        programme: ProgrammeId(row.get("programme_id")),
        number: row.get("number"),
        starts_at: at(row.get("starts_at")),
        state: SittingState::of(row.get("state")).ok_or(Error::Unknown("state of a sitting"))?,
        round: row.get("round"),
        invite: row.get::<Option<i64>, _>("invite_id").map(PostId),
    })
}

/// Adds a sitting that lies ahead.
pub async fn sitting_add(
    conn: &mut Conn,
    programme: ProgrammeId,
    number: u32,
    starts_at: DateTime<Utc>,
    invite: Option<PostId>,
) -> Result<SittingId> {
    let id = sqlx::query_scalar(
        "INSERT INTO sitting (programme_id, number, starts_at, state, invite_id)
         VALUES (?, ?, ?, 'planned', ?) RETURNING id",
    )
    .bind(programme.0)
    .bind(number)
    .bind(ms(starts_at))
    .bind(invite.map(|id| id.0))
    .fetch_one(conn)
    .await?;
    Ok(SittingId(id))
}

/// The sitting of that number; `None` when it has gone.
pub async fn sitting_find(conn: &mut Conn, id: SittingId) -> Result<Option<Sitting>> {
    let row = sqlx::query("SELECT * FROM sitting WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    row.as_ref().map(sitting).transpose()
}

/// The sittings of a programme, oldest first.
pub async fn sittings_of(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Sitting>> {
    let rows = sqlx::query("SELECT * FROM sitting WHERE programme_id = ? ORDER BY id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(sitting).collect()
}

/// The sittings on a server that go on now, oldest first.
pub async fn sittings_live(conn: &mut Conn, guild: GuildId) -> Result<Vec<Sitting>> {
    let rows = sqlx::query(
        "SELECT sitting.* FROM sitting JOIN programme ON programme.id = sitting.programme_id
         WHERE guild_id = ? AND state NOT IN ('planned', 'over') ORDER BY sitting.id",
    )
    .bind(snowflake(guild.0))
    .fetch_all(conn)
    .await?;
    rows.iter().map(sitting).collect()
}

/// The sittings in which somebody takes or took part, oldest first.
pub async fn sittings_with(conn: &mut Conn, person: PersonId) -> Result<Vec<Sitting>> {
    let rows = sqlx::query(
        "SELECT sitting.* FROM sitting JOIN sitting_guest ON sitting_guest.sitting_id = sitting.id
         WHERE person_id = ? ORDER BY sitting.id",
    )
    .bind(person.0)
    .fetch_all(conn)
    .await?;
    rows.iter().map(sitting).collect()
}

/// Stores when a sitting begins, how far it has come, and its invitation.
pub async fn sitting_set(conn: &mut Conn, new: &Sitting) -> Result<()> {
    sqlx::query("UPDATE sitting SET starts_at = ?, state = ?, round = ?, invite_id = ? WHERE id = ?")
        .bind(ms(new.starts_at))
        .bind(new.state.code())
        .bind(new.round)
        .bind(new.invite.map(|id| id.0))
        .bind(new.id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets a sitting and everything about it.
pub async fn sitting_drop(conn: &mut Conn, id: SittingId) -> Result<()> {
    for table in ["encounter", "sitting_guest", "sitting_space"] {
        let sql = sqlx::AssertSqlSafe(format!("DELETE FROM {table} WHERE sitting_id = ?"));
        sqlx::query(sql).bind(id.0).execute(&mut *conn).await?;
    }
    sqlx::query("DELETE FROM sitting WHERE id = ?").bind(id.0).execute(conn).await?;
    Ok(())
}

/// Somebody who takes part in a sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// Who.
    pub person: PersonId,
    /// Where they are, if they are in the lobby or in a room.
    pub space: Option<SpaceId>,
    /// Rounds they have sat out; `None` until they are there for the first time.
    pub breaks: Option<u32>,
    /// Whether they have answered the question about favourites.
    pub named: bool,
}

/// Who takes part in a sitting, by their number.
pub async fn seats_of(conn: &mut Conn, sitting: SittingId) -> Result<Vec<Seat>> {
    let rows = sqlx::query("SELECT * FROM sitting_guest WHERE sitting_id = ? ORDER BY person_id")
        .bind(sitting.0)
        .fetch_all(conn)
        .await?;
    let seat = |row: &SqliteRow| Seat {
        person: PersonId(row.get("person_id")),
        space: row.get::<Option<i64>, _>("space_id").map(SpaceId),
        breaks: row.get("breaks"),
        named: row.get("named"),
    };
    Ok(rows.iter().map(seat).collect())
}

/// Somebody takes part in a sitting.
pub async fn seat_add(conn: &mut Conn, sitting: SittingId, person: PersonId) -> Result<()> {
    sqlx::query("INSERT INTO sitting_guest (sitting_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .bind(sitting.0)
        .bind(person.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Somebody takes no part in a sitting any more.
pub async fn seat_drop(conn: &mut Conn, sitting: SittingId, person: PersonId) -> Result<()> {
    sqlx::query("DELETE FROM sitting_guest WHERE sitting_id = ? AND person_id = ?")
        .bind(sitting.0)
        .bind(person.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Stores where somebody is, what they have sat out, and whether they have answered.
pub async fn seat_set(conn: &mut Conn, sitting: SittingId, seat: &Seat) -> Result<()> {
    sqlx::query(
        "UPDATE sitting_guest SET space_id = ?, breaks = ?, named = ? WHERE sitting_id = ? AND person_id = ?",
    )
    .bind(seat.space.map(|id| id.0))
    .bind(seat.breaks)
    .bind(seat.named)
    .bind(sitting.0)
    .bind(seat.person.0)
    .execute(conn)
    .await?;
    Ok(())
}

/// Somebody leaves a programme: what its sittings know of them goes.
pub async fn person_forget(conn: &mut Conn, programme: ProgrammeId, person: PersonId) -> Result<()> {
    for sql in [
        "DELETE FROM encounter WHERE ?2 IN (one_id, other_id)
             AND sitting_id IN (SELECT id FROM sitting WHERE programme_id = ?1)",
        "DELETE FROM sitting_guest WHERE person_id = ?2
             AND sitting_id IN (SELECT id FROM sitting WHERE programme_id = ?1)",
        "DELETE FROM sitting_absent WHERE programme_id = ?1 AND person_id = ?2",
    ] {
        sqlx::query(sql).bind(programme.0).bind(person.0).execute(&mut *conn).await?;
    }
    Ok(())
}

/// The lobby of a sitting, or one of its rooms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    /// Our number for it.
    pub id: SpaceId,
    /// Its sitting.
    pub sitting: SittingId,
    /// 0 is the lobby.
    pub number: u32,
    /// The channel, once Discord has made it and as long as it is there.
    pub channel: Option<ChannelId>,
}

fn space(row: &SqliteRow) -> Space {
    Space {
        id: SpaceId(row.get("id")),
        sitting: SittingId(row.get("sitting_id")),
        number: row.get("number"),
        channel: row.get::<Option<i64>, _>("channel_id").map(|id| ChannelId(unsnow(id))),
    }
}

/// Adds a lobby or room that is still to be made.
pub async fn space_add(conn: &mut Conn, sitting: SittingId, number: u32) -> Result<SpaceId> {
    let id = sqlx::query_scalar("INSERT INTO sitting_space (sitting_id, number) VALUES (?, ?) RETURNING id")
        .bind(sitting.0)
        .bind(number)
        .fetch_one(conn)
        .await?;
    Ok(SpaceId(id))
}

/// The lobby or room of that number; `None` when it has gone.
pub async fn space_find(conn: &mut Conn, id: SpaceId) -> Result<Option<Space>> {
    let row = sqlx::query("SELECT * FROM sitting_space WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    Ok(row.as_ref().map(space))
}

/// The lobby or room that a channel is.
pub async fn space_of_channel(conn: &mut Conn, channel: ChannelId) -> Result<Option<Space>> {
    let row = sqlx::query("SELECT * FROM sitting_space WHERE channel_id = ?")
        .bind(snowflake(channel.0))
        .fetch_optional(conn)
        .await?;
    Ok(row.as_ref().map(space))
}

/// Lobby and rooms of a sitting, by their number.
pub async fn spaces_of(conn: &mut Conn, sitting: SittingId) -> Result<Vec<Space>> {
    let rows = sqlx::query("SELECT * FROM sitting_space WHERE sitting_id = ? ORDER BY number")
        .bind(sitting.0)
        .fetch_all(conn)
        .await?;
    Ok(rows.iter().map(space).collect())
}

/// How many lobbies and rooms on a server are still to be made.
pub async fn spaces_ahead(conn: &mut Conn, guild: GuildId) -> Result<u32> {
    Ok(sqlx::query_scalar(
        "SELECT count(*) FROM sitting_space JOIN sitting ON sitting.id = sitting_space.sitting_id
         JOIN programme ON programme.id = sitting.programme_id
         WHERE guild_id = ? AND channel_id IS NULL AND state NOT IN ('planned', 'over')",
    )
    .bind(snowflake(guild.0))
    .fetch_one(conn)
    .await?)
}

/// Notes which channel it is; `None` when it has gone.
pub async fn space_bind(conn: &mut Conn, id: SpaceId, channel: Option<ChannelId>) -> Result<()> {
    sqlx::query("UPDATE sitting_space SET channel_id = ? WHERE id = ?")
        .bind(channel.map(|channel| snowflake(channel.0)))
        .bind(id.0)
        .execute(&mut *conn)
        .await?;
    if channel.is_none() {
        sqlx::query("UPDATE sitting_guest SET space_id = NULL WHERE space_id = ?")
            .bind(id.0)
            .execute(conn)
            .await?;
    }
    Ok(())
}

/// Two people who are to meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encounter {
    /// In which round, from 1.
    pub round: u32,
    /// Where.
    pub space: SpaceId,
    /// Who.
    pub pair: Two,
    /// Whether they did.
    pub met: bool,
}

/// Two people are to meet.
pub async fn encounter_add(conn: &mut Conn, sitting: SittingId, new: &Encounter) -> Result<()> {
    sqlx::query(
        "INSERT INTO encounter (sitting_id, round, space_id, one_id, other_id, met) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(sitting.0)
    .bind(new.round)
    .bind(new.space.0)
    .bind(new.pair[0].0)
    .bind(new.pair[1].0)
    .bind(new.met)
    .execute(conn)
    .await?;
    Ok(())
}

/// Who is to meet, or was, in the rounds of a sitting.
pub async fn encounters_of(conn: &mut Conn, sitting: SittingId) -> Result<Vec<Encounter>> {
    let rows = sqlx::query("SELECT * FROM encounter WHERE sitting_id = ? ORDER BY round, space_id")
        .bind(sitting.0)
        .fetch_all(conn)
        .await?;
    let encounter = |row: &SqliteRow| Encounter {
        round: row.get("round"),
        space: SpaceId(row.get("space_id")),
        pair: two(PersonId(row.get("one_id")), PersonId(row.get("other_id"))),
        met: row.get("met"),
    };
    Ok(rows.iter().map(encounter).collect())
}

/// Two people have met.
pub async fn encounter_met(conn: &mut Conn, sitting: SittingId, round: u32, pair: Two) -> Result<()> {
    sqlx::query(
        "UPDATE encounter SET met = 1 WHERE sitting_id = ? AND round = ? AND one_id = ? AND other_id = ?",
    )
    .bind(sitting.0)
    .bind(round)
    .bind(pair[0].0)
    .bind(pair[1].0)
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets who was to meet in a sitting and did not.
pub async fn encounters_tidy(conn: &mut Conn, sitting: SittingId) -> Result<()> {
    sqlx::query("DELETE FROM encounter WHERE sitting_id = ? AND met = 0")
        .bind(sitting.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Everybody who has met in a programme, as far as it is still known.
pub async fn pairs_met(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Two>> {
    let rows = sqlx::query(
        "SELECT one_id, other_id FROM encounter JOIN sitting ON sitting.id = encounter.sitting_id
         WHERE programme_id = ? AND met = 1 ORDER BY encounter.sitting_id, encounter.round, encounter.space_id",
    )
    .bind(programme.0)
    .fetch_all(conn)
    .await?;
    Ok(rows.iter().map(|row| two(PersonId(row.get("one_id")), PersonId(row.get("other_id")))).collect())
}

/// The mentors of a programme who take no part, by their number.
pub async fn absent_in(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<PersonId>> {
    let rows = sqlx::query("SELECT person_id FROM sitting_absent WHERE programme_id = ? ORDER BY person_id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    Ok(rows.iter().map(|row| PersonId(row.get("person_id"))).collect())
}

/// A mentor takes no part, or does after all.
pub async fn absent_set(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    absent: bool,
) -> Result<()> {
    let sql = if absent {
        "INSERT INTO sitting_absent (programme_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
    } else {
        "DELETE FROM sitting_absent WHERE programme_id = ? AND person_id = ?"
    };
    sqlx::query(sql).bind(programme.0).bind(person.0).execute(conn).await?;
    Ok(())
}

//! Joint look-backs, and the question whether to stay together: what a pair writes or answers around the middle and the end.

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use super::{Conn, Error, Result, at, ms};
use crate::domain::ids::TandemId;
use crate::domain::look_back::{Line, LookBack, Moment};
use crate::domain::tandem::Side;

/// Begins a look-back without any words; `false` when it was begun before.
pub async fn look_back_add(conn: &mut Conn, tandem: TandemId, moment: Moment) -> Result<bool> {
    let done = sqlx::query("INSERT INTO look_back (tandem_id, moment) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .bind(tandem.0)
        .bind(moment.code())
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// A look-back as it stands, if it was begun.
pub async fn look_back_find(conn: &mut Conn, tandem: TandemId, moment: Moment) -> Result<Option<LookBack>> {
    let row = sqlx::query("SELECT * FROM look_back WHERE tandem_id = ? AND moment = ?")
        .bind(tandem.0)
        .bind(moment.code())
        .fetch_optional(conn)
        .await?;
    Ok(row.map(|row| {
        let lines = [Line::Worked, Line::Learned, Line::Changes].map(|line| row.get(line.code()));
        LookBack { tandem, moment, lines }
    }))
}

/// Writes the three lines of a look-back in place of those before.
pub async fn look_back_set(conn: &mut Conn, new: &LookBack) -> Result<()> {
    let [worked, learned, changes] = &new.lines;
    sqlx::query(
        "UPDATE look_back SET worked = ?, learned = ?, changes = ? WHERE tandem_id = ? AND moment = ?",
    )
    .bind(worked)
    .bind(learned)
    .bind(changes)
    .bind(new.tandem.0)
    .bind(new.moment.code())
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether the two of a tandem want to stay together: asked, and not settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StayQuestion {
    /// Until when to answer.
    pub deadline: DateTime<Utc>,
    /// What the mentor answered so far.
    pub mentor: Option<bool>,
    /// What the mentee answered so far.
    pub mentee: Option<bool>,
}

impl StayQuestion {
    /// What one of the two answered so far.
    #[must_use]
    pub const fn answer(&self, side: Side) -> Option<bool> {
        side.pick(self.mentor, self.mentee)
    }

    /// Whether both want to stay; no answer is none.
    #[must_use]
    pub fn both_stay(&self) -> bool {
        self.mentor == Some(true) && self.mentee == Some(true)
    }
}

/// Asks the two of a tandem; `false` when they are being asked already.
pub async fn stay_add(conn: &mut Conn, tandem: TandemId, deadline: DateTime<Utc>) -> Result<bool> {
    let done =
        sqlx::query("INSERT INTO stay_question (tandem_id, deadline) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .bind(tandem.0)
            .bind(ms(deadline))
            .execute(conn)
            .await?;
    Ok(done.rows_affected() > 0)
}

/// The open question of a tandem, if there is one.
pub async fn stay_find(conn: &mut Conn, tandem: TandemId) -> Result<Option<StayQuestion>> {
    let row = sqlx::query("SELECT * FROM stay_question WHERE tandem_id = ?")
        .bind(tandem.0)
        .fetch_optional(conn)
        .await?;
    row.map(|row| {
        Ok(StayQuestion {
            deadline: at(row.try_get("deadline").map_err(Error::from)?),
            mentor: row.get("mentor_stays"),
            mentee: row.get("mentee_stays"),
        })
    })
    .transpose()
}

/// Gives the two another time to answer.
pub async fn stay_deadline_set(conn: &mut Conn, tandem: TandemId, deadline: DateTime<Utc>) -> Result<()> {
    sqlx::query("UPDATE stay_question SET deadline = ? WHERE tandem_id = ?")
        .bind(ms(deadline))
        .bind(tandem.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Notes what one of the two answers.
pub async fn stay_set(conn: &mut Conn, tandem: TandemId, side: Side, stays: bool) -> Result<()> {
    let sql = match side {
        Side::Mentor => "UPDATE stay_question SET mentor_stays = ? WHERE tandem_id = ?",
        Side::Mentee => "UPDATE stay_question SET mentee_stays = ? WHERE tandem_id = ?",
    };
    sqlx::query(sql).bind(stays).bind(tandem.0).execute(conn).await?;
    Ok(())
}

/// The question is settled or of no use any more: what each answered is erased.
pub async fn stay_drop(conn: &mut Conn, tandem: TandemId) -> Result<()> {
    sqlx::query("DELETE FROM stay_question WHERE tandem_id = ?").bind(tandem.0).execute(conn).await?;
    Ok(())
}

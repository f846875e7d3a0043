//! Meetings, and the dates that were proposed for one.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Result, at, ms};
use crate::domain::ids::{MeetingId, OfferId, PersonId, TandemId};
use crate::domain::meeting::{Meeting, Offer};
use crate::domain::tandem::Side;

fn meeting(row: &SqliteRow) -> Meeting {
    Meeting {
        id: MeetingId(row.get("id")),
        tandem: TandemId(row.get("tandem_id")),
        starts_at: at(row.get("starts_at")),
        minutes: row.get("minutes"),
        place: row.get("place"),
        mentor_ok: row.get("mentor_ok"),
        mentee_ok: row.get("mentee_ok"),
        by_mark: row.get::<Option<&str>, _>("by_mark").and_then(Side::of),
        cancelled: row.get("cancelled"),
        sequence: row.get("sequence"),
        filed: row.get("filed"),
        planned_at: at(row.get("planned_at")),
        changed_at: at(row.get("changed_at")),
        held_at: row.get::<Option<i64>, _>("held_at").map(at),
    }
}

/// Adds a meeting; the `id` of `new` is ignored and the stored one returned.
pub async fn meeting_add(conn: &mut Conn, new: &Meeting) -> Result<MeetingId> {
    let id = sqlx::query_scalar(
        "INSERT INTO meeting (tandem_id, starts_at, minutes, place, mentor_ok, mentee_ok, planned_at, changed_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
    )
    .bind(new.tandem.0)
    .bind(ms(new.starts_at))
    .bind(new.minutes)
    .bind(&new.place)
    .bind(new.mentor_ok)
    .bind(new.mentee_ok)
    .bind(ms(new.planned_at))
    .bind(ms(new.changed_at))
    .fetch_one(conn)
    .await?;
    Ok(MeetingId(id))
}

/// The meeting of that number of ours.
pub async fn meeting_get(conn: &mut Conn, id: MeetingId) -> Result<Meeting> {
    Ok(meeting(&sqlx::query("SELECT * FROM meeting WHERE id = ?").bind(id.0).fetch_one(conn).await?))
}

/// The meeting of that number of ours, which a button may name.
pub async fn meeting_find(conn: &mut Conn, id: MeetingId) -> Result<Option<Meeting>> {
    let row = sqlx::query("SELECT * FROM meeting WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    Ok(row.as_ref().map(meeting))
}

/// All meetings of a tandem, cancelled ones included, by their beginning.
pub async fn meetings_of(conn: &mut Conn, tandem: TandemId) -> Result<Vec<Meeting>> {
    let rows = sqlx::query("SELECT * FROM meeting WHERE tandem_id = ? ORDER BY starts_at, id")
        .bind(tandem.0)
        .fetch_all(conn)
        .await?;
    Ok(rows.iter().map(meeting).collect())
}

/// The meetings that stand in the live tandems of either of two people and take any of the time from `from` until
/// `until`, by their beginning.
pub async fn meetings_between(
    conn: &mut Conn,
    two: [PersonId; 2],
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<Meeting>> {
    let rows = sqlx::query(
        "SELECT meeting.* FROM meeting JOIN tandem ON tandem.id = meeting.tandem_id
         WHERE cancelled = 0 AND starts_at < ?4 AND starts_at + minutes * 60000 > ?3
             AND tandem.state IN ('opening', 'open')
             AND (mentor_id IN (?1, ?2) OR mentee_id IN (?1, ?2))
         ORDER BY starts_at, meeting.id",
    )
    .bind(two[0].0)
    .bind(two[1].0)
    .bind(ms(from))
    .bind(ms(until))
    .fetch_all(conn)
    .await?;
    Ok(rows.iter().map(meeting).collect())
}

/// Saves everything about a meeting but whether it took place.
pub async fn meeting_set(conn: &mut Conn, meeting: &Meeting) -> Result<()> {
    sqlx::query(
        "UPDATE meeting SET starts_at = ?, minutes = ?, place = ?, mentor_ok = ?, mentee_ok = ?, by_mark = ?,
             cancelled = ?, sequence = ?, filed = ?, changed_at = ? WHERE id = ?",
    )
    .bind(ms(meeting.starts_at))
    .bind(meeting.minutes)
    .bind(&meeting.place)
    .bind(meeting.mentor_ok)
    .bind(meeting.mentee_ok)
    .bind(meeting.by_mark.map(Side::code))
    .bind(meeting.cancelled)
    .bind(meeting.sequence)
    .bind(meeting.filed)
    .bind(ms(meeting.changed_at))
    .bind(meeting.id.0)
    .execute(conn)
    .await?;
    Ok(())
}

/// One of the two said that a meeting took place; `false` when that was known. A cancelled one that took place after all
/// is not cancelled any more.
pub async fn meeting_held_set(conn: &mut Conn, id: MeetingId, now: DateTime<Utc>) -> Result<bool> {
    let done = sqlx::query("UPDATE meeting SET held_at = ?, cancelled = 0 WHERE id = ? AND held_at IS NULL")
        .bind(ms(now))
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

fn offer(row: &SqliteRow) -> Offer {
    Offer {
        id: OfferId(row.get("id")),
        tandem: TandemId(row.get("tandem_id")),
        since: at(row.get("since")),
        dates: ["first", "second", "third"].map(|name| at(row.get(name))),
    }
}

/// Adds proposed dates; `None` when some were proposed for this gap before.
pub async fn offer_add(
    conn: &mut Conn,
    tandem: TandemId,
    since: DateTime<Utc>,
    dates: [DateTime<Utc>; 3],
) -> Result<Option<OfferId>> {
    let id: Option<i64> = sqlx::query_scalar(
        "INSERT INTO meeting_offer (tandem_id, since, first, second, third) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING RETURNING id",
    )
    .bind(tandem.0)
    .bind(ms(since))
    .bind(ms(dates[0]))
    .bind(ms(dates[1]))
    .bind(ms(dates[2]))
    .fetch_optional(conn)
    .await?;
    Ok(id.map(OfferId))
}

/// Proposed dates, which a button may name.
pub async fn offer_find(conn: &mut Conn, id: OfferId) -> Result<Option<Offer>> {
    let row = sqlx::query("SELECT * FROM meeting_offer WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    Ok(row.as_ref().map(offer))
}

/// Whether dates were proposed for a gap.
pub async fn offer_made(conn: &mut Conn, tandem: TandemId, since: DateTime<Utc>) -> Result<bool> {
    let made: i64 =
        sqlx::query_scalar("SELECT count(*) FROM meeting_offer WHERE tandem_id = ? AND since = ?")
            .bind(tandem.0)
            .bind(ms(since))
            .fetch_one(conn)
            .await?;
    Ok(made > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{MENTEE, MENTOR, ROOM, World};
    use crate::domain::ids::{ChannelId, UserId};
    use crate::store::tandems;
    use chrono::Duration;

    #[tokio::test]
    async fn a_meeting_reads_back_as_it_was_saved_and_one_yes_makes_it_held() {
        let mut world = World::new().await;
        let (tandem, now) = (world.tandem_in(ROOM).await, world.now());
        let place = "https://call.example/1".to_owned();
        let mut new = Meeting::planned(tandem.id, Side::Mentee, now + Duration::days(8), 90, place, now);
        new.id = meeting_add(&mut world.conn, &new).await.unwrap();
        assert_eq!(meetings_of(&mut world.conn, tandem.id).await.unwrap(), [new.clone()]);
        new.move_to(Side::Mentor, now + Duration::days(9), now + Duration::hours(1));
        (new.by_mark, new.filed) = (Some(Side::Mentor), true);
        meeting_set(&mut world.conn, &new).await.unwrap();
        assert_eq!(meeting_find(&mut world.conn, new.id).await.unwrap(), Some(new.clone()));
        let (first, second) = (now + Duration::days(10), now + Duration::days(11));
        assert!(meeting_held_set(&mut world.conn, new.id, first).await.unwrap());
        assert!(!meeting_held_set(&mut world.conn, new.id, second).await.unwrap());
        assert_eq!(meeting_get(&mut world.conn, new.id).await.unwrap().held_at, Some(first));
    }

    #[tokio::test]
    async fn the_time_of_two_people_is_taken_by_all_their_live_tandems() {
        let mut world = World::new().await;
        let (first, now) = (world.tandem_in(ROOM).await, world.now());
        let other = world.tandem(MENTOR, UserId(9), ChannelId(77)).await;
        let at = now + Duration::days(8);
        let new = Meeting::planned(other, Side::Mentor, at, 60, String::new(), now);
        meeting_add(&mut world.conn, &new).await.unwrap();
        let two = [first.mentor, first.mentee];
        let until = at + Duration::minutes(30);
        let taken = meetings_between(&mut world.conn, two, at - Duration::hours(1), until).await.unwrap();
        assert_eq!(taken.len(), 1);
        assert!(meetings_between(&mut world.conn, two, now, at).await.unwrap().is_empty());
        let mentee = world.person(MENTEE).await.id;
        let alone = meetings_between(&mut world.conn, [mentee, mentee], now, until).await.unwrap();
        assert!(alone.is_empty());
        tandems::tandem_end(&mut world.conn, other, now).await.unwrap();
        assert!(meetings_between(&mut world.conn, two, now, until).await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn dates_are_proposed_once_for_each_gap() {
        let mut world = World::new().await;
        let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
        let dates = [1, 2, 3].map(|days| now + Duration::days(days));
        let id = offer_add(&mut world.conn, tandem, now, dates).await.unwrap().unwrap();
        assert_eq!(offer_add(&mut world.conn, tandem, now, dates).await.unwrap(), None);
        assert!(offer_made(&mut world.conn, tandem, now).await.unwrap());
        assert!(!offer_made(&mut world.conn, tandem, now + Duration::days(30)).await.unwrap());
        let offer = offer_find(&mut world.conn, id).await.unwrap().unwrap();
        assert_eq!((offer.since, offer.dates), (now, dates));
    }
}

//! How is it going, from 1 to 5: a private number that goes into the mean of a period. The last one of a day counts.

use serde::{Deserialize, Serialize};

use super::scope::{self, Seat};
use super::{Call, Decision};
use crate::domain::ids::TandemId;
use crate::domain::refusal::Refusal;
use crate::domain::zone;
use crate::store::{Conn, Result, ratings};

/// A number was noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rated {
    /// The tandem it was asked about; not stored with the number.
    pub tandem: TandemId,
    /// 1 to 5.
    pub value: u8,
}

/// Where the question may be asked: what the private reply needs to name the partner and the readers.
///
/// # Errors
/// Those of the database.
pub async fn ask(conn: &mut Conn, call: &Call, chosen: Option<TandemId>) -> Result<Decision<Seat>> {
    Ok(scope::seat(conn, call, chosen).await?.and_then(|seat| seat.at_work().map(|()| seat)))
}

/// Notes a number from 1 to 5.
///
/// # Errors
/// Those of the database.
pub async fn rate(
    conn: &mut Conn,
    call: &Call,
    chosen: Option<TandemId>,
    value: u8,
) -> Result<Decision<Rated>> {
    let seat = match ask(conn, call, chosen).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if !(1..=5).contains(&value) {
        return Ok(Err(Refusal::NothingWaits));
    }
    let zone = seat.programme.zone;
    let day_began = zone::start_of_day(zone::to_local(call.now, zone).date(), zone);
    ratings::rating_set(conn, seat.programme.id, seat.me.id, value, day_began, call.now).await?;
    Ok(Ok(Rated { tandem: seat.tandem.id, value }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{MENTEE, MENTOR, ROOM, World};
    use crate::domain::ids::UserId;
    use chrono::Duration;

    async fn say(world: &mut World, who: UserId, value: u8) -> Decision<Rated> {
        let call = world.call(who, ROOM);
        rate(&mut world.conn, &call, None, value).await.unwrap()
    }

    #[tokio::test]
    async fn the_last_number_of_a_day_counts_and_each_day_has_its_own() {
        let mut world = World::new().await;
        for value in [2, 5] {
            say(&mut world, MENTEE, value).await.unwrap();
        }
        say(&mut world, MENTOR, 3).await.unwrap();
        world.pass(Duration::days(1));
        say(&mut world, MENTEE, 4).await.unwrap();
        let dump = world.dump().await;
        let rows: Vec<&str> = dump.lines().filter(|line| line.starts_with("rating:")).collect();
        assert_eq!(rows.len(), 3, "{dump}");
        for value in [5, 3, 4] {
            assert_eq!(rows.iter().filter(|row| row.contains(&format!("value={value}"))).count(), 1);
        }
    }

    #[tokio::test]
    async fn only_one_to_five_from_the_two_of_a_tandem_is_noted() {
        let mut world = World::new().await;
        let before = world.dump().await;
        assert_eq!(say(&mut world, MENTEE, 0).await, Err(Refusal::NothingWaits));
        assert_eq!(say(&mut world, MENTEE, 6).await, Err(Refusal::NothingWaits));
        assert_eq!(say(&mut world, UserId(9_999), 3).await, Err(Refusal::NotYourRoom));
        assert_eq!(world.dump().await, before);
    }
}

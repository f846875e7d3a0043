//! The room as a closed place: whose it is, and setting its permissions back when somebody changed them.

use super::effect::{Effect, effect_add, room_lane};
use super::{Call, Decision, guard, scope};
use crate::domain::ids::{ChannelId, GuildId, TandemId, UserId};
use crate::domain::refusal::Refusal;
use crate::domain::tandem::TandemState;
use crate::store::{Conn, Result, people};

/// A tandem's room and who belongs into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// The server.
    pub guild: GuildId,
    /// The tandem.
    pub tandem: TandemId,
    /// The channel, once Discord has made it.
    pub channel: Option<ChannelId>,
    /// Its two people.
    pub two: [UserId; 2],
}

/// The room of whoever asks: the one they are in, else that of their only tandem (D8).
///
/// # Errors
/// Those of the database.
pub async fn room(conn: &mut Conn, call: &Call) -> Result<Decision<Room>> {
    let seat = match scope::seat_here(conn, call).await? {
        Err(Refusal::NoTandem) => scope::seat(conn, call, None).await?,
        here => here,
    };
    let tandem = match seat {
        Ok(seat) => seat.tandem,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut two = [UserId(0); 2];
    for (index, person) in [tandem.mentor, tandem.mentee].into_iter().enumerate() {
        two[index] = people::person_get(conn, person).await?.user;
    }
    Ok(Ok(Room { guild: call.guild, tandem: tandem.id, channel: tandem.channel, two }))
}

/// Queues that the room's permissions are set back to what they are to be; once, however often it is asked for.
///
/// # Errors
/// Those of the database.
pub async fn repair(conn: &mut Conn, call: &Call, tandem: TandemId) -> Result<Decision<()>> {
    let tandem = match guard::seat_in(conn, call, tandem).await? {
        Ok(seat) => seat.tandem,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if tandem.channel.is_none() || tandem.state == TandemState::Gone {
        return Ok(Err(Refusal::TandemEnded));
    }
    let (effect, key) = (Effect::RoomRepair { tandem: tandem.id }, Some(format!("repair:{}", tandem.id)));
    effect_add(conn, room_lane(tandem.id), tandem.programme, &effect, call.now, key, None).await?;
    Ok(Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{MENTEE, MENTOR, ROOM, World};

    #[tokio::test]
    async fn either_of_the_two_has_their_room_set_back_once_and_nobody_else_does() {
        let mut world = World::new().await;
        let tandem = world.tandem_in(ROOM).await.id;
        for who in [MENTOR, MENTEE] {
            let call = world.call(who, ROOM);
            assert_eq!(room(&mut world.conn, &call).await.unwrap().unwrap().two, [MENTOR, MENTEE]);
            repair(&mut world.conn, &call, tandem).await.unwrap().unwrap();
        }
        let outbox: Vec<_> = world.outbox().await.into_iter().map(|(_, effect, _)| effect).collect();
        assert_eq!(outbox, [Effect::RoomRepair { tandem }]);
        let call = world.call(UserId(77), ROOM);
        assert!(repair(&mut world.conn, &call, tandem).await.unwrap().is_err());
    }
}

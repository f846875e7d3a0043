//! Speed networking: planning who comes together when (plan), beginning and ending it (run), its rounds (rounds), where
//! people are (voice), its lobby and rooms at Discord (spaces), and whom people would like to be paired with afterwards
//! (favourites). Whoever can be paired can take part; everything else is worked out from who is there.

pub mod favourites;
pub mod plan;
pub mod rounds;
pub mod run;
pub mod spaces;
pub mod voice;

use std::collections::BTreeSet;

use super::matching::pool;
use super::pairing;
use crate::domain::ids::{GuildId, PersonId};
use crate::domain::matching::pool::{Pool, Two, two};
use crate::domain::meetup::{Guest, Sitting, SittingState};
use crate::domain::programme::Programme;
use crate::store::{Conn, Result, sittings};

/// Who can take part: everybody who can be paired, without the mentors that organisers have left out.
async fn guests(conn: &mut Conn, programme: &Programme) -> Result<(Vec<Guest>, Pool)> {
    let pool = pool(conn, programme).await?;
    let absent = sittings::absent_in(conn, programme.id).await?;
    let mentors: BTreeSet<PersonId> =
        pool.mentors.iter().map(|mentor| mentor.person).filter(|person| !absent.contains(person)).collect();
    let mentees: BTreeSet<PersonId> = pool.mentees.iter().copied().collect();
    let everybody = mentors.union(&mentees);
    let guest = |person: &PersonId| Guest::new(*person, mentors.contains(person), mentees.contains(person));
    Ok((everybody.map(guest).collect(), pool))
}

/// Which of these people are not to meet: nothing can come of it, or they have met.
async fn apart(
    conn: &mut Conn,
    programme: &Programme,
    guests: &[Guest],
    pool: &Pool,
) -> Result<BTreeSet<Two>> {
    let mut apart: BTreeSet<Two> = sittings::pairs_met(conn, programme.id).await?.into_iter().collect();
    for (at, one) in guests.iter().enumerate() {
        for other in &guests[at + 1..] {
            if pool.apart(one.person, other.person) {
                apart.insert(two(one.person, other.person));
            }
        }
    }
    Ok(apart)
}

/// How many rooms there is room for beside a lobby, by the count that also stands before tandems open (D3).
async fn free_rooms(conn: &mut Conn, guild: GuildId, used_channels: u32) -> Result<usize> {
    let ahead = sittings::spaces_ahead(conn, guild).await?;
    let free = pairing::room_left(conn, guild, used_channels.saturating_add(ahead)).await?;
    Ok(usize::try_from(free.saturating_sub(1)).unwrap_or(usize::MAX))
}

/// The sitting of a programme that goes on now.
async fn live(conn: &mut Conn, programme: &Programme) -> Result<Option<Sitting>> {
    Ok(sittings::sittings_of(conn, programme.id).await?.into_iter().find(|one| one.state.is_live()))
}

/// The sittings of a programme that lie ahead, in their order.
async fn planned(conn: &mut Conn, programme: &Programme) -> Result<Vec<Sitting>> {
    let mut all = sittings::sittings_of(conn, programme.id).await?;
    all.retain(|one| one.state == SittingState::Planned);
    all.sort_by_key(|one| one.number);
    Ok(all)
}

#[cfg(test)]
mod tests;

//! Which tandem a request is about, and who asks (D8): the room it was made in, else the only candidate, else the one
//! chosen by an option. Guards are named here, so that every command reads alike.

use super::{Call, Decision};
use crate::domain::ids::TandemId;
use crate::domain::person::Person;
use crate::domain::programme::Programme;
use crate::domain::refusal::Refusal;
use crate::domain::tandem::{Side, Tandem};
use crate::store::{Conn, Result, people, programmes, tandems};

/// Somebody in their own tandem.
#[derive(Debug, Clone)]
pub struct Seat {
    /// Who asks.
    pub me: Person,
    /// Which of the two.
    pub side: Side,
    /// The tandem.
    pub tandem: Tandem,
    /// Its programme.
    pub programme: Programme,
}

impl Seat {
    /// Whether the two can work together: the programme has begun and their room is there.
    ///
    /// # Errors
    /// [`Refusal::WrongPhase`], or [`Refusal::NoTandem`] while the room is still being made.
    pub const fn at_work(&self) -> Decision<()> {
        match (self.programme.phase.works(), self.tandem.channel) {
            (true, Some(_)) => Ok(()),
            (true, None) => Err(Refusal::NoTandem),
            (false, _) => Err(Refusal::WrongPhase),
        }
    }

    /// The other one's number.
    #[must_use]
    pub const fn partner(&self) -> crate::domain::ids::PersonId {
        self.tandem.person(self.side.other())
    }
}

/// The live tandem that a request is about. `named` is the one that a button or what it stands for names: it is meant
/// wherever the button stands, and refused to everybody but its two.
///
/// # Errors
/// Those of the database.
pub async fn seat(conn: &mut Conn, call: &Call, named: Option<TandemId>) -> Result<Decision<Seat>> {
    let seat = match seat_of_any(conn, call, named, true).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(if seat.tandem.is_live() { Ok(seat) } else { Err(Refusal::TandemEnded) })
}

/// The live tandems that a request may be about, for choosing: that of the room it was made in, else all of whoever
/// asks; none on refusal (D9). Whether the programme is at work is the command's business.
///
/// # Errors
/// Those of the database.
pub async fn seats(conn: &mut Conn, call: &Call) -> Result<Vec<Seat>> {
    // What stands in the option so far is being typed.
    let call = &Call { chosen: None, ..call.clone() };
    match seat(conn, call, None).await? {
        Ok(seat) => return Ok(vec![seat]),
        Err(Refusal::WhichTandem) => {}
        Err(_) => return Ok(Vec::new()),
    }
    let Some(me) = people::person_find(conn, call.guild, call.user).await? else { return Ok(Vec::new()) };
    let mut seats = Vec::new();
    for tandem in tandems::tandems_of(conn, me.id).await? {
        let Some(side) = tandem.side_of(me.id).filter(|_| tandem.is_live()) else { continue };
        let programme = programmes::programme_get(conn, tandem.programme).await?;
        seats.push(Seat { me, side, tandem, programme });
    }
    Ok(seats)
}

/// The tandem of the room that a request was made in, ended ones included; nothing is guessed.
///
/// # Errors
/// Those of the database.
pub async fn seat_here(conn: &mut Conn, call: &Call) -> Result<Decision<Seat>> {
    seat_of_any(conn, call, None, false).await
}

async fn seat_of_any(
    conn: &mut Conn,
    call: &Call,
    named: Option<TandemId>,
    elsewhere: bool,
) -> Result<Decision<Seat>> {
    let chosen = named.or(call.chosen);
    let me = people::person_find(conn, call.guild, call.user).await?;
    // Whoever is known is known on a server that is set up.
    if me.is_none() && people::server_get(conn, call.guild).await?.is_none() {
        return Ok(Err(Refusal::NotSetUp));
    }
    let here = tandems::tandem_of_channel(conn, call.channel).await?;
    let tandem = match here {
        Some(here) => match named.filter(|named| *named != here.id) {
            Some(named) => match tandems::tandem_find(conn, named).await? {
                Some(other) => other,
                None => return Ok(Err(Refusal::NoTandem)),
            },
            None => here,
        },
        None if !elsewhere => return Ok(Err(Refusal::NoTandem)),
        None => {
            let Some(me) = me else { return Ok(Err(Refusal::NoTandem)) };
            let mut mine = tandems::tandems_of(conn, me.id).await?;
            mine.retain(Tandem::is_live);
            let none = mine.is_empty();
            mine.retain(|tandem| chosen.is_none_or(|chosen| chosen == tandem.id));
            match (mine.pop(), mine.is_empty()) {
                (None, _) if none => return Ok(Err(Refusal::NoTandem)),
                (Some(tandem), true) => tandem,
                // Several, or what was typed names none of theirs.
                _ => return Ok(Err(Refusal::WhichTandem)),
            }
        }
    };
    let Some(me) = me else { return Ok(Err(Refusal::NotYourRoom)) };
    let Some(side) = tandem.side_of(me.id) else { return Ok(Err(Refusal::NotYourRoom)) };
    let programme = programmes::programme_get(conn, tandem.programme).await?;
    Ok(Ok(Seat { me, side, tandem, programme }))
}

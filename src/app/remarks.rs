//! Remarks to pass on without a name (P18). They are given to one chosen reader, the coordination; they wait for the end
//! of a period and for those of others, are shown in an order that tells nothing, and are gone with the next period.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::scope::{self, Seat};
use super::{Call, Decision, guard};
use crate::domain::ids::{ProgrammeId, RoleId, TandemId};
use crate::domain::refusal::Refusal;
use crate::domain::remark::{TEXT_MAX, WAITING_MAX, are_passed_on};
use crate::domain::task;
use crate::store::{Conn, Result, remarks};

/// A remark is noted, or would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted;

/// Where a remark can be given: what the private reply needs to name its reader.
///
/// # Errors
/// Those of the database.
pub async fn ask(conn: &mut Conn, call: &Call, tandem: TandemId) -> Result<Decision<Seat>> {
    let seat =
        match scope::seat(conn, call, Some(tandem)).await?.and_then(|seat| seat.at_work().map(|()| seat)) {
            Ok(seat) => seat,
            Err(refusal) => return Ok(Err(refusal)),
        };
    let waiting = remarks::remarks_of(conn, seat.programme.id, seat.me.id).await?.len();
    Ok(if waiting < WAITING_MAX { Ok(seat) } else { Err(Refusal::RemarksWait { max: WAITING_MAX }) })
}

/// Reads what is to be passed on, before anything is kept.
///
/// # Errors
/// [`Refusal::TextLength`].
pub fn read(text: &str) -> Decision<String> {
    task::text(text, TEXT_MAX)
}

/// Notes a remark to pass on. To be run without a trace of who asked; harmless when repeated.
///
/// # Errors
/// Those of the database.
pub async fn give(conn: &mut Conn, call: &Call, tandem: TandemId, text: &str) -> Result<Decision<Noted>> {
    let text = match read(text) {
        Ok(text) => text,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let seat = match ask(conn, call, tandem).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    remarks::remark_add(conn, seat.programme.id, seat.me.id, &text).await?;
    Ok(Ok(Noted))
}

/// A period closes: what was passed on before goes, and what waits is passed on if enough people gave something. At the
/// programme's last period what still waits goes unread.
///
/// # Errors
/// Those of the database.
pub(super) async fn period_closes(
    conn: &mut Conn,
    programme: ProgrammeId,
    period: u32,
    last: bool,
) -> Result<()> {
    remarks::remarks_erase(conn, programme, period).await?;
    if are_passed_on(remarks::remarks_people(conn, programme).await?) {
        remarks::remarks_pass_on(conn, programme, period).await?;
    } else if last {
        remarks::remarks_drop(conn, programme).await?;
    }
    Ok(())
}

/// What was passed on, in an order that comes from the words alone, for a coordinator who presses the button under a
/// digest.
///
/// # Errors
/// Those of the database.
pub async fn passed_on(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<Vec<String>>> {
    if let Err(refusal) = guard::coordinated(conn, call, roles, programme).await? {
        return Ok(Err(refusal));
    }
    let mut all = remarks::remarks_passed(conn, programme).await?;
    all.sort_by_key(|text| Sha256::digest(text.as_bytes()).to_vec());
    Ok(Ok(all))
}

#[cfg(test)]
#[path = "remarks/tests.rs"]
mod tests;

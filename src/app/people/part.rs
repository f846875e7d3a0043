//! Two people who are not to be paired: a coordinator's word, kept where pairing reads it and shown beside its plan.

use serde::{Deserialize, Serialize};

use crate::app::guard;
use crate::app::matching::hold;
use crate::app::pairing::Candidate;
use crate::app::{Call, Decision};
use crate::domain::ids::{ProgrammeId, RoleId, UserId};
use crate::domain::programme::Step;
use crate::domain::refusal::Refusal;
use crate::store::{Conn, Result, people, programmes};

/// Two people are not to be paired, whichever way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parted {
    /// In which programme.
    pub programme: ProgrammeId,
    /// The two.
    pub users: [UserId; 2],
}

/// Notes that two enrolled people are not to be paired: a coordinator's word, which stands openly beside the plan.
///
/// # Errors
/// Those of the database.
pub async fn part(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
    two: [Candidate; 2],
) -> Result<Decision<Parted>> {
    let programme = match guard::coordinated_for(conn, call, roles, chosen, Step::Pair).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if two[0].user == two[1].user {
        return Ok(Err(Refusal::SamePerson));
    }
    let enrolments = programmes::enrolments_of(conn, programme.id).await?;
    let mut both = Vec::new();
    for one in two {
        let person = people::person_find(conn, call.guild, one.user).await?;
        let person = person.filter(|person| enrolments.iter().any(|enrolled| enrolled.person == person.id));
        match person {
            Some(person) => both.push(person.id),
            None => return Ok(Err(Refusal::PersonNotEnrolled)),
        }
    }
    hold::keep_apart(conn, programme.id, [both[0], both[1]]).await?;
    Ok(Ok(Parted { programme: programme.id, users: [two[0].user, two[1].user] }))
}

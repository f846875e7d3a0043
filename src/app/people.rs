//! Who takes part, for coordinators: whom to admit, whom there is no place for, whom to invite, and who is not to be paired
//! with whom. These lists know enrolled, approved and waiting, and nothing from inside tandems (P16); what people keep
//! secret is never read here (P5).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Call, Decision, direct, enrol, guard, jobs, lounge, place};
use crate::domain::enrolment::INVITATION_KEPT;
use crate::domain::ids::{PersonId, ProgrammeId, RoleId, UserId};
use crate::domain::invite_list::Entry;
use crate::domain::profile::Profile;
use crate::domain::programme::{Phase, Programme, Role, Step};
use crate::domain::refusal::Refusal;
use crate::store::invitations::{self, Invitation};
use crate::store::{Conn, Result, enrolments, jobs::job_ensure, people, profiles, programmes};

mod part;

pub use part::{Parted, part};

/// So many people stand on one page of the list: all of them are choices of one menu (Discord: 25), and their lines stay
/// below the 4,096 characters of a frame.
pub const PAGE: usize = 10;

/// Somebody on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The account.
    pub user: UserId,
    /// As what.
    pub role: Role,
    /// Whether they take part; else they wait for a coordinator.
    pub approved: bool,
    /// What they said about themselves.
    pub profile: Profile,
}

/// One page of the list.
#[derive(Debug, Clone)]
pub struct Page {
    /// The programme.
    pub programme: Programme,
    /// Who stands on this page: first those who wait, then those who take part.
    pub people: Vec<Listed>,
    /// Which page, from 0.
    pub page: usize,
    /// How many there are, at least one.
    pub pages: usize,
    /// How many wait for a coordinator.
    pub waiting: usize,
    /// How many take part.
    pub approved: usize,
    /// How many are invited and have not enrolled.
    pub invited: usize,
}

/// A page of the list; a page beyond the last is the last.
///
/// # Errors
/// Those of the database.
pub async fn list(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
    page: usize,
) -> Result<Decision<Page>> {
    let programme = match guard::coordinated(conn, call, roles, programme).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut all = programmes::enrolments_of(conn, programme.id).await?;
    all.sort_by_key(|one| (one.approved, one.person));
    let pages = all.len().div_ceil(PAGE).max(1);
    let page = page.min(pages - 1);
    let mut people = Vec::new();
    for one in all.iter().skip(page * PAGE).take(PAGE) {
        people.push(Listed {
            user: people::person_get(conn, one.person).await?.user,
            role: one.role,
            approved: one.approved,
            profile: profiles::profile_get(conn, programme.id, one.person).await?.unwrap_or_default(),
        });
    }
    Ok(Ok(Page {
        people,
        page,
        pages,
        waiting: all.iter().filter(|one| !one.approved).count(),
        approved: all.iter().filter(|one| one.approved).count(),
        invited: invitations::invited_in(conn, programme.id).await?.len(),
        programme,
    }))
}

/// What a coordinator decided about somebody who waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// In which programme.
    pub programme: ProgrammeId,
    /// About how many.
    pub people: usize,
    /// Admitted; else there was no place.
    pub admitted: bool,
}

/// Admits people who wait, or says that there is no place for them. Everybody named has to wait, else nothing is done.
///
/// # Errors
/// Those of the database.
pub async fn decide(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
    users: &[UserId],
    admitted: bool,
) -> Result<Decision<Decided>> {
    let programme = match guard::coordinated(conn, call, roles, programme).await? {
        Ok(programme) if programme.phase.allows(Step::Enrol) => programme,
        Ok(_) => return Ok(Err(Refusal::WrongPhase)),
        Err(refusal) => return Ok(Err(refusal)),
    };
    let enrolments = programmes::enrolments_of(conn, programme.id).await?;
    let mut waiting = Vec::new();
    for user in users {
        let person = people::person_find(conn, call.guild, *user).await?;
        let enrolled = person.and_then(|person| enrolments.iter().find(|one| one.person == person.id));
        match enrolled {
            Some(one) if !one.approved => waiting.push((*user, one.person)),
            Some(_) => return Ok(Err(Refusal::TakesPartAlready)),
            None => return Ok(Err(Refusal::NotWaiting)),
        }
    }
    if waiting.is_empty() {
        return Ok(Err(Refusal::NothingChosen));
    }
    waiting.sort_by_key(|(_, person)| *person);
    for (user, person) in &waiting {
        if admitted {
            admit(conn, &programme, *person, call).await?;
        } else {
            turn_down(conn, &programme, (*person, *user), call.now).await?;
        }
    }
    lounge::keep(conn, &programme, call.now).await?;
    place::announce(conn, &programme, call.now).await?;
    Ok(Ok(Decided { programme: programme.id, people: waiting.len(), admitted }))
}

/// There is no place for somebody who waits: what they said goes, and for a while they read that, without a reason.
async fn turn_down(
    conn: &mut Conn,
    programme: &Programme,
    (person, user): (PersonId, UserId),
    now: DateTime<Utc>,
) -> Result<()> {
    enrol::forget(conn, programme.id, person, now).await?;
    let until = now + INVITATION_KEPT;
    invitations::turned_down_set(conn, programme.id, user, until).await?;
    job_ensure(conn, jobs::INVITATIONS, 0, until).await
}

/// Nobody can take part any more: whoever still waits for a coordinator reads what a coordinator without a place would have
/// told them.
///
/// # Errors
/// Those of the database.
pub(super) async fn turn_down_waiting(
    conn: &mut Conn,
    programme: &Programme,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut waiting = programmes::enrolments_of(conn, programme.id).await?;
    waiting.retain(|one| !one.approved);
    for one in &waiting {
        let user = people::person_get(conn, one.person).await?.user;
        turn_down(conn, programme, (one.person, user), now).await?;
    }
    if waiting.is_empty() { Ok(()) } else { place::announce(conn, programme, now).await }
}

async fn admit(conn: &mut Conn, programme: &Programme, person: PersonId, call: &Call) -> Result<()> {
    enrolments::enrolment_admit(conn, programme.id, person).await?;
    direct::point(conn, programme, person, call.now).await
}

/// What became of a row of an invitation list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Invited.
    Invited,
    /// Had an invitation, which says now what the list says.
    Renewed,
    /// Waited for a coordinator, and takes part now.
    Admitted,
    /// Takes part already; nothing has changed.
    TakesPart,
}

/// A draft is opened, or given up: whoever was invited before has their time from now on, and the channel is told where they
/// can follow it.
///
/// # Errors
/// Those of the database.
pub(super) async fn invitations_begin(
    conn: &mut Conn,
    programme: &Programme,
    now: DateTime<Utc>,
) -> Result<()> {
    let until = now + INVITATION_KEPT;
    if !invitations::invitations_begin(conn, programme.id, until).await? {
        return Ok(());
    }
    job_ensure(conn, jobs::INVITATIONS, 0, until).await?;
    if programme.phase.allows(Step::Enrol) { place::announce(conn, programme, now).await } else { Ok(()) }
}

/// Takes a list whose people were found at Discord: all of it, or nothing. What became of each, in order.
///
/// # Errors
/// Those of the database.
pub async fn import(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
    entries: &[(UserId, Entry)],
) -> Result<Decision<Vec<Outcome>>> {
    let programme = match guard::coordinated(conn, call, roles, programme).await? {
        Ok(programme) if programme.phase.allows(Step::Invite) => programme,
        Ok(_) => return Ok(Err(Refusal::WrongPhase)),
        Err(refusal) => return Ok(Err(refusal)),
    };
    let invited = invitations::invited_in(conn, programme.id).await?;
    let enrolments = programmes::enrolments_of(conn, programme.id).await?;
    let until = call.now + INVITATION_KEPT;
    let mut outcomes = Vec::new();
    for (user, entry) in entries {
        let person = people::person_find(conn, call.guild, *user).await?;
        let enrolled = person.and_then(|person| enrolments.iter().find(|one| one.person == person.id));
        if let Some(enrolled) = enrolled {
            outcomes.push(if enrolled.approved { Outcome::TakesPart } else { Outcome::Admitted });
            complete(conn, &programme, enrolled.person, entry).await?;
            if !enrolled.approved {
                admit(conn, &programme, enrolled.person, call).await?;
            }
            continue;
        }
        let invitation = Invitation {
            role: entry.role,
            department: entry.department.clone(),
            organisation: entry.organisation.clone(),
            line: entry.line.clone(),
            languages: entry.languages.clone(),
        };
        invitations::invitation_set(conn, programme.id, *user, &invitation, until).await?;
        invitations::turned_down_drop(conn, programme.id, *user).await?;
        outcomes.push(if invited.contains(user) { Outcome::Renewed } else { Outcome::Invited });
    }
    if !entries.is_empty() {
        lounge::keep(conn, &programme, call.now).await?;
        // Nobody can follow an invitation to a draft: it is told of, and its time counts, from the opening on.
        if programme.phase != Phase::Draft {
            job_ensure(conn, jobs::INVITATIONS, 0, until).await?;
            place::announce(conn, &programme, call.now).await?;
        }
    }
    Ok(Ok(outcomes))
}

/// The reporting line of somebody who is enrolled comes from the list alone; what they said themselves stays.
async fn complete(conn: &mut Conn, programme: &Programme, person: PersonId, entry: &Entry) -> Result<()> {
    if entry.line.is_empty() {
        return Ok(());
    }
    let mut profile = profiles::profile_get(conn, programme.id, person).await?.unwrap_or_default();
    profile.line.clone_from(&entry.line);
    profiles::profile_set(conn, programme.id, person, &profile).await
}

#[cfg(test)]
mod tests;

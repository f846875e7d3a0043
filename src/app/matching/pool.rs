//! Who can be paired in a programme, and all that counts for and against it, as it stands now.

use std::collections::BTreeSet;

use crate::domain::ids::PersonId;
use crate::domain::matching::plan::{Mentor, Pair};
use crate::domain::matching::pool::{Pool, Two, two};
use crate::domain::matching::score::Candidate;
use crate::domain::profile::Profile;
use crate::domain::programme::{Programme, Role};
use crate::domain::proposal::ProposalState;
use crate::store::{Conn, Result, briefings, favourites, profiles, programmes, proposals, rounds, tandems};

/// Everybody who can be paired in a programme now: admitted, available, with a free place, and not just out of a tandem
/// whose two have not both entered the next round (P3).
///
/// # Errors
/// Those of the database.
pub async fn pool(conn: &mut Conn, programme: &Programme) -> Result<Pool> {
    let mut pool = Pool::default();
    let busy = between(conn, programme, &mut pool).await?;
    let mut only_mentors = BTreeSet::new();
    for one in programmes::enrolments_of(conn, programme.id).await? {
        if !one.approved {
            continue;
        }
        let profile = profiles::profile_get(conn, programme.id, one.person).await?.unwrap_or_default();
        let capacity = profile.capacity;
        if one.role == Role::Mentor {
            only_mentors.insert(one.person);
        }
        pool.people.insert(one.person, candidate(one.person, profile));
        if !one.takes_partner() || busy.contains(&one.person) {
            continue;
        }
        let taken = pool.joined.iter().filter(|pair| pair.mentor == one.person).count();
        let places = capacity.saturating_sub(u32::try_from(taken).unwrap_or(u32::MAX));
        if one.role != Role::Mentee && places > 0 {
            pool.mentors.push(Mentor { person: one.person, places });
        }
        if one.role != Role::Mentor && !pool.joined.iter().any(|pair| pair.mentee == one.person) {
            pool.mentees.push(one.person);
        }
    }
    // Live tandems and open proposals count against a programme's limit.
    let most = programme.most_tandems.map(|most| usize::try_from(most).unwrap_or(usize::MAX));
    pool.most = most.map(|most| most.saturating_sub(pool.joined.len()));
    pool.locked = rounds::locks_in(conn, programme.id).await?.into_iter().map(|lock| lock.pair).collect();
    pool.barred = rounds::bars_in(conn, programme.id).await?.into_iter().map(|bar| bar.two).collect();
    let secret = profiles::rather_nots_in(conn, programme.id).await?;
    pool.secret = secret.into_iter().map(|(one, other)| two(one, other)).collect();
    let named = favourites::favourites_in(conn, programme.id).await?;
    let counts = |namer: &PersonId| programme.mentor_favourites || !only_mentors.contains(namer);
    pool.favourites = named.into_iter().filter(|(namer, _)| counts(namer)).collect();
    if programme.briefing_required {
        let briefed = briefings::briefed_in(conn, programme.id).await?;
        pool.not_yet = pool.people.keys().copied().filter(|person| !briefed.contains(person)).collect();
    }
    Ok(pool)
}

/// Notes who is or was joined, or asked; returns who is just out of a tandem that is not settled yet.
async fn between(conn: &mut Conn, programme: &Programme, pool: &mut Pool) -> Result<BTreeSet<PersonId>> {
    let mut busy = BTreeSet::new();
    for tandem in tandems::tandems_in(conn, programme.id).await? {
        if tandem.is_live() {
            pool.joined.insert(Pair { mentor: tandem.mentor, mentee: tandem.mentee });
        } else if !tandems::tandem_next_get(conn, tandem.id).await?.2 {
            busy.extend([tandem.mentor, tandem.mentee]);
        }
    }
    let mut met: BTreeSet<Two> = BTreeSet::new();
    for [one, other] in rounds::pairs_met(conn, programme.id).await? {
        met.insert(two(one, other));
    }
    for proposal in proposals::proposals_in(conn, programme.id).await? {
        if proposal.state == ProposalState::Open {
            pool.joined.insert(Pair { mentor: proposal.mentor, mentee: proposal.mentee });
        }
        // Whatever came of it: a pair that did not come about is not proposed once more, whoever it was that would not.
        met.insert(two(proposal.mentor, proposal.mentee));
    }
    for proposal in proposals::proposals_to_open(conn, programme.id).await? {
        pool.joined.insert(Pair { mentor: proposal.mentor, mentee: proposal.mentee });
    }
    pool.met = met;
    Ok(busy)
}

/// What somebody entered.
fn candidate(person: PersonId, profile: Profile) -> Candidate {
    let Profile { topics, languages, department, organisation, line, hours, .. } = profile;
    let languages = languages.into_iter().map(|language| language.addressed(false)).collect();
    Candidate { person, topics, languages, department, organisation, line, hours }
}

#[cfg(test)]
#[path = "pool/tests.rs"]
mod tests;

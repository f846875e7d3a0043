//! *My place*: all that waits for one person, and what is theirs. Reading it leaves no trace. A partner's answer is not
//! part of it, so that no view can show it by mistake.

use chrono::{DateTime, Duration, Utc};

use super::meetup::favourites::{self, Asked, Invited};
use super::reach::{self, Reach};
use super::{Call, Decision, enrol, facts, rotation, surveys};
use crate::domain::ids::{PersonId, ProgrammeId, ProposalId, TandemId, UserId};
use crate::domain::language::Language;
use crate::domain::matching::round::RoundState;
use crate::domain::person::{Direct, Document, Person};
use crate::domain::practice::Practice;
use crate::domain::programme::{Phase, Programme, Role, Step};
use crate::domain::proposal::ProposalState;
use crate::domain::refusal::Refusal;
use crate::domain::tandem::{Side, Tandem};
use crate::domain::wish::{Wish, sides};
use crate::store::{
    Conn, Result, briefings, drafts, enrolments, invitations, people, practices, programmes, proposals,
    rounds, tandems, wishes,
};

mod announce;

pub(super) use announce::announce;

/// A proposed partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenProposal {
    /// The proposal.
    pub id: ProposalId,
    /// Its programme.
    pub programme: Programme,
    /// What the asker would be.
    pub side: Side,
    /// The other one's account.
    pub partner: UserId,
    /// What the other one wishes for and expects, for whoever is proposed to them.
    pub wishes: Vec<(Wish, String)>,
    /// Until when to answer.
    pub deadline: DateTime<Utc>,
    /// Whether the result appears at that moment and no earlier.
    pub in_round: bool,
    /// What the asker answered so far.
    pub answer: Option<bool>,
    /// Whether they have agreed to notice and confidentiality already, as they are worded now.
    pub agreed: bool,
}

/// A tandem of the asker's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mine {
    /// The tandem.
    pub tandem: Tandem,
    /// Its programme.
    pub programme: Programme,
    /// What the asker is in it.
    pub side: Side,
    /// The other one's account.
    pub partner: UserId,
}

/// How it shall go on after an ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoesOn {
    /// The ended tandem.
    pub tandem: TandemId,
    /// Its programme.
    pub programme: Programme,
    /// What the asker said so far: a new tandem, or not now; once it is settled, whether they are free for one.
    pub answer: Option<bool>,
    /// Whether both have entered the next round: coordinators see who is free.
    pub settled: bool,
}

/// How far somebody has come with a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// They have begun to enrol.
    Draft,
    /// A coordinator has invited them.
    Invited,
    /// A coordinator has still to decide.
    Waiting,
    /// They take part, and nothing has been proposed to them yet.
    Approved,
    /// There was no place for them.
    TurnedDown,
}

/// All that waits for one person, and what is theirs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Who asks; `None` when we do not know them.
    pub me: Option<Person>,
    /// Programmes they take part in.
    pub programmes: Vec<Programme>,
    /// As what they take part in each of them.
    pub roles: Vec<(ProgrammeId, Role)>,
    /// Programmes whose briefing is still to be read before somebody is paired.
    pub briefings: Vec<Programme>,
    /// How far they have come with programmes that take people, beside those in which something else waits.
    pub joining: Vec<(Programme, Joining)>,
    /// Proposals without a result.
    pub proposals: Vec<OpenProposal>,
    /// Programmes in which the latest proposal came to nothing, and nothing new has come since.
    pub not_formed: Vec<Programme>,
    /// Programmes in which a pair by hand came to nothing a while ago, and they do not take part otherwise.
    pub came_to_nothing: Vec<Programme>,
    /// Programmes in which everybody was asked, and there is no place for them yet. Whatever the cause is, it reads the same
    /// (P5).
    pub no_place: Vec<Programme>,
    /// Programmes in which no tandems are formed any more, and none came about for them.
    pub without: Vec<Programme>,
    /// Tandems that are about to open.
    pub opening: Vec<Programme>,
    /// Tandems in which they could not reach their partner, and a new one is offered.
    pub offers: Vec<(TandemId, Programme)>,
    /// Tandems in which the other one would like to know whether there is still time, and a week has passed.
    pub missed: Vec<(TandemId, Programme)>,
    /// Endings after which they can say how it shall go on.
    pub goes_on: Vec<GoesOn>,
    /// Tandems in which it is asked whether the two stay together, and what the asker answered so far.
    pub stays: Vec<(TandemId, Programme, Option<bool>)>,
    /// Surveys that are open to the asker.
    pub surveys: Vec<surveys::Page>,
    /// Speed networking they are invited to, or in the middle of.
    pub meetups: Vec<Invited>,
    /// Programmes in which they can say whom they would like to be paired with.
    pub favourites: Vec<Asked>,
    /// Tips and insights of a tandem that wait for its two.
    pub practices: Vec<(Practice, Side)>,
    /// Tandems at work.
    pub tandems: Vec<Mine>,
    /// Whether one sentence by direct message is wanted when something waits; `None` where we do not know them.
    pub direct: Option<Direct>,
}

impl Place {
    /// Whether there is something to be told: what waits, or that somebody takes part now.
    #[must_use]
    pub fn tells(&self) -> bool {
        self.waits()
            || !self.meetups.is_empty()
            || self.joining.iter().any(|(_, how)| *how == Joining::Approved)
    }

    /// Whether something waits that has not been answered yet.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.proposals.iter().any(|one| one.answer.is_none())
            || self.goes_on.iter().any(|one| one.answer.is_none())
            || !self.briefings.is_empty()
            || self.joining.iter().any(|(_, how)| !matches!(how, Joining::Waiting | Joining::Approved))
            || !self.offers.is_empty()
            || !self.missed.is_empty()
            || self.stays.iter().any(|(.., answer)| answer.is_none())
            || self.favourites.iter().any(|asked| !asked.answered)
            || self.surveys.iter().any(|page| page.first_open().is_some())
            || self.practices.iter().any(|(practice, side)| practice.answer(*side).is_none())
    }
}

/// What waits for whoever asks.
///
/// # Errors
/// Those of the database.
pub async fn place(conn: &mut Conn, call: &Call) -> Result<Decision<Place>> {
    if people::server_get(conn, call.guild).await?.is_none() {
        return Ok(Err(Refusal::NotSetUp));
    }
    let mut place = match people::person_find(conn, call.guild, call.user).await? {
        Some(me) => of(conn, me, call.now).await?,
        None => Place::default(),
    };
    place.joining.extend(not_known_yet(conn, call).await?);
    Ok(Ok(place))
}

/// How far an account has come with programmes in which it is not enrolled: these rows know no person.
async fn not_known_yet(conn: &mut Conn, call: &Call) -> Result<Vec<(Programme, Joining)>> {
    let begun = drafts::drafts_of(conn, call.guild, call.user).await?;
    let invited = invitations::invitations_of(conn, call.guild, call.user).await?;
    let turned_down = invitations::turned_down_of(conn, call.guild, call.user).await?;
    let mut found = Vec::new();
    for programme in programmes::programmes_of(conn, call.guild).await? {
        let joining = if begun.contains(&programme.id) {
            Joining::Draft
        } else if invited.contains(&programme.id) {
            Joining::Invited
        } else if turned_down.contains(&programme.id) {
            found.push((programme, Joining::TurnedDown));
            continue;
        } else {
            continue;
        };
        if enrol::takes_people(&programme) {
            found.push((programme, joining));
        }
    }
    Ok(found)
}

/// What waits for a person.
///
/// # Errors
/// Those of the database.
pub async fn of(conn: &mut Conn, me: Person, now: DateTime<Utc>) -> Result<Place> {
    let direct = people::direct_get(conn, me.id).await?.0;
    let mut place = Place { me: Some(me), direct: Some(direct), ..Place::default() };
    place.surveys = surveys::waiting(conn, me.id, now).await?;
    place.meetups = favourites::invitations(conn, me.id).await?;
    let tandems = tandems::tandems_of(conn, me.id).await?;
    let proposals = proposals::proposals_of(conn, me.id).await?;
    let mut agreed = true;
    for document in Document::ALL {
        agreed &= people::consent_has(conn, me.id, document).await?;
    }
    for programme in programmes::programmes_with(conn, me.id).await? {
        let mut live = false;
        for tandem in tandems.iter().filter(|one| one.programme == programme.id && one.is_live()) {
            live = true;
            let Some(side) = tandem.side_of(me.id) else { continue };
            let partner = people::person_get(conn, tandem.person(side.other())).await?.user;
            for practice in practices::practices_proposed(conn, tandem.id).await? {
                if now < practice.deadline {
                    place.practices.push((practice, side));
                }
            }
            match reach::standing(conn, tandem.id, me.user).await? {
                Reach::Offered => place.offers.push((tandem.id, programme.clone())),
                Reach::Answered if reach::is_offered(conn, tandem.id).await? => {
                    place.missed.push((tandem.id, programme.clone()));
                }
                _ => {}
            }
            if let Some(answer) = rotation::waiting(conn, tandem.id, side, now).await? {
                place.stays.push((tandem.id, programme.clone(), answer));
            }
            place.tandems.push(Mine { tandem: tandem.clone(), programme: programme.clone(), side, partner });
        }
        let mut open = false;
        for proposal in proposals.iter().filter(|one| one.programme == programme.id) {
            let waits = proposal.state == ProposalState::Open && now < proposal.deadline;
            let Some(side) = proposal.side_of(me.id).filter(|_| waits && programme.phase.pairs()) else {
                continue;
            };
            open = true;
            let partner = proposal.person(side.other());
            let mut wishes = wishes::wishes_of(conn, programme.id, partner).await?;
            wishes.retain(|(wish, _)| Wish::of_side(side.other()).contains(wish));
            place.proposals.push(OpenProposal {
                id: proposal.id,
                programme: programme.clone(),
                side,
                partner: people::person_get(conn, partner).await?.user,
                wishes,
                deadline: proposal.deadline,
                in_round: proposal.round.is_some(),
                answer: proposal.answer(side),
                agreed,
            });
        }
        let latest = proposals.iter().rfind(|one| one.programme == programme.id);
        let lapsed = latest.is_some_and(|one| one.state != ProposalState::Accepted && now >= one.deadline);
        let to_open = proposals::proposals_to_open(conn, programme.id).await?;
        if to_open.iter().any(|one| one.side_of(me.id).is_some()) {
            place.opening.push(programme.clone());
            open = true;
        }
        if lapsed && !live && !open && programme.phase.pairs() {
            place.not_formed.push(programme.clone());
        } else if !live && !open && has_no_place(conn, &programme, me.id).await? {
            place.no_place.push(programme.clone());
        }
        let ended = tandems.iter().rfind(|one| one.programme == programme.id && !one.is_live());
        let past = (Phase::Closing..=Phase::Closed).contains(&programme.phase);
        if past && !live && !open && ended.is_none() {
            place.without.push(programme.clone());
        }
        if let Some(ended) = ended.filter(|_| !live && programme.phase.pairs()) {
            place.goes_on.push(goes_on(conn, ended, programme.clone(), me.id).await?);
        }
        let all = programmes::enrolments_of(conn, programme.id).await?;
        if let Some(role) = all.iter().find(|one| one.person == me.id).map(|one| one.role) {
            let read = briefings::briefings_of(conn, programme.id, me.id).await?;
            let unread = sides(role).iter().any(|side| !read.contains(side));
            if unread && programme.briefing_required && programme.phase.allows(Step::Brief) {
                place.briefings.push(programme.clone());
            }
            place.roles.push((programme.id, role));
        }
        let newcomer = !live && !open && !lapsed && ended.is_none();
        if newcomer && enrol::takes_people(&programme) {
            place.joining.push((programme.clone(), Joining::Approved));
        }
        place.favourites.extend(favourites::asked(conn, &programme, me.id).await?);
        place.programmes.push(programme);
    }
    for programme in enrolments::programmes_waiting(conn, me.id).await? {
        let programme = programmes::programme_get(conn, programme).await?;
        if enrol::takes_people(&programme) {
            place.joining.push((programme, Joining::Waiting));
        }
    }
    for proposal in proposals.iter().rev().filter(|one| one.state != ProposalState::Accepted) {
        let lately = (proposal.deadline..proposal.deadline + RESULT_SHOWN).contains(&now);
        let waiting = place.joining.iter().map(|(programme, _)| programme);
        let mut known = place.programmes.iter().chain(&place.came_to_nothing).chain(waiting);
        if lately && !known.any(|one| one.id == proposal.programme) {
            let programme = programmes::programme_get(conn, proposal.programme).await?;
            place.came_to_nothing.extend(Some(programme).filter(|programme| programme.phase.pairs()));
        }
    }
    Ok(place)
}

/// Whether everybody was asked and somebody is free all the same: nobody was proposed to them. Whoever came out of a tandem
/// since was not among those asked.
async fn has_no_place(conn: &mut Conn, programme: &Programme, me: PersonId) -> Result<bool> {
    if !programme.phase.pairs() {
        return Ok(false);
    }
    let rounds = rounds::rounds_of(conn, programme.id).await?;
    let Some(last) = rounds.iter().rfind(|round| round.state != RoundState::Plan) else { return Ok(false) };
    let came_since = |one: &Tandem| one.programme == programme.id && one.ended_at >= last.deadline;
    Ok(!tandems::tandems_of(conn, me).await?.iter().any(came_since)
        && facts::free(conn, programme.id).await?.contains(&me))
}

/// How it shall go on for one of the two of an ended tandem.
///
/// # Errors
/// Those of the database.
pub async fn goes_on(conn: &mut Conn, ended: &Tandem, programme: Programme, me: PersonId) -> Result<GoesOn> {
    let (mentor, mentee, settled) = tandems::tandem_next_get(conn, ended.id).await?;
    let answer = if settled {
        let all = programmes::enrolments_of(conn, ended.programme).await?;
        all.iter().find(|one| one.person == me).map(|one| one.available)
    } else {
        ended.side_of(me).and_then(|side| side.pick(mentor, mentee))
    };
    Ok(GoesOn { tandem: ended.id, programme, answer, settled })
}

/// Chooses the language of one's private replies; `None` follows Discord's setting again. Whoever is in no programme
/// has nothing stored, not even this.
///
/// # Errors
/// Those of the database.
pub async fn language(conn: &mut Conn, call: &Call, chosen: Option<Language>) -> Result<Decision<()>> {
    let Some(me) = people::person_find(conn, call.guild, call.user).await? else {
        return Ok(Err(Refusal::NotEnrolled));
    };
    people::person_language_set(conn, me.id, chosen.map(|chosen| chosen.addressed(false))).await?;
    Ok(Ok(()))
}

/// So long whoever does not take part otherwise reads that a pair by hand came to nothing.
const RESULT_SHOWN: Duration = Duration::days(14);

#[cfg(test)]
#[path = "place/tests.rs"]
mod tests;

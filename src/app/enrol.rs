//! Enrolling: a dialogue of private steps, each of which saves a draft, so that it can be gone on with after a restart or
//! on another day. Until it is confirmed nobody is known and nothing is shown to a coordinator. Once somebody takes part,
//! the same steps change what they said.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Call, Decision, guard, jobs, lounge};
use crate::domain::admission::{Applicant, admits};
use crate::domain::enrolment::{About, Agreed, Answers, DRAFT_KEPT, Step};
use crate::domain::ids::{PersonId, ProgrammeId, RoleId, UserId};
use crate::domain::language::Language;
use crate::domain::person::Document;
use crate::domain::programme::{self, Programme, Role};
use crate::domain::refusal::Refusal;
use crate::domain::tandem::Side;
use crate::domain::topic::Topic;
use crate::domain::wish::Wish;
use crate::domain::zone;
use crate::store::invitations::{self, Invitation};
use crate::store::programmes::Enrolment;
use crate::store::{
    Conn, Result, drafts, enrolments, jobs::job_ensure, people, profiles, programmes, proposals, tandems,
    topics, wishes,
};

mod withdraw;

pub(super) use withdraw::forget;
pub use withdraw::{leave_programme, may_leave};

/// How somebody stands in a programme, and what they have answered.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The programme.
    pub programme: Programme,
    /// Its topics beside the catalogue.
    pub own_topics: Vec<String>,
    /// Who; `None` while nobody of ours.
    pub person: Option<PersonId>,
    /// How they are enrolled; `None` while they are enrolling.
    pub enrolled: Option<Enrolment>,
    /// Whether a coordinator has invited them.
    pub invited: bool,
    /// What they have answered, in the draft or for good.
    pub answers: Answers,
}

impl Standing {
    /// The step that comes next in the dialogue; `None` at its end, and for whoever takes part.
    #[must_use]
    pub fn next(&self) -> Option<Step> {
        if self.enrolled.is_some() { None } else { self.answers.next() }
    }
}

/// What one step says.
#[derive(Debug, Clone)]
pub enum Change {
    /// The notice was read and the agreement given.
    Agree,
    /// As what somebody takes part.
    Role(Role),
    /// Topics: codes of the catalogue, or the programme's own words.
    Topics(Vec<String>),
    /// The languages somebody speaks.
    Languages(Vec<Language>),
    /// About the company and the time for it.
    About(About),
    /// The wishes of a side.
    Wishes(Vec<(Wish, String)>),
    /// Whom somebody would rather not be paired with.
    RatherNot(Vec<UserId>),
    /// Nothing, for a step that may be left out.
    Skip(Step),
}

/// The programme that `/join` is about: the one that was chosen, the only one that is open, or the one that was begun.
///
/// # Errors
/// Those of the database.
pub async fn which(conn: &mut Conn, call: &Call, chosen: Option<&str>) -> Result<Decision<ProgrammeId>> {
    if people::server_get(conn, call.guild).await?.is_none() {
        return Ok(Err(Refusal::NotSetUp));
    }
    if chosen.is_some() {
        return Ok(guard::programme(conn, call, chosen).await?.map(|programme| programme.id));
    }
    let all = programmes::programmes_of(conn, call.guild).await?;
    let open: Vec<&Programme> = all.iter().filter(|one| takes_people(one)).collect();
    if let [only] = open[..] {
        return Ok(Ok(only.id));
    }
    let begun = drafts::drafts_of(conn, call.guild, call.user).await?;
    if let [only] = begun[..] {
        return Ok(Ok(only));
    }
    Ok(Err(match (all.is_empty(), open.is_empty()) {
        (true, _) => Refusal::NoProgramme,
        (false, true) => Refusal::WrongPhase,
        (false, false) => Refusal::WhichProgramme,
    }))
}

/// Whether people can enrol in a programme.
#[must_use]
pub const fn takes_people(programme: &Programme) -> bool {
    programme.phase.allows(programme::Step::Enrol)
}

/// How whoever asks stands in a programme of this server. Whoever takes part finds what they said as long as the
/// programme is not over; everybody else needs one that takes people.
///
/// # Errors
/// Those of the database.
pub async fn standing(conn: &mut Conn, call: &Call, programme: ProgrammeId) -> Result<Decision<Standing>> {
    let all = programmes::programmes_of(conn, call.guild).await?;
    let Some(programme) = all.into_iter().find(|one| one.id == programme) else {
        return Ok(Err(Refusal::NoProgramme));
    };
    let person = people::person_find(conn, call.guild, call.user).await?.map(|person| person.id);
    let enrolled = match person {
        Some(person) => {
            let all = programmes::enrolments_of(conn, programme.id).await?;
            all.into_iter().find(|one| one.person == person)
        }
        None => None,
    };
    let fits = if enrolled.is_some() { !programme.phase.is_over() } else { takes_people(&programme) };
    if !fits {
        return Ok(Err(Refusal::WrongPhase));
    }
    let invitation = invitations::invitation_get(conn, programme.id, call.user).await?;
    let answers = if let (Some(enrolled), Some(person)) = (enrolled, person) {
        stored(conn, programme.id, person, enrolled.role).await?
    } else {
        let draft = drafts::draft_get(conn, programme.id, call.user).await?;
        let mut answers = draft.unwrap_or_else(|| begun(invitation.as_ref()));
        if let Some(person) = person.filter(|_| !answers.has(Step::Consent)) {
            answers.agreed = agreed(conn, person, today(&programme, call)).await?;
        }
        answers
    };
    Ok(Ok(Standing {
        own_topics: topics::programme_topics(conn, programme.id).await?,
        person,
        enrolled,
        invited: invitation.is_some(),
        answers,
        programme,
    }))
}

fn today(programme: &Programme, call: &Call) -> NaiveDate {
    zone::to_local(call.now, programme.zone).date()
}

/// What an invitation says is filled in, for the one invited to change.
fn begun(invitation: Option<&Invitation>) -> Answers {
    let mut answers = Answers::default();
    if let Some(invitation) = invitation {
        answers.role = invitation.role;
        answers.profile.department.clone_from(&invitation.department);
        answers.profile.organisation.clone_from(&invitation.organisation);
        answers.profile.languages.clone_from(&invitation.languages);
        answers.profile.line.clone_from(&invitation.line);
    }
    answers
}

/// What somebody agreed to for another programme holds, as long as the wording is the same.
async fn agreed(conn: &mut Conn, person: PersonId, today: NaiveDate) -> Result<Option<Agreed>> {
    for document in Document::ALL {
        if !people::consent_has(conn, person, document).await? {
            return Ok(None);
        }
    }
    let on = people::consent_day(conn, person, Document::Notice).await?;
    Ok(Some(Agreed::today(on.unwrap_or(today))))
}

/// What somebody who takes part has said, as answers.
async fn stored(conn: &mut Conn, programme: ProgrammeId, person: PersonId, role: Role) -> Result<Answers> {
    let wishes: BTreeMap<Wish, String> =
        wishes::wishes_of(conn, programme, person).await?.into_iter().collect();
    Ok(Answers {
        agreed: agreed(conn, person, NaiveDate::default()).await?,
        role: Some(role),
        profile: profiles::profile_get(conn, programme, person).await?.unwrap_or_default(),
        wishes,
        rather_not: profiles::rather_nots_of(conn, programme, person).await?,
        been_through: Step::ALL.iter().copied().collect(),
    })
}

/// Takes the answer of one step. Nothing is taken before notice and agreement.
///
/// # Errors
/// Those of the database.
pub async fn change(
    conn: &mut Conn,
    call: &Call,
    programme: ProgrammeId,
    change: Change,
) -> Result<Decision<ProgrammeId>> {
    let mut standing = match standing(conn, call, programme).await? {
        Ok(standing) => standing,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if !standing.answers.has(Step::Consent) && !matches!(change, Change::Agree) && standing.enrolled.is_none()
    {
        return Ok(Err(Refusal::AgreeFirst));
    }
    if let (Some(_), Change::Wishes(words)) = (standing.enrolled, &change) {
        return late_wishes(conn, call, programme, words).await;
    }
    let role = match &change {
        Change::Role(role) => Some(*role),
        _ => None,
    };
    if let Err(refusal) = apply(&mut standing, call, change) {
        return Ok(Err(refusal));
    }
    let (Some(enrolled), Some(person)) = (standing.enrolled, standing.person) else {
        let until = call.now + DRAFT_KEPT;
        drafts::draft_set(conn, programme, call.user, &standing.answers, until).await?;
        job_ensure(conn, jobs::DRAFTS, 0, until).await?;
        return Ok(Ok(programme));
    };
    if let Some(role) = role.filter(|role| *role != enrolled.role) {
        if let Err(refusal) = role_is_free(conn, programme, person, role).await? {
            return Ok(Err(refusal));
        }
        enrolments::enrolment_role_set(conn, programme, person, role).await?;
        for (wish, _) in wishes::wishes_of(conn, programme, person).await? {
            if !standing.answers.wishes.contains_key(&wish) {
                wishes::wish_set(conn, programme, person, wish, None).await?;
            }
        }
    }
    profiles::profile_set(conn, programme, person, &standing.answers.profile).await?;
    profiles::rather_nots_set(conn, programme, person, &standing.answers.rather_not).await?;
    enrolments::enrolment_stays(conn, programme, person).await?;
    lounge::keep(conn, &standing.programme, call.now).await?;
    Ok(Ok(programme))
}

/// A form of wishes that was opened while enrolling and is sent by somebody who takes part by now: they are written down as
/// anywhere else, on the side that the form is for.
async fn late_wishes(
    conn: &mut Conn,
    call: &Call,
    programme: ProgrammeId,
    words: &[(Wish, String)],
) -> Result<Decision<ProgrammeId>> {
    for side in Side::ALL {
        let of_side = |wish: &Wish| Wish::of_side(*side).contains(wish);
        if words.iter().any(|(wish, _)| of_side(wish))
            && let Err(refusal) = super::wishes::write(conn, call, programme, *side, words).await?
        {
            return Ok(Err(refusal));
        }
    }
    Ok(Ok(programme))
}

fn apply(standing: &mut Standing, call: &Call, change: Change) -> Decision<()> {
    let today = today(&standing.programme, call);
    let answers = &mut standing.answers;
    match change {
        Change::Agree => answers.agreed = Some(Agreed::today(today)),
        Change::Role(role) => answers.set_role(role),
        Change::Topics(mut topics) => {
            // A template may offer a few fields alone.
            let offered = standing.programme.template.topics();
            topics.retain(|topic| Topic::of(topic).is_none_or(|known| offered.contains(&known)));
            answers.set_topics(&topics, &standing.own_topics)?;
        }
        Change::Languages(languages) if languages.is_empty() => return Err(Refusal::NothingChosen),
        Change::Languages(languages) => answers.profile.languages = languages.into_iter().collect(),
        Change::About(about) => answers.set_about(&about, today)?,
        Change::Wishes(words) => answers.set_wishes(&words)?,
        Change::RatherNot(users) => answers.set_rather_not(call.user, &users)?,
        Change::Skip(step) if step.may_be_skipped() => drop(answers.been_through.insert(step)),
        Change::Skip(_) => return Err(Refusal::NothingWaits),
    }
    Ok(())
}

/// Whether somebody may take part as something else: not while a tandem or a proposal needs the side they would give up.
async fn role_is_free(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    role: Role,
) -> Result<Decision<()>> {
    let keeps = crate::domain::wish::sides(role);
    let gives_up = |side: Option<Side>| side.is_some_and(|side| !keeps.contains(&side));
    let tandems = tandems::tandems_of(conn, person).await?;
    let open = proposals::proposals_pending(conn, programme).await?;
    let taken = tandems
        .iter()
        .any(|one| one.programme == programme && one.is_live() && gives_up(one.side_of(person)))
        || open.iter().any(|one| gives_up(one.side_of(person)));
    Ok(if taken { Err(Refusal::RoleTaken) } else { Ok(()) })
}

/// Somebody has enrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// In which programme.
    pub programme: ProgrammeId,
    /// Whether they take part; else they wait for a coordinator.
    pub approved: bool,
}

/// Confirms what the summary shows: from now on somebody takes part, or waits for a coordinator. `roles` are those
/// Discord says they have.
///
/// # Errors
/// Those of the database.
pub async fn confirm(
    conn: &mut Conn,
    call: &Call,
    programme: ProgrammeId,
    roles: &[RoleId],
) -> Result<Decision<Enrolled>> {
    let standing = match standing(conn, call, programme).await? {
        Ok(standing) => standing,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Some(enrolled) = standing.enrolled {
        return Ok(Ok(Enrolled { programme, approved: enrolled.approved }));
    }
    let answers = &standing.answers;
    let (Some(role), Some(agreed), None) = (answers.role, answers.agreed, answers.next()) else {
        return Ok(Err(Refusal::NotFinished));
    };
    let months = answers.profile.months(today(&standing.programme, call));
    let applicant = Applicant { invited: standing.invited, months, roles };
    let approved = admits(&standing.programme.admission, applicant);
    let person = people::person_known(conn, call.guild, call.user).await?.id;
    people::person_gone_set(conn, person, false).await?;
    enrolments::enrolment_add(conn, programme, person, role, approved).await?;
    for document in Document::ALL {
        people::consent_give(conn, person, document, agreed.on).await?;
    }
    profiles::profile_set(conn, programme, person, &answers.profile).await?;
    profiles::rather_nots_set(conn, programme, person, &answers.rather_not).await?;
    for (wish, words) in &answers.wishes {
        wishes::wish_set(conn, programme, person, *wish, Some(words)).await?;
    }
    drafts::draft_drop(conn, programme, call.user).await?;
    invitations::invitation_drop(conn, programme, call.user).await?;
    invitations::turned_down_drop(conn, programme, call.user).await?;
    if approved {
        lounge::keep(conn, &standing.programme, call.now).await?;
    }
    Ok(Ok(Enrolled { programme, approved }))
}

/// Deletes what somebody began.
///
/// # Errors
/// Those of the database.
pub async fn discard(conn: &mut Conn, call: &Call, programme: ProgrammeId) -> Result<Decision<()>> {
    let dropped = drafts::draft_drop(conn, programme, call.user).await?;
    Ok(if dropped { Ok(()) } else { Err(Refusal::NothingWaits) })
}

#[cfg(test)]
mod tests;

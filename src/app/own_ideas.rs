//! The ideas for tasks of one programme's own: its coordinators add them, in both languages, for one topic or for all, and
//! see them in a list. They are taken out by their number, as questions are (`pool`).

use super::guard::{self, Which};
use super::pool::Changed;
use super::{Call, Decision};
use crate::domain::idea::{self, OWN_COUNT_MAX, OWN_MAX, OwnIdea};
use crate::domain::ids::{ProgrammeId, RoleId};
use crate::domain::programme::{Programme, Step};
use crate::domain::refusal::Refusal;
use crate::domain::task;
use crate::domain::topic::Theme;
use crate::store::{Conn, Result, own_ideas, topics};

/// What a programme has of its own, for its coordinators.
#[derive(Debug, Clone)]
pub struct Owned {
    /// The programme.
    pub programme: Programme,
    /// Its own ideas, oldest first.
    pub ideas: Vec<OwnIdea>,
    /// Its own topics.
    pub topics: Vec<String>,
}

/// A programme's own ideas, and the topics for which there can be some.
///
/// # Errors
/// Those of the database.
pub async fn owned(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    which: impl Into<Which<'_>>,
) -> Result<Decision<Owned>> {
    let programme = match guard::coordinated_for(conn, call, roles, which, Step::Edit).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let ideas = own_ideas::own_ideas_of(conn, programme.id).await?;
    let topics = topics::programme_topics(conn, programme.id).await?;
    Ok(Ok(Owned { programme, ideas, topics }))
}

/// Whether whoever asks may add an idea for that topic, before a form is filled; the programme, and the topic's place.
///
/// # Errors
/// Those of the database.
pub async fn may_add(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
    theme: Option<&Theme>,
) -> Result<Decision<(ProgrammeId, usize)>> {
    Ok(owned(conn, call, roles, chosen).await?.and_then(|owned| {
        // Nobody could pick what the template does not offer.
        let offered = owned.programme.template.topics();
        let theme = theme.map_or(Ok(None), |theme| {
            theme.is_among(offered).then_some(Some(theme)).ok_or(Refusal::NoSuchTopic)
        })?;
        let place = idea::place(theme, &owned.topics).ok_or(Refusal::NoSuchTopic)?;
        Ok((owned.programme.id, place))
    }))
}

/// Adds an idea in both languages, for the topic at that place.
///
/// # Errors
/// Those of the database.
pub async fn add(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    (programme, place): (ProgrammeId, usize),
    (en, de): (&str, &str),
) -> Result<Decision<Changed>> {
    let owned = match owned(conn, call, roles, programme).await? {
        Ok(owned) => owned,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let read = task::text(en, OWN_MAX).and_then(|en| Ok((en, task::text(de, OWN_MAX)?)));
    let (en, de) = match read {
        Ok(words) => words,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let Some(theme) = idea::at_place(place, &owned.topics) else { return Ok(Err(Refusal::NoSuchTopic)) };
    if owned.ideas.len() >= OWN_COUNT_MAX {
        return Ok(Err(Refusal::TooManyIdeas { max: OWN_COUNT_MAX }));
    }
    let number = own_ideas::own_idea_add(conn, programme, theme.as_ref(), (&en, &de)).await?;
    Ok(Ok(Changed { programme, number, idea: true }))
}

#[cfg(test)]
mod tests;

//! What somebody wishes for and expects, for the partner to read: in the welcome, where it was written down before the
//! tandem opened, else in a post of its own, which follows every change (P14).

use serde::{Deserialize, Serialize};

use super::effect::{NewPost, Place, edit_queue, post_queue};
use super::{Call, Decision};
use crate::domain::ids::{PersonId, ProgrammeId, TandemId};
use crate::domain::post::PostKind;
use crate::domain::programme::{Programme, Role};
use crate::domain::refusal::Refusal;
use crate::domain::tandem::{Side, Tandem};
use crate::domain::task;
use crate::domain::wish::{WISH_MAX, Wish, sides};
use crate::store::{Conn, Result, people, posts, programmes, tandems, wishes};

/// Somebody's wishes in a programme.
#[derive(Debug, Clone)]
pub struct Mine {
    /// The programme.
    pub programme: Programme,
    /// Who.
    pub person: PersonId,
    /// What they take part as.
    pub role: Role,
    /// What they wrote down.
    pub wishes: Vec<(Wish, String)>,
}

/// The subject of the post with one side's wishes in a tandem.
#[must_use]
pub const fn subject(tandem: TandemId, side: Side) -> i64 {
    tandem.0 * 2 + matches!(side, Side::Mentee) as i64
}

/// The side whose wishes a post has, by its subject.
#[must_use]
pub const fn side_of(subject: i64) -> Side {
    if subject % 2 == 0 { Side::Mentor } else { Side::Mentee }
}

/// One's own wishes in a programme that is not over.
///
/// # Errors
/// Those of the database.
pub async fn mine(conn: &mut Conn, call: &Call, programme: ProgrammeId) -> Result<Decision<Mine>> {
    let known =
        programmes::programmes_of(conn, call.guild).await?.into_iter().find(|one| one.id == programme);
    let me = people::person_find(conn, call.guild, call.user).await?;
    let (Some(programme), Some(me)) = (known, me) else { return Ok(Err(Refusal::NotEnrolled)) };
    if programme.phase.is_over() {
        return Ok(Err(Refusal::WrongPhase));
    }
    let all = programmes::enrolments_of(conn, programme.id).await?;
    let Some(mine) = all.iter().find(|one| one.person == me.id) else {
        return Ok(Err(Refusal::NotEnrolled));
    };
    let wishes = wishes::wishes_of(conn, programme.id, me.id).await?;
    Ok(Ok(Mine { programme, person: me.id, role: mine.role, wishes }))
}

/// The wishes of one side were written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// In which programme.
    pub programme: ProgrammeId,
    /// Whether the partner reads them now, because a tandem is there.
    pub shown: bool,
}

/// Writes down what one wishes for on a side; what is left empty is taken back.
///
/// # Errors
/// Those of the database.
pub async fn write(
    conn: &mut Conn,
    call: &Call,
    programme: ProgrammeId,
    side: Side,
    words: &[(Wish, String)],
) -> Result<Decision<Written>> {
    let mine = match mine(conn, call, programme).await? {
        Ok(mine) if sides(mine.role).contains(&side) => mine,
        Ok(_) => return Ok(Err(Refusal::NothingWaits)),
        Err(refusal) => return Ok(Err(refusal)),
    };
    if words.iter().any(|(_, words)| words.trim().chars().count() > WISH_MAX) {
        return Ok(Err(Refusal::TextLength { max: WISH_MAX }));
    }
    let had_some = mine.wishes.iter().any(|(wish, _)| Wish::of_side(side).contains(wish));
    for wish in Wish::of_side(side) {
        let words = words.iter().find(|(one, _)| one == wish);
        let words = words.and_then(|(_, words)| task::text(words, WISH_MAX).ok());
        wishes::wish_set(conn, programme, mine.person, *wish, words.as_deref()).await?;
    }
    let now_some = wishes::wishes_of(conn, programme, mine.person)
        .await?
        .iter()
        .any(|(wish, _)| Wish::of_side(side).contains(wish));
    let mut shown = false;
    for tandem in tandems::tandems_of(conn, mine.person).await? {
        if tandem.programme == programme && tandem.is_live() && tandem.person(side) == mine.person {
            show(conn, call, &mine.programme, &tandem, side, (had_some, now_some)).await?;
            shown = now_some;
        }
    }
    Ok(Ok(Written { programme, shown }))
}

/// Brings a tandem's room up to date: what stands somewhere is edited there, what is new gets its own post.
async fn show(
    conn: &mut Conn,
    call: &Call,
    programme: &Programme,
    tandem: &Tandem,
    side: Side,
    (had_some, some_now): (bool, bool),
) -> Result<()> {
    let subject = subject(tandem.id, side);
    let own = posts::post_about(conn, PostKind::Wishes, subject).await?;
    let welcome = posts::post_about(conn, PostKind::Welcome, tandem.id.0).await?;
    match (own, welcome) {
        (Some(post), _) => edit_queue(conn, programme.id, tandem.id, post.id, call.now).await,
        (None, Some(welcome)) if had_some => {
            edit_queue(conn, programme.id, tandem.id, welcome.id, call.now).await
        }
        _ if some_now => {
            let new = NewPost {
                programme: programme.id,
                place: Place::Room(tandem.id),
                kind: PostKind::Wishes,
                subject,
                due_at: call.now,
                expires_at: None,
                seeds: &[],
                pinned: false,
            };
            post_queue(conn, &new).await.map(drop)
        }
        _ => Ok(()),
    }
}

/// The wishes of one side that belong into the welcome: those without a post of their own.
///
/// # Errors
/// Those of the database.
pub async fn in_welcome(conn: &mut Conn, tandem: &Tandem, side: Side) -> Result<Vec<(Wish, String)>> {
    if posts::post_about(conn, PostKind::Wishes, subject(tandem.id, side)).await?.is_some() {
        return Ok(Vec::new());
    }
    of_side(conn, tandem, side).await
}

/// The wishes of one side of a tandem.
///
/// # Errors
/// Those of the database.
pub async fn of_side(conn: &mut Conn, tandem: &Tandem, side: Side) -> Result<Vec<(Wish, String)>> {
    let mut all = wishes::wishes_of(conn, tandem.programme, tandem.person(side)).await?;
    all.retain(|(wish, _)| Wish::of_side(side).contains(wish));
    Ok(all)
}

#[cfg(test)]
mod tests;

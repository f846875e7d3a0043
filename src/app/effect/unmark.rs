//! The removal of a person's reaction, which waits under a key of its own, so that it can be taken back.

use chrono::{DateTime, Utc};

use super::{Effect, effect_add, room_lane};
use crate::domain::ids::{PersonId, PostId, ProgrammeId, TandemId};
use crate::store::outbox::{outbox_take_back, outbox_waits};
use crate::store::{Conn, Result};

fn unmark_key(post: PostId, person: PersonId, emoji: &str) -> String {
    format!("unmark:{post}:{person}:{emoji}")
}

/// Adds the removal of a person's reaction, unless it waits already.
pub async fn unmark_queue(
    conn: &mut Conn,
    programme: ProgrammeId,
    tandem: TandemId,
    mark: (PostId, PersonId, &str),
    now: DateTime<Utc>,
) -> Result<()> {
    let (post, person, emoji) = mark;
    let effect = Effect::Unmark { post, person, emoji: emoji.to_owned() };
    let key = Some(unmark_key(post, person, emoji));
    effect_add(conn, room_lane(tandem), programme, &effect, now, key, None).await?;
    Ok(())
}

/// Whether the removal of a person's reaction waits to be sent.
pub async fn unmark_waits(conn: &mut Conn, post: PostId, person: PersonId, emoji: &str) -> Result<bool> {
    outbox_waits(conn, &unmark_key(post, person, emoji)).await
}

/// The person has put the reaction there anew: it is not to be removed any more.
pub async fn unmark_take_back(conn: &mut Conn, post: PostId, person: PersonId, emoji: &str) -> Result<()> {
    outbox_take_back(conn, &unmark_key(post, person, emoji)).await
}

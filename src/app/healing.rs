//! What people do to Discord behind the bot's back, and what happens then: a message of ours is deleted, a channel goes
//! while nobody listens, a permission is given back. What can be made good is; what was meant is respected, and said.

use chrono::{DateTime, Utc};

use super::effect::{Effect, NewPost, Place, post_queue};
use super::{leaving, lounge, meetings};
use crate::domain::ids::{ChannelId, GuildId, MeetingId, PostId, TandemId, TaskId};
use crate::domain::post::PostKind;
use crate::domain::task::Task;
use crate::store::posts::Post;
use crate::store::{Conn, Result, meetings as stored, outbox, posts, programmes, tandems, tasks};

/// Somebody deleted a message of ours, which shows when it is to be changed or read (no intent of ours tells it). It is
/// not put there anew, because whoever deleted it may have meant its text; from now on nothing is tried on it. Below a
/// card people lose its buttons, so that the room gets them once more, without the text.
///
/// # Errors
/// Those of the database.
pub async fn post_gone(conn: &mut Conn, post: PostId, now: DateTime<Utc>) -> Result<()> {
    let post = posts::post_get(conn, post).await?;
    if post.message.is_none() {
        return Ok(());
    }
    posts::post_unbind(conn, post.id).await?;
    let Some(tandem) = post.tandem else { return Ok(()) };
    let tandem = tandems::tandem_get(conn, tandem).await?;
    if let Some(kind) = word_instead(conn, &post, now).await?.filter(|_| tandem.is_live()) {
        let word = NewPost {
            programme: tandem.programme,
            place: Place::Room(tandem.id),
            kind,
            subject: post.subject,
            due_at: now,
            expires_at: None,
            seeds: &[],
            pinned: false,
        };
        post_queue(conn, &word).await?;
    }
    Ok(())
}

/// What the room gets instead of a card that was deleted: only what is still of use has buttons that people lose.
async fn word_instead(conn: &mut Conn, post: &Post, now: DateTime<Utc>) -> Result<Option<PostKind>> {
    Ok(match post.kind {
        PostKind::TaskCard => tasks::task_find(conn, TaskId(post.subject))
            .await?
            .filter(Task::is_pending)
            .map(|_| PostKind::CardGone),
        PostKind::MeetingCard | PostKind::MeetingMoved => {
            let newest = meetings::card_of(conn, MeetingId(post.subject)).await?;
            let meeting = stored::meeting_find(conn, MeetingId(post.subject)).await?;
            meeting
                .filter(|one| one.is_ahead(now) && newest.is_some_and(|newest| newest.id == post.id))
                .map(|_| PostKind::MeetingCardGone)
        }
        _ => None,
    })
}

/// Discord says that the channel of an effect is gone. Was it a room, its tandem ends as if the bot had been told at
/// once; was it a lounge, it is made anew. Whether it was one of them.
///
/// # Errors
/// Those of the database.
pub async fn room_gone(conn: &mut Conn, effect: &Effect, now: DateTime<Utc>) -> Result<bool> {
    if let Effect::LoungeMember { programme, .. }
    | Effect::LoungeClose { programme }
    | Effect::LoungeCoach { programme, .. } = effect
    {
        let Some(channel) = programmes::programme_get(conn, *programme).await?.lounge_channel else {
            return Ok(false);
        };
        lounge::channel_gone(conn, channel, now).await?;
        return Ok(true);
    }
    let Some(tandem) = tandem_of(conn, effect).await? else { return Ok(false) };
    let Some(channel) = tandems::tandem_get(conn, tandem).await?.channel else { return Ok(false) };
    leaving::channel_gone(conn, channel, now).await?;
    Ok(true)
}

/// The tandem in whose room an effect takes place.
async fn tandem_of(conn: &mut Conn, effect: &Effect) -> Result<Option<TandemId>> {
    match effect {
        Effect::RoomClose { tandem } | Effect::RoomHide { tandem } | Effect::RoomRepair { tandem } => {
            Ok(Some(*tandem))
        }
        Effect::Post { post }
        | Effect::Pin { post }
        | Effect::Seed { post, .. }
        | Effect::Unmark { post, .. }
        | Effect::Edit { post } => Ok(posts::post_get(conn, *post).await?.tandem),
        _ => Ok(None),
    }
}

/// The channels and categories of ours that a server has to have: those it does not have any more were deleted while
/// nobody listened.
///
/// # Errors
/// Those of the database.
pub async fn channels_of(conn: &mut Conn, guild: GuildId) -> Result<Vec<ChannelId>> {
    tandems::channels_of(conn, guild).await
}

/// The bot may do more than before: what could not be delivered for want of a permission is tried again at once, and not
/// only when a digest has told of it.
///
/// # Errors
/// Those of the database.
pub async fn permitted(conn: &mut Conn, guild: GuildId) -> Result<()> {
    outbox::outbox_permitted(conn, guild).await
}

/// Whether something waits for a permission on that server.
///
/// # Errors
/// Those of the database.
pub async fn lacks_permission(conn: &mut Conn, guild: GuildId) -> Result<bool> {
    outbox::outbox_forbidden(conn, guild).await
}

/// Another channel was chosen for digests: programmes that posted into the one before follow, because it may be gone.
///
/// # Errors
/// Those of the database.
pub(super) async fn digests_move(
    conn: &mut Conn,
    guild: GuildId,
    before: Option<ChannelId>,
    now: ChannelId,
) -> Result<()> {
    match before.filter(|before| *before != now) {
        Some(before) => programmes::programmes_digest_move(conn, guild, before, now).await,
        None => Ok(()),
    }
}

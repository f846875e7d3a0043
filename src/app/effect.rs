//! What can be made at Discord. A use case adds effects in the transaction of the state they belong to; the sender in
//! `discord` makes them, in order within a lane, and confirms each in a transaction of its own.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::ids::{
    CategoryId, OutboxId, PersonId, PostId, ProgrammeId, RoleId, RoundId, SittingId, SpaceId, TandemId,
};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::quiet::Timing;
use crate::store::outbox::{NewRow, outbox_add, outbox_add_series};
use crate::store::{Conn, Result, pauses, posts};

mod lanes;
mod unmark;

pub use lanes::{Place, building_lane, channel_lane, room_lane};
pub use unmark::{unmark_queue, unmark_take_back, unmark_waits};

/// One thing to make at Discord: a kind and references, never a text (P14).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Effect {
    /// Make a category.
    CategoryCreate {
        /// Ours.
        category: CategoryId,
    },
    /// Count the channels of the server, before the tandems of a round open (D3): makes nothing, and its answer is a fact of
    /// ours.
    RoomCount {
        /// Whose.
        round: RoundId,
    },
    /// Make a tandem's room, readable by its two people and the bot from the first moment.
    RoomCreate {
        /// Whose.
        tandem: TandemId,
    },
    /// Make the room read-only for both, in one request (D2).
    RoomClose {
        /// Whose.
        tandem: TandemId,
    },
    /// Take the room out of both people's sight.
    RoomHide {
        /// Whose.
        tandem: TandemId,
    },
    /// Set the room's overwrites back to what they are to be, in one request.
    RoomRepair {
        /// Whose.
        tandem: TandemId,
    },
    /// Delete the room.
    RoomDelete {
        /// Whose.
        tandem: TandemId,
    },
    /// Make the mentors' lounge of a programme, closed to everybody but the bot and the coach.
    LoungeCreate {
        /// Whose.
        programme: ProgrammeId,
    },
    /// Let somebody into the lounge, or no longer: whichever is right when it is sent. Whoever is not known any more goes out
    /// with every other account that has an overwrite there and is not in it.
    LoungeMember {
        /// Whose lounge.
        programme: ProgrammeId,
        /// Who.
        person: PersonId,
    },
    /// Make the lounge read-only, or open it again: whichever is right when it is sent.
    LoungeClose {
        /// Whose.
        programme: ProgrammeId,
    },
    /// Let a role into the lounge if it is the coach's when it is sent, and no longer if it is not.
    LoungeCoach {
        /// Whose lounge.
        programme: ProgrammeId,
        /// Which role.
        role: RoleId,
    },
    /// Delete the lounge.
    LoungeDelete {
        /// Whose.
        programme: ProgrammeId,
    },
    /// Make the lobby of a sitting, or one of its rooms: a voice channel that nobody sees who is not to.
    MeetCreate {
        /// Which.
        space: SpaceId,
    },
    /// Show a lobby or room to those who are to see it when it is sent, and to nobody else, in one request.
    MeetAccess {
        /// Which.
        space: SpaceId,
    },
    /// Move somebody to where they belong when it is sent; whoever is there already stays.
    MeetMove {
        /// The sitting.
        sitting: SittingId,
        /// Who.
        person: PersonId,
    },
    /// Delete a lobby or room.
    MeetDelete {
        /// Which.
        space: SpaceId,
    },
    /// Post a message.
    Post {
        /// Which.
        post: PostId,
    },
    /// Pin a message of ours.
    Pin {
        /// Which.
        post: PostId,
    },
    /// Put our own reaction under a message of ours, for people to join.
    Seed {
        /// Which.
        post: PostId,
        /// The reaction.
        emoji: String,
    },
    /// Take a person's reaction away: their new one says the opposite (D5).
    Unmark {
        /// Which.
        post: PostId,
        /// Whose.
        person: PersonId,
        /// The reaction.
        emoji: String,
    },
    /// Look whether a person is still on the server (D18): makes nothing, and its answer is a fact of ours.
    MemberCheck {
        /// Who.
        person: PersonId,
    },
    /// Open the direct messages with somebody, for a sentence to come. Discord opens them once.
    DirectOpen {
        /// With whom.
        person: PersonId,
    },
    /// Delete a message of ours.
    PostDelete {
        /// Which.
        post: PostId,
    },
    /// Bring a card up to date; rendered when sent (D19).
    Edit {
        /// Which.
        post: PostId,
    },
}

impl Effect {
    /// The names of all kinds, as stored: what the kill test enumerates.
    pub const KINDS: [&'static str; 24] = [
        "category_create",
        "room_count",
        "room_create",
        "room_close",
        "room_hide",
        "room_repair",
        "room_delete",
        "post",
        "pin",
        "seed",
        "unmark",
        "edit",
        "member_check",
        "direct_open",
        "post_delete",
        "lounge_create",
        "lounge_member",
        "lounge_close",
        "lounge_coach",
        "lounge_delete",
        "meet_create",
        "meet_access",
        "meet_move",
        "meet_delete",
    ];

    /// The kinds of which making one once more would show, as stored.
    pub const KINDS_THAT_SHOW_TWICE: [&'static str; 5] =
        ["category_create", "room_create", "lounge_create", "meet_create", "post"];

    /// Whether making it once more would show: such an attempt is looked for before it is repeated (C1).
    #[must_use]
    pub const fn shows_twice(&self) -> bool {
        match self {
            Self::CategoryCreate { .. }
            | Self::RoomCreate { .. }
            | Self::LoungeCreate { .. }
            | Self::MeetCreate { .. }
            | Self::Post { .. } => true,
            Self::RoomCount { .. }
            | Self::RoomClose { .. }
            | Self::RoomHide { .. }
            | Self::RoomRepair { .. }
            | Self::LoungeMember { .. }
            | Self::LoungeClose { .. }
            | Self::LoungeCoach { .. }
            | Self::LoungeDelete { .. }
            | Self::MeetAccess { .. }
            | Self::MeetMove { .. }
            | Self::MeetDelete { .. }
            | Self::RoomDelete { .. }
            | Self::Pin { .. }
            | Self::Seed { .. }
            | Self::Unmark { .. }
            | Self::MemberCheck { .. }
            | Self::DirectOpen { .. }
            | Self::PostDelete { .. }
            | Self::Edit { .. } => false,
        }
    }

    /// The name of this kind, as stored.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::CategoryCreate { .. } => "category_create",
            Self::RoomCount { .. } => "room_count",
            Self::RoomCreate { .. } => "room_create",
            Self::RoomClose { .. } => "room_close",
            Self::RoomHide { .. } => "room_hide",
            Self::RoomRepair { .. } => "room_repair",
            Self::RoomDelete { .. } => "room_delete",
            Self::Post { .. } => "post",
            Self::Pin { .. } => "pin",
            Self::Seed { .. } => "seed",
            Self::Unmark { .. } => "unmark",
            Self::Edit { .. } => "edit",
            Self::MemberCheck { .. } => "member_check",
            Self::DirectOpen { .. } => "direct_open",
            Self::PostDelete { .. } => "post_delete",
            Self::LoungeCreate { .. } => "lounge_create",
            Self::LoungeMember { .. } => "lounge_member",
            Self::LoungeClose { .. } => "lounge_close",
            Self::LoungeCoach { .. } => "lounge_coach",
            Self::LoungeDelete { .. } => "lounge_delete",
            Self::MeetCreate { .. } => "meet_create",
            Self::MeetAccess { .. } => "meet_access",
            Self::MeetMove { .. } => "meet_move",
            Self::MeetDelete { .. } => "meet_delete",
        }
    }
}

/// Adds an effect that may happen from `due_at` on; `None` when the same `key` waits already.
pub async fn effect_add(
    conn: &mut Conn,
    lane: String,
    programme: ProgrammeId,
    effect: &Effect,
    due_at: DateTime<Utc>,
    key: Option<String>,
    after: Option<OutboxId>,
) -> Result<Option<OutboxId>> {
    let effect = serde_json::to_string(effect).unwrap_or_default();
    let row = NewRow { lane, programme: Some(programme), effect, key, after, due_at, ..NewRow::default() };
    outbox_add(conn, &row).await
}

/// A post to be made.
#[derive(Debug, Clone, Copy)]
pub struct NewPost<'a> {
    /// Whose digest tells when it cannot be delivered.
    pub programme: ProgrammeId,
    /// Where.
    pub place: Place,
    /// What.
    pub kind: PostKind,
    /// The row it is about, by kind.
    pub subject: i64,
    /// From when on (quiet hours are the caller's business, by the kind's timing).
    pub due_at: DateTime<Utc>,
    /// Of no use after.
    pub expires_at: Option<DateTime<Utc>>,
    /// Our own reactions under it, in order.
    pub seeds: &'a [&'a str],
    /// Whether it is pinned.
    pub pinned: bool,
}

/// Adds a post with its pin and its reactions, in the order of its lane.
pub async fn post_queue(conn: &mut Conn, new: &NewPost<'_>) -> Result<PostId> {
    post_queue_after(conn, new, None).await
}

/// Like [`post_queue`], in place of older ones that say the same and are not on their way yet.
pub async fn post_queue_anew(conn: &mut Conn, new: &NewPost<'_>) -> Result<PostId> {
    let post = post_queue(conn, new).await?;
    posts::posts_older_drop(conn, post).await?;
    Ok(post)
}

/// Like [`post_queue`], for a post that has to wait for a row of another lane.
pub async fn post_queue_after(conn: &mut Conn, new: &NewPost<'_>, after: Option<OutboxId>) -> Result<PostId> {
    let post = post_known(conn, new).await?;
    rows_add(conn, new, post, after, false).await?;
    Ok(post)
}

async fn post_known(conn: &mut Conn, new: &NewPost<'_>) -> Result<PostId> {
    let (tandem, channel) = match new.place {
        Place::Room(tandem) => (Some(tandem), None),
        Place::Channel(channel) => (None, Some(channel)),
    };
    posts::post_add(conn, new.kind, tandem, new.subject, channel).await
}

async fn rows_add(
    conn: &mut Conn,
    new: &NewPost<'_>,
    post: PostId,
    after: Option<OutboxId>,
    planned: bool,
) -> Result<()> {
    let mut effects = vec![Effect::Post { post }];
    effects.extend(new.pinned.then_some(Effect::Pin { post }));
    effects.extend(new.seeds.iter().map(|emoji| Effect::Seed { post, emoji: (*emoji).to_owned() }));
    let effects: Vec<String> =
        effects.iter().map(|effect| serde_json::to_string(effect).unwrap_or_default()).collect();
    let rows = NewRow {
        lane: new.place.lane(),
        programme: Some(new.programme),
        due_at: new.due_at,
        expires_at: new.expires_at,
        after,
        planned,
        ..NewRow::default()
    };
    outbox_add_series(conn, &rows, &effects).await
}

/// Adds an edit of a card, unless one is waiting.
pub async fn edit_queue(
    conn: &mut Conn,
    programme: ProgrammeId,
    tandem: TandemId,
    post: PostId,
    now: DateTime<Utc>,
) -> Result<()> {
    let key = Some(format!("edit:{post}"));
    effect_add(conn, room_lane(tandem), programme, &Effect::Edit { post }, now, key, None).await?;
    Ok(())
}

/// Adds a post planned for `at` to a tandem's room, at the time and with the expiry that its kind declares (D14). What
/// the bot brings up by itself is held back while the tandem pauses (D15).
pub async fn post_plan(
    conn: &mut Conn,
    programme: &Programme,
    tandem: TandemId,
    kind: PostKind,
    subject: i64,
    at: DateTime<Utc>,
    seeds: &[&str],
) -> Result<PostId> {
    let (policy, quiet) = (kind.policy(), programme.quiet());
    let new = NewPost {
        programme: programme.id,
        place: Place::Room(tandem),
        kind,
        subject,
        due_at: policy.send_at(at, &quiet, programme.zone),
        expires_at: policy.expires_at(at, &quiet, programme.zone),
        seeds,
        pinned: false,
    };
    // What comes at once answers a deed, and deeds are answered during a pause as well.
    if policy.timing == Timing::Now { post_queue(conn, &new).await } else { post_plan_new(conn, &new).await }
}

/// Adds a post that the bot brings up by itself. Where its tandem pauses at that time, the post is known but not sent,
/// and the summary after the pause has what still matters of it (D15).
pub async fn post_plan_new(conn: &mut Conn, new: &NewPost<'_>) -> Result<PostId> {
    let post = post_known(conn, new).await?;
    let pause = match new.place {
        Place::Room(tandem) => pauses::pause_open(conn, tandem).await?,
        Place::Channel(_) => None,
    };
    match pause.filter(|pause| new.due_at < pause.until) {
        Some(pause) => pauses::held_add(conn, post, pause.id, new.expires_at).await?,
        None => rows_add(conn, new, post, None, true).await?,
    }
    Ok(post)
}

#[cfg(test)]
mod tests;

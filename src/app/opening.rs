//! A tandem opens: both have accepted, so it gets its name, its place in a category and its room, and the programme
//! begins to run with its first one. Everything is written in one transaction; the rooms themselves follow from the
//! outbox.

use chrono::{DateTime, Utc};

use super::effect::{Effect, NewPost, Place, building_lane, effect_add, post_queue_after};
use super::programme::phase;
use super::{follow, jobs, lounge, meetings, room_name, silence};
use crate::domain::channels::CATEGORY_HOLDS;
use crate::domain::ids::{CategoryId, ChannelId, GuildId, OutboxId, ProgrammeId, TandemId};
use crate::domain::language::Language;
use crate::domain::person::{Document, Person};
use crate::domain::post::PostKind;
use crate::domain::programme::{Phase, Programme, Role};
use crate::domain::proposal::Proposal;
use crate::domain::tandem::{Tandem, TandemState};
use crate::domain::zone;
use crate::store::outbox::NewRow;
use crate::store::{Conn, Result, outbox, people, programmes, tandems};

/// The confirmation that both put under the agreement.
pub const AGREED: &str = "✅";

/// The key of the row that makes a tandem's room, by which later rows find it.
fn room_key(tandem: TandemId) -> String {
    format!("room-create:{tandem}")
}

/// The row that still has to make a tandem's room; `None` when it was made.
pub(super) async fn room_row(conn: &mut Conn, tandem: TandemId) -> Result<Option<OutboxId>> {
    outbox::outbox_of_key(conn, &room_key(tandem)).await
}

/// Opens the tandem of a proposal that both accepted. What they agreed to is noted only now, because before it would
/// tell who accepted and who did not (P1).
pub(super) async fn open(conn: &mut Conn, proposal: &Proposal, now: DateTime<Utc>) -> Result<TandemId> {
    let programme = programmes::programme_get(conn, proposal.programme).await?;
    let mentor = people::person_get(conn, proposal.mentor).await?;
    let mentee = people::person_get(conn, proposal.mentee).await?;
    let today = zone::to_local(now, programme.zone).date();
    if proposal.round.is_none() {
        // From now on they take part, each on their side.
        for (person, role) in [(mentor.id, Role::Mentor), (mentee.id, Role::Mentee)] {
            programmes::enrolment_approve(conn, programme.id, person, role).await?;
        }
        lounge::keep(conn, &programme, now).await?;
    }
    for person in [proposal.mentor.min(proposal.mentee), proposal.mentor.max(proposal.mentee)] {
        for document in Document::ALL {
            people::consent_give(conn, person, document, today).await?;
        }
        // Whoever said *not now* once has said yes since.
        programmes::enrolment_available_set(conn, programme.id, person, true).await?;
    }
    let server = people::server_get(conn, programme.guild).await?;
    let formal = match programme.language {
        Language::En => server.is_some_and(|server| server.language == Language::DeFormal),
        german => german == Language::DeFormal,
    };
    let (language, also) = languages(programme.language, formal, &mentor, &mentee);
    let new = Tandem {
        id: TandemId(0),
        programme: programme.id,
        mentor: mentor.id,
        mentee: mentee.id,
        category: category_for(conn, programme.guild, programme.id, now).await?,
        name: room_name::take(conn, programme.guild, language, proposal.id).await?,
        language,
        also,
        state: TandemState::Opening,
        channel: None,
        opened_at: now,
        ended_at: None,
    };
    let tandem = tandems::tandem_add(conn, &new).await?;
    room_queue(conn, &programme, tandem, now).await?;
    let ahead = programme.starts_on > zone::to_local(now, programme.zone).date();
    phase::enter(conn, &programme, if ahead { Phase::Kickoff } else { Phase::Running }, now).await?;
    jobs::programme_begin(conn, &programme, now).await?;
    meetings::offer::reschedule(conn, &programme, tandem, now).await?;
    silence::touched(conn, &programme, tandem, now).await?;
    follow::reschedule(conn, &programme, tandem, now).await?;
    Ok(tandem)
}

async fn room_queue(
    conn: &mut Conn,
    programme: &Programme,
    tandem: TandemId,
    now: DateTime<Utc>,
) -> Result<()> {
    let room = Effect::RoomCreate { tandem };
    let lane = building_lane(programme.guild);
    let row = effect_add(conn, lane, programme.id, &room, now, Some(room_key(tandem)), None).await?;
    let welcome = NewPost {
        programme: programme.id,
        place: Place::Room(tandem),
        kind: PostKind::Welcome,
        subject: tandem.0,
        due_at: now,
        expires_at: None,
        seeds: &[AGREED],
        pinned: true,
    };
    post_queue_after(conn, &welcome, row).await?;
    Ok(())
}

/// The first category of ours with a free place, or a new one.
async fn category_for(
    conn: &mut Conn,
    guild: GuildId,
    programme: ProgrammeId,
    now: DateTime<Utc>,
) -> Result<CategoryId> {
    let all = tandems::categories_of(conn, guild).await?;
    if let Some(free) = all.iter().find(|category| category.rooms < i64::from(CATEGORY_HOLDS)) {
        return Ok(free.id);
    }
    let category = tandems::category_add(conn, guild).await?;
    let effect = Effect::CategoryCreate { category };
    effect_add(conn, building_lane(guild), programme, &effect, now, None, None).await?;
    Ok(category)
}

/// A category was deleted at Discord; was it one of ours, it is made anew for the rooms to come. Rooms that stood in it
/// go on where Discord puts them, below no category.
///
/// # Errors
/// Those of the database.
pub async fn category_gone(
    conn: &mut Conn,
    guild: GuildId,
    channel: ChannelId,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(category) = tandems::category_unbind(conn, channel).await? else { return Ok(()) };
    let effect = serde_json::to_string(&Effect::CategoryCreate { category }).unwrap_or_default();
    let row = NewRow { lane: building_lane(guild), effect, due_at: now, ..NewRow::default() };
    outbox::outbox_add(conn, &row).await?;
    Ok(())
}

/// The language of a tandem's posts: the one both chose as theirs, with the programme's form of address. Where the two
/// differ it is the programme's, and the welcome stands in the other one as well. Who has chosen none speaks the
/// programme's.
fn languages(
    programme: Language,
    formal: bool,
    mentor: &Person,
    mentee: &Person,
) -> (Language, Option<Language>) {
    let own = |person: &Person| person.language.unwrap_or(programme).addressed(formal);
    let (first, second) = (own(mentor), own(mentee));
    if first == second {
        return (first, None);
    }
    let spoken = programme.addressed(formal);
    (spoken, Some(if first == spoken { second } else { first }))
}

#[cfg(test)]
#[path = "opening/tests.rs"]
mod tests;

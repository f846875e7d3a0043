//! Reactions of the two on posts of ours: as they happen, and read back after a gap (D5). Everybody else's are ignored,
//! and so are the giver's on a card. Two new marks on one card are asked about, once.

use chrono::{DateTime, Utc};

use super::effect::{post_plan, unmark_take_back, unmark_waits};
use super::meetings::confirm;
use super::questions;
use super::tasks::report::report_save;
use crate::domain::ids::{AskedId, ChannelId, MeetingId, MessageId, PersonId, PostId, TaskId, UserId};
use crate::domain::marks::{
    self, ANOTHER, CardMarks, ON_CARD, ON_MEETING, ON_QUESTION, ON_WELCOME, Verdict, WORKED,
};
use crate::domain::person::Person;
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::tandem::{Side, Tandem};
use crate::domain::task::TaskState;
use crate::store::posts::{self, Post};
use crate::store::{Conn, Result, people, programmes, tandems, tasks};

/// A reaction that came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was put there.
    Added,
    /// It was taken away.
    Removed,
}

/// A post whose reactions have to be read back, and which ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToRead {
    /// Ours.
    pub post: PostId,
    /// Where it stands.
    pub channel: ChannelId,
    /// The message.
    pub message: MessageId,
    /// The reactions of meaning on it.
    pub emojis: &'static [&'static str],
}

/// The reactions that mean something on a kind of post.
const fn meaningful(kind: PostKind) -> &'static [&'static str] {
    match kind {
        PostKind::TaskCard => ON_CARD,
        PostKind::Question => ON_QUESTION,
        PostKind::Welcome => ON_WELCOME,
        PostKind::MeetingCard | PostKind::MeetingMoved => ON_MEETING,
        _ => &[],
    }
}

/// What a reaction can act on: a post in the room of two people at work.
struct Spot {
    post: Post,
    tandem: Tandem,
    programme: Programme,
}

impl Spot {
    async fn of(conn: &mut Conn, post: Post) -> Result<Option<Self>> {
        let Some(tandem) = post.tandem else { return Ok(None) };
        let tandem = tandems::tandem_get(conn, tandem).await?;
        let programme = programmes::programme_get(conn, tandem.programme).await?;
        let acts = tandem.is_live() && programme.phase.works();
        Ok(acts.then_some(Self { post, tandem, programme }))
    }

    /// Whether a person's reactions mean anything here.
    async fn heeds(&self, conn: &mut Conn, person: PersonId) -> Result<bool> {
        if self.tandem.side_of(person).is_none() {
            return Ok(false);
        }
        if self.post.kind != PostKind::TaskCard {
            return Ok(true);
        }
        let task = tasks::task_find(conn, TaskId(self.post.subject)).await?;
        Ok(task.is_some_and(|task| task.doer == person))
    }
}

/// A reaction came or went, live. Emojis without meaning, other people and unknown messages change nothing.
///
/// # Errors
/// Those of the database.
pub async fn marked(
    conn: &mut Conn,
    message: MessageId,
    user: UserId,
    emoji: &str,
    change: Change,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(post) = posts::post_of_message(conn, message).await? else { return Ok(()) };
    let Some(emoji) = marks::known(emoji, meaningful(post.kind)) else { return Ok(()) };
    let Some(spot) = Spot::of(conn, post).await? else { return Ok(()) };
    let Some(person) = people::person_find(conn, spot.programme.guild, user).await? else { return Ok(()) };
    if !spot.heeds(conn, person.id).await? {
        return Ok(());
    }
    let before = marks_of(conn, spot.post.id, person.id).await?;
    let mut after = before.clone();
    after.retain(|mark| *mark != emoji);
    if change == Change::Added {
        unmark_take_back(conn, spot.post.id, person.id, emoji).await?;
        after.push(emoji);
    }
    heed(conn, &spot, person.id, &before, &after, now).await
}

/// The posts whose reactions have to be read back after a gap.
///
/// # Errors
/// Those of the database.
pub async fn marks_to_read(conn: &mut Conn, now: DateTime<Utc>) -> Result<Vec<ToRead>> {
    Ok(posts::posts_to_read(conn, now)
        .await?
        .into_iter()
        .filter_map(|post| {
            let emojis = meaningful(post.kind);
            Some(ToRead { post: post.id, channel: post.channel?, message: post.message?, emojis })
        })
        .collect())
}

/// Takes in what stands on a post after a gap: for each reaction of meaning, the accounts that Discord lists.
/// Returns who said something new by it.
///
/// # Errors
/// Those of the database.
pub async fn marks_reread(
    conn: &mut Conn,
    post: PostId,
    found: &[(String, Vec<UserId>)],
    now: DateTime<Utc>,
) -> Result<Vec<UserId>> {
    let mut heard = Vec::new();
    let post = posts::post_get(conn, post).await?;
    let Some(spot) = Spot::of(conn, post).await? else { return Ok(heard) };
    for side in Side::ALL {
        let person = people::person_get(conn, spot.tandem.person(*side)).await?;
        if !spot.heeds(conn, person.id).await? {
            continue;
        }
        let before = marks_of(conn, spot.post.id, person.id).await?;
        let mut after = Vec::new();
        for emoji in stands(&spot, &person, found) {
            // What is about to be removed by us is not the person's word any more.
            if before.contains(&emoji) || !unmark_waits(conn, spot.post.id, person.id, emoji).await? {
                after.push(emoji);
            }
        }
        if before.iter().any(|emoji| !after.contains(emoji))
            || after.iter().any(|emoji| !before.contains(emoji))
        {
            heard.push(person.user);
        }
        heed(conn, &spot, person.id, &before, &after, now).await?;
    }
    Ok(heard)
}

fn stands(spot: &Spot, person: &Person, found: &[(String, Vec<UserId>)]) -> Vec<&'static str> {
    found
        .iter()
        .filter(|(_, users)| users.contains(&person.user))
        .filter_map(|(emoji, _)| marks::known(emoji, meaningful(spot.post.kind)))
        .collect()
}

async fn marks_of(conn: &mut Conn, post: PostId, person: PersonId) -> Result<Vec<&'static str>> {
    let all = posts::marks_on(conn, post).await?;
    let known = [ON_CARD, ON_QUESTION].concat();
    Ok(all
        .iter()
        .filter(|(who, _)| *who == person)
        .filter_map(|(_, emoji)| marks::known(emoji, &known))
        .collect())
}

/// Stores what one person's reactions are now, and does what their change means.
async fn heed(
    conn: &mut Conn,
    spot: &Spot,
    person: PersonId,
    before: &[&'static str],
    after: &[&'static str],
    now: DateTime<Utc>,
) -> Result<()> {
    for gone in before.iter().filter(|emoji| !after.contains(emoji)) {
        posts::mark_remove(conn, spot.post.id, person, gone).await?;
    }
    let mut new = Vec::new();
    for emoji in after {
        if posts::mark_add(conn, spot.post.id, person, emoji).await? {
            new.push(*emoji);
        }
    }
    match spot.post.kind {
        PostKind::TaskCard => card_heed(conn, spot, before, after, now).await,
        PostKind::Question if new.contains(&ANOTHER) => {
            let asked = AskedId(spot.post.subject);
            questions::pass_on(conn, &spot.programme, &spot.tandem, asked, now).await
        }
        PostKind::Welcome if new.contains(&WORKED) => agreed(conn, spot, now).await,
        PostKind::MeetingCard | PostKind::MeetingMoved if before != after => {
            let Some(side) = spot.tandem.side_of(person) else { return Ok(()) };
            let card = (spot.post.id, MeetingId(spot.post.subject));
            confirm::marked(conn, &spot.programme, card, side, !after.is_empty(), now).await
        }
        // 💡, 🤷 and the agreement's ✅ are what they are: kept, and counted or shown elsewhere.
        _ => Ok(()),
    }
}

/// Both may see both reactions, so that the line tells nothing that was private; it is said once.
async fn agreed(conn: &mut Conn, spot: &Spot, now: DateTime<Utc>) -> Result<()> {
    let standing = posts::marks_on(conn, spot.post.id).await?;
    let confirms = |side: &Side| {
        let person = spot.tandem.person(*side);
        standing.iter().any(|(who, mark)| *who == person && mark == WORKED)
    };
    let subject = spot.tandem.id.0;
    if !Side::ALL.iter().all(confirms) || posts::post_about(conn, PostKind::Agreed, subject).await?.is_some()
    {
        return Ok(());
    }
    post_plan(conn, &spot.programme, spot.tandem.id, PostKind::Agreed, subject, now, &[]).await?;
    Ok(())
}

async fn card_heed(
    conn: &mut Conn,
    spot: &Spot,
    before: &[&'static str],
    after: &[&'static str],
    now: DateTime<Utc>,
) -> Result<()> {
    let mut task = tasks::task_get(conn, TaskId(spot.post.subject)).await?;
    if task.state == TaskState::Cancelled {
        return Ok(());
    }
    let marks = |set: &[&'static str]| CardMarks::of(set.iter().copied());
    match marks::judge(marks(before), marks(after), task.state, task.by_mark) {
        Verdict::Report(said) if said.state() != task.state => {
            report_save(conn, &spot.programme, task, said, None, true, now).await
        }
        Verdict::Disagree => {
            // From here on the marks have the last word: the one that is left counts.
            task.by_mark = true;
            tasks::task_set(conn, &task, None).await?;
            let (tandem, kind) = (spot.tandem.id, PostKind::MarksDisagree);
            post_plan(conn, &spot.programme, tandem, kind, task.id.0, now, &[]).await?;
            Ok(())
        }
        Verdict::Report(_) | Verdict::Nothing => Ok(()),
    }
}

#[cfg(test)]
mod tests;

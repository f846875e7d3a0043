//! The one sender: it drains the outbox. Per lane one row is under way; the attempt is committed before the request
//! goes out, and what nobody knows about is looked for before it is repeated (C1).

mod lounge;
mod meetup;
mod perform;
mod ready;
mod reconcile;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Duration, Utc};
use futures::future::BoxFuture;

use self::perform::Made;
use self::ready::Ready;
use super::bot::Bot;
use super::governor;
use super::http::Failure;
use crate::app::effect::Effect;
use crate::app::meetup::spaces;
use crate::app::{direct, healing};
use crate::clock::{Station, Working};
use crate::domain::ids::OutboxId;
use crate::store::outbox::{self, OutboxRow};
use crate::store::{self, Durability, programmes};

/// An open attempt is looked for no earlier than this after it began: Discord may still be at it (C2).
const LOOK_AFTER: Duration = Duration::seconds(30);
/// So long nothing goes out after the database failed (a full disk, somebody else's lock).
const DATABASE_PAUSE: Duration = Duration::seconds(5);
/// What is this late had to queue, or was tried again; what is later was due while the bot was away.
const QUEUED: Duration = Duration::minutes(30);
/// The longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::minutes(15);
/// Discord's code for a channel that does not exist.
const UNKNOWN_CHANNEL: isize = 10_003;
/// Discord's code where direct messages are opened too fast.
const OPENING_TOO_FAST: isize = 40_003;
/// Discord's code where somebody takes no direct messages from the bot.
const TAKES_NO_MESSAGES: isize = 50_007;
/// Discord's code where somebody is not in voice.
const NOT_IN_VOICE: isize = 40_032;
/// Discord's code where the bot and somebody share no server any more.
const NO_COMMON_SERVER: isize = 50_278;
/// Requests under way at once.
pub const LANES: usize = 16;

/// The moments at which a test may stop the world: around the commit that marks an attempt, and around the one that
/// confirms it. The moments in between are the local Discord's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Point {
    /// The row is read, its attempt not yet marked.
    BeforeMark,
    /// The attempt is marked, the request not yet sent.
    Marked,
    /// The answer is there, not yet committed.
    Answered,
    /// The row is confirmed.
    Committed,
}

/// Is told at each [`Point`].
pub trait Checkpoints: Send + Sync + 'static {
    /// A row of this kind of effect has come to `point`; the sender waits for the answer.
    fn reached(&self, point: Point, kind: &'static str) -> BoxFuture<'_, ()>;
}

/// Nobody watches.
pub struct Unwatched;

impl Checkpoints for Unwatched {
    fn reached(&self, _: Point, _: &'static str) -> BoxFuture<'_, ()> {
        Box::pin(std::future::ready(()))
    }
}

/// What the outbox held at a moment.
struct Look {
    now: DateTime<Utc>,
    /// Lanes that were busy before it was read.
    busy_before: BTreeSet<String>,
    rows: Vec<OutboxRow>,
    /// When something in it becomes due.
    wake: Option<DateTime<Utc>>,
}

/// The sender.
pub struct Sender {
    bot: Arc<Bot>,
    station: Station,
    checkpoints: Arc<dyn Checkpoints>,
    lanes: usize,
    busy: Mutex<BTreeSet<String>>,
}

impl Sender {
    /// A sender for `bot` with at most `lanes` requests under way, waiting at the bot's outbox station.
    #[must_use]
    pub fn new(bot: Arc<Bot>, lanes: usize, checkpoints: Arc<dyn Checkpoints>) -> Arc<Self> {
        let station = bot.outbox.clone();
        Arc::new(Self { bot, station, checkpoints, lanes, busy: Mutex::default() })
    }

    /// Drains the outbox for ever.
    pub async fn run(self: Arc<Self>) {
        loop {
            let wake = match self.start_ready().await {
                Ok(wake) => wake,
                Err(error) => {
                    tracing::error!(target: "tandem::discord", %error, "the outbox cannot be read");
                    Some(self.bot.now() + DATABASE_PAUSE)
                }
            };
            self.station.park(self.bot.app.clock.as_ref(), wake).await;
        }
    }

    /// Starts whatever may go out now; returns when to look again, if nobody rings before.
    async fn start_ready(self: &Arc<Self>) -> store::Result<Option<DateTime<Utc>>> {
        // Every commit rings: where nothing may go out anyway, nothing is read.
        if let Some(later) = self.bot.governor.closed_until(self.bot.now()) {
            return Ok(Some(later));
        }
        Ok(match self.look().await? {
            Some(look) => self.start(look),
            None => None,
        })
    }

    /// Reads what may go out now; `None` while nothing may.
    async fn look(&self) -> store::Result<Option<Look>> {
        if self.bot.user().0 == 0 {
            return Ok(None);
        }
        // With one lane equal runs are to be equal: what follows from a request goes out after its answer, always. The
        // end of the answer rings.
        if self.lanes == 1 && self.bot.is_answering() {
            return Ok(None);
        }
        let now = self.bot.now();
        // Lanes that were busy before the rows were read: their row may be confirmed meanwhile, and what was read of it
        // would be sent twice. The end of its sending rings.
        let busy_before = self.busy.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if busy_before.len() >= self.lanes {
            return Ok(None);
        }
        let mut conn = self.bot.app.store.read().await?;
        let rows = outbox::outbox_ready(&mut conn, now).await?;
        let wake = outbox::outbox_wake(&mut conn, now).await?;
        Ok(Some(Look { now, busy_before, rows, wake }))
    }

    /// Starts each row that was read and whose lane is free, and was when it was read.
    fn start(self: &Arc<Self>, look: Look) -> Option<DateTime<Utc>> {
        let Look { now, busy_before, rows, mut wake } = look;
        for row in rows {
            let effect = serde_json::from_str::<Effect>(&row.effect).ok();
            {
                let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
                if busy.len() >= self.lanes {
                    break;
                }
                if busy_before.contains(&row.lane) || busy.contains(&row.lane) {
                    continue;
                }
                let bucket = effect.as_ref().map(ready::bucket);
                if let Some(Err(later)) = bucket.map(|bucket| self.bot.governor.admit(bucket, &row.lane, now))
                {
                    wake = Some(wake.map_or(later, |wake| wake.min(later)));
                    continue;
                }
                busy.insert(row.lane.clone());
            }
            let (sender, working) = (Arc::clone(self), self.bot.stations.begin());
            tokio::spawn(async move {
                let lane = row.lane.clone();
                if let Err(error) = sender.send(row, effect, &working).await {
                    tracing::error!(target: "tandem::discord", %error, "an outbox row could not be moved on");
                    // The row is as ready as before: without a pause it would be tried, and logged, without end.
                    sender.bot.governor.pause(sender.bot.now() + DATABASE_PAUSE);
                }
                sender.busy.lock().unwrap_or_else(PoisonError::into_inner).remove(&lane);
                sender.station.ring();
            });
        }
        wake
    }

    async fn send(&self, mut row: OutboxRow, effect: Option<Effect>, working: &Working) -> store::Result<()> {
        let bot = &self.bot;
        let Some(effect) = &effect else {
            return self.give_up(row.id, "unknown-effect".to_owned()).await;
        };
        if row.expires_at.is_some_and(|expires| expires <= bot.now()) && row.attempted_at.is_none() {
            return self.drop_row(row.id).await;
        }
        if let Some(began) = row.attempted_at {
            let look_at = began + LOOK_AFTER;
            if bot.now() < look_at {
                return self.retry(row.id, look_at, true).await;
            }
            match reconcile::find(bot, effect, &row, working).await? {
                Ok(Some(made)) => return self.confirm(&row, effect, made).await,
                Ok(None) => {}
                Err(failure) if self.answered(&row, effect, failure).await? => return Ok(()),
                Err(failure) => return self.failed(&row, failure, true).await,
            }
            // It has not happened: from here on it is as good as never tried.
            if row.expires_at.is_some_and(|expires| expires <= bot.now()) {
                return self.drop_row(row.id).await;
            }
            row.attempted_at = None;
            if matches!(effect, Effect::Post { .. })
                && let Some(morning) = self.morning_for(&row).await?
            {
                return self.retry(row.id, morning, false).await;
            }
        }
        if matches!(effect, Effect::Post { .. })
            && let Some(morning) = self.morning_for(&row).await?
        {
            let (id, now) = (row.id, bot.now());
            let put_off = bot.app.store.write(move |conn| {
                Box::pin(async move { outbox::outbox_put_off(conn, id, now, morning).await })
            });
            return put_off.await;
        }
        let Some(ready) = perform::prepare(bot, effect, &row).await? else {
            return self.drop_row(row.id).await;
        };
        if ready.edits_older_than(governor::OLD, bot.now())
            && let Err(later) = bot.governor.admit_old_edit(&row.lane, bot.now())
        {
            return self.retry(row.id, later, false).await;
        }
        self.checkpoints.reached(Point::BeforeMark, effect.kind()).await;
        // A look changes nothing at Discord: there is no attempt to remember.
        if !matches!(effect, Effect::MemberCheck { .. } | Effect::RoomCount { .. }) {
            self.mark(row.id, effect, &ready).await?;
        }
        self.checkpoints.reached(Point::Marked, effect.kind()).await;
        match perform::perform(bot, ready::bucket(effect), &row.lane, &ready, working).await {
            Ok(made) => {
                self.checkpoints.reached(Point::Answered, effect.kind()).await;
                self.confirm(&row, effect, made).await
            }
            Err(failure) if self.answered(&row, effect, failure).await? => Ok(()),
            Err(failure) => self.failed(&row, failure, false).await,
        }
    }

    /// When something that the bot brings up by itself may go out, if that is not now: it was due while the bot was away,
    /// and now people are at rest.
    async fn morning_for(&self, row: &OutboxRow) -> store::Result<Option<DateTime<Utc>>> {
        let (Some(programme), None) = (row.planned, row.attempted_at) else { return Ok(None) };
        let programme = programmes::programme_get(&mut *self.bot.app.store.read().await?, programme).await?;
        let now = self.bot.now();
        // What was in time and had to queue still goes out.
        let open = programme.quiet().next_open(now - QUEUED, programme.zone);
        Ok((open > now).then_some(open))
    }

    /// Failures that are facts of ours, and not a matter of trying again: a room was deleted, somebody takes no direct
    /// messages. Whether it was one; then the row has been seen to.
    async fn answered(&self, row: &OutboxRow, effect: &Effect, failure: Failure) -> store::Result<bool> {
        let (id, effect, now) = (row.id, effect.clone(), self.bot.now());
        if failure == Failure::Forbidden(OPENING_TOO_FAST) {
            self.retry(id, now + direct::APART, false).await?;
            return Ok(true);
        }
        let write = self.bot.app.store.write(move |conn| {
            Box::pin(async move {
                let answered = match failure {
                    // Whoever cannot be moved has left, or walks: a round goes on without.
                    Failure::Gone(_) | Failure::Forbidden(_) | Failure::Refused(..)
                        if matches!(effect, Effect::MeetMove { .. }) =>
                    {
                        meetup::not_moved(conn, &effect, failure, now).await?;
                        true
                    }
                    Failure::Gone(UNKNOWN_CHANNEL) => {
                        spaces::gone(conn, &effect, now).await?
                            || healing::room_gone(conn, &effect, now).await?
                    }
                    Failure::Forbidden(TAKES_NO_MESSAGES | NO_COMMON_SERVER) => {
                        let person = direct::addressee(conn, &effect).await?;
                        if let Some(person) = person {
                            direct::closed(conn, person).await?;
                        }
                        person.is_some()
                    }
                    _ => false,
                };
                if answered {
                    outbox::outbox_done(conn, id).await?;
                }
                Ok(answered)
            })
        });
        match failure {
            Failure::Gone(_) | Failure::Forbidden(_) | Failure::Refused(..) => write.await,
            _ => Ok(false),
        }
    }

    /// Marks the attempt. What would show twice must not be sent twice, whatever fails: its mark is on the disk first.
    async fn mark(&self, id: OutboxId, effect: &Effect, ready: &Ready) -> store::Result<()> {
        let (now, key) = (self.bot.now(), ready.content_key());
        let outlives = if effect.shows_twice() { Durability::Machine } else { Durability::Process };
        self.bot
            .app
            .store
            .write_as(outlives, move |conn| {
                Box::pin(async move { outbox::outbox_attempt(conn, id, now, key.as_deref()).await })
            })
            .await
    }

    /// Confirms it. A confirmation that is lost leaves the row in doubt, and what was made is found.
    async fn confirm(&self, row: &OutboxRow, effect: &Effect, made: Made) -> store::Result<()> {
        let (id, confirmed, now) = (row.id, effect.clone(), self.bot.now());
        self.bot
            .app
            .store
            .write_as(Durability::Process, move |conn| {
                Box::pin(async move {
                    perform::confirmed(conn, &confirmed, made, now).await?;
                    outbox::outbox_done(conn, id).await
                })
            })
            .await?;
        self.bot.pulse.delivered(row.due_at, now);
        self.checkpoints.reached(Point::Committed, effect.kind()).await;
        Ok(())
    }

    /// `looking`: it was a look that failed, so the attempt stays open whatever the failure was.
    async fn failed(&self, row: &OutboxRow, failure: Failure, looking: bool) -> store::Result<()> {
        let cause = failure.cause();
        tracing::warn!(target: "tandem::discord", cause, "a request of the outbox failed");
        let exponent = row.attempts.min(10);
        let pause = Duration::seconds(1_i64 << exponent).min(LONGEST_PAUSE);
        let now = self.bot.now();
        if failure == Failure::TooFast {
            self.bot.governor.pause(now + pause);
        }
        if failure == Failure::Unauthorized {
            // Nothing goes out any more until somebody has put in a new token and started anew.
            self.bot.token_refused.notify_one();
            self.bot.governor.pause(now + Duration::days(365));
        }
        if failure.passes() || failure == Failure::Unauthorized {
            let in_doubt = looking || failure == Failure::InDoubt;
            let pause = if in_doubt { pause.max(LOOK_AFTER) } else { pause };
            self.bot.pulse.retried();
            return self.retry(row.id, now + pause, in_doubt).await;
        }
        self.give_up(row.id, cause).await
    }

    async fn retry(&self, id: OutboxId, at: DateTime<Utc>, in_doubt: bool) -> store::Result<()> {
        self.bot
            .app
            .store
            .write(move |conn| Box::pin(async move { outbox::outbox_retry(conn, id, at, in_doubt).await }))
            .await
    }

    async fn give_up(&self, id: OutboxId, cause: String) -> store::Result<()> {
        self.bot
            .app
            .store
            .write(move |conn| Box::pin(async move { outbox::outbox_give_up(conn, id, &cause).await }))
            .await
    }

    async fn drop_row(&self, id: OutboxId) -> store::Result<()> {
        self.bot
            .app
            .store
            .write(move |conn| Box::pin(async move { outbox::outbox_done(conn, id).await }))
            .await
    }
}

#[cfg(test)]
mod tests;

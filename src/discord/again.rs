//! What a gap left to be looked up and could not be: the reactions of a post that Discord did not tell (D5), a server's
//! commands, a channel that may be gone. Each is tried again after longer and longer pauses, until it succeeds or is of
//! no use any more. In memory, because the next process looks everything up anew.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Duration, Utc};

use super::arrivals;
use super::bot::Bot;
use crate::app::marks;
use crate::clock::{Station, Stations, Working};
use crate::domain::ids::{ChannelId, GuildId, MessageId, PostId};
use crate::store::Result;

/// The pause before the second try; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::seconds(30);
/// The longest pause: what needs a person's help is found within it once they have helped.
const LONGEST_PAUSE: Duration = Duration::hours(1);

/// Something to look up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Errand {
    /// The reactions of a post.
    Marks(PostId),
    /// The reactions of the post that a message is, one of which could not be taken in.
    Heard(MessageId),
    /// A server's commands are registered.
    Commands(GuildId),
    /// Whether a channel of ours is still there.
    Channel(GuildId, ChannelId),
}

#[derive(Debug, Clone, Copy)]
struct Wait {
    due: DateTime<Utc>,
    tries: u32,
}

#[derive(Debug, Default)]
struct Inner {
    waiting: BTreeMap<Errand, Wait>,
    /// How often each errand has failed in a row, while it is being tried.
    trying: BTreeMap<Errand, u32>,
    /// Messages whose reactions are being read, each with the number of what was heard of it last.
    reading: BTreeMap<MessageId, u64>,
    heard: u64,
    busy: bool,
}

/// What is to be tried again.
pub struct Again {
    inner: Mutex<Inner>,
    station: Station,
}

/// A reading of a message's reactions. It holds as long as nothing is heard of that message meanwhile.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    message: MessageId,
    heard: u64,
}

impl Again {
    /// Nothing to be tried again.
    #[must_use]
    pub fn new(stations: &Stations) -> Self {
        Self { inner: Mutex::default(), station: stations.build() }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// It could not be looked up: later, then.
    pub fn later(&self, errand: Errand, now: DateTime<Utc>) {
        let mut inner = self.inner();
        let tries = inner.trying.get(&errand).copied().unwrap_or_default();
        let pause = FIRST_PAUSE * 2_i32.pow(tries.min(7));
        inner.waiting.insert(errand, Wait { due: now + pause.min(LONGEST_PAUSE), tries: tries + 1 });
        drop(inner);
        self.station.ring();
    }

    /// Everything is being looked up at this moment: the reactions that were to be read again are among it.
    pub fn forget_marks(&self) {
        self.inner().waiting.retain(|errand, _| !matches!(errand, Errand::Marks(_) | Errand::Heard(_)));
    }

    /// The reactions of a message are about to be read.
    #[must_use]
    pub fn reading(&self, message: MessageId) -> Reading {
        let mut inner = self.inner();
        inner.heard += 1;
        let heard = inner.heard;
        inner.reading.insert(message, heard);
        Reading { message, heard }
    }

    /// A reaction on a message came or went: what is being read of it may be out of date.
    pub fn heard(&self, message: MessageId) {
        let mut inner = self.inner();
        inner.heard += 1;
        let heard = inner.heard;
        if let Some(reading) = inner.reading.get_mut(&message) {
            *reading = heard;
        }
    }

    /// Whether what was read still holds. Asked within the write, so that nothing can come in between.
    #[must_use]
    pub fn holds(&self, reading: Reading) -> bool {
        let mut inner = self.inner();
        let holds = inner.reading.get(&reading.message) == Some(&reading.heard);
        if holds {
            inner.reading.remove(&reading.message);
        }
        holds
    }

    /// What is due, unless something is being tried; else when to look again.
    fn due(&self, now: DateTime<Utc>) -> (Vec<Errand>, Option<DateTime<Utc>>) {
        let mut inner = self.inner();
        if inner.busy {
            return (Vec::new(), None);
        }
        let due: Vec<(Errand, Wait)> = inner
            .waiting
            .iter()
            .filter(|(_, wait)| wait.due <= now)
            .map(|(errand, wait)| (*errand, *wait))
            .collect();
        for (errand, wait) in &due {
            inner.waiting.remove(errand);
            inner.trying.insert(*errand, wait.tries);
        }
        inner.busy = !due.is_empty();
        let wake = inner.waiting.values().map(|wait| wait.due).min();
        (due.into_iter().map(|(errand, _)| errand).collect(), wake)
    }

    fn tried(&self) {
        let mut inner = self.inner();
        inner.trying.clear();
        inner.busy = false;
        drop(inner);
        self.station.ring();
    }
}

/// Tries again what is due, for ever.
pub async fn run(bot: Arc<Bot>) {
    loop {
        let (due, wake) = bot.again.due(bot.now());
        if !due.is_empty() {
            let (bot, working) = (Arc::clone(&bot), bot.stations.begin());
            // Beside the loop: while it waits for a limit, the loop is parked and nobody is busy.
            tokio::spawn(async move {
                for errand in due {
                    if let Err(error) = attempt(&bot, errand, &working).await {
                        tracing::error!(target: "tandem::discord", %error, "what was missed could not be taken in");
                        bot.again.later(errand, bot.now());
                    }
                }
                bot.again.tried();
            });
        }
        bot.again.station.park(bot.app.clock.as_ref(), wake).await;
    }
}

async fn attempt(bot: &Arc<Bot>, errand: Errand, working: &Working) -> Result<()> {
    match errand {
        Errand::Marks(_) | Errand::Heard(_) => {
            let all = marks::marks_to_read(&mut *bot.app.store.read().await?, bot.now()).await?;
            let meant = all.iter().find(|one| match errand {
                Errand::Heard(message) => one.message == message,
                _ => errand == Errand::Marks(one.post),
            });
            match meant {
                Some(to_read) => arrivals::marks_read(bot, to_read, working).await,
                None => Ok(()),
            }
        }
        Errand::Commands(guild) => {
            arrivals::register(bot, guild, working).await;
            Ok(())
        }
        Errand::Channel(guild, channel) => arrivals::look(bot, guild, channel, working).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_an_hour_and_begin_anew_after_a_success() {
        let again = Again::new(&Stations::default());
        let errand = Errand::Marks(PostId(1));
        let mut now = DateTime::UNIX_EPOCH;
        let mut pauses = Vec::new();
        again.later(errand, now);
        for _ in 0..9 {
            let (none, wake) = again.due(now);
            assert!(none.is_empty());
            let wake = wake.unwrap();
            pauses.push((wake - now).num_seconds());
            now = wake;
            assert_eq!(again.due(now).0, [errand]);
            assert_eq!(again.due(now), (Vec::new(), None), "one try at a time");
            again.later(errand, now);
            again.tried();
        }
        assert_eq!(pauses, [30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
        now += LONGEST_PAUSE;
        assert_eq!(again.due(now).0, [errand]);
        again.tried();
        assert_eq!(again.due(now), (Vec::new(), None), "what succeeded is over");
        again.later(errand, now);
        assert_eq!(again.due(now).1, Some(now + FIRST_PAUSE));
        again.forget_marks();
        assert_eq!(again.due(now), (Vec::new(), None));
    }

    #[test]
    fn what_is_read_of_a_message_holds_until_something_is_heard_of_it() {
        let again = Again::new(&Stations::default());
        let (one, other) = (MessageId(1), MessageId(2));
        let reading = again.reading(one);
        again.heard(other);
        assert!(again.holds(reading));
        let (reading, second) = (again.reading(one), again.reading(other));
        again.heard(one);
        assert!(!again.holds(reading) && again.holds(second));
        let (before, after) = (again.reading(one), again.reading(one));
        assert!(!again.holds(before) && again.holds(after), "of two readings the later one");
    }
}

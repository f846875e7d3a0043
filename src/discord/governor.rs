//! Our own rate limits, before serenity's (C6): at most 45 requests in any second, interactions excepted; a pause after a
//! 429; and the bucket of each kind of request in each channel or server, closed once an answer has said that nothing is
//! left in it. Discord allows 50 in a second; the rest is for what this count cannot see, such as serenity's own.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Duration, Utc};

/// Requests in any second: Discord's 50 less a reserve.
pub const PER_SECOND: usize = 45;

/// A process asks that often before anything is counted: for its application, and twice for the gateway.
const TO_CONNECT: usize = 3;
/// So many of them in the first second of a process: Discord's 50 less what the process before it may have sent.
const AFTER_A_START: usize = 50 - PER_SECOND - TO_CONNECT;

/// A message that is older than an hour, less a minute for the way, is edited under a limit of its own, of which no header
/// tells (30046; what it allows is reported by others, not documented).
pub const OLD: Duration = Duration::minutes(59);
/// So many such edits in a channel.
const OLD_EDITS: usize = 3;
/// In so long: six seconds, and half of one for the way.
const OLD_EDITS_IN: Duration = Duration::milliseconds(6_500);

/// For so long a bucket is closed after an answer whose headers nobody read: the window of most of them (decision: a refusal
/// is rare, and a second lost costs less than a 429).
pub const UNTOLD: Duration = Duration::seconds(1);

/// The kinds of requests that do not share their limits with others, by what they are for. Which limits they have is not
/// documented; answers tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bucket {
    /// Making a channel.
    Build,
    /// Changing or deleting a channel.
    Channel,
    /// Listing the channels of a server.
    Channels,
    /// Registering the commands of a server.
    Commands,
    /// Opening direct messages.
    Direct,
    /// Editing a message.
    Edit,
    /// Deleting a message.
    Erase,
    /// Looking at a channel.
    Look,
    /// Looking at a member.
    Member,
    /// Posting a message.
    Message,
    /// Reading messages.
    Messages,
    /// Moving somebody in voice: one limit for a whole server.
    Move,
    /// Pinning a message.
    Pin,
    /// Putting a reaction or taking one away: both draw on one bucket.
    Reaction,
    /// Reading who reacted.
    Reactions,
    /// Searching members by name.
    Search,
}

/// Counts what was sent in the last second, and knows what is closed.
#[derive(Debug, Default)]
pub struct Governor {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    sent: VecDeque<DateTime<Utc>>,
    paused_until: DateTime<Utc>,
    /// Until when a bucket is closed, by the lane of its channel or server.
    closed: BTreeMap<(Bucket, String), DateTime<Utc>>,
    /// When old messages were edited lately, by the lane of their channel.
    old_edits: BTreeMap<String, VecDeque<DateTime<Utc>>>,
}

impl State {
    fn closed_until(&mut self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        // A millisecond more than a second: moments are whole milliseconds, and so are Discord's.
        let window = Duration::milliseconds(1_001);
        while self.sent.front().is_some_and(|sent| *sent + window <= now) {
            self.sent.pop_front();
        }
        let full = self.sent.front().filter(|_| self.sent.len() >= PER_SECOND).map(|first| *first + window);
        full.max(Some(self.paused_until).filter(|until| now < *until))
    }
}

impl Governor {
    /// The count of a process that begins now: the one before it may have sent all it could in this very second.
    #[must_use]
    pub fn beginning(now: DateTime<Utc>) -> Self {
        let governor = Self::default();
        governor.state().sent = vec![now; PER_SECOND - AFTER_A_START].into();
        governor
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The moment before which nothing can go out at all, if there is one.
    #[must_use]
    pub fn closed_until(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.state().closed_until(now)
    }

    /// Whether a request of this bucket in this lane may go out now; else the moment at which to ask again.
    ///
    /// # Errors
    /// That moment.
    pub fn admit(&self, bucket: Bucket, lane: &str, now: DateTime<Utc>) -> Result<(), DateTime<Utc>> {
        let mut state = self.state();
        let all = state.closed_until(now);
        let one = state.closed.get(&(bucket, lane.to_owned())).copied().filter(|until| now < *until);
        if let Some(until) = all.max(one) {
            return Err(until);
        }
        state.sent.push_back(now);
        Ok(())
    }

    /// Whether an old message in this lane may be edited now; else the moment at which to ask again.
    ///
    /// # Errors
    /// That moment.
    pub fn admit_old_edit(&self, lane: &str, now: DateTime<Utc>) -> Result<(), DateTime<Utc>> {
        let mut state = self.state();
        state.old_edits.retain(|_, edits| {
            edits.retain(|at| now < *at + OLD_EDITS_IN);
            !edits.is_empty()
        });
        let edits = state.old_edits.entry(lane.to_owned()).or_default();
        match edits.front() {
            Some(first) if edits.len() >= OLD_EDITS => Err(*first + OLD_EDITS_IN),
            _ => {
                edits.push_back(now);
                Ok(())
            }
        }
    }

    /// Lets nothing out of this bucket in this lane for `wait`: an answer has said that nothing is left in it.
    pub fn close(&self, bucket: Bucket, lane: &str, now: DateTime<Utc>, wait: Duration) {
        let mut state = self.state();
        state.closed.retain(|_, until| now < *until);
        state.closed.insert((bucket, lane.to_owned()), now + wait);
    }

    /// Lets nothing out before `until`: Discord asked for it.
    pub fn pause(&self, until: DateTime<Utc>) {
        let mut state = self.state();
        state.paused_until = state.paused_until.max(until);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_that_begins_leaves_room_for_what_the_one_before_it_sent() {
        let now = DateTime::<Utc>::UNIX_EPOCH + Duration::days(1);
        let governor = Governor::beginning(now);
        let sent = (0..50).filter(|_| governor.admit(Bucket::Message, "here", now).is_ok()).count();
        assert_eq!(sent, 2);
        assert!(governor.admit(Bucket::Message, "here", now + Duration::milliseconds(1_001)).is_ok());
    }

    #[test]
    fn no_second_sees_more_than_its_share() {
        let governor = Governor::default();
        let mut now = DateTime::UNIX_EPOCH;
        let mut sent = Vec::new();
        while sent.len() < 500 {
            match governor.admit(Bucket::Message, "room:1", now) {
                Ok(()) => sent.push(now),
                Err(later) => {
                    assert!(later > now);
                    now = later;
                }
            }
        }
        for (index, first) in sent.iter().enumerate() {
            let in_second =
                sent[index..].iter().take_while(|at| **at - *first <= Duration::seconds(1)).count();
            assert!(in_second <= PER_SECOND, "{in_second} requests within a second of {first}");
        }
        let took = *sent.last().expect("some") - sent[0];
        assert!(took < Duration::seconds(12), "500 requests took {took}, far from the limit");
    }

    #[test]
    fn a_pause_holds_everything_back() {
        let governor = Governor::default();
        let now = DateTime::UNIX_EPOCH;
        governor.pause(now + Duration::seconds(3));
        assert_eq!(governor.admit(Bucket::Edit, "room:1", now), Err(now + Duration::seconds(3)));
        assert_eq!(governor.admit(Bucket::Edit, "room:1", now + Duration::seconds(3)), Ok(()));
    }

    #[test]
    fn a_closed_bucket_holds_back_its_own_kind_in_its_own_lane_until_it_opens() {
        let governor = Governor::default();
        let now = DateTime::UNIX_EPOCH;
        let opens = now + Duration::milliseconds(250);
        governor.close(Bucket::Reaction, "room:1", now, Duration::milliseconds(250));
        assert_eq!(governor.admit(Bucket::Reaction, "room:1", now), Err(opens));
        assert_eq!(governor.admit(Bucket::Reaction, "room:2", now), Ok(()));
        assert_eq!(governor.admit(Bucket::Message, "room:1", now), Ok(()));
        assert_eq!(governor.admit(Bucket::Reaction, "room:1", opens), Ok(()));
        governor.close(Bucket::Edit, "room:2", opens, Duration::seconds(1));
        assert_eq!(governor.state().closed.len(), 1, "what has opened is forgotten");
    }

    #[test]
    fn old_messages_of_a_channel_are_edited_three_at_a_time() {
        let governor = Governor::default();
        let now = DateTime::UNIX_EPOCH;
        let at = |milliseconds| now + Duration::milliseconds(milliseconds);
        for milliseconds in [0, 100, 200] {
            assert_eq!(governor.admit_old_edit("room:1", at(milliseconds)), Ok(()));
        }
        assert_eq!(governor.admit_old_edit("room:1", at(300)), Err(at(6_500)));
        assert_eq!(governor.admit_old_edit("room:2", at(300)), Ok(()), "each channel has its own");
        assert_eq!(governor.admit_old_edit("room:1", at(6_500)), Ok(()));
        assert_eq!(governor.admit_old_edit("room:1", at(6_500)), Err(at(6_600)));
        assert_eq!(governor.admit_old_edit("room:1", at(60_000)), Ok(()));
        assert_eq!(governor.state().old_edits.len(), 1, "what is long past is forgotten");
    }
}

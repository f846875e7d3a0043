//! Our own rate limit, before serenity's: at most 45 requests in any second, interactions excepted, and a pause after
//! a 429 (C6). Discord allows 50 in a second; the rest is for what this count cannot see, such as serenity's own.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Duration, Utc};

/// Requests in any second: Discord's 50 less a reserve.
pub const PER_SECOND: usize = 45;

/// Counts what was sent in the last second.
#[derive(Debug, Default)]
pub struct Governor {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    sent: VecDeque<DateTime<Utc>>,
    paused_until: DateTime<Utc>,
}

impl Governor {
    /// Whether a request may go out now; else the moment at which to ask again.
    ///
    /// # Errors
    /// That moment.
    pub fn admit(&self, now: DateTime<Utc>) -> Result<(), DateTime<Utc>> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if now < state.paused_until {
            return Err(state.paused_until);
        }
        // A millisecond more than a second: moments are whole milliseconds, and so are Discord's.
        let window = Duration::milliseconds(1_001);
        while state.sent.front().is_some_and(|sent| *sent + window <= now) {
            state.sent.pop_front();
        }
        match state.sent.front() {
            Some(first) if state.sent.len() >= PER_SECOND => Err(*first + window),
            _ => {
                state.sent.push_back(now);
                Ok(())
            }
        }
    }

    /// Lets nothing out before `until`: Discord asked for it.
    pub fn pause(&self, until: DateTime<Utc>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.paused_until = state.paused_until.max(until);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_second_sees_more_than_its_share() {
        let governor = Governor::default();
        let mut now = DateTime::UNIX_EPOCH;
        let mut sent = Vec::new();
        while sent.len() < 500 {
            match governor.admit(now) {
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
        assert_eq!(governor.admit(now), Err(now + Duration::seconds(3)));
        assert_eq!(governor.admit(now + Duration::seconds(3)), Ok(()));
    }
}

//! The sandbox's own time: wall time that can be turned ahead, or a held clock that only moves when it is told to.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

/// A clock shared by clones. Limits, nonces, interaction tokens and snowflakes run on it; sockets do not.
#[derive(Clone, Debug)]
pub struct SandboxClock {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    face: Mutex<Face>,
    turned: watch::Sender<DateTime<Utc>>,
}

#[derive(Debug)]
struct Face {
    mode: Mode,
    sleepers: BTreeMap<u64, DateTime<Utc>>,
    next_sleeper: u64,
}

#[derive(Debug)]
enum Mode {
    Wall { ahead: TimeDelta },
    Held { now: DateTime<Utc> },
}

impl SandboxClock {
    /// A clock that follows the machine's.
    #[must_use]
    pub fn wall() -> Self {
        Self::new(Mode::Wall { ahead: TimeDelta::zero() })
    }

    /// A clock that stands at `now` until it is set.
    #[must_use]
    pub fn held(now: DateTime<Utc>) -> Self {
        Self::new(Mode::Held { now })
    }

    fn new(mode: Mode) -> Self {
        let face = Face { mode, sleepers: BTreeMap::new(), next_sleeper: 0 };
        Self {
            inner: Arc::new(Inner {
                face: Mutex::new(face),
                turned: watch::Sender::new(DateTime::UNIX_EPOCH),
            }),
        }
    }

    fn face(&self) -> MutexGuard<'_, Face> {
        self.inner.face.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The sandbox's present.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match self.face().mode {
            Mode::Wall { ahead } => machine_time() + ahead,
            Mode::Held { now } => now,
        }
    }

    /// Whether time stands still until [`SandboxClock::set`].
    #[must_use]
    pub fn is_held(&self) -> bool {
        matches!(self.face().mode, Mode::Held { .. })
    }

    /// Makes it `to` o'clock and wakes the sleepers whose time has come. A wall clock goes on running from there.
    pub fn set(&self, to: DateTime<Utc>) {
        match &mut self.face().mode {
            Mode::Wall { ahead } => *ahead = to - machine_time(),
            Mode::Held { now } => *now = to,
        }
        self.inner.turned.send_replace(to);
    }

    /// Tells of every turn with the time it was turned to.
    #[must_use]
    pub fn subscribe(&self) -> watch::Receiver<DateTime<Utc>> {
        self.inner.turned.subscribe()
    }

    /// The earliest moment at which somebody inside the sandbox waits to be woken.
    #[must_use]
    pub fn next_wake(&self) -> Option<DateTime<Utc>> {
        self.face().sleepers.values().min().copied()
    }

    /// Waits until the sandbox's time has reached `until`.
    #[expect(clippy::disallowed_methods, reason = "this clock is where the sandbox's wall time comes from")]
    pub async fn sleep_until(&self, until: DateTime<Utc>) {
        let sleeper = Sleeper::lie_down(self, until);
        let mut turned = self.inner.turned.subscribe();
        loop {
            let left = until - self.now();
            let Ok(left) = left.to_std() else { return };
            if left.is_zero() {
                return;
            }
            let turn = turned.changed();
            if sleeper.clock.is_held() {
                let _ = turn.await;
            } else {
                // An hour at most, so that a machine that was asleep notices.
                tokio::select! {
                    _ = turn => {}
                    () = tokio::time::sleep(left.min(Duration::from_hours(1))) => {}
                }
            }
        }
    }
}

/// Registers a waiting task for as long as it waits, also when its future is dropped.
struct Sleeper {
    clock: SandboxClock,
    key: u64,
}

impl Sleeper {
    fn lie_down(clock: &SandboxClock, until: DateTime<Utc>) -> Self {
        let mut face = clock.face();
        face.next_sleeper += 1;
        let key = face.next_sleeper;
        face.sleepers.insert(key, until);
        drop(face);
        Self { clock: clock.clone(), key }
    }
}

impl Drop for Sleeper {
    fn drop(&mut self) {
        self.clock.face().sleepers.remove(&self.key);
    }
}

#[expect(clippy::disallowed_methods, reason = "this clock is where the sandbox's wall time comes from")]
fn machine_time() -> DateTime<Utc> {
    Utc::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a time")
    }

    #[tokio::test]
    async fn a_held_clock_wakes_its_sleeper_only_when_it_is_turned_that_far() {
        let clock = SandboxClock::held(at("2026-03-02T09:00:00Z"));
        let sleeper = clock.clone();
        let task = tokio::spawn(async move { sleeper.sleep_until(at("2026-03-02T10:00:00Z")).await });
        while clock.next_wake().is_none() {
            tokio::task::yield_now().await;
        }
        assert_eq!(clock.next_wake(), Some(at("2026-03-02T10:00:00Z")));
        clock.set(at("2026-03-02T09:59:59Z"));
        tokio::task::yield_now().await;
        assert!(!task.is_finished());
        clock.set(at("2026-03-02T10:00:00Z"));
        task.await.expect("the sleeper wakes");
        assert_eq!(clock.next_wake(), None);
    }

    #[test]
    fn a_wall_clock_can_be_turned_ahead_and_runs_on() {
        let clock = SandboxClock::wall();
        clock.set(at("2031-01-01T00:00:00Z"));
        assert!(clock.now() >= at("2031-01-01T00:00:00Z"));
        assert!(clock.now() < at("2031-01-01T01:00:00Z"));
    }
}

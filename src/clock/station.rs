//! Where background work waits. A loop that has nothing to do parks at its station until a moment comes or somebody
//! rings; from outside, all stations together tell whether the process is idle and when it wants to be woken next.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use tokio::sync::{Notify, watch};

use super::Clock;

#[derive(Debug, Default, Clone, Copy)]
enum Place {
    #[default]
    Busy,
    Parked {
        /// The moment the loop waits for, if it does not wait for the bell alone.
        wake: Option<DateTime<Utc>>,
    },
}

impl Place {
    fn wake(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Busy => None,
            Self::Parked { wake } => wake,
        }
    }

    fn idle(self, now: DateTime<Utc>) -> bool {
        match self {
            Self::Busy => false,
            Self::Parked { wake } => wake.is_none_or(|wake| wake > now),
        }
    }
}

#[derive(Debug, Default)]
struct Sign {
    place: Place,
    rung: bool,
}

/// One loop's waiting place. Clones are the same place.
#[derive(Debug, Clone)]
pub struct Station {
    sign: Arc<Mutex<Sign>>,
    bell: Arc<Notify>,
    changes: Arc<watch::Sender<u64>>,
}

impl Station {
    fn sign(&self) -> MutexGuard<'_, Sign> {
        self.sign.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn changed(&self) {
        self.changes.send_modify(|count| *count = count.wrapping_add(1));
    }

    /// Wakes the loop, now or as soon as it parks.
    pub fn ring(&self) {
        self.sign().rung = true;
        self.bell.notify_one();
        self.changed();
    }

    /// Waits until `wake` has come (never, for `None`) or somebody rings.
    pub async fn park(&self, clock: &dyn Clock, wake: Option<DateTime<Utc>>) {
        loop {
            {
                let mut sign = self.sign();
                if std::mem::take(&mut sign.rung) || wake.is_some_and(|wake| wake <= clock.now()) {
                    sign.place = Place::Busy;
                    break;
                }
                sign.place = Place::Parked { wake };
            }
            self.changed();
            match wake {
                Some(moment) => tokio::select! {
                    () = clock.until(moment) => {}
                    () = self.bell.notified() => {}
                },
                None => self.bell.notified().await,
            }
        }
        self.changed();
    }
}

/// All stations of a process, and the work that is under way outside of them.
#[derive(Debug, Clone)]
pub struct Stations {
    all: Arc<Mutex<Vec<Station>>>,
    work: Arc<Mutex<Work>>,
    changes: Arc<watch::Sender<u64>>,
}

#[derive(Debug, Default)]
struct Work {
    under_way: usize,
    /// Work that waits for a moment, by ticket.
    waiting: BTreeMap<u64, DateTime<Utc>>,
    tickets: u64,
}

impl Default for Stations {
    fn default() -> Self {
        Self { all: Arc::default(), work: Arc::default(), changes: Arc::new(watch::Sender::new(0)) }
    }
}

/// A piece of work under way: while it lives, the process is busy.
#[derive(Debug)]
pub struct Working {
    stations: Stations,
}

impl Drop for Working {
    fn drop(&mut self) {
        self.stations.work().under_way -= 1;
        self.stations.nudge();
    }
}

impl Working {
    /// Lets this work wait for a moment; meanwhile it does not count as busy.
    pub async fn wait(&self, clock: &dyn Clock, until: DateTime<Utc>) {
        let ticket = {
            let mut work = self.stations.work();
            work.tickets += 1;
            let ticket = work.tickets;
            work.waiting.insert(ticket, until);
            work.under_way -= 1;
            ticket
        };
        self.stations.nudge();
        let back = Back { stations: &self.stations, ticket };
        clock.until(until).await;
        drop(back);
    }
}

/// Takes a waiting piece of work back to being under way, also when its task is dropped.
struct Back<'a> {
    stations: &'a Stations,
    ticket: u64,
}

impl Drop for Back<'_> {
    fn drop(&mut self) {
        let mut work = self.stations.work();
        work.under_way += 1;
        work.waiting.remove(&self.ticket);
    }
}

impl Stations {
    /// A new waiting place. It counts as busy until its loop parks.
    #[must_use]
    pub fn build(&self) -> Station {
        let station = Station {
            sign: Arc::default(),
            bell: Arc::new(Notify::new()),
            changes: Arc::clone(&self.changes),
        };
        self.all.lock().unwrap_or_else(PoisonError::into_inner).push(station.clone());
        station
    }

    fn work(&self) -> MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins a piece of work outside of the loops.
    #[must_use]
    pub fn begin(&self) -> Working {
        self.work().under_way += 1;
        Working { stations: self.clone() }
    }

    /// Whether every loop is parked with nothing to do at `now`, and no work is under way.
    #[must_use]
    pub fn idle(&self, now: DateTime<Utc>) -> bool {
        {
            let work = self.work();
            if work.under_way > 0 || work.waiting.values().any(|until| *until <= now) {
                return false;
            }
        }
        self.all.lock().unwrap_or_else(PoisonError::into_inner).iter().all(|station| {
            let sign = station.sign();
            !sign.rung && sign.place.idle(now)
        })
    }

    /// The earliest moment anything waits for.
    #[must_use]
    pub fn next_wake(&self) -> Option<DateTime<Utc>> {
        let waiting = self.work().waiting.values().copied().min();
        let all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().filter_map(|station| station.sign().place.wake()).chain(waiting).min()
    }

    /// Counts up whenever a station changes its sign.
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    /// Tells those who watch [`Self::changes`] that something else they look at has changed.
    pub fn nudge(&self) {
        self.changes.send_modify(|count| *count = count.wrapping_add(1));
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Duration};

    use super::*;
    use crate::clock::ManualClock;

    #[tokio::test]
    async fn a_parked_loop_is_idle_until_its_moment_comes_or_somebody_rings() {
        let start = DateTime::UNIX_EPOCH;
        let clock = ManualClock::at(start);
        let stations = Stations::default();
        let station = stations.build();
        assert!(!stations.idle(start), "a loop that has not parked yet is busy");
        let parked = tokio::spawn({
            let (clock, station) = (clock.clone(), station.clone());
            async move { station.park(&clock, Some(start + Duration::hours(1))).await }
        });
        let mut changes = stations.changes();
        while !stations.idle(start) {
            changes.changed().await.expect("stations live");
        }
        assert_eq!(stations.next_wake(), Some(start + Duration::hours(1)));
        assert!(!stations.idle(start + Duration::hours(1)));
        clock.set(start + Duration::hours(1));
        parked.await.expect("woken");
        station.ring();
        station.park(&clock, None).await;
    }
}

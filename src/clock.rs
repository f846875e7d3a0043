//! Time that is handed in. Whoever needs to know what time it is takes a [`Clock`]; whoever works in the background
//! parks at a [`Station`], so that a driver can tell "nothing left to do now" from "still busy" and turn the clock
//! to the next wake-up instead of waiting for it.

mod follower;
mod station;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use tokio::sync::watch;

pub use follower::follow;
pub use station::{Station, Stations, Working};

/// A source of the present moment.
pub trait Clock: Send + Sync + 'static {
    /// The present moment.
    fn now(&self) -> DateTime<Utc>;
    /// Returns once `moment` has come; at once when it has passed.
    fn until(&self, moment: DateTime<Utc>) -> BoxFuture<'_, ()>;
}

/// The clock on the wall: the only caller of `Utc::now` in the crate.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place where real time enters")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one place where real time is waited for")]
    fn until(&self, moment: DateTime<Utc>) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            // In steps, so that a corrected system clock is noticed within a minute.
            while let Ok(left) = (moment - self.now()).to_std() {
                if left.is_zero() {
                    break;
                }
                tokio::time::sleep(left.min(std::time::Duration::from_mins(1))).await;
            }
        })
    }
}

/// A clock that stands still until it is turned by hand. Clones show the same time.
#[derive(Debug, Clone)]
pub struct ManualClock {
    face: Arc<watch::Sender<DateTime<Utc>>>,
}

impl ManualClock {
    /// A clock that shows `now`.
    #[must_use]
    pub fn at(now: DateTime<Utc>) -> Self {
        Self { face: Arc::new(watch::Sender::new(now)) }
    }

    /// Turns the clock to `now`; it never runs backwards.
    pub fn set(&self, now: DateTime<Utc>) {
        self.face.send_if_modified(|face| {
            let later = now > *face;
            if later {
                *face = now;
            }
            later
        });
    }

    /// Sees every turn of the clock.
    #[must_use]
    pub fn turns(&self) -> watch::Receiver<DateTime<Utc>> {
        self.face.subscribe()
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        *self.face.borrow()
    }

    fn until(&self, moment: DateTime<Utc>) -> BoxFuture<'_, ()> {
        let mut face = self.face.subscribe();
        Box::pin(async move {
            // The sender lives as long as `self`, so waiting cannot fail.
            let _ = face.wait_for(|now| *now >= moment).await;
        })
    }
}

//! The bot's pulse in its log: once an hour one line that tells an operator whether deliveries keep up. Counts alone: how
//! much, how late, how often again; never what, where or to whom (P11).

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Duration, DurationRound as _, Utc};

use super::bot::Bot;
use crate::clock::Station;
use crate::store::{Result, outbox};

/// How far apart two lines are.
const EVERY: Duration = Duration::hours(1);

/// What has been counted since the last line.
#[derive(Debug, Default)]
pub struct Pulse {
    delivered: AtomicU64,
    lag_total: AtomicU64,
    lag_most: AtomicU64,
    retries: AtomicU64,
    unknown: AtomicU64,
}

/// What a line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beat {
    /// Effects confirmed.
    pub delivered: u64,
    /// By how much they were late on average, in ms.
    pub lag_mean: u64,
    /// By how much the latest of them was, in ms.
    pub lag_most: u64,
    /// Attempts that have to be made again.
    pub retries: u64,
    /// Gateway events that could not be read.
    pub unknown: u64,
}

impl Pulse {
    /// Something is confirmed that was due at `due_at`.
    pub fn delivered(&self, due_at: DateTime<Utc>, now: DateTime<Utc>) {
        let lag = u64::try_from((now - due_at).num_milliseconds()).unwrap_or_default();
        self.delivered.fetch_add(1, Ordering::Relaxed);
        self.lag_total.fetch_add(lag, Ordering::Relaxed);
        self.lag_most.fetch_max(lag, Ordering::Relaxed);
    }

    /// Something has to be tried again.
    pub fn retried(&self) {
        self.retries.fetch_add(1, Ordering::Relaxed);
    }

    /// An event could not be read.
    pub fn unknown_event(&self) {
        self.unknown.fetch_add(1, Ordering::Relaxed);
    }

    /// What has been counted, and begins anew.
    pub fn take(&self) -> Beat {
        let delivered = self.delivered.swap(0, Ordering::Relaxed);
        let total = self.lag_total.swap(0, Ordering::Relaxed);
        Beat {
            delivered,
            lag_mean: total.checked_div(delivered).unwrap_or_default(),
            lag_most: self.lag_most.swap(0, Ordering::Relaxed),
            retries: self.retries.swap(0, Ordering::Relaxed),
            unknown: self.unknown.swap(0, Ordering::Relaxed),
        }
    }
}

/// Writes a line at every full hour of the bot's clock, for ever, waiting at `station`.
pub async fn run(bot: Arc<Bot>, station: Station) {
    let mut next = after(bot.now());
    loop {
        while bot.now() < next {
            station.park(bot.app.clock.as_ref(), Some(next)).await;
        }
        if let Err(error) = beat(&bot).await {
            tracing::error!(target: "tandem::pulse", %error, "the outbox cannot be counted");
        }
        next = after(bot.now());
    }
}

fn after(now: DateTime<Utc>) -> DateTime<Utc> {
    now.duration_trunc(EVERY).unwrap_or(now) + EVERY
}

async fn beat(bot: &Bot) -> Result<()> {
    let depth = outbox::outbox_depth(&mut *bot.app.store.read().await?, bot.now()).await?;
    let Beat { delivered, lag_mean, lag_most, retries, unknown } = bot.pulse.take();
    tracing::info!(
        target: "tandem::pulse",
        waiting = depth.waiting,
        overdue = depth.overdue,
        undeliverable = depth.undeliverable,
        delivered,
        lag_ms_mean = lag_mean,
        lag_ms_most = lag_most,
        retries,
        unknown_events = unknown,
        "the last hour"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beat_tells_how_late_deliveries_were_and_begins_anew() {
        let (pulse, now) = (Pulse::default(), DateTime::<Utc>::UNIX_EPOCH);
        for lag in [100, 500] {
            pulse.delivered(now, now + Duration::milliseconds(lag));
        }
        pulse.retried();
        pulse.unknown_event();
        assert_eq!(pulse.take(), Beat { delivered: 2, lag_mean: 300, lag_most: 500, retries: 1, unknown: 1 });
        assert_eq!(pulse.take(), Beat { delivered: 0, lag_mean: 0, lag_most: 0, retries: 0, unknown: 0 });
    }

    #[test]
    fn the_next_line_is_due_at_the_next_full_hour() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(after(at("2027-01-04T09:00:00Z")), at("2027-01-04T10:00:00Z"));
        assert_eq!(after(at("2027-01-04T09:59:59.999Z")), at("2027-01-04T10:00:00Z"));
    }
}

//! A clock that follows another process's: for a bot that is run against `tandem sandbox`, whose time is turned by
//! hand. After each turn it reports when it is idle again and when it wants to be woken.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use futures::{SinkExt as _, StreamExt as _};
use serde::{Deserialize, Serialize};
use tokio_tungstenite::tungstenite::Message;

use super::{Clock as _, ManualClock, Stations};

#[derive(Deserialize)]
struct Turn {
    now: DateTime<Utc>,
}

#[derive(Serialize, PartialEq, Clone)]
struct Report {
    now: DateTime<Utc>,
    idle: bool,
    wake: Option<DateTime<Utc>>,
    events: u64,
}

/// Connects to `address` (`ws://…/control/clock/follow`) and returns a clock that follows it. `events` counts the
/// gateway events handled so far.
///
/// # Errors
/// When nobody answers at that address, or it does not tell the time first.
pub async fn follow(
    address: &str,
    stations: Stations,
    events: Arc<AtomicU64>,
) -> anyhow::Result<ManualClock> {
    let (socket, _) = tokio_tungstenite::connect_async(address)
        .await
        .with_context(|| format!("no clock to follow at {address}"))?;
    let (mut tell, mut turns) = socket.split();
    let first = turns.next().await.context("the clock hung up")??;
    let begun: Turn = serde_json::from_str(first.to_text()?).context("the clock did not tell the time")?;
    let clock = ManualClock::at(begun.now);
    let (followed, mut changes) = (clock.clone(), stations.changes());
    tokio::spawn(async move {
        let mut last = None;
        loop {
            let now = followed.now();
            let report = Report {
                now,
                idle: stations.idle(now),
                wake: stations.next_wake(),
                events: events.load(Ordering::SeqCst),
            };
            if last.as_ref() != Some(&report) {
                let Ok(line) = serde_json::to_string(&report) else { return };
                if tell.send(Message::text(line)).await.is_err() {
                    return;
                }
                last = Some(report);
            }
            tokio::select! {
                told = changes.changed() => if told.is_err() { return },
                heard = turns.next() => match heard {
                    Some(Ok(Message::Text(text))) => {
                        if let Ok(turn) = serde_json::from_str::<Turn>(&text) {
                            followed.set(turn.now);
                        }
                    }
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => return,
                },
            }
        }
    });
    Ok(clock)
}

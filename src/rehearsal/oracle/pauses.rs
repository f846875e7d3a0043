//! When a tandem pauses, by the oracle's own reckoning: from the deed to the beginning of the day that was said, or to the
//! deed that ended it.

use chrono::{DateTime, NaiveTime, Utc};

use super::{Clockwork, Deed, Done, Post};

/// A stretch in which nothing comes by itself, and when it is summed up.
pub(super) struct Pause {
    /// When it begins.
    pub(super) from: DateTime<Utc>,
    /// When it is over.
    pub(super) until: DateTime<Utc>,
    /// When the summary is posted; `None` where there is none.
    pub(super) summed_up: Option<DateTime<Utc>>,
}

impl Pause {
    /// Whether a post of that moment is held back.
    pub(super) fn holds(&self, post: &Post) -> bool {
        self.is_on(post.at)
    }

    /// Whether the tandem pauses at that moment.
    pub(super) fn is_on(&self, at: DateTime<Utc>) -> bool {
        (self.from..self.until).contains(&at)
    }
}

/// The pauses of a tandem. One that is given another day goes on.
pub(super) fn pauses(clockwork: &Clockwork, deeds: &[&Done], closes: DateTime<Utc>) -> Vec<Pause> {
    let mut pauses: Vec<Pause> = Vec::new();
    for done in deeds {
        let open = pauses.last_mut().filter(|pause| done.at < pause.until);
        match (&done.deed, open) {
            (Deed::Paused { until }, open) => {
                let until = clockwork.at(*until, NaiveTime::MIN);
                let summed_up = Some(clockwork.awake(until));
                if let Some(pause) = open {
                    (pause.until, pause.summed_up) = (until, summed_up);
                    continue;
                }
                // Set again before the morning: the summary waits for the end of this one.
                if let Some(before) = pauses.last_mut().filter(|one| one.summed_up > Some(done.at)) {
                    before.summed_up = None;
                }
                pauses.push(Pause { from: done.at, until, summed_up });
            }
            (Deed::Resumed, Some(pause)) => {
                (pause.until, pause.summed_up) = (done.at, Some(clockwork.awake(done.at)));
            }
            (Deed::Ended, Some(pause)) => (pause.until, pause.summed_up) = (closes, None),
            _ => {}
        }
    }
    pauses
}

//! What ever stood in the local Discord, and who could see it at that moment: also what stood there for an instant only,
//! which nobody finds any more who looks at the end. Kept on request.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::permissions;
use super::state::{Channel, Message, State};

/// What happened.
#[derive(Clone, Debug)]
pub enum What {
    /// A message was posted; private replies are messages too.
    Posted(Message),
    /// A message was changed, and stands like this since.
    Edited(Message),
    /// A message was deleted, and stood like this before.
    Deleted(Message),
    /// A channel was made, or changed, and is like this since (without its messages).
    Channel(Channel),
    /// A channel was deleted.
    ChannelGone,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Entry {
    /// When, in the sandbox's time.
    pub at: DateTime<Utc>,
    /// In which channel, or to which.
    pub channel: u64,
    /// What.
    pub what: What,
    /// The people (no bots) who could see the channel afterwards.
    pub seen_by: BTreeSet<u64>,
}

/// Everything that happened since it was asked for, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Chronicle {
    kept: Option<Vec<Entry>>,
}

impl Chronicle {
    /// From now on everything is kept.
    pub fn keep(&mut self) {
        self.kept.get_or_insert_default();
    }

    /// What was kept.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        self.kept.as_deref().unwrap_or_default()
    }
}

impl State {
    /// Notes it, if anybody asked.
    pub(super) fn note(&mut self, at: DateTime<Utc>, channel: u64, what: impl FnOnce(&Self) -> Option<What>) {
        if self.chronicle.kept.is_none() {
            return;
        }
        let Some(what) = what(self) else { return };
        let seen_by = self.channels.get(&channel).map(|found| self.who_sees(found, at)).unwrap_or_default();
        if let Some(kept) = &mut self.chronicle.kept {
            kept.push(Entry { at, channel, what, seen_by });
        }
    }

    /// The people who see a channel.
    #[must_use]
    pub fn who_sees(&self, channel: &Channel, now: DateTime<Utc>) -> BTreeSet<u64> {
        let people = self.users.values().filter(|user| !user.bot).map(|user| user.id);
        people.filter(|person| permissions::sees(self, channel, *person, now)).collect()
    }
}

//! Ids that cannot be mistaken for one another. Rows of ours are numbered from 1; Discord's ids are snowflakes.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($inner:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A person on one server.
    PersonId(i64);
    /// A programme.
    ProgrammeId(i64);
    /// A proposed pair.
    ProposalId(i64);
    /// A mentor and a mentee together.
    TandemId(i64);
    /// A task; people see its number within the tandem instead.
    TaskId(i64);
    /// A meeting of a tandem.
    MeetingId(i64);
    /// Three dates proposed for a meeting.
    OfferId(i64);
    /// A guiding question as it was asked in one tandem.
    AskedId(i64);
    /// A message of ours that is still of use.
    PostId(i64);
    /// A category the bot opened.
    CategoryId(i64);
    /// A digest that was made.
    DigestId(i64);
    /// A pause of a tandem.
    PauseId(i64);
    /// An idea for a task, as `domain::topic` numbers it.
    IdeaId(i64);
    /// What one of the two put down for the next agenda.
    PointId(i64);
    /// A row of the outbox.
    OutboxId(i64);
    /// Discord's id of a server.
    GuildId(u64);
    /// Discord's id of a channel or category.
    ChannelId(u64);
    /// Discord's id of a message.
    MessageId(u64);
    /// Discord's id of a person's account.
    UserId(u64);
    /// Discord's id of a role.
    RoleId(u64);
    /// Discord's id of a command, a press or a form sent.
    InteractionId(u64);
}

/// When a snowflake was made, in milliseconds since 1970 UTC (Discord's epoch is 2015-01-01).
#[must_use]
pub fn snowflake_millis(snowflake: u64) -> i64 {
    i64::try_from(snowflake >> 22).unwrap_or(i64::MAX).saturating_add(1_420_070_400_000)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_snowflake_tells_when_it_was_made() {
        // The example of Discord's reference: 175928847299117063 was made at 2016-04-30 11:18:25.796 UTC.
        assert_eq!(super::snowflake_millis(175_928_847_299_117_063), 1_462_015_105_796);
    }
}

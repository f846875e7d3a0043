//! Ids that cannot be mistaken for one another. Rows of ours are numbered from 1; Discord's ids are snowflakes.

use chrono::{Datelike as _, NaiveDate};
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
    /// A round of pairing.
    RoundId(i64);
    /// A pair that coordinators hold.
    LockId(i64);
    /// A pair that coordinators bar.
    BarId(i64);
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
    /// A call for support.
    SupportId(i64);
    /// A pause of a tandem.
    PauseId(i64);
    /// An idea for a task, as `domain::idea` numbers it.
    IdeaId(i64);
    /// A page of the ideas for a topic in one tandem, as `domain::idea` numbers it.
    IdeasId(i64);
    /// What one of the two put down for the next agenda.
    PointId(i64);
    /// A tip or insight that a tandem shares; drawn, so that it tells no order.
    PracticeId(i64);
    /// Something a coordinator announces.
    AnnouncementId(i64);
    /// A page of a private list about a programme.
    PageId(i64);
    /// A page of the questions and concerns of a programme, as far as they were told by some day.
    ConcernsId(i64);
    /// A sitting of a meetup: people who meet within the same forty minutes.
    SittingId(i64);
    /// The lobby of a sitting, or one of its rooms.
    SpaceId(i64);
    /// A survey of a programme.
    SurveyId(i64);
    /// An answer to be in a survey, as `domain::survey` numbers it.
    StepId(i64);
    /// A joint look-back, as `domain::look_back` numbers it.
    LookBackId(i64);
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

/// Pages of one list.
const PAGES: i64 = 1_000;

impl PageId {
    /// The page of that number, from 0.
    #[must_use]
    pub fn of(programme: ProgrammeId, page: usize) -> Self {
        let page = i64::try_from(page).unwrap_or(PAGES);
        Self(programme.0 * PAGES + if page < PAGES { page } else { 0 })
    }

    /// The programme that the list is about.
    #[must_use]
    pub const fn programme(self) -> ProgrammeId {
        ProgrammeId(self.0.div_euclid(PAGES))
    }

    /// Which page, from 0.
    #[must_use]
    pub fn page(self) -> usize {
        usize::try_from(self.0.rem_euclid(PAGES)).unwrap_or_default()
    }
}

/// Days of one list of questions and concerns, and its pages.
const DAYS: i64 = 10_000_000;
const DAY_PAGES: i64 = 100;

impl ConcernsId {
    /// The page of that number, from 0, of what was told by that day.
    #[must_use]
    pub fn of(programme: ProgrammeId, day: NaiveDate, page: usize) -> Self {
        let page = i64::try_from(page).unwrap_or_default().min(DAY_PAGES - 1);
        Self((programme.0 * DAYS + i64::from(day.num_days_from_ce())) * DAY_PAGES + page)
    }

    /// The programme.
    #[must_use]
    pub const fn programme(self) -> ProgrammeId {
        ProgrammeId(self.0.div_euclid(DAYS * DAY_PAGES))
    }

    /// The day; `None` for what was not made by [`Self::of`].
    #[must_use]
    pub fn day(self) -> Option<NaiveDate> {
        let day = self.0.div_euclid(DAY_PAGES).rem_euclid(DAYS);
        NaiveDate::from_num_days_from_ce_opt(i32::try_from(day).ok()?)
    }

    /// Which page, from 0.
    #[must_use]
    pub fn page(self) -> usize {
        usize::try_from(self.0.rem_euclid(DAY_PAGES)).unwrap_or_default()
    }
}

/// When a snowflake was made, in milliseconds since 1970 UTC (Discord's epoch is 2015-01-01).
#[must_use]
pub fn snowflake_millis(snowflake: u64) -> i64 {
    i64::try_from(snowflake >> 22).unwrap_or(i64::MAX).saturating_add(1_420_070_400_000)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_page_knows_its_programme() {
        use super::{PageId, ProgrammeId};
        let page = PageId::of(ProgrammeId(17), 3);
        assert_eq!((page.programme(), page.page()), (ProgrammeId(17), 3));
        assert_eq!(PageId(-5).page(), 995, "what a button of somebody else's says is read without harm");
    }

    #[test]
    fn a_page_of_concerns_knows_its_programme_and_its_day() {
        use super::{ConcernsId, ProgrammeId};
        let day = "2027-01-05".parse().unwrap();
        let page = ConcernsId::of(ProgrammeId(17), day, 24);
        assert_eq!((page.programme(), page.day(), page.page()), (ProgrammeId(17), Some(day), 24));
        assert_eq!(ConcernsId(17).programme(), ProgrammeId(0), "no programme of ours");
    }

    #[test]
    fn a_snowflake_tells_when_it_was_made() {
        // The example of Discord's reference: 175928847299117063 was made at 2016-04-30 11:18:25.796 UTC.
        assert_eq!(super::snowflake_millis(175_928_847_299_117_063), 1_462_015_105_796);
    }
}

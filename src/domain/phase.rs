//! The phases of a programme: which comes when, and what may be done in each. One table holds every step, so that a
//! command, a button and a job ask the same question.

use chrono::{Days, NaiveDate};

use super::programme::codes;

codes! {
    /// Where a programme stands.
    Phase {
        /// Being prepared.
        Draft = "draft",
        /// People can take part.
        Enrolling = "enrolling",
        /// Pairs are being found.
        Pairing = "pairing",
        /// Pairs are found, the start is ahead.
        Kickoff = "kickoff",
        /// Tandems are at work.
        Running = "running",
        /// The last meetings and the evaluation.
        Closing = "closing",
        /// Read-only.
        Closed = "closed",
        /// Only anonymous totals are left.
        Erased = "erased",
    }
}

/// From the last day on, tandems still look back and the evaluation is asked for so long (decision: two weeks hold one
/// more meeting and a reminder).
pub const CLOSING_DAYS: u64 = 14;

codes! {
    /// What somebody wants to do with a programme, or the bot for them.
    Step {
        /// Change its settings.
        Edit = "edit",
        /// Open it for people to take part.
        Open = "open",
        /// Take part, and be admitted.
        Enrol = "enrol",
        /// Invite people by list.
        Invite = "invite",
        /// Read the briefing.
        Brief = "brief",
        /// Speed networking.
        Meetup = "meetup",
        /// Propose the pairs of the whole cohort.
        Match = "match",
        /// Join two people by hand, or take a partner.
        Pair = "pair",
        /// Everything inside a tandem.
        Work = "work",
        /// Announce something to everybody.
        Announce = "announce",
        /// Whatever is posted in the mentors' lounge.
        Lounge = "lounge",
        /// Invite to the kick-off.
        Kickoff = "kickoff",
        /// Invite to the closing event.
        ClosingEvent = "closing-event",
        /// Interim questions, the interim talk, new partners.
        Interim = "interim",
        /// The evaluation.
        Evaluate = "evaluate",
        /// Begin its closing, or close it.
        Close = "close",
    }
}

impl Phase {
    /// Whether a step belongs into this phase.
    #[must_use]
    pub const fn allows(self, step: Step) -> bool {
        let (first, last) = match step {
            Step::Open => (Self::Draft, Self::Draft),
            Step::Edit | Step::Close => (Self::Draft, Self::Closing),
            Step::Invite | Step::Pair => (Self::Draft, Self::Running),
            // Late joiners are welcome until the closing.
            Step::Enrol | Step::Brief | Step::Meetup | Step::Match | Step::Kickoff => {
                (Self::Enrolling, Self::Running)
            }
            Step::Work => (Self::Kickoff, Self::Closing),
            Step::Announce => (Self::Enrolling, Self::Closed),
            Step::Lounge => (Self::Enrolling, Self::Closing),
            // Nobody who is about to begin wants to read of the end.
            Step::ClosingEvent => (Self::Running, Self::Closing),
            Step::Interim => (Self::Running, Self::Running),
            Step::Evaluate => (Self::Closing, Self::Closed),
        };
        first as u8 <= self as u8 && self as u8 <= last as u8
    }

    /// Whether its tandems are at work: tasks, questions, feedback.
    #[must_use]
    pub const fn works(self) -> bool {
        self.allows(Step::Work)
    }

    /// Whether two people may be joined.
    #[must_use]
    pub const fn pairs(self) -> bool {
        self.allows(Step::Pair)
    }

    /// Whether it is over: nothing happens in it any more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Erased)
    }

    /// The phase that comes by itself, and on which day, for a programme from `starts` to `ends`. A draft waits for
    /// its coordinator, and what comes after closing is for erasure to know.
    #[must_use]
    pub fn comes(self, starts: NaiveDate, ends: NaiveDate) -> Option<(Self, NaiveDate)> {
        match self {
            Self::Kickoff if starts < ends => Some((Self::Running, starts)),
            Self::Enrolling | Self::Pairing | Self::Kickoff | Self::Running => Some((Self::Closing, ends)),
            Self::Closing => Some((Self::Closed, ends.checked_add_days(Days::new(CLOSING_DAYS))?)),
            Self::Draft | Self::Closed | Self::Erased => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One letter for each phase in their order: `+` where the step belongs.
    const TABLE: &[(Step, &str)] = &[
        (Step::Edit, "++++++--"),
        (Step::Open, "+-------"),
        (Step::Enrol, "-++++---"),
        (Step::Invite, "+++++---"),
        (Step::Brief, "-++++---"),
        (Step::Meetup, "-++++---"),
        (Step::Match, "-++++---"),
        (Step::Pair, "+++++---"),
        (Step::Work, "---+++--"),
        (Step::Announce, "-++++++-"),
        (Step::Lounge, "-+++++--"),
        (Step::Kickoff, "-++++---"),
        (Step::ClosingEvent, "----++--"),
        (Step::Interim, "----+---"),
        (Step::Evaluate, "-----++-"),
        (Step::Close, "++++++--"),
    ];

    #[test]
    fn every_step_belongs_into_the_phases_of_the_table_and_into_no_other() {
        assert_eq!(TABLE.len(), Step::ALL.len());
        for (step, expected) in TABLE {
            let seen: String =
                Phase::ALL.iter().map(|phase| if phase.allows(*step) { '+' } else { '-' }).collect();
            assert_eq!(seen, *expected, "{}", step.code());
        }
    }

    #[test]
    fn phases_come_by_themselves_in_their_order_until_the_programme_is_closed() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (starts, ends) = (day("2027-01-04"), day("2027-05-24"));
        let mut phase = Phase::Kickoff;
        let mut seen = Vec::new();
        while let Some((next, on)) = phase.comes(starts, ends) {
            assert!(next > phase);
            seen.push((next.code(), on.to_string()));
            phase = next;
        }
        let expected = [("running", "2027-01-04"), ("closing", "2027-05-24"), ("closed", "2027-06-07")];
        assert_eq!(seen, expected.map(|(phase, on)| (phase, on.to_owned())));
        assert_eq!(Phase::Draft.comes(starts, ends), None, "a draft waits for its coordinator");
    }
}

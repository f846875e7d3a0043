//! A proposed pair: each of the two accepts or declines privately; only the pair's result ever counts.

use chrono::{DateTime, Duration, Utc};

use super::ids::{PersonId, ProgrammeId, ProposalId, RoundId};
use super::programme::codes;
use super::tandem::Side;

/// How long the two have to answer (decision: a week with its weekend).
pub const ANSWER_WITHIN: Duration = Duration::days(7);

codes! {
    /// What became of a proposal.
    ProposalState {
        /// Waits for answers.
        Open = "open",
        /// Both accepted: there is a tandem, or it is about to open.
        Accepted = "accepted",
        /// The deadline passed without two acceptances.
        Lapsed = "lapsed",
    }
}

/// A proposed pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Our number for it.
    pub id: ProposalId,
    /// Its programme.
    pub programme: ProgrammeId,
    /// Who would coach.
    pub mentor: PersonId,
    /// Who would be coached.
    pub mentee: PersonId,
    /// Its round of pairing; `None` for a pair by hand.
    pub round: Option<RoundId>,
    /// Until when to answer.
    pub deadline: DateTime<Utc>,
    /// What became of it.
    pub state: ProposalState,
    /// What the mentor answered; erased with the result.
    pub mentor_answer: Option<bool>,
    /// What the mentee answered; erased with the result.
    pub mentee_answer: Option<bool>,
}

impl Proposal {
    /// The person on that side.
    #[must_use]
    pub const fn person(&self, side: Side) -> PersonId {
        side.pick(self.mentor, self.mentee)
    }

    /// Which side somebody is on.
    #[must_use]
    pub fn side_of(&self, person: PersonId) -> Option<Side> {
        Side::taken_by(person, self.mentor, self.mentee)
    }

    /// What that side answered so far.
    #[must_use]
    pub const fn answer(&self, side: Side) -> Option<bool> {
        side.pick(self.mentor_answer, self.mentee_answer)
    }
}

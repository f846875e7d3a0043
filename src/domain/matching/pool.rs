//! Everybody who may be paired in a programme, with all that counts for and against it. What is secret (whom people would
//! rather not be paired with, their favourites) goes into the plan and into nothing that is said about it: a reason comes
//! from what both entered, a refusal from what coordinators may know, and whoever has no place reads the same whatever the
//! cause (P5).

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{Cohort, Mentor, Pair, Plan, plan};
use super::score::{Candidate, Reason, Weight, one_line, points, reasons};
use crate::domain::ids::PersonId;

/// Two people, whichever way round: the lower number first.
pub type Two = [PersonId; 2];

/// Two people, whichever way round.
#[must_use]
pub fn two(one: PersonId, other: PersonId) -> Two {
    [one.min(other), one.max(other)]
}

/// Everybody who may be paired.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pool {
    /// Mentors with a free place.
    pub mentors: Vec<Mentor>,
    /// Who looks for a mentor.
    pub mentees: Vec<PersonId>,
    /// What everybody in the programme entered.
    pub people: BTreeMap<PersonId, Candidate>,
    /// Pairs that coordinators hold.
    pub locked: BTreeSet<Pair>,
    /// Pairs that coordinators bar.
    pub barred: BTreeSet<Two>,
    /// Pairs that met before, or whose proposal came to nothing.
    pub met: BTreeSet<Two>,
    /// Pairs that are joined or asked already: the other direction is taken for as long.
    pub joined: BTreeSet<Pair>,
    /// Whom somebody would rather not be paired with. Secret.
    pub secret: BTreeSet<Two>,
    /// Who named whom as a favourite. Private.
    pub favourites: BTreeSet<(PersonId, PersonId)>,
    /// How many pairs there may be, where the programme has a limit.
    pub most: Option<usize>,
    /// Who has a place only after something that is nobody else's business, such as the briefing. Secret.
    pub not_yet: BTreeSet<PersonId>,
}

/// Why two people cannot be held together, as coordinators may know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barrier {
    /// The same person twice.
    SamePerson,
    /// Coordinators bar it.
    Barred,
    /// They are in one reporting line.
    OneLine,
    /// They are joined or asked already.
    Joined,
    /// They are joined, asked or held the other way round.
    OtherDirection,
    /// The first is no mentor of this programme who has a place.
    NoMentor,
    /// The second is no mentee of this programme who looks for a mentor.
    NoMentee,
}

impl Pool {
    /// The best plan.
    #[must_use]
    pub fn plan(&self) -> Plan {
        let locked = self.standing();
        let ready = |person: &PersonId| {
            !self.not_yet.contains(person)
                || locked.iter().any(|pair| pair.mentor == *person || pair.mentee == *person)
        };
        let mut cohort = Cohort {
            mentors: self.mentors.clone(),
            mentees: self.mentees.clone(),
            locked: locked.iter().map(|pair| (pair.mentor, pair.mentee)).collect(),
            further: -Weight::Further.points(),
        };
        cohort.mentors.retain(|mentor| ready(&mentor.person));
        cohort.mentees.retain(ready);
        let mut plan = plan(&cohort, &|mentor, mentee| self.points(Pair { mentor, mentee }));
        self.limit(&mut plan, &locked);
        // Whoever is not ready has no place yet, and stands where everybody else without one does.
        plan.mentors_left.extend(self.mentors.iter().map(|one| one.person).filter(|person| !ready(person)));
        plan.mentees_left.extend(self.mentees.iter().filter(|person| !ready(person)));
        plan.mentors_left.sort_unstable();
        plan.mentees_left.sort_unstable();
        plan
    }

    /// Where a programme has fewer tandems than the plan has pairs, those with the fewest points have no place yet; held
    /// ones come first.
    fn limit(&self, plan: &mut Plan, locked: &BTreeSet<Pair>) {
        let Some(most) = self.most.filter(|most| *most < plan.pairs.len()) else { return };
        plan.pairs.sort_by_key(|pair| {
            (!locked.contains(pair), std::cmp::Reverse(self.points(*pair)), pair.mentee, pair.mentor)
        });
        let rest = plan.pairs.split_off(most);
        plan.mentees_left.extend(rest.iter().map(|pair| pair.mentee));
        let idle = |pair: &&Pair| !plan.pairs.iter().any(|kept| kept.mentor == pair.mentor);
        plan.mentors_left.extend(rest.iter().filter(idle).map(|pair| pair.mentor));
        plan.mentors_left.sort_unstable();
        plan.mentors_left.dedup();
        plan.points = plan.pairs.iter().filter_map(|pair| self.points(*pair)).sum();
        plan.pairs.sort_by_key(|pair| (pair.mentee, pair.mentor));
    }

    /// The held pairs that can stand: each still has its place. A mentor who has fewer places than held pairs keeps the
    /// first, by the mentee's number.
    #[must_use]
    pub fn standing(&self) -> BTreeSet<Pair> {
        let mut places: BTreeMap<PersonId, u32> =
            self.mentors.iter().map(|mentor| (mentor.person, mentor.places)).collect();
        let mut standing: BTreeSet<Pair> = BTreeSet::new();
        let mut held: Vec<Pair> = self.locked.iter().copied().collect();
        held.sort_unstable_by_key(|pair| (pair.mentee, pair.mentor));
        for pair in held {
            let Some(left) = places.get_mut(&pair.mentor).filter(|left| **left > 0) else { continue };
            let back = Pair { mentor: pair.mentee, mentee: pair.mentor };
            if self.mentees.contains(&pair.mentee)
                && !self.barred.contains(&two(pair.mentor, pair.mentee))
                && !standing.contains(&back)
                && !self.joined.contains(&back)
            {
                *left -= 1;
                standing.insert(pair);
            }
        }
        standing
    }

    /// The points of a pair, `None` where it cannot be.
    fn points(&self, pair: Pair) -> Option<i64> {
        let Pair { mentor, mentee } = pair;
        let pair = two(mentor, mentee);
        let (Some(one), Some(other)) = (self.people.get(&mentor), self.people.get(&mentee)) else {
            return None;
        };
        let closed = self.barred.contains(&pair)
            || self.met.contains(&pair)
            || self.secret.contains(&pair)
            || self.joined.contains(&Pair { mentor: mentee, mentee: mentor })
            || one_line(one, other);
        let favours =
            (self.favourites.contains(&(mentee, mentor)), self.favourites.contains(&(mentor, mentee)));
        (!closed).then(|| points(one, other, favours))
    }

    /// Whether a pair of a plan can still be asked: it has its places, and nothing has come between since. A held pair
    /// stands whatever anybody keeps secret.
    #[must_use]
    pub fn stands(&self, pair: Pair) -> bool {
        let mentor = self.mentors.iter().any(|one| one.person == pair.mentor);
        let there = mentor && self.mentees.contains(&pair.mentee);
        let held = self.locked.contains(&pair) && !self.barred.contains(&two(pair.mentor, pair.mentee));
        there && (held || self.points(pair).is_some())
    }

    /// Whether nothing can come of it that two people get to know each other: coordinators bar it, they are in one reporting
    /// line, or they have been joined or asked. What people keep secret is not looked at, so that who meets whom tells
    /// nothing of it (P5).
    #[must_use]
    pub fn apart(&self, one: PersonId, other: PersonId) -> bool {
        let pair = two(one, other);
        let line = self.people.get(&one).zip(self.people.get(&other));
        self.barred.contains(&pair)
            || self.met.contains(&pair)
            || self.joined.contains(&Pair { mentor: one, mentee: other })
            || self.joined.contains(&Pair { mentor: other, mentee: one })
            || line.is_some_and(|(one, other)| one_line(one, other))
    }

    /// Why a pair goes together, from what both entered for everybody who runs the programme.
    #[must_use]
    pub fn reasons(&self, pair: Pair) -> Vec<Reason> {
        match (self.people.get(&pair.mentor), self.people.get(&pair.mentee)) {
            (Some(mentor), Some(mentee)) => reasons(mentor, mentee),
            _ => Vec::new(),
        }
    }

    /// What stands against holding a pair, as coordinators may know it. What people keep secret is not looked at, so that
    /// trying out pairs tells nothing; neither is whether the two met before, because a coordinator may want just that.
    #[must_use]
    pub fn barrier(&self, pair: Pair) -> Option<Barrier> {
        let Pair { mentor, mentee } = pair;
        let back = Pair { mentor: mentee, mentee: mentor };
        let line = self.people.get(&mentor).zip(self.people.get(&mentee));
        if mentor == mentee {
            Some(Barrier::SamePerson)
        } else if self.joined.contains(&pair) {
            Some(Barrier::Joined)
        } else if self.joined.contains(&back) || self.locked.contains(&back) {
            Some(Barrier::OtherDirection)
        } else if self.barred.contains(&two(mentor, mentee)) {
            Some(Barrier::Barred)
        } else if line.is_some_and(|(one, other)| one_line(one, other)) {
            Some(Barrier::OneLine)
        } else if !self.mentors.iter().any(|one| one.person == mentor) {
            Some(Barrier::NoMentor)
        } else if !self.mentees.contains(&mentee) {
            Some(Barrier::NoMentee)
        } else {
            None
        }
    }
}

#[cfg(test)]
#[path = "pool/tests.rs"]
mod tests;

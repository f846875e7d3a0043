//! The plan for a cohort: as many pairs as possible, and among all plans with so many the one with the most points. Mentors
//! have several places; locked pairs stand; two people are paired in one direction only.
//!
//! Places are columns of the assignment, one for each, of which each further one of the same mentor brings a little less.
//! One direction only is no assignment any more, so it is searched for: where a plan has two people as each other's mentor,
//! one of the two is closed, then the other, and the better outcome goes on first. What comes out first without such two
//! is the best there is. That search has an end (`LOOKS`); where it is reached, the direction that brings fewer points gives
//! way, the same way each time, and the plan says that it is not proven.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::assign::{Table, assign};
use super::order::signs;
use crate::domain::ids::PersonId;

/// So many assignments are worked out at most for cohorts that fill `CELLS`, and more for smaller ones.
const LOOKS: usize = 16;
/// See [`LOOKS`]: 2,000 mentors and 2,000 mentees.
const CELLS: usize = 4_000_000;
/// No more than that for small ones.
const LOOKS_MOST: usize = 2_000;

/// Somebody who can be a mentor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mentor {
    /// Who.
    pub person: PersonId,
    /// For how many more tandems.
    pub places: u32,
}

/// Who is to be paired.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cohort {
    /// Mentors with a free place; somebody who is both stands here as well.
    pub mentors: Vec<Mentor>,
    /// Who looks for a mentor.
    pub mentees: Vec<PersonId>,
    /// Pairs that stand: mentor and mentee.
    pub locked: Vec<(PersonId, PersonId)>,
    /// What each further tandem of the same mentor takes off, in points.
    pub further: i64,
}

/// A mentor and a mentee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The mentor.
    pub mentor: PersonId,
    /// The mentee.
    pub mentee: PersonId,
}

/// Who is paired with whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The pairs, by the mentee's number.
    pub pairs: Vec<Pair>,
    /// Mentors without any pair, by number.
    pub mentors_left: Vec<PersonId>,
    /// Mentees without a pair, by number.
    pub mentees_left: Vec<PersonId>,
    /// The points of all pairs, further places taken into account; locked pairs count nothing.
    pub points: i64,
    /// Whether it is proven that there is no better one.
    pub proven: bool,
}

/// A column: one place of a mentor.
#[derive(Debug, Clone, Copy)]
struct Place {
    mentor: usize,
    less: i64,
}

/// An assignment on the way, the best first: more pairs, more points, then the earlier one.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Look {
    pairs: usize,
    points: i64,
    found: Reverse<usize>,
    /// Columns of the mentees, by row.
    taken: Vec<Option<usize>>,
    /// What has been closed for it: mentor and mentee, by their places in the order.
    closed: Vec<(usize, usize)>,
}

/// A cohort in its neutral order.
struct Ordered {
    mentors: Vec<Mentor>,
    mentees: Vec<PersonId>,
    places: Vec<Place>,
    /// The points by mentor and mentee.
    points: Table,
    /// For each mentor, the same person among the mentees, and the other way round.
    as_mentee: Vec<Option<usize>>,
    as_mentor: Vec<Option<usize>>,
    looks: usize,
}

/// The best plan. `points` says how many points a mentor and a mentee bring, `None` where they cannot be paired; locked
/// pairs are not asked about.
#[must_use]
pub fn plan(cohort: &Cohort, points: &dyn Fn(PersonId, PersonId) -> Option<i64>) -> Plan {
    let locked: BTreeSet<(PersonId, PersonId)> = cohort.locked.iter().copied().collect();
    // The other direction of a locked pair is closed to everybody.
    let open = |mentor: PersonId, mentee: PersonId| {
        (mentor != mentee && !locked.contains(&(mentee, mentor))).then(|| points(mentor, mentee)).flatten()
    };
    let ordered = Ordered::of(cohort, &locked, &open);
    let (look, proven) = ordered.best();
    let mut pairs: Vec<Pair> =
        locked.iter().map(|(mentor, mentee)| Pair { mentor: *mentor, mentee: *mentee }).collect();
    for (mentee, column) in look.taken.iter().enumerate() {
        let Some(column) = column else { continue };
        let mentor = ordered.mentors[ordered.places[*column].mentor].person;
        pairs.push(Pair { mentor, mentee: ordered.mentees[mentee] });
    }
    pairs.sort_by_key(|pair| (pair.mentee, pair.mentor));
    let paired = |person: PersonId, of: fn(&Pair) -> PersonId| pairs.iter().any(|pair| of(pair) == person);
    let mut mentors_left: Vec<PersonId> = cohort.mentors.iter().map(|mentor| mentor.person).collect();
    mentors_left.retain(|mentor| !paired(*mentor, |pair| pair.mentor));
    let mut mentees_left = cohort.mentees.clone();
    mentees_left.retain(|mentee| !paired(*mentee, |pair| pair.mentee));
    mentors_left.sort_unstable();
    mentees_left.sort_unstable();
    Plan { pairs, mentors_left, mentees_left, points: look.points, proven }
}

impl Ordered {
    fn of(
        cohort: &Cohort,
        locked: &BTreeSet<(PersonId, PersonId)>,
        points: &dyn Fn(PersonId, PersonId) -> Option<i64>,
    ) -> Self {
        let mut given: BTreeMap<PersonId, u32> = BTreeMap::new();
        for (mentor, _) in locked {
            *given.entry(*mentor).or_default() += 1;
        }
        let mut mentors = cohort.mentors.clone();
        for mentor in &mut mentors {
            mentor.places =
                mentor.places.saturating_sub(given.get(&mentor.person).copied().unwrap_or_default());
        }
        mentors.retain(|mentor| mentor.places > 0);
        mentors.sort_unstable_by_key(|mentor| mentor.person);
        mentors.dedup_by_key(|mentor| mentor.person);
        let mut mentees = cohort.mentees.clone();
        mentees.retain(|mentee| !locked.iter().any(|(_, held)| held == mentee));
        mentees.sort_unstable();
        mentees.dedup();
        let as_mentor = |mentors: &[Mentor], mentees: &[PersonId]| -> Vec<Option<usize>> {
            let at: BTreeMap<PersonId, usize> =
                mentors.iter().enumerate().map(|(at, mentor)| (mentor.person, at)).collect();
            mentees.iter().map(|mentee| at.get(mentee).copied()).collect()
        };
        let places: Vec<u32> = mentors.iter().map(|mentor| mentor.places).collect();
        // Every two people are asked about once; from there on it is looked up.
        let asked = Table::new(mentors.len(), mentees.len(), |mentor, mentee| {
            points(mentors[mentor].person, mentees[mentee])
        });
        let (mentor_signs, mentee_signs) = signs(&places, &as_mentor(&mentors, &mentees), &asked);
        let (mentor_order, mentee_order) = (order(&mentor_signs), order(&mentee_signs));
        let points = Table::new(mentors.len(), mentees.len(), |mentor, mentee| {
            asked.points(mentor_order[mentor], mentee_order[mentee])
        });
        drop(asked);
        mentors = mentor_order.into_iter().map(|at| mentors[at]).collect();
        mentees = mentee_order.into_iter().map(|at| mentees[at]).collect();
        let as_mentor = as_mentor(&mentors, &mentees);
        let mut as_mentee = vec![None; mentors.len()];
        for (mentee, mentor) in as_mentor.iter().enumerate() {
            if let Some(mentor) = mentor {
                as_mentee[*mentor] = Some(mentee);
            }
        }
        let mut columns = Vec::new();
        for (mentor, one) in mentors.iter().enumerate() {
            let held = given.get(&one.person).copied().unwrap_or_default();
            // More places than there are mentees are never taken.
            let most = one.places.min(u32::try_from(mentees.len()).unwrap_or(u32::MAX));
            columns.extend(
                (held..held + most).map(|before| Place { mentor, less: cohort.further * i64::from(before) }),
            );
        }
        let cells = (columns.len() * mentees.len()).max(1);
        let looks = (LOOKS * CELLS / cells).clamp(LOOKS, LOOKS_MOST);
        Self { mentors, mentees, places: columns, points, as_mentee, as_mentor, looks }
    }

    fn table(&self) -> Table {
        Table::new(self.mentees.len(), self.places.len(), |mentee, column| {
            let Place { mentor, less } = self.places[column];
            self.points.points(mentor, mentee).map(|points| points - less)
        })
    }

    /// The best assignment without two people as each other's mentor, and whether that is proven.
    fn best(&self) -> (Look, bool) {
        let table = self.table();
        let mut queue = BinaryHeap::from([self.look(&table, Vec::new(), 0)]);
        let mut looked = 1;
        loop {
            let look = queue.pop().unwrap_or_else(|| unreachable!("each look leaves two behind"));
            let Some([one, other]) = self.mutual(&look.taken) else { return (look, true) };
            if looked + 2 > self.looks {
                return (self.mended(&table, look), false);
            }
            for pair in [one, other] {
                let closed = look.closed.iter().copied().chain([pair]).collect();
                queue.push(self.look(&table, closed, looked));
                looked += 1;
            }
        }
    }

    fn look(&self, table: &Table, closed: Vec<(usize, usize)>, found: usize) -> Look {
        let mut table = table.clone();
        for (mentor, mentee) in &closed {
            for (column, _) in self.places.iter().enumerate().filter(|(_, place)| place.mentor == *mentor) {
                table.close(*mentee, column);
            }
        }
        let taken = assign(&table);
        let points = taken.iter().enumerate().filter_map(|(row, column)| table.points(row, (*column)?));
        let points: Vec<i64> = points.collect();
        Look { pairs: points.len(), points: points.iter().sum(), found: Reverse(found), taken, closed }
    }

    /// The first two people who are each other's mentor: both directions, as mentor and mentee.
    fn mutual(&self, taken: &[Option<usize>]) -> Option<[(usize, usize); 2]> {
        let mentor_of = |mentee: usize| taken[mentee].map(|column| self.places[column].mentor);
        (0..taken.len()).find_map(|mentee| {
            let mentor = mentor_of(mentee)?;
            let (back_mentor, back_mentee) = (self.as_mentor[mentee]?, self.as_mentee[mentor]?);
            (mentor_of(back_mentee) == Some(back_mentor))
                .then_some([(mentor, mentee), (back_mentor, back_mentee)])
        })
    }

    /// Closes the direction that brings fewer points until no two people are each other's mentor.
    fn mended(&self, table: &Table, mut look: Look) -> Look {
        while let Some([one, other]) = self.mutual(&look.taken) {
            let points = |(mentor, mentee): (usize, usize)| self.points.points(mentor, mentee);
            let gives_way = if points(other) <= points(one) { other } else { one };
            let closed = look.closed.iter().copied().chain([gives_way]).collect();
            look = self.look(table, closed, look.found.0);
        }
        look
    }
}

/// The places of people who stand in the order of their numbers, in the neutral order.
fn order(signs: &[u64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..signs.len()).collect();
    order.sort_by_key(|at| signs[*at]);
    order
}

#[cfg(test)]
#[path = "plan/tests.rs"]
mod tests;

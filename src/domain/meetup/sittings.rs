//! Sittings: a cohort that is too large for the free channels, or for one lobby, comes together in several groups, one after
//! another. Everybody belongs to one of them, and each has as many mentors for its mentees as the whole.

use super::{Guest, PEOPLE_MAX, SITTINGS_MAX};
use crate::domain::ids::PersonId;

/// A cohort in sittings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seating {
    /// Who comes together, sitting by sitting.
    pub sittings: Vec<Vec<Guest>>,
    /// Rooms that one sitting needs at most.
    pub rooms: usize,
}

/// How many can meet at once among these at most, whoever knows whom.
#[must_use]
pub fn at_once(guests: &[Guest]) -> usize {
    let mentors = guests.iter().filter(|guest| guest.mentors).count();
    let mentees = guests.iter().filter(|guest| guest.mentees).count();
    mentors.min(mentees).min(guests.len() / 2)
}

/// Deals a cohort out into as few sittings as fit into `rooms`; `None` where a day is not enough for them, or a sitting would
/// be without a mentor or without a mentee.
#[must_use]
pub fn seat(guests: &[Guest], rooms: usize) -> Option<Seating> {
    (1..=SITTINGS_MAX).find_map(|count| {
        let sittings = deal(guests, count);
        let fits = sittings
            .iter()
            .all(|sitting| sitting.len() <= PEOPLE_MAX && (1..=rooms).contains(&at_once(sitting)));
        let rooms = sittings.iter().map(|sitting| at_once(sitting)).max().unwrap_or(0);
        fits.then_some(Seating { sittings, rooms })
    })
}

/// How many of a cohort would find a place in `rooms`, sitting after sitting.
#[must_use]
pub fn places(guests: &[Guest], rooms: usize) -> usize {
    (0..=guests.len()).rev().find(|count| seat(&share(guests, *count), rooms).is_some()).unwrap_or(0)
}

/// So many people of a cohort, as many of each kind as is its due.
fn share(guests: &[Guest], count: usize) -> Vec<Guest> {
    let all = guests.len().max(1);
    let kinds = kinds(guests);
    kinds.iter().flat_map(|kind| kind.iter().take((kind.len() * count).div_ceil(all)).copied()).collect()
}

/// People by what they come as: mentors, mentees, both.
fn kinds(guests: &[Guest]) -> [Vec<Guest>; 3] {
    let of = |mentors, mentees| {
        let mut kind: Vec<Guest> = guests
            .iter()
            .filter(|guest| guest.mentors == mentors && guest.mentees == mentees)
            .copied()
            .collect();
        kind.sort_unstable_by_key(|guest| guest.person);
        kind
    };
    [of(true, false), of(false, true), of(true, true)]
}

/// Deals people out like cards, kind by kind; those who are both begin at the end, where the others left gaps.
fn deal(guests: &[Guest], count: usize) -> Vec<Vec<Guest>> {
    let mut sittings = vec![Vec::new(); count];
    let [mentors, mentees, both] = kinds(guests);
    for kind in [mentors, mentees] {
        for (at, guest) in kind.into_iter().enumerate() {
            sittings[at % count].push(guest);
        }
    }
    for (at, guest) in both.into_iter().enumerate() {
        sittings[count - 1 - at % count].push(guest);
    }
    sittings
}

/// The sitting in which somebody takes part.
#[must_use]
pub fn of(seating: &Seating, person: PersonId) -> Option<usize> {
    seating.sittings.iter().position(|sitting| sitting.iter().any(|guest| guest.person == person))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cohort(mentors: i64, mentees: i64, both: i64) -> Vec<Guest> {
        (0..mentors + mentees + both)
            .map(|n| Guest::new(PersonId(n + 1), n < mentors || n >= mentors + mentees, n >= mentors))
            .collect()
    }

    #[test]
    fn everybody_sits_once_in_as_few_sittings_as_fit_and_all_are_alike() {
        for (mentors, mentees, both, rooms) in [
            (40, 40, 0, 100),
            (40, 40, 0, 20),
            (100, 100, 0, 400),
            (20, 200, 0, 9),
            (3, 2, 30, 5),
            (400, 400, 0, 470),
        ] {
            let all = cohort(mentors, mentees, both);
            let seating = seat(&all, rooms).unwrap();
            let mut seen: Vec<PersonId> =
                seating.sittings.iter().flatten().map(|guest| guest.person).collect();
            seen.sort_unstable();
            assert_eq!(seen, all.iter().map(|guest| guest.person).collect::<Vec<_>>());
            let sizes: Vec<usize> = seating.sittings.iter().map(Vec::len).collect();
            let (least, most) = (sizes.iter().min().unwrap(), sizes.iter().max().unwrap());
            assert!(most - least <= 2 && *most <= PEOPLE_MAX, "{sizes:?}");
            assert!(seating.rooms <= rooms);
            let count = seating.sittings.len();
            assert!((1..count).all(|fewer| {
                deal(&all, fewer).iter().any(|one| one.len() > PEOPLE_MAX || at_once(one) > rooms)
            }));
            for kind in 0..3 {
                let of: Vec<usize> =
                    seating.sittings.iter().map(|sitting| kinds(sitting)[kind].len()).collect();
                assert!(of.iter().max().unwrap() - of.iter().min().unwrap() <= 1, "{of:?}");
            }
        }
    }

    #[test]
    fn what_a_day_does_not_hold_is_refused_with_how_many_it_holds() {
        let all = cohort(30, 30, 0);
        assert_eq!(seat(&all, 0), None);
        assert_eq!(places(&all, 0), 0);
        assert_eq!(seat(&all, 2), None, "thirty pairs in two rooms are fifteen sittings");
        let fits = places(&all, 2);
        assert_eq!(fits, 48, "twelve sittings of two pairs");
        assert!(seat(&share(&all, fits), 2).is_some());
        assert_eq!(seat(&cohort(0, 9, 0), 5), None, "nobody to meet");
        assert_eq!(seat(&cohort(1, 300, 0), 5), None, "a sitting would be without a mentor");
    }
}

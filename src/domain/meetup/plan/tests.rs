use super::*;

fn cohort(mentors: i64, mentees: i64, both: i64) -> Vec<Guest> {
    (0..mentors + mentees + both)
        .map(|n| Guest::new(PersonId(n + 1), n < mentors || n >= mentors + mentees, n >= mentors))
        .collect()
}

/// What every plan keeps to: nobody is in two rooms at once or meets somebody twice, only those meet who may, no more than
/// there are rooms, and nobody is idle while somebody is idle whom they could meet and a room is free.
fn holds(floor: &Floor, rounds: &[Vec<Two>]) {
    let mut met = floor.apart.clone();
    assert!(rounds.len() <= floor.rounds);
    let guest = |person: PersonId| floor.guests.iter().find(|guest| guest.person == person).unwrap();
    for (number, round) in rounds.iter().enumerate() {
        let busy: BTreeSet<PersonId> = round.iter().flatten().copied().collect();
        assert_eq!(busy.len(), 2 * round.len(), "somebody is in two rooms in round {number}");
        assert!(round.len() <= floor.rooms);
        for pair in round {
            assert!(guest(pair[0]).suits(guest(pair[1])), "{pair:?} have nothing to meet for");
        }
        // Whoever has met before this round, or meets in it, is no reason to complain; everybody else is.
        for (at, one) in floor.guests.iter().enumerate() {
            for other in &floor.guests[at + 1..] {
                let pair = two(one.person, other.person);
                let idle = !busy.contains(&one.person) && !busy.contains(&other.person);
                let could = one.suits(other) && !met.contains(&pair) && round.len() < floor.rooms;
                assert!(!(idle && could), "{pair:?} are idle in round {number} of {floor:?}");
            }
        }
        for pair in round {
            assert!(met.insert(*pair), "{pair:?} meet twice");
        }
    }
    if rounds.len() < floor.rounds && floor.rooms > 0 {
        let left = floor.guests.iter().any(|one| {
            floor.guests.iter().any(|other| one.suits(other) && !met.contains(&two(one.person, other.person)))
        });
        assert!(!left, "the rounds end while somebody could be met");
    }
}

/// How far the breaks of mentors, and those of mentees, are apart.
fn apart(floor: &Floor, plan: &Plan) -> [usize; 2] {
    [true, false].map(|mentors| {
        let met = floor.guests.iter().filter(|guest| guest.mentors == mentors);
        let met: Vec<usize> = met.map(|guest| plan.meetings_of(guest.person)).collect();
        met.iter().max().copied().unwrap_or(0) - met.iter().min().copied().unwrap_or(0)
    })
}

#[test]
fn for_every_ratio_the_plan_is_the_best_there_is_and_its_breaks_are_even() {
    let sizes = (1..=12).flat_map(|mentors| (1..=12).map(move |mentees| (mentors, mentees)));
    let larger = [(48, 48), (20, 76), (76, 20), (1, 95), (9, 40), (31, 33), (16, 80)];
    for (mentors, mentees) in sizes.chain(larger) {
        let floor = Floor {
            guests: cohort(mentors, mentees, 0),
            apart: BTreeSet::new(),
            rooms: PEOPLE,
            rounds: ROUNDS,
        };
        let plan = plan(&floor);
        holds(&floor, &plan.rounds);
        // Each round has as many meetings as the smaller side has people, and they run out of people after as many rounds
        // as the larger side has.
        let (few, many) = (count(mentors.min(mentees)), count(mentors.max(mentees)));
        assert_eq!(plan.meetings(), few * ROUNDS.min(many), "{mentors} mentors, {mentees} mentees");
        assert_eq!(plan.bound, plan.meetings());
        assert!(apart(&floor, &plan).iter().all(|apart| *apart <= 1), "{mentors} mentors, {mentees} mentees");
    }
}

const PEOPLE: usize = 96;

fn count(people: i64) -> usize {
    usize::try_from(people).unwrap()
}

#[test]
fn people_who_are_both_are_never_in_two_rooms_and_the_plan_stands_against_its_bound() {
    let mut missed = (0, 0);
    let mut most = 0;
    for mentors in 0..6 {
        for mentees in 0..6 {
            for both in 1..12 {
                let guests = cohort(mentors, mentees, both);
                let floor = Floor { guests, apart: BTreeSet::new(), rooms: PEOPLE, rounds: ROUNDS };
                let plan = plan(&floor);
                holds(&floor, &plan.rounds);
                assert!(plan.meetings() <= plan.bound);
                let gap = plan.bound - plan.meetings();
                missed = (missed.0 + usize::from(gap > 0), missed.1 + 1);
                most = most.max(gap);
            }
        }
    }
    assert!(
        missed.0 * 20 <= missed.1 && most <= 3,
        "{missed:?} plans stay below their bound, by {most} at most"
    );
    for (mentors, mentees, both) in [(10, 12, 8), (3, 30, 15), (0, 0, 40), (20, 20, 1)] {
        let guests = cohort(mentors, mentees, both);
        let floor = Floor { guests, apart: BTreeSet::new(), rooms: PEOPLE, rounds: ROUNDS };
        let plan = plan(&floor);
        holds(&floor, &plan.rounds);
        assert_eq!(plan.meetings(), plan.bound, "{mentors} {mentees} {both}");
        assert!(Hall::new(&floor).uneven(&plan.rounds) <= 1, "{mentors} {mentees} {both}");
    }
}

/// The largest number of meetings in so many rounds, by trying every way to put pairs into rounds.
fn exhaustive(pairs: &[[usize; 2]], rounds: usize, busy: &mut [u32], begun: usize) -> usize {
    let Some((pair, rest)) = pairs.split_first() else { return 0 };
    let mut best = exhaustive(rest, rounds, busy, begun);
    // Rounds are alike until somebody is in them: only one of the empty ones is tried.
    for round in 0..rounds.min(begun + 1) {
        let bit = 1 << round;
        if (busy[pair[0]] | busy[pair[1]]) & bit != 0 {
            continue;
        }
        busy[pair[0]] |= bit;
        busy[pair[1]] |= bit;
        best = best.max(1 + exhaustive(rest, rounds, busy, begun.max(round + 1)));
        busy[pair[0]] &= !bit;
        busy[pair[1]] &= !bit;
        if best == pairs.len() {
            break;
        }
    }
    best
}

#[test]
fn no_plan_of_a_small_cohort_has_more_meetings() {
    let mut rng = fastrand::Rng::with_seed(13);
    let mut both_missed = 0;
    let mut both_tried = 0;
    for case in 0..600 {
        let both = if case % 2 == 0 { 0 } else { rng.i64(1..4) };
        let (mentors, mentees) = (rng.i64(1..4), rng.i64(1..4));
        let mut guests = cohort(mentors, mentees, both.min(6 - (mentors + mentees).min(5)));
        let rounds = rng.usize(1..4);
        let mut floor = Floor { guests: guests.clone(), apart: BTreeSet::new(), rooms: PEOPLE, rounds };
        for one in &guests {
            for other in &guests {
                if one.person < other.person && rng.usize(0..4) == 0 {
                    floor.apart.insert(two(one.person, other.person));
                }
            }
        }
        let plan = plan(&floor);
        holds(&floor, &plan.rounds);
        let at = |person: PersonId| guests.iter().position(|guest| guest.person == person).unwrap();
        let mut pairs = Vec::new();
        for one in &guests {
            for other in &guests {
                let pair = two(one.person, other.person);
                if one.person < other.person && one.suits(other) && !floor.apart.contains(&pair) {
                    pairs.push([at(one.person), at(other.person)]);
                }
            }
        }
        let best = exhaustive(&pairs, rounds, &mut vec![0; guests.len()], 0);
        assert!(plan.meetings() <= best && best <= plan.bound, "case {case}: {floor:?}");
        if guests.iter().any(|guest| guest.mentors && guest.mentees) {
            both_tried += 1;
            both_missed += usize::from(plan.meetings() < best);
        } else {
            assert_eq!((plan.meetings(), plan.bound), (best, best), "case {case}: {floor:?}");
        }
        // The same people in another order: the same plan.
        rng.shuffle(&mut guests);
        assert_eq!(super::plan(&Floor { guests, ..floor }), plan, "case {case}");
    }
    assert!(both_missed * 50 <= both_tried, "{both_missed} of {both_tried} with people who are both");
}

#[test]
fn with_fewer_rooms_than_pairs_all_rooms_are_full() {
    for rooms in 0..6 {
        let floor = Floor { guests: cohort(6, 9, 0), apart: BTreeSet::new(), rooms, rounds: ROUNDS };
        let plan = plan(&floor);
        holds(&floor, &plan.rounds);
        assert_eq!(plan.meetings(), rooms * ROUNDS);
        assert!(apart(&floor, &plan).iter().all(|apart| *apart <= 1), "{rooms} rooms");
    }
}

/// Somebody who may come late, go early and stay away for a while.
#[derive(Clone, Copy)]
struct Visitor {
    guest: Guest,
    here: bool,
    /// Whether they were there at any time so far.
    came: bool,
    /// Whether they were there all the time.
    stayed: bool,
}

/// In each round as many percent of the people as `churn` come or go; before each round it is planned anew.
fn with_comings_and_goings(rng: &mut fastrand::Rng, guests: Vec<Guest>, churn: u32) -> Vec<Visitor> {
    let mut met: BTreeSet<Two> = BTreeSet::new();
    let mut all: Vec<Visitor> = guests
        .into_iter()
        .map(|guest| {
            let here = rng.u32(0..100) >= churn;
            Visitor { guest, here, came: here, stayed: here }
        })
        .collect();
    for round in 0..ROUNDS {
        if round > 0 {
            let before = all.clone();
            for one in &mut all {
                one.here ^= rng.u32(0..100) < churn;
                one.stayed &= one.here;
                if one.here && !one.came {
                    one.came = true;
                    one.guest.breaks = latest(&before, one.guest);
                }
            }
        }
        let guests = all.iter().filter(|one| one.here).map(|one| one.guest).collect();
        let floor = Floor { guests, apart: met.clone(), rooms: PEOPLE, rounds: ROUNDS - round };
        let plan = plan(&floor);
        holds(&floor, &plan.rounds);
        let now = plan.rounds.first().cloned().unwrap_or_default();
        for one in all.iter_mut().filter(|one| one.here) {
            one.guest.breaks += u32::from(!now.iter().any(|pair| pair.contains(&one.guest.person)));
        }
        for pair in now {
            assert!(met.insert(pair), "{pair:?} meet twice");
        }
    }
    all
}

/// With how many breaks somebody starts who comes late.
fn latest(all: &[Visitor], new: Guest) -> u32 {
    let alike =
        |one: &&Visitor| one.came && (one.guest.mentors, one.guest.mentees) == (new.mentors, new.mentees);
    all.iter().filter(alike).map(|one| one.guest.breaks).max().unwrap_or(0)
}

/// How far the breaks of these are apart.
fn uneven<'a>(all: impl Iterator<Item = &'a Visitor>) -> u32 {
    let breaks: Vec<u32> = all.map(|one| one.guest.breaks).collect();
    breaks.iter().max().unwrap_or(&0) - breaks.iter().min().unwrap_or(&0)
}

#[test]
fn planned_anew_before_each_round_nobody_meets_twice_and_nobody_is_idle_without_need() {
    let mut rng = fastrand::Rng::with_seed(77);
    for _ in 0..60 {
        let guests = cohort(rng.i64(1..9), rng.i64(1..12), rng.i64(0..4));
        with_comings_and_goings(&mut rng, guests, 15);
    }
}

#[test]
fn planned_anew_with_everybody_there_all_the_time_the_breaks_stay_even() {
    let mut rng = fastrand::Rng::with_seed(78);
    for (mentors, mentees) in [(5, 9), (8, 8), (3, 20), (12, 7), (10, 11)] {
        let all = with_comings_and_goings(&mut rng, cohort(mentors, mentees, 0), 0);
        for side in [true, false] {
            let apart = uneven(all.iter().filter(|one| one.guest.mentors == side));
            assert!(apart <= 1, "{mentors} mentors, {mentees} mentees: {apart}");
        }
    }
}

#[test]
fn latecomers_get_no_more_breaks_than_those_who_were_there() {
    let mut rng = fastrand::Rng::with_seed(79);
    for _ in 0..20 {
        // Enough people on both sides that nobody runs out of partners.
        let all = with_comings_and_goings(&mut rng, cohort(12, 20, 0), 4);
        let apart = uneven(all.iter().filter(|one| one.stayed && one.guest.mentees));
        assert!(apart <= 1, "{apart}");
    }
}

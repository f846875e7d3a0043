use super::*;

/// A random cohort: some people are both, some pairs cannot be, and points are few, so that there are ties.
struct Random {
    cohort: Cohort,
    points: BTreeMap<(PersonId, PersonId), i64>,
}

fn random(rng: &mut fastrand::Rng, people: i64, ties: i64, closed: u32, locks: usize) -> Random {
    let mut cohort = Cohort { further: 2, ..Cohort::default() };
    for person in (1..=people).map(PersonId) {
        let role = rng.u32(0..3);
        if role != 0 {
            cohort.mentors.push(Mentor { person, places: rng.u32(1..3) });
        }
        if role != 1 {
            cohort.mentees.push(person);
        }
    }
    let mut points = BTreeMap::new();
    for mentor in &cohort.mentors {
        for mentee in &cohort.mentees {
            if mentor.person != *mentee && rng.u32(0..100) >= closed {
                points.insert((mentor.person, *mentee), rng.i64(0..ties));
            }
        }
    }
    for _ in 0..locks {
        let (Some(mentor), Some(mentee)) = (rng.choice(&cohort.mentors), rng.choice(&cohort.mentees)) else {
            break;
        };
        let (mentor, mentee) = (mentor.person, *mentee);
        let twice =
            cohort.locked.iter().any(|(other, held)| *held == mentee || (*other, *held) == (mentee, mentor));
        let full = cohort.locked.iter().any(|(other, _)| *other == mentor);
        if mentor != mentee && !twice && !full {
            cohort.locked.push((mentor, mentee));
        }
    }
    Random { cohort, points }
}

impl Random {
    fn plan(&self) -> Plan {
        plan(&self.cohort, &|mentor, mentee| self.points.get(&(mentor, mentee)).copied())
    }

    /// Nobody twice, no place too many, nothing closed, one direction only, locks held.
    fn assert_feasible(&self, plan: &Plan) {
        for pair in &plan.pairs {
            let Pair { mentor, mentee } = *pair;
            let locked = self.cohort.locked.contains(&(mentor, mentee));
            assert!(locked || self.points.contains_key(&(mentor, mentee)), "closed: {pair:?}");
            assert_eq!(plan.pairs.iter().filter(|other| other.mentee == mentee).count(), 1);
            assert!(!plan.pairs.contains(&Pair { mentor: mentee, mentee: mentor }), "both ways: {pair:?}");
            let places = self.cohort.mentors.iter().find(|one| one.person == mentor).unwrap().places;
            let taken = plan.pairs.iter().filter(|other| other.mentor == mentor).count();
            assert!(taken <= usize::try_from(places).unwrap());
        }
        for (mentor, mentee) in &self.cohort.locked {
            assert!(plan.pairs.contains(&Pair { mentor: *mentor, mentee: *mentee }));
        }
        for mentee in &self.cohort.mentees {
            let paired = plan.pairs.iter().any(|pair| pair.mentee == *mentee);
            assert_eq!(plan.mentees_left.contains(mentee), !paired);
        }
    }

    /// The best that trying everything finds: pairs beside the locked ones, and points.
    fn by_trying(&self) -> (usize, i64) {
        let locked: BTreeMap<PersonId, PersonId> =
            self.cohort.locked.iter().map(|(mentor, mentee)| (*mentee, *mentor)).collect();
        let free: Vec<PersonId> =
            self.cohort.mentees.iter().copied().filter(|mentee| !locked.contains_key(mentee)).collect();
        let best = self.try_from(&free, &mut locked.clone());
        (best.0, best.1)
    }

    fn try_from(&self, free: &[PersonId], mentor_of: &mut BTreeMap<PersonId, PersonId>) -> (usize, i64) {
        let Some((mentee, rest)) = free.split_first() else { return (0, 0) };
        let mut best = self.try_from(rest, mentor_of);
        for mentor in &self.cohort.mentors {
            let taken = mentor_of.values().filter(|held| **held == mentor.person).count();
            let (Some(points), true, false) = (
                self.points.get(&(mentor.person, *mentee)),
                taken < usize::try_from(mentor.places).unwrap(),
                mentor_of.get(&mentor.person) == Some(mentee),
            ) else {
                continue;
            };
            let points = points - self.cohort.further * i64::try_from(taken).unwrap();
            mentor_of.insert(*mentee, mentor.person);
            let (pairs, more) = self.try_from(rest, mentor_of);
            mentor_of.remove(mentee);
            best = best.max((pairs + 1, points + more));
        }
        best
    }

    /// The same cohort with other numbers, standing in another order.
    fn renamed(&self, rng: &mut fastrand::Rng) -> (Self, BTreeMap<PersonId, PersonId>) {
        let mut people: BTreeSet<PersonId> = self.cohort.mentees.iter().copied().collect();
        people.extend(self.cohort.mentors.iter().map(|mentor| mentor.person));
        let mut numbers: Vec<i64> = (1_000..1_000 + i64::try_from(people.len()).unwrap()).collect();
        rng.shuffle(&mut numbers);
        let new: BTreeMap<PersonId, PersonId> =
            people.into_iter().zip(numbers.into_iter().map(PersonId)).collect();
        let mut cohort = self.cohort.clone();
        for mentor in &mut cohort.mentors {
            mentor.person = new[&mentor.person];
        }
        for mentee in &mut cohort.mentees {
            *mentee = new[mentee];
        }
        for (mentor, mentee) in &mut cohort.locked {
            (*mentor, *mentee) = (new[mentor], new[mentee]);
        }
        rng.shuffle(&mut cohort.mentors);
        rng.shuffle(&mut cohort.mentees);
        let points =
            self.points.iter().map(|((one, other), points)| ((new[one], new[other]), *points)).collect();
        (Self { cohort, points }, new)
    }
}

#[test]
fn small_cohorts_get_the_best_plan_there_is_with_places_locks_and_one_direction() {
    let mut rng = fastrand::Rng::with_seed(3);
    let mut mutual = 0;
    for round in 0..1_500 {
        let people = rng.i64(0..8);
        let cohort = random(&mut rng, people, [1, 3, 50][round % 3], [0, 40, 70][round / 3 % 3], round % 4);
        let plan = cohort.plan();
        cohort.assert_feasible(&plan);
        assert!(plan.proven);
        let found = (plan.pairs.len() - cohort.cohort.locked.len(), plan.points);
        assert_eq!(found, cohort.by_trying(), "{:?}", cohort.cohort);
        let ordered_both_ways =
            cohort.points.keys().any(|(one, other)| cohort.points.contains_key(&(*other, *one)));
        mutual += usize::from(ordered_both_ways);
    }
    assert!(mutual > 250, "{mutual} cohorts in which two could be each other's mentor");
}

#[test]
fn where_the_search_ends_early_the_plan_holds_every_rule_and_is_the_same_each_time() {
    // Everybody is both and best with the neighbour, who thinks the same: half of all pairs stand in each other's way.
    let people: Vec<PersonId> = (1..=120).map(PersonId).collect();
    let cohort = Cohort {
        mentors: people.iter().map(|person| Mentor { person: *person, places: 1 }).collect(),
        mentees: people.clone(),
        locked: Vec::new(),
        further: 2,
    };
    let mut points = BTreeMap::new();
    for one in &people {
        for other in &people {
            let neighbours = (one.0 - 1) / 2 == (other.0 - 1) / 2;
            points.insert(
                (*one, *other),
                if neighbours { 90 + one.0 % 2 } else { (one.0 * 7 + other.0 * 3) % 5 },
            );
        }
    }
    let cohort = Random { cohort, points };
    let plan = cohort.plan();
    cohort.assert_feasible(&plan);
    assert!(!plan.proven);
    assert_eq!(plan.pairs.len(), 120, "nobody loses a place by it");
    assert_eq!(plan, cohort.plan());
}

#[test]
fn other_numbers_and_another_order_give_the_same_people_the_same_partners() {
    let mut rng = fastrand::Rng::with_seed(4);
    for round in 0..150 {
        let people = rng.i64(2..40);
        let cohort = random(&mut rng, people, [4, 60][round % 2], [0, 50][round / 2 % 2], round % 3);
        let (other, new) = cohort.renamed(&mut rng);
        let (plan, renamed) = (cohort.plan(), other.plan());
        assert_eq!((plan.pairs.len(), plan.points), (renamed.pairs.len(), renamed.points));
        let mut moved: Vec<Pair> = plan
            .pairs
            .iter()
            .map(|pair| Pair { mentor: new[&pair.mentor], mentee: new[&pair.mentee] })
            .collect();
        moved.sort_by_key(|pair| (pair.mentee, pair.mentor));
        if cohort.all_told_apart() {
            assert_eq!(moved, renamed.pairs);
        }
    }
}

impl Random {
    /// Whether no two people are alike in everything.
    fn all_told_apart(&self) -> bool {
        let places: Vec<u32> = self.cohort.mentors.iter().map(|mentor| mentor.places).collect();
        let at = |person| self.cohort.mentors.iter().position(|mentor| mentor.person == person);
        let also: Vec<_> = self.cohort.mentees.iter().map(|mentee| at(*mentee)).collect();
        let points = Table::new(places.len(), also.len(), |mentor, mentee| {
            self.points.get(&(self.cohort.mentors[mentor].person, self.cohort.mentees[mentee])).copied()
        });
        let (mentors, mentees) = signs(&places, &also, &points);
        [mentors, mentees].iter().all(|signs| signs.iter().collect::<BTreeSet<_>>().len() == signs.len())
    }
}

#[test]
fn most_cohorts_are_told_apart_so_that_numbers_decide_nothing() {
    let mut rng = fastrand::Rng::with_seed(5);
    let apart = (0..50).filter(|_| random(&mut rng, 30, 60, 50, 0).all_told_apart()).count();
    assert!(apart >= 48, "{apart} of 50");
}

#[test]
fn among_people_whom_nothing_tells_apart_whoever_enrolled_first_has_a_place_first() {
    let mentor = |person| Mentor { person: PersonId(person), places: 1 };
    let cohort = Cohort {
        mentors: vec![mentor(9)],
        mentees: vec![PersonId(8), PersonId(3), PersonId(5)],
        ..Cohort::default()
    };
    let plan = plan(&cohort, &|_, _| Some(7));
    assert_eq!(plan.pairs, [Pair { mentor: PersonId(9), mentee: PersonId(3) }]);
    assert_eq!(plan.mentees_left, [PersonId(5), PersonId(8)]);
}

#[test]
fn everybody_has_one_tandem_before_somebody_has_a_second_one() {
    let mentor = |person| Mentor { person: PersonId(person), places: 3 };
    let cohort = Cohort {
        mentors: vec![mentor(1), mentor(2)],
        mentees: (10..14).map(PersonId).collect(),
        locked: vec![(PersonId(1), PersonId(13))],
        further: 6,
    };
    // The first mentor is a little better for everybody.
    let plan = plan(&cohort, &|mentor, _| Some(if mentor == PersonId(1) { 4 } else { 0 }));
    let of = |mentor| plan.pairs.iter().filter(|pair| pair.mentor == PersonId(mentor)).count();
    assert_eq!((of(1), of(2)), (2, 2));
}

use super::*;
use crate::domain::language::Language;

fn candidate(rng: &mut fastrand::Rng, person: PersonId) -> Candidate {
    let topics =
        ["ai", "agile", "devices", "sources"].iter().filter(|_| rng.bool()).map(|one| (*one).to_owned());
    let topics = topics.collect();
    Candidate {
        person,
        topics,
        languages: [Language::En, Language::De].into_iter().filter(|_| rng.u32(0..4) > 0).collect(),
        department: ["", "Sales", "Legal"][rng.usize(0..3)].to_owned(),
        organisation: ["", "North", "South"][rng.usize(0..3)].to_owned(),
        line: ["", "", "A1", "B2"][rng.usize(0..4)].to_owned(),
        hours: Some(rng.u32(1..6)),
    }
}

fn random(rng: &mut fastrand::Rng, people: i64) -> Pool {
    let mut pool = Pool::default();
    for person in (1..=people).map(PersonId) {
        pool.people.insert(person, candidate(rng, person));
        let role = rng.u32(0..5);
        if role < 3 {
            pool.mentors.push(Mentor { person, places: rng.u32(1..3) });
        }
        if role > 1 {
            pool.mentees.push(person);
        }
    }
    let mut some = |of: i64| {
        let mut one = || PersonId(rng.i64(1..=people));
        (0..of).map(|_| two(one(), one())).filter(|[one, other]| one != other).collect::<BTreeSet<Two>>()
    };
    pool.barred = some(people);
    pool.met = some(people);
    pool.secret = some(people * 2);
    pool.favourites = some(people).into_iter().map(|[one, other]| (other, one)).collect();
    pool
}

#[test]
fn no_plan_holds_a_pair_that_anything_bars_and_every_held_pair_stands() {
    let mut rng = fastrand::Rng::with_seed(11);
    let mut held = 0;
    for _ in 0..300 {
        let people = rng.i64(2..24);
        let mut pool = random(&mut rng, people);
        for _ in 0..2 {
            let one = Pair { mentor: PersonId(rng.i64(1..=people)), mentee: PersonId(rng.i64(1..=people)) };
            if pool.barrier(one).is_none() && !pool.locked.iter().any(|lock| lock.mentee == one.mentee) {
                pool.locked.insert(one);
            }
        }
        let plan = pool.plan();
        let standing = pool.standing();
        held += standing.len();
        assert!(standing.iter().all(|pair| plan.pairs.contains(pair)));
        for pair in &plan.pairs {
            assert!(pool.stands(*pair), "a plan can be asked as it is");
            if standing.contains(pair) {
                continue;
            }
            let [one, other] = two(pair.mentor, pair.mentee);
            assert!(![&pool.barred, &pool.met, &pool.secret].iter().any(|bars| bars.contains(&[one, other])));
            assert!(!one_line(&pool.people[&one], &pool.people[&other]));
        }
        let placed: BTreeSet<PersonId> = plan.pairs.iter().map(|pair| pair.mentee).collect();
        let mut all: Vec<PersonId> = placed.iter().chain(&plan.mentees_left).copied().collect();
        all.sort_unstable();
        assert_eq!(all, pool.mentees, "everybody has a partner or is told that there is no place yet");
    }
    assert!(held > 100, "{held}");
}

/// Everything that is shown about pairs and about trying them out, as somebody who explains would say it.
type Explain = fn(&Pool, Pair) -> String;

/// The real one: reasons and barriers.
fn explained(pool: &Pool, pair: Pair) -> String {
    format!("{:?} {:?}", pool.reasons(pair), pool.barrier(pair))
}

/// Two pools that differ only in what is secret, and a pair about which they say something different.
fn finds_out(explain: Explain) -> Option<Pair> {
    let mut rng = fastrand::Rng::with_seed(12);
    for _ in 0..60 {
        let pool = random(&mut rng, 12);
        let mut other = pool.clone();
        other.secret.clear();
        other.favourites.clear();
        other.not_yet = [PersonId(1), PersonId(2)].into();
        for mentor in pool.people.keys() {
            for mentee in pool.people.keys() {
                let pair = Pair { mentor: *mentor, mentee: *mentee };
                if explain(&pool, pair) != explain(&other, pair) {
                    return Some(pair);
                }
            }
        }
    }
    None
}

#[test]
fn what_is_said_about_pairs_tells_nothing_secret() {
    assert_eq!(finds_out(explained), None);
}

#[test]
fn an_explanation_that_knows_of_secrets_is_found_out() {
    let lock_that_consults: Explain = |pool, pair| {
        let refused = pool.secret.contains(&two(pair.mentor, pair.mentee));
        format!("{:?} {:?} {refused}", pool.reasons(pair), pool.barrier(pair))
    };
    assert!(finds_out(lock_that_consults).is_some());
    let reason_out_of_private = |pool: &Pool, pair: Pair| {
        let dear = pool.favourites.contains(&(pair.mentee, pair.mentor));
        format!("{} favourite: {dear}", explained(pool, pair))
    };
    assert!(finds_out(reason_out_of_private).is_some());
    assert!(finds_out(|pool, pair| format!("{:?}", pool.points(pair))).is_some());
}

#[test]
fn whoever_is_not_ready_stands_among_those_without_a_place_and_a_held_pair_stands_all_the_same() {
    let mut rng = fastrand::Rng::with_seed(13);
    let people: BTreeMap<PersonId, Candidate> = (1..=4)
        .map(PersonId)
        .map(|person| (person, Candidate { line: String::new(), ..candidate(&mut rng, person) }))
        .collect();
    let mut pool = Pool {
        mentors: vec![Mentor { person: PersonId(1), places: 1 }, Mentor { person: PersonId(2), places: 1 }],
        mentees: vec![PersonId(3), PersonId(4)],
        people,
        not_yet: [PersonId(1), PersonId(3)].into(),
        ..Pool::default()
    };
    let plan = pool.plan();
    assert_eq!(plan.pairs, [Pair { mentor: PersonId(2), mentee: PersonId(4) }]);
    assert_eq!((plan.mentors_left, plan.mentees_left), (vec![PersonId(1)], vec![PersonId(3)]));
    pool.locked.insert(Pair { mentor: PersonId(1), mentee: PersonId(3) });
    pool.secret.insert([PersonId(1), PersonId(3)]);
    assert_eq!(pool.plan().pairs.len(), 2);
}

#[test]
fn what_stands_against_holding_a_pair_is_named_by_what_coordinators_may_know() {
    let mut rng = fastrand::Rng::with_seed(14);
    let mut pool = Pool::default();
    for person in (1..=6).map(PersonId) {
        let line = if person.0 <= 2 { "A1" } else { "" };
        pool.people.insert(person, Candidate { line: line.into(), ..candidate(&mut rng, person) });
        pool.mentors.push(Mentor { person, places: 1 });
        pool.mentees.push(person);
    }
    pool.people.insert(PersonId(7), Candidate { line: String::new(), ..candidate(&mut rng, PersonId(7)) });
    pool.barred.insert([PersonId(3), PersonId(4)]);
    pool.met.insert([PersonId(4), PersonId(5)]);
    let pair = |mentor, mentee| Pair { mentor: PersonId(mentor), mentee: PersonId(mentee) };
    pool.joined.insert(pair(5, 6));
    pool.locked.insert(pair(3, 5));
    for (asked, barrier) in [
        (pair(1, 1), Some(Barrier::SamePerson)),
        (pair(1, 2), Some(Barrier::OneLine)),
        (pair(4, 3), Some(Barrier::Barred)),
        (pair(5, 6), Some(Barrier::Joined)),
        (pair(6, 5), Some(Barrier::OtherDirection)),
        (pair(5, 3), Some(Barrier::OtherDirection)),
        (pair(7, 3), Some(Barrier::NoMentor)),
        (pair(3, 7), Some(Barrier::NoMentee)),
        (pair(4, 5), None),
        (pair(3, 5), None),
    ] {
        assert_eq!(pool.barrier(asked), barrier, "{asked:?}");
    }
}

#[test]
fn a_programme_with_a_limit_has_the_pairs_with_the_most_points_and_held_ones_before_all() {
    let mut rng = fastrand::Rng::with_seed(15);
    let mut pool = Pool::default();
    for person in (1..=5).map(PersonId) {
        pool.mentors.push(Mentor { person, places: 1 });
        pool.mentees.push(PersonId(person.0 + 10));
    }
    for person in pool.mentors.iter().map(|one| one.person).chain(pool.mentees.clone()) {
        pool.people.insert(person, Candidate { line: String::new(), ..candidate(&mut rng, person) });
    }
    let all = pool.plan();
    let worst = *all.pairs.iter().min_by_key(|pair| pool.points(**pair)).unwrap();
    pool.most = Some(3);
    let some = pool.plan();
    assert_eq!((some.pairs.len(), some.mentees_left.len(), some.mentors_left.len()), (3, 2, 2));
    assert!(!some.pairs.contains(&worst));
    pool.locked.insert(worst);
    assert!(pool.plan().pairs.contains(&worst));
}

#[test]
fn a_held_pair_that_is_barred_does_not_stand() {
    let mut rng = fastrand::Rng::with_seed(1);
    let (mentor, mentee) = (PersonId(1), PersonId(2));
    let mut pool = Pool { mentors: vec![Mentor { person: mentor, places: 1 }], ..Pool::default() };
    pool.mentees.push(mentee);
    pool.people.extend([mentor, mentee].map(|one| (one, candidate(&mut rng, one))));
    let pair = Pair { mentor, mentee };
    pool.locked.insert(pair);
    assert!(pool.stands(pair) && pool.standing().contains(&pair));
    pool.barred.insert(two(pair.mentor, pair.mentee));
    assert!(!pool.stands(pair) && pool.standing().is_empty());
}

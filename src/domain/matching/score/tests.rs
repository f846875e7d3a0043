use super::*;

fn candidate(rng: &mut fastrand::Rng, person: i64) -> Candidate {
    let mut some =
        |all: &[&str]| all.iter().filter(|_| rng.bool()).map(|one| (*one).to_owned()).collect::<Vec<_>>();
    let topics = some(&["ai", "agile", "devices", "sources", "reputation"]).into_iter().collect();
    let languages = [Language::En, Language::De].into_iter().filter(|_| rng.bool()).collect();
    let mut one = |all: &[&str]| all[rng.usize(0..all.len())].to_owned();
    Candidate {
        person: PersonId(person),
        topics,
        languages,
        department: one(&["", "Sales", " sales", "Legal"]),
        organisation: one(&["", "North", "South"]),
        line: one(&["", "A1", "B2"]),
        hours: Some(rng.u32(0..6)).filter(|hours| *hours > 0),
    }
}

#[test]
fn each_reason_is_true_and_none_is_left_out() {
    let mut rng = fastrand::Rng::with_seed(6);
    for _ in 0..2_000 {
        let (mentor, mentee) = (candidate(&mut rng, 1), candidate(&mut rng, 2));
        let said = reasons(&mentor, &mentee);
        let shared = mentor.topics.iter().filter(|topic| mentee.topics.contains(*topic)).count();
        let spoken = [Language::En, Language::De]
            .into_iter()
            .filter(|one| mentor.languages.contains(one) && mentee.languages.contains(one))
            .collect::<Vec<_>>();
        let apart = |one: &str, other: &str| {
            let (one, other) = (one.trim().to_lowercase(), other.trim().to_lowercase());
            one != other && !one.is_empty() && !other.is_empty()
        };
        let mut expected = Vec::new();
        for reason in &said {
            if let Reason::Topics(topics) = reason {
                assert_eq!(topics.len(), shared.min(TOPICS_MOST));
                assert!(topics.iter().all(|one| mentor.topics.contains(one) && mentee.topics.contains(one)));
                expected.push(reason.clone());
            }
        }
        assert_eq!(!expected.is_empty(), shared > 0);
        expected.extend((!spoken.is_empty()).then_some(Reason::Languages(spoken)));
        expected.extend(apart(&mentor.department, &mentee.department).then_some(Reason::Departments));
        expected.extend(apart(&mentor.organisation, &mentee.organisation).then_some(Reason::Organisations));
        let near =
            matches!((mentor.hours, mentee.hours), (Some(one), Some(other)) if one.abs_diff(other) < 2);
        expected.extend(near.then_some(Reason::Hours));
        assert_eq!(said, expected);
    }
}

#[test]
fn points_are_those_of_the_reasons_and_of_favourites_which_are_no_reason() {
    let mut rng = fastrand::Rng::with_seed(7);
    for _ in 0..500 {
        let (mentor, mentee) = (candidate(&mut rng, 1), candidate(&mut rng, 2));
        let plain: i64 = reasons(&mentor, &mentee).iter().map(Reason::points).sum();
        assert_eq!(points(&mentor, &mentee, (false, false)), plain);
        assert_eq!(points(&mentor, &mentee, (true, false)), plain + Weight::MenteesFavourite.points());
        assert_eq!(points(&mentor, &mentee, (false, true)), plain + Weight::MentorsFavourite.points());
    }
}

#[test]
fn a_reporting_line_is_one_however_it_is_spelt_and_an_empty_one_is_none() {
    let mut rng = fastrand::Rng::with_seed(8);
    let with = |rng: &mut fastrand::Rng, line: &str| Candidate { line: line.into(), ..candidate(rng, 1) };
    for (one, other, expected) in
        [("A1", " a1", true), ("A1", "A2", false), ("", "", false), (" ", " ", false)]
    {
        assert_eq!(one_line(&with(&mut rng, one), &with(&mut rng, other)), expected, "{one:?} {other:?}");
    }
}

//! The order in which people are looked at, which decides between equally good plans. It is made from how people stand to
//! one another, and from nothing that names them: their places, whose mentor they could be, and with how many points;
//! then the same about those others, and so on. Whoever is told apart by that stands in the same place whatever their
//! number; only between people whom nothing tells apart does the number decide, and that is the order of enrolment.

use super::assign::Table;

/// So often what is known about the others is taken in. Cohorts are told apart after two or three rounds.
const ROUNDS: usize = 4;

/// Scatters a number over all 64 bits (the finalizer of splitmix64).
const fn scatter(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

const fn both(one: u64, other: u64) -> u64 {
    scatter(one.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ scatter(other))
}

/// What tells mentors (rows) and mentees (columns) apart. `places` has a mentor's places; `also` has, by mentee, the row of
/// the same person as a mentor; `points` has the points of each pair that can be.
pub fn signs(places: &[u32], also: &[Option<usize>], points: &Table) -> (Vec<u64>, Vec<u64>) {
    let mut mentors: Vec<u64> = places.iter().map(|places| both(1, u64::from(*places))).collect();
    let mut mentees: Vec<u64> = also.iter().map(|also| both(2, u64::from(also.is_some()))).collect();
    for _ in 0..ROUNDS {
        // Sums do not depend on the order in which the others stand.
        let (mut about_mentors, mut about_mentees) = (vec![0_u64; mentors.len()], vec![0_u64; mentees.len()]);
        for (mentor, about_mentor) in about_mentors.iter_mut().enumerate() {
            for (mentee, about_mentee) in about_mentees.iter_mut().enumerate() {
                let Some(points) = points.points(mentor, mentee) else { continue };
                let points = scatter(points.cast_unsigned());
                *about_mentor = about_mentor.wrapping_add(scatter(points ^ mentees[mentee]));
                *about_mentee = about_mentee.wrapping_add(scatter(points ^ mentors[mentor].rotate_left(17)));
            }
        }
        let next_mentors: Vec<u64> =
            mentors.iter().zip(&about_mentors).map(|(sign, about)| both(*sign, *about)).collect();
        let mut next_mentees: Vec<u64> =
            mentees.iter().zip(&about_mentees).map(|(sign, about)| both(*sign, *about)).collect();
        let mut linked = next_mentors.clone();
        for (mentee, mentor) in
            also.iter().enumerate().filter_map(|(mentee, mentor)| Some((mentee, (*mentor)?)))
        {
            linked[mentor] = both(next_mentors[mentor], next_mentees[mentee]);
            next_mentees[mentee] = both(next_mentees[mentee], next_mentors[mentor]);
        }
        (mentors, mentees) = (linked, next_mentees);
    }
    (mentors, mentees)
}

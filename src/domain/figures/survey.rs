//! What is released of a survey: one function from the answers of a group to what is shown of each item, once, when the
//! survey closes. The same attacker as for all other figures (see [`super`]): he owns all that is published, knows who was
//! asked, and is in league with two of them.
//!
//! # A distribution
//! People are spread over the options and over *no answer*. An option with fewer than *k* people is not shown. What is not
//! shown (those options, and whoever gave no answer) is a remainder that everybody can work out, because it is known how
//! many were asked; so it has to hold at least *k* people as well, and while it does not, the smallest option shown joins
//! it. If none is left, nothing is shown: the answers were too uniform. Hence there is never an *all*, and never a *none*:
//! a hidden option may be empty or not.
//! * Of everybody else it stays open whether they are among an option that is shown or in the remainder, since after taking
//!   two insiders away at least `k - 2` are left in each.
//! * It stays open whether somebody answered at all: the remainder may be silent as a whole, and looks the same.
//! * That an option was put into the remainder tells nothing certain: it may as well be empty and the others silent.
//! * How many answered is not published beside it. It would say how many are in hidden options; none, sometimes.
//!
//! # A mean
//! Below `4k` people a distribution would mostly be hidden. There a five-step item gets the mean in half steps, by the rule of
//! the mood, and no distribution: the mean would say something about its hidden options. Which of the two it is follows from
//! the number of people asked, and so tells nothing. A choice without an order has no mean and always gets its distribution.
//! Below [`EXTREMES_FROM`] people a mean of 1.5 or 4.5 is not shown: each answers once here, and two insiders who drew such a mean
//! to the middle would know that all others had answered.
//!
//! # Several items, sides and surveys
//! Everything released is symmetric in whole people: swapping all answers of two of them changes nothing. So items cannot
//! be played off against each other, nor the middle against the end, whoever came or went in between. Whoever is mentor and
//! mentee is asked once, on one side, so that the two sides are disjoint.

use serde::{Deserialize, Serialize};

use super::release::{PersonRow, mood};
use super::suppress::{Guard, K};
use super::{HalfSteps, Released, Withheld};

/// What is shown of an item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// For each option, from the first on, how many chose it; `None` where that is not shown.
    Spread(Vec<Option<u32>>),
    /// The mean of the five steps.
    Mean(HalfSteps),
    /// Too few were asked; follows from programme facts.
    TooFewThere {
        /// How many it would take.
        needed: u32,
    },
    /// Too few answered, or too much alike.
    TooFewOrTooAlike,
}

/// How many have to be asked before anything is shown: *k* in something that is shown, and *k* beside it. Among fewer,
/// insiders who know that they drew a mean down would know that all others answered.
#[must_use]
pub fn people_needed(guard: Guard) -> usize {
    guard.needed().max(2 * guard.k())
}

/// From so many people on an extreme mean (1.5, 4.5) is shown. Two insiders said 1, all others but one 5, one 4: it takes
/// ten others for a mean of 4.25, and one more who may be silent; the other way round it is one more (rounding up).
pub const EXTREMES_FROM: usize = 14;

/// Decides what is shown of an item. `answers`: one for each who was asked, 0 without an answer, else the option from 1.
/// `ordered`: whether the options are steps of a scale.
#[must_use]
pub fn shown(answers: &[u8], options: u8, ordered: bool, k: K) -> Shown {
    shown_for(answers, options, ordered, Guard::new(k))
}

pub(super) fn shown_for(answers: &[u8], options: u8, ordered: bool, guard: Guard) -> Shown {
    let needed = people_needed(guard);
    if answers.len() < needed {
        return Shown::TooFewThere { needed: u32::try_from(needed).unwrap_or(u32::MAX) };
    }
    if ordered && answers.len() < 4 * guard.k() {
        return mean(answers, guard);
    }
    spread(answers, options, guard)
}

fn mean(answers: &[u8], guard: Guard) -> Shown {
    let extreme =
        |mean| answers.len() < EXTREMES_FROM && (mean == HalfSteps::LOWEST || mean == HalfSteps::HIGHEST);
    let row = |answer: &u8| PersonRow { sum: u32::from(*answer), count: u32::from(*answer > 0) };
    match mood(&answers.iter().map(row).collect::<Vec<_>>(), guard) {
        Released::Mean(mean) if extreme(mean) => Shown::TooFewOrTooAlike,
        Released::Mean(mean) => Shown::Mean(mean),
        Released::Withheld(Withheld::TooFewThere { needed }) => Shown::TooFewThere { needed },
        Released::Sum(_) | Released::Withheld(_) => Shown::TooFewOrTooAlike,
    }
}

fn spread(answers: &[u8], options: u8, guard: Guard) -> Shown {
    let counts: Vec<usize> =
        (1..=options).map(|option| answers.iter().map(|one| usize::from(*one == option)).sum()).collect();
    let mut shown: Vec<usize> = (0..counts.len()).filter(|at| counts[*at] >= guard.k()).collect();
    let hidden = |shown: &[usize]| answers.len() - shown.iter().map(|at| counts[*at]).sum::<usize>();
    while hidden(&shown) < guard.k() {
        let Some(smallest) = (0..shown.len()).min_by_key(|at| counts[shown[*at]]) else { break };
        shown.remove(smallest);
    }
    if shown.is_empty() {
        return Shown::TooFewOrTooAlike;
    }
    let count = |at: usize| shown.contains(&at).then(|| u32::try_from(counts[at]).unwrap_or(u32::MAX));
    Shown::Spread((0..counts.len()).map(count).collect())
}

impl Shown {
    /// How many answered at least: the sum of what is shown. `None` where nothing is shown.
    #[must_use]
    pub fn answered_at_least(&self, k: K) -> Option<u32> {
        match self {
            Self::Spread(counts) => Some(counts.iter().flatten().sum()),
            Self::Mean(_) => Some(k.get()),
            Self::TooFewThere { .. } | Self::TooFewOrTooAlike => None,
        }
    }

    /// Both sides together: sums of what is shown of each, and nothing else (P7).
    #[must_use]
    pub fn total(&self, other: &Self) -> Option<Self> {
        let (Self::Spread(one), Self::Spread(other)) = (self, other) else { return None };
        let both = one.iter().zip(other).map(|(one, other)| Some((*one)? + (*other)?)).collect::<Vec<_>>();
        both.iter().any(Option::is_some).then_some(Self::Spread(both))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(counts: &[usize]) -> Vec<u8> {
        counts.iter().enumerate().flat_map(|(at, count)| vec![u8::try_from(at).unwrap(); *count]).collect()
    }

    /// Counts: no answer first, then the options.
    fn of(counts: &[usize]) -> Shown {
        shown(&answers(counts), u8::try_from(counts.len() - 1).unwrap(), counts.len() == 6, K::LEAST)
    }

    const HIDDEN: Shown = Shown::TooFewOrTooAlike;

    #[test]
    fn an_option_is_shown_from_k_people_on_and_the_rest_has_k_as_well() {
        let spread = |counts: [Option<u32>; 5]| Shown::Spread(counts.to_vec());
        assert_eq!(of(&[6, 1, 3, 5, 8, 7]), spread([None, None, Some(5), Some(8), Some(7)]));
        // Two and no answer missing: the smallest option shown joins them.
        assert_eq!(of(&[0, 0, 2, 5, 15, 10]), spread([None, None, None, Some(15), Some(10)]));
        assert_eq!(of(&[0, 0, 3, 0, 11, 11]), spread([None, None, None, None, Some(11)]));
    }

    #[test]
    fn neither_all_nor_none_is_ever_said() {
        assert_eq!(of(&[0, 0, 0, 0, 0, 40]), HIDDEN);
        assert_eq!(of(&[4, 0, 0, 0, 0, 36]), HIDDEN);
        assert_eq!(of(&[5, 0, 0, 0, 0, 35]), Shown::Spread(vec![None, None, None, None, Some(35)]));
        assert_eq!(of(&[40, 0, 0, 0, 0, 0]), HIDDEN);
    }

    #[test]
    fn below_twenty_people_steps_have_a_mean_and_no_distribution() {
        assert_eq!(of(&[2, 0, 1, 3, 5, 1]), Shown::Mean(HalfSteps::new(7).unwrap()));
        assert_eq!(of(&[0, 0, 0, 0, 8, 2]), HIDDEN, "too much alike");
        assert_eq!(of(&[8, 0, 1, 1, 1, 1]), HIDDEN, "four answered");
        assert_eq!(of(&[0, 1, 2, 2, 2, 2]), Shown::TooFewThere { needed: 10 });
    }

    #[test]
    fn a_choice_is_a_distribution_from_ten_people_on() {
        assert_eq!(of(&[1, 6, 2, 1]), Shown::Spread(vec![None, None, None]).clone_or_hidden());
        assert_eq!(of(&[1, 5, 3, 1]), Shown::Spread(vec![Some(5), None, None]));
        assert_eq!(of(&[1, 5, 2, 1]), Shown::TooFewThere { needed: 10 });
    }

    impl Shown {
        /// A spread of nothing is no spread.
        fn clone_or_hidden(self) -> Self {
            match &self {
                Self::Spread(counts) if counts.iter().all(Option::is_none) => HIDDEN,
                _ => self,
            }
        }
    }

    #[test]
    fn totals_are_sums_of_what_is_shown_and_how_many_answered_is_a_least() {
        let (one, other) = (of(&[6, 1, 3, 5, 8, 7]), of(&[9, 0, 0, 6, 5, 0]));
        assert_eq!(one.total(&other), Some(Shown::Spread(vec![None, None, Some(11), Some(13), None])));
        assert_eq!(one.total(&HIDDEN), None);
        assert_eq!((one.answered_at_least(K::LEAST), HIDDEN.answered_at_least(K::LEAST)), (Some(20), None));
    }

    #[test]
    fn a_higher_k_hides_more_and_the_order_of_people_does_not_matter() {
        let mut rng = fastrand::Rng::with_seed(7);
        for _ in 0..300 {
            let mut all: Vec<u8> = (0..rng.usize(10..60)).map(|_| rng.u8(0..6)).collect();
            let before = shown(&all, 5, true, K::LEAST);
            rng.shuffle(&mut all);
            assert_eq!(shown(&all, 5, true, K::LEAST), before);
            if let (Shown::Spread(low), Shown::Spread(high)) =
                (before, shown(&all, 5, true, K::new(7).unwrap()))
            {
                assert!(low.iter().flatten().count() >= high.iter().flatten().count());
            }
        }
    }

    #[test]
    fn what_is_stored_is_read_back() {
        for one in
            [of(&[6, 1, 3, 5, 8, 7]), of(&[2, 0, 1, 3, 5, 1]), HIDDEN, Shown::TooFewThere { needed: 10 }]
        {
            let json = serde_json::to_string(&one).unwrap();
            assert_eq!(serde_json::from_str::<Shown>(&json).unwrap(), one, "{json}");
        }
    }
}

//! What is released about topics: for each one, in how many tandems it was picked at all, once, when the programme is
//! closed. Each topic is a yes or no of each tandem and passes the guard of sums by itself: at least *k* picked it, at least
//! *k* did not. Topics do not bound each other: a tandem may have picked all of them or none, so that no two figures have a
//! difference that means something; and swapping all picks of two tandems changes nothing that is shown.

use std::collections::BTreeSet;

use super::release::sum_or_reason;
use super::{Guard, K, Released};
use crate::domain::topic::Topic;

/// A topic as it is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Picked {
    /// One of the catalogue.
    Catalogue(Topic),
    /// One that the programme added, in the coordinator's words.
    Programme(String),
    /// Any in the words of the two themselves, which stay with them.
    Other,
}

const OWN: &str = "own:";
const OTHER: &str = "other";

impl Picked {
    /// The stored name.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Catalogue(topic) => topic.code().to_owned(),
            Self::Programme(words) => format!("{OWN}{words}"),
            Self::Other => OTHER.to_owned(),
        }
    }

    /// The topic of a stored name; `None` for one that [`Picked::key`] never gives.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        match key.strip_prefix(OWN) {
            Some(words) => Some(Self::Programme(words.to_owned())),
            None if key == OTHER => Some(Self::Other),
            None => Topic::of(key).map(Self::Catalogue),
        }
    }
}

/// What is shown of each of these topics. One set for each tandem that was there, empty ones included; `insider_rows` are
/// the tandems of which two people know (see [`super::rows_of_two`]).
#[must_use]
pub fn topics(
    tandems: &[BTreeSet<Picked>],
    offered: &[Picked],
    insider_rows: usize,
    k: K,
) -> Vec<(Picked, Released)> {
    let guard = Guard::new(k).knowing(insider_rows);
    let shown = |topic: &Picked| {
        let picked: Vec<u32> = tandems.iter().map(|picks| u32::from(picks.contains(topic))).collect();
        (topic.clone(), sum_or_reason(&picked, guard.lets_pass(&picked), guard))
    };
    offered.iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::Withheld;

    #[test]
    fn a_topic_is_shown_where_enough_picked_it_and_enough_did_not() {
        let with = |yes: usize, no: usize| {
            let ai = BTreeSet::from([Picked::Catalogue(Topic::Ai)]);
            let rows = [vec![ai; yes], vec![BTreeSet::new(); no]].concat();
            topics(&rows, &[Picked::Catalogue(Topic::Ai)], 2, K::LEAST)[0].1
        };
        let hidden = Released::Withheld(Withheld::TooFewOrTooAlike);
        assert_eq!(with(7, 5), Released::Sum(7));
        assert_eq!([with(4, 8), with(8, 4), with(12, 0)], [hidden; 3]);
        assert_eq!(with(4, 3), Released::Withheld(Withheld::TooFewThere { needed: 8 }));
    }

    #[test]
    fn a_stored_name_is_read_back() {
        let own = Picked::Programme("Kassensysteme".into());
        for topic in [Picked::Catalogue(Topic::BigData), own, Picked::Other] {
            assert_eq!(Picked::from_key(&topic.key()), Some(topic));
        }
        assert_eq!(Picked::from_key("nothing"), None);
    }
}

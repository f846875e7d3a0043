//! The joint look-back of a pair, half-way and at the end: three lines that both read in their room.

use super::ids::{LookBackId, TandemId};
use super::programme::codes;

/// The longest line, in characters (decision: a line is a thought, and three of them fit a phone).
pub const LINE_MAX: usize = 300;

codes! {
    /// When it is.
    Moment {
        /// In the middle of the programme.
        Half = "half",
        /// At its end.
        End = "end",
    }
}

codes! {
    /// What a line is about.
    Line {
        /// What worked well.
        Worked = "worked",
        /// What the two learned from each other, in both directions.
        Learned = "learned",
        /// What they change from now on or, where something ends, what they keep.
        Changes = "changes",
    }
}

/// A look-back as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookBack {
    /// Whose.
    pub tandem: TandemId,
    /// Which.
    pub moment: Moment,
    /// Its three lines in the order of [`Line`]; empty where nothing is written.
    pub lines: [String; 3],
}

impl LookBack {
    /// Its number, for posts and buttons.
    #[must_use]
    pub fn id(tandem: TandemId, moment: Moment) -> LookBackId {
        LookBackId(tandem.0 * 2 + i64::from(moment == Moment::End))
    }

    /// What a number stands for.
    #[must_use]
    pub fn of(id: LookBackId) -> (TandemId, Moment) {
        let moment = if id.0.rem_euclid(2) == 0 { Moment::Half } else { Moment::End };
        (TandemId(id.0.div_euclid(2)), moment)
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(String::is_empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_back_is_known_by_its_number() {
        for moment in Moment::ALL {
            let id = LookBack::id(TandemId(41), *moment);
            assert_eq!(LookBack::of(id), (TandemId(41), *moment));
        }
    }
}

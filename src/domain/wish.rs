//! What people wish for and expect of their tandem, for their partner to read. The words that name each lie in
//! `locales/*/wishes.ftl`.

use super::programme::{Role, codes};
use super::tandem::Side;

/// The longest wish, in characters: all six stand in one welcome beside two languages of the rest (Discord: 6,000).
pub const WISH_MAX: usize = 200;

codes! {
    /// Something to wish for.
    Wish {
        /// A mentee's: where to become more digital.
        Digital = "digital",
        /// A mentee's: what matters most.
        Matters = "matters",
        /// A mentee's: the questions brought along.
        Questions = "questions",
        /// What a mentee expects.
        MenteeExpects = "mentee-expects",
        /// A mentor's: what to learn from the partner.
        Learn = "learn",
        /// What a mentor expects.
        MentorExpects = "mentor-expects",
    }
}

impl Wish {
    /// The wishes of one side, in order.
    #[must_use]
    pub const fn of_side(side: Side) -> &'static [Self] {
        match side {
            Side::Mentee => &[Self::Digital, Self::Matters, Self::Questions, Self::MenteeExpects],
            Side::Mentor => &[Self::Learn, Self::MentorExpects],
        }
    }
}

/// The sides on which somebody enrolled as `role` may sit.
#[must_use]
pub const fn sides(role: Role) -> &'static [Side] {
    match role {
        Role::Mentor => &[Side::Mentor],
        Role::Mentee => &[Side::Mentee],
        Role::Both => &[Side::Mentor, Side::Mentee],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wish_belongs_to_one_side_and_a_form_holds_those_of_a_side() {
        let all: Vec<Wish> =
            sides(Role::Both).iter().flat_map(|side| Wish::of_side(*side)).copied().collect();
        assert_eq!(all.len(), Wish::ALL.len());
        assert!(Wish::ALL.iter().all(|wish| all.contains(wish)));
        assert!(Side::ALL.iter().all(|side| Wish::of_side(*side).len() <= 5));
    }
}

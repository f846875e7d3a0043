//! Who meets whom in the rounds that are left. Nobody meets the same person twice, nobody is idle while somebody is idle
//! whom they could meet, there are as many meetings as can be, and breaks are shared out evenly. Worked out anew before each
//! round from who is there and who has met, so latecomers and leavers are nothing special. The same people, the same plan.
//!
//! Rounds are made one after another, each as large as can be, first for whoever had most breaks. Where that reaches the
//! bound and is even, it is the plan. Where it is not, and nobody is both mentor and mentee, all rounds are chosen at once
//! (`spread`) and dealt out: in each round everybody who has a meeting in every round that is left has a partner,
//! which between two sides always works. So without people who are both, the plan is the best there is. With them it is
//! the best of several tries, and [`Plan::bound`] says how much better one could be at most.

use std::collections::BTreeSet;

use super::cover::cover;
use super::spread::Spread;
use super::{Guest, ROUNDS};
use crate::domain::ids::PersonId;
use crate::domain::matching::pool::{Two, two};

/// So many orders are tried where the bound is not reached.
const TRIES: usize = 256;

/// Who is there, and what is known of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Floor {
    /// Who is there.
    pub guests: Vec<Guest>,
    /// Who is not to meet, and who knows each other, from before or from an earlier round.
    pub apart: BTreeSet<Two>,
    /// How many can meet at once.
    pub rooms: usize,
    /// Rounds that are left.
    pub rounds: usize,
}

/// Who meets whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The pairs of each round, by the numbers of the two. Rounds at the end in which nobody meets are left out.
    pub rounds: Vec<Vec<Two>>,
    /// No plan has more meetings than that.
    pub bound: usize,
}

impl Plan {
    /// How many meetings there are.
    #[must_use]
    pub fn meetings(&self) -> usize {
        self.rounds.iter().map(Vec::len).sum()
    }

    /// How many meetings somebody has.
    #[must_use]
    pub fn meetings_of(&self, person: PersonId) -> usize {
        self.rounds.iter().flatten().filter(|pair| pair.contains(&person)).count()
    }

    /// How many rooms are in use at once.
    #[must_use]
    pub fn rooms(&self) -> usize {
        self.rounds.iter().map(Vec::len).max().unwrap_or(0)
    }
}

/// People by their place in `guests`, and who may still meet whom.
#[derive(Clone)]
struct Hall<'a> {
    floor: &'a Floor,
    guests: Vec<Guest>,
    open: Vec<bool>,
}

impl Hall<'_> {
    fn new(floor: &Floor) -> Hall<'_> {
        let mut guests = floor.guests.clone();
        guests.sort_unstable();
        guests.dedup_by_key(|guest| guest.person);
        let mut open = Vec::with_capacity(guests.len() * guests.len());
        for one in &guests {
            open.extend(
                guests
                    .iter()
                    .map(|other| one.suits(other) && !floor.apart.contains(&two(one.person, other.person))),
            );
        }
        Hall { floor, guests, open }
    }

    fn size(&self) -> usize {
        self.guests.len()
    }

    fn may(&self, one: usize, other: usize) -> bool {
        self.open[one * self.size() + other]
    }

    fn close(&mut self, one: usize, other: usize) {
        let size = self.size();
        self.open[one * size + other] = false;
        self.open[other * size + one] = false;
    }

    fn partners(&self, one: usize) -> usize {
        (0..self.size()).filter(|other| self.may(one, *other)).count()
    }

    /// The rounds one after another. Whoever is `tight` comes first, then whoever had most breaks, then whoever has fewest
    /// left to meet; `turn` says where to begin among equals.
    fn rounds(mut self, turn: usize, tight: bool) -> Vec<Vec<Two>> {
        let size = self.size();
        let mut breaks: Vec<u32> = self.guests.iter().map(|guest| guest.breaks).collect();
        let mut rounds = Vec::new();
        for left in (1..=self.floor.rounds).rev() {
            let mut order: Vec<usize> = (0..size).collect();
            let partners: Vec<usize> = (0..size).map(|one| self.partners(one)).collect();
            order.sort_by_key(|one| {
                let first = tight && partners[*one] >= left;
                let many = if turn % 3 == 1 { self.size() - partners[*one] } else { 0 };
                let equals = if turn == 0 { *one as u64 } else { shuffled(*one, turn * ROUNDS + left) };
                (!first, many, std::cmp::Reverse(breaks[*one]), partners[*one], equals)
            });
            let found = cover(size, &order, self.floor.rooms, &|one, other| self.may(one, other));
            let mut round = Vec::new();
            for (one, mate) in found.iter().enumerate() {
                match *mate {
                    Some(other) if one < other => {
                        round.push(two(self.guests[one].person, self.guests[other].person));
                        self.close(one, other);
                    }
                    Some(_) => {}
                    None => breaks[one] += 1,
                }
            }
            if round.is_empty() {
                break;
            }
            rounds.push(round);
        }
        rounds
    }

    /// The sides, where nobody is on both: those who mentor, and those who look for a mentor.
    fn sides(&self) -> Option<[Vec<usize>; 2]> {
        if self.guests.iter().any(|guest| guest.mentors && guest.mentees) {
            return None;
        }
        let (mentors, mentees) = (0..self.size()).partition(|one| self.guests[*one].mentors);
        Some([mentors, mentees])
    }

    /// How far the breaks of one kind of people are apart after these rounds.
    fn uneven(&self, rounds: &[Vec<Two>]) -> u32 {
        let mut range = std::collections::BTreeMap::new();
        for guest in &self.guests {
            let met = rounds.iter().flatten().filter(|pair| pair.contains(&guest.person)).count();
            let sat_out =
                guest.breaks + u32::try_from(self.floor.rounds.saturating_sub(met)).unwrap_or(u32::MAX);
            let (least, most) = range.entry((guest.mentors, guest.mentees)).or_insert((sat_out, sat_out));
            *least = sat_out.min(*least);
            *most = sat_out.max(*most);
        }
        range.values().map(|(least, most)| most - least).max().unwrap_or(0)
    }

    /// All rounds chosen at once between two sides, and dealt out.
    fn at_once(mut self, [rows, columns]: &[Vec<usize>; 2], begun: &[Vec<Two>]) -> (Vec<Vec<Two>>, usize) {
        let (each, most) = (self.floor.rounds, self.floor.rounds.saturating_mul(self.floor.rooms));
        let mut spread =
            Spread::new(rows.len(), columns.len(), each, &|row, column| self.may(rows[row], columns[column]));
        let has = |row: usize, column: usize| {
            let pair = two(self.guests[rows[row]].person, self.guests[columns[column]].person);
            begun.iter().flatten().any(|one| *one == pair)
        };
        for row in 0..rows.len() {
            for column in 0..columns.len() {
                if has(row, column) {
                    spread.choose(row, column);
                }
            }
        }
        spread.widen(most);
        let bound = spread.size();
        let breaks = |of: &[usize]| of.iter().map(|one| self.guests[*one].breaks).collect::<Vec<_>>();
        spread.even_rows(&breaks(rows));
        let mut turned = spread.turned();
        turned.even_rows(&breaks(columns));
        for (row, one) in rows.iter().enumerate() {
            for (column, other) in columns.iter().enumerate() {
                if self.may(*one, *other) && !turned.has(column, row) {
                    self.close(*one, *other);
                }
            }
        }
        (self.rounds(0, true), bound)
    }

    /// No plan has more meetings: each round has at most as many as there are rooms and pairs at once, and nobody has more
    /// than there are rounds and people to meet. Where people are both, everybody is put on both sides for that, which
    /// counts each meeting twice.
    fn bound(&self) -> usize {
        let size = self.size();
        let order: Vec<usize> = (0..size).collect();
        let at_once = cover(size, &order, self.floor.rooms, &|one, other| self.may(one, other));
        let by_round = self.floor.rounds.saturating_mul(at_once.iter().flatten().count() / 2);
        let mut spread = Spread::new(size, size, self.floor.rounds, &|one, other| self.may(one, other));
        spread.widen(2 * by_round);
        by_round.min(spread.size() / 2)
    }
}

/// A number that looks thrown for each person and try, without being: the last steps of `SplitMix64`.
fn shuffled(one: usize, turn: usize) -> u64 {
    let mut mixed = (turn as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (one as u64);
    for shift in [30, 27, 31] {
        mixed = (mixed ^ (mixed >> shift)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    }
    mixed
}

/// Works out who meets whom.
#[must_use]
pub fn plan(floor: &Floor) -> Plan {
    let hall = Hall::new(floor);
    let bound = hall.bound();
    let mut rounds = hall.clone().rounds(0, false);
    let meetings = |rounds: &[Vec<Two>]| rounds.iter().map(Vec::len).sum::<usize>();
    if meetings(&rounds) == bound && hall.uneven(&rounds) <= 1 {
        return Plan { rounds, bound };
    }
    match hall.sides() {
        Some(sides) => {
            let (dealt, bound) = hall.clone().at_once(&sides, &rounds);
            // Where rooms are short, dealing out may leave something over, and the rounds made one by one stand.
            if meetings(&dealt) == bound {
                rounds = dealt;
            }
            return Plan { rounds, bound };
        }
        None => {
            for turn in 1..TRIES {
                if meetings(&rounds) == bound && hall.uneven(&rounds) <= 1 {
                    break;
                }
                let other = hall.clone().rounds(turn, turn % 2 == 0);
                let key = |rounds: &[Vec<Two>]| (meetings(rounds), std::cmp::Reverse(hall.uneven(rounds)));
                if key(&other) > key(&rounds) {
                    rounds = other;
                }
            }
        }
    }
    Plan { rounds, bound }
}

/// The plan for people who come together for the first time.
#[must_use]
pub fn fresh(guests: Vec<Guest>, apart: BTreeSet<Two>, rooms: usize) -> Plan {
    plan(&Floor { guests, apart, rooms, rounds: ROUNDS })
}

#[cfg(test)]
#[path = "plan/tests.rs"]
mod tests;

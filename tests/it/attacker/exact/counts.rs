//! How often something happened in a period, where that is one figure by itself.

use batsat::Lit;
use tandem::domain::figures::{Cell, rows_of_two};

use super::super::company::Programme;
use super::super::published::{self, Rules};
use super::clauses::{Clauses, Number};

/// Those counts: where they stand among the deeds, and their cells.
pub const COUNTS: [(usize, Cell); 4] =
    [(0, Cell::MeetingsHeld), (1, Cell::MeetingsPlanned), (5, Cell::SupportCalls), (6, Cell::CantReach)];
/// Of what somebody may have more than anybody has.
const MORE: usize = 2;

/// All worlds of one count in a period that look like this one.
pub struct Counts {
    clauses: Clauses,
    period: usize,
    which: usize,
    /// By tandem; nothing where it does not count.
    column: Vec<Option<Number>>,
}

impl Counts {
    pub fn of(programme: &Programme, rules: Rules, period: usize, count: usize) -> Self {
        let (which, cell) = COUNTS[count];
        let largest = programme.deeds.iter().map(|deeds| deeds[period][which] as usize).max();
        let most = largest.unwrap_or_default() + MORE;
        let mut clauses = Clauses::new();
        let column =
            programme.there.iter().map(|there| there[period].then(|| clauses.number(most))).collect();
        let mut worlds = Self { clauses, period, which, column };
        let there = programme.pairs.iter().zip(&programme.there).filter(|(_, there)| there[period]);
        let pairs: Vec<[u32; 2]> = there.map(|(pair, _)| *pair).collect();
        let rows = if rules == Rules::RowsNotPeople { 2 } else { rows_of_two(&pairs).max(2) };
        let view = published::inside(programme, rules);
        let released = view.iter().filter(|line| line.cell == cell).nth(period).unwrap().released;
        let numbers: Vec<Number> = worlds.column.iter().flatten().cloned().collect();
        let shown = worlds.clauses.passes(&numbers, rows);
        worlds.clauses.require_cell(&numbers, shown, released);
        let all: Vec<usize> = (0..programme.pairs.len()).collect();
        let told = worlds.told(programme, &all);
        assert!(worlds.clauses.is_possible(&told), "the clauses leave out the world that is attacked");
        worlds
    }

    fn told(&self, programme: &Programme, tandems: &[usize]) -> Vec<Lit> {
        let told = tandems.iter().filter_map(|at| self.column[*at].as_ref().map(|number| (at, number)));
        told.flat_map(|(at, number)| {
            let now = programme.deeds[*at][self.period][self.which] as usize;
            [self.clauses.at_least(number, now), !self.clauses.at_least(number, now + 1)]
        })
        .collect()
    }

    /// A world in which the insiders did what they did, and a tandem has another number; or, where `any` is asked, something
    /// instead of nothing or nothing instead of something.
    pub fn another(
        &mut self,
        programme: &Programme,
        insiders: &[usize],
        tandem: usize,
        any: bool,
    ) -> Option<Programme> {
        let told = self.told(programme, insiders);
        let number = self.column[tandem].as_ref()?;
        let now = programme.deeds[tandem][self.period][self.which] as usize;
        self.clauses.is_another(&told, number, now, any).then(|| {
            let mut world = programme.clone();
            for (number, deeds) in self.column.iter().zip(&mut world.deeds) {
                let Some(number) = number else { continue };
                deeds[self.period][self.which] = self.clauses.value(number);
            }
            world
        })
    }
}

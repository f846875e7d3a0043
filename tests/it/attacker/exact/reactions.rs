//! What tandems made of the guiding questions of a period.

use batsat::Lit;
use tandem::domain::figures::{Cell, Reaction, Released, rows_of_two};

use super::super::company::Programme;
use super::super::published::{self, Rules};
use super::clauses::{Clauses, Number};

/// A tandem's reaction to a question.
#[derive(Clone, Copy)]
struct Said {
    talked: Lit,
    nothing: Lit,
    any: Lit,
}

/// All worlds of a period that look like this one.
pub struct Reactions {
    clauses: Clauses,
    period: usize,
    /// By question, by tandem; nothing where it does not count.
    said: Vec<Vec<Option<Said>>>,
}

impl Reactions {
    pub fn of(programme: &Programme, rules: Rules, period: usize) -> Self {
        let mut clauses = Clauses::new();
        let mut said = Vec::new();
        for _ in &programme.asked[period] {
            let row = programme.there.iter().map(|there| there[period].then(|| any(&mut clauses)));
            said.push(row.collect());
        }
        let mut worlds = Self { clauses, period, said };
        worlds.require_view(programme, rules);
        let told: Vec<usize> = (0..programme.pairs.len()).collect();
        let told = worlds.told(programme, &told);
        assert!(worlds.clauses.is_possible(&told), "the clauses leave out the world that is attacked");
        worlds
    }

    fn require_view(&mut self, programme: &Programme, rules: Rules) {
        let there = programme.pairs.iter().zip(&programme.there).filter(|(_, there)| there[self.period]);
        let pairs: Vec<[u32; 2]> = there.map(|(pair, _)| *pair).collect();
        let rows = if rules == Rules::RowsNotPeople { 2 } else { rows_of_two(&pairs).max(2) };
        let view = published::inside(programme, rules);
        let of = |cell| -> Vec<Released> {
            view.iter().filter(|line| line.cell == cell).map(|line| line.released).collect()
        };
        for at in 0..self.said.len() {
            let column = |of: fn(&Said) -> Lit| -> Vec<Number> {
                self.said[at].iter().flatten().map(|said| vec![of(said)]).collect()
            };
            let [talked, nothing, both] =
                [column(|said| said.talked), column(|said| said.nothing), column(|said| said.any)];
            let shows_talked = self.clauses.passes(&talked, rows);
            let (passes, rest) = (self.clauses.passes(&nothing, rows), self.clauses.passes(&both, rows));
            let spared = self.clauses.any(&[!shows_talked, rest]);
            let shows_nothing = self.clauses.all(&[passes, spared]);
            let number = published::question(self.period, at);
            self.clauses.require_cell(&talked, shows_talked, of(Cell::QuestionTalked(number))[0]);
            self.clauses.require_cell(&nothing, shows_nothing, of(Cell::QuestionNothing(number))[0]);
        }
        let tandems = (0..programme.pairs.len()).filter(|at| programme.there[*at][self.period]);
        let mut all = Vec::new();
        for tandem in tandems {
            let talked: Vec<Number> =
                self.said.iter().filter_map(|row| row[tandem]).map(|said| vec![said.talked]).collect();
            all.push(self.clauses.total(&talked, talked.len()));
        }
        let (lines, twice) = (of(Cell::QuestionsTalked), rules == Rules::QuestionsTwice);
        let at = if twice { 2 * self.period } else { self.period };
        // Where single questions are shown, that says all that this line says.
        if !matches!(lines[at], Released::Withheld(tandem::domain::figures::Withheld::ShownSingly)) {
            let shown = self.clauses.passes(&all, rows);
            self.clauses.require_cell(&all, shown, lines[at]);
        }
        if twice {
            let shown = self.clauses.passes(&all, rows_of_two(&programme.pairs).max(2));
            self.clauses.require_cell(&all, shown, lines[at + 1]);
        }
    }

    fn told(&self, programme: &Programme, tandems: &[usize]) -> Vec<Lit> {
        let asked = self.said.iter().zip(&programme.asked[self.period]);
        let of = |(said, reactions): (&Vec<Option<Said>>, &Vec<Reaction>)| {
            let told = tandems.iter().filter_map(|at| said[*at].map(|said| (said, reactions[*at])));
            told.map(|(said, reaction)| match reaction {
                Reaction::Silent => !said.any,
                Reaction::Talked => said.talked,
                Reaction::Nothing => said.nothing,
            })
            .collect::<Vec<Lit>>()
        };
        asked.flat_map(of).collect()
    }

    /// A world in which the insiders reacted as they did, and a tandem did not react this way to a question; or not at all, or
    /// did, where `any` is asked.
    pub fn another(
        &mut self,
        programme: &Programme,
        insiders: &[usize],
        (tandem, question): (usize, usize),
        asks: Asks,
    ) -> Option<Programme> {
        let said = self.said[question][tandem]?;
        let now = programme.asked[self.period][question][tandem];
        let mut with = self.told(programme, insiders);
        with.push(match (asks, now) {
            (Asks::Which | Asks::Talked, Reaction::Talked) => !said.talked,
            (Asks::Which, Reaction::Nothing) => !said.nothing,
            (Asks::Which | Asks::Any, Reaction::Silent) => said.any,
            (Asks::Any, _) => !said.any,
            (Asks::Talked, _) => said.talked,
        });
        self.clauses.is_possible(&with).then(|| {
            let mut world = programme.clone();
            for (row, reactions) in self.said.iter().zip(&mut world.asked[self.period]) {
                for (said, reaction) in row.iter().zip(reactions) {
                    let Some(said) = said else { continue };
                    let is = |literal| self.clauses.value(&[literal]) == 1;
                    *reaction = match (is(said.talked), is(said.nothing)) {
                        (true, _) => Reaction::Talked,
                        (false, true) => Reaction::Nothing,
                        (false, false) => Reaction::Silent,
                    };
                }
            }
            world
        })
    }
}

/// What is asked about a reaction: which it was, whether there was any, whether they talked.
#[derive(Debug, Clone, Copy)]
pub enum Asks {
    Which,
    Any,
    Talked,
}

fn any(clauses: &mut Clauses) -> Said {
    let (talked, nothing) = (clauses.number(1)[0], clauses.number(1)[0]);
    clauses.require(&[!talked, !nothing]);
    Said { talked, nothing, any: clauses.any(&[talked, nothing]) }
}

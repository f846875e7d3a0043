//! Small numbers, their sums and what is compared with them, written as clauses for a solver of propositional logic. A number
//! is a row of literals, each of which says that it is at least so much.

use batsat::{BasicSolver, Lit, SolverInterface, lbool};
use tandem::domain::figures::Released;

/// *k*.
pub const K: usize = 5;

/// From 1 on: "it is at least 1", "it is at least 2", and so on.
pub type Number = Vec<Lit>;

/// How many tandems it takes where two people know so many of them.
pub fn needed(taken: usize) -> usize {
    (K + taken + 1).max(2 * taken + 3)
}

pub struct Clauses {
    solver: BasicSolver,
    yes: Lit,
}

impl Clauses {
    pub fn new() -> Self {
        let mut solver = BasicSolver::default();
        let yes = Lit::new(solver.new_var_default(), true);
        solver.add_clause_reuse(&mut vec![yes]);
        Self { solver, yes }
    }

    /// One of these holds.
    pub fn require(&mut self, any: &[Lit]) {
        self.solver.add_clause_reuse(&mut any.to_vec());
    }

    fn literal(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    /// Whether all of these hold.
    pub fn all(&mut self, of: &[Lit]) -> Lit {
        let all = self.literal();
        for one in of {
            self.require(&[!all, *one]);
        }
        let otherwise: Vec<Lit> = of.iter().map(|one| !*one).chain([all]).collect();
        self.require(&otherwise);
        all
    }

    /// Whether any of these holds.
    pub fn any(&mut self, of: &[Lit]) -> Lit {
        let none: Vec<Lit> = of.iter().map(|one| !*one).collect();
        !self.all(&none)
    }

    /// Any number up to `most`.
    pub fn number(&mut self, most: usize) -> Number {
        let number: Number = (0..most).map(|_| self.literal()).collect();
        for two in number.windows(2) {
            self.require(&[!two[1], two[0]]);
        }
        number
    }

    pub fn at_least(&self, number: &[Lit], value: usize) -> Lit {
        match value.checked_sub(1) {
            None => self.yes,
            Some(at) => number.get(at).copied().unwrap_or(!self.yes),
        }
    }

    /// Whether it is exactly this.
    pub fn is(&mut self, number: &[Lit], value: usize) -> Lit {
        let bounds = [self.at_least(number, value), !self.at_least(number, value + 1)];
        self.all(&bounds)
    }

    /// The sum of two; above `cap` it is only known to be above.
    pub fn sum(&mut self, one: &[Lit], other: &[Lit], cap: usize) -> Number {
        let most = (one.len() + other.len()).min(cap + 1);
        let sum = self.number(most);
        for a in 0..=one.len() {
            for b in 0..=other.len() {
                let (low, high) = ((a + b).min(most), a + b + 1);
                let at_least = [self.at_least(one, a), self.at_least(other, b), self.at_least(&sum, low)];
                self.require(&[!at_least[0], !at_least[1], at_least[2]]);
                if high <= most {
                    let below = [self.at_least(one, a + 1), self.at_least(other, b + 1)];
                    let over = self.at_least(&sum, high);
                    self.require(&[below[0], below[1], !over]);
                }
            }
        }
        sum
    }

    /// The sum of all.
    pub fn total(&mut self, numbers: &[Number], cap: usize) -> Number {
        match numbers {
            [] => Number::new(),
            [one] => one.clone(),
            _ => {
                let (left, right) = numbers.split_at(numbers.len() / 2);
                let (left, right) = (self.total(left, cap), self.total(right, cap));
                self.sum(&left, &right, cap)
            }
        }
    }

    /// The two are the same.
    pub fn require_same(&mut self, one: &[Lit], other: &[Lit]) {
        for value in 1..=one.len().max(other.len()) {
            let (a, b) = (self.at_least(one, value), self.at_least(other, value));
            self.require(&[!a, b]);
            self.require(&[a, !b]);
        }
    }

    /// It is exactly this.
    pub fn require_is(&mut self, number: &[Lit], value: usize) {
        let is = self.is(number, value);
        self.require(&[is]);
    }

    /// Whether all that is required can be, together with these.
    pub fn is_possible(&mut self, with: &[Lit]) -> bool {
        self.solver.solve_limited(with) == lbool::TRUE
    }

    /// Whether, with these, it can be another number than now; or where `any` is asked, something instead of nothing or
    /// nothing instead of something.
    pub fn is_another(&mut self, with: &[Lit], number: &[Lit], now: usize, any: bool) -> bool {
        let (less, more) = (!self.at_least(number, now), self.at_least(number, now + 1));
        let others = if any && now > 0 { vec![!self.at_least(number, 1)] } else { vec![less, more] };
        others.into_iter().any(|other| self.is_possible(&[with, &[other]].concat()))
    }

    /// How much it is where all was last found possible.
    pub fn value(&self, number: &[Lit]) -> u32 {
        let holds = number.iter().filter(|literal| self.solver.value_lit(**literal) == lbool::TRUE);
        u32::try_from(holds.count()).unwrap()
    }

    /// A figure over these is what is published of it; `shown` says whether it may be shown.
    pub fn require_cell(&mut self, column: &[Number], shown: Lit, released: Released) {
        if let Released::Sum(sum) = released {
            self.require(&[shown]);
            let total = self.total(column, sum as usize);
            self.require_is(&total, sum as usize);
        } else {
            self.require(&[!shown]);
        }
    }

    /// Whether a sum over these may be shown: the guard's rule once more.
    pub fn passes(&mut self, column: &[Number], taken: usize) -> Lit {
        let there = column.len();
        if there < needed(taken) {
            let no = self.all(&[]);
            return !no;
        }
        let some: Vec<Number> = column.iter().map(|one| one.iter().take(1).copied().collect()).collect();
        let contributed = self.total(&some, there);
        let mut passes = vec![self.at_least(&contributed, K)];
        let mut heads = Vec::new();
        for value in 0..=column.iter().map(Vec::len).max().unwrap_or_default() {
            let have: Vec<Lit> = column.iter().map(|one| self.is(one, value)).collect();
            let others: Vec<Number> = have.iter().map(|has| vec![!*has]).collect();
            let others = self.total(&others, taken + 2);
            passes.push(self.at_least(&others, taken + 2));
            if value > 0 {
                let or_none: Vec<Lit> = have
                    .iter()
                    .zip(column)
                    .map(|(has, one)| {
                        let some = self.at_least(one, 1);
                        self.any(&[*has, !some])
                    })
                    .collect();
                heads.push(self.all(&or_none));
            }
        }
        let heads = self.any(&heads);
        let few_silent = self.at_least(&contributed, there - K + 1);
        passes.push(self.any(&[!heads, !few_silent]));
        self.all(&passes)
    }
}

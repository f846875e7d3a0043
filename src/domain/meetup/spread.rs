//! All rounds at once, where there are two sides: a choice of pairs in which nobody has more meetings than there are rounds,
//! as many pairs as possible, and the breaks of either side as even as possible. Such a choice can always be dealt out into
//! that many rounds (Kőnig), so its size is the number of meetings that no plan can exceed.

use std::collections::VecDeque;

/// Nobody.
const NONE: usize = usize::MAX;

/// A choice of pairs between two sides.
#[derive(Debug, Clone)]
pub struct Spread {
    rows: usize,
    columns: usize,
    may: Vec<bool>,
    chosen: Vec<bool>,
    /// Meetings that one person can have at most.
    each: usize,
}

impl Spread {
    /// Nothing chosen yet between `rows` people and `columns` others who `may` meet, each of them `each` times at most.
    #[must_use]
    pub fn new(rows: usize, columns: usize, each: usize, may: &dyn Fn(usize, usize) -> bool) -> Self {
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        let may: Vec<bool> = cells.map(|(row, column)| may(row, column)).collect();
        Self { rows, columns, chosen: vec![false; may.len()], may, each }
    }

    /// Whether a pair is chosen.
    #[must_use]
    pub fn has(&self, row: usize, column: usize) -> bool {
        self.chosen[row * self.columns + column]
    }

    /// Chooses a pair to begin with.
    pub fn choose(&mut self, row: usize, column: usize) {
        self.chosen[row * self.columns + column] = true;
    }

    /// How many pairs are chosen.
    #[must_use]
    pub fn size(&self) -> usize {
        self.chosen.iter().filter(|chosen| **chosen).count()
    }

    fn of_row(&self, row: usize) -> usize {
        self.chosen[row * self.columns..(row + 1) * self.columns].iter().filter(|chosen| **chosen).count()
    }

    fn of_column(&self, column: usize) -> usize {
        (0..self.rows).filter(|row| self.has(*row, column)).count()
    }

    /// Chooses more pairs until there are `most` of them, or no choice has more.
    pub fn widen(&mut self, most: usize) {
        while self.size() < most {
            let short: Vec<usize> = (0..self.rows).filter(|row| self.of_row(*row) < self.each).collect();
            let columns: Vec<usize> = (0..self.columns).map(|column| self.of_column(column)).collect();
            let ends = |column: usize| columns[column] < self.each;
            let (Some(column), steps) = self.walk(&short, ends) else { return };
            self.flip(column, &steps);
        }
    }

    /// Walks from rows over pairs that may be chosen to columns, and over chosen ones back to rows: the first column at
    /// which it may end, if there is one, and how everything on the way was reached.
    fn walk(&self, starts: &[usize], ends: impl Fn(usize) -> bool) -> (Option<usize>, Steps) {
        let mut steps = Steps { to_column: vec![NONE; self.columns], to_row: vec![NONE; self.rows] };
        let mut seen = vec![false; self.rows];
        let mut queue: VecDeque<usize> = starts.iter().copied().collect();
        for start in starts {
            seen[*start] = true;
        }
        while let Some(row) = queue.pop_front() {
            for column in 0..self.columns {
                let cell = row * self.columns + column;
                if !self.may[cell] || self.chosen[cell] || steps.to_column[column] != NONE {
                    continue;
                }
                steps.to_column[column] = row;
                if ends(column) {
                    return (Some(column), steps);
                }
                for (next, seen) in seen.iter_mut().enumerate() {
                    if self.has(next, column) && !*seen {
                        *seen = true;
                        steps.to_row[next] = column;
                        queue.push_back(next);
                    }
                }
            }
        }
        (None, steps)
    }

    /// Exchanges what is chosen and what is not along the way to a column.
    fn flip(&mut self, end: usize, steps: &Steps) {
        let mut column = end;
        while column != NONE {
            let row = steps.to_column[column];
            self.choose(row, column);
            let before = steps.to_row[row];
            if before != NONE {
                self.chosen[row * self.columns + before] = false;
            }
            column = before;
        }
    }

    /// Hands meetings on from rows with fewer breaks to rows with more, as long as two differ by more than one and it can be
    /// done; `before` are the breaks that each had before. The columns keep how many they have.
    pub fn even_rows(&mut self, before: &[u32]) {
        let breaks = |of: &Self, row: usize| before[row] as usize + of.each - of.of_row(row);
        'again: loop {
            let mut rows: Vec<usize> = (0..self.rows).filter(|row| self.of_row(*row) < self.each).collect();
            rows.sort_by_key(|row| (std::cmp::Reverse(breaks(self, *row)), *row));
            for row in rows {
                let (_, steps) = self.walk(&[row], |_| false);
                let own = breaks(self, row);
                let gives = (0..self.rows)
                    .filter(|other| steps.to_row[*other] != NONE && breaks(self, *other) + 2 <= own)
                    .min_by_key(|other| (breaks(self, *other), *other));
                if let Some(gives) = gives {
                    let column = steps.to_row[gives];
                    self.chosen[gives * self.columns + column] = false;
                    self.flip(column, &steps);
                    continue 'again;
                }
            }
            return;
        }
    }

    /// The same between the other two sides.
    #[must_use]
    pub fn turned(&self) -> Self {
        let cells = |of: &[bool]| {
            let at = |row: usize, column: usize| of[row * self.columns + column];
            (0..self.columns).flat_map(|column| (0..self.rows).map(move |row| at(row, column))).collect()
        };
        Self {
            rows: self.columns,
            columns: self.rows,
            may: cells(&self.may),
            chosen: cells(&self.chosen),
            each: self.each,
        }
    }
}

/// How everything was reached.
struct Steps {
    /// From which row each column was.
    to_column: Vec<usize>,
    /// Over which column each row was.
    to_row: Vec<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The largest number of pairs by trying every choice, cell by cell.
    fn most(
        may: &[Vec<bool>],
        each: usize,
        rows: &mut Vec<usize>,
        columns: &mut Vec<usize>,
        cell: usize,
    ) -> usize {
        let (row, column) = (cell / columns.len(), cell % columns.len());
        if row == rows.len() {
            return 0;
        }
        let without = most(may, each, rows, columns, cell + 1);
        if !may[row][column] || rows[row] == each || columns[column] == each {
            return without;
        }
        rows[row] += 1;
        columns[column] += 1;
        let with = 1 + most(may, each, rows, columns, cell + 1);
        rows[row] -= 1;
        columns[column] -= 1;
        with.max(without)
    }

    #[test]
    fn no_choice_has_more_pairs_and_no_handing_on_makes_breaks_more_even() {
        let mut rng = fastrand::Rng::with_seed(5);
        for case in 0..400 {
            let (rows, columns, each) = (rng.usize(1..5), rng.usize(1..5), rng.usize(1..4));
            let may: Vec<Vec<bool>> =
                (0..rows).map(|_| (0..columns).map(|_| rng.usize(0..4) > 0).collect()).collect();
            let mut spread = Spread::new(rows, columns, each, &|row, column| may[row][column]);
            spread.widen(usize::MAX);
            let best = most(&may, each, &mut vec![0; rows], &mut vec![0; columns], 0);
            assert_eq!(spread.size(), best, "case {case}");
            let columns_had: Vec<usize> = (0..columns).map(|column| spread.of_column(column)).collect();
            let before: Vec<u32> = (0..rows).map(|_| rng.u32(0..3)).collect();
            let uneven = |of: &Spread| -> usize {
                (0..rows).map(|row| (before[row] as usize + each - of.of_row(row)).pow(2)).sum()
            };
            let was = uneven(&spread);
            spread.even_rows(&before);
            assert!(uneven(&spread) <= was && spread.size() == best, "case {case}");
            let columns_have: Vec<usize> = (0..columns).map(|column| spread.of_column(column)).collect();
            assert_eq!(columns_have, columns_had, "case {case}");
            assert!((0..rows).all(|row| spread.of_row(row) <= each), "case {case}");
            assert!(
                (0..rows).all(|row| (0..columns).all(|column| may[row][column] || !spread.has(row, column)))
            );
        }
    }

    #[test]
    fn among_all_largest_choices_none_has_more_even_breaks() {
        let mut rng = fastrand::Rng::with_seed(6);
        for case in 0..150 {
            let (rows, columns, each) = (rng.usize(1..5), rng.usize(1..4), rng.usize(1..4));
            let cells: Vec<(usize, usize)> = (0..rows)
                .flat_map(|row| (0..columns).map(move |column| (row, column)))
                .filter(|_| rng.usize(0..5) > 0)
                .collect();
            let before: Vec<u32> = (0..rows).map(|_| rng.u32(0..3)).collect();
            let uneven = |met: &[usize]| -> usize {
                met.iter().zip(&before).map(|(met, before)| (*before as usize + each - met).pow(2)).sum()
            };
            let mut spread = Spread::new(rows, columns, each, &|row, column| cells.contains(&(row, column)));
            spread.widen(usize::MAX);
            spread.even_rows(&before);
            let own: Vec<usize> = (0..rows).map(|row| spread.of_row(row)).collect();
            for choice in 0_u32..1 << cells.len() {
                let mut met = vec![0; rows];
                let mut others = vec![0; columns];
                for (at, (row, column)) in cells.iter().enumerate() {
                    if choice & (1 << at) != 0 {
                        met[*row] += 1;
                        others[*column] += 1;
                    }
                }
                let as_large = choice.count_ones() as usize == spread.size();
                if as_large && met.iter().chain(&others).all(|one| *one <= each) {
                    assert!(uneven(&own) <= uneven(&met), "case {case}: {own:?}, better {met:?}");
                }
            }
        }
    }
}

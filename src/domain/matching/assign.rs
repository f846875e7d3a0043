//! The exact assignment: which row takes which column, so that as many rows as possible have one and, among all ways to
//! do that, the points are the most. Shortest augmenting paths with lazy duals, in integers; a cell that is closed is no
//! edge at all, so no number of points can open it.

/// Farther than any path: what cannot be reached stays there.
const UNREACHABLE: i64 = 1 << 58;
/// The cost of a closed cell: a path over it would still be unreachable.
const CLOSED: i64 = 1 << 60;
/// The most points a cell may have, either way. With tables of up to 2^16 rows every sum stays far below
/// `UNREACHABLE`.
const MOST: i64 = 1 << 32;

/// Points by row and column; a cell without points is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    rows: usize,
    columns: usize,
    cells: Vec<i64>,
}

impl Table {
    /// A table of so many rows and columns whose points are asked for one by one, row after row. Points beyond 2^32 count
    /// as that.
    #[must_use]
    pub fn new(rows: usize, columns: usize, mut points: impl FnMut(usize, usize) -> Option<i64>) -> Self {
        let mut cells = Vec::with_capacity(rows * columns);
        for row in 0..rows {
            for column in 0..columns {
                cells.push(points(row, column).map_or(CLOSED, |points| points.clamp(-MOST, MOST)));
            }
        }
        Self { rows, columns, cells }
    }

    /// How many rows it has.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The points of a cell; `None` when it is closed.
    #[must_use]
    pub fn points(&self, row: usize, column: usize) -> Option<i64> {
        let cell = self.cells[row * self.columns + column];
        (cell != CLOSED).then_some(cell)
    }

    /// Closes a cell.
    pub fn close(&mut self, row: usize, column: usize) {
        self.cells[row * self.columns + column] = CLOSED;
    }
}

/// Who takes what, and the prices that prove it to be the best.
#[derive(Debug)]
struct Solved {
    /// The column of each row.
    column_of: Vec<Option<usize>>,
    /// The prices of rows and columns (duals); only the proof in the tests reads those of the rows.
    #[cfg_attr(not(test), expect(dead_code, reason = "the proof of the optimum reads them"))]
    prices: (Vec<i64>, Vec<i64>),
}

/// The column that each row takes: as many rows as possible, then as many points as possible. The same table gives the
/// same answer.
#[must_use]
pub fn assign(table: &Table) -> Vec<Option<usize>> {
    solve(table).column_of
}

/// What a row costs that goes without: more than all pairs together, so that one more pair always wins.
fn alone(table: &Table) -> (i64, i64) {
    let open = || table.cells.iter().copied().filter(|cell| *cell != CLOSED);
    let (top, least) = (open().max().unwrap_or_default(), open().min().unwrap_or_default());
    let rows = i64::try_from(table.rows().min(table.columns)).unwrap_or(i64::MAX);
    (top, (top - least).saturating_mul(rows).saturating_add(1))
}

/// One search: from a row that has no column, over columns that are taken, to one that is free or to a row that goes
/// without.
struct Search {
    /// The distance of each column.
    distance: Vec<i64>,
    /// From which row each column was reached.
    from: Vec<usize>,
    /// Columns that have not been settled.
    left: Vec<usize>,
    /// Columns that were settled.
    settled: Vec<usize>,
}

/// Where a search ends.
enum End {
    /// At a free column.
    Column(usize),
    /// At a row that gives its column up, and goes without.
    Row(usize),
}

fn solve(table: &Table) -> Solved {
    let (rows, columns) = (table.rows(), table.columns);
    let (top, alone) = alone(table);
    let (mut row_price, mut column_price) = (vec![0_i64; rows], vec![0_i64; columns]);
    let (mut column_of, mut row_of) = (vec![None; rows], vec![None; columns]);
    let mut search = Search {
        distance: vec![0; columns],
        from: vec![0; columns],
        left: Vec::with_capacity(columns),
        settled: Vec::with_capacity(columns),
    };
    for start in 0..rows {
        search.distance.fill(UNREACHABLE);
        search.left.clear();
        search.left.extend(0..columns);
        search.settled.clear();
        let (mut row, mut reached) = (start, 0);
        let (mut way_out, mut out_at) = (start, UNREACHABLE);
        let end = loop {
            if reached + alone - row_price[row] < out_at {
                (way_out, out_at) = (row, reached + alone - row_price[row]);
            }
            let offset = reached - row_price[row] + top;
            let cells = &table.cells[row * columns..(row + 1) * columns];
            match search.step(cells, row, offset, &column_price, &row_of) {
                Some(at) if search.distance[search.left[at]] < out_at => {
                    let column = search.left.swap_remove(at);
                    reached = search.distance[column];
                    match row_of[column] {
                        Some(next) => row = next,
                        None => break End::Column(column),
                    }
                    search.settled.push(column);
                }
                _ => break End::Row(way_out),
            }
        };
        let length = if let End::Row(_) = end { out_at } else { reached };
        row_price[start] += length;
        for column in &search.settled {
            let rest = length - search.distance[*column];
            column_price[*column] -= rest;
            if let Some(row) = row_of[*column] {
                row_price[row] += rest;
            }
        }
        let mut free = match end {
            End::Column(column) => Some(column),
            End::Row(row) => column_of[row].take(),
        };
        while let Some(column) = free {
            let row = search.from[column];
            row_of[column] = Some(row);
            free = column_of[row].replace(column);
        }
    }
    Solved { column_of, prices: (row_price, column_price) }
}

impl Search {
    /// Looks from a row at every column that is left; the place in `left` of the nearest one. Among equally near ones a
    /// free column comes first: tables full of ties would otherwise be walked through from end to end.
    fn step(
        &mut self,
        cells: &[i64],
        row: usize,
        offset: i64,
        column_price: &[i64],
        row_of: &[Option<usize>],
    ) -> Option<usize> {
        let (mut nearest, mut least) = (None, UNREACHABLE);
        for (at, column) in self.left.iter().copied().enumerate() {
            // Points are what is wished for, so their opposite is the cost. A closed cell's way is too long to count.
            let cell = cells[column];
            let way = if cell == CLOSED { CLOSED } else { offset - cell - column_price[column] };
            if way < self.distance[column] {
                self.distance[column] = way;
                self.from[column] = row;
            }
            let distance = self.distance[column];
            if distance < least || (distance == least && distance < UNREACHABLE && row_of[column].is_none()) {
                (nearest, least) = (Some(at), distance);
            }
        }
        nearest
    }
}

#[cfg(test)]
#[path = "assign/tests.rs"]
mod tests;

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::*;

/// A table of points below `ties`, of which so many in a hundred are closed.
fn random(rng: &mut fastrand::Rng, rows: usize, columns: usize, ties: i64, closed: u32) -> Table {
    Table::new(rows, columns, |_, _| (rng.u32(0..100) >= closed).then(|| rng.i64(-ties..ties)))
}

fn worth(table: &Table, taken: &[Option<usize>]) -> (usize, i64) {
    let pairs = taken.iter().enumerate().filter_map(|(row, column)| Some((row, (*column)?)));
    let points: Vec<i64> = pairs.map(|(row, column)| table.points(row, column).expect("open")).collect();
    (points.len(), points.iter().sum())
}

/// No column twice, no closed cell.
fn assert_feasible(table: &Table, taken: &[Option<usize>]) {
    assert_eq!(taken.len(), table.rows());
    let mut columns: Vec<usize> = taken.iter().flatten().copied().collect();
    columns.sort_unstable();
    assert!(columns.windows(2).all(|two| two[0] != two[1]), "a column twice: {taken:?}");
    for (row, column) in taken.iter().enumerate() {
        assert!(column.is_none_or(|column| table.points(row, column).is_some()), "a closed cell");
    }
}

/// The prices prove that nothing is better: no pair costs less than its two prices, no row less than its own, and what is
/// taken costs just as much (linear programming duality).
fn assert_proven(table: &Table, solved: &Solved) {
    let (top, alone) = alone(table);
    let (row_price, column_price) = &solved.prices;
    for (row, of_row) in row_price.iter().enumerate() {
        assert!(*of_row <= alone);
        for (column, of_column) in column_price.iter().enumerate() {
            let Some(points) = table.points(row, column) else { continue };
            assert!(of_row + of_column <= top - points, "row {row}, column {column}");
        }
    }
    let paid: i64 = row_price.iter().sum::<i64>() + column_price.iter().sum::<i64>();
    let cost = |(row, column): (usize, &Option<usize>)| {
        column.map_or(alone, |column| top - table.points(row, column).expect("open"))
    };
    assert_eq!(paid, solved.column_of.iter().enumerate().map(cost).sum::<i64>());
    assert!(column_price.iter().all(|price| *price <= 0));
}

/// The best there is, by trying everything.
fn by_trying(table: &Table, row: usize, used: &mut Vec<bool>) -> (usize, i64) {
    if row == table.rows() {
        return (0, 0);
    }
    let mut best = by_trying(table, row + 1, used);
    for column in 0..table.columns {
        let Some(points) = table.points(row, column).filter(|_| !used[column]) else { continue };
        used[column] = true;
        let (pairs, rest) = by_trying(table, row + 1, used);
        used[column] = false;
        best = best.max((pairs + 1, rest + points));
    }
    best
}

#[test]
fn small_tables_get_the_best_there_is_whatever_is_closed() {
    let mut rng = fastrand::Rng::with_seed(1);
    for round in 0..3_000 {
        let (rows, columns) = (rng.usize(0..6), rng.usize(0..6));
        let ties = [1, 2, 20, 1_000][round % 4];
        let closed = [0, 30, 60, 90][round / 4 % 4];
        let table = random(&mut rng, rows, columns, ties, closed);
        let solved = solve(&table);
        assert_feasible(&table, &solved.column_of);
        assert_proven(&table, &solved);
        let best = by_trying(&table, 0, &mut vec![false; columns]);
        assert_eq!(worth(&table, &solved.column_of), best, "{table:?}");
    }
}

#[test]
fn larger_tables_agree_with_another_solver_and_prove_themselves() {
    let mut rng = fastrand::Rng::with_seed(2);
    for round in 0..60 {
        let rows = rng.usize(1..40);
        let columns = rows + rng.usize(0..20);
        let table = random(&mut rng, rows, columns, [3, 20, 10_000][round % 3], 0);
        let solved = solve(&table);
        assert_feasible(&table, &solved.column_of);
        assert_proven(&table, &solved);
        let points = |(row, column)| table.points(row, column).expect("nothing is closed");
        let other = kuhn_munkres(&Matrix::from_fn(rows, columns, points));
        assert_eq!(worth(&table, &solved.column_of), (rows, other.0));
    }
    for (rows, columns, ties, closed) in [(300, 120, 20, 60), (120, 300, 5, 97), (200, 200, 1_000, 99)] {
        let table = random(&mut rng, rows, columns, ties, closed);
        let solved = solve(&table);
        assert_feasible(&table, &solved.column_of);
        assert_proven(&table, &solved);
    }
}

#[test]
fn a_closed_cell_stays_closed_however_few_choices_there_are() {
    let one = Table::new(1, 1, |_, _| None);
    assert_eq!(assign(&one), [None]);
    let crossed = Table::new(2, 2, |row, column| (row == column).then_some(-1_000_000));
    assert_eq!(assign(&crossed), [Some(0), Some(1)], "few points are better than no partner");
    let narrow = Table::new(3, 3, |row, column| (column == 0 || row == 2).then_some(1));
    assert_eq!(worth(&narrow, &assign(&narrow)).0, 2);
    assert_eq!(assign(&Table::new(0, 3, |_, _| None)), []);
    assert_eq!(assign(&Table::new(2, 0, |_, _| None)), [None, None]);
}

#[test]
fn one_more_pair_is_worth_more_than_any_points() {
    // The row that would bring the most points gives way, so that both have a column.
    let table = Table::new(2, 2, |row, column| match (row, column) {
        (0, 0) => Some(1_000_000),
        (0, 1) => Some(-1_000_000),
        (1, 0) => Some(0),
        _ => None,
    });
    assert_eq!(assign(&table), [Some(1), Some(0)]);
}

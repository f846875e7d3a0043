//! The exact assignment on large tables: random points, points full of ties, mentors with several places, and three in five
//! pairs closed. Beside it, in the same run and on the same tables, scipy's `linear_sum_assignment`, where python3 with scipy
//! is there; both have to find the same total.
//!
//! `cargo bench --bench pairing` runs it within a minute or two. scipy knows no closed cells: it gets a cost there that no
//! sum of the others reaches, and what it then places on a closed cell counts as not placed.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "in a benchmark a panic is the report")]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use tandem::domain::matching::assign::{Table, assign};

/// Each table is worked out so often, and the shortest time counts.
const RUNS: usize = 3;
/// What stands for a closed cell in the files that scipy reads.
const CLOSED: i64 = i64::MIN;

struct Case {
    name: &'static str,
    rows: usize,
    columns: usize,
    cells: Vec<i64>,
}

fn case(name: &'static str, rows: usize, columns: usize, mut cell: impl FnMut(usize, usize) -> i64) -> Case {
    let cells = (0..rows * columns).map(|at| cell(at / columns, at % columns)).collect();
    Case { name, rows, columns, cells }
}

fn cases() -> Vec<Case> {
    let mut rng = fastrand::Rng::with_seed(2_000);
    let random = case("random, 2,000 x 2,000", 2_000, 2_000, |_, _| rng.i64(0..1_000_000));
    let tied = case("tied (0 to 20), 2,000 x 2,000", 2_000, 2_000, |_, _| rng.i64(0..=20));
    // 300 mentors take 2 to 5 mentees each: a column for each place.
    let places: Vec<usize> = (0..300).flat_map(|mentor| vec![mentor; rng.usize(2..=5)]).collect();
    let by_mentor: Vec<i64> = (0..1_000 * 300).map(|_| rng.i64(0..100)).collect();
    let several =
        case("1,000 mentees, 300 mentors with 2 to 5 places", 1_000, places.len(), |row, column| {
            by_mentor[row * 300 + places[column]]
        });
    let closed = case("60 % closed, 2,000 x 2,000", 2_000, 2_000, |_, _| {
        if rng.u32(0..100) < 60 { CLOSED } else { rng.i64(0..10_000) }
    });
    let all = case("the same mentors, 60 % closed", 1_000, places.len(), |row, column| {
        if rng.u32(0..100) < 60 { CLOSED } else { by_mentor[row * 300 + places[column]] }
    });
    vec![random, tied, several, closed, all]
}

/// Pairs, points, and the shortest time of all runs.
struct Found {
    pairs: usize,
    points: i64,
    took: Duration,
}

fn ours(case: &Case) -> Found {
    let mut took = Duration::MAX;
    let (mut pairs, mut points) = (0, 0);
    for _ in 0..RUNS {
        let table = Table::new(case.rows, case.columns, |row, column| {
            Some(case.cells[row * case.columns + column]).filter(|cell| *cell != CLOSED)
        });
        let begun = Instant::now();
        let taken = assign(&table);
        took = took.min(begun.elapsed());
        let found = taken.iter().enumerate().filter_map(|(row, column)| table.points(row, (*column)?));
        let found: Vec<i64> = found.collect();
        (pairs, points) = (found.len(), found.iter().sum());
    }
    Found { pairs, points, took }
}

/// scipy on the same table; `None` where it is not there.
fn scipy(case: &Case, file: &Path) -> Option<Found> {
    let bytes: Vec<u8> = case.cells.iter().flat_map(|cell| cell.to_le_bytes()).collect();
    std::fs::write(file, bytes).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/pairing/linear_sum.py");
    let arguments = [case.rows.to_string(), case.columns.to_string(), RUNS.to_string()];
    let answer = Command::new("python3").arg(script).arg(file).args(arguments).output().ok()?;
    let text = String::from_utf8(answer.stdout).unwrap();
    let mut words = text.split_whitespace().map(|word| word.parse::<f64>().ok());
    let mut next = || words.next().flatten();
    let (pairs, points, seconds) = (next()?, next()?, next()?);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole numbers below 2^53")]
    Some(Found { pairs: pairs as usize, points: points as i64, took: Duration::from_secs_f64(seconds) })
}

fn main() {
    let folder = std::env::temp_dir().join(format!("tandem-pairing-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load: {}", load.trim());
    for case in cases() {
        let found = ours(&case);
        let ms = |took: Duration| took.as_secs_f64() * 1_000.0;
        print!(
            "{:<48} {:>8.1} ms  {} pairs, {} points",
            case.name,
            ms(found.took),
            found.pairs,
            found.points
        );
        match scipy(&case, &folder.join("table")) {
            Some(theirs) => {
                let equal = (theirs.pairs, theirs.points) == (found.pairs, found.points);
                assert!(equal, "scipy: {} pairs, {} points", theirs.pairs, theirs.points);
                let ratio = ms(found.took) / ms(theirs.took);
                println!("   scipy {:>8.1} ms, the same total   ratio {ratio:.2}", ms(theirs.took));
            }
            None => println!("   (python3 with scipy is not there)"),
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load: {}", load.trim());
}

//! What tandems did with their tasks, exactly: all worlds that give the same published figures, written as clauses, so that a
//! solver finds another world wherever there is one, or tells that there is none. Given, worked, stuck and their remainders
//! hang together over all periods: worlds that differ in one thing often differ in five others, and no search by chance gets
//! there.
//!
//! A task that got stuck in one period may work in a later one. That a word is taken back and said again in a later period is
//! left out: it would only add to the worlds that are possible. In one period a tandem has at most [`Tasks::most`] of a
//! kind, somewhat more than anybody has in the world that is attacked; sums that are shown bound it as well.

use batsat::Lit;
use tandem::domain::figures::{Cell, Released, ReleasedCell, rows_of_two};

use super::super::company::{GIVEN, Programme, STUCK, TURNED, WORKED};
use super::super::published::{self, Rules};
use super::clauses::{Clauses, K, Number, needed};

/// Of what somebody may have more than anybody has.
const MORE: usize = 2;

/// What one tandem did with its tasks in a period.
struct Row {
    given: Number,
    worked: Number,
    stuck: Number,
    turned: Number,
    unfinished: Number,
    open: Number,
    reported: Number,
}

/// In the order in which the search names them.
const SECRETS: usize = 6;

impl Row {
    fn secret(&self, at: usize) -> &Number {
        [&self.given, &self.worked, &self.stuck, &self.unfinished, &self.open, &self.reported][at]
    }
}

/// All worlds that look like this one.
pub struct Tasks {
    clauses: Clauses,
    /// By tandem, by period; nothing where it does not count.
    rows: Vec<Vec<Option<Row>>>,
    /// As many of a kind a tandem has at most in a period.
    most: usize,
}

impl Tasks {
    pub fn of(programme: &Programme, rules: Rules) -> Self {
        let known = |which: usize| programme.deeds.iter().flatten().map(move |deeds| deeds[which] as usize);
        let largest = [GIVEN, WORKED, STUCK].into_iter().flat_map(known).max().unwrap_or_default();
        let mut worlds = Self { clauses: Clauses::new(), rows: Vec::new(), most: largest + MORE };
        for there in &programme.there {
            let life = worlds.life(there);
            worlds.rows.push(life);
        }
        let view = published::inside(programme, rules);
        for period in 0..programme.moods.len() {
            worlds.require_period(programme, rules, &view, period);
        }
        worlds.require_windows(programme, rules, &view);
        let all: Vec<usize> = (0..programme.pairs.len()).collect();
        let told = worlds.told(programme, &all);
        assert!(worlds.clauses.is_possible(&told), "the clauses leave out the world that is attacked");
        worlds
    }

    /// What a tandem can do in the periods in which it counts.
    fn life(&mut self, there: &[bool]) -> Vec<Option<Row>> {
        // What has not worked so far, and how much of it is stuck.
        let (mut unfinished, mut waits) = (Number::new(), Number::new());
        let mut rows = Vec::new();
        for there in there {
            if !*there {
                rows.push(None);
                continue;
            }
            let [given, worked, stuck] = [(); 3].map(|()| self.clauses.number(self.most));
            let turned = self.clauses.number(self.most.min(waits.len()));
            let left = self.less(&waits, &turned);
            waits = self.both(&left, &stuck);
            self.less(&worked, &turned);
            let all = self.both(&unfinished, &given);
            unfinished = self.less(&all, &worked);
            let open = self.less(&unfinished, &waits);
            let reported = self.both(&worked, &stuck);
            rows.push(Some(Row {
                given,
                worked,
                stuck,
                turned,
                unfinished: unfinished.clone(),
                open,
                reported,
            }));
        }
        rows
    }

    fn both(&mut self, one: &[Lit], other: &[Lit]) -> Number {
        self.clauses.sum(one, other, usize::MAX - 1)
    }

    /// One without the other, which is no more than that.
    fn less(&mut self, all: &[Lit], without: &[Lit]) -> Number {
        let rest = self.clauses.number(all.len());
        let again = self.both(&rest, without);
        self.clauses.require_same(&again, all);
        rest
    }

    fn column(&self, period: usize, of: fn(&Row) -> &Number) -> Vec<Number> {
        self.rows.iter().filter_map(|life| life[period].as_ref()).map(|row| of(row).clone()).collect()
    }

    /// The figures of a period are what they are.
    fn require_period(&mut self, programme: &Programme, rules: Rules, view: &[ReleasedCell], period: usize) {
        let pairs = programme.pairs.iter().zip(&programme.there).filter(|(_, there)| there[period]);
        let pairs: Vec<[u32; 2]> = pairs.map(|(pair, _)| *pair).collect();
        let rows = if rules == Rules::RowsNotPeople { 2 } else { rows_of_two(&pairs).max(2) };
        let parts: [fn(&Row) -> &Number; SECRETS] = [
            |row| &row.given,
            |row| &row.worked,
            |row| &row.stuck,
            |row| &row.unfinished,
            |row| &row.open,
            |row| &row.reported,
        ];
        let [given, worked, stuck, unfinished, open, reported] = parts.map(|of| self.column(period, of));
        let lines = |cell| {
            let lines = view.iter().filter(move |line| line.cell == cell).map(|line| line.released);
            lines.collect::<Vec<Released>>()
        };
        // Weaker rules that say a cell twice in each period say it the second time by their own rule.
        let twice =
            |cell, rule| if rules == rule { (lines(cell), 2 * period) } else { (lines(cell), period) };
        if pairs.len() >= needed(rows) {
            let shows_given = self.clauses.passes(&given, rows);
            let hides_given = !shows_given;
            let rest = self.clauses.passes(&unfinished, rows);
            let (passes, spared) =
                (self.clauses.passes(&worked, rows), self.clauses.any(&[hides_given, rest]));
            let shows_worked = self.clauses.all(&[passes, spared]);
            let (stuck_passes, both) =
                (self.clauses.passes(&stuck, rows), self.clauses.passes(&reported, rows));
            let rest = self.clauses.passes(&open, rows);
            let spared = self.clauses.any(&[hides_given, rest]);
            let shows_stuck = self.clauses.all(&[shows_worked, stuck_passes, both, spared]);
            let (cells, at) = twice(Cell::TasksGiven, Rules::AllAndNone);
            self.clauses.require_cell(&given, shows_given, cells[at]);
            let (cells, at) = twice(Cell::TasksWorked, Rules::NoRemainder);
            self.clauses.require_cell(&worked, shows_worked, cells[at]);
            self.clauses.require_cell(&stuck, shows_stuck, lines(Cell::TasksStuck)[period]);
        }
        match rules {
            Rules::AllAndNone => {
                let contributed: Vec<Number> = given.iter().map(|one| one[..1].to_vec()).collect();
                let contributed = self.clauses.total(&contributed, K);
                let bounds =
                    [self.clauses.at_least(&contributed, K), !self.clauses.at_least(&contributed, 1)];
                let shown = self.clauses.any(&bounds);
                self.clauses.require_cell(&given, shown, lines(Cell::TasksGiven)[2 * period + 1]);
            }
            Rules::NoRemainder => {
                let shown = self.clauses.passes(&worked, rows_of_two(&programme.pairs).max(2));
                self.clauses.require_cell(&worked, shown, lines(Cell::TasksWorked)[2 * period + 1]);
            }
            _ => {}
        }
    }

    /// A sum over several periods at once is what it is, with tandems that were there in some of them or in none.
    fn require_windows(&mut self, programme: &Programme, rules: Rules, view: &[ReleasedCell]) {
        let periods = programme.moods.len();
        let Some(window) = published::window(rules, periods) else { return };
        let given = |row: &Option<Row>| row.as_ref().map_or_else(Number::new, |row| row.given.clone());
        let lives: Vec<Vec<Number>> =
            self.rows.iter().map(|life| life[window.clone()].iter().map(given).collect()).collect();
        let column: Vec<Number> = lives.iter().map(|life| self.clauses.total(life, usize::MAX - 1)).collect();
        let shown = self.clauses.passes(&column, rows_of_two(&programme.pairs).max(2));
        let last = view.iter().rfind(|line| line.cell == Cell::TasksGiven).unwrap();
        self.clauses.require_cell(&column, shown, last.released);
    }

    /// That these tandems did what they did in this world.
    fn told(&mut self, programme: &Programme, tandems: &[usize]) -> Vec<Lit> {
        let mut told = Vec::new();
        for tandem in tandems {
            for (row, deeds) in self.rows[*tandem].iter().zip(&programme.deeds[*tandem]) {
                let Some(row) = row else { continue };
                let parts = [&row.given, &row.worked, &row.stuck, &row.turned];
                for (number, which) in parts.into_iter().zip([GIVEN, WORKED, STUCK, TURNED]) {
                    let value = deeds[which] as usize;
                    told.push(self.clauses.at_least(number, value));
                    told.push(!self.clauses.at_least(number, value + 1));
                }
            }
        }
        told
    }

    /// A world in which the insiders did what they did, and how many of this a tandem had in a period is another number; or,
    /// where `any` is asked, whether there was any is the other way round.
    pub fn another(
        &mut self,
        programme: &Programme,
        insiders: &[usize],
        (tandem, period, secret): (usize, usize, usize),
        any: bool,
    ) -> Option<Programme> {
        let told = self.told(programme, insiders);
        let number = self.rows[tandem][period].as_ref()?.secret(secret);
        let now = Self::now(programme, tandem, period)[secret];
        self.clauses.is_another(&told, number, now, any).then(|| self.world(programme))
    }

    /// How many of each a tandem had in a period.
    fn now(programme: &Programme, tandem: usize, period: usize) -> [usize; SECRETS] {
        let until = |which: usize| {
            programme.deeds[tandem][..=period].iter().map(|deeds| deeds[which] as usize).sum::<usize>()
        };
        let [given, worked, stuck] =
            [GIVEN, WORKED, STUCK].map(|which| programme.deeds[tandem][period][which] as usize);
        let unfinished = until(GIVEN) - until(WORKED);
        let open = unfinished + until(TURNED) - until(STUCK);
        [given, worked, stuck, unfinished, open, worked + stuck]
    }

    fn world(&self, programme: &Programme) -> Programme {
        let mut world = programme.clone();
        for (life, deeds) in self.rows.iter().zip(&mut world.deeds) {
            for (row, deeds) in life.iter().zip(deeds) {
                let Some(row) = row else { continue };
                let parts = [&row.given, &row.worked, &row.stuck, &row.turned];
                for (number, which) in parts.into_iter().zip([GIVEN, WORKED, STUCK, TURNED]) {
                    deeds[which] = self.clauses.value(number);
                }
            }
        }
        world
    }
}

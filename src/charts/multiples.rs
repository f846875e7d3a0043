//! Small multiples: one panel for each figure, the last column in colour, those before it in grey. Two panels stand side
//! by side, so that the picture is about as wide as high and its letters are large on a phone as well as on a desk.

use super::colours::{BEFORE, BLUE, GROUND, INK, MUTED, RULE};
use super::drawing::{Anchor, Drawing, Text};
use super::font::{width, wrap};

const WIDTH: f64 = 720.0;
const MARGIN: f64 = 32.0;
const GAP: f64 = 36.0;
const INNER: f64 = WIDTH - 2.0 * MARGIN;
const PANEL: f64 = (INNER - GAP) / 2.0;
/// With more columns a panel takes the whole width.
const COLUMNS: usize = 6;
const LABEL: f64 = 25.0;
const VALUE: f64 = 26.0;
const TICK: f64 = 21.0;
const PLOT: f64 = 84.0;
/// What is left free between two values beside each other.
const AIR: f64 = 6.0;
/// So much higher than its column a value may stand to clear those beside it.
const RAISED: f64 = 6.0;
/// A line in place of a sign that stands for what is not shown, and how high above the base it and a sign lie.
const DASH: (f64, f64) = (2.0, 16.0);
/// Letters stand so far apart from line to line, in parts of their size.
const LEADING: f64 = 1.25;

/// One column of a panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What it is about, in a few letters.
    pub tick: String,
    /// How high it is; `None` where nothing is shown.
    pub value: Option<f64>,
    /// The value as it is written; a sign in place of what is not shown.
    pub text: String,
}

/// One figure over its columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What is counted.
    pub label: String,
    /// From the earliest to the last.
    pub columns: Vec<Column>,
    /// What a column stands on, and the value at which it is as high as the panel.
    pub range: (f64, f64),
    /// Whether the range is a scale of its own, shown by a line, on which values are points.
    pub scale: bool,
    /// What is said below a figure that stands alone; may be empty.
    pub aside: String,
}

/// A picture of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiples {
    /// The first line.
    pub title: String,
    /// The second.
    pub subtitle: String,
    /// The figures in reading order.
    pub panels: Vec<Panel>,
    /// What is said below, one paragraph each.
    pub notes: Vec<String>,
}

impl Multiples {
    /// The drawing, 720 units wide and as high as it needs to be.
    #[must_use]
    pub fn drawing(&self) -> Drawing {
        let title = wrap(&self.title, 33.0, true, INNER);
        let subtitle = wrap(&self.subtitle, TICK + 2.0, false, INNER);
        let notes: Vec<String> = self.notes.iter().flat_map(|note| wrap(note, TICK, false, INNER)).collect();
        let wide = self.panels.len() == 1 || self.panels.iter().any(|panel| panel.columns.len() > COLUMNS);
        let (beside, across) = if wide { (1, INNER) } else { (2, PANEL) };
        let rows: Vec<&[Panel]> = self.panels.chunks(beside).collect();
        let panels: f64 = rows.iter().map(|row| row_height(row, across) + GAP).sum();
        let head = MARGIN + lines(title.len(), 33.0) + lines(subtitle.len(), TICK + 2.0) + 26.0;
        let foot = if notes.is_empty() { 0.0 } else { lines(notes.len(), TICK) + 18.0 };
        let mut drawing = Drawing::new(WIDTH, 1.0, GROUND).grown(head + panels - GAP + foot + MARGIN);
        let mut y = MARGIN;
        for line in title {
            y += 33.0 * LEADING;
            drawing.text(Text::new(MARGIN, y - 10.0, 33.0, line).bold());
        }
        for line in subtitle {
            y += (TICK + 2.0) * LEADING;
            drawing.text(Text::new(MARGIN, y - 6.0, TICK + 2.0, line).colour(MUTED));
        }
        y = head;
        for row in rows {
            let height = row_height(row, across);
            for (place, panel) in row.iter().enumerate() {
                let x = if place == 0 { MARGIN } else { MARGIN + PANEL + GAP };
                draw(&mut drawing, panel, (x, y), (across, height));
            }
            y += height + GAP;
        }
        y = y - GAP + 18.0;
        for line in notes {
            y += TICK * LEADING;
            drawing.text(Text::new(MARGIN, y - 6.0, TICK, line).colour(MUTED));
        }
        drawing
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

fn lines(number: usize, size: f64) -> f64 {
    count(number) * size * LEADING
}

fn labels(panel: &Panel, across: f64) -> Vec<String> {
    wrap(&panel.label, LABEL, true, across)
}

fn alone(panel: &Panel) -> bool {
    panel.columns.len() == 1
}

fn row_height(row: &[Panel], across: f64) -> f64 {
    let label = row.iter().map(|panel| labels(panel, across).len()).max().unwrap_or(1);
    let asides = row.iter().map(|panel| asides(panel, across).len()).max().unwrap_or_default();
    let plot = if row.iter().all(alone) {
        70.0 + lines(asides, TICK)
    } else {
        VALUE * LEADING + PLOT + TICK * LEADING + 8.0
    };
    lines(label, LABEL) + 6.0 + plot
}

fn asides(panel: &Panel, across: f64) -> Vec<String> {
    wrap(&panel.aside, TICK, false, across)
}

/// A panel whose columns stand on one base line with its neighbour's.
fn draw(drawing: &mut Drawing, panel: &Panel, (x, top): (f64, f64), (across, height): (f64, f64)) {
    let mut y = top;
    for line in labels(panel, across) {
        y += LABEL * LEADING;
        drawing.text(Text::new(x, y - 8.0, LABEL, line).bold());
    }
    if let [only] = &panel.columns[..] {
        let shown = only.value.is_some();
        let (size, colour) = if shown { (56.0, BLUE) } else { (TICK, MUTED) };
        drawing.text(Text::new(x, y + 58.0, size, &only.text).bold().colour(colour));
        for (at, line) in asides(panel, across).into_iter().enumerate() {
            let below = y + 66.0 + lines(at + 1, TICK) - 6.0;
            drawing.text(Text::new(x, below, TICK, line).colour(MUTED));
        }
        return;
    }
    let base = top + height - TICK * LEADING - 8.0;
    Plot { panel, x, across, base, step: across / count(panel.columns.len()) }.draw(drawing);
}

/// The columns of a panel on their line.
struct Plot<'a> {
    panel: &'a Panel,
    x: f64,
    across: f64,
    base: f64,
    /// How far it is from one column to the next.
    step: f64,
}

impl Plot<'_> {
    fn draw(&self, drawing: &mut Drawing) {
        let Self { x, across, base, step, .. } = *self;
        let columns = &self.panel.columns;
        drawing.line((x, base), (x + across, base), 2.0, RULE);
        let tick = columns.iter().map(|column| width(&column.tick, TICK, false) + 8.0).fold(0.0, f64::max);
        let ticks = every(tick, step);
        for (place, column) in columns.iter().enumerate() {
            let colour = if self.is_last(place) { BLUE } else { BEFORE };
            self.bar(drawing, column, self.middle(place), colour);
            // Ticks that would run into each other stand at some of the columns, the last one among them.
            if (columns.len() - 1 - place).is_multiple_of(ticks) {
                let ink = if self.is_last(place) { INK } else { MUTED };
                let written = Text::new(self.middle(place), base + TICK * LEADING + 2.0, TICK, &column.tick);
                drawing.text(written.anchor(Anchor::Middle).colour(ink));
            }
        }
        self.dashes(drawing);
        self.values(drawing, ticks);
    }

    fn is_last(&self, place: usize) -> bool {
        place + 1 == self.panel.columns.len()
    }

    fn middle(&self, place: usize) -> f64 {
        self.x + self.step * (count(place) + 0.5)
    }

    /// Whether what is not shown is a line over its columns, because signs would stand too close together.
    fn is_fine(&self) -> bool {
        self.panel.columns.len() > COLUMNS
    }

    /// Writes values above their columns: all where there is room for each, else the last, the largest, and the highest
    /// of each few columns.
    fn values(&self, drawing: &mut Drawing, ticks: usize) {
        let columns = &self.panel.columns;
        let wide = |place: usize, size: f64| width(&columns[place].text, size, self.is_last(place));
        let written: Vec<usize> =
            (0..columns.len()).filter(|at| columns[*at].value.is_some() || !self.is_fine()).collect();
        let widest = |size: f64| written.iter().map(|at| wide(*at, size)).fold(0.0, f64::max) + AIR;
        let room = [VALUE, TICK].into_iter().find(|size| widest(*size) <= self.step);
        let size = room.unwrap_or(TICK);
        let value = |at: &usize| columns[*at].value.unwrap_or(f64::MIN);
        let highest =
            |run: &[usize]| run.iter().copied().max_by(|one, other| value(one).total_cmp(&value(other)));
        let largest = highest(&written);
        let apart = ticks.max(every(widest(size), self.step));
        let window = |at: &usize| (columns.len() - 1 - at) / apart;
        let between = written.chunk_by(|one, other| window(one) == window(other)).rev();
        let between = between.filter_map(highest);
        let mut chosen: Vec<usize> =
            written.last().copied().into_iter().chain(largest).chain(between).collect();
        if room.is_some() || !self.is_fine() {
            chosen.extend(&written);
        }
        let mut taken: Vec<(f64, f64)> = Vec::new();
        for place in chosen {
            let half = wide(place, size) / 2.0 + AIR / 2.0;
            let mut middle = self.middle(place).min(self.x + self.across - half).max(self.x + half);
            let clear =
                |middle: f64| taken.iter().find(|(from, to)| middle - half < *to && *from < middle + half);
            // The largest moves aside for the last.
            if let (true, Some((from, _))) = (Some(place) == largest && taken.len() == 1, clear(middle)) {
                if written.last() == Some(&place) {
                    continue;
                }
                middle = from - half;
            }
            if clear(middle).is_some() {
                continue;
            }
            let (from, to) = (middle - half, middle + half);
            // Above every column that it reaches over, so that it stands on none of them.
            let reached = (0..columns.len()).filter(|at| {
                *at == place || (self.middle(*at) + self.half() > from && self.middle(*at) - self.half() < to)
            });
            let (high, own) = (
                reached.map(|at| self.height(&columns[at])).fold(0.0, f64::max),
                self.height(&columns[place]),
            );
            // Above a higher one it would be taken for that one's; but the last is needed, and a line leads to it.
            if high > own + RAISED {
                if written.last() != Some(&place) {
                    continue;
                }
                let (from, to) = (self.base - own - 2.0, self.base - high - 5.0);
                drawing.line((self.middle(place), from), (self.middle(place), to), 1.0, MUTED);
            }
            taken.push((from, to));
            let upper = self.base - high;
            let last = self.is_last(place);
            let text = Text::new(middle, upper - 9.0, size, &columns[place].text).anchor(Anchor::Middle);
            let text = text.colour(if last { INK } else { MUTED });
            drawing.text(if last { text.bold() } else { text });
        }
    }

    /// One thin line for each run of columns that are not shown.
    fn dashes(&self, drawing: &mut Drawing) {
        if !self.is_fine() {
            return;
        }
        let mut place = 0;
        for run in self.panel.columns.chunk_by(|one, other| one.value.is_some() == other.value.is_some()) {
            if run[0].value.is_none() {
                let (first, last) = (self.middle(place), self.middle(place + run.len() - 1));
                let (half, y) = ((self.step * 0.3).min(8.0), self.base - DASH.1);
                drawing.line((first - half, y), (last + half, y), DASH.0, MUTED);
            }
            place += run.len();
        }
    }

    /// Half of how wide a column is, or of its point.
    fn half(&self) -> f64 {
        if self.panel.scale { (self.step * 0.4).min(12.0) } else { (self.step * 0.3).min(26.0) }
    }

    /// How high the column's value lies.
    fn lies(&self, value: f64) -> f64 {
        let (low, high) = self.panel.range;
        ((value - low) / (high - low).max(f64::EPSILON)).clamp(0.0, 1.0) * PLOT
    }

    /// How high a column reaches, its point or its line for "not shown" included.
    fn height(&self, column: &Column) -> f64 {
        match column.value {
            Some(value) if self.panel.scale => self.lies(value) + self.half() - 2.0,
            Some(value) => self.lies(value).max(3.0),
            None if self.is_fine() => DASH.1,
            None => 0.0,
        }
    }

    fn bar(&self, drawing: &mut Drawing, column: &Column, middle: f64, colour: &str) {
        let (half, base) = (self.half(), self.base);
        let Some(value) = column.value else { return };
        let lies = self.lies(value);
        if self.panel.scale {
            drawing.line((middle, base), (middle, base - lies), 3.0, RULE);
            drawing.circle((middle, base - lies), half, colour);
            return;
        }
        let drawn = lies.max(3.0);
        drawing.rect((middle - half, base - drawn), (2.0 * half, drawn), 3.0, colour);
        // The corners below are square: a bar stands on its line.
        if drawn > 6.0 {
            drawing.rect((middle - half, base - 3.0), (2.0 * half, 3.0), 0.0, colour);
        }
    }
}

/// At every how many columns something stands that is so wide.
fn every(wide: f64, step: f64) -> usize {
    (1..100).find(|columns| count(*columns) * step >= wide).unwrap_or(100)
}

#[cfg(test)]
#[path = "multiples/tests.rs"]
mod tests;

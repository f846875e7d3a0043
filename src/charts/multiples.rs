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
/// Where columns stand close together.
const SMALL: f64 = 16.0;
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
    let plot = if row.iter().all(alone) { 70.0 } else { VALUE * LEADING + PLOT + TICK * LEADING + 8.0 };
    lines(label, LABEL) + 6.0 + plot
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
        return;
    }
    let base = top + height - TICK * LEADING - 8.0;
    let step = across / count(panel.columns.len());
    drawing.line((x, base), (x + across, base), 2.0, RULE);
    let ticks = panel.columns.iter().map(|column| width(&column.tick, TICK, false) + 8.0).fold(0.0, f64::max);
    for (place, column) in panel.columns.iter().enumerate() {
        let last = place + 1 == panel.columns.len();
        let middle = x + step * (count(place) + 0.5);
        let (colour, ink) = if last { (BLUE, INK) } else { (BEFORE, MUTED) };
        let tick = if last { INK } else { MUTED };
        // Ticks that would run into each other stand at some of the columns, the last one among them.
        let after = count(panel.columns.len() - 1 - place) * step;
        if ticks <= step || (after / step) % (ticks / step).ceil() < 0.5 {
            let written = Text::new(middle, base + TICK * LEADING + 2.0, TICK, &column.tick);
            drawing.text(written.anchor(Anchor::Middle).colour(tick));
        }
        let upper = base - bar(drawing, panel, column, (middle, step, base), colour);
        let fits = |size: &f64| width(&column.text, *size, last) <= step;
        let size = [VALUE, TICK].into_iter().find(fits).unwrap_or(if ticks <= step { TICK } else { SMALL });
        let value = Text::new(middle, upper - 9.0, size, &column.text).anchor(Anchor::Middle).colour(ink);
        drawing.text(if last { value.bold() } else { value });
    }
}

/// Draws a column and tells how high it is.
fn bar(drawing: &mut Drawing, panel: &Panel, column: &Column, place: (f64, f64, f64), colour: &str) -> f64 {
    let (middle, step, base) = place;
    let half = (step * 0.3).min(26.0);
    let Some(value) = column.value else { return 0.0 };
    let (low, high) = panel.range;
    let height = ((value - low) / (high - low).max(f64::EPSILON)).clamp(0.0, 1.0) * PLOT;
    if panel.scale {
        drawing.line((middle, base), (middle, base - height), 3.0, RULE);
        drawing.circle((middle, base - height), 12.0, colour);
        return height + 10.0;
    }
    let drawn = height.max(3.0);
    drawing.rect((middle - half, base - drawn), (2.0 * half, drawn), 3.0, colour);
    // The corners below are square: a bar stands on its line.
    if drawn > 6.0 {
        drawing.rect((middle - half, base - 3.0), (2.0 * half, 3.0), 0.0, colour);
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel(label: &str, values: &[Option<f64>]) -> Panel {
        let column = |value: &Option<f64>| Column {
            tick: "4.1.".into(),
            value: *value,
            text: value.map_or("–".into(), |value| value.to_string()),
        };
        let columns = values.iter().map(column).collect();
        Panel { label: label.into(), columns, range: (0.0, 30.0), scale: false }
    }

    fn picture(panels: Vec<Panel>) -> Multiples {
        let (title, subtitle) = ("In den Tandems".into(), "1. März bis 28. März".into());
        Multiples { title, subtitle, panels, notes: vec!["Nicht gezeigt: Treffen".into()] }
    }

    #[test]
    fn a_picture_is_about_as_wide_as_high_and_holds_every_word_it_was_given() {
        let panels = ["Treffen", "Aufgaben gegeben", "Aufgaben, die geklappt haben", "Stimmung"]
            .map(|label| panel(label, &[Some(3.0), None, Some(30.0), Some(12.0)]));
        let drawing = picture(panels.into()).drawing();
        let ratio = drawing.width() / drawing.height();
        assert!((0.8..1.6).contains(&ratio), "{ratio}");
        let svg = drawing.svg("");
        for word in ["In den Tandems", "1. März bis 28. März", "Nicht gezeigt: Treffen", ">30<", ">–<"] {
            assert!(svg.contains(word), "{word}");
        }
    }

    #[test]
    fn what_is_not_shown_has_no_bar() {
        let bars = |values: &[Option<f64>]| {
            picture(vec![panel("Treffen", values)]).drawing().svg("").matches("<rect").count()
        };
        assert_eq!(bars(&[None, None]) + 2, bars(&[None, Some(20.0)]));
    }
}

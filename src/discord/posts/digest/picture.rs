//! The digest's figures as a picture. It is drawn from the same rows of released cells as the words, and its alternative
//! text *is* the words, so that none of the three can say more than the others (P8).

use super::{FIGURES, figure_alone, name};
use crate::charts::multiples::{Column, Multiples, Panel};
use crate::discord::view::FileView;
use crate::domain::digest::Inside;
use crate::domain::figures::{Cell, Released};
use crate::domain::language::Language;
use crate::locales::{date, day_short, say};

/// Pixels for each unit of the drawing: 1,080 in width, sharp on a phone.
const SCALE: f64 = 1.5;
/// In place of a figure that is not shown. The picture explains it where it occurs.
const HIDDEN: &str = "–";
/// The mood's scale.
const MOOD: (f64, f64) = (1.0, 5.0);

/// The picture as a file, with its alternative text; `None` where no figure is shown in any of the periods.
pub(super) fn file(language: Language, inside: &Inside, alternative: &str) -> Option<FileView> {
    let Inside::Figures { last, .. } = inside else { return None };
    let bytes = multiples(language, inside)?.drawing().png(SCALE).ok()?;
    let name = format!("{}-{}.png", say(language, "digest-file"), last.last_day);
    Some(FileView { name, description: alternative.to_owned(), bytes })
}

/// What the picture shows; `None` without any figure.
pub(super) fn multiples(language: Language, inside: &Inside) -> Option<Multiples> {
    let Inside::Figures { last, before } = inside else { return None };
    let shown = |cell: &Cell| !inside.row(*cell).is_empty() && inside.nowhere_shown(*cell).is_none();
    let top = |cell: Cell| {
        let cells = FIGURES.iter().map(|(other, _)| *other).filter(|other| cell.compares_with(*other));
        let values = cells.flat_map(|cell| inside.row(cell)).flatten().filter_map(value);
        values.fold(1.0, f64::max)
    };
    let panels: Vec<Panel> = FIGURES
        .iter()
        .filter(|(cell, _)| shown(cell))
        .map(|(cell, label)| Panel {
            label: name(language, *cell, label),
            columns: columns(language, inside, *cell),
            range: if cell.counts_people() { MOOD } else { (0.0, top(*cell)) },
            scale: cell.counts_people(),
            aside: String::new(),
        })
        .collect();
    if panels.is_empty() {
        return None;
    }
    let subtitle = say(language, "digest-picture-period")
        .with("from", date(language, last.first_day))
        .with("to", date(language, last.last_day))
        .with("before", before.len());
    let hidden = panels.iter().flat_map(|panel| &panel.columns).any(|column| column.value.is_none());
    let sign = hidden.then(|| say(language, "digest-picture-sign").with("sign", HIDDEN).text());
    Some(Multiples {
        title: say(language, "digest-inside-waiting-field").text(),
        subtitle: subtitle.text(),
        panels,
        notes: sign.into_iter().chain(super::hidden(language, inside)).collect(),
    })
}

fn columns(language: Language, inside: &Inside, cell: Cell) -> Vec<Column> {
    let periods = inside.periods();
    periods
        .iter()
        .zip(inside.row(cell))
        .map(|(period, released)| Column {
            tick: day_short(language, period.first_day),
            value: released.and_then(value),
            text: match released.filter(|released| released.is_shown()) {
                Some(released) => figure_alone(language, released),
                None => HIDDEN.to_owned(),
            },
        })
        .collect()
}

fn value(released: Released) -> Option<f64> {
    match released {
        Released::Sum(sum) => Some(f64::from(sum)),
        Released::Mean(mean) => Some(mean.value()),
        Released::Withheld(_) => None,
    }
}

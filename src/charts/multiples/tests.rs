use super::*;
use crate::charts::drawing::Shape;

fn panel(label: &str, values: &[Option<f64>]) -> Panel {
    let column = |value: &Option<f64>| Column {
        tick: "4.1.".into(),
        value: *value,
        text: value.map_or("–".into(), |value| value.to_string()),
    };
    let columns = values.iter().map(column).collect();
    Panel { label: label.into(), columns, range: (0.0, 30.0), scale: false, aside: String::new() }
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

/// Left, upper, right and lower edge of what something covers.
type Covered = (f64, f64, f64, f64);

fn covered(text: &Text) -> Covered {
    let (wide, (x, y)) = (width(&text.words, text.size, text.bold), text.at);
    let left = match text.anchor {
        Anchor::Start => x,
        Anchor::Middle => x - wide / 2.0,
        Anchor::End => x - wide,
    };
    (left, y - 0.74 * text.size, left + wide, y + 0.22 * text.size)
}

fn overlap(one: Covered, other: Covered) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

/// Columns as weeks bring them, of values of so many digits, some of them not shown.
fn weeks(columns: usize, most: f64, scale: bool) -> Panel {
    let mut rng = fastrand::Rng::with_seed(u64::try_from(columns).unwrap());
    let column = |at: usize| {
        let value = if scale { 1.5 + f64::from(rng.u8(0..7)) / 2.0 } else { (rng.f64() * most).round() };
        let value = (rng.u8(0..5) > 0).then_some(value);
        let text =
            value.map_or("–".into(), |value| if scale { format!("{value:.1}") } else { value.to_string() });
        Column { tick: format!("{}.{}.", 20 + at % 9, 10 + at % 3), value, text }
    };
    let columns = (0..columns).map(column).collect();
    let range = if scale { (1.0, 5.0) } else { (0.0, most) };
    Panel { label: "Treffen".into(), columns, range, scale, aside: String::new() }
}

#[test]
fn no_number_stands_on_another_or_on_a_bar_however_many_columns_there_are() {
    for (columns, most, scale) in (1..=52).flat_map(|columns| {
        [(9.0, false), (40.0, false), (900.0, false), (5.0, true)].map(|(most, scale)| (columns, most, scale))
    }) {
        let panel = weeks(columns, most, scale);
        let drawing = picture(vec![panel.clone(), weeks(columns, most, !scale && most < 6.0)]).drawing();
        let texts: Vec<&Text> = drawing
            .shapes
            .iter()
            .filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None })
            .collect();
        for (at, text) in texts.iter().enumerate() {
            let place = covered(text);
            assert!(place.0 >= 0.0 && place.2 <= WIDTH && place.3 <= drawing.height(), "{text:?}");
            for other in &texts[at + 1..] {
                assert!(!overlap(place, covered(other)), "{columns} columns: {text:?} on {other:?}");
            }
            // The first shape is the ground.
            for shape in &drawing.shapes[1..] {
                let drawn = match shape {
                    Shape::Rect { at: (x, y), size: (wide, high), .. } => (*x, *y, x + wide, y + high),
                    Shape::Circle { centre: (x, y), radius, .. } => {
                        (x - radius, y - radius, x + radius, y + radius)
                    }
                    Shape::Line { .. } | Shape::Text(_) => continue,
                };
                let bare = (place.0, place.1, place.2, place.3 - 0.22 * text.size);
                assert!(!overlap(bare, drawn), "{columns} columns: {text:?} on {shape:?}");
            }
        }
        let written = |text: &str| texts.iter().any(|one| one.words == text);
        let shown: Vec<&Column> = panel.columns.iter().filter(|column| column.value.is_some()).collect();
        let largest = shown.iter().max_by(|one, other| one.value.partial_cmp(&other.value).unwrap());
        for column in shown.last().into_iter().chain(largest) {
            assert!(written(&column.text), "{columns} columns without {}", column.text);
        }
    }
}

#[test]
fn of_a_long_course_points_shrink_and_what_is_not_shown_in_a_row_is_one_line() {
    let lines = |panel: Panel| {
        let drawing = picture(vec![panel]).drawing();
        let thin = |shape: &&Shape| matches!(shape, Shape::Line { thickness, colour, .. } if *thickness < 3.0 && colour == MUTED);
        let radius = drawing.shapes.iter().find_map(|shape| match shape {
            Shape::Circle { radius, .. } => Some(*radius),
            _ => None,
        });
        (drawing.shapes.iter().filter(thin).count(), drawing.svg("").matches(">–<").count(), radius)
    };
    let run = |columns: usize| {
        let value = |at: usize| (at < 2 || at % 20 == 9).then_some(3.0);
        let values: Vec<_> = (0..columns).map(value).collect();
        Panel { range: (1.0, 5.0), scale: true, ..panel("Stimmung", &values) }
    };
    assert_eq!(lines(run(4)), (0, 2, Some(12.0)));
    assert_eq!(lines(run(9)), (1, 0, Some(12.0)));
    let (thin, signs, radius) = lines(run(46));
    assert_eq!((thin, signs), (3, 0));
    assert!(radius.is_some_and(|radius| radius < 6.0), "{radius:?}");
}

#[test]
fn a_number_above_a_higher_column_would_be_taken_for_that_ones() {
    let values: Vec<_> = (0..46).map(|at| Some(if at % 2 == 0 { 30.0 } else { 10.0 })).collect();
    let drawing = picture(vec![panel("Treffen", &values)]).drawing();
    let written = |words: &str| {
        drawing
            .shapes
            .iter()
            .filter(|shape| matches!(shape, Shape::Text(text) if text.words == words))
            .count()
    };
    let leads = |shape: &&Shape| matches!(shape, Shape::Line { thickness, .. } if *thickness < 1.5);
    assert!(written("30") > 1, "the high ones have theirs");
    assert_eq!(
        (written("10"), drawing.shapes.iter().filter(leads).count()),
        (1, 1),
        "a line leads to the last"
    );
}

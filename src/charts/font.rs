//! The one font of all pictures, embedded: how wide its letters are, how they are kerned, what they look like. Letters
//! are laid one after another from left to right, which is enough for the languages we have.

use std::sync::LazyLock;

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};

/// Noto Sans, from the crate `notosans`, which brings its licence, the SIL Open Font License 1.1. It has no emoji.
pub const FAMILY: &str = "Noto Sans";

static REGULAR: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::parse(notosans::REGULAR_TTF, 0).ok());
static BOLD: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(notosans::BOLD_TTF, 0).ok());

fn face(bold: bool) -> Option<&'static Face<'static>> {
    if bold { BOLD.as_ref() } else { REGULAR.as_ref() }
}

/// A letter in its place.
pub(super) struct Letter {
    /// The letter's shape.
    pub glyph: GlyphId,
    /// How far from the beginning of the line it stands.
    pub x: f64,
}

/// The letters of a line in their places, and the line's width.
pub(super) fn laid(words: &str, size: f64, bold: bool) -> (Vec<Letter>, f64) {
    let Some(face) = face(bold) else { return (Vec::new(), 0.0) };
    let scale = size / f64::from(face.units_per_em());
    let (mut letters, mut x, mut last) = (Vec::new(), 0.0, None);
    for letter in words.chars() {
        let glyph = face.glyph_index(letter).unwrap_or_default();
        if let Some(last) = last {
            x += f64::from(kerning(face, last, glyph)) * scale;
        }
        letters.push(Letter { glyph, x });
        x += f64::from(face.glyph_hor_advance(glyph).unwrap_or_default()) * scale;
        last = Some(glyph);
    }
    (letters, x)
}

/// By how much the second of two letters is moved, in the font's units.
fn kerning(face: &Face<'_>, first: GlyphId, second: GlyphId) -> i16 {
    let Some(table) = face.tables().gpos else { return 0 };
    let kern = table.features.into_iter().filter(|feature| feature.tag == Tag::from_bytes(b"kern"));
    let Some(feature) = kern.into_iter().next() else { return 0 };
    for lookup in feature.lookup_indices.into_iter().filter_map(|index| table.lookups.get(index)) {
        for subtable in lookup.subtables.into_iter::<PositioningSubtable<'_>>() {
            let PositioningSubtable::Pair(pair) = subtable else { continue };
            let Some(covered) = pair.coverage().get(first) else { continue };
            let moved = match pair {
                PairAdjustment::Format1 { sets, .. } => sets.get(covered).and_then(|set| set.get(second)),
                PairAdjustment::Format2 { classes, matrix, .. } => {
                    matrix.get((classes.0.get(first), classes.1.get(second)))
                }
            };
            if let Some((moved, _)) = moved {
                return moved.x_advance;
            }
        }
    }
    0
}

/// Draws the outline of a letter in the font's units, `y` upwards; tells how many of them make the letters' size.
pub(super) fn outline(glyph: GlyphId, bold: bool, builder: &mut dyn OutlineBuilder) -> f64 {
    let Some(face) = face(bold) else { return 1.0 };
    face.outline_glyph(glyph, builder);
    f64::from(face.units_per_em())
}

/// How wide a line of text is.
#[must_use]
pub fn width(words: &str, size: f64, bold: bool) -> f64 {
    laid(words, size, bold).1
}

/// A text in lines of at most this width, broken between words; a word that is wider has a line of its own.
#[must_use]
pub fn wrap(words: &str, size: f64, bold: bool, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, bold) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

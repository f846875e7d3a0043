//! Pictures: one list of shapes becomes SVG text (for a page) or PNG bytes (for a messenger). The room knows shapes,
//! colours and type; words and figures are handed in by whoever has something to show.
//!
//! The same drawing gives the same bytes on every machine: the font is embedded, nothing is looked up on the system, and
//! no time or random number is in it.

pub mod answers;
pub mod colours;
mod drawing;
mod font;
pub mod multiples;
mod pixels;
mod qr;
mod svg;

use thiserror::Error;

pub use drawing::{Anchor, Drawing, Text};
pub use font::{FAMILY, width, wrap};
pub use qr::qr;
pub use svg::escape;

/// Why a drawing has no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Error {
    /// It is empty, or larger than 8,192 pixels on a side.
    #[error("the drawing is empty or too large")]
    Size,
    /// The picture could not be packed.
    #[error("the picture cannot be written")]
    Encoding,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> Drawing {
        let mut card = Drawing::new(200.0, 80.0, "#ffffff");
        card.rect((10.0, 10.0), (40.0, 20.0), 4.0, "#0072b2");
        card.line((10.0, 70.0), (190.0, 70.0), 1.0, "#cccccc");
        card.circle((100.0, 20.0), 8.0, "#d55e00");
        card.text(Text::new(10.0, 60.0, 16.0, "Grüße & <Öl>").bold());
        card
    }

    fn size(png: &[u8]) -> (u32, u32) {
        let word = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        (word(16), word(20))
    }

    #[test]
    fn the_same_drawing_gives_the_same_bytes_at_the_asked_size() {
        let picture = card().png(2.0).unwrap();
        assert_eq!(size(&picture), (400, 160));
        assert_eq!(picture, card().png(2.0).unwrap());
        assert_eq!(&picture[..8], b"\x89PNG\r\n\x1a\n");
    }

    #[test]
    fn umlauts_quotes_and_dashes_have_their_own_shapes() {
        let ink = |text: &str| {
            let mut drawing = Drawing::new(60.0, 60.0, "#ffffff");
            drawing.text(Text::new(10.0, 40.0, 30.0, text));
            drawing.png(1.0).unwrap()
        };
        let missing = ink("\u{10ffff}");
        for letter in "äöüÄÖÜßẞ„“–…€·×".chars() {
            assert_ne!(ink(&letter.to_string()), missing, "{letter}");
        }
        assert_ne!(ink("ä"), ink("a"));
    }

    #[test]
    fn a_picture_is_what_was_drawn() {
        let mut drawing = Drawing::new(4.0, 2.0, "#102030");
        drawing.rect((2.0, 0.0), (2.0, 2.0), 0.0, "#ff8000");
        let pixels = pixels::rendered(&drawing, 1.0).unwrap();
        let at = |x, y| {
            let colour = pixels.pixel(x, y).unwrap();
            (colour.red(), colour.green(), colour.blue())
        };
        assert_eq!((at(0, 0), at(3, 1)), ((0x10, 0x20, 0x30), (0xff, 0x80, 0)));
    }

    #[test]
    fn what_has_no_size_has_no_picture() {
        assert_eq!(Drawing::new(0.0, 10.0, "#ffffff").png(1.0), Err(Error::Size));
        assert_eq!(card().png(100.0), Err(Error::Size));
    }

    #[test]
    fn nothing_that_a_person_wrote_becomes_a_shape() {
        let svg = card().svg("\"><script>");
        assert!(!svg.contains("<script") && !svg.contains("<Öl>"), "{svg}");
        assert!(svg.contains("Grüße &amp; &lt;Öl&gt;") && svg.contains("&quot;&gt;&lt;script&gt;"), "{svg}");
    }

    #[test]
    fn letters_are_measured_with_their_kerning_and_lines_wrap_between_words() {
        assert!(width("AVAVAV", 100.0, false) < 6.0 * width("A", 100.0, false));
        assert!(width("iii", 20.0, false) < width("mmm", 20.0, false));
        assert!(width("mmm", 20.0, false) < width("mmm", 20.0, true));
        let lines = wrap("Impulsfragen, über die gesprochen wurde", 20.0, false, 200.0);
        assert!(lines.len() > 1 && lines.iter().all(|line| width(line, 20.0, false) <= 200.0), "{lines:?}");
        assert_eq!(lines.join(" "), "Impulsfragen, über die gesprochen wurde");
        assert_eq!(wrap("Donaudampfschifffahrt", 20.0, false, 50.0), ["Donaudampfschifffahrt"]);
    }
}

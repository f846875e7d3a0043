//! The colours of all pictures. Those that carry a meaning are taken from the palette that Masataka Okabe and Kei Ito
//! made for every kind of colour vision ("Color Universal Design", 2002, revised 2008); none is told from another by hue
//! alone, and each also has its words beside it.

/// The ground of every picture, so that it reads alike on Discord's dark and light pages: near white.
pub const GROUND: &str = "#fbfbfc";
/// Text: near black, 15:1 against the ground.
pub const INK: &str = "#23252a";
/// Text of second rank: 5.9:1 against the ground.
pub const MUTED: &str = "#5c606a";
/// Thin lines.
pub const RULE: &str = "#d4d7dc";
/// What stood before, and what has no colour of its own: at least 3:1 on white and on the darkest ground.
pub const BEFORE: &str = "#868c98";
/// What this is about (Okabe and Ito's blue).
pub const BLUE: &str = "#0072b2";
/// The other of two (their vermilion).
pub const VERMILION: &str = "#d55e00";
/// Five steps from "not at all" to "fully": vermilion, orange, grey, sky blue, blue. Dark at both ends.
pub const STEPS: [&str; 5] = [VERMILION, "#e69f00", "#c9ccd2", "#56b4e9", BLUE];

/// Red, green and blue of `#rrggbb`; black for what is none.
pub(super) fn rgb(colour: &str) -> [u8; 3] {
    let part = |at: usize| {
        colour.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or_default()
    };
    [part(1), part(3), part(5)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(colour: &str) -> f64 {
        let [red, green, blue] = rgb(colour).map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn text_and_marks_stand_out_from_the_ground() {
        assert!(contrast(INK, GROUND) >= 14.0 && contrast(MUTED, GROUND) >= 4.5);
        for mark in [BLUE, VERMILION] {
            assert!(contrast(mark, GROUND) >= 3.0, "{mark}");
        }
        assert!(contrast(GROUND, BLUE) >= 4.5, "white figures stand on blue");
    }

    #[test]
    fn grey_bars_stand_out_from_white_and_from_each_dark_page_of_discord() {
        // Discord's light page, and its dark ones from ash over dark to onyx.
        for ground in [GROUND, "#ffffff", "#323339", "#313338", "#2b2d31", "#1a1a1e", "#070709"] {
            assert!(contrast(BEFORE, ground) >= 3.0, "{ground}: {}", contrast(BEFORE, ground));
        }
        // A grey bar beside the blue one is lighter, not only of another hue.
        assert!(contrast(BEFORE, BLUE) >= 1.3, "{}", contrast(BEFORE, BLUE));
    }

    #[test]
    fn steps_beside_each_other_differ_in_lightness_too() {
        for pair in STEPS.windows(2) {
            assert!(contrast(pair[0], pair[1]) >= 1.3, "{pair:?}");
        }
    }
}

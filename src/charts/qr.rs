//! QR codes: an address as dark squares on a light ground, with the quiet zone that readers need.

use qrcode::{Color, EcLevel, QrCode};

use super::Drawing;

/// Light modules on each side (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;
/// Dark and light; readers want the contrast, so these are no colours of ours.
const DARK: &str = "#000000";
const LIGHT: &str = "#ffffff";

/// An address as a QR code, one unit for each module; `None` for one that no code holds. A quarter of the code may be
/// hidden or blurred: it hangs on walls and is photographed from slides.
#[must_use]
pub fn qr(address: &str) -> Option<Drawing> {
    let code = QrCode::with_error_correction_level(address, EcLevel::Q).ok()?;
    let width = code.width();
    let at = |place: usize| u32::try_from(place).map_or(0.0, f64::from);
    let side = at(width + 2 * QUIET);
    let mut drawing = Drawing::new(side, side, LIGHT);
    let dark: Vec<bool> = code.to_colors().into_iter().map(|colour| colour == Color::Dark).collect();
    for (row, modules) in dark.chunks(width).enumerate() {
        let mut column = 0;
        while column < width {
            let run = modules[column..].iter().take_while(|module| **module).count();
            if run > 0 {
                drawing.rect((at(column + QUIET), at(row + QUIET)), (at(run), 1.0), 0.0, DARK);
            }
            column += run.max(1);
        }
    }
    Some(drawing)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a phone would read off the picture.
    fn read(png: &[u8]) -> Vec<String> {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        let samples = info.color_type.samples();
        let (width, height) = (info.width as usize, info.height as usize);
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
            pixels[(y * width + x) * samples]
        });
        image.detect_grids().into_iter().map(|grid| grid.decode().unwrap().1).collect()
    }

    #[test]
    fn the_picture_reads_as_the_address_at_every_size_and_half_hidden_by_a_logo() {
        let address =
            "https://discord.com/channels/1234567890123456789/1234567890123456790/1234567890123456791";
        for scale in [4.0, 12.0] {
            assert_eq!(read(&qr(address).unwrap().png(scale).unwrap()), [address]);
        }
        let mut marked = qr(address).unwrap();
        marked.rect((22.0, 22.0), (7.0, 7.0), 0.0, "#ffffff");
        assert_eq!(read(&marked.png(8.0).unwrap()), [address]);
    }

    #[test]
    fn what_no_code_holds_has_no_picture() {
        assert!(qr(&"x".repeat(10_000)).is_none());
    }
}

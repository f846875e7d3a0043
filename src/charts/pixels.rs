//! A drawing as a PNG picture. The pixels are laid by tiny-skia; the file format is written here, because three chunks
//! need no library beside the compressor that we have anyway.

use std::io::Write as _;

use flate2::{Compression, Crc, write::ZlibEncoder};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};
use ttf_parser::OutlineBuilder;

use super::Error;
use super::colours::rgb;
use super::drawing::{Anchor, Drawing, Shape, Text};
use super::font::{laid, outline};

/// The longest side of a picture.
const MOST_PIXELS: f64 = 8_192.0;

impl Drawing {
    /// The drawing as PNG bytes, `scale` pixels for each of its units.
    ///
    /// # Errors
    /// When the picture would be empty or larger than 8,192 pixels on a side.
    pub fn png(&self, scale: f64) -> Result<Vec<u8>, Error> {
        packed(&rendered(self, scale)?)
    }
}

pub(super) fn rendered(drawing: &Drawing, scale: f64) -> Result<Pixmap, Error> {
    let (width, height) = (side(drawing.width * scale)?, side(drawing.height * scale)?);
    let mut pixels = Pixmap::new(width, height).ok_or(Error::Size)?;
    let scaled = Transform::from_scale(narrow(scale), narrow(scale));
    for shape in &drawing.shapes {
        draw(&mut pixels, shape, scaled);
    }
    Ok(pixels)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within bounds before")]
fn side(length: f64) -> Result<u32, Error> {
    let rounded = length.round();
    if (1.0..=MOST_PIXELS).contains(&rounded) { Ok(rounded as u32) } else { Err(Error::Size) }
}

#[expect(clippy::cast_possible_truncation, reason = "places on a picture need no more than 24 bits")]
const fn narrow(place: f64) -> f32 {
    place as f32
}

fn paint(colour: &str) -> Paint<'static> {
    let [red, green, blue] = rgb(colour);
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(Color::from_rgba8(red, green, blue, 255));
    paint
}

fn draw(pixels: &mut Pixmap, shape: &Shape, scaled: Transform) {
    let (path, colour) = match shape {
        Shape::Rect { at, size, radius, fill } => (rounded(*at, *size, *radius), fill),
        Shape::Circle { centre: (x, y), radius, fill } => {
            (PathBuilder::from_circle(narrow(*x), narrow(*y), narrow(*radius)), fill)
        }
        Shape::Line { from, to, thickness, colour } => {
            let mut line = PathBuilder::new();
            line.move_to(narrow(from.0), narrow(from.1));
            line.line_to(narrow(to.0), narrow(to.1));
            let stroke = Stroke { width: narrow(*thickness), ..Stroke::default() };
            if let Some(path) = line.finish() {
                pixels.stroke_path(&path, &paint(colour), &stroke, scaled, None);
            }
            return;
        }
        Shape::Text(text) => (letters(text), &text.colour),
    };
    if let Some(path) = path {
        pixels.fill_path(&path, &paint(colour), FillRule::Winding, scaled, None);
    }
}

/// How far from a corner the handles of a quarter of a circle lie, in parts of its radius.
const HANDLE: f64 = 0.552_284_75;

fn rounded((x, y): (f64, f64), (width, height): (f64, f64), radius: f64) -> Option<Path> {
    let radius = radius.min(width / 2.0).min(height / 2.0);
    if radius <= 0.0 {
        let rect = Rect::from_xywh(narrow(x), narrow(y), narrow(width), narrow(height))?;
        return Some(PathBuilder::from_rect(rect));
    }
    let mut path = PathBuilder::new();
    let (right, bottom, near) = (x + width, y + height, radius * (1.0 - HANDLE));
    path.move_to(narrow(x + radius), narrow(y));
    // Each side up to its end, then the corner with its two handles.
    let corners = [
        [(right - radius, y), (right - near, y), (right, y + near), (right, y + radius)],
        [(right, bottom - radius), (right, bottom - near), (right - near, bottom), (right - radius, bottom)],
        [(x + radius, bottom), (x + near, bottom), (x, bottom - near), (x, bottom - radius)],
        [(x, y + radius), (x, y + near), (x + near, y), (x + radius, y)],
    ];
    for corner in corners {
        let [side, first, second, end] = corner.map(|(x, y)| (narrow(x), narrow(y)));
        path.line_to(side.0, side.1);
        path.cubic_to(first.0, first.1, second.0, second.1, end.0, end.1);
    }
    path.close();
    path.finish()
}

/// Writes a letter's outline to its place on the drawing.
struct Pen {
    path: PathBuilder,
    x: f32,
    y: f32,
    scale: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (x.mul_add(self.scale, self.x), (-y).mul_add(self.scale, self.y))
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// Counts the units of the letters' size without drawing.
struct Nothing;

impl OutlineBuilder for Nothing {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {}
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
    fn close(&mut self) {}
}

fn letters(text: &Text) -> Option<Path> {
    let (letters, width) = laid(&text.words, text.size, text.bold);
    let from = match text.anchor {
        Anchor::Start => text.at.0,
        Anchor::Middle => text.at.0 - width / 2.0,
        Anchor::End => text.at.0 - width,
    };
    let units = outline(letters.first()?.glyph, text.bold, &mut Nothing);
    let mut pen =
        Pen { path: PathBuilder::new(), x: 0.0, y: narrow(text.at.1), scale: narrow(text.size / units) };
    for letter in &letters {
        pen.x = narrow(from + letter.x);
        outline(letter.glyph, text.bold, &mut pen);
    }
    pen.path.finish()
}

/// PNG. A chart has few colours, and then each pixel is one byte that says which: a third of the work and of the size.
/// Otherwise 8 bits each of red, green and blue. The ground is opaque.
fn packed(pixels: &Pixmap) -> Result<Vec<u8>, Error> {
    let (palette, indices) = indexed(pixels);
    let kind = if palette.is_empty() { 2 } else { 3 };
    let per_pixel = if palette.is_empty() { 3 } else { 1 };
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::new(5));
    let mut above = vec![0_u8; per_pixel * pixels.width() as usize];
    let mut line = vec![0_u8; 1 + above.len()];
    for row in indices.chunks_exact(above.len()) {
        // Each line is stored as its difference from the one above, which is nothing over most of a chart.
        line[0] = 2;
        for at in 0..row.len() {
            line[at + 1] = row[at].wrapping_sub(above[at]);
        }
        packer.write_all(&line).map_err(|_| Error::Encoding)?;
        above.copy_from_slice(row);
    }
    let body = packer.finish().map_err(|_| Error::Encoding)?;
    let mut head = Vec::new();
    head.extend(pixels.width().to_be_bytes());
    head.extend(pixels.height().to_be_bytes());
    // 8 bits, then the kind of colour, and the one kind of compression, filters and order that everybody reads.
    head.extend([8, kind, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [(b"IHDR", &head), (b"PLTE", &palette), (b"IDAT", &body), (b"IEND", &Vec::new())] {
        if name == b"PLTE" && data.is_empty() {
            continue;
        }
        png.extend(u32::try_from(data.len()).map_err(|_| Error::Encoding)?.to_be_bytes());
        let mut sum = Crc::new();
        sum.update(name);
        sum.update(data);
        png.extend(name);
        png.extend(data);
        png.extend(sum.sum().to_be_bytes());
    }
    Ok(png)
}

/// The palette (three bytes a colour, in the order in which the colours first appear) and one byte for each pixel; an
/// empty palette and three bytes for each where 256 colours are too few. The shades on the edges of shapes are drawn
/// together where they differ by less than 8 of 256 in each part, which nobody sees.
fn indexed(pixels: &Pixmap) -> (Vec<u8>, Vec<u8>) {
    let data = pixels.data();
    let mut places = vec![u16::MAX; 1 << 15];
    let (mut palette, mut indices) = (Vec::new(), Vec::with_capacity(data.len() / 4));
    let (mut last, mut last_place) = (None, 0);
    for pixel in data.chunks_exact(4) {
        if last != Some(pixel) {
            let [red, green, blue] = [0, 1, 2].map(|part| usize::from(pixel[part]) >> 3);
            let place = &mut places[red << 10 | green << 5 | blue];
            if *place == u16::MAX {
                *place = u16::try_from(palette.len() / 3).unwrap_or(u16::MAX);
                palette.extend([pixel[0], pixel[1], pixel[2]]);
            }
            let Ok(found) = u8::try_from(*place) else {
                return (Vec::new(), data.chunks_exact(4).flat_map(|one| [one[0], one[1], one[2]]).collect());
            };
            (last, last_place) = (Some(pixel), found);
        }
        indices.push(last_place);
    }
    (palette, indices)
}

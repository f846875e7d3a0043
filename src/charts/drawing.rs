//! A drawing: shapes and lines of text, in the order in which they lie on each other.

use super::colours::INK;

/// Where a line of text is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// At its left end.
    Start,
    /// In its middle.
    Middle,
    /// At its right end.
    End,
}

/// A line of text. It is not wrapped; [`super::wrap`] does that.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    pub(super) at: (f64, f64),
    pub(super) size: f64,
    pub(super) words: String,
    pub(super) anchor: Anchor,
    pub(super) bold: bool,
    pub(super) colour: String,
}

impl Text {
    /// A line whose base line lies at `y` and which begins at `x`, in letters of this size.
    #[must_use]
    pub fn new(x: f64, y: f64, size: f64, words: impl Into<String>) -> Self {
        let (words, colour) = (words.into(), INK.to_owned());
        Self { at: (x, y), size, words, anchor: Anchor::Start, bold: false, colour }
    }

    /// The same in bold.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    /// The same with its middle or end at `x`.
    #[must_use]
    pub fn anchor(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    /// The same in another colour (`#rrggbb`).
    #[must_use]
    pub fn colour(mut self, colour: &str) -> Self {
        colour.clone_into(&mut self.colour);
        self
    }
}

/// What lies on a drawing.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    Rect { at: (f64, f64), size: (f64, f64), radius: f64, fill: String },
    Line { from: (f64, f64), to: (f64, f64), thickness: f64, colour: String },
    Circle { centre: (f64, f64), radius: f64, fill: String },
    Text(Text),
}

/// A drawing in the making. Units are those of SVG: at scale 1, one is a pixel.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) shapes: Vec<Shape>,
}

impl Drawing {
    /// An empty drawing on a ground of its own (`#rrggbb`), so that it can be read on dark and on light pages.
    #[must_use]
    pub fn new(width: f64, height: f64, ground: &str) -> Self {
        let mut drawing = Self { width, height, shapes: Vec::new() };
        drawing.rect((0.0, 0.0), (width, height), 0.0, ground);
        drawing
    }

    /// The same with its ground down to where its shapes end: an even number of units, which is whole pixels at one and a
    /// half of them each, so that no edge lets through what lies behind.
    #[must_use]
    pub fn grown(mut self, height: f64) -> Self {
        let height = (height / 2.0).ceil() * 2.0;
        self.height = height;
        if let Some(Shape::Rect { size, .. }) = self.shapes.first_mut() {
            size.1 = height;
        }
        self
    }

    /// How wide it is.
    #[must_use]
    pub const fn width(&self) -> f64 {
        self.width
    }

    /// How high it is.
    #[must_use]
    pub const fn height(&self) -> f64 {
        self.height
    }

    /// A filled rectangle with rounded corners, from its upper left corner.
    pub fn rect(&mut self, at: (f64, f64), size: (f64, f64), radius: f64, fill: &str) {
        self.shapes.push(Shape::Rect { at, size, radius, fill: fill.to_owned() });
    }

    /// A straight line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), thickness: f64, colour: &str) {
        self.shapes.push(Shape::Line { from, to, thickness, colour: colour.to_owned() });
    }

    /// A filled circle.
    pub fn circle(&mut self, centre: (f64, f64), radius: f64, fill: &str) {
        self.shapes.push(Shape::Circle { centre, radius, fill: fill.to_owned() });
    }

    /// A line of text.
    pub fn text(&mut self, text: Text) {
        self.shapes.push(Shape::Text(text));
    }
}

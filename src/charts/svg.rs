//! A drawing as SVG text, to stand in a page. Every text is escaped here, so that nothing which a person wrote can become
//! markup.

use std::fmt::Write as _;

use super::drawing::{Anchor, Drawing, Shape, Text};
use super::font::FAMILY;

impl Drawing {
    /// The drawing as an `<svg>` element; `title` says what it shows to whoever does not see it.
    #[must_use]
    pub fn svg(&self, title: &str) -> String {
        let (width, height) = (self.width, self.height);
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0}" height="{height:.0}" viewBox="0 0 {width:.0} {height:.0}" font-family="{FAMILY}, sans-serif" role="img"><title>{}</title>"#,
            escape(title)
        );
        for shape in &self.shapes {
            svg.push_str(&element(shape));
        }
        svg.push_str("</svg>");
        svg
    }
}

fn element(shape: &Shape) -> String {
    match shape {
        Shape::Rect { at: (x, y), size: (width, height), radius, fill } => format!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="{radius:.1}" fill="{}"/>"#,
            escape(fill)
        ),
        Shape::Line { from: (x1, y1), to: (x2, y2), thickness, colour } => format!(
            r#"<line x1="{x1:.1}" y1="{y1:.1}" x2="{x2:.1}" y2="{y2:.1}" stroke="{}" stroke-width="{thickness:.1}"/>"#,
            escape(colour)
        ),
        Shape::Circle { centre: (x, y), radius, fill } => {
            format!(r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius:.1}" fill="{}"/>"#, escape(fill))
        }
        Shape::Text(text) => words(text),
    }
}

fn words(text: &Text) -> String {
    let (x, y) = text.at;
    let mut element = format!(r#"<text x="{x:.1}" y="{y:.1}" font-size="{:.1}""#, text.size);
    match text.anchor {
        Anchor::Start => {}
        Anchor::Middle => element.push_str(r#" text-anchor="middle""#),
        Anchor::End => element.push_str(r#" text-anchor="end""#),
    }
    if text.bold {
        element.push_str(r#" font-weight="700""#);
    }
    let _ = write!(element, r#" fill="{}">{}</text>"#, escape(&text.colour), escape(&text.words));
    element
}

/// A text as it may stand in SVG and HTML, attributes included.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // XML knows no other control characters, and a page has no use for them.
            control if control.is_control() && !matches!(control, '\n' | '\t') => {}
            other => escaped.push(other),
        }
    }
    escaped
}

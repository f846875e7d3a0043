//! What groups of people answered, question under question: five steps as a bar that is divided, means as points on their
//! scale, choices as bars beside their words. Everything that is coloured has its words or its figure beside it.

use super::colours::{BEFORE, BLUE, GROUND, INK, MUTED, RULE, STEPS, VERMILION};
use super::drawing::{Anchor, Drawing, Text};
use super::font::{width, wrap};

const WIDTH: f64 = 720.0;
const MARGIN: f64 = 32.0;
const INNER: f64 = WIDTH - 2.0 * MARGIN;
const TITLE: f64 = 33.0;
const QUESTION: f64 = 25.0;
const LABEL: f64 = 21.0;
const LEADING: f64 = 1.3;
const BAR: f64 = 34.0;
/// Figures beside bars have so much room.
const FIGURE: f64 = 62.0;
/// What a scale of answers goes from and to.
const SCALE: (f64, f64) = (1.0, 5.0);

/// What is shown of one group at one moment.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// How many chose each of five steps, `None` where that is not shown, and how many were asked.
    Steps([Option<u32>; 5], u32),
    /// The mean on a scale from 1 to 5, and how it is written.
    Mean(f64, String),
    /// Nothing, and why.
    Nothing(String),
}

/// One line of a question: whose answers, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Whose, and when.
    pub label: String,
    /// What is shown.
    pub shown: Shown,
}

/// An option with a bar for each group.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What could be chosen.
    pub label: String,
    /// For each of the [`Choices::groups`]: how many, or why that is not shown in a word or a sign.
    pub counts: Vec<Result<u32, String>>,
}

/// Options of one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    /// Whose bars they are, at most two; with one there is no legend.
    pub groups: Vec<String>,
    /// The options in their order.
    pub options: Vec<Choice>,
}

/// A question with what is shown of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// On five steps.
    Lines(Vec<Line>),
    /// Of several options.
    Choices(Choices),
}

/// A picture of several questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    /// The first line; empty where a page has it as a heading.
    pub title: String,
    /// Each question with its words, which may be empty for the same reason.
    pub parts: Vec<(String, Part)>,
    /// The names of the five steps, and of what is not among them.
    pub steps: [String; 6],
    /// What is said below, one paragraph each.
    pub notes: Vec<String>,
}

/// A drawing in the making, from above to below.
struct Sheet {
    drawing: Drawing,
    y: f64,
}

impl Sheet {
    fn write(&mut self, words: &str, size: f64, bold: bool, colour: &str) {
        for line in wrap(words, size, bold, INNER) {
            self.y += size * LEADING;
            let text = Text::new(MARGIN, self.y - size * 0.3, size, line).colour(colour);
            self.drawing.text(if bold { text.bold() } else { text });
        }
    }

    fn put(&mut self, text: Text) {
        self.drawing.text(text);
    }
}

impl Answers {
    /// The drawing, 720 units wide and as high as it needs to be.
    #[must_use]
    pub fn drawing(&self) -> Drawing {
        let mut sheet = Sheet { drawing: Drawing::new(WIDTH, 1.0, GROUND), y: MARGIN - 8.0 };
        sheet.write(&self.title, TITLE, true, INK);
        for (at, (words, part)) in self.parts.iter().enumerate() {
            if at > 0 || !self.title.is_empty() {
                sheet.y += 22.0;
            }
            sheet.write(words, QUESTION, true, INK);
            match part {
                Part::Lines(lines) => lines.iter().for_each(|line| draw_line(&mut sheet, line)),
                Part::Choices(choices) => draw_choices(&mut sheet, choices),
            }
        }
        if self.has_steps() {
            self.legend(&mut sheet);
        }
        if !self.notes.is_empty() {
            sheet.y += 14.0;
            self.notes.iter().for_each(|note| sheet.write(note, LABEL, false, MUTED));
        }
        sheet.drawing.grown(sheet.y + MARGIN)
    }

    fn has_steps(&self) -> bool {
        self.parts.iter().any(|(_, part)| match part {
            Part::Lines(lines) => lines.iter().any(|line| matches!(line.shown, Shown::Steps(..))),
            Part::Choices(_) => false,
        })
    }

    fn legend(&self, sheet: &mut Sheet) {
        sheet.y += 22.0 + LABEL;
        let mut x = MARGIN;
        for (name, colour) in self.steps.iter().zip(STEPS.iter().map(Some).chain([None])) {
            let wide = 30.0 + width(name, LABEL, false) + 22.0;
            if x + wide > WIDTH - MARGIN + 22.0 && x > MARGIN {
                x = MARGIN;
                sheet.y += LABEL * 1.5;
            }
            square(sheet, (x, sheet.y - 17.0), 20.0, colour.copied());
            sheet.put(Text::new(x + 30.0, sheet.y, LABEL, name).colour(MUTED));
            x += wide;
        }
        sheet.y += 8.0;
    }
}

fn square(sheet: &mut Sheet, at: (f64, f64), side: f64, colour: Option<&str>) {
    match colour {
        Some(colour) => sheet.drawing.rect(at, (side, side), 3.0, colour),
        None => hollow(sheet, at, (side, side)),
    }
}

/// A frame without a filling: what is not shown.
fn hollow(sheet: &mut Sheet, (x, y): (f64, f64), (width, height): (f64, f64)) {
    sheet.drawing.rect((x, y), (width, height), 3.0, BEFORE);
    if width > 4.0 {
        sheet.drawing.rect((x + 2.0, y + 2.0), (width - 4.0, height - 4.0), 2.0, GROUND);
    }
}

fn draw_line(sheet: &mut Sheet, line: &Line) {
    sheet.y += 6.0;
    sheet.write(&line.label, LABEL, false, MUTED);
    match &line.shown {
        Shown::Nothing(why) => sheet.write(why, LABEL, false, INK),
        Shown::Mean(mean, text) => draw_mean(sheet, *mean, text),
        Shown::Steps(counts, asked) => draw_steps(sheet, counts, *asked),
    }
}

fn draw_mean(sheet: &mut Sheet, mean: f64, text: &str) {
    let (left, right) = (MARGIN + 14.0, WIDTH - MARGIN - FIGURE - 14.0);
    let (low, high) = SCALE;
    let at = |value: f64| left + (right - left) * (value - low) / (high - low);
    let y = sheet.y + 22.0;
    sheet.drawing.line((left, y), (right, y), 4.0, RULE);
    for step in 1..=5_u32 {
        let x = at(f64::from(step));
        sheet.drawing.line((x, y - 7.0), (x, y + 7.0), 2.0, BEFORE);
        let tick = Text::new(x, y + 30.0, LABEL, step.to_string()).anchor(Anchor::Middle);
        sheet.put(tick.colour(MUTED));
    }
    sheet.drawing.circle((at(mean), y), 13.0, BLUE);
    let figure = Text::new(WIDTH - MARGIN, y + 9.0, 28.0, text).anchor(Anchor::End);
    sheet.put(figure.bold().colour(BLUE));
    sheet.y += 22.0 + 38.0;
}

fn draw_steps(sheet: &mut Sheet, counts: &[Option<u32>; 5], asked: u32) {
    let shown: u32 = counts.iter().flatten().sum();
    let asked = f64::from(asked.max(shown).max(1));
    let (mut x, top) = (MARGIN, sheet.y + 4.0);
    for (at, count) in counts.iter().enumerate() {
        let Some(count) = count.filter(|count| *count > 0) else { continue };
        let wide = INNER * f64::from(count) / asked;
        sheet.drawing.rect((x, top), (wide - 3.0, BAR), 3.0, STEPS[at]);
        // White stands on the dark ends, ink on what lies between.
        let colour = if matches!(at, 0 | 4) { GROUND } else { INK };
        if wide > width(&count.to_string(), LABEL, true) + 8.0 {
            let middle = x + (wide - 3.0) / 2.0;
            let figure = Text::new(middle, top + 24.0, LABEL, count.to_string()).anchor(Anchor::Middle);
            sheet.put(figure.bold().colour(colour));
        }
        x += wide;
    }
    let rest = MARGIN + INNER - x;
    if rest > 3.0 {
        hollow(sheet, (x, top), (rest, BAR));
    }
    sheet.y += BAR + 10.0;
}

fn draw_choices(sheet: &mut Sheet, choices: &Choices) {
    let colours = [BLUE, VERMILION];
    let most = choices.options.iter().flat_map(|one| &one.counts).filter_map(|count| count.as_ref().ok());
    let most = f64::from(most.copied().max().unwrap_or(1).max(1));
    if choices.groups.len() > 1 {
        sheet.y += 8.0 + LABEL;
        let mut x = MARGIN;
        for (name, colour) in choices.groups.iter().zip(colours) {
            square(sheet, (x, sheet.y - 17.0), 20.0, Some(colour));
            sheet.put(Text::new(x + 30.0, sheet.y, LABEL, name).colour(MUTED));
            x += 30.0 + width(name, LABEL, false) + 30.0;
        }
        sheet.y += 4.0;
    }
    for option in &choices.options {
        sheet.y += 8.0;
        sheet.write(&option.label, LABEL, false, INK);
        for (count, colour) in option.counts.iter().zip(colours) {
            let top = sheet.y + 2.0;
            match count {
                Ok(count) => {
                    let wide = ((INNER - FIGURE) * f64::from(*count) / most).max(3.0);
                    sheet.drawing.rect((MARGIN, top), (wide, 22.0), 3.0, colour);
                    let figure = Text::new(MARGIN + wide + 10.0, top + 18.0, LABEL, count.to_string());
                    sheet.put(figure.bold());
                }
                Err(why) => {
                    sheet.drawing.rect((MARGIN, top), (3.0, 22.0), 0.0, BEFORE);
                    sheet.put(Text::new(MARGIN + 12.0, top + 18.0, LABEL, why).colour(MUTED));
                }
            }
            sheet.y += 28.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(parts: Vec<(String, Part)>) -> Answers {
        let steps = ["gar nicht", "eher nicht", "teils", "eher", "voll", "nicht gezeigt"].map(Into::into);
        Answers { title: "Rückmeldungen".into(), parts, steps, notes: vec!["Nur Summen.".into()] }
    }

    fn lines(shown: Shown) -> Vec<(String, Part)> {
        vec![("Die Zeit reicht.".into(), Part::Lines(vec![Line { label: "Mentees, Mitte".into(), shown }]))]
    }

    #[test]
    fn a_picture_holds_every_word_and_figure_and_is_as_high_as_it_needs_to_be() {
        let choices = Choices {
            groups: vec!["Mentor:innen".into(), "Mentees".into()],
            options: vec![Choice { label: "Zeit".into(), counts: vec![Ok(9), Err("–".into())] }],
        };
        let mut parts = lines(Shown::Steps([None, Some(5), None, Some(12), Some(7)], 30));
        parts.push(("Was würde helfen?".into(), Part::Choices(choices)));
        let drawing = answers(parts).drawing();
        let svg = drawing.svg("");
        for word in [
            "Rückmeldungen",
            "Die Zeit reicht.",
            "Mentees, Mitte",
            ">12<",
            ">–<",
            ">9<",
            "eher nicht",
            "Nur Summen.",
        ] {
            assert!(svg.contains(word), "{word} in {svg}");
        }
        assert!(
            drawing.height() > 300.0 && svg.contains(&format!("height=\"{:.0}\"", drawing.height())),
            "{svg}"
        );
    }

    #[test]
    fn no_edge_lets_through_what_lies_behind() {
        for options in 1..5_usize {
            let choice = Choice { label: "Zeit".into(), counts: vec![Ok(9)] };
            let choices = Choices { groups: vec![String::new()], options: vec![choice; options] };
            let height = answers(vec![(String::new(), Part::Choices(choices))]).drawing().height();
            assert!((height * 1.5).fract() == 0.0, "{height}");
        }
    }

    #[test]
    fn what_is_not_shown_is_a_frame_at_the_end_and_has_no_colour() {
        let with = |counts| answers(lines(Shown::Steps(counts, 20))).drawing().svg("");
        let hidden = with([None, None, None, Some(10), None]);
        let full = with([None, None, None, Some(10), Some(10)]);
        // Beside the legend's: the bar of those who fully agree.
        assert_eq!(hidden.matches(BLUE).count() + 1, full.matches(BLUE).count());
        assert!(hidden.matches(BEFORE).count() > full.matches(BEFORE).count());
    }

    #[test]
    fn a_mean_is_a_point_on_its_scale_and_a_reason_stands_in_its_place() {
        let mean = answers(lines(Shown::Mean(3.5, "3,5".into()))).drawing().svg("");
        assert!(mean.contains("<circle") && mean.contains(">3,5<"), "{mean}");
        let none = answers(lines(Shown::Nothing("zu einheitlich".into()))).drawing().svg("");
        assert!(!none.contains("<circle") && none.contains("zu einheitlich"), "{none}");
    }
}

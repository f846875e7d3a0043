//! The coordinators' digest in words: first the facts, then the figures against the periods before, then what needs a
//! decision. It is made of counts alone (P15); names are in the private reply behind its button.

use crate::discord::button::Button;
use crate::discord::posts::Rendered;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::domain::digest::{Cause, Decision, Digest, Facts, Inside};
use crate::domain::figures::{Cell, Released, Withheld};
use crate::domain::ids::{DigestId, PageId, ProgrammeId};
use crate::domain::language::Language;
use crate::domain::programme::Programme;
use crate::locales::{date, number, say};
use crate::store::posts::Post;
use crate::store::{Conn, Result, programmes, releases};

/// The figures in the order in which they are shown, with the ids of their names.
const FIGURES: [(Cell, &str); 9] = [
    (Cell::MeetingsHeld, "digest-figure-meetings-held"),
    (Cell::MeetingsPlanned, "digest-figure-meetings-planned"),
    (Cell::TasksGiven, "digest-figure-tasks-given"),
    (Cell::TasksWorked, "digest-figure-tasks-worked"),
    (Cell::TasksStuck, "digest-figure-tasks-stuck"),
    (Cell::QuestionsTalked, "digest-figure-questions"),
    (Cell::SupportCalls, "digest-figure-support"),
    (Cell::CantReach, "digest-figure-reach"),
    (Cell::Mood, "digest-figure-mood"),
];

/// A digest as it was made; `None` when it has been erased since.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let Some((programme, digest)) = releases::digest_find(conn, DigestId(post.subject)).await? else {
        return Ok(None);
    };
    let programme = programmes::programme_get(conn, programme).await?;
    Ok(Some(Rendered::quiet(view(&programme, &digest))))
}

/// The words of a digest, in the programme's language.
#[must_use]
pub fn view(programme: &Programme, digest: &Digest) -> View {
    let language = programme.language;
    let title = say(language, "digest-title").with("programme", quote(&programme.name));
    let mut embed =
        Embed::new(title, "").field(say(language, "digest-facts-field"), facts(language, &digest.facts));
    if let Some((name, text)) = inside(language, &digest.inside) {
        embed = embed.field(name, text);
    }
    embed = embed.field(say(language, "digest-decisions-field"), decisions(language, &digest.decisions));
    let view = View::default().embed(embed);
    let buttons: Vec<_> =
        digest.decisions.iter().filter_map(|one| button(programme.id, language, one)).collect();
    if buttons.is_empty() { view } else { view.buttons(buttons) }
}

/// One button for each kind of decision, opening a private list (D19).
fn button(programme: ProgrammeId, language: Language, decision: &Decision) -> Option<ButtonView> {
    let first = PageId::of(programme, 0);
    let (button, label) = match decision {
        Decision::Free(_) => (Button::DigestFree(programme), say(language, "digest-free-button")),
        Decision::Practices(_) => (Button::DigestPractices(first), say(language, "digest-practices-button")),
        Decision::Remarks(_) => (Button::DigestRemarks(first), say(language, "digest-remarks-button")),
        Decision::Support(_) => (Button::SupportList(programme), say(language, "support-list-button")),
        Decision::Questions(_) => (Button::QuestionsPage(first), say(language, "questions-list-button")),
        Decision::Undelivered(_) => return None,
    };
    Some(ButtonView::press(button, label, Style::Secondary))
}

fn facts(language: Language, facts: &Facts) -> String {
    let tandems = say(language, "digest-facts-tandems")
        .with("open", facts.open)
        .with("begun", facts.begun)
        .with("ended", facts.ended);
    let people = say(language, "digest-facts-people")
        .with("enrolled", facts.enrolled)
        .with("waiting", facts.waiting)
        .with("free", facts.free);
    format!("{tandems}\n{people}")
}

/// Name and text of the part about the inside of tandems; `None` where there is nothing to say.
fn inside(language: Language, inside: &Inside) -> Option<(String, String)> {
    let no_figures = |text| Some((say(language, "digest-inside-waiting-field").text(), text));
    match inside {
        Inside::Nothing => None,
        Inside::FirstOn { day } => {
            no_figures(say(language, "digest-inside-waiting").with("when", date(language, *day)).text())
        }
        Inside::TooFewTandems { needed } => {
            no_figures(say(language, "digest-inside-small").with("needed", *needed).text())
        }
        Inside::Figures { last, .. } => {
            let name = say(language, "digest-inside-field")
                .with("from", date(language, last.first_day))
                .with("to", date(language, last.last_day));
            let lines: Vec<String> =
                FIGURES.iter().filter_map(|(cell, label)| figure(language, inside, *cell, label)).collect();
            Some((name.text(), lines.join("\n")))
        }
    }
}

/// One figure beside those of the periods before, the latest first.
fn figure(language: Language, inside: &Inside, cell: Cell, label: &str) -> Option<String> {
    let row = inside.row(cell);
    let (last, before) = row.split_last()?;
    let (label, value) = (say(language, label).text(), value(language, cell, (*last)?));
    if !before.iter().flatten().any(|released| released.is_shown()) {
        return Some(say(language, "digest-figure").with("label", label).with("value", value).text());
    }
    let before: Vec<String> = before
        .iter()
        .rev()
        .map(|released| match released.filter(|released| released.is_shown()) {
            Some(shown) => figure_alone(language, shown),
            None => say(language, "digest-before-hidden").text(),
        })
        .collect();
    let said = say(language, "digest-figure-before").with("label", label).with("value", value);
    Some(said.with("before", before.join(" · ")).text())
}

/// A released figure, or why there is none.
fn value(language: Language, cell: Cell, released: Released) -> String {
    match released {
        Released::Mean(_) => {
            say(language, "digest-mood").with("value", figure_alone(language, released)).text()
        }
        Released::Withheld(Withheld::TooFewThere { needed }) if cell.counts_people() => {
            say(language, "digest-too-few-people").with("needed", needed).text()
        }
        Released::Withheld(Withheld::TooFewThere { needed }) => {
            say(language, "digest-too-few-tandems").with("needed", needed).text()
        }
        Released::Sum(_) | Released::Withheld(Withheld::TooFewOrTooAlike) => figure_alone(language, released),
    }
}

fn figure_alone(language: Language, released: Released) -> String {
    match released {
        Released::Sum(sum) => sum.to_string(),
        Released::Mean(mean) => number(language, mean.value(), 1),
        Released::Withheld(_) => say(language, "digest-too-uniform").text(),
    }
}

fn decisions(language: Language, decisions: &[Decision]) -> String {
    let mut lines = Vec::new();
    for decision in decisions {
        match decision {
            Decision::Free(count) => {
                lines.push(say(language, "digest-decision-free").with("count", *count).text());
            }
            Decision::Practices(count) => {
                lines.push(say(language, "digest-decision-practices").with("count", *count).text());
            }
            Decision::Remarks(count) => {
                lines.push(say(language, "digest-decision-remarks").with("count", *count).text());
            }
            Decision::Support(count) => {
                lines.push(say(language, "digest-decision-support").with("count", *count).text());
            }
            Decision::Questions(left) => {
                lines.push(say(language, "digest-decision-questions").with("left", *left).text());
            }
            Decision::Undelivered(causes) => {
                let all: u32 = causes.iter().map(|(_, count)| count).sum();
                lines.push(say(language, "digest-decision-undelivered").with("count", all).text());
                lines.extend(causes.iter().map(|(cause, count)| undelivered(language, *cause, *count)));
            }
        }
    }
    if lines.is_empty() {
        lines.push(say(language, "digest-decisions-none").text());
    }
    lines.join("\n")
}

fn undelivered(language: Language, cause: Cause, count: u32) -> String {
    let cause = match cause {
        Cause::Permission => say(language, "digest-cause-permission"),
        Cause::ChannelGone => say(language, "digest-cause-channel-gone"),
        Cause::NoRoom => say(language, "digest-cause-no-room"),
        Cause::Refused => say(language, "digest-cause-refused"),
    };
    say(language, "digest-undelivered-row").with("count", count).with("cause", cause.text()).text()
}

#[cfg(test)]
#[path = "digest/tests.rs"]
mod tests;

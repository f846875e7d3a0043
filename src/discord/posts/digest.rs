//! The coordinators' digest: a sentence, the facts, the figures before those of earlier periods in words and as a picture,
//! then what needs a decision. It is made of counts alone (P15); names are in the private reply behind its button.

mod picture;

use crate::discord::button::Button;
use crate::discord::posts::Rendered;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::domain::decision::{Cause, Decision};
use crate::domain::digest::{Digest, Facts, Inside, Standing};
use crate::domain::figures::{Cell, Released, Withheld};
use crate::domain::ids::{DigestId, PageId, ProgrammeId};
use crate::domain::language::Language;
use crate::domain::programme::Programme;
use crate::domain::zone;
use crate::locales::{date, number, say};
use crate::store::posts::Post;
use crate::store::releases::Kept;
use crate::store::{Conn, Result, programmes, releases};

/// Buttons in a row (Discord).
const BUTTONS_MAX: usize = 5;

/// The figures in the order in which they are shown, with the ids of their names.
pub(in crate::discord) const FIGURES: [(Cell, &str); 9] = [
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
    let Some(kept) = releases::digest_find(conn, DigestId(post.subject)).await? else {
        return Ok(None);
    };
    let programme = programmes::programme_get(conn, kept.programme).await?;
    Ok(Some(Rendered::quiet(view(&programme, &kept))))
}

/// A digest in the programme's language: of which day it is, a sentence, facts, figures as words and as a picture, decisions.
#[must_use]
pub fn view(programme: &Programme, kept: &Kept) -> View {
    let (language, digest) = (programme.language, &kept.digest);
    let day = zone::to_local(kept.made_at, programme.zone).date();
    let title = say(language, "digest-title").with("day", date(language, day));
    let title = title.with("programme", quote(&programme.name));
    let mut embed = Embed::new(title, headline(language, digest))
        .field(say(language, "digest-facts-field"), facts(language, &digest.facts));
    let mut view = View::default();
    if let Some((name, text)) = inside(language, &digest.inside) {
        view.files.extend(picture::file(language, &digest.inside, &format!("{name}\n{text}")));
        embed = embed.field(name, text);
    }
    embed = embed.field(say(language, "digest-decisions-field"), decisions(language, &digest.decisions));
    let buttons: Vec<_> =
        digest.decisions.iter().map(|one| button(programme.id, kept.id, language, one)).collect();
    buttons.chunks(BUTTONS_MAX).fold(view.embed(embed), |view, row| view.buttons(row.to_vec()))
}

/// How things stand, in one sentence.
fn headline(language: Language, digest: &Digest) -> String {
    let points = digest.decisions.len();
    match digest.standing() {
        Standing::Ahead { enrolled } => {
            say(language, "digest-headline-ahead").with("enrolled", enrolled).with("points", points)
        }
        Standing::AtWork { open } => {
            say(language, "digest-headline-at-work").with("open", open).with("points", points)
        }
        Standing::Over { begun } => {
            say(language, "digest-headline-over").with("begun", begun).with("points", points)
        }
    }
    .text()
}

/// One button for each kind of decision, opening a private list (D19).
fn button(programme: ProgrammeId, digest: DigestId, language: Language, decision: &Decision) -> ButtonView {
    let first = PageId::of(programme, 0);
    let (button, label) = match decision {
        Decision::Approvals(_) => (Button::DigestApprovals(first), say(language, "digest-approvals-button")),
        Decision::Practices(_) => (Button::DigestPractices(first), say(language, "digest-practices-button")),
        Decision::Support(_) => (Button::SupportList(programme), say(language, "support-list-button")),
        Decision::Remarks(_) => (Button::DigestRemarks(first), say(language, "digest-remarks-button")),
        Decision::Undelivered(_) => {
            (Button::DigestUndelivered(digest), say(language, "digest-undelivered-button"))
        }
        Decision::Free(_) => (Button::DigestFree(programme), say(language, "digest-free-button")),
        Decision::Questions(_) => (Button::QuestionsPage(first), say(language, "questions-list-button")),
    };
    ButtonView::press(button, label, Style::Secondary)
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
            let mut lines: Vec<String> =
                FIGURES.iter().filter_map(|(cell, label)| figure(language, inside, *cell, label)).collect();
            lines.extend(hidden(language, inside));
            Some((name.text(), lines.join("\n")))
        }
    }
}

/// One figure, and behind it those of the periods before, the most recent first; `None` where none shows it. What stands
/// first belongs to the period that the heading names.
fn figure(language: Language, inside: &Inside, cell: Cell, label: &str) -> Option<String> {
    let row = inside.row(cell);
    let (last, before) = row.split_last()?;
    if inside.nowhere_shown(cell).is_some() {
        return None;
    }
    let (label, value) = (name(language, cell, label), value(language, cell, (*last)?));
    if before.is_empty() {
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

/// What a figure is called; a mean is told with what its ends mean.
pub(in crate::discord) fn name(language: Language, cell: Cell, label: &str) -> String {
    let label = say(language, label).text();
    if cell.counts_people() {
        return say(language, "digest-picture-mood").with("label", label).text();
    }
    label
}

/// What is shown in none of the periods, one line for each reason.
fn hidden(language: Language, inside: &Inside) -> Vec<String> {
    let hidden = |(cell, label): (Cell, &'static str)| Some((cell, label, inside.nowhere_shown(cell)?));
    hidden_lines(language, &FIGURES.into_iter().filter_map(hidden).collect::<Vec<_>>())
}

/// Figures that are not shown, by the ids of their names and the reason: one line for each reason.
pub(in crate::discord) fn hidden_lines(language: Language, hidden: &[(Cell, &str, Withheld)]) -> Vec<String> {
    let mut reasons: Vec<((Withheld, bool), Vec<String>)> = Vec::new();
    for (cell, label, why) in hidden.iter().copied() {
        // Only "from so many on" differs between tandems and people.
        let people = cell.counts_people() && matches!(why, Withheld::TooFewThere { .. });
        let label = say(language, label).text();
        match reasons.iter_mut().find(|(reason, _)| *reason == (why, people)) {
            Some((_, labels)) => labels.push(label),
            None => reasons.push(((why, people), vec![label])),
        }
    }
    let line = |((why, people), labels): &((Withheld, bool), Vec<String>)| {
        let labels = labels.join(" · ");
        match (why, people) {
            (Withheld::ShownSingly, _) => say(language, "digest-hidden-singly").with("labels", labels),
            (Withheld::TooFewOrTooAlike, _) => say(language, "digest-hidden-uniform").with("labels", labels),
            (Withheld::TooFewThere { needed }, true) => {
                say(language, "digest-hidden-people").with("needed", *needed).with("labels", labels)
            }
            (Withheld::TooFewThere { needed }, false) => {
                say(language, "digest-hidden-tandems").with("needed", *needed).with("labels", labels)
            }
        }
        .text()
    };
    reasons.iter().map(line).collect()
}

/// A released figure, or why there is none.
pub(in crate::discord) fn value(language: Language, cell: Cell, released: Released) -> String {
    match released {
        Released::Withheld(Withheld::TooFewThere { needed }) if cell.counts_people() => {
            say(language, "digest-too-few-people").with("needed", needed).text()
        }
        Released::Withheld(Withheld::TooFewThere { needed }) => {
            say(language, "digest-too-few-tandems").with("needed", needed).text()
        }
        Released::Sum(_)
        | Released::Mean(_)
        | Released::Withheld(Withheld::TooFewOrTooAlike | Withheld::ShownSingly) => {
            figure_alone(language, released)
        }
    }
}

fn figure_alone(language: Language, released: Released) -> String {
    match released {
        Released::Sum(sum) => sum.to_string(),
        Released::Mean(mean) => number(language, mean.value(), 1),
        Released::Withheld(Withheld::ShownSingly) => say(language, "digest-shown-singly").text(),
        Released::Withheld(_) => say(language, "digest-too-uniform").text(),
    }
}

/// What is waiting, one line each.
pub(in crate::discord) fn decisions(language: Language, decisions: &[Decision]) -> String {
    let line = |decision: &Decision| {
        match decision {
            Decision::Approvals(count) => say(language, "digest-decision-approvals").with("count", *count),
            Decision::Practices(count) => say(language, "digest-decision-practices").with("count", *count),
            Decision::Support(count) => say(language, "digest-decision-support").with("count", *count),
            Decision::Remarks(count) => say(language, "digest-decision-remarks").with("count", *count),
            Decision::Questions(left) => say(language, "digest-decision-questions").with("left", *left),
            Decision::Undelivered(causes) => {
                let all: u32 = causes.iter().map(|(_, count)| count).sum();
                say(language, "digest-decision-undelivered").with("count", all)
            }
            Decision::Free(count) => say(language, "digest-decision-free").with("count", *count),
        }
        .text()
    };
    if decisions.is_empty() {
        return say(language, "digest-decisions-none").text();
    }
    decisions.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What could not be delivered and why, one line each, for the list behind the button.
#[must_use]
pub fn undelivered_lines(language: Language, decisions: &[Decision]) -> Vec<String> {
    let causes = decisions.iter().filter_map(|decision| match decision {
        Decision::Undelivered(causes) => Some(causes),
        _ => None,
    });
    causes.flatten().map(|(cause, count)| undelivered(language, *cause, *count)).collect()
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

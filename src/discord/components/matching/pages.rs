//! The pages of a plan: its pairs with why, who has no place yet, what counts, what is held and barred.

use crate::app::matching::hold::Held;
use crate::app::matching::propose::{Row, View as PlanView};
use crate::discord::button::Button;
use crate::discord::view::{ButtonView, Embed, Style, View, quote, shorten};
use crate::discord::words;
use crate::domain::ids::{PageId, ProgrammeId, UserId};
use crate::domain::language::Language;
use crate::domain::matching::score::{Reason, Weight};
use crate::domain::topic::{Theme, Topic};
use crate::locales::{list, say};

/// Pairs on a page: with three long topics each they stay below the 4,096 characters of an embed.
const PAIRS: usize = 8;
/// Names on a page.
const NAMES: usize = 100;
/// Held or barred pairs on a page: each has its button, and a message has five rows, one of them for the pages.
const HELD: usize = 4;
/// So much of a topic in a programme's own words is shown.
const TOPIC_MAX: usize = 60;

fn pages(items: usize, per_page: usize) -> usize {
    items.div_ceil(per_page).max(1)
}

fn footer(language: Language, page: usize, pages: usize) -> String {
    say(language, "match-page").with("page", page + 1).with("pages", pages).text()
}

/// The buttons that turn pages, as far as there are any.
fn turns(page: usize, pages: usize, language: Language, to: impl Fn(usize) -> Button) -> Vec<ButtonView> {
    let back = (page > 0).then(|| (to(page.saturating_sub(1)), "match-back-button"));
    let next = (page + 1 < pages).then(|| (to(page + 1), "match-next-button"));
    back.into_iter().chain(next).map(|(button, id)| secondary(button, language, id)).collect()
}

pub(super) fn secondary(button: Button, language: Language, id: &str) -> ButtonView {
    ButtonView::press(button, say(language, id), Style::Secondary)
}

/// A page of the plan.
#[must_use]
pub fn page(plan: &PlanView, page: usize, language: Language) -> View {
    let programme = plan.programme.id;
    let last = pages(plan.rows.len(), PAIRS);
    let page = page.min(last - 1);
    let title = say(language, "match-title").with("programme", quote(&plan.programme.name));
    let summary = say(language, "match-summary")
        .with("pairs", plan.rows.len())
        .with("mentors", plan.mentors_left.len())
        .with("mentees", plan.mentees_left.len());
    let mut lines = vec![summary.text()];
    if plan.rows.is_empty() {
        lines.push(say(language, "match-empty").text());
    }
    if plan.round.as_ref().is_some_and(|round| !round.proven) {
        lines.push(say(language, "match-not-proven").text());
    }
    let shown = plan.rows.iter().enumerate().skip(page * PAIRS).take(PAIRS);
    lines.extend(shown.map(|(at, pair)| row(at + 1, pair, language)));
    let embed = Embed::new(title, lines.join("\n\n")).footer(footer(language, page, last));
    let mut first = turns(page, last, language, |page| Button::MatchPage(PageId::of(programme, page)));
    first.push(secondary(Button::MatchLeft(PageId::of(programme, 0)), language, "match-left-button"));
    first.push(secondary(Button::MatchWeights(programme), language, "match-weights-button"));
    let mut second = vec![secondary(Button::MatchAgain(programme), language, "match-again-button")];
    second.push(secondary(Button::MatchHeld(PageId::of(programme, 0)), language, "match-held-button"));
    if !plan.rows.is_empty() {
        let ask = say(language, "match-ask-button");
        second.push(ButtonView::press(Button::MatchReady(programme), ask, Style::Primary));
    }
    View::default().embed(embed).buttons(first).buttons(second)
}

fn row(number: usize, pair: &Row, language: Language) -> String {
    let mut why: Vec<String> = pair.reasons.iter().map(|reason| reason_text(reason, language)).collect();
    if pair.held {
        why.insert(0, say(language, "match-reason-held").text());
    }
    if why.is_empty() {
        why.push(say(language, "match-reason-none").text());
    }
    say(language, "match-row")
        .with("number", number)
        .with("mentor", words::person(pair.mentor))
        .with("mentee", words::person(pair.mentee))
        .with("why", why.join(" · "))
        .text()
}

/// A reason in words.
#[must_use]
pub fn reason_text(reason: &Reason, language: Language) -> String {
    match reason {
        Reason::Topics(topics) => {
            let named: Vec<String> = topics
                .iter()
                .map(|topic| match Topic::of(topic) {
                    Some(known) => words::theme_text(language, &Theme::Catalogue(known)),
                    None => quote(&shorten(topic, TOPIC_MAX)),
                })
                .collect();
            say(language, "match-reason-topics")
                .with("count", named.len())
                .with("topics", list(language, &named))
                .text()
        }
        Reason::Languages(spoken) => {
            let named: Vec<String> = spoken
                .iter()
                .map(|one| say(language, &format!("match-language-{}", one.code())).text())
                .collect();
            say(language, "match-reason-languages").with("languages", list(language, &named)).text()
        }
        Reason::Departments => say(language, "match-reason-departments").text(),
        Reason::Organisations => say(language, "match-reason-organisations").text(),
        Reason::Hours => say(language, "match-reason-hours").text(),
    }
}

pub(super) fn back_to_plan(programme: ProgrammeId, language: Language) -> ButtonView {
    secondary(Button::MatchPage(PageId::of(programme, 0)), language, "match-plan-button")
}

/// A page of who has no place yet. The wording is one for all: why somebody has none is not said (P5).
pub(super) fn without(plan: &PlanView, page: usize, language: Language) -> View {
    let programme = plan.programme.id;
    let last = pages(plan.mentors_left.len().max(plan.mentees_left.len()), NAMES / 2);
    let page = page.min(last - 1);
    let listed = |all: &[UserId]| {
        let shown = all.iter().skip(page * NAMES / 2).take(NAMES / 2).copied().map(words::person);
        shown.collect::<Vec<_>>().join(" ")
    };
    let part = |id: &str, all: &[UserId]| {
        let names = listed(all);
        let names = if names.is_empty() { say(language, "match-left-nobody").text() } else { names };
        format!("**{}**\n{names}", say(language, id))
    };
    let text = [
        say(language, "match-left-text").text(),
        part("match-left-mentees", &plan.mentees_left),
        part("match-left-mentors", &plan.mentors_left),
    ];
    let embed =
        Embed::new(say(language, "match-left-title"), text.join("\n\n")).footer(footer(language, page, last));
    let mut buttons = turns(page, last, language, |page| Button::MatchLeft(PageId::of(programme, page)));
    buttons.push(back_to_plan(programme, language));
    View::default().embed(embed).buttons(buttons)
}

/// What counts, from the one table of weights.
pub(super) fn counts(plan: &PlanView, language: Language) -> View {
    let mut lines = vec![say(language, "match-weights").text()];
    let rows = Weight::ALL.iter().map(|weight| {
        let what = say(language, &format!("match-weight-{}", weight.code())).text();
        say(language, "match-weight")
            .with("points", format!("{:+}", weight.points()))
            .with("what", what)
            .text()
    });
    lines.push(rows.collect::<Vec<_>>().join("\n"));
    lines.push(say(language, "match-weights-never").text());
    lines.push(say(language, "match-weights-private").text());
    let embed = Embed::new(say(language, "match-weights-title"), lines.join("\n\n"));
    View::default().embed(embed).buttons(vec![back_to_plan(plan.programme.id, language)])
}

/// A page of what is held and barred, each with the button that lets it go.
pub(super) fn held(plan: &PlanView, page: usize, language: Language) -> View {
    let programme = plan.programme.id;
    let two = |id: &str, [one, other]: [UserId; 2]| {
        say(language, id).with("one", words::person(one)).with("other", words::person(other)).text()
    };
    let locks = plan.held.iter().map(|(lock, names)| {
        (two("match-held-row", *names), Button::MatchUnlock(lock.id), "match-unlock-button")
    });
    let bars = plan.barred.iter().map(|(bar, names)| {
        (two("match-barred-row", *names), Button::MatchUnbar(bar.id), "match-unbar-button")
    });
    let all: Vec<_> = locks.chain(bars).collect();
    let last = pages(all.len(), HELD);
    let page = page.min(last - 1);
    let mut view = View::default();
    let mut lines = Vec::new();
    for (number, (line, button, label)) in all.into_iter().enumerate().skip(page * HELD).take(HELD) {
        let number = number + 1;
        lines.push(format!("**{number}.** {line}"));
        let label = say(language, label).with("number", number);
        view = view.buttons(vec![ButtonView::press(button, label, Style::Secondary)]);
    }
    if lines.is_empty() {
        lines.push(say(language, "match-held-none").text());
    }
    let embed =
        Embed::new(say(language, "match-held-title"), lines.join("\n")).footer(footer(language, page, last));
    let mut buttons = turns(page, last, language, |page| Button::MatchHeld(PageId::of(programme, page)));
    buttons.push(back_to_plan(programme, language));
    view.embed(embed).buttons(buttons)
}

/// What was held, barred, swapped or let go.
#[must_use]
pub fn noted(done: &Held, language: Language) -> View {
    let two = |id: &str, [one, other]: [UserId; 2]| {
        say(language, id).with("one", words::person(one)).with("other", words::person(other)).text()
    };
    let (mut text, programme, undo) = match done {
        Held::Locked { programme, lock, two: names, before } => {
            let id = if *before { "match-locked-before" } else { "match-locked" };
            (two(id, *names), *programme, Some((Button::MatchUnlock(*lock), "match-let-go-button")))
        }
        Held::Barred { programme, bar, two: names, before } => {
            let id = if *before { "match-barred-before" } else { "match-barred" };
            (two(id, *names), *programme, Some((Button::MatchUnbar(*bar), "match-lift-button")))
        }
        Held::Swapped { programme, pairs } => {
            let rows: Vec<String> = pairs.iter().map(|names| two("match-held-row", *names)).collect();
            (format!("{}\n{}", say(language, "match-swapped"), rows.join("\n")), *programme, None)
        }
        Held::Released { programme } => (say(language, "match-released").text(), *programme, None),
    };
    text = format!("{text}\n{}", say(language, "match-again-next"));
    let again = say(language, "match-again-button");
    let mut buttons = vec![ButtonView::press(Button::MatchAgain(programme), again, Style::Primary)];
    buttons.extend(undo.map(|(button, id)| secondary(button, language, id)));
    View::text(text).buttons(buttons)
}

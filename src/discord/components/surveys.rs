//! A survey in a private reply: first who will see the answers, then one item after another, each by a press; what was
//! answered stays to be seen and changed until the survey closes.

use crate::app::surveys::{self, Page};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::domain::figures::K;
use crate::domain::ids::{StepId, SurveyId};
use crate::domain::language::Language;
use crate::domain::survey::{Group, Item, Step, SurveyKind};
use crate::locales::{TimeStyle, discord_time, say};
use crate::store::Result;

/// Buttons of a row (Discord).
const IN_A_ROW: usize = 5;

/// Begins a survey, or goes on with it. Under a private reply it takes that reply's place.
///
/// # Errors
/// Those of the database.
pub async fn begin(bot: &Bot, request: &Request, survey: SurveyId, private: bool) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { surveys::begin(conn, &call, survey).await }),
        move |page, language| {
            let view = view(&page, language);
            if private { Reply::Update(view) } else { Reply::Private(view) }
        },
    )
    .await
}

/// Looks at one item.
///
/// # Errors
/// Those of the database.
pub async fn item(bot: &Bot, request: &Request, step: StepId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { surveys::show(conn, &call, Step::of(step)).await }),
        |page, language| Reply::Update(view(&page, language)),
    )
    .await
}

/// Notes an answer and shows what comes next.
///
/// # Errors
/// Those of the database.
pub async fn answer(bot: &Bot, request: &Request, step: StepId) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { surveys::answer(conn, &call, Step::of(step)).await }),
        |page, language| Reply::Update(view(&page, language)),
    )
    .await
}

/// What a survey is called.
#[must_use]
pub fn title(kind: SurveyKind, language: Language) -> String {
    let kind = kind.code();
    say(language, &format!("survey-title-{kind}")).text()
}

/// The button to an open survey: to begin, to go on, or to look at the answers once more.
#[must_use]
pub fn open_button(page: &Page, language: Language) -> ButtonView {
    let (label, style) = match (page.begun(), page.first_open()) {
        (false, _) => ("survey-begin-button", Style::Primary),
        (true, Some(_)) => ("survey-go-on-button", Style::Primary),
        (true, None) => ("survey-again-button", Style::Secondary),
    };
    ButtonView::press(Button::Survey(page.survey.id), say(language, label), style)
}

/// What waits under *My place*: a survey with its button.
#[must_use]
pub fn entry(page: &Page, language: Language) -> Embed {
    let text = say(language, if page.first_open().is_some() { "survey-entry" } else { "survey-entry-done" })
        .with("count", page.items.len())
        .with("until", discord_time(page.closes_at, TimeStyle::DateTime));
    Embed::new(
        say(language, "survey-heading")
            .with("title", title(page.survey.kind, language))
            .with("programme", quote(&page.programme.name)),
        text,
    )
}

fn view(page: &Page, language: Language) -> View {
    match page.at.and_then(|at| Some((at, page.items.get(at)?))) {
        Some((at, item)) => question(page, at, item, language),
        None => overview(page, language),
    }
}

/// Who sees the answers: nobody a single one, and sums over how many.
fn readers(page: &Page, language: Language) -> String {
    let id = match page.group {
        Group::Mentors => "survey-readers-mentors",
        Group::Mentees => "survey-readers-mentees",
        Group::All => "survey-readers-all",
    };
    say(language, id).with("k", page.programme.k.max(K::LEAST.get())).text()
}

fn until(page: &Page, language: Language) -> String {
    say(language, "survey-until").with("until", discord_time(page.closes_at, TimeStyle::DateTime)).text()
}

fn statement(item: &Item, language: Language) -> String {
    let code = item.code;
    say(language, &format!("survey-item-{code}")).text()
}

fn option(item: &Item, option: u8, language: Language) -> String {
    let scale = item.scale.code();
    say(language, &format!("survey-{scale}-{option}-button")).text()
}

fn question(page: &Page, at: usize, item: &Item, language: Language) -> View {
    let number = say(language, "survey-number").with("number", at + 1).with("count", page.items.len());
    // Who sees the answers comes before the first of them, and whenever somebody comes back.
    let first = at == 0 || !page.begun();
    let readers = first.then(|| readers(page, language));
    let text = [Some(format!("**{}**", statement(item, language))), readers].into_iter().flatten();
    let embed =
        Embed::new(title(page.survey.kind, language), text.collect::<Vec<_>>().join("\n\n")).footer(number);
    let chosen = page.answers.get(&item.number);
    let step = |option| Step { survey: page.survey.id, item: item.number, option }.id();
    let options: Vec<ButtonView> = (1..=item.scale.options())
        .map(|one| {
            let style = if chosen == Some(&one) { Style::Success } else { Style::Secondary };
            ButtonView::press(Button::SurveyAnswer(step(one)), option(item, one, language), style)
        })
        .collect();
    let mut view = View::default().embed(embed);
    for row in options.chunks(IN_A_ROW) {
        view = view.buttons(row.to_vec());
    }
    match at.checked_sub(1).and_then(|before| page.items.get(before)) {
        Some(before) => {
            let back = Step { survey: page.survey.id, item: before.number, option: 0 }.id();
            let label = say(language, "survey-back-button");
            view.buttons(vec![ButtonView::press(Button::SurveyItem(back), label, Style::Secondary)])
        }
        None => view,
    }
}

/// Everything is answered: thanks, one's own answers, and what one may do now.
fn overview(page: &Page, language: Language) -> View {
    let thanks = say(language, "survey-thanks").text();
    let talk = surveys::offers_talk(page.survey.kind).then(|| say(language, "survey-talk").text());
    let lines = [Some(thanks), Some(until(page, language)), talk].into_iter().flatten();
    let mut embed = Embed::new(title(page.survey.kind, language), lines.collect::<Vec<_>>().join("\n\n"));
    for item in &page.items {
        if let Some(chosen) = page.answers.get(&item.number) {
            embed = embed.field(statement(item, language), option(item, *chosen, language));
        }
    }
    let mut buttons = Vec::new();
    if let Some(first) = page.items.first() {
        let step = Step { survey: page.survey.id, item: first.number, option: 0 }.id();
        let label = say(language, "survey-change-button");
        buttons.push(ButtonView::press(Button::SurveyItem(step), label, Style::Secondary));
    }
    if surveys::offers_talk(page.survey.kind) {
        let label = say(language, "survey-talk-button");
        buttons.push(ButtonView::press(Button::SupportMenu, label, Style::Secondary));
    }
    if let Some(tandem) = page.tandem {
        let label = say(language, "feedback-remark-button");
        buttons.push(ButtonView::press(Button::RemarkAsk(tandem), label, Style::Secondary));
    }
    View::default().embed(embed).buttons(buttons)
}

#[cfg(test)]
#[path = "surveys/tests.rs"]
mod tests;

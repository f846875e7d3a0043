//! The private list of topics and of what is down for the next agenda, its menu, and the form to put something down.

use std::collections::BTreeMap;

use crate::app::topics::{self, Listed};
use crate::app::{Decision, guard};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::posts::tasks::quoted_within;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Form, Input, Style, View, shorten};
use crate::discord::words::theme_text;
use crate::domain::ids::{PointId, TandemId};
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::domain::topic::{POINT_MAX, Point, Theme};
use crate::locales::{list, say};
use crate::store::Result;

/// The name of the form's only input.
const TEXT: &str = "text";
/// A choice in a menu holds 100 characters (Discord).
const CHOICE_MAX: usize = 100;
/// A field of an embed holds 1,024 characters (Discord).
const FIELD_MAX: usize = 1_024;

/// What the two put down, a line each, in at most `max` characters together: long ones are shortened before any is left
/// out.
#[must_use]
pub fn point_lines(language: Language, points: &[Point], max: usize) -> String {
    let each = max / points.len().max(1);
    let lines: Vec<String> = points
        .iter()
        .map(|point| {
            let frame = say(language, "topic-list-point").with("text", "").text().chars().count() + 1;
            let text = point.words.split_whitespace().collect::<Vec<_>>().join(" ");
            let text = quoted_within(&text, each.saturating_sub(frame));
            say(language, "topic-list-point").with("text", text).text()
        })
        .collect();
    lines.join("\n")
}

/// The private list.
///
/// # Errors
/// Those of the database.
pub async fn show(bot: &Bot, request: &Request, chosen: Option<TandemId>) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { topics::list(conn, &call, chosen).await }),
        |listed, language| Reply::Private(view(&listed, language)),
    )
    .await
}

fn view(listed: &Listed, language: Language) -> View {
    let topic = |theme: &Option<Theme>| theme.as_ref().map(|theme| theme_text(language, theme));
    let next = topic(&listed.next).unwrap_or_else(|| say(language, "topic-list-open").text());
    let points = match point_lines(language, &listed.points, FIELD_MAX) {
        none if none.is_empty() => say(language, "topic-list-no-points").text(),
        lines => lines,
    };
    let catalogue = listed.seat.programme.template.topics();
    let mut all: Vec<String> =
        catalogue.iter().map(|topic| theme_text(language, &Theme::Catalogue(*topic))).collect();
    all.extend(listed.own.iter().map(|words| theme_text(language, &Theme::Own(words.clone()))));
    let embed = Embed::new(say(language, "topic-list-title"), "")
        .field(say(language, "topic-list-next-field"), next)
        .field(say(language, "topic-list-last-field"), topic(&listed.last).unwrap_or_default())
        .field(say(language, "topic-list-points-field"), points)
        .field(say(language, "topic-list-catalogue-field"), shorten(&list(language, &all), FIELD_MAX));
    let view = View::default().embed(embed).buttons(vec![ButtonView::press(
        Button::TopicPropose(listed.seat.tandem.id),
        say(language, "topic-menu-propose-button"),
        Style::Secondary,
    )]);
    if listed.points.is_empty() {
        return view;
    }
    let options = listed.points.iter().map(|point| (point.id.to_string(), choice(point))).collect();
    view.menu(Button::TopicDone, say(language, "topic-done-placeholder"), options)
}

fn choice(point: &Point) -> String {
    shorten(&point.words.split_whitespace().collect::<Vec<_>>().join(" "), CHOICE_MAX)
}

/// Puts something down for the next agenda.
///
/// # Errors
/// Those of the database.
pub async fn propose(
    bot: &Bot,
    request: &Request,
    chosen: Option<TandemId>,
    words: String,
) -> Result<Answer> {
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { topics::propose(conn, &call, chosen, &words).await }),
        |_, language| Reply::Private(View::text(say(language, "topic-proposed"))),
    )
    .await
}

/// Opens the form to put something down.
///
/// # Errors
/// Those of the database.
pub async fn form(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                Ok(match guard::seat_in(conn, &call, tandem).await? {
                    Ok(seat) if seat.tandem.is_live() => seat.at_work(),
                    Ok(_) => Decision::Err(Refusal::TandemEnded),
                    Err(refusal) => Err(refusal),
                })
            })
        },
        move |(), language| {
            Reply::Modal(Form {
                button: Button::TopicPropose(tandem),
                title: say(language, "topic-propose-modal-title").text(),
                inputs: vec![Input {
                    id: TEXT,
                    label: say(language, "topic-propose-label").text(),
                    placeholder: say(language, "topic-propose-placeholder").text(),
                    value: String::new(),
                    long: true,
                    required: true,
                    max: POINT_MAX,
                }],
            })
        },
    )
    .await
}

/// Takes what was put down from its form.
///
/// # Errors
/// Those of the database.
pub async fn form_sent(
    bot: &Bot,
    request: &Request,
    tandem: TandemId,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    propose(bot, request, Some(tandem), fields.get(TEXT).cloned().unwrap_or_default()).await
}

/// Takes something off the agenda.
///
/// # Errors
/// Those of the database.
pub async fn done(bot: &Bot, request: &Request, values: &[String]) -> Result<Answer> {
    let point = PointId(values.first().and_then(|value| value.parse().ok()).unwrap_or_default());
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { topics::done(conn, &call, point).await }),
        |(), language| Reply::Update(View::text(say(language, "topic-done"))),
    )
    .await
}

#[cfg(test)]
mod tests;

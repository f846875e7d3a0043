//! The private reply about a pause: how the tandem stands, and the buttons by which either of the two changes it. The
//! reply says first what everybody will see of it.

use std::collections::BTreeMap;

use chrono::Duration;

pub use crate::app::pause::Which;
use crate::app::pause::{self, Stand};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::posts::tasks::due_text;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Form, Input, Style, View};
use crate::discord::words;
use crate::domain::ids::{TandemId, UserId};
use crate::domain::language::Language;
use crate::domain::zone;
use crate::locales::say;
use crate::store::{Result, people};

/// The name of the only input of the form.
const UNTIL: &str = "until";
/// A date in words fits into that many characters.
const DATE_MAX: usize = 100;

/// Shows how the tandem stands, and what can be chosen.
///
/// # Errors
/// Those of the database.
pub async fn show(bot: &Bot, request: &Request, which: Which) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                let stand = match pause::look(conn, &call, which).await? {
                    Ok(stand) => stand,
                    Err(refusal) => return Ok(Err(refusal)),
                };
                let partner = people::person_get(conn, stand.seat.partner()).await?.user;
                Ok(Ok((stand, partner)))
            })
        },
        |(stand, partner), language| Reply::Update(question(&stand, partner, language)),
    )
    .await
}

fn question(stand: &Stand, partner: UserId, language: Language) -> View {
    let tandem = stand.seat.tandem.id;
    if stand.pause.is_some() {
        return standing(stand, "pause-standing", language);
    }
    let text = say(language, "pause-question").with("partner", words::person(partner));
    let button = |button, id| ButtonView::press(button, say(language, id), Style::Secondary);
    View::text(text).buttons(vec![
        button(Button::PauseOneWeek(tandem), "pause-1-week-button"),
        button(Button::PauseTwoWeeks(tandem), "pause-2-weeks-button"),
        button(Button::PauseFourWeeks(tandem), "pause-4-weeks-button"),
        button(Button::PauseDate(tandem), "pause-date-button"),
    ])
}

/// The tandem pauses: until when, and what can be changed about it.
fn standing(stand: &Stand, id: &str, language: Language) -> View {
    let Some(pause) = &stand.pause else { return View::text(say(language, "pause-ended")) };
    let (tandem, zone) = (stand.seat.tandem.id, stand.seat.programme.zone);
    let button = |button, id| ButtonView::press(button, say(language, id), Style::Secondary);
    View::text(say(language, id).with("until", due_text(pause.day(zone), zone))).buttons(vec![
        button(Button::PauseEnd(tandem), "pause-end-button"),
        button(Button::PauseDate(tandem), "pause-date-button"),
    ])
}

/// Pauses the tandem until a day as people write it.
///
/// # Errors
/// Those of the database.
pub async fn set(bot: &Bot, request: &Request, which: Which, until: String) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { pause::set(conn, &call, which, &until).await }),
        |stand, language| Reply::Update(standing(&stand, "pause-noted", language)),
    )
    .await
}

/// Pauses the tandem for so many weeks.
///
/// # Errors
/// Those of the database.
pub async fn weeks(bot: &Bot, request: &Request, tandem: TandemId, weeks: i64) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| {
            Box::pin(async move {
                let stand = match pause::look(conn, &call, Which::Of(tandem)).await? {
                    Ok(stand) => stand,
                    Err(refusal) => return Ok(Err(refusal)),
                };
                let today = zone::to_local(call.now, stand.seat.programme.zone).date();
                let until = (today + Duration::weeks(weeks)).to_string();
                pause::set(conn, &call, Which::Of(tandem), &until).await
            })
        },
        |stand, language| Reply::Update(standing(&stand, "pause-noted", language)),
    )
    .await
}

/// Ends the pause before its day.
///
/// # Errors
/// Those of the database.
pub async fn end(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { pause::end_early(conn, &call, Which::Of(tandem)).await }),
        |stand, language| Reply::Update(standing(&stand, "pause-noted", language)),
    )
    .await
}

/// Opens the form for a day.
///
/// # Errors
/// Those of the database.
pub async fn date_form(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { pause::look(conn, &call, Which::Of(tandem)).await }),
        move |_, language| {
            Reply::Modal(Form {
                button: Button::PauseDate(tandem),
                title: say(language, "pause-modal-title").text(),
                inputs: vec![Input {
                    id: UNTIL,
                    label: say(language, "pause-date-label").text(),
                    placeholder: say(language, "pause-date-placeholder").text(),
                    value: String::new(),
                    long: false,
                    required: true,
                    max: DATE_MAX,
                }],
            })
        },
    )
    .await
}

/// Takes the day from its form.
///
/// # Errors
/// Those of the database.
pub async fn date_sent(
    bot: &Bot,
    request: &Request,
    tandem: TandemId,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    set(bot, request, Which::Of(tandem), fields.get(UNTIL).cloned().unwrap_or_default()).await
}

#[cfg(test)]
#[path = "pause/tests.rs"]
mod tests;

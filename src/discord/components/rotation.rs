//! Stay together, or a new partner? The private question to each of the two. Nothing of the other one's answer reaches it.

use crate::app::rotation::{self, Asked};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Style, View};
use crate::discord::words;
use crate::domain::ids::{TandemId, UserId};
use crate::domain::language::Language;
use crate::locales::{TimeStyle, discord_time, say};
use crate::store::{Conn, Result, people};

async fn with_partner(conn: &mut Conn, asked: Asked) -> Result<(Asked, UserId)> {
    let partner = people::person_get(conn, asked.seat.partner()).await?.user;
    Ok((asked, partner))
}

/// Asks whoever presses.
///
/// # Errors
/// Those of the database.
pub async fn ask(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                Ok(match rotation::look(conn, &call, tandem).await? {
                    Ok(asked) => Ok(with_partner(conn, asked).await?),
                    Err(refusal) => Err(refusal),
                })
            })
        },
        |(asked, partner), language| Reply::Private(question(&asked, partner, language)),
    )
    .await
}

/// Notes an answer.
///
/// # Errors
/// Those of the database.
pub async fn answer(bot: &Bot, request: &Request, tandem: TandemId, stays: bool) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| {
            Box::pin(async move {
                Ok(match rotation::say(conn, &call, tandem, stays).await? {
                    Ok(asked) => Ok(with_partner(conn, asked).await?),
                    Err(refusal) => Err(refusal),
                })
            })
        },
        |(asked, partner), language| Reply::Update(question(&asked, partner, language)),
    )
    .await
}

/// What was answered so far, in a sentence.
#[must_use]
pub fn noted(stays: bool, language: Language) -> String {
    let id = if stays { "stay-noted-yes" } else { "stay-noted-new" };
    say(language, id).text()
}

fn question(asked: &Asked, partner: UserId, language: Language) -> View {
    let text = say(language, "stay-question")
        .with("partner", words::person(partner))
        .with("deadline", discord_time(asked.deadline, TimeStyle::Full));
    let so_far = asked.answer.map(|stays| noted(stays, language));
    let text = [Some(text.text()), so_far].into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    View::text(text).buttons(buttons(asked.seat.tandem.id, asked.answer, language))
}

fn buttons(tandem: TandemId, answer: Option<bool>, language: Language) -> Vec<ButtonView> {
    let button = |button, id, stays| {
        let style = if answer == Some(stays) { Style::Success } else { Style::Secondary };
        ButtonView::press(button, say(language, id), style)
    };
    vec![
        button(Button::StayYes(tandem), "stay-yes-button", true),
        button(Button::StayNew(tandem), "stay-new-button", false),
    ]
}

/// The button that asks.
#[must_use]
pub fn ask_button(tandem: TandemId, language: Language) -> ButtonView {
    ButtonView::press(Button::StayAsk(tandem), say(language, "stay-ask-button"), Style::Primary)
}

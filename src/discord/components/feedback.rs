//! How is it going: the private question, which says first who will see the answer, and its five buttons.

use crate::app::feedback::{self, Rated};
use crate::app::scope::Seat;
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Style, View, quote};
use crate::domain::ids::TandemId;
use crate::domain::language::Language;
use crate::domain::meeting::Meeting;
use crate::locales::{TimeStyle, discord_time, say};
use crate::store::{Result, programmes, tandems};

use super::tasks::name;

/// A number this low comes with the offer of a talk.
const LOW: u8 = 2;

/// Asks the question.
///
/// # Errors
/// Those of the database.
pub async fn ask(bot: &Bot, request: &Request, chosen: Option<TandemId>) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                Ok(match feedback::ask(conn, &call, chosen).await? {
                    Ok(seat) => Ok((name(conn, seat.partner()).await?, seat)),
                    Err(refusal) => Err(refusal),
                })
            })
        },
        |(partner, seat), language| Reply::Private(question(&partner, &seat, language)),
    )
    .await
}

/// The question with its five numbers, and who sees the answer.
#[must_use]
pub fn question(partner: &str, seat: &Seat, language: Language) -> View {
    let asked = say(language, "feedback-question").with("partner", partner).text();
    let labels = [
        "feedback-1-button",
        "feedback-2-button",
        "feedback-3-button",
        "feedback-4-button",
        "feedback-5-button",
    ];
    numbers(&asked, labels, seat, language)
}

/// The same about a meeting.
#[must_use]
pub fn question_of(meeting: &Meeting, partner: &str, seat: &Seat, language: Language) -> View {
    let when = discord_time(meeting.starts_at, TimeStyle::Date);
    let asked = say(language, "feedback-meeting-question").with("partner", partner).with("when", when).text();
    let labels = [
        "feedback-meeting-1-button",
        "feedback-meeting-2-button",
        "feedback-meeting-3-button",
        "feedback-meeting-4-button",
        "feedback-meeting-5-button",
    ];
    numbers(&asked, labels, seat, language)
}

fn numbers(asked: &str, labels: [&str; 5], seat: &Seat, language: Language) -> View {
    let readers = say(language, "feedback-readers").with("k", seat.programme.k).text();
    let rates: [fn(TandemId) -> Button; 5] =
        [Button::Rate1, Button::Rate2, Button::Rate3, Button::Rate4, Button::Rate5];
    let numbers = rates.into_iter().zip(labels);
    let buttons = numbers
        .map(|(rate, label)| ButtonView::press(rate(seat.tandem.id), say(language, label), Style::Secondary));
    View::text(format!("{asked}\n{readers}")).buttons(buttons.collect())
}

/// Notes the number that was pressed.
///
/// # Errors
/// Those of the database.
pub async fn rate(bot: &Bot, request: &Request, tandem: TandemId, value: u8) -> Result<Answer> {
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { feedback::rate(conn, &call, Some(tandem), value).await }),
        |conn, Rated { tandem, value }, language| {
            Box::pin(async move {
                let programme = tandems::tandem_get(conn, tandem).await?.programme;
                let contact = programmes::programme_get(conn, programme).await?.contact;
                let mut text = say(language, "feedback-noted").with("value", value).text();
                if value <= LOW && !contact.is_empty() {
                    let support = say(language, "feedback-support").with("contact", quote(&contact)).text();
                    text = format!("{text}\n{support}");
                }
                let label = say(language, "feedback-remark-button");
                let remark = ButtonView::press(Button::RemarkAsk(tandem), label, Style::Secondary);
                Ok(Reply::Update(View::text(text).buttons(vec![remark])))
            })
        },
    )
    .await
}

//! Whether a meeting took place: one yes is a meeting, and a no leads to another date. The reply to a yes asks in private
//! how it was; the post in the room never changes with an answer (P17).

use crate::app::feedback as asking;
use crate::app::follow::{self, Met};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::components::feedback::question_of;
use crate::discord::components::tasks::name;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Style, View};
use crate::domain::ids::MeetingId;
use crate::domain::refusal::Refusal;
use crate::locales::say;
use crate::store::{Result, meetings};

/// Notes what one of the two says.
///
/// # Errors
/// Those of the database.
pub async fn answer(bot: &Bot, request: &Request, meeting: MeetingId, yes: bool) -> Result<Answer> {
    let asker = request.call.clone();
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { follow::met(conn, &call, meeting, yes).await }),
        move |conn, met, language| {
            Box::pin(async move {
                let tandem = match met {
                    Met::NotThisTime { tandem } => {
                        let plan = ButtonView::press(
                            Button::MeetingPlan(tandem),
                            say(language, "met-plan-button"),
                            Style::Primary,
                        );
                        let text = say(language, "met-not-noted");
                        return Ok(Reply::Private(View::text(text).buttons(vec![plan])));
                    }
                    Met::Held { tandem } => tandem,
                };
                let noted = say(language, "met-noted").text();
                Ok(Reply::Private(match asking::ask(conn, &asker, Some(tandem)).await? {
                    Ok(seat) => {
                        let partner = name(conn, seat.partner()).await?;
                        let Some(meeting) = meetings::meeting_find(conn, meeting).await? else {
                            return Ok(Reply::Private(View::text(noted)));
                        };
                        let form = question_of(&meeting, &partner, &seat, language);
                        View { content: format!("{noted}\n\n{}", form.content), ..form }
                    }
                    Err(_) => View::text(noted),
                }))
            })
        },
    )
    .await
}

/// Asks in private how a meeting was.
///
/// # Errors
/// Those of the database.
pub async fn how(bot: &Bot, request: &Request, id: MeetingId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                let Some(meeting) = meetings::meeting_find(conn, id).await? else {
                    return Ok(Err(Refusal::NothingWaits));
                };
                Ok(match asking::ask(conn, &call, Some(meeting.tandem)).await? {
                    Ok(seat) => Ok((meeting, name(conn, seat.partner()).await?, seat)),
                    Err(refusal) => Err(refusal),
                })
            })
        },
        |(meeting, partner, seat), language| Reply::Private(question_of(&meeting, &partner, &seat, language)),
    )
    .await
}

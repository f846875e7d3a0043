//! *This tandem…*, leaving, and how it goes on. Two presses end a tandem; nobody is asked why, and neither the reply nor
//! anything else keeps who pressed.

use crate::app::{guard, leaving, place};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::components::place::{how_it_goes_on, next_steps};
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Style, View};
use crate::discord::words;
use crate::domain::ids::{TandemId, UserId};
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::locales::say;
use crate::store::{Result, people};

/// The private menu behind *This tandem…*
///
/// # Errors
/// Those of the database.
pub async fn menu(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.look(
        request,
        |conn, call| {
            Box::pin(async move {
                Ok(match guard::seat_in(conn, &call, tandem).await? {
                    Ok(seat) if seat.tandem.is_live() => Ok(seat.tandem.id),
                    Ok(_) => Err(Refusal::TandemEnded),
                    Err(refusal) => Err(refusal),
                })
            })
        },
        |tandem, language| {
            let button = |button, id, style| ButtonView::press(button, say(language, id), style);
            Reply::Private(
                View::text(say(language, "welcome-menu"))
                    .buttons(vec![
                        button(Button::TandemTasks(tandem), "welcome-menu-tasks-button", Style::Secondary),
                        button(
                            Button::TandemFeedback(tandem),
                            "welcome-menu-feedback-button",
                            Style::Secondary,
                        ),
                        button(Button::MeetingPlan(tandem), "meeting-plan-button", Style::Secondary),
                        button(Button::Notice, "welcome-menu-privacy-button", Style::Secondary),
                    ])
                    .buttons(vec![
                        button(Button::TopicPropose(tandem), "topic-menu-propose-button", Style::Secondary),
                        button(Button::TopicList(tandem), "topic-menu-list-button", Style::Secondary),
                    ])
                    .buttons(vec![
                        button(Button::PauseMenu(tandem), "welcome-menu-pause-button", Style::Secondary),
                        button(Button::SupportMenu, "welcome-menu-support-button", Style::Secondary),
                        button(Button::ReachMenu(tandem), "welcome-menu-reach-button", Style::Secondary),
                        button(Button::LeaveAsk(tandem), "welcome-menu-leave-button", Style::Danger),
                    ]),
            )
        },
    )
    .await
}

/// Asks once whether the tandem is to end.
///
/// # Errors
/// Those of the database.
pub async fn ask(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.look(
        request,
        |conn, call| {
            Box::pin(async move {
                let seat = match guard::seat_in(conn, &call, tandem).await? {
                    Ok(seat) if seat.tandem.is_live() => seat,
                    Ok(_) => return Ok(Err(Refusal::TandemEnded)),
                    Err(refusal) => return Ok(Err(refusal)),
                };
                Ok(Ok(people::person_get(conn, seat.partner()).await?.user))
            })
        },
        |partner, language| Reply::Update(question(tandem, partner, language)),
    )
    .await
}

/// The one question before a tandem ends.
#[must_use]
pub fn question(tandem: TandemId, partner: UserId, language: Language) -> View {
    View::text(say(language, "leave-confirm").with("partner", words::person(partner))).buttons(vec![
        ButtonView::press(Button::LeaveConfirm(tandem), say(language, "leave-confirm-button"), Style::Danger),
        ButtonView::press(Button::LeaveStay, say(language, "leave-stay-button"), Style::Secondary),
    ])
}

/// Ends the tandem.
///
/// # Errors
/// Those of the database.
pub async fn leave(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { leaving::end(conn, &call, tandem).await }),
        |(), language| Reply::Update(View::text(say(language, "leave-done"))),
    )
    .await
}

/// The tandem stays open; nothing was stored, so nothing has to be taken back.
///
/// # Errors
/// Those of the database.
pub async fn stay(bot: &Bot, request: &Request) -> Result<Answer> {
    let language = bot.language(request).await?;
    Ok(Reply::Update(View::text(say(language, "leave-stayed"))).into())
}

/// Asks one of the two how it shall go on.
///
/// # Errors
/// Those of the database.
pub async fn goes_on(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.look(
        request,
        |conn, call| {
            Box::pin(async move {
                Ok(match guard::seat_in(conn, &call, tandem).await? {
                    Ok(seat) if !seat.tandem.is_live() && seat.programme.phase.pairs() => {
                        Ok(place::goes_on(conn, &seat.tandem, seat.programme, seat.me.id).await?)
                    }
                    Ok(_) => Err(Refusal::NothingWaits),
                    Err(refusal) => Err(refusal),
                })
            })
        },
        |after, language| {
            let text = how_it_goes_on(&after, language);
            Reply::Private(View::text(text).buttons(next_steps(&after, language)))
        },
    )
    .await
}

/// What can be wished for after an ending. A break and a stop are stored as one (P3); only the reply differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// A new tandem.
    New,
    /// A break.
    Break,
    /// To stop here.
    Stop,
}

/// Notes what one of the two wishes.
///
/// # Errors
/// Those of the database.
pub async fn wish(bot: &Bot, request: &Request, tandem: TandemId, wish: Wish) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| {
            Box::pin(async move { leaving::say_next(conn, &call, tandem, wish == Wish::New).await })
        },
        move |(), language| {
            Reply::Update(View::text(match wish {
                Wish::New => say(language, "leave-new-noted"),
                Wish::Break => say(language, "leave-break-noted"),
                Wish::Stop => say(language, "leave-stop-noted"),
            }))
        },
    )
    .await
}

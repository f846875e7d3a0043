//! *I can't reach my partner*: what will happen is said before anything does, each answer is private, and nothing in any
//! of them blames anybody.

use crate::app::Decision;
use crate::app::place::GoesOn;
use crate::app::reach::{self, Reach};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::components::place::next_steps;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Style, View};
use crate::discord::words;
use crate::domain::ids::{TandemId, UserId};
use crate::domain::language::Language;
use crate::locales::{TimeStyle, discord_time, say};
use crate::store::{Conn, Result, people};

type Shown = (Reach, TandemId, UserId);

async fn with_partner(conn: &mut Conn, decided: Decision<reach::Stand>) -> Result<Decision<Shown>> {
    let stand = match decided {
        Ok(stand) => stand,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let partner = people::person_get(conn, stand.seat.partner()).await?.user;
    Ok(Ok((stand.reach, stand.seat.tandem.id, partner)))
}

/// Says what will happen, or how it stands.
///
/// # Errors
/// Those of the database.
pub async fn show(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                let stand = reach::look(conn, &call, tandem).await?;
                with_partner(conn, stand).await
            })
        },
        |shown, language| Reply::Update(view(shown, language)),
    )
    .await
}

/// Asks the room.
///
/// # Errors
/// Those of the database.
pub async fn ask(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| {
            Box::pin(async move {
                let stand = reach::ask(conn, &call, tandem).await?;
                with_partner(conn, stand).await
            })
        },
        |shown, language| Reply::Update(view(shown, language)),
    )
    .await
}

fn view((reach, tandem, partner): Shown, language: Language) -> View {
    let button = |button, id, style| ButtonView::press(button, say(language, id), style);
    let done = || button(Button::ReachDone(tandem), "reach-done-button", Style::Secondary);
    match reach {
        Reach::Free => View::text(say(language, "reach-explained").with("partner", words::person(partner)))
            .buttons(vec![button(Button::ReachAsk(tandem), "reach-ask-button", Style::Primary)]),
        Reach::Asked(offered_at) => {
            let when = discord_time(offered_at, TimeStyle::Date);
            let support = button(Button::SupportMenu, "welcome-menu-support-button", Style::Secondary);
            View::text(say(language, "reach-asked").with("when", when)).buttons(vec![support, done()])
        }
        Reach::Offered => offer(tandem, language),
        Reach::Answered => View::text(say(language, "reach-here")),
    }
}

/// The offer of a new tandem, for whoever asked.
#[must_use]
pub fn offer(tandem: TandemId, language: Language) -> View {
    let button = |button, id, style| ButtonView::press(button, say(language, id), style);
    View::text(say(language, "reach-offer")).buttons(vec![
        button(Button::ReachTake(tandem), "reach-take-button", Style::Danger),
        button(Button::SupportMenu, "welcome-menu-support-button", Style::Secondary),
        button(Button::ReachDone(tandem), "reach-done-button", Style::Secondary),
    ])
}

/// Somebody is there. Both read the same, whether they asked or not.
///
/// # Errors
/// Those of the database.
pub async fn here(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { reach::here(conn, &call, tandem).await }),
        |(), language| Reply::Private(View::text(say(language, "reach-here"))),
    )
    .await
}

/// No answer is needed any more.
///
/// # Errors
/// Those of the database.
pub async fn done(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { reach::withdraw(conn, &call, tandem).await }),
        |(), language| Reply::Update(View::text(say(language, "reach-done"))),
    )
    .await
}

/// Takes the offer: the tandem ends as every tandem does, and the question of how it goes on comes at once.
///
/// # Errors
/// Those of the database.
pub async fn take(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { reach::take(conn, &call, tandem).await }),
        move |seat, language| {
            let after = GoesOn { tandem, programme: seat.programme, answer: None, settled: false };
            let text = format!("{}\n\n{}", say(language, "leave-done"), say(language, "leave-goes-on"));
            Reply::Update(View::text(text).buttons(next_steps(&after, language)))
        },
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_asked_can_pass_their_name_on_while_they_wait_and_with_the_offer() {
        let at = "2027-01-11T09:00:00Z".parse().unwrap();
        for stands in [Reach::Asked(at), Reach::Offered] {
            let shown = format!("{:?}", view((stands, TandemId(1), UserId(1)), Language::En));
            assert!(shown.contains("SupportMenu") && shown.contains("passes your name on"), "{shown}");
        }
    }
}

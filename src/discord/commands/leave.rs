//! `/leave`: the same private question that the button in the room asks. It is never guessed which tandem is meant (D8).

use crate::app::scope;
use crate::discord::bot::Bot;
use crate::discord::commands::Leaf;
use crate::discord::components::tandem::question;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::domain::refusal::Refusal;
use crate::store::{Result, people};

/// `/leave`
pub static LEAVES: &[Leaf] = &[Leaf {
    name: "leave",
    options: &[],
    run: |bot, request, _| Box::pin(run(bot, request)),
    suggest: None,
}];

async fn run(bot: &Bot, request: &Request) -> Result<Answer> {
    bot.look(
        request,
        |conn, call| {
            Box::pin(async move {
                let seat = match scope::seat_here(conn, &call).await? {
                    Ok(seat) if seat.tandem.is_live() => seat,
                    Ok(_) => return Ok(Err(Refusal::TandemEnded)),
                    Err(Refusal::NoTandem) => return Ok(Err(Refusal::LeaveElsewhere)),
                    Err(refusal) => return Ok(Err(refusal)),
                };
                let partner = people::person_get(conn, seat.partner()).await?.user;
                Ok(Ok((seat.tandem.id, partner)))
            })
        },
        |(tandem, partner), language| Reply::Private(question(tandem, partner, language)),
    )
    .await
}

//! Pairing a cohort as coordinators see it: the plan on pages, why for each pair, who has no place yet, what counts, what is
//! held and barred. All of it in private replies (P15); points are in none, because a sum would tell what is private.

mod pages;

use crate::app::matching::ask::{self, Confirmed};
use crate::app::matching::hold::{self};
use crate::app::matching::propose::{self, View as PlanView};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::commands::setup::used_channels;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Style, View};
use crate::domain::ids::{BarId, LockId, PageId, ProgrammeId, RoundId};
use crate::domain::language::Language;
use crate::locales::{self, TimeStyle, discord_time, say};
use crate::store::{Error, Result};

use pages::{counts, held, without};
pub use pages::{noted, page, reason_text};

/// Works the best plan out and shows its first page. The pool is read, the plan is made on a thread of its own, because a
/// large cohort takes seconds, and kept.
///
/// # Errors
/// Those of the database.
pub async fn propose(bot: &Bot, request: &Request, chosen: Option<&str>) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    let input = {
        let mut conn = bot.app.store.read().await?;
        propose::input(&mut conn, &request.call, &roles, chosen).await?
    };
    let (programme, pool) = match input {
        Ok(input) => input,
        Err(refusal) => {
            return Ok(View::text(locales::refusal(bot.language(request).await?, &refusal)).into());
        }
    };
    let plan = tokio::task::spawn_blocking(move || pool.plan()).await.map_err(|_| Error::Closed)?;
    let (looks, call) = (roles.clone(), request.call.clone());
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { propose::keep(conn, &call, &roles, programme, &plan).await }),
        |conn, kept, language| {
            Box::pin(async move {
                Ok(match propose::view(conn, &call, &looks, kept.programme).await? {
                    Ok(plan) => Reply::Private(page(&plan, 0, language)),
                    Err(refusal) => Reply::Private(View::text(locales::refusal(language, &refusal))),
                })
            })
        },
    )
    .await
}

/// Looks at the plan of a programme and shows something of it in place of what stood there.
async fn look(
    bot: &Bot,
    request: &Request,
    programme: ProgrammeId,
    show: impl FnOnce(&PlanView, Language) -> View,
) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| Box::pin(async move { propose::view(conn, &call, &roles, programme).await }),
        |plan, language| Reply::Update(show(&plan, language)),
    )
    .await
}

/// A page of the plan.
///
/// # Errors
/// Those of the database.
pub async fn turn(bot: &Bot, request: &Request, at: PageId) -> Result<Answer> {
    look(bot, request, at.programme(), |plan, language| page(plan, at.page(), language)).await
}

/// A page of who has no place yet.
///
/// # Errors
/// Those of the database.
pub async fn left(bot: &Bot, request: &Request, at: PageId) -> Result<Answer> {
    look(bot, request, at.programme(), |plan, language| without(plan, at.page(), language)).await
}

/// A page of what is held and barred.
///
/// # Errors
/// Those of the database.
pub async fn holds(bot: &Bot, request: &Request, at: PageId) -> Result<Answer> {
    look(bot, request, at.programme(), |plan, language| held(plan, at.page(), language)).await
}

/// What counts, and how much.
///
/// # Errors
/// Those of the database.
pub async fn weights(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    look(bot, request, programme, counts).await
}

/// Lets a held pair go.
///
/// # Errors
/// Those of the database.
pub async fn unlock(bot: &Bot, request: &Request, lock: LockId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { hold::unlock(conn, &call, &roles, lock).await }),
        |done, language| Reply::Update(noted(&done, language)),
    )
    .await
}

/// Lifts a bar.
///
/// # Errors
/// Those of the database.
pub async fn unbar(bot: &Bot, request: &Request, bar: BarId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { hold::unbar(conn, &call, &roles, bar).await }),
        |done, language| Reply::Update(noted(&done, language)),
    )
    .await
}

/// Shows what asking everybody would mean.
///
/// # Errors
/// Those of the database.
pub async fn ready(
    bot: &Bot,
    request: &Request,
    chosen: Option<String>,
    until: Option<String>,
) -> Result<Answer> {
    let (roles, used) = (request.invoker.roles.clone(), used(bot, request));
    bot.answer(
        request,
        move |conn, call| {
            Box::pin(async move {
                ask::ready(conn, &call, &roles, chosen.as_deref(), until.as_deref(), used).await
            })
        },
        |done, language| Reply::Private(confirmed(done, language)),
    )
    .await
}

/// Asks everybody in the plan.
///
/// # Errors
/// Those of the database.
pub async fn ask_all(bot: &Bot, request: &Request, round: RoundId) -> Result<Answer> {
    let (roles, used) = (request.invoker.roles.clone(), used(bot, request));
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { ask::ask(conn, &call, &roles, round, used).await }),
        |done, language| Reply::Update(confirmed(done, language)),
    )
    .await
}

fn used(bot: &Bot, request: &Request) -> u32 {
    used_channels(&bot.guilds.get(request.call.guild).unwrap_or_default())
}

fn confirmed(done: Confirmed, language: Language) -> View {
    match done {
        Confirmed::Ready { round, pairs, left, deadline } => {
            let text = say(language, "match-ready")
                .with("pairs", pairs)
                .with("left", left)
                .with("deadline", discord_time(deadline, TimeStyle::Full));
            let button = say(language, "match-ask-now-button");
            View::text(text).buttons(vec![ButtonView::press(Button::MatchAsk(round), button, Style::Success)])
        }
        Confirmed::Asked { pairs, deadline } => View::text(
            say(language, "match-asked")
                .with("pairs", pairs)
                .with("deadline", discord_time(deadline, TimeStyle::Full)),
        ),
        Confirmed::Opening { tandems } => {
            View::text(say(language, "match-opening-now").with("tandems", tandems))
        }
    }
}

#[cfg(test)]
#[path = "matching/tests.rs"]
mod tests;

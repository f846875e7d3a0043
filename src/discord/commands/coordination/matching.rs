//! `/coordination match propose·lock·swap·forbid·confirm`: what was typed goes to the use cases.

use crate::app::matching::hold::{self, Held};
use crate::app::{Call, Decision};
use crate::discord::bot::Bot;
use crate::discord::components::matching::{self, noted};
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::domain::ids::{RoleId, UserId};
use crate::store::{Conn, Result};
use futures::future::BoxFuture;

/// A use case about two people.
type AboutTwo = for<'c> fn(
    &'c mut Conn,
    &'c Call,
    &'c [RoleId],
    Option<&'c str>,
    [UserId; 2],
) -> BoxFuture<'c, Result<Decision<Held>>>;

pub(super) async fn propose(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    matching::propose(bot, request, options.text("programme")).await
}

pub(super) async fn confirm(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let text = |name| options.text(name).map(ToOwned::to_owned);
    matching::ready(bot, request, text("programme"), text("until")).await
}

pub(super) async fn lock(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    about_two(bot, request, options, ["mentor", "mentee"], |conn, call, roles, chosen, two| {
        Box::pin(hold::lock(conn, call, roles, chosen, two))
    })
    .await
}

pub(super) async fn forbid(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    about_two(bot, request, options, ["first", "second"], |conn, call, roles, chosen, two| {
        Box::pin(hold::bar(conn, call, roles, chosen, two))
    })
    .await
}

pub(super) async fn swap(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    about_two(bot, request, options, ["first", "second"], |conn, call, roles, chosen, two| {
        Box::pin(hold::swap(conn, call, roles, chosen, two))
    })
    .await
}

async fn about_two(
    bot: &Bot,
    request: &Request,
    options: &Options,
    names: [&str; 2],
    case: AboutTwo,
) -> Result<Answer> {
    let two = names.map(|name| options.user(name).map_or(UserId(0), |(user, _)| user));
    let chosen = options.text("programme").map(ToOwned::to_owned);
    let roles = request.invoker.roles.clone();
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { case(conn, &call, &roles, chosen.as_deref(), two).await }),
        |done, language| Reply::Private(noted(&done, language)),
    )
    .await
}

//! `/coordination results`: what was released of a programme, once more.

use crate::app::results::{self, Evaluation, Shown};
use crate::discord::bot::Bot;
use crate::discord::posts;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{View, quote};
use crate::domain::language::Language;
use crate::locales::say;
use crate::store::Result;

/// The evaluation, as words with pictures and a page, or as a table.
pub(super) async fn report(
    bot: &Bot,
    request: &Request,
    options: &Options,
    render: fn(&Evaluation, Language) -> View,
) -> Result<Answer> {
    let chosen = options.text("programme").map(ToOwned::to_owned);
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { results::evaluation(conn, &call, &roles, chosen.as_deref()).await })
        },
        move |evaluation, language| Reply::Private(render(&evaluation, language)),
    )
    .await
}

/// The last digest as it was posted, buttons included, with the day it is of.
pub(super) async fn digest(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let chosen = options.text("programme").map(ToOwned::to_owned);
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { results::last_digest(conn, &call, &roles, chosen.as_deref()).await })
        },
        |Shown { programme, digest }, language| {
            Reply::Private(match digest {
                Some(kept) => posts::digest::view(&programme, &kept),
                None => {
                    View::text(say(language, "digest-none-yet").with("programme", quote(&programme.name)))
                }
            })
        },
    )
    .await
}

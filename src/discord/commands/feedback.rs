//! `/feedback`.

use futures::future::BoxFuture;

use super::{Leaf, TANDEM, chosen, tandems};
use crate::app::scope;
use crate::discord::bot::Bot;
use crate::discord::components::feedback::ask;
use crate::discord::reply::Answer;
use crate::discord::request::{Options, Request};
use crate::store::Result;

/// The leaf of `/feedback`.
pub static LEAVES: &[Leaf] = &[Leaf { name: "feedback", options: &[TANDEM], run, suggest: Some(suggest) }];

fn run<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(ask(bot, request, chosen(options)))
}

/// One's own tandems, by the names of their rooms.
fn suggest<'a>(
    bot: &'a Bot,
    request: &'a Request,
    _options: &'a Options,
    _focused: &'a str,
    typed: &'a str,
) -> BoxFuture<'a, Result<Vec<(String, String)>>> {
    Box::pin(async move {
        let mut mine = scope::seats(&mut *bot.app.store.read().await?, &request.call).await?;
        mine.retain(|seat| seat.at_work().is_ok());
        Ok(tandems(&mine, typed))
    })
}

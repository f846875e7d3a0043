//! `/task ideas`.

use futures::future::BoxFuture;

use super::topic::{choices, read_theme};
use super::{Kind, Leaf, Opt, TANDEM};
use crate::app::tasks::ideas::{self, Asked};
use crate::discord::bot::Bot;
use crate::discord::components::ideas::{Wanted, show};
use crate::discord::reply::Answer;
use crate::discord::request::{Options, Request};
use crate::store::Result;

/// The leaf of `/task ideas`.
pub static LEAVES: &[Leaf] = &[Leaf {
    name: "task ideas",
    options: &[Opt { name: "topic", kind: Kind::Suggested, required: false }, TANDEM],
    run,
    suggest: Some(suggest),
}];

fn run<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    // What is no topic of the catalogue or the programme leads to the topic at hand.
    let theme = options.text("topic").and_then(|typed| read_theme(typed).ok());
    Box::pin(show(bot, request, None, Wanted::Theme(theme), false))
}

fn suggest<'a>(
    bot: &'a Bot,
    request: &'a Request,
    _options: &'a Options,
    _focused: &'a str,
    typed: &'a str,
) -> BoxFuture<'a, Result<Vec<(String, String)>>> {
    Box::pin(async move {
        let language = bot.language(request).await?;
        let conn = &mut *bot.app.store.read().await?;
        let asked = ideas::asked(conn, &request.call, None).await?;
        let offered = |asked: Asked| {
            choices(language, asked.seat.programme.template.topics(), asked.with_ideas(), typed)
        };
        Ok(asked.map(offered).unwrap_or_default())
    })
}

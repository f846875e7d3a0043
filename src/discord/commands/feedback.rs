//! `/feedback`.

use futures::future::BoxFuture;

use super::{Kind, Leaf, Opt};
use crate::app::feedback;
use crate::discord::bot::Bot;
use crate::discord::components::feedback::ask;
use crate::discord::reply::Answer;
use crate::discord::request::{Options, Request};
use crate::domain::ids::TandemId;
use crate::store::Result;

/// The leaf of `/feedback`.
pub static LEAVES: &[Leaf] = &[Leaf {
    name: "feedback",
    options: &[Opt { name: "tandem", kind: Kind::Suggested, required: false }],
    run,
    suggest: Some(suggest),
}];

fn run<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    let chosen = options.text("tandem").map(|typed| TandemId(typed.parse().unwrap_or_default()));
    Box::pin(ask(bot, request, chosen))
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
        let conn = &mut *bot.app.store.read().await?;
        let mine = feedback::candidates(conn, &request.call).await?;
        let typed = typed.trim().to_lowercase();
        let held = mine.into_iter().filter(|(_, name)| name.contains(&typed));
        Ok(held.map(|(id, name)| (id.to_string(), name)).collect())
    })
}

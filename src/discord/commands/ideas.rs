//! `/task ideas`.

use futures::future::BoxFuture;

use super::topic::{choices, read_theme};
use super::{Kind, Leaf, Opt, TANDEM};
use crate::app::tasks::ideas;
use crate::discord::bot::Bot;
use crate::discord::components::ideas::show;
use crate::discord::reply::Answer;
use crate::discord::request::{Options, Request};
use crate::domain::topic::Theme;
use crate::store::Result;

/// The leaf of `/task ideas`.
pub static LEAVES: &[Leaf] = &[Leaf {
    name: "task ideas",
    options: &[Opt { name: "topic", kind: Kind::Suggested, required: false }, TANDEM],
    run,
    suggest: Some(suggest),
}];

fn run<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    // Only the catalogue has ideas; whatever else was typed leads to the topic at hand.
    let topic = options.text("topic").and_then(|typed| read_theme(typed).ok()?.topic());
    Box::pin(show(bot, request, None, topic, false))
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
        let mut choices = asked
            .map(|asked| choices(language, asked.seat.programme.template.topics(), Vec::new(), typed))
            .unwrap_or_default();
        choices
            .retain(|(value, _)| read_theme(value).is_ok_and(|theme| matches!(theme, Theme::Catalogue(_))));
        Ok(choices)
    })
}

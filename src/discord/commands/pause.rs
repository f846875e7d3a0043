//! `/pause`: until a day, or, without one, how the tandem stands and what can be chosen.

use futures::future::BoxFuture;

use super::{Kind, Leaf, Opt, TANDEM};
use crate::app::pause::{self, Which};
use crate::discord::bot::Bot;
use crate::discord::components;
use crate::discord::reply::Answer;
use crate::discord::request::{Options, Request};
use crate::domain::pause::offered;
use crate::domain::zone;
use crate::locales::{date, say, weekday};
use crate::store::Result;

/// The leaf of `/pause`.
pub static LEAVES: &[Leaf] = &[Leaf {
    name: "pause",
    options: &[Opt { name: "until", kind: Kind::Suggested, required: false }, TANDEM],
    run,
    suggest: Some(suggest),
}];

fn run<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(async move {
        match options.text("until") {
            Some(until) => components::pause::set(bot, request, Which::Here, until.to_owned()).await,
            None => components::pause::show(bot, request, Which::Here).await,
        }
    })
}

/// What was understood of the day that is being typed; before anything is typed, some days to choose from.
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
        let Ok(stand) = pause::look(conn, &request.call, Which::Here).await? else {
            return Ok(Vec::new());
        };
        let (programme, now) = (&stand.seat.programme, request.call.now);
        let days = if typed.trim().is_empty() {
            offered(programme.ends_on, programme.zone, now)
        } else {
            let until = pause::understood(typed, programme, now);
            until.into_iter().map(|until| zone::to_local(until, programme.zone).date()).collect()
        };
        let label = |day| {
            let said = say(language, "pause-day-option").with("weekday", weekday(language, day));
            (day.to_string(), said.with("date", date(language, day)).text())
        };
        Ok(days.into_iter().map(label).collect())
    })
}

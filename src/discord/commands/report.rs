//! `/worked` and `/stuck`.

use futures::future::BoxFuture;

use super::task::{refused, suggestions, which};
use super::{Kind, Leaf, Opt, TANDEM, chosen, tandems};
use crate::app::scope;
use crate::app::tasks::list::to_report;
use crate::discord::bot::Bot;
use crate::discord::components::tasks::answer_report;
use crate::discord::reply::Answer;
use crate::discord::request::{Options, Request};
use crate::domain::task::{NOTE_MAX, Report};
use crate::store::Result;

const OPTIONS: &[Opt] = &[
    Opt { name: "task", kind: Kind::Suggested, required: false },
    Opt { name: "note", kind: Kind::Text(NOTE_MAX), required: false },
    TANDEM,
];

/// The leaves of `/worked` and `/stuck`.
pub static LEAVES: &[Leaf] = &[
    Leaf { name: "worked", options: OPTIONS, run: run_worked, suggest: Some(suggest_worked) },
    Leaf { name: "stuck", options: OPTIONS, run: run_stuck, suggest: Some(suggest_stuck) },
];

async fn run(bot: &Bot, request: &Request, options: &Options, said: Report) -> Result<Answer> {
    let which = match options.text("task").map(which).transpose() {
        Ok(which) => which,
        Err(refusal) => return refused(bot, request, &refusal).await,
    };
    answer_report(bot, request, chosen(options), which, said, options.text("note").map(str::to_owned)).await
}

fn run_worked<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(run(bot, request, options, Report::Worked))
}

fn run_stuck<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(run(bot, request, options, Report::Stuck))
}

async fn suggest(
    bot: &Bot,
    request: &Request,
    options: &Options,
    focused: &str,
    typed: &str,
    said: Report,
) -> Result<Vec<(String, String)>> {
    let (language, call) = (bot.language(request).await?, &request.call);
    let conn = &mut *bot.app.store.read().await?;
    if focused == TANDEM.name {
        let mut mine = Vec::new();
        for seat in scope::seats(conn, call).await? {
            if !to_report(conn, call, Some(seat.tandem.id), said).await?.is_empty() {
                mine.push(seat);
            }
        }
        return Ok(tandems(&mine, typed));
    }
    let tasks = to_report(conn, call, chosen(options), said).await?;
    Ok(suggestions(language, &tasks, typed))
}

fn suggest_worked<'a>(
    bot: &'a Bot,
    request: &'a Request,
    options: &'a Options,
    focused: &'a str,
    typed: &'a str,
) -> BoxFuture<'a, Result<Vec<(String, String)>>> {
    Box::pin(suggest(bot, request, options, focused, typed, Report::Worked))
}

fn suggest_stuck<'a>(
    bot: &'a Bot,
    request: &'a Request,
    options: &'a Options,
    focused: &'a str,
    typed: &'a str,
) -> BoxFuture<'a, Result<Vec<(String, String)>>> {
    Box::pin(suggest(bot, request, options, focused, typed, Report::Stuck))
}

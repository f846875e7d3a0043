//! `/worked` and `/stuck`.

use futures::future::BoxFuture;

use super::task::{refused, suggestions, which};
use super::{Kind, Leaf, Opt};
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
    answer_report(bot, request, which, said, options.text("note").map(str::to_owned)).await
}

fn run_worked<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(run(bot, request, options, Report::Worked))
}

fn run_stuck<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(run(bot, request, options, Report::Stuck))
}

async fn suggest(bot: &Bot, request: &Request, typed: &str, said: Report) -> Result<Vec<(String, String)>> {
    let language = bot.language(request).await?;
    let tasks = to_report(&mut *bot.app.store.read().await?, &request.call, None, said).await?;
    Ok(suggestions(language, &tasks, typed))
}

fn suggest_worked<'a>(
    bot: &'a Bot,
    request: &'a Request,
    _options: &'a Options,
    _focused: &'a str,
    typed: &'a str,
) -> BoxFuture<'a, Result<Vec<(String, String)>>> {
    Box::pin(suggest(bot, request, typed, Report::Worked))
}

fn suggest_stuck<'a>(
    bot: &'a Bot,
    request: &'a Request,
    _options: &'a Options,
    _focused: &'a str,
    typed: &'a str,
) -> BoxFuture<'a, Result<Vec<(String, String)>>> {
    Box::pin(suggest(bot, request, typed, Report::Stuck))
}

//! `/worked` and `/stuck`.

use futures::future::BoxFuture;

use super::task::{refused, suggestions, which};
use super::{Kind, Leaf, Opt, tandem};
use crate::app::Call;
use crate::app::scope::Seat;
use crate::app::tasks::list::to_report;
use crate::discord::bot::Bot;
use crate::discord::components::tasks::answer_report;
use crate::discord::reply::Answer;
use crate::discord::request::{Options, Request};
use crate::domain::task::{NOTE_MAX, Report};
use crate::store::{Conn, Result};

const TASK: Opt = Opt { name: "task", kind: Kind::Suggested, required: false };
const NOTE: Opt = Opt { name: "note", kind: Kind::Text(NOTE_MAX), required: false };

/// The leaves of `/worked` and `/stuck`.
pub static LEAVES: &[Leaf] = &[
    Leaf {
        name: "worked",
        options: &[
            TASK,
            NOTE,
            tandem(|conn, call, seat| Box::pin(reports(conn, call, seat, Report::Worked))),
        ],
        run: run_worked,
        suggest: Some(suggest_worked),
    },
    Leaf {
        name: "stuck",
        options: &[TASK, NOTE, tandem(|conn, call, seat| Box::pin(reports(conn, call, seat, Report::Stuck)))],
        run: run_stuck,
        suggest: Some(suggest_stuck),
    },
];

/// Whether somebody has a task there to report on.
async fn reports(conn: &mut Conn, call: &Call, seat: &Seat, said: Report) -> Result<bool> {
    Ok(!to_report(conn, call, Some(seat.tandem.id), said).await?.is_empty())
}

async fn run(bot: &Bot, request: &Request, options: &Options, said: Report) -> Result<Answer> {
    let which = match options.text("task").map(which).transpose() {
        Ok(which) => which,
        Err(refusal) => return refused(bot, request, &refusal).await,
    };
    answer_report(bot, request, None, which, said, options.text("note").map(str::to_owned)).await
}

fn run_worked<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(run(bot, request, options, Report::Worked))
}

fn run_stuck<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(run(bot, request, options, Report::Stuck))
}

async fn suggest(bot: &Bot, request: &Request, typed: &str, said: Report) -> Result<Vec<(String, String)>> {
    let (language, call) = (bot.language(request).await?, &request.call);
    let conn = &mut *bot.app.store.read().await?;
    let tasks = to_report(conn, call, None, said).await?;
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

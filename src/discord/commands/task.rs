//! `/task assign`, `list`, `edit` and `cancel`.

use futures::future::BoxFuture;

use super::{Kind, Leaf, Opt, tandem};
use crate::app::Call;
use crate::app::scope::Seat;
use crate::app::tasks::Which;
use crate::app::tasks::assign::{Draft, assign};
use crate::app::tasks::change::{Change, Changed, cancel, edit};
use crate::app::tasks::list::{list, to_change};
use crate::discord::bot::Bot;
use crate::discord::components::tasks::{choice, name};
use crate::discord::posts::tasks::{due_text, state_text};
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{Embed, View, quote, shorten};
use crate::domain::ids::TandemId;
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::domain::tandem::Side;
use crate::domain::task::{LINK_MAX, TEXT_MAX, Task};
use crate::locales::{self, say};
use crate::store::{Conn, Result, programmes, tasks};
use chrono_tz::Tz;

/// A date in words fits into that many characters.
const DATE_MAX: usize = 100;
/// A row of the list shows that much of a task.
const ROW_TEXT_MAX: usize = 120;
/// Rows of the list together; an embed's text holds 4,096 characters, and the line about the rest needs some (Discord).
const LIST_MAX: usize = 3_800;

const fn text(name: &'static str, max: usize, required: bool) -> Opt {
    Opt { name, kind: Kind::Text(max), required }
}

const TASK: Opt = Opt { name: "task", kind: Kind::Suggested, required: true };

/// The leaves of `/task`.
pub static LEAVES: &[Leaf] = &[
    Leaf {
        name: "task assign",
        options: &[
            text("text", TEXT_MAX, true),
            text("due", DATE_MAX, false),
            text("link", LINK_MAX, false),
            tandem(|_, _, seat| Box::pin(async move { Ok(gives(seat)) })),
        ],
        run: run_assign,
        suggest: None,
    },
    Leaf {
        name: "task list",
        options: &[tandem(|_, _, _| Box::pin(async { Ok(true) }))],
        run: run_list,
        suggest: None,
    },
    Leaf {
        name: "task edit",
        options: &[
            TASK,
            text("text", TEXT_MAX, false),
            text("due", DATE_MAX, false),
            text("link", LINK_MAX, false),
            tandem(|conn, call, seat| Box::pin(changes(conn, call, seat))),
        ],
        run: run_edit,
        suggest: Some(suggest),
    },
    Leaf {
        name: "task cancel",
        options: &[TASK, tandem(|conn, call, seat| Box::pin(changes(conn, call, seat)))],
        run: run_cancel,
        suggest: Some(suggest),
    },
];

/// Whether somebody may give a task there.
fn gives(seat: &Seat) -> bool {
    seat.at_work().is_ok() && (seat.side == Side::Mentor || seat.programme.mentee_assigns)
}

/// Whether somebody has a task there to change.
async fn changes(conn: &mut Conn, call: &Call, seat: &Seat) -> Result<bool> {
    Ok(!to_change(conn, call, Some(seat.tandem.id)).await?.is_empty())
}

/// The task that an option names: a number, as suggested or typed ("3", "#3").
///
/// # Errors
/// [`Refusal::TaskNumber`].
pub fn which(written: &str) -> std::result::Result<Which, Refusal> {
    written.trim().trim_start_matches('#').parse().map(Which::Number).map_err(|_| Refusal::TaskNumber)
}

/// Suggestions among tasks: number and words, those that hold what was typed.
#[must_use]
pub fn suggestions(language: Language, tasks: &[Task], typed: &str) -> Vec<(String, String)> {
    let typed = typed.trim().trim_start_matches('#').to_lowercase();
    tasks
        .iter()
        .map(|task| (task.number.to_string(), choice(language, task)))
        .filter(|(_, label)| label.to_lowercase().contains(&typed))
        .collect()
}

/// A refusal that is clear before the use case is asked.
pub(super) async fn refused(bot: &Bot, request: &Request, refusal: &Refusal) -> Result<Answer> {
    Ok(View::text(locales::refusal(bot.language(request).await?, refusal)).into())
}

fn owned(options: &Options, name: &str) -> Option<String> {
    options.text(name).map(str::to_owned)
}

fn run_assign<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    let draft = Draft {
        text: owned(options, "text").unwrap_or_default(),
        due: owned(options, "due"),
        link: owned(options, "link"),
    };
    let muted = mentions_somebody(&draft.text);
    Box::pin(bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { assign(conn, &call, None, draft).await }),
        move |conn, given, language| {
            Box::pin(async move {
                let task = tasks::task_get(conn, given.task).await?;
                let person = name(conn, given.doer).await?;
                let said = match task.due_on.filter(|_| given.announced) {
                    Some(day) => {
                        let zone = zone_of(conn, &task).await?;
                        say(language, "task-assigned-due").with("due", due_text(day, zone))
                    }
                    None => say(language, "task-assigned"),
                };
                let text = said.with("number", given.number).with("person", person).text();
                Ok(Reply::Private(View::text(with_muted(language, text, muted))))
            })
        },
    ))
}

async fn zone_of(conn: &mut Conn, task: &Task) -> Result<Tz> {
    Ok(programmes::programme_of(conn, task.tandem).await?.zone)
}

/// Whether a text would notify somebody if we let it.
fn mentions_somebody(text: &str) -> bool {
    ["@everyone", "@here", "<@"].iter().any(|mention| text.contains(mention))
}

fn with_muted(language: Language, text: String, muted: bool) -> String {
    if muted { format!("{text}\n{}", say(language, "general-mentions-muted")) } else { text }
}

fn run_edit<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    let change =
        Change { text: owned(options, "text"), due: owned(options, "due"), link: owned(options, "link") };
    let muted = change.text.as_deref().is_some_and(mentions_somebody);
    Box::pin(async move {
        let which = match which(options.text("task").unwrap_or_default()) {
            Ok(which) => which,
            Err(refusal) => return refused(bot, request, &refusal).await,
        };
        bot.answer(
            request,
            move |conn, call| Box::pin(async move { edit(conn, &call, which, change).await }),
            move |changed, language| {
                let muted = muted && matches!(changed, Changed::Edited { .. });
                Reply::Private(View::text(with_muted(language, changed_text(&changed, language), muted)))
            },
        )
        .await
    })
}

fn run_cancel<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(async move {
        let which = match which(options.text("task").unwrap_or_default()) {
            Ok(which) => which,
            Err(refusal) => return refused(bot, request, &refusal).await,
        };
        bot.answer(
            request,
            move |conn, call| Box::pin(async move { cancel(conn, &call, which).await }),
            |changed, language| Reply::Private(View::text(changed_text(&changed, language))),
        )
        .await
    })
}

fn changed_text(changed: &Changed, language: Language) -> String {
    match changed {
        Changed::Edited { number, .. } => say(language, "task-edited").with("number", *number),
        Changed::Unchanged { number } => say(language, "task-unchanged").with("number", *number),
        Changed::Cancelled { number } => say(language, "task-cancelled").with("number", *number),
    }
    .text()
}

fn suggest<'a>(
    bot: &'a Bot,
    request: &'a Request,
    _options: &'a Options,
    _focused: &'a str,
    typed: &'a str,
) -> BoxFuture<'a, Result<Vec<(String, String)>>> {
    Box::pin(async move {
        let (language, call) = (bot.language(request).await?, &request.call);
        let conn = &mut *bot.app.store.read().await?;
        let tasks = to_change(conn, call, None).await?;
        Ok(suggestions(language, &tasks, typed))
    })
}

/// A row of the list: the task, and the name of whom it is for.
type Row = (Task, String);

fn run_list<'a>(bot: &'a Bot, request: &'a Request, _options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(show_list(bot, request, None))
}

/// The private list of a tandem's tasks.
///
/// # Errors
/// Those of the database.
pub async fn show_list(bot: &Bot, request: &Request, chosen: Option<TandemId>) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                let (seat, tasks) = match list(conn, &call, chosen).await? {
                    Ok(found) => found,
                    Err(refusal) => return Ok(Err(refusal)),
                };
                let mut rows: Vec<Row> = Vec::new();
                for task in tasks {
                    let person = name(conn, task.doer).await?;
                    rows.push((task, person));
                }
                Ok(Ok((rows, seat.programme.zone)))
            })
        },
        |(rows, zone), language| Reply::Private(list_view(&rows, zone, language)),
    )
    .await
}

fn list_view(rows: &[Row], zone: Tz, language: Language) -> View {
    if rows.is_empty() {
        return View::text(say(language, "task-list-empty"));
    }
    let (mut lines, mut length) = (Vec::new(), 0);
    // The newest first, until no more fit.
    for (task, person) in rows.iter().rev() {
        let said = match task.due_on {
            Some(day) => say(language, "task-list-row-due").with("due", due_text(day, zone)),
            None => say(language, "task-list-row"),
        };
        let line = said
            .with("number", task.number)
            .with("state", state_text(language, task.state))
            .with("person", person.clone())
            .with(
                "text",
                quote(&shorten(&task.text.split_whitespace().collect::<Vec<_>>().join(" "), ROW_TEXT_MAX)),
            )
            .text();
        length += line.chars().count() + 1;
        if length > LIST_MAX {
            break;
        }
        lines.push(line);
    }
    let left = rows.len() - lines.len();
    if left > 0 {
        lines.push(say(language, "task-list-more").with("count", left).text());
    }
    View::default().embed(Embed::new(say(language, "task-list-title"), lines.join("\n")))
}

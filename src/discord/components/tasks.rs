//! Buttons, menus and the form about tasks, and the private replies that commands and buttons share.

use std::collections::BTreeMap;

use crate::app::tasks::Which;
use crate::app::tasks::report::{Annotated, Reported, annotate, report};
use crate::app::{Decision, scope};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::posts::tasks::{follow_buttons, state_text};
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Request, What};
use crate::discord::view::{Embed, Form, Input, View, shorten};
use crate::discord::words;
use crate::domain::ids::{PersonId, TandemId, TaskId};
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::domain::task::{NOTE_MAX, Report, Task, TaskState};
use crate::locales::say;
use crate::store::{Conn, Result, people, tasks};

/// The name of the only input of the form.
const NOTE: &str = "note";
/// A choice in a menu or a suggestion holds 100 characters (Discord).
const CHOICE_MAX: usize = 100;
/// A menu holds 25 choices (Discord).
const CHOICES_MAX: usize = 25;

/// A person as a text shows them.
///
/// # Errors
/// Those of the database.
pub async fn name(conn: &mut Conn, person: PersonId) -> Result<String> {
    Ok(words::person(people::person_get(conn, person).await?.user))
}

/// A task as a choice.
#[must_use]
pub fn choice(language: Language, task: &Task) -> String {
    let text = task.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = say(language, "task-choice-option").with("number", task.number).with("text", text).text();
    shorten(&said, CHOICE_MAX)
}

/// Reports on a task and answers privately. A menu carries a note along until its task is chosen.
///
/// # Errors
/// Those of the database.
pub async fn answer_report(
    bot: &Bot,
    request: &Request,
    tandem: Option<TandemId>,
    which: Option<Which>,
    said: Report,
    note: Option<String>,
) -> Result<Answer> {
    let carried = note.clone();
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { report(conn, &call, tandem, which, said, note).await }),
        move |conn, outcome, language| {
            Box::pin(async move { Ok(Reply::Update(reported(conn, outcome, language, carried).await?)) })
        },
    )
    .await
}

async fn reported(
    conn: &mut Conn,
    outcome: Reported,
    language: Language,
    note: Option<String>,
) -> Result<View> {
    Ok(match outcome {
        Reported::Noted { number, report: Report::Open, .. } => {
            View::text(say(language, "task-undone").with("number", number))
        }
        Reported::Noted { task, number, report, giver } => {
            let said = match report {
                Report::Stuck => say(language, "task-stuck-noted"),
                _ => say(language, "task-worked-noted"),
            };
            let text = said.with("number", number).with("giver", name(conn, giver).await?);
            View::text(text).buttons(follow_buttons(language, task))
        }
        Reported::Already { task, number, report } => {
            let state = state_text(language, report.state());
            let view =
                View::text(say(language, "task-noted-already").with("number", number).with("state", state));
            if report == Report::Open { view } else { view.buttons(follow_buttons(language, task)) }
        }
        Reported::Choose { report, tasks } => choose(conn, &tasks, report, language, note).await?,
    })
}

async fn choose(
    conn: &mut Conn,
    tasks: &[TaskId],
    report: Report,
    language: Language,
    note: Option<String>,
) -> Result<View> {
    let mut options = Vec::new();
    for id in tasks.iter().take(CHOICES_MAX) {
        let task = tasks::task_get(conn, *id).await?;
        options.push((id.to_string(), choice(language, &task)));
    }
    let button = if report == Report::Stuck { Button::ChooseStuck } else { Button::ChooseWorked };
    let view = View::text(say(language, "task-choose")).menu(
        button,
        say(language, "task-choose-placeholder"),
        options,
    );
    Ok(match note {
        Some(note) => view.embed(Embed::new(say(language, "task-card-note-field"), note)),
        None => view,
    })
}

/// A choice from the menu of several tasks, or its button below a reminder, which brings the menu.
///
/// # Errors
/// Those of the database.
pub async fn chosen(bot: &Bot, request: &Request, values: &[String], said: Report) -> Result<Answer> {
    let which = values.first().and_then(|value| value.parse().ok()).map(|id| Which::Id(TaskId(id)));
    let note = match &request.what {
        What::Press { framed, private: true, .. } => framed.clone(),
        _ => None,
    };
    answer_report(bot, request, None, which, said, note).await
}

/// Opens the form for a note, with the one that stands.
///
/// # Errors
/// Those of the database.
pub async fn note_form(bot: &Bot, request: &Request, task: TaskId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                let found = tasks::task_find(conn, task).await?;
                let chosen = found.as_ref().map(|task| task.tandem);
                let seat = match scope::seat(conn, &call, chosen).await? {
                    Ok(seat) => seat,
                    Err(refusal) => return Ok(Err(refusal)),
                };
                Ok(match found.filter(|task| task.tandem == seat.tandem.id) {
                    Some(task) if task.doer != seat.me.id => Err(Refusal::NotYourTask),
                    Some(task) if matches!(task.state, TaskState::Worked | TaskState::Stuck) => Ok(task),
                    _ => Decision::Err(Refusal::NothingWaits),
                })
            })
        },
        |task, language| Reply::Modal(form(&task, language)),
    )
    .await
}

fn form(task: &Task, language: Language) -> Form {
    let (title, placeholder) = match task.state {
        TaskState::Stuck => ("task-stuck-modal-title", "task-stuck-note-placeholder"),
        _ => ("task-worked-modal-title", "task-worked-note-placeholder"),
    };
    Form {
        button: Button::TaskNote(task.id),
        title: say(language, title).with("number", task.number).text(),
        inputs: vec![Input {
            id: NOTE,
            label: say(language, "task-note-label").text(),
            placeholder: say(language, placeholder).text(),
            value: task.note.clone().unwrap_or_default(),
            long: true,
            required: true,
            max: NOTE_MAX,
        }],
    }
}

/// Takes the note from its form.
///
/// # Errors
/// Those of the database.
pub async fn note_sent(
    bot: &Bot,
    request: &Request,
    task: TaskId,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    let note = fields.get(NOTE).cloned().unwrap_or_default();
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { annotate(conn, &call, task, note).await }),
        move |conn, Annotated { number, giver }, language| {
            Box::pin(async move {
                let text = say(language, "task-note-noted")
                    .with("number", number)
                    .with("giver", name(conn, giver).await?);
                Ok(Reply::Update(View::text(text).buttons(follow_buttons(language, task))))
            })
        },
    )
    .await
}

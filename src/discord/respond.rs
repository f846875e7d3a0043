//! Answering a request: in time, privately, once. Discord waits three seconds for the first answer; one that is not
//! ready after a second and a half is announced and follows (D10).

use std::sync::Arc;

use chrono::Duration;
use serde_json::{Value, json};
use serenity::all::{
    Builder as _, CreateAllowedMentions, CreateAttachment, CreateInteractionResponse,
    CreateInteractionResponseMessage, EditAttachments, EditInteractionResponse,
};

use super::bot::Bot;
use super::http::Failure;
use super::reply::{Answer, Progress, Reply, Work};
use super::request::{Request, Token, What};
use super::view::{FileView, View};
use super::{commands, components};
use crate::domain::ids::snowflake_millis;
use crate::locales::{self, say};
use crate::store::Error;

/// An older interaction changes nothing: its answer could not arrive any more (D4).
const STALE_AFTER: Duration = Duration::milliseconds(2_500);
/// An answer that takes longer is announced first.
const ANNOUNCED_AFTER: Duration = Duration::milliseconds(1_500);
/// Discord's flag for a reply that only the asker sees.
const EPHEMERAL: u64 = 1 << 6;

/// Handles a request from its arrival to its answer.
pub async fn handle(bot: Arc<Bot>, request: Request) {
    let made = snowflake_millis(request.call.interaction.0);
    // Counted when its turn has come: others of its channel may have been before it.
    if bot.now().timestamp_millis() - made > STALE_AFTER.num_milliseconds() {
        tracing::info!(target: "tandem::discord", "an interaction came too late and was dropped");
        return;
    }
    let _answering = bot.answer_begun();
    let announce_at = request.call.now + ANNOUNCED_AFTER;
    let work = decide(&bot, &request);
    tokio::pin!(work);
    let announces = !matches!(request.what, What::Suggest { .. });
    let answer = tokio::select! {
        biased;
        answer = &mut work => answer,
        () = bot.app.clock.until(announce_at), if announces => {
            let body = json!({ "type": 5, "data": { "flags": EPHEMERAL } });
            if let Err(failure) = send(&bot, &request, &body, Vec::new()).await {
                log(failure);
            }
            let answer = follow_up(&bot, &request, work.await).await;
            go_on(&bot, &request, answer);
            return;
        }
    };
    let Some(body) = first_answer(&request, &answer.reply) else { return };
    match send(&bot, &request, &body, files(&answer.reply)).await {
        Ok(()) => answer.debt.into_iter().for_each(|debt| bot.app.settle(debt)),
        Err(failure) => log(failure),
    }
    go_on(&bot, &request, answer.reply);
}

/// Begins what is to be done after the answer, if anything is. The queue of the channel goes on meanwhile.
fn go_on(bot: &Arc<Bot>, request: &Request, reply: Reply) {
    let Reply::Long(_, work) = reply else { return };
    let progress =
        Progress { bot: Arc::clone(bot), token: request.token.clone(), working: bot.stations.begin() };
    let request = request.clone();
    tokio::spawn(async move { finish(&request, work, progress).await });
}

async fn finish(request: &Request, work: Work, progress: Progress) {
    let progress = Arc::new(progress);
    let bot = &progress.bot;
    let view = match work.begin(Arc::clone(&progress)).await {
        Ok(view) => view,
        Err(error) => match apology(bot, request, &error).await.reply {
            Reply::Private(view) => view,
            _ => return,
        },
    };
    replace(bot, &request.token, &view).await;
}

/// Puts something in the place of an answer that was given.
pub(super) async fn replace(bot: &Bot, token: &Token, view: &View) {
    if let Err(failure) = edit(bot, token, &shown(view), attached(view)).await {
        log(failure);
    }
}

async fn decide(bot: &Bot, request: &Request) -> Answer {
    let decided = match &request.what {
        What::Command { name, options } => commands::run(bot, request, name, options).await,
        What::Suggest { name, options, focused, typed } => {
            commands::suggest(bot, request, name, options, focused, typed).await
        }
        What::Press { button, values, private, .. } => {
            components::press(bot, request, *button, values, *private).await
        }
        What::Submit { button, fields, .. } => components::submit(bot, request, *button, fields).await,
    };
    match decided {
        Ok(answer) => answer,
        Err(error) => apology(bot, request, &error).await,
    }
}

/// The one place where a failed request is logged, and told in a neutral line.
async fn apology(bot: &Bot, request: &Request, error: &Error) -> Answer {
    let incident = bot.incident();
    tracing::error!(target: "tandem::discord", incident, %error, "a request failed");
    if matches!(request.what, What::Suggest { .. }) {
        return Reply::Choices(Vec::new()).into();
    }
    let language = match bot.language(request).await {
        Ok(language) => language,
        Err(_) => locales::Language::closest(&request.invoker.locale),
    };
    let text = match error {
        Error::Full | Error::ReadOnly | Error::Locked => say(language, "refusal-not-saved").text(),
        _ => say(language, "general-incident").with("number", incident).text(),
    };
    View::text(text).into()
}

/// What an answer shows. Its files are described, for whoever does not see them.
fn shown(view: &View) -> Value {
    let mut body = view.body();
    if !view.files.is_empty() {
        body["attachments"] = view.attachments();
    }
    body
}

/// What takes the place of a private reply: without a word about files, Discord would keep those of the page before.
fn changed(view: &View) -> Value {
    let mut body = shown(view);
    body["attachments"] = view.attachments();
    body
}

fn private(view: &View) -> Value {
    let mut body = shown(view);
    body["flags"] = json!(EPHEMERAL);
    body
}

fn first_answer(request: &Request, reply: &Reply) -> Option<Value> {
    let from_private =
        matches!(&request.what, What::Press { private: true, .. } | What::Submit { private: true, .. });
    Some(match reply {
        Reply::Update(view) if from_private => json!({ "type": 7, "data": changed(view) }),
        Reply::Private(view) | Reply::Update(view) | Reply::Long(view, _) => {
            json!({ "type": 4, "data": private(view) })
        }
        Reply::Modal(form) => json!({ "type": 9, "data": form.body() }),
        Reply::Choices(choices) => {
            let choices: Vec<Value> = choices
                .iter()
                .take(25)
                .map(|(value, name)| json!({ "name": name, "value": value }))
                .collect();
            json!({ "type": 8, "data": { "choices": choices } })
        }
        Reply::Nothing => return None,
    })
}

/// The files of a private reply.
fn files(reply: &Reply) -> Vec<CreateAttachment> {
    match reply {
        Reply::Private(view) | Reply::Update(view) | Reply::Long(view, _) => attached(view),
        Reply::Modal(_) | Reply::Choices(_) | Reply::Nothing => Vec::new(),
    }
}

fn attached(view: &View) -> Vec<CreateAttachment> {
    let upload = |file: &FileView| {
        CreateAttachment::bytes(file.bytes.clone(), file.name.clone()).description(file.description.clone())
    };
    view.files.iter().map(upload).collect()
}

async fn send(
    bot: &Bot,
    request: &Request,
    body: &Value,
    files: Vec<CreateAttachment>,
) -> std::result::Result<(), Failure> {
    let id = serenity::all::InteractionId::new(request.call.interaction.0);
    if files.len() > 1 {
        // serenity numbers files in its own builders alone: an answer with several is words and files.
        let message = CreateInteractionResponseMessage::new()
            .ephemeral(true)
            .content(body["data"]["content"].as_str().unwrap_or_default())
            .allowed_mentions(CreateAllowedMentions::new())
            .files(files);
        let answer = CreateInteractionResponse::Message(message);
        return answer
            .execute(&bot.http, (id, &request.token.0))
            .await
            .map_err(|error| Failure::from(&error));
    }
    bot.http
        .create_interaction_response(id, &request.token.0, body, files)
        .await
        .map_err(|error| Failure::from(&error))
}

/// Puts the answer in the place of its announcement, and returns it for what is to be done after it.
async fn follow_up(bot: &Bot, request: &Request, answer: Answer) -> Reply {
    let body = match &answer.reply {
        Reply::Private(view) | Reply::Update(view) | Reply::Long(view, _) => shown(view),
        Reply::Modal(_) | Reply::Choices(_) | Reply::Nothing => {
            // Neither can follow an announcement; the person asks again and gets it at once.
            let language = bot.language(request).await.unwrap_or_default();
            View::text(say(language, "refusal-too-late")).body()
        }
    };
    match edit(bot, &request.token, &body, files(&answer.reply)).await {
        Ok(()) => answer.debt.into_iter().for_each(|debt| bot.app.settle(debt)),
        Err(failure) => log(failure),
    }
    answer.reply
}

async fn edit(
    bot: &Bot,
    token: &Token,
    body: &Value,
    files: Vec<CreateAttachment>,
) -> std::result::Result<(), Failure> {
    let edited = if files.len() > 1 {
        let all = files.into_iter().fold(EditAttachments::new(), EditAttachments::add);
        let content = body["content"].as_str().unwrap_or_default();
        let edit = EditInteractionResponse::new().content(content).attachments(all);
        edit.execute(&bot.http, &token.0).await
    } else {
        bot.http.edit_original_interaction_response(&token.0, body, files).await
    };
    edited.map(drop).map_err(|error| Failure::from(&error))
}

fn log(failure: Failure) {
    tracing::warn!(target: "tandem::discord", cause = failure.cause(), "a private reply did not arrive");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_with_words_is_private() {
        let view = View::text("x");
        assert_eq!(private(&view)["flags"], json!(64));
        assert_eq!(private(&view)["allowed_mentions"], json!({ "parse": [] }));
    }
}

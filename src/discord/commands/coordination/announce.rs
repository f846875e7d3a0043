//! `/coordination announce`: the words as they will stand, shown to the coordinator first, and the button that sends them.

use crate::app::announce::{self, Draft, Drafted};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::commands::practice::fetched;
use crate::discord::commands::task::refused;
use crate::discord::posts::announcement;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{ButtonView, Style, View};
use crate::discord::words;
use crate::domain::announcement::Target;
use crate::domain::ids::AnnouncementId;
use crate::domain::language::Language;
use crate::locales::say;
use crate::store::{Conn, Result, announcements};

pub(super) async fn run(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let programme = options.text("programme").map(ToOwned::to_owned);
    let target = options.text("to").and_then(Target::of).unwrap_or(Target::All);
    let roles = request.invoker.roles.clone();
    let may = {
        let mut conn = bot.app.store.read().await?;
        announce::place(&mut conn, &request.call, &roles, programme.as_deref(), target).await?
    };
    let file = match options.file("file").filter(|_| may.is_ok()) {
        Some(upload) => match fetched(upload).await {
            Ok(bytes) => Some((upload.name.clone(), bytes)),
            Err(refusal) => return refused(bot, request, &refusal).await,
        },
        None => None,
    };
    let draft = Draft {
        programme,
        target,
        words: options.text("text").unwrap_or_default().to_owned(),
        link: options.text("link").map(str::to_owned),
        file,
    };
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { announce::draft(conn, &call, &roles, draft).await }),
        |conn, drafted, language| Box::pin(async move { preview(conn, &drafted, language).await }),
    )
    .await
}

async fn preview(conn: &mut Conn, drafted: &Drafted, language: Language) -> Result<Reply> {
    let Some(found) = announcements::announcement_find(conn, drafted.announcement).await? else {
        return Ok(Reply::Nothing);
    };
    let mut view = View::default().embed(announcement::embed(&found));
    let id = if found.file_name.is_some() { "announce-preview-file" } else { "announce-preview" };
    view.content = say(language, id).with("channel", words::channel(drafted.channel)).text();
    let send = Button::AnnouncementSend(found.id);
    Ok(Reply::Private(view.buttons(vec![
        ButtonView::press(send, say(language, "announce-send-button"), Style::Primary),
        ButtonView::press(Button::Nothing, say(language, "programme-not-yet-button"), Style::Secondary),
    ])))
}

/// Sends what was shown.
///
/// # Errors
/// Those of the database.
pub async fn send(bot: &Bot, request: &Request, id: AnnouncementId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { announce::send(conn, &call, &roles, id).await }),
        |sent, language| {
            let channel = words::channel(sent.channel);
            Reply::Update(View::text(say(language, "announce-sent").with("channel", channel)))
        },
    )
    .await
}

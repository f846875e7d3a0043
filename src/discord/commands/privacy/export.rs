//! `/privacy export`: everything that is stored about whoever asks, as a page and as JSON, attached to a private reply.

use crate::discord::bot::Bot;
use crate::discord::papers::export::{json, page};
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{FileView, View};
use crate::domain::refusal::Refusal;
use crate::locales::say;
use crate::store::{Result, erasing, exports};

/// Hands it out.
///
/// # Errors
/// Those of the database.
pub async fn hand_out(bot: &Bot, request: &Request) -> Result<Answer> {
    bot.look(
        request,
        |conn, call| {
            Box::pin(async move {
                if !erasing::account_known(conn, call.guild, call.user).await? {
                    return Ok(Err(Refusal::NothingStored));
                }
                Ok(Ok(exports::export(conn, call.guild, call.user).await?))
            })
        },
        |all, language| {
            let file = |name: &str, id, text: String| FileView {
                name: name.to_owned(),
                description: say(language, id).text(),
                bytes: text.into_bytes(),
            };
            let read = file("tandem-export.html", "export-page", page(&all, language));
            let view = View::text(say(language, "export-message")).file(read);
            Reply::Private(view.file(file("tandem-export.json", "export-json", json(&all, language))))
        },
    )
    .await
}

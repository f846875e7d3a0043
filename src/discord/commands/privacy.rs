//! `/privacy notice`: what is stored, why, who sees it, how long. It promises what is true, and no more. The others of the
//! command have files of their own.

pub mod delete;
pub mod export;
pub mod room;

use crate::discord::bot::Bot;
use crate::discord::commands::{Leaf, Run};
use crate::discord::posts::tasks::quoted_within;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{Embed, View};
use crate::domain::figures::K;
use crate::domain::language::Language;
use crate::domain::programme::Programme;
use crate::locales::say;
use crate::store::{Result, people, programmes};

/// Whom to ask stands in a field with other words; Discord shows 1,024 characters of it.
const CONTACT_MAX: usize = 400;

/// `/privacy`
pub static LEAVES: &[Leaf] = &[
    leaf("privacy delete", |bot, request, _| Box::pin(delete::ask(bot, request))),
    leaf("privacy export", |bot, request, _| Box::pin(export::hand_out(bot, request))),
    leaf("privacy notice", |bot, request, _| Box::pin(notice(bot, request))),
    leaf("privacy room", |bot, request, _| Box::pin(room::show(bot, request))),
];

const fn leaf(name: &'static str, run: Run) -> Leaf {
    Leaf { name, options: &[], run, suggest: None }
}

/// Shows the data notice, with the values of the asker's newest programme, else of the server's.
///
/// # Errors
/// Those of the database.
pub async fn notice(bot: &Bot, request: &Request) -> Result<Answer> {
    bot.look(
        request,
        |conn, call| {
            Box::pin(async move {
                let me = people::person_find(conn, call.guild, call.user).await?;
                let mut own = match me {
                    Some(me) => programmes::programmes_with(conn, me.id).await?,
                    None => Vec::new(),
                };
                if own.is_empty() {
                    own = programmes::programmes_of(conn, call.guild).await?;
                }
                Ok(Ok(own.pop()))
            })
        },
        |programme, language| Reply::Private(View::default().embed(embed(programme.as_ref(), language))),
    )
    .await
}

/// The notice, with a programme's values.
#[must_use]
pub(in crate::discord) fn embed(programme: Option<&Programme>, language: Language) -> Embed {
    // Without a programme nothing is stored about anybody; the figures are those a new programme would begin with.
    let (k, days) =
        programme.map_or((K::LEAST.get(), 90), |programme| (programme.k, programme.deletion_days));
    let contact = programme.filter(|programme| !programme.contact.is_empty()).map_or_else(
        || say(language, "privacy-contact-fallback").text(),
        |programme| quoted_within(&programme.contact, CONTACT_MAX),
    );
    let field = |id| say(language, id);
    Embed::new(field("privacy-title"), "")
        .field(field("privacy-stored-field"), field("privacy-stored"))
        .field(field("privacy-entries-field"), field("privacy-entries"))
        .field(field("privacy-shared-field"), field("privacy-shared"))
        .field(field("privacy-purpose-field"), field("privacy-purpose"))
        .field(field("privacy-readers-field"), field("privacy-readers").with("k", k))
        .field(field("privacy-pairing-field"), field("privacy-pairing"))
        .field(field("privacy-duration-field"), field("privacy-duration").with("days", days))
        .field(field("privacy-discord-field"), field("privacy-discord"))
        .field(field("privacy-not-done-field"), field("privacy-not-done"))
        .field(field("privacy-rights-field"), field("privacy-rights").with("contact", contact))
}

//! `/coordination match pair`: two people are proposed to each other.

use crate::app::pairing::{self, Candidate, Proposed, Wanted};
use crate::discord::bot::Bot;
use crate::discord::commands::setup::used_channels;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::View;
use crate::discord::words;
use crate::domain::ids::UserId;
use crate::domain::language::Language;
use crate::locales::{TimeStyle, discord_time, say};
use crate::store::Result;

pub(super) async fn run(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let wanted = Wanted {
        programme: options.text("programme").map(ToOwned::to_owned),
        mentor: candidate(options, "mentor"),
        mentee: candidate(options, "mentee"),
        used_channels: used_channels(&bot.guilds.get(request.call.guild).unwrap_or_default()),
    };
    let roles = request.invoker.roles.clone();
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { pairing::pair(conn, &call, &roles, wanted).await }),
        |proposed, language| Reply::Private(view(&proposed, language)),
    )
    .await
}

fn candidate(options: &Options, name: &str) -> Candidate {
    let (user, bot) = options.user(name).unwrap_or((UserId(0), false));
    Candidate { user, bot, member: options.is_member(name) }
}

fn view(proposed: &Proposed, language: Language) -> View {
    View::text(
        say(language, "programme-pair-proposed")
            .with("mentor", words::person(proposed.mentor))
            .with("mentee", words::person(proposed.mentee))
            .with("deadline", discord_time(proposed.deadline, TimeStyle::Full)),
    )
}

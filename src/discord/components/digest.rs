//! What is behind the buttons under a digest: names, in a private reply to coordinators alone (P15, D19).

use crate::app::facts;
use crate::discord::bot::Bot;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{Embed, View};
use crate::discord::words;
use crate::domain::ids::{ProgrammeId, UserId};
use crate::domain::language::Language;
use crate::locales::say;
use crate::store::Result;

/// So many names fit into the text of an embed (4,096 characters), at up to 24 for each; what is beyond is counted.
const SHOWN: usize = 150;

/// Who is free for a tandem now.
///
/// # Errors
/// Those of the database.
pub async fn free(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| Box::pin(async move { facts::free_named(conn, &call, &roles, programme).await }),
        |free, language| Reply::Private(view(&free, language)),
    )
    .await
}

fn view(free: &[UserId], language: Language) -> View {
    if free.is_empty() {
        return View::text(say(language, "digest-list-empty"));
    }
    let mut names: Vec<String> = free.iter().take(SHOWN).copied().map(words::person).collect();
    if free.len() > SHOWN {
        names.push(say(language, "programme-more").with("count", free.len() - SHOWN).text());
    }
    View::default().embed(Embed::new(say(language, "digest-free-title"), names.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_names_as_fit_are_shown_and_the_others_counted() {
        assert!(view(&[], Language::En).embeds.is_empty());
        let all: Vec<UserId> = (0..SHOWN as u64 + 4).map(|n| UserId(u64::MAX - n)).collect();
        let text = view(&all, Language::De).embeds.remove(0).text;
        assert!(text.chars().count() <= 4_096, "{}", text.chars().count());
        assert!(text.ends_with("\nund 4 weitere"));
    }
}

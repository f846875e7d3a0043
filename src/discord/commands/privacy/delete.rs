//! `/privacy delete`: a private question that says what happens, and then everything is gone at once. Nothing is owed for
//! it and nothing remembers who asked: a repeated press finds nobody.

use crate::app::erasing::{self, Stake};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Style, View};
use crate::domain::language::Language;
use crate::locales::say;
use crate::store::Result;

/// Asks whether everything is to go, and says what that means.
///
/// # Errors
/// Those of the database.
pub async fn ask(bot: &Bot, request: &Request) -> Result<Answer> {
    bot.look(
        request,
        |conn, call| Box::pin(async move { erasing::stake(conn, &call).await }),
        |stake, language| Reply::Private(question(&stake, language)),
    )
    .await
}

fn question(stake: &Stake, language: Language) -> View {
    let embed = Embed::new(say(language, "erase-title"), say(language, "erase-question"))
        .field(say(language, "erase-tandems-field"), say(language, "erase-tandems").with("open", stake.open))
        .field(say(language, "erase-posts-field"), say(language, "erase-posts"))
        .field(say(language, "erase-stays-field"), say(language, "erase-stays"))
        .field(say(language, "erase-after-field"), say(language, "erase-after"));
    View::default().embed(embed).buttons(vec![
        ButtonView::press(Button::EraseConfirm, say(language, "erase-yes-button"), Style::Danger),
        ButtonView::press(Button::EraseStay, say(language, "erase-no-button"), Style::Secondary),
    ])
}

/// Deletes everything about whoever presses.
///
/// # Errors
/// Those of the database, and of the list of erasures beside it.
pub async fn confirm(bot: &Bot, request: &Request) -> Result<Answer> {
    bot.answer_untraced(
        request,
        |conn, call| Box::pin(async move { erasing::delete_me(conn, &call).await }),
        |(), language| Reply::Update(View::text(say(language, "erase-done"))),
    )
    .await
}

/// Leaves everything as it is.
///
/// # Errors
/// Those of the database.
pub async fn stay(bot: &Bot, request: &Request) -> Result<Answer> {
    let language = bot.language(request).await?;
    Ok(Reply::Update(View::text(say(language, "erase-kept"))).into())
}

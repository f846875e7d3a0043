//! `/coordination match change`: what new partners would mean for the open tandems is said first, and the button below asks
//! them.

use crate::app::rotation::{self, ANSWER_WITHIN};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::domain::ids::ProgrammeId;
use crate::locales::say;
use crate::store::Result;

pub(super) async fn ask(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let chosen = options.text("programme").map(ToOwned::to_owned);
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { rotation::ahead(conn, &call, &roles, chosen.as_deref()).await })
        },
        |(programme, ahead), language| {
            let title = say(language, "match-change-title").with("programme", quote(&programme.name));
            let said = say(language, "match-change-ask")
                .with("tandems", ahead.tandems)
                .with("days", ANSWER_WITHIN.num_days());
            let begin = say(language, "match-change-button").with("tandems", ahead.tandems);
            let not_yet = say(language, "programme-not-yet-button");
            Reply::Private(View::default().embed(Embed::new(title, said)).buttons(vec![
                ButtonView::press(Button::MatchChange(programme.id), begin, Style::Primary),
                ButtonView::press(Button::Nothing, not_yet, Style::Secondary),
            ]))
        },
    )
    .await
}

/// Asks the open tandems of the programme whose button was pressed.
///
/// # Errors
/// Those of the database.
pub async fn change(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { rotation::change(conn, &call, &roles, programme).await }),
        |done, language| {
            let said = say(language, "match-changed")
                .with("tandems", done.tandems)
                .with("days", ANSWER_WITHIN.num_days());
            Reply::Update(View::text(said))
        },
    )
    .await
}

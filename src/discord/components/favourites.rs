//! Whom somebody would like to be paired with, asked under *My place*: a list of those they met, a menu of its numbers,
//! and a button for nobody. All of it in private replies.

use crate::app::meetup::favourites::{self, Asked, Invited};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::{ProgrammeId, UserId};
use crate::domain::language::Language;
use crate::domain::meetup::{FAVOURITES, ROUNDS, SittingState};
use crate::locales::{TimeStyle, discord_time, say};
use crate::store::Result;

/// So many fit into a menu (Discord); 24 people are three sittings.
const MENU: usize = 25;

/// What stands of it in *My place*.
#[must_use]
pub fn entry(asked: &Asked, language: Language) -> Embed {
    let mut text = say(language, "favourites-entry").with("max", FAVOURITES).text();
    if asked.answered {
        text = format!("{text}\n\n{}", say(language, "favourites-answered"));
    }
    Embed::new(say(language, "favourites-title").with("programme", quote(&asked.programme.name)), text)
}

/// The button that leads to it.
#[must_use]
pub fn open_button(asked: &Asked, language: Language) -> ButtonView {
    let (id, style) = if asked.answered {
        ("favourites-change-button", Style::Secondary)
    } else {
        ("favourites-button", Style::Primary)
    };
    ButtonView::press(Button::FavouritesAsk(asked.programme.id), say(language, id), style)
}

/// The line of a meetup that somebody is invited to, or in the middle of.
#[must_use]
pub fn line(invited: &Invited, language: Language) -> String {
    let sitting = &invited.sitting;
    let said = |id| say(language, id).with("programme", quote(&invited.programme.name));
    let in_room = sitting.state.in_round();
    match (sitting.state, invited.channel.map(words::channel)) {
        (SittingState::Planned, _) => {
            said("meetup-place-ahead").with("when", discord_time(sitting.starts_at, TimeStyle::Full)).text()
        }
        (_, None) => said("meetup-place-opening").text(),
        (_, Some(channel)) if in_room && !invited.lobby => said("meetup-place-room")
            .with("round", sitting.round)
            .with("rounds", ROUNDS)
            .with("channel", channel)
            .text(),
        (_, Some(channel)) => said("meetup-place-lobby").with("channel", channel).text(),
    }
}

/// The question with its menu.
fn view(asked: &Asked, language: Language) -> View {
    let shown: Vec<(usize, &(UserId, bool))> = (1..).zip(&asked.people).take(MENU).collect();
    let lines: Vec<String> = shown
        .iter()
        .map(|(number, (user, named))| {
            let id = if *named { "favourites-line-named" } else { "favourites-line" };
            say(language, id).with("number", *number).with("person", words::person(*user)).text()
        })
        .collect();
    let choices = shown
        .iter()
        .map(|(number, (user, named))| {
            let label = say(language, "favourites-choice").with("number", *number).text();
            (user.to_string(), label, *named)
        })
        .collect();
    let text = format!(
        "{}\n\n{}\n\n{}",
        say(language, "favourites-ask"),
        lines.join("\n"),
        say(language, "favourites-entry").with("max", FAVOURITES)
    );
    let title = say(language, "favourites-title").with("programme", quote(&asked.programme.name));
    let placeholder = say(language, "favourites-placeholder").with("max", FAVOURITES).text();
    let programme = asked.programme.id;
    let nobody = say(language, "favourites-none-button");
    View::default()
        .embed(Embed::new(title, text).footer(say(language, "favourites-kept").text()))
        .pick(Button::FavouritesName(programme), placeholder, choices, FAVOURITES)
        .buttons(vec![ButtonView::press(Button::FavouritesNone(programme), nobody, Style::Secondary)])
}

/// Asks the question.
///
/// # Errors
/// Those of the database.
pub async fn ask(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { favourites::ask(conn, &call, programme).await }),
        |asked, language| Reply::Private(view(&asked, language)),
    )
    .await
}

/// Notes whom somebody named; nobody, where they chose none. No trace of who asked stays anywhere.
///
/// # Errors
/// Those of the database.
pub async fn name(bot: &Bot, request: &Request, programme: ProgrammeId, values: &[String]) -> Result<Answer> {
    let users: Vec<UserId> = values.iter().filter_map(|value| value.parse().ok().map(UserId)).collect();
    let id = if users.is_empty() { "favourites-noted-none" } else { "favourites-noted" };
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { favourites::name(conn, &call, programme, &users).await }),
        move |asked, language| {
            Reply::Update(View { content: say(language, id).text(), ..view(&asked, language) })
        },
    )
    .await
}

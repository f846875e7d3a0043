//! One's wishes: the private page that says first who reads them, the form of each side, and how they look in a room.

use std::collections::BTreeMap;

use crate::app::wishes::{self, Mine, Written};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::posts::tasks::quoted_within;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Form, Input, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::{ProgrammeId, UserId};
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::domain::tandem::Side;
use crate::domain::wish::{WISH_MAX, Wish, sides};
use crate::locales::say;
use crate::store::Result;

/// A wish whose signs lost their power may be that much longer.
const SHOWN_MAX: usize = WISH_MAX + 20;

/// The question that a wish answers.
#[must_use]
pub fn label(language: Language, wish: Wish) -> String {
    say(language, &format!("wish-{}-label", wish.code())).text()
}

fn with_wishes(embed: Embed, language: Language, wishes: &[(Wish, String)]) -> Embed {
    wishes.iter().fold(embed, |embed, (wish, words)| {
        embed.field(label(language, *wish), quoted_within(words, SHOWN_MAX))
    })
}

/// What one side wishes for, as both read it in their room.
#[must_use]
pub fn in_room(language: Language, side: Side, user: UserId, wishes: &[(Wish, String)]) -> Embed {
    let id = match side {
        Side::Mentor => "wish-of-mentor",
        Side::Mentee => "wish-of-mentee",
    };
    let mut text = say(language, id).with("person", words::person(user)).text();
    if wishes.is_empty() {
        text = format!("{text}\n{}", say(language, "wish-none"));
    }
    with_wishes(Embed::new("", text), language, wishes)
}

/// The button that leads to one's wishes.
#[must_use]
pub fn button(language: Language, programme: ProgrammeId) -> ButtonView {
    ButtonView::press(Button::Wishes(programme), say(language, "wish-mine-button"), Style::Secondary)
}

const fn write_button(side: Side, programme: ProgrammeId) -> (Button, &'static str) {
    match side {
        Side::Mentor => (Button::WishesAsMentor(programme), "wish-mentor-button"),
        Side::Mentee => (Button::WishesAsMentee(programme), "wish-mentee-button"),
    }
}

/// One's wishes, and who reads them.
///
/// # Errors
/// Those of the database.
pub async fn show(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { wishes::mine(conn, &call, programme).await }),
        |mine, language| Reply::Private(page(&mine, language)),
    )
    .await
}

fn page(mine: &Mine, language: Language) -> View {
    let intro = say(language, "wish-intro").with("programme", quote(&mine.programme.name));
    let embed = with_wishes(Embed::new(say(language, "wish-title"), intro), language, &mine.wishes);
    let buttons = sides(mine.role).iter().map(|side| {
        let (button, id) = write_button(*side, mine.programme.id);
        ButtonView::press(button, say(language, id), Style::Primary)
    });
    View::default().embed(embed).buttons(buttons.collect())
}

/// Opens the form of a side, with what stands.
///
/// # Errors
/// Those of the database.
pub async fn form(bot: &Bot, request: &Request, programme: ProgrammeId, side: Side) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                Ok(match wishes::mine(conn, &call, programme).await? {
                    Ok(mine) if sides(mine.role).contains(&side) => Ok(mine),
                    Ok(_) => Err(Refusal::NothingWaits),
                    Err(refusal) => Err(refusal),
                })
            })
        },
        move |mine, language| Reply::Modal(form_of(&mine, side, language)),
    )
    .await
}

fn form_of(mine: &Mine, side: Side, language: Language) -> Form {
    let title = match side {
        Side::Mentor => "wish-mentor-modal-title",
        Side::Mentee => "wish-mentee-modal-title",
    };
    let written = |wish| mine.wishes.iter().find(|(one, _)| *one == wish).map(|(_, words)| words.clone());
    Form {
        button: write_button(side, mine.programme.id).0,
        title: say(language, title).text(),
        inputs: inputs(language, side, written),
    }
}

/// The inputs for the wishes of a side, with what is written down already.
pub(super) fn inputs(language: Language, side: Side, written: impl Fn(Wish) -> Option<String>) -> Vec<Input> {
    let input = |wish: &Wish| Input {
        id: wish.code(),
        label: label(language, *wish),
        placeholder: say(language, "wish-placeholder").text(),
        value: written(*wish).unwrap_or_default(),
        long: true,
        required: false,
        max: WISH_MAX,
    };
    Wish::of_side(side).iter().map(input).collect()
}

/// Takes the wishes of a side from their form.
///
/// # Errors
/// Those of the database.
pub async fn form_sent(
    bot: &Bot,
    request: &Request,
    programme: ProgrammeId,
    side: Side,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    let written: Vec<(Wish, String)> = fields
        .iter()
        .filter_map(|(name, words)| Some((Wish::of(name)?, words.trim().to_owned())))
        .filter(|(_, words)| !words.is_empty())
        .collect();
    let cleared = written.is_empty();
    bot.answer(
        request,
        move |conn, call| {
            Box::pin(async move { wishes::write(conn, &call, programme, side, &written).await })
        },
        move |Written { shown, .. }, language| {
            let id = match (cleared, shown) {
                (true, _) => "wish-cleared",
                (false, true) => "wish-noted-shown",
                (false, false) => "wish-noted-later",
            };
            Reply::Private(View::text(say(language, id)))
        },
    )
    .await
}

#[cfg(test)]
mod tests;

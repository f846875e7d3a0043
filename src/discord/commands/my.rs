//! `/my`: what is mine, what waits for me, and the language in which I am spoken to.

use crate::app::direct;
use crate::app::place::{self, Place};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::commands::{Kind, Leaf, Opt};
use crate::discord::components::favourites::line;
use crate::discord::components::place::{briefing_button, entries, joining_line, language_name};
use crate::discord::posts::agenda::fitting;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::language::Language;
use crate::domain::person::Direct;
use crate::domain::practice::Practice;
use crate::domain::tandem::{Side, Tandem};
use crate::locales::say;
use crate::store::Result;

/// A row holds that many buttons (Discord).
const BUTTONS: usize = 5;
/// A field holds that many characters (Discord).
const FIELD: usize = 1_024;

/// `/my`
pub static LEAVES: &[Leaf] = &[Leaf {
    name: "my",
    options: &[Opt { name: "language", kind: Kind::Choice("language", &["en", "de"]), required: false }],
    run: |bot, request, options| Box::pin(run(bot, request, options)),
    suggest: None,
}];

async fn run(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let Some(chosen) = options.text("language").map(Language::closest) else {
        return bot
            .look(
                request,
                |conn, call| Box::pin(async move { place::place(conn, &call).await }),
                |place, language| Reply::Private(view(&place, language)),
            )
            .await;
    };
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { place::language(conn, &call, Some(chosen)).await }),
        move |(), before| {
            let language = chosen.addressed(before == Language::DeFormal);
            let name = say(language, language_name(language)).text();
            Reply::Private(View::text(say(language, "my-language-changed").with("language", name)))
        },
    )
    .await
}

fn view(place: &Place, language: Language) -> View {
    let tandems: Vec<_> = place
        .tandems
        .iter()
        .map(|mine| {
            let id = match mine.side {
                Side::Mentor => "my-tandem-as-mentor",
                Side::Mentee => "my-tandem-as-mentee",
            };
            say(language, id)
                .with("channel", words::room(&mine.tandem))
                .with("partner", words::person(mine.partner))
                .with("programme", quote(&mine.programme.name))
                .text()
        })
        .collect();
    let nothing = waiting(place, language).is_empty();
    let text = if nothing { say(language, "proposal-nothing-waiting").text() } else { String::new() };
    let mut embed = Embed::new(say(language, "my-title"), text)
        .field(say(language, "my-language-field"), say(language, language_name(language)))
        .field(say(language, "my-tandems-field"), fitting(language, &tandems, FIELD))
        .field(say(language, "my-waiting-field"), fitting(language, &waiting(place, language), FIELD));
    let mut own = Vec::new();
    if !nothing {
        own.push(ButtonView::press(Button::MyPlace, say(language, "my-open-button"), Style::Primary));
    }
    own.extend(entries(place, language));
    if let Some(wish) = place.direct.filter(|_| place.me.is_some()) {
        embed = embed.field(say(language, "my-direct-field"), direct_text(wish, language));
        let (button, label) = match wish {
            Direct::On => (Button::DirectOff, "my-direct-off-button"),
            Direct::Off | Direct::Closed => (Button::DirectOn, "my-direct-on-button"),
        };
        own.push(ButtonView::press(button, say(language, label), Style::Secondary));
    }
    if !place.programmes.is_empty() {
        let label = say(language, "practice-mine-button");
        own.push(ButtonView::press(Button::Practices, label, Style::Secondary));
    }
    own.extend(briefing_button(place, language));
    let menus: Vec<_> = place.tandems.iter().take(BUTTONS).map(|mine| menu(&mine.tandem, language)).collect();
    let rows = own.chunks(BUTTONS).chain(menus.chunks(BUTTONS)).map(<[_]>::to_vec);
    rows.fold(View::default().embed(embed), View::buttons)
}

/// All that waits, one line each: the same that stands under *My place* (D1).
#[must_use]
pub fn waiting(place: &Place, language: Language) -> Vec<String> {
    let proposals = place.proposals.iter().map(|one| ("my-waiting-proposal", &one.programme));
    let endings = place.goes_on.iter().map(|one| ("my-waiting-goes-on", &one.programme));
    let not_formed = place.not_formed.iter().chain(&place.came_to_nothing);
    let not_formed = not_formed.map(|programme| ("my-waiting-not-formed", programme));
    let joining =
        place.joining.iter().map(|(programme, joining)| joining_line(language, programme, *joining));
    let offers = place.offers.iter().map(|(_, programme)| ("my-waiting-reach", programme));
    let missed = place.missed.iter().map(|(_, programme)| ("my-waiting-missed", programme));
    let briefings = place.briefings.iter().map(|programme| ("my-waiting-briefing", programme));
    let stays = place.stays.iter().filter(|(.., answer)| answer.is_none());
    let stays = stays.map(|(_, programme, _)| ("my-waiting-stay", programme));
    let surveys = place.surveys.iter().filter(|page| page.first_open().is_some());
    let surveys = surveys.map(|page| ("my-waiting-survey", &page.programme));
    let favourites = place.favourites.iter().filter(|asked| !asked.answered);
    let favourites = favourites.map(|asked| ("my-waiting-favourites", &asked.programme));
    let meetups = place.meetups.iter().map(|one| line(one, language));
    let of = |practice: &Practice| place.programmes.iter().find(|one| one.id == practice.programme);
    let shared = place.practices.iter().filter_map(|(one, _)| Some(("my-waiting-practice", of(one)?)));
    proposals
        .chain(endings)
        .chain(briefings)
        .chain(offers)
        .chain(missed)
        .chain(stays)
        .chain(surveys)
        .chain(favourites)
        .chain(not_formed)
        .chain(shared)
        .map(|(id, programme)| say(language, id).with("programme", quote(&programme.name)).text())
        .chain(meetups)
        .chain(joining)
        .collect()
}

/// Whether direct messages are wanted, in a sentence.
#[must_use]
pub fn direct_text(wish: Direct, language: Language) -> String {
    match wish {
        Direct::Off => say(language, "my-direct-off"),
        Direct::On => say(language, "my-direct-on"),
        Direct::Closed => say(language, "my-direct-closed"),
    }
    .text()
}

/// What *This tandem…* opens, wherever the welcome with its button is out of reach.
#[must_use]
pub fn menu(tandem: &Tandem, language: Language) -> ButtonView {
    let label = say(language, "my-tandem-button").with("name", tandem.name.as_str());
    ButtonView::press(Button::TandemMenu(tandem.id), label, Style::Secondary)
}

/// Ticks direct messages, or takes the tick away, and shows the place as it is then.
///
/// # Errors
/// Those of the database.
pub async fn direct(bot: &Bot, request: &Request, on: bool) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| {
            Box::pin(async move {
                if let Err(refusal) = direct::choose(conn, &call, on).await? {
                    return Ok(Err(refusal));
                }
                place::place(conn, &call).await
            })
        },
        |place, language| Reply::Update(view(&place, language)),
    )
    .await
}

#[cfg(test)]
#[path = "my/tests.rs"]
mod tests;

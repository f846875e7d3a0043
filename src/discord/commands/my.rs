//! `/my`: what is mine, what waits for me, and the language in which I am spoken to.

use crate::app::place::{self, Place};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::commands::{Kind, Leaf, Opt};
use crate::discord::components::place::language_name;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::language::Language;
use crate::domain::tandem::Side;
use crate::locales::say;
use crate::store::Result;

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
    let proposals = place.proposals.iter().map(|one| ("my-waiting-proposal", &one.programme));
    let endings = place.goes_on.iter().map(|one| ("my-waiting-goes-on", &one.programme));
    let waiting: Vec<_> = proposals
        .chain(endings)
        .map(|(id, programme)| say(language, id).with("programme", quote(&programme.name)).text())
        .collect();
    let nothing = waiting.is_empty() && place.not_formed.is_empty();
    let text = if nothing { say(language, "proposal-nothing-waiting").text() } else { String::new() };
    let embed = Embed::new(say(language, "my-title"), text)
        .field(say(language, "my-language-field"), say(language, language_name(language)))
        .field(say(language, "my-tandems-field"), tandems.join("\n"))
        .field(say(language, "my-waiting-field"), waiting.join("\n"));
    let view = View::default().embed(embed);
    if nothing {
        return view;
    }
    view.buttons(vec![ButtonView::press(Button::MyPlace, say(language, "my-open-button"), Style::Primary)])
}

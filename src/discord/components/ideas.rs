//! Ideas for small tasks: the private list for a topic, the menu of the others, and the press that gives one.

use crate::app::tasks::ideas::{self, Asked};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::components::tasks::name;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Style, View};
use crate::discord::words::theme_text;
use crate::domain::ids::{IdeaId, TandemId};
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::domain::topic::{Idea, Theme, Topic};
use crate::locales::{idea, say};
use crate::store::Result;

/// Ideas in numbered lines.
#[must_use]
pub fn lines(language: Language, ideas: &[Idea]) -> String {
    let rows = ideas.iter().zip(1_u32..).map(|(one, number)| {
        say(language, "idea-row").with("number", number).with("text", idea(language, *one)).text()
    });
    rows.collect::<Vec<_>>().join("\n")
}

/// A button for each idea that gives it as a task.
#[must_use]
pub fn take_buttons(language: Language, tandem: TandemId, ideas: &[Idea]) -> Vec<ButtonView> {
    let buttons = ideas.iter().zip(1_u32..).map(|(idea, number)| {
        let label = say(language, "idea-take-button").with("number", number);
        ButtonView::press(Button::IdeaTake(idea.id(tandem)), label, Style::Secondary)
    });
    buttons.collect()
}

/// Shows the ideas for a topic, or for the one at hand. `again`: in place of those shown before.
///
/// # Errors
/// Those of the database.
pub async fn show(
    bot: &Bot,
    request: &Request,
    chosen: Option<TandemId>,
    topic: Option<Topic>,
    again: bool,
) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { ideas::asked(conn, &call, chosen).await }),
        move |asked, language| {
            let view = view(&asked, topic, language);
            if again { Reply::Update(view) } else { Reply::Private(view) }
        },
    )
    .await
}

fn view(asked: &Asked, topic: Option<Topic>, language: Language) -> View {
    let tandem = asked.seat.tandem.id;
    let topic = topic.or_else(|| asked.theme.as_ref()?.topic());
    let (text, ideas) = match topic {
        Some(topic) => {
            let name = theme_text(language, &Theme::Catalogue(topic));
            (say(language, "idea-of-topic").with("topic", name).text(), Idea::all(topic))
        }
        None => (say(language, "idea-none-picked").text(), Idea::invited_with(None, tandem.0)),
    };
    let embed = Embed::new(say(language, "idea-title"), format!("{text}\n\n{}", lines(language, &ideas)));
    let mut view = View::default().embed(embed);
    if asked.gives() {
        view = view.buttons(take_buttons(language, tandem, &ideas));
    }
    let others = asked
        .seat
        .programme
        .template
        .topics()
        .iter()
        .map(|topic| (topic.code().to_owned(), theme_text(language, &Theme::Catalogue(*topic))));
    view.menu(Button::IdeasOf(tandem), say(language, "idea-other-placeholder"), others.collect())
}

/// Gives an idea as a task, in the tandem's language.
///
/// # Errors
/// Those of the database.
pub async fn take(bot: &Bot, request: &Request, id: IdeaId) -> Result<Answer> {
    bot.answer_with(
        request,
        move |conn, call| {
            Box::pin(async move {
                let Some((tandem, one)) = Idea::of(id) else { return Ok(Err(Refusal::NothingWaits)) };
                let seat = match ideas::asked(conn, &call, Some(tandem)).await? {
                    Ok(asked) => asked.seat,
                    Err(refusal) => return Ok(Err(refusal)),
                };
                let words = idea(seat.tandem.language, one);
                ideas::take(conn, &call, &seat, words).await
            })
        },
        |conn, given, language| {
            Box::pin(async move {
                let person = name(conn, given.doer).await?;
                let said = say(language, "idea-taken").with("number", given.number).with("person", person);
                Ok(Reply::Private(View::text(said)))
            })
        },
    )
    .await
}

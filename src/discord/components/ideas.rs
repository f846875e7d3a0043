//! Ideas for small tasks: the private list for a topic, the menu of the others, and the press that gives one.

use crate::app::tasks::ideas::{self, Asked};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::commands::topic::choices;
use crate::discord::components::tasks::name;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words::theme_text;
use crate::domain::idea::{self, Named, SHOWN, Suggestion};
use crate::domain::ids::{IdeaId, IdeasId, TandemId};
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::domain::topic::Theme;
use crate::locales::{self, say};
use crate::store::Result;

/// Which ideas are wanted.
#[derive(Debug, Clone)]
pub enum Wanted {
    /// Those for a topic; without one, or for one that the programme does not have, those for the topic at hand.
    Theme(Option<Theme>),
    /// A page of those for the topic at that place (`domain::idea`); 0 is the one at hand.
    Page {
        /// The topic's place.
        place: usize,
        /// Which page, from 0.
        page: usize,
    },
}

/// Ideas in numbered lines, the first one with the number after `before`.
#[must_use]
pub fn lines(language: Language, ideas: &[Suggestion], before: usize) -> String {
    let rows = ideas.iter().zip(before + 1..).map(|(one, number)| {
        let text = match one {
            Suggestion::Own(own) => quote(own.words(language)),
            Suggestion::Catalogue(one) => locales::idea(language, *one),
        };
        say(language, "idea-row").with("number", number).with("text", text).text()
    });
    rows.collect::<Vec<_>>().join("\n")
}

/// A button for each idea that gives it as a task.
#[must_use]
pub fn take_buttons(
    language: Language,
    tandem: TandemId,
    ideas: &[Suggestion],
    before: usize,
) -> Vec<ButtonView> {
    let buttons = ideas.iter().zip(before + 1..).map(|(idea, number)| {
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
    wanted: Wanted,
    again: bool,
) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { ideas::asked(conn, &call, chosen).await }),
        move |asked, language| {
            let view = view(asked, wanted, language);
            if again { Reply::Update(view) } else { Reply::Private(view) }
        },
    )
    .await
}

fn view(asked: Asked, wanted: Wanted, language: Language) -> View {
    let (tandem, gives, own_topics) = (asked.seat.tandem.id, asked.gives(), asked.with_ideas());
    let (place, page) = match wanted {
        Wanted::Theme(theme) => (idea::place(theme.as_ref(), &asked.topics).unwrap_or_default(), 0),
        Wanted::Page { place, page } => (place, page),
    };
    let offered = asked.seat.programme.template.topics();
    let theme = idea::at_place(place, &asked.topics).flatten().filter(|theme| theme.is_among(offered));
    let theme = theme.or(asked.theme.filter(|theme| theme.is_among(offered)));
    let ideas = idea::listed(theme.as_ref(), asked.own, offered, tandem.0);
    let text = match &theme {
        Some(theme) => {
            let about = idea::about(Some(theme), &ideas);
            let id = if about { "idea-of-topic" } else { "idea-none-of-topic" };
            say(language, id).with("topic", theme_text(language, theme))
        }
        None => say(language, "idea-none-picked"),
    };
    let pages = ideas.len().div_ceil(SHOWN).max(1);
    let page = page.min(pages - 1);
    let before = page * SHOWN;
    let some: Vec<Suggestion> = ideas.into_iter().skip(before).take(SHOWN).collect();
    let embed =
        Embed::new(say(language, "idea-title"), format!("{text}\n\n{}", lines(language, &some, before)));
    let mut view = View::default().embed(embed);
    if gives {
        view = view.buttons(take_buttons(language, tandem, &some, before));
    }
    if pages > 1 {
        let more = Button::IdeasMore(IdeasId::of(tandem, place, (page + 1) % pages));
        let label = say(language, "idea-more-button");
        view = view.buttons(vec![ButtonView::press(more, label, Style::Secondary)]);
    }
    let others = choices(language, offered, own_topics, "");
    view.menu(Button::IdeasOf(tandem), say(language, "idea-other-placeholder"), others)
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
                let Some((tandem, named)) = idea::named(id) else { return Ok(Err(Refusal::NothingWaits)) };
                let seat = match ideas::asked(conn, &call, Some(tandem)).await? {
                    Ok(asked) => asked.seat,
                    Err(refusal) => return Ok(Err(refusal)),
                };
                let words = match named {
                    Named::Catalogue(one) => Ok(locales::idea(seat.tandem.language, one)),
                    Named::Own(number) => ideas::own_words(conn, &seat, number).await?,
                };
                match words {
                    Ok(words) => ideas::take(conn, &call, &seat, words).await,
                    Err(refusal) => Ok(Err(refusal)),
                }
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

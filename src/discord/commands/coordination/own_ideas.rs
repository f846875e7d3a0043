//! `/coordination questions add` and `list` for ideas for tasks: what a programme brings in of its own, beside the ideas of
//! the catalogue.

use std::collections::BTreeMap;

use super::named;
use super::pool::{both_languages, written};
use crate::app::guard;
use crate::app::own_ideas::{self, Owned};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::commands::task::refused;
use crate::discord::commands::topic::{choices, read_theme};
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words::theme_text;
use crate::domain::idea::{OWN_MAX, SHOWN};
use crate::domain::ids::PageId;
use crate::domain::language::Language;
use crate::domain::programme::Step;
use crate::domain::topic::{IDEAS_EACH, Theme};
use crate::locales::say;
use crate::store::{Result, topics};

/// Whether a command is about ideas: it says so, or it names a topic, which questions do not have.
pub(super) fn meant(options: &Options) -> bool {
    match options.text("kind") {
        Some(kind) => kind == "idea",
        None => options.text("topic").is_some(),
    }
}

fn topic_text(language: Language, theme: Option<&Theme>) -> String {
    theme.map_or_else(|| say(language, "own-idea-every-topic").text(), |theme| theme_text(language, theme))
}

/// Leads to the form, for whoever may fill it.
pub(super) async fn add(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let (name, roles) = (named(options), request.invoker.roles.clone());
    let theme = match options.text("topic").map(read_theme).transpose() {
        Ok(theme) => theme,
        Err(refusal) => return refused(bot, request, &refusal).await,
    };
    let wanted = theme.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                own_ideas::may_add(conn, &call, &roles, name.as_deref(), wanted.as_ref()).await
            })
        },
        move |(programme, place), language| {
            let label = say(language, "own-idea-add-button");
            let button = Button::OwnIdeaAdd(PageId::of(programme, place));
            let topic = topic_text(language, theme.as_ref());
            Reply::Private(
                View::text(say(language, "own-idea-add-intro").with("topic", topic))
                    .buttons(vec![ButtonView::press(button, label, Style::Primary)]),
            )
        },
    )
    .await
}

/// What can be chosen as the topic of an idea; nothing for whoever does not coordinate (D9).
pub(super) async fn suggest_topics(
    bot: &Bot,
    request: &Request,
    options: &Options,
    typed: &str,
) -> Result<Vec<(String, String)>> {
    let language = bot.language(request).await?;
    let (name, roles) = (named(options), &request.invoker.roles);
    let conn = &mut *bot.app.store.read().await?;
    let found = guard::coordinated_for(conn, &request.call, roles, name.as_deref(), Step::Edit).await?;
    let Ok(programme) = found else { return Ok(Vec::new()) };
    let own = topics::programme_topics(conn, programme.id).await?;
    Ok(choices(language, programme.template.topics(), own, typed))
}

/// Opens the form from a button.
///
/// # Errors
/// Those of the database.
pub async fn form(bot: &Bot, request: &Request, page: PageId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { own_ideas::owned(conn, &call, &roles, page.programme()).await })
        },
        move |_, language| {
            let texts = ("own-idea-add-modal-title", "own-idea-add-placeholder");
            Reply::Modal(both_languages(Button::OwnIdeaAdd(page), texts, OWN_MAX, language))
        },
    )
    .await
}

/// The form was sent.
///
/// # Errors
/// Those of the database.
pub async fn form_sent(
    bot: &Bot,
    request: &Request,
    page: PageId,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    let ((en, de), roles) = (written(fields), request.invoker.roles.clone());
    bot.answer(
        request,
        move |conn, call| {
            Box::pin(async move {
                let at = (page.programme(), page.page());
                own_ideas::add(conn, &call, &roles, at, (en.as_str(), de.as_str())).await
            })
        },
        |added, language| {
            Reply::Private(View::text(say(language, "own-idea-added").with("number", added.number)))
        },
    )
    .await
}

pub(super) async fn list(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let (name, roles) = (named(options), request.invoker.roles.clone());
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { own_ideas::owned(conn, &call, &roles, name.as_deref()).await })
        },
        |owned, language| Reply::Private(view(&owned, 0, language)),
    )
    .await
}

/// A page of the list.
///
/// # Errors
/// Those of the database.
pub async fn page(bot: &Bot, request: &Request, page: PageId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { own_ideas::owned(conn, &call, &roles, page.programme()).await })
        },
        move |owned, language| Reply::Update(view(&owned, page.page(), language)),
    )
    .await
}

fn view(owned: &Owned, at: usize, language: Language) -> View {
    let pages = owned.ideas.len().div_ceil(SHOWN).max(1);
    let at = at.min(pages - 1);
    let some = owned.ideas.iter().skip(at * SHOWN).take(SHOWN);
    let mut lines: Vec<String> = some
        .map(|one| {
            let row = say(language, "own-idea-row").with("number", one.number);
            let row = row.with("topic", topic_text(language, one.theme.as_ref()));
            row.with("text", quote(one.words(language))).text()
        })
        .collect();
    if lines.is_empty() {
        lines.push(say(language, "own-ideas-none").text());
    }
    let title = say(language, "own-ideas-title").with("programme", quote(&owned.programme.name));
    let footer = say(language, "own-ideas-footer").with("own", owned.ideas.len()).with("each", IDEAS_EACH);
    let id = owned.programme.id;
    let mut buttons = Vec::new();
    if pages > 1 {
        let next = Button::OwnIdeasNext(PageId::of(id, (at + 1) % pages));
        buttons.push(ButtonView::press(next, say(language, "practice-next-button"), Style::Secondary));
    }
    let add = Button::OwnIdeaAdd(PageId::of(id, 0));
    buttons.push(ButtonView::press(add, say(language, "own-idea-add-button"), Style::Secondary));
    View::default().embed(Embed::new(title, lines.join("\n\n")).footer(footer)).buttons(buttons)
}

#[cfg(test)]
mod tests;

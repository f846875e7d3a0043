//! `/coordination questions add`, `list` and `remove`: the guiding questions of a programme, its own ones first.

use std::collections::BTreeMap;

use super::named;
use crate::app::pool::{self, Pool};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{ButtonView, Embed, Form, Input, Style, View, quote};
use crate::domain::ids::{PageId, ProgrammeId};
use crate::domain::language::Language;
use crate::domain::question::OWN_MAX;
use crate::locales::{self, say};
use crate::store::Result;

/// So many questions on a page: 300 characters each, twice that where signs lose their power, fit into 4,096.
const SHOWN: usize = 6;
/// The inputs of the form.
const ENGLISH: &str = "english";
const GERMAN: &str = "german";

/// Leads to the form, for whoever may fill it.
pub(super) async fn add(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let (name, roles) = (named(options), request.invoker.roles.clone());
    bot.look(
        request,
        move |conn, call| Box::pin(async move { pool::may_add(conn, &call, &roles, name.as_deref()).await }),
        |programme, language| {
            let label = say(language, "questions-add-button");
            let write = ButtonView::press(Button::QuestionAdd(programme), label, Style::Primary);
            Reply::Private(View::text(say(language, "questions-add-intro")).buttons(vec![write]))
        },
    )
    .await
}

/// The form for words in both languages; `texts` are its title's and its placeholders'.
pub(super) fn both_languages(button: Button, texts: (&str, &str), max: usize, language: Language) -> Form {
    let input = |id: &'static str, label: &str| Input {
        id,
        label: say(language, label).text(),
        placeholder: say(language, texts.1).text(),
        value: String::new(),
        long: true,
        required: true,
        max,
    };
    Form {
        button,
        title: say(language, texts.0).text(),
        inputs: vec![input(GERMAN, "questions-add-german"), input(ENGLISH, "questions-add-english")],
    }
}

/// What was written into it: the English words and the German ones.
pub(super) fn written(fields: &BTreeMap<String, String>) -> (String, String) {
    let field = |id: &str| fields.get(id).cloned().unwrap_or_default();
    (field(ENGLISH), field(GERMAN))
}

/// Opens the form from a button.
///
/// # Errors
/// Those of the database.
pub async fn form(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| Box::pin(async move { pool::pool_of(conn, &call, &roles, programme).await }),
        move |_, language| {
            let texts = ("questions-add-title", "questions-add-placeholder");
            Reply::Modal(both_languages(Button::QuestionAdd(programme), texts, OWN_MAX, language))
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
    programme: ProgrammeId,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    let ((en, de), roles) = (written(fields), request.invoker.roles.clone());
    bot.answer(
        request,
        move |conn, call| {
            Box::pin(
                async move { pool::add(conn, &call, &roles, programme, (en.as_str(), de.as_str())).await },
            )
        },
        |added, language| {
            Reply::Private(View::text(say(language, "questions-added").with("number", added.number)))
        },
    )
    .await
}

pub(super) async fn list(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let (name, roles) = (named(options), request.invoker.roles.clone());
    bot.look(
        request,
        move |conn, call| Box::pin(async move { pool::pool(conn, &call, &roles, name.as_deref()).await }),
        |pool, language| Reply::Private(view(&pool, 0, language)),
    )
    .await
}

/// A page of the list; the first one is a reply of its own.
///
/// # Errors
/// Those of the database.
pub async fn page(bot: &Bot, request: &Request, page: PageId, first: bool) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| Box::pin(async move { pool::pool_of(conn, &call, &roles, page.programme()).await }),
        move |pool, language| {
            let view = view(&pool, page.page(), language);
            if first { Reply::Private(view) } else { Reply::Update(view) }
        },
    )
    .await
}

fn view(pool: &Pool, at: usize, language: Language) -> View {
    let own =
        pool.own.iter().map(|own| (own.number, quote(if language.is_german() { &own.de } else { &own.en })));
    let all: Vec<(i64, String)> =
        own.chain(pool.pool.iter().map(|number| (*number, locales::question(language, *number)))).collect();
    let pages = all.len().div_ceil(SHOWN).max(1);
    let at = at.min(pages - 1);
    let some = all.iter().skip(at * SHOWN).take(SHOWN);
    let lines: Vec<String> = some.map(|(number, words)| format!("**{number}** {words}")).collect();
    let title = say(language, "questions-list-title").with("programme", quote(&pool.programme.name));
    let footer = say(language, "questions-list-footer")
        .with("own", pool.own.len())
        .with("pool", pool.pool.len())
        .with("left", pool.left)
        .with("rounds", pool.rounds);
    let id = pool.programme.id;
    let mut buttons = Vec::new();
    if pages > 1 {
        let next = Button::QuestionsNext(PageId::of(id, (at + 1) % pages));
        buttons.push(ButtonView::press(next, say(language, "practice-next-button"), Style::Secondary));
    }
    let label = say(language, "questions-add-button");
    buttons.push(ButtonView::press(Button::QuestionAdd(id), label, Style::Secondary));
    View::default().embed(Embed::new(title, lines.join("\n\n")).footer(footer)).buttons(buttons)
}

pub(super) async fn remove(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let (name, roles) = (named(options), request.invoker.roles.clone());
    let number = options.number("number").unwrap_or_default();
    bot.answer(
        request,
        move |conn, call| {
            Box::pin(async move { pool::remove(conn, &call, &roles, name.as_deref(), number).await })
        },
        |removed, language| {
            let id = if removed.idea { "own-idea-removed" } else { "questions-removed" };
            Reply::Private(View::text(say(language, id).with("number", removed.number)))
        },
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{COORDINATORS, LOBBY, MENTOR};
    use crate::discord::testing::Desk;

    #[tokio::test]
    async fn an_own_question_is_written_in_both_languages_listed_first_and_taken_out() {
        let mut desk = Desk::new().await;
        let id = desk.world.programme.id;
        let refused = desk.press(MENTOR, LOBBY, Button::QuestionAdd(id), &[], None).await;
        assert!(!refused.starts_with("form"), "{refused}");
        desk.roles = vec![COORDINATORS];
        let intro = desk.command(MENTOR, LOBBY, "coordination questions add", &[]).await;
        assert!(intro.contains(&Button::QuestionAdd(id).to_string()), "{intro}");
        let form = desk.press(MENTOR, LOBBY, Button::QuestionAdd(id), &[], None).await;
        assert!(form.starts_with("form: "), "{form}");
        let words = [(GERMAN, "Was fehlt *uns*?"), (ENGLISH, "What do *we* lack?")];
        let added = desk.submit_all(MENTOR, LOBBY, Button::QuestionAdd(id), &words).await;
        assert!(added.contains("10001"), "{added}");
        let listed = desk.command(MENTOR, LOBBY, "coordination questions list", &[]).await;
        assert!(listed.contains("**10001** What do \\*we\\* lack?") && listed.contains("**1** "), "{listed}");
        let next = Button::QuestionsNext(PageId::of(id, 1));
        assert!(desk.press(MENTOR, LOBBY, next, &[], None).await.contains("**6** "));
    }
}

//! A remark to pass on without a name: first who reads it and when, then the words as they will be sent, then the button
//! that passes them on. And what coordinators read of it.

use std::collections::BTreeMap;

use crate::app::remarks;
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::posts::tasks::quoted_within;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Request, What};
use crate::discord::view::{ButtonView, Embed, Form, Input, Style, View};
use crate::domain::ids::{PageId, TandemId};
use crate::domain::language::Language;
use crate::domain::remark::{PEOPLE, TEXT_MAX};
use crate::locales::say;
use crate::store::Result;

/// The name of the only input of the form.
const WORDS: &str = "words";
/// So many remarks on a page: their words together stay below the 6,000 characters of a message's embeds.
const SHOWN: usize = 5;
/// So much of a page is one remark's.
const REMARK_MAX: usize = 1_000;

/// Says who reads a remark and when, before a word is written.
///
/// # Errors
/// Those of the database.
pub async fn ask(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { remarks::ask(conn, &call, tandem).await }),
        move |_, language| {
            let label = say(language, "feedback-remark-write-button");
            let write = ButtonView::press(Button::RemarkWrite(tandem), label, Style::Primary);
            Reply::Private(
                View::text(say(language, "feedback-remark-readers").with("people", PEOPLE))
                    .buttons(vec![write]),
            )
        },
    )
    .await
}

/// Opens the form.
///
/// # Errors
/// Those of the database.
pub async fn form(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    let language = bot.language(request).await?;
    Ok(Reply::Modal(Form {
        button: Button::RemarkWrite(tandem),
        title: say(language, "feedback-remark-title").text(),
        inputs: vec![Input {
            id: WORDS,
            label: say(language, "feedback-remark-label").text(),
            placeholder: say(language, "feedback-remark-placeholder").text(),
            value: String::new(),
            long: true,
            required: true,
            max: TEXT_MAX,
        }],
    })
    .into())
}

/// Shows the words as they will be passed on; nothing is kept yet.
///
/// # Errors
/// Those of the database.
pub async fn written(
    bot: &Bot,
    request: &Request,
    tandem: TandemId,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    let text = fields.get(WORDS).cloned().unwrap_or_default();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                Ok(match remarks::ask(conn, &call, tandem).await? {
                    Ok(_) => remarks::read(&text),
                    Err(refusal) => Err(refusal),
                })
            })
        },
        move |text, language| {
            let label = say(language, "feedback-remark-send-button");
            let send = ButtonView::press(Button::RemarkSend(tandem), label, Style::Primary);
            let shown = Embed::new(say(language, "feedback-remark-preview-title"), text);
            let view = View::text(say(language, "feedback-remark-preview").with("people", PEOPLE));
            Reply::Update(view.embed(shown).buttons(vec![send]))
        },
    )
    .await
}

/// Notes the words that were shown.
///
/// # Errors
/// Those of the database.
pub async fn send(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    let words = match &request.what {
        What::Press { framed: Some(words), private: true, .. } => words.clone(),
        _ => String::new(),
    };
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { remarks::give(conn, &call, tandem, &words).await }),
        |_, language| Reply::Update(View::text(say(language, "feedback-remark-noted"))),
    )
    .await
}

/// A page of what was passed on; the first one is a reply of its own.
///
/// # Errors
/// Those of the database.
pub async fn passed_on(bot: &Bot, request: &Request, page: PageId, first: bool) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { remarks::passed_on(conn, &call, &roles, page.programme()).await })
        },
        move |all, language| {
            let view = listed(&all, page, language);
            if first { Reply::Private(view) } else { Reply::Update(view) }
        },
    )
    .await
}

fn listed(all: &[String], page: PageId, language: Language) -> View {
    if all.is_empty() {
        return View::text(say(language, "digest-remarks-gone"));
    }
    let pages = all.len().div_ceil(SHOWN);
    let at = page.page().min(pages - 1);
    let some = all.iter().skip(at * SHOWN).take(SHOWN);
    let texts: Vec<_> = some.map(|text| format!("• {}", quoted_within(text, REMARK_MAX - 4))).collect();
    let embed = Embed::new(say(language, "digest-remarks-title"), String::new());
    let mut view = View::default().embed(embed);
    // One embed holds 4,096 characters; the words of a page are spread over as many as it takes.
    for text in texts {
        let last = view.embeds.len() - 1;
        let part = &mut view.embeds[last].text;
        if part.chars().count() + text.chars().count() < 4_000 {
            if !part.is_empty() {
                part.push_str("\n\n");
            }
            part.push_str(&text);
        } else {
            view.embeds.push(Embed::new("", text));
        }
    }
    view.content = say(language, "digest-remarks").text();
    if pages < 2 {
        return view;
    }
    let next = Button::RemarksNext(PageId::of(page.programme(), (at + 1) % pages));
    view.buttons(vec![ButtonView::press(next, say(language, "practice-next-button"), Style::Secondary)])
}

#[cfg(test)]
#[path = "remarks/tests.rs"]
mod tests;

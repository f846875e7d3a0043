//! Support: who will read it and the very words come first, then the press that sends them. For its readers: the open
//! calls in a private reply, taking care of one, closing it.

use std::collections::BTreeMap;

use crate::app::support::{self, Handling, Listed, Sent, Stand};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Request, What};
use crate::discord::view::{ButtonView, Embed, Form, Input, Style, View, quote};
use crate::discord::words;
use crate::domain::calls::{Reader, SUPPORT_MAX};
use crate::domain::ids::{PageId, SupportId, TaskId};
use crate::domain::language::Language;
use crate::domain::task;
use crate::locales::{TimeStyle, discord_time, say};
use crate::store::Result;

/// The name of the only input of the form.
const TEXT: &str = "text";
/// So many calls are on a page: each has a row of buttons, the way to the next page has one, and five fit (Discord).
const SHOWN: usize = 4;

fn button(language: Language, button: Button, id: &str) -> ButtonView {
    ButtonView::press(button, say(language, id), Style::Secondary)
}

/// Who will read it, in a sentence.
fn readers(stand: &Stand, language: Language) -> String {
    let text = match stand.desk.reader {
        Reader::Coach => say(language, "support-readers-coach"),
        Reader::Coordinator => say(language, "support-readers-coordinator"),
    };
    text.with("role", words::role(stand.desk.role)).text()
}

/// Says who will read it; with an open call, how it stands.
///
/// # Errors
/// Those of the database.
pub async fn show(bot: &Bot, request: &Request) -> Result<Answer> {
    bot.look(
        request,
        |conn, call| Box::pin(async move { support::look(conn, &call).await }),
        |stand, language| Reply::Update(question(&stand, language)),
    )
    .await
}

/// The form; it goes on about the tandem that was chosen by name.
fn write(stand: &Stand) -> Button {
    stand.chosen.map_or(Button::SupportWrite, Button::SupportWriteOf)
}

fn question(stand: &Stand, language: Language) -> View {
    let Some(open) = &stand.open else {
        let text = format!("{}\n{}", say(language, "support-question"), readers(stand, language));
        let mut buttons = vec![button(language, write(stand), "support-write-button")];
        buttons.extend(
            stand
                .tandem
                .map(|tandem| button(language, Button::ReachMenu(tandem), "welcome-menu-reach-button")),
        );
        return View::text(text).buttons(buttons);
    };
    let id = if open.taken { "support-taken" } else { "support-open" };
    let text = say(language, id).with("role", words::role(stand.desk.role));
    View::text(text)
        .embed(Embed::new(say(language, "support-words-title"), open.text.clone()))
        .buttons(vec![button(language, Button::SupportBack(open.id), "support-back-button")])
}

/// Opens the form for the words, with those that were shown before.
///
/// # Errors
/// Those of the database.
pub async fn form(bot: &Bot, request: &Request) -> Result<Answer> {
    let before = framed(request);
    bot.look(
        request,
        |conn, call| Box::pin(async move { support::look(conn, &call).await }),
        |stand, language| {
            Reply::Modal(Form {
                button: write(&stand),
                title: say(language, "support-modal-title").text(),
                inputs: vec![Input {
                    id: TEXT,
                    label: say(language, "support-text-label").text(),
                    placeholder: say(language, "support-text-placeholder").text(),
                    value: before,
                    long: true,
                    required: true,
                    max: SUPPORT_MAX,
                }],
            })
        },
    )
    .await
}

/// The words in the frame of the private reply whose button was pressed.
fn framed(request: &Request) -> String {
    match &request.what {
        What::Press { framed: Some(framed), private: true, .. } => framed.clone(),
        _ => String::new(),
    }
}

/// Shows the words from the form as they will be sent.
///
/// # Errors
/// Those of the database.
pub async fn written(bot: &Bot, request: &Request, fields: &BTreeMap<String, String>) -> Result<Answer> {
    shown(bot, request, fields.get(TEXT).cloned().unwrap_or_default()).await
}

/// Shows words as they will be sent, and who will read them; nothing is stored.
///
/// # Errors
/// Those of the database.
pub async fn shown(bot: &Bot, request: &Request, text: String) -> Result<Answer> {
    let words = task::text(&text, SUPPORT_MAX);
    bot.look(
        request,
        |conn, call| {
            Box::pin(async move {
                if let Err(refusal) = words {
                    return Ok(Err(refusal));
                }
                support::look(conn, &call).await
            })
        },
        |stand, language| {
            let mut view = confirm(&stand, &text, language);
            if stand.open.is_some() {
                view.content = format!("{}\n{}", say(language, "support-not-sent"), view.content);
            }
            Reply::Update(view)
        },
    )
    .await
}

fn confirm(stand: &Stand, text: &str, language: Language) -> View {
    if stand.open.is_some() {
        return question(stand, language);
    }
    let says = format!("{}\n{}", say(language, "support-confirm"), readers(stand, language));
    let send = stand.chosen.map_or(Button::SupportSend, Button::SupportSendOf);
    View::text(says).embed(Embed::new(say(language, "support-words-title"), text)).buttons(vec![
        ButtonView::press(send, say(language, "support-send-button"), Style::Primary),
        button(language, write(stand), "support-change-button"),
    ])
}

/// Shows the words about a task that is stuck again, as they would be sent.
///
/// # Errors
/// Those of the database.
pub async fn about_task(bot: &Bot, request: &Request, task: TaskId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { support::about_task(conn, &call, task).await }),
        |(stand, number), language| {
            let words = say(stand.programme.language, "stuck-again-words").with("number", number).text();
            Reply::Private(confirm(&stand, &words, language))
        },
    )
    .await
}

/// Sends the words that were shown.
///
/// # Errors
/// Those of the database.
pub async fn send(bot: &Bot, request: &Request) -> Result<Answer> {
    let text = framed(request);
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { support::send(conn, &call, &text).await }),
        |Sent { role }, language| {
            Reply::Update(View::text(say(language, "support-sent").with("role", words::role(role))))
        },
    )
    .await
}

/// Takes one's own call back.
///
/// # Errors
/// Those of the database.
pub async fn back(bot: &Bot, request: &Request, id: SupportId) -> Result<Answer> {
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { support::withdraw(conn, &call, id).await }),
        |(), language| Reply::Update(View::text(say(language, "support-back"))),
    )
    .await
}

/// A page of the open calls, for those who may read them; the first one is a reply of its own.
///
/// # Errors
/// Those of the database.
pub async fn list(bot: &Bot, request: &Request, page: PageId, first: bool) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| Box::pin(async move { support::list(conn, &call, &roles, page.programme()).await }),
        move |listed, language| {
            let view = listed_view(&listed, page, language);
            if first { Reply::Private(view) } else { Reply::Update(view) }
        },
    )
    .await
}

fn listed_view(all: &[Listed], page: PageId, language: Language) -> View {
    if all.is_empty() {
        return View::text(say(language, "support-list-empty"));
    }
    let mut view = View::text(say(language, "support-list").with("count", all.len()));
    let pages = all.len().div_ceil(SHOWN);
    let at = page.page().min(pages - 1);
    for (place, Listed { call, user }) in all.iter().enumerate().skip(at * SHOWN).take(SHOWN) {
        // Where there are several, each button says which of them it is about.
        let number = (all.len() > 1).then_some(place + 1);
        let title = number.map(|number| say(language, "support-number-title").with("number", number).text());
        let from = say(language, "support-from")
            .with("person", words::person(*user))
            .with("when", discord_time(call.asked_at, TimeStyle::Date));
        let embed = Embed::new(title.unwrap_or_default(), quote(&call.text))
            .field(say(language, "support-from-field"), from);
        let numbered = |pressed, id| {
            let label = say(language, id).text();
            let label = match number {
                Some(number) => say(language, "support-numbered-button")
                    .with("label", label)
                    .with("number", number)
                    .text(),
                None => label,
            };
            ButtonView::press(pressed, label, Style::Secondary)
        };
        let close = numbered(Button::SupportClose(call.id), "support-close-button");
        let take = numbered(Button::SupportTake(call.id), "support-take-button");
        let buttons = if call.taken { vec![close] } else { vec![take, close] };
        view = view.embed(embed).buttons(buttons);
    }
    if pages == 1 {
        return view;
    }
    let footer = say(language, "practice-review-page").with("page", at + 1).with("pages", pages);
    if let Some(last) = view.embeds.last_mut() {
        last.footer = footer.text();
    }
    let next = Button::SupportNext(PageId::of(page.programme(), (at + 1) % pages));
    view.buttons(vec![button(language, next, "practice-next-button")])
}

/// Takes care of a call, or closes it, and shows what is left.
///
/// # Errors
/// Those of the database.
pub async fn handle(bot: &Bot, request: &Request, id: SupportId, handling: Handling) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.answer_untraced(
        request,
        move |conn, call| {
            Box::pin(async move {
                match support::handle(conn, &call, &roles, id, handling).await? {
                    Ok(programme) => {
                        let listed = support::list(conn, &call, &roles, programme).await?;
                        Ok(listed.map(|listed| (programme, listed)))
                    }
                    Err(refusal) => Ok(Err(refusal)),
                }
            })
        },
        |(programme, listed), language| {
            Reply::Update(listed_view(&listed, PageId::of(programme, 0), language))
        },
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::view::Row;
    use crate::domain::calls::SupportCall;
    use crate::domain::ids::{PersonId, ProgrammeId, UserId};

    #[test]
    fn every_call_of_a_long_list_is_on_one_of_its_pages_with_its_buttons() {
        let call = |n: i64| Listed {
            call: SupportCall {
                id: SupportId(n),
                programme: ProgrammeId(7),
                asked_at: chrono::DateTime::UNIX_EPOCH,
                reader: Reader::Coordinator,
                role: None,
                taken: false,
                person: PersonId(1),
                text: format!("call {n}"),
            },
            user: UserId(9),
        };
        let all: Vec<Listed> = (1..=9).map(call).collect();
        let page = |at| listed_view(&all, PageId::of(ProgrammeId(7), at), Language::En);
        let texts: Vec<String> = (0..3).flat_map(|at| page(at).embeds).map(|embed| embed.text).collect();
        assert_eq!(texts, (1..=9).map(|n| format!("call {n}")).collect::<Vec<_>>());
        for at in 0..3 {
            let rows = page(at).rows;
            assert!(rows.len() <= 5, "{}", rows.len());
            let next = ButtonView::press(
                Button::SupportNext(PageId::of(ProgrammeId(7), (at + 1) % 3)),
                say(Language::En, "practice-next-button"),
                Style::Secondary,
            );
            assert_eq!(rows.last(), Some(&Row::Buttons(vec![next])));
        }
        assert_eq!(listed_view(&all[..4], PageId::of(ProgrammeId(7), 0), Language::En).rows.len(), 4);
        // Where there are several, call and buttons have a number, which goes on over the pages.
        let titles: Vec<String> = (0..3).flat_map(|at| page(at).embeds).map(|embed| embed.title).collect();
        assert_eq!(titles, (1..=9).map(|n| format!("Call {n}")).collect::<Vec<_>>());
        let labels = |view: View| {
            let rows = view.rows.into_iter().filter_map(|row| match row {
                Row::Buttons(buttons) => Some(buttons.into_iter().map(|button| button.label)),
                _ => None,
            });
            rows.flatten().collect::<Vec<_>>()
        };
        let second = labels(page(1));
        assert_eq!(second[..2], ["I take care of it (5)", "Closed: erase it (5)"]);
        let alone = listed_view(&all[..1], PageId::of(ProgrammeId(7), 0), Language::En);
        assert_eq!(alone.embeds[0].title, "");
        assert_eq!(labels(alone), ["I take care of it", "Closed: erase it"]);
    }
}

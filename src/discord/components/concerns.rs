//! Questions and concerns without a name: who reads them stands before the first word, and coordinators read them in
//! pages that tell nothing but the words.

use std::collections::BTreeMap;

use crate::app::concerns;
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::posts::tasks::quoted_within;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Form, Input, Style, View};
use crate::domain::ids::{ConcernsId, ProgrammeId};
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::locales::say;
use crate::store::Result;

/// The name of the only input of the form.
const WORDS: &str = "words";
/// So many on a page: their words together stay below the 4,096 characters of an embed.
const SHOWN: usize = 4;

/// Says who reads it, before a word is written.
///
/// # Errors
/// Those of the database.
pub async fn ask(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { concerns::asking(conn, &call, programme).await }),
        move |_, language| {
            let label = say(language, "concern-write-button");
            let write = ButtonView::press(Button::ConcernWrite(programme), label, Style::Primary);
            Reply::Private(View::text(say(language, "concern-readers")).buttons(vec![write]))
        },
    )
    .await
}

/// Opens the form.
///
/// # Errors
/// Those of the database.
pub async fn form(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    let language = bot.language(request).await?;
    Ok(Reply::Modal(Form {
        button: Button::ConcernWrite(programme),
        title: say(language, "concern-title").text(),
        inputs: vec![Input {
            id: WORDS,
            label: say(language, "concern-label").text(),
            placeholder: say(language, "concern-placeholder").text(),
            value: String::new(),
            long: true,
            required: true,
            max: concerns::CONCERN_MAX,
        }],
    })
    .into())
}

/// Passes the words on, without a trace of whose they are.
///
/// # Errors
/// Those of the database.
pub async fn written(
    bot: &Bot,
    request: &Request,
    programme: ProgrammeId,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    let words = fields.get(WORDS).cloned().unwrap_or_default();
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { concerns::ask(conn, &call, programme, &words).await }),
        |(), language| Reply::Update(View::text(say(language, "concern-noted"))),
    )
    .await
}

/// What waits and was told by now, as a reply of its own.
///
/// # Errors
/// Those of the database.
pub async fn list(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { concerns::concerns(conn, &call, &roles, programme, None).await })
        },
        move |(day, all), language| Reply::Private(listed(&all, ConcernsId::of(programme, day, 0), language)),
    )
    .await
}

/// Another page of the list that was opened: what was told since is not on it.
///
/// # Errors
/// Those of the database.
pub async fn turn(bot: &Bot, request: &Request, page: ConcernsId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(
                async move { concerns::concerns(conn, &call, &roles, page.programme(), page.day()).await },
            )
        },
        move |(day, all), language| {
            let page = ConcernsId::of(page.programme(), day, page.page());
            Reply::Update(listed(&all, page, language))
        },
    )
    .await
}

fn listed(all: &[String], page: ConcernsId, language: Language) -> View {
    let (Some(day), false) = (page.day(), all.is_empty()) else {
        return View::text(say(language, "concern-none"));
    };
    let pages = all.len().div_ceil(SHOWN);
    let at = page.page().min(pages - 1);
    let some = all.iter().skip(at * SHOWN).take(SHOWN);
    let texts: Vec<_> = some.map(|text| format!("• {}", quoted_within(text, 1_000))).collect();
    let mut view = View::default().embed(Embed::new(say(language, "concern-list-title"), texts.join("\n\n")));
    view.content = say(language, "concern-list").text();
    let programme = page.programme();
    let of = |page| ConcernsId::of(programme, day, page);
    let mut buttons = Vec::new();
    if pages > 1 {
        let next = Button::ConcernsTurn(of((at + 1) % pages));
        buttons.push(ButtonView::press(next, say(language, "practice-next-button"), Style::Secondary));
    }
    // Nothing is erased that stands on a page to come.
    if at + 1 == pages {
        let done = say(language, "concern-done-button");
        buttons.push(ButtonView::press(Button::ConcernsTaken(of(at)), done, Style::Secondary));
    }
    view.buttons(buttons)
}

/// Those that were shown were taken up.
///
/// # Errors
/// Those of the database.
pub async fn done(bot: &Bot, request: &Request, page: ConcernsId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.answer(
        request,
        move |conn, call| {
            Box::pin(async move {
                let Some(day) = page.day() else { return Ok(Err(Refusal::NothingWaits)) };
                concerns::taken_up(conn, &call, &roles, page.programme(), day).await
            })
        },
        |(), language| Reply::Update(View::text(say(language, "concern-done"))),
    )
    .await
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::*;
    use crate::app::testing::{COORDINATORS, DIGEST, LOBBY, MENTEE, MENTOR};
    use crate::discord::testing::Desk;
    use crate::domain::ids::PageId;
    use crate::domain::post::PostKind;

    #[tokio::test]
    async fn a_concern_goes_from_a_private_form_to_a_count_and_a_private_list_without_a_name() {
        let mut desk = Desk::new().await;
        let id = desk.world.programme.id;
        let shown = desk.press(MENTEE, LOBBY, Button::ConcernAsk(id), &[], None).await;
        assert!(
            shown.contains("coordinators") && shown.contains(&Button::ConcernWrite(id).to_string()),
            "{shown}"
        );
        let form = desk.press(MENTEE, LOBBY, Button::ConcernWrite(id), &[], None).await;
        assert!(form.starts_with("form: "), "{form}");
        desk.submit(MENTEE, LOBBY, Button::ConcernWrite(id), (WORDS, "Is my *boss* told?")).await;
        let list = Button::ConcernList(PageId::of(id, 0));
        desk.roles = vec![COORDINATORS];
        let early = desk.press(MENTOR, DIGEST, list, &[], None).await;
        assert!(early.contains("Nothing waits"), "not before its morning: {early}");
        let day = desk.world.now().date_naive().succ_opt().unwrap();
        desk.world.pass(Duration::days(1));
        let (post, calls) = desk.post(PostKind::ConcernsWait).await.unwrap();
        assert!(post.contains('1') && !post.contains("boss") && calls.is_empty(), "{post}");
        desk.roles.clear();
        let refused = desk.press(MENTOR, DIGEST, list, &[], None).await;
        assert!(!refused.contains("boss"), "{refused}");
        desk.roles = vec![COORDINATORS];
        let shown = desk.press(MENTOR, DIGEST, list, &[], None).await;
        assert!(shown.contains("Is my \\*boss\\* told?") && !shown.contains("<@"), "{shown}");
        let taken = Button::ConcernsTaken(ConcernsId::of(id, day, 0));
        assert!(shown.contains(&taken.to_string()), "{shown}");
        desk.press(MENTOR, DIGEST, taken, &[], None).await;
        assert_eq!(desk.post(PostKind::ConcernsWait).await, None, "nothing waits any more");
    }

    #[test]
    fn what_was_not_shown_cannot_be_taken_up() {
        let day = "2027-01-05".parse().unwrap();
        let all: Vec<String> = (0..=SHOWN).map(|number| format!("Question {number}")).collect();
        let erases = |page| {
            let view = listed(&all, ConcernsId::of(ProgrammeId(1), day, page), Language::En);
            format!("{view:?}").contains("ConcernsTaken")
        };
        assert_eq!([erases(0), erases(1)], [false, true]);
    }
}

//! What is behind the buttons under a digest: names, and what could not be delivered, in a private reply to coordinators
//! alone (P15, D19).

use crate::app::facts::{self, Listed};
use crate::app::results;
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::posts::digest::undelivered_lines;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Style, View};
use crate::discord::words;
use crate::domain::ids::{DigestId, PageId, UserId};
use crate::domain::language::Language;
use crate::locales::say;
use crate::store::Result;

/// Names on a page: a screen of a phone.
const SHOWN: usize = 25;

/// A page of names; the first one is a reply of its own.
///
/// # Errors
/// Those of the database.
pub async fn names(
    bot: &Bot,
    request: &Request,
    page: PageId,
    listed: Listed,
    first: bool,
) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { facts::named(conn, &call, &roles, page.programme(), listed).await })
        },
        move |people, language| {
            let view = view(&people, page, listed, language);
            if first { Reply::Private(view) } else { Reply::Update(view) }
        },
    )
    .await
}

fn view(people: &[UserId], page: PageId, listed: Listed, language: Language) -> View {
    if people.is_empty() {
        return View::text(say(language, "digest-list-empty"));
    }
    let pages = people.len().div_ceil(SHOWN);
    let at = page.page().min(pages - 1);
    let names: Vec<String> = people.iter().skip(at * SHOWN).take(SHOWN).copied().map(words::person).collect();
    let (title, hint) = match listed {
        Listed::Free => (say(language, "digest-free-title"), say(language, "digest-free-hint")),
        Listed::Unapproved => {
            (say(language, "digest-approvals-title"), say(language, "digest-approvals-hint"))
        }
    };
    let embed = Embed::new(title, names.join("\n"));
    let view = View::text(hint);
    if pages == 1 {
        return view.embed(embed);
    }
    let next = PageId::of(page.programme(), (at + 1) % pages);
    let next = match listed {
        Listed::Free => Button::FreeNext(next),
        Listed::Unapproved => Button::ApprovalsNext(next),
    };
    let footer = say(language, "practice-review-page").with("page", at + 1).with("pages", pages);
    let label = say(language, "practice-next-button");
    view.embed(embed.footer(footer)).buttons(vec![ButtonView::press(next, label, Style::Secondary)])
}

/// What a digest could not see delivered, and why.
///
/// # Errors
/// Those of the database.
pub async fn undelivered(bot: &Bot, request: &Request, digest: DigestId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| Box::pin(async move { results::digest_of(conn, &call, &roles, digest).await }),
        |shown, language| {
            let decisions = shown.digest.map(|kept| kept.digest.decisions).unwrap_or_default();
            let lines = undelivered_lines(language, &decisions).join("\n");
            let embed = Embed::new(say(language, "digest-undelivered-title"), lines);
            Reply::Private(View::text(say(language, "digest-undelivered-hint")).embed(embed))
        },
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::view::Row;
    use crate::domain::ids::ProgrammeId;

    #[test]
    fn all_names_of_a_long_list_are_on_its_pages_each_once() {
        let page = |page| PageId::of(ProgrammeId(7), page);
        let shown = |people: &[UserId], at| view(people, page(at), Listed::Free, Language::De);
        assert!(shown(&[], 0).embeds.is_empty());
        let all: Vec<UserId> = (0..SHOWN as u64 * 2 + 4).map(|n| UserId(u64::MAX - n)).collect();
        let pages: Vec<View> = (0..3).map(|at| shown(&all, at)).collect();
        let names: Vec<&str> = pages.iter().flat_map(|view| view.embeds[0].text.lines()).collect();
        assert_eq!(names, all.iter().copied().map(words::person).collect::<Vec<_>>());
        let next = |view: &View| match &view.rows[..] {
            [Row::Buttons(buttons)] => buttons[0].clone(),
            rows => panic!("{rows:?}"),
        };
        let label = say(Language::De, "practice-next-button");
        assert_eq!(next(&pages[2]), ButtonView::press(Button::FreeNext(page(0)), label, Style::Secondary));
        assert!(shown(&all[..SHOWN], 0).rows.is_empty());
    }
}

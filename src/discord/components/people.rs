//! The coordinators' list of people, page by page, with two menus for those who wait. Accounts are mentions, because no
//! names are stored; in menus a person is the number of their line.

use crate::app::people::{self, Decided, Listed, Page};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::components::join::{about_lines, role_name};
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::{PageId, ProgrammeId, UserId};
use crate::domain::language::Language;
use crate::domain::tandem::Side;
use crate::domain::wish::sides;
use crate::locales::say;
use crate::store::Result;

/// A page of the list.
#[must_use]
pub fn view(page: &Page, language: Language) -> View {
    let programme = &page.programme;
    let counts = say(language, "people-counts")
        .with("waiting", page.waiting)
        .with("approved", page.approved)
        .with("invited", page.invited)
        .text();
    let first = page.page * people::PAGE;
    let lines: Vec<String> =
        page.people.iter().enumerate().map(|(index, one)| line(first + index + 1, one, language)).collect();
    let text = if lines.is_empty() { say(language, "people-none").text() } else { lines.join("\n") };
    let title = say(language, "people-title").with("programme", quote(&programme.name));
    let mut embed = Embed::new(title, format!("{counts}\n\n{text}"));
    if page.pages > 1 {
        let where_we_are = say(language, "people-page").with("page", page.page + 1).with("pages", page.pages);
        embed = embed.footer(where_we_are.text());
    }
    let mut view = View::default().embed(embed);
    let waiting: Vec<(String, String, bool)> = page
        .people
        .iter()
        .enumerate()
        .filter(|(_, one)| !one.approved)
        .map(|(index, one)| {
            let label = say(language, "people-choice")
                .with("number", first + index + 1)
                .with("role", role_name(language, one.role));
            (one.user.to_string(), label.text(), false)
        })
        .collect();
    if !waiting.is_empty() {
        let most = waiting.len();
        let approve = say(language, "people-approve-placeholder").text();
        view = view.pick(Button::PeopleApprove(programme.id), approve, waiting.clone(), most);
        let decline = say(language, "people-decline-placeholder").text();
        view = view.pick(Button::PeopleDecline(programme.id), decline, waiting, most);
    }
    let turns = turns(page, language);
    if turns.is_empty() { view } else { view.buttons(turns) }
}

fn turns(page: &Page, language: Language) -> Vec<ButtonView> {
    let turn = |to: usize, id: &'static str| {
        let button = Button::PeoplePage(PageId::of(page.programme.id, to));
        ButtonView::press(button, say(language, id), Style::Secondary)
    };
    let back = (page.page > 0).then(|| turn(page.page - 1, "people-back-button"));
    let on = (page.page + 1 < page.pages).then(|| turn(page.page + 1, "people-on-button"));
    back.into_iter().chain(on).collect()
}

/// Somebody's line: what a decision needs, for those who wait; as what they take part, for the others.
fn line(number: usize, one: &Listed, language: Language) -> String {
    let id = if one.approved { "people-line-approved" } else { "people-line-waiting" };
    let mentors = sides(one.role).contains(&Side::Mentor);
    let said = say(language, id)
        .with("number", number)
        .with("person", words::person(one.user))
        .with("role", role_name(language, one.role))
        .text();
    if one.approved {
        return said;
    }
    let about = about_lines(&one.profile, mentors, language);
    if about.is_empty() { said } else { format!("{said}: {}", about.join(" · ")) }
}

/// Another page.
///
/// # Errors
/// Those of the database.
pub async fn turn(bot: &Bot, request: &Request, page: PageId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { people::list(conn, &call, &roles, page.programme(), page.page()).await })
        },
        |page, language| Reply::Update(view(&page, language)),
    )
    .await
}

/// Admits those chosen on a page, or says that there is no place for them, and shows the list as it is then.
///
/// # Errors
/// Those of the database.
pub async fn decide(
    bot: &Bot,
    request: &Request,
    programme: ProgrammeId,
    values: &[String],
    admitted: bool,
) -> Result<Answer> {
    let users: Vec<UserId> = values.iter().filter_map(|value| value.parse().ok().map(UserId)).collect();
    let roles = request.invoker.roles.clone();
    let (call, again) = (request.call.clone(), roles.clone());
    bot.answer_with(
        request,
        move |conn, call| {
            Box::pin(async move { people::decide(conn, &call, &roles, programme, &users, admitted).await })
        },
        move |conn, decided: Decided, language| {
            Box::pin(async move {
                let id = if decided.admitted { "people-approved" } else { "people-declined" };
                let said = say(language, id).with("count", decided.people).text();
                Ok(Reply::Update(match people::list(conn, &call, &again, decided.programme, 0).await? {
                    Ok(page) => View { content: said, ..view(&page, language) },
                    Err(_) => View::text(said),
                }))
            })
        },
    )
    .await
}

//! Enrolling, step by step: each step is one private page that says who will see the answer, and its answer leads to the
//! next. The same pages change what somebody said once they take part.

use std::collections::BTreeMap;

use futures::future::BoxFuture;

use crate::app::Call;
use crate::app::enrol::{self, Change, Enrolled, Standing};
use crate::discord::bot::Bot;
use crate::discord::components::wishes;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{View, quote};
use crate::domain::enrolment::{About, Step};
use crate::domain::ids::{PageId, ProgrammeId, UserId};
use crate::domain::language::Language;
use crate::domain::programme::Role;
use crate::domain::tandem::Side;
use crate::domain::wish::Wish;
use crate::locales::say;
use crate::store::{Conn, Result};

mod pages;
mod summary;

pub(in crate::discord) use summary::{about_lines, begin_button, mine_button, role_name, step_title};

/// Begins or goes on: the next step of the dialogue, or what somebody said who takes part.
///
/// # Errors
/// Those of the database.
pub async fn show(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    look(bot, request, programme, Reply::Private).await
}

/// `/join`: like [`show`], for the programme that is chosen, or the only one there is.
///
/// # Errors
/// Those of the database.
pub async fn begin(bot: &Bot, request: &Request, chosen: Option<String>) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                match enrol::which(conn, &call, chosen.as_deref()).await? {
                    Ok(programme) => enrol::standing(conn, &call, programme).await,
                    Err(refusal) => Ok(Err(refusal)),
                }
            })
        },
        |standing, language| Reply::Private(page(&standing, language)),
    )
    .await
}

async fn look(
    bot: &Bot,
    request: &Request,
    programme: ProgrammeId,
    reply: impl FnOnce(View) -> Reply,
) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { enrol::standing(conn, &call, programme).await }),
        |standing, language| reply(page(&standing, language)),
    )
    .await
}

/// Where somebody stands: the next step, the summary before they confirm, or what they said.
fn page(standing: &Standing, language: Language) -> View {
    match standing.next() {
        Some(step) => pages::step(standing, step, language),
        None => summary::view(standing, language),
    }
}

/// The page of one step, as chosen in the menu under the summary.
///
/// # Errors
/// Those of the database.
pub async fn edit(bot: &Bot, request: &Request, programme: ProgrammeId, values: &[String]) -> Result<Answer> {
    let Some(step) = values.first().and_then(|value| Step::of(value)) else {
        return show(bot, request, programme).await;
    };
    bot.look(
        request,
        move |conn, call| Box::pin(async move { enrol::standing(conn, &call, programme).await }),
        move |standing, language| {
            // Whoever has not agreed, or no longer, is asked for that before anything else.
            let step = if standing.next() == Some(Step::Consent) { Step::Consent } else { step };
            Reply::Update(pages::step(&standing, step, language))
        },
    )
    .await
}

/// Takes one step's answer and shows what comes next.
async fn take(bot: &Bot, request: &Request, programme: ProgrammeId, change: Change) -> Result<Answer> {
    let call = request.call.clone();
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { enrol::change(conn, &call, programme, change).await }),
        move |conn, programme, language| next_page(conn, call, programme, language, None),
    )
    .await
}

/// The page after an answer; `stay` is a step that is shown once more, where it has a second part.
fn next_page(
    conn: &mut Conn,
    call: Call,
    programme: ProgrammeId,
    language: Language,
    stay: Option<Step>,
) -> BoxFuture<'_, Result<Reply>> {
    Box::pin(async move {
        Ok(match enrol::standing(conn, &call, programme).await? {
            Ok(standing) => Reply::Update(match stay {
                Some(step) => pages::step(&standing, step, language),
                None => page(&standing, language),
            }),
            Err(refusal) => Reply::Update(View::text(crate::locales::refusal(language, &refusal))),
        })
    })
}

/// The notice was read and the agreement given.
///
/// # Errors
/// Those of the database.
pub async fn agree(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    take(bot, request, programme, Change::Agree).await
}

/// Mentor, mentee or both.
///
/// # Errors
/// Those of the database.
pub async fn role(bot: &Bot, request: &Request, programme: ProgrammeId, values: &[String]) -> Result<Answer> {
    match values.first().and_then(|value| Role::of(value)) {
        Some(role) => take(bot, request, programme, Change::Role(role)).await,
        None => show(bot, request, programme).await,
    }
}

/// Topics: codes of the catalogue, and places in the list of the programme's own, which may be longer than a value.
///
/// # Errors
/// Those of the database.
pub async fn topics(
    bot: &Bot,
    request: &Request,
    programme: ProgrammeId,
    values: &[String],
) -> Result<Answer> {
    take(bot, request, programme, Change::Topics(values.to_vec())).await
}

/// The languages somebody speaks.
///
/// # Errors
/// Those of the database.
pub async fn languages(
    bot: &Bot,
    request: &Request,
    programme: ProgrammeId,
    values: &[String],
) -> Result<Answer> {
    let spoken = [Language::De, Language::En];
    let chosen = spoken.into_iter().filter(|one| values.iter().any(|value| value == one.code())).collect();
    take(bot, request, programme, Change::Languages(chosen)).await
}

/// Whom somebody would rather not be paired with.
///
/// # Errors
/// Those of the database.
pub async fn rather_not(
    bot: &Bot,
    request: &Request,
    programme: ProgrammeId,
    values: &[String],
) -> Result<Answer> {
    let users = values.iter().filter_map(|value| value.parse().ok().map(UserId)).collect();
    take(bot, request, programme, Change::RatherNot(users)).await
}

/// Goes on from a step that may be left out.
///
/// # Errors
/// Those of the database.
pub async fn skip(bot: &Bot, request: &Request, page: PageId) -> Result<Answer> {
    let programme = page.programme();
    match Step::at(page.page()) {
        Some(step) => take(bot, request, programme, Change::Skip(step)).await,
        None => show(bot, request, programme).await,
    }
}

/// Opens the form about the company and the time for it.
///
/// # Errors
/// Those of the database.
pub async fn about_form(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { enrol::standing(conn, &call, programme).await }),
        |standing, language| Reply::Modal(pages::about_form(&standing, language)),
    )
    .await
}

/// Takes what was typed into it.
///
/// # Errors
/// Those of the database.
pub async fn about_sent(
    bot: &Bot,
    request: &Request,
    programme: ProgrammeId,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
    let about = About {
        department: field("department"),
        organisation: field("organisation"),
        since: field("since"),
        hours: field("hours"),
        capacity: field("capacity"),
    };
    take(bot, request, programme, Change::About(about)).await
}

/// Opens the form of one side's wishes.
///
/// # Errors
/// Those of the database.
pub async fn wishes_form(bot: &Bot, request: &Request, programme: ProgrammeId, side: Side) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { enrol::standing(conn, &call, programme).await }),
        move |standing, language| Reply::Modal(pages::wishes_form(&standing, side, language)),
    )
    .await
}

/// Takes one side's wishes. Whoever takes part on both sides stays, for the other one.
///
/// # Errors
/// Those of the database.
pub async fn wishes_sent(
    bot: &Bot,
    request: &Request,
    programme: ProgrammeId,
    side: Side,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    let words = Wish::of_side(side)
        .iter()
        .map(|wish| (*wish, fields.get(wish.code()).cloned().unwrap_or_default()))
        .collect();
    let call = request.call.clone();
    bot.answer_with(
        request,
        move |conn, call| {
            Box::pin(async move { enrol::change(conn, &call, programme, Change::Wishes(words)).await })
        },
        move |conn, programme, language| {
            Box::pin(async move {
                let standing = enrol::standing(conn, &call, programme).await?;
                let both = standing.is_ok_and(|standing| standing.answers.role == Some(Role::Both));
                next_page(conn, call, programme, language, both.then_some(Step::Wishes)).await
            })
        },
    )
    .await
}

/// Confirms the summary.
///
/// # Errors
/// Those of the database.
pub async fn confirm(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    let call = request.call.clone();
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { enrol::confirm(conn, &call, programme, &roles).await }),
        move |conn, enrolled, language| {
            Box::pin(async move {
                Ok(Reply::Update(match enrol::standing(conn, &call, enrolled.programme).await? {
                    Ok(standing) => done(&standing, enrolled, language),
                    Err(refusal) => View::text(crate::locales::refusal(language, &refusal)),
                }))
            })
        },
    )
    .await
}

fn done(standing: &Standing, enrolled: Enrolled, language: Language) -> View {
    let id = if enrolled.approved { "join-done-approved" } else { "join-done-waiting" };
    let said = say(language, id).with("programme", quote(&standing.programme.name));
    View::text(said).buttons(vec![summary::mine_button(language, standing.programme.id)])
}

/// Deletes what somebody began.
///
/// # Errors
/// Those of the database.
pub async fn discard(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { enrol::discard(conn, &call, programme).await }),
        |(), language| Reply::Update(View::text(say(language, "join-discarded"))),
    )
    .await
}

/// Asks whether somebody wants to leave the programme.
///
/// # Errors
/// Those of the database.
pub async fn leave_ask(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { enrol::may_leave(conn, &call, programme).await }),
        |standing, language| Reply::Update(summary::leave_question(&standing, language)),
    )
    .await
}

/// Leaves the programme.
///
/// # Errors
/// Those of the database.
pub async fn leave(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { enrol::leave_programme(conn, &call, programme).await }),
        |_, language| Reply::Update(View::text(say(language, "join-left"))),
    )
    .await
}

/// The button that leads to one's wishes once one takes part, and to the dialogue's step before.
fn wish_buttons(standing: &Standing, language: Language) -> Vec<crate::discord::view::ButtonView> {
    if standing.enrolled.is_some() {
        return vec![wishes::button(language, standing.programme.id)];
    }
    pages::wish_buttons(standing, language)
}

#[cfg(test)]
mod tests;

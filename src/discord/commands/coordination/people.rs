//! `/coordination people …`: the list, single decisions, and invitations by list.

use crate::app::guard;
use crate::app::pairing::Candidate;
use crate::app::people::{self, Decided};
use crate::discord::bot::Bot;
use crate::discord::components::people as pages;
use crate::discord::reply::{Answer, Reply, Work};
use crate::discord::request::{Options, Request, Upload};
use crate::discord::view::{View, quote};
use crate::discord::words;
use crate::discord::{download, lookup};
use crate::domain::ids::UserId;
use crate::domain::invite_list::{self, BYTES_MAX, ROWS_MAX, Row};
use crate::domain::programme::{Programme, Step};
use crate::domain::refusal::Refusal;
use crate::locales::say;
use crate::store::Result;

/// Everybody on the list, its first page.
pub(super) async fn list(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let chosen = options.text("programme").map(ToOwned::to_owned);
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                match guard::coordinated_for(conn, &call, &roles, chosen.as_deref(), Step::Edit).await? {
                    Ok(programme) => people::list(conn, &call, &roles, programme.id, 0).await,
                    Err(refusal) => Ok(Err(refusal)),
                }
            })
        },
        |page, language| Reply::Private(pages::view(&page, language)),
    )
    .await
}

/// Admits somebody who waits, or says that there is no place for them.
pub(super) async fn decide(
    bot: &Bot,
    request: &Request,
    options: &Options,
    admitted: bool,
) -> Result<Answer> {
    let chosen = options.text("programme").map(ToOwned::to_owned);
    let roles = request.invoker.roles.clone();
    let user = options.user("person").map_or(UserId(0), |(user, _)| user);
    bot.answer(
        request,
        move |conn, call| {
            Box::pin(async move {
                match guard::coordinated_for(conn, &call, &roles, chosen.as_deref(), Step::Enrol).await? {
                    Ok(programme) => {
                        people::decide(conn, &call, &roles, programme.id, &[user], admitted).await
                    }
                    Err(refusal) => Ok(Err(refusal)),
                }
            })
        },
        move |Decided { .. }, language| {
            let id = if admitted { "people-approved-one" } else { "people-declined-one" };
            Reply::Private(View::text(say(language, id).with("person", words::person(user))))
        },
    )
    .await
}

/// Two people are not to be paired.
pub(super) async fn part(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let chosen = options.text("programme").map(ToOwned::to_owned);
    let roles = request.invoker.roles.clone();
    let candidate = |name: &str| {
        let (user, bot) = options.user(name).unwrap_or((UserId(0), false));
        Candidate { user, bot, member: options.is_member(name) }
    };
    let two = [candidate("person"), candidate("other")];
    bot.answer(
        request,
        move |conn, call| {
            Box::pin(async move { people::part(conn, &call, &roles, chosen.as_deref(), two).await })
        },
        |parted, language| {
            let said = say(language, "people-excluded")
                .with("person", words::person(parted.users[0]))
                .with("other", words::person(parted.users[1]));
            Reply::Private(View::text(said))
        },
    )
    .await
}

/// Invites by list: what can be refused at once is; the people are looked up after the answer.
pub(super) async fn invite(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let language = bot.language(request).await?;
    let refused = |refusal: &Refusal| View::text(crate::locales::refusal(language, refusal)).into();
    let programme = match programme(bot, request, options).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(refused(&refusal)),
    };
    let rows = match options.file("file") {
        Some(upload) => fetched(upload).await.and_then(|bytes| invite_list::read(&bytes)),
        None => Err(Refusal::ListUnreadable),
    };
    let rows: Vec<Row> = match rows {
        Ok(rows) => rows,
        Err(refusal) => return Ok(refused(&refusal)),
    };
    let said =
        say(language, "invite-reading").with("count", rows.len()).with("programme", quote(&programme.name));
    let (call, roles) = (request.call.clone(), request.invoker.roles.clone());
    let work = Work::new(move |progress| {
        Box::pin(async move { lookup::invite(progress, call, roles, programme.id, rows, language).await })
    });
    Ok(Reply::Long(View::text(said), work).into())
}

/// The programme that is meant, for a coordinator, as long as people are invited to it.
async fn programme(
    bot: &Bot,
    request: &Request,
    options: &Options,
) -> Result<std::result::Result<Programme, Refusal>> {
    let mut conn = bot.app.store.read().await?;
    let roles = &request.invoker.roles;
    let chosen = options.text("programme");
    guard::coordinated_for(&mut conn, &request.call, roles, chosen, Step::Invite).await
}

/// Fetches a list.
async fn fetched(upload: &Upload) -> std::result::Result<Vec<u8>, Refusal> {
    download::fetched(upload, BYTES_MAX, Refusal::ListTooLong { max: ROWS_MAX }).await
}

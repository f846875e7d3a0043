//! `/practice share`: a tip or insight for the programme, if both agree.

use futures::future::BoxFuture;

use super::{Kind, Leaf, Opt, TANDEM, chosen, tandems};
use crate::app::practices::{Draft, share, sharing};
use crate::app::scope;
use crate::discord::bot::Bot;
use crate::discord::components::practices::question;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::domain::practice::{PracticeKind, TEXT_MAX};
use crate::domain::task::LINK_MAX;
use crate::store::{Result, practices, programmes};

/// `/practice share`
pub static LEAVES: &[Leaf] = &[Leaf {
    name: "practice share",
    options: &[
        Opt { name: "text", kind: Kind::Text(TEXT_MAX), required: true },
        Opt { name: "kind", kind: Kind::Choice("practice", &["tip", "insight"]), required: false },
        Opt { name: "link", kind: Kind::Text(LINK_MAX), required: false },
        TANDEM,
    ],
    run,
    suggest: Some(suggest),
}];

fn run<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    let draft = Draft {
        kind: options.text("kind").and_then(PracticeKind::of).unwrap_or(PracticeKind::Tip),
        text: options.text("text").unwrap_or_default().to_owned(),
        link: options.text("link").map(str::to_owned),
    };
    let tandem = chosen(options);
    Box::pin(bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { share(conn, &call, tandem, draft).await }),
        |conn, shared, language| {
            Box::pin(async move {
                let Some(practice) = practices::practice_find(conn, shared.practice).await? else {
                    return Ok(Reply::Nothing);
                };
                let programme = programmes::programme_get(conn, practice.programme).await?;
                Ok(Reply::Private(question(&practice, &programme, language)))
            })
        },
    ))
}

/// The tandems of whoever asks that have something to share.
fn suggest<'a>(
    bot: &'a Bot,
    request: &'a Request,
    _options: &'a Options,
    _focused: &'a str,
    typed: &'a str,
) -> BoxFuture<'a, Result<Vec<(String, String)>>> {
    Box::pin(async move {
        let conn = &mut *bot.app.store.read().await?;
        let mut mine = Vec::new();
        for seat in scope::seats(conn, &request.call).await? {
            if sharing(conn, &request.call, Some(seat.tandem.id)).await?.is_ok() {
                mine.push(seat);
            }
        }
        Ok(tandems(&mine, typed))
    })
}

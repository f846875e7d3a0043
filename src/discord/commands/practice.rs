//! `/practice share`: a tip or insight for the programme, if both agree.

use futures::future::BoxFuture;

use super::{Kind, Leaf, Opt, tandem};
use crate::app::practices::{Draft, share, sharing};
use crate::discord::bot::Bot;
use crate::discord::commands::task::refused;
use crate::discord::components::practices::question;
use crate::discord::download;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request, Upload};
use crate::domain::ids::PracticeId;
use crate::domain::practice::{FILE_MAX, PracticeKind, TEXT_MAX, file_name};
use crate::domain::refusal::Refusal;
use crate::domain::task::LINK_MAX;
use crate::store::{Result, practices, programmes};

/// `/practice share`
pub static LEAVES: &[Leaf] = &[Leaf {
    name: "practice share",
    options: &[
        Opt { name: "text", kind: Kind::Text(TEXT_MAX), required: true },
        Opt { name: "kind", kind: Kind::Choice("practice", &["tip", "insight"]), required: false },
        Opt { name: "link", kind: Kind::Text(LINK_MAX), required: false },
        Opt { name: "file", kind: Kind::File, required: false },
        tandem(|conn, call, seat| {
            Box::pin(async move { Ok(sharing(conn, call, Some(seat.tandem.id)).await?.is_ok()) })
        }),
    ],
    run,
    suggest: None,
}];

fn run<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(run_share(bot, request, options))
}

async fn run_share(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    // A file is fetched only for those who may share something, and only if it may be shared.
    let may = sharing(&mut *bot.app.store.read().await?, &request.call, None).await?;
    let file = match options.file("file").filter(|_| may.is_ok()) {
        Some(upload) => match fetched(upload).await {
            Ok(bytes) => Some((upload.name.clone(), bytes)),
            Err(refusal) => return refused(bot, request, &refusal).await,
        },
        None => None,
    };
    let draft = Draft {
        kind: options.text("kind").and_then(PracticeKind::of).unwrap_or(PracticeKind::Tip),
        text: options.text("text").unwrap_or_default().to_owned(),
        link: options.text("link").map(str::to_owned),
        file,
    };
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { share(conn, &call, draft).await }),
        |conn, shared, language| {
            Box::pin(async move {
                let Some(practice) = practices::practice_find(conn, shared.practice).await? else {
                    return Ok(Reply::Nothing);
                };
                let programme = programmes::programme_get(conn, practice.programme).await?;
                Ok(Reply::Private(question(&practice, &programme, language)))
            })
        },
    )
    .await
}

/// Fetches a file that may be shared.
pub(super) async fn fetched(upload: &Upload) -> std::result::Result<Vec<u8>, Refusal> {
    file_name(&upload.name, upload.size, PracticeId(0))?;
    download::fetched(upload, FILE_MAX, Refusal::FileTooLarge { max: FILE_MAX / 1024 / 1024 }).await
}

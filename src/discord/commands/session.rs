//! `/session plan`, `move`, `cancel` and `next`.

use futures::future::BoxFuture;

use super::{Kind, Leaf, Opt, TANDEM};
use crate::app::meetings::{Draft, ahead};
use crate::discord::bot::Bot;
use crate::discord::components::meetings as shared;
use crate::discord::posts::meetings::moment_words;
use crate::discord::reply::Answer;
use crate::discord::request::{Options, Request};
use crate::domain::ids::MeetingId;
use crate::domain::meeting::{self, MINUTES_RANGE, PLACE_MAX};
use crate::domain::proposed::{self, Surroundings};
use crate::domain::zone;
use crate::store::Result;

const WHEN: Opt = Opt { name: "when", kind: Kind::Suggested, required: true };
const PLACE: Opt = Opt { name: "place", kind: Kind::Text(PLACE_MAX), required: false };
const MINUTES: Opt = Opt {
    name: "minutes",
    kind: Kind::Number(MINUTES_RANGE.0 as i64, MINUTES_RANGE.1 as i64),
    required: false,
};
const MEETING: Opt = Opt { name: "meeting", kind: Kind::Suggested, required: false };

/// The leaves of `/session`.
pub static LEAVES: &[Leaf] = &[
    Leaf {
        name: "session plan",
        options: &[WHEN, PLACE, MINUTES, TANDEM],
        run: run_plan,
        suggest: Some(suggest),
    },
    Leaf {
        name: "session move",
        options: &[WHEN, PLACE, MINUTES, MEETING, TANDEM],
        run: run_move,
        suggest: Some(suggest),
    },
    Leaf { name: "session cancel", options: &[MEETING, TANDEM], run: run_cancel, suggest: Some(suggest) },
    Leaf { name: "session next", options: &[TANDEM], run: run_next, suggest: None },
];

fn draft(options: &Options) -> Draft {
    let owned = |name| options.text(name).map(str::to_owned);
    Draft { when: owned("when"), place: owned("place"), minutes: options.number("minutes") }
}

/// The meeting that the option names; what is no number of ours names none.
fn which(options: &Options) -> Option<MeetingId> {
    options.text("meeting").map(|typed| MeetingId(typed.parse().unwrap_or_default()))
}

fn run_plan<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(shared::planned(bot, request, None, draft(options)))
}

fn run_move<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(shared::moved(bot, request, which(options), draft(options)))
}

fn run_cancel<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(shared::cancelled(bot, request, which(options)))
}

fn run_next<'a>(bot: &'a Bot, request: &'a Request, _options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(shared::next(bot, request, None))
}

/// What was understood of a date, in full words, or a few moments that are likely; or the meetings ahead. Nothing on a
/// refusal (D9): the use case's own guard is asked first.
fn suggest<'a>(
    bot: &'a Bot,
    request: &'a Request,
    _options: &'a Options,
    focused: &'a str,
    typed: &'a str,
) -> BoxFuture<'a, Result<Vec<(String, String)>>> {
    Box::pin(async move {
        let language = bot.language(request).await?;
        let mut conn = bot.app.store.read().await?;
        let now = request.call.now;
        let Ok((seat, planned)) = ahead(&mut conn, &request.call, None).await? else { return Ok(Vec::new()) };
        let programme = &seat.programme;
        let label = |at| moment_words(language, at, programme.zone);
        if focused == "meeting" {
            let typed = typed.trim().to_lowercase();
            let all = planned.iter().map(|one| (one.id.to_string(), label(one.starts_at)));
            return Ok(all.filter(|(_, label)| label.to_lowercase().contains(&typed)).collect());
        }
        let around = Surroundings {
            zone: programme.zone,
            quiet: programme.quiet(),
            last_day: programme.ends_on,
            usual: meeting::next(&planned, now).map(|next| next.starts_at),
        };
        let taken: Vec<_> = planned.iter().map(|one| (one.starts_at, one.ends_at())).collect();
        let moments = proposed::understood(typed, now, &around, &taken);
        let value = |at| zone::to_local(at, programme.zone).format("%Y-%m-%d %H:%M").to_string();
        Ok(moments.into_iter().map(|at| (value(at), label(at))).collect())
    })
}

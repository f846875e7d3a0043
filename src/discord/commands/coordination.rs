//! `/coordination`: what coordinators do. Each command refuses in code whoever lacks their role (D6).

pub mod announce;
pub mod change;
mod create;
pub mod edit;
mod matching;
pub mod meetup;
pub mod open;
pub mod own_ideas;
mod pair;
mod people;
pub mod pool;
mod results;
mod status;

use super::{Kind, Leaf, Opt};
use crate::app::programme::{DELETION_MAX, TEXT_MAX};
use crate::app::{Call, guard};
use crate::discord::bot::Bot;
use crate::discord::papers::evaluation;
use crate::discord::request::{Options, Request};
use crate::domain::announcement::WORDS_MAX;
use crate::domain::programme::Step;
use crate::domain::task::LINK_MAX;
use crate::store::{Result, programmes};

const fn optional(name: &'static str, kind: Kind) -> Opt {
    Opt { name, kind, required: false }
}

/// `/coordination programme create·edit·open·close·status`, `/coordination questions add·list·remove`,
/// `/coordination announce`, `/coordination match propose·lock·swap·forbid·confirm·pair·change`
pub static LEAVES: &[Leaf] = &[
    Leaf {
        name: "coordination programme create",
        options: &[
            Opt { name: "name", kind: Kind::Text(80), required: true },
            optional("template", Kind::Choice("template", &["six", "year", "shadow", "pilot", "apprentice"])),
            optional("from", Kind::Suggested),
            optional("start", Kind::Text(100)),
            optional("end", Kind::Text(100)),
            optional("language", Kind::Choice("language", &["en", "de"])),
            optional("address", Kind::Choice("address", &["du", "sie"])),
            optional("zone", Kind::Text(100)),
            optional("questions", Kind::Text(100)),
            optional("digest", Kind::Text(100)),
            optional("quiet", Kind::Text(100)),
            optional("k", Kind::Number(0, 500)),
            optional("deletion", Kind::Number(1, DELETION_MAX as i64)),
            optional("tasks", Kind::Choice("tasks", &["mentor", "both"])),
            optional("sponsor", Kind::Text(TEXT_MAX)),
            optional("contact", Kind::Text(TEXT_MAX)),
            optional("topics", Kind::Text(TEXT_MAX)),
            optional("card", Kind::Channel),
            optional("digests", Kind::Channel),
            optional("practices", Kind::Channel),
        ],
        run: |bot, request, options| Box::pin(create::run(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination programme edit",
        options: &[
            optional("programme", Kind::Suggested),
            optional("card", Kind::Channel),
            optional("digests", Kind::Channel),
            optional("practices", Kind::Channel),
            optional("role", Kind::Role),
        ],
        run: |bot, request, options| Box::pin(edit::run(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination programme open",
        options: &[optional("programme", Kind::Suggested)],
        run: |bot, request, options| Box::pin(open::ask(bot, request, options, Step::Open)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination programme close",
        options: &[optional("programme", Kind::Suggested)],
        run: |bot, request, options| Box::pin(open::ask(bot, request, options, Step::Close)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination programme status",
        options: &[optional("programme", Kind::Suggested)],
        run: |bot, request, options| Box::pin(status::run(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination questions add",
        options: &[
            optional("kind", Kind::Choice("question-kind", &["question", "idea"])),
            optional("topic", Kind::Suggested),
            optional("programme", Kind::Suggested),
        ],
        run: |bot, request, options| {
            if own_ideas::meant(options) {
                Box::pin(own_ideas::add(bot, request, options))
            } else {
                Box::pin(pool::add(bot, request, options))
            }
        },
        suggest: Some(|bot, request, options, focused, typed| match focused {
            "topic" => Box::pin(own_ideas::suggest_topics(bot, request, options, typed)),
            _ => Box::pin(names(bot, request, typed)),
        }),
    },
    Leaf {
        name: "coordination questions list",
        options: &[
            optional("kind", Kind::Choice("question-kind", &["question", "idea"])),
            optional("programme", Kind::Suggested),
        ],
        run: |bot, request, options| {
            if own_ideas::meant(options) {
                Box::pin(own_ideas::list(bot, request, options))
            } else {
                Box::pin(pool::list(bot, request, options))
            }
        },
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination questions remove",
        options: &[
            Opt { name: "number", kind: Kind::Number(1, 1_000_000), required: true },
            optional("programme", Kind::Suggested),
        ],
        run: |bot, request, options| Box::pin(pool::remove(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination announce",
        options: &[
            Opt { name: "text", kind: Kind::Text(WORDS_MAX), required: true },
            optional("to", Kind::Choice("to", &["all", "lounge"])),
            optional("link", Kind::Text(LINK_MAX)),
            optional("file", Kind::File),
            optional("programme", Kind::Suggested),
        ],
        run: |bot, request, options| Box::pin(announce::run(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination match propose",
        options: &[optional("programme", Kind::Suggested)],
        run: |bot, request, options| Box::pin(matching::propose(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination match lock",
        options: &[
            Opt { name: "mentor", kind: Kind::User, required: true },
            Opt { name: "mentee", kind: Kind::User, required: true },
            optional("programme", Kind::Suggested),
        ],
        run: |bot, request, options| Box::pin(matching::lock(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination match swap",
        options: &[
            Opt { name: "first", kind: Kind::User, required: true },
            Opt { name: "second", kind: Kind::User, required: true },
            optional("programme", Kind::Suggested),
        ],
        run: |bot, request, options| Box::pin(matching::swap(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination match forbid",
        options: &[
            Opt { name: "first", kind: Kind::User, required: true },
            Opt { name: "second", kind: Kind::User, required: true },
            optional("programme", Kind::Suggested),
        ],
        run: |bot, request, options| Box::pin(matching::forbid(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination match confirm",
        options: &[optional("until", Kind::Text(100)), optional("programme", Kind::Suggested)],
        run: |bot, request, options| Box::pin(matching::confirm(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination match change",
        options: &[optional("programme", Kind::Suggested)],
        run: |bot, request, options| Box::pin(change::ask(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination people list",
        options: &[optional("programme", Kind::Suggested)],
        run: |bot, request, options| Box::pin(people::list(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination people approve",
        options: &[
            Opt { name: "person", kind: Kind::User, required: true },
            optional("programme", Kind::Suggested),
        ],
        run: |bot, request, options| Box::pin(people::decide(bot, request, options, true)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination people decline",
        options: &[
            Opt { name: "person", kind: Kind::User, required: true },
            optional("programme", Kind::Suggested),
        ],
        run: |bot, request, options| Box::pin(people::decide(bot, request, options, false)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination people exclude",
        options: &[
            Opt { name: "person", kind: Kind::User, required: true },
            Opt { name: "other", kind: Kind::User, required: true },
            optional("programme", Kind::Suggested),
        ],
        run: |bot, request, options| Box::pin(people::part(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination people invite",
        options: &[
            Opt { name: "file", kind: Kind::File, required: true },
            optional("programme", Kind::Suggested),
        ],
        run: |bot, request, options| Box::pin(people::invite(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination results digest",
        options: &[optional("programme", Kind::Suggested)],
        run: |bot, request, options| Box::pin(results::digest(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination results report",
        options: &[optional("programme", Kind::Suggested)],
        run: |bot, request, options| Box::pin(results::report(bot, request, options, evaluation::message)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination results export",
        options: &[optional("programme", Kind::Suggested)],
        run: |bot, request, options| Box::pin(results::report(bot, request, options, evaluation::table)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
    Leaf {
        name: "coordination match pair",
        options: &[
            Opt { name: "mentor", kind: Kind::User, required: true },
            Opt { name: "mentee", kind: Kind::User, required: true },
            optional("programme", Kind::Suggested),
        ],
        run: |bot, request, options| Box::pin(pair::run(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
    },
];

/// The programme that an option names.
fn named(options: &Options) -> Option<String> {
    options.text("programme").map(ToOwned::to_owned)
}

/// The programmes of this server whose names hold what was typed; none for whoever does not coordinate (D9).
async fn names(bot: &Bot, request: &Request, typed: &str) -> Result<Vec<(String, String)>> {
    let mut conn = bot.app.store.read().await?;
    let call: &Call = &request.call;
    if guard::coordinator(&mut conn, call, &request.invoker.roles).await?.is_err() {
        return Ok(Vec::new());
    }
    let typed = typed.trim().to_lowercase();
    let mut all = programmes::programmes_of(&mut conn, call.guild).await?;
    all.retain(|programme| programme.name.to_lowercase().contains(&typed));
    Ok(all.into_iter().rev().map(|programme| (programme.name.clone(), programme.name)).collect())
}

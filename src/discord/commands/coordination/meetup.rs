//! `/coordination meetup plan·start·stop`: what was typed goes to the use cases.

use super::optional;
use crate::discord::bot::Bot;
use crate::discord::commands::{Kind, Leaf};
use crate::discord::components::meetup;
use crate::discord::reply::Answer;
use crate::discord::request::{Options, Request};
use crate::store::Result;

/// `/coordination meetup plan·start·stop`
pub static LEAVES: &[Leaf] = &[
    Leaf {
        name: "coordination meetup plan",
        options: &[optional("when", Kind::Text(100)), optional("programme", Kind::Suggested)],
        run: |bot, request, options| Box::pin(plan(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(super::names(bot, request, typed))),
    },
    Leaf {
        name: "coordination meetup start",
        options: &[optional("programme", Kind::Suggested)],
        run: |bot, request, options| Box::pin(start(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(super::names(bot, request, typed))),
    },
    Leaf {
        name: "coordination meetup stop",
        options: &[optional("programme", Kind::Suggested)],
        run: |bot, request, options| Box::pin(stop(bot, request, options)),
        suggest: Some(|bot, request, _, _, typed| Box::pin(super::names(bot, request, typed))),
    },
];

fn text(options: &Options, name: &str) -> Option<String> {
    options.text(name).map(ToOwned::to_owned)
}

async fn plan(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    meetup::plan(bot, request, text(options, "programme"), text(options, "when")).await
}

async fn start(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    meetup::start(bot, request, text(options, "programme")).await
}

async fn stop(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    meetup::stop_ask(bot, request, text(options, "programme")).await
}

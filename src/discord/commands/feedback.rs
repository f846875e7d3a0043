//! `/feedback`.

use futures::future::BoxFuture;

use super::{Leaf, TANDEM};
use crate::discord::bot::Bot;
use crate::discord::components::feedback::ask;
use crate::discord::reply::Answer;
use crate::discord::request::{Options, Request};
use crate::store::Result;

/// The leaf of `/feedback`.
pub static LEAVES: &[Leaf] = &[Leaf { name: "feedback", options: &[TANDEM], run, suggest: None }];

fn run<'a>(bot: &'a Bot, request: &'a Request, _options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(ask(bot, request, None))
}
